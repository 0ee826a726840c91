"""Signs of numbers: minus in all its characters and words, and the brackets of accounts."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER, WORD
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token
    from factex.quantity.draft import Draft

MINUS = "-−–－"
NEGATIVES = ("minus", "negative")
# How far before a bracket the word may stand that makes it one of accounts.
_REACH = 3


def sign_before(sentence: Sequence[Token], i: int) -> tuple[int, bool]:
    """A minus before token `i`, as (index where number or sign starts, whether it is negative)."""
    if not i:
        return i, False
    before = sentence[i - 1]
    if before.text in MINUS and before.end == sentence[i].start:
        opens = i == 1 or sentence[i - 2].end < before.start or sentence[i - 2].text in "([,:;=~≈<>$€£¥"
        if opens and not (
            i > 1 and sentence[i - 2].kind == NUMBER and before.text == "–" and sentence[i - 2].end == before.start
        ):
            return i - 1, True
        if i > 1 and sentence[i - 2].lower in NEGATIVES:
            return i - 2, True
    if before.lower == "minus" and i > 1 and sentence[i - 2].lower == "or":
        return i, False  # "plus or minus 3"
    if (
        before.lower in NEGATIVES
        and (sentence[i].kind in (NUMBER, WORD) or unicodedata.category(sentence[i].text[0]) == "Sc")
        and not (i > 1 and sentence[i - 2].kind == NUMBER)
    ):
        return i - 1, True
    if before.text == "+" and before.end == sentence[i].start and (i == 1 or sentence[i - 2].end < before.start):
        return i - 1, False
    return i, False


def negate(sentence: Sequence[Token], draft: Draft) -> None:
    """Makes a quantity negative."""
    draft.value, draft.low, draft.high = (
        None if number is None else number.copy_negate() for number in (draft.value, draft.high, draft.low)
    )
    draft.start = sentence[draft.first].start
    draft.end = sentence[draft.last - 1].end


def in_accounts(sentence: Sequence[Token], draft: Draft) -> None:
    """`a net loss of ($1.2m)`: a bracket behind a word of accounts is a minus; other brackets are none."""
    first, last = draft.first - 1, draft.last
    if first < 1 or last >= len(sentence) or sentence[first].text != "(" or sentence[last].text != ")":
        return
    if draft.value is None or (draft.unit is not None and draft.unit.kind is not UnitKind.CURRENCY):
        return
    before = [token.lower for token in sentence[max(0, first - _REACH) : first]]
    figure = any(token.kind == NUMBER for token in sentence[max(0, first - _REACH) : first])
    if figure or not any(word in table("currencies")["accounts"]["words"] for word in before):
        return
    draft.first, draft.last = first, last + 1
    negate(sentence, draft)


def alone_behind_minus(sentence: Sequence[Token], found: Sequence[Draft]) -> None:
    """`- 1,200,000` as a whole text: the minus may stand apart. Anywhere else it is a dash or the mark of a list."""
    if len(found) != 1 or sentence[0].text not in MINUS or sentence[0].end + 1 != sentence[1].start:
        return
    draft = found[0]
    if draft.first == 1 and draft.last == len(sentence):
        draft.first = 0
        negate(sentence, draft)
