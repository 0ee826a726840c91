"""Facts of a frame of texts, in a frame of the same library: `factex.extract_frame(df, "text")`.

Needs the extra `frames`: `pip install 'factex[frames]'`, and the library that the frame is of. docs/tables.md describes
the columns.

Example:
    >>> import polars as pl
    >>> df = pl.DataFrame({"id": [7, 8], "body": ["Sales rose 5% in 2024.", None]})
    >>> extract_frame(df, "body").select("id", "kind", "measure", "value", "unit", "error").rows()
    [(7, 'change', 'Sales', '5', 'percent', None), (8, None, None, None, None, 'TextTypeError: text must be a str, got NoneType')]
"""  # noqa: E501 - the output of the example is one line

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from factex.errors import TableError, TableTypeError
from factex.exports.flat import COLUMNS as FLAT
from factex.exports.flat import records
from factex.exports.tables import arrow_table, pandas_frame, polars_frame, required
from factex.pipeline import Extractor, default

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

FrameT = TypeVar("FrameT")

# What the table of a frame has: the kept columns name the document, and a text can fail.
COLUMNS = {name: kind for name, kind in FLAT.items() if name != "document"} | {"error": "string"}

_MAKERS: dict[str, Callable[..., Any]] = {"pandas": pandas_frame, "polars": polars_frame, "pyarrow": arrow_table}


def extract_frame(
    df: FrameT,
    text: str,
    *,
    keep: Sequence[str] | None = None,
    extractor: Extractor | None = None,
    batch_size: int = 32,
    n_process: int = 1,
    progress: bool = False,
    reference_date: date | None = None,
) -> FrameT:
    """The facts of a frame of texts, one row a fact.

    Args:
        df: A pandas or Polars `DataFrame`, or a pyarrow `Table`.
        text: The name of the column of texts.
        keep: The columns to keep beside the facts; by default all but that of texts.
        extractor: The extractor to use; by default the one behind `factex.extract`.
        batch_size: As for `factex.pipe`.
        n_process: As for `factex.pipe`.
        progress: As for `factex.pipe`.
        reference_date: As for `factex.extract`.

    Returns:
        A frame of the same library: the columns kept, then those of the flat table without `document`, then `error`. A
        text without facts has no row. A text that fails, a null among them, has one row with its `error` alone. In
        pandas a row has the index of its text, as after `DataFrame.explode`.

    Raises:
        TableError: if a column does not exist, holds no strings where it should, or has the name of one of the facts.
        TableTypeError: if `df` is no such frame.
        MissingExtraError: if narwhals is not installed.
    """
    nw = required("narwhals", "frames", "factex.extract_frame")
    try:
        frame = nw.from_native(df, eager_only=True)
        library = str(frame.implementation.value)
        make = _MAKERS[library]
    except (TypeError, KeyError):
        got = f"{type(df).__module__}.{type(df).__qualname__}"
        raise TableTypeError(f"df must be a pandas or Polars DataFrame or a pyarrow Table, got {got}") from None
    kept = _kept(frame, text, keep)
    column = frame[text]
    texts: list[Any] = [
        None if null else value for value, null in zip(column.to_list(), column.is_null().to_list(), strict=True)
    ]
    using = default() if extractor is None else extractor
    found: Any = using.pipe(
        texts,
        on_error=lambda _, error: error,
        batch_size=batch_size,
        n_process=n_process,
        progress=progress,
        reference_date=reference_date,
    )
    numbers, rows = [], []
    for number, outcome in enumerate(found):
        for row in _rows(outcome):
            numbers.append(number)
            rows.append(row)
    made = make(rows, COLUMNS)
    taken = frame.select(dict.fromkeys([*kept, text]))[numbers]
    if library == "pandas":
        made.index = taken.to_native().index
    if kept:
        made = nw.concat([taken.select(kept), nw.from_native(made)], how="horizontal").to_native()
    return made  # type: ignore[no-any-return] # made by the library of `df`


def _kept(frame: Any, text: str, keep: Sequence[str] | None) -> list[str]:
    """The columns to keep, after a look at what the frame has."""
    names = list(frame.columns)
    kept = [name for name in names if name != text] if keep is None else list(keep)
    missing = [name for name in (text, *kept) if name not in names]
    if missing:
        raise TableError(f"no column {missing[0]!r}; there are {', '.join(map(str, names))}")
    kind = frame.schema[text]
    wrong = kind.is_numeric() or kind.is_temporal() or kind.is_nested()
    if wrong and not frame[text].is_null().all():  # pandas takes a column of nothing for numbers
        raise TableError(f"column {text!r} is {kind}; texts have to be strings")
    taken = [name for name in kept if name in COLUMNS]
    if taken:
        raise TableError(f"column {taken[0]!r} has the name of a column of facts; rename it, or leave it out of `keep`")
    return kept


def _rows(outcome: Any) -> list[dict[str, Any]]:
    empty = dict.fromkeys(COLUMNS)
    if isinstance(outcome, Exception):
        return [empty | {"error": f"{type(outcome).__name__}: {outcome}"}]
    return [empty | row for row in records(outcome)]
