"""Words and phrases: how characters are cut for look-up, and tables that find the longest phrase at a place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NUMBER, WORD, SYMBOL, SUPERSCRIPT = "number", "word", "symbol", "superscript"

# Digits in groups of three (comma, no-break, thin or plain space) or in Indian groups (12,34,567), or ungrouped;
# a decimal part; an exponent. Tokenized text sets its points apart ("1 . 6"). A plain space groups only where exactly
# three digits follow and no other digits stand by.
_NUMBER = r"""
    [0-9]+[ ]\.[ ][0-9]+(?![ ]?\.)
  | (?<![0-9A-Za-z.,])0,[0-9]+(?![0-9,.])
  | (?: [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])
      | [0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])
      | [0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])
      | (?<![0-9][ ])(?<![0-9.,])[1-9][0-9]{0,2}(?:[ ][0-9]{3})+(?![0-9]|[ ,.-]?[0-9])
      | [0-9]+ )
    (?:\.[0-9]+(?![.][0-9]))?
    (?:[eE][+-]?[0-9]{1,3}(?![0-9A-Za-z.]))?
  | (?<![0-9A-Za-z.])\.[0-9]+(?![.][0-9])
"""
_SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
# Words first, and a look at the first character of a number: most characters are letters.
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_{_SUPER}½¼¾⅐-⅟]+)|(?=[0-9.])(?P<number>{_NUMBER})|(?P<superscript>[{_SUPER}]+)|(?P<symbol>\S)",
    re.VERBOSE,
)


class Token(NamedTuple):
    """A piece of text: a number in digits, a run of letters, a superscript, or one other character.

    Attributes:
        text: The characters.
        lower: The characters in lower case.
        start: Offset of the first character.
        end: Offset behind the last.
        kind: One of NUMBER, WORD, SYMBOL and SUPERSCRIPT.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into `text`.

    >>> [token.text for token in tokens("US$1.2bn, 3 m²")]
    ['US', '$', '1.2', 'bn', ',', '3', 'm', '²']
    """
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token((token := m[0]), token.lower(), m.start(), m.end(), m.lastgroup or SYMBOL) for m in found]


def one_of(words: Iterable[str]) -> str:
    """A pattern of all words, with what they begin with told once, so that few characters are tried where none stands.

    >>> one_of(["ten", "tens", "two"])
    't(?:en(?:s)?|wo)'
    """
    behind: dict[str, set[str]] = {}
    for word in words:
        behind.setdefault(word[:1], set()).add(word[1:])
    ends = behind.pop("", None) is not None
    ways = [re.escape(first) + one_of(rest) for first, rest in sorted(behind.items())]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)})?" if ends else ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A table from phrases to values that finds the longest phrase starting or ending at a token.

    Args:
        entries: Phrase to value.
        cased: Whether case counts.
    """

    def __init__(self, entries: Mapping[str, Value] | Iterable[tuple[str, Value]], *, cased: bool = False) -> None:
        pairs = cast("Mapping[str, Value]", entries).items() if isinstance(entries, Mapping) else entries
        self._cased = cased
        self._table: dict[tuple[str, ...], Value] = {}
        self._by_first: dict[str, int] = {}
        self._by_last: dict[str, int] = {}
        for phrase, value in pairs:
            key = tuple(token.text if cased else token.lower for token in tokens(phrase))
            self._table.setdefault(key, value)
            self._by_first[key[0]] = max(len(key), self._by_first.get(key[0], 0))
            self._by_last[key[-1]] = max(len(key), self._by_last.get(key[-1], 0))

    def __len__(self) -> int:
        return len(self._table)

    def _key(self, found: Sequence[Token]) -> tuple[str, ...]:
        return tuple(token.text if self._cased else token.lower for token in found)

    def at(self, sentence: Sequence[Token], i: int) -> tuple[int, Value] | None:
        """The longest phrase that starts at token `i`, as (index behind it, value)."""
        if i >= len(sentence):
            return None
        first = sentence[i].text if self._cased else sentence[i].lower
        for length in range(min(self._by_first.get(first, 0), len(sentence) - i), 0, -1):
            value = self._table.get(self._key(sentence[i : i + length]))
            if value is not None:
                return i + length, value
        return None

    def before(self, sentence: Sequence[Token], i: int) -> tuple[int, Value] | None:
        """The longest phrase that ends right before token `i`, as (its first index, value)."""
        if i <= 0:
            return None
        last = sentence[i - 1].text if self._cased else sentence[i - 1].lower
        for length in range(min(self._by_last.get(last, 0), i), 0, -1):
            value = self._table.get(self._key(sentence[i - length : i]))
            if value is not None:
                return i - length, value
        return None
