"""Lists of what one number is held against: `against 377 in New York, 268 in Los Angeles and an average of 94`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.claims.belonging import beside
from factex.claims.claim import Claim
from factex.claims.differences import names_difference
from factex.claims.sentence import comparable, order
from factex.lexicon.files import table
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_PLACES = frozenset(("in", "for", "at", "from", "among", "by", "on"))
# So many words may lie between two sides of a list.
_LISTED = 8
# So many words may lead to a time: "on average over the past decade".
_TIMED = 5


def further_sides(sentence: Sentence, left: Located | None, right: Located, verb: int | None = None) -> Iterator[Claim]:
    """`against 377 in New York, 268 in Los Angeles and a national average of 94`: one side held against more."""
    rule = "comparison.sides" if left is not None else "comparison.pointed"
    other = sentence.after(right.last)
    while other is not None and comparable(right, other) and sentence.free("comparison", other):
        if other.attributive or not _goes_on(sentence, right, other):
            return
        joint = right.last + max(k for k, word in enumerate(sentence.gap(right, other)) if word in ("and", ","))
        roles = {"right": other} if left is None else {"left": left, "right": other}
        yield Claim(
            "comparison", rule, roles, (left or other).head, predicate=verb,
            mentions=beside(sentence, joint + 1, other),
            values={} if left is None else {"relation": order(left.quantity, other.quantity)},
        )  # fmt: skip
        right, other = other, sentence.after(other.last)


def _goes_on(sentence: Sentence, right: Located, other: Located) -> bool:
    """Whether a number stands in one list with another, each with its place, its time or what has it."""
    gap = sentence.gap(right, other)
    if names_difference(sentence, other):
        return False
    joints = [k for k, word in enumerate(gap) if word in ("and", ",")]
    words = sentence.tree.words[right.last : other.first]
    if not joints or len(gap) > _LISTED or any(word.tag in FINITE_TAGS or word.text in (";", ":") for word in words):
        return False
    named = any(word.is_noun for word in words[joints[-1] :])  # "and analysts' forecasts of 4.5%"
    placed = sentence.word(right.last) in _PLACES
    again = placed and sentence.word(other.last) == sentence.word(right.last)
    timed = (placed or _dated(sentence, right.last)) and _dated(sentence, other.last)
    ended = sentence.tree[other.last].tag in (",", ".", ":", "-RRB-") if other.last < len(sentence.tree) else True
    pointed = sentence.word(other.first - 1) == "the" and other.last < len(sentence.tree)
    recorded = pointed and sentence.tree[other.last].tag in ("VBN", "VBD")  # "above 5.1% and the 6.4% recorded"
    return recorded or (named and ended) or ((again or timed) and joints[-1] == len(gap) - 1)


def _dated(sentence: Sentence, i: int) -> bool:
    """Whether a time stands at word `i`: `in 2018`, `the year before`, `before the pandemic`."""
    near = itertools.takewhile(
        lambda word: word.text not in (",", ";", ".") and not word.is_verb, sentence.tree.words[i:]
    )
    words = list(itertools.islice(near, _TIMED))
    year = len(words) > 1 and words[0].lower == "in" and words[1].tag == "CD" and i + 1 not in sentence.stop
    led = sentence.word(i) in table("comparison")["timing"]["words"]
    opening = any(word.lower in table("comparison")["timing"]["points"] for word in words)  # "at the start of the year"
    return year or led or opening or any(word.label == "DATE" for word in words)
