"""How large a number and how long a sentence may be; what goes beyond is left out or cut, and told in a warning."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table
from factex.sentences.splitter import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# More digits than this are an identifier; a larger power of ten than this is none of this world.
MAX_DIGITS = 40
MAX_POWER = 100
# Longer runs of scale words than this are looked at: with the largest scale, 10**21, five of them pass MAX_POWER.
_MOST_SCALES = 4

_DIGITS = re.compile(r"[0-9](?:[.,\u00a0\u2009\u202f]?[0-9]){%d,}" % MAX_DIGITS)
_EXPONENT = re.compile(r"(?<![0-9.,])[0-9]{1,40}(?:\.[0-9]{1,40})?[eE][+-]?(?P<power>[0-9]{3,})(?![0-9])")
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")


@per_lexicon
def _scales() -> tuple[re.Pattern[str], dict[str, int]]:
    data = table("numerals")
    powers: dict[str, int] = {**data["scales"], **data["scale_plurals"]}
    word = "|".join(sorted(map(re.escape, powers), key=len, reverse=True))
    return re.compile(rf"(?i)\b(?:{word})(?:[\s-](?:{word})){{{_MOST_SCALES},}}+\b"), powers


def warnings(text: str, sentences: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """What in a text is beyond the limits, in the order of the text.

    Args:
        text: The whole text.
        sentences: The offsets of its sentences.

    Returns:
        One line for each number that is left out and each sentence that is read in pieces.

    >>> warnings("It costs 1e999 dollars.", [(0, 23)])
    ('the number at 9 is left out: its power of ten is above 100',)
    """
    found = sorted((*_numbers(text), *_sentences(text, sentences)))
    return tuple(message for _, message in found)


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    for match in _DIGITS.finditer(text):
        yield match.start(), f"the number at {match.start()} is left out: it has more than {MAX_DIGITS} digits"
    above = f"is left out: its power of ten is above {MAX_POWER}"
    for match in _EXPONENT.finditer(text):
        if len(match["power"]) > 3 or int(match["power"]) > MAX_POWER:
            yield match.start(), f"the number at {match.start()} {above}"
    pattern, powers = _scales()
    for match in pattern.finditer(text):
        if sum(powers[word] for word in re.split(r"[\s-]", match.group().lower())) > MAX_POWER:
            yield match.start(), f"the number at {match.start()} {above}"


def _sentences(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Where a sentence was cut: a long piece without an end, whose rest follows on the same line."""
    for (start, end), (following, _) in itertools.pairwise(sentences):
        long = end - start >= MAX_LENGTH // 2 and "\n" not in text[end:following]
        if long and not _STOP.search(text, max(start, end - 8), end):
            yield start, f"the sentence at {start} is longer than {MAX_LENGTH} characters and is read in pieces"
