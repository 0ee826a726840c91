"""Arithmetic over time: what the levels of one thing at two times say of its change, and a change of its levels."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from factex.records import Change, Comparison, Direction, Order
from factex.verification import reckoning
from factex.verification.knowledge import listed
from factex.verification.moments import earlier, moment, shifted
from factex.verification.numbers import HUNDRED, PARTS
from factex.verification.reckoning import in_unit_of, number_of, of_one_sort, over, reckoned, shown, unit_of
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from factex.verification.numbers import Interval
    from factex.verification.words import Word

_POINTS = (("percent", "percentage_point"), ("percent", "point"))


def changes(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Change from the level before to the level after, in the form that the claim tells it."""
    for old, new in _pairs(levels):
        a, b = number_of(old), in_unit_of(old, new)
        if a is None or b is None:
            continue
        way = Direction.INCREASE if b > a else Direction.DECREASE if b < a else Direction.NONE
        when, value = new.when, moment(new)
        if when is not None and value:
            when = when.model_copy(update={"value": value})
        lent = (*old.zone, *new.zone)
        told = dataclasses.replace(new, fact=_directed(new, way), source=new.fact, lent=lent, at=new.anchor, when=when)
        made = _change(claim, told, old, a, b)
        if made is not None:
            yield made


def multiples(claim: Statement, given: Sequence[Statement]) -> Iterator[Statement]:
    """By how much percent something rose that doubled, and how many times more is what rose by 100 percent."""
    unit = unit_of(claim)
    for one in given:
        number, own = number_of(one), unit_of(one)
        if number is None or not isinstance(one.fact, Change) or own is None:
            continue
        up = one.fact.direction is Direction.INCREASE
        if claim.sort is Sort.DELTA and one.sort is Sort.MULTIPLE and unit is not None and unit.name in PARTS and up:
            part = (number - 1) * HUNDRED
            yield reckoned(one, Sort.DELTA, part, reckoning.PERCENT, f"times {shown(number)} is {shown(part)} % more")
        elif claim.sort is Sort.MULTIPLE and one.sort is Sort.DELTA and own.name in PARTS:
            factor = 1 + (number if up else -number) * PARTS[own.name] / HUNDRED
            yield reckoned(one, Sort.MULTIPLE, factor, reckoning.TIMES, f"{shown(number)} % is times {shown(factor)}")


def lost(claim: Statement, levels: Sequence[Statement], given: Sequence[Statement]) -> Iterator[Statement]:
    """What something lost or gained, where the claim tells it as a deed: `lost a tenth of its soldiers`."""
    ways = {Direction.DECREASE: "losing", Direction.INCREASE: "gaining"}
    if claim.role == "end" or not any(claim.fact.predicate in listed(name) for name in ways.values()):
        return
    told = [one for one in given if claim.sort is Sort.LEVEL and one.sort is Sort.DELTA]
    for made in (*changes(claim, levels), *told):
        fact = made.fact
        way = ways.get(fact.direction or Direction.NONE) if isinstance(fact, Change) else None
        if way is None or made.sort is not Sort.DELTA:
            continue
        turned = claim.fact.predicate not in listed(way)  # "gained 5,200 members", where it lost as many
        if not turned or claim.sort is Sort.LEVEL:
            yield dataclasses.replace(made, sort=claim.sort, refused=turned)


def _change(claim: Statement, told: Statement, old: Statement, a: Decimal, b: Decimal) -> Statement | None:
    unit, own = unit_of(claim), unit_of(old) or unit_of(told)
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
    if points and (unit is None or unit.name not in ("percentage_point", "basis_point", "point")):
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
            elif isinstance(one.fact, Comparison) and one.fact is other.fact:
                if one.fact.right.subject is None and not _at_once(one, one.fact):
                    yield (other, one) if one.role == "left" else (one, other)
            elif one.sort is other.sort and (_alike(one, other) or _continued(one, other)):
                first = earlier(one, other)
                if first is not None:
                    yield (one, other) if first else (other, one)


def _at_once(statement: Statement, fact: Comparison) -> bool:
    """Whether a comparison has its two sides at one time, as the two of a vote: `adopted by 33 votes to 10`."""
    one, other = fact.left.quantity, fact.right.quantity
    if one is None or other is None:
        return False
    return statement.reading.facts.text[one.end : other.start].strip() == "to"


