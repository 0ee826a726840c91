"""Differences named by a noun: `8.3% and 15.9%, a difference of 7.6 points`, `the gap between A and B is 12 years`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.belonging import beside
from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, is_multiple, is_proportion, is_relative, order
from factex.claims.sides import side_at
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.claims.sides import Mentions
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

# So many words may lie between the two numbers whose difference is told.
_REACH = 12
# So many words may tell where or when between a number and the comma before its premium.
_CIRCUMSTANCE = 8
# So many words may lie between a verb and the difference that it tells: "stands at just 11".
_TOLD_AT = 3
# So many words at most lie between a noun of difference and `between`: "gap has opened".
_TO_BETWEEN = 5
# So many may tell whose senior somebody is: "23 years the shipping tycoon's junior".
_OWNER = 6
# So many words lie at most between an offer and its premium: "represents a".
_TOLD = 4


def _differences(sentence: Sentence) -> Iterator[Claim]:
    """Two numbers with the difference behind them, or two things with the difference between them."""
    for located in sentence.quantities:
        data = table("comparison")
        named = (*data["premiums"], *data["apart"]["nouns"])  # "holds an eight-point lead over", "a 12-point gap"
        bound = located.attributive and sentence.word(located.last) not in named
        if bound or not sentence.free("comparison", located) or not sentence.free("change", located):
            continue
        readings = (_senior, _behind_both, _between, _apart, _premium)
        claim = next((claim for read in readings if (claim := read(sentence, located)) is not None), None)
        if claim is not None:
            yield claim


def _behind_both(sentence: Sentence, located: Located) -> Claim | None:
    """`8.3% in one arm and 15.9% in the other, a difference of 7.6 percentage points`."""
    right = sentence.before(located)
    left = None if right is None else sentence.before(right)
    if left is None or right is None or not names_difference(sentence, located):
        return None
    gap = sentence.gap(left, right)
    told = comparable(left, right) and (comparable(right, located) or (is_proportion(right) and is_relative(located)))
    points = is_proportion(right) and located.quantity.unit is not None and "point" in located.quantity.unit.name
    apart = len(gap) <= _REACH and not {";", "from"} & set(gap) and not (left.attributive or right.attributive)
    if not (told or points) or not comparable(left, right) or not apart:
        return None
    if not all(sentence.free(kind, one) for kind in ("comparison", "change") for one in (left, right)):
        return None
    sides = {name: beside(sentence, one.first, one).get("right") for name, one in (("left", left), ("right", right))}
    mentions: Mentions = {name: span for name, span in sides.items() if span is not None}
    mentions = mentions if len(mentions) == 2 else _gapped(sentence, right, gap)
    return Claim(
        "comparison", "comparison.difference_of", {"left": left, "right": right, "difference": located}, left.head,
        mentions=mentions, values={"relation": order(left.quantity, right.quantity)},
    )  # fmt: skip


def names_difference(sentence: Sentence, located: Located) -> bool:
    """Whether a noun tells that a number is the difference of those before it: `…, a margin of just 216`."""
    k = located.first - 1
    while k > 0 and sentence.word(k) in table("elided")["leads"]:
        k -= 1
    noun = sentence.word(k - 1) in table("comparison")["apart"]["nouns"]
    return noun and sentence.word(k) == "of" and sentence.words(k - 3, k - 1) == [",", "a"]


def told_difference(sentence: Sentence, right: Located) -> dict[str, Located]:
    """The difference that a noun behind the second of two numbers tells, as a role."""
    other = sentence.after(right.last)
    told = other is not None and comparable(right, other) and names_difference(sentence, other)
    gap = [] if other is None else sentence.gap(right, other)
    near = len(gap) <= _REACH and not any(mark in gap for mark in (";", ":"))
    return {"difference": other} if other is not None and told and near and not other.attributive else {}


def _gapped(sentence: Sentence, right: Located, gap: list[str]) -> Mentions:
    """Who has the second number, told without a verb: `Scotland averaged 71 points and Wales 64, a gap of seven`."""
    noun = right.first - 1
    told = gap[:1] == ["and"] and sentence.tree[noun].is_noun and not any(
        word.is_verb for word in sentence.tree.words[right.first - len(gap) : right.first]
    )  # fmt: skip
    return {"right": sentence.tree.noun_phrase(noun, sentence.stop)} if told else {}


def _between(sentence: Sentence, located: Located) -> Claim | None:
    """`The gap in life expectancy between Kensington and Blackpool is 12 years`."""
    tree = sentence.tree
    nouns = table("comparison")["apart"]["nouns"]
    verb = sentence.verb_before(located.first)
    told = verb is not None and tree.lemma(verb.i) in table("comparison")["apart"]["verbs"]
    if verb is None or not told or located.first - verb.i > _TOLD_AT:
        return None
    for k in range(verb.i - 1):
        if tree[k].lower not in nouns or "between" not in sentence.words(k + 1, k + 5):
            continue
        start = k + 1 + sentence.words(k + 1, k + 5).index("between")
        joint = next((j for j in range(start + 1, verb.i) if sentence.word(j) == "and"), None)
        if joint is None or any(one.first in range(k, verb.i) for one in sentence.quantities):
            return None
        left, right = _last_noun(sentence, start + 1, joint), sentence.nouns_after(joint + 1, 4)
        if left is None or right is None or right >= verb.i:
            return None
        spans = [tree.noun_phrase(noun, sentence.stop) for noun in (left, right)]
        return Claim(
            "comparison", "comparison.difference_of", {"difference": located}, located.head, predicate=verb.i,
            mentions={"left": spans[0], "right": (max(spans[1][0], joint + 1), spans[1][1])},
        )  # fmt: skip
    return None


def _apart(sentence: Sentence, located: Located) -> Claim | None:
    """`a gap of 5,020 euros between the salaries of men and women`; no length, which may lie between two things."""
    unit = located.quantity.unit
    start = _gap_between(sentence, located)
    if start is None or (unit is not None and unit.dimension == "[length]"):
        return None
    mentions = both_sides(sentence, start, ("and",))
    if not mentions:
        return None
    role = "factor" if is_multiple(located) else "difference"
    return Claim("comparison", "comparison.difference_of", {role: located}, located.head, mentions=mentions)


def both_sides(sentence: Sentence, start: int, joints: tuple[str, ...]) -> Mentions:
    """Two things that one word joins from word `start` on: `Astrid Lindell from Karim Amar`, `men and women`."""
    tree = sentence.tree
    end = next((k for k in range(start, len(tree)) if tree[k].text in (",", ".", ";") or tree[k].is_verb), len(tree))
    joint = next((k for k in range(start, end) if sentence.word(k) in joints), None)
    left = None if joint is None else _last_noun(sentence, start, joint)
    right = None if joint is None else sentence.nouns_after(joint + 1, 4)
    if joint is None or left is None or right is None or right >= end:
        return {}
    spans = [tree.noun_phrase(one, sentence.stop) for one in (left, right)]
    return {"left": (max(spans[0][0], start), spans[0][1]), "right": (max(spans[1][0], joint + 1), spans[1][1])}


def _gap_between(sentence: Sentence, located: Located) -> int | None:
    """The word behind `between`, where a noun tells that a number is a difference: `a 12-point gap between`."""
    nouns, k = table("comparison")["apart"]["nouns"], located.last
    before = sentence.word(located.first - 1) == "of" and sentence.word(located.first - 2) in nouns
    beside = sentence.word(k - 1) not in nouns and sentence.word(k) in nouns and k not in sentence.stop
    behind = range(k, min(k + 1 + _TO_BETWEEN, len(sentence.tree)))
    between = next((j for j in behind if sentence.word(j) == "between"), None)
    if not (before or beside) or between is None or {",", ";", "and"} & set(sentence.words(k, between)):
        return None
    return between + 1  # "a threefold difference in fees between", "a gulf of 38 points has opened up between"


def _senior(sentence: Sentence, located: Located) -> Claim | None:
    """`She is nine years his senior`, `twelve years the junior of her rival`: who is older, and by how much."""
    tree, unit = sentence.tree, located.quantity.unit
    seniority: dict[str, str] = table("comparison")["seniority"]
    end = min(located.last + _OWNER, len(tree))
    k = next((k for k in range(located.last, end) if sentence.word(k) in seniority), None)
    if k is not None and k >= located.last + _TOLD_AT and tree[k - 1].tag != "POS":
        return None
    if k is None or unit is None or unit.name != "year" or located.attributive or k == located.last:
        return None
    mentions = side_at(sentence, k + 2) if sentence.word(k + 1) == "of" else {"right": (located.last, k)}
    if tree[k - 1].tag == "POS":
        mentions = {"right": tree.noun_phrase(k - 2, sentence.stop)}
    verb = sentence.verb_before(located.first)
    return Claim(
        "comparison", "comparison.difference_of", {"difference": located}, located.head,
        predicate=None if verb is None else verb.i, mentions=mentions,
        values={"relation": seniority[sentence.word(k)]},
    )  # fmt: skip


def _premium(sentence: Sentence, located: Located) -> Claim | None:
    """`closed at $3.12, a 14% discount to the $3.63 offered`, `at a premium of $4.10 to West Texas crude`."""
    premiums: dict[str, str] = table("comparison")["premiums"]
    noun = _premium_noun(sentence, located, premiums)
    k = located.last if noun is None else max(located.last, noun + 1)
    if noun is None or sentence.word(k) not in table("comparison")["premiums_over"]["prepositions"]:
        return None
    level, before = sentence.after(k), sentence.before(located)
    right = level if level is not None and sentence.words(k + 1, level.first) in ([], ["the"], ["its"]) else None
    mentions: Mentions = {} if right is not None else side_at(sentence, k + 1)
    if right is None and not mentions:
        return None
    money = before is not None and not before.attributive and before.quantity.unit is not None
    alike = money and before is not None and (is_proportion(located) or comparable(before, located))
    beside_it = before is not None and _leads_on(sentence, before, min(located.first, noun))
    roles = {"difference": located}
    if before is not None and alike and beside_it and sentence.free("comparison", before):
        roles["left"] = before
    if right is not None and sentence.free("comparison", right):
        roles["right"] = right
        mentions = beside(sentence, right.first, right)
    anchor = roles.get("left", located).head
    verb = sentence.verb_before(noun) if "left" not in roles else None
    return Claim(
        "comparison", "comparison.difference_of", roles, anchor, predicate=None if verb is None else verb.i,
        mentions=mentions | ({} if verb is None else _holder(sentence, verb)),
        values={"relation": premiums[sentence.word(noun)]},
    )  # fmt: skip


def _holder(sentence: Sentence, verb: Word) -> Mentions:
    """Who is given a premium: `The new decks give it an edge of 80 berths over its sister ship`."""
    given = sentence.tree.child(verb.i, "dative")
    if given is None or given.i < verb.i or not (given.is_noun or given.tag == "PRP"):
        return {}
    return {"left": sentence.tree.noun_phrase(given.i, sentence.stop) if given.is_noun else (given.i, given.i + 1)}


def _premium_noun(sentence: Sentence, located: Located, nouns: dict[str, str]) -> int | None:
    """The noun of a premium: behind its number (`a 14% discount`) or before it (`a premium of $4.10`)."""
    if sentence.word(located.last) in nouns:
        return located.last
    before = located.first - 2 - int(sentence.word(located.first - 1) in table("ranges")["focus"])
    return before if sentence.word(before + 1) == "of" and sentence.word(before) in nouns else None


def _leads_on(sentence: Sentence, before: Located, end: int) -> bool:
    """Whether a premium behind a number is told of it: `$3.12, a 14% …`, `At $74.30, Brent trades at a …`."""
    gap = ["a" if word == "an" else word for word in sentence.words(before.last, end)]
    if gap[-2:] == [",", "a"] and len(gap) <= _CIRCUMSTANCE:
        return not any(word.is_verb for word in sentence.tree.words[before.last : end])  # "10 million at its peak, a"
    opening = before.first == 1 and sentence.word(0) == "at" and gap[:1] == [","]
    told = sentence.word(before.first - 1) == "of" and gap[-1:] == ["a"] and len(gap) <= _TOLD  # "represents a premium"
    return (
        opening
        or (told and "," not in gap)
        or gap in ([",", "a"], [",", "at", "a"], [",", "representing", "a"], [",", "or", "a"])
    )


def _last_noun(sentence: Sentence, first: int, last: int) -> int | None:
    return next(
        (k for k in range(last - 1, first - 1, -1) if sentence.tree[k].is_noun and k not in sentence.stop), None
    )


RULE = Rule(
    "comparison.difference_of",
    _differences,
    "Villagers paid 90 crowns and townspeople 140 crowns, a difference of 50 crowns.",
)
