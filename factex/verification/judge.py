"""The verdict on one statement: what the statements of a source, stated and reckoned, say about it."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.records import Comparison, Share, UnitKind
from factex.verification import axes
from factex.verification.absence import none_told
from factex.verification.check import Match, Verdict
from factex.verification.conflicts import DENIED, part_only, tells_part
from factex.verification.grounds import contrary, missing, untold
from factex.verification.knowledge import has_phrase, knowledge
from factex.verification.match import Likeness, likeness, speakers
from factex.verification.moments import stretch
from factex.verification.numbers import Backing
from factex.verification.opinions import Opinion, strongest
from factex.verification.partial import both_may_hold
from factex.verification.periods import within, within_another
from factex.verification.polarity import same_state
from factex.verification.scopes import EARLIER, NEAR, nearest, telling, weighty
from factex.verification.sorts import comparable
from factex.verification.spans import spanned
from factex.verification.statement import Sort, Statement
from factex.verification.swaps import rightful, same_value
from factex.verification.unreal import modal
from factex.verification.weighing import evidence_text, other_deed, weighed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.verification.reading import Reading

# How alike claim and evidence have to be: for a number that agrees, and for one that does not.
SUPPORT = 0.6
CONTRADICT = 0.65
# The parts that neither may fall below.
LEAST_SUBJECT = 0.5
LEAST_MEASURE = 0.45
LEAST_CONTEXT = 0.4
SURE_SUBJECT = 0.6
SURE_MEASURE = 0.55
# By how much a number that does not agree has to be nearer than one that does.
MARGIN = 0.06
_FRAME = re.compile(r"\b(?:over|in|within|during|for|after)(?: the)?(?: past| last| next| coming)? $", re.IGNORECASE)
# How alike a number of the claim's time has to be, where the claim has its neighbour's.
_LEAST_OTHER = 0.45
_COMPOUND = re.compile(r"[\w.,]+(?:-[a-z]+)+")
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
    opinions = [_weigh(claim, evidence) for evidence in comparable(claim, reading)]
    best = strongest(opinions)
    if best is not None and best.verdict is Verdict.SUPPORTED:
        rivals = [one for one in opinions if one.verdict is Verdict.CONTRADICTED and one.evidence is not None]
        if best.evidence is not None and not _other_deed(claim, best.evidence):
            rivals = [one for one in rivals if one.evidence is not None and not _other_deed(claim, one.evidence)]
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
        best = (
            _described(claim, reading)
            or _at_other_time(claim, opinions)
            or _said_otherwise(claim, reading, opinions)
            or _swapped(claim, reading)
            or _framed(claim, reading, opinions)
            or _over_years(claim, reading)
            or best
        )
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


def _over_years(claim: Statement, reading: Reading) -> Opinion | None:
    """The opinion that two years of the source make the number of years that the claim tells, or another one."""
    told = spanned(claim, reading)
    if told is None:
        return None
    verdict = Verdict.SUPPORTED if told[0] is Backing.ENTAILED else Verdict.CONTRADICTED
    return Opinion(verdict, told[1])


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


def _weigh(claim: Statement, evidence: Statement) -> Opinion:
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
        and (same or not _other_deed(claim, evidence))
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
    if near and _misscaled(claim, evidence) and not modal(claim, evidence):
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


def _of_those_had(claim: Statement, evidence: Statement) -> bool:
    """Whether the evidence counts a part of what somebody has, and the claim all: `employs 540, 90 of them`."""
    if evidence.role == "part" and not claim.deeds and not tells_part(claim, evidence):
        return True  # "has a student body of 2,480", where 2,480 of the 9,300 come from abroad
    having = knowledge().having
    near = any(nearest(word, (*claim.zone, *claim.measure)) >= NEAR for word in evidence.verb)
    return bool(part_only(claim, evidence)) and (near or all(word.stem in having for word in evidence.verb))


def _other_deed(claim: Statement, evidence: Statement) -> bool:
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
