"""The nested table: a row a fact with the list of its quantities, and its record as JSON. docs/tables.md has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa

from factex.exports.flat import claim_columns, encodable, quantity_columns
from factex.exports.roles import roles
from factex.records.base import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factex.facts import Facts
    from factex.records import Quantity

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


def nested_rows(facts: Facts) -> Iterator[dict[str, Any]]:
    """The rows of a text's facts, as column names to what Arrow makes values of; some are not in `SCHEMA`."""
    for number, fact in enumerate(facts):
        quantities = [_quantity(role, quantity) for role, quantity in roles(fact)]
        yield {"fact": number, **claim_columns(fact), "quantities": quantities, "record": fact.model_dump_json()}


def nested_arrays(rows: Iterable[dict[str, Any]]) -> list[pa.Array]:
    """Rows as the columns of `SCHEMA`; a name that a row lacks is null."""
    columns: dict[str, list[Any]] = {name: [] for name in SCHEMA.names}
    for row in rows:
        for name, values in columns.items():
            values.append(_encodable(row.get(name)))
    return [pa.array(columns[field.name], field.type) for field in SCHEMA]


def nested_table(facts: Facts, document: str | None = None) -> pa.Table:
    """The facts of one text: the name of their document, then the columns of `SCHEMA`."""
    arrays = nested_arrays(nested_rows(facts))
    name = pa.array([_encodable(document)] * len(facts), pa.string())
    return pa.Table.from_arrays([name, *arrays], schema=pa.schema([pa.field("document", pa.string()), *SCHEMA]))


def _quantity(role: str, quantity: Quantity) -> dict[str, Any]:
    columns = quantity_columns(quantity)
    ends = {name: None if columns[name] is None else plain(columns[name]) for name in ("value", "low", "high")}
    return {"role": role, **columns, **ends}


def _encodable(value: Any) -> Any:
    """The value with every text in it encodable: UTF-8 holds no lone surrogate."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list):
        return [_encodable(item) for item in value]
    return {name: _encodable(item) for name, item in value.items()} if isinstance(value, dict) else value
