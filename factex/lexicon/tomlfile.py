"""Reads TOML that a user wrote: whatever is wrong with it is one kind of error."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any


def loads(source: str) -> dict[str, Any]:
    """The contents of a TOML file, numbers as `Decimal`.

    Raises:
        ValueError: if it is no valid TOML, nests too deep, or holds a number beyond any range.

    >>> loads("price = 1.10")
    {'price': Decimal('1.10')}
    """
    try:
        return tomllib.loads(source, parse_float=Decimal)
    except RecursionError as error:
        raise ValueError("lists or tables are nested too deep") from error
    except ArithmeticError as error:
        raise ValueError("a number is beyond any range") from error
