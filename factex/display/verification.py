"""A verification: the text beside its sources, each check coloured by its verdict and tied to its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.display import slots
from factex.display.html import LONGEST_TEXT, cell, table
from factex.display.marks import Mark, nest
from factex.display.markup import Markup
from factex.display.palette import sign, verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factex.display.marks import Node
    from factex.records import Fact, Span
    from factex.verification.check import Check, Verification

LIMIT = 200
COLUMNS = ("No.", "Verdict", "Claim", "Evidence", "Reason")


def verification_html(verification: Verification, *, limit: int = LIMIT) -> str:
    """The text beside its sources as a fragment of HTML, above a table of checks that can be sorted.

    Each claim bears the number and the sign of its check, and leads to its evidence; the evidence leads back. Of long
    texts only what stands around marks are shown.

    Args:
        verification: What `verify` returned.
        limit: How many checks are shown at most; what is left out is told.

    Returns:
        The HTML, as self-contained as that of `facts_html`.
    """
    checks = verification.checks[: max(limit, 0)]
    page = Markup("factex: claims held against their sources")
    page.style("base.css", "fragment.css", "verification.css")
    _summary(page, verification, len(checks))
    with page.inside("div", class_="factex-sides"):
        _text(page, "Text", verification.text, _marks(checks, enumerate(map(_claim, checks))), checks, "claim")
        for number, source in enumerate(verification.sources):
            title = "Source" if len(verification.sources) == 1 else f"Source {number + 1}"
            found = ((i, list(_evidence(check))) for i, check in enumerate(checks) if check.source == number)
            _text(page, title, source, _marks(checks, found), checks, "evidence")
    if checks:
        _table(page, checks, len(verification.sources))
        _records(page, checks)
    page.script("card.js", "fragment.js", start="factexFragment")
    return str(page)


def _claim(check: Check) -> list[Span]:
    return _places(check.fact)


def _places(fact: Fact) -> list[Span]:
    """Where a fact is marked: at its quantities, the first of which bears the number; else where it is anchored."""
    return list(fact.quantities()) or [slots.anchor(fact)]


def _evidence(check: Check) -> Iterator[Span]:
    for fact in (check.evidence, *check.more):
        if fact is not None:
            yield from _places(fact)


def _marks(checks: Sequence[Check], places: Iterable[tuple[int, list[Span]]]) -> list[Mark]:
    """One mark for each stretch; where several checks meet, it looks like the gravest verdict."""
    found: dict[tuple[int, int], Mark] = {}
    gravity = verdicts()
    for number, spans in places:
        for nth, span in enumerate(spans):
            verdict = str(checks[number].verdict)
            known = found.get((span.start, span.end), Mark(span.start, span.end, verdict))
            found[span.start, span.end] = Mark(
                span.start,
                span.end,
                max(known.role, verdict, key=gravity.index),
                (*known.facts, number) if number not in known.facts else known.facts,
                (*known.anchors, number) if nth == 0 else known.anchors,
            )
    return list(found.values())


def _summary(page: Markup, verification: Verification, shown: int) -> None:
    with page.inside("p", class_="factex-summary"):
        total = len(verification.checks)
        page.put("strong", f"{total:,} {'check' if total == 1 else 'checks'}")
        for verdict in verdicts():
            number = sum(check.verdict == verdict for check in verification.checks)
            page.say(" ")
            page.put("span", f"{sign(verdict)} {number:,} {verdict}", data_role=verdict, class_="factex-key")
    if shown < total:
        page.put("p", f"Shown: the first {shown:,} of {total:,} checks.", class_="factex-notice")


def _text(page: Markup, title: str, text: str, marks: list[Mark], checks: Sequence[Check], side: str) -> None:
    other = {"claim": "evidence", "evidence": "claim"}[side]

    def numbers(node: Node) -> None:
        if node.mark is None or not node.first:
            return
        for number in node.mark.anchors:
            check = checks[number]
            shared = {
                "id": page.id(side, number),
                "class_": "factex-number",
                "aria_describedby": page.id("record", number),
            }
            label = f"{sign(check.verdict)}{number + 1}"
            if check.evidence is None or check.source is None:
                page.put("span", label, tabindex="0", **shared)
            else:
                page.put("a", label, href=f"#{page.id(other, number)}", **shared)

    with page.inside("div", class_="factex-side"):
        page.put("p", title, class_="factex-title")
        with page.inside("div", class_="factex-text", tabindex="0", role="region", aria_label=title):
            for block, left in _kept(nest(text, marks), whole=len(text) <= LONGEST_TEXT):
                if left:
                    page.put("p", f"… {left:,} characters left out …", class_="factex-notice")
                page.nodes(block, _attributes, numbers)


def _kept(blocks: list[Node], *, whole: bool) -> Iterator[tuple[list[Node | str], int]]:
    """The blocks to show, each in a list, with how many characters are left out before it."""
    marked = {i for i, block in enumerate(blocks) if any(not isinstance(child, str) for child in block.children)}
    left = 0
    for i, block in enumerate(blocks):
        if whole or i == 0 or marked & {i - 1, i, i + 1}:
            yield [block], left
            left = 0
        else:
            left += sum(len(child) for child in block.children if isinstance(child, str))
    if left:
        yield [], left


def _attributes(node: Node) -> dict[str, str]:
    if node.mark is None:
        return {"class_": "factex-block", "dir": "auto"}
    facts = " ".join(map(str, node.mark.facts))
    return {"data_role": node.mark.role, "data_level": str(min(node.level, 3)), "data_facts": facts}


def _table(page: Markup, checks: Sequence[Check], sources: int) -> None:
    with table(page, "Table of checks", COLUMNS):
        for number, check in enumerate(checks):
            with page.inside("tr", role="row", data_facts=str(number)):
                with page.inside("th", role="rowheader", scope="row", data_sort=str(number)):
                    page.put("a", str(number + 1), href=f"#{page.id('claim', number)}")
                with page.inside("td", role="cell"):
                    label = f"{sign(check.verdict)} {check.verdict}"
                    page.put("span", label, data_role=str(check.verdict), class_="factex-key")
                cell(page, str(check.fact))
                cell(page, _told(check, sources))
                cell(page, check.reason)


def _told(check: Check, sources: int) -> str:
    if check.evidence is None:
        return ""
    where = f"source {check.source + 1}: " if sources > 1 and check.source is not None else ""
    return where + "; ".join(map(str, (check.evidence, *check.more)))


def _records(page: Markup, checks: Sequence[Check]) -> None:
    with page.inside("div", hidden="hidden"):
        for number, check in enumerate(checks):
            with page.inside("div", id=page.id("record", number), class_="factex-record"):
                page.put("strong", f"{sign(check.verdict)} {number + 1}. {check.verdict}")
                with page.inside("dl"):
                    for name, value in (
                        ("claim", str(check.fact)),
                        ("evidence", _told(check, 1)),
                        ("why", check.reason),
                    ):
                        if value:
                            page.put("dt", name)
                            with page.inside("dd"):
                                page.put("bdi", value)
