"""Units in the Unified Code for Units of Measure (ucum.org), made of their canonical names."""

from __future__ import annotations

import re

from factex.lexicon.currencies import currencies
from factex.lexicon.files import per_lexicon
from factex.lexicon.units import units

_FACTOR = re.compile(r"(?P<name>\([^)]*\)|[^*/()]+?)(?: \*\* (?P<power>\d+))?")
_SPLIT = re.compile(r" ([*/]) (?![^(]*\))")


def ucum(name: str) -> str:
    """The UCUM code of a canonical unit name; what UCUM has no unit for stands in braces, as an annotation.

    >>> ucum("kilometer / hour"), ucum("meter ** 3 / second"), ucum("USD / barrel"), ucum("camera")
    ('km/h', 'm3/s', '{USD}/[bbl_us]', '{camera}')
    >>> ucum("death / (100000 person)")
    '{death}/(100000.{person})'
    """
    known = _codes()
    if name not in known:
        parts = _SPLIT.split(name)
        code = _factor(parts[0])
        for sign, part in zip(parts[1::2], parts[2::2], strict=True):
            code += ("/" if sign == "/" else ".") + _factor(part)
        known[name] = code
    return known[name]


@per_lexicon
def _codes() -> dict[str, str]:
    """The codes told so far; those of the lexicon's single units to begin with."""
    return {name: entry.ucum for name, entry in units().by_name.items()} | {"fraction": "1", "times": "1"}


def _factor(part: str) -> str:
    if part.startswith("(") and part.endswith(")"):
        count, _, noun = part[1:-1].partition(" ")
        return f"({count}.{_factor(noun)})" if noun else count
    match = _FACTOR.fullmatch(part)
    if match is None:
        return _annotation(part)
    power = match["power"] or ""
    single = units().by_name.get(match["name"])
    if single is None:
        return f"{_annotation(match['name'])}{power}" if match["name"] != "1" else "1"
    return f"({single.ucum}){power}" if power and re.search(r"[./]", single.ucum) else f"{single.ucum}{power}"


def _annotation(name: str) -> str:
    """A name in braces, in the characters that an annotation may hold: ASCII without braces."""
    plain = (
        name
        if name in currencies().codes
        else "".join(ch if "!" <= ch <= "~" and ch not in "{}" else "_" for ch in name)
    )
    return f"{{{plain}}}"
