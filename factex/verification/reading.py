"""Readings: a text's words by sentence and clause, with the facts that they belong to."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factex.verification.knowledge import listed
from factex.verification.words import Word, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.facts import Facts
    from factex.records import Mention, Span
    from factex.records.fact import AnyFact
    from factex.verification.statement import Statement

# Where one clause of a sentence ends and the next begins.
_CLAUSES = re.compile(
    r"[;:—–]|, (?=(?:and|but|while|whereas|although|though|or|compared|against|with)\b)"
    r"|, (?=(?:after|before|where|since|because|so)\b)"
    r"|\b(?:while|whereas)\b"
)

# What a mention is, told behind it.
_APPOSED = re.compile(r"\s?(?:\([^)]*\))?,\s((?:the|an?|its|his|her|their|one)\b[^,.;]*)[,.;]")
# What parts two numbers of one sentence, the strongest first: `Line 4 carries 61,000 and Line 7, which …, 47,000`.
_PARTING = tuple(
    re.compile(pattern)
    for pattern in (
        r"[;:—–]",
        r",\s(?:and|but|while|whereas|although|as against|as compared|compared|against|versus)\b",
        r"\b(?:while|whereas|but|and|as against|compared|against|versus|rather than|instead of)\b",
        r"\b(?:is|are|stands at|costs|has) now\b|\bnow\b",
    )
)


@dataclass(eq=False)
class Reading:
    """A text with its facts and words.

    Attributes:
        facts: The facts of the text.
        words: The words of the text.
        statements: The statements that its facts make; `apart.read` sets them.
    """

    facts: Facts
    words: tuple[Word, ...] = ()
    statements: tuple[Statement, ...] = ()
    _starts: list[int] = field(default_factory=list)
    _clauses: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _zones: dict[int, list[tuple[int, bool]]] = field(default_factory=dict)
    _slots: dict[int, set[int]] = field(default_factory=dict)
    _around: dict[int, tuple[AnyFact, tuple[Word, ...]]] = field(default_factory=dict)

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

    def stretch(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that start between two places of the text."""
        return self.words[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def mention(self, mention: Mention | None) -> tuple[Word, ...]:
        """The words of a mention and of what it stands for."""
        if mention is None:
            return ()
        own = self.inside(mention)
        if mention.antecedent is None or (len(own) > 1 and own[0].lower in listed("possessives")):
            return own
        return (*self.inside(mention.resolved), *own)

    def apposition(self, mention: Mention | None) -> tuple[Word, ...]:
        """The words that say, between commas behind a mention, what it is: `Ashir, the highest of Tesh, …`."""
        match = None if mention is None else _APPOSED.match(self.facts.text, mention.end)
        if match is None:
            return ()
        return tuple(word for word in self.words if match.start(1) <= word.start < match.end(1))

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
            found += [(cut, cut) for cut, one_fact in self._cuts(sentence) if not one_fact]
            self._clauses[sentence.start] = found = sorted(found)
        return found

    def _numbers(self, sentence: Span) -> list[tuple[int, int, int]]:
        """Start and end of the numbers of a sentence's facts, in order, each with the place of its fact."""
        facts = enumerate(self.of(sentence))
        return sorted({(one.start, one.end, place) for place, fact in facts for one in fact.quantities()})

    def of(self, sentence: Span) -> Sequence[AnyFact]:
        """The facts of a sentence."""
        return self._by_sentence.get(sentence.start, ())

    def zone(self, sentence: Span, at: int) -> tuple[int, int]:
        """The bounds of the stretch of a sentence that tells of the number at a place, and of no other.

        It ends where something parts that number from its neighbours: a mark, else a conjunction, else the last comma.
        """
        cuts = [cut for cut, _ in self._cuts(sentence)]
        index = bisect.bisect_right(cuts, at)
        return (cuts[index - 1] if index else sentence.start), (cuts[index] if index < len(cuts) else sentence.end)

    def _cuts(self, sentence: Span) -> list[tuple[int, bool]]:
        """Where the stretches of the numbers of a sentence end, and whether one fact has the numbers on both sides."""
        found = self._zones.get(sentence.start)
        if found is None:
            text = self.facts.text
            self._zones[sentence.start] = found = [
                (cut, one[2] == other[2])
                for one, other in itertools.pairwise(self._numbers(sentence))
                if other[0] > one[1] and (cut := _parted(text, one[1], other[0])) is not None
            ]
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
        known = self._around.get(id(fact))
        if known is None:  # the fact is kept too, so that its id stays its own
            known = self._around[id(fact)] = fact, self._words_around(fact)
        return known[1]

    def _words_around(self, fact: AnyFact) -> tuple[Word, ...]:
        own = {word.start for span in _spans(fact) for word in self.inside(span)}
        numbers = {word.start for word in self.inside(*fact.quantities())}
        taken = self._taken(fact.sentence)
        return tuple(
            word
            for word in self.inside(fact.sentence)
            if word.start not in numbers and (word.start in own or word.start not in taken)
        )

    def _taken(self, sentence: Span) -> set[int]:
        """Where the words start that the facts of a sentence have in their slots."""
        found = self._slots.get(sentence.start)
        if found is None:
            facts = self._by_sentence[sentence.start]
            found = {word.start for fact in facts for span in _spans(fact) for word in self.inside(span)}
            self._slots[sentence.start] = found
        return found


def _parted(text: str, start: int, end: int) -> int | None:
    """Where something parts two numbers between which a stretch of text stands; None where nothing does."""
    for pattern in _PARTING:
        match = pattern.search(text, start, end)
        if match is not None:
            return match.start()
    comma = text.rfind(", ", start, end)
    return None if comma < 0 else comma


def _spans(fact: AnyFact) -> Iterator[Span]:
    """The spans of a fact's slots."""
    names = ("subject", "measure", "where", "of", "whole", "attribute", "scope")
    slots = vars(fact)  # an attribute that a kind has not takes pydantic long to deny
    yield from (span for name in names if (span := slots.get(name)) is not None)
    for side in ("left", "right"):
        span = getattr(slots.get(side), "subject", None)
        if span is not None:
            yield span
    yield from fact.quantities()
