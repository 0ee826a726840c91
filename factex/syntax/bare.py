"""Verbs in the past that have the form of a noun, and are taken for one: `The council cut spending 12 percent`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_INSIDE = ("compound", "nmod", "nsubj")
_OPENS_OBJECT = ("VBG", "PRP$", "DT")


def as_bare_verb(words: Sequence[Word], word: Word) -> bool:
    """Makes a verb of a noun behind its subject and before its object, in place, and tells whether it did."""
    if word.tag != "NN" or not word.i or word.lower not in table("verbs")["misread"]["bare"]:
        return False
    subject, thing = words[word.i - 1], words[word.head]
    if not subject.is_noun or subject.head not in (word.i, thing.i) or subject.dep not in _INSIDE:
        return False
    if word.dep == "ROOT" and _opens_object(words, word.i + 1):
        _take_subject(words, word, subject)
    elif word.dep in ("compound", "nsubj") and thing.i > word.i and _is_object(words, word, thing):
        _part(words, word, subject, thing)
    else:
        return False
    word.tag = "VBD"
    return True


def _opens_object(words: Sequence[Word], i: int) -> bool:
    """Whether an object opens at word `i`."""
    return i < len(words) and (words[i].is_noun or words[i].tag in _OPENS_OBJECT)


def _is_object(words: Sequence[Word], verb: Word, thing: Word) -> bool:
    """Whether a noun is all that a clause has for a verb, and by how much it was changed stands behind it.

    `The drug cut hospital admissions by 38%`, `The bank cut costs 8 percent`, `Trials show the drug cut admissions by`.
    """
    behind = [word.lower for word in words[thing.i + 1 : thing.i + 3]]
    clause = thing.dep == "ROOT" or (thing.dep == "dobj" and base(words[thing.head].lower) in _telling())
    if thing.tag == "VBZ":  # "costs"
        return clause and thing.i == verb.i + 1 and behind[1:] in (["percent"], ["per"], ["%"])
    opened = any(word.tag in ("DT", "NNP") for word in words[: verb.i] if word.head in (thing.i, verb.i - 1))
    lone = not any(word.is_verb and word.i != thing.head for word in words)
    return clause and thing.is_noun and opened and lone and behind[:1] in (["by"], ["to"], ["from"])


def _telling() -> frozenset[str]:
    """Verbs behind which a clause tells what was said or shown."""
    return frozenset((*table("verbs")["saying"], *table("verbs")["showing"]["verbs"]))


def _take_subject(words: Sequence[Word], verb: Word, subject: Word) -> None:
    """Hangs what stood before a root on its subject, and an object that was taken for a verb on the root."""
    for word in words[: subject.i]:
        word.head = subject.i if word.head == verb.i else word.head
    subject.dep = "nsubj"
    thing = words[verb.i + 1]
    if thing.tag == "VBG" and thing.head == verb.i:
        thing.tag, thing.dep = "NN", "dobj"


def _part(words: Sequence[Word], verb: Word, subject: Word, thing: Word) -> None:
    """Parts a phrase into subject, verb and object, and hangs the rest of the clause on the verb."""
    above = thing.head
    for word in words:
        if word.head in (verb.i, thing.i) and word is not verb and not verb.i < word.i < thing.i:
            word.head = subject.i if word.i < verb.i else verb.i
    verb.dep, verb.head = ("ROOT", verb.i) if above == thing.i else ("ccomp", above)
    subject.dep, subject.head = "nsubj", verb.i
    thing.tag = "NNS" if thing.tag == "VBZ" else thing.tag
    thing.dep, thing.head = "dobj", verb.i
