"""Statements: a fact taken apart into single numbers, each with the words that tell what it is a number of."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from factex.records import Change, Comparison, Measurement, Rank, Share, UnitKind
from factex.verification.numbers import Interval, denied, stated
from factex.verification.words import Word, listed, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factex.facts import Facts
    from factex.records import Mention, Quantity, Span, TimeRef
    from factex.records.fact import AnyFact

# Where the word of a verb stands whose form in the text is another one.
NOWHERE = -1
# Where one clause of a sentence ends and the next begins.
_CLAUSES = re.compile(
    r"[;:—–]|, (?=(?:and|but|while|whereas|although|though|or|compared|against|with|who|which|after|before)\b)"
    r"|\b(?:while|whereas)\b"
)

_JOINTS = re.compile(r"[,;]|\band\b|\bbut\b|\bwhile\b")


class Sort(StrEnum):
    """What sort of number a statement gives."""

    LEVEL = "level"
    PART = "part"
    DELTA = "delta"
    GAP = "gap"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    RANK = "rank"
    WAY = "way"


@dataclass(frozen=True, eq=False)
class Statement:
    """One number of a fact, with what it is a number of.

    Attributes:
        fact: The fact.
        reading: The text that it comes from.
        role: The field of the fact that the number stands in.
        sort: What sort of number it is.
        interval: What the number commits to; None for a rank, or for a bare direction.
        subject: Words of what it is about.
        measure: Words of the property and of what is counted.
        verb: Words of what is done.
        when: The time that holds for the number.
        before: Whether it holds before that time only, as the start of a change does.
        refused: Whether the claim is denied, with nothing left of its number.
        more: Further facts that it was reckoned from.
        sum: How it was reckoned.
        wide: Whether it speaks for its whole sentence, as a sum does.
        source: The source's own fact, where `fact` was made to compare with a claim.
    """

    fact: AnyFact
    reading: Reading
    role: str
    sort: Sort
    interval: Interval | None
    subject: tuple[Word, ...] = ()
    measure: tuple[Word, ...] = ()
    verb: tuple[Word, ...] = ()
    when: TimeRef | None = None
    before: bool = False
    refused: bool = False
    more: tuple[AnyFact, ...] = ()
    sum: str = ""
    wide: bool = False
    source: AnyFact | None = None

    @property
    def original(self) -> AnyFact:
        """The fact as the source has it."""
        return self.source or self.fact

    @functools.cached_property
    def own(self) -> tuple[Word, ...]:
        """The words of its slots."""
        return (*self.subject, *self.measure, *self.verb, *self.reading.inside(self.fact.where))

    @functools.cached_property
    def around(self) -> tuple[Word, ...]:
        """The words of its sentence that no other fact of the sentence claims for itself."""
        if self.wide:
            return self.reading.inside(self.fact.sentence)
        return self.reading.around(self.fact)

    @functools.cached_property
    def near(self) -> tuple[Word, ...]:
        """Those of its own clause."""
        if self.wide:
            return self.around
        start, end = self.reading.clause(self.fact.sentence, self.anchor)
        return tuple(word for word in self.around if start <= word.start < end)

    @property
    def anchor(self) -> int:
        """Where its number stands."""
        found = getattr(self.fact, self.role, None)
        found = getattr(found, "quantity", found)
        start = getattr(found, "start", None)
        if start is None:
            start = next((quantity.start for quantity in self.fact.quantities()), None)
        if start is None:
            about = self.fact.subject or getattr(self.fact, "attribute", None)
            start = self.fact.sentence.start if about is None else about.start
        return int(start)

    @functools.cached_property
    def others(self) -> tuple[Word, ...]:
        """The words of its sentence that belong to the slots of other facts."""
        kept = {word.start for word in (*self.around, *self.own)}
        return tuple(word for word in self.reading.inside(self.fact.sentence) if word.start not in kept)


@dataclass(eq=False)
class Reading:
    """A text with its facts and words.

    Attributes:
        facts: The facts of the text.
        words: The words of the text.
    """

    facts: Facts
    words: tuple[Word, ...] = ()
    _starts: list[int] = field(default_factory=list)
    _clauses: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.words = words_of(self.facts.text)
        self._starts = [word.start for word in self.words]

    def inside(self, *spans: Span | None) -> tuple[Word, ...]:
        """The words within some spans."""
        found: list[Word] = []
        for span in spans:
            if span is not None:
                first = bisect.bisect_left(self._starts, span.start)
                found += self.words[first : bisect.bisect_left(self._starts, span.end)]
        return tuple(found)

    def mention(self, mention: Mention | None) -> tuple[Word, ...]:
        """The words of a mention and of what it stands for."""
        if mention is None:
            return ()
        own = self.inside(mention)
        if mention.antecedent is None or (len(own) > 1 and own[0].lower in listed("possessives")):
            return own
        return (*self.inside(mention.resolved), *own)

    def clause(self, sentence: Span, at: int) -> tuple[int, int]:
        """The bounds of the clause of a sentence that holds a place of the text.

        Clauses end at their marks, and between two numbers of different facts at the last comma or `and`.
        """
        start, end = sentence.start, sentence.end
        for first, last in self._bounds(sentence):
            if last <= at:
                start = max(start, last)
            elif first > at:
                end = min(end, first)
        return start, end

    def _bounds(self, sentence: Span) -> list[tuple[int, int]]:
        """Where clauses of a sentence end and the next ones start."""
        found = self._clauses.get(sentence.start)
        if found is None:
            text = self.facts.text
            found = [match.span() for match in _CLAUSES.finditer(text, sentence.start, sentence.end)]
            numbers = sorted(
                {
                    (quantity.start, quantity.end, id(fact))
                    for fact in self._by_sentence.get(sentence.start, ())
                    for quantity in fact.quantities()
                }
            )
            for one, other in itertools.pairwise(numbers):
                if one[2] != other[2]:
                    joints = list(_JOINTS.finditer(text, one[1], other[0]))
                    found += [joints[-1].span()] if joints else []
            self._clauses[sentence.start] = found = sorted(found)
        return found

    def before(self, span: Span) -> tuple[Word, ...]:
        """The words of the text before a span."""
        return self.words[: bisect.bisect_left(self._starts, span.start)]

    def behind(self, span: Span) -> tuple[Word, ...]:
        """The words of the text behind a span."""
        return self.words[bisect.bisect_left(self._starts, span.end) :]

    @functools.cached_property
    def _by_sentence(self) -> dict[int, list[AnyFact]]:
        found: dict[int, list[AnyFact]] = {}
        for fact in self.facts:
            found.setdefault(fact.sentence.start, []).append(fact)
        return found

    def around(self, fact: AnyFact) -> tuple[Word, ...]:
        """The words of a fact's sentence without those that only other facts of the sentence have in their slots."""
        own = {word.start for span in _spans(fact) for word in self.inside(span)}
        numbers = {word.start for word in self.inside(*fact.quantities())}
        taken = {
            word.start
            for other in self._by_sentence[fact.sentence.start]
            if other is not fact
            for span in _spans(other)
            for word in self.inside(span)
        }
        return tuple(
            word
            for word in self.inside(fact.sentence)
            if word.start not in numbers and (word.start in own or word.start not in taken)
        )

    @functools.cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements of all facts."""
        return tuple(statement for fact in self.facts for statement in statements(fact, self))


def _spans(fact: AnyFact) -> Iterator[Span]:
    """The spans of a fact's slots."""
    names = ("subject", "measure", "where", "of", "whole", "attribute", "scope")
    yield from (span for name in names if (span := getattr(fact, name, None)) is not None)
    for side in ("left", "right"):
        span = getattr(getattr(fact, side, None), "subject", None)
        if span is not None:
            yield span
    yield from fact.quantities()


