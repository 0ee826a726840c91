"""Comparisons: two things, or one thing at two times, held against each other."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims import degrees
from factex.claims.belonging import beside, parted
from factex.claims.claim import Claim, Rule
from factex.claims.differences import told_difference
from factex.claims.links import link
from factex.claims.listed import further_sides
from factex.claims.movement import preposition
from factex.claims.norms import same
from factex.claims.sentence import comparable, is_proportion, order
from factex.claims.sides import Mentions, side_at
from factex.claims.wholes import DETERMINERS
from factex.lexicon.files import table
from factex.records import Order, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_REACH = 14
# So many words before a number may tell whether it is a loss or a profit.
_SIGNED = 3
# So many words may tell more of what is counted, before `to` and the other side.
_BESIDE = 3
_MARKS = frozenset(("in", "for", "among", "from", "at", "of", "on", "by"))


def _of_a_kind(left: Located, right: Located, gap: list[str]) -> bool:
    """Whether two units that differ are held against each other: `70%, against half`, `compared with 370 men`."""
    one, other = left.quantity.unit, right.quantity.unit
    counted = one is not None and other is not None and one.kind is other.kind is UnitKind.COUNT
    return (is_proportion(left) and is_proportion(right)) or (counted and ("compared" in gap[-3:] or "match" in gap))


def _told_otherwise(left: Located, right: Located) -> bool:
    """Whether a bare number stands before a measured one: `led a crew of nine against winds of up to 55 knots`."""
    one, other = left.quantity.unit, right.quantity.unit
    return one is None and other is not None and other.kind is UnitKind.PHYSICAL


def _sides(sentence: Sentence) -> Iterator[Claim]:
    """`227 compared to America's 109`, `$212 million, against $243 million`, `227 vs 109 supercomputers`."""
    for right in sentence.quantities:
        left, again = compared_with(sentence, right)
        if left is None or left.attributive:
            continue
        near = (sentence.before(right) if again else None) or left
        gap = sentence.gap(near, right)
        if right.attributive and "than" not in gap:
            continue
        if not comparable(left, right) and not _of_a_kind(left, right, gap):
            continue
        if "against" in gap and _told_otherwise(left, right):
            continue
        behind = _linked(sentence, left, right) if near is left else _than(sentence, near, gap)
        told = 3 * (gap[-3:-1] in ([",", "who"], [",", "which"]))  # "bigger than that of the mayor, who reported"
        if behind is None or len(gap) > _REACH + 8 or len(gap) - behind - told > 6 or ";" in gap:
            continue
        if [",", "and"] in ([one, other] for one, other in itertools.pairwise(gap[behind:])):
            continue  # "70 percent were against it, and 30 percent for it"
        if not ((again or sentence.free("comparison", left)) and sentence.free("comparison", right)):
            continue
        if not sentence.free("change", left) and not sentence.free("change", right):
            continue
        relation = _by_signs(sentence, left, right) or order(left.quantity, right.quantity)
        mentions = side_at(sentence, right.first) if right.attributive else beside(sentence, near.last + behind, right)
        if not again:
            mentions = parted(sentence, left) | _parallel(sentence, left, right, left.last + behind) | mentions
        verb = next((k for k in range(near.last, near.last + behind) if sentence.tree[k].is_verb), None)
        held = "than" in gap and verb is not None and sentence.word(left.first - 1) == "of"
        sentence.lefts[right.first] = left
        other = _in_other_unit(sentence, left, right)
        yield Claim(
            "comparison",
            "comparison.sides",
            {"left": left, "right": right, **told_difference(sentence, right)},
            left.head,
            predicate=verb if held else None,  # "The loss, of 61 million zlotys, was smaller than the 80 million"
            mentions=mentions,
            values={"relation": relation},
            pivot=None if other is None else other[1].last,
        )
        if other is not None:
            yield Claim(
                "comparison", "comparison.sides", {"left": other[0], "right": other[1]}, left.head,
                mentions=mentions, values={"relation": order(other[0].quantity, other[1].quantity)},
            )  # fmt: skip
        yield from further_sides(sentence, left, right)


def _in_other_unit(sentence: Sentence, left: Located, right: Located) -> tuple[Located, Located] | None:
    """Both sides told once more in another unit: `$31m, or 22 cents a share, against $48m, or 35 cents a share`."""
    one, other = sentence.after(left.last), sentence.after(right.last)
    if one is None or other is None or not _said_again(sentence, left, one, right):
        return None
    again = sentence.gap(right, other) == [",", "or"] and comparable(one, other)
    return (one, other) if again else None


def _linked(sentence: Sentence, left: Located, right: Located) -> int | None:
    """The place, among the words between two numbers, behind what holds them against each other."""
    gap = sentence.gap(left, right)
    return (
        link(gap)
        or _than(sentence, left, gap)
        or _to_owner(gap, ended=_lent(right) or sentence.word(right.last) in (".", ",", ";", ""))
        or _of_the_vote(sentence, left, right)
        or _told_apart(sentence, left, right)
        or _foretold(sentence, left, right)
    )


def _foretold(sentence: Sentence, left: Located, right: Located) -> int | None:
    """`sold 203,000 cars where analysts had expected 140,000`: the place behind the word that brings the forecast."""
    gap = sentence.gap(left, right)
    k = next((k for k, word in enumerate(gap) if word in ("where", "when")), None)
    verb = sentence.verb_before(right.first)
    if k is None or verb is None or verb.i < left.last + k:
        return None
    verbs = [word for word in sentence.tree.words[left.last : right.first] if word.is_verb and word.dep != "aux"]
    foretelling = sentence.tree.lemma(verb.i) in (*table("verbs")["forecasting"], *table("verbs")["predicted"])
    past = any(word == "had" for word in gap[k:])
    return k + 1 if len(verbs) == 1 and foretelling and past else None


def _by_signs(sentence: Sentence, left: Located, right: Located) -> Order | None:
    """Which is more of a loss and a profit: `a loss of $12 million, against a profit of $3 million`."""
    signs = table("comparison")["signs"]
    one, other = (set(sentence.words(max(0, place.first - _SIGNED), place.first)) for place in (left, right))
    if one & set(signs["losses"]) and other & set(signs["gains"]):
        return Order.LESS
    return Order.GREATER if one & set(signs["gains"]) and other & set(signs["losses"]) else None


def _parallel(sentence: Sentence, left: Located, right: Located, behind: int) -> Mentions:
    """What is named behind either number in the same way: `5% in Oslo, 4% in Bergen`, `nine in ten Danes`."""
    mark = sentence.word(right.last)
    bare = (
        is_proportion(left)
        and is_proportion(right)
        and all(
            one.last < len(sentence.tree) and sentence.tree[one.last].tag in ("NNS", "NNPS") for one in (left, right)
        )
    )
    if not bare and (mark not in _MARKS or sentence.word(left.last) != mark):
        return {}
    skipped = 0 if bare else 1
    head = sentence.nouns_after(left.last + skipped)
    if head is None or head >= behind or sentence.tree[head].label in ("DATE", "TIME"):
        return {}
    named = sentence.nouns_after(right.last + skipped)
    if (
        named is not None
        and sentence.tree[named].tag == "NNP"
        and head == left.last + 1
        and not sentence.tree[head].label
    ):
        return {}  # "has 40 hospitals in use, compared with 12 in Uganda"
    other = side_at(sentence, right.last + skipped)
    if mark == "for" and sentence.word(right.last + skipped) in ("those", "that"):
        return other  # "an average of £1,940 for energy, compared with £1,610 for those in the south"
    if not other:
        return {}  # "318 robberies in the port city last year, against 274 in 2022"
    first, last = sentence.tree.noun_phrase(head, sentence.stop)
    return other | {"left": (max(first, left.last + skipped), last)}


def _held_against(sentence: Sentence, right: Located) -> Located | None:
    """The quantity that another one may be held against: the nearest before it that is of its kind.

    Past a conversion in brackets (`312m crowns ($29m), against 48m`) and past what tells how long (`14.9% over 68
    weeks, compared with 2.4%`) or from what level (`61%, up from 58% but below the 70% of 2010`;
    `fell to 2.9% from 3.4%, against 3% in France`).
    """
    left = sentence.before(right)
    if left is None:
        return None
    outer = sentence.before(left)
    alike = outer is not None and (comparable(outer, right) or (is_proportion(outer) and is_proportion(right)))
    if outer is None or not alike:
        return left
    if left.attributive and left.quantity.unit is not None and left.quantity.unit.kind is UnitKind.AGE:
        return outer  # "68 percent of two-year-olds have had both doses, short of the 95 percent needed"
    described = sentence.tree.words[left.last : right.first]
    inside = not any(word.is_verb or word.text in (",", ";") for word in described)
    if left.attributive and (inside or link(sentence.gap(outer, left)) is not None):
        return outer  # "7.3 tonnes, compared to a ten-year average of 8.1", "short of the five-year average of 7.4"
    owned = sentence.gap(outer, left) in (["of"], *(["of", one] for one in DETERMINERS))
    if owned or _said_again(sentence, outer, left, right):
        return outer  # "29 of the 70 seats, against 18"
    bracketed = sentence.word(left.first - 1) == "(" and sentence.word(left.last) == ")"
    bracketed = bracketed or (not comparable(left, right) and _said_between(sentence, outer, right))
    bracketed = bracketed or _enclosed(sentence, outer, left, right)
    unit = left.quantity.unit
    up = left.first - 1 - int(sentence.word(left.first - 1) in ("by", "from"))
    ended = preposition(sentence, left) == "from" and preposition(sentence, outer) == "to"
    moved = ended or sentence.word(up) in ("up", "down")  # "drew 2.7 million, up by 600,000 and well above the 2.1m"
    lasting = unit is not None and unit.kind in (UnitKind.TIME, UnitKind.AGE)
    lasting = lasting and (
        not comparable(left, right) or sentence.word(left.first - 1) in table("elided")["circumstances"]
    )
    if not (bracketed or lasting or moved):
        return left
    further = sentence.before(outer)
    aside = further is not None and comparable(further, right) and _enclosed(sentence, further, outer, right)
    return further if aside else outer


def _said_again(sentence: Sentence, outer: Located, left: Located, right: Located) -> bool:
    """Whether a number is told in two units, the first that of the other side: `$31m, or 22 cents a share`."""
    units = [None if one.quantity.unit is None else one.quantity.unit.name for one in (outer, left, right)]
    return sentence.gap(outer, left) == [",", "or"] and units[0] == units[2] != units[1]


def _enclosed(sentence: Sentence, outer: Located, left: Located, right: Located) -> bool:
    """Whether the nearer of two numbers stands in a bracket: `15.8% (95% CI 14.9 to 16.7), compared with 2.4%`."""
    opened, closed = "(" in sentence.gap(outer, left), ")" in sentence.gap(left, right)
    return opened and closed and "(" not in sentence.gap(left, right)


def _said_between(sentence: Sentence, outer: Located, right: Located) -> bool:
    """Whether who says so stands between two numbers: `average €1,150, a survey of 3,400 showed, against`."""
    gap = sentence.gap(outer, right)
    closed = "," in gap and any(link(gap[k:]) is not None for k in range(len(gap)) if gap[k] == ",")
    verb = next((one for one in sentence.tree.words[outer.last : right.first] if one.is_verb), None)
    return closed and verb is not None and sentence.tree.lemma(verb.i) in table("verbs")["saying"]


def _of_the_vote(sentence: Sentence, left: Located, right: Located) -> int | None:
    """`took 51.7% of the vote to 44.9% for the challenger`: the word behind the `to` of a vote."""
    gap = sentence.gap(left, right)
    contests = table("comparison")["contests"]["nouns"]
    told = gap[:1] == ["of"] and gap[-1:] == ["to"] and len(gap) <= 5 and gap[-2] in contests and is_proportion(left)
    unit = left.quantity.unit
    polled = gap == [",", "to"] and is_proportion(left) and is_proportion(right)  # "had 48%, to 44% for the Accord"
    counted = (
        gap == ["to"] and unit is not None and unit.name in table("comparison")["contests"]["votes"]
    )  # "18,204 votes to 17,655 for her opponent"
    return len(gap) if (told or counted or polled) and sentence.word(right.last) == "for" else None


def _told_apart(sentence: Sentence, left: Located, right: Located) -> int | None:
    """`longer for women than for men, at 83 years and 79 respectively`: the place of `and` between the numbers."""
    gap = sentence.gap(left, right)
    told = gap == ["and"] and "respectively" in sentence.words(right.last, right.last + 2)
    told = told or (gap == ["to"] and sentence.word(left.first - 1) in (",", ":"))  # "than coal did, 31.2 to 29.8"
    return 1 if told and parted(sentence, left) else None


def _lent(located: Located) -> bool:
    """Whether a number has no unit of its own: `27 winners to Gaultier's 16`."""
    unit = located.quantity.unit
    return unit is None or unit.text not in located.quantity.text


def _to_owner(gap: list[str], *, ended: bool) -> int | None:
    """`2,000 shells a day, to the invaders' 10,000`: `to` with an owner, behind a comma or at the end."""
    owned = any(word in ("'s", "’s", "'", "’") for word in gap)
    if not owned or len(gap) > 7:
        return None
    to = gap.index("to") if "to" in gap else 0
    if to and ended and to <= _BESIDE and not {",", ";", "and"} & set(gap):
        return to + 1  # "nine shots on target to United's two"
    return 2 if gap[:2] == [",", "to"] else 1 if gap[:1] == ["to"] and ended else None


def compared_with(sentence: Sentence, right: Located) -> tuple[Located | None, bool]:
    """The number that another is held against, and whether it is compared already: `640, 5% above Y but below 700`."""
    near = sentence.before(right)
    told = None if near is None else sentence.lefts.get(near.first)
    if near is not None and told is not None and comparable(told, right):
        gap = sentence.gap(near, right)
        joined = len(gap) <= 18 and any(word in ("but", "and", "though") for word in gap)
        return (told if joined else None), True
    return _held_against(sentence, right), False


def _than(sentence: Sentence, left: Located, gap: list[str]) -> int | None:
    """`$84 million, wider than the $61 million`: the place behind `than`, where a comparative stands before it."""
    if "than" not in gap:
        return None
    i = gap.index("than")
    if i == 0 and " ".join(sentence.words(left.first - 2, left.first)) in table("comparison")["nearer"]["phrases"]:
        return 1  # "cost more like £4m than the £2.5m quoted"
    if gap[0] == ")" and i == 1 and sentence.word(left.first - 1) == "(":
        words = sentence.tree.words[max(0, left.first - _REACH) : left.first]
        degree = any(word.tag in ("JJR", "RBR") for word in words)
        return (
            i + 1 if degree else None
        )  # "spent more on dredging (€4.4 million) than it earned in fees (€3.9 million)"
    known: dict[str, str] = table("comparison")["degrees"]
    before = sentence.tree[left.last + i - 1] if i else None
    if before is None:
        return None
    k = before.i
    while k > left.last and (sentence.tree[k].is_noun or sentence.tree[k].tag in ("JJ", "RB", "NNS")):
        k -= 1  # "slid 4.1%, a steeper fall than the 3%", "is more generous than the 7%"
    held = sentence.word(left.last + i + 1) == "the" or before.tag in ("JJ", "RB")
    led = sentence.tree[k].tag in ("JJR", "RBR") and (k == before.i or held)
    return i + 1 if led or before.lower in known else None


RULES = (
    Rule(
        "comparison.degree",
        degrees.by_degree,
        "Lamb averaged $6.84 a kilogram, 23% higher than a year earlier.",
        ("comparison.factor", "comparison.difference"),
    ),
    Rule("comparison.same", same, "The museum drew 212,000 visitors, the same number as the cathedral."),
    Rule("comparison.sides", _sides, "China operates 227 machines compared to America's 109."),
)
