"""Antecedents: what a pronoun or a definite description stands for, within the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factex.syntax.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")
# Labels that names of persons are given by mistake, or none; and "the Kenyan".
_PERHAPS_PERSONS = ("", "NORP", "WORK_OF_ART", "PRODUCT", "FAC", "LAW")
# How many sentences back what a pronoun stands for is looked for, and how many where they have the pronoun too.
_REACH = 3
_CHAIN_REACH = 6


class Candidate(NamedTuple):
    """A mention that a later one may stand for.

    Attributes:
        tree: Its sentence.
        head: Index of its head word.
        score: How salient it is.
    """

    tree: Tree
    head: int
    score: float


def _candidates(tree: Tree, before: int, age: int) -> Iterator[Candidate]:
    """The mentions of a sentence before a word; `age` is how many sentences it lies back."""
    for word in tree.words[:before]:
        if not word.is_noun or (
            word.i + 1 < len(tree) and tree[word.i + 1].is_noun and tree[word.i + 1].label == word.label and word.label
        ):
            continue
        score = 3.0 if word.dep in _SUBJECTS else 1.0 if word.dep in ("dobj", "pobj", "poss") else 0.5
        score += 1.0 if word.dep in _SUBJECTS and tree[word.head].dep == "ROOT" else 0.0
        score += 1.0 if word.label in ("PERSON", "ORG", "GPE", "NORP") else 0.0
        yield Candidate(tree, word.i, score - 1.5 * age - (before - word.i) / 100 * (0 if age else 1))


def points_back(tree: Tree) -> bool:
    """Whether a sentence holds a pronoun, or a description with `the`, that an earlier sentence may resolve."""
    data = table("antecedents")
    return any(
        word.lower in data["pronouns"] or (word.lower in data["descriptions"] and not word.label and word.i)
        for word in tree.words
    )


def resolve(tree: Tree, head: int, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """What the mention with the given head stands for, as (its sentence, its head); None where that is doubtful.

    Args:
        tree: The sentence of the mention.
        head: The mention's head.
        earlier: The sentences before it, nearest first; taken only as far as they are needed.
    """
    word = tree[head]
    data = table("antecedents")
    entry = data["pronouns"].get(word.lower)
    if entry is not None:
        return None if _expletive(tree, head) else _best(_pronoun_candidates(tree, head, earlier, entry))
    labels = data["descriptions"].get(word.lower)
    definite = any(child.lower == "the" for child in tree.children(head))
    named = any(child.lower == "of" and child.i == head + 1 for child in tree.children(head))
    if labels is None or not definite or word.label or named:  # "the city of Gympie" is told
        return None
    found: list[Candidate] = []
    for age, sentence in enumerate(earlier, start=1):
        found += [one for one in _candidates(sentence, len(sentence), age) if _named(sentence, one.head, labels)]
        if found or age >= _REACH:
            break
    return _best(found)


def _named(tree: Tree, head: int, labels: list[str]) -> bool:
    """Whether a word names what a description may stand for: by its label, or as a subject without one."""
    word = tree[head]
    if word.label in labels:
        return True
    if word.tag != "NNP" or word.label in ("DATE", "TIME"):
        return False
    located = word.dep == "pobj" and tree.head(head).lower in ("in", "at") and word.label in ("", "PERSON")
    if "ORG" in labels:
        return word.dep in _SUBJECTS and word.label in ("", "PERSON", "PRODUCT", "NORP")
    return (word.dep in _SUBJECTS and not word.label) or located


def _pronoun_candidates(tree: Tree, head: int, earlier: Iterable[Tree], entry: dict[str, Any]) -> list[Candidate]:
    labels, plural = entry["labels"], entry["plural"]
    persons = labels == ["PERSON"]
    people = table("antecedents")["persons"]["nouns"]
    moves = _tells_level(tree, head)

    def fits(one: Candidate) -> bool:
        word = one.tree[one.head]
        if word.label in ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL"):
            return False
        if persons:
            common = not word.label and word.tag == "NN" and word.lower in people
            return word.label == "PERSON" or common or _perhaps_person(one.tree, one.head)
        if not word.label and is_property(one.tree.lemma(one.head)):
            return moves and word.tag == "NN" and not plural
        if not word.label and word.lower in people:
            return False
        if plural:
            return word.tag in PLURAL_TAGS or word.label == "NORP"
        return word.label != "PERSON" and (
            word.label in labels if word.label else word.tag in ("NN", "NNP") and (one.score > 2 or moves)
        )

    found = [one for one in _candidates(tree, head, 0) if fits(one) and not _holds(tree, one.head, head)]
    if any(tree[one.head].dep in _SUBJECTS for one in found):
        return found
    reach = _REACH
    for age, sentence in enumerate(earlier, start=1):
        fitting = [one for one in _candidates(sentence, len(sentence), age) if fits(one)]
        if persons and _subject_again(sentence, tree[head].lower):  # who speaks on is no name on the side
            fitting = [one for one in fitting if sentence[one.head].dep in _SUBJECTS]
            reach = min(reach + 1, _CHAIN_REACH)
        found += fitting
        if found or age >= reach:
            break
    return found


def _perhaps_person(tree: Tree, head: int) -> bool:
    """Whether a subject may be a person's name by its form: `the Kenyan`, `Valeria Quispe` labelled as a firm."""
    word = tree[head]
    if word.tag != "NNP" or word.dep not in _SUBJECTS:
        return False
    children = list(tree.children(head))
    two_words = [child.tag for child in children if child.i < head] == ["NNP"]
    return word.label in _PERHAPS_PERSONS or (word.label == "ORG" and two_words)


