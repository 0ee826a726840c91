"""Changes told by an adverb: `reached 19.8%, up 3.2 points`, `closed 1.7% lower`, `unchanged at 38%`, `Dow +0.2%`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.gapping import gapped
from factex.claims.left_nouns import top_noun
from factex.claims.movement import before_owner, change_verbs, leads
from factex.claims.sentence import comparable, is_multiple, is_relative
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

# So many words may stand between a level and by how much it is up: "topped at £138 at the mart on Tuesday, £9 up on".
_APART = 9


def _by_adverb(sentence: Sentence) -> Iterator[Claim]:
    """`reached 19.8%, up 3.2 points`, `2.3 per cent, down from 2.6`, `fruit prices up 52 per cent`."""
    for located in sentence.quantities:
        k, mark = _adverb_before(sentence, located)
        if mark == "to":
            yield from _down_to(sentence, located, k)
            continue
        told = sentence.word(k) in ("up", "down") or _off(sentence, k, located)
        if not told or not sentence.free("change", located):
            continue
        verb = sentence.verb_before(k)
        titled = _titled(sentence, k - 1)
        if sentence.tree[k].tag == "RP" and sentence.tree[k - 1].is_verb and not (titled or sentence.word(k) == "off"):
            continue  # "made up 40%"
        if verb is not None and verb.i == k - 1 and sentence.tree.lemma(verb.i) in change_verbs():
            continue  # "went up 5%" is the verb's
        roles = {"start" if mark == "from" else "factor" if is_multiple(located) else "amount": located}
        roles |= _ends_behind(sentence, located) if mark != "from" else _end_of_span(sentence, located)
        level, theme = _level_of(sentence, located, k)
        if "end" not in roles and level is not None:
            roles["end"] = level
        if mark == "from" and "end" not in roles:
            continue
        if theme is None and level is None:
            theme = _noun_before(sentence, k)
        main = roles.get("end", located)
        if theme is None and verb is None and main is located and not titled:
            continue
        direction = table("change")["adverbs"][sentence.word(k)]
        claim = Claim("change", "change.adverb", roles, main.head, theme=theme, values={"direction": direction})
        if titled:
            claim.mentions["measure"] = (k - 2 if k > 1 and sentence.tree[k - 2].is_noun else k - 1, k)
            claim.themes_known = True
        yield claim
        if "amount" in roles and "end" not in roles and _goes_on(sentence, located):
            yield from gapped(sentence, None, roles, theme, direction)


def _off(sentence: Sentence, k: int, amount: Located) -> bool:
    """Whether `off` at word `k` tells a fall: `shares were off 3%`, `exports, forecast off 100 million bushels`."""
    unit = amount.quantity.unit
    if sentence.word(k) != "off" or unit is None or unit.kind is UnitKind.TIME:
        return False
    aside = sentence.word(k - 1) == "," and unit.kind in (UnitKind.PERCENT, UnitKind.CURRENCY)
    return k > 0 and (aside or sentence.tree.lemma(k - 1) in ("be", *table("verbs")["forecasting"]))


def _goes_on(sentence: Sentence, amount: Located) -> bool:
    """Whether the thing right before the next number may be up or down too: `gold down 4%, and silver 5%`."""
    following, unit = sentence.after(amount.last), amount.quantity.unit
    counted = unit is None or unit.kind is UnitKind.COUNT
    if following is None or counted:
        return False
    k = following.first - 1
    while k > amount.last and (sentence.word(k) == "by" or sentence.word(k) in leads()):
        k -= 1
    return sentence.tree[k].is_noun


def _adverb_before(sentence: Sentence, located: Located) -> tuple[int, str]:
    """The place where `up` or `down` is to stand before a quantity, and the preposition between them."""
    i = located.first - 1
    while i > 0 and sentence.word(i) in leads() - {"of"}:
        i -= 1
    mark = sentence.word(i)
    if mark == "by" and sentence.words(i - 2, i) in (["up", ","], ["down", ","]):
        return i - 2, mark  # "only thefts of bicycles up, by 3%"
    if mark in ("by", "to", "from") and sentence.word(i - 1) in ("up", "down"):
        return i - 1, mark
    if mark == "on" and sentence.word(i - 1) in ("up", "down") and sentence.word(i + 1) in ("the", "its", "their"):
        return i - 1, "from"  # "up on the 58% recorded five years ago"
    owned = i > 0 and sentence.tree[located.first - 1].tag == "POS"
    i = before_owner(sentence, located.first - 1) if owned else i
    on = owned and sentence.word(i) in ("on", "from") and sentence.word(i - 1) in ("up", "down")
    return (i - 1, "from") if on else (located.first - 1 if owned else i, "")  # "down on last year's 68%"


def _titled(sentence: Sentence, k: int) -> bool:
    """Whether a noun of headlines was taken for a verb: `House prices up 0.4%`."""
    return k >= 0 and sentence.tree[k].tag == "VBZ" and is_property(sentence.tree.lemma(k))


def _ends_behind(sentence: Sentence, amount: Located) -> dict[str, Located]:
    """The ends behind an amount: `up 3% from 40`, `down 6% to 8,120`."""
    follower = sentence.after(amount.last)
    if follower is None:
        return {}
    gap = sentence.gap(amount, follower)
    if gap == [",", "or"] and is_relative(follower) and not is_relative(amount):
        level = sentence.after(follower.last)  # "down 84 cents, or 1 percent, at $82.36 a barrel"
        near = level is not None and sentence.gap(follower, level) in ([",", "at"], [",", "to"], ["at"], ["to"])
        return {"relative": follower} | ({"end": level} if level is not None and near else {})
    if gap[-1:] == ["from"] and len(gap) <= 3 and comparable(amount, follower):
        return {"start": follower}
    return {"end": follower} if gap in (["to"], ["at"], [",", "at"]) else {}


def _end_of_span(sentence: Sentence, start: Located) -> dict[str, Located]:
    """The end behind a start: `down from 65 dollars a barrel to below $40`."""
    end = sentence.after(start.last)
    near = end is not None and sentence.gap(start, end) in (["to"], ["down", "to"], ["up", "to"], ["down"])
    return {"end": end} if end is not None and near and comparable(start, end) else {}


def _level_of(sentence: Sentence, located: Located, k: int) -> tuple[Located | None, int | None]:
    """The level that the adverb at word `k` speaks of, and what has it where the sentence goes on behind: (end, theme).

    The level stands before (`19.8%, up 3.2 points`) or behind the verb (`sales, up 8%, reached 12,600`; `Down 3%, the
    index closed at 7,412`).
    """
    before = _told_first(sentence, _but_for_time(sentence, sentence.before(located), located), located)
    reach = 22 if sentence.word(k - 1) == "," else 14
    near = before is not None and k - before.last <= reach and sentence.free("change", before)
    if before is not None and near and before.attributive and sentence.word(k - 1) == ",":
        return None, top_noun(sentence, k - 2)  # "Copper at 16-month high, up 2.1%"
    if before is not None and near and _is_end(sentence, before, located, k):
        return _part_of(sentence, before), None
    subject = next((word for word in sentence.tree.words[:k] if word.dep in ("nsubj", "nsubjpass")), None)
    if k == 0:
        comma = next(
            (j for j in range(located.last, min(located.last + 7, len(sentence.tree))) if sentence.word(j) == ","), None
        )
        theme = None if comma is None else sentence.nouns_after(comma + 1)
    elif sentence.word(k - 1) == "," and subject is not None and sentence.tree.head(subject.i).i > located.last:
        theme = subject.i
    else:
        return None, None
    if theme is None:
        return None, None
    verb = sentence.tree.head(theme)
    level = sentence.after(verb.i)
    lemma = sentence.tree.lemma(verb.i)
    told = lemma in table("change")["level_verbs"]["words"] or lemma in table("change")["reaching"]["verbs"]
    close = level is not None and told and level.first - verb.i <= 3 and verb.i > located.last
    return (level if close and level is not None and sentence.free("change", level) else None), theme


def _but_for_time(sentence: Sentence, level: Located | None, located: Located) -> Located | None:
    """The number before, without how long it took: `drew 23,600 people over three days, up about 1,500`."""
    units = [None if one is None else one.quantity.unit for one in (level, located)]
    timed = units[0] is not None and units[0].kind is UnitKind.TIME and (units[1] is None or units[1] != units[0])
    led = level is not None and sentence.word(level.first - 1) in table("elided")["circumstances"]
    if level is None or not timed or not led:
        return level
    return sentence.before(level)


def _told_first(sentence: Sentence, level: Located | None, located: Located) -> Located | None:
    """The first of two levels that are told for one: `$1.1 billion, or $2.34 a share, down from $1.4 billion`."""
    first = None if level is None else sentence.before(level)
    units = [
        None if one is None or one.quantity.unit is None else one.quantity.unit.name for one in (first, level, located)
    ]
    again = first is not None and level is not None and sentence.gap(first, level) == [",", "or"]
    return first if again and units[0] == units[2] != units[1] else level


def _part_of(sentence: Sentence, level: Located) -> Located:
    """The part that moves where a level is the total of one: `holds 58 of the 145 seats, up from 41`."""
    part = sentence.before(level)
    if part is None or not sentence.free("change", part) or is_relative(part) is not is_relative(level):
        return level
    gap = sentence.gap(part, level)
    return part if gap[:1] == ["of"] and len(gap) <= 6 and "," not in gap else level


def _noun_before(sentence: Sentence, k: int) -> int | None:
    """What is up or down, right before the adverb: `fruit prices up 52 per cent`, `thefts of bicycles up`."""
    named = k - 2 if k > 1 and sentence.word(k - 1) in (":", "–", "—") else k - 1
    if named < 0 or named in sentence.stop or not sentence.tree[named].is_noun:
        return None
    return top_noun(sentence, named)


def _down_to(sentence: Sentence, level: Located, adverb: int) -> Iterator[Claim]:
    """`the market is down to 85 stalls`: a level that is told with its direction alone."""
    verb = sentence.verb_before(adverb)
    stands = verb is not None and adverb - verb.i <= 2 and sentence.tree.lemma(verb.i) == "be"
    if verb is not None and stands and sentence.free("change", level):
        values: dict[str, object] = {"direction": table("change")["adverbs"][sentence.word(adverb)]}
        start = sentence.after(level.last)
        told = start is not None and sentence.gap(level, start) == ["from"] and comparable(level, start)
        roles = {"end": level} | ({"start": start} if start is not None and told else {})
        yield Claim("change", "change.adverb", roles, level.head, predicate=verb.i, values=values)


def _is_end(sentence: Sentence, end: Located, located: Located, k: int) -> bool:
    """Whether the quantity before `up` or `down` is the level that moved."""
    gap = sentence.words(end.last, k)
    before = (sentence.tree.at(end.quantity.start) or end.first) - 1
    thing = sentence.tree[before - 1]
    of_rank = thing.text[:1].isdigit() and thing.text[-1:].isalpha()  # "ranks 12th of 90, up two places"
    bound = end.quantity.modifier in (Modifier.MORE_THAN, Modifier.LESS_THAN, Modifier.AT_LEAST, Modifier.AT_MOST)
    counted = bound or not is_property(sentence.tree.lemma(thing.i))
    of_things = thing.tag == "NNS" and counted  # "Loans of over $1 million are up"
    if sentence.word(before) == "of" and (of_rank or of_things):
        return False
    if any(word in (";", "while", "but", "and") for word in gap) and gap[-1:] != [","]:
        return False
    marked = gap == [] or "," in gap or "(" in gap or "—" in gap
    reach = 14 if sentence.word(k + 1) == "from" else 8  # "up from 40" can mean nothing else
    if gap.count(",") > 2 or not (marked or len(gap) < reach):
        return False
    return comparable(end, located) or is_relative(located) or is_multiple(located)


def _by_level(sentence: Sentence) -> Iterator[Claim]:
    """`settled 1.4% lower at $78.35`: an amount with an adverb behind a verb that tells a level."""
    adverbs: dict[str, str] = table("change")["adverbs"]
    levels = frozenset(table("change")["level_verbs"]["words"])
    for located in sentence.quantities:
        word = sentence.word(located.last)
        if word not in ("lower", "higher", "down", "up") or not _unclaimed(sentence, located):
            continue
        behind = sentence.words(located.last + 1, located.last + 4)
        if "than" in behind:
            continue
        if behind[:1] == ["on"] and word in ("up", "down") and not is_multiple(located):
            yield _up_on(sentence, located, adverbs[word])
            continue
        verb = sentence.verb_before(located.first)
        moved = pushed(sentence, located)
        theme = _gapped_level(sentence, located) if moved is None else moved
        told = verb is not None and (moved is not None or sentence.tree.lemma(verb.i) in levels)
        if verb is None or not told or (located.first - verb.i > 4 and theme is None):
            continue
        roles = {"amount": located}
        end = sentence.after(located.last)
        if end is not None and sentence.word(end.first - 1) in ("at", "to") and end.first - located.last <= 4:
            roles["end"] = end
        yield Claim(
            "change", "change.level", roles, located.head, predicate=verb.i, theme=theme,
            values={"direction": adverbs[word]},
        )  # fmt: skip


def pushed(sentence: Sentence, located: Located) -> int | None:
    """The noun that is moved by so much: `The strike pushed output 4% lower`."""
    noun, verb = located.first - 1, sentence.verb_before(located.first)
    if verb is None or sentence.tree.lemma(verb.i) not in table("change")["pushing"]["verbs"]:
        return None
    if sentence.word(located.last) not in table("change")["adverbs"] or noun in sentence.stop:
        return None
    thing = top_noun(sentence, noun) if sentence.tree[noun].is_noun else None
    return thing if thing is not None and thing > verb.i else None


def _unclaimed(sentence: Sentence, located: Located) -> bool:
    return sentence.free("change", located) and sentence.free("comparison", located)


def _up_on(sentence: Sentence, amount: Located, direction: str) -> Claim:
    """`a market share of 44%, four points up on last year`, `sales 5% up on 2019`."""
    level = sentence.before(amount)
    gap = [] if level is None else sentence.gap(level, amount)
    while len(gap) > 1 and gap[-1] in table("nouns")["gaps"]["focus"]:
        gap = gap[:-1]  # "reached 1.9 million tonnes, just 1% down on last season"
    apart = range(0 if level is None else level.last, amount.first)
    verbless = len(gap) <= _APART and gap[-1:] == [","] and not any(sentence.tree[k].is_verb for k in apart)
    beside = (verbless and gap.count(",") == 1) or (len(gap) == 1 and sentence.tree.lemma(amount.first - 1) == "be")
    near = level is not None and beside and sentence.free("change", level)
    roles = {"amount": amount} | ({"end": level} if near and level is not None else {})
    named = amount.first - 1
    theme = named if not near and sentence.tree[named].is_noun and named not in sentence.stop else None
    anchor = level.head if near and level is not None else amount.head
    predicate = amount.first - 1 if near and gap[-1:] != [","] else None
    values: dict[str, object] = {"direction": direction}
    return Claim("change", "change.level", roles, anchor, predicate=predicate, theme=theme, values=values)


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
    hardly = [phrase.split() for phrase in table("change")["steady"]["phrases"]]
    for located in sentence.quantities:
        i = located.first - 1
        stays = sentence.word(i - 1) in steady or sentence.words(i - 2, i) in hardly
        if sentence.word(i) not in ("at", "on") or not stays:
            continue
        verb = sentence.verb_before(i)
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


LEVEL = Rule("change.level", _by_level, "The shares closed 1.7% lower at $48.20.")
STATE = Rule("change.state", _by_state, "Bus journeys were unchanged at about 3.5 million.")
SIGNED = Rule("change.signed", _by_sign, "Stocks at noon: Dow +0.2%, Nasdaq -0.8%.")
ADVERB = Rule("change.adverb", _by_adverb, "Vacancy reached 19.8%, up 3.2 percentage points.")
