"""What shows that a claim and a statement of the source speak of different things; each gives a reason, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.verification import axes, conditions, counting, denial, rivals, sweeping, wholes
from factex.verification.knowledge import has_phrase, listed
from factex.verification.scopes import NEAR, Scopes, nearest, shown
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from factex.verification.statement import Statement
    from factex.verification.words import Word


# Over what a change may be told, as lists of phrases in `words.toml`.
_STRETCHES = ("over_a_year", "over_a_month", "over_a_quarter")
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|than|as \w+ as|against(?! (?:it|them|this|that|him|her)\b)|versus|vs\.?)\b"
)


def first(claim: Statement, evidence: Statement, scopes: Scopes) -> str:
    """The first reason why a claim and a statement speak of different things; empty where there is none."""
    return (
        conditions.numbered(claim, evidence)
        or conditions.ordered(claim, evidence)
        or conditions.framed(claim, evidence)
        or conditions.around_event(claim, evidence)
        or denial.denied(claim, evidence)
        or counting.part_only(claim, evidence)
        or rivals.other_side(claim, evidence)
        or rivals.elsewhere(claim, evidence, scopes)
        or rivals.rival(claim, evidence)
        or rivals.beside(claim, evidence)
        or conditions.per_period(claim, evidence)
        or conditions.apiece(claim, evidence)
        or rivals.through(claim, evidence)
        or conditions.period(claim, evidence)
        or reference(claim, evidence)
        or based(claim, evidence)
        or sweeping.swept(claim, evidence)
        or axes.other_axis(claim, evidence)
        or wholes.other_whole(claim, evidence)
        or wholes.of_the_restricted(claim, evidence)
        or wholes.other_order(claim, evidence)
        or wholes.of_its_part(claim, evidence)
        or wholes.other_holder(claim, evidence)
        or wholes.owned_by_other(claim, evidence)
        or wholes.other_name(claim, evidence)
        or wholes.of_a_part(claim, evidence)
        or wholes.in_its_part(claim, evidence)
        or wholes.in_a_place_of_it(claim, evidence)
        or wholes.of_the_described(claim, evidence)
    )


def reference(claim: Statement, evidence: Statement) -> str:
    """What the claim is held against, where the source holds it against something else."""
    said, told = (_against(item) for item in (claim, evidence))
    if not said or not told or any(nearest(word, told) >= NEAR for word in said):
        return _other_year(claim, evidence)
    return f"the source holds it against {shown(told)}, not {shown(said)}"


def _other_year(claim: Statement, evidence: Statement) -> str:
    """Whether the claim is held against the time just before, and the source against a year that it names."""
    right = evidence.slot("right")
    when = None if right is None else right.when
    other = when is not None and when.value is not None and not evidence.more
    if when is None or not other or not has_phrase(claim.fact.sentence.text, "just_before"):
        return ""
    named = has_phrase(evidence.fact.sentence.text, "just_before")
    return "" if named else f"the source holds it against {when.text}"


def based(claim: Statement, evidence: Statement) -> str:
    """Whether a change is told over a year in the one, over a month or a quarter in the other."""
    if evidence.sum or evidence.more or not {claim.sort, evidence.sort} <= {Sort.DELTA, Sort.GAP}:
        return ""
    bases = [{one for one in _STRETCHES if has_phrase(item.fact.sentence.text, one)} for item in (claim, evidence)]
    return "the source tells it over another stretch of time" if all(bases) and not bases[0] & bases[1] else ""


def _against(statement: Statement) -> list[Word]:
    if statement.more:
        return []
    sentence = statement.fact.sentence
    # Not the "than" of "fewer than".
    behind_number = statement.anchor if statement.quantity is None else statement.quantity.end
    match = _AGAINST.search(statement.reading.facts.text, behind_number, sentence.end)
    if match is None:
        return []
    behind = [word for word in statement.reading.inside(sentence) if match.end() <= word.start < match.end() + 40]
    return [word for word in behind[:4] if word.lower not in listed("passed_over")]