def _subject_again(tree: Tree, pronoun: str) -> bool:
    """Whether a sentence has a pronoun as a subject too: what it stood for there it stands for here."""
    return any(word.lower == pronoun and word.dep in _SUBJECTS for word in tree.words)


def _expletive(tree: Tree, head: int) -> bool:
    """Whether `it` stands for nothing: `it takes an hour to …`, `it is likely that …`, `it may be that …`."""
    word = tree[head]
    verb = tree.head(head)
    if word.lower != "it" or word.dep not in _SUBJECTS or not verb.is_verb:
        return False
    lemma = tree.lemma(verb.i)
    kinds = table("antecedents")["expletive"]
    behind = [child for child in tree.children(verb.i) if child.i > verb.i]
    clauses = [child for child in behind if child.dep in ("xcomp", "ccomp", "advcl") and child.is_verb]
    that = any(mark.lower == "that" for clause in clauses for mark in tree.children(clause.i))
    if lemma == "be":
        duration = any(child.dep == "attr" and child.label in ("DATE", "TIME") for child in behind)
        return that or duration or any(child.lower in kinds["complements"] for child in behind)
    return lemma in kinds["with_clause"] and (that or any(clause.tag == "VB" for clause in clauses))


def _tells_level(tree: Tree, pronoun: int) -> bool:
    """Whether a pronoun is the subject of a verb that tells a level or its movement: `It stands at 2.5%`."""
    verb = tree.head(pronoun)
    change = table("change")
    moving = {lemma for verbs in (*change["verbs"].values(), change["level_verbs"]["words"]) for lemma in verbs}
    lemma = tree.lemma(verb.i) if verb.is_verb else ""
    return tree[pronoun].dep in _SUBJECTS and lemma in moving and lemma != "be"


def _holds(tree: Tree, head: int, pronoun: int) -> bool:
    """Whether the pronoun stands inside the candidate's own phrase: `its` in `its flagship model`."""
    return any(word.i == head for word in tree.ancestors(pronoun))


def _best(found: list[Candidate]) -> tuple[Tree, int] | None:
    if not found:
        return None
    ranked = sorted(found, key=lambda one: one.score, reverse=True)
    return ranked[0].tree, ranked[0].head
