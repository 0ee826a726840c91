"""Quantities with their place in the parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factex.records import Quantity
    from factex.syntax.tree import Tree


@dataclass(frozen=True, slots=True)
class Located:
    """A quantity and the words that it covers.

    Attributes:
        quantity: The record.
        first: Index of its first word.
        last: Index behind its last word.
        head: The word through which it hangs in the tree.
        attributive: Whether it stands as an adjective before a noun: `12-storey`.
    """

    quantity: Quantity
    first: int
    last: int
    head: int
    attributive: bool = False

    def __contains__(self, word: int) -> bool:
        return self.first <= word < self.last


def locate(tree: Tree, quantity: Quantity, *, attributive: bool = False) -> Located:
    """Finds the words of a quantity, and its head: the word whose own head lies outside."""
    first, last = tree.between(quantity.start, quantity.end)
    outside = [k for k in range(first, last) if not first <= tree[k].head < last or tree[k].head == k]
    nouns = [k for k in outside if tree[k].is_noun]
    numbers = [k for k in outside if tree[k].tag in ("CD", "$", "NN", "NNS")]
    chosen = nouns or numbers or outside or [max(first, last - 1)]
    return Located(quantity, first, last, chosen[-1], attributive)
