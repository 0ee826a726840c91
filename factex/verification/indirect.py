"""Indirect opinions: what a source says of a claim where none of its numbers can be held against the claim's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.records import UnitKind
from factex.verification.check import Verdict
from factex.verification.match import likeness, speakers
from factex.verification.numbers import Backing
from factex.verification.opinions import Opinion
from factex.verification.periods import within_another
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.spans import spanned
from factex.verification.swaps import rightful, same_value
from factex.verification.unreal import modal
from factex.verification.weighing import evidence_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

_FRAME = re.compile(r"\b(?:over|in|within|during|for|after)(?: the)?(?: past| last| next| coming)? $", re.IGNORECASE)
# How alike a number of the claim's time has to be, where the claim has its neighbour's.
_LEAST_OTHER = 0.45
_COMPOUND = re.compile(r"[\w.,]+(?:-[a-z]+)+")


def indirect(claim: Statement, reading: Reading, opinions: Sequence[Opinion]) -> Opinion | None:
    """The opinion on a claim that no statement of a source supports or rules out by itself; None where there is none.

    Args:
        claim: The claim.
        reading: The source.
        opinions: What its statements say one by one.
    """
    return (
        _described(claim, reading)
        or _at_other_time(claim, opinions)
        or _said_otherwise(claim, reading, opinions)
        or _swapped(claim, reading)
        or _framed(claim, reading, opinions)
        or _over_years(claim, reading)
    )


def _described(claim: Statement, reading: Reading) -> Opinion | None:
    """The opinion that a number which only describes is one that the source describes with: `two-year-olds`."""
    fact, quantity = claim.fact, claim.quantity
    if quantity is None or fact.predicate is not None or fact.subject is not None or fact.measure is not None:
        return None
    text = claim.reading.facts.text
    told = _COMPOUND.match(text, quantity.start)
    if told is None or not re.search(rf"\b{re.escape(told.group())}", reading.facts.text, re.IGNORECASE):
        return None
    return Opinion(Verdict.SUPPORTED, f"the source speaks of {told.group()!r}")


def _at_other_time(claim: Statement, opinions: Sequence[Opinion]) -> Opinion | None:
    """The opinion that the claim has the number of another time, where a sentence gives one for the claim's time too.

    `Landings amounted to 18,300 tonnes in 2022 and 14,700 tonnes in 2023`
    """
    others = [one for one in opinions if one.agrees and one.match is not None and one.match.time < 0]
    for one in others:
        for own in opinions:
            if own.evidence is None or one.evidence is None or own.match is None or own.like is None:
                continue
            beside = own.evidence.beside(one.evidence) and own.evidence.sort is one.evidence.sort
            told = not own.agrees and own.match.time > 0 and min(own.match.place, own.match.speaker) >= 0
            told = told and not within_another(claim, own.evidence)
            if beside and told and own.like.score >= _LEAST_OTHER and not own.evidence.sum:
                how = f"the source has {evidence_text(own.evidence)!r} for that time"
                return Opinion(Verdict.CONTRADICTED, how, own.evidence, own.like)
    return None


def _said_otherwise(claim: Statement, reading: Reading, opinions: Sequence[Opinion]) -> Opinion | None:
    """The opinion that whom the claim names as its source tells another number, where somebody else tells the claim's.

    `The army said that 16 had died. A spokesman for the rebels put the number at four.`
    """
    wanted = [word for word in weighty(speakers(claim)) if not word.generic]
    theirs = [one.evidence for one in opinions if one.agrees and one.match is not None and one.match.speaker < 0]
    if not wanted or claim.interval is None or not any(theirs):
        return None
    for one in reading.statements:
        interval = one.interval
        if one.sort is not claim.sort or interval is None or one.fact.source is None or (one.subject and one.deeds):
            continue
        unit = interval.unit
        counted = unit is None or (claim.interval.unit is not None and unit.name == claim.interval.unit.name)
        told = speakers(one)
        if counted and all(nearest(word, told) >= NEAR for word in wanted) and claim.interval.apart(interval):
            how = f"the source has {evidence_text(one)!r} from them"
            return Opinion(Verdict.CONTRADICTED, how, one, likeness(claim, one))
    return None


def _swapped(claim: Statement, reading: Reading) -> Opinion | None:
    """The opinion that the claim has a number that its source gives to another thing of the same sentence."""
    for agreeing in reading.statements:
        if agreeing.sort is not claim.sort or not same_value(claim, agreeing) or modal(claim, agreeing):
            continue
        other = rightful(claim, agreeing, reading.statements)
        like = None if other is None else likeness(claim, other)
        if other is not None and like is not None and like.match.time >= 0 and like.match.speaker >= 0:
            return Opinion(Verdict.CONTRADICTED, f"the source has {evidence_text(other)!r} of that", other, like)
    return None


def _framed(claim: Statement, reading: Reading, opinions: Sequence[Opinion]) -> Opinion | None:
    """The opinion that a stretch of time that only frames the claim, `in two years`, is one that the source tells.

    With `for` it is what the claim tells: `Women live for 78 years`, where the source says so of men.
    """
    quantity = claim.slot(claim.role)
    if claim.interval is None or claim.interval.unit is None or claim.interval.unit.kind is not UnitKind.TIME:
        return None
    told = str(getattr(quantity, "text", ""))
    frame = _FRAME.search(claim.reading.facts.text[: claim.anchor]) if told else None
    if frame is None or told.lower() not in reading.facts.text.lower():
        return None
    of_another = any(one.agrees and one.match is not None and one.match.subject < 0 for one in opinions)
    if of_another and frame.group().lower().startswith("for"):
        return None
    return Opinion(Verdict.SUPPORTED, f"the source speaks of {told!r}")


def _over_years(claim: Statement, reading: Reading) -> Opinion | None:
    """The opinion that two years of the source make the number of years that the claim tells, or another one."""
    told = spanned(claim, reading)
    if told is None:
        return None
    verdict = Verdict.SUPPORTED if told[0] is Backing.ENTAILED else Verdict.CONTRADICTED
    return Opinion(verdict, told[1])
