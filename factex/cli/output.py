"""Files are written aside and renamed: under its name stands nothing or the whole."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from factex.errors import FactexError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import ReadableBuffer


class OutputError(FactexError, OSError):
    """A file can't be written; the message names it and says why."""

    @classmethod
    def of(cls, path: Path, error: OSError) -> OutputError:
        """The error of a file, told with its name."""
        return cls(f"{path}: {error.strerror or error}")


class Output(io.RawIOBase):
    """A file that is written, whose errors name it.

    Args:
        path: What the errors say.
        file: Where the bytes go, unbuffered.
    """

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        super().__init__()
        self.path, self.file = path, file

    def writable(self) -> bool:
        """True."""
        return True

    def write(self, data: ReadableBuffer) -> int:
        """Writes bytes.

        Raises:
            OutputError: if the disk is full, or the file gone.
        """
        with told(self.path):
            return self.file.write(data)

    def fileno(self) -> int:
        """The number of the file below."""
        return self.file.fileno()

    def close(self) -> None:
        """Closes the file."""
        if not self.closed:
            with told(self.path):
                self.file.close()
        super().close()


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Names the file in the errors of the operating system."""
    try:
        yield
    except BrokenPipeError:
        raise
    except FactexError:
        raise
    except OSError as error:
        raise OutputError.of(path, error) from error


@contextlib.contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """A stream to a file that gets its name when all is written, or to standard output.

    Args:
        path: The file; a pipe or a device is written directly, as is standard output, where it is None.

    Raises:
        OutputError: if it can't be written.
    """
    if path is None:
        sys.stdout.flush()
        yield cast("BinaryIO", sys.stdout.buffer)
        return
    place = checked(path)
    if place.exists() and not place.is_file():
        with told(path), place.open("wb", buffering=0) as file, _buffered(path, file) as stream:
            yield stream
        return
    with told(path):
        number, name = tempfile.mkstemp(prefix=f".{place.name[:100]}.", suffix=".part", dir=place.parent)
    aside = Path(name)
    try:
        with os.fdopen(number, "wb", buffering=0) as file, _buffered(path, file) as stream:
            yield stream
            finish(stream, path)
        with told(path):
            aside.chmod(_mode(place))
            aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)


@contextlib.contextmanager
def _buffered(path: Path, file: IO[bytes]) -> Iterator[BinaryIO]:
    """A buffered stream; what it holds after an error is not written any more."""
    raw = Output(path, file)
    stream = io.BufferedWriter(raw)
    try:
        yield cast("BinaryIO", stream)
        stream.flush()
    except BaseException:
        with contextlib.suppress(OSError):
            raw.close()
        raise


def finish(stream: BinaryIO, path: Path) -> None:
    """Brings what was written to the disk, so that a name never stands for less after a power cut."""
    stream.flush()
    with told(path), contextlib.suppress(io.UnsupportedOperation):
        os.fsync(stream.fileno())


def checked(path: Path) -> Path:
    """Where a file really goes, through links.

    Raises:
        OutputError: if it is a folder, or its folder is not there.
    """
    place = Path(os.path.realpath(path))
    if place.is_dir():
        raise OutputError(f"{path}: is a folder; name a file in it")
    if not place.parent.is_dir():
        raise OutputError(f"{path}: there is no folder {place.parent}; make it first")
    return place


def _mode(place: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    if place.exists():
        return place.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
