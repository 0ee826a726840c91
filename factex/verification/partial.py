"""Partial counts: whether both of two numbers may be true, since one counts only a part of what the other counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.records import Share, UnitKind
from factex.verification.knowledge import has_phrase, knowledge, listed
from factex.verification.moments import stretch
from factex.verification.numbers import Backing
from factex.verification.reckoning import of_one_sort
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort, excepted
from factex.verification.weighing import is_person, weighed
from factex.verification.words import words_of

if TYPE_CHECKING:
    from factex.verification.statement import Statement

_PARTED = re.compile(r"\b[Oo]f (?:the |all |its |their |some |about |nearly )*$")
_IN_PLACE = re.compile(r"\b(?:in|at|on|from|among|to|by) (?:the |those )?\w", re.IGNORECASE)
_FURTHER = re.compile(r"\b(?:[Aa]nother|[Aa]n? (?:further|additional|extra)|[Aa]dditional|[Ff]urther) $")
_FURTHER_ONES = re.compile(r"\b(?:another|further|additional|extra|more)\b", re.IGNORECASE)
_NAMED = re.compile(r", (?:among (?:them|whom|which)|including) (?:\w+ ){0,2}$")


def both_may_hold(claim: Statement, evidence: Statement) -> bool:
    """Whether a number of the source that is another than the claim's says nothing against it."""
    return (
        bool(of_the_whole(claim, evidence))
        or _graded(claim, evidence)
        or one_of_several(claim, evidence)
        or one_of_a_list(claim, evidence)
        or on_top(claim, evidence)
        or part_of_the_had(claim, evidence)
        or of_a_reckoned_part(claim, evidence)
        or _of_another_thing(claim, evidence)
        or _told_beside(claim, evidence)
        or _left_of_more(claim, evidence)
        or _one_of_two(claim, evidence)
        or _only_room(claim, evidence)
        or _lost_of_level(claim, evidence)
        or excepted(claim) is not excepted(evidence)
        or (not evidence.sum and _for_each(evidence) and not (_for_each(claim) or _averaged(claim)))
    )


def of_the_whole(claim: Statement, evidence: Statement) -> str:
    """Whether the claim tells of a whole what the source tells of its part: `13,870 of 14,300 finished`."""
    if evidence.role != "total" or claim.role == "total":
        return ""
    beside = [one for one in evidence.reading.statements if one.fact is evidence.fact and one.role == "part"]
    if beside and claim.role == "part" and claim.fact.predicate == evidence.fact.predicate:
        return "the source says so of a part of them"  # "84 were off the road", where 19 of the 84 were
    if any(_in_passing(evidence, one) for one in beside):
        return ""
    apart = [word for one in beside for word in one.zone if word not in evidence.zone]
    own = [word for word in claim.subject if not word.name and not word.generic]
    told = weighty((*claim.verb, *own, *(word for word in claim.zone if word.start > claim.anchor)))
    if any(nearest(word, apart) >= NEAR > nearest(word, evidence.zone) for word in told):
        return "the source says so of a part of them"
    where = evidence.reading.inside(evidence.fact.where)
    if where and any(word.name and nearest(word, where) >= NEAR for word in (*claim.subject, *claim.measure)):
        return "the source says so of a part of them"  # "a quarter of the two million live in Ulan Bator"
    if not _PARTED.search(evidence.reading.facts.text[: evidence.anchor]):
        return ""
    if any(nearest(word, evidence.verb) >= NEAR for word in claim.deeds):
        return "the source says so of a part of them"
    return ""


def _in_passing(total: Statement, part: Statement) -> bool:
    """Whether a part is only named beside its total, of which the verb tells: `120 people, among them 14 children,`."""
    text, told = total.reading.facts.text, part.slot("part")
    led = total.anchor < part.anchor and _NAMED.search(text, total.anchor, part.anchor) is not None
    return led and told is not None and text[told.end : told.end + 1] == ","


def has_room(statement: Statement) -> bool:
    """Whether a number is how many a place takes: `which holds 31,500 spectators`."""
    unit = None if statement.interval is None else statement.interval.unit
    people = unit is None or (unit.kind is UnitKind.COUNT and any(map(is_person, words_of(unit.name)[-1:])))
    return _led_by_room(statement) or (
        people and statement.fact.predicate in listed("room") and statement.fact.subject is not None
    )


