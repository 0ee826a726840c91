"""Claims: what the rules of this stage find; the next stage fills the slots around them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located


@dataclass(slots=True)
class Claim:
    """One claim, before its slots are filled.

    Attributes:
        kind: Which kind of fact it becomes.
        rule: Name of the rule that found it.
        roles: Its quantities by the names of the fact's fields; `left` and `right` for the sides of a comparison.
        anchor: The word through which the claim hangs in the tree: the head of its main quantity.
        predicate: The verb that ties it, where the rule knows it.
        theme: The noun that the claim is about (what rises, what is ranked), where the rule knows it.
        themes_known: Whether `theme` is all there is: with None there is no subject to look for.
        mentions: Word ranges of further slots that the rule knows: `whole`, `scope`, `attribute`, `right`; `level` is
            a measure where the subject names none.
        values: Plain fields that the rule knows: `direction`, `relation`, `position`.
        pivot: The word behind which the right side of a comparison is told, where the rule knows it and names no side.
    """

    kind: str
    rule: str
    roles: dict[str, Located]
    anchor: int
    predicate: int | None = None
    theme: int | None = None
    themes_known: bool = False
    mentions: dict[str, tuple[int, int]] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)
    pivot: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern.

    Attributes:
        name: Its dotted name.
        find: Yields the claims of a sentence; each carries the name of its pattern, one of `patterns`.
        example: A text that it fires on.
        patterns: The names that travel on the records; the rule's own where it has only one.
    """

    name: str
    find: Callable[[Sentence], Iterable[Claim]]
    example: str
    patterns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.patterns:
            object.__setattr__(self, "patterns", (self.name,))


# A bare number on one side takes the unit of the other: "to 67 years by 2035 from 64 today".
# Money may have lost its sign, and a length stand in a formula.
_LENT = (UnitKind.COUNT, UnitKind.TIME, UnitKind.AGE, UnitKind.PERCENT, UnitKind.COMPOUND)
_PAIRS = (("start", "end"), ("left", "right"), ("left", "difference"))


def lend_units(claim: Claim) -> None:
    """Gives a bare number the unit of the one that it is told with."""
    for one, other in (*_PAIRS, *(pair[::-1] for pair in _PAIRS)):
        bare, full = claim.roles.get(one), claim.roles.get(other)
        unit = None if full is None else full.quantity.unit
        level = "difference" in (one, other) and unit is not None and unit.kind is UnitKind.PERCENT
        lends = unit is not None and (unit.kind in _LENT or (unit.kind is UnitKind.PHYSICAL and _behind(bare, full)))
        if bare is not None and bare.quantity.unit is None and unit is not None and lends and not level:
            quantity = bare.quantity.model_copy(update={"unit": unit})
            claim.roles[one] = replace(bare, quantity=quantity)


def _behind(bare: Located | None, full: Located | None) -> bool:
    """Whether a bare number stands behind a measured one: `52,000 tonnes, short of the 60,000 of last year`."""
    return bare is not None and full is not None and full.first < bare.first
