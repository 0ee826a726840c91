"""Comparisons that begin with what is held against: `Compared with 40 in 2019, the clinic saw 80 patients`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.belonging import beside
from factex.claims.claim import Claim, Rule
from factex.claims.links import link
from factex.claims.sentence import comparable, order
from factex.claims.sides import Mentions, side_at
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

# So many words may lie before the comma that closes what is held against.
_LONGEST = 14
# So many words may lie between two numbers of which one comes on the other.
_EVERY = 5


def opened(sentence: Sentence) -> tuple[int, int] | None:
    """What a sentence begins with to hold its claim against, as (word behind the link, the comma); None without."""
    told = (n for n in (1, 2, 3) if link(sentence.words(0, n)) == n and link(sentence.words(1, n)) is None)
    start = next(told, None)
    if start is None:
        return None
    commas = [k for k in range(start, min(len(sentence.tree), _LONGEST)) if sentence.word(k) == ","]
    if commas and sentence.word(commas[0] + 1) in ("when", "where", "which", "who"):
        commas = commas[1:]  # "Compared with 1990, when the county had 420 farms, there are 61"
    return (start, commas[0]) if commas else None


def opening_side(sentence: Sentence) -> Mentions:
    """The right side that a sentence begins with: `Compared to New Zealand, land is half the price`."""
    bounds = opened(sentence)
    return {} if bounds is None else side_at(sentence, bounds[0])


def _fronted(sentence: Sentence) -> Iterator[Claim]:
    """`Compared with 40 in 2019, the clinic saw 80 patients`: the right number before the left one."""
    yield from _for_every(sentence)
    bounds = opened(sentence)
    right = None if bounds is None else sentence.after(bounds[0])
    if bounds is None or right is None or right.first >= bounds[1] or not sentence.free("comparison", right):
        return
    left = sentence.after(bounds[1])
    if left is None or not comparable(left, right) or left.attributive or not sentence.free("comparison", left):
        return
    yield Claim(
        "comparison",
        "comparison.fronted",
        {"left": left, "right": right},
        left.head,
        mentions=_named_first(sentence, bounds[0], right) or beside(sentence, bounds[0], right),
        values={"relation": order(left.quantity, right.quantity)},
    )


def _named_first(sentence: Sentence, start: int, right: Located) -> Mentions:
    """What is held against, where a clause tells its number: `Unlike the old ferry, which had room for 40 cars`."""
    told = any(word in ("which", "who") for word in sentence.words(start, right.first))
    return side_at(sentence, start) if told else {}


def _for_every(sentence: Sentence) -> Iterator[Claim]:
    """`For every 100 boys born in the valley there were just 83 girls`: how many come on how many of others."""
    for one in sentence.quantities:
        yield from _every_behind(sentence, one)
    right = sentence.after(0)
    left = None if right is None else sentence.after(right.last)
    if right is None or left is None or sentence.words(0, right.first) != ["for", "every"]:
        return
    units = [one.quantity.unit for one in (left, right)]
    counted = all(unit is not None and unit.kind is UnitKind.COUNT for unit in units) and not left.attributive
    money = all(unit is not None and unit.kind is UnitKind.CURRENCY for unit in units) and comparable(left, right)
    verb = sentence.verb_before(left.first)
    free = sentence.free("comparison", left) and sentence.free("comparison", right)
    if (counted or money) and free and verb is not None and verb.i >= right.last:
        yield Claim(
            "comparison", "comparison.fronted", {"left": left, "right": right}, left.head, predicate=verb.i,
            values={"relation": order(left.quantity, right.quantity)},
        )  # fmt: skip


def _every_behind(sentence: Sentence, left: Located) -> Iterator[Claim]:
    """`18 nurses for every 10 that we train`, `91p for every £1 paid to men`: how many come on how many others."""
    right = sentence.after(left.last)
    gap = [] if right is None else sentence.gap(left, right)
    if right is None or gap[-2:] not in (["for", "every"], ["for", "each"]) or len(gap) > _EVERY:
        return
    kinds = [None if one.quantity.unit is None else one.quantity.unit.kind for one in (left, right)]
    alike = comparable(left, right) or kinds == [UnitKind.COUNT, UnitKind.COUNT]
    free = all(sentence.free(kind, one) for kind in ("comparison", "change") for one in (left, right))
    if alike and free and not left.attributive and not right.attributive:
        yield Claim(
            "comparison", "comparison.fronted", {"left": left, "right": right}, left.head,
            mentions=beside(sentence, right.first, right), values={"relation": order(left.quantity, right.quantity)},
        )  # fmt: skip


RULE = Rule("comparison.fronted", _fronted, "Compared with 40 in 2019, the clinic saw 80 patients.")