def _led_by_room(statement: Statement) -> bool:
    """Whether a number stands behind `room for`."""
    return has_phrase(stretch(statement)[: max(0, statement.anchor - statement.bounds[0])], "room_for")


def _lost_of_level(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim tells how many were lost or gained, and the source how many there were."""
    moved = claim.sort is Sort.LEVEL and claim.counts and claim.fact.predicate in listed("losing") | listed("gaining")
    return moved and claim.role == "quantity" and not evidence.sum and evidence.role in ("start", "end")


def _only_room(claim: Statement, evidence: Statement) -> bool:
    """Whether the source tells for how many there is room, and the claim what was done with some of them."""
    done = any(word.stem not in knowledge().having for word in claim.verb)
    return claim.sort is Sort.LEVEL and not evidence.sum and done and _led_by_room(evidence) and not has_room(claim)


def one_of_several(claim: Statement, evidence: Statement) -> bool:
    """Whether the source counts in one place what the claim counts everywhere: `1,340 calls in the north`."""
    if evidence.sum or claim.interval is None or evidence.interval is None or claim.sort is not Sort.LEVEL:
        return False
    if claim.fact.where is not None:
        return _in_a_part(claim, evidence)
    unit, low, high = claim.interval.unit, claim.interval.low, evidence.interval.high
    counted = unit is None or unit.kind is UnitKind.COUNT
    times = claim.reading.inside(claim.when)
    dated = any(nearest(word, evidence.zone) >= NEAR for word in times)
    dated = dated or (claim.when is not None and evidence.when is not None and claim.when.value == evidence.when.value)
    _, end = evidence.bounds
    parted = bool(evidence.elided) and _IN_PLACE.search(evidence.reading.facts.text, evidence.anchor, end) is not None
    named = any(nearest(word, claim.around) >= NEAR for word in evidence.reading.inside(evidence.where) if word.name)
    contrasts = knowledge().contrasts  # "187 in the western half", for a claim of the western half
    named = named or any(word.stem in contrasts and nearest(word, claim.around) >= NEAR for word in evidence.zone)
    placed = (evidence.where is not None and not named) or (parted and not (dated or named))
    return counted and placed and low is not None and high is not None and low >= high


def one_of_a_list(claim: Statement, evidence: Statement) -> bool:
    """Whether the source counts one kind of several where the claim may count all: `13 yachts, 8 boats, 5 kayaks`."""
    heads = [_head_counted(item) for item in (claim, evidence)]
    if (
        not evidence.sum
        and has_phrase(claim.fact.sentence.text, "summing")
        and any(
            one.fact.predicate == evidence.fact.predicate and one.sort is evidence.sort and of_one_sort(evidence, one)
            for one in evidence.reading.statements
            if one.beside(evidence) and one.fact is not evidence.fact and one.anchor > evidence.anchor
        )
    ):
        return True  # "rescued 21 people from a ferry, 16 from a yacht", for "46 people in all"
    low, high = (None if one.interval is None else one.interval.low for one in (claim, evidence))
    if evidence.sum or None in heads or heads[0] == heads[1] or low is None or high is None or low <= high:
        return False
    beside = (
        one for one in evidence.reading.statements
        if one.beside(evidence) and one.anchor != evidence.anchor and one.role == evidence.role
        and one.fact.predicate == evidence.fact.predicate
    )  # fmt: skip
    return any(_head_counted(one) not in (None, heads[1]) for one in beside)


def on_top(claim: Statement, evidence: Statement) -> bool:
    """Whether the source counts further ones, or of another thing: `took options on another 10`, `Another boat`."""
    text, sentence = evidence.reading.facts.text, evidence.fact.sentence
    subject = evidence.fact.subject
    places = [evidence.anchor, *([] if subject is None else [subject.start, subject.start + len("another ")])]
    further = any(_FURTHER.search(text[sentence.start : place]) for place in places)
    unit = None if evidence.interval is None else evidence.interval.unit
    counted = unit is None or unit.kind is UnitKind.COUNT
    return counted and not evidence.sum and further and not _FURTHER_ONES.search(claim.fact.sentence.text)


def part_of_the_had(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim counts a part of those that the source only says are had: `closed 18 of its branches`."""
    whole = claim.slot("whole")
    only_had = bool(evidence.verb) and all(word.stem in knowledge().having for word in evidence.verb)
    had = evidence.sort is Sort.LEVEL and not evidence.sum and only_had
    return had and claim.role == "part" and whole is not None and bool(claim.deeds)


def of_a_reckoned_part(claim: Statement, evidence: Statement) -> bool:
    """Whether a number was reckoned from a share of those of whom the claim tells another deed."""
    if not evidence.sum or not isinstance(evidence.fact, Share) or claim.sort is not Sort.LEVEL:
        return False
    done = [word for word in claim.verb if word.stem not in knowledge().having]
    return bool(done) and all(nearest(word, evidence.verb) < NEAR for word in done)


def _head_counted(statement: Statement) -> str | None:
    unit = None if statement.interval is None else statement.interval.unit
    return unit.name if unit is not None and unit.kind is UnitKind.COUNT else None


def _in_a_part(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim counts in a part of the place for which the source tells no fewer: `in southern Ruland`."""
    high = None if claim.interval is None else claim.interval.high
    low = None if evidence.interval is None else evidence.interval.low
    limits = [word for word in weighty(claim.reading.inside(claim.fact.where)) if not word.name]
    before = () if evidence.fact.where is not None else evidence.reading.before(evidence.fact.sentence)
    told = (*evidence.own, *evidence.around, *before)
    strange = [word for word in limits if nearest(word, told) < NEAR]
    return bool(strange) and len(strange) == len(limits) and high is not None and low is not None and high <= low


def _graded(claim: Statement, evidence: Statement) -> bool:
    """Whether the evidence counts only those who fared so badly or well: `Seven were seriously injured`."""
    told = [word for word in evidence.zone if word.lower in listed("graded")]
    return claim.counts and bool(told) and all(nearest(word, claim.zone) < NEAR for word in told)


def _of_another_thing(claim: Statement, evidence: Statement) -> bool:
    """Whether the evidence has a property of its own, and the claim's only beside that: `a write-off of 5m`."""
    about = weighty((*evidence.subject, *evidence.reading.inside(evidence.fact.measure)))
    wanted = [word for word in weighty(claim.reading.inside(claim.fact.measure)) if not word.generic]
    if evidence.sum or claim.fact.subject is not None or not wanted or not about:
        return False
    strange = all(nearest(word, (*claim.own, *claim.around)) < NEAR for word in about)
    others = [
        word
        for one in evidence.reading.statements
        if one.fact is not evidence.fact and one.beside(evidence)
        for word in (*one.subject, *one.measure)
    ]
    told = any(nearest(word, others) >= NEAR for word in wanted)
    return strange and told and all(nearest(word, about) < NEAR for word in wanted)


def _for_each(statement: Statement) -> bool:
    """Whether a number is told of each of several: `$6 million each`, `Every day of the strike cost 6 million`."""
    subject = statement.fact.subject
    every = subject is not None and subject.text.lower().startswith(("every ", "each "))
    return every or has_phrase(stretch(statement), "for_each")


def _averaged(claim: Statement) -> bool:
    """Whether a claim tells of an average, which is that of each."""
    return has_phrase(claim.fact.sentence.text, "averages")


def _one_of_two(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim tells of several together, and the source of one of them: `Together, A and B won 58 seats`."""
    subject = claim.fact.subject
    joined = subject is not None and " and " in subject.text and evidence.fact.subject is not None
    summed = has_phrase(claim.fact.sentence.text, "summing")
    names = [word for word in evidence.subject if word.name]
    strange = [word for word in claim.subject if word.name and nearest(word, names) < NEAR]
    return joined and summed and bool(names) and bool(strange) and not evidence.sum


def _left_of_more(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim counts what is still there, and the source how many there once were: `still 180 soldiers`."""
    left = [has_phrase(stretch(item), "left_over") for item in (claim, evidence)]
    low, high = (None if one.interval is None else one.interval.low for one in (claim, evidence))
    fewer = low is not None and high is not None and low < high
    return left == [True, False] and fewer and claim.counts and has_phrase(stretch(evidence), "once_there")


def _told_beside(claim: Statement, evidence: Statement) -> bool:
    """Whether the evidence's number is the total of the claim's part."""
    told = claim.reading.statements if claim.role == "part" else ()
    beside = (one for one in told if one.fact is claim.fact and one.role == "total")
    return not evidence.sum and any(weighed(one, evidence)[0] is Backing.ENTAILED for one in beside)
