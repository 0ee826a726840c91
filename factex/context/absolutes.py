"""Absolute phrases: `…, with prices well below $400`, `with winds of 30 knots, trawlers stayed in port`.

What stands in one belongs to its own noun, not to the verb of the sentence around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence

_REACH = 12


def opening(sentence: Sentence, i: int) -> int | None:
    """The `with` that opens the absolute phrase around word `i`: behind a comma, a verb of saying or nothing at all."""
    tree = sentence.tree
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if tree[k].lower == "with":
            said = tree[k - 1].tag in ("VBZ", "VBD") and tree.lemma(k - 1) in table("verbs")["saying"]
            apart = k == 0 or tree[k - 1].text in (",", "—", "–", ";") or said
            done = any(tree[j].tag in ("VBN", "VBG") for j in range(k + 2, i))  # "with restrictions lifted on Sunday"
            return k if apart and (done or not tree.head(k).is_noun) else None
        if tree[k].tag in FINITE_TAGS or tree[k].text in (";", ":"):
            return None
        enclosing = (
            sentence.at(k - 1) is not None or sentence.at(k + 1) is not None
        )  # "with the lowest, 41 percent, in"
        if tree[k].text == "," and tree[k - 1].tag not in ("JJ", "CD") and not enclosing:
            return None
    return None


def noun_of(sentence: Sentence, opened: int, i: int) -> int | None:
    """The noun that an absolute phrase speaks of, if it stands before word `i`: `prices` in `with prices below $4`."""
    tree = sentence.tree
    parsed = tree.child(opened, "pobj")
    if parsed is not None and opened < parsed.i < i and parsed.i not in sentence.stop:
        return parsed.i
    noun = sentence.nouns_after(opened + 1)
    return noun if noun is not None and noun < i and noun not in sentence.stop else None
