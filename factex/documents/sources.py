"""Finds the files that inputs name: files, folders, globs, standard input."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factex.documents.document import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STDIN = "-"
# Files of a folder that are read; a file that is named is read whatever its suffix.
SUFFIXES = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".mhtml", ".mht", ".pdf", ".csv", ".tsv", ".jsonl",
    ".ndjson", ".parquet",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    Attributes:
        name: Its path, or `-` for standard input.
        error: Why it can't be read, where that is known already.
    """

    name: str
    error: str = ""

    @property
    def suffix(self) -> str:
        """The suffix that tells its format, in lower case: `.html` also of `page.html.gz`."""
        path = Path(self.name)
        return (path.with_suffix("") if path.suffix.lower() == ".gz" else path).suffix.lower()

    def size(self) -> int:
        """Its size in bytes; 0 where it has none, as standard input."""
        try:
            return 0 if self.name == STDIN else Path(self.name).stat().st_size
        except OSError:
            return 0


def find(inputs: Iterable[str | os.PathLike[str]], suffixes: Sequence[str] = SUFFIXES) -> Iterator[Source]:
    """The files that inputs name, those of a folder sorted.

    Args:
        inputs: Paths of files and folders, patterns (`reports/**/*.txt`), or `-` for standard input.
        suffixes: Which files of folders are read, packed by gzip or not; hidden ones are not.

    Yields:
        Sources; what is wrong (an empty folder, one that can't be listed, a link that leads back) is their `error`.
    """
    wanted = tuple(suffixes) + tuple(f"{suffix}.gz" for suffix in suffixes)
    for given in inputs:
        name = os.fspath(given)
        if name == STDIN:
            yield Source(STDIN)
        elif os.path.isdir(name):  # noqa: PTH112 - of a path too long it says False
            yield from _folder(name, wanted)
        elif glob.has_magic(name) and not os.path.lexists(name):
            found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - pathlib's glob is relative to a folder
            for one in found:
                yield from _folder(one, wanted) if os.path.isdir(one) else (Source(one),)  # noqa: PTH112
            if not found:
                yield Source(name, "no file matches this pattern")
        else:
            yield Source(name)


def _folder(name: str, suffixes: tuple[str, ...]) -> Iterator[Source]:
    """The files of a folder and the folders in it, each folder once."""
    empty = True
    for source in _walk(name, suffixes, ()):
        empty = False
        yield source
    if empty:
        yield Source(name, f"no file of this folder ends in one of {', '.join(suffixes[: len(suffixes) // 2])}")


def _walk(folder: str, suffixes: tuple[str, ...], above: tuple[tuple[int, int], ...]) -> Iterator[Source]:
    try:
        status = os.stat(folder)  # noqa: PTH116 - the folder of a walk is a string
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield Source(folder, error.strerror or str(error))
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield Source(folder, "this link leads back to a folder above it, and is not followed")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            yield from _walk(entry.path, suffixes, (*above, here))
        elif entry.name.lower().endswith(suffixes) and _is_readable(entry):
            yield Source(entry.path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _is_readable(entry: os.DirEntry[str]) -> bool:
    """Whether a file is one of text, or a link that leads nowhere, which opening it will tell; no pipe, no device."""
    try:
        return entry.is_file() or entry.is_symlink()
    except OSError:
        return True


def failure(source: Source, error: BaseException | str) -> DocumentError:
    """The error of a source, told with its name."""
    text = error if isinstance(error, str) else (getattr(error, "strerror", None) or str(error))
    return DocumentError(f"{source.name}: {text}")
