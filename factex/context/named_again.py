"""Names that a description takes up by a word of their own, or by their country: `Storm Odette … The storm`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.context.pairs import REACH
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.syntax.tree import Tree, Word

_NAMES = ("NNP", "NNPS")
# So many letters a people and its country have in common: "the Serb … of Serbia".
_SHARED = 4
# So many words behind a name may tell a country.
_BEHIND = 2


def by_own_word(word: Word, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The one name that has a description's noun in it or beside it: `President Hrubin … The president`.

    None where the nearest sentence that has such names has several.
    """
    for sentence in itertools.islice(earlier, REACH):
        found: dict[str, int] = {}
        for one in sentence.words:
            name = _name_with(sentence, one) if one.lower == word.lower else None
            if name is not None:
                found[sentence[name].lower] = name
        if found:
            return (sentence, next(iter(found.values()))) if len(found) == 1 else None
    return None


def _name_with(tree: Tree, noun: Word) -> int | None:
    """The name that a noun is a part of, or a title before: `Carden College`, `Councillor Ruth Whitby`."""
    above = tree.head(noun.i)
    if noun.dep in ("compound", "nmod") and above.tag in _NAMES and above.i > noun.i:
        return above.i
    parts = [child for child in tree.children(noun.i) if child.dep == "compound" and child.tag in _NAMES]
    if noun.tag in _NAMES and parts:
        return noun.i
    apposed = tree.child(noun.i, "appos")
    if apposed is not None and apposed.tag in _NAMES and noun.tag == "NN":
        return apposed.i  # "the developer, Neil Sandford"
    return above.i if noun.dep == "appos" and noun.tag == "NN" and above.tag in _NAMES else None


def is_from(tree: Tree, name: int, people: Word) -> bool:
    """Whether somebody is told to be of a people: `Spain's Iker Salgado`, `Briton Amy Sellers`, `Ana Ruiz of Chile`."""
    known = table("antecedents")["peoples"].get(people.lower, ())
    beside = [one for one in tree.children(name) if one.i < name and one.dep in ("poss", "compound", "nmod", "amod")]
    beside += [one for one in tree.words[name + 1 : name + 1 + _BEHIND] if one.label in ("GPE", "NORP")]
    return any(one.lower in (*known, people.lower) or _alike(one, people) for one in beside)


def _alike(place: Word, people: Word) -> bool:
    named = place.label in ("GPE", "NORP") or place.text[0].isupper()
    return named and place.lower[:_SHARED] == people.lower[:_SHARED]
