"""Intervals: whether a number that a source states backs one that a text states."""

from __future__ import annotations

import functools
import operator
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from factex.errors import UnitError
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from factex.records import Quantity, Unit

ONE = Decimal(1)
HUNDRED = Decimal(100)
# `about N` holds within this of N, `nearly N` from this part of N.
ABOUT = Decimal("0.05")
NEARLY = Decimal("0.9")
# From this step on a whole number without a scale word is taken to be rounded: 218,000, but not 210.
_COARSE = Decimal(1000)
_DIGITS = re.compile(r"\d[\d,.\u00a0\u202f ]*")
# How often these go into a year.
_A_YEAR = {"month": Decimal(12), "quarter": Decimal(4), "year": ONE}
_MEASURED = (UnitKind.PHYSICAL, UnitKind.TIME, UnitKind.AGE, UnitKind.COMPOUND)
# Units that a number with a scale word may leave to the one before: "$7 billion …, now 9 billion".
_LENDING = (UnitKind.CURRENCY, UnitKind.PERCENT, UnitKind.COMPOUND)
_POINTS = {"percentage_point": ONE, "basis_point": Decimal("0.01")}
# To what part of itself a number told in words is taken to be rounded: twice as many are 1.9 to 2.1 times.
_FINE = {"fraction": Decimal("0.03"), "times": Decimal("0.1")}
PARTS = {"percent": ONE, "fraction": HUNDRED}


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

    def holds(self, other: Interval) -> bool:
        """Whether another interval lies within this one."""
        above = self.low is None or (
            other.low is not None
            and (other.low > self.low or (other.low == self.low and (other.low_open or not self.low_open)))
        )
        below = self.high is None or (
            other.high is not None
            and (other.high < self.high or (other.high == self.high and (other.high_open or not self.high_open)))
        )
        return above and below

    @property
    def exact(self) -> bool:
        """Whether it is one number, told without a hedge."""
        return self.value is not None and self.low == self.high and not self.spoken

    @property
    def written(self) -> Interval:
        """All that is rounded to the number as it is written: 4.65 to 4.75 for `4.7`."""
        if self.value is None:
            return self
        return replace(self, low=self.value - self.step / 2, high=self.value + self.step / 2)

    def around(self, value: Decimal | None) -> bool:
        """Whether a number lies within."""
        if value is None:
            return False
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

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
        digits = re.sub(r"[^\d.]", "", match.group()).rstrip(".")
        if digits and digits.count(".") <= 1:
            written = Decimal(digits)
            decimals = len(digits.partition(".")[2])
            scale = abs(value) / written if written else ONE
            summed = scale > 1 and scale.normalize().as_tuple().digits != (1,)  # "two hours and 24 minutes"
            if (decimals or scale != 1) and not summed:
                return scale.normalize() * Decimal(10) ** -decimals, True
    if quantity.unit is not None and quantity.unit.name in _FINE and abs(value) < HUNDRED:  # not "210,000 times"
        return abs(value) * _FINE[quantity.unit.name], True
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
        low, high = sorted((value * NEARLY, value))
        return Interval(low, high, unit=unit, value=value, step=step, spoken=True)
    return Interval(
        low,
        high,
        low_open=modifier is Modifier.MORE_THAN,
        high_open=modifier is Modifier.LESS_THAN,
        unit=unit,
        value=value,
        step=step,
        coarse=coarse and modifier is Modifier.EXACT,
    )


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
    if (
        claim.exact
        and not claim.coarse
        and claim.step < _COARSE
        and same is evidence
        and not (claim.unit and claim.unit.name in _FINE)
    ):
        claim = replace(claim, step=ONE)  # 210 is not 214, though 210 km may be 130 miles
    if same is not evidence and _same_figure(claim, evidence) and not _same_figure(claim, same):
        return Backing.EXCLUDED  # "up to 250 feet" told as "up to 250 metres", though it is less
    known = same.written if same.coarse else same
    told = claim.written if claim.exact and claim.coarse else claim
    if _capped(claim) and _capped(same) and claim.high != same.high and same is evidence:
        return Backing.EXCLUDED  # "up to 800 a day", where the source has "no more than 500"
    if _same_figure(claim, same) or _entailed(claim, same, known):
        return Backing.ENTAILED
    return Backing.EXCLUDED if known.apart(told) else Backing.OPEN


def _capped(interval: Interval) -> bool:
    """Whether a number is the most that there may be: `up to 800`, `no more than 500`."""
    return interval.high is not None and interval.low is None and not interval.high_open


def _same_figure(one: Interval, other: Interval) -> bool:
    """Whether two tell the same bounds; `at least 60` does not tell `more than 60`."""
    stricter = (one.low_open and not other.low_open) or (one.high_open and not other.high_open)
    return (one.low, one.high, one.value) == (other.low, other.high, other.value) and not stricter


