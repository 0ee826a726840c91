"""Writes gold files: cases as the TOML that `factex.evaluation.gold` reads."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factex.errors import GoldError
from factex.evaluation.gold import place
from factex.records.base import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

_WORD_BEFORE = re.compile(r"\S+\s*$|\s+$")
_WORD_AFTER = re.compile(r"\s*\S+|\s+")


def case_text(name: str, text: str, facts: Iterable[dict[str, Any]]) -> str:
    """One case as TOML.

    Args:
        name: Its id.
        text: Its text.
        facts: Its facts: keys of gold to strings, integers, decimals, booleans and tables of these.

    Raises:
        GoldError: if TOML can't hold the text.

    Example:
        >>> fact = {"kind": "change", "measure": "Sales", "amount": {"text": "5%", "value": 5, "unit": "percent"}}
        >>> print(case_text("sales", "Sales rose 5%.", [fact]))
        [[case]]
        id = "sales"
        text = "Sales rose 5%."
        [[case.fact]]
        kind = "change"
        measure = "Sales"
        amount = { text = "5%", value = 5, unit = "percent" }
        <BLANKLINE>
    """
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise GoldError(f"case {name!r}: its text holds half a surrogate pair, which TOML can't; mend the text first")
    lines = ["[[case]]", f"id = {_value(name)}", f"text = {_value(text)}"]
    for fact in facts:
        lines += ["[[case.fact]]", *(f"{key} = {_value(value)}" for key, value in fact.items())]
    return "\n".join([*lines, ""])


def quote(text: str, start: int, end: int) -> str:
    """A span as gold files quote it: its own text where that occurs once, else in braces with as few words as do.

    Raises:
        GoldError: if no quotation can tell the span, which takes braces in the text itself, or an empty span.

    Example:
        >>> quote("3% and then 3%", 12, 14)
        'then {3%}'
        >>> quote("3% and then 3%", 0, 2)
        '{3%} and'
    """
    for left, right in _windows(text, start, end):
        alone = (left, right) == (start, end)
        quoted = text[start:end] if alone else f"{text[left:start]}{{{text[start:end]}}}{text[end:right]}"
        for one in (quoted, f"{{{quoted}}}") if alone else (quoted,):
            try:
                if start < end and place(one, text) == (start, end):
                    return one
            except GoldError:  # it occurs more than once, or its braces are read otherwise
                continue
    raise GoldError(f"{text[start:end]!r} at {start} can't be quoted, for the braces in the text")


def _windows(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ever wider stretches around a span, word by word."""
    left, right = start, end
    yield left, right
    while left > 0 or right < len(text):
        before = _WORD_BEFORE.search(text, max(0, left - 100), left)
        after = _WORD_AFTER.match(text, right)
        wider_left = before.start() if before else left
        wider_right = after.end() if after else right
        yield wider_left, right
        yield left, wider_right
        left, right = wider_left, wider_right
        yield left, right


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_value(held)}' for key, held in value.items())} }}"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return f"{value:_}"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return _decimal(value)


def _decimal(number: Decimal) -> str:
    whole = int(number)
    return f"{whole:_}" if whole == number else plain(number)
