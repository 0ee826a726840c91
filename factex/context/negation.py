"""Negation: whether a claim is denied. Scope stops at the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context import absolutes
from factex.context.chains import clause_verb, verbs_over
from factex.context.subjects import names_nobody
from factex.lexicon.files import table

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word


def negated(sentence: Sentence, predicate: int | None, anchor: int) -> bool:
    """Whether a claim is denied: by `not`, `never`, `fail to`, `deny`."""
    tree = sentence.tree
    verb = predicate if predicate is not None else clause_verb(sentence, anchor)
    above = tree.head(anchor)
    if predicate is None and tree[anchor].dep == "pobj" and above.lower in ("as", "than", "like", "unlike"):
        return False  # "not as impressive as the gain of 2% in August"
    if verb is None or (predicate is None and absolutes.opening(sentence, anchor) is not None):
        return False
    told = f" {' '.join(sentence.words(0, anchor))} "
    if ":" not in told and any(told.startswith(f" {phrase} ") for phrase in table("verbs")["denying_openers"]):
        return True
    if any(f" {phrase} " in told.rpartition(";")[2] for phrase in table("verbs")["denying_phrases"]):
        return True
    denying = frozenset(table("verbs")["denying"])
    if _gainsaid(sentence, verb) or _prevented(sentence, verb):
        return True
    own = verb
    while tree[own].dep == "xcomp" and tree.child(own, "nsubj", "nsubjpass") is None and tree.head(own).is_verb:
        own = tree.head(own).i  # "No one has to pay more than £70"
    subject = tree.child(own, "nsubj", "nsubjpass")
    if subject is not None and ":" in sentence.words(subject.i, anchor):
        subject = None  # "Not one of his best years: sales rose 5%"
    if subject is not None and (names_nobody(tree, subject) or any(map(_none, tree.children(subject.i)))):
        return subject.i not in sentence.stop  # "neither man has missed more than three games"
    for word, dep in verbs_over(sentence, verb):
        if dep in ("conj", "ccomp"):
            break
        if any(
            (
                child.dep == "neg"
                or (child.lower == "longer" and sentence.word(child.i - 1) == "no")
                or child.lower in ("never", "not", "n't", "n’t")
            )
            and child.i not in sentence.stop
            and (child.i < anchor or child.i < word.i == predicate)  # "Half of the farmers did not vote"
            for child in tree.children(word.i)
        ):
            return True
        if word.i != verb and tree.lemma(word.i) in denying:
            return True
        if any(sentence.words(child.i - 1, child.i + 1) == ["yet", "to"] for child in tree.children(word.i)):
            return True  # "has yet to build 300 of the homes"
    return False


def _prevented(sentence: Sentence, verb: int) -> bool:
    """Whether somebody was kept from a deed: `barred the developer from selling 40 flats`."""
    tree = sentence.tree
    above = tree.head(tree[verb].head)
    kept = tree[verb].dep == "pcomp" and tree.head(verb).lower == "from" and above.is_verb
    return kept and tree.lemma(above.i) in table("verbs")["repaying"]["preventing"]


def _none(word: Word) -> bool:
    """Whether a determiner says that there is none: `neither man`, but not `the No side`."""
    return word.lower in ("neither", "no") and (word.i == 0 or word.text.islower())


def denial_of(tree: Tree, clause: int) -> Word | None:
    """The verb that denies the report that a clause tells: `has denied claims that jobs will go`."""
    report = tree.head(clause)
    verb = tree.head(report.i)
    told = report.is_noun and report.dep == "dobj" and verb.is_verb
    told = told and tree.lemma(report.i) in table("verbs")["reports"]
    return verb if told and tree.lemma(verb.i) in table("verbs")["gainsaying"] else None


def _gainsaid(sentence: Sentence, verb: int) -> bool:
    """Whether a clause is denied from without: `denied that it planned to …`, `there is no way that it can …`."""
    tree = sentence.tree
    data = table("verbs")
    top = verb
    for word, dep in verbs_over(sentence, verb):
        if dep == "ccomp":
            return word.is_verb and tree.lemma(word.i) in data["gainsaying"]
        top = word.i
    if any(sentence.words(k, k + 2) == ["no", "way"] for k in range(max(0, verb - 12), verb)):
        return True  # where the parse takes "way production" for one noun
    if denial_of(tree, top) is not None:
        return True
    above = tree.head(top)
    denied = any(child.lower == "no" for child in tree.children(above.i))
    return denied and above.is_noun and tree.lemma(above.i) in data["nothing"] and tree[top].dep in ("acl", "relcl")
