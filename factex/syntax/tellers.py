"""Who says so, where the parse gives them to the clause before: `Costs rose by 35%, its chair, Ana Ruiz, said`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SHORTEST = 4
_FINITE = ("VBD", "VBZ", "VBP")
_IN_PHRASE = ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH")
_STRAY = ("dobj", "conj", "appos", "npadvmod", "attr")
_SUBJECTS = ("nsubj", "nsubjpass")


def give_teller(words: Sequence[Word], verb: Word) -> None:
    """Makes the noun before a verb of saying its subject, where it has none and a comma opens its phrase, in place."""
    if verb.tag not in _FINITE or verb.i < _SHORTEST or base(verb.lower) not in table("verbs")["saying"]:
        return
    if any(word.head == verb.i and word.dep in _SUBJECTS for word in words):
        return
    if _inverted(words, verb):
        return
    k = over_name(words, verb.i - 1)
    teller = words[k]
    first = k
    while first and words[first - 1].tag in _IN_PHRASE:
        first -= 1
    apart = first > 1 and words[first - 1].text == "," and not _hangs_on(words, verb, k)
    if apart and teller.is_noun and teller.dep in _STRAY and teller.head < first:
        teller.dep, teller.head = "nsubj", verb.i


def _inverted(words: Sequence[Word], verb: Word) -> bool:
    """Gives a verb of saying the subject behind it: `The strike will go on, warned the union`."""
    teller = next((one for one in words[verb.i :] if one.head == verb.i and one.dep == "dobj"), None)
    told = words[verb.i - 1].text in (",", "”", '"') and teller is not None and teller.i - verb.i <= _SHORTEST
    if base(verb.lower) == "tell" or (words[verb.i - 2].tag == "NNP" and words[verb.i - 2].label != "DATE"):
        return False  # "its manager, Slavko Perić, told the Banner"
    above = words[verb.head]
    joined = (
        verb.dep == "conj"
        and above.dep == "ROOT"
        and not any(one.tag == "CC" and one.head == above.i for one in words[: verb.i])
    )
    if not told or teller is None or not (verb.dep == "ROOT" or joined):
        return False
    if joined:
        verb.dep, verb.head = "ROOT", verb.i
        above.dep, above.head = "ccomp", verb.i
    teller.dep = "nsubj"
    for one in words[: verb.i]:
        if one.head == verb.i and one.is_verb:
            one.dep = "ccomp"
    return True


def _hangs_on(words: Sequence[Word], verb: Word, noun: int) -> bool:
    """Whether a verb stands below a noun: it can not govern what it hangs on."""
    seen: set[int] = set()
    above = verb
    while above.i not in seen and above.i != noun:
        seen.add(above.i)
        above = words[above.head]
    return above.i == noun


def over_name(words: Sequence[Word], k: int) -> int:
    """The word before a name between commas that ends at word `k`: `its chair, Ana Ruiz,`; else the word itself."""
    if k < 2 or words[k].text != "," or words[k - 1].tag != "NNP":
        return k
    named = k - 1
    while named and words[named].tag == "NNP":
        named -= 1
    return named - 1 if named and words[named].text == "," else k
