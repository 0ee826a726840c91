"""Whether the source counts only some of what the claim counts, or does not say how many there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import UnitKind
from factex.verification.knowledge import has_phrase, knowledge, listed
from factex.verification.scopes import NEAR, nearest, weighty

if TYPE_CHECKING:
    from factex.verification.statement import Statement

_OWNED = re.compile(r"\b[Oo]f (?:its|their|his|her|the \w+[’']s) $")
_AMONG = re.compile(r"\b(?:in|at|across|from|on|through) $")


def part_only(claim: Statement, evidence: Statement) -> str:
    """Whether the source counts only some of what the claim counts, or gives the other end of a change."""
    if {claim.role, evidence.role} == {"start", "end"}:
        return "the source gives that number for the other end"
    if claim.role != "quantity" or evidence.more or claim.fact.kind == "share":
        return ""
    found = evidence.slot(evidence.role)
    end = getattr(found, "end", None)
    text = evidence.reading.facts.text
    unit = None if evidence.interval is None else evidence.interval.unit
    bare = unit is None or (unit.kind is UnitKind.COUNT and unit.text not in getattr(found, "text", ""))
    partly = bare and end is not None and text[end : end + 4] == " of "
    deeds = (*evidence.zone, *evidence.verb)
    having = knowledge().having
    partly = partly and not any(word.stem not in having and nearest(word, deeds) >= NEAR for word in claim.verb)
    where = weighty(claim.reading.inside(claim.fact.where))  # "runs 90 shops, 24 of them in the capital"
    partly = partly and not (
        where and all(nearest(word, evidence.zone) >= NEAR for word in where)
    )  # "24 in the capital"
    staying = evidence.fact.predicate in listed("staying")
    staying = staying or evidence.fact.predicate in listed("attained")
    deed = any(word.stem not in having for word in evidence.verb) and not staying
    bounded = claim.interval is not None and claim.interval.high is None  # "at least 250": of some of them is enough
    whole = evidence.slot("whole")
    same = any(word.stem not in having and nearest(word, evidence.verb) >= NEAR for word in claim.verb)
    back = whole is not None and whole.text.lower() in table("share")["back"]
    if evidence.role == "part" and unit is None and back and not same:
        return "the source counts only a part of them"  # "Of these, 3,900 come from abroad"
    done = any(word.stem not in having for word in evidence.verb)
    if evidence.role == "part" and done and not claim.deeds and not tells_part(claim, evidence):
        return "the source counts only a part of them"  # "Of the 9,300 students, 2,480 come from abroad"
    there = claim.fact.predicate == "be" and claim.fact.subject is None and claim.fact.measure is None
    led = _AMONG.search(text[: evidence.anchor]) is not None and evidence.deeds
    owned = evidence.role == "total" and _OWNED.search(text[: evidence.anchor]) is not None
    if there and (deed or led) and not bounded and not owned:
        return "the source does not say how many there are"
    start, _ = evidence.bounds
    if has_phrase(text[start : evidence.anchor], "some_of_them") and not has_phrase(
        claim.fact.sentence.text, "some_of_them"
    ):
        return "the source counts only some of them"
    told = claim.interval is not None and claim.interval.unit is not None
    if (
        told and unit is None and evidence.role != "part" and evidence.anchor == evidence.fact.sentence.start
    ):  # "Two were treated for shock."
        return "the source counts only some of them"
    mine = getattr(claim.fact, claim.role).end
    return (
        "the source counts only a part of them"
        if partly and claim.reading.facts.text[mine : mine + 4] != " of "
        else ""
    )


def tells_part(claim: Statement, evidence: Statement) -> bool:
    """Whether a claim names what tells a part from its total, or counts only some of them itself."""
    total = next(
        (one for one in evidence.reading.statements if one.fact is evidence.fact and one.role == "total"), None
    )
    if total is None:
        return True
    known = (*total.zone, *total.own, *evidence.measure)
    own = [word for word in weighty((*evidence.zone, *evidence.verb)) if nearest(word, known) < NEAR]
    said = claim.reading.inside(claim.fact.sentence)
    return not own or any(nearest(word, said) >= NEAR for word in own)
