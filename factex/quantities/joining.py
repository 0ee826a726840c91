"""Joins neighbouring quantities into one: ranges, plus-minus, confidence intervals, amounts told in several units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import WORD
from factex.numerals.arithmetic import minus, plus, product, ratio
from factex.numerals.numeral import Style
from factex.quantities.draft import Draft, UnitDraft
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token

_DASHES = ("-", "–", "—", "‐", "‑", "−", "~")
_AGES = ("aged", "ages", "age", "between")


def join(sentence: Sequence[Token], drafts: Sequence[Draft]) -> list[Draft]:
    """The quantities of a sentence with those joined that the text tells as one."""
    joined: list[Draft] = []
    for draft in drafts:
        while joined:
            left = joined[-1]
            one = (
                _several_units(sentence, left, draft)
                or _plus_minus(sentence, left, draft)
                or _interval(sentence, left, draft)
                or _ratio(sentence, left, draft)
                or _range(sentence, left, draft)
            )
            if one is None:
                break
            joined.pop()
            draft = one  # noqa: PLW2901 - the joined quantity may join the one before it
        joined.append(draft)
    kept = [draft for draft in joined if not _tally(sentence, draft, joined)]
    _share_scale(sentence, kept)
    return kept


def _gap(sentence: Sequence[Token], left: Draft, right: Draft) -> list[str]:
    return [token.lower for token in sentence[left.last : right.first]]


def _values(left: Draft, right: Draft) -> tuple[Decimal, Decimal] | None:
    if left.value is None or right.value is None:
        return None
    return left.value, right.value


def _merged(left: Draft, right: Draft, **changes: object) -> Draft:
    merged = Draft(
        start=left.start,
        end=right.end,
        first=left.first,
        last=right.last,
        value=left.value,
        low=left.low,
        high=left.high,
        modifier=left.modifier,
        unit=right.unit or left.unit,
        style=left.style,
        scale=right.scale,
        number_start=left.number_start,
        number_end=right.number_end,
        attributive=right.attributive,
        after_sign=left.after_sign,
        open_currency=right.open_currency or left.open_currency,
    )
    for name, value in changes.items():
        setattr(merged, name, value)
    return merged


# -- several units ---------------------------------------------------------------------------------------------------

_SMALLER = {
    ("foot", "inch"): 12, ("yard", "foot"): 3, ("mile", "yard"): 1760, ("mile", "foot"): 5280,
    ("pound", "ounce"): 16, ("stone", "pound"): 14, ("meter", "centimeter"): 100, ("kilometer", "meter"): 1000,
    ("kilogram", "gram"): 1000, ("metric_ton", "kilogram"): 1000,
    ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
    ("hour", "second"): 3600, ("day", "minute"): 1440,
}  # fmt: skip


def _several_units(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`5 ft 10 in`, `two hours, one minute`, `3 dollars 50 cents`: one amount, told in its smallest unit."""
    gap = _gap(sentence, left, right)
    if gap not in ([], ["and"], [","], [",", "and"]) or left.unit is None or left.modifier is not Modifier.EXACT:
        return None
    values = _values(left, right)
    if values is None:
        return None
    unit_text = f"{left.unit.text} {right.unit.text if right.unit else ''}".strip()
    if left.unit.kind is UnitKind.CURRENCY and right.unit is not None and _is_minor(right):
        value = plus(*values)
        unit = UnitDraft(unit_text, UnitKind.CURRENCY, left.unit.name, left.unit.dimension)
        return _merged(left, right, value=value, low=value, high=value, unit=unit)
    if right.unit is None and left.unit.kind is UnitKind.CURRENCY and not left.after_sign and gap == []:
        if not (values[1] == values[1].to_integral_value() and 0 < values[1] < 100):
            return None
        value = plus(values[0], product(values[1], Decimal("0.01")))  # "20 rupees 43"
        return _merged(left, right, value=value, low=value, high=value)
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
    if left.unit.name == "hour" and right.unit.text == "m":
        right.unit = UnitDraft("m", UnitKind.TIME, "minute", (("time", 1),))
    times = _SMALLER.get((left.unit.name, right.unit.name))
    if times is None or not 0 <= values[1] < times * 3 or left.modifier is not Modifier.EXACT:
        return None
    value = plus(product(values[0], Decimal(times)), values[1])
    unit = UnitDraft(unit_text, right.unit.kind, right.unit.name, right.unit.dimension)
    return _merged(left, right, value=value, low=value, high=value, unit=unit)


