"""Scores of an evaluation as tables for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

    from factex.evaluation.scores import Scores


def tables(scores: Scores, title: str) -> Group:
    """The cases passed, then a table of kinds and one of slots."""
    parts: list[RenderableType] = [
        Text(f"{title}: {scores.cases.right} of {scores.cases.stated} cases exactly right", style="bold")
    ]
    if scores.quantities.stated:
        parts.append(Text(f"of these list quantities: {scores.quantities.right} of {scores.quantities.stated} right"))
    if scores.kinds:
        kinds = _table("kind", "recall", "precision", "F1", "right", "stated", "told")
        for name, score in (*sorted(scores.kinds.items()), ("all", scores.facts), ("whole fact", scores.whole)):
            told = "" if name == "whole fact" else str(score.told)
            shown = [_percent(score.recall), *([_percent(score.precision), _percent(score.f1)] if told else ["", ""])]
            kinds.add_row(name, *shown, str(score.right), str(score.stated), told)
        parts.append(kinds)
    if scores.slots:
        slots = _table("slot", "right in 100", "right", "stated")
        for name, score in sorted(scores.slots.items()):
            slots.add_row(name, _percent(score.recall), str(score.right), str(score.stated))
        parts.append(slots)
    return Group(*parts)


def errors(scores: Scores, most: int) -> Group:
    """The first cases that are not right, with what is wrong in them."""
    lines: list[RenderableType] = []
    for name, text, faults in scores.errors[:most]:
        lines += [Text(f"{name}: {text[:200]}", style="bold"), *(Text(f"  {fault}") for fault in faults)]
    left = len(scores.errors) - most
    return Group(*lines, *([Text(f"and {left} more cases")] if left > 0 else []))


def _table(*headings: str) -> Table:
    table = Table()
    table.add_column(headings[0])
    for heading in headings[1:]:
        table.add_column(heading, justify="right")
    return table


def _percent(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