def _continued(one: Statement, other: Statement) -> bool:
    """Whether the later number goes on where the earlier left off, naming nothing else: `60 in 2012 and 80 in 2013`."""
    if not of_one_sort(one, other) or other.fact.sentence.start - one.fact.sentence.end > 1:
        return False
    speakers = [word for fact in other.reading.of(other.fact.sentence) for word in other.reading.mention(fact.source)]
    known = (*one.zone, *one.own, *speakers)
    holder = other.fact.subject
    told = () if holder is None or holder.text.lower() in listed("pronouns") else _told_of(other)
    held = [word for word in told if not word.generic]
    strange = [word for word in (*weighty(held), *other.zone) if word.name or word in held]
    return not any(nearest(word, known) < NEAR for word in strange)


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two statements give a number of the same thing."""
    mine, yours = (weighty((*_told_of(item), *item.measure)) for item in (one, other))
    if not mine or not yours:
        return False
    return all(nearest(word, yours) >= NEAR for word in mine) or all(nearest(word, mine) >= NEAR for word in yours)


def _told_of(statement: Statement) -> Sequence[Word]:
    """The words of what a number is of: none of those who only recorded it, `ornithologists counted 620`."""
    unit = None if statement.interval is None else statement.interval.unit
    if statement.fact.predicate in listed("recording") and (unit is None or statement.counts):
        return ()
    if statement.fact.predicate in listed("valuing"):
        return statement.verb  # "investors valued it at $1.8 billion"
    return statement.subject


def ends(given: Sequence[Statement]) -> Iterator[Statement]:
    """The start of a change that gives the end and the amount, or the end of one that gives the start."""
    for one in given:
        fact = one.fact
        if isinstance(fact, Comparison) and one.role == "left":
            yield from _level_before(one, fact, given)
        if not isinstance(fact, Change) or one.role not in ("start", "end") or None not in (fact.start, fact.end):
            continue
        by = (other for other in given if other.fact is fact and other.role in ("amount", "factor"))
        amount = next(by, None)
        other = None if amount is None else _other_end(one, amount, fact)
        if amount is None or other is None or one.interval is None:
            continue
        how = f"{shown(number_of(one) or other)} and {shown(number_of(amount) or other)} give {shown(other)}"
        made = reckoned(one, one.sort, other, unit_of(one), how)
        yield dataclasses.replace(made, before=one.role == "end", interval=_rounded(made.interval, amount))


def _level_before(one: Statement, fact: Comparison, given: Sequence[Statement]) -> Iterator[Statement]:
    """The level that a difference to an earlier time leaves: `412 metres, 38 less than in 1990` gives 450 for 1990."""
    gap = next((other for other in given if other.fact is fact and other.role == "difference"), None)
    a, by = number_of(one), None if gap is None else _gap_in_unit_of(one, gap)
    if a is None or by is None or fact.relation not in (Order.GREATER, Order.LESS):
        return
    counted = shifted(gap) if gap is not None else ""
    when = fact.right.when or (fact.when if counted else None)
    if when is None:
        return
    if counted:
        when = when.model_copy(update={"value": counted})
    level = a + by if fact.relation is Order.LESS else a - by
    how = f"{shown(a)} {'+' if fact.relation is Order.LESS else '-'} {shown(by)} = {shown(level)}"
    yield dataclasses.replace(reckoned(one, one.sort, level, unit_of(one), how), when=when)


def _gap_in_unit_of(one: Statement, gap: Statement) -> Decimal | None:
    """A difference in the unit of a level; points of a percentage are percent."""
    units = tuple("" if unit is None else unit.name for unit in (unit_of(one), unit_of(gap)))
    return number_of(gap) if units in _POINTS else in_unit_of(one, gap)


def _other_end(one: Statement, amount: Statement, fact: Change) -> Decimal | None:
    a, by, own, unit = number_of(one), number_of(amount), unit_of(one), unit_of(amount)
    if a is None or by is None or unit is None or fact.direction in (None, Direction.NONE):
        return None
    if amount.role == "factor":
        return a * by if one.role == "start" else over(a, by)
    up = fact.direction is Direction.INCREASE
    if unit.name in PARTS and (own is None or own.name not in PARTS):
        by *= PARTS[unit.name]
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
