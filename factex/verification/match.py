"""Matching: whether two statements speak of the same thing, by parts that can be read."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.records import UnitKind
from factex.verification.check import Match
from factex.verification.words import Word, knowledge, nearness, opposed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factex.records import TimeRef
    from factex.verification.statement import Statement

# How much a word found there says that the same thing is meant: in the statement's own slots or sentence, in a slot of
# another fact of that sentence, earlier in the text, later in the text.
OWN, SENTENCE, OTHER, EARLIER, LATER = 1.0, 0.75, 0.35, 0.7, 0.2
NAME, NOUN = 2.0, 1.0
NEAR = 0.75
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_EDTF = re.compile(r"(\d{4}|\d{3}X)(?:-(\d\d))?(?:-(\d\d))?$")
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_CUES = frozenset(
    ("before", "previously", "formerly", "used", "old", "earlier", "former", "prior", "until", "initially", "originally",
     "previous", "once", "start", "started", "began", "ago", "last", "then", "had", "from")
)  # fmt: skip


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
    scopes = _Scopes(evidence)
    subject, subject_conflict = _about(claim.subject, claim, evidence, scopes)
    measure, measure_conflict = _of(claim.measure, claim, evidence, scopes)
    taken = {word.start for word in (*claim.subject, *claim.measure)}
    rest = [word for word in (*claim.verb, *claim.around) if word.start not in taken]
    context, context_conflict = _of(rest, claim, evidence, scopes)
    lost = _denied(claim, evidence) or _part_only(claim, evidence) or _elsewhere(claim, scopes) or _rival(claim, evidence) or _period(claim, evidence) or _reference(claim, evidence) or _swept(claim, evidence)
    time, time_conflict = _time(claim, evidence)
    place, place_conflict = _place(claim, evidence, scopes)
    speaker, speaker_conflict = _speaker(claim, evidence)
    if all(word.generic for word in weighty(claim.measure)) and not measure:
        measure = None
    parts = [(subject, 1.5), (measure, 1.0), (context, 0.8)]
    known = [(part, weight) for part, weight in parts if part is not None]
    score = sum(part * weight for part, weight in known) / (sum(weight for _, weight in known) or 1.0)
    match = Match(
        subject=_signed(subject, subject_conflict), measure=_signed(measure, measure_conflict),
        context=_signed(context, context_conflict), time=time, place=place, speaker=speaker,
    )  # fmt: skip
    conflicts = (
        subject_conflict, measure_conflict, time_conflict, place_conflict, speaker_conflict, context_conflict, lost,
    )  # fmt: skip
    said = (*claim.own, *claim.around)
    own = weighty(evidence.subject)
    familiar = bool(own) and all(nearest(word, said) >= NEAR for word in own)
    return Likeness(match, next(filter(None, conflicts), ""), score, familiar)


def _signed(part: float | None, conflict: str) -> float:
    return -1.0 if conflict else 0.0 if part is None else round(part, 2)


class _Scopes:
    """The words about a statement, by how near they stand to it."""

    def __init__(self, evidence: Statement) -> None:
        kept = {word.start for word in evidence.own}
        self.own = (*evidence.own, *(word for word in evidence.near if word.start not in kept))
        self.sentence = evidence.around
        self.others = evidence.others
        self.earlier = evidence.reading.before(evidence.fact.sentence)
        self.later = evidence.reading.behind(evidence.fact.sentence)

    def level(self, word: Word) -> float:
        """How far a word of a claim is found about the statement."""
        best = 0.0
        for words, weight in ((self.own, OWN), (self.sentence, SENTENCE), (self.others, OTHER), (self.earlier, EARLIER), (self.later, LATER)):
            if best >= weight:
                break
            best = max(best, weight * nearest(word, words))
        return best


def nearest(word: Word, words: Iterable[Word]) -> float:
    """How near the nearest of some words is."""
    best = 0.0
    for other in words:
        near = nearness(word, other)
        if near > best:
            best = near
            if near == 1.0:
                break
    return best


def weighty(words: Iterable[Word]) -> list[Word]:
    """The words that tell which thing is meant, each stem once."""
    return list({word.stem: word for word in words if not word.light}.values())


def telling(words: Iterable[Word]) -> list[Word]:
    """As `weighty`, and the words that only tell two of a kind apart: `the old one`."""
    contrasts = knowledge().contrasts
    return list({word.stem: word for word in words if not word.light or word.stem in contrasts}.values())


def coverage(words: Sequence[Word], scopes: _Scopes) -> float | None:
    """How much of some words is found about a statement, from 0 to 1; None where there is nothing to find."""
    weights = [(word, NAME if word.name else 0.4 if word.generic else NOUN) for word in weighty(words)]
    if not weights:
        return None
    return sum(weight * scopes.level(word) for word, weight in weights) / sum(weight for _, weight in weights)


def _of(words: Sequence[Word], claim: Statement, evidence: Statement, scopes: _Scopes) -> tuple[float | None, str]:
    """Coverage, and a word that rules out one of the claim's."""
    told = coverage(words, scopes)
    said = (*claim.own, *claim.around)
    for word in words:
        if nearest(word, evidence.own) >= NEAR or nearest(word, evidence.around) >= 0.95:
            continue
        for other in (*evidence.own, *evidence.around):
            if opposed(word, other) and nearest(other, said) < NEAR:
                return told, f"the source speaks of {other.lower!r}, not of {word.lower!r}"
    return told, ""


