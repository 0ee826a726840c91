"""Facts of Ray datasets: `factex.ray.extract(dataset, "text")`.

Needs the extra `ray`: `pip install 'factex[ray]'`, on every node. docs/scale.md describes the columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa
from ray import cloudpickle
from ray.data import ActorPoolStrategy

from factex import arrow
from factex.pipeline import Extractor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from ray.data import Dataset


class Actor:
    """Holds a loaded model in a Ray actor, and takes tables of texts to tables of facts.

    Args:
        pickled: A pickled function that makes the extractor.
        column: The column of texts.
        keep: The columns to keep; None for all others.
        reference_date: As for `factex.extract`.
    """

    def __init__(self, pickled: bytes, column: str, keep: Sequence[str] | None, reference_date: date | None) -> None:
        self._extractor = arrow.loaded(pickled)
        self._column = column
        self._keep = keep
        self._reference = reference_date

    def __call__(self, table: pa.Table) -> pa.Table:
        """The facts of a table of texts."""
        schema = arrow.schema_of(table.schema, self._column, self._keep)
        found = arrow.extract(
            table.to_batches(), self._column, keep=self._keep, extractor=self._extractor, reference_date=self._reference
        )
        return pa.Table.from_batches(found, schema)


def extract(
    dataset: Dataset,
    column: str,
    *,
    keep: Sequence[str] | None = None,
    extractor: Callable[[], Extractor] = Extractor,
    workers: int | tuple[int, int] = 1,
    batch_size: int = 256,
    reference_date: date | None = None,
) -> Dataset:
    """The facts of a dataset of texts, one row a fact.

    Args:
        dataset: A dataset with a column of texts.
        column: The name of that column.
        keep: The columns to keep beside the facts; by default all but that of texts.
        extractor: Makes the extractor, once in each actor: `functools.partial(Extractor, model=…)`.
        workers: How many actors, each on one core; or the fewest and the most.
        batch_size: How many texts an actor takes at a time.
        reference_date: As for `factex.extract`.

    Returns:
        A dataset, lazy as any: the columns kept, then those of `factex.arrow.SCHEMA`. A text that fails, a null among
        them, has one row with its `error`.
    """
    fewest, most = (workers, workers) if isinstance(workers, int) else workers
    return dataset.map_batches(
        Actor,
        fn_constructor_args=(cloudpickle.dumps(extractor), column, keep, reference_date),  # pyright: ignore[reportPrivateImportUsage] # documented by Ray
        batch_format="pyarrow",
        batch_size=batch_size,
        compute=ActorPoolStrategy(min_size=fewest, max_size=most),
        num_cpus=1,
    )
