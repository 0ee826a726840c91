"""Facts: one record a claim, five kinds, told apart by `kind`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field
from typing_extensions import override

from factex.records.base import Record, Span
from factex.records.mention import Mention, TimeRef
from factex.records.quantity import Quantity, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal


class Modality(StrEnum):
    """How a claim is put forward."""

    ASSERTED = "asserted"
    PREDICTED = "predicted"
    TARGETED = "targeted"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Order(StrEnum):
    """The left side of a comparison, seen from the right one."""

    GREATER = "greater"
    LESS = "less"
    EQUAL = "equal"


class Direction(StrEnum):
    """Which way a change goes."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NONE = "none"


class Fact(Record, frozen=True):
    """One claim: the fields that all kinds have.

    Attributes:
        kind: Which kind of claim it is; tells the subclasses apart.
        subject: The thing that the claim is about; None where none is stated.
        measure: The property that the number measures; None where the number only counts its unit.
        predicate: Lemma of the verb that ties them, with its particle.
        when: The time that the claim speaks of.
        where: The place that the claim is limited to.
        source: Who says so.
        modality: How the claim is put forward.
        negated: Whether the claim is denied.
        sentence: The sentence that makes the claim.
        rule: Name of the pattern that made the record.
        confidence: How often facts like this one are right, from 0 to 1 (docs/confidence.md).
    """

    kind: str
    subject: Mention | None = None
    measure: Mention | None = None
    predicate: str | None = None
    when: TimeRef | None = None
    where: Mention | None = None
    source: Mention | None = None
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    sentence: Span
    rule: str
    confidence: float = 1.0

    def quantities(self) -> Iterator[Quantity]:
        """The quantities that the fact states, each once."""
        raise NotImplementedError

    def core(self) -> str:
        """What the claim says, without what it is about: numbers and sides, in a few words."""
        raise NotImplementedError

    def __str__(self) -> str:
        about = " / ".join(str(part) for part in (self.subject, self.measure) if part is not None)
        verb = f"{'not ' if self.negated else ''}{self.predicate or ''}".strip()
        parts = [self.kind, about, verb, self.core(), *(str(part) for part in (self.when,) if part is not None)]
        if self.where is not None:
            parts.append(f"in {self.where}")
        if self.source is not None:
            parts.append(f"says {self.source}")
        if self.modality is not Modality.ASSERTED:
            parts.append(str(self.modality))
        return " | ".join(part for part in parts if part)


def _present(*quantities: Quantity | None) -> Iterator[Quantity]:
    yield from (quantity for quantity in quantities if quantity is not None)


class Measurement(Fact, frozen=True):
    """A number that holds of its subject: `boasting more than 176 million cameras`.

    Attributes:
        quantity: The number.
        of: What the amount is of (`640 kg of cocaine`: cocaine); None for counts.
    """

    kind: Literal["measurement"] = "measurement"
    quantity: Quantity
    of: Mention | None = None

    @override
    def quantities(self) -> Iterator[Quantity]:
        yield self.quantity

    @override
    def core(self) -> str:
        return str(self.quantity) if self.of is None else f"{self.quantity} of {self.of}"


class Side(Record, frozen=True):
    """One side of a comparison.

    Attributes:
        subject: The thing on this side.
        quantity: Its number, where one is stated.
        when: Its time, where it has one of its own.
    """

    subject: Mention | None = None
    quantity: Quantity | None = None
    when: TimeRef | None = None

    def __str__(self) -> str:
        parts = (self.subject, self.quantity, self.when)
        return " ".join(str(part) for part in parts if part is not None) or "?"


class Comparison(Fact, frozen=True):
    """Two things, or one thing at two times, held against each other.

    Attributes:
        left: The side that is spoken of.
        right: The side that it is held against.
        relation: Whether left is greater, less or equal; None where that is neither said nor computable.
        factor: The stated multiple: `three times`.
        difference: The stated difference: `3 points higher`.
    """

    kind: Literal["comparison"] = "comparison"
    left: Side
    right: Side
    relation: Order | None = None
    factor: Quantity | None = None
    difference: Quantity | None = None

    @override
    def quantities(self) -> Iterator[Quantity]:
        yield from _present(self.left.quantity, self.right.quantity, self.factor, self.difference)

    def _pair(self) -> tuple[Decimal, Decimal] | None:
        left, right = self.left.quantity, self.right.quantity
        if left is None or right is None or left.value is None or right.value is None:
            return None
        same = (left.unit and left.unit.name) == (right.unit and right.unit.name)
        return (left.value, right.value) if same else None

    @property
    def computed_ratio(self) -> Decimal | None:
        """Left over right, where both are stated in one unit."""
        pair = self._pair()
        return pair[0] / pair[1] if pair and pair[1] else None

    @property
    def computed_difference(self) -> Decimal | None:
        """Left minus right, where both are stated in one unit."""
        pair = self._pair()
        return pair[0] - pair[1] if pair else None

    @override
    def core(self) -> str:
        sign = {Order.GREATER: ">", Order.LESS: "<", Order.EQUAL: "=", None: "vs"}[self.relation]
        by = self.factor or self.difference
        told = self.left.subject is not None and self.left.subject in (self.subject, self.measure)
        left = self.left.model_copy(update={"subject": None}) if told else self.left
        shown = "" if left == Side() else f"{left} "
        return f"{shown}{sign} {self.right}{f' by {by}' if by else ''}"


