"""Gives memory that was freed back to the system: a long-running process keeps the size that it needs."""

from __future__ import annotations

import ctypes
import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# How many characters are read before freed memory is given back.
BETWEEN = 20_000


@functools.cache
def _trim() -> Callable[[int], int] | None:
    """The C library's call that gives freed memory back to the system, where it has one."""
    try:
        trim: Callable[[int], int] = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return None
    return trim


def give_back() -> None:
    """Gives freed memory back: between large texts glibc keeps more of it each time, in pieces too small to use."""
    trim = _trim()
    if trim is not None:
        trim(0)
