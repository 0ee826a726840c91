"""Contests: margins, scores and votes that tell how far somebody leads: `by a margin of 21,000 votes`, `52% to 48%`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim
from factex.claims.movement import preposition
from factex.claims.sentence import comparable, is_proportion, order
from factex.claims.sides import Mentions, side_at
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


def by_much(sentence: Sentence, located: Located) -> bool:
    """Whether `by` leads to a number, or to its margin: `beat her by a margin of 21,000 votes`."""
    k = located.first - 1
    margin = sentence.word(k) == "of" and sentence.tree.lemma(k - 1) in table("comparison")["contests"]["margin"]
    first = sentence.tree.noun_phrase(k - 1, sentence.stop)[0] if margin else k
    first -= int(sentence.word(first - 1) in ("a", "an", "the"))
    return preposition(sentence, located) == "by" or (margin and sentence.word(first - 1) == "by")


def score(sentence: Sentence, left: Located) -> dict[str, Located]:
    """The shares or votes of two rivals, told together: `47% to 38%`, `11,906 votes to 11,871`."""
    right = sentence.after(left.last)
    unit = left.quantity.unit
    voted = unit is not None and unit.name in table("comparison")["contests"]["told"]
    alike = right is not None and (
        (is_proportion(left) and is_proportion(right)) or (voted and comparable(left, right))
    )
    told = right is not None and sentence.gap(left, right) == ["to"] and alike
    return {"left": left, "right": right} if told and right is not None else {}


def is_margin(located: Located) -> bool:
    """Whether a number is one by which something is lost: `by 312 votes`, `by three points`."""
    unit = located.quantity.unit
    return unit is not None and unit.name in table("comparison")["contests"]["margins"]


def by_vote(sentence: Sentence, roles: dict[str, Located]) -> Iterator[Claim]:
    """`rejected the plan by 61.3 percent to 38.7 percent`: the shares of both sides of a vote."""
    verb = sentence.verb_before(roles["left"].first) if roles else None
    deciding = table("comparison")["contests"]["deciding"]
    if verb is None or sentence.word(roles["left"].first - 1) != "by" or sentence.tree.lemma(verb.i) not in deciding:
        return
    mentions = _preferred(sentence, verb, roles["left"].first)
    yield Claim(
        "comparison", "comparison.verb", roles, roles["left"].head, predicate=verb.i, mentions=mentions,
        values={"relation": order(roles["left"].quantity, roles["right"].quantity)},
    )  # fmt: skip


def _preferred(sentence: Sentence, verb: Word, end: int) -> Mentions:
    """Both sides of a choice before word `end`: `preferred the challenger to the mayor by 48% to 35%`."""
    prepositions = table("comparison")["contests"]["preferring"].get(sentence.tree.lemma(verb.i), ())
    chosen = sentence.tree.child(verb.i, "dobj")
    behind = range(end if chosen is None else chosen.i, end)
    over = next((k for k in behind if sentence.word(k) in prepositions), None)
    mentions = {} if over is None else side_at(sentence, over + 1)
    if chosen is not None and mentions:
        mentions["left"] = sentence.tree.noun_phrase(chosen.i, sentence.stop)
    return mentions
