"""Ranks that a text tells by counting who is ahead: `only Karsten and Holm handled more` makes the third of them."""

from __future__ import annotations

import dataclasses
import functools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import Rank
from factex.sentences.splitter import split
from factex.verification import reckoning
from factex.verification.knowledge import listed
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

_COMPARATIVE = r"(?:ahead|before|more|less|fewer|better|worse|\w+er)"
_ONLY = re.compile(
    rf"\b[Oo]nly\s(?P<ahead>[^.;:]{{1,70}}?)\s(?:[a-z]{{1,15}}\s){{1,3}}?(?:an?\s)?(?P<way>{_COMPARATIVE})\b"
)
_LARGER = re.compile(
    rf"\b[Oo]nly\s(?P<count>\w+)\s[^.;:]{{3,90}}?\s(?:is|are|was|were|has|have|had)\s(?P<way>{_COMPARATIVE})\b"
)
_NAME = r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_BEHIND = re.compile(
    rf"\bbehind (?:only )?(?P<ahead>{_NAME}(?:(?:, (?:and )?| and ){_NAME})*|[^.;:]{{1,60}}?)"
    r"(?=,|[.;:]|\bbut\b|\bin\b|$)"
)
_APART = re.compile(r",\s(?:with|at|which|who)\b[^,]*,?")
_OTHERS = re.compile(r"^(?P<count>\w+) (?:other|others|more)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"^(?P<count>\w+) [a-z]+(?:,|$)")
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")


def ranks(claim: Statement, reading: Reading) -> Iterator[Statement]:
    """The ranks that the sentences of a source tell by who is ahead."""
    fact = claim.fact
    if not isinstance(fact, Rank) or not reading.statements:
        return
    text = reading.facts.text
    for start, end in split(text):
        for pattern in (_ONLY, _LARGER, _BEHIND):
            match = pattern.search(text, start, end)
            ahead = None if match is None else _count(match)
            if match is None or ahead is None or not _same_way(fact, match.groupdict().get("way")):
                continue
            base = _told_by(reading, end)
            told = Rank(**reckoning.shared(base.fact), position=ahead + 1, direction=fact.direction)
            words = reading.stretch(start, end)
            shown = f"the source has {ahead} ahead: {match.group()!r}"
            made = dataclasses.replace(base, fact=told, source=base.fact, lent=words, wide=True, subject=())
            yield reckoning.restated(made, Sort.RANK, None, shown)


def _count(match: re.Match[str]) -> int | None:
    """How many a match puts ahead, told by their number or by their names."""
    if "ahead" in match.groupdict():
        return _ahead(match["ahead"])
    number = match["count"].lower()
    return int(table("numerals")["ones"].get(number, number)) if _numbered(number) else None


def _ahead(told: str) -> int | None:
    """How many a phrase names: `Salva and Imhof`, `two other banks`."""
    names = _APART.sub("", told)
    counted = _OTHERS.match(names)
    if counted is not None:
        number = counted["count"].lower()
        return int(table("numerals")["ones"].get(number, number)) if _numbered(number) else None
    several = _SEVERAL.match(names)
    if several is not None and _numbered(several["count"].lower()):
        number = several["count"].lower()
        return int(table("numerals")["ones"].get(number, number))
    parts = [part for part in _JOINED.split(names) if part]
    return len(parts) if parts and all(part[:1].isupper() for part in parts) else None


def _numbered(word: str) -> bool:
    return word in table("numerals")["ones"] or word.isdigit()


def _same_way(rank: Rank, comparative: str | None) -> bool:
    """Whether the rank counts from the end that the comparative does: `second-lowest`, `a smaller share`."""
    attribute = "" if rank.attribute is None else rank.attribute.text.lower()
    return comparative is None or _small(attribute) == _small(comparative)


def _small(words: str) -> bool:
    return any(re.sub(r"(?:er|est)$", "", word) in _smalls() for word in re.findall(r"[a-z]+", words.lower()))


@functools.cache
def _smalls() -> frozenset[str]:
    return frozenset(re.sub(r"(?:er|est)$", "", word) for word in listed("smaller"))


def _told_by(reading: Reading, end: int) -> Statement:
    """The statement whose sentence is the last to begin before a place; else the first of the text."""
    before = [one for one in reading.statements if one.fact.sentence.start < end]
    return before[-1] if before else reading.statements[0]
