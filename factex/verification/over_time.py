"""Arithmetic over time: what the levels of one thing at two times say of its change, and a change of its levels."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from factex.records import Change, Comparison, Direction
from factex.verification import reckoning
from factex.verification.numbers import HUNDRED
from factex.verification.reckoning import PARTS, in_unit_of, number_of, over, reckoned, shown, unit_of
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from factex.verification.numbers import Interval


def changes(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Change from the level before to the level after, in the form that the claim tells it."""
    for old, new in _pairs(levels):
        a, b = number_of(old), in_unit_of(old, new)
        if a is None or b is None:
            continue
        way = Direction.INCREASE if b > a else Direction.DECREASE if b < a else Direction.NONE
        told = dataclasses.replace(new, fact=_directed(new, way), source=new.fact)
        made = _change(claim, told, old, a, b)
        if made is not None:
            yield made


def _change(claim: Statement, told: Statement, old: Statement, a: Decimal, b: Decimal) -> Statement | None:
    unit, own = unit_of(claim), unit_of(old)
    if claim.sort is Sort.WAY:
        return reckoning.restated(told, Sort.WAY, None, f"from {shown(a)} to {shown(b)}", old)
    if claim.sort in (Sort.MULTIPLE, Sort.RATIO):
        ratio = over(b, a)
        how = "" if ratio is None else f"{shown(b)} / {shown(a)} = {shown(ratio)}"
        return None if ratio is None else reckoned(told, Sort.MULTIPLE, ratio, reckoning.TIMES, how, old)
    if unit is not None and unit.name in PARTS:
        part = over((b - a) * HUNDRED, abs(a))
        how = "" if part is None else f"({shown(b)} - {shown(a)}) / {shown(a)} = {shown(part)} %"
        return None if part is None else reckoned(told, Sort.DELTA, abs(part), reckoning.PERCENT, how, old)
    points = own is not None and own.name == "percent"
    if points and (unit is None or unit.name not in ("percentage_point", "basis_point")):
        return None
    how = f"{shown(b)} - {shown(a)} = {shown(b - a)}{' points' if points else ''}"
    return reckoned(told, Sort.DELTA, abs(b - a), reckoning.POINT if points else own, how, old)


def _directed(statement: Statement, way: Direction) -> Change:
    """The fact of a statement as a change in a direction, so that it compares with one."""
    fact = statement.fact
    if isinstance(fact, Change):
        return fact.model_copy(update={"direction": way})
    return Change(**reckoning.shared(fact), direction=way)


def _pairs(levels: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of levels of one thing at two times, the earlier first."""
    for i, one in enumerate(levels):
        for other in levels[i + 1 :]:
            if isinstance(one.fact, Change) and one.fact is other.fact:
                yield (one, other) if one.before else (other, one)
            elif isinstance(one.fact, Comparison) and one.fact is other.fact and one.fact.right.subject is None:
                yield (other, one) if one.role == "left" else (one, other)
            elif one.sort is other.sort and one.when is not None and other.when is not None and _alike(one, other):
                first, last = (when.value or "" for when in (one.when, other.when))
                if first and last and first != last:
                    yield (one, other) if first < last else (other, one)


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two statements give a number of the same thing."""
    mine, yours = (weighty((*item.subject, *item.measure)) for item in (one, other))
    if not mine or not yours:
        return False
    return all(nearest(word, yours) >= NEAR for word in mine) or all(nearest(word, mine) >= NEAR for word in yours)


def ends(given: Sequence[Statement]) -> Iterator[Statement]:
    """The start of a change that gives the end and the amount, or the end of one that gives the start."""
    for one in given:
        fact = one.fact
        if not isinstance(fact, Change) or one.role not in ("start", "end") or None not in (fact.start, fact.end):
            continue
        amount = next((other for other in given if other.fact is fact and other.role == "amount"), None)
        other = None if amount is None else _other_end(one, amount, fact)
        if amount is None or other is None or one.interval is None:
            continue
        how = f"{shown(number_of(one) or other)} and {shown(number_of(amount) or other)} give {shown(other)}"
        made = reckoned(one, one.sort, other, unit_of(one), how)
        yield dataclasses.replace(made, before=one.role == "end", interval=_rounded(made.interval, amount))


def _other_end(one: Statement, amount: Statement, fact: Change) -> Decimal | None:
    a, by, own, unit = number_of(one), number_of(amount), unit_of(one), unit_of(amount)
    if a is None or by is None or unit is None or fact.direction in (None, Direction.NONE):
        return None
    up = fact.direction is Direction.INCREASE
    if unit.name == "percent" and (own is None or own.name != "percent"):
        ratio = 1 + (by if up else -by) / HUNDRED
        return a * ratio if one.role == "start" else over(a, ratio)
    if own is not None and (unit.name == own.name or (own.name, unit.name) == ("percent", "percentage_point")):
        return a + by if up is (one.role == "start") else a - by
    return None


def _rounded(interval: Interval | None, amount: Statement) -> Interval | None:
    """A number reckoned from a percentage is good to about a hundredth of itself."""
    unit = unit_of(amount)
    if interval is None or interval.value is None or unit is None or unit.name != "percent":
        return interval
    width = abs(interval.value) / HUNDRED
    return dataclasses.replace(interval, low=interval.value - width, high=interval.value + width, spoken=True)
