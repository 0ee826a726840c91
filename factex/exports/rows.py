"""Facts as flat rows: one row a quantity of a fact, one for a rank without any."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from factex.records.base import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from factex.facts import Facts
    from factex.records import Fact, Mention, Quantity

COLUMNS = (
    "document", "fact", "kind", "subject", "subject_antecedent", "measure", "predicate", "role", "value", "low", "high",
    "modifier", "unit", "unit_kind", "text", "start", "end", "direction", "relation", "position", "whole", "when",
    "when_relation", "where", "source", "modality", "negated", "sentence", "rule",
)  # fmt: skip


def rows(facts: Facts, document: str = "") -> Iterator[dict[str, str]]:
    """The rows of a text's facts, as the columns of `COLUMNS` to strings; what is not stated is empty."""
    for number, fact in enumerate(facts):
        shared = _shared(fact) | {"document": document, "fact": str(number)}
        row = dict.fromkeys(COLUMNS, "") | shared
        told = roles(fact)
        for role, quantity in told:
            yield row | {"role": role} | _quantity(quantity)
        if not told:
            yield row


def roles(fact: Fact) -> list[tuple[str, Quantity]]:
    """The quantities of a fact with the names of their fields."""
    names = ("quantity", "start", "end", "amount", "relative", "factor", "difference", "part", "total", "fraction")
    found = [(name, getattr(fact, name, None)) for name in names]
    found += [(side, getattr(getattr(fact, side, None), "quantity", None)) for side in ("left", "right")]
    return [(name, quantity) for name, quantity in found if quantity is not None]


def _text(mention: Mention | None) -> str:
    return "" if mention is None else mention.text


def _shared(fact: Fact) -> dict[str, str]:
    antecedent = fact.subject.antecedent if fact.subject is not None else None
    plain_fields = {name: getattr(fact, name, None) for name in ("direction", "relation", "position")}
    return {
        "kind": fact.kind,
        "subject": _text(fact.subject),
        "subject_antecedent": _text(antecedent),
        "measure": _text(fact.measure),
        "predicate": fact.predicate or "",
        "whole": _text(getattr(fact, "whole", None)),
        "when": "" if fact.when is None else fact.when.value or fact.when.text,
        "when_relation": "" if fact.when is None else str(fact.when.relation),
        "where": _text(fact.where),
        "source": _text(fact.source),
        "modality": str(fact.modality),
        "negated": str(fact.negated).lower(),
        "sentence": fact.sentence.text,
        "rule": fact.rule,
    } | {name: "" if value is None else str(value) for name, value in plain_fields.items()}


def _quantity(quantity: Quantity) -> dict[str, str]:
    def number(value: Decimal | None) -> str:
        return "" if value is None else plain(value)

    return {
        "value": number(quantity.value),
        "low": number(quantity.low),
        "high": number(quantity.high),
        "modifier": str(quantity.modifier),
        "unit": "" if quantity.unit is None else quantity.unit.name,
        "unit_kind": "" if quantity.unit is None else str(quantity.unit.kind),
        "text": quantity.text,
        "start": str(quantity.start),
        "end": str(quantity.end),
    }


def csv_lines(table: Iterable[dict[str, str]], *, header: bool = True) -> Iterator[str]:
    """Rows as lines of CSV (RFC 4180), without their line ends."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="")
    if header:
        writer.writeheader()
        yield buffer.getvalue()
    for row in table:
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(row)
        yield buffer.getvalue()
