"""What shows that a claim and a statement of the source speak of different things; each gives a reason, or nothing."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.records import UnitKind
from factex.verification.scopes import LATER, NEAR, Scopes, nearest, shown, weighty
from factex.verification.words import Word, knowledge, listed

if TYPE_CHECKING:
    from factex.verification.statement import Statement


_PERIOD = re.compile(r"\b(?:past|last|next)\s(\w+)\s(years?|months?|weeks?|days?|decades?|quarters?)\b")


_AGAINST = re.compile(r"\b(?:compared (?:with|to)|than|against|versus|vs\.?)\b")


def first(claim: Statement, evidence: Statement, scopes: Scopes) -> str:
    """The first reason why a claim and a statement speak of different things; empty where there is none."""
    return (
        denied(claim, evidence)
        or part_only(claim, evidence)
        or elsewhere(claim, scopes)
        or rival(claim, evidence)
        or period(claim, evidence)
        or reference(claim, evidence)
        or swept(claim, evidence)
    )


def denied(claim: Statement, evidence: Statement) -> str:
    """Whether one of the two is denied beside its number: `believe he should not be removed`."""
    if evidence.more or claim.fact.negated or evidence.fact.negated:
        return ""
    said, told = (
        any(word.lower in listed("denying") or word.lower.endswith(("n't", "n’t")) for word in item.near)
        for item in (claim, evidence)
    )
    return "" if said == told else "one of the two is denied"


def part_only(claim: Statement, evidence: Statement) -> str:
    """Whether the source counts only some of what the claim counts, or gives the other end of a change."""
    if {claim.role, evidence.role} == {"start", "end"}:
        return "the source gives that number for the other end"
    if claim.role != "quantity" or evidence.more or claim.fact.kind == "share":
        return ""
    found = getattr(evidence.fact, evidence.role, None)
    end = getattr(found, "end", None)
    text = evidence.reading.facts.text
    unit = None if evidence.interval is None else evidence.interval.unit
    counted = unit is None or unit.kind is UnitKind.COUNT
    partly = counted and end is not None and text[end : end + 4] == " of "
    deed = [word for word in weighty(evidence.verb) if word.stem not in knowledge().having]
    if claim.fact.predicate == "be" and claim.fact.subject is None and claim.fact.measure is None and deed:
        return "the source does not say how many there are"
    mine = getattr(claim.fact, claim.role).end
    return (
        "the source counts only a part of them"
        if partly and claim.reading.facts.text[mine : mine + 4] != " of "
        else ""
    )


def elsewhere(claim: Statement, scopes: Scopes) -> str:
    """A word of the claim that the source has only behind the statement, where it speaks of something else."""
    source = claim.reading.mention(claim.fact.source)
    for word in weighty(claim.near):
        if word.generic or word in source or scopes.level(word) > LATER:
            continue
        if any(word.stem == other.stem for other in scopes.later):
            return f"the source speaks of {word.lower!r} elsewhere"
    return ""


def rival(claim: Statement, evidence: Statement) -> str:
    """A word of the claim that another clause of the sentence has, where the statement's own has another instead."""
    if evidence.more:
        return ""
    said = (*claim.own, *claim.around)
    own = (*evidence.own, *evidence.near)
    strange = [
        word for word in weighty(evidence.near)
        if not word.generic and word not in evidence.verb and nearest(word, said) < NEAR
    ]  # fmt: skip
    if not strange:
        return ""
    inside = evidence.reading.inside(evidence.fact.sentence)
    others = [word for word in inside if word.start not in {one.start for one in own}]
    behind = {
        word.start: before.lower for before, word in itertools.pairwise(claim.reading.inside(claim.fact.sentence))
    }
    for word in weighty(claim.around):
        if not word.name and behind.get(word.start) not in listed("leading"):
            continue
        if word.generic or word in claim.verb or nearest(word, own) >= NEAR:
            continue
        if any(word.stem == other.stem or (word.name and nearest(word, (other,)) >= 0.95) for other in others):
            return f"the source says so of {shown(strange)}, not of {word.lower!r}"
    return ""


def period(claim: Statement, evidence: Statement) -> str:
    """A stretch of time that the claim takes in and the source does not tell."""
    match = _PERIOD.search(claim.fact.sentence.text)
    if match is None or evidence.more:
        return ""
    source = evidence.fact.sentence.text.lower()
    return (
        ""
        if match.group(1).lower() in source and match.group(2)[:-1] in source
        else f"the source does not speak of the {match.group()}"
    )


def reference(claim: Statement, evidence: Statement) -> str:
    """What the claim is held against, where the source holds it against something else."""
    said, told = (_against(item) for item in (claim, evidence))
    if not said or not told:
        return ""
    if any(nearest(word, told) >= NEAR for word in said):
        return ""
    return f"the source holds it against {shown(told)}, not {shown(said)}"


def _against(statement: Statement) -> list[Word]:
    if statement.more:
        return []
    sentence = statement.fact.sentence
    match = _AGAINST.search(statement.reading.facts.text, statement.anchor, sentence.end)
    if match is None:
        return []
    behind = [word for word in statement.reading.inside(sentence) if match.end() <= word.start < match.end() + 40]
    return [word for word in behind[:4] if word.lower not in listed("passed_over")]


def swept(claim: Statement, evidence: Statement) -> str:
    """Whether the claim takes in everything that the source limits to a part."""
    said = {word.lower for word in claim.around}
    sentence = claim.fact.sentence.text.lower()
    if not said & listed("sweeping") or re.search(r"\bin all\b", sentence):
        return ""
    if {word.lower for word in evidence.around} & listed("sweeping"):
        return ""
    strange = [word for word in _limits(evidence) if nearest(word, claim.reading.words) < NEAR]
    return f"the source says so of {shown(strange)} only" if strange else ""


def _limits(evidence: Statement) -> list[Word]:
    """The words that tell of what part a statement holds: whole, place, what stands between whole and number."""
    reading, whole = evidence.reading, getattr(evidence.fact, "whole", None)
    found = [*reading.mention(whole), *reading.inside(evidence.fact.where)]
    if whole is not None and whole.start < evidence.anchor:
        found += [word for word in reading.inside(evidence.fact.sentence) if whole.end <= word.start < evidence.anchor]
    having = knowledge().having
    return weighty(found or [word for word in evidence.around if word.stem not in having])
