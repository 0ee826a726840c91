"""Consoles: standard output as rich draws on it, in colour where it is a terminal and NO_COLOR is not set."""

from __future__ import annotations

import contextlib
import io
import re
import sys
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from rich.console import Console

# Of tables in a file: no terminal tells how wide it is.
_WIDTH = 120
# What a terminal obeys instead of showing it: control characters, and those that turn the direction of writing.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    r"""A text that a terminal only shows: whatever else it would do with it stands as U+FFFD.

    >>> printable("5 km\x1b]0;title\x07")
    '5 km�]0;title�'
    """
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", text)


@contextlib.contextmanager
def drawing(stream: BinaryIO | None = None) -> Iterator[Console]:
    """A console on standard output, or on a file; a closed pipe raises instead of ending the process."""
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second
    from rich.segment import Segment  # noqa: PLC0415 - as above

    class Strict(Console):
        """A console that leaves closed pipes to the command, and obeys no text."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

        def render(self, *arguments: Any, **options: Any) -> Iterable[Segment]:
            for text, style, control in super().render(*arguments, **options):
                yield Segment(text if control else printable(text), style, control)

    if stream is None or stream is getattr(sys.stdout, "buffer", None):
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # lone surrogates, and terminals that know ASCII alone
        yield Strict()
        return
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", write_through=True)
    try:
        yield Strict(file=text, width=_WIDTH)
    finally:
        text.detach()
