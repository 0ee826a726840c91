"""Mends tags that the small model gets wrong where the rest of the sentence tells: verbs and marks taken for nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

# Marks between the cells of a row and in front of a line, which the model takes for nouns.
_MARKS = frozenset("|#*>•")


def mend(words: Sequence[Word]) -> None:
    """Tags marks as such, and as verbs the plural nouns that stand as one, and hangs their subject on them, in place.

    A noun with a subject of its own is a verb (`the new rice yields 6.8 tonnes`), and so is one behind an adverb
    and a noun that it was taken to explain (`a flat in Lisbon now rents for €1,400`).
    """
    for word in words:
        if word.text in _MARKS:
            word.tag = ":"
        if word.tag != "NNS" or word.i == 0 or words[word.i - 1].tag == "CD":
            continue
        if word.dep == "ROOT" and any(
            one.dep == "nsubj" and one.head == word.i and one.i < word.i and one.is_noun for one in words
        ):
            word.tag = "VBZ"
        elif word.dep == "appos" and words[word.i - 1].tag == "RB" and words[word.head].dep == "ROOT":
            noun = words[word.head]
            word.tag, word.dep, word.head = "VBZ", "ROOT", word.i
            noun.dep, noun.head = "nsubj", word.i
