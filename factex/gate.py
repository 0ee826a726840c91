"""The first stages, on characters: the sentences of a text, and which of them the model has to read."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.claims import rank
from factex.errors import TextTypeError
from factex.lexicon.files import per_lexicon, table
from factex.numerals import limits
from factex.quantity.document import name_currencies
from factex.quantity.grammar import quantity_reader
from factex.sentences.splitter import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factex.quantity.draft import Draft

# A sentence with more numbers than this is a table: its quantities are read, and no claims are made of it.
MOST_NUMBERS = 100


@per_lexicon
def _hint() -> re.Pattern[str]:
    """Finds every sentence that can hold a number, on its characters."""
    data = table("numerals")
    words = {
        word
        for name in (
            "ones",
            "tens",
            "scales",
            "scale_plurals",
            "groups",
            "indefinite",
            "fractions",
            "fraction_plurals",
            "multiples",
            "multiplying",
            "phrases",
            "vague",
        )
        for word in data[name]
    }
    return re.compile(rf"[0-9½⅓⅔¼¾⅕-⅞]|(?i:\b(?:{'|'.join(sorted(words))})\b|[a-z]fold\b)")


@dataclass(slots=True)
class Piece:
    """A sentence of a text that a fact may come from.

    Attributes:
        index: Its place among the sentences.
        bounds: Its offsets.
        drafts: Its quantities, as read on characters.
    """

    index: int
    bounds: tuple[int, int]
    drafts: list[Draft]

    @property
    def crowded(self) -> bool:
        """Whether it holds too many numbers for claims."""
        return len(self.drafts) > MOST_NUMBERS


@dataclass(slots=True, eq=False)
class Document:
    """A text on its way through the stages.

    Attributes:
        text: The text.
        sentences: The offsets of all its sentences.
        pieces: The sentences that the model has to read.
        reference: The day against which relative times are told.
        warnings: What was left out of it.
    """

    text: str
    sentences: list[tuple[int, int]]
    pieces: list[Piece]
    reference: date | None
    warnings: tuple[str, ...]


def read(text: str, reference: date | None) -> Document:
    """The first stages, on characters: sentences, and the quantities of those that hold a number."""
    if not isinstance(text, str):
        raise TextTypeError(text)
    sentences = list(split(text))
    reader, hint, rank_hint = quantity_reader(), _hint(), rank.hint()
    ordered = [match.start() for match in rank.spotted().finditer(text)]
    pieces = []
    for index, (start, end) in enumerate(sentences):
        drafts = reader.read(text, start, end) if hint.search(text, start, end) else []
        told = bisect.bisect_left(ordered, start) < bisect.bisect_left(ordered, end)
        if drafts or (told and rank_hint.search(text, start, end)):
            pieces.append(Piece(index, (start, end), drafts))
    name_currencies(text, [draft for piece in pieces for draft in piece.drafts])
    return Document(text, sentences, pieces, reference, (*limits.warnings(text, sentences), *_crowded(pieces)))


def _crowded(pieces: Sequence[Piece]) -> Iterator[str]:
    """A line where sentences hold more numbers than claims are made of."""
    crowded = [piece.bounds[0] for piece in pieces if piece.crowded]
    if crowded:
        named = "1 sentence has" if len(crowded) == 1 else f"{len(crowded)} sentences have"
        more = ", …" if len(crowded) > 1 else ""
        yield f"{named} more than {MOST_NUMBERS} numbers, of which no claims are made (at {crowded[0]}{more})"
