"""Absence: sentences of a source that say that there was none of something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.sentences.splitter import split
from factex.verification.knowledge import has_phrase, listed
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

_NOT_ONE = re.compile(r"\b(?:without|not) (?:a|one) single ", re.IGNORECASE)


def none_told(claim: Statement, reading: Reading) -> str | None:
    """The sentence of the source that says that there was none of what the claim counts; None where none does."""
    if claim.sort is not Sort.LEVEL or claim.interval is None or not claim.interval.low or claim.interval.low <= 0:
        return None
    if any(word.lower in listed("unharmed") for word in reading.words):
        unhurt = _all_unharmed(claim, reading)
        if unhurt is not None:
            return unhurt
    if not any(word.lower in listed("none") for word in reading.words):
        return _without_one(claim, reading)
    said = claim.reading.inside(claim.fact.sentence)
    if any(word.lower in listed("none") for word in said):
        return None
    unharmed = any(word.lower in listed("unharmed") for word in said)
    wanted = [word for word in weighty((*claim.measure, *claim.around)) if not word.generic and not word.name]
    for start, end in split(reading.facts.text):
        sentence = reading.facts.text[start:end]
        if has_phrase(sentence, "elsewhere"):
            continue
        words = reading.stretch(start, end)
        for i, word in enumerate(words):
            if word.lower not in listed("none") or (i and words[i - 1].lower in listed("relative")):
                continue
            if any(one.name and nearest(one, said) < NEAR for one in words[i + 1 : i + 5]):
                continue  # "It has no plans for Slovakia", where the claim tells of Poland
            if i + 1 < len(words) and words[i + 1].lower in listed("besides"):
                continue  # "and no other animals"
            if i + 1 < len(words) and words[i + 1].lower == "of" and claim.deeds:
                told = any(nearest(one, words) >= NEAR for one in claim.deeds)
                if not told:
                    continue  # "None of the 64 went ahead": it says nothing against "All 64 were scrapped"
            if unharmed and any(one.lower in listed("harms") for one in words[i + 1 :]):
                continue  # "came ashore unhurt", "none of them was injured"
            behind = [one for one in words[i + 1 : i + 4] if not one.light][: 1 if word.lower == "no" else 2]
            if any(nearest(one, behind) >= 0.8 for one in wanted):
                return sentence.strip()
    return _without_one(claim, reading)


def _all_unharmed(claim: Statement, reading: Reading) -> str | None:
    """The sentence that says that all came away unhurt, where the claim tells how many were hurt."""
    if claim.fact.negated or not any(word.lower in listed("harmed") for word in (*claim.verb, *claim.zone)):
        return None
    for start, end in split(reading.facts.text):
        words = {word.lower for word in reading.stretch(start, end)}
        if words & listed("unharmed") and words & listed("everyone") and not words & listed("harmed"):
            return reading.facts.text[start:end].strip()
    return None


def _without_one(claim: Statement, reading: Reading) -> str | None:
    """The sentence that says that there was not even one of what the claim counts: `closed without a single bid`."""
    if _NOT_ONE.search(reading.facts.text) is None:
        return None
    for start, end in split(reading.facts.text):
        match = _NOT_ONE.search(reading.facts.text, start, end)
        behind = [] if match is None else reading.stretch(match.end(), end)[:2]
        if any(nearest(word, behind) >= NEAR for word in weighty((*claim.measure, *claim.deeds)) if not word.generic):
            return reading.facts.text[start:end].strip()
    return None
