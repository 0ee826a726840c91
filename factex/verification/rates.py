"""Averages: one number of a sentence over another, where a claim tells how many there are of one thing per other."""

from __future__ import annotations

import dataclasses
import itertools
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.records import UnitKind
from factex.verification.knowledge import has_phrase
from factex.verification.moments import stretch
from factex.verification.reckoning import fits, in_unit_of, number_of, of_one_sort, over, reckoned, shown, unit_of
from factex.verification.scopes import NEAR, nearest
from factex.verification.statement import Sort
from factex.verification.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.records import Unit
    from factex.verification.statement import Statement

_PARTED = " / "
_EACH = re.compile(
    r"\b(?:each|every|per|an?)\s(?:of\s(?:the|its|their|these)\s)?([a-z]+)(?:\s([a-z]+))?", re.IGNORECASE
)


def averages(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Numbers over numbers in the unit of a rate: 34 goals and 17 matches make two goals a match."""
    unit = unit_of(claim)
    if unit is None:
        return
    yield from _means(claim, levels)
    if unit.kind is not UnitKind.COMPOUND or unit.name.count(_PARTED) != 1:
        apiece = _EACH.search(claim.fact.sentence.text)
        if apiece is None or not re.search(r"\b(?:each|average|apiece)\b", claim.fact.sentence.text, re.IGNORECASE):
            return
        above, below = unit.name, [word for word in apiece.groups() if word]  # "each home cost £400,000"
    else:
        above, name = unit.name.split(_PARTED)
        below = [name]
    for one in levels:
        for other in levels:
            if not one.beside(other) or not (_counts(one, above) and any(_counts(other, name) for name in below)):
                continue
            a, b = number_of(one), number_of(other)
            rate = None if a is None or b is None else over(a, b)
            if a is not None and b is not None and rate is not None:
                yield reckoned(one, Sort.LEVEL, rate, unit, f"{shown(a)} / {shown(b)} = {shown(rate)}", other)


def _means(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """The mean of the numbers of a list, where the claim tells an average: `scored 21, 27 and 30 points` makes 26."""
    if not has_phrase(claim.fact.sentence.text, "averages"):
        return
    for _, group in itertools.groupby(levels, key=lambda one: (one.fact.sentence.start, one.fact.predicate)):
        listed = [one for one in group if not one.before and _in_part_of(unit_of(one), unit_of(claim))]
        if not listed:
            continue
        first = listed[0]
        alike = [one for one in listed[1:] if of_one_sort(first, one)]
        numbers = [number_of(first), *(in_unit_of(first, one) for one in alike)]
        told = [number for number in numbers if number is not None]
        if not alike or len(told) < len(numbers):
            continue
        mean = sum(told, Decimal(0)) / len(told)
        if not fits(claim, mean, unit_of(claim)):
            continue
        how = f"({' + '.join(map(shown, told))}) / {len(told)} = {shown(mean)}"
        wide = dataclasses.replace(first, wide=True, at=first.anchor)
        yield reckoned(wide, Sort.LEVEL, mean, unit_of(claim), how, *alike)


def _in_part_of(own: Unit | None, wanted: Unit | None) -> bool:
    """Whether a number may be of a unit, or of what that counts per something: `points`, `points a game`."""
    return own is None or wanted is None or own.name in (wanted.name, wanted.name.split(_PARTED)[0])


def totals(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """How much several cost that cost so much apiece: 24 trams at $4.5 million apiece are $108 million."""
    unit = unit_of(claim)
    if unit is None or unit.kind is not UnitKind.CURRENCY:
        return
    for price, count in itertools.permutations(levels, 2):
        own, counted = unit_of(price), unit_of(count)
        a, b = number_of(price), number_of(count)
        if not price.beside(count) or own is None or own.name != unit.name or a is None or b is None:
            continue
        told = counted is not None and counted.kind is UnitKind.COUNT and has_phrase(stretch(price), "for_each")
        if told and a * b == number_of(claim):
            how = f"{shown(b)} × {shown(a)} = {shown(a * b)}"
            made = dataclasses.replace(price, lent=(*price.zone, *count.zone), measure=(*price.measure, *count.measure))
            yield reckoned(made, Sort.LEVEL, a * b, unit, how, count)


def _counts(statement: Statement, name: str) -> bool:
    """Whether a number is told in a unit, or counts a thing, with some name."""
    unit: Unit | None = unit_of(statement)
    if unit is None or unit.kind is UnitKind.COMPOUND:
        return False
    if unit.name == name:
        return True
    heads = [words_of(text)[-1:] for text in (unit.name, name)]
    return unit.kind is UnitKind.COUNT and all(heads) and nearest(heads[0][0], heads[1]) >= NEAR
