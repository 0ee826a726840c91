"""The progress bar: on standard error, where that is a terminal and nothing else is drawn on it."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from factex.cli.console import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factex.cli.outcome import Outcome


@contextlib.contextmanager
def progress(outcome: Outcome, total: int, *, wanted: bool = True) -> Iterator[Callable[[int], None]]:
    """A bar with documents, their rate and the remaining time.

    Args:
        outcome: Its messages are shown above the bar.
        total: How many bytes there are to read; 0 where nobody knows.
        wanted: Whether there is to be one.

    Yields:
        What is called after each document with the bytes read so far.
    """
    if not (wanted and sys.stderr.isatty()):
        yield lambda position: None  # noqa: ARG005 - nobody looks
        return
    from rich.console import Console  # noqa: PLC0415 - only who watches pays for it
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415 - as above

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"))
    shown = columns if total else columns[:2]
    counted = TextColumn("{task.fields[documents]:,} documents, {task.fields[rate]:.1f}/s")
    with Progress(*shown, counted, TimeRemainingColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total or None, documents=0, rate=0.0)
        outcome.show = lambda line: bar.console.print(Text(printable(line)), soft_wrap=True)
        documents = 0

        def advance(position: int) -> None:
            nonlocal documents
            documents += 1
            rate = documents / (bar.tasks[task].elapsed or 1)
            bar.update(task, completed=position, documents=documents, rate=rate, description="facts")

        yield advance
