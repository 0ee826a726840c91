"""`Facts`: what `extract` returns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from pydantic import field_validator

from factex.records.base import Record
from factex.records.fact import AnyFact, Fact
from factex.records.quantity import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Facts(Record, Sequence[AnyFact], frozen=True):
    """The facts of one text: a sequence of `Fact` in the order of their first quantity.

    Attributes:
        text: The input, unchanged.
        quantities: Every quantity mention, in text order, whether or not a fact uses it.
        facts: The claims.
        warnings: What was left out of a text that passes a limit (docs/reliability.md), a line each; empty as a rule.
    """

    text: str
    quantities: tuple[Quantity, ...] = ()
    facts: tuple[AnyFact, ...] = ()
    warnings: tuple[str, ...] = ()

    @field_validator("facts", "quantities", "warnings", mode="before")
    @classmethod
    def _as_tuple(cls, value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value

    def __len__(self) -> int:
        return len(self.facts)

    def __iter__(self) -> Iterator[AnyFact]:  # type: ignore[override] # a sequence of facts, as the contract says
        return iter(self.facts)

    @overload
    def __getitem__(self, index: int) -> AnyFact: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[AnyFact]: ...
    def __getitem__(self, index: int | slice) -> AnyFact | Sequence[AnyFact]:
        return self.facts[index]

    def __str__(self) -> str:
        return "\n".join(str(fact) for fact in self.facts)

    def where(
        self, *, confidence: float = 0.0, kinds: Iterable[str] = (), test: Callable[[Fact], bool] | None = None
    ) -> Facts:
        """The facts that meet all conditions, as `Facts` of the same text.

        Args:
            confidence: The least confidence, from 0 to 1.
            kinds: The kinds to keep; all where none is given.
            test: A function of a fact that tells whether to keep it.

        Example:
            >>> import factex
            >>> facts = factex.extract("Rents rose 3%. The mast is 40 metres tall.")
            >>> [fact.kind for fact in facts.where(kinds=["change"])]
            ['change']
        """
        wanted = frozenset(kinds)
        kept = (fact for fact in self.facts if fact.confidence >= confidence and (not wanted or fact.kind in wanted))
        return self.model_copy(update={"facts": tuple(fact for fact in kept if test is None or test(fact))})

    def distinct(self) -> Facts:
        """The facts with each claim once: of those that say the same, the one that says most.

        Two facts say the same where kind, numbers, units, direction, modality and denial agree, and subject, measure
        and time do too or are left open by one of them.

        Example:
            >>> import factex
            >>> facts = factex.extract("Rents rose 3% in 2024. It rained. In 2024 rents rose 3 percent.")
            >>> len(facts), len(facts.distinct())
            (2, 1)
        """
        from factex.exports.distinct import distinct  # noqa: PLC0415 - only who asks loads it

        return self.model_copy(update={"facts": tuple(distinct(self.facts))})

    def _repr_html_(self) -> str:
        from factex.display.html import facts_html  # noqa: PLC0415 - only notebooks draw

        return facts_html(self)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002 - a notebook picks
        from factex.display.html import facts_plain  # noqa: PLC0415 - as above

        return {"text/plain": facts_plain(self), "text/html": self._repr_html_()}

    def to_records(self, document: str | None = None) -> list[dict[str, Any]]:
        """The facts as rows of the flat table that docs/tables.md describes, a dict a fact.

        Args:
            document: The name of the text, for the column of that name.

        Returns:
            Column names to plain Python values: str, int, bool, float, exact `Decimal`; None where nothing is stated.

        Example:
            >>> import factex
            >>> (row,) = factex.extract("Sales rose 5% to $1.2 billion in 2024.").to_records()
            >>> row["kind"], row["measure"], row["role"], row["value"], row["unit"], row["amount_value"], row["when"]
            ('change', 'Sales', 'end', Decimal('1200000000'), 'USD', Decimal('5'), '2024')
        """
        from factex.exports.flat import records  # noqa: PLC0415 - only who wants a table loads it

        return list(records(self, document))

    def to_pandas(self, document: str | None = None) -> pd.DataFrame:
        """The flat table as a pandas frame; exact numbers are `Decimal` objects.

        Args:
            document: The name of the text, for the column of that name.

        Raises:
            MissingExtraError: if pandas is not installed.

        Example:
            >>> import factex
            >>> factex.extract("It sold 3 cars and 40 vans.").to_pandas()[["value", "unit"]].values.tolist()
            [[Decimal('3'), 'car'], [Decimal('40'), 'van']]
        """
        from factex.exports.tables import pandas_frame  # noqa: PLC0415 - as above

        return pandas_frame(self.to_records(document))

    def to_polars(self, document: str | None = None) -> pl.DataFrame:
        """The flat table as a Polars frame; exact numbers are strings of digits, `number` is the nearest double.

        Args:
            document: The name of the text, for the column of that name.

        Raises:
            MissingExtraError: if Polars is not installed.

        Example:
            >>> import factex
            >>> factex.extract("It sold 3 cars and 40 vans.").to_polars().select("value", "number", "unit").rows()
            [('3', 3.0, 'car'), ('40', 40.0, 'van')]
        """
        from factex.exports.tables import polars_frame  # noqa: PLC0415 - as above

        return polars_frame(self.to_records(document))

    def to_arrow(self, document: str | None = None, *, nested: bool = False) -> pa.Table:
        """The flat or the nested table in Arrow; exact numbers are strings of digits, `number` is the nearest double.

        Args:
            document: The name of the text, for the column of that name.
            nested: Whether a row holds the list of all quantities of its fact, and the whole record as JSON, as
                `factex.arrow.SCHEMA` says.

        Raises:
            MissingExtraError: if pyarrow is not installed.

        Example:
            >>> import factex
            >>> facts = factex.extract("It sold 3 cars and 40 vans.")
            >>> facts.to_arrow("report").select(["document", "number", "unit"]).to_pylist()[1]
            {'document': 'report', 'number': 40.0, 'unit': 'van'}
            >>> facts.to_arrow(nested=True)["quantities"].to_pylist()[1][0]["value"]
            '40'
        """
        from factex.exports.tables import arrow_table, nested_table  # noqa: PLC0415 - as above

        return nested_table(self, document) if nested else arrow_table(self.to_records(document))

    def to_jsonld(self, document: str | None = None) -> dict[str, Any]:
        """The facts as a JSON-LD document with schema.org's `Claim` and `QuantitativeValue` (docs/linked-data.md).

        Args:
            document: The name or the address of the text, for the claims' `appearance`.

        Returns:
            The document, of what `json.dumps` takes; exact numbers are strings, typed `xsd:decimal` by the context.

        Example:
            >>> import factex
            >>> (claim,) = factex.extract("Sales rose to $1.2 billion.").to_jsonld()["@graph"]
            >>> claim["@type"], claim["end"]["value"], claim["end"]["currency"]
            (['Claim', 'Change'], '1200000000', 'USD')
        """
        from factex.exports.jsonld import document_of  # noqa: PLC0415 - only who wants linked data loads it

        return document_of(self, document)

    def to_label_studio(self, document: str | None = None) -> dict[str, Any]:
        """The text as a task for Label Studio, with the facts as predictions (docs/linked-data.md).

        Args:
            document: The name of the text, kept with it.

        Example:
            >>> import factex
            >>> task = factex.extract("Sales rose 5%.").to_label_studio("a.txt")
            >>> task["data"], task["predictions"][0]["result"][0]["value"]
            ({'text': 'Sales rose 5%.', 'document': 'a.txt'}, {'start': 11, 'end': 13, 'text': '5%', 'labels': ['quantity']})
        """  # noqa: E501 - the output of the example is one line
        from factex.exports.label_studio import task  # noqa: PLC0415 - only who annotates loads it

        return task(self, document)

    def to_brat(self) -> str:
        """The facts as the `.ann` file of brat's standoff format, to stand beside the text (docs/linked-data.md).

        Example:
            >>> import factex
            >>> print(factex.extract("Sales rose 5%.").to_brat().splitlines()[6])
            E1	change:T2 measure:T3 amount:T1
        """
        from factex.exports.brat import annotation  # noqa: PLC0415 - as above

        return annotation(self)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The flat table for whatever reads Arrow's C streams, such as DuckDB, Polars and pandas, without a copy."""
        return self.to_arrow().__arrow_c_stream__(requested_schema)
