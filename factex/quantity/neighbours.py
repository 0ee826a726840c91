"""Units that a number leaves to its neighbour: `227 compared to America's 109`, `39 of the 41 economists`."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.quantity.counted_before import noun_before, outnumbering
from factex.quantity.draft import UnitDraft
from factex.quantity.elided import circumstance, near, of_a_size, take_elided
from factex.quantity.gapping import aged_too, gapped, left_out, placed_again
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.quantity.draft import Draft
    from factex.quantity.elided import Before
    from factex.syntax.tree import Tree

_NEVER_HANDED = (UnitKind.RATIO, UnitKind.AGE)
# So many words may lie between two numbers of a pair.
_PARTED = 5
# So many words may lie between a rate and the number held against it.
_AWAY = 9
_SCALES = ("degree_Celsius", "degree_Fahrenheit")


def lend(tree: Tree, drafts: Sequence[Draft], before: Sequence[Before] = ()) -> None:
    """Gives bare numbers the unit of a neighbour that the text ties them to; changes drafts in place.

    Args:
        tree: The sentence.
        drafts: Its quantities.
        before: The sentences before it with their quantities, nearest first.
    """
    _multiples(tree, drafts)
    _points(tree, drafts)
    _index_levels(tree, drafts)
    _degrees(tree, drafts)
    _rates(tree, drafts)
    if any(draft.unit is not None for draft in drafts):
        _hand(tree, drafts)
    for left, right in itertools.pairwise(drafts):
        if left.unit is None and right.unit is None and _tied(tree, left, right) and not _moved(tree, left, right):
            left.unit = right.unit = noun_before(tree, left)
    for k, right in enumerate(drafts[1:]):
        beyond = k > 0 and _only_lasts(tree, drafts[k]) and _nearer_in_size(drafts[k - 1], drafts[k], right)
        left = drafts[k - int(beyond)]  # "drew 900 people over three days, up 150"
        if (
            right.unit is None
            and left.unit is not None
            and left.unit.kind not in _NEVER_HANDED
            and _tied(tree, left, right)
        ):
            right.take_unit(left)
    for draft in drafts:
        if draft.unit is None:
            draft.unit = outnumbering(tree, draft)
    take_elided(tree, drafts, before)


def _multiples(tree: Tree, drafts: Sequence[Draft]) -> None:
    """A bare number behind `a factor of` tells how many times: `rose by a factor of three`."""
    for draft in drafts:
        k = tree.first_from(draft.start)
        if draft.unit is None and k > 1 and tree[k - 1].lower == "of" and tree[k - 2].lower == "factor":
            draft.unit = UnitDraft(tree.text[draft.number_start : draft.number_end], UnitKind.RATIO, "times")


def _hand(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Hands units back over lists and on over comparisons, movements and ages."""
    for k in (*range(len(drafts) - 1, -1, -1), *range(len(drafts))):  # lists hand back, comparisons hand on
        draft = drafts[k]
        if draft.unit is None and not draft.attributive:
            behind = drafts[k + 1] if k + 1 < len(drafts) else None
            before = _nearest_told(tree, drafts[:k], draft)
            lender = _beside_percentage(tree, drafts[:k], draft) or _lender(tree, draft, before, behind)
            if lender is not None:
                draft.take_unit(lender)
    for first, second, third in zip(drafts, drafts[1:], drafts[2:], strict=False):
        lent = third.unit is not None and second.unit is not None and third.unit.name == second.unit.name
        from_it = _gap(tree, first, second) == ["from"] and _gap(tree, second, third) == [","]
        if lent and first.unit and from_it and _more_behind(tree, third):
            third.unit = first.unit  # "41 points from 19 games, six more"
    for left, right in itertools.pairwise(drafts):
        if right.unit is not None or left.unit is None:
            continue
        gap, k = _gap(tree, left, right), tree.first_from(left.start)
        opened = tree[k - 1].lower if k else ""
        if gap == ["to"] and opened == "from" and left.unit.kind is not UnitKind.RATIO:
            right.take_unit(left)  # "from 340 tonnes to 275", "from 60 to 63"
        measured = left.unit.kind in (UnitKind.PHYSICAL, UnitKind.CURRENCY, UnitKind.COUNT)
        if measured and gap[-1:] == ["to"] and len(gap) <= 5 and opened == "by":
            right.take_unit(left)  # "fell by 30 tonnes last season to 410"
    for left, right in itertools.pairwise(drafts):
        aged = left.unit is not None and left.unit.kind is UnitKind.AGE and right.unit is None
        gap = _gap(tree, left, right)
        told_of = (
            gap[:1] == ["for"] and gap[-1:] == ["and"] and len(gap) <= _PARTED
        )  # "33.8 for men and 31.4 for women"
        if aged and (told_of or gap in ([","], ["and"], [",", "and"]) or aged_too(tree, right, left)):
            right.unit = left.unit  # "aged 12, 14 and 15"


