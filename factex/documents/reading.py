"""Reads documents of any format, one by one; each that can't be read is an error of its own, and the others go on."""

from __future__ import annotations

import warnings
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING

from factex.documents.document import Document, DocumentError, Limits
from factex.documents.encoding import decode
from factex.documents.pdf import read_pdf
from factex.documents.sources import STDIN, SUFFIXES, Source, failure, find
from factex.documents.tables import Columns, csv_rows, jsonl_rows, parquet_rows
from factex.documents.unpacking import Opened, read_all
from factex.documents.webpages import page_of, read_page

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factex.documents.tables import Row

    # About a document that can't be read: raise its error, leave it out with a warning, or call this with its id.
    OnError = str | Callable[[str, DocumentError], object]

FORMATS = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".mhtml": "mhtml", ".mht": "mhtml", ".pdf": "pdf", ".csv": "csv", ".tsv": "tsv",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet",
}  # fmt: skip
TABLES = ("csv", "tsv", "jsonl", "parquet")
_SIGNS = ((b"%PDF-", "pdf"), (b"PAR1", "parquet"), (b"<!doctype html", "html"), (b"<html", "html"))


class Reader:
    """Reads sources one by one, and knows how far it is.

    Args:
        sources: What to read.
        columns: Which columns of tables hold text and ids.
        encoding: The encoding of all texts; by default it is found out for each.
        limits: What a document may take.
        form: The format of all sources: a value of `FORMATS`; by default told by suffix and first bytes.
        after: The place of the last document that is left out, for a reading that goes on.

    Attributes:
        place: The place of the document read last: the number of its source and of its row, 0 where it is no table.
        position: How many bytes of the files are read.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        *,
        columns: Columns = Columns(),  # noqa: B008 - frozen
        encoding: str | None = None,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        form: str | None = None,
        after: tuple[int, int] = (-1, 0),
    ) -> None:
        self._sources, self._columns, self._encoding, self._limits = sources, columns, encoding, limits
        self._form, self._after = form, after
        self.place = after
        self.position = 0

    def __iter__(self) -> Iterator[Document | tuple[str, DocumentError]]:
        """The documents; in place of one that can't be read its id and error."""
        done = 0
        for number, source in enumerate(self._sources):
            if number > self._after[0] or (number == self._after[0] and self._after[1]):
                yield from self._documents(number, source, done)
            done += source.size()
            self.position = done

    def _documents(self, number: int, source: Source, done: int) -> Iterator[Document | tuple[str, DocumentError]]:
        self.place = (number, 0)
        try:
            if source.error:
                raise failure(source, source.error)
            with Opened(source, self._limits) as opened:
                form = self._form or FORMATS.get(source.suffix) or _sniffed(opened)
                if form not in TABLES:
                    yield self._whole(opened, source, form)
                    return
                skipped = self._after[1] if number == self._after[0] else 0
                for row_number, row in zip(count(1), self._rows(opened, source, form), strict=False):
                    if row_number <= skipped:
                        continue
                    self.place, self.position = (number, row_number), done + opened.position
                    yield _document(source, row_number, row, form)
        except DocumentError as error:
            yield source.name, error
        except (OSError, ValueError, MemoryError, RecursionError) as error:
            yield source.name, failure(source, error)

    def _whole(self, opened: Opened, source: Source, form: str) -> Document:
        """A document that is a file."""
        data = read_all(opened, source.name, self._limits)
        encoding, name = self._encoding, source.name
        if form == "pdf":
            text, told, known = read_pdf(data, name)
        elif form in ("html", "mhtml"):
            if form == "mhtml":
                data, declared = page_of(data, name)
                encoding = encoding or declared
            text, told, known = read_page(data, name, encoding)
        else:
            text, encoding, told = decode(data, name, encoding)
            known = {"encoding": encoding}
        return Document(name, text, told, MappingProxyType({"format": form} | known))

    def _rows(self, opened: Opened, source: Source, form: str) -> Iterator[Row]:
        if form == "parquet":
            return parquet_rows(opened, source.name, self._columns, self._limits)
        if form == "jsonl":
            return jsonl_rows(opened, source.name, self._columns, self._encoding, self._limits)
        delimiter = "\t" if form == "tsv" else None
        return csv_rows(opened, source.name, self._columns, self._encoding, self._limits, delimiter)


def _document(source: Source, number: int, row: Row, form: str) -> Document | tuple[str, DocumentError]:
    name = f"{source.name}:{number}"
    if isinstance(row.text, DocumentError):
        return name, row.text
    return Document(row.id or name, row.text, row.warnings, MappingProxyType({"format": form, "row": str(number)}))


def _sniffed(opened: Opened) -> str:
    """The format of a file whose suffix says nothing, by its first bytes."""
    start = opened.peek(64).lstrip().lower()
    return next((form for sign, form in _SIGNS if start.startswith(sign.lower())), "text")


def read(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    text_column: str | None = None,
    id_column: str | None = None,
    encoding: str | None = None,
    suffixes: Sequence[str] = SUFFIXES,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    on_error: OnError = "raise",
) -> Iterator[Document]:
    """The documents of files, folders, patterns and standard input, one by one.

    Args:
        inputs: Paths of files and folders, patterns (`reports/**/*.txt`), or `-` for standard input. Text, Markdown,
            web pages and PDF files are a document each, tables (CSV, JSON Lines, Parquet) one a row; all may be packed
            by gzip.
        text_column: The column of a table that holds the texts; by default `text`, or the only one.
        id_column: The column that holds the ids; by default a row's id is `path:row`, counted from 1.
        encoding: The encoding of all texts. By default it is that of the byte order mark, UTF-8, what a web page
            declares, or a guess, which the document's warnings tell.
        suffixes: Which files of folders are read.
        limits: What a document may take.
        on_error: What becomes of a document that can't be read: "raise", "skip" with a warning, or a function of its
            id and its error. The others go on.

    Yields:
        Documents, in the order of the inputs, those of a folder sorted.

    Raises:
        DocumentError: at a document that can't be read, if `on_error` is "raise".

    Example:
        >>> for document in read("corpus/articles/ai-race.txt"):
        ...     print(document.id, len(document.text), document.warnings)
        corpus/articles/ai-race.txt 4073 ()
    """
    if isinstance(on_error, str) and on_error not in ("raise", "skip"):
        raise ValueError(f"on_error must be 'raise', 'skip' or a function, got {on_error!r}")
    given = [inputs] if isinstance(inputs, str) or hasattr(inputs, "__fspath__") else inputs
    sources = list(find(given, suffixes))  # type: ignore[arg-type] # a path or paths
    for found in Reader(sources, columns=Columns(text_column, id_column), encoding=encoding, limits=limits):
        if isinstance(found, Document):
            yield found
        elif callable(on_error):
            on_error(*found)
        elif on_error == "raise":
            raise found[1]
        else:
            warnings.warn(str(found[1]), stacklevel=2)


__all__ = ["FORMATS", "STDIN", "TABLES", "Reader", "read"]
