"""Matching: whether two statements speak of the same thing, by parts that can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import Change, Comparison, UnitKind
from factex.verification import conflicts
from factex.verification.check import Match
from factex.verification.knowledge import implied, knowledge, listed
from factex.verification.places import place_of
from factex.verification.scopes import LATER, NEAR, Scopes, nearest, shown, telling, weighty
from factex.verification.statement import Sort
from factex.verification.times import time_of
from factex.verification.words import Word, opposed, opposite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.verification.statement import Statement


NAME, NOUN, GENERIC = 2.0, 1.0, 0.4
# What subject, measure and context weigh against one another.
WEIGHTS = (1.5, 1.0, 0.8)
# What the subject weighs where the claim has another, but names that of the source: `visitors pay`, `a ticket costs`.
TOLD_OTHERWISE = 0.3
LEAST = 0.5
_AT_WORK = re.compile(r" (?:at|from|with) (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)")
# For whom somebody speaks, behind a name of the office: "A spokesman for the rebels".
_FOR_WHOM = re.compile(r" (?:for|of|at) (?:the )?[\w’'-]+(?: [A-Z][\w’'-]*)*")
# In what somebody says it: "said in a report".
_SAID_IN = re.compile(
    r" (?:said|says|wrote|write|reported|noted|announced|found) in (?:an?|its|the|their|his|her)"
    r" (?:[\w-]+ ){0,2}[\w-]+"
)
# How adjectives end that only describe.
_DESCRIBING = re.compile(r"(?:al|ive|ous|ic|y|ed|ing|an|ese|ful|less|est|er|ern|ish|able|ible|ent|ant|en)$")
# A noun with the one before it.
_PAIR = 2
# What leads one who was told of before, and how far back it is looked for: "the 34-year-old teacher".
_THE = re.compile(r"\b[Tt]he (?:\d+-year-old )?(?:-year-old )?$|\b[Tt]he \d+$")
_SHORT = 20
# How near words of one group of synonyms are, and the same words.
SYNONYM = 0.9
_SAME = 0.95


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a claim and a statement of a source match.

    Attributes:
        match: The parts.
        conflict: What shows that they speak of different things; empty where nothing does.
        familiar: Whether the claim names all that the source's statement is about.
        score: How sure it is that they speak of the same thing, from 0 to 1.
    """

    match: Match
    conflict: str
    score: float
    familiar: bool = False


def likeness(claim: Statement, evidence: Statement) -> Likeness:
    """How a claim matches a statement of a source."""
    scopes = evidence.scopes
    subject, subject_conflict = _about(claim.subject, claim, evidence, scopes)
    order = _order_of(claim, evidence) if claim.sort is Sort.RANK else ()
    measure, measure_conflict = _of([word for word in claim.measure if word not in order], claim, evidence, scopes)
    measure_conflict = measure_conflict or _other_measure(claim, evidence, scopes)
    right = evidence.slot("right")
    both_move = isinstance(claim.fact, Change) and (
        isinstance(evidence.fact, Change) or (right is not None and right.subject is None)
    )
    moving = both_move or claim.sort not in (Sort.LEVEL, Sort.PART, Sort.RANK)
    reckoned = claim.sort is Sort.RANK and bool(evidence.sum)
    verb = () if moving or reckoned else claim.verb  # what moves is told by the number: "doubled"
    taken = {word.start for word in (*claim.subject, *claim.measure, *(claim.verb if moving else ()))}
    rest = [word for word in (*verb, *claim.around) if word.start not in taken]
    context, context_conflict = _of(rest, claim, evidence, scopes)
    if subject is measure is context is None:  # "It is 683 kilometres long": only what tells it apart
        inside = claim.reading.inside(claim.fact.sentence)
        context = coverage(telling(rest), scopes, every=True) or coverage(inside, scopes)
    time, time_conflict = time_of(claim, evidence)
    if claim.fact.rule == "measurement.attributive":  # "a two-bedroom flat", at any time
        time, time_conflict, context_conflict = max(time, 0.0), "", ""
    place, place_conflict = place_of(claim, evidence, scopes)
    if claim.aged and evidence.aged:  # told of somebody, whatever else the sentence tells
        place, place_conflict, context_conflict = max(place, 0.0), "", ""
        context = max(context or 0.0, subject) if subject is not None and subject >= NEAR else context
    speaker, speaker_conflict = _speaker(claim, evidence)
    if not measure and _implied(claim, evidence):
        measure = None  # "has a mass of 2,450 kilograms", where the source only has the kilograms
    if all(word.generic for word in weighty(claim.measure)) and not measure:
        measure = None  # "412,300 people": nothing but a number of them
    said = (*claim.own, *claim.around)
    own = weighty(evidence.subject)
    familiar = bool(own or evidence.subject) and all(nearest(word, said) >= NEAR for word in own)
    weights = WEIGHTS if not familiar or (subject or 0.0) >= LEAST else (TOLD_OTHERWISE, *WEIGHTS[1:])
    known = [
        (part, weight) for part, weight in zip((subject, measure, context), weights, strict=True) if part is not None
    ]
    score = sum(part * weight for part, weight in known) / (sum(weight for _, weight in known) or 1.0)
    match = Match(
        subject=_signed(subject, subject_conflict), measure=_signed(measure, measure_conflict),
        context=_signed(context, context_conflict), time=time, place=place, speaker=speaker,
    )  # fmt: skip
    against = (
        subject_conflict, measure_conflict, time_conflict, place_conflict, speaker_conflict, context_conflict,
    )  # fmt: skip
    conflict = next(filter(None, against), "") or conflicts.first(claim, evidence, scopes)
    return Likeness(match, conflict, score, familiar)


