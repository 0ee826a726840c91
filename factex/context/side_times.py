"""The times of a comparison's sides: that of what stands on the right, and those that are left for the claim itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import TimeRelation

if TYPE_CHECKING:
    from factex.claims.claim import Claim
    from factex.claims.sentence import Sentence
    from factex.context.times import Time

# So many characters lie at most between the right side and its time.
_NEAR = 40
_BESIDE = 4


def right_time(sentence: Sentence, found: list[Time], claim: Claim) -> Time | None:
    """The right side's time: what owns its number (`last year's 35,000`), or the first that stands behind the side."""
    right = claim.roles.get("right")
    owner = None if right is None else _owner(sentence, found, right.first)
    i = _behind(claim)
    if owner is None and right is None and "right" in claim.mentions:
        return _of_standard(sentence, found, i)
    if owner is not None:
        return owner
    start = sentence.tree[i].start if i < len(sentence.tree) else None
    other = sentence.after(i)
    end = None if other is None else sentence.tree[other.first].start  # "compared with 5.1% and the 6.4% of last year"
    near = (
        time
        for time in found
        if start is not None and start <= time.prep_start <= start + _NEAR and (end is None or time.start < end)
    )
    first = next(near, None)
    left = claim.roles.get("left")
    fronted = right is not None and left is not None and right.first < left.first
    if fronted and first is not None and "," in sentence.tree.text[start or 0 : first.start]:
        return None  # "Compared with 30 billion, the deficit for 2022 was 37 billion"
    if first is None or (right is None and first.relation is TimeRelation.FROM):
        return None  # "pay 30 cents more from January"
    return first


def _of_standard(sentence: Sentence, found: list[Time], end: int) -> Time | None:
    """The time right behind a mean or a peak, which it is one of: `0.7 degrees above the mean for 1991-2020`.

    Or that of what is said of the side: `below the high recorded in March`.
    """
    told = sentence.tree[end]
    if told.tag == "VBN" and told.dep == "acl" and told.head < end:
        return next((time for time in found if time.prep_start == sentence.tree[end + 1].start), None)
    standards = table("comparison")["standards"]["peaks" if sentence.word(end) == "in" else "timed"]
    if sentence.word(end) not in ("for", "of", "in") or sentence.tree.lemma(end - 1) not in standards:
        return None
    return next((time for time in found if time.prep_start == sentence.tree[end].start), None)


def own_times(sentence: Sentence, found: list[Time], claim: Claim, right: Time | None) -> list[Time]:
    """The times that may be the claim's own: not the right side's, nor one behind what a multiple is told of."""
    side, i = claim.mentions.get("right"), _behind(claim)
    others = [time for time in found if time != right and not (side is not None and _inside(sentence, time, side))]
    if side is None or "factor" not in claim.roles or i >= len(sentence.tree):
        return others
    before = [time for time in others if time.start < sentence.tree[side[0]].start]
    beside = any(0 <= time.start - sentence.tree[i].start <= _BESIDE for time in others)
    return before if beside and before else others  # "triple the sum in 2018"


def _inside(sentence: Sentence, time: Time, side: tuple[int, int]) -> bool:
    """Whether a time stands in a side, which it belongs to: `below the average of the past decade`."""
    first, last = side
    return sentence.tree[first].start <= time.start and time.end <= sentence.tree[last - 1].end


def _behind(claim: Claim) -> int:
    """The word behind the right side."""
    right = claim.roles.get("right")
    if right is not None:
        return max(right.last, claim.pivot or 0)  # "against 61% and 62% four years ago"
    if "right" in claim.mentions:
        return claim.mentions["right"][1]
    return next(iter(claim.roles.values())).last if claim.pivot is None else claim.pivot


def _owner(sentence: Sentence, found: list[Time], first: int) -> Time | None:
    """The time that owns a number at word `first`: `against last year's 35,000`, `2019's record 9 million`."""
    tree = sentence.tree
    k = first - 1
    while k > 0 and tree[k].tag in ("JJ", "NN"):
        k -= 1
    if sentence.word(first - 1) == ":":
        return next((time for time in found if time.end == tree[first - 1].start), None)  # "(2023: €3.1 billion)"
    owned = k > 0 and tree[k].tag == "POS"
    return next((time for time in found if owned and time.end in (tree[k].start, tree[k].end)), None)
