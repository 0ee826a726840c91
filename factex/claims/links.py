"""Words that hold two numbers against each other: `compared with`, `versus`, `against`."""

from __future__ import annotations

from factex.lexicon.files import per_lexicon, table


@per_lexicon
def _links() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in table("comparison")["links"]["phrases"])


def link(words: list[str]) -> int | None:
    """The last linking phrase among some words, as the index behind it; None where there is none."""
    for i in reversed(range(len(words))):
        for end in range(min(i + 3, len(words)), i, -1):
            if tuple(words[i:end]) in _links():
                return end
    return None
