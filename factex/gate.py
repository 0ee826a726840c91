"""The first stages, on characters: the sentences of a text, and which of them the model has to read."""

from __future__ import annotations

import bisect
import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.claims import rank
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.phrases import one_of, tokens
from factex.numerals import limits
from factex.quantity.document import Told, name_currencies
from factex.quantity.grammar import quantity_reader
from factex.sentences.splitter import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factex.lexicon.phrases import Token
    from factex.quantity.draft import Draft
    from factex.sentences.markup import Marked

# A sentence with more numbers than this is a table: its quantities are read, and no claims are made of it.
MOST_NUMBERS = 100


@per_lexicon
def _hint() -> re.Pattern[str]:
    """Finds every sentence that can hold a number, on its characters in lower case."""
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
    article = one_of(data["article"]["leads"])  # "less than an hour"
    return re.compile(rf"[0-9½⅓⅔¼¾⅕-⅞]|\b{one_of(words)}\b|[a-z]fold\b|\b{article}\san?\s")


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
        origin: The text as it was given.
        sentences: The offsets of all its sentences, in the text without marks.
        pieces: The sentences that the model has to read.
        reference: The day against which relative times are told.
        warnings: What was left out of it.
    """

    origin: Marked
    sentences: list[tuple[int, int]]
    pieces: list[Piece]
    reference: date | None
    warnings: tuple[str, ...]

    @property
    def text(self) -> str:
        """The text without marks, which the stages read."""
        return self.origin.plain


def stated(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, list[Token], list[Draft]]]:
    """The sentences that state quantities, each as (index, tokens, quantities)."""
    reader, hint, told = quantity_reader(), _hint(), Told()
    for index, (start, end) in enumerate(sentences):
        if hint.search(text[start:end].lower()):
            sentence = tokens(text, start, end)
            drafts = reader.read(text, start, end, sentence)
            if drafts:
                name_currencies(text, drafts, told)
                yield index, sentence, drafts


def read(origin: Marked, reference: date | None) -> Document:
    """The first stages, on characters: sentences, and the quantities of those that hold a number."""
    text = origin.plain
    sentences = list(split(text))
    drafts = {index: found for index, _, found in stated(text, sentences)}
    ranked = (index for index in _spotted(text, sentences) if index not in drafts)
    hint = rank.hint()
    read_too = {index for index in ranked if hint.search(text, *sentences[index])}
    pieces = [Piece(index, sentences[index], drafts.get(index, [])) for index in sorted(drafts.keys() | read_too)]
    cut = limits.warnings(origin.text, [origin.bounds(*bounds) for bounds in sentences])
    return Document(origin, sentences, pieces, reference, (*cut, *_crowded(origin, pieces)))


def _spotted(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The sentences that hold a word of ranks, by their indices."""
    starts = [start for start, _ in sentences]
    for index, found in itertools.groupby(
        rank.spotted().finditer(text), key=lambda match: bisect.bisect_right(starts, match.start()) - 1
    ):
        if index >= 0 and any(match.start() < sentences[index][1] for match in found):
            yield index


def _crowded(origin: Marked, pieces: Sequence[Piece]) -> Iterator[str]:
    """A line where sentences hold more numbers than claims are made of."""
    crowded = [origin.bounds(*piece.bounds)[0] for piece in pieces if piece.crowded]
    if crowded:
        named = "1 sentence has" if len(crowded) == 1 else f"{len(crowded)} sentences have"
        more = ", …" if len(crowded) > 1 else ""
        yield f"{named} more than {MOST_NUMBERS} numbers, of which no claims are made (at {crowded[0]}{more})"
