"""Axes: along which dimension of a thing a length is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.verification.knowledge import axes
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from factex.verification.statement import Statement

# So many words behind a number may stand what tells its axis: "120 metres above the gorge".
_BEHIND = 2


def other_axis(claim: Statement, evidence: Statement) -> str:
    """Whether the source tells a thing's length where the claim tells its height or depth."""
    if evidence.sum or not claim.sort is evidence.sort is Sort.LEVEL:
        return ""
    said, told = (_axis(item) for item in (claim, evidence))
    return f"the source tells the {told}, not the {said}" if said and told and said != told else ""


def _axis(statement: Statement) -> str:
    """The axis of a length, by its measure, what stands behind it, and its verb; empty where nothing tells it."""
    quantity, unit = statement.quantity, None if statement.interval is None else statement.interval.unit
    if quantity is None or unit is None or unit.dimension != "[length]":
        return ""
    behind = [word for word in statement.zone if word.start >= quantity.end][:_BEHIND]
    words = (*statement.reading.inside(statement.fact.measure), *behind, *statement.verb)
    return next((axes()[word.lower] for word in words if word.lower in axes()), "")
