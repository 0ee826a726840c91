"""Moments: when a number held, as its own stretch of the sentence tells, and which of two numbers held earlier."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import irregular
from factex.verification.knowledge import has_phrase, listed

if TYPE_CHECKING:
    from factex.verification.statement import Statement

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NEXT = re.compile(r"\b(?:the|a) (?:following year|next year|year (?:after|later|on))\b", re.IGNORECASE)
_MOVED = re.compile(r"\bfrom (?:about |around |nearly |some |just )?$", re.IGNORECASE)
# What a number is only held against is no time of its own: "rose 8 percent in 2023 from the year before".
_HELD = r"(?<!\bfrom )(?<!\bthan )(?<!\bthan in )(?<!\bon )(?<!\bover )(?<!\bwith )(?<!\bagainst )(?<!\bto )"
# What tells when a number held, beside it: the first that is found says how late.
_CUES = ((-1, "formerly"), (2, "nowadays"), (1, "afterwards"))
_PERIOD = re.compile(
    r"\b([A-Z][a-z]{2,8})\b|\b(?i:(\w+(?:st|nd|rd|th))(?: (week|month|quarter|year|half|season|round|day))?)\b"
)
_PERFECT = re.compile(r"\b(had|has|have|’ve|'ve) (?:(?:not|never|once|already|only|\w+ly) )?(\w+)")
_ELIDED = ""
_PREVIOUS = re.compile(_HELD + r"\b(?:the|a) (?:previous year|year (?:before|earlier))\b", re.IGNORECASE)


def stretch(statement: Statement) -> str:
    """The characters of the stretch of a sentence that tells of a statement's number."""
    start, end = statement.bounds
    return statement.reading.facts.text[start:end]


def moment(statement: Statement) -> str:
    """When a number held, in EDTF; empty where neither its fact nor its stretch of the sentence tells it.

    A time that is counted from another wins: `Four years later it had 15.9` after a sentence of 2018 is 2022. The time
    of a fact that stands in the stretch of another number does not count where the own stretch has one.
    """
    counted = shifted(statement)
    if counted:
        return counted
    when = statement.when
    start, end = statement.bounds
    if when is not None and when.value and (start <= when.start < end or not cue(statement)):
        return when.value
    return ""


def shifted(statement: Statement) -> str:
    """The year that is counted from the last one told before."""
    told = stretch(statement)
    if "year" not in told.lower():
        return ""
    match = _counted().search(told)
    if match is not None:
        count = match.group(1).lower()
        years = int(table("numerals")["ones"].get(count, count))
        step = years if match.group(2).lower() in ("later", "after", "on") else -years
    elif _NEXT.search(told):
        step = 1
    elif _PREVIOUS.search(told):
        step = -1
    else:
        return ""
    start, _ = statement.bounds
    before = YEAR.findall(statement.reading.facts.text[:start])
    own = YEAR.findall(told)
    return str(int((own or before)[-1]) + step) if own or before else ""


@functools.cache
def _counted() -> re.Pattern[str]:
    words = "|".join([*table("numerals")["ones"], r"\d{1,2}"])
    return re.compile(rf"\b({words}) years? (later|after|on|before|earlier)\b", re.IGNORECASE)


def cue(statement: Statement) -> int:
    """-1 where the stretch of a number tells that it held before another, 1 where it held later, 2 if now, else 0."""
    told = stretch(statement)
    start, _ = statement.bounds
    moved = _MOVED.search(told[: statement.anchor - start])
    if moved is not None:
        return -1
    return next((way for way, name in _CUES if has_phrase(told, name)), 0)


def earlier(one: Statement, other: Statement) -> bool | None:
    """Whether one number held before another; None where the text does not tell.

    It is told by dates, by what tells of former times and of the present, by periods of one sort (`in the third
    quarter`, `in the second`), and by tenses: what had been was before what was.
    """
    for moments in ((moment(one), moment(other)), (cue(one), cue(other)), _periods(one, other)):
        first, second = moments
        if first != second and (isinstance(first, int) or (first and second)):
            return first < second  # type: ignore[operator] # both of one sort
    first, second = _tense(one), _tense(other)
    return None if first == second else first < second


def _periods(one: Statement, other: Statement) -> tuple[int, int]:
    """The places of two periods of one sort in their order: months, or numbered weeks, quarters, rounds."""
    mine, yours = _named_periods(one), _named_periods(other)
    for sort in mine:
        if sort in yours and mine[sort] != yours[sort]:
            return mine[sort], yours[sort]
    if len(mine) == 1 and _ELIDED in yours:  # "in the third quarter …, in the second"
        return next(iter(mine.values())), yours[_ELIDED]
    return 0, 0


def _named_periods(statement: Statement) -> dict[str, int]:
    """The sorts of the periods that the stretch of a number names, each with its place."""
    found: dict[str, int] = {}
    months, ordinals = table("times")["months"], table("numerals")["ordinals"]
    for match in _PERIOD.finditer(stretch(statement)):
        month, place, sort = match.groups()
        if month and month.lower() in months:
            found["month"] = months[month.lower()]
        elif place and place.lower() in ordinals:
            found[(sort or _ELIDED).lower()] = ordinals[place.lower()]
    return found


def has_come(statement: Statement) -> bool:
    """Whether the stretch of a number tells what has come to be by now: `has raised $26 million`."""
    return _tense(statement) == 1


def _tense(statement: Statement) -> int:
    """The tense of the stretch of a number: -1 what had been, 1 what has come to be, 0 where it tells neither."""
    for match in _PERFECT.finditer(stretch(statement)):
        verb = match[2].lower()
        if verb.endswith("ed") or irregular(verb) is not None or verb in listed("participles_like_verbs"):
            return -1 if match[1] == "had" else 1
    return 0
