"""The mentions of a sentence that a later one may stand for, with what tells how salient each is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

import regex as re

from factex.context.asked import SUBJECTS
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.names import pronoun_of_name
from factex.lexicon.nouns import is_person, pronoun_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.syntax.tree import Tree, Word

# Signals of the places of a mention in its clause.
_PLACES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "ROOT": "subject",  # of a sentence whose verb the parse has for a participle
    "dobj": "object",
    "pobj": "after_preposition",
    "poss": "owner",
}
_NAMED = ("PERSON", "ORG", "GPE", "NORP")
# Labels that names of persons are given by mistake, or none; and "the Kenyan".
PERHAPS_PERSONS = ("", "NORP", "WORK_OF_ART", "PRODUCT", "FAC", "LAW")
# So many characters before a name are looked through for it with a given name.
_WINDOW = 1500


@per_lexicon
def _weights() -> dict[str, Decimal]:
    data = table("salience")
    return {name: Decimal(value) for name, value in {**data["prior"], **data["weights"]}.items()}


class Candidate(NamedTuple):
    """A mention that a later one may stand for.

    Attributes:
        tree: Its sentence.
        head: Index of its head word.
        signals: What speaks for or against it, by name; their weights stand in `lexicon/data/salience.toml`.
    """

    tree: Tree
    head: int
    signals: dict[str, int]

    @property
    def score(self) -> Decimal:
        """How likely it is meant: the sum of its signals, each times its weight."""
        weights = _weights()
        return sum((weights[name] * value for name, value in self.signals.items() if name in weights), Decimal(0))

    def told_by(self, *names: str) -> Candidate:
        """The candidate with more signals."""
        return self._replace(signals={**self.signals, **dict.fromkeys(names, 1)})


def candidates(tree: Tree, before: int, age: int) -> Iterator[Candidate]:
    """The mentions of a sentence before a word; `age` is how many sentences it lies back."""
    for word in tree.words[:before]:
        if not (word.is_noun or one_of_many(tree, word)) or (
            word.i + 1 < len(tree) and tree[word.i + 1].is_noun and tree[word.i + 1].label == word.label and word.label
        ):
            continue
        if word.i + 1 < len(tree) and tree[word.i + 1].tag == "HYPH":
            continue  # "six Chinese-built cranes"
        if word.lower in ("one", "ones") and not one_of_many(tree, word):
            continue  # "after the old one was closed"
        if any(child.lower in ("neither", "no") for child in tree.children(word.i)):
            continue  # "Neither leader spoke afterwards. She has governed for 14 months"
        owner = word.i + 1 < len(tree) and tree[word.i + 1].tag == "POS"
        place = "owner" if owner else _PLACES.get(word.dep, "elsewhere")
        signals = {place: 1, "sentences_back": age}
        if place == "subject" and word.dep in SUBJECTS and _is_main(tree, tree.head(word.i)):
            signals["main"] = 1
        if not age:
            signals["words_back"] = before - word.i
        yield Candidate(tree, word.i, {**signals, **_beside(tree, word, before)})


def _beside(tree: Tree, word: Word, before: int) -> dict[str, int]:
    """What a mention's words and its place among others tell of how salient it is."""
    subjects = [one.i for one in tree.words[:before] if one.dep in SUBJECTS and one.is_noun]
    holds = {
        "named": word.label in _NAMED,
        "definite": not word.label and any(child.lower == "the" for child in tree.children(word.i)),
        "opening": word.i == 0
        and word.tag == "NNP"
        and word.dep in SUBJECTS,  # often labelled as a name for its capital: "Floodwater"
        "last_of_subjects": len(subjects) > 1 and subjects[-1] == word.i,
        "fronted": word.dep == "pobj" and tree.head(tree.head(word.i).i).i > word.i,
    }
    return {name: 1 for name, one in holds.items() if one}


def _is_main(tree: Tree, verb: Word) -> bool:
    """Whether a verb is that of what a sentence tells: its root, or what somebody behind it is told to have said."""
    told = next((one for one in tree.children(verb.i) if one.dep == "ccomp" and one.i < verb.i), None)
    if verb.dep == "ROOT":
        return told is None
    above = tree.head(verb.i)
    return verb.dep == "ccomp" and above.dep == "ROOT" and verb.i < above.i


def one_of_many(tree: Tree, word: Word) -> bool:
    """Whether a word is `One` as in `One of the country's largest producers says it is moving cattle`."""
    return word.lower == "one" and word.dep in SUBJECTS and word.i + 1 < len(tree) and tree[word.i + 1].lower == "of"


def gender_told(tree: Tree, word: Word) -> str | None:
    """The one of `he` and `she` that stands for what the text calls a person; None where it tells no gender."""
    beside = [word.lower, *(one.lower for one in tree.children(word.i) if one.dep not in ("conj", "relcl", "prep"))]
    beside += [tree.head(word.i).lower] if word.dep == "appos" else []
    told = next((known for known in map(pronoun_for, beside) if known is not None), None)
    if told is None and word.label in ("PERSON", *PERHAPS_PERSONS):
        told = pronoun_of_name(given_name(tree, word))
    joined = tree.child(word.i, "conj") or tree.child(word.i, "appos")
    owner = None if joined is None else tree.child(joined.i, "poss")
    if told is None and owner is not None:  # "Carla Menges and her partner"
        told = table("antecedents")["pronouns"].get(owner.lower, {}).get("gender")
    return told


def given_name(tree: Tree, name: Word) -> str:
    """The given name that somebody is told with, here or in the text before: `Ana Ruiz is 34 … Ruiz`; empty if none."""
    names = [one for one in tree.children(name.i) if one.dep == "compound" and one.tag == "NNP"]
    titles = table("antecedents")["persons"]["titles"]
    called = [k for k, one in enumerate(names) if one.lower in titles or is_person(one.lower)]
    given = names[called[-1] + 1 :] if called else names  # "Lance Corporal Amy Bright"
    if given:
        return given[0].text
    before = tree.text[max(0, name.start - _WINDOW) : name.start]
    full = re.search(rf"\b(\p{{Lu}}[\w-]+) {re.escape(name.text)}\b", before)
    return full[1] if full is not None else ""


def titled(tree: Tree, word: Word) -> bool:
    """Whether a name is a person's for sure: `Mr Abbott`, `the mayor, Ana Ruiz`, `Ana Ruiz from Corvane`."""
    beside = [child.lower for child in tree.children(word.i)] + [tree.head(word.i).lower]
    told_by_who = any(one.lower == "who" and tree.head(one.i).head == word.i for one in tree.words[word.i + 1 :])
    of_house = told_by_who or any(child.lower == "from" and child.i == word.i + 1 for child in tree.children(word.i))
    titles = table("antecedents")["persons"]["titles"]
    return of_house or any(word in titles or is_person(word) for word in beside)
