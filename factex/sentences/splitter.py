"""Sentence ends, found on characters, so that no model has to read a sentence without a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table

if TYPE_CHECKING:
    from collections.abc import Iterator

# A piece longer than this is cut at white space: no sentence of prose is longer, and the model's work must stay linear.
MAX_LENGTH = 1500

_FIGURES = "0123456789.,"
_CLOSERS = "\"'”’»)\\]"
# A stop that something follows, or a line break. Its first character is told first: a scan for it is quick.
_END = re.compile(
    rf"""[.!?…\r\n\u2028\u2029](?:
        (?:(?<=[^\s.!?…][.!?…])|(?<=\s[.!?…]{{2}})|(?<=^[.!?…]{{2}}))[.!?…]*+[{_CLOSERS}]*+
            (?=\s+(?P<next>["'“‘«(\[]*\S))
      | (?:(?<=[\n\u2028\u2029])|(?<=\r)\n)\s*)""",
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\s(\[\"“‘«]{1,12}\Z")
_NEXT_WORD = re.compile(r"\s+[\"'“‘«(\[]*(\w+)")
_LINE_OPENER = re.compile(r"[a-z,;)]")
# What opens a line and is no part of its sentence: the mark of a list item, and of a heading, a quotation or a row in
# Markdown, and a report's place and day ("SEOUL, July 22 (Wire) — "). They are pieces of their own, so that a
# parser does not take them for a subject.
_OPENER = re.compile(
    r"""(?:(?:[•·▪●◦*>|]|\#{1,6}(?=\s+[^\s0-9])|[–—-](?=\s+[^\s0-9]))\s+
      | [A-Z][A-Z’'.-]+(?:[ ][A-Z][A-Z’'.-]+){0,3}(?:,\s[^,—–(]{2,30}){0,3}(?:\s\([^()]{2,40}\))?\s?(?:—|–|--|-)\s+)
        (?=\S)""",
    re.VERBOSE,
)
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]\Z")


@per_lexicon
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = table("sentences")
    return frozenset(data["abbreviations"]), frozenset(data["doubtful"]), frozenset(data["openers"])


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a stop ends a sentence."""
    start, stop, follower = match.start(), match.group(), match["next"][-1]
    if follower.islower() and stop[0] in ".…":
        return False
    if stop[0] != "." or len(stop.rstrip(_CLOSERS.replace("\\", ""))) > 1:
        return not follower.islower()
    before = _LAST_WORD.search(text, max(0, start - 12), start)
    word = before.group() if before else ""
    abbreviations, doubtful, openers = _words()
    lower = word.lower()
    if lower in doubtful or (_INITIAL.match(word) and "." in word):
        following = _NEXT_WORD.match(text, match.end())
        return following is not None and following.group(1) in openers
    if lower in abbreviations or (len(word) == 1 and word.isupper() and word != "I"):
        return False
    # The number of a list item, at the start of a line, ends nothing.
    opens_line = text[max(0, start - len(word) - 1) : start - len(word)] in ("", "\n")
    return not (word.isdigit() and len(word) < 3 and opens_line)


def _line_breaks(text: str, match: re.Match[str]) -> bool:
    """Whether a line break ends a sentence: an empty line does, one inside a wrapped paragraph does not."""
    if match.group().count("\n") > 1 or match.end() >= len(text):
        return True
    return not _LINE_OPENER.match(text, match.end())


def split(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text, in order, as (start, end), without the white space around them.

    Headlines, list items and lines count as sentences. Pieces are at most `MAX_LENGTH` characters long.

    >>> text = "Mr. Li paid $3.5m. He left."
    >>> [text[start:end] for start, end in split(text)]
    ['Mr. Li paid $3.5m.', 'He left.']
    """
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match["next"] is not None:
            if not _ends(text, match):
                continue
        elif not _line_breaks(text, match):
            continue
        yield from _pieces(text, start, end)
        start = end
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    opener = None if text[text.rfind("\n", 0, start) + 1 : start].strip() else _OPENER.match(text, start, end)
    if opener is not None:
        yield start, start + len(opener.group().rstrip())
        start = opener.end()
    while end - start > MAX_LENGTH:
        cut = text.rfind(" ", start + MAX_LENGTH // 2, start + MAX_LENGTH)
        if cut < 0:
            # No number is cut in two; one that fills a whole piece is left out.
            cut = start + len(text[start : start + MAX_LENGTH].rstrip(_FIGURES))
            if cut == start:
                start = end - len(text[start:end].lstrip(_FIGURES))
                continue
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if end > start:
        yield start, end
