"""Pairs of numbers held against each other: `33.8 for men and 31.4 for women, compared with 27.1 and 24.9 in 1990`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.links import link
from factex.claims.sentence import comparable, order
from factex.claims.sides import Mentions, side_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

# So many words may stand between the numbers of a pair, and between the pairs.
_WITHIN_PAIR, _BETWEEN_PAIRS = 8, 12
_NAMING = frozenset(("for", "among", "of"))


def _pairs(sentence: Sentence) -> Iterator[Claim]:
    """Each of two numbers against its own of two others, where one link holds the pairs against each other."""
    for first, second, third, fourth in zip(
        *(itertools.islice(sentence.quantities, k, None) for k in range(4)), strict=False
    ):
        four = (first, second, third, fourth)
        if any(one.attributive or not comparable(first, one) or not sentence.free("comparison", one) for one in four):
            continue
        between = sentence.gap(second, third)
        if link(between) is None or len(between) > _BETWEEN_PAIRS or ";" in between:
            continue
        if not (_paired(sentence, first, second) and _paired(sentence, third, fourth)):
            continue
        if not all(one.quantity.unit is None or sentence.free("change", one) for one in four):
            continue
        for left, right in ((first, third), (second, fourth)):
            yield Claim(
                "comparison", "comparison.pairwise", {"left": left, "right": right}, left.head,
                mentions=_whose(sentence, left, right), pivot=fourth.last,
                values={"relation": order(left.quantity, right.quantity)},
            )  # fmt: skip


def _paired(sentence: Sentence, one: Located, other: Located) -> bool:
    """Whether only `and`, and what the first number is told of, stand between two numbers."""
    gap = sentence.gap(one, other)
    words = sentence.tree.words[one.last : other.first]
    return (
        gap[-1:] == ["and"] and len(gap) <= _WITHIN_PAIR and not any(word.is_verb or word.text == "," for word in words)
    )


def _whose(sentence: Sentence, left: Located, right: Located) -> Mentions:
    """What the two numbers are told of: `33.8 for men`; of the same where nothing is named."""
    mentions: Mentions = {}
    for name, one in (("left", left), ("right", right)):
        noun = sentence.nouns_after(one.last + 1, 3) if sentence.word(one.last) in _NAMING else None
        if noun is not None and noun not in sentence.stop and sentence.tree[noun].label not in ("DATE", "TIME"):
            mentions[name] = side_at(sentence, one.last + 1).get("right", (noun, noun + 1))
    return mentions


RULE = Rule(
    "comparison.pairwise", _pairs, "Life expectancy is 79 for men and 83 for women, compared with 74 and 80 in 2000."
)
