"""Verbs of showing that the small model takes for nouns: `figures from the think-tank Lumen show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SUBJECTS = ("nsubj", "nsubjpass")


def as_showing(words: Sequence[Word], word: Word) -> None:
    """Makes a verb of a noun that has the form of a verb of showing, where a document stands as its subject."""
    if word.dep == "compound":
        _noun_as_showing(words, word)
    elif word.dep == "pobj":
        _closing_as_showing(words, word)


def _noun_as_showing(words: Sequence[Word], verb: Word) -> None:
    """Makes a verb of `show` in `new data from the institute show output is due to shrink`."""
    behind = words[verb.head]
    shown = table("verbs")["showing"]["subjects"]
    subject = next(
        (one for one in words[: verb.i] if one.dep in _SUBJECTS and one.lower in shown and one.head > behind.i), None
    )
    if subject is None or behind.i < verb.i:
        return
    told, maker = words[subject.head], words[verb.i - 1]
    if maker.head == verb.i:
        maker.dep, maker.head = behind.dep, behind.head
    behind.dep, behind.head = subject.dep, told.i
    subject.dep, subject.head = "nsubj", verb.i
    verb.tag, verb.dep, verb.head = "VBP", told.dep, told.head if told.head != told.i else verb.i
    told.dep, told.head = "ccomp", verb.i


def _closing_as_showing(words: Sequence[Word], verb: Word) -> None:
    """Makes a verb of what closes a sentence: `…, figures from the think-tank Lumen show`."""
    name, prep = words[verb.i - 1], words[verb.head]
    shown = words[prep.head]
    closed = verb.i + 1 == len(words) or words[verb.i + 1].tag == "."
    many = not verb.lower.endswith("s")
    subjects = table("verbs")["showing"]["subjects" if many else "single"]
    if not closed or name.head != verb.i or not name.is_noun or shown.lower not in subjects:
        return
    for one in words[prep.i : name.i]:
        one.head = name.i if one.head == verb.i else one.head
    name.dep, name.head = "pobj", prep.i
    above = shown.head if shown.head != shown.i else verb.i
    verb.tag, verb.dep, verb.head = "VBP" if many else "VBZ", shown.dep, above
    for one in words[: shown.i]:
        one.head = verb.i if one.head == shown.i and one.dep == "ccomp" else one.head
    shown.dep, shown.head = "nsubj", verb.i
