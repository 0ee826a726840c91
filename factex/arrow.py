"""Facts of Arrow record batches of texts, as record batches of facts: what `factex.spark` and `factex.ray` rest on.

Needs the extra `arrow`: `pip install 'factex[arrow]'`. docs/tables.md describes the columns.

Example:
    >>> import pyarrow as pa
    >>> texts = pa.RecordBatch.from_pydict({"id": [7, 8], "text": ["Sales rose 5% in 2024.", "It rained."]})
    >>> (facts,) = extract([texts], "text")
    >>> facts.select(["id", "kind", "measure", "direction", "when"]).to_pylist()
    [{'id': 7, 'kind': 'change', 'measure': 'Sales', 'direction': 'increase', 'when': '2024'}]
"""

from __future__ import annotations

import functools
import pickle
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factex.errors import TableError
from factex.exports.nested import SCHEMA, nested_arrays, nested_rows
from factex.pipeline import Extractor, default

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factex.facts import Facts

__all__ = ["SCHEMA", "extract", "loaded", "schema_of"]


def schema_of(texts: pa.Schema, text: str, keep: Sequence[str] | None = None) -> pa.Schema:
    """The schema of the facts of tables of texts: the columns kept, then those of `SCHEMA`.

    Args:
        texts: Schema of the tables.
        text: The column of texts, of type string or large_string.
        keep: The columns to keep beside the facts; by default all but that of texts.

    Raises:
        TableError: if a column does not exist, is no string where it should be, or has the name of one of `SCHEMA`.
    """
    if text not in texts.names:
        raise TableError(f"no column {text!r}; there are {', '.join(texts.names)}")
    kind = texts.field(text).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_null(kind)):
        raise TableError(f"column {text!r} is {kind}; texts have to be strings")
    kept = [name for name in texts.names if name != text] if keep is None else list(keep)
    missing = [name for name in kept if name not in texts.names]
    if missing:
        raise TableError(f"no column {missing[0]!r}; there are {', '.join(texts.names)}")
    taken = [name for name in kept if name in SCHEMA.names]
    if taken:
        raise TableError(f"column {taken[0]!r} has the name of a column of facts; rename it, or leave it out of `keep`")
    return pa.schema([*(texts.field(name) for name in kept), *SCHEMA])


def extract(
    batches: Iterable[pa.RecordBatch],
    text: str,
    *,
    keep: Sequence[str] | None = None,
    extractor: Extractor | None = None,
    reference_date: date | None = None,
) -> Iterator[pa.RecordBatch]:
    """The facts of record batches of texts, one record batch for each.

    Args:
        batches: Record batches with a column of texts; taken lazily.
        text: The name of that column.
        keep: The columns to keep beside the facts; by default all but that of texts.
        extractor: The extractor to use; by default the one behind `factex.extract`.
        reference_date: As for `factex.extract`.

    Yields:
        One row a fact, of `schema_of`. A text without facts has no row. A text that fails, a null among them, has one
        row with its `error` and no `fact`.

    Raises:
        TableError: as `schema_of`.
    """
    using = default() if extractor is None else extractor
    for batch in batches:
        schema = schema_of(batch.schema, text, keep)
        texts = batch.column(text).to_pylist()
        sources: list[int] = []
        rows: list[dict[str, Any]] = []
        found = using.pipe(texts, on_error=lambda _, error: error, reference_date=reference_date)
        for number, outcome in enumerate(found):
            for row in _rows(outcome):
                sources.append(number)
                rows.append(row)
        taken = pa.array(sources, pa.int64())
        kept = [batch.column(name).take(taken) for name in schema.names[: len(schema) - len(SCHEMA)]]
        yield pa.RecordBatch.from_arrays([*kept, *nested_arrays(rows)], schema=schema)


def _rows(outcome: Facts | Exception) -> Iterator[dict[str, Any]]:
    if isinstance(outcome, Exception):
        yield {"error": f"{type(outcome).__name__}: {outcome}"}
    else:
        yield from nested_rows(outcome)


@functools.cache
def loaded(pickled: bytes) -> Extractor:
    """The extractor that a pickled function makes: once a process, for engines whose workers get it as bytes."""
    extractor: Extractor = pickle.loads(pickled)()  # noqa: S301 - made by the driver of the same job
    return extractor