def _about(words: Sequence[Word], claim: Statement, evidence: Statement, scopes: _Scopes) -> tuple[float | None, str]:
    """Coverage of the subject, and why another subject is meant."""
    told, conflict = _of(words, claim, evidence, scopes)
    if conflict or told is None:
        return told, conflict
    own, wanted = weighty(evidence.subject), weighty(words)
    said = (*claim.own, *claim.around)
    conflict = _named(wanted, own, said, evidence, scopes)
    if conflict or not wanted:
        return told, conflict
    found = max(nearest(word, scopes.own) for word in wanted)
    strange = [word for word in own if not word.generic and nearest(word, said) < NEAR]
    if found < NEAR and strange and not _described(evidence) and len(strange) == len([word for word in own if not word.generic]):
        return told, f"the source says so of {_shown(strange)}"
    heads = [word for word in wanted if not word.generic and not word.name]
    if own and strange and heads and len(heads) == len([word for word in wanted if not word.generic]) and scopes.level(heads[-1]) < LATER:
        return told, f"the source does not speak of {heads[-1].lower!r}"
    return told, ""


def _named(
    wanted: Sequence[Word], own: Sequence[Word], said: Sequence[Word], evidence: Statement, scopes: _Scopes
) -> str:
    """Why names show that another thing is meant; empty where they don't."""
    names = [word for word in wanted if word.name]
    if not names:
        return ""
    theirs = [word for word in own if word.name]
    shared = [word for word in names if nearest(word, evidence.subject) >= NEAR]
    strange = [word for word in theirs if nearest(word, said) < NEAR]
    if strange and not shared:
        return f"the source says so of {_shown(strange)}, not of {_shown(names)}"
    lost = [word for word in names if nearest(word, (*scopes.sentence, *scopes.own)) < NEAR]
    if strange and lost:
        return f"the source says so of {_shown(strange)}, not of {_shown(lost)}"
    gone = [word for word in lost if nearest(word, (*scopes.others, *scopes.earlier)) < NEAR]
    if gone and (own or len(gone) == len(names)):
        return f"the source does not say so of {_shown(gone)}"
    return ""


def _described(evidence: Statement) -> bool:
    """Whether the subject is a description of something told before: `The goalkeeper`."""
    mention = evidence.fact.subject
    if mention is None or any(word.name for word in evidence.subject):
        return False
    text = evidence.reading.facts.text
    return text[max(0, mention.start - 4) : mention.start].lower() == "the " and mention.start > 4


_NOT = frozenset(("not", "never", "no", "without", "none", "nobody", "neither", "nor", "fail", "failed", "fails", "refused", "denied"))


def _denied(claim: Statement, evidence: Statement) -> str:
    """Whether one of the two is denied beside its number: `believe he should not be removed`."""
    if evidence.more or claim.fact.negated or evidence.fact.negated:
        return ""
    said, told = (any(word.lower in _NOT or word.lower.endswith(("n't", "n’t")) for word in item.near) for item in (claim, evidence))
    return "" if said == told else "one of the two is denied"


def _part_only(claim: Statement, evidence: Statement) -> str:
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
    return "the source counts only a part of them" if partly and claim.reading.facts.text[mine : mine + 4] != " of " else ""


def _elsewhere(claim: Statement, scopes: _Scopes) -> str:
    """A word of the claim that the source has only behind the statement, where it speaks of something else."""
    source = claim.reading.mention(claim.fact.source)
    for word in weighty(claim.near):
        if word.generic or word in source or scopes.level(word) > LATER:
            continue
        if any(word.stem == other.stem for other in scopes.later):
            return f"the source speaks of {word.lower!r} elsewhere"
    return ""


