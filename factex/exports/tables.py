"""The flat table in the frames of Arrow, pandas and Polars; none of the three is loaded before it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from factex.errors import MissingExtraError
from factex.exports.flat import COLUMNS, encodable
from factex.records.base import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from factex.facts import Facts

# Exact decimals are strings where one type has to hold them all: a third has 28 digits behind the point, a trillion 13
# before it, more together than the 38 of a decimal128; a decimal256 neither DuckDB nor Polars reads.
_ARROW = {"string": "string", "decimal": "string", "float": "float64", "integer": "int64", "boolean": "bool_"}
_POLARS = {"string": "String", "decimal": "String", "float": "Float64", "integer": "Int64", "boolean": "Boolean"}
_PANDAS = {"string": "string", "decimal": "object", "float": "Float64", "integer": "Int64", "boolean": "boolean"}


def required(module: str, extra: str, what: str) -> Any:
    """An optional module.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError((error.name or module).partition(".")[0], extra, what) from error


def arrow_schema(columns: dict[str, str] = COLUMNS) -> pa.Schema:
    """The schema of the flat table in Arrow."""
    pa = required("pyarrow", "arrow", "an Arrow table")
    return pa.schema({name: getattr(pa, _ARROW[kind])() for name, kind in columns.items()})


def arrow_table(rows: Sequence[dict[str, Any]], columns: dict[str, str] = COLUMNS) -> pa.Table:
    """Rows as an Arrow table, exact numbers as strings."""
    schema = arrow_schema(columns)
    pa = required("pyarrow", "arrow", "an Arrow table")
    arrays = [pa.array(_written(rows, name, kind), schema.field(name).type) for name, kind in columns.items()]
    return pa.Table.from_arrays(arrays, schema=schema)


def nested_table(facts: Facts, document: str | None = None) -> pa.Table:
    """The facts of one text as a table of `factex.exports.nested`."""
    return required("factex.exports.nested", "arrow", "an Arrow table").nested_table(facts, document)


def polars_frame(rows: Sequence[dict[str, Any]], columns: dict[str, str] = COLUMNS) -> pl.DataFrame:
    """Rows as a Polars frame, exact numbers as strings."""
    pl = required("polars", "polars", "a Polars frame")
    schema = {name: getattr(pl, _POLARS[kind]) for name, kind in columns.items()}
    return pl.DataFrame({name: _written(rows, name, kind) for name, kind in columns.items()}, schema=schema)


def pandas_frame(rows: Sequence[dict[str, Any]], columns: dict[str, str] = COLUMNS) -> pd.DataFrame:
    """Rows as a pandas frame, exact numbers as `Decimal` objects, missing values as pandas' own `NA`."""
    pd = required("pandas", "pandas", "a pandas frame")
    made = {}
    for name, kind in columns.items():
        values = [row[name] for row in rows] if kind == "decimal" else _written(rows, name, kind)
        made[name] = pd.Series(values, dtype=_PANDAS[kind])
    return pd.DataFrame(made)


def _written(rows: Sequence[dict[str, Any]], name: str, kind: str) -> list[Any]:
    """A column's values as tables hold them: exact numbers in digits, text without lone surrogates."""
    write: Any = {"decimal": plain, "string": encodable}.get(kind)
    values = [row[name] for row in rows]
    return values if write is None else [None if value is None else write(value) for value in values]
