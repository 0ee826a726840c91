"""Polarity: `None of the 86 passengers was hurt` says what `All 86 passengers escaped unhurt` says."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from factex.verification.knowledge import listed, stem
from factex.verification.numbers import Backing
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort
from factex.verification.weighing import weighed
from factex.verification.words import words_of

if TYPE_CHECKING:
    from factex.verification.reading import Reading
    from factex.verification.statement import Statement
    from factex.verification.words import Word

_NONE = re.compile(r"\b(?:none|not one|neither) of (?:the |its |their |his |her |those )?(?:\w+ ){0,2}$", re.IGNORECASE)
_UN = "un"
# How many letters a word has at least behind "un".
_LEAST = 4


class State(NamedTuple):
    """What is said of those who are counted.

    Attributes:
        word: The word for it: `hurt`.
        held: Whether it is said, or denied, of all of them.
        turned: Whether `none of`, `un-` or `without` tells so.
    """

    word: Word
    held: bool
    turned: bool


def same_state(claim: Statement, reading: Reading) -> tuple[Statement, bool] | None:
    """The statement of a source that says of the claim's number what it says, or its opposite, in the other polarity.

    Returns:
        The statement, and whether both say the same.
    """
    mine = _state(claim) if claim.sort is Sort.LEVEL else None
    if mine is None:
        return None
    for one in reading.statements:
        if one.sort is not Sort.LEVEL or weighed(claim, one)[0] not in (Backing.ENTAILED, Backing.EXCLUDED):
            continue
        if claim.interval is None or one.interval is None or claim.interval.value != one.interval.value:
            continue
        yours = _state(one)
        told = yours is not None and (mine.turned or yours.turned) and nearest(mine.word, (yours.word,)) >= NEAR
        if yours is not None and told and not _of_others(claim, one):
            return one, mine.held is yours.held
    return None


def _of_others(claim: Statement, evidence: Statement) -> bool:
    """Whether a name of the claim is told nowhere in the source, so that other people are meant."""
    names = [word for word in weighty(claim.reading.inside(claim.fact.sentence)) if word.name]
    return any(word.lower not in listed("none") and nearest(word, evidence.reading.words) < NEAR for word in names)


def _state(statement: Statement) -> State | None:
    """What a sentence says of all that its number counts, by `none of`, `un-` or `without`."""
    reading, sentence = statement.reading, statement.fact.sentence
    none = _NONE.search(reading.facts.text[sentence.start : statement.anchor]) is not None
    behind = [word for word in reading.inside(sentence) if word.start > statement.anchor]
    for before, word in zip([None, *behind], behind, strict=False):
        root = word.lower.removeprefix(_UN)
        negative = root != word.lower and len(root) >= _LEAST and stem(root) in _harms()
        lacking = before is not None and before.lower == "without" and word.stem in _harms()
        if negative or lacking:
            return State(words_of(root)[0] if negative else word, held=none, turned=True)
        if word.stem in _harms():
            denied = none or any(one.lower in listed("none") for one in behind if one.start < word.start)
            return State(word, held=not denied, turned=denied)
    return None


@functools.cache
def _harms() -> frozenset[str]:
    """Stems of what may or may not be done to those who are counted."""
    return frozenset(map(stem, listed("harms")))
