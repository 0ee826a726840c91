"""How large a number and how long a sentence may be; what goes beyond is left out or cut, and told in a warning."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.phrases import one_of
from factex.sentences.splitter import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# More digits than this are an identifier; a larger power of ten than this is none of this world.
MAX_DIGITS = 40
MAX_POWER = 100
# Shorter runs of scale words cannot pass MAX_POWER: the largest scale is 10**21.
_MOST_SCALES = 4

_DIGITS = re.compile(rf"[0-9](?:[.,\u00a0\u2009\u202f]?[0-9]){{{MAX_DIGITS},}}")
_EXPONENT = re.compile(
    r"(?<![0-9.,])[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE]|\^)[+−-]?(?P<power>[0-9]{3,})(?![0-9])|10[⁻⁺]?[⁰¹²³⁴-⁹]{3,}"
)
_STOP = re.compile(r"[.!?…:;][\"'”’»)\]]*\Z")


@per_lexicon
def _scales() -> tuple[re.Pattern[str], dict[str, int]]:
    data = table("numerals")
    powers: dict[str, int] = {**data["scales"], **data["scale_plurals"]}
    word = one_of(powers)
    # Not possessive: Python before 3.11.5 loses matches of possessive groups.
    return re.compile(rf"(?i)\b{word}(?:[\s-]{word}){{{_MOST_SCALES},}}\b"), powers


def warnings(text: str, sentences: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """What in a text is beyond the limits.

    Args:
        text: The whole text.
        sentences: The offsets of its sentences.

    Returns:
        One line for each limit that is passed, with how often and where first.

    >>> warnings("It costs 1e999 dollars.", [(0, 23)])
    ('1 number is left out, its power of ten above 100 (at 9)',)
    """
    long = [match.start() for match in _DIGITS.finditer(text)]
    high = sorted(_too_high(text))
    cut = list(_cut(text, sentences))
    return tuple(
        f"{_counted(len(places), noun)} {told} (at {places[0]}{', …' if len(places) > 1 else ''})"
        for places, noun, told in (
            (long, "number", f"left out, with more than {MAX_DIGITS} digits"),
            (high, "number", f"left out, its power of ten above {MAX_POWER}"),
            (cut, "sentence", f"longer than {MAX_LENGTH} characters and read in pieces"),
        )
        if places
    )


def _counted(count: int, noun: str) -> str:
    return f"1 {noun} is" if count == 1 else f"{count} {noun}s are"


def _too_high(text: str) -> Iterator[int]:
    for match in _EXPONENT.finditer(text):
        power = match["power"]
        if power is None or len(power) > 3 or int(power) > MAX_POWER:
            yield match.start()
    pattern, powers = _scales()
    for match in pattern.finditer(text):
        if sum(powers[word] for word in re.split(r"[\s-]+", match.group().lower()) if word) > MAX_POWER:
            yield match.start()


def _cut(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Where a sentence was cut: a long piece without an end, whose rest follows on the same line."""
    for (start, end), (following, _) in itertools.pairwise(sentences):
        long = end - start >= MAX_LENGTH // 2 and "\n" not in text[end:following]
        if long and not _STOP.search(text, max(start, end - 8), end):
            yield start
