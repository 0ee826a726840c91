"""Sources: who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence


@per_lexicon
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    data = table("verbs")
    return frozenset(data["saying"]), frozenset(data["clause_only"])


def source_of(sentence: Sentence, anchor: int, predicate: int | None) -> int | None:
    """The head of the mention of who makes a claim: by `according to`, or by a verb of saying above or beside it."""
    return (
        _according(sentence)
        or _putter(sentence, predicate)
        or _sayer(sentence, anchor if predicate is None else predicate, anchor)
    )


def _putter(sentence: Sentence, predicate: int | None) -> int | None:
    """`The rebels put the figure at 100`: the subject of `put` says so."""
    if predicate is None or sentence.tree.lemma(predicate) != "put" or sentence.tree.child(predicate, "dobj") is None:
        return None
    subject = sentence.tree.child(predicate, "nsubj")
    return None if subject is None else subject.i


def _according(sentence: Sentence) -> int | None:
    for i in range(len(sentence.tree) - 2):
        if sentence.word(i) == "according" and sentence.word(i + 1) == "to":
            return sentence.nouns_after(i + 2, 10)
    return None


def _sayer(sentence: Sentence, claim: int, anchor: int) -> int | None:
    tree = sentence.tree
    saying, clause_only = _verbs()
    above = {claim, *(word.i for word in tree.ancestors(claim))}
    for verb in tree.words:
        if not verb.is_verb or verb.i in sentence.stop or verb.i == claim:
            continue
        lemma = tree.lemma(verb.i)
        if lemma not in saying:
            continue
        subject = tree.child(verb.i, "nsubj")
        if subject is None or (
            subject.lower in ("which", "that", "it") and lemma in clause_only and subject.lower != "it"
        ):
            continue
        governs = verb.i in above and any(
            child.dep in ("ccomp", "xcomp") and child.i in above for child in tree.children(verb.i)
        )
        aside = _aside(sentence, verb.i, subject.i, anchor) and (
            lemma not in clause_only or tree.child(verb.i, "dobj") is None
        )
        told = (
            lemma not in clause_only
            and verb.i in above
            and verb.i != claim
            and lemma in ("say", "tell")
            and anchor > verb.i
        )
        if (governs or aside or told) and subject.i not in sentence.stop:
            return subject.i
    return None


def _aside(sentence: Sentence, verb: int, subject: int, anchor: int) -> bool:
    """Whether `, the agency said` stands behind or inside the sentence that it reports."""
    tree = sentence.tree
    first = min(sentence.tree.subtree(subject)[0], verb)
    before = tree[first - 1].text if first else ""
    last = max(verb, sentence.tree.subtree(subject)[-1])
    if before in (",", "”", '"', "’", "'") and anchor < first:
        return True
    after = tree[last + 1].text if last + 1 < len(tree) else "."
    return before in (",", "”", '"') and after in (",", ".") and anchor < verb
