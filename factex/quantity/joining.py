"""Joins neighbouring quantities into one, and drops the sides of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import WORD
from factex.quantity.intervals import below_zero, interval, plus_minus, ratio_of, span
from factex.quantity.lists import hand_back
from factex.quantity.pairs import DASHES
from factex.quantity.several import apart, several_units
from factex.records import Modifier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token
    from factex.quantity.draft import Draft

# In the order of trial; each takes the sentence and two neighbours, and gives the quantity that they make, or None.
_JOINS = (several_units, plus_minus, interval, below_zero, ratio_of, span)


def join(sentence: Sequence[Token], drafts: Sequence[Draft]) -> list[Draft]:
    """The quantities of a sentence with those joined that the text tells as one."""
    joined: list[Draft] = []
    kept_apart = apart(sentence, drafts)
    for draft in drafts:
        while joined and not (draft.first in kept_apart and joined[-1].first in kept_apart):
            left = joined[-1]
            if left.last == draft.first and left.unit is None is draft.unit:
                break  # nothing stands between two bare numbers that could join them
            one = next(filter(None, (rule(sentence, left, draft) for rule in _JOINS)), None)
            if one is None:
                break
            joined.pop()
            draft = one  # noqa: PLW2901 - the joined quantity may join the one before it
        joined.append(draft)
    kept = [draft for draft in joined if not _tally(sentence, draft, joined)]
    hand_back(sentence, kept)
    return kept


def _tally(sentence: Sequence[Token], draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a number is one side of a score such as `3-2`, or of a bare `2-4` that nothing is counted in."""
    for first, last in ((draft.first - 2, draft.first), (draft.last, draft.last + 2)):
        if first < 0 or last > len(sentence):
            continue
        pair = sentence[first:last]
        dash, number = (pair[1], pair[0]) if last == draft.first else (pair[0], pair[1])
        glued = dash.text in DASHES and pair[0].end == pair[1].start
        if glued and number.kind == "number" and draft.unit is None and draft.modifier is Modifier.EXACT:
            return True
    if draft.modifier is Modifier.RANGE and draft.unit is None and draft.end - draft.start <= 5:
        dashed = any(token.text in DASHES for token in sentence[draft.first : draft.last])
        follows = sentence[draft.last] if draft.last < len(sentence) else None
        if draft.first and sentence[draft.first - 1].lower in table("ages")["before"]:
            return False  # "aged 5-11"
        counted = follows is not None and (follows.kind == WORD or follows.text in ("-", "%", ")", "+"))
        return (
            dashed
            and not counted
            and len(drafts) > 0
            and not (draft.first == 0 or sentence[draft.first - 1].text in "=~≈")
        )
    return False
