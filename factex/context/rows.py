"""Rows of nouns in front of a verb, joined by commas and `and`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.context.subjects import SUBJECTS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree

# What a row of nouns is made of: "The bridge, the old port and the trams of Ghent", "The World Bank (WB) and the IMF".
_IN_ROW = frozenset(("CC", "DT", "JJ", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "VBN", "VBG", ",", "-LRB-", "-RRB-"))


def joined_end(sentence: Sentence, head: int) -> int:
    """The end of what is joined to a noun in front of its verb; 0 where nothing is.

    `AWB and other traders have invested`, `The bridge, the port and the trams were sold`.
    """
    tree = sentence.tree
    row = _row(tree, head)
    verb = _clause_opened(tree, head)
    if verb is None or len(row) == 1 or not row[-1] < verb:
        return 0
    between = [tree[k] for k in range(head + 1, row[-1])]
    label = tree[head].label
    outside = [word for word in between if not (label and word.label == label and word.i < row[1])]
    marks, joints = (sum(word.tag == tag for word in outside) for tag in (",", "CC"))
    plain = all(word.tag in _IN_ROW and word.i not in sentence.stop for word in (*outside, tree[row[-1]]))
    listed = joints > 0 and len(row) - 1 <= marks + joints <= len(row)  # with a comma before the last "and"
    return tree.noun_phrase(row[-1], sentence.stop)[1] if plain and listed else 0


def _clause_opened(tree: Tree, noun: int) -> int | None:
    """The verb whose subject a noun is or stands in: `the fare for trains is`, `Rebuilding roads could add`."""
    word, above = tree[noun], tree.head(noun)
    if word.dep == "pobj" and tree.head(above.i).dep in SUBJECTS:
        word = tree.head(above.i)
    elif word.dep == "dobj" and above.dep == "csubj":
        word = above
    return word.head if word.dep in SUBJECTS else None


def _row(tree: Tree, head: int) -> list[int]:
    """The heads of a row of nouns, also where the parse takes the second for an apposition or for a second subject."""
    row = [head]
    beside = [*tree.children(head), *(word for word in tree.children(tree[head].head) if word.dep == tree[head].dep)]
    second = next((word for word in beside if word.dep in ("appos", *SUBJECTS) and word.i > head), None)
    if second is not None and tree.child(head, "conj") is None:
        first = tree.subtree(second.i)[0]
        last = tree.subtree(second.i)[-1]
        joined = any(tree[k].tag == "CC" for k in range(first, last))
        if joined and tree[first - 1].text == "," and tree[head].head == last + 1 + _auxiliaries(tree, last + 1):
            row.append(second.i)
    while (further := _joined_to(tree, row[-1])) is not None:
        row.append(further)
    return row


def _auxiliaries(tree: Tree, first: int) -> int:
    """How many auxiliaries and adverbs stand from a word on."""
    last = first
    while tree[last].tag in ("MD", "RB") or tree[last].dep in ("aux", "auxpass"):
        last += 1
    return last - first


def _joined_to(tree: Tree, noun: int) -> int | None:
    """The noun joined to another, or the one right behind it where the parse joins both: `barley, canola growers`."""
    joined = [word.i for word in tree.children(noun) if word.dep == "conj" and word.is_noun and word.i > noun]
    if not joined:
        return None
    return next((k for k, behind in itertools.pairwise([*joined, -1]) if behind != k + 1), joined[0])
