"""Holds facts against gold: which facts were found, which were not, and what is wrong with the found ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from factex.evaluation.gold import MENTIONS, PLAIN, QUANTITIES, SIDES, options, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.evaluation.gold import Case
    from factex.facts import Facts
    from factex.records import Fact, Mention, Quantity

# The part that is meant of a quotation with its neighbours: "operator, {Quaylink}".
_QUOTED = re.compile(r"^.*\{(.+)\}.*$", re.DOTALL)


@dataclass(slots=True)
class Outcome:
    """How a text's facts stand against a gold case.

    Attributes:
        found: Gold facts whose kind and quantities were found, each with the slots that are wrong.
        missed: Gold facts that were not found, each with the nearest fact's faults.
        extra: Facts that the gold does not list.
    """

    found: list[tuple[dict[str, Any], Fact, list[str]]] = field(default_factory=list)
    missed: list[tuple[dict[str, Any], list[str]]] = field(default_factory=list)
    extra: list[Fact] = field(default_factory=list)

    def faults(self, *, open_case: bool = False) -> list[str]:
        """All that is wrong, a line each; none where the case passes."""
        lines = [f"{gold['kind']}: {fault}" for gold, _, faults in self.found for fault in faults]
        lines += [
            f"missed {gold['kind']} {_named(gold)}: {'; '.join(faults) or 'no such fact'}"
            for gold, faults in self.missed
        ]
        if not open_case:
            lines += [f"too many: {fact}" for fact in self.extra]
        return lines


def _named(gold: dict[str, Any]) -> str:
    first: dict[str, Any] = next((gold[name] for name in QUANTITIES if isinstance(gold.get(name), dict)), {})
    return str(first.get("text", ""))


def compare_facts(case: Case, facts: Facts) -> Outcome:
    """Pairs the facts with those of a case, best pairs first."""
    pairs = []
    for g, gold in enumerate(case.facts):
        for f, fact in enumerate(facts.facts):
            if fact.kind == gold["kind"]:
                numbers = list(quantity_faults(gold, fact, case.text))
                slots = list(slot_faults(gold, fact, case.text))
                pairs.append((len(numbers), len(slots), g, f, numbers, slots))
    outcome = Outcome()
    used_gold: set[int] = set()
    used_facts: set[int] = set()
    for wrong, _, g, f, _, slots in sorted(pairs, key=lambda pair: pair[:4]):
        if not wrong and g not in used_gold and f not in used_facts:
            used_gold.add(g)
            used_facts.add(f)
            outcome.found.append((case.facts[g], facts.facts[f], slots))
    for g, gold in enumerate(case.facts):
        if g not in used_gold:
            near = min(
                (pair for pair in pairs if pair[2] == g and pair[3] not in used_facts),
                default=None,
                key=lambda pair: pair[:2],
            )
            outcome.missed.append((gold, [] if near is None else near[4]))
    outcome.extra = [fact for f, fact in enumerate(facts.facts) if f not in used_facts]
    return outcome


def compare_quantities(case: Case, found: Sequence[Quantity]) -> list[str]:
    """What is wrong with the quantities of a text against a case that lists them."""
    golds = list(case.quantities or ())
    faults = []
    for i in range(max(len(golds), len(found))):
        if i >= len(golds):
            faults += [] if case.open else [f"too many: {quantity.text!r} = {quantity}" for quantity in found[i:]]
            break
        if i >= len(found):
            faults += [f"missed {gold.get('text')!r}" for gold in golds[i:]]
            break
        faults += [f"{found[i].text!r}: {fault}" for fault in one_quantity(golds[i], found[i], case.text)]
    return faults


def quantity_faults(gold: dict[str, Any], fact: Fact, text: str) -> Iterator[str]:
    """What is wrong with a fact's quantities and rank."""
    for name in QUANTITIES:
        if name in gold:
            yield from _role(name, gold[name], getattr(fact, name, None), text)
    for side in SIDES:
        if "quantity" in gold.get(side, {}):
            held = getattr(fact, side, None)
            yield from _role(f"{side}.quantity", gold[side]["quantity"], getattr(held, "quantity", None), text)
    if "position" in gold and gold["position"] != getattr(fact, "position", None):
        yield f"position {getattr(fact, 'position', None)}, not {gold['position']}"


