"""Facts for a notebook: the marked text above a table, as one piece of HTML that needs nothing else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from factex.display import slots
from factex.display.marks import marks_of, nest
from factex.display.markup import Markup
from factex.display.palette import kinds
from factex.display.palette import slots as slot_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factex.display.marks import Mark, Node
    from factex.facts import Facts
    from factex.records import Fact

LIMIT = 100
LONGEST_TEXT = 20_000
COLUMNS = ("No.", "Kind", "About", "Claim", "When", "Qualified", "Confidence")


def facts_html(facts: Facts, *, limit: int = LIMIT) -> str:
    """The facts as a fragment of HTML: the text with its marks, and a table that can be sorted.

    The fragment brings its styles and its script, asks for nothing from elsewhere, follows the light or dark theme of
    the page around it, and shares no id with another one.

    Args:
        facts: What `extract` returned.
        limit: How many facts are shown at most; what is left out is told.

    Returns:
        The HTML.

    Example:
        >>> import factex
        >>> facts_html(factex.extract("The dam holds 1.7 cubic kilometres of water.")).startswith("<section")
        True
    """
    cut = len(facts.text) if len(facts.text) <= LONGEST_TEXT else _cut(facts.text)
    shown = [fact for fact in facts.facts[: max(limit, 0)] if slots.anchor(fact).end <= cut]
    marks = marks_of(shown, [quantity for quantity in facts.quantities if quantity.end <= cut] if shown else ())
    page = Markup("factex: facts of a text")
    page.style("base.css", "fragment.css")
    _summary(page, facts, len(shown), cut)
    _legend(page, marks)
    with page.inside("div", class_="factex-text", tabindex="0", role="region", aria_label="Text with its facts marked"):
        page.nodes(nest(facts.text[:cut], marks), lambda node: _mark(page, node))
    if shown:
        _table(page, shown)
        records(page, shown)
    page.script("card.js", "fragment.js", start="factexFragment")
    return str(page)


def facts_plain(facts: Facts, *, limit: int = LIMIT) -> str:
    """The facts as plain text, a line a fact; what is left out is told."""
    lines = [f"{len(facts):,} {'fact' if len(facts) == 1 else 'facts'}", *map(str, facts.facts[:limit])]
    left = len(facts) - limit
    return "\n".join([*lines, f"… and {left:,} more"] if left > 0 else lines)


def _cut(text: str) -> int:
    at = max(text.rfind("\n", 0, LONGEST_TEXT), text.rfind(" ", 0, LONGEST_TEXT))
    return at + 1 if at > 0 else LONGEST_TEXT


def _summary(page: Markup, facts: Facts, shown: int, cut: int) -> None:
    with page.inside("p", class_="factex-summary"):
        page.put("strong", f"{len(facts):,} {'fact' if len(facts) == 1 else 'facts'}")
        page.say(f" in {len(facts.text):,} characters")
    if shown < len(facts) or cut < len(facts.text):
        left = f"Shown: the first {shown:,} of {len(facts):,} facts"
        left += f" and the first {cut:,} of {len(facts.text):,} characters." if cut < len(facts.text) else "."
        page.put("p", left, class_="factex-notice")


def _legend(page: Markup, marks: list[Mark]) -> None:
    there = {mark.role for mark in marks}
    roles = [role for role in (*kinds(), *slot_roles()) if role in there]
    if roles:
        with page.inside("ul", class_="factex-legend", aria_label="What the marks mean"):
            for role in roles:
                with page.inside("li"):
                    page.put("span", role, data_role=role, class_="factex-key")


def _mark(page: Markup, node: Node) -> dict[str, str]:
    mark = node.mark
    if mark is None:
        return {"class_": "factex-block", "dir": "auto"}
    attributes = {"data_role": mark.role, "data_level": str(min(node.level, 3))}
    if mark.facts:
        attributes["data_facts"] = " ".join(map(str, mark.facts))
    if mark.anchors and node.first:
        attributes["id"] = page.id("mark", mark.anchors[0])
        attributes["data_anchors"] = " ".join(map(str, mark.anchors))
        attributes["tabindex"] = "0"
        attributes["aria_describedby"] = " ".join(page.id("record", number) for number in mark.anchors)
    return attributes


def _table(page: Markup, shown: Sequence[Fact]) -> None:
    with table(page, "Table of facts", COLUMNS):
        for number, fact in enumerate(shown):
            _row(page, number, fact)


def _row(page: Markup, number: int, fact: Fact) -> None:
    first = next(fact.quantities(), None)
    size = first.number if first is not None else getattr(fact, "position", None)
    with page.inside("tr", role="row", id=page.id("fact", number), data_facts=str(number)):
        with page.inside("th", role="rowheader", scope="row", data_sort=str(number)):
            page.put("a", str(number + 1), href=f"#{page.id('mark', number)}", data_go=str(number))
        with page.inside("td", role="cell"):
            page.put("span", fact.kind, data_role=fact.kind, class_="factex-key")
        cell(page, slots.about(fact), class_="factex-about")
        cell(page, slots.claim(fact), data_sort="" if size is None else str(size))
        cell(page, "" if fact.when is None else str(fact.when))
        cell(page, slots.qualified(fact))
        cell(page, slots.confidence(fact), class_="factex-confidence", data_sort=str(fact.confidence))


@contextmanager
def table(page: Markup, label: str, columns: Iterable[str]) -> Iterator[None]:
    """A table whose rows are written meanwhile.

    The roles say again what the elements say, as a style sheet that lays rows out otherwise takes them away.
    """
    with (
        page.inside("div", class_="factex-scroll", tabindex="0", role="region", aria_label=label),
        page.inside("table", role="table"),
    ):
        with page.inside("thead", role="rowgroup"), page.inside("tr", role="row"):
            for column in columns:
                page.put("th", column, role="columnheader", scope="col")
        with page.inside("tbody", role="rowgroup"):
            yield


def cell(page: Markup, text: str, **attributes: str) -> None:
    """A cell of a table whose text can't reorder what stands around it."""
    with page.inside("td", role="cell", **attributes):
        page.put("bdi", text)


def records(page: Markup, facts: Sequence[Fact]) -> None:
    """The whole records, out of sight: what a mark shows on hover and focus, and what a screen reader says of it."""
    with page.inside("div", hidden="hidden"):
        for number, fact in enumerate(facts):
            with page.inside("div", id=page.id("record", number), class_="factex-record"):
                page.put("strong", f"{number + 1}. {fact.kind}")
                with page.inside("dl"):
                    for name, value in slots.record(fact):
                        page.put("dt", name)
                        with page.inside("dd"):
                            page.put("bdi", value)