def _entailed(claim: Interval, same: Interval, known: Interval) -> bool:
    """Whether a claim's number follows from the evidence's in the same unit, `known` to the place that is written."""
    value = claim.value
    rounds = value is not None and same.value is not None and _rounds(same.value, value, claim.step)
    if claim.exact:
        if value is not None and value == same.value and not same.spoken and None not in (same.low, same.high):
            return True  # "78 percent (95% CI 71 to 84)"
        fraction = claim.unit is not None and claim.unit.name == "fraction"
        return (same.exact and (rounds or (fraction and known.around(value)))) or (same.spoken and fraction and rounds)
    if claim.holds(known) or (same.exact and claim.holds(same)):
        return True
    return claim.spoken and rounds and claim.around(value) and claim.high != value


def _rounds(exact: Decimal, written: Decimal, step: Decimal) -> bool:
    """Whether a number is rounded to the one that is written; a half goes away from zero, 12,500 to 13,000."""
    away = abs(exact) - abs(written) if exact * written >= 0 else abs(exact - written)
    return -step / 2 <= away < step / 2 or exact == written


def converted(interval: Interval, unit: Unit | None) -> Interval | None:
    """The interval in another unit; None where it can't be told in that unit."""
    own = interval.unit
    if unit is None or own is None:
        other = own or unit
        lent = other is not None and interval.coarse and other.kind in _LENDING
        return interval if other is None or lent or other.kind in (UnitKind.COUNT, UnitKind.AGE) else None
    if own.name == unit.name or (own.kind is UnitKind.COUNT and unit.kind is UnitKind.COUNT) or _open_rate(own, unit):
        return interval
    spans = _spans(own, unit)
    if spans is not None:
        return _mapped(interval, unit, functools.partial(operator.mul, spans))
    if {own.name, unit.name} == {"fraction", "times"}:  # "cut in half"
        return interval
    if {own.name, unit.name} == {"point", "percentage_point"}:  # "3.8 points higher"
        return interval
    if "degree" in (own.name, unit.name) and any(name.startswith("degree_") for name in (own.name, unit.name)):
        return interval  # "16.2 degrees", of the scale that was told before
    for scales in (PARTS, _POINTS):
        if own.name in scales and unit.name in scales:
            return _mapped(interval, unit, functools.partial(operator.mul, scales[own.name] / scales[unit.name]))
    if own.kind in _MEASURED and unit.kind in _MEASURED and own.dimension == unit.dimension:
        try:
            return _mapped(interval, unit, functools.partial(_pint, own=own.name, wanted=unit.name))
        except UnitError:
            return interval if _counts_alike(own, unit) else None
    return None


def _open_rate(own: Unit, unit: Unit) -> bool:
    """Whether two rates differ only in what is counted, or one price leaves open for how much: `$3 a share`, `$3`."""
    mine, yours = (item.name.split(" / ") for item in (own, unit))
    if UnitKind.CURRENCY in (own.kind, unit.kind):
        return mine[0] == yours[0] and 1 in (len(mine), len(yours))
    rates = own.kind is unit.kind is UnitKind.COMPOUND and len(mine) == len(yours) == 2
    return rates and mine[1] == yours[1] and not own.dimension and not unit.dimension


def _spans(own: Unit, unit: Unit) -> Decimal | None:
    """How many times the stretch of one rate goes into that of another: `$450 a month` are `$5,400 a year`."""
    mine, yours = (item.name.split(" / ") for item in (own, unit))
    if len(mine) != 2 or len(yours) != 2 or mine[0] != yours[0] or unit.dimension.startswith("[length]"):
        return None
    lengths = (_A_YEAR.get(mine[1]), _A_YEAR.get(yours[1]))
    return None if None in lengths or lengths[0] == lengths[1] else lengths[0] / lengths[1]  # type: ignore[operator]


def _counts_alike(own: Unit, unit: Unit) -> bool:
    """Whether two rates count things per one unit: `pupils a day`, `schoolchildren a day`."""
    mine, yours = (item.name.split(" / ") for item in (own, unit))
    priced = unit.dimension.startswith("[currency]")  # no dollars an hour for euros
    return not priced and len(mine) == len(yours) == 2 and mine[1] == yours[1]


@functools.lru_cache(maxsize=4096)
def _pint(value: Decimal, own: str, wanted: str) -> Decimal:
    from factex.records.pint_units import converted_number  # noqa: PLC0415 - pint takes 0.4 s to load

    return converted_number(value, own, wanted)


def _mapped(interval: Interval, unit: Unit, turn: Callable[[Decimal], Decimal]) -> Interval:
    """The interval in another unit, each of its numbers turned into that."""
    low, high, value = (None if one is None else turn(one) for one in (interval.low, interval.high, interval.value))
    base = next((one for one in (interval.value, interval.low, interval.high) if one is not None), ONE)
    step = abs(turn(base + interval.step) - turn(base))
    return replace(interval, low=low, high=high, value=value, unit=unit, step=step)
