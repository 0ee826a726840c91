"""Conditions: whether two numbers hold for two classes, times, ages or periods of one thing: `After two years, 94%`."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import UnitKind
from factex.verification.knowledge import has_phrase, listed, phrases
from factex.verification.numbers import Backing, backing
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from factex.verification.numbers import Interval
    from factex.verification.statement import Statement
    from factex.verification.words import Word

_FRAMING = re.compile(r"\b(after|within)\s(?:about\s|only\s|just\s|the\sfirst\s)?$", re.IGNORECASE)
_PERIOD = re.compile(r"\b(?:past|last|next)\s(\w+)\s(years?|months?|weeks?|days?|decades?|quarters?)\b")
_AGE = "age"
_AGED = re.compile(r"\b(?:aged|under|over|below|above|younger than|older than) \d", re.IGNORECASE)
# So many characters may stand between what a share is of and the age that it is limited to: "voters aged under 25".
_BESIDE = 8


def numbered(claim: Statement, evidence: Statement) -> str:
    """Two things of one name, told apart by a number: `Line 4`, `Line 7`."""
    if evidence.more:
        return ""
    said, told = (
        {(name.stem, number.lower) for name, number in itertools.pairwise(item.zone) if number.lower.isdigit()}
        for item in (claim, evidence)
    )
    for name, number in said - told:
        others = [other for stem, other in told if stem == name and (stem, other) not in said]
        if others:
            return f"the source says so of number {others[0]}, not of {number}"
    return ""


def ordered(claim: Statement, evidence: Statement) -> str:
    """Two things of one name, told apart by an ordinal: `a second-class ticket`, `the first half`, `the main hall`."""
    if evidence.more or evidence.sum or claim.sort is Sort.RANK:
        return ""
    ordinals: dict[str, int] = table("numerals")["ordinals"]
    said, told = (
        {
            (name.stem, ordinal.lower)
            for ordinal, name in itertools.pairwise(item.zone)
            if ordinal.lower in ordinals or ordinal.lower in listed("chief")
        }
        for item in (claim, evidence)
    )
    for name, ordinal in said - told:
        others = [other for stem, other in told if stem == name]
        if others and not any(stem == name for stem, _ in said & told):
            return f"the source says so of the {others[0]}, not of the {ordinal}"
    return ""


def framed(claim: Statement, evidence: Statement) -> str:
    """Another condition in time or age: `After two years, 94 percent`, `In people under 40, …`."""
    if evidence.sum or evidence.more:
        return ""
    said, told = (_frames(item) for item in (claim, evidence))
    for key, interval in said.items():
        other = told.get(key)
        if other is not None and backing(interval, other) is Backing.EXCLUDED:
            return f"the source says so of another {'age' if key == _AGE else 'time'}"
    return _of_an_age(claim, evidence)


def around_event(claim: Statement, evidence: Statement) -> str:
    """Whether one number held before an event and the other behind it: `before the sluices were opened`, `after`."""
    if evidence.sum or evidence.before:
        return ""
    said, told = (_events(item) for item in (claim, evidence))
    for way, words in said.items():
        other = told.get("after_event" if way == "before_event" else "before_event", [])
        if (
            words
            and other
            and way not in told
            and sum(nearest(word, other) >= NEAR for word in words) * 2 >= len(words)
        ):
            return "the source says so of the time before" if way == "after_event" else "the source says so of later"
    return ""


def _events(statement: Statement) -> dict[str, list[Word]]:
    """The words of the events before or behind which the stretch of a number says that it held."""
    start, end = statement.bounds
    text = statement.reading.facts.text
    found: dict[str, list[Word]] = {}
    for way in ("before_event", "after_event"):
        match = phrases(way).search(text, start, end)
        if match is not None:
            stop = next((k for k in range(match.end(), end) if text[k] in ",;."), end)
            found[way] = [word for word in weighty(statement.zone) if match.end() <= word.start < stop]
    return found


def _of_an_age(claim: Statement, evidence: Statement) -> str:
    """Whether a share is one of those of an age alone, of which the claim does not tell: `41% of voters under 25`."""
    if claim.sort is not Sort.PART or evidence.sort is not Sort.PART:
        return ""
    said, told = (
        [
            one for one in item.reading.statements
            if one.beside(item) and one.interval is not None and one.interval.unit is not None
            and one.interval.unit.kind is UnitKind.AGE
        ]
        for item in (claim, evidence)
    )  # fmt: skip
    whole = evidence.slot("whole")
    limits = [one for one in told if whole is not None and whole.start <= one.anchor <= whole.end + _BESIDE]
    aged = any(word.lower in listed("ages") for word in claim.reading.inside(claim.fact.sentence))
    behind = "" if whole is None else evidence.reading.facts.text[whole.end : whole.end + 2 * _BESIDE]
    if not limits and whole is not None and (_AGED.search(whole.text) or _AGED.match(behind.lstrip())):
        return "" if said or aged else f"the source says so of {whole.text!r} only"
    return "the source says so of those of an age only" if limits and not said and not aged else ""


def per_period(claim: Statement, evidence: Statement) -> str:
    """Whether the source tells for each year or day what the claim tells as a whole."""
    if evidence.sum or evidence.interval is None or evidence.interval.unit is None:
        return ""
    _, end = evidence.bounds
    behind = evidence.reading.facts.text[evidence.anchor : end]
    rate = evidence.interval.unit.kind is UnitKind.COMPOUND
    if rate or not has_phrase(behind, "per_period") or has_phrase(claim.fact.sentence.text, "per_period"):
        return ""
    return "the source tells it per period" if has_phrase(claim.fact.sentence.text, "in_sum") else ""


def apiece(claim: Statement, evidence: Statement) -> str:
    """Whether the claim tells of each of several what the source tells of all together."""
    if evidence.sum or claim.sort is not Sort.LEVEL or evidence.interval is None:
        return ""
    unit = evidence.interval.unit
    rate = unit is not None and unit.kind is UnitKind.COMPOUND
    said, told = (has_phrase(item.fact.sentence.text, "apiece") for item in (claim, evidence))
    told = told or evidence.fact.predicate in listed("averaging")
    return "the source tells it of all together" if said and not told and not rate else ""


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


def _frames(statement: Statement) -> dict[str, Interval]:
    """The times and ages beside a number, by what brings each."""
    found: dict[str, Interval] = {}
    text, sentence = statement.reading.facts.text, statement.fact.sentence
    for one in statement.reading.statements:
        unit = None if one.interval is None else one.interval.unit
        inside = one.fact.sentence == sentence and one.anchor != statement.anchor
        if unit is None or one.interval is None or unit.kind not in (UnitKind.TIME, UnitKind.AGE) or not inside:
            continue
        match = _FRAMING.search(text[sentence.start : one.anchor])
        if unit.kind is UnitKind.AGE or match is not None:
            found[_AGE if match is None else match.group(1).lower()] = one.interval
    return found