def _rival(claim: Statement, evidence: Statement) -> str:
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
    behind = {word.start: before.lower for before, word in itertools.pairwise(claim.reading.inside(claim.fact.sentence))}
    for word in weighty(claim.around):
        if not word.name and behind.get(word.start) not in _LEADS:
            continue
        if word.generic or word in claim.verb or nearest(word, own) >= NEAR:
            continue
        if any(word.stem == other.stem or (word.name and nearest(word, (other,)) >= 0.95) for other in others):
            return f"the source says so of {_shown(strange)}, not of {word.lower!r}"
    return ""


_LEADS = frozenset(("the", "a", "an", "by", "in", "at", "of", "for", "on", "from", "its", "their", "his", "her"))

_PERIOD = re.compile(r"\b(?:past|last|next)\s(\w+)\s(years?|months?|weeks?|days?|decades?|quarters?)\b")


def _period(claim: Statement, evidence: Statement) -> str:
    """A stretch of time that the claim takes in and the source does not tell."""
    match = _PERIOD.search(claim.fact.sentence.text)
    if match is None or evidence.more:
        return ""
    source = evidence.fact.sentence.text.lower()
    return "" if match.group(1).lower() in source and match.group(2)[:-1] in source else f"the source does not speak of the {match.group()}"


_AGAINST = re.compile(r"\b(?:compared (?:with|to)|than|against|versus|vs\.?)\b")


def _reference(claim: Statement, evidence: Statement) -> str:
    """What the claim is held against, where the source holds it against something else."""
    said, told = (_against(item) for item in (claim, evidence))
    if not said or not told:
        return ""
    if any(nearest(word, told) >= NEAR for word in said):
        return ""
    return f"the source holds it against {_shown(told)}, not {_shown(said)}"


def _against(statement: Statement) -> list[Word]:
    if statement.more:
        return []
    sentence = statement.fact.sentence
    match = _AGAINST.search(statement.reading.facts.text, statement.anchor, sentence.end)
    if match is None:
        return []
    behind = [word for word in statement.reading.inside(sentence) if match.end() <= word.start < match.end() + 40]
    return [word for word in behind[:4] if word.lower not in _FUNCTION]


_FUNCTION = frozenset(
    ("in", "the", "a", "an", "of", "it", "its", "was", "were", "that", "those", "with", "for", "at", "on", "their", "one",
     "has", "had", "is", "are", "ones", "to", "by", "from", "and")
)  # fmt: skip


def _swept(claim: Statement, evidence: Statement) -> str:
    """Whether the claim takes in everything that the source limits to a part."""
    sweeping = knowledge().sweeping
    said = {word.lower for word in claim.around}
    if not said & sweeping or {word.lower for word in evidence.around} & sweeping:
        return ""
    limits = weighty((*evidence.reading.mention(getattr(evidence.fact, "whole", None)), *evidence.reading.inside(evidence.fact.where)))
    strange = [word for word in limits or weighty(evidence.around) if nearest(word, claim.reading.words) < NEAR]
    return f"the source says so of {_shown(strange)} only" if strange else ""


def _shown(words: Sequence[Word]) -> str:
    return repr(" ".join(word.lower for word in words))


def _months(value: str) -> tuple[int, int] | None:
    """A time in EDTF as its first and last month, counted from year 0."""
    ends = []
    for part in value.split("/"):
        match = _EDTF.match(part)
        if match is None:
            return None
        year, month = match.group(1), int(match.group(2) or 0)
        if year.endswith("X"):
            ends.append((int(year[:3]) * 120, int(year[:3]) * 120 + 119))
            continue
        first, last = (1, 12) if not month else _QUARTERS.get(month, (month, month) if month <= 12 else (1, 12))
        ends.append((int(year) * 12 + first - 1, int(year) * 12 + last - 1))
    return ends[0][0], ends[-1][1]


def _time(claim: Statement, evidence: Statement) -> tuple[float, str]:
    """Whether the times agree."""
    if evidence.before:
        return _time_before(claim, evidence)
    wanted, told = claim.when, evidence.when
    years = set(_YEAR.findall(claim.fact.sentence.text))
    if wanted is None and not years:
        return 0.0, ""
    if wanted is not None and told is not None:
        verdict = _compared(wanted, told)
        if verdict is not None:
            return verdict
    source = evidence.fact.sentence.text
    absent = sorted(year for year in years if year not in source)
    if wanted is None or not absent:
        return (0.5 if years and not absent else 0.0), ""
    own = set(_YEAR.findall(told.text if told is not None else source))
    if own and not own & years:
        return -1.0, f"the source speaks of {', '.join(sorted(own))}, not of {absent[0]}"
    if absent[0] not in evidence.reading.facts.text:
        return -1.0, f"the source does not speak of {absent[0]}"
    return 0.0, ""


