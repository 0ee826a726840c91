"""The verdict on one statement: what the statements of a source, stated and reckoned, say about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.records import Comparison, Share
from factex.verification.absence import none_told
from factex.verification.check import Match, Verdict
from factex.verification.counting import part_only, tells_part
from factex.verification.indirect import indirect
from factex.verification.knowledge import knowledge
from factex.verification.match import Likeness, likeness
from factex.verification.numbers import Backing
from factex.verification.opinions import Opinion, strongest
from factex.verification.pairing import opinion, tells_other_deed
from factex.verification.polarity import same_state
from factex.verification.scopes import EARLIER, NEAR, nearest
from factex.verification.sorts import comparable
from factex.verification.unreal import modal
from factex.verification.weighing import weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

# By how much a number that does not agree has to be nearer than one that does.
MARGIN = 0.06
_SPACE = re.compile(r"\s+")


_IDENTICAL = Likeness(Match(subject=1, measure=1, context=1, time=1), "", 1.0, familiar=True)


def judge(claim: Statement, reading: Reading) -> Opinion:
    """The verdict of one source on one statement.

    The statement of the source that speaks most clearly of the same thing decides. A number that agrees counts only
    where no other number of the same sort is nearer to the claim.
    """
    for evidence in reading.statements:
        if _repeated(claim, evidence) and weighed(claim, evidence)[0] is Backing.ENTAILED:
            return Opinion(Verdict.SUPPORTED, "the source says the same sentence", evidence, _IDENTICAL)
    state = same_state(claim, reading)
    if state is not None:
        verdict = Verdict.SUPPORTED if state[1] else Verdict.CONTRADICTED
        told = state[0].fact.sentence.text.strip()
        return Opinion(verdict, f"the source says {told!r}", state[0], likeness(claim, state[0]))
    none = none_told(claim, reading)
    if none is not None:
        return Opinion(Verdict.CONTRADICTED, f"the source says {none!r}")
    opinions = [opinion(claim, evidence) for evidence in comparable(claim, reading)]
    best = strongest(opinions)
    if best is not None and best.verdict is Verdict.SUPPORTED:
        rivals = [one for one in opinions if one.verdict is Verdict.CONTRADICTED and one.evidence is not None]
        if best.evidence is not None and not tells_other_deed(claim, best.evidence):
            rivals = [one for one in rivals if one.evidence is not None and not tells_other_deed(claim, one.evidence)]
        rivals = [one for one in rivals if not _background(claim, best, one)]
        nearer = strongest(rivals)
        if nearer is not None and nearer.nearness > best.nearness + MARGIN:
            return nearer
        measured = strongest(one for one in rivals if _better_measured(claim, best, one))
        if measured is not None:
            return measured
        if nearer is not None and _undecided(best, nearer):
            return Opinion(
                Verdict.UNSUPPORTED, "the source leaves open which number is meant", best.evidence, best.like
            )
        return best
    if best is not None and best.verdict is Verdict.CONTRADICTED:
        agreeing = _agreeing(claim, best, opinions)
        if agreeing is not None:
            return agreeing
    if best is None or best.verdict is Verdict.UNSUPPORTED:
        best = indirect(claim, reading, opinions) or best
    return best or Opinion(Verdict.UNSUPPORTED, "no figure of the source speaks of this")


def _agreeing(claim: Statement, best: Opinion, opinions: Sequence[Opinion]) -> Opinion | None:
    """The opinion whose number agrees that says more than the one that rules the claim out; None where none does."""
    same = (one for one in opinions if one.agrees and _one_fact(one, best))
    beside = max(same, key=lambda one: one.nearness, default=None)
    if beside is not None and beside.nearness >= best.nearness - MARGIN:
        had = beside.evidence is not None and _of_those_had(claim, beside.evidence)
        roles = [None if one.evidence is None else one.evidence.role for one in (beside, best)]
        had = had or roles == ["total", "part"]  # "cut 3,900 jobs", where 1,150 of the 3,900 go
        if not had and (beside.match is None or beside.match.context >= 0):
            return beside
    nearer = (one for one in opinions if _agrees_nearer(claim, one, best))
    return max(nearer, key=lambda one: one.nearness, default=None)


def _agrees_nearer(claim: Statement, one: Opinion, best: Opinion) -> bool:
    """Whether a number that agrees, though the source lacks a word of the claim, is nearer than the one against it."""
    if not one.agrees or one.like is None or one.evidence is None or one.nearness <= best.nearness + MARGIN:
        return False
    return not one.like.conflict and not modal(claim, one.evidence)


def _background(claim: Statement, best: Opinion, rival: Opinion) -> bool:
    """Whether a rival number only stands behind the one that agrees: the total of a part, the side held against it."""
    told = rival.evidence
    if told is None or claim.role in ("total", "right"):
        return False
    if claim.before and best.evidence is not None and best.evidence.before and not told.before:
        return True  # "fell from 70 percent", where the source has 61 now
    against = told.role == "right" and claim.when is None and _one_fact(best, rival)
    return against or (told.role == "total" and best.evidence is not None and best.evidence.role in ("start", "end"))


def _better_measured(claim: Statement, best: Opinion, rival: Opinion) -> bool:
    """Whether a rival number is of the very property that the claim names, and the agreeing one of one like it.

    `Net interest income was €1.2 billion. Net profit was €430 million` has 430 for a claim about net profit.
    """
    told = claim.fact.measure or claim.fact.subject
    words = [word for word in claim.reading.inside(told) if not word.light]
    wanted = {word.stem for word in words}
    if not wanted or best.evidence is None or rival.evidence is None or any(word.name for word in words):
        return False
    mine, other = (
        {word.stem for word in one.reading.inside(one.fact.measure or one.fact.subject)}
        for one in (best.evidence, rival.evidence)
    )
    measured = claim.fact.measure is None or best.evidence.fact.measure is not None
    return bool(mine) and measured and wanted <= other and not wanted <= mine


def _undecided(one: Opinion, other: Opinion) -> bool:
    """Whether two numbers are told as near to the claim, and neither of the thing that it names."""
    parts = (one.match, other.match)
    unnamed = all(part is not None and 0 < part.subject <= EARLIER for part in parts)
    if not unnamed or one.match is None or other.match is None or one.match.time > other.match.time:
        return False
    return not _one_fact(one, other) and abs(one.nearness - other.nearness) <= MARGIN


def _one_fact(one: Opinion, other: Opinion) -> bool:
    """Whether two opinions rest on two numbers of one comparison or share."""
    if one.evidence is None or other.evidence is None:
        return False
    return isinstance(one.evidence.fact, Comparison | Share) and one.evidence.fact is other.evidence.fact


def _of_those_had(claim: Statement, evidence: Statement) -> bool:
    """Whether the evidence counts a part of what somebody has, and the claim all: `employs 540, 90 of them`."""
    if evidence.role == "part" and not claim.deeds and not tells_part(claim, evidence):
        return True  # "has a student body of 2,480", where 2,480 of the 9,300 come from abroad
    having = knowledge().having
    near = any(nearest(word, (*claim.zone, *claim.measure)) >= NEAR for word in evidence.verb)
    return bool(part_only(claim, evidence)) and (near or all(word.stem in having for word in evidence.verb))


def _repeated(claim: Statement, evidence: Statement) -> bool:
    """Whether claim and evidence are the same sentence, about the same thing."""
    if claim.role != evidence.role:
        return False
    one, other = (_SPACE.sub(" ", item.fact.sentence.text) for item in (claim, evidence))
    if one != other:
        return False
    about = [item.fact.subject for item in (claim, evidence)]
    named = [None if one is None or one.antecedent is None else one.resolved.text for one in about]
    return named[0] == named[1] or None in named
