"""What the verb of a word asks of what the word stands for: whether it speaks, has a will, weighs or is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import of_kind, singular

if TYPE_CHECKING:
    from factex.syntax.tree import Tree, Word

SUBJECTS = ("nsubj", "nsubjpass")
# So far behind a verb its time may stand.
_NEAR = 8


def speaks(tree: Tree, word: Word) -> bool:
    """Whether a word is the subject of a verb of saying, or of one joined to it."""
    verb = tree.head(word.i)
    hears = word.dep == "nsubjpass" and tree.lemma(verb.i) in table("verbs")["hearing"]
    if word.dep not in SUBJECTS or not verb.is_verb or hears:
        return False
    verbs = [verb, *(child for child in tree.children(verb.i) if child.dep in ("conj", "xcomp") and child.is_verb)]
    return any(tree.lemma(one.i) in table("verbs")["saying"] for one in verbs)


def acts(tree: Tree, word: Word) -> bool:
    """Whether a word is the subject of a verb of will or blame: `It now wants to put up 38`."""
    verb = tree.head(word.i)
    if word.dep not in SUBJECTS or not verb.is_verb:
        return False
    reckons = table("verbs")["reckoning"].get(tree.lemma(verb.i))
    estimates = any(one.lower == reckons for one in tree.words[verb.i : verb.i + _NEAR])
    acting = table("antecedents")["acting"]
    counted = next((singular(one.lower) for one in tree.words[verb.i : verb.i + _NEAR] if one.dep == "dobj"), "")
    having = tree.lemma(verb.i) in ("have", "employ") and counted in acting["counts"]
    return estimates or having or (word.dep == "nsubj" and tree.lemma(verb.i) in acting["verbs"])


class Asked(NamedTuple):
    """What a clause asks of its subject.

    Attributes:
        nouns: The nouns of things that are so.
        persons: Whether persons are.
    """

    nouns: frozenset[str]
    persons: bool


@per_lexicon
def _classes() -> dict[str, Asked]:
    return {
        name: Asked(
            frozenset().union(one["nouns"], one["kinds"], *map(of_kind, one["kinds"])), one.get("persons", False)
        )
        for name, one in table("antecedents")["asks"].items()
    }


def asked(tree: Tree, word: Word) -> Asked | None:
    """What the clause of a word asks of its subject: `It ran to 340 pages`, `It was 12 metres long`; None for most."""
    verb = tree.head(word.i)
    if word.dep not in SUBJECTS or not verb.is_verb:
        return None
    lemma, behind = tree.lemma(verb.i), tree.words[verb.i + 1 : verb.i + _NEAR]
    counted = {singular(one.lower) for one in behind if any(c.dep == "nummod" for c in tree.children(one.i))}
    told = [one.lower for one in behind]
    being = lemma in table("antecedents")["being"]["verbs"]
    for name, one in table("antecedents")["asks"].items():
        by_verb = lemma in one["done" if word.dep == "nsubjpass" else "verbs"]
        measured = being and any(measure in told for measure in one["measures"])
        if by_verb or measured or not counted.isdisjoint(one["counts"]):
            return _classes()[name]
    return None


def bodily(tree: Tree, word: Word) -> bool:
    """Whether a word is the subject of a verb of weight or size: `It weighs 310 g`."""
    verb = tree.head(word.i)
    return word.dep in SUBJECTS and verb.is_verb and tree.lemma(verb.i) in table("antecedents")["bodily"]["verbs"]


def handled(tree: Tree, word: Word) -> bool:
    """Whether something is done with a word's thing that nobody does with people: `It was built in 1994`."""
    verb = tree.head(word.i)
    return word.dep == "nsubjpass" and tree.lemma(verb.i) in table("antecedents")["handling"]["verbs"]


def suffers(tree: Tree, word: Word) -> bool:
    """Whether something is done to a word's thing, or befalls people only: `They were charged`, `They served`."""
    befalls = tree.lemma(word.head) in table("antecedents")["befalling"]["verbs"]
    return word.dep == "nsubjpass" or (word.dep in SUBJECTS and befalls)


def parts(tree: Tree, word: Word) -> bool:
    """Whether a number tells a part of what a word stands for: `six of them had to be put down`."""
    of = tree.head(word.i)
    return word.dep == "pobj" and of.lower == "of" and tree.head(of.i).tag == "CD"


def priced(tree: Tree, word: Word) -> bool:
    """Whether a word is the subject of a verb of what things cost or fetch: `It would have cost 2.2 billion euros`."""
    verb = tree.head(word.i)
    return word.dep in SUBJECTS and verb.is_verb and tree.lemma(verb.i) in table("antecedents")["priced"]["verbs"]


def done_to(tree: Tree, word: Word) -> str:
    """The noun of what a subject does something to: `They released 200 bees`; empty where there is none."""
    verb = tree.head(word.i)
    thing = tree.child(verb.i, "dobj") if word.dep == "nsubj" and verb.is_verb else None
    return "" if thing is None or not thing.is_noun or thing.i < verb.i else thing.lower


def prior(tree: Tree, word: Word) -> bool:
    """Whether a word's clause tells of a time before what was told last: `It had lost £3m`, `It was then making`."""
    verb = tree.head(word.i)
    if word.dep not in SUBJECTS or not verb.is_verb:
        return False
    perfect = verb.tag == "VBN" and any(one.lower == "had" and one.dep == "aux" for one in tree.children(verb.i))
    behind = [one.lower for one in tree.words[word.i : verb.i + _NEAR]]
    return perfect or "then" in behind or any(behind[k : k + 3] == ["at", "the", "time"] for k in range(len(behind)))
