"""The verb of a sentence in which the model found none: `The stadium seats twice as many people as the old one`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SHORTEST = 4
_ENDS = (".", "”", '"', "?")
_PARTICIPLES = ("VBN", "VBG", "VB")
_FINITE = ("VBD", "VBP", "VBZ", "MD")
_PLURAL = ("NNS", "NNPS")
_TAKEN_FOR = ("NN", "NNS", "NNP", "VB", "JJ", "RB", "IN", "RP")
# What may open an object, or what a verb has beside one.
_BEHIND = ("CD", "DT", "PDT", "PRP$", "IN", "TO", "RB", "RBR", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "$", "RP")
_DETACHED = ("acl", "relcl", "advcl")


def give_verb(words: Sequence[Word]) -> None:
    """Makes a verb of the word that agrees with the noun before it, in a sentence that has none, in place."""
    if len(words) < _SHORTEST or words[-1].text not in _ENDS or any(word.text == ":" for word in words):
        return
    end = _before_report(words)
    if any(_is_finite(words, word) for word in words[:end]):
        return
    done = _with_object(words, end)
    if done is not None:
        _hang(words, *done)
        done[0].tag = "VBD"
        return
    root = next((word.i for word in words[:end] if word.dep == "ROOT" and word.tag in _PARTICIPLES), None)
    for word in words[1 : end - 1]:
        if root is not None and not (word.i < root and any(one.text == "," for one in words[word.i : root])):
            return  # "Exports of timber brought in $31 million" has its verb, though that is taken for a participle
        subject = _subject(words, word)
        if subject is not None:
            _hang(words, word, subject)
            return


def _with_object(words: Sequence[Word], end: int) -> tuple[Word, Word] | None:
    """The participle that has an object and must be a verb, with its subject: `A storm with hail damaged 60 homes`."""
    root = next((word for word in words[:end] if word.dep == "ROOT"), None)
    led = root is not None and any(word.tag == "DT" and word.head == root.i for word in words[: root.i])
    if root is None or not root.is_noun or not led:
        return None
    for verb in words[root.i + 1 : end]:
        things = (word for word in words[verb.i + 1 :] if word.head == verb.i and word.dep == "dobj")
        if verb.tag == "VBN" and verb.dep == "acl" and words[verb.i - 1].text != "," and next(things, None) is not None:
            return verb, root
    return None


def _is_finite(words: Sequence[Word], word: Word) -> bool:
    verb = words[word.head] if word.tag == "MD" else word
    return word.tag in _FINITE and verb.dep != "relcl"


def _before_report(words: Sequence[Word]) -> int:
    """Where a clause begins that only tells who says so: `…, a study found.`; the sentence's end where none does."""
    comma = next((word.i for word in reversed(words) if word.text == ","), 0)
    verbs = [word for word in words[comma:] if word.tag in _FINITE]
    said = comma and len(verbs) == 1 and base(verbs[0].lower) in table("verbs")["saying"]
    return comma if said else len(words)


def _subject(words: Sequence[Word], verb: Word) -> Word | None:
    """The noun that a word agrees with in number, if it can be its verb: `Class sizes in town average 28 pupils`."""
    data = table("verbs")["misread"]
    if verb.tag not in _TAKEN_FOR or verb.lower not in (*data["verbs"], *data["lone"]):
        return None
    before, behind = words[verb.i - 1], words[verb.i + 1]
    told = before.is_noun or before.tag in ("RB", "CD") or before.text == "," or before.dep in ("pobj", "pcomp")
    held = verb.is_noun or verb.tag == "VB" or behind.tag in ("DT", "PRP$")  # "members back the former"
    held = held or (verb.lower in data["verbs"] and behind.tag == "CD")
    if not told or not held or behind.tag not in _BEHIND or (before.text == "," and behind.is_noun):
        return None  # "Community leaders, store managers and freight companies"
    counted = any(word.tag == "CD" for word in words[:2])
    first = next((word.i for word in words[: verb.i] if word.tag in ("IN", "TO") or word.text == ","), verb.i)
    if counted and words[first].lower in ("of", "in"):  # "Some 54% of members", "One in five adults in Corran"
        nouns = [word for word in words[first : verb.i] if word.tag in _PLURAL]
        total = any(word.tag == "CD" for word in words[first : verb.i])  # "Eighteen of the 27 states back the ban"
        return words[first - 1] if total else next(iter(nouns), None)
    nouns = [word for word in words[:first] if word.is_noun]
    if not nouns or nouns[-1] is verb:
        return None
    opening = nouns[-1]
    while opening.dep == "conj" and words[opening.head].is_noun and opening.head < opening.i:
        opening = words[opening.head]
    many = nouns[-1].tag in _PLURAL or any(word.lower == "and" for word in words[:first])
    return opening if many is not verb.lower.endswith("s") else None


def _hang(words: Sequence[Word], verb: Word, subject: Word) -> None:
    """Makes a word the verb of its clause: what stands before hangs on its subject, what stands behind on it."""
    root = next((word for word in words if word.dep == "ROOT"), verb)
    reports = root.tag in _FINITE
    for word in words:
        if word is verb or word is subject:
            continue
        across = word.head < verb.i < word.i or (word.head == root.i and not reports and word.i > verb.i)
        if word.i < verb.i and word.head >= verb.i:
            word.head = subject.i
        elif across and word.dep not in _DETACHED:
            word.dep = "dobj" if word.is_noun and word.dep not in ("npadvmod", "conj") else word.dep
            word.head = verb.i
    verb.tag = "VBZ" if verb.lower.endswith("s") else "VBP"
    verb.dep, verb.head = ("ccomp", root.i) if reports else ("ROOT", verb.i)
    subject.dep, subject.head = "nsubj", verb.i
    if root is not verb and not reports and root is not subject:
        root.dep, root.head = ("dobj" if root.i > verb.i and root.is_noun else "dep"), verb.i
