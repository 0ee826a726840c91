"""Which facts go into the metadata of another library's documents, and in what form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from factex.errors import FactexError
from factex.records.fact import AnyFact

if TYPE_CHECKING:
    from factex.facts import Facts

KINDS = tuple(kind.model_fields["kind"].default for kind in get_args(get_args(AnyFact)[0]))


class SelectionError(FactexError, ValueError):
    """A choice of facts names a kind that there is not, or a confidence that is none."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A choice of facts, checked when it is made.

    Args:
        kinds: The kinds to keep (`change`, `share`, …); all where none is given.
        min_confidence: How sure a fact has to be, from 0 to 1.

    Raises:
        SelectionError: if a kind is unknown, or the confidence is outside 0 to 1.

    Example:
        >>> import factex
        >>> facts = factex.extract("Sales rose 5% to $3 million. It employs 40 people.")
        >>> [fact["kind"] for fact in Selection(kinds=("change",)).dumped(facts)]
        ['change']
    """

    kinds: tuple[str, ...] = ()
    min_confidence: float = 0.0

    def __post_init__(self) -> None:
        unknown = [kind for kind in self.kinds if kind not in KINDS]
        if unknown:
            raise SelectionError(f"no kind of fact {unknown[0]!r}; there are {', '.join(KINDS)}")
        if not 0 <= self.min_confidence <= 1:
            raise SelectionError(f"min_confidence must be a number from 0 to 1, got {self.min_confidence!r}")

    def of(self, facts: Facts) -> Facts:
        """The facts that are kept."""
        return facts.where(confidence=self.min_confidence, kinds=self.kinds)

    def dumped(self, facts: Facts) -> list[dict[str, Any]]:
        """The facts that are kept as JSON has them: plain values, numbers as strings so that they stay exact."""
        return [fact.model_dump(mode="json") for fact in self.of(facts)]
