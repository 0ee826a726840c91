"""Comparisons of a number told before with one told now: `That compares with 1,210 in 2021`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.belonging import beside
from factex.claims.claim import Claim, Rule
from factex.claims.listed import further_sides
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence

_REACH = 6


def _pointed(sentence: Sentence) -> Iterator[Claim]:
    """`That compares with 1,210 in 2021`: the right side alone; the sentence before has the left one."""
    data = table("comparison")["pointing"]
    for right in sentence.quantities:
        if right.attributive or sentence.before(right) is not None or not sentence.free("comparison", right):
            continue
        verb = sentence.verb_before(right.first)
        subject = None if verb is None else sentence.tree.child(verb.i, "nsubj")
        if verb is None or subject is None or sentence.tree.lemma(verb.i) not in data["verbs"]:
            continue
        linked = any(word in data["prepositions"] for word in sentence.words(verb.i + 1, verb.i + 1 + _REACH))
        if linked and subject.lower in (*data["words"], *data["amounts"]):
            mentions = beside(sentence, verb.i + 2, right)
            yield Claim(
                "comparison", "comparison.pointed", {"right": right}, right.head, predicate=verb.i, mentions=mentions
            )
            yield from further_sides(sentence, None, right, verb.i)


RULE = Rule("comparison.pointed", _pointed, "The clinic treated 1,940 people. That compares with 1,210 in 2021.")
