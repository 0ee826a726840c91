"""Intervals: whether a number that a source states backs one that a text states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from factex.errors import UnitError
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from factex.records import Quantity, Unit

ONE = Decimal(1)
HUNDRED = Decimal(100)
# `about N` holds within this of N, `nearly N` from this part of N.
ABOUT = Decimal("0.05")
NEARLY = Decimal("0.9")
_DIGITS = re.compile(r"\d[\d,.\u00a0\u202f ]*")
_COUNTED = (UnitKind.COUNT,)
_MEASURED = (UnitKind.PHYSICAL, UnitKind.TIME, UnitKind.AGE, UnitKind.COMPOUND)
_POINTS = {"percentage_point": ONE, "basis_point": Decimal("0.01")}
_PARTS = {"percent": ONE, "fraction": HUNDRED}


class Backing(StrEnum):
    """What one number says about another."""

    ENTAILED = "entailed"
    EXCLUDED = "excluded"
    OPEN = "open"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True)
class Interval:
    """What a number commits to.

    Attributes:
        low: Lower end; None where it is open.
        high: Upper end; None where it is open.
        low_open: Whether the lower end itself is left out.
        high_open: Whether the upper end itself is left out.
        unit: The unit, or None.
        value: The number that is written, where there is one.
        step: The last place that is written, as a number: 0.1 for `4.7`.
        spoken: Whether the number is only roughly given.
        coarse: Whether the number is known to its last written place only: `4.7 billion`.
    """

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    unit: Unit | None = None
    value: Decimal | None = None
    step: Decimal = ONE
    spoken: bool = False
    coarse: bool = False

    def holds(self, low: Decimal | None, high: Decimal | None, *, open_ends: tuple[bool, bool] = (False, False)) -> bool:
        """Whether an interval lies within this one; its own ends may be left out."""
        if self.low is not None and (low is None or low < self.low or (low == self.low and self.low_open and not open_ends[0])):
            return False
        left_out = self.high_open and not open_ends[1]
        return not (self.high is not None and (high is None or high > self.high or (high == self.high and left_out)))

    def apart(self, other: Interval) -> bool:
        """Whether no number lies in both."""
        return _before(self, other) or _before(other, self)


def _before(one: Interval, other: Interval) -> bool:
    if one.high is None or other.low is None:
        return False
    return one.high < other.low or (one.high == other.low and (one.high_open or other.low_open))


def step_of(quantity: Quantity) -> tuple[Decimal, bool]:
    """The last place that a quantity is written to, as a number, and whether a scale or decimals show it.

    A whole number without a scale word is taken to be rounded to its closing zeros, but never to fewer than two digits.
    """
    value = quantity.value
    if value is None:
        return ONE, False
    match = _DIGITS.search(quantity.text)
    if match is not None and value:
        digits = re.sub(r"[^\d.]", "", match.group().rstrip(".,  "))
        if digits.count(".") <= 1 and digits.strip("."):
            written = Decimal(digits)
            decimals = len(digits.partition(".")[2])
            scale = abs(value) / written if written else ONE
            if decimals or scale != 1:
                return scale.normalize() * Decimal(10) ** -decimals, True
    if quantity.unit is not None and quantity.unit.name == "fraction":
        return Decimal("0.01"), True
    zeros = Decimal(10) ** _closing_zeros(value)
    return min(zeros, Decimal(10) ** max(value.adjusted() - 1, 0)), False


def _closing_zeros(value: Decimal) -> int:
    if not value or value != value.to_integral_value():
        return 0
    return max(int(value.normalize().as_tuple().exponent), 0)


def stated(quantity: Quantity) -> Interval:
    """What a quantity commits to."""
    step, coarse = step_of(quantity)
    value, unit, modifier = quantity.value, quantity.unit, quantity.modifier
    low, high = quantity.low, quantity.high
    if modifier is Modifier.ABOUT and value is not None:
        width = max(abs(value) * ABOUT, step / 2)
        return Interval(value - width, value + width, unit=unit, value=value, step=step, spoken=True)
    if modifier is Modifier.NEARLY and value is not None:
        return Interval(*sorted((value * NEARLY, value)), unit=unit, value=value, step=step, spoken=True)
    ends = {"low_open": modifier is Modifier.MORE_THAN, "high_open": modifier is Modifier.LESS_THAN}
    return Interval(low, high, **ends, unit=unit, value=value, step=step, coarse=coarse and modifier is Modifier.EXACT)


def denied(interval: Interval, *, attained: bool) -> Interval | None:
    """What is left where a number is denied: `did not reach 50%` leaves less than 50.

    Args:
        interval: The number.
        attained: Whether the verb tells that the number is attained (`reach`), so that less is left.
    """
    if interval.low is not None and interval.high is None:
        return Interval(None, interval.low, high_open=not interval.low_open, unit=interval.unit, step=interval.step)
    if interval.high is not None and interval.low is None:
        return Interval(interval.high, None, low_open=not interval.high_open, unit=interval.unit, step=interval.step)
    if attained and interval.value is not None:
        return Interval(None, interval.value, high_open=True, unit=interval.unit, step=interval.step)
    return None


def backing(claim: Interval, evidence: Interval) -> Backing:
    """What the evidence's number says about the claim's.

    Example:
        >>> from factex import quantities
        >>> one, other = (stated(quantities(text)[0]) for text in ("$4.7bn", "$4.678 billion"))
        >>> backing(one, other), backing(other, one)
        (<Backing.ENTAILED: 'entailed'>, <Backing.OPEN: 'open'>)
    """
    same = converted(evidence, claim.unit)
    if same is None:
        return Backing.INCOMPARABLE
    if (claim.low, claim.high, claim.value) == (same.low, same.high, same.value):
        return Backing.ENTAILED
    low, high = same.low, same.high
    if same.coarse and same.value is not None:
        low, high = same.value - same.step / 2, same.value + same.step / 2
    exact = claim.value is not None and claim.low == claim.high and not claim.spoken
    if exact and claim.value is not None:
        if same.value is not None and not same.spoken and same.low == same.high:
            if abs(same.value - claim.value) <= claim.step / 2:
                return Backing.ENTAILED
            if claim.unit is not None and claim.unit.name == "fraction" and low is not None and high is not None and low <= claim.value <= high:
                return Backing.ENTAILED
    elif claim.holds(low, high, open_ends=(same.low_open, same.high_open)) or (claim.holds(same.low, same.high) and same.low is not None and same.low == same.high):
        return Backing.ENTAILED
    elif claim.spoken and same.value is not None and claim.value is not None and abs(same.value - claim.value) <= claim.step / 2 and claim.holds(claim.value, claim.value) and claim.low is not None and claim.low < claim.value < (claim.high or claim.value):
        return Backing.ENTAILED
    wide = Interval(low, high, same.low_open, same.high_open)
    rounded = claim if not exact or not claim.coarse or claim.value is None else Interval(claim.value - claim.step / 2, claim.value + claim.step / 2)
    return Backing.EXCLUDED if wide.apart(rounded) else Backing.OPEN


def converted(interval: Interval, unit: Unit | None) -> Interval | None:
    """The interval in another unit; None where it can't be told in that unit."""
    own = interval.unit
    if unit is None or own is None:
        other = own or unit
        return interval if other is None or other.kind is UnitKind.COUNT else None
    if own.name == unit.name or (own.kind in _COUNTED and unit.kind in _COUNTED):
        return interval
    for scales in (_PARTS, _POINTS):
        if own.name in scales and unit.name in scales:
            factor = scales[own.name] / scales[unit.name]
            return _mapped(interval, unit, lambda value: value * factor)
    mine, yours = (item.name.split(" / ") for item in (own, unit))
    if UnitKind.CURRENCY in (own.kind, unit.kind) or UnitKind.COMPOUND in (own.kind, unit.kind):
        if mine[0] == yours[0] and 1 in (len(mine), len(yours)) and UnitKind.CURRENCY in (own.kind, unit.kind):
            return interval
        if len(mine) == len(yours) == 2 and mine[1] == yours[1] and not own.dimension and not unit.dimension:
            return interval
    if own.kind in _MEASURED and unit.kind in _MEASURED and own.dimension == unit.dimension:
        try:
            return _mapped(interval, unit, lambda value: _pint(value, own.name, unit.name))
        except UnitError:
            return None
    return None


def _pint(value: Decimal, own: str, wanted: str) -> Decimal:
    from factex.records.pint_units import converted_number  # noqa: PLC0415 - pint takes 0.4 s to load

    return converted_number(value, own, wanted)


def _mapped(interval: Interval, unit: Unit, turn) -> Interval:  # type: ignore[no-untyped-def]
    ends = {name: None if value is None else turn(value) for name, value in (("low", interval.low), ("high", interval.high), ("value", interval.value))}
    base = interval.value if interval.value is not None else interval.low or interval.high or ONE
    step = abs(turn(base + interval.step) - turn(base))
    return Interval(**ends, low_open=interval.low_open, high_open=interval.high_open, unit=unit, step=step, spoken=interval.spoken, coarse=interval.coarse)