def _order_of(claim: Statement, evidence: Statement) -> Sequence[Word]:
    """The words by which a claim ranks, where the source ranks the other way round or only tells who is ahead."""
    words, told = (item.reading.inside(item.slot("attribute")) for item in (claim, evidence))
    turned = any(opposite(word, other) for word in words for other in told)
    return words if evidence.sum or turned else ()


def _implied(claim: Statement, evidence: Statement) -> bool:
    """Whether the property that the claim names is told by the unit alone, and the source names none."""
    unit = None if claim.interval is None else claim.interval.unit
    words = () if unit is None else implied().get(unit.dimension, ())
    measure = claim.reading.inside(claim.fact.measure)
    return evidence.fact.measure is None and bool(measure) and measure[-1].lower in words


def _signed(part: float | None, conflict: str) -> float:
    return -1.0 if conflict else 0.0 if part is None else round(part, 2)


def coverage(words: Sequence[Word], scopes: Scopes, *, every: bool = False) -> float | None:
    """How much of some words is found about a statement, from 0 to 1; None where there is nothing to find."""
    chosen = words if every else weighty(words)
    weights = [(word, NAME if word.name else GENERIC if word.generic else NOUN) for word in chosen]
    if not weights:
        return None
    return sum(weight * scopes.level(word) for word, weight in weights) / sum(weight for _, weight in weights)


def _of(words: Sequence[Word], claim: Statement, evidence: Statement, scopes: Scopes) -> tuple[float | None, str]:
    """Coverage, and a word that rules out one of the claim's."""
    told = coverage(words, scopes)
    contrasts, months = knowledge().contrasts, table("times")["months"]
    periods = listed("stretches")
    ranked = claim.reading.inside(claim.slot("attribute"))  # the opposite of a rank says more than another thing
    telling_apart = [word for word in words if word.stem in contrasts and word not in ranked]
    if not telling_apart:
        return told, ""
    near = {word.start for word in (*claim.own, *claim.zone)}
    said = (*claim.own, *claim.around, *claim.zone)
    for word in telling_apart:
        if word.stem == "make" and _priced(claim):
            continue  # "made £174,000": no product
        if word.start not in near or (evidence.sum and word.lower in months):  # of reckoned numbers the times tell more
            continue
        if nearest(word, evidence.own) >= SYNONYM or nearest(word, evidence.zone) >= _SAME:
            continue
        if word.lower in months and _ends_a_stretch(word, evidence):
            continue
        for other in (*evidence.own, *evidence.zone):
            if other.lower in periods:
                continue  # "up 8% from a year earlier" tells no yearly number
            if opposed(word, other) and nearest(other, said) < SYNONYM:  # "net" is a word for profit, too
                return told, f"the source speaks of {other.lower!r}, not of {word.lower!r}"
    return told, ""


