"""Tells `cost from $35 to $410`, a range, from `rose from $35 to $410`, a change: by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table
from factex.quantity.draft import Draft
from factex.quantity.several import in_smaller
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Tree

_REACH = 18
# How many times the lower end of a range the upper one is at most, where both tell by how much something moves.
_MOST_SPAN = 3


@per_lexicon
def _change_words() -> frozenset[str]:
    data = table("change")
    groups = (*data["verbs"].values(), *data["weak_verbs"].values(), *data["nouns"].values())
    return frozenset(word for words in groups for word in words).difference(table("ranges")["resting"])


def merge(tree: Tree, drafts: Sequence[Draft]) -> list[Draft]:
    """The quantities with each `from A to B` made one range where nothing nearby says that anything moves."""
    merged: list[Draft] = []
    for draft in drafts:
        ends = in_smaller(merged[-1], draft) if merged else None
        if ends is not None and _spans(tree, *ends):
            merged[-1] = _range(*ends)
        else:
            merged.append(draft)
    return merged


def _spans(tree: Tree, left: Draft, right: Draft) -> bool:
    if left.modifier is not Modifier.EXACT or right.modifier is not Modifier.EXACT or left.attributive:
        return False
    if left.value is None or right.value is None or not left.value < right.value:
        return False
    if (left.unit and left.unit.name) != (right.unit and right.unit.name):
        return False
    between = [word.lower for word in tree.words if left.end <= word.start and word.end <= right.start]
    first = tree.at(left.start)
    if between != ["to"] or first is None or first == 0:
        return False
    led = tree[first - 1].lower
    near = [tree.lemma(k) for k in range(max(0, first - _REACH), first)]
    moves = any(lemma in _change_words() for lemma in near)
    percent = left.unit is not None and left.unit.name == "percent"
    measured = left.unit is not None and left.unit.kind in (UnitKind.PHYSICAL, UnitKind.TIME)
    measured = measured and left.end == left.number_end  # "by 2 to 3 millimetres"
    close = right.value <= left.value * _MOST_SPAN
    return (led == "from" and not moves) or (led == "by" and close and (percent or measured))


def _range(left: Draft, right: Draft) -> Draft:
    return Draft(
        start=left.start,
        end=right.end,
        first=left.first,
        last=right.last,
        value=None,
        low=left.value,
        high=right.value,
        modifier=Modifier.RANGE,
        unit=right.unit,
        style=left.style,
        scale=right.scale,
        number_start=left.number_start,
        number_end=right.number_end,
    )