class Change(Fact, frozen=True):
    """A value that moves, or is said to stay.

    Attributes:
        start: The value before.
        end: The value after.
        amount: By how much, absolute or in percent.
        relative: The amount in percent, where the text tells both.
        factor: By what multiple: `doubled`.
        direction: Which way.
    """

    kind: Literal["change"] = "change"
    start: Quantity | None = None
    end: Quantity | None = None
    amount: Quantity | None = None
    relative: Quantity | None = None
    factor: Quantity | None = None
    direction: Direction | None = None

    @override
    def quantities(self) -> Iterator[Quantity]:
        yield from _present(self.start, self.end, self.amount, self.relative, self.factor)

    @property
    def computed_relative(self) -> Decimal | None:
        """The change as a fraction of the start, where start and end are stated in one unit."""
        start, end = self.start, self.end
        if start is None or end is None or not start.value or end.value is None:
            return None
        if (start.unit and start.unit.name) != (end.unit and end.unit.name):
            return None
        return (end.value - start.value) / abs(start.value)

    @override
    def core(self) -> str:
        parts = [str(self.direction)] if self.direction else []
        named = (("from", self.start), ("by", self.amount), ("or", self.relative), ("times", self.factor))
        parts += [f"{name} {quantity}" for name, quantity in (*named, ("to", self.end)) if quantity is not None]
        return " ".join(parts)


class Share(Fact, frozen=True):
    """A part of a whole.

    Attributes:
        part: The part as a number: `five of the world's top ten`.
        total: The whole as a number.
        fraction: The part over the whole: `nearly half`.
        whole: What it is a part of.
    """

    kind: Literal["share"] = "share"
    part: Quantity | None = None
    total: Quantity | None = None
    fraction: Quantity | None = None
    whole: Mention | None = None

    @override
    def quantities(self) -> Iterator[Quantity]:
        yield from _present(self.part, self.total, self.fraction)

    @property
    def computed_percent(self) -> Decimal | None:
        """The share in percent, from the stated fraction, else from part and total."""
        if self.fraction is not None:
            value, unit = self.fraction.value, self.fraction.unit
            if value is None:
                return None
            return value if unit is not None and unit.kind is UnitKind.PERCENT else value * 100
        if self.part is None or self.total is None or self.part.value is None or not self.total.value:
            return None
        return self.part.value / self.total.value * 100

    @override
    def core(self) -> str:
        part = " = ".join(str(quantity) for quantity in (self.part, self.fraction) if quantity is not None)
        whole = " ".join(str(item) for item in (self.total, self.whole) if item is not None)
        return f"{part} of {whole}" if whole else part


class Rank(Fact, frozen=True):
    """A place in an order: `the world's third-largest economy`.

    Attributes:
        position: The place, counted from 1.
        direction: Whether it is counted from the top or from the bottom.
        attribute: What the order goes by (`largest`).
        scope: Among what (`world`).
        total: How many there are in all.
    """

    kind: Literal["rank"] = "rank"
    position: int
    direction: Literal["top", "bottom"] = "top"
    attribute: Mention | None = None
    scope: Mention | None = None
    total: Quantity | None = None

    @override
    def quantities(self) -> Iterator[Quantity]:
        yield from _present(self.total)

    @override
    def core(self) -> str:
        parts = [f"no. {self.position}"]
        if self.direction == "bottom":
            parts.append("from the bottom")
        parts += [str(self.attribute)] if self.attribute else []
        parts += [f"in {self.scope}"] if self.scope else []
        parts += [f"out of {self.total}"] if self.total else []
        return " ".join(parts)


AnyFact = Annotated[Measurement | Comparison | Change | Share | Rank, Field(discriminator="kind")]
