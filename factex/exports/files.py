"""Files of facts: writers that take the facts of one document after another, in bounded memory.

Example:
    >>> import io, factex
    >>> stream = io.BytesIO()
    >>> writer = WRITERS["jsonl"](stream)
    >>> writer.write(factex.extract("Sales rose 5%."), "a.txt")
    >>> writer.close()
    >>> stream.getvalue()[:38]
    b'{"document": "a.txt", "kind": "change"'
"""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any, Protocol

from factex.exports.flat import COLUMNS, encodable, records
from factex.records.base import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from factex.facts import Facts

# Rows that are held before they become a row group of a Parquet file: some 20 MB.
ROW_GROUP = 10_000


class Writer(Protocol):
    """Writes facts to a binary stream, which stays open and need not be seekable."""

    def write(self, facts: Facts, document: str) -> None:
        """Writes the facts of one document.

        Args:
            facts: The facts of one text.
            document: The name of the document.
        """

    def close(self) -> None:
        """Writes what is still due, such as a closing bracket or the footer of a Parquet file."""


class JsonLines:
    """A fact a line, as `fact.model_dump_json()` with the name of its `document` in front."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, facts: Facts, document: str) -> None:
        """As `Writer.write`."""
        for fact in facts:
            self._stream.write(_json({"document": document, **fact.model_dump(mode="json")}) + b"\n")

    def close(self) -> None:
        """As `Writer.close`."""


class Json:
    """`facts.model_dump_json()` for one document, an array of them for several, in the order of the documents."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._held: str | None = None
        self._several = False

    def write(self, facts: Facts, document: str) -> None:  # noqa: ARG002 - one object alone is the facts' own JSON
        """As `Writer.write`; the name of the document is not told."""
        if self._held is not None:
            self._stream.write(f"{'' if self._several else '['}{self._held},\n".encode())
            self._several = True
        self._held = facts.model_dump_json(indent=2)

    def close(self) -> None:
        """As `Writer.close`."""
        self._stream.write(f"{'[]' if self._held is None else self._held}{']' if self._several else ''}\n".encode())


class Csv:
    """The flat table as CSV (RFC 4180, UTF-8, with a header); what is not stated is empty."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lines = io.StringIO()
        self._table = csv.DictWriter(self._lines, COLUMNS)
        self._table.writeheader()
        self._flush()

    def write(self, facts: Facts, document: str) -> None:
        """As `Writer.write`."""
        for row in records(facts, document):
            self._table.writerow({name: _cell(COLUMNS[name], value) for name, value in row.items()})
        self._flush()

    def close(self) -> None:
        """As `Writer.close`."""

    def _flush(self) -> None:
        self._stream.write(encodable(self._lines.getvalue()).encode())
        self._lines.seek(0)
        self._lines.truncate()


class Parquet:
    """The flat table as Parquet, a row group for each `ROW_GROUP` rows; needs the extra `arrow`."""

    def __init__(self, stream: BinaryIO) -> None:
        from factex.exports.tables import arrow_schema, required  # noqa: PLC0415 - pyarrow comes with an extra

        parquet = required("pyarrow.parquet", "arrow", "Parquet")
        self._rows: list[dict[str, Any]] = []
        self._writer = parquet.ParquetWriter(_Counted(stream), arrow_schema(), compression="zstd")

    def write(self, facts: Facts, document: str) -> None:
        """As `Writer.write`."""
        self._rows.extend(records(facts, document))
        while len(self._rows) >= ROW_GROUP:
            self._flush()

    def close(self) -> None:
        """As `Writer.close`."""
        if self._rows:
            self._flush()
        self._writer.close()

    def _flush(self) -> None:
        from factex.exports.tables import arrow_table  # noqa: PLC0415 - as above

        self._writer.write_table(arrow_table(self._rows[:ROW_GROUP]))
        del self._rows[:ROW_GROUP]


class LabelStudio:
    """A JSON array of Label Studio tasks, one a document."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._before = b"["

    def write(self, facts: Facts, document: str) -> None:
        """As `Writer.write`."""
        self._stream.write(self._before + b"\n" + _json(facts.to_label_studio(document)))
        self._before = b","

    def close(self) -> None:
        """As `Writer.close`."""
        self._stream.write((b"[" if self._before == b"[" else b"") + b"\n]\n")


class JsonLd:
    """One JSON-LD document: the context once, and a claim a fact in its graph."""

    def __init__(self, stream: BinaryIO) -> None:
        from factex.exports.jsonld import CONTEXT  # noqa: PLC0415 - a table that other formats don't need

        self._stream = stream
        self._before = b""
        stream.write(b'{"@context": ' + _json(CONTEXT) + b', "@graph": [')

    def write(self, facts: Facts, document: str) -> None:
        """As `Writer.write`."""
        from factex.exports.jsonld import claims  # noqa: PLC0415 - as above

        for claim in claims(facts, document):
            self._stream.write(self._before + b"\n" + _json(claim))
            self._before = b","

    def close(self) -> None:
        """As `Writer.close`."""
        self._stream.write(b"\n]}\n")


WRITERS: dict[str, Callable[[BinaryIO], Writer]] = {
    "json": Json,
    "jsonl": JsonLines,
    "csv": Csv,
    "parquet": Parquet,
    "jsonld": JsonLd,
    "label-studio": LabelStudio,
}


class _Counted:
    """A stream that knows how far it is, as Parquet asks for, where the one below may be a pipe, which does not."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def write(self, data: bytes) -> int:
        self._stream.write(data)
        self._at += len(data)
        return len(data)

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        self._stream.flush()

    def close(self) -> None:
        """Leaves the stream open."""


def _json(value: object) -> bytes:
    """JSON in UTF-8, one line; lone surrogates, which no UTF-8 can hold, as escapes."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def _cell(kind: str, value: Any) -> Any:
    if value is None:
        return ""
    if kind == "decimal":
        return plain(value)
    return str(value).lower() if kind == "boolean" else value
