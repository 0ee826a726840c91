"""Takes the marks of Markdown out of a text (emphasis, links, code) and tells where its characters stood.

They are no words, and each stage would stumble over them: `over **60%**`, `by **2035**`. All stages read the text
without them; the records are told in the text as it was given.
"""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from factex.errors import TextTypeError
from factex.records.base import relocated

if TYPE_CHECKING:
    from factex.records.base import AnyRecord

_SIGNS = ("*", "__", "](", "`", "~~")
_MARK = re.compile(
    r"""(?P<link>!?\[(?P<words>[^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"\n]*")?\))
      | (?<![\w*])(?:\*{1,3}|__)(?=[^\s*_]) | (?<=[^\s*_])(?:\*{1,3}|__)(?![\w*])
      | `+ | ~~""",
    re.VERBOSE,
)


class Marked:
    """A text, and what it is without its marks.

    Args:
        text: The text.
        strip: Whether marks are taken out.

    Attributes:
        text: The text as it was given.
        plain: The text without its marks.

    Raises:
        TextTypeError: if `text` is no `str`.

    Example:
        >>> marked = Marked("**Acme** sold [4 cars](https://a.org/7).")
        >>> marked.plain, marked.bounds(10, 16)
        ('Acme sold 4 cars.', (15, 21))
    """

    def __init__(self, text: str, *, strip: bool = True) -> None:
        if not isinstance(text, str):
            raise TextTypeError(text)
        self.text = self.plain = text
        # Where each stretch that is kept begins: in the plain text, and in the given one.
        self._starts, self._given = [0], [0]
        if strip and any(sign in text for sign in _SIGNS):
            self.plain = self._stripped()

    def _stripped(self) -> str:
        cuts = []
        for match in _MARK.finditer(self.text):
            start, end = match.span()
            if match["link"] is None:
                cuts.append((start, end))
                continue
            first, last = match.span("words")
            inner = (mark.span() for mark in _MARK.finditer(self.text, first, last))
            cuts += [(start, first), *inner, (last, end)]
        kept, done = [], 0
        for start, end in cuts:
            kept.append(self.text[done:start])
            self._starts.append(self._starts[-1] + start - done)
            self._given.append(end)
            done = end
        kept.append(self.text[done:])
        return "".join(kept)

    @property
    def changed(self) -> bool:
        """Whether marks were taken out."""
        return len(self._starts) > 1

    def told(self, record: AnyRecord) -> AnyRecord:
        """A record of the plain text, told in the given one."""
        return relocated(record, self.text, self.bounds) if self.changed else record

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the plain text stands in the given one, without the marks around it."""
        first = self._place(start)
        return first, (self._place(end - 1) + 1 if end > start else first)

    def _place(self, index: int) -> int:
        k = bisect.bisect_right(self._starts, index) - 1
        return self._given[k] + index - self._starts[k]
