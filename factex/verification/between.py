"""Arithmetic between two things: the difference and the ratio of their levels."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import TYPE_CHECKING

from factex.records import Comparison, Order, UnitKind
from factex.verification import reckoning
from factex.verification.knowledge import has_phrase, listed
from factex.verification.moments import YEAR, stretch
from factex.verification.numbers import HUNDRED, PARTS
from factex.verification.reckoning import in_unit_of, number_of, of_one_sort, over, reckoned, shown, unit_of
from factex.verification.scopes import NEAR, nearest
from factex.verification.statement import Sort, Statement
from factex.verification.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from factex.verification.words import Word

# Behind what the second thing of a comparison stands.
_AGAINST = re.compile(r"\b(?:than|compared (?:with|to)|as against|against|versus|times)\b")
_PRONOUN = re.compile(r"(?:that|those|it|its|their|his|her)\b", re.IGNORECASE)
_SAME = 0.95
_TWO = 2
# What part of the words for the second thing has to be told of its number.
_LEAST = 1 / 3
# What it counts for that both numbers are told in one sentence.
_ONE_BREATH = 0.5


def comparisons(claim: Statement, fact: Comparison, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Difference, ratio or order of the levels of the two things that a comparison names."""
    left, right = _sides(claim, fact)
    if not left or not right:
        yield from _of_two_times(claim, fact, levels)
        yield from _of_two_years(claim, fact, levels)
        return
    named = [] if fact.right.subject is None else list(claim.reading.inside(fact.right.subject))
    named = [word for word in named if not (word.light or word.generic)]
    best, pairs = _fitting(left, named or right, levels)
    if not best and named:
        best, pairs = _fitting(left, right, levels)
    for fit, one, other in pairs:
        a, b = number_of(one), in_unit_of(one, other)
        if b is None and _counted_apart(one, other, left, right):
            b = number_of(other)
        if fit < best or not best or a is None or b is None:
            continue
        order = _order(claim, one, a, b)
        about = (
            *one.subject,
            *other.subject,
            *(word for word in one.zone if word.name and nearest(word, left) >= NEAR),
        )
        told = dataclasses.replace(
            one, fact=_ordered(one, fact, order), source=one.fact, subject=about, lent=(*one.zone, *other.zone)
        )
        made = _comparison(claim, told, other, a, b)
        if made is not None:
            yield made


def _order(claim: Statement, one: Statement, a: Decimal, b: Decimal) -> Order:
    """How the first number lies to the second; in a race who takes less time is ahead."""
    unit = unit_of(one)
    timed = unit is not None and unit.dimension == "[time]"
    raced = timed and any(word.lower in listed("racing") for word in claim.zone)
    first, second = (b, a) if raced else (a, b)
    return Order.GREATER if first > second else Order.LESS if first < second else Order.EQUAL


def _fitting(
    left: Sequence[Word], right: Sequence[Word], levels: Sequence[Statement]
) -> tuple[float, list[tuple[float, Statement, Statement]]]:
    """How well the pairs of levels fit the two things, and the best of that."""
    pairs = [
        (_fit(left, right, one, other), one, other)
        for one, other in itertools.permutations(levels, 2)
        if one.anchor != other.anchor and one.sort is other.sort
        and (of_one_sort(one, other) or _counted_apart(one, other, left, right))
    ]  # fmt: skip
    return max((fit for fit, _, _ in pairs), default=0.0), pairs


