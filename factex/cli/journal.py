"""The journal of a run: which documents are in its output already, so that an interrupted run can go on."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factex.cli.outcome import UsageError
from factex.cli.output import OutputError, told
from factex.documents.sources import STDIN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Self

    from factex.documents.sources import Source

Place = tuple[int, int]


@dataclass(slots=True)
class State:
    """How far a run is.

    Attributes:
        place: The place of its last finished document (`Reader.place`).
        size: How large its output is with that document: in bytes, or in parts.
        documents: How many documents are finished.
        failed: What was told of the documents that failed, by their place.
        complete: Whether all documents are finished.
    """

    place: Place = (-1, 0)
    size: int = 0
    documents: int = 0
    failed: dict[Place, str] = field(default_factory=dict)
    complete: bool = False


class Journal:
    """A file with a line for each finished document; a line that was cut off by the end of a process does not count.

    Args:
        path: The file.
        about: What the run is: its options and inputs.

    Attributes:
        state: How far the run is.
    """

    def __init__(self, path: Path, about: Mapping[str, Any]) -> None:
        self._path, self._about = path, about
        self.state = State()
        with told(path):
            self._file = path.open("a+b")
        self._lock()

    def start(self) -> None:
        """Begins a run anew."""
        with told(self._path):
            self._file.truncate(0)
        self._write(self._about)

    def go_on(self) -> None:
        """Reads how far the run of before came; starts anew where it had not begun.

        Raises:
            UsageError: if it was a run with other options or inputs.
        """
        self._file.seek(0)
        whole = self._file.read()
        lines = whole[: whole.rfind(b"\n") + 1].splitlines()
        if not lines:
            self.start()
            return
        try:
            about, *steps = map(json.loads, lines)
            self._follow(steps)
        except (ValueError, LookupError, TypeError) as error:
            self.close()
            raise OutputError(f"{self._path}: can't be read ({error}); start anew, without --resume") from error
        changed = [name for name, value in about.items() if value != self._about.get(name)]
        if changed:
            self.close()
            raise UsageError(
                f"{self._path.parent} is of a run with other {' and '.join(changed)}: "
                "run it as before to go on, or without --resume to start anew"
            )
        with told(self._path):
            self._file.truncate(whole.rfind(b"\n") + 1)

    def _follow(self, steps: Sequence[Mapping[str, Any]]) -> None:
        """Takes the state from the lines behind the first."""
        state = self.state
        for step in steps:
            state.complete = "complete" in step
            if state.complete:
                break
            place: Place = (step["place"][0], step["place"][1])
            if "failed" in step:
                state.failed[place] = step["failed"]
            else:
                state.place, state.size, state.documents = place, step["size"], step["documents"]
        state.failed = {place: message for place, message in state.failed.items() if place <= state.place}

    def done(self, place: Place, size: int, documents: int) -> None:
        """Notes that a document is in the output, whole."""
        self._write({"place": place, "size": size, "documents": documents})
        self.state.place, self.state.size, self.state.documents = place, size, documents

    def fail(self, place: Place, message: str) -> None:
        """Notes that a document failed, so that a run that goes on tells it again."""
        self._write({"place": place, "failed": message})

    def complete(self) -> None:
        """Notes that all documents are in the output."""
        self._write({"complete": True})

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _write(self, line: Mapping[str, Any]) -> None:
        with told(self._path):
            self._file.write(json.dumps(line).encode() + b"\n")
            self._file.flush()

    def _lock(self) -> None:
        """Keeps a second run off the same output; a lock of this kind is not inherited by worker processes."""
        with contextlib.suppress(ImportError):
            import fcntl  # noqa: PLC0415 - not on Windows

            try:
                fcntl.lockf(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                self._file.close()
                raise OutputError(
                    f"{self._path.parent}: another run is writing there; wait for it, or end it"
                ) from error


def fingerprint(sources: Sequence[Source]) -> str:
    """What changes when a file is added, removed or written.

    Raises:
        UsageError: if one of them can't be read twice.
    """
    digest = hashlib.sha256()
    for source in sources:
        path = Path(source.name)
        if source.name == STDIN or (path.exists() and not (path.is_file() or path.is_dir())):
            raise UsageError(f"{source.name} can't be read twice, so its run can't go on: save it to a file first")
        try:
            status = os.stat(path)  # noqa: PTH116 - as its result is read
            known = [status.st_size, status.st_mtime_ns]
        except OSError:
            known = []
        digest.update(json.dumps([source.name, source.error, *known]).encode())
    return digest.hexdigest()
