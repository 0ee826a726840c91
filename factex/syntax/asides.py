"""Mends what the small model hangs wrongly around an aside between two commas: tellers and subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SUBJECTS = ("nsubj", "nsubjpass")
_LONGEST = 12


def around_aside(words: Sequence[Word], opened: Word) -> None:
    """Mends the words around the aside that a comma opens, in place; leaves what closes with no comma as it is."""
    inside = words[opened.i + 1 : opened.i + 1 + _LONGEST]
    closed = next((word for word in inside if word.text == ","), None)
    if closed is None or closed.i - opened.i < 3 or opened.i == 0 or closed.i + 1 >= len(words):
        return
    last = words[closed.i - 1]
    said = last.tag in ("NNS", "NN") and base(last.lower) in table("verbs")["saying"]
    if said and words[closed.i - 2].tag in ("NN", "NNP"):
        _teller_as_noun(words, opened, last)
    _subject_before(words, opened, closed)


def _teller_as_noun(words: Sequence[Word], opened: Word, last: Word) -> None:
    """Makes a verb of who says so: `By 2030, the agency predicts, solar farms will generate 2.5 times as much`."""
    teller = words[last.i - 1]
    led = words[opened.i + 1].tag in ("DT", "PRP$", "NNP")
    above = words[last.head]
    if not led or not last.lower.endswith("s") or above.i == last.i or last.dep not in (*_SUBJECTS, "dep", "npadvmod"):
        return
    last.tag, last.dep = "VBZ", "parataxis"
    for word in words[opened.i + 1 : teller.i]:
        word.head = teller.i if word.head == last.i else word.head
    teller.dep, teller.head = "nsubj", last.i


def _subject_before(words: Sequence[Word], opened: Word, closed: Word) -> None:
    """Gives a verb behind an aside the noun before it: `and the dam, at 52 per cent of capacity, holds 90 less`."""
    noun, verb = words[opened.i - 1], words[closed.i + 1]
    if not noun.is_noun:
        return
    if verb.lower == "to" and verb.head > verb.i:
        verb, wish = words[verb.head], base(words[noun.head].lower)
        if noun.dep == "dobj" and verb.tag == "VB" and wish in table("verbs")["expecting"]:
            verb.dep, verb.head = "ccomp", noun.head
            noun.dep, noun.head = "nsubj", verb.i
        return  # "expect the cyclone, packing gusts of 215 km/h, to dump half a metre"
    finite = verb.tag in FINITE_TAGS or verb.tag == "MD"
    if verb.tag == "MD" or verb.dep in ("aux", "auxpass"):
        verb = words[verb.head]
    bare = not any(word.head == verb.i and word.dep in _SUBJECTS for word in words)
    if noun.dep == "conj" and words[noun.head].is_verb and finite and bare and verb.i != noun.i:
        noun.dep, noun.head = "nsubj", verb.i
