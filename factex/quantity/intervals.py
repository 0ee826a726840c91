"""Intervals of two numbers: ranges, plus-minus, confidence intervals, bounds on both sides; ratios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.nouns import singular
from factex.numerals.arithmetic import minus, plus, product, ratio
from factex.numerals.numeral import Style
from factex.quantity.draft import Draft, UnitDraft
from factex.quantity.pairs import DASHES, merge, values_of, words_between
from factex.quantity.several import in_smaller
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from factex.lexicon.phrases import Token

# So many words may stand between a value and its confidence interval.
_FAR = 22
# So many words lie at most between "from" and the number of a peak: "from its high of".
_PEAK = 5
# So many between it and the "'s" of the time that has the number: "from the previous financial year's".
_OWNED = 8
# Behind a verb of movement two bare numbers are no range if one is so many times the other.
_SPREAD = 4
_LOWER = (Modifier.MORE_THAN, Modifier.AT_LEAST)
_UPPER = (Modifier.LESS_THAN, Modifier.AT_MOST)


def plus_minus(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`12.9 ± 0.1`: the value, with its ends."""
    gap = words_between(sentence, left, right)
    values = values_of(left, right)
    if values is None or gap not in (["±"], ["+", "/", "-"], ["+", "/", "−"], ["plus", "or", "minus"], ["+/-"]):
        return None
    value, spread = values
    if spread < 0:
        return None  # "5 ± -5" tells no ends
    points = left.unit is not None and left.unit.kind is UnitKind.PERCENT and right.last < len(sentence)
    if points and right.unit is None and sentence[right.last].lower in ("point", "points"):
        right.last, right.end = right.last + 1, sentence[right.last].end
    if left.unit is not None and right.unit is not None and right.unit.name == "percentage_point":
        right.unit = left.unit
    return merge(left, right, value=value, low=minus(value, spread), high=plus(value, spread), modifier=Modifier.EXACT)


