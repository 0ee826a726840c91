"""Swaps: a number that the source gives to another thing, where it gives the claim's thing a number of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.verification.numbers import converted
from factex.verification.reckoning import in_unit_of
from factex.verification.scopes import NEAR, nearest, weighty

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factex.verification.statement import Statement
    from factex.verification.words import Word


def rightful(claim: Statement, agreeing: Statement, statements: Iterable[Statement]) -> Statement | None:
    """The number of a sentence that belongs to the claim, where the claim tells a neighbour's; None where none does.

    `Onna is 310 metres deep, and Sarm 95 metres` has 95 for a claim that gives 310 to Sarm.
    """
    wanted = _missed(claim, agreeing)
    if not wanted:
        return None
    for other in statements:
        beside = other.beside(agreeing) and other.anchor != agreeing.anchor
        if not beside or other.sort is not claim.sort or in_unit_of(agreeing, other) is None or _told(claim, other):
            continue
        if any(nearest(word, other.zone) >= NEAR for word in wanted):
            return other
    return None


def same_value(claim: Statement, evidence: Statement) -> bool:
    """Whether two statements have the same number, whatever it counts."""
    one, other = claim.interval, evidence.interval
    return one is not None and other is not None and one.value is not None and one.value == other.value


def _missed(claim: Statement, agreeing: Statement) -> Sequence[Word]:
    """The words that tell the claim's thing apart and are not told of the number: names, what is counted, the deed."""
    speaker = claim.reading.mention(claim.fact.source)
    names = [word for word in weighty(claim.zone) if word.name and word not in speaker]
    if not any(word.name and nearest(word, claim.reading.words) < NEAR for word in (*agreeing.zone, *agreeing.own)):
        names = []  # no other name is told of the number: that of a neighbour may hold for both
    bare = agreeing.interval is None or agreeing.interval.unit is None
    counted = [] if bare else [word for word in weighty(claim.measure) if not word.generic]
    about = (*agreeing.zone, *agreeing.own, *agreeing.inherited)
    return [word for word in (*names, *counted, *claim.deeds) if nearest(word, about) < NEAR]


def _told(claim: Statement, other: Statement) -> bool:
    """Whether the claim's text tells a number itself, as the claim or beside it."""
    for one in claim.reading.statements:
        if one.interval is not None and other.interval is not None:
            same = converted(other.interval, one.interval.unit)
            if same is not None and not same.apart(one.interval):
                return True
    return False
