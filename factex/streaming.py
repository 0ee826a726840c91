"""Streams items through a function on batches: lazily, in order, errors told an item, over one or several processes."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Sized
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Literal

from factex.allocator import give_back
from factex.errors import FactexError, WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    # A result or an error for each item of a batch; pickled where it goes to other processes.
    Work = Callable[[Sequence[Any]], list[Any]]
    # About an item that failed: raise, leave it out with a warning, or ask this for what stands in its place.
    OnError = Literal["raise", "skip"] | Callable[[Any, Exception], Any]

# Batches on their way for each process: one at work, one waiting.
_AHEAD = 2
_here: dict[str, Work] = {}


def stream(work: Work, items: Iterable[Any], *, batch_size: int, n_process: int) -> Iterator[tuple[Any, Any]]:
    """Each item with what `work` makes of it, a result or an error, in order.

    Args:
        work: Takes a batch.
        items: Taken lazily, no more than the batches on their way.
        batch_size: How many items make a batch.
        n_process: How many processes work; -1 takes one a core. With 1 all is done in this one.

    Raises:
        WorkerError: if a worker process dies.
    """
    batches = _batches(iter(items), max(1, batch_size))
    count = (os.cpu_count() or 1) if n_process == -1 else n_process
    if count < 1:
        raise ValueError(f"n_process must be a positive number, or -1 for one a core; got {n_process}")
    made = ((batch, work(batch)) for batch in batches) if count == 1 else _in_processes(work, batches, count)
    for batch, results in made:
        yield from zip(batch, results, strict=True)


def shown(items: Iterable[Any], what: str) -> Iterator[Any]:
    """The items, with a progress bar on standard error where that is a terminal."""
    from rich.console import Console  # noqa: PLC0415 - only who watches pays for it
    from rich.progress import track  # noqa: PLC0415 - as above

    console = Console(stderr=True)
    total = len(items) if isinstance(items, Sized) else None
    yield from track(items, what, total=total, console=console, disable=not console.is_terminal, transient=True)


def _batches(items: Iterator[Any], size: int) -> Iterator[list[Any]]:
    while batch := list(itertools.islice(items, size)):
        yield batch


def _in_processes(work: Work, batches: Iterator[list[Any]], count: int) -> Iterator[tuple[list[Any], list[Any]]]:
    """The batches with their results; whatever ends this generator ends the processes too."""
    pool = ProcessPoolExecutor(count, initializer=_start, initargs=(work,))
    waiting: deque[tuple[list[Any], Future[list[Any]]]] = deque()
    try:
        for batch in batches:
            give_back()
            waiting.append((batch, pool.submit(_work, batch)))
            if len(waiting) >= count * _AHEAD:
                batch, future = waiting.popleft()  # noqa: PLW2901 - the oldest
                yield batch, future.result()
        while waiting:
            batch, future = waiting.popleft()
            yield batch, future.result()
    except BrokenProcessPool as error:
        raise WorkerError(
            "a worker process died, most often for want of memory; the texts since the last result are not done: "
            "take fewer processes or smaller batches"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start(work: Work) -> None:
    """Makes a process a worker: it leaves Ctrl-C to its parent, and does not outlive it."""
    _here["work"] = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)  # nobody waits for what this process would clean up


def _work(batch: list[Any]) -> list[Any]:
    return [_sendable(result) for result in _here["work"](batch)]


def _sendable(result: Any) -> Any:
    """The result itself; in place of an error that can't be pickled one that tells its text."""
    if isinstance(result, Exception):
        try:
            pickle.loads(pickle.dumps(result))  # noqa: S301 - our own bytes
        except Exception:  # noqa: BLE001 - pickling runs the error's own code
            return FactexError(f"{type(result).__name__}: {result}")
    return result
