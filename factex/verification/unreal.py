"""Modality: whether a source tells as a fact, a plan or a guess what a claim tells as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import Modality, UnitKind
from factex.verification.knowledge import has_phrase, knowledge, listed
from factex.verification.moments import stretch
from factex.verification.scopes import NEAR, nearest

if TYPE_CHECKING:
    from factex.records import Fact
    from factex.verification.statement import Statement

_ENDED = re.compile(r"[;—–]")
_OWNED = re.compile(r"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[A-Z]\w+[’']s?) $")
_OPEN = (Modality.TARGETED, Modality.PREDICTED)


def modal(claim: Statement, evidence: Statement) -> str:
    """Why the modality of the source does not carry the claim; empty where it does."""
    mine, told = _modality(claim.fact), Modality.ASSERTED if evidence.before else _modality(evidence.fact)
    if has_phrase(evidence.fact.sentence.text, "given_up") and not has_phrase(claim.fact.sentence.text, "given_up"):
        return "the source tells that the plan was given up"
    if mine is Modality.ASSERTED and has_phrase(claim.fact.sentence.text, "reckoning"):
        return ""
    if mine is Modality.ASSERTED and not claim.deeds and _OWNED.search(evidence.reading.facts.text[: evidence.anchor]):
        return ""  # "Its five instruments are to measure …": it has them
    if mine is Modality.ASSERTED and _guessed(evidence) and not _guessed(claim):
        return "the source tells it as a guess or a plan"
    ordered = mine is Modality.TARGETED and any(word.lower in listed("ordering") for word in claim.zone)
    if (mine is Modality.PREDICTED or ordered) and _demanded(claim, evidence):
        return "the source only tells that it is asked for"
    if told is Modality.POSSIBLE and mine is Modality.ASSERTED and has_phrase(stretch(claim), "allowed"):
        return ""  # "is allowed to carry 12", "may carry 12"
    if claim.fact.predicate in listed("trading") and has_phrase(stretch(evidence), "for_sale") and not evidence.sum:
        return "the source only tells at what price it is offered"
    if mine is Modality.ASSERTED and _polled(claim, evidence):
        return "the source tells what a poll says"
    if (
        mine is Modality.TARGETED
        and told is Modality.CONDITIONAL
        and has_phrase(evidence.fact.sentence.text, "proposed")
    ):
        return ""  # "Under the proposals it would charge $120 a year"
    if mine is Modality.ASSERTED and _asked_for(claim, evidence):
        return f"the source tells of {evidence.fact.predicate!r}, not that it came to that"
    if mine is Modality.ASSERTED and told in _OPEN and _both_to_come(claim, evidence):
        return ""
    if told is Modality.TARGETED and mine is Modality.ASSERTED and has_phrase(stretch(claim), "obliged"):
        return ""  # "has to pay back", "is ordered to repay"
    guessed = told is Modality.ASSERTED and _guessed(evidence)
    if mine is told or (mine in _OPEN and (told in _OPEN or guessed)):
        return ""
    if told is Modality.ASSERTED:
        return "" if mine in (Modality.POSSIBLE, Modality.PREDICTED) else "the source tells it as a fact"
    names = {
        Modality.TARGETED: "a plan", Modality.PREDICTED: "a forecast", Modality.POSSIBLE: "a possibility",
        Modality.CONDITIONAL: "a condition",
    }  # fmt: skip
    return f"the source tells it as {names[told]}"


def _both_to_come(claim: Statement, evidence: Statement) -> bool:
    """Whether a claim tells in the present of the coming time for which the source says `will`: `from Monday`."""
    wanted, told = claim.when, evidence.fact.when
    text = claim.fact.sentence.text.lower()
    named = told is not None and told.text.lower() in text
    same = named or (wanted is not None and told is not None and wanted.text.lower() == told.text.lower())
    settled = any(has_phrase(evidence.fact.sentence.text, name) for name in ("will", "decided"))
    return same and settled and has_phrase(claim.fact.sentence.text, "present")


def _guessed(statement: Statement) -> bool:
    """Whether the subject is a forecast, a poll or a plan, or the words about the number tell of something unreal."""
    told = stretch(statement)
    start, _ = statement.bounds
    ended = _ENDED.search(told, statement.anchor - start)
    told = told if ended is None else told[: ended.start()]
    if statement.fact.negated or told.lstrip().startswith("Asked "):
        return False  # "Asked whether they would recommend it, 58 percent said yes"
    if has_phrase(told, "to_come") or has_phrase(told[: statement.anchor - start], "unreal"):
        return True
    return any(word.stem in knowledge().guesses for word in statement.subject)


def _polled(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim tells of votes that were cast, and the source of what people told a poll."""
    cast = claim.fact.predicate in listed("winning")
    source = evidence.reading.inside(evidence.fact.source)
    asked = any(word.lower in listed("polled") for word in source)
    return cast and asked and not any(word.lower in listed("polled") for word in claim.reading.words)


def _demanded(claim: Statement, evidence: Statement) -> bool:
    """Whether the source tells of a demand, and the claim of what will be: `are demanding a raise of $2`."""
    start, _ = evidence.bounds
    told = stretch(evidence)[: max(0, evidence.anchor - start)]
    return has_phrase(told, "demanded") and not has_phrase(claim.fact.sentence.text, "demanded")


def _asked_for(claim: Statement, evidence: Statement) -> bool:
    """Whether the source only tells that something was offered, asked for or ordered, which the claim tells as done."""
    if evidence.sum or claim.fact.predicate in listed("naming"):
        return False
    unit = None if evidence.interval is None else evidence.interval.unit
    threat = evidence.fact.predicate in listed("threatening") and unit is not None and unit.kind is not UnitKind.COUNT
    if not threat and evidence.fact.predicate not in listed("intended"):
        return False
    if evidence.fact.predicate == "call" and not has_phrase(stretch(evidence), "demanded"):
        return False  # "calls at 21 stops"
    deeds = [word for word in claim.verb if word.stem != "be" and (word.lower in listed("held") or not word.light)]
    asked = any(nearest(word, (*claim.zone, *claim.subject, *claim.measure)) >= NEAR for word in evidence.verb)
    return bool(deeds) and not asked


def _modality(fact: Fact) -> Modality:
    """The modality of a fact; a verb of plans or forecasts tells of one too."""
    if fact.modality is Modality.ASSERTED and fact.predicate is not None:
        verbs = table("verbs")
        for modality in _OPEN:
            if fact.predicate in verbs[str(modality)] and fact.predicate not in listed("seen"):
                return modality
    return fact.modality
