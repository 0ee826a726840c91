"""Facts taken apart: the statements that each of them makes."""

from __future__ import annotations

import dataclasses
import itertools
import re
from typing import TYPE_CHECKING

from factex.records import Change, Comparison, Measurement, Rank, Share, UnitKind
from factex.verification.knowledge import has_phrase, listed
from factex.verification.numbers import denied, stated
from factex.verification.reading import Reading
from factex.verification.statement import Sort, Statement
from factex.verification.words import Word, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factex.facts import Facts
    from factex.records import Quantity, TimeRef
    from factex.records.fact import AnyFact

# Where the word of a verb stands whose form in the text is another one.
NOWHERE = -1
# A sentence that goes on with what the one before told: "That was a drop of 6 percent."
_POINTING = re.compile(r"\W*(?:That|This) (?:is|was|represents?|marks?|marked|represented|compares?|meant|means)\b")
# So many characters before a number tell that it was given up for another.
_REACH = 24


def read(facts: Facts) -> Reading:
    """The reading of a text, with its statements."""
    reading = Reading(facts)
    found = (statement for fact in facts for statement in statements(fact, reading))
    reading.statements = tuple(_with_own_subject(statement) for statement in found)
    return reading


def _with_own_subject(statement: Statement) -> Statement:
    """The statement with the name before its number as its subject, where its fact has that of another number.

    In `Onna is 310 metres deep, and Sarm 95 metres` the second number is that of Sarm.
    """
    subject = statement.fact.subject
    start, _ = statement.bounds
    if subject is None or not statement.fact.sentence.start <= subject.start < start:
        return statement
    before = statement.reading.stretch(start, statement.anchor)
    named = tuple(itertools.takewhile(lambda word: word.name, itertools.dropwhile(lambda word: not word.name, before)))
    if not named or (before.index(named[0]) and before[before.index(named[0]) - 1].lower in listed("prepositions")):
        return statement
    return dataclasses.replace(statement, subject=named)


def _verb(fact: AnyFact, reading: Reading) -> tuple[Word, ...]:
    """The words of a fact's predicate, where they stand in its sentence; else the lemma as a word of its own."""
    if fact.predicate is None:
        return ()
    (lemma, *_) = words_of(fact.predicate) or (None,)
    if lemma is None:
        return ()
    found = tuple(word for word in reading.inside(fact.sentence) if word.stem == lemma.stem and not word.name)
    return found[:1] or (dataclasses.replace(lemma, start=NOWHERE, end=NOWHERE),)


def _undone(fact: AnyFact, verb: tuple[Word, ...], reading: Reading) -> bool:
    """Whether the verb tells that a deed was not done: `failed to survive`."""
    if fact.predicate not in listed("undone") or not verb:
        return False
    return [word.lower for word in reading.stretch(verb[0].end, fact.sentence.end)[:1]] == ["to"]


def _counted(quantity: Quantity | None, reading: Reading) -> tuple[Word, ...]:
    """The words of what a quantity counts."""
    if quantity is None or quantity.unit is None or quantity.unit.kind not in (UnitKind.COUNT, UnitKind.COMPOUND):
        return ()
    if _lent(quantity):
        return ()
    rate = quantity.unit.kind is UnitKind.COMPOUND
    name = quantity.unit.name.split(" / ", maxsplit=1)[0] if rate else quantity.unit.text
    inside = {word.stem for word in words_of(name)}
    found = tuple(word for word in reading.inside(quantity) if word.stem in inside)
    return found or (() if rate else words_of(name))


def _lent(quantity: Quantity | None) -> bool:
    """Whether a quantity has what it counts from a neighbour, so that it is as good as bare: `46 mills and … 71`."""
    unit = None if quantity is None else quantity.unit
    return quantity is not None and unit is not None and unit.kind is UnitKind.COUNT and unit.text not in quantity.text


