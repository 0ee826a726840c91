"""Comparisons of a number told before with one told now: `That compares with 1,210 in 2021`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.belonging import beside
from factex.claims.claim import Claim, Rule
from factex.claims.listed import further_sides
from factex.claims.sentence import comparable, order
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_REACH = 6


def _pointed(sentence: Sentence) -> Iterator[Claim]:
    """`That compares with 1,210 in 2021`: the right side alone; the sentence before has the left one."""
    data = table("comparison")["pointing"]
    for right in sentence.quantities:
        left = sentence.before(right)
        if right.attributive or not sentence.free("comparison", right):
            continue
        verb = sentence.verb_before(right.first)
        subject = None if verb is None else sentence.tree.child(verb.i, "nsubj")
        if verb is None or subject is None or subject.lower not in (*data["words"], *data["amounts"]):
            continue
        roles = {"right": right}
        if left is not None:  # "employs 3,900 people in Utrecht; that compares with 2,450 at its rival"
            if left.last > subject.i or sentence.word(subject.i - 1) != ";" or not comparable(left, right):
                continue
            roles["left"] = left
        values: dict[str, object] = {}
        linked = any(word in data["prepositions"] for word in sentence.words(verb.i + 1, verb.i + 1 + _REACH))
        behind = verb.i + 2
        if sentence.tree.lemma(verb.i) not in data["verbs"] or not linked:
            than, relation = _than(sentence, verb.i, right)
            if than is None:
                continue
            behind = than + 1
            values["relation"] = relation
        elif left is not None:
            values["relation"] = order(left.quantity, right.quantity)
        mentions = beside(sentence, behind, right)
        anchor = right.head if left is None else left.head
        yield Claim(
            "comparison", "comparison.pointed", roles, anchor, predicate=verb.i, mentions=mentions, values=values
        )
        yield from further_sides(sentence, left, right, verb.i)


def _than(sentence: Sentence, verb: int, right: Located) -> tuple[int | None, str | None]:
    """The `than` behind a copula, and what it tells: `That is already more than the 58,300 lost last season`."""
    if sentence.tree.lemma(verb) != "be" or sentence.words(right.first - 2, right.first) != ["than", "the"]:
        return None, None
    between = sentence.tree.words[verb + 1 : right.first - 2]
    degrees: dict[str, str] = table("comparison")["degrees"]
    told = bool(between) and between[-1].lower in degrees and all(word.tag == "RB" for word in between[:-1])
    return (right.first - 2, degrees[between[-1].lower]) if told else (None, None)


RULE = Rule("comparison.pointed", _pointed, "The clinic treated 1,940 people. That compares with 1,210 in 2021.")
