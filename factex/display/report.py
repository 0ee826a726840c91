"""A report: the facts of one or many documents as one page, with filters, charts and the texts themselves."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from string import Template
from typing import TYPE_CHECKING, Any

from factex.display import slots
from factex.display.marks import marks_of, nest
from factex.display.markup import writable
from factex.display.palette import asset, kinds, role_rules
from factex.display.palette import slots as slot_roles

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from factex.display.marks import Node
    from factex.facts import Facts
    from factex.records import Fact


def write_report(documents: Iterable[tuple[str, Facts]], stream: TextIO, *, title: str = "factex report") -> None:
    """Writes one self-contained page that shows the facts of documents, and asks for nothing from elsewhere.

    Documents are written as they come, so that only one of them need be held.

    Args:
        documents: The name of each document, and its facts.
        stream: Where the page goes; a file opened with `encoding="utf-8"`.
        title: The page's title.

    Example:
        >>> import io, factex
        >>> page = io.StringIO()
        >>> write_report([("dam.txt", factex.extract("The dam holds 1.7 cubic kilometres of water."))], page)
        >>> page.getvalue().startswith("<!doctype html>")
        True
    """
    style = "\n".join([asset("base.css"), asset("report.css"), role_rules()])
    script = "\n".join(["(() => {", *map(asset, ("card.js", "charts.js", "report.js")), "})();"])
    page = Template(asset("report.html")).substitute(
        title=html.escape(writable(title)),
        roles=" ".join((*kinds(), *slot_roles())),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    head, tail = page.split("<!-- documents -->")
    stream.write(head)
    for name, facts in documents:
        # A page's script ends at the first "</script"; JSON says "<" in another way.
        data = json.dumps(_document(name, facts), separators=(",", ":")).replace("<", "\\u003c")
        stream.write(f'<script type="application/json" class="document">{data}</script>\n')
    stream.write(tail)


def _hash(source: str) -> str:
    """The source's hash, as a Content-Security-Policy names what may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _document(name: str, facts: Facts) -> dict[str, Any]:
    return {
        "name": writable(name),
        "characters": len(facts.text),
        "facts": [_fact(fact) for fact in facts.facts],
        "blocks": [_pieces(block) for block in nest(facts.text, marks_of(facts.facts, facts.quantities))],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    subject = fact.subject if fact.subject is not None else fact.measure
    return {
        "kind": fact.kind,
        "about": writable(slots.about(fact)),
        "subject": "" if subject is None else writable(getattr(subject, "resolved", subject).text),
        "claim": writable(slots.claim(fact)),
        "when": "" if fact.when is None else writable(str(fact.when)),
        "qualified": writable(slots.qualified(fact)),
        "confidence": fact.confidence,
        "sentence": writable(fact.sentence.text),
        "values": [
            ["" if quantity.unit is None else writable(quantity.unit.name), f"{quantity.number}"]
            for quantity in fact.quantities()
            if quantity.number is not None
        ],
        "position": getattr(fact, "position", None),
        "record": [[label, writable(value)] for label, value in slots.record(fact)],
    }


def _pieces(node: Node) -> list[Any]:
    """The children of a mark: text, or [role, level, facts, anchors, …children]."""
    return [writable(child) if isinstance(child, str) else [*_look(child), *_pieces(child)] for child in node.children]


def _look(node: Node) -> tuple[str, int, tuple[int, ...], tuple[int, ...]]:
    mark = node.mark
    if mark is None:
        return "", 0, (), ()
    return mark.role, min(node.level, 3), mark.facts, mark.anchors if node.first else ()
