"""Changes told by a noun or a particle: `a 4.5% drop in overnight stays`, `shaved 11 seconds off the record`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.movement import by_ends, change_nouns, change_verbs, preposition
from factex.claims.sentence import comparable, is_multiple, is_relative
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


_TIMES = frozenset(("DATE", "TIME"))
# So many words at most lie between a noun of change and its number: beside it, behind a comma, at the end of all.
_BESIDE, _APART, _FAR = 10, 14, 24


def _by_noun(sentence: Sentence) -> Iterator[Claim]:
    """`a 4.5% drop in overnight stays`, `growth of 3%`, `an increase from 5 to 7`, `1,150 nurses, a rise of 9%`."""
    for noun in sentence.tree.words:
        direction = _direction(sentence, noun)
        if direction is None:
            continue
        free = [located for located in sentence.quantities if sentence.free("change", located)]
        roles: dict[str, Located] = {}
        for located in free:
            role = _role(sentence, noun, located) or _told_again(sentence, located, roles.get("amount"))
            if role is not None:
                roles[role] = located
        if any(not sentence.free("comparison", one) for one in roles.values()) and _demanded(sentence, noun):
            continue  # "demands a rise of 7 percent, almost double the employers' offer"
        if not roles or roles.keys() == {"start"} or (roles.keys() == {"end"} and not _to_level(sentence, noun, roles)):
            continue
        theme = _changed(sentence, noun, roles)
        level = None if theme is not None or "end" in roles else _level_before(sentence, noun, free, roles)
        if level is not None:
            roles["end"] = level
        anchor = noun.i if level is None else level.head
        values: dict[str, object] = {"direction": by_ends(roles) or direction}
        predicate = None if level is not None else _joined_verb(sentence, noun)
        if level is None and theme is None and predicate is None:
            predicate = _summed_up(sentence, noun, roles)
        if predicate is None and _headed(sentence, noun, roles):
            predicate = noun.i
        yield Claim("change", "change.noun", roles, anchor, predicate=predicate, theme=theme, values=values)


def _headed(sentence: Sentence, noun: Word, roles: dict[str, Located]) -> bool:
    """Whether the noun is the verb of a headline: `Domestic sales drop 6pc`."""
    amount = roles.get("amount")
    verbless = not any(word.is_verb for word in sentence.tree.words)
    return verbless and amount is not None and amount.first == noun.i + 1 and noun.i > 0


def _demanded(sentence: Sentence, noun: Word) -> bool:
    """Whether a change is only what somebody asks for."""
    verb = sentence.verb_before(noun.i)
    return verb is not None and sentence.tree.lemma(verb.i) in table("change")["demanding"]["verbs"]


def _summed_up(sentence: Sentence, noun: Word, roles: dict[str, Located]) -> int | None:
    """The verb of change that a noun sums up: `fell from $2,415 to $2,315 by noon, a 4.2 percent drop`."""
    opened = min([noun.i, *(one.first for one in roles.values())])
    verb = sentence.verb_before(opened) if sentence.word(opened - 1) in ("a", "an") else None
    apposed = sentence.word(opened - 2) == "," and sentence.word(noun.i + 1) in (",", ".", "", "on", "from")
    moved = verb is not None and sentence.tree.lemma(verb.i) in change_verbs()
    return verb.i if verb is not None and apposed and moved else None


def _to_level(sentence: Sentence, noun: Word, roles: dict[str, Located]) -> bool:
    """Whether a noun of change is told with its end alone: `The rent rise, to 6.5 per cent, is the first`."""
    end = roles["end"]
    closed = sentence.word(end.last) in (",", ".", ")", "")
    return closed and sentence.words(noun.i + 1, end.first) in (["to"], [",", "to"], ["(", "to"])


def _joined_verb(sentence: Sentence, noun: Word) -> int | None:
    """The verb of a noun that is joined to an object, where the parse joins it to the verb of saying above."""
    tree = sentence.tree
    saying = tree.head(noun.i)
    astray = noun.dep == "conj" and saying.is_verb and tree.lemma(saying.i) in table("verbs")["saying"]
    told = tree.child(saying.i, "ccomp") if astray else None
    return told.i if told is not None and saying.i < told.i < noun.i else None


def _direction(sentence: Sentence, noun: Word) -> str | None:
    if noun.i in sentence.stop or sentence.word(noun.i - 1) in table("change")["compounds"]["before"]:
        return None
    if noun.tag in ("NN", "NNS"):
        return change_nouns().get(sentence.tree.lemma(noun.i))
    amount = sentence.at(noun.i - 1) if noun.lower in change_nouns() else None
    mistaken = amount is not None and is_relative(amount) and sentence.word(amount.first - 1) in ("a", "an", "the")
    return change_nouns()[noun.lower] if mistaken else None  # "a 12 per cent cut", taken for a participle


def _role(sentence: Sentence, noun: Word, located: Located) -> str | None:
    """The part that a quantity plays beside a noun of change."""
    if located.last <= noun.i:
        between = sentence.words(located.last, noun.i)
        joined = any(word in (",", "of", "in", "and", "to", "the") for word in between)
        joined = joined or any(_parts(sentence, k) for k in range(located.last, noun.i))
        if len(between) > 2 or joined or not (_tells_amount(sentence, noun, located) or is_multiple(located)):
            return None
        return "factor" if is_multiple(located) else "amount"
    behind = sentence.words(noun.i + 1, located.first)
    words = sentence.tree.words[noun.i + 1 : located.first]
    if any(word.is_verb and not (word.dep == "amod" or (word.dep, word.tag) == ("acl", "VBN")) for word in words):
        return None
    mark = preposition(sentence, located)
    fixed = noun.tag == "NN" and noun.lower not in table("change")["absolute"]["not_behind"]
    if not behind and is_relative(located) and not any(word.is_verb for word in sentence.tree.words):
        return "amount"  # the headline "Domestic sales drop 6pc"
    if behind[:1] == ["of"] and len(behind) <= 3 and (is_relative(located) or fixed):
        return "amount"
    if behind[:1] in (["in"], ["to"]) and behind[-1:] == ["of"] and len(behind) <= 8:
        unit = located.quantity.unit
        priced = (
            (fixed or behind[0] == "to") and unit is not None and unit.kind in (UnitKind.CURRENCY, UnitKind.COMPOUND)
        )
        if is_relative(located) or priced:
            return "amount"  # "a rise in the price of 10 per cent"
    to = max((k for k in range(len(behind) - 1) if behind[k + 1] == "to"), default=0)
    apart = mark == "to" and behind[to] in (",", "(") and len(behind) - to <= 4  # "in the price, to a record $5.85"
    told = sum(noun.i < one.first < located.first for one in sentence.quantities)
    far = _FAR if apart and sentence.word(located.last) in (".", "") else _APART if apart else _BESIDE
    if len(behind) - 4 * told <= far and not any(
        word in (",", ".", ";") for word in (behind[:to] if apart else behind)
    ):
        return {"from": "start", "to": "end", "by": "amount"}.get(mark)
    return None


def _parts(sentence: Sentence, k: int) -> bool:
    """Whether word `k` stands between two things: a verb, or a degree, as in `a 50 per cent greater advance`."""
    word = sentence.tree[k]
    return word.is_verb or (word.tag in ("JJR", "RBR") and word.lower != "further")


def _told_again(sentence: Sentence, located: Located, amount: Located | None) -> str | None:
    """The same amount as a share: `a gain of 2,100 posts, or 0.8%`, `an increase of 40 beds (3%)`."""
    if amount is None or is_relative(amount) or not is_relative(located):
        return None
    gap = sentence.words(amount.last, located.first)
    return "relative" if gap in (["or"], [",", "or"], ["("]) else None


def _tells_amount(sentence: Sentence, noun: Word, located: Located) -> bool:
    """Whether a quantity before a noun of change is by how much: `a 15 cent drop`, not `a $15 million loss`."""
    unit = located.quantity.unit
    told = noun.tag == "NN" and sentence.tree.lemma(noun.i) in table("change")["absolute"]["nouns"]
    absolute = told and unit is not None and unit.kind in (UnitKind.CURRENCY, UnitKind.PHYSICAL, UnitKind.COMPOUND)
    return is_relative(located) or absolute


def _level_before(sentence: Sentence, noun: Word, free: list[Located], roles: dict[str, Located]) -> Located | None:
    """The level that a noun of change is said of: `took on 1,150 nurses this autumn, a rise of 9%`."""
    tree = sentence.tree
    opened = min([noun.i, *(one.first for one in roles.values() if one.first < noun.i)])
    while opened > 0 and (tree[opened - 1].tag in ("DT", "JJ", "RB") or tree[opened - 1].lower == "or"):
        opened -= 1
    level = next((one for one in reversed(free) if one.last < opened), None)
    if level is None or tree[opened - 1].text not in (",", "—", "–", "(") or level.attributive:
        return None
    points = all(_is_points(one) for one in roles.values())
    if is_relative(level) and not points:
        return None
    gap = range(level.last, opened - 1)
    apart = len(gap) <= 6 and not any((tree[k].is_verb and not points) or tree[k].text in (",", ";") for k in gap)
    return level if apart and all(is_relative(one) or comparable(level, one) for one in roles.values()) else None


def _is_points(located: Located) -> bool:
    unit = located.quantity.unit
    return unit is not None and unit.name == "percentage_point"


def amount_behind(sentence: Sentence, level: Located) -> Located | None:
    """The amount that a noun of change brings behind a level: `rose to 500, an increase of 20`, `to 500, a 4% rise`."""
    amount = sentence.after(level.last)
    if amount is None or not (is_relative(amount) or comparable(level, amount)) or not sentence.free("change", amount):
        return None
    gap = sentence.words(level.last, amount.first)
    if _then_up(sentence, level, amount):
        return amount  # "rose to €912 in the third quarter, up 4.7% on the year"
    if gap[:2] not in ([",", "a"], [",", "an"]) or len(gap) > 5:
        return None
    nouns = change_nouns()
    before = gap[-1:] in (["of"], ["by"]) and gap[-2] in nouns
    return amount if before or (len(gap) <= 3 and sentence.word(amount.last) in nouns) else None


def _then_up(sentence: Sentence, level: Located, amount: Located) -> bool:
    """Whether `up` or `down` brings an amount behind a level, with nothing but a time between them."""
    between = sentence.tree.words[level.last : amount.first - 2]
    told = sentence.word(amount.first - 1) in ("up", "down") and sentence.word(amount.first - 2) == ","
    return told and all(word.label in ("DATE", "TIME") or word.tag in ("IN", "DT") for word in between)


def _changed(sentence: Sentence, noun: Word, roles: dict[str, Located]) -> int | None:
    """What a noun of change speaks of: `drop in overnight stays`, `price rise`, `the profit's fall`."""
    tree = sentence.tree
    compound = [
        word for word in tree.children(noun.i) if word.dep in ("compound", "poss") and word.i not in sentence.stop
    ]
    if compound and compound[-1].dep == "compound" and is_property(tree.lemma(compound[-1].i)):
        return compound[-1].i  # "a pay rise of 7 percent in the coming round of talks"
    for word in tree.children(noun.i):
        if word.dep == "prep" and word.lower in ("in", "of", "to", "for"):
            thing = tree.child(word.i, "pobj")
            if thing is None:
                thing = _taxed(sentence, word.i + 1)
            if thing is not None and thing.i not in sentence.stop and not (thing.tag == "CD" or thing.label in _TIMES):
                return thing.i
    if compound:
        return compound[-1].i
    last = max([noun.i + 1, *(one.last for one in roles.values() if one.first > noun.i)])
    behind = sentence.nouns_after(last + 1, 6) if sentence.word(last) in ("for", "among", "in") else None
    if behind is None or behind in sentence.stop or tree[behind].label in _TIMES:
        return None
    told = sentence.word(last) != "in" or (tree[behind].tag in ("NN", "NNS") and not tree[behind].label)
    return behind if told else None  # "a gain of 2,100 posts, or 0.8%, for school leavers", "a rise of 5% in fees"


def _taxed(sentence: Sentence, i: int) -> Word | None:
    """The property behind `in`, where it is told before or after tax: `a rise in after tax, half-year profit`."""
    if sentence.word(i) not in ("after", "before", "pre") or "tax" not in sentence.words(i + 1, i + 3):
        return None
    behind = itertools.takewhile(lambda word: not word.is_verb and word.text != ".", sentence.tree.words[i + 2 : i + 8])
    nouns = [word for word in behind if word.is_noun and word.lower != "tax"]
    return nouns[-1] if nouns else None


def _by_taking_off(sentence: Sentence) -> Iterator[Claim]:
    """`shaved 11 seconds off the course record`, `wiped $2 billion off its value`: by how much something is less."""
    data = table("change")["taking_off"]
    for located in sentence.quantities:
        if sentence.word(located.last) not in ("off", "from") or not sentence.free("change", located):
            continue
        verb = sentence.verb_before(located.first)
        thing = sentence.nouns_after(located.last + 1)
        if (
            verb is None
            or thing is None
            or located.first - verb.i > 3
            or sentence.tree.lemma(verb.i) not in data["verbs"]
        ):
            continue
        unit = located.quantity.unit
        timed = unit is not None and unit.kind is UnitKind.TIME
        off = data["from"] + data["from_time"] * timed
        if sentence.word(located.last) == "from" and sentence.tree.lemma(verb.i) not in off:
            continue
        counted = unit is not None and unit.kind in (UnitKind.COUNT, UnitKind.COMPOUND) and unit.name != "point"
        counted = counted and unit is not None and unit.dimension in ("", "1 / [time]")
        if counted and sentence.tree.lemma(verb.i) not in data["counted"]:
            continue
        values: dict[str, object] = {"direction": "decrease"}
        yield Claim(
            "change", "change.off", {"amount": located}, located.head, predicate=verb.i, theme=thing, values=values
        )


def _by_adding(sentence: Sentence) -> Iterator[Claim]:
    """`would add 40 minutes to the ride`, `put 3 cents on the price`: by how much something measured is more."""
    verbs: dict[str, str] = table("change")["putting_on"]
    for located in sentence.quantities:
        unit = located.quantity.unit
        measured = unit is not None and unit.kind in (UnitKind.CURRENCY, UnitKind.PHYSICAL, UnitKind.TIME)
        verb = sentence.verb_before(located.first)
        if verb is None or not measured or located.first - verb.i > 3 or not sentence.free("change", located):
            continue
        thing = sentence.nouns_after(located.last + 1)
        mark = verbs.get(sentence.tree.lemma(verb.i))
        if mark is None or sentence.word(located.last) != mark or thing is None or not sentence.tree[thing].is_noun:
            continue
        values: dict[str, object] = {"direction": "increase"}
        yield Claim(
            "change", "change.on", {"amount": located}, located.head, predicate=verb.i, theme=thing, values=values
        )


ADDED = Rule("change.on", _by_adding, "The detour adds 40 minutes to the journey.")
NOUN = Rule("change.noun", _by_noun, "Hoteliers saw a 4.5% drop in overnight stays.")
APART = Rule("change.off", _by_taking_off, "The tunnel will shave 20 minutes off the journey.")