def interval(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`12.9% (95% CI 11.8 to 14.1)`: the interval gives the ends of the value before it."""
    if right.modifier is not Modifier.RANGE or left.value is None or right.low is None or right.high is None:
        return None
    words = [token.lower for token in sentence[left.last : right.first]]
    told = any(word in ("ci", "confidence", "credible") for word in words)
    if not told or len(words) > _FAR or not right.low <= left.value <= right.high:
        return None
    if not any(word in ("(", "[", ",", ";") for word in words[:3]):  # "a 13% lower risk of stroke (95% CI 5 to 20)"
        return merge(left, right, low=right.low, high=right.high, unit=left.unit, last=left.last, end=left.end)
    noun = words[0] if left.unit is None and words[0].isalpha() and words[0] not in ("to", "with", "at") else ""
    counted = UnitDraft(noun, UnitKind.COUNT, singular(noun)) if noun else None
    opened = not {"(", "["}.isdisjoint(words)  # but "(hazard ratio 0.71, 95% CI 0.58 to 0.87)"
    closes = opened and right.last < len(sentence) and sentence[right.last].text in ")]"
    last = right.last + 1 if closes else right.last
    return merge(
        left, right, low=right.low, high=right.high, unit=left.unit or right.unit or counted, last=last,
        end=sentence[last - 1].end, number_end=left.number_end, scale=left.scale,
    )  # fmt: skip


def ratio_of(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`three to one`, `3 to 1`, `a ratio of 3:1`: a multiple."""
    values = values_of(left, right)
    between = words_between(sentence, left, right)
    if values is None or left.unit is not None or right.unit is not None:
        return None
    if between not in (["to"], ["-", "to", "-"], [":"]):
        return None
    before = sentence[left.first - 1].lower if left.first else ""
    odds = any(token.lower.startswith("outnumber") or token.lower in ("ratio", "odds") for token in sentence)
    by = left.first > 0 and sentence[left.first - 1].lower == "by"  # "outsold them by three to two"
    odds = odds or (by and any(token.lower.startswith(("outs", "exceed")) for token in sentence[: left.first]))
    if (
        (between == [":"] and not odds)
        or not (values[1] == 1 or (odds and 1 < values[1] <= 10))
        or values[0] <= values[1]
        or left.scale != 1
        or before == "from"
        or right.attributive
    ):
        return None
    words = " ".join(token.text for token in sentence[left.first : right.last])
    unit = UnitDraft(words, UnitKind.RATIO, "times")
    value = ratio(*values)
    return merge(left, right, value=value, low=value, high=value, unit=unit, style=Style.MULTIPLE)


def _same_unit(left: Draft, right: Draft) -> bool:
    if left.unit is None:
        return True
    if right.unit is None:
        return left.after_sign
    same_money = left.unit.kind is UnitKind.CURRENCY and left.after_sign and right.unit.name.startswith(left.unit.name)
    rate_behind = right.unit.name.startswith(f"{left.unit.name} / ")  # "between 8% and 11% a year"
    return left.unit.name == right.unit.name or same_money or rate_behind


def _spans(
    sentence: Sequence[Token], left: Draft, right: Draft, gap: list[str], values: tuple[Decimal, Decimal]
) -> bool:
    """Whether `or`, `to` or a dash between two numbers makes a range of them."""
    if gap == ["or"]:
        return _between_or(sentence, left, right, values)
    if gap == [","]:
        return _one_by_one(sentence, left, right, values)
    if gap in (["to"], ["through"], ["up", "to"]):
        return _between_to(sentence, left, right, values)
    if len(gap) != 1 or gap[0] not in DASHES:
        return False
    spaced = sentence[left.last].start > sentence[left.last - 1].end
    even = spaced == (sentence[left.last].end < sentence[right.first].start) or right.after_sign
    return even and (values[0] < values[1] or bool(left.unit or right.unit))


def _between_or(sentence: Sequence[Token], left: Draft, right: Draft, values: tuple[Decimal, Decimal]) -> bool:
    """`three or four`: of neighbours in size, and no list."""
    if any(token.lower == "respectively" for token in sentence[right.last :]):
        return False
    if left.first > 1 and sentence[left.first - 1].text == "," and sentence[left.first - 2].kind == "number":
        return False  # "10, 20 or 40 mg"
    beside = left.unit is None and left.last == right.first - 1
    if left.scale == 1 < right.scale and values[0] < right.scale:
        return beside and values[0] < ratio(values[1], right.scale) <= values[0] + 2  # "five or six thousand"
    return beside and values[0] < values[1] <= values[0] * 2 + 1


def _one_by_one(sentence: Sequence[Token], left: Draft, right: Draft, values: tuple[Decimal, Decimal]) -> bool:
    """`every two, three years`: two numbers in words that follow each other, and no list of more."""
    spelled = left.style is Style.WORDS and right.style is Style.WORDS and values[1] == values[0] + 1
    before, behind = sentence[max(0, left.first - 1)], next(iter(sentence[right.last :][:1]), None)
    listed = before.text in (",", "and") or (behind is not None and behind.lower in (",", "and", "or"))
    told = right.unit is not None and right.unit.kind is UnitKind.TIME
    return spelled and told and left.unit is None and not listed


def _before_owner(sentence: Sequence[Token], first: int) -> int:
    """Where a number's phrase begins, with the time that owns it: `rose from last year's £3.2m to £4m`."""
    if [token.text for token in sentence[max(0, first - 2) : first]] not in (["'", "s"], ["’", "s"]):
        return first
    behind = range(first - 3, max(-1, first - _OWNED), -1)
    return next((k + 1 for k in behind if sentence[k].lower == "from"), first)


def _between_to(sentence: Sequence[Token], left: Draft, right: Draft, values: tuple[Decimal, Decimal]) -> bool:
    """`15 to 20 percent`: not the ends of a change, nor an amount and a level."""
    cues = table("ranges")
    first = _before_owner(sentence, left.first)
    before, earlier = (sentence[k].lower if k >= 0 else "" for k in (first - 1, first - 2))
    behind = sentence[right.last : right.last + 2]
    again = len(behind) == 2 and behind[0].lower == "to" and behind[1].kind == "number"
    if before in cues["from"] and earlier not in cues["spans"] and not again:
        return False
    if before == "of" and "from" in [token.lower for token in sentence[max(0, left.first - _PEAK) : left.first]]:
        return False  # "fell from its high of $90 to $60"
    if left.unit is not None:
        moved = {before, earlier} & {*cues["moves"], *cues["verbs"]}
        return not (moved and (not left.after_sign or before in moved or earlier in cues["verbs"]))
    if values[0] >= values[1] >= 0:
        return False
    bare, far = right.unit is None, values[1] > values[0] * _SPREAD
    if before in cues["moves"] and (bare or far):
        return False  # "rose by 30 to 45", but "up 10 to 15 per cent"
    # "Initial claims fell 12,000 to 209,000"
    return not (before in cues["verbs"] and bare and far and left.scale == right.scale == 1)


def span(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`15-20%`, `between 15 and 20 percent`, `five to ten million`, `three or four`."""
    gap = words_between(sentence, left, right)
    left, right = in_smaller(left, right)
    values = values_of(left, right)
    if values is None or left.modifier is not Modifier.EXACT or right.modifier is not Modifier.EXACT or len(gap) > 2:
        return None
    if left.unit is None and right.worth != 1:
        values = (product(values[0], right.worth), values[1])
    if not _same_unit(left, right) or (left.attributive and not (right.attributive or gap == ["to"])):
        return None
    cues = table("ranges")
    first = left.first
    while first > 1 and gap[:1] == ["and"] and sentence[first - 1].lower in cues["focus"]:
        first -= 1  # "between just 45,000 and 50,000"
    before = sentence[first - 1].lower if first else ""
    if (gap[:1] == ["and"] and all(word in cues["leads"] for word in gap[1:])) or (
        gap == ["to"] and before == "between"
    ):
        if before != "between":
            return None
        first -= 1
    elif gap in (["-", "to"], ["-", "or"]) and right.attributive:
        pass  # "10- to 12-hour"
    elif gap == [","] and before in ("ci", "interval"):
        pass  # "95% CI 0.61, 0.85"
    elif not _spans(sentence, left, right, gap, values):
        return None
    low, high = values
    one_of_scale = any(token.start == right.number_start and token.lower in ("a", "an") for token in sentence)
    if (
        left.scale == 1
        and right.scale > 1
        and not one_of_scale  # "$0.50 to a dozen dollars"
        and product(low, right.scale) <= high
        and (left.unit is None or left.after_sign)
    ):
        low = product(low, right.scale)
    if low > high:
        low, high = high, low
        if left.unit is not None and left.unit.name == "percent" and gap == ["to"] and before != "between" and low > 0:
            return None  # "leads by nine points, 47% to 38%"
        if high > 0 and low > 0 and gap != ["to"] and before != "between":
            return None
        if gap == ["to"] and left.scale > 1 and right.unit is None and low * _SPREAD < high:
            return None  # "must pay $611 million to three former users"
    if low == high:
        return None
    merged = merge(left, right, value=None, low=low, high=high, modifier=Modifier.RANGE)
    merged.first, merged.start = first, sentence[first].start
    return merged


def below_zero(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`2 degrees below zero`: one temperature."""
    words = words_between(sentence, left, right)
    degrees = left.value is not None and (left.unit is None or left.unit.name.startswith("degree"))
    if not degrees or words not in (["below"], ["above"]) or right.value != 0 or right.unit is not None:
        return None
    value = left.value.copy_negate() if words == ["below"] and left.value is not None else left.value
    return merge(left, right, value=value, low=value, high=value, scale=left.scale)


def both_bounds(sentence: Sequence[Token], drafts: Sequence[Draft]) -> list[Draft]:
    """`greater than 100 and smaller than 300`: a lower and an upper bound, each with its modifier, are one range."""
    joined: list[Draft] = []
    for draft in drafts:
        left = joined[-1] if joined else None
        if left is None or not _bounds(sentence, left, draft):
            joined.append(draft)
            continue
        low, high = (left.low, draft.high) if left.low is not None else (draft.low, left.high)
        joined[-1] = merge(left, draft, value=None, low=low, high=high, modifier=Modifier.RANGE)
    return joined


def _bounds(sentence: Sequence[Token], left: Draft, right: Draft) -> bool:
    sides = (left.modifier in _LOWER and right.modifier in _UPPER) or (
        left.modifier in _UPPER and right.modifier in _LOWER
    )
    ends = sorted(number for number in (left.value, right.value) if number is not None)
    if not sides or len(ends) < 2 or not (left.unit is None or right.unit is None or left.unit.name == right.unit.name):
        return False
    between = [token.text for token in sentence[left.last : right.first] if token.end <= right.start]
    rising = (left.value == ends[0]) == (left.modifier in _LOWER)
    return rising and between in (["and"], ["but"], [","], [",", "and"], [",", "but"], ["and", "is"], ["yet"])
