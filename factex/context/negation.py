"""Negation: whether a claim is denied. Scope stops at the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context import absolutes
from factex.context.chains import clause_verb, verbs_over
from factex.context.denials import denied_from_without
from factex.context.subjects import names_nobody
from factex.lexicon.files import table

# Between `but` or `not` and a number.
_LEADING = frozenset(("by", "to", "at", "in", "from", "only", "just"))
# So many words lie at most between `not` and the number that it denies: "did not rise by 10%".
_NEAR = 4

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Word


def negated(sentence: Sentence, predicate: int | None, anchor: int) -> bool:
    """Whether a claim is denied: by `not`, `never`, `fail to`, `deny`."""
    tree = sentence.tree
    verb = predicate if predicate is not None else clause_verb(sentence, anchor)
    above = tree.head(anchor)
    if predicate is None and tree[anchor].dep == "pobj" and above.lower in ("as", "than", "like", "unlike"):
        return False  # "not as impressive as the gain of 2% in August"
    if verb is None or (predicate is None and absolutes.opening(sentence, anchor) is not None):
        return False
    itself = _number_denied(sentence, anchor)
    if itself is not None:
        return itself
    told = f" {' '.join(sentence.words(0, anchor))} "
    if ":" not in told and any(told.startswith(f" {phrase} ") for phrase in table("verbs")["denying_openers"]):
        return True
    if any(f" {phrase} " in told.rpartition(";")[2] for phrase in table("verbs")["denying_phrases"]):
        return True
    denying = frozenset(table("verbs")["denying"])
    if denied_from_without(sentence, verb):
        return True
    if tree[verb].tag == "VBG" and tree[verb].dep == "pcomp" and tree.head(verb).lower == "without":
        return True  # "can be used without killing thousands of seabirds"
    own = verb
    while tree[own].dep == "xcomp" and tree.child(own, "nsubj", "nsubjpass") is None and tree.head(own).is_verb:
        own = tree.head(own).i  # "No one has to pay more than £70"
    if tree[own].tag == "VB" and tree[own].dep == "acl" and any(map(_none, tree.children(tree[own].head))):
        return True  # "there is no provision to buy them out"
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


def _number_denied(sentence: Sentence, anchor: int) -> bool | None:
    """Whether a number is denied by itself: `900 people, not 1,200`; that behind `but` is not: `not 5 but 3`."""
    own = sentence.at(anchor)
    before = None if own is None else sentence.before(own)
    if own is None:
        return None
    k = own.first - 1
    k -= int(sentence.word(k) in _LEADING)
    if sentence.word(k) == "not":
        apart = sentence.word(k - 1) in ("if", "or", "whether") or sentence.word(k + 1) in ("only", "just")
        return None if apart else True  # "dozens, if not 40", "not only 40"
    if before is None or sentence.word(k) != "but":
        return None
    between = sentence.tree.words[before.last : own.first]
    denied = "not" in sentence.words(max(0, before.first - _NEAR), before.first)
    return False if denied and not any(word.is_verb and word.dep != "advcl" for word in between) else None


def _none(word: Word) -> bool:
    """Whether a determiner says that there is none: `neither man`, but not `the No side`."""
    return word.lower in ("neither", "no") and (word.i == 0 or word.text.islower())
