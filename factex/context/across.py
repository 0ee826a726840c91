"""Sides of a comparison that the sentence before tells: `That compares with 1,210 in 2021`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factex.claims.sentence import order
from factex.lexicon.files import per_lexicon, table
from factex.records import Change, Comparison, Measurement, Share, Side, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.records import Fact, Mention, Quantity

# What a comparison takes from the fact of its left side.
_SHARED = ("subject", "measure", "predicate", "modality", "negated")
# So many times may a bare number be smaller than the measured one that it is held against.
_REACH = 50


@per_lexicon
def _that_amount() -> re.Pattern[str]:
    """What stands behind a multiple whose right side is the number told before: `half that.`, `twice that sum`."""
    nouns = "|".join(table("comparison")["pointing"]["amounts"])
    return re.compile(rf"\s(?:of\s)?that(?:\s(?:{nouns}))?(?=\s?[.,;!?)]|\Z|\s(?:in|for|and|but|on|by)\b)")


@per_lexicon
def _contrast() -> re.Pattern[str]:
    """What sets a sentence against the one before it: `by contrast`."""
    phrases = "|".join(re.escape(phrase) for phrase in table("comparison")["pointing"]["contrasting"])
    return re.compile(rf"(?i)\b(?:{phrases})(?!\s(?:to|with)\b)")


def joined(text: str, before: Sequence[Fact], facts: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts of two sentences that follow each other, with the sides that the second takes from the first.

    A measurement stays one where the second sentence tells a claim of its own (`That is 40 more than in 2021`), and
    becomes the left side where it does not (`That compares with 1,210 in 2021`).

    Args:
        text: The text of both.
        before: The facts of the first sentence.
        facts: Those of the second.

    Returns:
        The facts of the first sentence, and those of the second.
    """
    kept = list(before)
    made: list[Fact] = []
    for fact in facts:
        told = None
        if isinstance(fact, Comparison):
            told = _left(fact, kept) or _right(text, fact, kept, alone=len(facts) == 1)
        elif isinstance(fact, Measurement):
            told = _contrasted(text, fact, kept, facts)
        elif isinstance(fact, Change):
            fact = _of_pointer(fact, kept)  # noqa: PLW2901 - with what its subject points to
        if told is None:
            made.append(fact)
            continue
        source, lent = told
        place = kept.index(source)
        held = not isinstance(fact, Comparison) or fact.right.quantity is not None
        if isinstance(source, Measurement) and held:
            kept[place] = lent
        else:
            kept.insert(place + 1, lent)
    return kept, made


def _contrasted(
    text: str, fact: Measurement, before: Sequence[Fact], facts: Sequence[Fact]
) -> tuple[Fact, Fact] | None:
    """The number before that one is set against: `The north lost nine. The south, by contrast, lost 31`."""
    if _contrast().search(text, fact.sentence.start, fact.sentence.end) is None:
        return None
    alone = sum(_same_unit(fact.quantity, _number(one)) for one in facts) == 1
    sources = [
        one for one in before if isinstance(one, Measurement | Share) and _same_unit(fact.quantity, _number(one))
    ]
    number = _number(sources[0]) if len(sources) == 1 else None
    if not alone or number is None:
        return None
    source, told = sources[0], _in_unit_of(number, fact.quantity)
    again = fact.subject is None or fact.subject.text.lower() in table("comparison")["pointing"]["again"]
    sides = (source, fact)
    left, right = (
        one.where if again and fact.where is not None and source.where is not None else one.subject for one in sides
    )
    fields: dict[str, Any] = {name: getattr(source, name) for name in _SHARED}
    fields["source"] = fact.source or source.source
    return source, Comparison(
        **fields,
        sentence=fact.sentence,
        rule="comparison.pointed",
        left=Side(subject=left, quantity=number, when=source.when),
        right=Side(subject=right, quantity=told, when=fact.when),
        relation=None if told is None else order(number, told),
    )


def _of_pointer(fact: Change, before: Sequence[Fact]) -> Change:
    """A change with what its subject stands for, where one fact before tells a number: `That is up eight points`."""
    if fact.subject is None or fact.subject.antecedent is not None or not _points(fact.subject) or len(before) != 1:
        return fact
    meant = before[0].measure or before[0].subject
    pointer = fact.subject.model_copy(update={"antecedent": None if meant is None else meant.antecedent or meant})
    return fact.model_copy(update={"subject": pointer})


