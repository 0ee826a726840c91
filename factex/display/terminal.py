"""A table of facts for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from factex.facts import Facts
    from factex.records import Fact

_STYLES = {"measurement": "cyan", "comparison": "magenta", "change": "yellow", "share": "green", "rank": "blue"}


def table(facts: Facts, title: str | None = None) -> Table:
    """The facts as a table: kind, what it is about, what is said, when, and who says so."""
    shown = Table(
        title=None if title is None else Text(title), title_justify="left", title_style="bold", row_styles=("", "dim")
    )
    for heading in ("Kind", "About", "Claim", "When", "Qualified"):
        shown.add_column(heading, overflow="fold")
    for fact in facts:
        shown.add_row(*_cells(fact))
    return shown


def _cells(fact: Fact) -> tuple[Text, ...]:
    about = " / ".join(str(part) for part in (fact.subject, fact.measure) if part is not None)
    claim = f"{fact.predicate or ''} {fact.core()}".strip()
    qualified = [str(fact.modality)] if fact.modality != "asserted" else []
    qualified += ["denied"] if fact.negated else []
    qualified += [f"says {fact.source}"] if fact.source is not None else []
    qualified += [f"in {fact.where}"] if fact.where is not None else []
    cells = (about, claim, "" if fact.when is None else str(fact.when), ", ".join(qualified))
    return Text(fact.kind, style=_STYLES[fact.kind]), *map(Text, cells)
