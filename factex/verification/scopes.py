"""The words about a statement of a source, by how near they stand to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.verification.knowledge import knowledge
from factex.verification.words import Word, nearness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factex.verification.statement import Statement


# How much a word found there says that the same thing is meant: in the statement's own slots or sentence, in a slot of
# another fact of that sentence, earlier in the text, later in the text.
OWN, SENTENCE, OTHER, EARLIER, LATER = 1.0, 0.75, 0.35, 0.7, 0.2


NEAR = 0.75


class Scopes:
    """The words about a statement, by how near they stand to it."""

    def __init__(self, evidence: Statement) -> None:
        kept = {word.start for word in evidence.own}
        self.own = (*evidence.own, *(word for word in evidence.near if word.start not in kept))
        self.sentence = (*evidence.around, *evidence.inherited)
        self.others = evidence.others
        self.earlier = evidence.reading.before(evidence.fact.sentence)
        self.later = evidence.reading.behind(evidence.fact.sentence)
        self._weighed = (
            (self.own, OWN),
            (self.sentence, SENTENCE),
            (self.others, OTHER),
            (self.earlier, EARLIER),
            (self.later, LATER),
        )
        self._levels: dict[Word, float] = {}

    def level(self, word: Word) -> float:
        """How far a word of a claim is found about the statement."""
        best = self._levels.get(word)
        if best is None:
            best = 0.0
            for words, weight in self._weighed:
                if best >= weight:
                    break
                best = max(best, weight * nearest(word, words))
            self._levels[word] = best
        return best


def nearest(word: Word, words: Iterable[Word]) -> float:
    """How near the nearest of some words is."""
    best, stem = 0.0, word.stem
    keys, related, opening = word.keys, word.related, word.opening
    for other in words:
        if other.stem == stem:
            return 1.0
        if (  # most words have nothing in common
            other.opening == opening
            or other.stem in related
            or stem in other.related
            or (keys and not keys.isdisjoint(other.keys))
        ):
            best = max(best, nearness(word, other))
    return best


def weighty(words: Iterable[Word]) -> list[Word]:
    """The words that tell which thing is meant, each stem once."""
    return list({word.stem: word for word in words if not word.light}.values())


def telling(words: Iterable[Word]) -> list[Word]:
    """As `weighty`, and the words that only tell two of a kind apart: `the old one`."""
    contrasts = knowledge().contrasts
    return list({word.stem: word for word in words if not word.light or word.stem in contrasts}.values())


def shown(words: Sequence[Word]) -> str:
    """Words as they are told in a reason."""
    return repr(" ".join(word.lower for word in words))
