"""Arithmetic: statements that a source's own figures allow, each with how it was reckoned."""

from __future__ import annotations

import dataclasses
import itertools
import re
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import TYPE_CHECKING

from factex.records import Change, Comparison, Direction, Order, Share, Unit, UnitKind
from factex.records.base import plain
from factex.verification.match import nearest, telling, weighty
from factex.verification.numbers import HUNDRED, Interval, converted
from factex.verification.statement import Sort, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.records import Mention
    from factex.verification.statement import Reading
    from factex.verification.words import Word

PERCENT = Unit(text="%", kind=UnitKind.PERCENT, name="percent")
POINT = Unit(text="points", kind=UnitKind.PERCENT, name="percentage_point")
TIMES = Unit(text="times", kind=UnitKind.RATIO, name="times")
# Words that tell that a number is a sum.
_SUMS = frozenset(("total", "altogether", "together", "combined", "all", "both", "sum", "overall", "between"))
# At most this many figures of one source are reckoned with.
MOST = 60


def derived(claim: Statement, reading: Reading) -> Iterator[Statement]:
    """Statements of the claim's sort that follow from the figures of a source."""
    levels = [
        one for one in reading.statements[:MOST]
        if one.sort in (Sort.LEVEL, Sort.PART) and one.interval is not None and _number(one) is not None and not one.refused
    ]  # fmt: skip
    if claim.sort in (Sort.DELTA, Sort.MULTIPLE, Sort.GAP, Sort.RATIO, Sort.WAY):
        yield from _changes(claim, levels)
    if claim.sort in (Sort.GAP, Sort.RATIO, Sort.WAY) and isinstance(claim.fact, Comparison):
        yield from _comparisons(claim, claim.fact, levels)
    if claim.sort is Sort.PART:
        yield from _shares(claim, levels)
    if claim.sort in (Sort.LEVEL, Sort.PART):
        yield from _ends(reading)
    if claim.sort is Sort.LEVEL:
        yield from _sums(claim, levels)


def _number(statement: Statement) -> Decimal | None:
    interval = statement.interval
    if interval is None:
        return None
    if interval.value is not None:
        return interval.value
    return None


def _units(one: Statement, other: Statement) -> Decimal | None:
    """The other's number in the one's unit; None where they can't be told in one."""
    if one.interval is None or other.interval is None or _number(other) is None:
        return None
    same = converted(other.interval, one.interval.unit)
    return None if same is None else same.value


def _made(base: Statement, sort: Sort, value: Decimal, unit: Unit | None, how: str, *more: Statement) -> Statement:
    """A reckoned statement; it is exact only where what it comes from is."""
    parts = (base, *more)
    spoken = any(part.interval is not None and part.interval.low != part.interval.high for part in parts)
    interval = Interval(value, value, unit=unit, value=value, step=Decimal(0))
    if spoken:
        interval = _bounded(base, more, value, unit)
    return dataclasses.replace(
        base, sort=sort, interval=interval, role=f"reckoned {sort}", before=False, sum=how, more=tuple(part.fact for part in more)
    )


def _bounded(base: Statement, more: Sequence[Statement], value: Decimal, unit: Unit | None) -> Interval:
    width = abs(value) * Decimal("0.05")
    return Interval(value - width, value + width, unit=unit, value=value, spoken=True)


def _shown(number: Decimal) -> str:
    return plain(number.quantize(Decimal("0.01")).normalize()) if number == number else str(number)


def _over(one: Decimal, other: Decimal) -> Decimal | None:
    try:
        return one / other
    except (DivisionByZero, InvalidOperation):
        return None


