"""Scores of extraction against gold: precision, recall and F1 a kind, and how often each slot is right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factex.evaluation.compare import compare_facts, compare_quantities
from factex.evaluation.gold import MENTIONS, PLAIN, SIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from factex.evaluation.compare import Outcome
    from factex.evaluation.gold import Case
    from factex.facts import Facts

_SLOTS = tuple(name for name in (*MENTIONS, *PLAIN, "when", "antecedent") if name != "position")


@dataclass(slots=True)
class Score:
    """How often something was right.

    Attributes:
        right: Found, and right.
        stated: Stated by the gold.
        told: Given by the extraction.
    """

    right: int = 0
    stated: int = 0
    told: int = 0

    @property
    def recall(self) -> float | None:
        """Right over stated, in percent; None where nothing is stated."""
        return 100 * self.right / self.stated if self.stated else None

    @property
    def precision(self) -> float | None:
        """Right over told, in percent; None where nothing is told."""
        return 100 * self.right / self.told if self.told else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two, in percent."""
        return 200 * self.right / (self.stated + self.told) if self.stated + self.told else None


@dataclass(slots=True)
class Scores:
    """The scores of some gold cases.

    Attributes:
        cases: How many cases passed exactly (`right`) of how many (`stated`).
        whole: Facts with every quantity and every slot right, of all stated.
        kinds: Facts by kind; a fact is right where its kind and all its quantities are.
        slots: Slots by name, over the facts that are right; `told` is as `stated`.
        quantities: Cases that list quantities, which passed exactly, of all.
        errors: What is wrong, case by case, as (id, text, faults).
    """

    cases: Score = field(default_factory=Score)
    whole: Score = field(default_factory=Score)
    kinds: dict[str, Score] = field(default_factory=dict)
    slots: dict[str, Score] = field(default_factory=dict)
    quantities: Score = field(default_factory=Score)
    errors: list[tuple[str, str, list[str]]] = field(default_factory=list)

    @property
    def facts(self) -> Score:
        """All kinds together."""
        total = Score()
        for score in self.kinds.values():
            total.right += score.right
            total.stated += score.stated
            total.told += score.told
        return total

    def add(self, case: Case, facts: Facts) -> None:
        """Counts a case, against what was found in its text."""
        if case.quantities is not None or "/quantities/" in case.path.replace("\\", "/"):
            faults = compare_quantities(case, facts.quantities)
            self.quantities.stated += 1
            self.quantities.right += not faults
        else:
            outcome = compare_facts(case, facts)
            faults = outcome.faults(open_case=case.open)
            self._count(outcome, open_case=case.open)
        self.cases.stated += 1
        self.cases.right += not faults
        if faults:
            self.errors.append((case.id, case.text, faults))

    def _count(self, outcome: Outcome, *, open_case: bool) -> None:
        right = Counter(gold["kind"] for gold, _, _ in outcome.found)
        stated = right + Counter(gold["kind"] for gold, _ in outcome.missed)
        extra = Counter() if open_case else Counter(fact.kind for fact in outcome.extra)
        for kind in sorted({*stated, *right, *extra}):
            score = self.kinds.setdefault(kind, Score())
            score.right += right[kind]
            score.stated += stated[kind]
            score.told += right[kind] + extra[kind]
        self.whole.stated += sum(stated.values())
        for gold, _, faults in outcome.found:
            self.whole.right += not faults
            for slot in _stated_slots(gold):
                score = self.slots.setdefault(slot, Score())
                score.stated += 1
                score.told += 1
                score.right += not any(fault.split(" ")[0].split(".value")[0] == slot for fault in _named(faults))


def _named(faults: Iterable[str]) -> Iterator[str]:
    """The faults, each opening with the name of its slot."""
    for fault in faults:
        yield (
            fault.removeprefix("no ")
            .replace("when.value", "when")
            .replace("when.relation", "when")
            .replace("when,", "when ")
        )


def _stated_slots(gold: dict[str, Any]) -> Iterator[str]:
    yield from (name for name in _SLOTS if name in gold)
    yield from (f"{side}.subject" for side in SIDES if "subject" in gold.get(side, {}))


def evaluate(cases: Iterable[Case], found: Iterable[Facts]) -> Scores:
    """The scores of cases, against the facts of their texts in the same order."""
    scores = Scores()
    for case, facts in zip(cases, found, strict=True):
        scores.add(case, facts)
    return scores
