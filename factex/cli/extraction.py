"""A run over documents: read, extracted, chosen and written."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import factex
from factex.cli import formats
from factex.cli.journal import fingerprint
from factex.cli.outcome import INTERRUPTED, Outcome, UsageError
from factex.cli.output import output
from factex.cli.progress import progress
from factex.cli.resumable import Resumable
from factex.documents.document import Document, Limits
from factex.documents.reading import FORMATS, TABLES, Reader
from factex.documents.sources import STDIN, Source, find
from factex.documents.tables import Columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from factex.cli.formats import Format
    from factex.cli.journal import Place
    from factex.facts import Facts

# Documents that are parsed together, and done again where a run stopped between: files are longer than rows.
_FILES, _ROWS = 4, 32


@dataclass(frozen=True, slots=True)
class Reading:
    """How documents are read: the options of `factex extract`, as `factex.documents.read` has them."""

    text_column: str | None = None
    id_column: str | None = None
    encoding: str | None = None
    form: str | None = None
    max_bytes: int | None = None

    def reader(self, sources: Sequence[Source], after: Place) -> Reader:
        """The reader of some sources."""
        return Reader(
            sources,
            columns=Columns(self.text_column, self.id_column),
            encoding=self.encoding,
            limits=Limits() if self.max_bytes is None else Limits(bytes=self.max_bytes),
            form=self.form,
            after=after,
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """Which facts are kept."""

    kinds: tuple[str, ...] = ()
    min_confidence: float = 0.0

    def of(self, facts: Facts) -> Facts:
        """The facts that are kept, with their text and all its quantities."""
        chosen = bool(self.kinds or self.min_confidence)
        return facts.where(kinds=self.kinds, confidence=self.min_confidence) if chosen else facts


@dataclass(slots=True)
class Run:
    """A run: what is read, how, and what is kept.

    Attributes:
        sources: What is read.
        outcome: What is told of it.
        reading: How it is read.
        choice: Which facts are kept.
        model: Name or path of the model.
        jobs: How many processes work.
        reference_date: The day against which relative times are told.
    """

    sources: list[Source]
    outcome: Outcome
    reading: Reading
    choice: Choice
    model: str | None = None
    jobs: int = 1
    reference_date: date | None = None
    _resumable: Resumable | None = None

    def write(self, form: Format, path: Path | None, *, resume: bool = False, title: str | None = None) -> None:
        """Writes the facts of all documents to a file or to standard output.

        Raises:
            UsageError: if the run can't be resumed.
            OutputError: if the file can't be written.
        """
        if resume and (path is None or form not in formats.RESUMABLE):
            raise UsageError(f"--resume goes with --output and one of the formats {', '.join(formats.RESUMABLE)}")
        total = sum(source.size() for source in self.sources)
        both_on_terminal = path is None and sys.stdout.isatty()
        with prompt_interrupts(), progress(self.outcome, total, wanted=not both_on_terminal) as advance:
            if path is not None and form in formats.RESUMABLE and (resume or self._can_go_on(path)):
                self._go_on(form, path, resume=resume, advance=advance)
                return
            with output(path) as stream:
                named = self._watched(self.found((-1, 0)), advance)
                if form is formats.Format.HTML:
                    formats.report(named, stream, title)
                    stream.flush()
                else:
                    formats.write(form, named, stream)

    @staticmethod
    def _watched(found: Iterator[tuple[Facts, str, Place, int]], advance: Any) -> Iterator[tuple[Facts, str]]:
        for facts, name, _, position in found:
            yield facts, name
            advance(position)

    def _can_go_on(self, path: Path) -> bool:
        """Whether an interrupted run could go on: its output is a file, and its inputs can be read twice."""
        if path.exists() and not path.is_file():
            return False
        with contextlib.suppress(UsageError):
            return bool(fingerprint(self.sources))
        return False

    def _go_on(self, form: Format, path: Path, *, resume: bool, advance: Any) -> None:
        run = Resumable(path, form, self._about(form), resume=resume)
        if run.found_unfinished:
            self.outcome.warn(f"{path}: an unfinished run is started anew; --resume would have gone on with it")
        for message in run.state.failed.values():
            self.outcome.fail(message)
        at = 0

        def found() -> Iterator[tuple[Facts, str, Place]]:
            nonlocal at
            for facts, name, place, at in self.found(run.state.place):  # noqa: B007 - told to the bar
                yield facts, name, place

        self._resumable = run
        try:
            run.take(found(), lambda: advance(at))
        except (KeyboardInterrupt, OSError):
            if run.state.documents:
                count = run.state.documents
                self.outcome.show(f"factex: {count} document{'s' * (count > 1)} kept; go on with --resume")
            raise

    def _about(self, form: Format) -> dict[str, Any]:
        """What a run that goes on has to share with the one before, by the names that its user knows."""
        from factex.model import name_of  # noqa: PLC0415 - only this asks

        return {
            "factex": factex.__version__,
            "format": str(form),
            "model": name_of(self.model),
            "kinds": sorted(self.choice.kinds),
            "confidence": self.choice.min_confidence,
            "date": str(self.reference_date),
            "columns": [self.reading.text_column, self.reading.id_column],
            "encoding": [self.reading.encoding, self.reading.form, self.reading.max_bytes],
            "inputs": fingerprint(self.sources),
        }

    def found(self, after: Place) -> Iterator[tuple[Facts, str, Place, int]]:
        """The facts of all documents, with their names and places, and the bytes read so far; failures are told."""
        extractor = factex.Extractor(model=self.model)

        def failed(item: tuple[str, tuple[str, Place, int]], error: Exception) -> None:
            _, (name, place, _) = item
            self._fail(place, f"{name}: {error}")

        results = extractor.pipe(
            self._texts(after),
            as_tuples=True,
            batch_size=_ROWS if self._has_tables() else _FILES,
            n_process=self.jobs,
            on_error=failed,
            reference_date=self.reference_date,
        )
        for facts, (name, place, position) in results:
            for warning in facts.warnings:
                self.outcome.warn(f"{name}: {warning}")
            yield self.choice.of(facts), name, place, position

    def _has_tables(self) -> bool:
        return any((self.reading.form or FORMATS.get(source.suffix)) in TABLES for source in self.sources)

    def _texts(self, after: Place) -> Iterator[tuple[str, tuple[str, Place, int]]]:
        reader = self.reading.reader(self.sources, after)
        for found in reader:
            if not isinstance(found, Document):
                self._fail(reader.place, str(found[1]))
                continue
            for warning in found.warnings:
                self.outcome.warn(f"{found.id}: {warning}")
            yield found.text, (found.id, reader.place, reader.position)

    def _fail(self, place: Place, message: str) -> None:
        self.outcome.fail(message)
        if self._resumable is not None:
            self._resumable.fail(place, message)


def sources_of(inputs: Sequence[str] | None, output: Path | None = None) -> list[Source]:
    """The sources that arguments name, without the output; standard input where there are none.

    Raises:
        UsageError: if nothing is given, and standard input is a terminal.
    """
    if not inputs and sys.stdin.isatty():
        raise UsageError("no input: name files or folders, or - for standard input")
    own = None if output is None else os.path.realpath(output)
    both = next((name for name in inputs or () if own is not None and os.path.realpath(name) == own), None)
    if both is not None and not os.path.isdir(both):  # noqa: PTH112 - a name as it was given
        raise UsageError(f"{both} is both an input and the output")
    sources = [source for source in find(inputs or [STDIN]) if own is None or not _is_of(source, own)]
    if sum(source.name == STDIN for source in sources) > 1:
        raise UsageError("- (standard input) can be read once")
    return sources


def _is_of(source: Source, output: str) -> bool:
    """Whether a source is the output of a run before, or part of it."""
    place = os.path.realpath(source.name)
    return place == output or place.startswith(f"{output}.part{os.sep}")


@contextlib.contextmanager
def prompt_interrupts() -> Iterator[None]:
    """Makes Ctrl-C end workers at once, instead of after their batch; a second one ends this process too."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(number: int, frame: object) -> None:  # noqa: ARG001 - as signals call it
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
        for worker in multiprocessing.active_children():
            worker.terminate()
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
