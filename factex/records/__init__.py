"""The records that factex returns: frozen pydantic models, free of spaCy."""

from factex.records.base import Span
from factex.records.fact import Change, Comparison, Direction, Fact, Measurement, Modality, Order, Rank, Share, Side
from factex.records.mention import Mention, TimeRef, TimeRelation
from factex.records.quantity import Modifier, Quantity, Unit, UnitKind

__all__ = [
    "Change",
    "Comparison",
    "Direction",
    "Fact",
    "Measurement",
    "Mention",
    "Modality",
    "Modifier",
    "Order",
    "Quantity",
    "Rank",
    "Share",
    "Side",
    "Span",
    "TimeRef",
    "TimeRelation",
    "Unit",
    "UnitKind",
]