def _more_behind(tree: Tree, draft: Draft) -> bool:
    """Whether a number tells how many more or fewer: `five more than`, `900,000 short of`."""
    following = [word.lower for word in tree.words[tree.first_from(draft.end) :][:2]]
    placed = following in (["over", "the"], ["under", "the"])  # "52 tonnes, eight over the limit"
    return placed or not set(following[:1]).isdisjoint(table("neighbours")["differing"])


def _gap(tree: Tree, left: Draft, right: Draft) -> list[str]:
    words = itertools.islice(tree.words, tree.first_from(left.end), None)
    return [word.lower for word in itertools.takewhile(lambda word: word.end <= right.start, words)]


def _beside_percentage(tree: Tree, before: Sequence[Draft], draft: Draft) -> Draft | None:
    """`13.4 million containers, 7% fewer than Hull but 900,000 more than Antwerp`: what the percentage is of."""
    if not _more_behind(tree, draft) or len(before) < 2:
        return None
    amount, share = before[-2:]
    percent = share.unit is not None and share.unit.kind is UnitKind.PERCENT
    counted = amount.unit is not None and amount.unit.kind is UnitKind.COUNT
    return amount if percent and counted and "," in _gap(tree, amount, share) else None


def _tied(tree: Tree, left: Draft, right: Draft) -> bool:
    """Whether words of comparison or movement stand between two numbers: `against`, `up from`, `compared with`."""
    gap = _gap(tree, left, right)
    percent = left.unit is not None and left.unit.kind is UnitKind.PERCENT
    if not gap or (percent and _beyond_percent(right, gap)):
        return False
    cues = table("neighbours")
    between = [word for word in tree.words if left.end <= word.start and word.end <= right.start]
    other = any(word.is_noun and word.dep == "nsubj" for word in between)
    ties = (
        set(cues["ties"]) - {"from", "up", "down"} if other else cues["ties"]
    )  # "put up 40 lamps; thefts fell from 84"
    verbs = table("comparison")["verbs"]
    placings = table("comparison")["placings"]  # "412 million francs, below the 430 million expected"
    passing = any((word.is_verb and tree.lemma(word.i) in verbs) or word.lower in placings for word in between)
    passed = gap[-1] == "the" and passing
    return (
        len(gap) <= cues["reach"]
        and (passed or any(word in ties for word in gap))  # "3.1 billion euros beat the 2.7 billion forecast"
        and not any(word in (";", ":") for word in gap)
        and gap[-1] not in ("when", "where")
    )


def _moved(tree: Tree, left: Draft, right: Draft) -> bool:
    """Whether two numbers are the ends of a change, which counts nothing that stands before it."""
    return not set(_gap(tree, left, right)).isdisjoint(("from", "up", "down"))


