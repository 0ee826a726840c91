"""The lexicon's tables: TOML files beside this module, and what a user adds to them at run time.

Which lexicon is read is a matter of the running extraction: `Lexicon.active()` sets it for a block of code, in this
thread or task alone. Without one the built-in tables are read.
"""

from __future__ import annotations

import functools
import tomllib
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from importlib import resources
from typing import TYPE_CHECKING, Any, TypeVar

from factex.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Made = TypeVar("Made")


@functools.cache
def built_in(name: str) -> dict[str, Any]:
    """The contents of `data/<name>.toml`, numbers as `Decimal`.

    Raises:
        LexiconError: if the file is no valid TOML.
    """
    data = resources.files("factex.lexicon").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    try:
        return tomllib.loads(data, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon file {name}.toml: {error}") from error


class Lexicon:
    """The tables that an extraction reads.

    Args:
        tables: Tables that stand in place of the built-in ones, by name; those of `additions.extended`.
    """

    def __init__(self, tables: dict[str, dict[str, Any]] | None = None) -> None:
        self._tables = tables or {}
        self._made: dict[Callable[[], Any], Any] = {}

    def table(self, name: str) -> dict[str, Any]:
        """The table of a name."""
        found = self._tables.get(name)
        return built_in(name) if found is None else found

    def made(self, make: Callable[[], Made]) -> Made:
        """What `make` builds from this lexicon's tables, built at the first call."""
        try:
            made: Made = self._made[make]
        except KeyError:
            made = self._made.setdefault(make, make())
        return made

    @contextmanager
    def active(self) -> Iterator[None]:
        """Makes `table` and what is built from it read this lexicon, within the block and this thread or task."""
        token = _ACTIVE.set(self)
        try:
            yield
        finally:
            _ACTIVE.reset(token)


BUILT_IN = Lexicon()
_ACTIVE: ContextVar[Lexicon] = ContextVar("factex_lexicon", default=BUILT_IN)


def table(name: str) -> dict[str, Any]:
    """The table of a name in the active lexicon, numbers as `Decimal`."""
    return _ACTIVE.get().table(name)


def per_lexicon(make: Callable[[], Made]) -> Callable[[], Made]:
    """Decorates a function without arguments whose result depends on the lexicon alone: it runs once a lexicon."""

    @functools.wraps(make)
    def made() -> Made:
        return _ACTIVE.get().made(make)

    return made
