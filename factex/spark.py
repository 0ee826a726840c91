"""Facts of Spark data frames: `factex.spark.extract(df, "text")`.

Needs the extra `spark`: `pip install 'factex[spark]'`, on the driver and on every worker, and Java 17 or later.
docs/scale.md describes the columns and the sizes to choose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyarrow as pa
from pyspark import cloudpickle
from pyspark.sql.types import StructType

from factex import arrow
from factex.pipeline import Extractor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from pyspark.sql import DataFrame

_DDL = {pa.string(): "string", pa.int32(): "int", pa.int64(): "bigint", pa.bool_(): "boolean", pa.float64(): "double"}


def extract(
    df: DataFrame,
    column: str,
    *,
    keep: Sequence[str] | None = None,
    extractor: Callable[[], Extractor] = Extractor,
    reference_date: date | None = None,
) -> DataFrame:
    """The facts of a data frame of texts, one row a fact.

    Args:
        df: A data frame with a column of texts.
        column: The name of that column.
        keep: The columns to keep beside the facts; by default all but that of texts.
        extractor: Makes the extractor, once in each Python worker: `functools.partial(Extractor, model=…)`.
        reference_date: As for `factex.extract`.

    Returns:
        A data frame, lazy as any: the columns kept, then those of `factex.arrow.SCHEMA`. A text that fails, a null
        among them, has one row with its `error`.

    Raises:
        ValueError: if a column does not exist, is no string, or has the name of one of the facts.
    """
    kept = [name for name in df.columns if name != column] if keep is None else list(keep)
    kinds = dict(df.dtypes)
    if kinds.get(column, "string") != "string":
        raise ValueError(f"column {column!r} is {kinds[column]}; texts have to be strings")
    arrow.schema_of(pa.schema(dict.fromkeys(kinds, pa.string())), column, kept)  # raises here, not on a worker
    own = cast("StructType", StructType.fromDDL(_columns(arrow.SCHEMA)))  # of columns it makes nothing else
    fields = [*(df.schema[name] for name in kept), *own.fields]
    pickled = cloudpickle.dumps(extractor)

    def work(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        using = arrow.loaded(pickled)
        return arrow.extract(batches, column, keep=kept, extractor=using, reference_date=reference_date)

    return df.select(column, *kept).mapInArrow(work, StructType(fields))


def _columns(schema: pa.Schema) -> str:
    return ", ".join(f"`{field.name}` {_ddl(field.type)}" for field in schema)


def _ddl(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"array<{_ddl(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"struct<{', '.join(f'`{field.name}`: {_ddl(field.type)}' for field in kind)}>"
    return _DDL[kind]
