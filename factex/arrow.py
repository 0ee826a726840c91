"""Facts of Arrow record batches of texts, as record batches of facts: what `factex.spark` and `factex.ray` rest on.

Needs the extra `arrow`: `pip install 'factex[arrow]'`. docs/scale.md describes the columns.

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

from factex.exports.rows import roles
from factex.pipeline import Extractor, default
from factex.records.base import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factex.facts import Facts
    from factex.records import Fact, Mention, Quantity

QUANTITY = pa.struct(
    {
        "role": pa.string(), "text": pa.string(), "start": pa.int64(), "end": pa.int64(), "value": pa.string(),
        "low": pa.string(), "high": pa.string(), "number": pa.float64(), "modifier": pa.string(), "unit": pa.string(),
        "unit_kind": pa.string(),
    }
)  # fmt: skip
# One row a fact. Columns are added at the end only; names and types stay within a major version.
SCHEMA = pa.schema(
    {
        "fact": pa.int32(), "kind": pa.string(), "subject": pa.string(), "subject_antecedent": pa.string(),
        "measure": pa.string(), "predicate": pa.string(), "quantities": pa.list_(QUANTITY), "direction": pa.string(),
        "relation": pa.string(), "position": pa.int64(), "whole": pa.string(), "when": pa.string(),
        "when_relation": pa.string(), "where": pa.string(), "source": pa.string(), "modality": pa.string(),
        "negated": pa.bool_(), "sentence": pa.string(), "sentence_start": pa.int64(), "sentence_end": pa.int64(),
        "rule": pa.string(), "record": pa.string(), "error": pa.string(),
    }
)  # fmt: skip


def schema_of(texts: pa.Schema, text: str, keep: Sequence[str] | None = None) -> pa.Schema:
    """The schema of the facts of tables of texts: the columns kept, then those of `SCHEMA`.

    Args:
        texts: Schema of the tables.
        text: The column of texts, of type string or large_string.
        keep: The columns to keep beside the facts; by default all but that of texts.

    Raises:
        ValueError: if a column does not exist, is no string where it should be, or has the name of one of `SCHEMA`.
    """
    if text not in texts.names:
        raise ValueError(f"no column {text!r}; there are {', '.join(texts.names)}")
    kind = texts.field(text).type
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_null(kind)):
        raise ValueError(f"column {text!r} is {kind}; texts have to be strings")
    kept = [name for name in texts.names if name != text] if keep is None else list(keep)
    missing = [name for name in kept if name not in texts.names]
    if missing:
        raise ValueError(f"no column {missing[0]!r}; there are {', '.join(texts.names)}")
    taken = [name for name in kept if name in SCHEMA.names]
    if taken:
        raise ValueError(f"column {taken[0]!r} has the name of a column of facts; rename it, or leave it out of `keep`")
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
        ValueError: as `schema_of`.
    """
    using = default() if extractor is None else extractor
    for batch in batches:
        schema = schema_of(batch.schema, text, keep)
        texts = batch.column(text).to_pylist()
        sources: list[int] = []
        columns: dict[str, list[Any]] = {name: [] for name in SCHEMA.names}
        found = using.pipe(texts, on_error=lambda _, error: error, reference_date=reference_date)
        for number, outcome in enumerate(found):
            for row in _rows(outcome):
                sources.append(number)
                for name, values in columns.items():
                    values.append(row.get(name))
        taken = pa.array(sources, pa.int64())
        kept = [batch.column(name).take(taken) for name in schema.names[: len(schema) - len(SCHEMA)]]
        made = [pa.array(columns[field.name], field.type) for field in SCHEMA]
        yield pa.RecordBatch.from_arrays([*kept, *made], schema=schema)


def _rows(outcome: Facts | Exception) -> Iterator[dict[str, Any]]:
    if isinstance(outcome, Exception):
        yield {"error": f"{type(outcome).__name__}: {outcome}"}
        return
    for number, fact in enumerate(outcome):
        yield {"fact": number, **_row(fact)}


def _row(fact: Fact) -> dict[str, Any]:
    antecedent = fact.subject.antecedent if fact.subject is not None else None
    named = {name: getattr(fact, name, None) for name in ("direction", "relation", "position")}
    return {
        "kind": fact.kind,
        "subject": _text(fact.subject),
        "subject_antecedent": _text(antecedent),
        "measure": _text(fact.measure),
        "predicate": fact.predicate,
        "quantities": [_quantity(role, quantity) for role, quantity in roles(fact)],
        "whole": _text(getattr(fact, "whole", None)),
        "when": None if fact.when is None else fact.when.value or fact.when.text,
        "when_relation": None if fact.when is None else str(fact.when.relation),
        "where": _text(fact.where),
        "source": _text(fact.source),
        "modality": str(fact.modality),
        "negated": fact.negated,
        "sentence": fact.sentence.text,
        "sentence_start": fact.sentence.start,
        "sentence_end": fact.sentence.end,
        "rule": fact.rule,
        "record": fact.model_dump_json(),
    } | {name: value if value is None or isinstance(value, int) else str(value) for name, value in named.items()}


def _text(mention: Mention | None) -> str | None:
    return None if mention is None else mention.text


def _quantity(role: str, quantity: Quantity) -> dict[str, Any]:
    ends = {name: getattr(quantity, name) for name in ("value", "low", "high")}
    return {
        "role": role,
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "number": None if quantity.value is None else float(quantity.value),
        "modifier": str(quantity.modifier),
        "unit": None if quantity.unit is None else quantity.unit.name,
        "unit_kind": None if quantity.unit is None else str(quantity.unit.kind),
    } | {name: None if value is None else plain(value) for name, value in ends.items()}


@functools.cache
def loaded(pickled: bytes) -> Extractor:
    """The extractor that a pickled function makes: once a process, for engines whose workers get it as bytes."""
    extractor: Extractor = pickle.loads(pickled)()  # noqa: S301 - made by the driver of the same job
    return extractor
