"""Arithmetic between two things: the difference and the ratio of their levels."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import TYPE_CHECKING

from factex.records import Comparison, Order
from factex.verification import reckoning
from factex.verification.numbers import HUNDRED
from factex.verification.reckoning import PARTS, in_unit_of, number_of, over, reckoned, shown, unit_of
from factex.verification.scopes import NEAR, nearest, telling
from factex.verification.statement import Sort, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from factex.records import Mention
    from factex.verification.statement import Reading
    from factex.verification.words import Word

# What may stand behind a noun to tell it apart from another: "its plant in Chile".
_BEHIND = re.compile(r",?\s(?:in|at|of|on|for|from|along|with|by|who|which|that)\s")
_REACH = 40
_SIGNS = {Order.GREATER: ">", Order.LESS: "<", Order.EQUAL: "="}
_SAME = 0.95


def comparisons(claim: Statement, fact: Comparison, levels: Sequence[Statement]) -> Iterator[Statement]:
    """Difference, ratio or order of the levels of the two things that a comparison names."""
    sides = [_side(claim.reading, mention) for mention in (fact.left.subject or fact.subject, fact.right.subject)]
    sides[0] += claim.reading.inside(fact.where)  # "more shops in Poland than in Slovakia"
    left, right = ([word for word in one if nearest(word, other) < _SAME] for one, other in (sides, sides[::-1]))
    if not left or not right:
        return
    for one, other in itertools.permutations(levels, 2):
        if not _is_of(left, one, right) or not _is_of(right, other, left):
            continue
        a, b = number_of(one), in_unit_of(one, other)
        if a is not None and b is not None:
            order = Order.GREATER if a > b else Order.LESS if a < b else Order.EQUAL
            about = (*one.subject, *other.subject)
            told = dataclasses.replace(one, fact=_ordered(one, fact, order), source=one.fact, subject=about)
            made = _comparison(claim, told, other, a, b)
            if made is not None:
                yield made


def _comparison(claim: Statement, told: Statement, other: Statement, a: Decimal, b: Decimal) -> Statement | None:
    """The comparison of two levels in the form that the claim tells it."""
    unit, own = unit_of(claim), unit_of(told)
    sign = ">" if a > b else "<" if a < b else "="
    if claim.sort is Sort.WAY:
        return reckoning.restated(told, Sort.WAY, None, f"{shown(a)} {sign} {shown(b)}", other)
    if claim.sort is Sort.RATIO:
        ratio, stated = over(a, b), number_of(claim)
        if ratio is None:
            return None
        how = f"{shown(a)} / {shown(b)} = {shown(ratio)}"
        if stated is not None and stated != ratio:
            how = f"{shown(b)} × {shown(stated)} = {shown(b * stated)} {'<' if ratio > stated else '>'} {shown(a)}"
        return reckoned(told, Sort.RATIO, ratio, reckoning.TIMES, how, other)
    if unit is not None and unit.name in PARTS:
        gap = over((a - b) * HUNDRED, abs(b))
        how = "" if gap is None else f"({shown(a)} - {shown(b)}) / {shown(b)} = {shown(gap)} %"
        return None if gap is None else reckoned(told, Sort.GAP, abs(gap), reckoning.PERCENT, how, other)
    points = reckoning.POINT if own is not None and own.name == "percent" else own
    return reckoned(told, Sort.GAP, abs(a - b), points, f"{shown(a)} - {shown(b)} = {shown(a - b)}", other)


def _side(reading: Reading, mention: Mention | None) -> list[Word]:
    """The words of one side of a comparison, with the phrase behind that tells it apart: `its plant in Chile`."""
    if mention is None:
        return []
    words = list(reading.mention(mention))
    text = reading.facts.text
    if _BEHIND.match(text, mention.end):
        marks = (text.find(mark, mention.end + 1) for mark in ".,;")
        end = min([mention.end + _REACH, *(place for place in marks if place >= 0)])
        behind = [word for word in reading.words if mention.end <= word.start < end][1:]
        words += itertools.takewhile(lambda word: not word.light or word.lower == "the", behind[:4])
    return telling(words)


def _is_of(words: Sequence[Word], statement: Statement, not_of: Sequence[Word]) -> bool:
    """Whether a statement is about the thing with some words rather than about that with others.

    Its slots decide, and where they have neither, its clause: `The one at Grell has 46 turbines`.
    """
    for about in (statement.own, statement.near):
        mine, yours = (sum(nearest(word, about) >= NEAR for word in one) / len(one) for one in (words, not_of))
        if mine or yours:
            return mine > yours and mine >= 1 / 3
    return False


def _ordered(statement: Statement, claim: Comparison, order: Order) -> Comparison:
    """The fact of a statement as a comparison in an order, so that it compares with one."""
    left, right = (side.model_copy(update={"quantity": None}) for side in (claim.left, claim.right))
    return Comparison(**reckoning.shared(statement.fact), left=left, right=right, relation=order)
