"""The parts of a fact, named and given a role: what a mark or a line of a record shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factex.records import Comparison, Mention, Modality, Quantity, Rank, Side, TimeRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.records import Fact, Span
    from factex.records.base import Record


class Part(NamedTuple):
    """One filled slot of a fact.

    Attributes:
        name: The slot in words: `subject`, `right quantity`.
        role: What its mark looks like: a kind for quantities, else a slot of the palette.
        span: Where it stands, and what it holds.
    """

    name: str
    role: str
    span: Span


def parts(fact: Fact) -> Iterator[Part]:
    """The filled slots of a fact, in the order of its fields; the two sides of a comparison are taken apart."""
    yield from _parts(fact, fact.kind)


def _parts(record: Record, kind: str, before: str = "") -> Iterator[Part]:
    for field in type(record).model_fields:
        match getattr(record, field):
            case Quantity() as quantity:
                yield Part(before + field, kind, quantity)
            case TimeRef() as time:
                yield Part(before + field, "when", time)
            case Mention() as mention:
                yield Part(before + field, field, mention)
            case Side() as side:
                yield from _parts(side, kind, f"{field} ")


def anchor(fact: Fact) -> Span:
    """Where the fact stands: its first quantity, else what a rank goes by or is among, else its subject or sentence."""
    first = next(fact.quantities(), None)
    if first is not None:
        return first
    rank = (fact.attribute, fact.scope) if isinstance(fact, Rank) else ()
    return next((part for part in (*rank, fact.measure, fact.subject) if part is not None), fact.sentence)


def about(fact: Fact) -> str:
    """Subject and measure in a few words."""
    return " / ".join(str(part) for part in (fact.subject, fact.measure) if part is not None)


def claim(fact: Fact) -> str:
    """Predicate and numbers in a few words."""
    return f"{fact.predicate or ''} {fact.core()}".strip()


def qualified(fact: Fact) -> str:
    """Modality, denial, speaker and place in a few words."""
    words = [str(fact.modality)] if fact.modality is not Modality.ASSERTED else []
    words += ["denied"] if fact.negated else []
    words += [f"says {fact.source}"] if fact.source is not None else []
    words += [f"in {fact.where}"] if fact.where is not None else []
    return ", ".join(words)


def confidence(fact: Fact) -> str:
    """How often facts like this one are right, in percent."""
    return f"{fact.confidence:.0%}"


def record(fact: Fact) -> list[tuple[str, str]]:
    """The whole record as lines of name and value; what the text does not state has no line."""
    lines = [(part.name, str(part.span)) for part in parts(fact)]
    lines += [("predicate", fact.predicate)] if fact.predicate else []
    told: dict[str, object] = {
        "relation": fact.relation if isinstance(fact, Comparison) else None,
        "position": fact.position if isinstance(fact, Rank) else None,
        "direction": getattr(fact, "direction", None),
    }
    lines += [(name, str(value)) for name, value in told.items() if value is not None]
    lines.append(("modality", f"{fact.modality}{', denied' if fact.negated else ''}"))
    return [*lines, ("rule", fact.rule), ("confidence", confidence(fact))]
