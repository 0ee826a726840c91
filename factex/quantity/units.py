"""Reads the unit that follows a number: one unit, powers of it, and rates."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factex.lexicon.currencies import currencies
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import singular
from factex.lexicon.phrases import NUMBER, SUPERSCRIPT, WORD, Token
from factex.lexicon.units import UnitEntry, units
from factex.numerals.numeral import Style
from factex.numerals.reader import NumeralReader
from factex.quantity.draft import UnitDraft, of_entry
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence


_MINUS = "-−–"
_MARKS = frozenset(('"', "”", "″", "'", "’", "in"))
_PRODUCTS = "·⋅*∙"
_ONE = ("a", "an")
# So many words may tell what an amount is of, between it and its rate.
_MOST_OF = 3
_SUPERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


class Part(NamedTuple):
    """One factor of a unit: a unit of the lexicon, a currency or a counted noun, with its power.

    Attributes:
        name: Canonical name.
        dimension: Exponents of base dimensions of the unit itself.
        power: Its power; negative below the line.
    """

    name: str
    dimension: tuple[tuple[str, int], ...]
    power: int

    @property
    def many(self) -> bool:
        """Whether it tells how many there are below the line: `per 100,000 people`, `per 1,000`."""
        return self.name.startswith("(") or self.name.isdigit()


class UnitReader:
    """Reads units from tokens by the lexicon."""

    def __init__(self) -> None:
        data = table("units")
        self.table = units()
        self.currencies = currencies()
        self.powers: dict[str, int] = {word: int(power) for word, power in data["powers"].items()}
        self.letters = frozenset(data["never"]["letters"])
        self.inches = frozenset(data["never"]["inches"])
        self.rate_words: dict[str, str] = data["rate_words"]
        self.fillers = frozenset(data["fillers"]["words"])
        self.rate_nouns = frozenset(data["rate_nouns"]["names"])
        self.rate_heads = frozenset(data["rate_nouns"]["heads"])
        self.numerals = NumeralReader()
        self.function_words = frozenset(table("nouns")["function_words"])
        self.to_the = frozenset(table("units")["rate_nouns"]["to_the"])

    def unit(self, text: str, tokens: Sequence[Token], i: int) -> tuple[int, UnitDraft] | None:
        """The unit that starts at token `i`, as (index behind, unit)."""
        found = self._powered(tokens, i)
        if found is None:
            return None
        j, entry, power = found
        parts = [Part(entry.name, entry.dimension, power)]
        simple = power == 1
        joined = self._factors(tokens, j, symbol=entry.symbol)
        j, parts = joined[0], parts + joined[1]
        rate = self.rate(tokens, j)
        told_again = rate is not None and rate[1][0].name.startswith("(") and rate[1][0].dimension == entry.dimension
        if rate is not None and entry.name.startswith("degree_") and tokens[j].lower in ("every", "each"):
            rate = None  # "over 40 degrees Celsius every day"
        if told_again and tokens[j].text == "/":
            rate = None  # "224 kW / 300 PS" tells one amount twice
        if rate is not None and entry.section != "percent":
            j, parts = rate[0], parts + rate[1]
        elif rate is not None:
            below = rate[1]
            if below[0].dimension == (("time", 1),) or tokens[j].text == "/":
                j, parts = rate[0], parts + below
        elif len(parts) == 1 and entry.section not in ("percent", "time"):
            parts += self.rate_apart(tokens, j)
        span = text[tokens[i].start : tokens[j - 1].end]
        if simple and len(parts) == 1:
            return j, of_entry(entry, span)
        return j, compose(span, parts)

    def _powered(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitEntry, int] | None:
        """A unit with its power: `square miles`, `m²`, `s−1`, as (index behind, unit, power)."""
        if i >= len(tokens):
            return None
        word = tokens[i].lower
        if word in self.fillers:  # "two heaped tablespoons"
            spoon = self.table.names.at(tokens, i + 1)
            return (spoon[0], spoon[1], 1) if spoon is not None and spoon[1].section == "volume" else None
        if word in self.powers and not word.endswith("ed"):
            k = i + 2 if i + 1 < len(tokens) and tokens[i + 1].text in ".-" else i + 1
            found = self._entry(tokens, k)
            return None if found is None else (found[0], found[1], self.powers[word])
        found = self._entry(tokens, i)
        if found is None:
            return None
        j, entry = found
        if entry.section in ("percent", "ratio"):
            return j, entry, 1
        exponent = self._exponent(tokens, j, symbol=entry.symbol)
        return (j, entry, 1) if exponent is None else (exponent[0], entry, exponent[1])

    def _marked(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitEntry] | None:
        """Feet and inches by their marks, and `in` as an inch: `5'10"`, `a 6 in pipe`."""
        token = tokens[i]
        glued = i > 0 and tokens[i - 1].kind == NUMBER and tokens[i - 1].end == token.start
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text in '"”″' and glued:
            quotes = sum(earlier.text in '"“”' for earlier in tokens[:i])
            return (i + 1, self.table.by_name["inch"]) if quotes % 2 == 0 else None
        if token.text in "'’" and glued and behind is not None:
            if behind.text in "'’" and behind.start == token.end:
                return i + 2, self.table.by_name["inch"]
            third = tokens[i + 2].text if i + 2 < len(tokens) else ""
            feet = behind.kind == NUMBER and (behind.start == token.end or third in ('"', "”", "″"))
            return (i + 1, self.table.by_name["foot"]) if feet else None
        measured = behind is None or behind.text in ".,;)]" or behind.lower in self.inches or glued
        if token.text == "in" and i > 0 and tokens[i - 1].kind == NUMBER and measured:
            return i + 1, self.table.by_name["inch"]
        return None

    def _entry(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitEntry] | None:
        """The unit at token `i`; the full stop of the sentence is none of its own."""
        found = self._spelled(tokens, i)
        if found is not None and found[0] == len(tokens) and found[0] > i + 1 and tokens[-1].text == ".":
            bare = self._spelled(tokens[:-1], i)
            return bare if bare is not None and bare[1].name == found[1].name else found
        return found

    def _spelled(self, tokens: Sequence[Token], i: int) -> tuple[int, UnitEntry] | None:
        marked = self._marked(tokens, i) if i < len(tokens) and tokens[i].text in _MARKS else None
        if marked is not None:
            return marked
        symbol, name = self.table.symbols.at(tokens, i), self.table.names.at(tokens, i)
        if symbol is not None and (name is None or symbol[0] > name[0]):
            return symbol if self._symbol_stands(tokens, i, symbol[0]) else None
        if (
            name is not None
            and name[1].name == "second"
            and tokens[i].lower == "second"
            and i
            and tokens[i - 1].text != "-"
        ):
            # "5 second-half goals"; a plural or a hyphen tells the unit of time.
            return None if i + 1 < len(tokens) and tokens[i + 1].text == "-" else name
        return name

    def _symbol_stands(self, tokens: Sequence[Token], i: int, j: int) -> bool:
        """Whether a symbol is one where it stands: a letter behind a space must not open a word or a phrase."""
        symbol = tokens[i]
        if i and symbol.kind == WORD and tokens[i - 1].end < symbol.start and len(symbol.text) == 1 and j == i + 1:
            follows = tokens[j] if j < len(tokens) else None
            if follows is None:
                return True
            if follows.text in _MINUS and j + 1 < len(tokens) and tokens[j + 1].kind == NUMBER:
                return True  # "4e14 s-1"
            measured = tokens[j + 1].lower if j + 1 < len(tokens) else ""
            if follows.start == symbol.end and follows.text == "-" and measured in self.inches:
                return True  # "a 17.7 m-thick section"
            if follows.start == symbol.end and follows.text in "-'’&.":
                return follows.text == "." and (j + 1 == len(tokens) or tokens[j + 1].start > follows.end)
            if follows.start == symbol.end and follows.kind == NUMBER and symbol.text.isupper():
                return False  # "40 A320neo jets"
            noun = follows.kind == WORD and follows.start > symbol.end and follows.lower not in self.function_words
            return not (noun and symbol.text in self.letters)
        return True

    def _exponent(self, tokens: Sequence[Token], j: int, *, symbol: bool) -> tuple[int, int] | None:
        """A power behind a unit, as (index behind, power)."""
        if j >= len(tokens) or j == 0:
            return None
        token = tokens[j]
        glued = token.start == tokens[j - 1].end
        if token.kind == SUPERSCRIPT and glued:
            power = token.text.translate(_SUPERS)
            return (j + 1, int(power)) if power.lstrip("-").isdigit() and len(power) < 3 else None
        if token.lower in ("squared", "cubed"):
            return j + 1, self.powers[token.lower]
        if not (symbol and glued):
            return None
        if token.text in ("2", "3"):
            return j + 1, int(token.text)
        if j + 1 < len(tokens) and tokens[j + 1].kind == NUMBER and len(tokens[j + 1].text) == 1:
            power_token = tokens[j + 1]
            if token.text == "^":
                return j + 2, int(power_token.text)
            behind = tokens[j + 2] if j + 2 < len(tokens) else None
            loose = behind is None or behind.start > power_token.end or behind.text in ").,;/"
            if (
                token.text in "−–-"
                and power_token.text in "123"
                and loose
                and (token.text == "−" or power_token.start == token.end)
            ):
                return j + 2, -int(power_token.text)
        return None

    def _factors(self, tokens: Sequence[Token], j: int, *, symbol: bool) -> tuple[int, list[Part]]:
        """Units multiplied to one before: `N·m`, `m s−1`, `mV m−1`."""
        parts: list[Part] = []
        while symbol and j < len(tokens):
            product = tokens[j].text in _PRODUCTS and tokens[j].start == tokens[j - 1].end
            found = self._powered(tokens, j + 1 if product else j)
            if found is None or not found[1].symbol or not (product or found[2] < 0):
                break
            j = found[0]
            parts.append(Part(found[1].name, found[1].dimension, found[2]))
        return j, parts

    def rate(self, tokens: Sequence[Token], j: int) -> tuple[int, list[Part]] | None:
        """What a rate is told by: `/h`, `per 100,000 people`, `a share`, as (index behind, parts below the line)."""
        parts: list[Part] = []
        while j < len(tokens):
            below = self._below(tokens, j)
            if below is None or any(below[1].name == part.name for part in parts):
                break  # "$30 million a year each year"
            j = below[0]
            parts.append(below[1])
        return (j, parts) if parts else None

    def rate_apart(self, tokens: Sequence[Token], j: int) -> list[Part]:
        """The rate behind what an amount is of: `3 million cubic metres of gas a day`, `4 tonnes of rice per ha`."""
        if j >= len(tokens) or tokens[j].lower != "of":
            return []
        listed = j + 1
        while listed + 2 < len(tokens) and tokens[listed + 1].lower in (",", "and", "or"):
            listed += 2  # "of wheat, barley and oats a year"
        if listed > j + 1 and tokens[listed - 1].text == ",":
            listed = j + 1
        for k in range(listed, min(listed + 1 + _MOST_OF, len(tokens))):
            below = self._below(tokens, k) if k > listed else None
            if below is not None and (below[1].dimension == (("time", 1),) or tokens[k].lower in ("per", "to")):
                further = self._below(tokens, below[0]) if below[0] < len(tokens) else None
                timed = further is not None and further[1].dimension == (("time", 1),)
                return [below[1], further[1]] if timed and further is not None else [below[1]]
            if tokens[k].kind != WORD or tokens[k].lower in self.function_words:
                return []
        return []

    def _told_with_to(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether a unit of what a rate is told by `to the` stands at token `j`."""
        return j < len(tokens) and tokens[j].lower in self.to_the

    def _below(self, tokens: Sequence[Token], j: int) -> tuple[int, Part] | None:
        """What stands below the line of a rate at token `j`: `per day`, `a kilo`, `/100,000 people`."""
        sign = tokens[j]
        if j + 1 >= len(tokens):
            tokens = [*tokens, Token("", "", sign.end, sign.end, WORD)]
        untied = self._untied(tokens, j)
        if untied is not None:
            below = self._below(untied, j)
            skipped = len(tokens) - len(untied)
            return None if below is None else (below[0] + skipped, below[1])
        if [token.lower for token in tokens[j : j + 2]] == ["to", "the"] and self._told_with_to(tokens, j + 2):
            below = self._below([*tokens[:j], Token("per", "per", sign.start, sign.end, WORD), *tokens[j + 2 :]], j)
            return None if below is None else (below[0] + 1, below[1])  # "1.5 tonnes to the hectare"
        if sign.text == "/":
            if tokens[j + 1].kind == NUMBER and self._entry(tokens, j + 2) is None:
                return None
        elif sign.lower in self.rate_words:
            return j + 1, self._rate_word(sign)
        elif sign.lower not in (*_ONE, "per", "every", "each") or sign.text == "A" or self._dates(tokens, j):
            return None
        elif sign.lower == "every" and tokens[j + 1].lower == "second" and self._entry(tokens, j + 2) is not None:
            return None  # "every second day"
        if sign.text == "/" and tokens[j + 1].lower in self.rate_words:  # "/mo"
            return j + 2, self._rate_word(tokens[j + 1])
        count, k = self._count_below(tokens, j)
        found = self._powered(tokens, k)
        # "60 a kg" but "a g" of nothing
        lettered = found is not None and found[1].symbol and len(tokens[k].text) < 2
        if found is not None and not (sign.lower in (*_ONE, "each") and lettered):
            behind, entry, power = found
            name = entry.name if not count else f"({count} {entry.name})"
            return None if entry.section == "percent" else (behind, Part(name, entry.dimension, -power))
        return self._noun_below(tokens, sign, k, count)

    @staticmethod
    def _untied(tokens: Sequence[Token], j: int) -> list[Token] | None:
        """The tokens without what ties a rate or tells it twice: `70-mile-per-hour`, `£24 a-year`, `each per year`."""
        sign, behind = tokens[j], tokens[j + 1]
        if sign.lower == "for" and behind.lower == "every" and j + 2 < len(tokens) and _hundreds(tokens[j + 2]):
            return [*tokens[:j], *tokens[j + 1 :]]  # "34 hospital beds for every 10,000 people"
        words = [token.lower for token in tokens[j : j + 3]]
        if words in (["-", "per", "-"], ["-", "a", "-"], ["-", "an", "-"]):  # "$15-an-hour"
            return [*tokens[:j], behind, *tokens[j + 3 :]]
        if sign.lower == "each" and behind.lower in ("per", "a"):
            return [*tokens[:j], *tokens[j + 1 :]]
        worded = sign.lower in (*_ONE, "per", "every", "each") and sign.text != "A"
        tied = worded and behind.text == "-" and behind.start == sign.end
        return [*tokens[: j + 1], *tokens[j + 2 :]] if tied else None

    def _rate_word(self, token: Token) -> Part:
        """The time that a word of rates names: `daily`, `mo`."""
        entry = self.table.by_name[self.rate_words[token.lower]]
        return Part(entry.name, entry.dimension, -1)

    def _dates(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether `a` with a time behind only dates: `a week earlier`."""
        third = tokens[j + 2].lower if j + 2 < len(tokens) else ""
        period = self.table.names.at(tokens, j + 1)
        timed = period is not None and period[1].section == "time"
        return tokens[j].lower in _ONE and timed and third in ("earlier", "later", "ago", "before", "after")

    def _count_below(self, tokens: Sequence[Token], j: int) -> tuple[str, int]:
        """How many there are below the line, as (figures, index behind): `per 100,000 people`, `every two months`."""
        k = j + 1
        worded = tokens[k].lower in ("hundred", "thousand", "million", "billion")
        numeral = None if worded else self.numerals.read(tokens, k)
        cardinal = numeral is not None and numeral.style in (Style.DIGITS, Style.WORDS)
        if tokens[j].lower not in ("per", "every", "/") or not (cardinal or worded):
            return "", k
        if numeral is not None and numeral.value is not None:
            return f"{numeral.value:f}", numeral.last
        return (str(10 ** self.numerals.scales[tokens[k].lower]), k + 1) if worded else ("", k)

    def _noun_below(self, tokens: Sequence[Token], sign: Token, k: int, count: str) -> tuple[int, Part] | None:
        """A thing, a person or money below the line at token `k`: `per hospital bed`, `per capita`, `per dollar`."""
        known = k < len(tokens) and tokens[k].lower in self.rate_nouns
        if sign.lower in (*_ONE, "every", "each") and not known and not count.endswith("00"):
            return None
        alone = (k, Part(count, (), -1)) if count else None  # "4.1 per 100,000 in the delta"
        if k >= len(tokens):
            return alone
        currency = self.currencies.names.at(tokens, k) or self.currencies.after.at(tokens, k)
        if currency is not None and currency[1].code:
            return currency[0], Part(currency[1].code, (("currency", 1),), -1)
        if not tokens[k].text or tokens[k].kind != WORD or (sign.text == "/" and tokens[k].start > sign.end):
            return alone
        if tokens[k].lower in self.function_words or tokens[k].lower in ("cent", "capita"):
            return (k + 1, Part("person", (), -1)) if tokens[k].lower == "capita" else alone
        behind = tokens[k + 1] if k + 1 < len(tokens) else None
        plural = behind is not None and behind.kind == WORD and behind.lower.endswith("s")
        if count and plural and not tokens[k].lower.endswith("s"):
            k += 1  # "per 1,000 live births"
        elif sign.lower == "per" and behind is not None and behind.lower in self.rate_heads:
            k += 1  # "per staff member", "per hospital bed"
        noun = singular(tokens[k].text)
        return k + 1, Part(f"({count} {noun})" if count else noun, (), -1)


def _hundreds(token: Token) -> bool:
    """Whether figures tell a round hundred or more, by which things are reckoned: `100`, `10,000`."""
    return token.kind == NUMBER and token.text.endswith("00")


def compose(text: str, parts: Sequence[Part], kind: UnitKind = UnitKind.COMPOUND) -> UnitDraft:
    """The unit that parts multiply to.

    >>> parts = [Part("meter", (("length", 1),), 3), Part("second", (("time", 1),), -1)]
    >>> compose("m³/s", parts).name
    'meter ** 3 / second'
    """
    dimension: Counter[str] = Counter()
    for part in parts:
        for base, exponent in part.dimension:
            dimension[base] += exponent * part.power

    def spelled(name: str, power: int) -> str:
        return name if power == 1 else f"{name} ** {power}"

    over = " * ".join(spelled(part.name, part.power) for part in parts if part.power > 0)
    under = "".join(f" / {spelled(part.name, -part.power)}" for part in parts if part.power < 0)
    kept = tuple(sorted((base, exponent) for base, exponent in dimension.items() if exponent))
    lone = len(parts) == 1 and kept and all(base != "currency" for base, _ in kept)
    return UnitDraft(text, UnitKind.PHYSICAL if lone else kind, f"{over or '1'}{under}", kept)


@per_lexicon
def reader() -> UnitReader:
    """The reader of units, made at the first call."""
    return UnitReader()
