"""Drafts: quantities while they are read; they become records when all that the parse can tell is known."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.ucum import ucum
from factex.numerals.arithmetic import product
from factex.numerals.numeral import Style
from factex.records import Modifier, Quantity, Unit, UnitKind

if TYPE_CHECKING:
    from factex.lexicon.units import UnitEntry

_LOWER = (Modifier.AT_LEAST, Modifier.MORE_THAN)
_UPPER = (Modifier.AT_MOST, Modifier.LESS_THAN)


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """A unit as read.

    Attributes:
        text: Its characters.
        kind: What sort of unit it is.
        name: Its canonical name.
        dimension: Exponents of base dimensions.
    """

    text: str
    kind: UnitKind
    name: str
    dimension: tuple[tuple[str, int], ...] = ()

    def record(self) -> Unit:
        """The unit as a record."""
        dimension = "[currency]" if self.kind is UnitKind.CURRENCY else spelled(self.dimension)
        return Unit(text=self.text, kind=self.kind, name=self.name, dimension=dimension, ucum=ucum(self.name))


def spelled(dimension: tuple[tuple[str, int], ...]) -> str:
    """Exponents of base dimensions in pint's spelling.

    >>> spelled((("length", 1), ("time", -2)))
    '[length] / [time] ** 2'
    """

    def power(name: str, exponent: int) -> str:
        return f"[{name}]" if exponent == 1 else f"[{name}] ** {exponent}"

    over = " * ".join(power(name, exponent) for name, exponent in dimension if exponent > 0)
    under = [power(name, -exponent) for name, exponent in dimension if exponent < 0]
    return " / ".join([over or "1", *under]) if over or under else ""


def of_entry(entry: UnitEntry, text: str) -> UnitDraft:
    """A single unit of the lexicon as a draft."""
    kind = {
        "time": UnitKind.TIME,
        "percent": UnitKind.PERCENT,
        "ratio": UnitKind.RATIO,
    }.get(entry.section, UnitKind.COMPOUND if " / " in entry.name else UnitKind.PHYSICAL)
    return UnitDraft(text, kind, entry.name, entry.dimension)


# Money in the large coin has so many digits behind its point: "rose 2 cents to 1.15".
_MINOR = -2


@dataclass(slots=True)
class Draft:
    """A quantity as read so far.

    Attributes:
        start: Offset of the first character, modifier included.
        end: Offset behind the last, unit included.
        first: Index of the first token of number and unit, without modifier.
        last: Index behind the last token of number and unit.
        value: The stated number.
        low: Lower end.
        high: Upper end.
        modifier: How it is qualified.
        unit: The unit, where characters tell it.
        style: How the number is written.
        scale: The scale of its numeral.
        number_end: Offset behind the numeral: a counted noun may start there.
        number_start: Offset of the numeral.
        attributive: Whether a hyphen ties it to what follows: `12-storey`.
        lone_one: Whether it is the word `one` alone, which may be a pronoun.
        after_sign: Whether a currency sign stands before the number.
        worth: What one of its unit as written is in the unit as named: 0.01 for cents, told in dollars.
        open_currency: The short name of its currency where several countries share it (`crown`).
    """

    start: int
    end: int
    first: int
    last: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    modifier: Modifier = Modifier.EXACT
    unit: UnitDraft | None = None
    style: Style = Style.DIGITS
    scale: Decimal = Decimal(1)
    number_start: int = 0
    number_end: int = 0
    attributive: bool = False
    lone_one: bool = False
    after_sign: bool = False
    worth: Decimal = Decimal(1)
    open_currency: str = ""

    def scale_by(self, worth: Decimal) -> None:
        """Turns its numbers into the unit as named."""
        if worth != 1:
            self.value, self.low, self.high = (
                None if number is None else product(number, worth) for number in (self.value, self.low, self.high)
            )
            self.worth = worth

    def take_unit(self, lender: Draft) -> None:
        """Takes the unit of a neighbour, with what that is worth: `3, 5 and 7 cents`."""
        self.unit, self.open_currency = lender.unit, lender.open_currency
        whole_coins = self.value is not None and self.value.as_tuple().exponent == _MINOR
        if self.worth == 1 and not (lender.worth != 1 and whole_coins):  # "rose 2 cents to 1.15"
            self.scale_by(lender.worth)

    def record(self, text: str) -> Quantity:
        """The quantity as a record of `text`."""
        return Quantity(
            text=text[self.start : self.end],
            start=self.start,
            end=self.end,
            value=self.value,
            low=self.low,
            high=self.high,
            modifier=self.modifier,
            unit=None if self.unit is None else self.unit.record(),
        )

    def bounded(self, modifier: Modifier) -> None:
        """Applies a modifier: which ends of the interval stay, which open; a guess leaves a range as it is."""
        if self.modifier is Modifier.RANGE:  # "at least six to eight months"
            if modifier in _LOWER:
                self.modifier, self.high = modifier, None
            elif modifier in _UPPER:
                self.modifier, self.low = modifier, None
            return
        if self.modifier is Modifier.INDEFINITE:
            return
        low, high = {
            Modifier.EXACT: (self.value, self.value),
            Modifier.ABOUT: (None, None),
            Modifier.NEARLY: (None, self.value),
            Modifier.LESS_THAN: (None, self.value),
            Modifier.AT_MOST: (None, self.value),
            Modifier.MORE_THAN: (self.value, None),
            Modifier.AT_LEAST: (self.value, None),
        }[modifier]
        self.modifier, self.low, self.high = modifier, low, high
