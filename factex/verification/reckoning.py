"""Reckoned statements: made of others, and exact only where those are."""

from __future__ import annotations

import dataclasses
from decimal import Decimal, DecimalException
from typing import TYPE_CHECKING, Any

from factex.records import Unit, UnitKind
from factex.records.quantity import readable
from factex.verification.numbers import ABOUT, Backing, Interval, backing, converted
from factex.verification.scopes import NEAR, nearest
from factex.verification.words import words_of

if TYPE_CHECKING:
    from factex.records import Fact
    from factex.verification.statement import Sort, Statement

PERCENT = Unit(text="%", kind=UnitKind.PERCENT, name="percent")
POINT = Unit(text="points", kind=UnitKind.PERCENT, name="percentage_point")
TIMES = Unit(text="times", kind=UnitKind.RATIO, name="times")
# The dimensions of rates of things.
_RATES = ("", "1 / [time]")
_SHARED = ("subject", "measure", "predicate", "when", "where", "source", "modality", "sentence", "rule")


def number_of(statement: Statement) -> Decimal | None:
    """The one number that a statement gives, if it gives one."""
    return None if statement.interval is None else statement.interval.value


def unit_of(statement: Statement) -> Unit | None:
    """The unit of a statement's number."""
    return None if statement.interval is None else statement.interval.unit


def in_unit_of(one: Statement, other: Statement) -> Decimal | None:
    """The other's number in the one's unit; None where it can't be told in that.

    The second number of a sentence may leave its unit open, or per what it is: `5.5 hours a day, the others 7`.
    """
    if other.interval is None or number_of(other) is None:
        return None
    units = [unit.name.split(" / ")[0] for item in (one, other) if (unit := unit_of(item)) is not None]
    if units[1:] == units[:1] and one.beside(other):
        return number_of(other)
    if None in (unit_of(one), unit_of(other)) and (one.beside(other) or _same_rate(one, other)):
        return number_of(other)
    same = converted(other.interval, unit_of(one))
    return None if same is None else same.value


def _same_rate(one: Statement, other: Statement) -> bool:
    """Whether a bare number goes on with a rate by the same verb: `ran 28 trips a day, now it runs 14`."""
    unit = unit_of(one) or unit_of(other)
    rate = unit is not None and unit.kind is UnitKind.COMPOUND and unit.dimension in _RATES
    return rate and one.fact.predicate is not None and one.fact.predicate == other.fact.predicate


def of_one_sort(one: Statement, other: Statement) -> bool:
    """Whether two numbers can be held against each other: both in one unit, or one of them bare."""
    if in_unit_of(one, other) is None:
        return False
    known = [unit for item in (one, other) if (unit := unit_of(item)) is not None]
    bare = [item.interval for item in (one, other) if unit_of(item) is None and item.interval is not None]
    apart = not one.beside(other) and not any(interval.coarse for interval in bare)
    if len(known) == 1 and known[0].kind is not UnitKind.COUNT and apart and not _same_rate(one, other):
        return False
    heads = [
        words_of(unit.name)[-1:] for item in (one, other) if (unit := unit_of(item)) and unit.kind is UnitKind.COUNT
    ]
    return len(heads) < 2 or any(nearest(word, heads[1]) >= NEAR for word in heads[0])


def reckoned(base: Statement, sort: Sort, value: Decimal, unit: Unit | None, how: str, *more: Statement) -> Statement:
    """A statement about what `base` is about, with a number that was reckoned from it and from more."""
    width = abs(value) * ABOUT if any(_rough(part) for part in (base, *more)) else Decimal(0)
    step = Decimal(0)
    interval = Interval(value - width, value + width, unit=unit, value=value, step=step, spoken=bool(width))
    return restated(base, sort, interval, how, *more)


def restated(base: Statement, sort: Sort, interval: Interval | None, how: str, *more: Statement) -> Statement:
    """A statement of another sort about what `base` is about."""
    facts = tuple(part.original for part in more)
    return dataclasses.replace(
        base, sort=sort, interval=interval, role=f"reckoned {sort}", before=False, sum=how, more=facts, at=base.anchor
    )


def _rough(statement: Statement) -> bool:
    return statement.interval is not None and statement.interval.low != statement.interval.high


def fits(claim: Statement, total: Decimal, unit: Unit | None) -> bool:
    """Whether a reckoned number is that of a claim, or backs it; any does where the claim has no single number."""
    if claim.interval is None or number_of(claim) is None or total == number_of(claim):
        return True
    return backing(claim.interval, Interval(total, total, unit=unit, value=total)) is Backing.ENTAILED


def shared(fact: Fact) -> dict[str, Any]:
    """The fields of a fact that all kinds have."""
    return {name: getattr(fact, name) for name in _SHARED}


def shown(number: Decimal) -> str:
    """A number as it is told in a reason, to two decimals.

    Example:
        >>> shown(Decimal("109") * 2), shown(Decimal(10) / 3), shown(Decimal(50_000_000))
        ('218', '3.33', '50 million')
    """
    try:
        rounded = number.quantize(Decimal("0.01"))
        return readable(rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded.normalize())
    except DecimalException:
        return f"{number:.3g}"


def over(one: Decimal, other: Decimal) -> Decimal | None:
    """One number over another; None where the other is nought."""
    return one / other if other else None