def _lender(tree: Tree, draft: Draft, before: Draft | None, behind: Draft | None) -> Draft | None:
    if behind is not None and behind.unit is not None and behind.unit.kind not in _NEVER_HANDED:
        gap = _gap(tree, draft, behind)
        pointed = gap[1:2] in (["them"], ["which"], ["whom"], ["these"], ["those"], ["it"])
        if (
            (gap[:1] == ["of"] or gap[:2] == ["out", "of"])
            and not pointed
            and len(gap) <= 6
            and not any(
                word.is_verb or word.text == ","
                for word in tree.words
                if draft.end <= word.start and word.end <= behind.start
            )
        ):
            return behind
        degree = next((word.lower for word in tree.words[tree.first_from(behind.end) :][:1]), "")
        if gap == [","] and degree in table("comparison")["degrees"]:
            return None  # "277 million, 16.5% more than in 2023"
        if gap == [","] and behind.unit.kind is UnitKind.PERCENT and draft.scale > 1:
            return None  # "recovered to 8.1 million, 92% of the level in 2019"
        alike = draft.modifier is behind.modifier or draft.modifier is Modifier.EXACT
        if gap == [","] and not alike:
            return None  # "women over 60, 18 percent of whom"
        moved = before is not None and before.unit is not None and _gap(tree, before, draft)[-1:] in (["to"], ["from"])
        if gap == [","] and moved and behind.unit.kind is UnitKind.COUNT:
            return before  # "by 150,000 tonnes to 1.28 million, two people said"
        if gap in (["and"], ["or"], ["to"], [","], ["vs"], ["versus"], ["v"], ["against"], ["-"]):
            return behind
        if gap[:1] == ["to"] and behind.unit.kind is not UnitKind.PERCENT and len(gap) < 3:
            return behind
    if before is not None and before.unit is not None and before.unit.kind not in _NEVER_HANDED:
        gap = _gap(tree, before, draft)
        words = table("neighbours")
        following = [word.lower for word in tree.words[tree.first_from(draft.end) :][:2]]
        last_of_list = "respectively" in following and gap[-1:] == ["and"]
        if _tied(tree, before, draft) or last_of_list:
            return before
        if (
            following[:1] == ["of"]
            and following[1:] in (["them"], ["whom"], ["which"], ["these"], ["those"])
            and len(gap) <= words["reach"]
        ):
            return before
        spoken = " ".join(gap)
        if any(phrase in spoken for phrase in words["parts"]) or gap == [",", "including"]:
            return before
        counted = before.unit.kind in (UnitKind.COUNT, UnitKind.PHYSICAL)
        opened = tree.words[0].lower == "of" and counted and "," in gap
        if opened and not any(word.is_noun for word in tree.words if draft.end <= word.start < draft.end + 2):
            return before  # "Of the 41 fossils, 12 are complete"
        farther = 2 * _AWAY if "," in gap else _AWAY
        again = gap[-1:] == ["and"] and len(gap) <= farther and _more_behind(tree, before)  # "14 behind, and six ahead"
        apposed = len(gap) <= 2 or (gap[-1] == "," and len(gap) <= _AWAY) or ("as" in gap and gap[-1] in ("and", "but"))
        if _more_behind(tree, draft) and (again or apposed) and before.unit.kind is not UnitKind.PERCENT:
            return before
        over_time = len(gap) <= 4 and gap[:1] == ["in"] and gap[-1] in (",", "and") and following[:1] == ["in"]
        if over_time and before.unit.kind is UnitKind.COUNT:
            return before  # "312 files in 2021, 288 in 2022"
        told = gapped(tree, draft, before) or left_out(tree, draft, before) or placed_again(tree, draft, before)
        if told or gap[-2:] == ["and", "another"]:
            return before
    return None


def _beyond_percent(draft: Draft, gap: Sequence[str]) -> bool:
    """Whether a number behind a percentage is none: too large, or the level that the percentage led to."""
    large = draft.value is not None and draft.value >= table("neighbours")["beyond_percent"]
    return large or (gap[-1:] == ["to"] and "against" in gap)  # "has gained 21% against the dollar to 129"


def _points(tree: Tree, drafts: Sequence[Draft]) -> None:
    """`points` beside a percentage are percentage points."""
    cues = table("neighbours")
    polled = any(word.lower in cues["percent_words"] for word in tree.words)
    if not polled and not any(draft.unit is not None and draft.unit.kind is UnitKind.PERCENT for draft in drafts):
        return
    if any(word.lower in cues["point_words"] for word in tree.words):
        return
    for draft in drafts:
        if draft.value is not None and draft.value > cues["most_points"]:
            continue
        if _of_places(tree, draft):
            continue
        if (
            draft.unit is not None
            and draft.unit.kind is UnitKind.COUNT
            and draft.unit.name == "point"
            and not draft.attributive
            and not re.match(
                r",?\sor\s[\d.]+\s?(?:%|per)", tree.text[draft.end : draft.end + 20]
            )  # "31 points, or 0.7%"
        ):
            draft.unit = UnitDraft(draft.unit.text, UnitKind.PERCENT, "percentage_point")


def _of_places(tree: Tree, draft: Draft) -> bool:
    """Whether points are places: `water taken at 46 points along the river`."""
    first, last = tree.first_from(draft.start), tree.first_from(draft.end)
    led = first > 0 and tree[first - 1].lower in ("at", "from")
    return led and last < len(tree) and tree[last].lower in table("places")["prepositions"]


