"""`Ghana and Togo sent 84 and 31 observers respectively`: which of several things each number is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.sentence import comparable
from factex.lexicon.nouns import is_property

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_LINKS = frozenset((",", "and", "or", "by", "to", "from", "in"))


def respective_to(sentence: Sentence, located: Located) -> int | None:
    """The head of the thing that a number is told of by `respectively`; None where the sentence does not say so."""
    end = next((word.i for word in sentence.tree.words if word.lower == "respectively"), None)
    if end is None:
        return None
    run = _run(sentence, located, end)
    things = _things(sentence, run[0].first) if len(run) > 1 else []
    place = next((k for k, one in enumerate(run) if one.first == located.first), 0)
    return things[place] if len(things) == len(run) > 1 else None


def _run(sentence: Sentence, located: Located, end: int) -> list[Located]:
    """The quantities that are listed with one, in order."""
    listed = [one for one in sentence.quantities if one.last <= end]
    runs: list[list[Located]] = []
    for one in listed:
        if runs and comparable(runs[-1][-1], one) and set(sentence.gap(runs[-1][-1], one)) <= _LINKS:
            runs[-1].append(one)
        else:
            runs.append([one])
    return next((run for run in runs if any(one.first == located.first for one in run)), [])


def _things(sentence: Sentence, before: int) -> list[int]:
    """The heads of the last coordination before a word: joined subjects, or joined nouns that a subject is of."""
    tree = sentence.tree
    for word in reversed(tree.words[:before]):
        if not word.is_noun or word.dep == "conj" or word.i in sentence.stop or is_property(tree.lemma(word.i)):
            continue
        found, joined = [word.i], tree.child(word.i, "conj")
        while joined is not None and joined.is_noun and joined.i < before:
            found.append(joined.i)
            joined = tree.child(joined.i, "conj")
        if len(found) > 1:
            return found
    return []
