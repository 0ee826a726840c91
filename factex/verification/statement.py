"""Statements: single numbers of facts, each with the words that tell what it is a number of."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from factex.records import Quantity, Side, UnitKind
from factex.verification.knowledge import has_phrase, knowledge, listed
from factex.verification.scopes import Scopes, weighty

if TYPE_CHECKING:
    from factex.records import Mention, TimeRef
    from factex.records.fact import AnyFact
    from factex.verification.numbers import Interval
    from factex.verification.reading import Reading
    from factex.verification.words import Word

# How many words before a relative pronoun it may stand for.
_REACH = 6
_EXCEPT = re.compile(r"\b(?:all but|except(?: for)?|apart from) (?:\w+ ){0,2}$", re.IGNORECASE)
_PLACED = re.compile(
    r"\b(?:in|at|to|for|among) (?:the |that |those )?"
    r"(?:[a-z]+ern\b|north\b|south\b|east\b|west\b|cent(?:re|er)\b|[A-Z])"
)


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
        lent: Words about further numbers that it was reckoned from.
        source: The source's own fact, where `fact` was made to compare with a claim.
        at: Where the number stands that it was reckoned from.
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
    lent: tuple[Word, ...] = ()
    source: AnyFact | None = None
    at: int | None = None

    @property
    def original(self) -> AnyFact:
        """The fact as the source has it."""
        return self.source or self.fact

    @functools.cached_property
    def own(self) -> tuple[Word, ...]:
        """The words of its slots."""
        return (
            *self.subject,
            *self.measure,
            *self.verb,
            *self.reading.inside(self.where),
            *self.lent,
            *self.elided,
            *self.led_to,
        )

    def slot(self, name: str) -> Any:
        """What its fact has in a slot; None also where facts of its kind have none."""
        return vars(self.fact).get(name)  # pydantic takes long to deny an attribute

    @property
    def quantity(self) -> Quantity | None:
        """The quantity that its number comes from; None for a rank, a bare direction, and what was reckoned."""
        found = self.slot(self.role)
        found = found.quantity if isinstance(found, Side) else found
        return found if isinstance(found, Quantity) else None

    def beside(self, other: Statement) -> bool:
        """Whether its number and another of the same text stand in one sentence."""
        return self.fact.sentence.start == other.fact.sentence.start

    @property
    def aged(self) -> bool:
        """Whether its number is somebody's age."""
        unit = None if self.interval is None else self.interval.unit
        return unit is not None and unit.kind is UnitKind.AGE

    @property
    def counts(self) -> bool:
        """Whether its number tells how many there are of something."""
        unit = None if self.interval is None else self.interval.unit
        return self.sort is not Sort.DELTA and unit is not None and unit.kind is UnitKind.COUNT

    @functools.cached_property
    def deeds(self) -> list[Word]:
        """The words of what is done, where that is more than being there or being had."""
        having = knowledge().having
        return [word for word in weighty(self.verb) if word.stem not in having]

    @functools.cached_property
    def scopes(self) -> Scopes:
        """The words about it, by how near they stand."""
        return Scopes(self)

    @functools.cached_property
    def where(self) -> Mention | None:
        """The place of its fact, but for one that another number's stretch tells where the own one has another."""
        place = self.fact.where
        start, end = self.bounds
        if place is None or start <= place.start < end or place.start < self.fact.sentence.start:
            return place
        part = self.slot("part")
        if self.role == "total" and self.anchor < place.start and part is not None and part.start > self.anchor:
            return None  # "runs 90 shops, 24 of them in the capital"
        return None if _PLACED.search(self.reading.facts.text, start, end) else place

    @functools.cached_property
    def bounds(self) -> tuple[int, int]:
        """The bounds of the stretch of its sentence that tells of its number."""
        return self.reading.zone(self.fact.sentence, self.anchor)

    @functools.cached_property
    def around(self) -> tuple[Word, ...]:
        """The words of its sentence that no other fact of the sentence claims for itself."""
        if self.wide:
            return self.reading.inside(self.fact.sentence)
        return self.reading.around(self.fact)

    @functools.cached_property
    def _earlier(self) -> tuple[Statement, ...]:
        """The statements of its sentence whose numbers stand before its own."""
        inside = (one for one in self.reading.statements if one.beside(self))
        return tuple(one for one in inside if one.anchor < self.anchor)

    @functools.cached_property
    def led_to(self) -> tuple[Word, ...]:
        """The words before a relative pronoun that is the subject: any of them may be what it stands for."""
        subject = self.fact.subject
        if subject is None or subject.text.lower() not in listed("relative"):
            return ()
        before = [word for word in self.reading.inside(self.fact.sentence) if word.start < subject.start]
        return tuple(word for word in before[-_REACH:] if not word.name)

    @functools.cached_property
    def elided(self) -> tuple[Word, ...]:
        """What it counts, where only an earlier number says so: `The firm sold 70 ships in Oslo and 20 in Bergen`."""
        if self.interval is None or self.measure:
            return ()
        deeds = (None, self.fact.predicate)
        rest = has_phrase(self.reading.facts.text[self.fact.sentence.start : self.anchor], "remaining")
        told = (
            one
            for one in self._earlier
            if one.sort is self.sort and (rest or self.fact.predicate is None or one.fact.predicate in deeds)
        )
        return next((one.measure for one in told if one.measure), ())

    @functools.cached_property
    def inherited(self) -> tuple[Word, ...]:
        """Whom an earlier number is told of, where its own fact has none: `It made sales of 7 and a profit of 2`."""
        if self.subject and self.fact.predicate is not None:
            return ()
        return next((one.subject for one in self._earlier if one.subject), ())

    @functools.cached_property
    def near(self) -> tuple[Word, ...]:
        """Those of its own clause."""
        if self.wide:
            return self.around
        start, end = self.reading.clause(self.fact.sentence, self.anchor)
        return tuple(word for word in self.around if start <= word.start < end)

    @functools.cached_property
    def zone(self) -> tuple[Word, ...]:
        """The words of the stretch of its sentence that tells of its number, and of no other."""
        start, end = self.bounds
        numbers = {word.start for word in self.reading.inside(*self.fact.quantities()) if word.lower.isdigit()}
        inside = self.reading.inside(self.fact.sentence)
        return tuple(word for word in inside if start <= word.start < end and word.start not in numbers)

    @functools.cached_property
    def anchor(self) -> int:
        """Where its number stands."""
        if self.at is not None:
            return self.at
        found = self.slot(self.role)
        found = getattr(found, "quantity", found)
        start = getattr(found, "start", None)
        if start is None:
            start = next((quantity.start for quantity in self.fact.quantities()), None)
        if start is None:
            about = self.fact.subject or self.slot("attribute")
            start = self.fact.sentence.start if about is None else about.start
        return int(start)

    @functools.cached_property
    def others(self) -> tuple[Word, ...]:
        """The words of its sentence that belong to the slots of other facts."""
        kept = {word.start for word in (*self.around, *self.own)}
        return tuple(word for word in self.reading.inside(self.fact.sentence) if word.start not in kept)


def excepted(statement: Statement) -> bool:
    """Whether a number counts those of whom something does not hold: `all but 11`."""
    return _EXCEPT.search(statement.reading.facts.text[: statement.anchor]) is not None
