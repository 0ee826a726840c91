"""Sayers: the verbs of saying of a sentence, with who says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.movement import change_verbs
from factex.context.quotations import CLOSING
from factex.context.relatives import relative_antecedent
from factex.context.subjects import subject_of
from factex.lexicon.files import per_lexicon, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word

_US = ("'s", "’s", "us")  # "let's say"


@per_lexicon
def saying_verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The verbs of saying, those of them that need a clause behind them, and those of expecting."""
    data = table("verbs")
    return frozenset(data["saying"]), frozenset(data["clause_only"]), frozenset(data["expecting"])


def sayers(sentence: Sentence) -> Iterator[tuple[Word, int]]:
    """The verbs of saying of a sentence with the heads of who says."""
    tree = sentence.tree
    saying, _, _ = saying_verbs()
    for verb in tree.words:
        if verb.i in sentence.stop:
            continue
        spoken = tree.lemma(verb.i) in saying if verb.is_verb else _taken_for_noun(sentence, verb, saying)
        if not spoken:
            continue
        own = [child for child in tree.children(verb.i) if child.dep == "nsubj"]
        subject = next((child for child in reversed(own) if child.i < verb.i), own[0] if own else None)
        subject = subject or _beside(sentence, verb.i) or _behind(sentence, verb)
        if subject is None and (verb.dep == "conj" or (verb.dep == "advcl" and verb.tag == "VBG")):
            subject = _nearer(tree, verb) or subject_of(sentence, verb.i)
        impersonal = subject is not None and subject.lower == "it" and tree.child(verb.i, "auxpass") is not None
        particle = sentence.word(verb.i + 1) == "up" and sentence.word(verb.i + 2) != "to"
        apart = sentence.word(verb.i + 1) in table("verbs")["particles"]
        particle = particle or (apart and tree.lemma(verb.i) == "put")  # "as shoppers put off buying"
        passive = verb.dep == "acl" and (verb.tag == "VBN" or sentence.word(verb.i + 1) == "to")
        passive = passive or sentence.words(verb.i, verb.i + 3) == ["said", "to", "be"]
        if particle or impersonal or passive:  # "a man found to be in possession of 53 kilograms"
            continue
        if subject is not None and subject.lower in ("which", "that", "who"):
            known = relative_antecedent(sentence, subject.i)  # "groups, which say that …"
            known = None if known is None else _document_above(tree, known)
            subject = None if known is None or not _tells_clause(tree, verb.i) else tree[known]
        if subject is None or subject.lower in _US:
            continue
        if subject.i not in sentence.stop or sentence.person_at(subject.i) is not None:
            yield verb, subject.i


def _document_above(tree: Tree, noun: int) -> int:
    """The document that a name is told of: in `an EU review of Tessaro, which found`, the audit has found it."""
    prep = tree.head(noun)
    above = tree.head(prep.i)
    documents = table("antecedents")["documents"]["nouns"]
    told = tree[noun].dep == "pobj" and prep.lower in ("of", "into", "on", "by") and above.is_noun
    return above.i if told and (above.lower in documents or tree.lemma(above.i) in documents) else noun


def document_shown(sentence: Sentence, verb: int | None) -> int | None:
    """What says so by showing a thing, not a clause: `Figures from the ministry show a 5 per cent rise in arrests`."""
    tree = sentence.tree
    if verb is None or tree.lemma(verb) not in table("verbs")["showing"]["verbs"]:
        return None
    subject = tree.child(verb, "nsubj")
    documents = table("antecedents")["documents"]["nouns"]
    told = subject is not None and (subject.lower in documents or tree.lemma(subject.i) in documents)
    return subject.i if subject is not None and told and subject.i not in sentence.stop else None


def _behind(sentence: Sentence, verb: Word) -> Word | None:
    """The noun behind a verb that closes a quotation, where the parse gives it to another verb: `…,” said Ada Lund`."""
    quoted = verb.i > 1 and sentence.word(verb.i - 1) in CLOSING and sentence.tree[verb.i].tag in ("VBD", "VBZ")
    noun = sentence.nouns_after(verb.i + 1) if quoted else None
    return None if noun is None else sentence.tree[noun]


def _nearer(tree: Tree, verb: Word) -> Word | None:
    """Who acts in the clause before, where what moves can't speak: `Shares rose after the firm reported … and said`."""
    if tree.lemma(verb.head) not in change_verbs():
        return None
    clauses = (
        word for word in reversed(tree.words[verb.head : verb.i]) if (word.dep, word.head) == ("advcl", verb.head)
    )
    return next((subject for clause in clauses if (subject := tree.child(clause.i, "nsubj")) is not None), None)


def _tells_clause(tree: Tree, verb: int) -> bool:
    """Whether a verb of saying has the clause that it reports behind it."""
    clause = tree.child(verb, "ccomp")
    return clause is not None and clause.i > verb


def _taken_for_noun(sentence: Sentence, word: Word, saying: frozenset[str]) -> bool:
    """Whether a noun is a verb of saying that was tagged wrong: `…, the World Bank estimates.`, `police data show,`."""
    closes = sentence.word(word.i + 1) in ("", ",", ".", ";")
    named = word.i > 1 and sentence.tree[word.i - 1].tag in ("NNP", "NNPS", "NNS")
    return word.is_noun and closes and named and sentence.tree.lemma(word.i) in saying


def _beside(sentence: Sentence, verb: int) -> Word | None:
    """The noun or pronoun right before a verb, where the parse gives it no subject: `, leaked files show`."""
    if verb == 0:
        return None
    word = sentence.tree[verb - 1]
    return word if word.is_noun or word.tag == "PRP" else None
