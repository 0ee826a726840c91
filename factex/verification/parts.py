"""Arithmetic of parts: shares of a total, what a part leaves of its total, sums."""

from __future__ import annotations

import dataclasses
import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.records import Share
from factex.verification.numbers import HUNDRED
from factex.verification.reckoning import PERCENT, in_unit_of, number_of, over, reckoned, shown, unit_of
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort, Statement
from factex.verification.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.verification.words import Word

_MOST_SUMMED = 12


def shares(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Parts over their totals, and what the stated shares leave."""
    whole = weighty(claim.reading.mention(getattr(claim.fact, "whole", None)) or claim.measure)
    for part, total in itertools.permutations(levels, 2):
        if part.sort is not Sort.LEVEL or (part.role, total.role) == ("total", "part"):
            continue
        a, b = number_of(part), in_unit_of(part, total)
        if a is None or b is None or not 0 < a < b or not _of_total(part, total, whole):
            continue
        ratio = over(a * HUNDRED, b)
        if ratio is not None:
            yield reckoned(part, Sort.PART, ratio, PERCENT, f"{shown(a)} / {shown(b)} = {shown(ratio)} %", total)
    for part in levels:
        a, unit = number_of(part), unit_of(part)
        if a is not None and unit is not None and part.sort is Sort.PART and isinstance(part.fact, Share):
            rest = (HUNDRED if unit.name == "percent" else Decimal(1)) - a
            if rest > 0 and _leaves(claim, part):
                yield reckoned(part, Sort.PART, rest, unit, f"the rest of {shown(a)} is {shown(rest)}")


def _of_total(part: Statement, total: Statement, whole: Sequence[Word]) -> bool:
    """Whether a level is a part of another: the text says so, or the other, told before, counts the claim's whole."""
    if part.fact is total.fact:
        return isinstance(part.fact, Share)
    if not total.measure or not whole or part.fact.sentence.start < total.fact.sentence.start:
        return False
    return whole[-1].generic or nearest(whole[-1], (*total.measure, *total.subject)) >= NEAR


def sums(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """The sums of numbers of one sentence, where the claim speaks of a total; and what a part leaves of its total."""
    words = {word.lower for word in claim.reading.inside(claim.fact.sentence)}
    if words & listed("summing"):
        plain = (one for one in levels if one.sort is Sort.LEVEL and not one.before)
        for _, group in itertools.groupby(plain, key=lambda one: one.fact.sentence.start):
            yield from _totals(list(group)[:_MOST_SUMMED])
    for total, part in itertools.permutations(levels, 2):
        if part.fact is not total.fact or (total.role, part.role) != ("total", "part") or not _leaves(claim, part):
            continue
        a, b = number_of(total), in_unit_of(total, part)
        if a is not None and b is not None and b < a:
            yield reckoned(part, Sort.LEVEL, a - b, unit_of(total), f"{shown(a)} - {shown(b)} = {shown(a - b)}")


def _totals(group: Sequence[Statement]) -> Iterator[Statement]:
    """The sums of two and more numbers that follow one another."""
    for size in range(len(group), 1, -1):
        for start in range(len(group) - size + 1):
            first, *others = group[start : start + size]
            numbers = [number_of(first), *(in_unit_of(first, one) for one in others)]
            told = [number for number in numbers if number is not None]
            if len(told) == size:
                total = sum(told, Decimal(0))
                how = f"{' + '.join(map(shown, told))} = {shown(total)}"
                when = next((one.when for one in (*group, first) if one.when is not None), None)
                wide = dataclasses.replace(first, wide=True, when=when)
                yield reckoned(wide, Sort.LEVEL, total, unit_of(first), how, *others)


def _leaves(claim: Statement, part: Statement) -> bool:
    """Whether a claim speaks of what is left of a part, not of the part."""
    one, other = (
        any(word.lower in listed("leaving") or word.lower.endswith(("n't", "n’t")) for word in told)
        for told in (item.reading.inside(item.fact.sentence) for item in (claim, part))
    )
    return one != other
