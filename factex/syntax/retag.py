"""Tags that the words beside a word rule out: `now number 1.9 million`, `saw its profit shrink by 61%`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SUBJECTS = ("nsubj", "nsubjpass")
# What ends a clause of a lone verb.
_CLOSING = ("IN", "TO", "RB", ",", ".", "CC")
# What stands before a noun in its phrase.
IN_PHRASE = ("DT", "PRP$", "JJ", "NN", "NNP", "CD", "HYPH")


def retag(words: Sequence[Word], word: Word) -> None:
    """Tags a word as what the words beside it tell, in place."""
    closed = word.i + 1 == len(words) or words[word.i + 1].text in (",", ".", ";", ")")
    if word.tag == "VBG" and closed and word.i and words[word.i - 1].tag == "POS":
        word.tag = "NN"  # "in the ministry's ranking"
    if word.lower == "number" and word.tag == "NN":
        _number_as_verb(words, word)
    before = [one.lower for one in words[max(0, word.i - 2) : word.i]]
    if word.tag in ("VBN", "VBD") and before == ["number", "of"]:
        _those_numbered(words, word)
    if word.tag == "NN" and word.dep == "acl" and word.lower.endswith("ing"):
        word.tag = "VBG"  # "the largest instrument working today"
    if word.tag == "NN" and word.dep == "ccomp" and words[word.head].lower in table("verbs")["seeing"]:
        _seen_to_do(words, word)
    moved = word.tag in ("NN", "VBP") and word.lower in moving() and _measured_behind(words, word)
    if moved or (word.tag in ("JJ", "NN", "RB") and word.lower in table("numerals")["multiples"]):
        _seen_to_multiply(words, word)


def _number_as_verb(words: Sequence[Word], verb: Word) -> None:
    """Makes a verb of `number` between a plural and a number: `Marsh deer now number 1.9 million`."""
    behind = words[verb.i + 1] if verb.i + 1 < len(words) else verb
    now = words[verb.i - 1] if verb.i else verb
    things = words[now.i - 1] if now.lower in ("now", "still", "already") and now.i else None
    if behind.tag != "CD" or things is None or not things.is_noun or verb.head != things.i:
        return
    verb.tag, verb.dep, verb.head = "VBP", things.dep, verb.i if things.head == things.i else things.head
    verb.dep = "ccomp" if verb.dep in ("npadvmod", "nsubj") else verb.dep
    things.dep, things.head = "nsubj", verb.i


def _those_numbered(words: Sequence[Word], people: Word) -> None:
    """Makes a noun of those who are told by what befell them: `put the number of displaced at 310,000`."""
    behind = words[people.i + 1] if people.i + 1 < len(words) else people
    if behind.lower not in ("at", "was", "is", "to", "has", "had", "rose", "fell"):
        return
    prep = words[people.i - 1]
    for one in words[people.i + 1 :]:
        one.head = words[prep.i - 1].head if one.head == people.i else one.head
    people.tag, people.dep, people.head = "NNS", "pobj", prep.i


@per_lexicon
def moving() -> frozenset[str]:
    """The verbs of change."""
    return frozenset(lemma for lemmas in table("change")["verbs"].values() for lemma in lemmas)


def _measured_behind(words: Sequence[Word], verb: Word) -> bool:
    """Whether a preposition of change stands behind a word, and a number: `shrink by 61%`."""
    behind = words[verb.i + 1 : verb.i + 4]
    fractions = (*table("numerals")["ordinals"], "half", "quarter")
    told = any(one.tag == "CD" or one.lower in fractions for one in behind)
    return bool(behind) and behind[0].lower in ("by", "to", "from") and told


def _seen_to_do(words: Sequence[Word], verb: Word) -> None:
    """Makes a verb of what somebody sees a thing do: `saw its profit in the half-year shrink by 61%`."""
    if any(one.head == verb.i and one.dep in _SUBJECTS for one in words[: verb.i]):
        verb.tag = "VB"


def _seen_to_multiply(words: Sequence[Word], verb: Word) -> None:
    """Makes a verb of what somebody sees a thing do: `has seen its number of subscribers triple since 2020`."""
    i = verb.i
    behind = words[i + 1] if i + 1 < len(words) else None
    closed = behind is None or behind.tag in _CLOSING or behind.lower in ("last", "this", "next")
    first = i
    while (
        first
        and not words[first - 1].is_verb
        and (words[first - 1].tag in IN_PHRASE or words[first - 1].is_noun or words[first - 1].tag == "IN")
    ):
        first -= 1
    seeing = words[first - 1] if first else verb
    if not closed or i - first < 1 or not words[i - 1].is_noun or seeing.lower not in table("verbs")["seeing"]:
        return
    noun = next((k for k in range(first, i) if k + 1 == i or words[k + 1].tag == "IN"), first)
    verb.tag, verb.dep, verb.head = "VB", "ccomp", seeing.i
    words[noun].dep, words[noun].head = "nsubj", i