def _is_minor(right: Draft) -> bool:
    return right.unit is not None and right.unit.kind is UnitKind.CURRENCY and right.open_currency == "cent"


# -- intervals -------------------------------------------------------------------------------------------------------


def _plus_minus(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`12.9 ± 0.1`: the value, with its ends."""
    gap = _gap(sentence, left, right)
    values = _values(left, right)
    if values is None or gap not in (["±"], ["+", "/", "-"], ["+", "/", "−"], ["plus", "or", "minus"], ["+/-"]):
        return None
    value, spread = values
    return _merged(
        left, right, value=value, low=minus(value, spread), high=plus(value, spread), modifier=Modifier.EXACT
    )


def _interval(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`12.9% (95% CI 11.8 to 14.1)`: the interval gives the ends of the value before it."""
    if right.modifier is not Modifier.RANGE or left.value is None or right.low is None or right.high is None:
        return None
    words = [token.lower for token in sentence[left.last : right.first]]
    if (
        not words
        or words[0] not in ("(", "[", ",", ";")
        or not any(word in ("ci", "confidence", "credible") for word in words)
    ):
        return None
    if not right.low <= left.value <= right.high:
        return None
    closes = right.last < len(sentence) and sentence[right.last].text in ")]"
    last = right.last + 1 if closes else right.last
    return _merged(
        left, right, low=right.low, high=right.high, unit=left.unit or right.unit, last=last,
        end=sentence[last - 1].end, number_end=left.number_end, scale=left.scale,
    )  # fmt: skip


def _ratio(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`three to one`, `3 to 1`: a multiple."""
    values = _values(left, right)
    if values is None or left.unit is not None or right.unit is not None or _gap(sentence, left, right) != ["to"]:
        return None
    before = sentence[left.first - 1].lower if left.first else ""
    odds = any(token.lower.startswith("outnumber") or token.lower in ("ratio", "odds") for token in sentence)
    if (
        not (values[1] == 1 or (odds and 1 < values[1] <= 10))
        or values[0] <= values[1]
        or left.scale != 1
        or before == "from"
        or right.attributive
    ):
        return None
    words = " ".join(token.text for token in sentence[left.first : right.last])
    unit = UnitDraft(words, UnitKind.RATIO, "times")
    value = ratio(*values)
    return _merged(left, right, value=value, low=value, high=value, unit=unit, style=Style.MULTIPLE)


def _same_unit(left: Draft, right: Draft) -> bool:
    if left.unit is None:
        return True
    if right.unit is None:
        return left.after_sign
    same_money = left.unit.kind is UnitKind.CURRENCY and left.after_sign and right.unit.name.startswith(left.unit.name)
    return left.unit.name == right.unit.name or same_money


def _range(sentence: Sequence[Token], left: Draft, right: Draft) -> Draft | None:
    """`15-20%`, `between 15 and 20 percent`, `five to ten million`, `three or four`."""
    gap = _gap(sentence, left, right)
    values = _values(left, right)
    if values is None or left.modifier is not Modifier.EXACT or right.modifier is not Modifier.EXACT or len(gap) > 2:
        return None
    if not _same_unit(left, right) or (left.attributive and not (right.attributive or gap == ["to"])):
        return None
    before = sentence[left.first - 1].lower if left.first else ""
    earlier = sentence[left.first - 2].lower if left.first > 1 else ""
    cues = table("ranges")
    first = left.first
    if (gap[:1] == ["and"] and all(word in _LEADS for word in gap[1:])) or (gap == ["to"] and before == "between"):
        if before != "between":
            return None
        first -= 1
    elif gap in (["-", "to"], ["-", "or"]) and right.attributive:
        pass  # "10- to 12-hour"
    elif gap == [","] and before in ("ci", "interval"):
        pass  # "95% CI 0.61, 0.85"
    elif gap == ["or"]:
        if before == "," and left.first > 1 and sentence[left.first - 2].kind == "number":
            return None  # "10, 20 or 40 mg"
        if not (left.unit is None and left.last == right.first - 1 and values[0] < values[1] <= values[0] * 2 + 1):
            return None
    elif gap in (["to"], ["through"], ["up", "to"]):
        again = (
            right.last + 1 < len(sentence)
            and sentence[right.last].lower == "to"
            and sentence[right.last + 1].kind == "number"
        )
        if before in cues["from"] and earlier not in cues["spans"] and not again:
            return None
        if before in cues["moves"] or (left.unit is not None and not left.after_sign and earlier in cues["moves"]):
            return None
        if left.unit is not None and (before in cues["verbs"] or earlier in cues["verbs"]):
            return None
        if values[0] >= values[1] and left.unit is None:
            return None
    elif len(gap) == 1 and gap[0] in _DASHES:
        spaced = sentence[left.last].start > sentence[left.last - 1].end
        if spaced != (sentence[left.last].end < sentence[right.first].start) and not right.after_sign:
            return None
        if values[0] >= values[1] and not (left.unit or right.unit):
            return None
    else:
        return None
    low, high = values
    if (
        left.scale == 1
        and right.scale > 1
        and product(low, right.scale) <= high
        and (left.unit is None or left.after_sign)
    ):
        low = product(low, right.scale)
    if low > high:
        low, high = high, low
        if high > 0 and low > 0 and gap != ["to"]:
            return None
    if low == high:
        return None
    merged = _merged(left, right, value=None, low=low, high=high, modifier=Modifier.RANGE)
    merged.first, merged.start = first, sentence[first].start
    return merged


def _tally(sentence: Sequence[Token], draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a number is one side of a score such as `3-2`, or of a bare `2-4` that nothing is counted in."""
    for first, last in ((draft.first - 2, draft.first), (draft.last, draft.last + 2)):
        if first < 0 or last > len(sentence):
            continue
        pair = sentence[first:last]
        dash, number = (pair[1], pair[0]) if last == draft.first else (pair[0], pair[1])
        glued = dash.text in _DASHES and pair[0].end == pair[1].start
        if glued and number.kind == "number" and draft.unit is None and draft.modifier is Modifier.EXACT:
            return True
    if draft.modifier is Modifier.RANGE and draft.unit is None and draft.end - draft.start <= 5:
        dashed = any(token.text in _DASHES for token in sentence[draft.first : draft.last])
        follows = sentence[draft.last] if draft.last < len(sentence) else None
        counted = follows is not None and (follows.kind == WORD or follows.text in ("-", "%", ")", "+"))
        return (
            dashed
            and not counted
            and len(drafts) > 0
            and not (draft.first == 0 or sentence[draft.first - 1].text in "=~≈")
        )
    return False


def _share_scale(sentence: Sequence[Token], drafts: Sequence[Draft]) -> None:
    """Hands a unit back over a list or a from–to: `3, 5 and 7 percent`, `from 4.8 to 4.7 percent`."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=False):
        if left.after_sign and right.after_sign and _gap(sentence, left, right)[:1] == ["to"]:
            _scale_from_to(sentence, left, right)
        if (
            left.unit is not None
            or right.unit is None
            or (right.unit.kind is UnitKind.RATIO and right.unit.name != "times")
            or left.attributive
        ):
            continue
        gap = _gap(sentence, left, right)
        listed = gap in ([","], ["and"], ["or"], [",", "and"], [",", "or"], ["to"])
        led = gap[:1] == ["to"] and all(word in _LEADS for word in gap[1:])
        if not (listed or led) or right.attributive:
            continue
        if right.after_sign and not led:
            continue
        if right.unit.kind == UnitKind.COMPOUND and gap != ["to"] and "/" in right.unit.name and not led:
            continue
        left.unit = right.unit
        left.open_currency = right.open_currency
        if right.scale > 1 and left.scale == 1 and left.value is not None and right.value is not None and listed:
            scaled = product(left.value, right.scale)
            if scaled <= right.value * 10 and left.value < 1000:
                left.value, left.low, left.high, left.scale = scaled, scaled, scaled, right.scale


def _scale_from_to(sentence: Sequence[Token], left: Draft, right: Draft) -> None:
    """`from $1.2 to $1.5 billion`: a scale told once for both ends."""
    led = left.first > 0 and sentence[left.first - 1].lower == "from"
    if not led or left.scale != 1 or right.scale == 1 or left.value is None or right.value is None:
        return
    scaled = product(left.value, right.scale)
    if right.value / 100 <= scaled <= right.value * 100 and left.value < 1000:
        left.value = left.low = left.high = scaled


_LEADS = frozenset(
    ("nearly", "about", "almost", "around", "over", "more", "than", "just", "under", "roughly", "some", "at", "least")
)
