"""The verbs of a clause, from the one that tells a number up to the one that governs it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Word

_CHAIN = ("xcomp", "aux", "auxpass", "conj", "pcomp", "acomp", "oprd", "ccomp", "csubj")
# What a participle behind these tells comes about with its verb: "will be tricked into doubling", "save it by cutting".
_GOING_WITH = ("before", "into", "by", "without")
_PARTICIPLE = ("acl", "advcl")


def verbs_over(sentence: Sentence, verb: int) -> Iterator[tuple[Word, str]]:
    """The verbs above a verb in its clause, each with the relation through which it was reached; itself first."""
    tree = sentence.tree
    yield tree[verb], ""
    seen = {verb}
    word = tree[verb]
    while (
        word.dep in _CHAIN
        or (word.dep in _PARTICIPLE and is_infinitive(sentence, word))
        or (word.dep == "prep" and tree[word.head].dep == "acomp")  # "will be capable of producing"
        or (word.dep == "prep" and word.lower in _GOING_WITH and word.i != verb)  # "will slow before picking up"
    ):
        dep = word.dep
        finite = word.tag in ("VBZ", "VBD") and tree.lemma(word.i) != word.lower
        if dep == "conj" and finite and tree[word.head].tag == "VB":
            return  # "will start in July and is open to 90 growers"
        if any(tree[k].text == ";" for k in range(min(word.i, word.head), max(word.i, word.head))):
            return
        word = tree[word.head]
        if word.i in seen:
            return
        seen.add(word.i)
        if word.is_verb or word.tag in ("JJ", "MD", "NN", "NNS"):
            yield word, dep
        if dep == "ccomp":
            return


def is_infinitive(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is one, also in the passive: `called for the threshold to be lifted`, but not `did not reach`."""
    auxiliaries = [child for child in sentence.tree.children(word.i) if child.dep == "aux"]
    finite = any(child.tag in FINITE_TAGS for child in auxiliaries)
    return (word.tag == "VB" and not finite) or any(child.lower == "to" for child in auxiliaries)


def clause_verb(sentence: Sentence, anchor: int) -> int | None:
    """The verb of the clause that a word stands in."""
    verb = sentence.clause_verb(anchor)
    return verb.i if verb is not None else None
