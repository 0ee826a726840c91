"""Tables with a column of text, a document a row: CSV, JSON Lines, Parquet; read row by row."""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from factex.documents.document import DocumentError
from factex.documents.encoding import BOMS, guess, known, mended
from factex.documents.unpacking import read_all
from factex.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factex.documents.document import Limits
    from factex.documents.unpacking import Opened

_DELIMITERS = ",;\t|"
_PEEKED = 1 << 16
_BATCH = 256


class Columns(NamedTuple):
    """Which columns of a table are read.

    Attributes:
        text: The column of the texts; None takes `text`, or the only one there is.
        id: The column of the ids; None numbers the rows.
    """

    text: str | None = None
    id: str | None = None

    def text_of(self, names: Sequence[str], table: str) -> str:
        """The name of the column of texts.

        Raises:
            DocumentError: if the table has no such column.
        """
        for name in (self.text, self.id):
            if name is not None and name not in names:
                raise DocumentError(f"{table}: no column {name!r}; there are {_listed(names)}")
        if self.text is not None:
            return self.text
        if "text" in names:
            return "text"
        if len(names) == 1:
            return names[0]
        raise DocumentError(f"{table}: which column holds the text? There are {_listed(names)}; name one")


class Row(NamedTuple):
    """A row as read.

    Attributes:
        text: Its text, or why there is none.
        id: Its id; empty where rows are only numbered.
        warnings: What was lost in reading it.
    """

    text: str | DocumentError
    id: str = ""
    warnings: tuple[str, ...] = ()


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:20])
    return f"{shown} and {len(names) - 20} more" if len(names) > 20 else shown or "none"


def _row(
    values: Mapping[str, Any], columns: Columns, name: str, number: int, bad: int = 0, told: tuple[str, ...] = ()
) -> Row:
    """A row of any table, its values by their columns."""
    column = columns.text_of(list(values), name) if columns.text is None else columns.text
    missing = [wanted for wanted in (column, columns.id) if wanted is not None and wanted not in values]
    if missing:
        return Row(DocumentError(f"{name}:{number}: no column {missing[0]!r}; there are {_listed(list(values))}"))
    text = values[column]
    if not isinstance(text, str):
        what = "is empty" if text is None else f"holds {type(text).__name__}, no text"
        return Row(DocumentError(f"{name}:{number}: column {column!r} {what}"))
    if bad:
        told = (*told, f"{bad} bad byte{'s' * (bad > 1)}, read as U+FFFD")
    return Row(text, "" if columns.id is None else str(values[columns.id]), told)


# -- lines --------------------------------------------------------------------------------------------------------


def _lines(opened: Opened, name: str, encoding: str | None, limits: Limits) -> Iterator[str]:
    """The lines of a file with their ends, bad bytes as surrogates."""
    buffered = io.BufferedReader(opened, _PEEKED)
    sample = buffered.peek(_PEEKED)
    chosen = known(encoding, name) or next((codec for bom, codec in BOMS if sample.startswith(bom)), None)
    if chosen is None and _clearly_not_utf8(sample):
        chosen = guess(sample)
    stream = io.TextIOWrapper(buffered, chosen or "utf-8", errors="surrogateescape", newline="")
    try:
        while line := stream.readline(limits.line + 1):
            if len(line) > limits.line:
                raise DocumentError(f"{name}: a line of more than {limits.line:,} characters; is it a table?")
            yield line
    except UnicodeError as error:
        raise DocumentError(f"{name}: can't be read as {chosen or 'utf-8'}: {error}") from error
    finally:
        with contextlib.suppress(ValueError):  # whoever left early may have closed the file
            stream.detach()


def _clearly_not_utf8(sample: bytes) -> bool:
    """Whether no sequence of bytes is UTF-8, and some are bad; a few bad bytes among good ones are damage."""
    text = sample[:-4].decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in text)
    return bad > 0 and sum(not char.isascii() for char in text) < 2 * bad


def csv_rows(
    opened: Opened, name: str, columns: Columns, encoding: str | None, limits: Limits, delimiter: str | None = None
) -> Iterator[Row]:
    """The rows of a CSV file with a header; the delimiter is the one that its header has most of."""
    lines = _lines(opened, name, encoding, limits)
    first = next(lines, "")
    if not first.strip():
        raise DocumentError(f"{name}: empty; a table needs a line of column names")
    if delimiter is None:
        delimiter = max(_DELIMITERS, key=first.count)
    # The limit is the process's: it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), limits.line))
    reader = csv.reader(itertools.chain([first], lines), delimiter=delimiter)
    names: list[str] | None = None
    for number in itertools.count():
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise DocumentError(f"{name}: line {reader.line_num}: {error}; is a quote left open before it?") from error
        if cells is None:
            return
        if names is None:
            names = [mended(cell)[0].strip() for cell in cells]
            columns.text_of(names, name)
            continue
        if not cells:
            yield Row(DocumentError(f"{name}:{number}: an empty line"))
            continue
        clean = [mended(cell) for cell in cells]
        values: dict[str, Any] = dict.fromkeys(names) | {
            column: text for column, (text, _) in zip(names, clean, strict=False)
        }
        many = f"{len(cells)} cells for {len(names)} columns; is a text with {delimiter!r} not quoted?"
        told = (many,) if len(cells) > len(names) else ()
        yield _row(values, columns, name, number, sum(bad for _, bad in clean), told)


def jsonl_rows(opened: Opened, name: str, columns: Columns, encoding: str | None, limits: Limits) -> Iterator[Row]:
    """The rows of a JSON Lines file; empty lines are none."""
    number, chosen = 0, columns
    for raw in _lines(opened, name, encoding, limits):
        if not raw.strip():
            continue
        number += 1
        line, bad = mended(raw)
        try:
            values = json.loads(line, parse_int=str, parse_float=str)
        except (ValueError, RecursionError) as error:
            yield Row(DocumentError(f"{name}:{number}: no JSON: {error}"))
            continue
        if isinstance(values, str):
            values = {"text": values}
        if not isinstance(values, dict):
            yield Row(DocumentError(f"{name}:{number}: no JSON object, and no string"))
            continue
        if number == 1:
            chosen = Columns(columns.text_of(list(values), name), columns.id)
        yield _row(values, chosen, name, number, bad)


def parquet_rows(opened: Opened, name: str, columns: Columns, limits: Limits) -> Iterator[Row]:
    """The rows of a Parquet file; only the named columns are read."""
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        import pyarrow.parquet as pq  # noqa: PLC0415 - as above
    except ImportError as error:
        raise DocumentError(f"{name}: {MissingExtraError('pyarrow', 'arrow', 'reading Parquet')}") from error
    # Its table of contents stands at the end: what is no plain file has to be read whole.
    data = name if opened.plain else pa.BufferReader(read_all(opened, name, limits))
    try:
        file = pq.ParquetFile(data)
        text = columns.text_of(file.schema_arrow.names, name)
        wanted = [text] if columns.id is None else [text, columns.id]
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=list(dict.fromkeys(wanted))):
            for values in batch.to_pylist():
                number += 1
                yield _row(values, Columns(text, columns.id), name, number)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise DocumentError(f"{name}: damaged Parquet file: {error}") from error
