"""Output that can go on where an interrupted run stopped: beside it grows a folder, which in the end becomes the file.

The folder `facts.jsonl.part` holds the output so far and a journal of the documents in it. What stands behind the last
document of the journal is cut off when a run goes on, and the documents after it are done again.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol, cast

from factex.cli.formats import Format
from factex.cli.journal import Journal
from factex.cli.output import Output, OutputError, checked, finish, output, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from factex.cli.journal import Place, State
    from factex.facts import Facts

# Documents of a part of a Parquet file: as many are done again at most.
_PART = 64


class Kept(Protocol):
    """Output so far."""

    def write(self, facts: Facts, name: str) -> None:
        """Adds the facts of a document."""

    def size(self, *, last: bool = False) -> int | None:
        """How large the output is, where all documents that were written are kept; None while some wait."""

    def become(self, path: Path) -> None:
        """Makes the output the file."""


class Lines:
    """JSON Lines and CSV: one file, cut back to the last document that is whole."""

    def __init__(self, folder: Path, form: Format, size: int) -> None:
        from factex.exports.files import WRITERS  # noqa: PLC0415 - loads the records

        self._path = folder / "data"
        with told(self._path):
            self._file = self._path.open("r+b" if self._path.exists() else "w+b", buffering=0)
            if self._file.seek(0, os.SEEK_END) < size:
                raise OutputError(f"{self._path}: is shorter than its journal says; start anew, without --resume")
            self._file.truncate(size)
            self._file.seek(size)
        # A writer may open with a header, which is there already where the run goes on.
        self._stream = _Valve(Output(self._path, self._file), closed=size > 0)
        self._writer = WRITERS[form](cast("BinaryIO", self._stream))
        self._stream.closed_for_now = False

    def write(self, facts: Facts, name: str) -> None:
        """As `Kept.write`."""
        self._writer.write(facts, name)

    def size(self, *, last: bool = False) -> int | None:  # noqa: ARG002 - nothing waits
        """As `Kept.size`."""
        return self._file.tell()

    def become(self, path: Path) -> None:
        """As `Kept.become`."""
        self._writer.close()
        finish(cast("BinaryIO", self._file), self._path)
        self._file.close()
        with told(path):
            self._path.replace(checked(path))


class Parts:
    """Parquet, whose files can't be added to: a file for some documents at a time, put together in the end."""

    def __init__(self, folder: Path, form: Format, size: int) -> None:
        self._folder, self._form, self._parts = folder, form, size
        self._waiting: list[tuple[Facts, str]] = []

    def write(self, facts: Facts, name: str) -> None:
        """As `Kept.write`."""
        self._waiting.append((facts, name))

    def size(self, *, last: bool = False) -> int | None:
        """As `Kept.size`; writes a part where enough documents wait, or these are the last."""
        from factex.exports.files import WRITERS  # noqa: PLC0415 - loads the records

        if self._waiting and (last or len(self._waiting) >= _PART):
            with output(self._folder / f"{self._parts}.parquet") as stream:
                writer = WRITERS[self._form](stream)
                for facts, name in self._waiting:
                    writer.write(facts, name)
                writer.close()
            self._parts += 1
            self._waiting = []
        return None if self._waiting else self._parts

    def become(self, path: Path) -> None:
        """As `Kept.become`."""
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra, which writing the parts has asked for

        from factex.exports.tables import arrow_schema  # noqa: PLC0415 - as above

        with output(path) as stream, pq.ParquetWriter(stream, arrow_schema(), compression="zstd") as whole:
            for number in range(self._parts):
                whole.write_table(pq.read_table(self._folder / f"{number}.parquet"))


class _Valve:
    """A stream that can be closed for a while: what is written then is dropped."""

    def __init__(self, stream: Output, *, closed: bool) -> None:
        self._stream, self.closed_for_now = stream, closed

    def write(self, data: bytes) -> int:
        return len(data) if self.closed_for_now else self._stream.write(data)

    def flush(self) -> None:
        """Nothing waits."""


class Resumable:
    """A run whose output can go on.

    Args:
        path: The file that the output becomes.
        form: A format of `RESUMABLE`.
        about: What the run is: its options and inputs.
        resume: Whether to go on with the run of before, where there is one.

    Attributes:
        state: How far the run is.
        found_unfinished: Whether an unfinished run was there, and is started anew.
    """

    def __init__(self, path: Path, form: Format, about: Mapping[str, Any], *, resume: bool) -> None:
        place = checked(path)
        self._path = path
        self._folder = place.with_name(f"{place.name}.part")
        journal = self._folder / "journal"
        self.found_unfinished = journal.exists() and not resume
        with told(self._folder):
            self._folder.mkdir(exist_ok=True)
        self._journal = Journal(journal, about)
        if resume:
            self._journal.go_on()
        else:
            self._journal.start()
        self.state: State = self._journal.state
        data = self._folder / ("0.parquet" if form is Format.PARQUET else "data")
        # Only a run that was interrupted between the renaming and the end has a journal and no data.
        self._is_there = self.state.complete and not data.exists() and place.exists()
        if not self._is_there:
            self._kept: Kept = (Parts if form is Format.PARQUET else Lines)(self._folder, form, self.state.size)

    def fail(self, place: Place, message: str) -> None:
        """Notes that a document failed."""
        self._journal.fail(place, message)

    def take(self, found: Iterator[tuple[Facts, str, Place]], each: Callable[[], None]) -> None:
        """Keeps the facts of all documents, and makes the file.

        Args:
            found: Facts with the name and the place of their document.
            each: Called after each document.
        """
        with self._journal:
            if not self._is_there:
                self._fill(found, each)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _fill(self, found: Iterator[tuple[Facts, str, Place]], each: Callable[[], None]) -> None:
        place, documents = self.state.place, self.state.documents
        for facts, name, place in found:
            self._kept.write(facts, name)
            documents += 1
            self._note(place, documents, self._kept.size())
            each()
        self._note(place, documents, self._kept.size(last=True))
        self._journal.complete()
        self._kept.become(self._path)

    def _note(self, place: Place, documents: int, size: int | None) -> None:
        if size is not None and documents > self.state.documents:
            self._journal.done(place, size, documents)
