"""The marks of Markdown inside a sentence, which are no words to a parser: emphasis, links, code."""

from __future__ import annotations

import re

_MARKS = re.compile(
    r"""(?P<opens>!?\[)(?P<words>[^\[\]\n]*)\]\((?P<target>(?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?)\)
      | (?<![\w*])(?:\*{1,3}|__)(?=[^\s*_]) | (?<=[^\s*_])(?:\*{1,3}|__)(?![\w*])
      | `+""",
    re.VERBOSE,
)


def plain(sentence: str) -> str:
    """The sentence with spaces in place of marks and of the targets of links, so that every offset stays.

    >>> plain("**Acme** sold [4 cars](https://a.org/7).")
    '  Acme   sold  4 cars                  .'
    """
    if not any(mark in sentence for mark in ("*", "__", "](", "`")):
        return sentence
    return _MARKS.sub(_blank, sentence)


def _blank(match: re.Match[str]) -> str:
    """Spaces, around the words of a link."""
    if match["opens"] is None:
        return " " * len(match.group())
    before, words = len(match["opens"]), plain(match["words"])
    return f"{' ' * before}{words}{' ' * (len(match.group()) - before - len(words))}"
