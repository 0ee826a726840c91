"""`Facts`: what `extract` returns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, overload

from pydantic import field_validator

from factex.records.base import Record
from factex.records.fact import AnyFact, Fact
from factex.records.quantity import Quantity


class Facts(Record, Sequence[Fact]):
    """The facts of one text: a sequence of `Fact` in the order of their first quantity.

    Attributes:
        text: The input, unchanged.
        quantities: Every quantity mention, in text order, whether or not a fact uses it.
        facts: The claims.
    """

    text: str
    quantities: tuple[Quantity, ...] = ()
    facts: tuple[AnyFact, ...] = ()

    @field_validator("facts", "quantities", mode="before")
    @classmethod
    def _as_tuple(cls, value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value

    def __len__(self) -> int:
        return len(self.facts)

    def __iter__(self) -> Iterator[Fact]:  # type: ignore[override] # a sequence of facts, as the contract says
        return iter(self.facts)

    @overload
    def __getitem__(self, index: int) -> Fact: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Fact]: ...
    def __getitem__(self, index: int | slice) -> Fact | Sequence[Fact]:
        return self.facts[index]

    def __str__(self) -> str:
        return "\n".join(str(fact) for fact in self.facts)
