"""Facts as linked data: JSON-LD with schema.org's `Claim` and `QuantitativeValue`. docs/linked-data.md describes it.

The context stands in the document itself, so that nothing is fetched to read it. What schema.org has no term for, such
as the roles of quantities, is in a vocabulary of factex's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factex.exports.flat import words
from factex.exports.roles import ROLES, roles
from factex.records.base import plain
from factex.records.quantity import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.facts import Facts
    from factex.records import Fact, Mention, Quantity, Span

VOCABULARY = "urn:factex:"
# QUDT names currencies by their ISO 4217 code, as factex does; UCUM has none.
_CURRENCY = "http://qudt.org/vocab/currency/"

_SCHEMA_ORG = (
    "Claim", "CreativeWork", "MonetaryAmount", "Organization", "Person", "Place", "QuantitativeValue", "Thing", "about",
    "alternateName", "appearance", "author", "currency", "description", "identifier", "name", "spatialCoverage",
    "temporalCoverage", "text", "unitCode", "unitText",
)  # fmt: skip
_OWN = (
    *ROLES, "Measurement", "Comparison", "Change", "Share", "Rank", "attribute", "direction", "leftSubject", "measure",
    "modality", "modifier", "of", "position", "predicate", "relation", "rightSubject", "rule", "scope", "timeRelation",
    "unitKind", "whole", "negated",
)  # fmt: skip

CONTEXT: dict[str, Any] = {
    "schema": "https://schema.org/",
    "factex": VOCABULARY,
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    **{name: f"schema:{name}" for name in _SCHEMA_ORG},
    **{name: {"@id": f"schema:{name}", "@type": "xsd:decimal"} for name in ("value", "minValue", "maxValue")},
    **{name: f"factex:{name}" for name in _OWN},
    "confidence": {"@id": "factex:confidence", "@type": "xsd:double"},
    "TextPositionSelector": "oa:TextPositionSelector",
    "selector": "oa:hasSelector",
    "from": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "to": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}

_AGENTS = {"PERSON": "Person", "ORG": "Organization"}


def document_of(facts: Facts, document: str | None = None) -> dict[str, Any]:
    """The facts of a text as one JSON-LD document, of what `json.dumps` takes."""
    return {"@context": CONTEXT, "@graph": list(claims(facts, document))}


def claims(facts: Facts, document: str | None = None) -> Iterator[dict[str, Any]]:
    """The facts of a text as nodes of a JSON-LD graph, to be read with `CONTEXT`; what is not stated is left out."""
    for fact in facts:
        yield _present(_claim(fact, document))


def _claim(fact: Fact, document: str | None) -> dict[str, Any]:
    when = fact.when
    named = {name: getattr(fact, name, None) for name in ("direction", "relation", "position")}
    slots = ("measure", "attribute", "scope", "whole", "of")
    return {
        "@type": ["Claim", fact.kind.capitalize()],
        "text": fact.sentence.text,
        "about": _thing(fact.subject),
        "appearance": _present({"@type": "CreativeWork", "identifier": document, "selector": _selector(fact.sentence)}),
        "author": _thing(fact.source, _AGENTS.get((fact.source and fact.source.label) or "", "Thing")),
        "temporalCoverage": None if when is None else when.value or when.text,
        "timeRelation": None if when is None else str(when.relation),
        "spatialCoverage": _thing(fact.where, "Place"),
        "predicate": fact.predicate,
        "leftSubject": _thing(_side(fact, "left")),
        "rightSubject": _thing(_side(fact, "right")),
        **{name: value if value is None or isinstance(value, int) else str(value) for name, value in named.items()},
        **{name: words(getattr(fact, name, None)) for name in slots},
        **{role: _quantity(quantity) for role, quantity in roles(fact)},
        "modality": str(fact.modality),
        "negated": fact.negated,
        "confidence": str(fact.confidence),
        "rule": fact.rule,
    }


def _side(fact: Fact, side: str) -> Mention | None:
    subject: Mention | None = getattr(getattr(fact, side, None), "subject", None)
    return subject if side == "right" or subject != fact.subject else None


def _quantity(quantity: Quantity) -> dict[str, Any]:
    numbers = {"value": quantity.value}
    if quantity.modifier is not Modifier.EXACT or quantity.low != quantity.high:
        numbers |= {"minValue": quantity.low, "maxValue": quantity.high}
    unit: dict[str, Any] = {}
    types = ["QuantitativeValue"]
    if quantity.unit is not None:
        code = quantity.unit.ucum
        unit = {
            "unitCode": f"ucum:{code}" if code else None,
            "unitText": quantity.unit.name,
            "unitKind": str(quantity.unit.kind),
        }
        if quantity.unit.kind is UnitKind.CURRENCY:
            types.append("MonetaryAmount")
            unit |= {"currency": quantity.unit.name, "unitCode": f"{_CURRENCY}{quantity.unit.name}"}
    return _present(
        {
            "@type": types if len(types) > 1 else types[0],
            "description": quantity.text,
            **{name: None if number is None else plain(number) for name, number in numbers.items()},
            "modifier": str(quantity.modifier),
            **unit,
            "selector": _selector(quantity),
        }
    )


def _thing(mention: Mention | None, kind: str = "Thing") -> dict[str, Any] | None:
    if mention is None:
        return None
    other = mention.text if mention.antecedent is not None else None
    return _present({"@type": kind, "name": mention.resolved.text, "alternateName": other})


def _selector(span: Span) -> dict[str, Any]:
    return {"@type": "TextPositionSelector", "from": str(span.start), "to": str(span.end)}


def _present(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value is not None}
