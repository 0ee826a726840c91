"""Marks over a text: made from facts, cut so that they nest, ready to be written by any page."""

from __future__ import annotations

import heapq
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factex.display.slots import anchor, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factex.records import Fact, Quantity

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n+")
LONGEST_BLOCK = 4_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is marked.

    Attributes:
        start: Index of its first character.
        end: Index behind its last character.
        role: What it looks like: a kind, a slot or a verdict of the palette.
        facts: Numbers of the facts that it belongs to.
        anchors: Numbers of the facts whose place in the text it is; such a mark can be focused.
    """

    start: int
    end: int
    role: str
    facts: tuple[int, ...] = ()
    anchors: tuple[int, ...] = ()


@dataclass(slots=True)
class Node:
    """A mark, or the piece of one that fits between its neighbours, around what stands in it.

    Attributes:
        mark: The mark; None for a block of text.
        first: Whether the piece is the mark's first one.
        children: Text and marks inside.
        level: How many marks lie below it at most, so that their lines can stand apart.
    """

    mark: Mark | None
    first: bool = True
    children: list[Node | str] = field(default_factory=list)
    level: int = 0


def marks_of(facts: Sequence[Fact], quantities: Iterable[Quantity] = ()) -> list[Mark]:
    """One mark for each stretch that a fact points at, then the quantities that no fact uses.

    A stretch with several roles looks like the first that is told of it; quantities are told before slots.
    """
    found: dict[tuple[int, int], Mark] = {}

    def add(start: int, end: int, role: str, number: int, *, is_anchor: bool) -> None:
        known = found.get((start, end), Mark(start, end, role))
        numbers = known.facts if number in known.facts else (*known.facts, number)
        anchors = (*known.anchors, number) if is_anchor and number not in known.anchors else known.anchors
        found[start, end] = Mark(start, end, known.role, numbers, anchors)

    for number, fact in enumerate(facts):
        place = anchor(fact)
        for quantity in fact.quantities():
            add(quantity.start, quantity.end, fact.kind, number, is_anchor=False)
        add(place.start, place.end, fact.kind, number, is_anchor=True)
    for number, fact in enumerate(facts):
        for part in parts(fact):
            add(part.span.start, part.span.end, part.role, number, is_anchor=False)
    for quantity in quantities:
        found.setdefault((quantity.start, quantity.end), Mark(quantity.start, quantity.end, "quantity"))
    return list(found.values())


def blocks(text: str, longest: int = LONGEST_BLOCK) -> Iterator[tuple[int, int]]:
    """Cuts a text at blank lines into blocks that a page can lay out one by one.

    Short paragraphs share a block; a long one is cut at a line end or a space.

    Yields:
        Start and end of each; together they are the whole text.
    """
    start = 0
    while start < len(text):
        blank = _BLANK_LINE.search(text, min(start + longest // 8, len(text)), start + longest)
        end = blank.end() if blank else min(start + longest, len(text))
        if blank is None and end < len(text):
            end = max(text.rfind("\n", start, end), text.rfind(" ", start, end)) + 1 or end
        yield start, end
        start = end


def nest(text: str, marks: Iterable[Mark]) -> list[Node]:
    """The text as blocks of text and marks; a mark that crosses another or the end of a block is cut in two there."""
    done: list[Node] = []
    queue = [
        (mark.start, -mark.end, order, mark.start, mark)
        for order, mark in enumerate(marks)
        if 0 <= mark.start < mark.end <= len(text)
    ]
    heapq.heapify(queue)
    for start, end in blocks(text):
        block = Node(None)
        stack: list[tuple[Node, int]] = [(block, end)]
        at = start
        while queue and queue[0][0] < end:
            begin, minus_end, order, origin, mark = heapq.heappop(queue)
            at = _close(text, stack, at, begin)
            until = min(-minus_end, stack[-1][1])
            if until < -minus_end:
                heapq.heappush(queue, (until, minus_end, order, origin, mark))
            _say(stack[-1][0], text[at:begin])
            node = Node(mark, first=begin == origin)
            stack[-1][0].children.append(node)
            stack.append((node, until))
            at = begin
        at = _close(text, stack, at, end)
        _say(block, text[at:end])
        done.append(block)
    return done


def _close(text: str, stack: list[tuple[Node, int]], at: int, until: int) -> int:
    """Closes the open marks that end up to `until`; returns how far the text has been told."""
    while len(stack) > 1 and stack[-1][1] <= until:
        node, end = stack.pop()
        _say(node, text[at:end])
        stack[-1][0].level = max(stack[-1][0].level, node.level + 1)
        at = max(at, end)
    return at


def _say(node: Node, text: str) -> None:
    if text:
        node.children.append(text)
