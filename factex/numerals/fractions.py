"""Reads fractions and odds: `two-thirds`, `half a million`, `one in five`, `1 over 3`."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER, WORD
from factex.lexicon.units import units
from factex.numerals.arithmetic import power_of_ten, product, ratio
from factex.numerals.cardinals import HYPHENS, CardinalReader, words_at
from factex.numerals.numeral import Numeral, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token


class FractionReader:
    """Reads fractions of words, and fractions of two whole numbers.

    Args:
        cardinals: Reads the numbers of odds.
    """

    def __init__(self, cardinals: CardinalReader) -> None:
        data = table("numerals")
        self.cardinals = cardinals
        self.scales = cardinals.scales
        self.words = cardinals.fraction_words
        self.singular = cardinals.fractions
        self.followers = frozenset(data["fraction_followers"])
        self.degrees = frozenset(table("comparison")["degrees"])
        self.no_half_behind = frozenset(data["no_half_behind"])
        self.occasions = frozenset(data["occasions"])
        self.function_words = frozenset(table("nouns")["function_words"])

    def named(self, tokens: Sequence[Token], first: int, j: int, count: Decimal) -> Numeral | None:
        """`a third`, `two-thirds`, `three quarters of a million` with the fraction word at token `j`."""
        word = tokens[j].lower
        if word not in self.words:
            return None
        value = ratio(count, Decimal(self.words[word]))
        last = j + 1
        if last < len(tokens) and tokens[last].lower in ("million", "billion", "trillion"):
            scale = power_of_ten(self.scales[tokens[last].lower])
            return Numeral(first, last + 1, product(value, scale), Style.WORDS, scale)
        if words_at(tokens, last, 2) in (("of", "a"), ("of", "an")) and last + 2 < len(tokens):
            power = self.scales.get(tokens[last + 2].lower)
            if power is not None:
                scale = power_of_ten(power)
                return Numeral(first, last + 3, product(value, scale), Style.WORDS, scale)
        if count == 1 and tokens[first].lower in ("a", "an") and word not in ("half", "quarter"):
            follower = tokens[last] if last < len(tokens) else None
            if follower is not None and follower.kind == WORD and not self._follows(tokens, last):
                return None  # "a third party", "a fifth time"
            if follower is not None and (
                follower.kind == NUMBER or (follower.text in HYPHENS and follower.start == tokens[j].end)
            ):
                return None
        elif word == "quarter" and tokens[first].lower in ("a", "one"):
            follower = tokens[last] if last < len(tokens) else None
            hyphenated = follower is not None and follower.text in HYPHENS
            hyphenated = hyphenated and words_at(tokens, last + 1, 1) not in (("point",), ("percentage",))
            measured = units().names.at(tokens, last) is not None or (
                follower is not None and follower.lower == "point"
            )
            followed = follower is None or follower.kind != WORD or self._follows(tokens, last) or measured
            if hyphenated or not followed:
                return None  # "a quarter final"
        return Numeral(first, last, value, Style.FRACTION)

    def _follows(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether a word may stand behind a fraction: `a third of`, `a fifth lighter than`, no `third longer talk`."""
        if tokens[j].lower in self.followers:
            return True
        behind = tokens[j + 1] if j + 1 < len(tokens) else None
        ends = behind is None or behind.kind != WORD or behind.lower in self.followers
        return tokens[j].lower in self.degrees and ends

    def half(self, tokens: Sequence[Token], i: int) -> Numeral | None:
        """`half`, `half a million`, `half-million`, `half a dozen` at token `i`."""
        before = tokens[i - 1].lower if i else ""
        if before in self.no_half_behind:
            return None
        follows = words_at(tokens, i + 1, 2)
        if follows[:1] == ("dozen",):
            return Numeral(i, i + 2, Decimal(6), Style.WORDS, Decimal(12))
        if follows[:1] and follows[0] in ("million", "billion", "trillion"):
            scale = power_of_ten(self.scales[follows[0]])
            return Numeral(i, i + 2, product(Decimal("0.5"), scale), Style.WORDS, scale)
        if len(follows) == 2 and follows[0] in ("a", "an"):
            if follows[1] in self.scales:
                scale = power_of_ten(self.scales[follows[1]])
                return Numeral(i, i + 3, product(Decimal("0.5"), scale), Style.WORDS, scale)
            if follows[1] == "dozen":
                return Numeral(i, i + 3, Decimal(6), Style.WORDS, Decimal(12))
        if follows[:1] and follows[0] in HYPHENS and tokens[i + 1].start == tokens[i].end:
            scale_word = follows[1] if len(follows) > 1 else ""
            if scale_word == "dozen":
                return Numeral(i, i + 3, Decimal(6), Style.WORDS, Decimal(12))
            if scale_word not in self.scales and units().names.at(tokens, i + 2) is None:
                return None  # "half-brother", "half-life"
            if scale_word in self.scales:  # half-million
                scale = power_of_ten(self.scales[scale_word])
                return Numeral(i, i + 3, product(Decimal("0.5"), scale), Style.WORDS, scale)
        return Numeral(i, i + 1, Decimal("0.5"), Style.FRACTION)

    def quarter(self, tokens: Sequence[Token], i: int) -> Numeral | None:
        """`quarter million`, `quarter of a billion` at token `i`, without an article."""
        k = i + 2 if words_at(tokens, i + 1, 1)[:1] and tokens[i + 1].text in HYPHENS else i + 1
        if units().names.at(tokens, k) is not None and i and tokens[i - 1].lower == "the":  # "the quarter mile"
            return Numeral(i, i + 1, Decimal("0.25"), Style.FRACTION)
        power = self.scales.get(tokens[k].lower, 0) if k < len(tokens) else 0
        if power < 6 or (i and tokens[i - 1].kind == NUMBER):
            return None
        scale = power_of_ten(power)
        return Numeral(i, k + 1, product(Decimal("0.25"), scale), Style.WORDS, scale)

    def over(self, tokens: Sequence[Token], i: int, j: int, value: Decimal) -> Numeral | None:
        """`1 over 3`, `one over twenty`: a formula read aloud, with nothing counted behind it."""
        if words_at(tokens, j, 1) != ("over",) or j + 1 >= len(tokens) or value != value.to_integral_value():
            return None
        if tokens[j + 1].kind == NUMBER:
            total, last = Decimal(tokens[j + 1].text) if tokens[j + 1].text.isdigit() else Decimal(0), j + 2
        else:
            read = self.cardinals.read(tokens, j + 1)
            if read is None:
                return None
            total, last = read.value, read.last
        ends = last == len(tokens) or tokens[last].text in ".,;:)"
        opens = i == 0 or tokens[i - 1].lower in ("is", "equals", "of", "by", "=", "(", "times")
        return Numeral(i, last, ratio(value, total), Style.FRACTION) if ends and opens and 0 < value < total else None

    def _noun_inside(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether a noun stands between the two numbers of odds: `one farm in ten`."""
        if j + 2 >= len(tokens) or tokens[j].kind != WORD or tokens[j + 1].lower != "in":
            return False
        return tokens[j].lower.isalpha() and tokens[j].lower not in self.function_words | {"out"}

    def _counts(self, tokens: Sequence[Token], j: int) -> bool:
        """Whether the word behind `in ten` is counted by it: a unit, or one of the occasions of `six games`."""
        return units().names.at(tokens, j) is not None or (j < len(tokens) and tokens[j].lower in self.occasions)

    def odds(self, tokens: Sequence[Token], i: int, j: int, value: Decimal) -> Numeral | None:
        """`one in five`, `9 out of 10`, `one farm in ten`: a fraction of two whole numbers, the second one round."""
        if i and unicodedata.category(tokens[i - 1].text[0]) == "Sc":
            return None  # "above $2 in five of eight regions"
        inside = value < 10 and self._noun_inside(tokens, j)
        if inside:
            j += 1
        if j + 1 >= len(tokens) or value != value.to_integral_value():
            return None
        k = j + 1 if tokens[j].lower == "in" else j + 2 if words_at(tokens, j, 2) == ("out", "of") else 0
        k = j + 1 if words_at(tokens, j, 2) == ("of", "every") else k  # "three of every five"
        if k and k < len(tokens) and tokens[k].lower == "every":
            k += 1
        if not k or k >= len(tokens):
            return None
        if tokens[k].kind == NUMBER:
            under = tokens[k].text.replace(",", "")
            if not under.isdigit() or len(under) > 9 or (len(tokens[k].text) == 4 and 1500 < int(under) < 2100):
                return None
            total, last = Decimal(under), k + 1
        else:
            read = self.cardinals.read(tokens, k)
            if read is None:
                return None
            total, last = read.value, read.last
        if inside and self._counts(tokens, last):
            return None  # "one person in ten days"
        one_in_many = value == 1 and total > 100 and len(str(total).rstrip("0")) <= 2 and total % 100 == 0
        is_round = (
            (inside and (value == 1 or total % 5 == 0))
            or (value == 1 and tokens[j].lower == "in" and not self._counts(tokens, last))
            or one_in_many
            or total <= 10
            or (total % 10 == 0 and (total <= 100 or str(total).rstrip("0") in ("1", "2", "5")))
        )
        if not (is_round and 0 < value < total) or (
            total > 10 and tokens[j].lower == "out" and value > 10 and total < 100
        ):
            return None
        return Numeral(i, last, ratio(value, total), Style.ODDS)
