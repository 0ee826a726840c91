"""Spans of time: `opened in 1908 and closed in 1973` makes 65 years, though the source tells no number of them."""

from __future__ import annotations

import functools
import itertools
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import Unit, UnitKind
from factex.sentences.splitter import split
from factex.verification.knowledge import listed
from factex.verification.numbers import Backing, Interval, backing
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_CLOCK = re.compile(r"\b(?P<hour>[01]?\d)(?:[.:](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b", re.IGNORECASE)
_NOON = 12
_HOUR = 60
# What part of the claim's words about its thing has to be told in the sentence or before it.
_LEAST = 0.6
_TWO = 2
_ANY_YEAR = 2001
_DAYS_OF_A_YEAR = Decimal("365.2425")


def spanned(claim: Statement, reading: Reading) -> tuple[Backing, str] | None:
    """What two times of the source say about a stretch of time; None where none speaks of that.

    The two stand in one sentence or in one and the next: years, days of a month, or times of day.
    """
    unit = None if claim.interval is None else claim.interval.unit
    if claim.interval is None or unit is None or claim.sort is not Sort.LEVEL or claim.fact.negated:
        return None
    if unit.kind not in (UnitKind.TIME, UnitKind.AGE):
        return None
    dated = set(_YEAR.findall(claim.fact.sentence.text))
    for start, end in _windows(reading.facts.text):
        for span, measured, how in _spans(reading.facts.text[start:end]):
            if dated and not all(year in how for year in dated):
                continue
            if not _speaks_of(claim, reading, start, end):
                continue
            aged = unit.kind is UnitKind.AGE and measured == "day"  # whole years that have passed
            length = Decimal(int(span / _DAYS_OF_A_YEAR)) if aged else span
            name = "year" if aged else measured
            known = Unit(text=name, kind=unit.kind, name=name, dimension="[time]")
            told = backing(claim.interval, Interval(length, length, unit=known, value=length))
            if told is Backing.ENTAILED or (told is Backing.EXCLUDED and _from_start_to_end(reading, start, end)):
                return told, how
    return None


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The bounds of the sentences of a text, then those of each with the next."""
    sentences = list(split(text))
    yield from sentences
    for (start, _), (_, end) in itertools.pairwise(sentences):
        yield start, end


def _spans(text: str) -> Iterator[tuple[Decimal, str, str]]:
    """The stretches between the two times of a text that has two of one kind: how long, the unit, and how reckoned."""
    years = sorted({int(year) for year in _YEAR.findall(text)})
    days = list(_dates().finditer(text))
    if len(days) == _TWO:
        first, last = (_day(match, years) for match in days)
        if first is not None and last is not None and first < last:
            whole = (first.month, first.day) == (last.month, last.day)
            span = last.year - first.year if whole else (last - first).days
            yield Decimal(span), "year" if whole else "day", f"{days[0].group()} to {days[1].group()} is {span}"
            return
    if len(years) == _TWO:
        span = years[1] - years[0]
        yield Decimal(span), "year", f"{years[1]} - {years[0]} = {span}"
    clocks = list(_CLOCK.finditer(text))
    if len(clocks) == _TWO:
        minutes = _minute(clocks[1]) - _minute(clocks[0])
        if minutes > 0:
            yield Decimal(minutes), "minute", f"{clocks[0].group()} to {clocks[1].group()} is {minutes} minutes"


@functools.cache
def _dates() -> re.Pattern[str]:
    months = "|".join(month.title() for month in table("times")["months"])
    return re.compile(
        rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)? )?(?P<month>{months})\b\.?"
        rf"(?: (?P<behind>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d))?(?:,? (?P<year>(?:1[0-9]|20)\d\d))?"
    )


def _day(match: re.Match[str], years: list[int]) -> date | None:
    """The day that a date tells; in a month alone the first, without a year that of the text, if it has one."""
    number = int(match["before"] or match["behind"] or 1)
    year = int(match["year"] or (years[0] if len(years) == 1 else _ANY_YEAR))
    try:
        return date(year, table("times")["months"][match["month"].lower()], number)
    except ValueError:
        return None


def _minute(match: re.Match[str]) -> int:
    hour = int(match["hour"]) % _NOON + (_NOON if match["half"].lower() == "p" else 0)
    return hour * _HOUR + int(match["minute"] or 0)


def _speaks_of(claim: Statement, reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence, or the text before it, names what the claim is about."""
    words = [word for word in weighty((*claim.subject, *claim.measure)) if not word.generic]
    inside = [word for word in weighty(claim.reading.inside(claim.fact.sentence)) if not word.generic]
    told = [word for word in reading.words if word.start < end]
    near = [word for word in told if word.start >= start]
    wanted = words or inside
    found = [word for word in wanted if nearest(word, told) >= NEAR]
    lost = any(word.name and nearest(word, reading.words) < NEAR for word in inside)
    here = any(nearest(word, near) >= NEAR for word in inside)
    return bool(wanted) and here and not lost and len(found) >= _LEAST * len(wanted)


def _from_start_to_end(reading: Reading, start: int, end: int) -> bool:
    """Whether a sentence tells that something began and that it ended."""
    words = {word.lower for word in reading.stretch(start, end)}
    return not words.isdisjoint(listed("beginning")) and not words.isdisjoint(listed("ending"))