def _left(fact: Comparison, before: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """The fact before whose number `that` stands for, and the comparison with it as its left side."""
    pointer = fact.left.subject
    if fact.left.quantity is not None or pointer is None or not _points(pointer):
        return None
    source = next((one for one in before if _alike(_number(one), fact)), None)
    number = None if source is None else _number(source)
    if source is None or number is None:
        return None
    meant = source.measure or source.subject
    pointer = pointer.model_copy(update={"antecedent": None if meant is None else meant.antecedent or meant})
    right = fact.right.model_copy(update={"quantity": _in_unit_of(number, fact.right.quantity)})
    changed: dict[str, object] = {
        "left": Side(subject=pointer, quantity=number, when=source.when),
        "right": right,
        "difference": _in_unit_of(number, fact.difference),
        "relation": fact.relation or (None if right.quantity is None else order(number, right.quantity)),
    }
    if fact.subject is not None and fact.subject.start == pointer.start:
        changed["subject"] = pointer
    return source, fact.model_copy(update=changed)


def _right(text: str, fact: Comparison, before: Sequence[Fact], *, alone: bool) -> tuple[Fact, Fact] | None:
    """The one fact before whose number is the right side: `The old one cost half that`."""
    bare = fact.right.subject is None and fact.right.quantity is None and fact.left.quantity is None
    if not bare or not alone or len(before) != 1 or fact.factor is None:
        return None
    number = _number(before[0])
    if number is None or _that_amount().match(text, fact.factor.end) is None:
        return None
    right = Side(subject=before[0].subject, quantity=number, when=fact.right.when or before[0].when)
    return before[0], fact.model_copy(update={"right": right})


def _in_unit_of(number: Quantity, other: Quantity | None) -> Quantity | None:
    """A bare number in the unit of the one that it is held against."""
    if other is None or number.unit is None:
        return other
    if other.unit is None:
        return other.model_copy(update={"unit": number.unit})
    if other.unit.name == "point" and number.unit.name == "percent":
        unit = other.unit.model_copy(update={"name": "percentage_point", "kind": UnitKind.PERCENT})
        return other.model_copy(update={"unit": unit})
    return other


def _points(mention: Mention) -> bool:
    """Whether a mention is a word that points back at a number: `That`, `The figure`."""
    *pointers, word = mention.text.lower().split()
    data = table("comparison")["pointing"]
    alone = not pointers and word in (*data["words"], *data["amounts"])
    return alone or (len(pointers) == 1 and pointers[0] in data["words"] and word in data["amounts"])


def _number(fact: Fact) -> Quantity | None:
    """The number that a fact is told for."""
    if isinstance(fact, Measurement):
        return fact.quantity
    if isinstance(fact, Change):
        return fact.end
    if isinstance(fact, Share):
        return fact.fraction or fact.part
    return fact.left.quantity if isinstance(fact, Comparison) else None


def _alike(number: Quantity | None, fact: Comparison) -> bool:
    """Whether a number can be the left side of a comparison: in the unit of the right one, or of the difference."""
    other = fact.right.quantity or fact.difference
    if number is None or other is None:
        return number is not None and fact.factor is not None
    one, unit = number.unit, other.unit
    if unit is None:
        measured = one is not None and one.kind in (UnitKind.PHYSICAL, UnitKind.COMPOUND) and _of_a_size(number, other)
        return one is None or measured or one.kind in (UnitKind.COUNT, UnitKind.PERCENT)
    if other is fact.difference and unit.name == "percent":
        return True
    points = unit.name in ("percentage_point", "point") and one is not None and one.kind is UnitKind.PERCENT
    return points or (one is not None and (one.name == unit.name or one.name.startswith(f"{unit.name} / ")))


def _same_unit(one: Quantity, other: Quantity | None) -> bool:
    """Whether two numbers count or measure the same; a bare one takes what it leaves out from the other."""
    if other is None:
        return False
    units = [None if number.unit is None else number.unit.name for number in (one, other)]
    if units[0] is None or units[1] is None:
        return units[0] == units[1] or (units[0] is None and _of_a_size(one, other))
    rate = units[1].startswith(f"{units[0]} / ")  # "earn $210 a month. Others, by contrast, earn $640"
    return units[0] == units[1] or rate


def _of_a_size(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers may measure the same, as `61,000 acres. That is more than the 58,300 lost last season`."""
    if one.value is None or other.value is None:
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    return 0 < large <= small * _REACH
