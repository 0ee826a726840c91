"""Spans of years: `opened in 1908 and closed in 1973` makes 65 years, though the source tells no number of them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.records import Unit, UnitKind
from factex.sentences.splitter import split
from factex.verification.knowledge import listed
from factex.verification.numbers import Backing, Interval, backing
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_YEARS = Unit(text="years", kind=UnitKind.TIME, name="year", dimension="[time]")
# What part of the claim's words about its thing has to be told in the sentence or before it.
_LEAST = 0.6
_TWO = 2


def spanned(claim: Statement, reading: Reading) -> tuple[Backing, str] | None:
    """What the two years of a sentence of the source say about a number of years; None where none speaks of that."""
    unit = None if claim.interval is None else claim.interval.unit
    if claim.interval is None or unit is None or claim.sort is not Sort.LEVEL or unit.name not in ("year", "decade"):
        return None
    if _YEAR.search(claim.fact.sentence.text) or claim.fact.negated:
        return None
    text = reading.facts.text
    for start, end in split(text):
        years = sorted({int(year) for year in _YEAR.findall(text, start, end)})
        if len(years) != _TWO or not _speaks_of(claim, reading, start, end):
            continue
        span = Decimal(years[1] - years[0])
        told = backing(claim.interval, Interval(span, span, unit=_YEARS, value=span))
        how = f"{years[1]} - {years[0]} = {span}"
        if told is Backing.ENTAILED or (told is Backing.EXCLUDED and _from_start_to_end(reading, start, end)):
            return told, how
    return None


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
