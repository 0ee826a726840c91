"""Sorts: which statements of a source speak of the same sort of number as a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.records import Change, Direction, UnitKind
from factex.verification.arithmetic import derived
from factex.verification.knowledge import listed
from factex.verification.scopes import NEAR, nearest
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

# Sorts that speak of the same sort of number.
_SAME = (
    frozenset((Sort.DELTA, Sort.GAP)), frozenset((Sort.RATIO, Sort.MULTIPLE)),
)  # fmt: skip


def comparable(claim: Statement, reading: Reading) -> Iterator[Statement]:
    """The statements of a source, stated and reckoned, whose number can be held against that of a claim."""
    for one in (*reading.statements, *derived(claim, reading)):
        pair = frozenset((one.sort, claim.sort))
        if (
            len(pair) == 1
            or pair in _SAME
            or _moved(claim, one)
            or _stood_still(claim, one)
            or _done(claim, one)
            or _bare_share(claim, one)
            or _as_rate(claim, one)
        ):
            yield one


def _moved(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim tells which way something went, and the evidence by how much: `grew`, `doubled`."""
    told = evidence.sort in (Sort.DELTA, Sort.MULTIPLE) and isinstance(evidence.fact, Change)
    return claim.sort is Sort.WAY and isinstance(claim.fact, Change) and told


def _stood_still(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim tells by how much something moved, and the evidence that it did not: `left unchanged at 6`."""
    fact = evidence.fact
    still = isinstance(fact, Change) and fact.direction is Direction.NONE and evidence.role == "end"
    return still and claim.sort in (Sort.DELTA, Sort.WAY) and isinstance(claim.fact, Change)


def _bare_share(claim: Statement, evidence: Statement) -> bool:
    """Whether the evidence may be a percentage whose sign an earlier one bears: `8.2 percent …, then 15.9`."""
    interval = evidence.interval
    bare = interval is not None and interval.unit is None and interval.coarse
    return claim.sort is Sort.PART and evidence.sort is Sort.LEVEL and bare


def _as_rate(claim: Statement, evidence: Statement) -> bool:
    """Whether one tells as a rate what the other tells as a rise: `inflation of 6 percent`, `prices rose 6 percent`."""
    rate, rise = sorted((claim, evidence), key=lambda one: one.sort is not Sort.PART)
    if (rate.sort, rise.sort) != (Sort.PART, Sort.DELTA):
        return False
    return any(word.lower in listed("rates_of_rise") for word in (*rate.subject, *rate.measure))


def _done(claim: Statement, evidence: Statement) -> bool:
    """Whether one tells as a change what the other tells as a deed: `cut 400 jobs`, `eliminate 400 jobs`."""
    if {claim.sort, evidence.sort} != {Sort.LEVEL, Sort.DELTA} or claim.interval is None:
        return False
    if {claim.role, evidence.role} & {"start", "end"}:
        return False  # "cut to 3,000" is no cut by 3,000
    unit = claim.interval.unit
    amount = unit is not None and unit.kind in (UnitKind.COUNT, UnitKind.PHYSICAL)
    return amount and any(nearest(word, evidence.verb) >= NEAR for word in claim.verb)
