"""What a text goes on about though it was no subject: things found, bought, made or counted by others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.asked import SUBJECTS
from factex.lexicon.files import table
from factex.lexicon.nouns import is_person, singular
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from factex.syntax.tree import Tree, Word


def acquired(tree: Tree, word: Word) -> bool:
    """Whether a thing or firm was bought or sold: `Tessel bought the bakery chain Oxley. It had lost £3m`."""
    thing = tree.head(word.i) if word.dep == "appos" else word
    one = thing.dep == "dobj" and (word.tag == "NNP" or any(c.tag == "DT" for c in tree.children(thing.i)))
    return one and tree.lemma(thing.head) in table("antecedents")["trading"]["verbs"]


def found_thing(tree: Tree, word: Word) -> bool:
    """Whether a sentence tells how a thing was found: `The telescope has found a planet. It circles a star`."""
    thing = word.dep == "dobj" and word.tag == "NN" and tree.child(word.i, "poss") is None
    return thing and tree.lemma(word.head) in table("antecedents")["finding"]["verbs"]


def new_thing(tree: Tree, word: Word) -> bool:
    """Whether people or many do something to one thing: `Astronomers have found a planet the size of Neptune`."""
    if word.dep != "dobj" or word.tag != "NN" or not any(one.tag in ("DT", "PRP$") for one in tree.children(word.i)):
        return False
    verb = tree.head(word.i)
    while verb.dep in ("xcomp", "conj") and tree.child(verb.i, *SUBJECTS) is None:
        verb = tree.head(verb.i)
    subject = tree.child(verb.i, *SUBJECTS)
    many = subject is not None and (subject.tag in PLURAL_TAGS or subject.label == "PERSON")
    return many or (subject is not None and subject.lower in ("they", "he", "she", "we"))


def counted_object(tree: Tree, word: Word) -> bool:
    """Whether a number of things is the object of a verb: `ordered eight ships`."""
    return word.dep == "dobj" and any(child.dep == "nummod" for child in tree.children(word.i))


def new_things(tree: Tree, word: Word, *, people: bool) -> bool:
    """Whether people do something to a number of things: `Volunteers counted 2,700 puffins. They live for 25 years`.

    Or to people, where something is done to them again: `Courts have convicted 212 people. They served 23 months`.
    """
    counted = counted_object(tree, word)
    subject = tree.child(word.head, *SUBJECTS)
    if not counted or subject is None or (is_person(singular(word.lower)) and not people):
        return False
    if people and subject.lower in table("antecedents")["arms"]["nouns"]:
        return True
    return is_person(singular(subject.lower)) or subject.lower in table("antecedents")["collectives"]["nouns"]
