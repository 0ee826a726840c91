"""Words of a claim that the source has only for something else: another clause, number or side."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.verification.knowledge import listed, phrases
from factex.verification.reckoning import of_one_sort
from factex.verification.scopes import LATER, NEAR, Scopes, nearest, shown, weighty

if TYPE_CHECKING:
    from factex.verification.statement import Statement
    from factex.verification.words import Word

_OWNER = re.compile(r"[’']s? $")
_LED = re.compile(r"\b(?:from|by|among|to|for|with|at) (?:its |the |their |some |about |nearly |over )*$")


def elsewhere(claim: Statement, evidence: Statement, scopes: Scopes) -> str:
    """A word of the claim that the source has only behind the statement, where it speaks of something else."""
    source = claim.reading.mention(claim.fact.source)
    told = evidence.reading.inside(*(fact.sentence for fact in evidence.more))
    heads = _heads_of_known(claim, scopes)
    for word in weighty(claim.near):
        if (
            word.generic
            or _names_the_change(word, claim)
            or word in source
            or word.start in heads
            or max(scopes.level(word), nearest(word, told)) > LATER
        ):
            continue
        if any(word.stem == other.stem for other in scopes.later):
            return f"the source speaks of {word.lower!r} elsewhere"
    return ""


def _names_the_change(word: Word, claim: Statement) -> bool:
    """Whether a word only tells that the number is the one before a change or behind it: `Before the rise, it cost`."""
    nouns = table("change")["nouns"].values()
    text = claim.reading.facts.text
    led = phrases("around_change").search(text, claim.fact.sentence.start, word.start)
    return led is not None and led.end() + 1 == word.start and any(word.lower in some for some in nouns)


def _heads_of_known(claim: Statement, scopes: Scopes) -> set[int]:
    """Where words of the claim stand whose modifier the source has: the trees of `almond trees`, for `orchards`."""
    pairs = itertools.pairwise(claim.reading.inside(claim.fact.sentence))
    return {
        word.start
        for modifier, word in pairs
        if word.start == modifier.end + 1
        and not modifier.light
        and _OWNER.search(claim.reading.facts.text, modifier.start, word.start) is None
        and scopes.level(modifier) >= NEAR
        and word.lower not in listed("manners")
    }


def rival(claim: Statement, evidence: Statement) -> str:
    """A word of the claim that another clause of the sentence has, where the statement's own has another instead."""
    if evidence.more:
        return ""
    said = (*claim.own, *claim.around)
    own = (*evidence.own, *evidence.near, *evidence.reading.inside(evidence.quantity))
    strange = [
        word for word in weighty(evidence.near)
        if not word.generic and word not in evidence.verb and nearest(word, said) < NEAR and not _tells_order(word)
    ]  # fmt: skip
    if not strange:
        return ""
    inside = evidence.reading.inside(evidence.fact.sentence)
    told = evidence.reading.of(evidence.fact.sentence)
    speakers = {word.start for word in evidence.reading.inside(*(fact.source for fact in told))}
    others = [word for word in inside if word.start not in speakers | {one.start for one in own}]
    behind = {
        word.start: before.lower for before, word in itertools.pairwise(claim.reading.inside(claim.fact.sentence))
    }
    named = any(word.name for word in strange)
    times = {word.start for word in claim.reading.inside(claim.when)}
    for word in weighty(claim.around):
        if _dates(word):
            continue  # told apart by their times
        whereabouts = word.lower in listed("whereabouts") and not named
        led = word.name or behind.get(word.start) in listed("leading")
        if (word.name is not named or not led) and not whereabouts:
            continue
        if word.generic or word in claim.verb or word.start in times or nearest(word, own) >= NEAR:
            continue
        if any(word.stem == other.stem or (word.name and nearest(word, (other,)) >= 0.95) for other in others):
            return f"the source says so of {shown(strange)}, not of {word.lower!r}"
    return ""


def _dates(word: Word) -> bool:
    return word.lower in table("times")["months"] or word.lower in table("times")["weekdays"]


def other_side(claim: Statement, evidence: Statement) -> str:
    """Whether the claim gives to a property what the source holds against it: `at $17, 50% above the offer price`."""
    right, left = evidence.slot("right"), evidence.slot("left")
    against = () if right is None else evidence.reading.inside(right.subject)
    wanted = [word for word in claim.reading.inside(claim.fact.measure) if not word.light]
    if evidence.sum or evidence.role != "left" or not against or not wanted or left is None:
        return ""
    told = all(nearest(word, against) >= NEAR for word in wanted)
    own = (*evidence.subject, *evidence.measure)
    strange = any(nearest(word, own) < NEAR for word in wanted)
    return f"the source only holds it against {shown(list(against))}" if told and strange else ""


def _tells_order(word: Word) -> bool:
    """Whether a word is a comparative, which names nothing: `18 percent fewer`."""
    return word.lower in table("comparison")["degrees"]


def beside(claim: Statement, evidence: Statement) -> str:
    """A noun of the claim that the sentence has only beside another number, where the statement has one instead.

    `The firm owes banks 310 million and suppliers 45 million` gives no 310 million to the suppliers.
    """
    if evidence.sum:
        return ""
    told = (*claim.own, *claim.around)
    own = (*evidence.zone, *evidence.subject, *evidence.measure)
    passed = {word.start for word in evidence.reading.inside(evidence.when, evidence.quantity)}
    strange = [
        word for word in weighty(evidence.zone)
        if nearest(word, told) < NEAR and word not in evidence.verb and not (word.start in passed or _dates(word))
        and word.lower not in listed("pronouns")
    ]  # fmt: skip
    if not strange:
        return ""
    siblings = [
        one for one in evidence.reading.statements
        if one.beside(evidence) and one.sort is evidence.sort and one.anchor != evidence.anchor
        and one.fact is not evidence.fact and of_one_sort(evidence, one)
    ]  # fmt: skip
    numbers = {word.start for word in claim.reading.inside(*claim.fact.quantities())}
    for word in weighty(claim.subject if claim.aged else claim.zone):  # an age goes with whom it is told of
        pronoun = word.lower in listed("pronouns")
        if word.name or pronoun or word in claim.verb or word.start in numbers or nearest(word, own) >= NEAR:
            continue
        if any(word.stem == other.stem for one in siblings for other in one.zone if other.start > evidence.anchor):
            return f"the source says so of {shown(strange)}, not of {word.lower!r}"
    return ""


def through(claim: Statement, evidence: Statement) -> str:
    """Whether the claim has as a possession what the source only speaks of: `had answers back from 5,300 members`."""
    if (
        evidence.sum
        or evidence.role in ("start", "end")
        or claim.fact.predicate not in ("have", "own", "possess")
        or claim.fact.predicate != evidence.fact.predicate
    ):
        return ""
    said, told = (_LED.search(item.reading.facts.text[: item.anchor]) is not None for item in (claim, evidence))
    return "the source does not say that it has them" if told and not said else ""
