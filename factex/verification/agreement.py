"""`compare`: the facts of two texts held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.records.base import Record
from factex.records.fact import AnyFact
from factex.verification.check import Verdict
from factex.verification.verify import held_against

if TYPE_CHECKING:
    from factex.facts import Facts


class Pair(Record, frozen=True):
    """A fact of each text that speak of the same thing.

    Attributes:
        left: The fact of the first text.
        right: The fact of the second text.
        reason: Why they agree, or why they can't both be true.
    """

    left: AnyFact
    right: AnyFact
    reason: str

    def __str__(self) -> str:
        return f"{self.left} ↔ {self.right} ({self.reason})"


class Agreement(Record, frozen=True):
    """How the facts of two texts stand to each other.

    Attributes:
        agreeing: Facts that both texts have.
        conflicting: Facts that can't be true together.
        only_left: Facts that only the first text has.
        only_right: Facts that only the second text has.
    """

    agreeing: tuple[Pair, ...] = ()
    conflicting: tuple[Pair, ...] = ()
    only_left: tuple[AnyFact, ...] = ()
    only_right: tuple[AnyFact, ...] = ()

    def __str__(self) -> str:
        named = (
            ("agree", self.agreeing),
            ("conflict", self.conflicting),
            ("left", self.only_left),
            ("right", self.only_right),
        )
        return "\n".join(f"{name}: {item}" for name, items in named for item in items)


def compare(left: Facts, right: Facts) -> Agreement:
    """The facts that two texts share, those that conflict, and those that only one has.

    Matching and verdicts are those of `factex.verify`, in both directions.

    Args:
        left: The facts of the first text.
        right: The facts of the second text.

    Example:
        >>> import factex
        >>> left = factex.extract("The fire destroyed 60 homes. It burned 4,200 acres.")
        >>> right = factex.extract("The fire burned 1,700 hectares. It destroyed 45 homes.")
        >>> found = compare(left, right)
        >>> [str(pair.right.quantity) for pair in found.agreeing]
        ['1,700 hectare']
        >>> [str(pair.left.quantity) for pair in found.conflicting]
        ['60 home']
    """
    pairs: dict[Verdict, list[Pair]] = {Verdict.SUPPORTED: [], Verdict.CONTRADICTED: []}
    alone = []
    for check in held_against(left, [right]):
        if check.verdict is Verdict.UNSUPPORTED or check.evidence is None:
            alone.append(check.fact)
        else:
            pairs[check.verdict].append(Pair(left=check.fact, right=check.evidence, reason=check.reason))
    taken = [pair.right for one in pairs.values() for pair in one]
    others = []
    for check in held_against(right, [left]):
        if check.fact in taken:
            continue
        if check.verdict is Verdict.UNSUPPORTED or check.evidence is None:
            others.append(check.fact)
            continue
        pairs[check.verdict].append(Pair(left=check.evidence, right=check.fact, reason=check.reason))
        alone = [fact for fact in alone if fact != check.evidence]
    return Agreement(
        agreeing=tuple(pairs[Verdict.SUPPORTED]),
        conflicting=tuple(pairs[Verdict.CONTRADICTED]),
        only_left=tuple(alone),
        only_right=tuple(others),
    )