def _priced(claim: Statement) -> bool:
    unit = None if claim.interval is None else claim.interval.unit
    return unit is not None and unit.kind is UnitKind.CURRENCY


def _ends_a_stretch(month: Word, evidence: Statement) -> bool:
    """Whether a sentence names a month as the end of a stretch: `between April and June, which left it with 2.2`."""
    times = (fact.when for fact in evidence.reading.of(evidence.fact.sentence))
    return any(
        time is not None and time.relation == "from_to" and time.text.lower().endswith(month.lower) for time in times
    )


def _about(words: Sequence[Word], claim: Statement, evidence: Statement, scopes: Scopes) -> tuple[float | None, str]:
    """Coverage of the subject, and why another subject is meant."""
    told, conflict = _of(words, claim, evidence, scopes)
    if conflict or told is None:
        return told, conflict
    own, wanted = weighty(evidence.subject), weighty(words)
    said = (*claim.own, *claim.around)
    conflict = (
        _named(wanted, own, said, evidence, scopes)
        or _of_the_other(wanted, own, claim, evidence)
        or _of_another_sort(claim, evidence)
    )
    if conflict or not wanted:
        return told, conflict
    found = max(nearest(word, scopes.own) for word in wanted)
    strange = [word for word in own if not word.generic and nearest(word, said) < NEAR]
    if evidence.fact.predicate in listed("recording") and all(word.lower in listed("recorders") for word in strange):
        return told, ""  # "Police recorded 12 percent fewer burglaries"
    if (
        found < NEAR
        and strange
        and not _described(evidence)
        and len(strange) == len([word for word in own if not word.generic])
    ):
        return told, f"the source says so of {shown(strange)}"
    heads = [word for word in wanted if not word.generic and not word.name]
    if (
        own
        and strange
        and heads
        and len(heads) == len([word for word in wanted if not word.generic])
        and scopes.level(heads[-1]) < LATER
    ):
        return told, f"the source does not speak of {heads[-1].lower!r}"
    return told, ""


def _other_measure(claim: Statement, evidence: Statement, scopes: Scopes) -> str:
    """Why another property is meant: the source gives the number of marriages, not the birth rate."""
    if evidence.sum or claim.sort is Sort.LEVEL or claim.fact.measure is None or evidence.fact.measure is None:
        return ""
    wanted, told = (
        [word for word in weighty(item.reading.inside(item.fact.measure)) if not word.generic]
        for item in (claim, evidence)
    )
    said = (*claim.own, *claim.around)
    strange = [word for word in told if nearest(word, said) < NEAR]
    lost = all(nearest(word, (*scopes.own, *scopes.sentence)) < LEAST for word in wanted)
    return f"the source says so of {shown(strange)}" if wanted and lost and len(strange) == len(told) > 0 else ""


def _named(
    wanted: Sequence[Word], own: Sequence[Word], said: Sequence[Word], evidence: Statement, scopes: Scopes
) -> str:
    """Why names show that another thing is meant; empty where they don't."""
    names = [word for word in wanted if word.name and not word.lower.isdigit()]
    if not names:
        return ""
    theirs = [word for word in own if word.name]
    about = (*evidence.subject, *evidence.reading.apposition(evidence.fact.subject), *_where_they_work(evidence))
    shared = [word for word in names if nearest(word, about) >= NEAR]
    strange = [word for word in theirs if nearest(word, said) < NEAR]
    if strange and not shared:
        return f"the source says so of {shown(strange)}, not of {shown(names)}"
    lost = [word for word in names if nearest(word, (*scopes.sentence, *scopes.own)) < NEAR]
    if strange and lost:
        return f"the source says so of {shown(strange)}, not of {shown(lost)}"
    gone = [word for word in lost if nearest(word, (*scopes.others, *scopes.earlier)) < NEAR]
    if gone and (own or len(gone) == len(names)):
        return f"the source does not say so of {shown(gone)}"
    return ""


