"""Units as the lexicon gives them: every spelling of every unit, with its canonical name and dimension."""

from __future__ import annotations

from typing import Any, NamedTuple

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.phrases import Phrases

_SECTIONS_APART = ("prefixes", "binary_prefixes", "plurals", "never", "powers", "rate_nouns", "rate_words", "fillers")


class UnitEntry(NamedTuple):
    """One unit of the lexicon.

    Attributes:
        name: Canonical name, such as `kilometer`.
        section: The table that it stands in: `length`, `time`, `percent`, …
        dimension: Exponents of the base dimensions, sorted by their names.
        ucum: Its code in the Unified Code for Units of Measure.
        symbol: Whether this spelling is a symbol (`km`) rather than a name.
    """

    name: str
    section: str
    dimension: tuple[tuple[str, int], ...]
    ucum: str
    symbol: bool


def plural(name: str, irregular: dict[str, str]) -> str:
    """The plural of a unit's name.

    >>> plural("square foot", {"square foot": "square feet"}), plural("mile", {})
    ('square feet', 'miles')
    """
    if name in irregular:
        return irregular[name]
    words = name.split(" ")
    # The head is inflected: "degrees Celsius", but "metric tons".
    head = 0 if words[0] in ("degree", "part") and len(words) > 1 else len(words) - 1
    word = words[head]
    if word in irregular:
        words[head] = irregular[word]
    elif word.endswith(("s", "x", "ch", "sh")):
        words[head] = word + "es"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        words[head] = word[:-1] + "ies"
    else:
        words[head] = word + "s"
    return " ".join(words)


def _spellings(name: str, entry: dict[str, Any], section: str, dimension: tuple[tuple[str, int], ...]) -> Any:
    data = table("units")
    irregular = data["plurals"]
    ucum = entry["ucum"]
    prefixes = entry.get("prefixes", "").split()
    rows = [("", "", "", "")]
    for prefix, given in data["prefixes"].items():
        power = given["power"]
        if "si" in prefixes or ("large" in prefixes and power > 0) or ("small" in prefixes and power < 0):
            signs = ("µ", "μ", "u") if prefix == "micro" else (given["symbol"],)
            rows += [(prefix, sign, prefix, signs[-1]) for sign in signs]
    if "binary" in prefixes:
        rows += [
            (prefix, given["symbol"], prefix, given["symbol"]) for prefix, given in data["binary_prefixes"].items()
        ]
    for long, short, canonical, code in rows:
        for symbol in (*entry.get("symbols", ()), *(entry.get("prefixed", ()) if short else ())):
            unit = UnitEntry(canonical + name, section, dimension, code + ucum, symbol=True)
            yield short + symbol, unit
            if short in ("k", "c", "m") and symbol in ("m", "g", "l"):
                yield f"{short}{symbol}s", unit  # "10 kms"
        for spelled in entry["names"]:
            unit = UnitEntry(canonical + name, section, dimension, code + ucum, symbol=False)
            yield long + spelled, unit
            yield long + plural(spelled, irregular), unit


class UnitTable:
    """All spellings of all units: symbols by their case, names in any case."""

    def __init__(self) -> None:
        symbols: list[tuple[str, UnitEntry]] = []
        names: list[tuple[str, UnitEntry]] = []
        for section, content in table("units").items():
            if section in _SECTIONS_APART:
                continue
            dimension = tuple(sorted(content["dimension"].items()))
            for name, entry in content.items():
                if name != "dimension":
                    for spelling, unit in _spellings(name, entry, section, dimension):
                        (symbols if unit.symbol else names).append((spelling, unit))
        # Unprefixed spellings win over prefixed ones: "min" is a minute, "ft" a foot, "Pa" a pascal.
        own = {
            name for section, content in table("units").items() if section not in _SECTIONS_APART for name in content
        }
        symbols.sort(key=lambda item: (item[1].name not in own, len(item[1].name)))
        never = frozenset(table("units")["never"]["symbols"])
        self.symbols = Phrases([item for item in symbols if item[0] not in never], cased=True)
        self.names = Phrases(names)
        self.by_name = {unit.name: unit for _, unit in (*symbols, *names)}


@per_lexicon
def units() -> UnitTable:
    """The table of all units, made at the first call."""
    return UnitTable()
