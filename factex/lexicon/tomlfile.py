"""Reads TOML that a user wrote: whatever is wrong with it is one kind of error."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

# A larger power of ten would make a number of so many digits as soon as it is turned into a whole one.
_MOST_POWER = 400


def loads(source: str) -> dict[str, Any]:
    """The contents of a TOML file, numbers as `Decimal`.

    Raises:
        ValueError: if it is no valid TOML, nests too deep, or holds a number beyond any range.

    >>> loads("price = 1.10")
    {'price': Decimal('1.10')}
    """
    try:
        return tomllib.loads(source, parse_float=_number)
    except RecursionError as error:
        raise ValueError("lists or tables are nested too deep") from error
    except ArithmeticError as error:
        raise ValueError("a number is beyond any range") from error


def _number(written: str) -> Decimal:
    number = Decimal(written)
    if number.is_finite() and abs(number.adjusted()) > _MOST_POWER:
        raise ValueError(f"the number {written:.30} is beyond any range: its power of ten is above {_MOST_POWER}")
    return number
