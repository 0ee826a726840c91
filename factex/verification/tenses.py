"""Tenses: what the words beside two numbers tell of when each held, before their times are held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.records import Comparison
from factex.verification.knowledge import has_phrase
from factex.verification.moments import YEAR, cue, has_come, stretch
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from factex.verification.statement import Statement


def tensed(claim: Statement, evidence: Statement) -> tuple[float, str] | None:
    """Whether the words beside the numbers tell that both held at one time or at two; None where they tell neither."""
    wanted = claim.when
    if evidence.sum:
        return (-1.0, "the source gives that number for an earlier time") if long_ago(claim, evidence) else None
    if _ended(claim, evidence) or (_over(evidence) and wanted is None and _at_present(claim) and cue(claim) != -1):
        return -1.0, "the source gives that number for the time before"
    if wanted is None and cue(claim) == cue(evidence) == -1:
        return 0.5, ""
    former = cue(claim) == -1 and has_phrase(stretch(claim), "prior_to")
    if former and cue(evidence) >= 0 and has_come(evidence):
        return -1.0, "the source gives that number for the time after"
    return None


def bygone(claim: Statement, evidence: Statement) -> str:
    """Why a claim of a time that is over is not told of by a number of now; empty where it may be."""
    wanted, told = claim.when, evidence.when
    level = claim.sort in (Sort.LEVEL, Sort.PART) and not isinstance(claim.fact, Comparison)
    if level and told is not None and told.text.lower().startswith("this ") and has_phrase(stretch(claim), "bygone"):
        return f"the source speaks of {told.text}" + ("" if wanted is None else f", not of {wanted.text}")
    started = evidence.role == "end" and evidence.slot("start") is not None
    if started and cue(claim) == -1 and told is not None and told.text.lower() in claim.fact.sentence.text.lower():
        return f"the source gives that number for the time from {told.text}"
    return ""


def _ended(claim: Statement, evidence: Statement) -> bool:
    """Whether the source tells until when a number held, and the claim of what holds by now."""
    return has_phrase(stretch(evidence), "over_by") and has_phrase(stretch(claim), "by_now")


def _over(evidence: Statement) -> bool:
    """Whether the source tells until when a number held."""
    return evidence.when is not None and evidence.when.relation == "until"


def _at_present(claim: Statement) -> bool:
    """Whether a claim's verb is told in the present: `The mine employs 1,200 people`."""
    lemma = claim.fact.predicate
    return lemma is not None and any(word.lower in (f"{lemma}s", f"{lemma}es") for word in claim.verb)


def long_ago(claim: Statement, evidence: Statement) -> bool:
    """Whether the source has a number of a time before, and the claim tells of now: `five more than a decade ago`."""
    if cue(claim) == -1 or evidence.when is None or YEAR.search(claim.fact.sentence.text):
        return False
    if evidence.sum:
        return (
            claim.when is None and claim.sort is evidence.sort is Sort.LEVEL and has_phrase(evidence.when.text, "ago")
        )
    return has_phrase(evidence.when.text, "last_time") and has_phrase(claim.fact.sentence.text, "this_time")
