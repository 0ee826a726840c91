"""Reading records, as a user would write it; `mypy --strict` must accept it and find these types."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, assert_never, assert_type

import factex
from factex.records import Direction, Modality, Modifier, Order, TimeRelation, UnitKind

if TYPE_CHECKING:
    import pint

facts = factex.extract("Sales rose 5% to $3 million.")

for fact in facts:
    assert_type(fact.subject, factex.Mention | None)
    assert_type(fact.modality, Modality)
    assert_type(fact.confidence, float)
    assert_type(fact.sentence, factex.Span)
    assert_type(list(fact.quantities()), list[factex.Quantity])
    if fact.subject is not None:
        assert_type(fact.subject.resolved, factex.Mention)
    if fact.when is not None:
        assert_type(fact.when.value, str | None)
        assert_type(fact.when.relation, TimeRelation)

for fact in facts:
    if isinstance(fact, factex.Change):
        assert_type(fact.end, factex.Quantity | None)
        assert_type(fact.direction, Direction | None)
        assert_type(fact.computed_relative, Decimal | None)
    elif isinstance(fact, factex.Rank):
        assert_type(fact.position, int)

for fact in facts:
    if fact.kind == "measurement":
        assert_type(fact, factex.Measurement)
        assert_type(fact.quantity, factex.Quantity)
    elif fact.kind == "comparison":
        assert_type(fact.left, factex.Side)
        assert_type(fact.relation, Order | None)
        assert_type(fact.computed_ratio, Decimal | None)
    elif fact.kind == "change":
        assert_type(fact, factex.Change)
    elif fact.kind == "share":
        assert_type(fact.whole, factex.Mention | None)
    elif fact.kind == "rank":
        assert_type(fact, factex.Rank)
    else:
        assert_never(fact)

for fact in facts:
    match fact:
        case factex.Measurement(quantity=quantity):
            assert_type(quantity, factex.Quantity)
        case factex.Share(fraction=fraction):
            assert_type(fraction, factex.Quantity | None)
        case _:
            pass

for quantity in facts.quantities:
    assert_type(quantity.value, Decimal | None)
    assert_type(quantity.low, Decimal | None)
    assert_type(quantity.number, Decimal | None)
    assert_type(quantity.modifier, Modifier)
    assert_type(quantity.as_tuple(), tuple[Decimal | None, Decimal | None, bool])
    assert_type(quantity.start, int)
    if quantity.unit is not None:
        assert_type(quantity.unit, factex.Unit)
        assert_type(quantity.unit.kind, UnitKind)
        assert_type(quantity.unit.name, str)
    converted: pint.Quantity[Decimal] = quantity.to("km")
    stated: pint.Quantity[Decimal] = quantity.to_pint()

try:
    factex.extract("")
except factex.TextTypeError as error:
    refused: TypeError = error
except factex.FactexError as error:
    failed: Exception = error

# What must be refused: an ignore that is not needed is an error too.
facts[0].subject.text  # type: ignore[union-attr]  # noqa: B018 - the access is what is tried
facts.quantities[0].value + 1  # type: ignore[operator]
facts.quantities[0].to(5)  # type: ignore[arg-type]
