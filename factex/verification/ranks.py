"""Ranks that a text tells by who is ahead: `only Karsten and Holm handled more`, or by the figures of all."""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import Rank, Span, UnitKind
from factex.sentences.splitter import split
from factex.verification import reckoning
from factex.verification.knowledge import has_phrase, listed
from factex.verification.reckoning import in_unit_of, number_of, of_one_sort, shown, unit_of
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.verification.reading import Reading

_COMPARATIVE = r"(?:ahead|before|more|less|fewer|better|worse|[a-z]+er)"
_INSIDE = r"(?:[^.;:]|\.(?=\d))"
_ONLY = re.compile(
    rf"\b[Oo]nly\s(?P<ahead>{_INSIDE}{{1,70}}?)\s(?:[a-z]{{1,15}}\s){{1,3}}?(?:an?\s)?(?P<way>{_COMPARATIVE})\b"
)
_LARGER = re.compile(
    rf"\b[Oo]nly\s(?P<count>\w+)\s{_INSIDE}{{3,90}}?\s(?:is|are|was|were|has|have|had)\s(?P<way>{_COMPARATIVE})\b"
)
_NAME = r"(?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
_BEHIND = re.compile(
    rf"\bbehind (?:only )?(?P<ahead>{_NAME}(?:(?:, (?:and )?| and ){_NAME})*|{_INSIDE}{{1,60}}?)"
    r"(?=,|[.;:]|\bbut\b|\bin\b|$)"
)
_EXCEPT = re.compile(
    rf"\b(?P<way>{_COMPARATIVE})\s(?:\w+\s){{0,3}}?than\s(?:any|all)\s(?:of\s)?(?:the\s)?others?\b{_INSIDE}{{0,60}}?\s"
    rf"(?:except|but|save|apart from|other than)(?: for)?\s(?P<ahead>{_NAME}(?: [a-z]+)?(?: and {_NAME})?)"
)
_ALONE = re.compile(rf"\b(?P<ahead>{_NAME}) alone (?:[a-z]{{1,15}}\s){{1,2}}?(?:an?\s)?(?P<way>{_COMPARATIVE})\b")
_RUNNER_UP = re.compile(
    rf"\b[Rr]unner-up,? (?P<behind>{_NAME})|(?P<before>{_NAME})(?:,[^,.]*,)? (?:was|were|is|came|finished|ended)"
    r"(?: in as| as)? (?:the )?runner-up"
)
_APART = re.compile(r",\s(?:with|at|which|who)\b[^,]*,?")
_THOSE = re.compile(r"^(?:those|that|the ones?|the) (?:of|in|at|from) ", re.IGNORECASE)
_OTHERS = re.compile(r"^(?P<count>\w+) (?:other|others|more)\b", re.IGNORECASE)
_SEVERAL = re.compile(r"^(?P<count>\w+) [a-z]+(?:,|$)")
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
# The fewest figures that make an order.
_PAIR = 2


def ranks(claim: Statement, reading: Reading) -> Iterator[Statement]:
    """The ranks that the sentences of a source tell by who is ahead, and those of figures that it lists."""
    fact = claim.fact
    if not isinstance(fact, Rank):
        return
    text = reading.facts.text
    for start, end in split(text):
        for pattern in (_ONLY, _LARGER, _BEHIND, _EXCEPT, _ALONE):
            match = pattern.search(text, start, end)
            ahead = None if match is None else _count(match)
            if match is None or ahead is None or not _same_way(fact, match.groupdict().get("way")):
                continue
            how = f"the source has {ahead} ahead: {match.group()!r}"
            yield _placed(fact, reading, (start, end), ahead + 1, how)
        match = _RUNNER_UP.search(text, start, end)
        if match is not None:
            place = match.span("behind" if match["behind"] else "before")
            told = _placed(fact, reading, (start, end), _PAIR, f"the source says {match.group()!r}")
            yield dataclasses.replace(told, subject=reading.stretch(*place))
    yield from _of_figures(claim, fact, reading)