def _time_before(claim: Statement, evidence: Statement) -> tuple[float, str]:
    """Whether a claim speaks of the time before a change."""
    wanted, told = claim.when, evidence.fact.when
    if claim.before:
        return (0.5, "") if wanted is None or told is None else (_compared(wanted, told) or (0.0, ""))
    source = evidence.fact.sentence.text
    if wanted is not None and told is not None and wanted.relation not in ("before", "until"):
        verdict = _compared(wanted, told)
        if verdict is not None and not verdict[1]:
            return -1.0, f"the source gives that number for the time before {told.text}"
        if wanted.value and wanted.value[:4] in source:
            return 0.8, ""
    if wanted is not None and wanted.value and wanted.value[:4].isdigit():
        year = wanted.value[:4]
        return (0.5, "") if year in source else (-1.0, f"the source does not give that number for {year}")
    if any(word.lower in _CUES for word in claim.reading.inside(claim.fact.sentence)):
        return 0.5, ""
    return -1.0, "the source gives that number for the time before"


def _compared(wanted: TimeRef, told: TimeRef) -> tuple[float, str] | None:
    """Whether two times agree; None where that can't be told."""
    one, other = (None if ref.value is None else _months(ref.value) for ref in (wanted, told))
    if one is not None and other is not None:
        if one[1] < other[0] or other[1] < one[0]:
            if told.relation in ("since", "from") and one[0] > other[1]:
                return 0.3, ""
            return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
        return 1.0, ""
    if one is not None or other is not None:
        years = [set(_YEAR.findall(ref.text)) for ref in (wanted, told)]
        if years[0] and years[1] and not years[0] & years[1]:
            return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
    said, heard = (words_of(ref.text) for ref in (wanted, told))
    ordinals = [{word.lower for word in words if word.lower in _ORDINALS} for words in (said, heard)]
    same = {word.stem for word in said} & {word.stem for word in heard}
    if ordinals[0] and ordinals[1] and not ordinals[0] & ordinals[1] and same:
        return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
    if same - _ORDINALS:
        return 1.0, ""
    if any(opposed(word, thing) for word in said for thing in heard):
        return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
    return None


_ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "last", "this", "next", "previous", "earlier", "past", "coming", "current")
)


def _place(claim: Statement, evidence: Statement, scopes: _Scopes) -> tuple[float, str]:
    """Whether the names of the claim that are not its subject's are spoken of, its place above all."""
    about = {word.stem for word in (*claim.subject, *claim.reading.mention(claim.fact.source))}
    said = (*claim.own, *claim.around)
    where = weighty(claim.reading.inside(claim.fact.where))
    names = [word for word in weighty((*where, *claim.around)) if word.name and word.stem not in about]
    strange = [
        word for word in weighty((*evidence.around, *evidence.reading.inside(evidence.fact.where)))
        if word.name and nearest(word, said) < NEAR
    ]  # fmt: skip
    for word in names:
        if nearest(word, scopes.own) >= NEAR:
            continue
        if nearest(word, scopes.sentence) >= NEAR and not any(nearest(other, evidence.near) == 1 for other in strange):
            continue
        if nearest(word, scopes.earlier) >= NEAR and not (strange and word in where):
            continue
        return -1.0, f"the source does not say so of {word.lower!r}"
    if not where:
        return 0.0, ""
    told = max(scopes.level(word) for word in where)
    return (1.0, "") if told >= EARLIER * NEAR else (0.0, "")


def _speaker(claim: Statement, evidence: Statement) -> tuple[float, str]:
    """Whether who says so says so in the source."""
    wanted = weighty(claim.reading.mention(claim.fact.source))
    wanted = [word for word in wanted if not word.generic] or wanted
    if not wanted:
        return 0.0, ""
    named = [word for word in wanted if word.name] or wanted
    source = evidence.fact.source
    told = evidence.reading.mention(source)
    if any(nearest(word, told) >= NEAR for word in wanted):
        return 1.0, ""
    if all(nearest(word, evidence.reading.words) < NEAR for word in named):
        return -1.0, f"the source does not name {_shown(wanted)} as who says so"
    if source is not None:
        return -1.0, f"the source has that from {source.resolved.text!r}"
    if any(nearest(word, evidence.near) >= NEAR for word in named):
        return 1.0, ""
    return -1.0, f"the source does not have that from {_shown(wanted)}"


__all__ = ["Likeness", "coverage", "knowledge", "likeness", "nearest", "weighty"]
