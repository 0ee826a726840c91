"""Documents as they are read, the errors of those that can't be, and the limits that hold for all."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from factex.errors import FactexError

if TYPE_CHECKING:
    from collections.abc import Mapping


class DocumentError(FactexError, OSError):
    """A document can't be read; the message names it, says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with where it comes from.

    Attributes:
        id: Its name: the path, `path:row` for a row of a table, or `-` for standard input.
        text: The text; offsets of facts point into it. Of web pages and PDF files it is what was extracted.
        warnings: What is lost or guessed: bytes that are no text, a guessed encoding, a page without text.
        metadata: What is known of it: `format`, `encoding`, and `title`, `author`, `date`, `url`, `pages`, `row` where
            there is one.
    """

    id: str
    text: str
    warnings: tuple[str, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Limits:
    """What a document may take; more is an error, never a cut.

    Attributes:
        bytes: Of a document, unpacked. Tables have no such limit, as they are read row by row.
        line: Characters of a line of a table.
        ratio: How many times its size a gzip file may unpack to. Prose packs to a third, tables to a thirtieth.
    """

    bytes: int = 100_000_000
    line: int = 10_000_000
    ratio: int = 200