def _changes(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Change from the level before to the level after."""
    unit = None if claim.interval is None else claim.interval.unit
    for old, new in _pairs(levels):
        a, b = _number(old), _units(old, new)
        if a is None or b is None:
            continue
        own = None if old.interval is None else old.interval.unit
        up = b > a
        way = Direction.INCREASE if up else Direction.DECREASE if b < a else Direction.NONE
        told = dataclasses.replace(new, fact=_directed(new, way))
        if claim.sort is Sort.WAY:
            yield dataclasses.replace(told, sort=Sort.WAY, interval=None, more=(old.fact,), sum=f"from {_shown(a)} to {_shown(b)}", before=False)
        elif claim.sort in (Sort.MULTIPLE, Sort.RATIO):
            ratio = _over(b, a)
            if ratio is not None:
                yield _made(told, Sort.MULTIPLE, ratio, TIMES, f"{_shown(b)} / {_shown(a)} = {_shown(ratio)}", old)
        elif unit is not None and unit.name in ("percent", "fraction"):
            change = _over(abs(b - a) * HUNDRED, abs(a))
            if change is not None:
                how = f"({_shown(b)} - {_shown(a)}) / {_shown(a)} = {_shown(change if up else -change)} %"
                yield _made(told, Sort.DELTA, change, PERCENT, how, old)
        elif own is not None and own.name == "percent":
            if unit is not None and unit.name in ("percentage_point", "basis_point"):
                yield _made(told, Sort.DELTA, abs(b - a), POINT, f"{_shown(b)} - {_shown(a)} = {_shown(b - a)} points", old)
        else:
            yield _made(told, Sort.DELTA, abs(b - a), own, f"{_shown(b)} - {_shown(a)} = {_shown(b - a)}", old)


def _directed(statement: Statement, way: Direction) -> Change:
    """The fact of a statement as a change in a direction, so that it compares with one."""
    fact = statement.fact
    if isinstance(fact, Change):
        return fact.model_copy(update={"direction": way})
    shared = {name: getattr(fact, name) for name in ("subject", "measure", "predicate", "when", "where", "source", "modality", "sentence", "rule")}
    return Change(**shared, direction=way)


def _pairs(levels: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of levels of one thing at two times, the earlier first."""
    for i, one in enumerate(levels):
        for other in levels[i + 1 :]:
            if isinstance(one.fact, Change) and one.fact is other.fact:
                yield (one, other) if one.before else (other, one)
            elif isinstance(one.fact, Comparison) and one.fact is other.fact and one.fact.right.subject is None:
                yield (other, one) if one.role == "left" else (one, other)
            elif one.sort is other.sort and one.when is not None and other.when is not None and _alike(one, other):
                ends = [when.value or "" for when in (one.when, other.when)]
                if all(ends) and ends[0] != ends[1]:
                    yield (one, other) if ends[0] < ends[1] else (other, one)


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two statements give a number of the same thing."""
    mine, yours = (weighty((*item.subject, *item.measure)) for item in (one, other))
    if not mine or not yours:
        return False
    return all(nearest(word, yours) >= 0.75 for word in mine) or all(nearest(word, mine) >= 0.75 for word in yours)


def _comparisons(claim: Statement, fact: Comparison, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Difference and ratio of the levels of two things."""
    reading = claim.reading
    left = _side(reading, fact.left.subject or fact.subject)
    right = _side(reading, fact.right.subject)
    if not left or not right:
        return
    left, right = _told_apart(left, right)
    if not left or not right:
        return
    for one in levels:
        for other in levels:
            if one is other or not _is_of(left, one, right) or not _is_of(right, other, left):
                continue
            a, b = _number(one), _units(one, other)
            if a is None or b is None:
                continue
            order = Order.GREATER if a > b else Order.LESS if a < b else Order.EQUAL
            told = dataclasses.replace(one, fact=_ordered(one, fact, order))
            unit = None if one.interval is None else one.interval.unit
            if claim.sort is Sort.RATIO:
                yield from _ratio(claim, told, other, a, b)
            elif claim.sort is Sort.WAY:
                sign = {Order.GREATER: ">", Order.LESS: "<", Order.EQUAL: "="}[order]
                yield dataclasses.replace(told, sort=Sort.WAY, interval=None, more=(other.fact,), sum=f"{_shown(a)} {sign} {_shown(b)}", before=False)
            elif claim.interval is not None and claim.interval.unit is not None and claim.interval.unit.name in ("percent", "fraction"):
                gap = _over(abs(a - b) * HUNDRED, abs(b))
                if gap is not None:
                    yield _made(told, Sort.GAP, gap, PERCENT, f"({_shown(a)} - {_shown(b)}) / {_shown(b)} = {_shown(gap)} %", other)
            else:
                points = POINT if unit is not None and unit.name == "percent" else unit
                yield _made(told, Sort.GAP, abs(a - b), points, f"{_shown(a)} - {_shown(b)} = {_shown(a - b)}", other)


_BEHIND = re.compile(r",?\s(?:in|at|of|on|for|from|along|with|by|who|which|that)\s")


def _side(reading: Reading, mention: Mention | None) -> list[Word]:
    """The words of one side of a comparison, with the phrase behind that tells it apart: `its plant in Chile`."""
    if mention is None:
        return []
    words = list(reading.mention(mention))
    text = reading.facts.text
    if _BEHIND.match(text, mention.end):
        end = min([mention.end + 40, *(place for mark in ".,;" if (place := text.find(mark, mention.end + 1)) >= 0)])
        behind = [word for word in reading.words if mention.end <= word.start < end][1:]
        words += itertools.takewhile(lambda word: not word.light or word.lower == "the", behind[:4])
    return telling(words)


def _ratio(claim: Statement, told: Statement, other: Statement, a: Decimal, b: Decimal) -> Iterator[Statement]:
    ratio = _over(a, b)
    if ratio is None:
        return
    value = None if claim.interval is None else claim.interval.value
    sign = "=" if value is None or ratio == value else ">" if ratio > value else "<"
    shown = f"{_shown(a)} / {_shown(b)} = {_shown(ratio)}" if value is None else f"{_shown(b)} × {_shown(value)} = {_shown(b * value)} {_flipped(sign)} {_shown(a)}"
    yield _made(told, Sort.RATIO, ratio, TIMES, shown, other)


def _flipped(sign: str) -> str:
    return {"<": ">", ">": "<", "=": "="}[sign]


def _told_apart(left: list, right: list) -> tuple[list, list]:  # type: ignore[type-arg]
    """The words of each side that the other has not."""
    return (
        [word for word in left if nearest(word, right) < 0.95],
        [word for word in right if nearest(word, left) < 0.95],
    )


def _is_of(words: list, statement: Statement, not_of: list) -> bool:  # type: ignore[type-arg]
    """Whether a statement is about the thing with some words rather than about that with others."""
    about = (*statement.subject, *statement.measure)
    mine = sum(nearest(word, about) >= 0.75 for word in words) / len(words)
    yours = sum(nearest(word, about) >= 0.75 for word in not_of) / len(not_of)
    return mine > yours and mine >= 0.5


def _ordered(statement: Statement, claim: Comparison, order: Order) -> Comparison:
    fact = statement.fact
    shared = {name: getattr(fact, name) for name in ("subject", "measure", "predicate", "when", "where", "source", "modality", "sentence", "rule")}
    return Comparison(**shared, left=claim.left.model_copy(update={"quantity": None}), right=claim.right.model_copy(update={"quantity": None}), relation=order)


def _shares(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Part over total."""
    whole = weighty(claim.reading.mention(getattr(claim.fact, "whole", None)) or claim.measure)
    for part in levels:
        for total in levels:
            if part is total or (part.role, total.role) == ("total", "part"):
                continue
            same = part.fact is total.fact and isinstance(part.fact, Share)
            a, b = _number(part), _units(part, total)
            if a is None or b is None or not 0 < a < b or part.sort is not Sort.LEVEL:
                continue
            if not same and not (total.measure and whole and _counts(whole, total) and part.fact.sentence.start >= total.fact.sentence.start):
                continue
            ratio = _over(a * HUNDRED, b)
            if ratio is not None:
                yield _made(part, Sort.PART, ratio, PERCENT, f"{_shown(a)} / {_shown(b)} = {_shown(ratio)} %", total)
    for part in levels:
        a = _number(part)
        unit = None if part.interval is None else part.interval.unit
        if a is not None and isinstance(part.fact, Share) and part.sort is Sort.PART and unit is not None:
            rest = (HUNDRED if unit.name == "percent" else Decimal(1)) - a
            if rest > 0 and _negates(claim, part):
                yield _made(part, Sort.PART, rest, unit, f"the rest of {_shown(a)} is {_shown(rest)}")


_NEGATIONS = frozenset(("not", "no", "without", "rest", "other", "others", "remaining", "remainder", "else", "never"))


def _negates(claim: Statement, part: Statement) -> bool:
    """Whether a claim speaks of what is left of a share."""
    one, other = (
        any(word.lower in _NEGATIONS or word.lower.endswith(("n't", "n’t")) for word in item.reading.inside(item.fact.sentence))
        for item in (claim, part)
    )
    return one != other


def _counts(whole: Sequence, statement: Statement) -> bool:  # type: ignore[type-arg]
    about = (*statement.measure, *statement.subject)
    return all(nearest(word, about) >= 0.75 or word.generic for word in whole[-1:])


def _ends(reading: Reading) -> Iterator[Statement]:
    """The start or the end of a change that gives the other and the amount."""
    for one in reading.statements[:MOST]:
        fact = one.fact
        if not isinstance(fact, Change) or one.role not in ("start", "end") or (fact.start is not None and fact.end is not None):
            continue
        amount = next((other for other in reading.statements if other.fact is fact and other.role == "amount"), None)
        if amount is None or amount.interval is None or fact.direction is None or one.interval is None:
            continue
        a, by, own, unit = _number(one), _number(amount), one.interval.unit, amount.interval.unit
        if a is None or by is None or fact.direction is Direction.NONE:
            continue
        if one.role == "end":
            by = -by
        if fact.direction is Direction.DECREASE:
            by = -by
        if unit is not None and unit.name == "percent" and (own is None or own.name != "percent"):
            ratio = 1 + (abs(by) / HUNDRED) * (1 if fact.direction is Direction.INCREASE else -1)
            other = a * ratio if one.role == "start" else _over(a, ratio)
        elif unit is not None and own is not None and unit.name == own.name:
            other = a + by
        elif unit is not None and own is not None and (own.name, unit.name) == ("percent", "percentage_point"):
            other = a + by
        else:
            continue
        if other is not None:
            made = _made(one, one.sort, other, own, f"{_shown(a)} and {_shown(abs(by))} give {_shown(other)}")
            yield dataclasses.replace(made, before=one.role == "end", interval=_rounded(made.interval, unit))


def _rounded(interval: Interval | None, unit: Unit | None) -> Interval | None:
    """A number reckoned from a percentage is good to about a hundredth of itself."""
    if interval is None or interval.value is None or unit is None or unit.name != "percent":
        return interval
    width = abs(interval.value) / 100
    return dataclasses.replace(interval, low=interval.value - width, high=interval.value + width, spoken=True)


def _sums(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """The sum of the numbers of one sentence, where the claim speaks of a total; and what a total leaves."""
    words = {word.lower for word in claim.reading.inside(claim.fact.sentence)}
    by_sentence: dict[int, list[Statement]] = {}
    for one in levels:
        if one.sort is Sort.LEVEL and not one.before:
            by_sentence.setdefault(one.fact.sentence.start, []).append(one)
    for group in by_sentence.values():
        if not words & _SUMS:
            break
        for size in range(len(group), 1, -1):
            for first in range(len(group) - size + 1):
                chosen = group[first : first + size]
                numbers = [_number(chosen[0]), *(_units(chosen[0], one) for one in chosen[1:])]
                told = [number for number in numbers if number is not None]
                if len(told) == size:
                    total = sum(told, Decimal(0))
                    unit = None if chosen[0].interval is None else chosen[0].interval.unit
                    yield _made(chosen[0], Sort.LEVEL, total, unit, f"{' + '.join(map(_shown, told))} = {_shown(total)}", *chosen[1:])
    for total in levels:
        for part in levels:
            a, b = _number(total), _units(total, part)
            if isinstance(part.fact, Share) and part.role == "part" and total.role == "total" and part.fact is total.fact and a is not None and b is not None and b < a and _negates(claim, part):
                unit = None if total.interval is None else total.interval.unit
                yield _made(part, Sort.LEVEL, a - b, unit, f"{_shown(a)} - {_shown(b)} = {_shown(a - b)}")
    if words & {"not", "other", "rest", "remaining"}:
        return

