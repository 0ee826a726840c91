"""What a share is of: the noun phrase behind a fraction."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence

DETERMINERS = frozenset(
    ("the", "its", "their", "his", "her", "our", "my", "all", "those", "these", "this", "that", "your")
)
FOCUS = frozenset(("only", "just", "all", "another", "barely", "about", "roughly", "some", "nearly", "almost", "even"))
# Behind a number: nothing that it counts or describes.
ENDS = frozenset((".", ",", ";", "in", "of", "for", "at", "from", "to", "on", "by", "elsewhere", "against"))
_BEFORE_NOUN = frozenset(("JJ", "JJR", "JJS", "VBG", "VBN", "NN", "NNS", "NNP", "NNPS", "HYPH", "POS", "PRP$"))
# So many words of a clause are told as the whole.
_CLAUSE = 8
_LEADING = frozenset(("the", "a", "an", "all", "of"))


def whole(sentence: Sentence, i: int) -> dict[str, tuple[int, int]]:
    """The whole that is named at word `i`, as the mention of a claim; empty where a time stands there."""
    tree = sentence.tree
    if sentence.word(i) == "what":
        return _clause(sentence, i)
    if sentence.word(i) == "all" and sentence.word(i + 1) in ("that", "who", "those"):
        end = next((k for k in range(i, len(tree)) if tree[k].tag in (",", ":", ".")), len(tree))
        return {"whole": (i, end if end - i <= _CLAUSE else i + 1)}  # "4% of all that will ever exist"
    head = sentence.nouns_after(i, 8)
    while head is not None and tree[head].text.endswith("-"):  # "coal- and gas-fired plants"
        head = sentence.nouns_after(head + 1, 8)
    if head is None:
        return {}
    head = _owned(sentence, head)
    if tree[head].is_noun and tree[head].label in ("DATE", "TIME") and sentence.word(head) != "time":
        return {}
    first, last = tree.noun_phrase(head, sentence.stop)
    joined = any(tree[k].text.endswith("-") for k in range(i, head))
    run = all(tree[k].tag in _BEFORE_NOUN or sentence.word(k) in _LEADING for k in range(i, head))
    first = i if joined or run else max(i, first) if first <= head else i
    while first < head and sentence.word(first) in _LEADING:
        first += 1
    return {"whole": (first, _with_source(sentence, max(last, head + 1)))}


def _clause(sentence: Sentence, i: int) -> dict[str, tuple[int, int]]:
    """A clause with `what` as the whole, up to its verb: `90% of what it makes`."""
    for k in range(i + 1, min(i + 6, len(sentence.tree))):
        if sentence.tree[k].is_verb and (k + 1 == len(sentence.tree) or not sentence.tree[k + 1].is_verb):
            return {"whole": (i, k + 1)}
    return {}


def _owned(sentence: Sentence, head: int) -> int:
    """What belongs to a plural owner whose apostrophe was taken for a quotation mark: `the islands’ power`."""
    closed = sentence.word(head + 1) in ("’", "'") and sentence.tree[head].dep == "poss"
    return sentence.tree[head].head if closed and sentence.tree.head(head).is_noun else head


def _with_source(sentence: Sentence, last: int) -> int:
    """The end of a phrase with the `out of` behind it: `flights out of Heathrow`."""
    if sentence.words(last, last + 2) != ["out", "of"]:
        return last
    noun = sentence.nouns_after(last + 2, 4)
    return last if noun is None else sentence.tree.noun_phrase(noun, sentence.stop)[1]
