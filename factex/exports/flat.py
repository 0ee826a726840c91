"""The flat table: a row a fact, in columns that tools for tables can read. docs/tables.md describes them.

A fact has up to five quantities. The columns `value` to `end` hold its principal one, and `role` says which that is;
`start_value`, `start_unit` and their like hold each role by its name, the principal one among them.
"""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factex.exports.roles import principal, roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.facts import Facts
    from factex.records import Fact, Mention, Quantity

# Roles with a value and a unit of their own: all but those that are always the principal one.
SIDE_ROLES = (
    "start", "end", "amount", "relative", "factor", "difference", "part", "total", "fraction", "right",
)  # fmt: skip

# Name to type: string, decimal (exact), float, integer or boolean.
COLUMNS: dict[str, str] = {
    "document": "string", "fact": "integer", "kind": "string",
    "subject": "string", "subject_antecedent": "string", "measure": "string", "predicate": "string",
    "role": "string", "value": "decimal", "low": "decimal", "high": "decimal", "number": "float",
    "modifier": "string", "unit": "string", "unit_kind": "string", "unit_ucum": "string",
    "text": "string", "start": "integer", "end": "integer",
    **{f"{role}_{part}": kind for role in SIDE_ROLES for part, kind in (("value", "decimal"), ("unit", "string"))},
    "right_subject": "string", "direction": "string", "relation": "string", "position": "integer",
    "attribute": "string", "scope": "string", "whole": "string", "of": "string",
    "when": "string", "when_relation": "string", "where": "string", "source": "string",
    "modality": "string", "negated": "boolean", "confidence": "float",
    "sentence": "string", "sentence_start": "integer", "sentence_end": "integer", "rule": "string",
}  # fmt: skip

_MENTIONS = ("subject", "measure", "attribute", "scope", "whole", "of", "where", "source")
_SURROGATE = re.compile("[\ud800-\udfff]")


def records(facts: Facts, document: str | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a text's facts: the names of `COLUMNS` to plain Python values, None where nothing is stated."""
    empty: dict[str, Any] = dict.fromkeys(COLUMNS)
    for number, fact in enumerate(facts):
        yield empty | {"document": document, "fact": number} | claim_columns(fact) | _numbers(fact)


def encodable(text: str) -> str:
    """The text with a replacement character for each lone surrogate, which UTF-8 can't hold; offsets stay right."""
    return _SURROGATE.sub("\ufffd", text)


def nearest(number: Decimal | None) -> float | None:
    """The nearest double, for sums and plots; None beyond the range of doubles."""
    if number is None:
        return None
    double = float(number)
    return double if math.isfinite(double) else None


def words(mention: Mention | None) -> str | None:
    """The text of a mention."""
    return None if mention is None else mention.text


def _numbers(fact: Fact) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for role, quantity in roles(fact):
        if role in SIDE_ROLES:
            row |= {f"{role}_value": quantity.value, f"{role}_unit": quantity.unit and quantity.unit.name}
    chosen = principal(fact)
    if chosen is not None:
        return row | {"role": chosen[0]} | quantity_columns(chosen[1])
    position = vars(fact).get("position")
    if position is None:
        return row
    return row | {"role": "position", "value": Decimal(position), "number": nearest(Decimal(position))}


def quantity_columns(quantity: Quantity) -> dict[str, Any]:
    """What a row tells of one quantity; exact numbers are decimals."""
    unit = quantity.unit
    return {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "number": nearest(quantity.value),
        "modifier": str(quantity.modifier),
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
    } | ({} if unit is None else {"unit": unit.name, "unit_kind": str(unit.kind), "unit_ucum": unit.ucum or None})


def claim_columns(fact: Fact) -> dict[str, Any]:
    """What a row tells of the claim around the numbers."""
    fields = vars(fact)
    right = fields.get("right")
    return {
        "kind": fact.kind,
        "subject_antecedent": None if fact.subject is None else words(fact.subject.antecedent),
        "predicate": fact.predicate,
        "right_subject": None if right is None else words(right.subject),
        "position": fields.get("position"),
        "when": None if fact.when is None else fact.when.value or fact.when.text,
        "when_relation": None if fact.when is None else str(fact.when.relation),
        "modality": str(fact.modality),
        "negated": fact.negated,
        "confidence": fact.confidence,
        "sentence": fact.sentence.text,
        "sentence_start": fact.sentence.start,
        "sentence_end": fact.sentence.end,
        "rule": fact.rule,
        **{name: words(fields.get(name)) for name in _MENTIONS},
        **{name: None if (choice := fields.get(name)) is None else str(choice) for name in ("direction", "relation")},
    }