def _of_the_other(wanted: Sequence[Word], own: Sequence[Word], claim: Statement, evidence: Statement) -> str:
    """Whether the source says of another whom the claim names what the claim says of its subject, by the same verb."""
    names, theirs = ([word for word in words if word.name] for words in (wanted, own))
    same = claim.fact.predicate == evidence.fact.predicate and not evidence.sum
    same = same and claim.sort in (Sort.LEVEL, Sort.PART) and not isinstance(claim.fact, Comparison)
    if not same or not names or not theirs or any(nearest(word, theirs) >= NEAR for word in names):
        return ""
    if any(word.lower == "by" for word in (*claim.zone, *evidence.zone)) or _where_they_work(evidence):
        return ""
    said = [word for word in claim.around if word.name]
    if evidence.reading.apposition(evidence.fact.subject) or any(nearest(word, said) < NEAR for word in theirs):
        return ""
    return f"the source says so of {shown(theirs)}, not of {shown(names)}"


def _of_another_sort(claim: Statement, evidence: Statement) -> str:
    """Whether the source says so of another sort of the same thing: `the chess festival`, `the bridge festival`."""
    mine, yours = (list(item.reading.inside(item.fact.subject))[-_PAIR:] for item in (claim, evidence))
    if len(mine) < _PAIR or len(yours) < _PAIR or mine[1].stem != yours[1].stem or mine[1].name:
        return ""
    one, other = mine[0], yours[0]
    if any(word.light or word.generic or word.name or _DESCRIBING.search(word.lower) for word in (one, other)):
        return ""
    strange = nearest(one, evidence.reading.words) < NEAR and nearest(other, claim.reading.words) < NEAR
    return f"the source says so of {shown(yours)}" if strange else ""


def _where_they_work(evidence: Statement) -> Sequence[Word]:
    """The name of the house for which the people of a subject act: `Surgeons at the Sandor Clinic performed`."""
    subject = evidence.fact.subject
    match = None if subject is None else _AT_WORK.match(evidence.reading.facts.text, subject.end)
    if match is None:
        return ()
    return evidence.reading.stretch(*match.span(1))


def _described(evidence: Statement) -> bool:
    """Whether the subject is a pronoun or a description of something told before: `The goalkeeper`."""
    mention = evidence.fact.subject
    if mention is None or any(word.name for word in evidence.subject):
        return False
    if mention.antecedent is not None and mention.text.lower() in listed("pronouns"):
        return True
    text = evidence.reading.facts.text
    led = _THE.search(text[max(0, mention.start - _SHORT) : mention.start])
    return led is not None and mention.start - len(led.group()) > 1


def speakers(statement: Statement) -> Sequence[Word]:
    """The words of who says so, with those for whom: `A spokesman for the rebels`."""
    source = statement.fact.source
    if source is None:
        return ()
    text = statement.reading.facts.text
    match = _FOR_WHOM.match(text, source.end) or _SAID_IN.match(text, source.end)
    behind = () if match is None else statement.reading.stretch(source.end, match.end())
    return (*statement.reading.mention(source), *behind)


def _speaker(claim: Statement, evidence: Statement) -> tuple[float, str]:
    """Whether who says so says so in the source."""
    wanted = weighty(speakers(claim))
    wanted = [word for word in wanted if not word.generic] or wanted
    if not wanted:
        return 0.0, ""
    named = [word for word in wanted if word.name] or wanted
    source = evidence.fact.source
    told = (*speakers(evidence), *(evidence.subject if source is None else ()))
    heads = weighty(claim.reading.mention(claim.fact.source))
    if any(nearest(word, told) >= NEAR for word in (*wanted, *heads[:1])):
        return 1.0, ""
    if all(nearest(word, evidence.reading.words) < NEAR for word in named):
        return -1.0, f"the source does not name {shown(wanted)} as who says so"
    if source is not None:
        return -1.0, f"the source has that from {source.resolved.text!r}"
    if any(nearest(word, evidence.near) >= NEAR for word in named):
        return 1.0, ""
    return -1.0, f"the source does not have that from {shown(wanted)}"