def _role(name: str, gold: Any, quantity: Quantity | None, text: str) -> Iterator[str]:
    if gold == "null":
        if quantity is not None:
            yield f"{name} is {quantity}, and none is stated"
    elif quantity is None:
        yield f"no {name}"
    else:
        yield from (f"{name} {fault}" for fault in one_quantity(gold, quantity, text))


def one_quantity(gold: dict[str, Any], quantity: Quantity, text: str) -> Iterator[str]:
    """What is wrong with one quantity."""
    if "text" in gold:
        places = [place(quoted, text) for quoted in options(gold["text"])]
        if (quantity.start, quantity.end) not in places:
            yield f"text {quantity.text!r}, not {gold['text']!r}"
    for name in ("value", "low", "high"):
        if name in gold and not any(_same_number(one, getattr(quantity, name)) for one in options(gold[name])):
            yield f"{name} {getattr(quantity, name)}, not {gold[name]}"
    if "modifier" in gold and str(quantity.modifier) not in options(gold["modifier"]):
        yield f"modifier {quantity.modifier}, not {gold['modifier']}"
    unit = "none" if quantity.unit is None else quantity.unit.name
    if "unit" in gold and unit not in options(gold["unit"]):
        yield f"unit {unit}, not {gold['unit']}"
    if "kind" in gold and (quantity.unit is None or str(quantity.unit.kind) not in options(gold["kind"])):
        yield f"unit kind {quantity.unit and quantity.unit.kind}, not {gold['kind']}"


def _same_number(gold: Any, number: Decimal | None) -> bool:
    if gold == "null":
        return number is None
    try:
        return number is not None and Decimal(str(gold)) == number
    except InvalidOperation:
        return False


def slot_faults(gold: dict[str, Any], fact: Fact, text: str) -> Iterator[str]:
    """What is wrong with a fact's slots."""
    for name in MENTIONS:
        if name in gold and not _same_mention(options(gold[name]), getattr(fact, name, None), text):
            yield f"{name} {_shown(getattr(fact, name, None))}, not {gold[name]!r}"
    for side in SIDES:
        if "subject" in gold.get(side, {}):
            mention = getattr(fact, side).subject
            if not _same_mention(options(gold[side]["subject"]), mention, text):
                yield f"{side}.subject {_shown(mention)}, not {gold[side]['subject']!r}"
    for name in PLAIN:
        if name in gold and name != "position":
            held = getattr(fact, name, None)
            if not any(
                str(one).lower() == ("null" if held is None else str(held).lower()) for one in options(gold[name])
            ):
                yield f"{name} {held}, not {gold[name]}"
    if "antecedent" in gold:
        held = fact.subject or fact.measure
        open_end = held is None or held.antecedent is None
        resolved = None if held is None else held.resolved.text
        wanted = antecedents_of(gold)
        if resolved not in wanted and not (open_end and "null" in wanted):
            yield f"antecedent {resolved!r}, not {gold['antecedent']!r}"
    if "when" in gold:
        yield from _when_faults(gold["when"], fact)


def antecedents_of(gold: dict[str, Any]) -> set[str]:
    """The texts that a gold fact allows as what its subject or measure stands for; none where it states none."""
    return {_QUOTED.sub(r"\1", str(one)) for one in options(gold.get("antecedent"))} if "antecedent" in gold else set()


def _when_faults(gold: Any, fact: Fact) -> Iterator[str]:
    if gold == "null":
        if fact.when is not None:
            yield f"when {fact.when.text!r}, and none is stated"
        return
    if fact.when is None:
        yield f"no when, not {gold.get('text')!r}"
        return
    texts = [quoted.replace("{", "").replace("}", "") for quoted in options(gold.get("text"))]
    if texts and not any(fact.when.text in one or one in fact.when.text for one in texts):
        yield f"when {fact.when.text!r}, not {gold['text']!r}"
    for name in ("value", "relation"):
        if name in gold:
            held = getattr(fact.when, name)
            if ("null" if held is None else str(held)) not in map(str, options(gold[name])):
                yield f"when.{name} {held}, not {gold[name]}"


def _same_mention(quoted: list[str], mention: Mention | None, text: str) -> bool:
    if mention is None:
        return "null" in quoted
    places = {place(one, text) for one in quoted if one != "null"}
    held: Mention | None = mention
    while held is not None:
        if (held.start, held.end) in places:
            return True
        held = held.antecedent
    return False


def _shown(mention: Mention | None) -> str:
    return "none" if mention is None else repr(str(mention))
