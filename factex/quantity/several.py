"""Amounts told in several units: `5 ft 10 in`, `two hours, one minute`, `3 dollars 50 cents`."""

from __future__ import annotations

import itertools
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.sizes import group_of, whole_times
from factex.numerals.arithmetic import plus, product
from factex.numerals.numeral import Style
from factex.quantity.draft import Draft, UnitDraft
from factex.quantity.pairs import merge, values_of, words_between
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token

_LINKS: tuple[list[str], ...] = ([], ["and"], [","], [",", "and"])
# Amounts of these are told in several units: "5 ft 10 in", "2 hours 10 minutes"; others tell two things.
_TOLD_TOGETHER = frozenset(("length", "mass", "time", "calendar", "angle"))


def apart(sentence: Sequence[Token], drafts: Sequence[Draft]) -> set[int]:
    """The quantities, by their first token, of chains that can't be told exactly in one unit: `2 months, 14 days`.

    Such a chain stays in pieces: to join some of them would state amounts that the text does not.
    """
    found: set[int] = set()
    chain: list[Draft] = []
    for draft in [*drafts, None]:
        linked = (
            draft is not None
            and bool(chain)
            and draft.unit is not None
            and draft.unit.kind is UnitKind.TIME
            and draft.unit.name != chain[-1].unit.name  # type: ignore[union-attr] # a chain's members have units
            and words_between(sentence, chain[-1], draft) in _LINKS
            and not (chain[0].first and sentence[chain[0].first - 1].lower == "between")
        )
        if not linked:
            names = [one.unit.name for one in chain if one.unit is not None]
            if any(_smaller(*pair) is None for pair in itertools.pairwise(names)):
                found |= {one.first for one in chain}
            chain = []
        if draft is not None and draft.unit is not None and draft.unit.kind is UnitKind.TIME:
            chain.append(draft)
    return found


def _smaller(unit: str, other: str) -> Decimal | None:
    """How many of a smaller unit make up the one told before it, in a single amount."""
    return whole_times(unit, other) if group_of(unit) in _TOLD_TOGETHER else None


def in_smaller(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """Two quantities, the one of the larger unit told in the other's where that is exact: `30 minutes to two hours`."""
    if left.unit is None or right.unit is None:
        return left, right
    times, back = (whole_times(*names) for names in itertools.permutations((left.unit.name, right.unit.name)))
    if times is not None:
        return replace(left, value=_times(left.value, times), unit=replace(right.unit, text=left.unit.text)), right
    if back is not None:
        return left, replace(right, value=_times(right.value, back), unit=replace(left.unit, text=right.unit.text))
    return left, right


def _times(value: Decimal | None, times: Decimal) -> Decimal | None:
    return None if value is None else product(value, times)


def several_units(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`5 ft 10 in`, `two hours, one minute`, `3 dollars 50 cents`: one amount, told in its smallest unit."""
    gap = words_between(sentence, left, right)
    if gap not in _LINKS or left.unit is None or left.modifier is not Modifier.EXACT:
        return None
    if gap == ["and"] and left.first and sentence[left.first - 1].lower == "between":
        return None  # "between a week and 10 days"
    values = values_of(left, right)
    if values is None:
        return None
    unit_text = f"{left.unit.text} {right.unit.text if right.unit else ''}".strip()
    follows = sentence[right.last].lower if right.last < len(sentence) else ""
    compared = gap == [","] and follows in table("ranges")["degrees"]  # "71.4 metres, 18 centimetres short of it"
    if left.unit.kind is UnitKind.CURRENCY and right.unit is not None and _is_minor(right):
        if _is_minor(left) or values[0] != values[0].to_integral_value() or compared:
            return None  # "33p, 4p less", "$11.20, 80 cents"
        value = plus(*values)
        unit = UnitDraft(unit_text, UnitKind.CURRENCY, left.unit.name, left.unit.dimension)
        return merge(left, right, value=value, low=value, high=value, unit=unit)
    if right.unit is None and left.unit.kind is UnitKind.CURRENCY and not left.after_sign and gap == []:
        if any(value != value.to_integral_value() for value in values) or not 0 < values[1] < 100:
            return None
        value = plus(values[0], product(values[1], Decimal("0.01")))  # "20 rupees 43"
        return merge(left, right, value=value, low=value, high=value)
    if _minutes(sentence, left, right):
        right.unit = UnitDraft(left.unit.text, UnitKind.TIME, "minute", (("time", 1),))
        unit_text = left.unit.text
    if right.unit is None and left.unit.name == "foot" and _bare_inches(sentence, left, right):
        right.unit = UnitDraft(left.unit.text, UnitKind.PHYSICAL, "inch", (("length", 1),))
        unit_text = left.unit.text
    if right.unit is None:
        inches = (
            left.unit.name == "foot"
            and gap == []
            and right.last < len(sentence)
            and sentence[right.last].text in ("in", '"', "”", "″")
        )
        if not inches:
            return None
        right.last, right.end = right.last + 1, sentence[right.last].end
        right.unit = UnitDraft(sentence[right.last - 1].text, UnitKind.PHYSICAL, "inch", (("length", 1),))
        unit_text = f"{left.unit.text} {right.unit.text}"
    if left.unit.name == "degree" and right.unit.name == "minute":
        right.unit = UnitDraft(right.unit.text, UnitKind.PHYSICAL, "arcminute")
    if left.unit.name == "hour" and right.unit.text == "m":
        right.unit = UnitDraft("m", UnitKind.TIME, "minute", (("time", 1),))
    times = _smaller(left.unit.name, right.unit.name)
    if times is None or not 0 <= values[1] < times * 3 or left.modifier is not Modifier.EXACT:
        return None
    if values[0] != values[0].to_integral_value() or compared:
        return None
    value = plus(product(values[0], times), values[1])
    unit = UnitDraft(unit_text, right.unit.kind, right.unit.name, right.unit.dimension)
    return merge(left, right, value=value, low=value, high=value, unit=unit)


def _minutes(sentence: Sequence[Token], left: Draft, right: Draft) -> bool:
    """`1 hour thirty`, `1h30`: minutes without their name."""
    if left.unit is None or left.unit.name != "hour" or right.unit is not None or right.value is None:
        return False
    glued = left.end == right.start and right.last - right.first == 1 and len(sentence[right.first].text) == 2
    ends = right.last == len(sentence) or sentence[right.last].text in ".,;:)"
    spoken = right.style is Style.WORDS and right.value >= 10 and ends
    return (glued or spoken) and right.value < 60 and words_between(sentence, left, right) == []


def _bare_inches(sentence: Sequence[Token], left: Draft, right: Draft) -> bool:
    """`6 ft 3`: inches without their name, at the end of a phrase."""
    behind = sentence[right.last] if right.last < len(sentence) else None
    ends = behind is None or behind.text in ".,;:)" or behind.lower in ("tall", "and", "or")
    small = right.value is not None and right.value < 12 and right.value == right.value.to_integral_value()
    return small and ends and words_between(sentence, left, right) == []


def _is_minor(right: Draft) -> bool:
    return right.unit is not None and right.unit.kind is UnitKind.CURRENCY and right.open_currency == "cent"
