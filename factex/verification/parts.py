"""Arithmetic of parts: shares of a total, what a part leaves of its total, sums."""

from __future__ import annotations

import dataclasses
import itertools
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.records import Share, UnitKind
from factex.verification.knowledge import has_phrase, listed, margin_nouns, phrases
from factex.verification.numbers import HUNDRED
from factex.verification.reckoning import PERCENT, fits, in_unit_of, number_of, over, reckoned, shown, unit_of
from factex.verification.scopes import NEAR, nearest, telling, weighty
from factex.verification.statement import Sort, Statement, excepted
from factex.verification.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.verification.words import Word

_MOST_SUMMED = 12
# How many words about "the rest" may tell whose it is.
_NEAR_REST = 6
# So many digits may two numbers have in common by chance.
_BY_CHANCE = 2


def shares(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Parts over their totals, and what the stated shares leave."""
    whole = weighty(claim.reading.mention(claim.slot("whole")) or claim.measure)
    parts = {one.anchor for one in levels if one.role == "part"}
    for part, total in itertools.permutations(levels, 2):
        if part.sort is not Sort.LEVEL or (part.role, total.role) == ("total", "part"):
            continue
        if (total.anchor in parts and part.beside(total)) or part.role == "start":
            continue  # no share of what is itself a part, and none of what was before
        a, b = number_of(part), in_unit_of(part, total)
        apart = not part.beside(total) and _counts_others(part, total, whole)
        if a is None or b is None or not 0 < a < b or apart or not _of_total(part, total, whole):
            continue
        ratio = over(a * HUNDRED, b)
        if ratio is not None:
            yield reckoned(part, Sort.PART, ratio, PERCENT, f"{shown(a)} / {shown(b)} = {shown(ratio)} %", total)
    yield from _rests(levels)
    for part in levels:
        a, unit = number_of(part), unit_of(part)
        if a is not None and unit is not None and part.sort is Sort.PART and isinstance(part.fact, Share):
            rest = (HUNDRED if unit.name == "percent" else Decimal(1)) - a
            others = rest == number_of(claim) and _all_others(part) and not _same_deed(claim, part)
            if rest > 0 and (_leaves(claim, part) or others):
                told = dataclasses.replace(part, wide=True, at=part.anchor) if others else part
                yield reckoned(told, Sort.PART, rest, unit, f"the rest of {shown(a)} is {shown(rest)}")
    yield from _others_of_several(claim, levels)


def _others_of_several(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """What several shares of a sentence leave: `62% voted for it, 11% abstained and the others voted against`."""
    plain = (one for one in levels if one.sort is Sort.PART and isinstance(one.fact, Share) and not one.before)
    for _, group in itertools.groupby(plain, key=lambda one: one.fact.sentence.start):
        first, *more = group
        told = [number for one in (first, *more) if (number := number_of(one)) is not None]
        unit = unit_of(first)
        if not more or unit is None or unit.name != "percent" or len(told) <= len(more) or not _all_others(more[-1]):
            continue
        rest, all_told = HUNDRED - sum(told), sum(told, Decimal(0))
        if rest > 0 and rest == number_of(claim):
            wide = dataclasses.replace(first, wide=True, at=first.anchor)
            yield reckoned(wide, Sort.PART, rest, unit, f"the rest of {shown(all_told)} is {shown(rest)}", *more)


def _same_deed(claim: Statement, part: Statement) -> bool:
    """Whether a claim tells of the very deed of a share: `60% are moved on`, `two-fifths are moved on; the rest go`."""
    return any(nearest(word, part.verb) >= NEAR for word in claim.deeds)


def _all_others(part: Statement) -> bool:
    """Whether the sentence of a share tells of all the others behind it: `38 percent rent and the rest own`."""
    text, end = part.reading.facts.text, part.fact.sentence.end
    return has_phrase(text[part.anchor : end], "all_others")


def _names_others(claim: Statement, part: Statement) -> bool:
    """Whether a claim names what the sentence of a part says of the others: `13 cubs and the rest adults`."""
    text, end = part.reading.facts.text, part.fact.sentence.end
    told = phrases("all_others").search(text, part.anchor, end)
    behind = () if told is None else part.reading.stretch(told.end(), end)
    said = claim.reading.inside(claim.fact.sentence)
    return any(nearest(word, said) >= NEAR for word in weighty(behind))


def _counts_others(part: Statement, total: Statement, whole: Sequence[Word]) -> bool:
    """Whether a number counts other things than a total and the claim's whole: `Its keeper kept three goats`."""
    unit = unit_of(part)
    head = [] if unit is None or unit.kind is not UnitKind.COUNT else words_of(unit.name)[-1:]
    general = all(word.light or word.generic for word in head)  # "In 48 cases"
    return not general and any(nearest(word, (*total.measure, *total.elided, *whole)) < NEAR for word in head)


def products(levels: Sequence[Statement]) -> Iterator[Statement]:
    """How many a share of a stated total is: 60 percent of 400 patients are 240."""
    for part, total in itertools.permutations(levels, 2):
        if part.sort is not Sort.PART or total.sort is not Sort.LEVEL or not part.beside(total):
            continue
        a, b, unit = number_of(part), number_of(total), unit_of(part)
        apart = total.anchor > part.anchor and total.fact is not part.fact
        measured = unit_of(total)
        apart = apart or (measured is not None and measured.kind in (UnitKind.TIME, UnitKind.AGE))
        if a is None or b is None or unit is None or not isinstance(part.fact, Share) or apart:
            continue
        value = a * b / (HUNDRED if unit.name == "percent" else Decimal(1))
        how = f"{shown(a)}{' %' if unit.name == 'percent' else ''} of {shown(b)} = {shown(value)}"
        made = dataclasses.replace(part, measure=(*part.measure, *total.measure), lent=(*part.zone, *total.zone))
        yield reckoned(made, Sort.LEVEL, value, unit_of(total), how, total)


def _rests(levels: Sequence[Statement]) -> Iterator[Statement]:
    """What is left of a total for the thing that has the rest: `with subscriptions making up the rest`."""
    for part, total in itertools.permutations(levels, 2):
        if part.fact is not total.fact or (part.role, total.role) != ("part", "total"):
            continue
        reading, sentence = part.reading, part.fact.sentence
        words = [word for word in reading.inside(sentence) if word.start > max(part.anchor, total.anchor)]
        place = next((i for i, word in enumerate(words) if word.lower in listed("remainders")), None)
        a, b = number_of(part), in_unit_of(part, total)
        if place is None or a is None or b is None or not 0 < a < b:
            continue
        ratio = HUNDRED - a * HUNDRED / b
        about = [word for word in words[max(0, place - _NEAR_REST) : place + _NEAR_REST + 1] if not word.light]
        how = f"({shown(b)} - {shown(a)}) / {shown(b)} = {shown(ratio)} %"
        yield reckoned(
            dataclasses.replace(part, subject=tuple(about), at=part.anchor), Sort.PART, ratio, PERCENT, how, total
        )


def _of_total(part: Statement, total: Statement, whole: Sequence[Word]) -> bool:
    """Whether a level is a part of another: the text says so, or the other, told before, counts the claim's whole."""
    if part.fact is total.fact:
        return isinstance(part.fact, Share)
    stuff = total.reading.mention(total.slot("of"))
    if not (total.measure or stuff) or not whole or part.fact.sentence.start < total.fact.sentence.start:
        return False
    general = whole[-1].generic and bool(total.measure)
    return general or nearest(whole[-1], (*total.measure, *stuff, *total.subject)) >= NEAR


def sums(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """The sums of numbers of one sentence, where the claim speaks of a total; and what a part leaves of its total."""
    told = has_phrase(claim.fact.sentence.text, "summing")
    plain = (one for one in levels if one.sort is claim.sort and not one.before)
    for _, group in itertools.groupby(plain, key=lambda one: one.fact.sentence.start):
        summed = list(group)[:_MOST_SUMMED]
        own = [one for one in summed if _counts_the_same(claim, one)]
        for total in _totals(own if told and len(own) > 1 else summed, claim, whole=told):
            if any(number_of(one) == number_of(total) for one in summed):
                continue  # "Of the nine, seven … and two …" makes no nine
            listed_all = len(total.more) > 1 and number_of(total) == number_of(claim)  # "13 yachts, 8 boats, 5 kayaks"
            if told or listed_all or _no_chance(claim, total) or _names_each(claim, summed, total):
                yield total
    for total, part in itertools.permutations(levels, 2) if claim.sort is Sort.LEVEL else ():
        if part.fact is not total.fact or (total.role, part.role) != ("total", "part"):
            continue
        a, b = number_of(total), in_unit_of(total, part)
        if a is None or b is None or b >= a:
            continue
        rest = a - b == number_of(claim) and _all_others(part) and _names_others(claim, part)  # "and the rest adults"
        if _leaves(claim, part) or rest:
            left = dataclasses.replace(part, refused=claim.refused)  # "Seven of the 48 were not shot down"
            yield reckoned(left, Sort.LEVEL, a - b, unit_of(total), f"{shown(a)} - {shown(b)} = {shown(a - b)}")


def _counts_the_same(claim: Statement, one: Statement) -> bool:
    """Whether a number has the claim's unit, or leaves it to the one before."""
    unit, wanted = unit_of(one), unit_of(claim)
    return unit is None or (wanted is not None and unit.name == wanted.name)


def margins(claim: Statement, levels: Sequence[Statement]) -> Iterator[Statement]:
    """What parts two numbers that follow one another, where the claim tells of a margin: `by 212 votes to 187`."""
    if not _tells_margin(claim):
        return
    for one, other in itertools.pairwise(levels):
        a, b = number_of(one), in_unit_of(one, other)
        if a is None or b is None or not one.beside(other) or a <= b:
            continue
        wide = dataclasses.replace(one, wide=True, at=one.anchor)
        yield reckoned(wide, Sort.LEVEL, a - b, unit_of(one), f"{shown(a)} - {shown(b)} = {shown(a - b)}", other)


def _tells_margin(claim: Statement) -> bool:
    words = claim.reading.inside(claim.fact.measure, claim.fact.subject)
    return any(word.lower in margin_nouns() for word in words)


def _no_chance(claim: Statement, total: Statement) -> bool:
    """Whether a claim has the very number of a sum, and one of so many digits that this is no chance."""
    value = number_of(total) if unit_of(total) is not None else None
    return value is not None and value == number_of(claim) and len(value.normalize().as_tuple().digits) > _BY_CHANCE


def _totals(group: Sequence[Statement], claim: Statement, *, whole: bool) -> Iterator[Statement]:
    """The sums of two and more numbers that follow one another.

    Where the claim has one number, those alone that make it, and if `whole` the sum of them all.
    """
    for size in range(len(group), 1, -1):
        for start in range(len(group) - size + 1):
            first, *others = group[start : start + size]
            if len({one.anchor for one in (first, *others)}) < size:
                continue  # one number, of which two claims are made
            if any(one.fact is first.fact and {first.role, one.role} == {"left", "right"} for one in others):
                continue  # what is held against each other is not added up
            if any(_bare_beside_rate(first, one) for one in others):
                continue  # "had been doing 142 kilometres an hour where 100 is allowed"
            numbers = [number_of(first), *(in_unit_of(first, one) for one in others)]
            told = [number for number in numbers if number is not None]
            if len(told) == size:
                lost = [_lost(one) for one in (first, *others)]
                if all(lost):
                    lost = [False] * size
                total = sum((-one if gone else one for one, gone in zip(told, lost, strict=True)), Decimal(0))
                if not (whole and size == len(group)) and not fits(claim, total, unit_of(first)):
                    continue
                signed = (f"{'-' if gone else '+'} {shown(one)}" for one, gone in zip(told, lost, strict=True))
                how = f"{' '.join(signed).removeprefix('+ ')} = {shown(total)}"
                when = next((one.when for one in (*group, first) if one.when is not None), None)
                wide = dataclasses.replace(first, wide=True, when=when, at=first.anchor)
                yield reckoned(wide, first.sort, total, unit_of(first), how, *others)


def _bare_beside_rate(one: Statement, other: Statement) -> bool:
    """Whether a bare number behind another verb than that of a rate tells no part of a sum with it."""
    unit = unit_of(one)
    rate = unit is not None and unit.kind is UnitKind.COMPOUND
    return rate and unit_of(other) is None and one.fact.predicate != other.fact.predicate


def _names_each(claim: Statement, summed: Sequence[Statement], total: Statement) -> bool:
    """Whether a claim names what tells each part of a sum from the others: `very or fairly satisfied`."""
    facts = (total.original, *total.more)
    parts = [one for one in summed if any(one.fact is fact for fact in facts)]
    said = claim.reading.inside(claim.fact.sentence)
    for part in parts:
        others = [word for one in parts if one is not part for word in one.zone]
        if fits(claim, number_of(part) or Decimal(0), unit_of(part)):
            return False  # "1.2 million", to which 4,000 more make no difference
        own = [word for word in telling(part.zone) if nearest(word, others) < NEAR]
        if not any(nearest(word, said) >= NEAR for word in own):
            return False
    return len(parts) > 1


def _lost(statement: Statement) -> bool:
    """Whether a number is one of what is taken away: `and cut 90 in Graz`."""
    return any(word.lower in listed("taking_away") for word in (*statement.verb, *statement.zone))


def _leaves(claim: Statement, part: Statement) -> bool:
    """Whether a claim speaks of what is left of a part, not of the part: also where that are the exceptions."""
    if excepted(part):
        return not excepted(claim)
    one, other = (
        any(word.lower in listed("leaving") or word.lower.endswith(("n't", "n’t")) for word in told)
        for told in (claim.reading.inside(claim.fact.sentence), [one for one in part.zone if one.start < part.anchor])
    )
    return (one or has_phrase(claim.fact.sentence.text, "left_over")) != other
