"""Quantities: a number, with how sure the text is of it, in a unit."""

from __future__ import annotations

from decimal import Context, Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from factex.records.base import Number, Record, Span

if TYPE_CHECKING:
    import pint


class Modifier(StrEnum):
    """How the text qualifies a number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    RANGE = "range"
    INDEFINITE = "indefinite"


class UnitKind(StrEnum):
    """What sort of unit it is."""

    COUNT = "count"
    CURRENCY = "currency"
    PERCENT = "percent"
    RATIO = "ratio"
    PHYSICAL = "physical"
    TIME = "time"
    AGE = "age"
    COMPOUND = "compound"


class Unit(Record, frozen=True):
    """The unit of a quantity.

    Attributes:
        text: The unit's own characters: `km/h`, `$`, `Chinese viewers`; parts that stand apart are joined by a space.
        kind: What sort of unit it is.
        name: Its one canonical name: pint's name for physical and time units (`kilometer / hour`), the ISO 4217 code
            for currencies, the lemma of the head noun for what is counted.
        dimension: pint's dimensionality (`[length] / [time]`), `[currency]`, or empty.
        ucum: The unit in the Unified Code for Units of Measure (`km/h`); what UCUM does not know is an annotation in
            braces (`{camera}`, `{USD}`).
    """

    text: str
    kind: UnitKind
    name: str
    dimension: str = ""
    ucum: str = ""

    def __str__(self) -> str:
        return self.name


_SIGNS = {
    Modifier.ABOUT: "~",
    Modifier.NEARLY: "<~",
    Modifier.MORE_THAN: ">",
    Modifier.AT_LEAST: ">=",
    Modifier.LESS_THAN: "<",
    Modifier.AT_MOST: "<=",
}


class Quantity(Span, frozen=True):
    """A number that the text states, with its interval and unit.

    Attributes:
        value: The number that is stated, exact; None where only an interval or an indefinite plural is.
        low: Lower end of the interval that the text commits to; None where that side is open.
        high: Upper end; None where that side is open.
        modifier: How the text qualifies the number.
        unit: The unit, or None for a bare number.
    """

    value: Number | None
    low: Number | None
    high: Number | None
    modifier: Modifier = Modifier.EXACT
    unit: Unit | None = None

    def as_tuple(self) -> tuple[Decimal | None, Decimal | None, bool]:
        """The interval as (low, high, approximate).

        Returns:
            Both ends, None for an open side, and whether the number is only approximate.
        """
        return self.low, self.high, self.modifier in (Modifier.ABOUT, Modifier.NEARLY, Modifier.INDEFINITE)

    @property
    def number(self) -> Decimal | None:
        """One number that stands for the quantity: its value, else the middle of its interval, else its one bound."""
        if self.value is not None:
            return self.value
        if self.low is not None and self.high is not None:
            return (self.low + self.high) / 2
        return self.low if self.low is not None else self.high

    def to_pint(self) -> pint.Quantity[Decimal]:
        """The stated value as a pint quantity with a `Decimal` magnitude.

        Returns:
            A quantity of factex's own registry, in which each currency and each counted noun is a dimension.

        Raises:
            UnitError: if no single value is stated, as in `15-20%`.
        """
        from factex.records.pint_units import as_pint  # noqa: PLC0415 - pint takes 0.4 s to load

        return as_pint(self)

    def to(self, unit: str) -> pint.Quantity[Decimal]:
        """The stated value in another unit, such as `quantity.to("km")`.

        Args:
            unit: Any unit that pint reads, or an ISO 4217 code.

        Raises:
            UnitError: if the units can't be converted, or no single value is stated.
        """
        from factex.records.pint_units import convert  # noqa: PLC0415 - as above

        return convert(self, unit)

    def __str__(self) -> str:
        if self.value is not None:
            number = _SIGNS.get(self.modifier, "") + readable(self.value)
        elif self.low is not None and self.high is not None:
            number = f"{readable(self.low)} to {readable(self.high)}"
        elif self.low is not None:
            number = f">={readable(self.low)}"
        else:
            number = "?" if self.high is None else f"<={readable(self.high)}"
        return number if self.unit is None else f"{number} {self.unit.name}"


# Wide enough for every number that the reader accepts.
_WIDE = Context(prec=400)
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))


def readable(number: Decimal) -> str:
    """A number for people: grouped, large round ones with their scale word, long fractions cut to four digits."""
    scale, name = next((one for one in _SCALES if abs(number) >= one[0]), (Decimal(1), ""))
    if name and _WIDE.remainder(number, scale / 1000) == 0:
        return f"{_WIDE.divide(number, scale).normalize(_WIDE):f} {name}"
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -6 and abs(number) > Decimal("0.001"):
        number = round(number, 4)
    return f"{number:,f}"
