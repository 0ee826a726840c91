"""Quotations: which words stand in one, where it ends, and who speaks in it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.syntax.tree import Tree

OPENING = ("“", '"', "‘", "``")
CLOSING = ("”", '"', "’", "''")
# So many characters before a word are looked through for where its quotation opened.
_WINDOW = 3000
# So many sentences of a quotation are looked through for who speaks.
_REACH = 8
# Who speaks of themselves.
OWN = ("i", "we", "you")


def quoted(tree: Tree, i: int) -> bool:
    """Whether a word stands between quotation marks, which may have opened in a sentence before of its paragraph."""
    start, _ = tree.span(i, i + 1)
    far = max(0, start - _WINDOW)
    first = tree.text.rfind("\n", far, start) + 1
    if far and not first:
        first = tree[0].start  # of a longer paragraph only the sentence is known
    told = tree.text[first:start]
    opened = told.count("“") - told.count("”")
    return opened > 0 or (told.count('"') + told.count("``") + told.count("''")) % 2 == 1


def opens_quotation(text: str, start: int) -> bool:
    """Whether a sentence opens with a quotation mark."""
    return text[start : start + 1] in OPENING


def quotation_end(text: str, start: int, end: int) -> int | None:
    """Where a quotation closes that is still open behind a sentence, in its paragraph; None where none is.

    >>> text = '"We lost 40. It was hard," she said.'
    >>> quotation_end(text, 0, 12), quotation_end(text, 13, 36)
    (25, None)
    """
    first = text.rfind("\n", 0, start) + 1
    told = text[first:end]
    straight = told.count('"') % 2 == 1
    if not straight and told.count("“") <= told.count("”"):
        return None
    last = text.find("\n", end)
    found = text.find('"' if straight else "”", end, len(text) if last < 0 else last)
    return None if found < 0 else found


def speaker_in(tree: Tree) -> int | None:
    """The head of who speaks in a sentence with a quotation."""
    for verb in tree.words:
        if verb.is_verb and tree.lemma(verb.i) in table("verbs")["speaking"] and not quoted(tree, verb.i):
            subject = tree.child(verb.i, "nsubj")
            if subject is not None and subject.lower not in OWN and subject.text[0].isalpha():
                return subject.i
    return None


def speaker_before(earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """Who speaks in the sentences before, of which each is of a quotation or reports, as (sentence, head)."""
    for tree in itertools.islice(earlier, _REACH):
        inside = quoted(tree, 0)
        speaker = speaker_in(tree)
        if not inside and not any(word.text in (*OPENING[:2], *CLOSING[:2]) for word in tree.words):
            return (tree, speaker) if speaker is not None and _reports(tree, speaker) else None
        if speaker is not None:
            return tree, speaker
        if not inside and not any(word.text in OPENING[:2] for word in tree.words[:1]):
            return None
    return None


def _reports(tree: Tree, speaker: int) -> bool:
    """Whether a sentence tells as a whole what somebody says, which a quotation behind it goes on."""
    verb = tree.head(speaker)
    return verb.dep == "ROOT" and tree.child(verb.i, "ccomp") is not None
