"""What in a user's lexicon could make a regular expression run for ever: found when the lexicon is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import regex

# As long as the longest sentence; built-in masks take a thousandth of this time on any such text.
_LENGTH = 1500
_SECONDS = 0.5
_PIECES = (" ", "a", "A", "1", "aA", "a ", "1 ", "A ", "1,", "1.", "-", "a-", "Aa ", ".", "'")
# What a word must not hold that is put into patterns of the engine.
_SYNTAX = frozenset("()[]{}*+?|\\^$\n")


def is_plain(word: str) -> bool:
    """Whether a word means nothing else in a regular expression.

    >>> is_plain("per cent"), is_plain("(a+)+")
    (True, False)
    """
    return _SYNTAX.isdisjoint(word)


def runs_away(pattern: regex.Pattern[str], examples: Iterable[str]) -> str | None:
    """A text on which a pattern takes too long, shortened; None where none is found.

    >>> import regex
    >>> runs_away(regex.compile("(a+)+$"), ["aaa"])
    'aaaaaaaaaaaaaaaaaaaa…'
    """
    for text in _attacks(pattern.pattern, examples):
        try:
            for _ in pattern.finditer(text, timeout=_SECONDS):
                pass
        except TimeoutError:
            return f"{text[:20]}…"
    return None


def _attacks(pattern: str, examples: Iterable[str]) -> Iterator[str]:
    """Pieces of the examples and of the pattern, repeated."""
    letters = {char for char in pattern if char.isalnum() or char in " ,.-"}
    pieces = {*_PIECES, *letters}
    for example in examples:
        pieces |= {example, f"{example} ", *example.split(), *example}
    for piece in sorted(pieces):
        repeated = piece * (_LENGTH // len(piece))
        yield repeated
        yield f"{repeated}\x00"
