"""Consoles: standard output as rich draws on it, in colour where it is a terminal and NO_COLOR is not set."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

# Of tables in a file: no terminal tells how wide it is.
_WIDTH = 120


@contextlib.contextmanager
def drawing(stream: BinaryIO | None = None) -> Iterator[Console]:
    """A console on standard output, or on a file; a closed pipe raises instead of ending the process."""
    from rich.console import Console  # noqa: PLC0415 - a tenth of a second

    class Strict(Console):
        """A console that leaves closed pipes to the command."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

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
