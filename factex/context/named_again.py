"""What a description takes up by a word of its own, or by its country: `Storm Odette … The storm`."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.context.pairs import REACH
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.syntax.tree import Tree, Word

# So many characters before a noun are looked through for the same noun.
WINDOW = 600
# What tells which thing it is, before a noun.
TELLING = ("poss", "compound", "nmod", "amod")
_DESCRIBING = r"\b(?!(?:the|an?|its|this|that|of|in|for|and)\s)[\w’'-]+\s"
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
        data = table("antecedents")  # "the State Government" is no state
        office = above.lower in (*data["institutions"]["nouns"], *data["civic"]["nouns"])
        return None if office else above.i
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


def told_more_before(tree: Tree, word: Word) -> bool:
    """Whether the characters before a noun hold it with another word before it, so that it is worth a parse."""
    before = tree.text[max(0, word.start - WINDOW) : word.start].lower()
    return word.lower in before and re.search(rf"{_DESCRIBING}{re.escape(word.lower)}\b", before) is not None


def named_in_full(tree: Tree, word: Word, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The full name of what is told again by its last word: `The Western Australian Government … The Government`."""
    alone = all(child.lower == "the" for child in tree.children(word.i) if child.i < word.i)
    if not alone or tree[min(word.i + 1, len(tree) - 1)].lower == "of":
        return None
    for sentence in earlier:
        for one in sentence.words:
            told = [child for child in sentence.children(one.i) if child.dep in TELLING and child.i < one.i]
            named = one.text == word.text and one.tag == "NNP" and one.dep != "compound"
            if named and any(child.text[0].isupper() for child in told):
                return sentence, one.i
    return None


def told_more(tree: Tree, word: Word, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The same noun in a sentence before, told with whose or which it is: `Norway's wealth fund … The fund owns`."""
    bare = word.tag == "NN" and all(child.lower == "the" for child in tree.children(word.i) if child.i < word.i)
    if not bare or word.label or any(child.lower == "of" for child in tree.children(word.i)):
        return None
    if is_property(tree.lemma(word.i)):
        return None
    for _, sentence in zip(range(REACH), earlier, strict=False):
        for one in sentence.words:
            if one.lower == word.lower and one.tag == word.tag and one.dep != "compound":
                told = [child for child in sentence.children(one.i) if child.dep in TELLING and child.i < one.i]
                return (sentence, one.i) if told else None
    return None