def _verb(fact: AnyFact, reading: Reading) -> tuple[Word, ...]:
    """The words of a fact's predicate, where they stand in its sentence; else the lemma as a word of its own."""
    if fact.predicate is None:
        return ()
    (lemma, *_) = words_of(fact.predicate) or (None,)
    if lemma is None:
        return ()
    found = tuple(word for word in reading.inside(fact.sentence) if word.stem == lemma.stem and not word.name)
    return found[:1] or (Word(lemma.lower, lemma.stem, NOWHERE, NOWHERE, keys=lemma.keys),)


def _counted(quantity: Quantity | None, reading: Reading) -> tuple[Word, ...]:
    """The words of what a quantity counts."""
    if quantity is None or quantity.unit is None or quantity.unit.kind not in (UnitKind.COUNT, UnitKind.COMPOUND):
        return ()
    inside = {word.stem for word in words_of(quantity.unit.text)}
    found = tuple(word for word in reading.inside(quantity) if word.stem in inside)
    return found or words_of(quantity.unit.text)


def statements(fact: AnyFact, reading: Reading) -> Iterator[Statement]:
    """The statements that a fact makes."""
    subject = reading.mention(fact.subject)
    verb = _verb(fact, reading)
    measure = reading.mention(fact.measure)

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
        refused = False
        if fact.negated and interval is not None:
            attained = fact.predicate in listed("attained")
            left = denied(interval, attained=attained) if attained or fact.predicate in listed("passed") else None
            interval, refused = (left, False) if left is not None else (interval, True)
        words = (*measure, *counted, *also)
        about = tuple(who) or subject
        return Statement(fact, reading, role, sort, interval, about, words, verb, when, before=before, refused=refused)

    if isinstance(fact, Measurement):
        yield made("quantity", _sort(fact.quantity), fact.quantity, (*subject, *reading.mention(fact.of)))
    elif isinstance(fact, Change):
        yield from _of_change(fact, made)
    elif isinstance(fact, Comparison):
        left, right = (reading.mention(side.subject) for side in (fact.left, fact.right))
        if fact.left.quantity is not None:
            yield made("left", _sort(fact.left.quantity), fact.left.quantity, left, when=fact.left.when or fact.when)
        if fact.right.quantity is not None:
            old = fact.right.when is not None and not right
            when = fact.right.when or (None if old else fact.when)
            yield made("right", _sort(fact.right.quantity), fact.right.quantity, right, when=when)
        if fact.difference is not None:
            yield made("difference", Sort.GAP, fact.difference, left)
        if fact.factor is not None:
            yield made("factor", Sort.RATIO, fact.factor, left)
        if fact.difference is None and fact.factor is None and fact.relation is not None and right:
            yield made("relation", Sort.WAY, None, left)
    elif isinstance(fact, Share):
        whole = (*reading.mention(fact.whole), *_counted(fact.total, reading))
        if fact.fraction is not None:
            yield made("fraction", Sort.PART, fact.fraction, also=whole)
        if fact.part is not None:
            yield made("part", Sort.LEVEL, fact.part, also=whole)
        if fact.total is not None:
            yield made("total", Sort.LEVEL, fact.total, whole or _counted(fact.total, reading))
    elif isinstance(fact, Rank):
        scope = (*reading.mention(fact.attribute), *reading.mention(fact.scope), *_ranked(fact, reading))
        yield Statement(fact, reading, "position", Sort.RANK, None, subject, scope, verb, fact.when)


def _ranked(fact: Rank, reading: Reading) -> tuple[Word, ...]:
    """What is ranked: the first word behind the attribute that is no light one."""
    if fact.attribute is None:
        return ()
    behind = [word for word in reading.inside(fact.sentence) if word.start >= fact.attribute.end]
    return tuple(word for word in behind[:3] if not word.light)[:1]


def _of_change(fact: Change, made: Callable[..., Statement]) -> Iterator[Statement]:
    if fact.start is not None:
        yield made("start", _sort(fact.start), fact.start, before=True)
    if fact.end is not None:
        yield made("end", _sort(fact.end), fact.end)
    for role, quantity in (("amount", fact.amount), ("relative", fact.relative)):
        if quantity is not None:
            yield made(role, Sort.DELTA, quantity)
    if fact.factor is not None:
        yield made("factor", Sort.MULTIPLE, fact.factor)
    if fact.direction is not None and fact.amount is None and fact.factor is None:
        yield made("direction", Sort.WAY, None)


def _sort(quantity: Quantity) -> Sort:
    return Sort.PART if quantity.unit is not None and quantity.unit.name in ("percent", "fraction") else Sort.LEVEL
