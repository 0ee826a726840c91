"""Units and scales handed over lists and over from–to: `3, 5 and 7 percent`, `from $1.2 to $1.5 billion`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.numerals.arithmetic import product
from factex.quantity.pairs import words_between
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token
    from factex.quantity.draft import Draft

_MILLION = Decimal(10) ** 6


def hand_back(sentence: Sequence[Token], drafts: Sequence[Draft]) -> None:
    """Hands a unit back over a list or a from–to: `3, 5 and 7 percent`, `from 4.8 to 4.7 percent`."""
    _millions(drafts)
    leads = table("ranges")["leads"]
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=False):
        if left.after_sign and right.after_sign and words_between(sentence, left, right)[:1] == ["to"]:
            _scale_from_to(sentence, left, right)
        if (
            left.unit is not None
            or right.unit is None
            or (right.unit.kind is UnitKind.RATIO and right.unit.name != "times")
            or left.attributive
        ):
            continue
        gap = words_between(sentence, left, right)
        listed = gap in ([","], ["and"], ["or"], [",", "and"], [",", "or"], ["to"], ["/"], ["x"], ["×"], ["by"])
        led = gap[:1] == ["to"] and all(word in leads for word in gap[1:])
        if not (listed or led) or right.attributive:
            continue
        if gap == [","] and left.modifier is not Modifier.EXACT and left.modifier is not right.modifier:
            continue  # "women over 60, 18 percent of whom"
        if right.unit.kind is UnitKind.PERCENT and gap == [","] and not _goes_on(sentence, drafts, right):
            continue  # "277 million, 16.5% more than in 2023", "Among women under 30, 70 percent"
        if right.unit.kind is UnitKind.PERCENT and gap == [",", "or"]:
            continue  # "289, or 12.5 percent"
        multiple = right.unit.name == "times" and gap in ([","], ["by"])  # "hold 81,400, 2.5 times as many as in 2005"
        if (right.after_sign and not led) or multiple:
            continue
        if right.unit.kind == UnitKind.COMPOUND and gap != ["to"] and "/" in right.unit.name and not led:
            continue
        left.take_unit(right)
        if right.scale > 1 and left.scale == 1 and left.value is not None and right.value is not None and listed:
            scaled = product(left.value, right.scale)
            if scaled <= right.value * 10 and left.value < 1000:
                left.value, left.low, left.high, left.scale = scaled, scaled, scaled, right.scale


def _goes_on(sentence: Sequence[Token], drafts: Sequence[Draft], draft: Draft) -> bool:
    """Whether another number of a list follows."""
    following = next((one for one in drafts if one.first >= draft.last), None)
    return following is not None and words_between(sentence, draft, following) in ([","], ["and"], ["or"], [",", "and"])


def _scale_from_to(sentence: Sequence[Token], left: Draft, right: Draft) -> None:
    """`from $1.2 to $1.5 billion`: a scale told once for both ends."""
    led = left.first > 0 and sentence[left.first - 1].lower == "from"
    if not led or left.scale != 1 or right.scale == 1 or left.value is None or right.value is None:
        return
    scaled = product(left.value, right.scale)
    if right.value / 100 <= scaled <= right.value * 100 and left.value < 1000:
        left.value = left.low = left.high = scaled


def _millions(drafts: Sequence[Draft]) -> None:
    """`sales were £9m and profits 4.1m`: a glued `m` beside an amount in millions of money is no metre."""
    money = next((d for d in drafts if d.after_sign and d.unit is not None and d.scale == _MILLION), None)
    if money is None:
        return
    for draft in drafts:
        glued = draft.unit is not None and draft.unit.text == "m" and draft.number_end == draft.end - 1
        if glued and not draft.attributive and draft.value is not None:
            draft.value, draft.low, draft.high = (
                None if number is None else product(number, _MILLION) for number in (draft.value, draft.low, draft.high)
            )
            draft.unit, draft.scale, draft.open_currency = money.unit, _MILLION, money.open_currency
