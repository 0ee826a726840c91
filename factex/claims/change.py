"""Changes: values that move, or are said to stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.gapping import gapped
from factex.claims.movement import (
    by_ends,
    change_nouns,
    change_verbs,
    doubling,
    governed,
    leads,
    moved,
    moves,
    particle,
    roles_of,
    stays,
    told_twice,
)
from factex.claims.nominal_change import APART, NOUN, amount_behind
from factex.claims.sentence import comparable, is_multiple, is_relative
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


def _by_verb(sentence: Sentence) -> Iterator[Claim]:
    """Verbs of change with their amounts and ends: `rose 12% to 4.3 billion`, `fell from 5 to 4`."""
    verbs = change_verbs()
    for verb in sentence.tree.words:
        told_double = doubling(sentence, verb)
        mistaken = told_double or (verb.tag in ("NN", "NNP") and verb.lower in verbs and _untagged_verb(sentence, verb))
        if not (verb.is_verb or mistaken):
            continue
        lemma = verb.lower if mistaken else sentence.tree.lemma(verb.i)
        entry = verbs.get(lemma)
        if entry is None or verb.dep in ("aux", "auxpass") or sentence.word(verb.i + 1) == "short":
            continue  # "fell short of 50 percent"
        direction, strong = entry
        found = governed(sentence, verb)
        own = sentence.at(verb.i)
        told = particle(sentence, verb)
        roles = roles_of(sentence, verb, found, strong=strong or bool(told))
        if own is not None and is_multiple(own) and sentence.free("change", own) and sentence.free("comparison", own):
            roles["factor"] = own
        if not roles:
            continue
        if (
            not strong
            and not told
            and not (roles.keys() >= {"start", "end"})
            and not ("amount" in roles and _tells_change(sentence, verb, roles["amount"]))
        ):
            continue
        if (
            not strong
            and not told
            and "amount" in roles
            and lemma in ("go", "come", "take", "bring", "move", "push", "change", "give", "draw")
        ):
            continue
        if direction == "none" and ("end" not in roles or "amount" in roles):
            continue
        if direction == "none" and not stays(sentence, verb, roles["end"]):
            continue
        direction = told or by_ends(roles) or direction
        further = amount_behind(sentence, roles["end"]) if "end" in roles and "amount" not in roles else None
        if further is not None:
            roles["amount"] = further
        if "end" not in roles:
            roles |= _closing(sentence, max(roles.values(), key=lambda one: one.last))
        main = next(roles[name] for name in ("end", "amount", "factor", "start") if name in roles)
        theme = _noun_before(sentence, verb) if mistaken else moved(sentence, verb)
        if told_double:
            theme = sentence.nouns_after(verb.i + 1)
        name = _name(roles, direction)
        values: dict[str, object] = {"direction": direction}
        yield Claim("change", f"change.{name}", roles, main.head, predicate=verb.i, theme=theme, values=values)
        yield from gapped(sentence, verb, roles, theme, direction)


def _name(roles: dict[str, Located], direction: str) -> str:
    """Which pattern of verbs of change it is."""
    if "start" in roles:
        return "from_to"
    if direction == "none":
        return "stay"
    return "factor" if "factor" in roles else "verb"


def _untagged_verb(sentence: Sentence, word: Word) -> bool:
    """Whether a verb of change was tagged a noun: `saw its value shrink by 9 trillion won`, `expect that to halve`."""
    tree = sentence.tree
    own = sentence.at(word.i)
    if word.i < 2:
        return False
    if own is not None and is_multiple(own):
        return sentence.word(word.i - 1) == "to"
    number = sentence.after(word.i)
    led = sentence.word(word.i + 1) in ("by", "to", "from") and number is not None and number.first <= word.i + 3
    return led and tree[word.i - 1].is_noun and word.lower not in change_nouns()


def _noun_before(sentence: Sentence, verb: Word) -> int | None:
    """The noun before a verb that was tagged a noun itself."""
    k = verb.i - 2 if sentence.word(verb.i - 1) == "to" else verb.i - 1
    return k if k >= 0 and sentence.tree[k].is_noun else None


def _tells_change(sentence: Sentence, verb: Word, amount: Located) -> bool:
    """Whether an amount behind a weak verb is a change: in percent or points, told twice, of jobs, or of a price."""
    unit = amount.quantity.unit
    if is_relative(amount):
        return True
    if unit is None:
        return False
    if unit.kind is UnitKind.CURRENCY and sentence.tree.lemma(verb.i) in table("change")["weak_prices"]["verbs"]:
        return moves(sentence, verb, amount)
    if told_twice(sentence, amount) or unit.name in table("change")["cutting"]["nouns"]:
        return True
    return unit.name == "point" and any(
        word.lower in table("neighbours")["index_words"] for word in sentence.tree.words
    )


def _closing(sentence: Sentence, amount: Located) -> dict[str, Located]:
    """The level that an infinitive behind the amount tells: `gained 212 points, to close at 19,480`."""
    level = sentence.after(amount.last)
    if level is None or not sentence.free("change", level):
        return {}
    gap = sentence.gap(amount, level)
    verb = gap[2:3] if gap[:1] == [","] else gap[1:2]
    opened = gap[:2] == [",", "to"] or gap[:1] == ["to"]
    known = bool(verb) and (verb[0] in change_verbs() or verb[0] in table("change")["level_verbs"]["words"])
    reached = len(gap) == 2 and gap[0] == "to" and gap[1] in table("change")["reaching"]["verbs"]
    closes = opened and known and gap[-1:] in (["at"], ["to"]) and len(gap) <= 8
    return {"end": level} if closes or reached else {}


def _by_adverb(sentence: Sentence) -> Iterator[Claim]:
    """`reached 19.8%, up 3.2 points`, `2.3 per cent, down from 2.6`, `fruit prices up 52 per cent`."""
    for located in sentence.quantities:
        i = located.first - 1
        while i > 0 and sentence.word(i) in leads() - {"of"}:
            i -= 1
        if sentence.word(i) == "by" and sentence.words(i - 2, i) in (["up", ","], ["down", ","]):
            i -= 2  # "only thefts of bicycles up, by 3%"
        elif sentence.word(i) == "by" and sentence.word(i - 1) in ("up", "down"):
            i -= 1
        if sentence.word(i) == "to" and sentence.word(i - 1) in ("up", "down"):
            yield from _down_to(sentence, located, i - 1)
            continue
        from_ = sentence.word(i) == "from" and sentence.word(i - 1) in ("up", "down")
        k = i - 1 if from_ else i
        if sentence.word(k) not in ("up", "down") or not sentence.free("change", located):
            continue
        if sentence.tree[k].tag == "RP" and sentence.tree[k - 1].is_verb:
            continue  # "made up 40%"
        verb = sentence.verb_before(k)
        if verb is not None and verb.i == k - 1 and sentence.tree.lemma(verb.i) in change_verbs():
            continue  # "went up 5%" is the verb's
        direction = "increase" if sentence.word(k) == "up" else "decrease"
        before = sentence.before(located)
        roles = {"start" if from_ else "amount": located}
        follower = sentence.after(located.last)
        if (
            not from_
            and follower is not None
            and sentence.words(located.last, follower.first)[-1:] == ["from"]
            and comparable(located, follower) is not None
            and follower.first - located.last <= 3
        ):
            roles["start"] = follower
        if not from_ and follower is not None and sentence.words(located.last, follower.first) in (["to"], ["at"]):
            roles["end"] = follower
        elif (
            before is not None
            and k - before.last <= 14
            and sentence.free("change", before)
            and _is_end(sentence, before, located, k)
        ):
            roles["end"] = before
        elif from_:
            level = _level_behind(sentence, located)
            if level is None:
                continue
            roles["end"] = level
        main = roles.get("end", located)
        theme = None
        if main is located:
            named = k - 2 if k > 1 and sentence.word(k - 1) in (":", "–", "—") else k - 1
            noun = sentence.tree[named] if k else None
            theme = noun.i if noun is not None and noun.is_noun else None
            if theme is None and verb is None:
                continue
        yield Claim("change", "change.adverb", roles, main.head, theme=theme, values={"direction": direction})


def _down_to(sentence: Sentence, level: Located, adverb: int) -> Iterator[Claim]:
    """`the market is down to 85 stalls`: a level that is told with its direction alone."""
    verb = sentence.verb_before(adverb)
    stands = verb is not None and adverb - verb.i <= 2 and sentence.tree.lemma(verb.i) == "be"
    if verb is not None and stands and sentence.free("change", level):
        values: dict[str, object] = {"direction": table("change")["adverbs"][sentence.word(adverb)]}
        yield Claim("change", "change.adverb", {"end": level}, level.head, predicate=verb.i, values=values)


def _level_behind(sentence: Sentence, start: Located) -> Located | None:
    """`sales, up from 9,850 a year earlier, reached 12,600`: the level behind the verb that follows."""
    level = sentence.after(start.last)
    if level is None or not comparable(start, level):
        return None
    gap = range(start.last, level.first)
    verbs = [k for k in gap if sentence.tree[k].is_verb]
    closed = len(verbs) == 1 and sentence.word(verbs[0] - 1) == "," and level.first - verbs[0] <= 2
    return level if closed and len(gap) <= 8 and sentence.free("change", level) else None


def _is_end(sentence: Sentence, end: Located, located: Located, k: int) -> bool:
    """Whether the quantity before `up` or `down` is the level that moved."""
    gap = sentence.words(end.last, k)
    if any(word in (";", "while", "but", "and") for word in gap) and gap[-1:] != [","]:
        return False
    if gap.count(",") > 2 or not (gap == [] or "," in gap or "(" in gap or "—" in gap or len(gap) < 8):
        return False
    return comparable(end, located) or is_relative(located)


def _by_level(sentence: Sentence) -> Iterator[Claim]:
    """`settled 1.4% lower at $78.35`: an amount with an adverb behind a verb that tells a level."""
    adverbs: dict[str, str] = table("change")["adverbs"]
    levels = frozenset(table("change")["level_verbs"]["words"])
    for located in sentence.quantities:
        word = sentence.word(located.last)
        if word not in ("lower", "higher", "down", "up") or not sentence.free("change", located):
            continue
        behind = sentence.words(located.last + 1, located.last + 4)
        if "than" in behind:
            continue
        if behind[:1] == ["on"] and word in ("up", "down") and not is_multiple(located):
            yield _up_on(sentence, located, adverbs[word])
            continue
        verb = sentence.verb_before(located.first)
        theme = _gapped_level(sentence, located)
        if verb is None or sentence.tree.lemma(verb.i) not in levels or (located.first - verb.i > 4 and theme is None):
            continue
        roles = {"amount": located}
        end = sentence.after(located.last)
        if end is not None and sentence.word(end.first - 1) in ("at", "to") and end.first - located.last <= 4:
            roles["end"] = end
        yield Claim(
            "change", "change.level", roles, located.head, predicate=verb.i, theme=theme,
            values={"direction": adverbs[word]},
        )  # fmt: skip


def _up_on(sentence: Sentence, amount: Located, direction: str) -> Claim:
    """`a market share of 44%, four points up on last year`, `sales 5% up on 2019`."""
    level = sentence.before(amount)
    near = level is not None and sentence.gap(level, amount) == [","] and sentence.free("change", level)
    roles = {"amount": amount} | ({"end": level} if near and level is not None else {})
    named = amount.first - 1
    theme = named if not near and sentence.tree[named].is_noun and named not in sentence.stop else None
    anchor = level.head if near and level is not None else amount.head
    return Claim("change", "change.level", roles, anchor, theme=theme, values={"direction": direction})


def _gapped_level(sentence: Sentence, located: Located) -> int | None:
    """`Brent settled 84 cents lower and U.S. crude $1.02 lower`: the second thing, whose verb is told before."""
    before = sentence.before(located)
    noun = located.first - 1
    named = sentence.tree[noun].is_noun or (sentence.tree[noun].tag == "JJ" and sentence.tree[noun - 1].tag == "NNP")
    if before is None or sentence.free("change", before) or not named or noun in sentence.stop:
        return None
    first = sentence.tree.noun_phrase(noun, sentence.stop)[0]
    return noun if sentence.word(first - 1) in ("and", ",", ";", "while", "the") else None


def _by_state(sentence: Sentence) -> Iterator[Claim]:
    """`journeys were unchanged at about 3.5 million`: an adjective that says that a level stays."""
    steady = table("change")["steady"]["words"]
    for located in sentence.quantities:
        i = located.first - 1
        if sentence.word(i) not in ("at", "on") or sentence.word(i - 1) not in steady:
            continue
        verb = sentence.verb_before(i - 1)
        if verb is None or not sentence.free("change", located) or i - verb.i > 4:
            continue
        values: dict[str, object] = {"direction": "none"}
        yield Claim("change", "change.state", {"end": located}, located.head, predicate=verb.i, values=values)


def _by_sign(sentence: Sentence) -> Iterator[Claim]:
    """`Dow +0.2%, Nasdaq -0.8%`: a signed percentage behind a name, with no verb."""
    for located in sentence.quantities:
        sign = located.quantity.text[:1]
        unit = located.quantity.unit
        if sign not in ("+", "-", "−", "–") or unit is None or unit.name != "percent":
            continue
        k = located.first - 1
        while k > 0 and (sentence.tree[k].tag == "CD" or sentence.tree[k].text in ("(", ":", sign)):
            k -= 1
        named = k >= 0 and sentence.tree[k].is_noun and k not in sentence.stop
        if not named or sentence.verb_before(located.first) is not None or not sentence.free("change", located):
            continue
        values: dict[str, object] = {"direction": "increase" if sign == "+" else "decrease"}
        yield Claim("change", "change.signed", {"amount": located}, located.head, theme=k, values=values)


RULES = (
    Rule("change.level", _by_level, "The shares closed 1.7% lower at $48.20."),
    Rule(
        "change.verb",
        _by_verb,
        "Core prices rose 2.7%.",
        ("change.verb", "change.from_to", "change.factor", "change.stay", "change.gapped"),
    ),
    NOUN,
    APART,
    Rule("change.state", _by_state, "Bus journeys were unchanged at about 3.5 million."),
    Rule("change.signed", _by_sign, "Stocks at noon: Dow +0.2%, Nasdaq -0.8%."),
    Rule("change.adverb", _by_adverb, "Vacancy reached 19.8%, up 3.2 percentage points."),
)
