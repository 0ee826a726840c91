"""Comparisons by a verb with a mark that has a number: `equalled the club record of 41 goals`, `match Oslo's 14`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.belonging import beside
from factex.claims.claim import Claim, Rule
from factex.claims.passing import levels
from factex.claims.sentence import comparable, order
from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.claims.sides import Mentions
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_NOMINAL = frozenset(("DT", "PRP$", "POS", "JJ", "JJS", "VBN", "HYPH"))
# So many words may lie between a mark and the number with which it was passed.
_REACH = 14


def _by_mark(sentence: Sentence) -> Iterator[Claim]:
    """A mark that somebody passes, misses or matches, with or without the number by which it was done."""
    for right in sentence.quantities:
        if not sentence.free("comparison", right) or not sentence.free("change", right):
            continue
        verb = _verb_before(sentence, right)
        mark = None if verb is None else _mark(sentence, verb, right)
        missed = sentence.after(right.last)
        if verb is None or mark is None or (missed is not None and sentence.gap(right, missed) == ["by"]):
            continue
        roles = {"right": right}
        left = _done_with(sentence, right)
        relation = (left and order(left.quantity, right.quantity)) or _relation(sentence, verb, right)
        if not relation:
            continue  # "defied the forecast of 5%" does not tell which way
        if left is not None:
            roles["left"] = left
        yield Claim(
            "comparison", "comparison.mark", roles, right.head, predicate=verb.i, mentions=mark,
            values={"relation": relation},
        )  # fmt: skip


def _relation(sentence: Sentence, verb: Word, right: Located) -> str:
    """What a verb tells of who passes a mark; the better of two times is the shorter one."""
    lemma, unit = sentence.tree.verb_lemma(verb.i), right.quantity.unit
    better = lemma in table("comparison")["records"]["loose"] and unit is not None and unit.kind is UnitKind.TIME
    return "less" if better and levels()[lemma] == "greater" else levels()[lemma]


def _verb_before(sentence: Sentence, right: Located) -> Word | None:
    """The active verb before a number that passes, misses or matches, with a noun phrase between at most."""
    tree = sentence.tree
    for k in range(right.first - 1, -1, -1):
        word = tree[k]
        if word.is_verb and tree.verb_lemma(k) in levels():
            passive = word.tag == "VBN" and (tree.child(k, "auxpass") is not None or word.dep in ("acl", "amod"))
            return None if passive or word.dep in ("amod", "compound") else word
        if not (word.is_noun or word.tag in _NOMINAL or word.lower in ("of", "one") or sentence.at(k) is not None):
            return None
    return None


def _mark(sentence: Sentence, verb: Word, right: Located) -> Mentions | None:
    """What has the number that is passed: `the record of 41`, `Oslo's 14`, `the 71% of 2018`; None for a level."""
    tree, records = sentence.tree, table("comparison")["records"]
    lemma = tree.verb_lemma(verb.i)
    sure = lemma not in (*records["loose"], *records["missing"])
    before = right.first - 1
    marks = (*records["nouns"], *table("comparison")["norms"]["nouns"])
    marked = right.last < len(tree) and tree[right.last].is_noun and tree.lemma(right.last) in marks
    marked = marked and tree.lemma(right.last) not in records["round"]  # "broke the 5,000 mark"
    if right.attributive or (marked and sentence.word(before) in ("the", "its", "their")):
        return {"right": (right.last, right.last + 1)} if marked else None
    if sentence.word(before) == "of" and tree.lemma(before - 1) in marks:
        first = max(tree.noun_phrase(before - 1, sentence.stop)[0], verb.i + 1)
        vague = sentence.word(first - 1) in ("a", "an")  # "missed an average of 14.2 days"
        return None if vague else {"right": (first, before)}
    if tree[before].tag == "POS" and before - 1 > verb.i:
        return beside(sentence, verb.i + 1, right) if sure or _is_time(tree[before - 1]) else None
    pointed = sentence.word(before) == "the" and verb.i == before - 1 and right.last < len(tree)
    known = pointed and (sentence.word(right.last) in ("that", "which", "of", "in") or tree[right.last].tag == "VBN")
    return beside(sentence, verb.i + 1, right) if known and sure else None


def _is_time(word: Word) -> bool:
    return word.label == "DATE" or word.lower in table("comparison")["periods"]["nouns"]


def _done_with(sentence: Sentence, right: Located) -> Located | None:
    """The number by which a mark was passed, behind it: `smashed the 79.2-metre record with a throw of 82.6`."""
    left = sentence.after(right.last)
    if left is None or left.attributive or not comparable(right, left) or left.first - right.last > _REACH:
        return None
    k = left.first - 1
    if sentence.word(k) == "of" and sentence.tree[k - 1].is_noun and sentence.word(k - 2) in ("a", "an"):
        k -= 3
    said = any(word.tag in FINITE_TAGS and word.dep == "conj" for word in sentence.tree.words[right.last : k])
    return left if sentence.word(k) == "with" and not said else None


RULE = Rule("comparison.mark", _by_mark, "The striker equalled the club record of 41 goals.")
