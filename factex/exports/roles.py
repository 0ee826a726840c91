"""The quantities of a fact by role: the field that holds them, `left` and `right` for the sides of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factex.records import Fact, Quantity

# The order in which roles are told.
ROLES = (
    "quantity", "start", "end", "amount", "relative", "factor", "difference", "part", "total", "fraction", "left",
    "right",
)  # fmt: skip

_SIDES = {"left", "right"}
# Kind to roles, the one that says most first.
_PRINCIPAL = {
    "measurement": ("quantity",),
    "comparison": ("left", "factor", "difference", "right"),
    "change": ("end", "amount", "relative", "factor", "start"),
    "share": ("fraction", "part", "total"),
    "rank": (),
}


def roles(fact: Fact) -> list[tuple[str, Quantity]]:
    """The quantities of a fact with the names of their roles."""
    fields = vars(fact)  # a missing field costs more with getattr, which pydantic answers by way of an error
    found = [(role, fields.get(role)) for role in ROLES]
    told = [(role, held.quantity if role in _SIDES and held is not None else held) for role, held in found]
    return [(role, quantity) for role, quantity in told if quantity is not None]


def principal(fact: Fact) -> tuple[str, Quantity] | None:
    """The role and the quantity that stand for a fact where there is room for one; None for a rank."""
    told = dict(roles(fact))
    return next(((role, told[role]) for role in _PRINCIPAL[fact.kind] if role in told), None)