def statements(fact: AnyFact, reading: Reading) -> Iterator[Statement]:
    """The statements that a fact makes."""
    subject = reading.mention(fact.subject)
    if all(word.lower in listed("comparatives") for word in subject):
        subject = ()
    if _POINTING.match(fact.sentence.text) and all(word.light for word in subject):
        subject = _told_before(fact, reading)
    verb = _verb(fact, reading)
    measure = reading.mention(fact.measure)
    undone = _undone(fact, verb, reading)

    def made(
        role: str,
        sort: Sort,
        quantity: Quantity | None,
        who: Sequence[Word] = (),
        also: Sequence[Word] = (),
        when: TimeRef | None = fact.when,
        *,
        before: bool = False,
    ) -> Statement:
        counted = _counted(quantity, reading)
        interval = None if quantity is None else stated(quantity)
        if interval is not None and _lent(quantity):
            interval = dataclasses.replace(interval, unit=None)
        refused = undone and role != "total"
        if fact.negated and interval is not None and role != "total":  # "50 of the 80 were not freed"
            attained = fact.predicate in listed("attained")
            bounded = (interval.low is None) is not (interval.high is None)  # "did not cover more than 20 kilometres"
            passed = attained or bounded or fact.predicate in listed("passed")
            left = denied(interval, attained=attained) if passed else None
            interval, refused = (left, False) if left is not None else (interval, True)
        words = (*measure, *counted, *also)
        about = tuple(who) or subject
        return Statement(fact, reading, role, sort, interval, about, words, verb, when, before=before, refused=refused)

    if isinstance(fact, Measurement):
        behind = reading.stretch(fact.quantity.end, fact.sentence.end)[:1]
        gap = any(word.lower in listed("comparatives") for word in behind)  # "became $57 cheaper"
        sort = Sort.GAP if gap else _sort(fact.quantity)
        one = made("quantity", sort, fact.quantity, (*subject, *reading.mention(fact.of)))
        yield _given_up(one, reading.facts.text[max(0, fact.quantity.start - _REACH) : fact.quantity.start])
    elif isinstance(fact, Change):
        yield from _of_change(fact, made)
    elif isinstance(fact, Comparison):
        yield from _of_comparison(fact, reading, made)
    elif isinstance(fact, Share):
        whole = (*reading.mention(fact.whole), *_counted(fact.total, reading))
        if fact.fraction is not None:
            yield made("fraction", Sort.PART, fact.fraction, also=whole)
        if fact.part is not None:
            yield made("part", Sort.LEVEL, fact.part, also=whole)
        if fact.total is not None:
            told = fact.when
            if fact.part is not None and told is not None and fact.total.start < fact.part.start < told.start:
                told = None  # "1.6 million rides, of which 310,000 were made last year"
            yield made("total", Sort.LEVEL, fact.total, whole or _counted(fact.total, reading), when=told)
    elif isinstance(fact, Rank):
        scope = (*reading.mention(fact.attribute), *reading.mention(fact.scope), *_ranked(fact, reading))
        yield Statement(fact, reading, "position", Sort.RANK, None, subject, scope, verb, fact.when)


def _told_before(fact: AnyFact, reading: Reading) -> tuple[Word, ...]:
    """What the sentence before is about, for one that goes on with it: `That was a drop of 6 percent`."""
    earlier = [one for one in reading.facts if one.sentence.end <= fact.sentence.start]
    last = [one for one in earlier if one.sentence.start == earlier[-1].sentence.start]
    return reading.mention(last[0].subject or last[0].measure) if last else ()


def _ranked(fact: Rank, reading: Reading) -> tuple[Word, ...]:
    """What is ranked: the first word behind the attribute that is no light one."""
    if fact.attribute is None:
        return ()
    behind = [word for word in reading.inside(fact.sentence) if word.start >= fact.attribute.end]
    return tuple(word for word in behind[:3] if not word.light)[:1]


def _given_up(statement: Statement, led: str) -> Statement:
    """The statement as one that is denied, or not attained, where the words before its number tell so.

    `Instead of the 30 billion foreseen, it was 37`, `58 percent, short of the 60 percent that it takes`.
    """
    if has_phrase(led, "led_by_instead"):
        return dataclasses.replace(statement, refused=True)
    if has_phrase(led, "led_by_short") and statement.interval is not None:
        left = denied(statement.interval, attained=True)
        return statement if left is None else dataclasses.replace(statement, interval=left)
    return statement


def _of_comparison(fact: Comparison, reading: Reading, made: Callable[..., Statement]) -> Iterator[Statement]:
    """The two levels of a comparison, what lies between them, and their order where nothing tells how much."""
    left, right = (reading.mention(side.subject) for side in (fact.left, fact.right))
    if fact.left.quantity is not None:
        yield made("left", _sort(fact.left.quantity), fact.left.quantity, left, when=fact.left.when or fact.when)
    if fact.right.quantity is not None:
        old = fact.right.when is not None and not right
        when = fact.right.when or (None if old else fact.when)
        start = fact.right.quantity.start
        led = reading.facts.text[max(0, start - _REACH) : start]
        given_up = has_phrase(led, "given_up_for")
        told = made("right", _sort(fact.right.quantity), fact.right.quantity, right, when=when, before=given_up)
        missed = not right and has_phrase(led, "led_by_short")
        yield _given_up(told, led) if missed else told
    if fact.difference is not None:
        yield made("difference", Sort.GAP, fact.difference, left)
    if fact.factor is not None:
        yield made("factor", Sort.RATIO, fact.factor, left)
    if fact.difference is None and fact.factor is None and fact.relation is not None and right:
        yield made("relation", Sort.WAY, None, left)


def _of_change(fact: Change, made: Callable[..., Statement]) -> Iterator[Statement]:
    """The two levels of a change, how much it was, and its direction where nothing tells how much."""
    if fact.start is not None:
        yield made("start", _sort(fact.start), fact.start, before=True)
    if fact.end is not None:
        yield made("end", _sort(fact.end), fact.end)
    for role, quantity in (("amount", fact.amount), ("relative", fact.relative)):
        if quantity is not None:
            yield made(role, Sort.DELTA, quantity)
    if fact.factor is not None:
        yield made("factor", Sort.MULTIPLE, fact.factor)
    unit = None if fact.end is None else fact.end.unit
    stands = fact.start is None and unit is not None and unit.kind is UnitKind.PHYSICAL  # "the peak rises to 4,812 m"
    stands = stands or (fact.negated and fact.end is not None)  # "never dropped below 50 percent"
    if fact.direction is not None and fact.amount is None and fact.factor is None and not stands:
        yield made("direction", Sort.WAY, None)


def _sort(quantity: Quantity) -> Sort:
    return Sort.PART if quantity.unit is not None and quantity.unit.name in ("percent", "fraction") else Sort.LEVEL
