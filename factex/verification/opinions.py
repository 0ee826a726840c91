"""Opinions: what a source says about a statement, and which of several says most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.verification.check import Match, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.verification.match import Likeness
    from factex.verification.statement import Statement

# What a common time counts for.
TIME = 0.1
# From the verdict that says least to the one that says most.
_ORDER = (Verdict.UNSUPPORTED, Verdict.CONTRADICTED, Verdict.SUPPORTED)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a source says about a statement.

    Attributes:
        verdict: The verdict.
        reason: Why, in one line.
        evidence: The statement that decides, if there is one.
        like: How it matches.
        agrees: Whether its number agrees.
    """

    verdict: Verdict
    reason: str
    evidence: Statement | None = None
    like: Likeness | None = None
    agrees: bool = False

    @property
    def match(self) -> Match | None:
        """The parts of the match."""
        return None if self.like is None else self.like.match

    @property
    def nearness(self) -> float:
        """How near the evidence is to the claim, its time counted."""
        return 0.0 if self.like is None else self.like.score + TIME * self.like.match.time


def strongest(opinions: Iterable[Opinion]) -> Opinion | None:
    """The opinion that says most and is nearest to the claim, whatever their order; None of none."""
    ranked = [((_ORDER.index(one.verdict), one.nearness), one) for one in opinions]
    best = max((strength for strength, _ in ranked), default=None)
    tied = [one for strength, one in ranked if strength == best]
    if len(tied) == 1:
        return tied[0]
    return max(tied, key=lambda one: "" if one.evidence is None else one.evidence.fact.model_dump_json(), default=None)
