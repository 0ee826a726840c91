"""Times that a clause or an event tells: `has built only 900 since she took office`, `since the shutdown`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.times import Time
from factex.records import TimeRelation
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word

# So many words may tell since what something has gone on.
_LONG = 12


def clause_times(sentence: Sentence, known: Sequence[Time]) -> Iterator[Time]:
    """The times that open with `since` and hold none that is told by itself, in order.

    `Since` tells a time before a noun, and before a clause under a perfect; else it may give a reason.
    """
    tree = sentence.tree
    for word in tree.words:
        if word.lower != "since" or word.i + 1 >= len(tree):
            continue
        told = tree.head(word.i) if word.dep == "mark" else tree.child(word.i, "pobj")
        if told is None or told.i < word.i or (word.dep == "mark" and not _under_perfect(tree, told)):
            continue
        last = _end(tree, word.i, told)
        first = word.i + 1 + int(word.dep != "mark" and tree[word.i + 1].tag == "DT" and word.i + 2 < last)
        start, end = tree[first].start, tree[last - 1].end
        numbered = any(start <= one.quantity.start < end for one in sentence.quantities)
        if not numbered and not any(start < time.end and time.start < end for time in known):
            yield Time(start, end, None, TimeRelation.SINCE, word.start)


def _under_perfect(tree: Tree, verb: Word) -> bool:
    """Whether a clause tells when what a perfect tells began: `has built only 900 since she took office`."""
    above = tree.head(verb.i)
    perfect = any(
        child.dep == "aux" and child.lower in ("has", "have", "had", "'ve", "’ve") for child in tree.children(above.i)
    )
    past = verb.tag == "VBD" or any(
        child.tag == "VBD" and child.dep in ("aux", "auxpass") for child in tree.children(verb.i)
    )
    return verb.dep == "advcl" and above.is_verb and perfect and past


def _end(tree: Tree, opening: int, told: Word) -> int:
    """The index behind the last word of what `since` brings: its phrase or clause, up to a mark or a further verb."""
    last = max(k for k in tree.subtree(told.i))
    for k in range(opening + 1, min(last + 1, opening + 1 + _LONG)):
        word = tree[k]
        further = word.tag in FINITE_TAGS and told.i not in (word.i, word.head) and k > told.i
        if word.text in (",", ";", ":", ".", "”", '"', "''", ")") or further:
            return k
    return min(last + 1, opening + 1 + _LONG)
