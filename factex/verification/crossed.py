"""Crossed sides: whether one comparison puts first what another puts second, `A beat B` and `B lost to A`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.records import Comparison
from factex.verification.scopes import NEAR, nearest, weighty

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.verification.statement import Statement
    from factex.verification.words import Word

_SAME = 0.95


def crossed(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim has as its left side what the source has as its right one, and the other way round."""
    (left, right), (first, second) = _sides(claim), _sides(evidence)
    if not (left and right and first and second):
        return False
    if any(nearest(word, told) >= NEAR for words, told in ((left, first), (right, second)) for word in words):
        return False
    return all(nearest(word, told) >= NEAR for words, told in ((left, second), (right, first)) for word in words)


def _sides(statement: Statement) -> tuple[list[Word], list[Word]]:
    """The words of each of two sides that the other has not."""
    fact = statement.fact
    if not isinstance(fact, Comparison):
        return [], []
    one, other = (weighty(statement.reading.mention(side.subject)) for side in (fact.left, fact.right))
    return _apart(one, other), _apart(other, one)


def _apart(words: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    return [word for word in words if nearest(word, others) < _SAME]
