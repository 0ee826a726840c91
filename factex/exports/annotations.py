"""Facts as annotations: marked spans with attributes, and links between them, for tools in which people correct them.

A fact is a span of its own, labelled with its kind, over the words that carry it; links lead from it to the spans of
its quantities, mentions and time, each labelled with the name of the slot. `factex.evaluation.imports` reads them back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factex.exports.roles import principal
from factex.records.base import plain
from factex.records.fact import Direction, Modality, Order
from factex.records.mention import Mention, TimeRelation
from factex.records.quantity import Modifier, Quantity, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.facts import Facts
    from factex.records import Fact, Span, TimeRef

MENTION, QUANTITY, TIME = "mention", "quantity", "time"
_SHARED = {"subject": MENTION, "measure": MENTION, "where": MENTION, "source": MENTION, "when": TIME}
# Kind to its slots, each with the label of what fills it. A slot of a side has the side's name in front.
SLOTS: dict[str, dict[str, str]] = {
    "measurement": _SHARED | {"quantity": QUANTITY, "of": MENTION},
    "comparison": _SHARED
    | {"left_subject": MENTION, "left_quantity": QUANTITY, "right_subject": MENTION, "right_quantity": QUANTITY}
    | {"factor": QUANTITY, "difference": QUANTITY},
    "change": _SHARED | dict.fromkeys(("start", "end", "amount", "relative", "factor"), QUANTITY),
    "share": _SHARED | {"part": QUANTITY, "total": QUANTITY, "fraction": QUANTITY, "whole": MENTION},
    "rank": _SHARED | {"total": QUANTITY, "attribute": MENTION, "scope": MENTION},
}
ANTECEDENT = "antecedent"
# Every name that a link can have.
LINKS = tuple(dict.fromkeys([slot for slots in SLOTS.values() for slot in slots] + [ANTECEDENT]))
# Attributes with their choices, and those that are free text; each by the labels that bear it.
CHOICES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "modality": (tuple(SLOTS), tuple(Modality)),
    "negated": (tuple(SLOTS), ("true",)),
    "relation": (("comparison",), tuple(Order)),
    "direction": (("change", "rank"), (*Direction, "top", "bottom")),
    "modifier": ((QUANTITY,), tuple(Modifier)),
    "unit_kind": ((QUANTITY,), tuple(UnitKind)),
    "time_relation": ((TIME,), tuple(TimeRelation)),
}
FREE: dict[str, tuple[str, ...]] = {
    "predicate": tuple(SLOTS),
    "position": ("rank",),
    "value": (QUANTITY, TIME),
    "low": (QUANTITY,),
    "high": (QUANTITY,),
    "unit": (QUANTITY,),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span.

    Attributes:
        label: A kind of fact, `mention`, `quantity` or `time`.
        start: Index of its first character.
        end: Index behind its last.
        attributes: Names of `CHOICES` and `FREE` to values.
    """

    label: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Annotations:
    """The annotations of one text.

    Attributes:
        text: The text.
        marks: The marked spans by their ids.
        links: Triples, each once: the id of a mark, a name of `LINKS`, the id of another mark.
    """

    text: str
    marks: dict[str, Mark] = field(default_factory=dict)
    links: dict[tuple[str, str, str], None] = field(default_factory=dict)
    _known: dict[tuple[object, ...], str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def mark(self, mark: Mark, antecedent: str | None = None) -> str:
        """The id of a mark, which is added where there is none like it with the same antecedent."""
        key = (mark.label, mark.start, mark.end, antecedent, *mark.attributes.items())
        if key not in self._known:
            self._known[key] = f"m{len(self.marks) + 1}"
            self.marks[self._known[key]] = mark
        return self._known[key]


def annotate(facts: Facts) -> Annotations:
    """The facts of a text as annotations; every quantity is marked, whether a fact uses it or not."""
    made = Annotations(facts.text)
    for quantity in facts.quantities:
        made.mark(_quantity(quantity))
    for fact in facts:
        anchor = _anchor(fact)
        own = f"f{len(made.marks) + 1}"
        made.marks[own] = Mark(fact.kind, anchor.start, anchor.end, _attributes(fact))
        made.links.update({(own, slot, _filled(made, span)): None for slot, span in _slots(fact)})
    return made


def _anchor(fact: Fact) -> Span:
    chosen = principal(fact)
    return chosen[1] if chosen is not None else getattr(fact, "attribute", None) or fact.sentence


def _slots(fact: Fact) -> Iterator[tuple[str, Mention | Quantity | TimeRef]]:
    for slot in SLOTS[fact.kind]:
        side, _, of_side = slot.partition("_")
        held = getattr(getattr(fact, side), of_side) if of_side else getattr(fact, slot)
        if held is not None:
            yield slot, held


def _filled(made: Annotations, span: Mention | Quantity | TimeRef) -> str:
    if isinstance(span, Mention):
        return _mention(made, span)
    return made.mark(_quantity(span) if isinstance(span, Quantity) else _time(span))


def _mention(made: Annotations, mention: Mention) -> str:
    antecedent = None if mention.antecedent is None else _mention(made, mention.antecedent)
    name = made.mark(Mark(MENTION, mention.start, mention.end), antecedent)
    if antecedent is not None:
        made.links[name, ANTECEDENT, antecedent] = None
    return name


def _quantity(quantity: Quantity) -> Mark:
    numbers = {name: getattr(quantity, name) for name in ("value", "low", "high")}
    told = {name: plain(number) for name, number in numbers.items() if number is not None}
    unit = {} if quantity.unit is None else {"unit": quantity.unit.name, "unit_kind": str(quantity.unit.kind)}
    return Mark(QUANTITY, quantity.start, quantity.end, {**told, "modifier": str(quantity.modifier), **unit})


def _time(when: TimeRef) -> Mark:
    told = {} if when.value is None else {"value": when.value}
    return Mark(TIME, when.start, when.end, {**told, "time_relation": str(when.relation)})


def _attributes(fact: Fact) -> dict[str, str]:
    names = ("predicate", "relation", "direction", "position")
    told = {name: str(held) for name in names if (held := getattr(fact, name, None)) is not None}
    return {**told, "modality": str(fact.modality)} | ({"negated": "true"} if fact.negated else {})
