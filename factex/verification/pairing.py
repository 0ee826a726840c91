"""Pairing: what one statement of a source says about a claim."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.records import UnitKind
from factex.verification import axes
from factex.verification.check import Verdict
from factex.verification.denial import DENIED
from factex.verification.grounds import contrary, missing, untold
from factex.verification.knowledge import has_phrase
from factex.verification.match import Likeness, likeness
from factex.verification.moments import stretch
from factex.verification.numbers import Backing
from factex.verification.opinions import Opinion
from factex.verification.partial import both_may_hold
from factex.verification.periods import within
from factex.verification.scopes import NEAR, nearest, telling, weighty
from factex.verification.statement import Sort
from factex.verification.unreal import modal
from factex.verification.weighing import other_deed, weighed

if TYPE_CHECKING:
    from factex.verification.statement import Statement

# How alike claim and evidence have to be: for a number that agrees, and for one that does not.
SUPPORT = 0.6
CONTRADICT = 0.65
# The parts that neither may fall below.
LEAST_SUBJECT = 0.5
LEAST_MEASURE = 0.45
LEAST_CONTEXT = 0.4
SURE_SUBJECT = 0.6
SURE_MEASURE = 0.55


def opinion(claim: Statement, evidence: Statement) -> Opinion:
    """What one statement says about another."""
    told, how = weighed(claim, evidence)
    if told is Backing.INCOMPARABLE:
        return Opinion(Verdict.UNSUPPORTED, "no figure of the source speaks of this in that unit")
    like = likeness(claim, evidence)
    parts = like.match
    if told is Backing.ENTAILED:
        against = contrary(claim, evidence)
        if against and _sure(claim, like):
            return Opinion(Verdict.CONTRADICTED, f"{how}, but {against}", evidence, like)
        denied = like.conflict == DENIED and _sure(claim, like) and _one_deed(claim, evidence)
        if denied and not modal(claim, evidence):
            return Opinion(Verdict.CONTRADICTED, f"{how}, but {like.conflict}", evidence, like)
        reason = like.conflict or modal(claim, evidence) or missing(claim, evidence)
        if not reason and _weak(like, SUPPORT, LEAST_SUBJECT, LEAST_MEASURE, claim):
            reason = "the number is there, but not clearly of the same thing"
        if reason:
            return Opinion(Verdict.UNSUPPORTED, f"the number agrees, but {reason}", evidence, like, agrees=True)
        return Opinion(Verdict.SUPPORTED, how, evidence, like)
    if told is Backing.OPEN:
        return Opinion(Verdict.UNSUPPORTED, f"the source leaves that open: {how}", evidence, like)
    same = parts.subject >= SURE_SUBJECT and parts.measure >= SURE_SUBJECT
    sure = (
        not like.conflict
        and (same or not tells_other_deed(claim, evidence))
        and not _weak(like, CONTRADICT, SURE_SUBJECT, SURE_MEASURE, claim)
    )
    if (
        sure
        and not modal(claim, evidence)
        and not untold(claim, evidence)
        and not (claim.measure and not claim.subject and claim.counts and parts.context < LEAST_CONTEXT)
        and not both_may_hold(claim, evidence)
        and parts.time >= 0
        and _touches(claim, evidence)
        and not within(claim, evidence)
    ):
        return Opinion(Verdict.CONTRADICTED, how, evidence, like)
    why = f": {like.conflict}" if like.conflict else ""
    near = parts.subject >= 0 <= parts.time and not _weak(like, SUPPORT, SURE_SUBJECT, SURE_MEASURE, claim)
    if near and (_misscaled(claim, evidence) or _in_other_money(claim, evidence)) and not modal(claim, evidence):
        return Opinion(Verdict.CONTRADICTED, how, evidence, like)
    return Opinion(Verdict.UNSUPPORTED, f"no figure of the source backs this{why}", evidence, like)


def _misscaled(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim has the source's figure in another unit of the same kind: `36 days`, for `36 hours`."""
    one, other = claim.interval, evidence.interval
    if one is None or other is None or one.unit is None or other.unit is None or evidence.sum:
        return False
    alike = one.unit.dimension == other.unit.dimension != "" and one.unit.name != other.unit.name
    figure = one.value is not None and one.value == other.value
    return alike and figure and not axes.other_axis(claim, evidence)


def _in_other_money(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim has, in its own currency, a figure that the sentence gives in another: `$3.6m (€3.3m)`."""
    one = claim.interval
    if one is None or one.unit is None or one.unit.kind is not UnitKind.CURRENCY or one.value is None or evidence.sum:
        return False
    beside = (item.interval for item in evidence.reading.statements if item.beside(evidence))
    return any(
        other is not None
        and other.value == one.value
        and other.unit is not None
        and other.unit.kind is UnitKind.CURRENCY
        and other.unit.name != one.unit.name
        for other in beside
    )


def _one_deed(claim: Statement, evidence: Statement) -> bool:
    """Whether one of the two denies by `not` the very deed that the other tells: `did not reach`, `reached`."""
    return any(
        before.lower in ("not", "never")
        and before.start < one.anchor
        and any(word.stem == told.stem for told in other.zone)
        for one, other in ((claim, evidence), (evidence, claim))
        for before, word in itertools.pairwise(one.zone)
    )


def _sure(claim: Statement, like: Likeness) -> bool:
    """Whether claim and evidence speak of the same thing, whatever word shows that they say the opposite of it."""
    parts = like.match
    named = (claim.fact.measure, claim.slot("attribute"))
    told = [word for word in claim.reading.inside(*named) if not word.light]
    measured = parts.measure >= 0 or bool(told)  # "a profit", where the source tells a loss
    if min(parts.subject, parts.time, parts.place, parts.speaker) < 0 or not measured:
        return False
    return not _weak(like, CONTRADICT, SURE_SUBJECT, SURE_MEASURE, claim)


def _touches(claim: Statement, evidence: Statement) -> bool:
    """Whether anything of the claim is told about the evidence itself, and not only before it in the text.

    A number that is reckoned or bare speaks of what was told before: `…; in the event 6,350 came`.
    """
    if evidence.sum or evidence.interval is None or evidence.interval.unit is None:
        return True
    if has_phrase(stretch(evidence), "in_the_end"):
        return True  # "had predicted 80 millimetres of rain. In the end 23 millimetres fell"
    told = (*evidence.own, *evidence.around, *evidence.inherited)
    return any(nearest(word, told) >= NEAR for word in telling((*claim.own, *claim.around)))


def tells_other_deed(claim: Statement, evidence: Statement) -> bool:
    """Whether claim and evidence tell of two deeds, so that their numbers need not be the same."""
    unit = None if claim.interval is None else claim.interval.unit
    counted = unit is None or unit.kind in (UnitKind.COUNT, UnitKind.CURRENCY)
    if claim.sort is not Sort.LEVEL or not counted:
        return False
    if claim.deeds and not claim.subject and not evidence.verb:
        return True  # "Two tourists broke bones", "a gondola with 23 tourists"
    return other_deed(claim, evidence)


def _weak(like: Likeness, least: float, subject: float, measure: float, claim: Statement) -> bool:
    parts = like.match
    return (
        like.score < least
        or (any(not word.generic for word in weighty(claim.subject)) and parts.subject < subject and not like.familiar)
        or (
            any(not word.generic for word in weighty(claim.measure))
            and parts.measure < measure
            and parts.context < SURE_SUBJECT
        )
    )