def _degrees(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Bare `degrees` beside a temperature are degrees of its scale."""
    scale = next((d.unit for d in drafts if d.unit is not None and d.unit.name in _SCALES), None)
    for draft in drafts:
        if scale is not None and draft.unit is not None and draft.unit.name == "degree" and not _bearing(tree, draft):
            draft.unit = UnitDraft(draft.unit.text, scale.kind, scale.name, scale.dimension)


def _rates(tree: Tree, drafts: Sequence[Draft]) -> None:
    """The rate of the one end of a movement is that of the other: `from $18 to $54 a carton`."""
    links = frozenset(table("neighbours")["against"])
    for left, right in itertools.pairwise(drafts):
        gap, k = _gap(tree, left, right), tree.first_from(left.start)
        moved = gap == ["to"] and k > 0 and tree[k - 1].lower == "from"
        rate, bare = (right, left) if moved and _is_rate(right) else (left, right)
        told = gap == ["from"] or gap[-2:] in (["up", "from"], ["down", "from"])
        told = told and of_a_size(left, right)  # no "$2.34 a share, down from $1.4 billion"
        beside = set(gap) <= links.union(table("neighbours")["beside_against"])
        held = not links.isdisjoint(gap) and of_a_size(left, right)  # no "$1.30 per share, against $3.8 billion"
        against = held and (beside or (len(gap) <= _AWAY and near(left, right)))
        if not (moved or told or against):
            continue  # "$81 per kilowatt-hour, against $115 for the older type"
        if bare.unit is None or rate.unit is None or not rate.unit.name.startswith(f"{bare.unit.name} / "):
            continue
        if not against or rate.unit.text.startswith(bare.unit.text):
            bare.take_unit(rate)


def _is_rate(draft: Draft) -> bool:
    return draft.unit is not None and " / " in draft.unit.name


def _bearing(tree: Tree, draft: Draft) -> bool:
    """Whether a point of the compass stands behind degrees: `29.5°N`."""
    return tree.text[draft.end : draft.end + 1] in ("N", "S", "E", "W") or tree.text[draft.end :].startswith(
        (" north", " south", " east", " west", " N", " S ")
    )


def _index_levels(tree: Tree, drafts: Sequence[Draft]) -> None:
    """The bare level of an index takes the points of its movement: `lost 162.31 points, to fall to 7,425.81`."""
    cues = table("neighbours")
    if not any(word.lower in cues["index_words"] for word in tree.words):
        return
    points = next((d.unit for d in drafts if d.unit is not None and d.unit.name == "point"), None)
    for draft in drafts:
        level = draft.unit is None and draft.value is not None and draft.value >= cues["least_level"]
        if points is not None and level and not draft.attributive:
            draft.unit = points


def _in_aside(tree: Tree, told: Draft, draft: Draft) -> bool:
    """Whether a number is of some among those that are told of, between commas before another number."""
    k = tree.first_from(told.start)
    opened = [word.lower for word in tree.words[max(0, k - 3) : k]]
    aside = " ".join(opened[-2:]) in table("neighbours")["parts"] or opened[-1:] == ["including"]
    comma = "," in opened and "," in _gap(tree, told, draft)
    return aside and comma


def _nearer_in_size(one: Draft, other: Draft, draft: Draft) -> bool:
    """Whether the first of two numbers is nearer in size to a third than the second is."""
    sizes = [abs(number.value or number.low or number.high or Decimal(0)) for number in (one, other, draft)]
    if not all(sizes):
        return False
    first, second = (max(size, sizes[2]) / min(size, sizes[2]) for size in sizes[:2])
    return first < second


def _only_lasts(tree: Tree, draft: Draft) -> bool:
    """Whether a number only tells how long something took: `over three days`."""
    led = tree[max(0, tree.first_from(draft.start) - 1)].lower in table("elided")["circumstances"]
    return led and draft.unit is not None and draft.unit.kind is UnitKind.TIME


def _nearest_told(tree: Tree, earlier: Sequence[Draft], draft: Draft) -> Draft | None:
    """The nearest quantity before one, past a conversion in brackets and past how long it took.

    `2.2 billion shekels ($590m) and 71m`, `shed 12.4 kilograms over 72 weeks, against 0.9`;
    before a difference, past where or when it was done too: `27 goals in 31 matches, five more`.
    """
    if len(earlier) < 2:
        return earlier[-1] if earlier else None
    nearest = earlier[-1]
    if nearest.attributive and not earlier[-2].attributive and _more_behind(tree, draft):
        return earlier[-2]  # "took 38 seats on the 80-member council, eight more than"
    if nearest.unit is not None and nearest.unit.kind is UnitKind.COUNT and _in_aside(tree, nearest, draft):
        return earlier[-2]  # "14 people, among them three children, were killed and 60 injured"
    closed = tree.text[nearest.end : nearest.end + 1] == ")" and tree.text[nearest.start - 1 : nearest.start] == "("
    outside = closed and nearest.unit is not None and nearest.unit.kind is UnitKind.CURRENCY and draft.unit is None
    lasting = _only_lasts(tree, nearest)
    gap = _gap(tree, nearest, draft)
    moved = not {"up", "down"}.isdisjoint(gap) and _nearer_in_size(earlier[-2], nearest, draft)
    held = moved or not set(gap).isdisjoint(table("neighbours")["against"])
    beside = _more_behind(tree, draft) and circumstance(tree, nearest) and not circumstance(tree, earlier[-2])
    return earlier[-2] if outside or (lasting and held) or beside else nearest
