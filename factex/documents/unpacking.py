"""Opens files, packed by gzip or not, and stops where a limit is passed."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from factex.documents.document import DocumentError
from factex.documents.sources import STDIN

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from _typeshed import WriteableBuffer

    from factex.documents.document import Limits
    from factex.documents.sources import Source

_MAGIC = b"\x1f\x8b"
# A small file may be packed as well as it likes: what it unpacks to is small.
_FREE = 10_000_000
_CHUNK = 1 << 20


class Opened(io.RawIOBase):
    """The bytes of a source, unpacked.

    Args:
        source: What to open.
        limits: Of these, the ratio holds here.

    Raises:
        OSError: if it can't be opened.
    """

    def __init__(self, source: Source, limits: Limits) -> None:
        super().__init__()
        self._name, self._ratio = source.name, limits.ratio
        file: IO[bytes] = sys.stdin.buffer if source.name == STDIN else Path(source.name).open("rb")  # noqa: SIM115 - closed by `close`
        self._packed = _Counted(file)
        self._buffered: io.BufferedReader[Any] = io.BufferedReader(self._packed)
        packed = self._buffered.peek(2)[:2] == _MAGIC
        self._stream: gzip.GzipFile | io.BufferedReader = (
            gzip.GzipFile(fileobj=self._buffered) if packed else self._buffered
        )
        self._is_packed = packed
        self._unpacked = 0

    @property
    def position(self) -> int:
        """How many bytes of the file have been read."""
        return self._packed.count

    @property
    def plain(self) -> bool:
        """Whether it is a file that is not packed, which can be read from any place."""
        return not self._is_packed and self._name != STDIN and Path(self._name).is_file()

    def peek(self, size: int) -> bytes:
        """The first bytes, without reading them."""
        try:
            return bytes(self._stream.peek(size)[:size])
        except (EOFError, zlib.error, gzip.BadGzipFile):
            return b""

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Reads bytes; raises where too many come out of a packed file, or it is damaged."""
        view = memoryview(buffer).cast("B")
        try:
            data = self._stream.read(len(view))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise DocumentError(f"{self._name}: damaged gzip file: {error}; pack it anew") from error
        view[: len(data)] = data
        self._unpacked += len(data)
        if self._is_packed and self._unpacked > max(_FREE, self.position * self._ratio):
            raise DocumentError(
                f"{self._name}: unpacks to more than {self._ratio} times its size; unpack it yourself if that is meant"
            )
        return len(data)

    def close(self) -> None:
        """Closes the file; standard input stays open."""
        if not self.closed and self._name != STDIN:
            self._packed.file.close()
        super().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class _Counted(io.RawIOBase):
    """A file that knows how many bytes were read of it."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self.file, self.count = file, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = getattr(self.file, "read1", self.file.read)(len(view))
        view[: len(data)] = data
        self.count += len(data)
        return len(data)


def read_all(opened: Opened, name: str, limits: Limits) -> bytes:
    """All bytes of a source.

    Raises:
        DocumentError: if there are more than the limit.
    """
    parts, left = [], limits.bytes
    while part := opened.read(min(_CHUNK, left + 1)):
        left -= len(part)
        if left < 0:
            raise DocumentError(
                f"{name}: more than {limits.bytes:,} bytes in one document; cut it up, or raise the limit"
            )
        parts.append(part)
    return b"".join(parts)
