"""Quantities as pint quantities: one registry, made at the first call, with decimal magnitudes."""

from __future__ import annotations

import functools
import re
import threading
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import pint

from factex.errors import UnitError
from factex.records.quantity import UnitKind

if TYPE_CHECKING:
    from factex.records.quantity import Quantity

_LOCK = threading.Lock()
# A number inside of a unit, but for a power.
_FACTOR = re.compile(r"(?<!\*)(?<!\* )(?<![\w.])\d")
_ATOM = re.compile(r"[^\W\d][\w-]*")
# Names for which pint has no unit, or another one; a share and a multiple are plain numbers.
_DEFINED = {
    "times": "1",
    "fraction": "1",
    "percentage_point": "0.01",
    "basis_point": "0.0001",
    "ten_years": "10 * year",
}
# pint keeps the first word for a step of a logarithmic scale; its own barrel is one of beer or wine, of 31.5 gallons,
# and prose that counts barrels means the 42 gallons of oil.
_RENAMED = {"decade": "ten_years", "barrel": "oil_bbl"}


@functools.cache
def registry() -> pint.UnitRegistry[Any]:
    """The unit registry of factex, with `Decimal` magnitudes; currencies and counted nouns are added as they come."""
    ureg: pint.UnitRegistry[Any] = pint.UnitRegistry(non_int_type=Decimal)  # pyright: ignore[reportArgumentType] # pint says that it takes Decimal
    for name, factor in _DEFINED.items():
        ureg.define(f"{name} = {factor}")
    return ureg


def _known(name: str, kind: UnitKind) -> str:
    """The canonical name as an expression that the registry reads; unknown atoms become dimensions of their own."""
    ureg = registry()

    def atom(match: re.Match[str]) -> str:
        word = _RENAMED.get(match.group(), match.group())
        counted = kind is UnitKind.COUNT and word in ureg
        unit = re.sub(r"\W", "_", f"counted_{word}" if counted else word)
        if unit not in ureg:
            ureg.define(f"{unit} = [{unit}]")
        return unit

    with _LOCK:
        return _ATOM.sub(atom, name)


def as_pint(quantity: Quantity) -> pint.Quantity[Decimal]:
    """`Quantity.to_pint()`."""
    if quantity.value is None:
        raise UnitError(f"{quantity.text!r} states no single value; use its low and high")
    unit = "" if quantity.unit is None else _known(quantity.unit.name, quantity.unit.kind)
    return _made(quantity.value, unit)


def _made(value: Decimal, unit: str) -> pint.Quantity[Decimal]:
    """A number in a unit that may hold a number itself, which pint takes for no unit: `theft / (1000 resident)`."""
    ureg = registry()
    if _FACTOR.search(unit) is None:
        return cast("pint.Quantity[Decimal]", ureg.Quantity(value, unit))
    return cast("pint.Quantity[Decimal]", value * ureg.parse_expression(unit))


def convert(quantity: Quantity, unit: str) -> pint.Quantity[Decimal]:
    """`Quantity.to(unit)`."""
    try:
        target = _known(unit, UnitKind.COMPOUND) if re.fullmatch(r"[A-Z]{3}\b.*|.*\bbarrel\b.*", unit) else unit
        return as_pint(quantity).to(target)
    except (pint.PintError, AttributeError) as error:
        raise UnitError(f"{quantity.text!r} can't be given in {unit!r}: {error}") from error


def converted_number(value: Decimal, unit: str, wanted: str) -> Decimal:
    """A number of one unit, by its canonical name, in another.

    Raises:
        UnitError: if the units can't be converted.

    Example:
        >>> converted_number(Decimal(104), "degree_Fahrenheit", "degree_Celsius").quantize(Decimal("0.1"))
        Decimal('40.0')
    """
    try:
        found = _made(value, _known(unit, UnitKind.COMPOUND))
        target = _known(wanted, UnitKind.COMPOUND)
        if _FACTOR.search(target) is not None:
            times = cast("pint.Quantity[Decimal]", found / _made(Decimal(1), target))
            return Decimal(times.to("").magnitude)
        found = found.to(target)
    except (pint.PintError, AttributeError) as error:
        raise UnitError(f"{unit} can't be given in {wanted}: {error}") from error
    return Decimal(found.magnitude)