def _placed(fact: Rank, reading: Reading, bounds: tuple[int, int], position: int, how: str) -> Statement:
    """A place that a sentence of a source tells, in the order that the claim tells of."""
    start, end = bounds
    sentence = Span(text=reading.facts.text[start:end], start=start, end=end)
    told = Rank(position=position, direction=fact.direction, sentence=sentence, rule="rank.verb")
    return Statement(
        fact=told, reading=reading, role=f"reckoned {Sort.RANK}", sort=Sort.RANK, interval=None, sum=how,
        lent=reading.stretch(start, end), wide=True, at=start,
    )  # fmt: skip


def _of_figures(claim: Statement, fact: Rank, reading: Reading) -> Iterator[Statement]:
    """The place of the claim's thing among those whose figures stand beside one another.

    Where the source does not tell that they are all, they only show that the place is no better.
    """
    plain = (one for one in reading.statements if one.sort in (Sort.LEVEL, Sort.PART) and not one.fact.negated)
    levels = [one for one in plain if number_of(one) is not None]
    names = [word for word in weighty((*claim.subject, *claim.zone)) if word.name]
    for group in _groups(levels):
        told = [one for one in group if not _counts_all(one)]
        if not told:
            continue
        first, *others = told
        figures = [first, *(one for one in others if of_one_sort(first, one))]
        own = [one for one in figures if any(nearest(word, one.zone) >= NEAR for word in names)]
        numbers = [number if one is first else in_unit_of(first, one) for one in figures if (number := number_of(one))]
        if len(figures) < _PAIR or len(own) != 1 or None in numbers or len(numbers) < len(figures):
            continue
        mine = in_unit_of(first, own[0])
        small = fact.attribute is not None and _small(fact.attribute.text.lower())
        small = small is not (fact.direction == "bottom")
        if mine is None:
            continue
        ahead = sum(one < mine if small else one > mine for one in numbers if one is not None)
        if fact.position >= ahead + 1 and not _told_all(reading, own[0], len(figures)):
            continue
        order = sorted((one for one in numbers if one is not None), reverse=not small)
        how = f"number {ahead + 1} of {(' < ' if small else ' > ').join(map(shown, order))}"
        rank = Rank(**reckoning.shared(own[0].fact), position=ahead + 1, direction=fact.direction)
        made = dataclasses.replace(own[0], fact=rank, source=own[0].fact, lent=own[0].zone, wide=True)
        yield reckoning.restated(made, Sort.RANK, None, how, *(one for one in figures if one is not own[0]))


def _groups(levels: Sequence[Statement]) -> Iterator[list[Statement]]:
    """The figures of each sentence, then those of each with the next."""
    found = [list(group) for _, group in itertools.groupby(levels, key=lambda one: one.fact.sentence.start)]
    yield from found
    yield from (one + other for one, other in itertools.pairwise(found))


def _counts_all(one: Statement) -> bool:
    """Whether a number is a stretch of time or an age, which orders nothing."""
    unit = unit_of(one)
    return one.role == "total" or (unit is not None and unit.kind is UnitKind.AGE)


def _told_all(reading: Reading, one: Statement, count: int) -> bool:
    """Whether a source tells that so many figures are those of all, or of the first of all."""
    sentence = one.fact.sentence
    if has_phrase(sentence.text, "from_the_top"):
        return True
    return any(
        number_of(other) == count and (unit := unit_of(other)) is not None and unit.kind is UnitKind.COUNT
        for other in reading.statements
        if other.fact.sentence.start <= sentence.start and other is not one
    )


def _count(match: re.Match[str]) -> int | None:
    """How many a match puts ahead, told by their number or by their names."""
    if "ahead" in match.groupdict():
        return _ahead(match["ahead"])
    number = match["count"].lower()
    return int(table("numerals")["ones"].get(number, number)) if _numbered(number) else None


def _ahead(told: str) -> int | None:
    """How many a phrase names: `Salva and Imhof`, `two other banks`."""
    names = _THOSE.sub("", _APART.sub("", told))
    counted = _OTHERS.match(names)
    if counted is not None:
        number = counted["count"].lower()
        return int(table("numerals")["ones"].get(number, number)) if _numbered(number) else None
    several = _SEVERAL.match(names)
    if several is not None and _numbered(several["count"].lower()):
        number = several["count"].lower()
        return int(table("numerals")["ones"].get(number, number))
    parts = [part.removeprefix("the ") for part in _JOINED.split(names) if part]
    named = all(any(word[:1].isupper() for word in part.split()) for part in parts)
    return len(parts) if parts and named else None


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
