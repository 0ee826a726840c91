"""Conditions: whether two numbers hold for two classes, times or ages of one thing: `After two years, 94 percent`."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import UnitKind
from factex.verification.numbers import Backing, backing
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from factex.verification.numbers import Interval
    from factex.verification.statement import Statement

_FRAMING = re.compile(r"\b(after|within)\s(?:about\s|only\s|just\s|the\sfirst\s)?$", re.IGNORECASE)
_AGE = "age"


def ordered(claim: Statement, evidence: Statement) -> str:
    """Two things of one name, told apart by an ordinal: `a second-class ticket`, `the first half`."""
    if evidence.more or evidence.sum or claim.sort is Sort.RANK:
        return ""
    ordinals: dict[str, int] = table("numerals")["ordinals"]
    said, told = (
        {(name.stem, ordinal.lower) for ordinal, name in itertools.pairwise(item.zone) if ordinal.lower in ordinals}
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
    return ""


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