def _counted_apart(one: Statement, other: Statement, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether two numbers count the two things that a claim names: `1,640 more knots than dunlins`."""
    units = [unit for item in (one, other) if (unit := unit_of(item)) is not None and unit.kind is UnitKind.COUNT]
    heads = [words_of(unit.name)[-1:] for unit in units]
    if len(heads) < _TWO or not all(heads):
        return False
    return nearest(heads[0][0], left) >= NEAR and nearest(heads[1][0], right) >= NEAR


def levels_beside(given: Sequence[Statement]) -> Iterator[Statement]:
    """The level of the second thing of a comparison: `240, 90 more than the old ones` gives 150 for those."""
    for one in given:
        fact = one.fact
        if not isinstance(fact, Comparison) or one.role != "left" or fact.right.quantity:
            continue
        then = fact.right.when
        bare = fact.right.subject is None and then is None
        if bare and not has_phrase(fact.sentence.text, "than_before"):
            continue
        for told in given:
            if told.fact is not fact or told.role not in ("difference", "factor") or fact.relation is None:
                continue
            level, how = _second(one, told, fact.relation)
            if level is not None:
                made = reckoned(one, one.sort, level, unit_of(one), how)
                about = one.subject if fact.right.subject is None else one.reading.mention(fact.right.subject)
                past = bare or (then is not None and then.value is None and has_phrase(then.text, "bygone"))
                yield dataclasses.replace(made, subject=about, when=then or made.when, before=past, at=one.anchor)


def _second(one: Statement, told: Statement, relation: Order) -> tuple[Decimal | None, str]:
    """The second level of a comparison from the first and what parts them, with how it was reckoned."""
    a, by = number_of(one), number_of(told)
    unit = unit_of(told)
    if told.role == "difference" and unit is not None and unit.name not in PARTS:
        by = in_unit_of(one, told) or by
    if a is None or by is None or relation is Order.EQUAL:
        return None, ""
    more = relation is Order.GREATER
    if told.role == "factor":
        level = over(a, by)
        return level, "" if level is None else f"{shown(a)} / {shown(by)} = {shown(level)}"
    if unit is not None and unit.name in PARTS:
        by *= PARTS[unit.name]
        level = over(a, 1 + (by if more else -by) / HUNDRED)
        return level, "" if level is None else f"{shown(a)} is {shown(by)} % from {shown(level)}"
    level = a - by if more else a + by
    return level, f"{shown(a)} {'-' if more else '+'} {shown(by)} = {shown(level)}"


def _of_two_times(claim: Statement, fact: Comparison, levels: Sequence[Statement]) -> Iterator[Statement]:
    """The comparison of a thing with itself at a time that the source holds it against: `than last summer`."""
    then = fact.right.when
    if then is None or fact.right.subject is not None:
        return
    for one in levels:
        told = one.fact
        if one.role != "left" or not isinstance(told, Comparison) or told.right.when is None or told.right.subject:
            continue
        alike = told.right.when.text.lower() == then.text.lower() or (
            then.value and then.value == told.right.when.value
        )
        other = next((item for item in levels if item.fact is told and item.role == "right"), None)
        if other is None or not alike:
            continue
        a, b = number_of(one), in_unit_of(one, other)
        if a is None or b is None:
            continue
        order = Order.GREATER if a > b else Order.LESS if a < b else Order.EQUAL
        ordered = dataclasses.replace(one, fact=_ordered(one, fact, order), source=one.fact, at=one.anchor)
        made = _comparison(claim, ordered, other, a, b)
        if made is not None:
            yield made


def _of_two_years(claim: Statement, fact: Comparison, levels: Sequence[Statement]) -> Iterator[Statement]:
    """The comparison of two things that only their years tell apart: `those born in 2020`, `those born in 2016`."""
    years = YEAR.findall(fact.sentence.text)
    if len(years) != len(set(years)) or len(years) != _TWO:
        return
    for one, other in itertools.permutations(levels, 2):
        told = [YEAR.findall(stretch(item)) for item in (one, other)]
        a, b = number_of(one), in_unit_of(one, other)
        if told != [[years[0]], [years[1]]] or one.sort is not other.sort or a is None or b is None:
            continue
        order = Order.GREATER if a > b else Order.LESS if a < b else Order.EQUAL
        lent = (*one.zone, *other.zone)
        ordered = dataclasses.replace(one, fact=_ordered(one, fact, order), source=one.fact, lent=lent, at=one.anchor)
        made = _comparison(claim, ordered, other, a, b)
        if made is not None:
            yield made


def _comparison(claim: Statement, told: Statement, other: Statement, a: Decimal, b: Decimal) -> Statement | None:
    """The comparison of two levels in the form that the claim tells it."""
    unit, own = unit_of(claim), unit_of(told) or unit_of(other)
    sign = ">" if a > b else "<" if a < b else "="
    if claim.sort is Sort.WAY:
        return reckoning.restated(told, Sort.WAY, None, f"{shown(a)} {sign} {shown(b)}", other)
    if claim.sort is Sort.RATIO:
        ratio, stated = over(a, b), number_of(claim)
        if ratio is None:
            return None
        how = f"{shown(a)} / {shown(b)} = {shown(ratio)}"
        if stated is not None and stated != ratio:
            how = f"{shown(b)} × {shown(stated)} = {shown(b * stated)} {'<' if ratio > stated else '>'} {shown(a)}"
        return reckoned(told, Sort.RATIO, ratio, reckoning.TIMES, how, other)
    if unit is not None and unit.name in PARTS:
        gap = over((a - b) * HUNDRED, abs(b))
        how = "" if gap is None else f"({shown(a)} - {shown(b)}) / {shown(b)} = {shown(gap)} %"
        return None if gap is None else reckoned(told, Sort.GAP, abs(gap), reckoning.PERCENT, how, other)
    points = reckoning.POINT if own is not None and own.name == "percent" else own
    return reckoned(told, Sort.GAP, abs(a - b), points, f"{shown(a)} - {shown(b)} = {shown(a - b)}", other)


def _sides(claim: Statement, fact: Comparison) -> tuple[list[Word], list[Word]]:
    """The words that tell the first thing of a comparison from the second, and those that tell the second."""
    reading, sentence, pivot = claim.reading, fact.sentence, fact.right.subject
    at = _pivot(reading.facts.text, sentence.start, sentence.end) if pivot is None else pivot.start
    if at is None:
        return [], []
    told = {word.start for word in reading.inside(fact.difference, fact.factor)}
    within = [word for word in reading.inside(sentence) if word.start not in told]
    _, end = reading.zone(sentence, at)
    left = [word for word in within if word.start < at]
    verb = next((word.start for word in claim.verb if sentence.start <= word.start < at), at)
    about = [word for word in left if word.start < verb and not word.light]
    left += about  # what stands before the verb tells more
    right = [word for word in within if at <= word.start < end]
    if pivot is not None and any(word.name for word in reading.inside(pivot)):
        right = list(reading.inside(pivot))  # "beat Amdal by 525 votes in the runoff"
    if pivot is not None and pivot.antecedent is not None and not _PRONOUN.match(pivot.text):
        right += reading.mention(pivot)
    sides = (left, right)
    first, second = (
        [word for word in side if word.lower not in listed("passed_over") and nearest(word, other) < _SAME]
        for side, other in (sides, sides[::-1])
    )
    return first, second


def _pivot(text: str, start: int, end: int) -> int | None:
    """Where the second thing of a comparison begins."""
    match = _AGAINST.search(text, start, end)
    return None if match is None else match.end()


def _fit(left: Sequence[Word], right: Sequence[Word], one: Statement, other: Statement) -> float:
    """How far two numbers are those of the first and the second thing; 0 where they are not, or the other way round."""
    for first, second in ((one.zone, other.zone), (one.own, other.own)):
        fit = _share(left, first) - _share(left, second) + _share(right, second) - _share(right, first)
        if fit > 0 and _share(right, second) >= _LEAST:
            return fit + (_ONE_BREATH if one.beside(other) else 0.0)
        if fit:
            break
    return 0.0


def _share(words: Sequence[Word], about: Sequence[Word]) -> float:
    return sum(nearest(word, about) >= NEAR for word in words) / len(words)


def _ordered(statement: Statement, claim: Comparison, order: Order) -> Comparison:
    """The fact of a statement as a comparison in an order, so that it compares with one."""
    left, right = (side.model_copy(update={"quantity": None}) for side in (claim.left, claim.right))
    return Comparison(**reckoning.shared(statement.fact), left=left, right=right, relation=order)
