"""Reads the numeral that starts at a token: digits, words, fractions, multiples, indefinite plurals."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from factex.lexicon.currencies import currencies
from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER, WORD, Phrases
from factex.lexicon.phrases import tokens as lexicon_tokens
from factex.lexicon.units import units
from factex.numerals.arithmetic import EXACT, power_of_ten
from factex.numerals.cardinals import HYPHENS, Cardinal, CardinalReader, touches, words_at
from factex.numerals.digits import DigitReader
from factex.numerals.fractions import FractionReader
from factex.numerals.limits import MAX_POWER
from factex.numerals.numeral import Numeral, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token

_ONE = Decimal(1)


class NumeralReader:
    """Reads numerals from tokens, by the tables of `numerals.toml`."""

    def __init__(self) -> None:
        data = table("numerals")
        self.cardinals = CardinalReader()
        self.digits = DigitReader(self.cardinals)
        self.fractions = FractionReader(self.cardinals)
        self.scales = self.cardinals.scales
        self.plural_scales = self.cardinals.plural_scales
        self.scale_symbols = self.digits.scale_symbols
        self.indefinite: dict[str, dict[str, int]] = data["indefinite"]
        self.multiples: dict[str, int] = data["multiples"]
        self.multiplying: dict[str, str] = data["multiplying"]
        self.vague: dict[str, object] = data["vague"]
        self.phrases = Phrases[int](data["phrases"])
        self.ordinals = frozenset(data["ordinals"]) - {"second"}  # "a twenty second delay"

        tables = (self.cardinals.ones, self.cardinals.tens, self.scales, self.vague, self.indefinite, self.multiples)
        phrases = (lexicon_tokens(phrase)[0].lower for phrase in data["phrases"])
        self.openers = frozenset(("a", "an", "half", "quarter", *phrases)).union(*tables, self.multiplying)

    def opens(self, token: Token) -> bool:
        """Whether a numeral may start at a token: a cheap look before `read`."""
        if token.kind == WORD:
            return token.lower in self.openers or token.lower.endswith("fold")
        return token.kind == NUMBER or token.text in self.cardinals.vulgar

    def read(self, tokens: Sequence[Token], i: int, *, money: bool = False) -> Numeral | None:
        """The numeral that starts at token `i`, or None.

        Args:
            tokens: The tokens of one sentence.
            i: Where to read.
            money: Whether a currency sign stands before it, which makes `m`, `b` and `t` scales.
        """
        with localcontext(EXACT):  # whatever decimal context the caller has
            try:
                numeral = self._read(tokens, i, money=money)
            except ArithmeticError:  # "a million million million …": no context holds it
                return None
        if numeral is None or numeral.value is None or abs(numeral.value.adjusted()) <= MAX_POWER:
            return numeral
        return None

    def _read(self, tokens: Sequence[Token], i: int, *, money: bool) -> Numeral | None:
        token = tokens[i]
        if token.kind == NUMBER:
            numeral = self.digits.read(tokens, i, money=money)
            if numeral is None or numeral.value is None or numeral.scale != 1 or numeral.last != i + 1:
                return numeral
            odds = self.fractions.odds(tokens, i, i + 1, numeral.value)
            return odds or self.fractions.over(tokens, i, i + 1, numeral.value) or numeral
        if token.text in self.cardinals.vulgar:
            return self.digits.scaled(tokens, i, i + 1, self.cardinals.vulgar[token.text], Style.FRACTION, money=money)
        if token.kind == WORD:
            return self._words(tokens, i)
        return None

    def _words(self, tokens: Sequence[Token], i: int) -> Numeral | None:
        word = tokens[i].lower
        named = self.phrases.at(tokens, i)
        if named is not None:
            return Numeral(i, named[0], Decimal(named[1]), Style.WORDS, Decimal(named[1]))
        if word in ("a", "an"):
            return self._behind_article(tokens, i)
        if word in self.vague:
            return self._vague(tokens, i)
        if word in self.indefinite:
            return self._indefinite(tokens, i)
        if word == "half":
            return self.fractions.half(tokens, i)
        if word == "quarter":
            return self.fractions.quarter(tokens, i)
        if word in self.multiplying:
            return Numeral(i, i + 1, Decimal(self.multiplying[word]), Style.MULTIPLE)
        if word in self.multiples:
            return Numeral(i, i + 1, Decimal(self.multiples[word]), Style.MULTIPLE)
        if word.endswith("fold"):
            stem = word.removesuffix("fold")
            value = self.cardinals.ones.get(stem, self.cardinals.tens.get(stem))
            value = 10 ** self.scales[stem] if stem in self.scales else value  # "a hundredfold"
            return Numeral(i, i + 1, Decimal(value), Style.MULTIPLE) if value else None
        read = self.cardinals.read(tokens, i) or self._lone_scale(tokens, i)
        if read is None:
            return None
        return self._behind_cardinal(tokens, i, *read)

    def _lone_scale(self, tokens: Sequence[Token], i: int) -> Cardinal | None:
        """`thousand litres`, `million dollars`: a scale without its article, where a unit or a number goes on."""
        word = tokens[i].lower
        before = tokens[i - 1] if i else None
        if word not in self.scales or word in self.plural_scales:
            return None
        if before is not None and (
            before.kind != WORD or before.lower in ("the", "per", "every") or before.end == tokens[i].start
        ):
            return None
        if before is not None and self.cardinals.is_number_word(before.lower):
            return None  # the scale of a number that is none, or beyond the limits
        behind = self.scales.get(tokens[i + 1].lower) if i + 1 < len(tokens) else None
        if behind is not None and behind <= self.scales[word]:
            return None  # "million million"
        read = self.cardinals.read(tokens, i, implied_one=True)
        if read is None:
            return None
        unit = units().names.at(tokens, read.last) or currencies().names.at(tokens, read.last)
        return read if unit is not None or read.last - i > 2 else None

    def _behind_article(self, tokens: Sequence[Token], i: int) -> Numeral | None:
        """`a hundred and five`, `a million and a half`, `a dozen`, `a third`, `a couple of hundred`."""
        if i + 1 >= len(tokens):
            return None
        word = tokens[i + 1].lower
        if word in self.vague:
            return self._vague(tokens, i)
        if word in self.scales and word not in self.plural_scales:
            read = self.cardinals.read(tokens, i + 1, implied_one=True)
            return None if read is None else self._behind_cardinal(tokens, i, *read)
        if word == "dozen":
            return Numeral(i, i + 2, Decimal(12), Style.WORDS, Decimal(12))
        if word == "score" and words_at(tokens, i + 2, 1) in (("of",), ("or",)):
            return Numeral(i, i + 2, Decimal(20), Style.WORDS, Decimal(20))
        if word == "half" and words_at(tokens, i + 2, 2)[1:] == ("dozen",):
            return Numeral(i, i + 4, Decimal(6), Style.WORDS, Decimal(12))
        if word in self.fractions.singular:
            return self.fractions.named(tokens, i, i + 1, _ONE)
        return None

    def _vague(self, tokens: Sequence[Token], i: int) -> Numeral | None:
        """`a couple of hundred` (about 200), `several hundred`, `a few thousand`; alone they state no number."""
        first, j = i, i + 1 if tokens[i].lower in ("a", "an") else i
        word = tokens[j].lower
        j += 1
        if word == "couple":
            if j < len(tokens) and tokens[j].lower == "of":
                j += 1
            elif j < len(tokens) and tokens[j].lower not in self.scales and first != j - 1:
                return Numeral(first, j, Decimal(2), Style.WORDS, about=True) if tokens[j].lower == "more" else None
            if j < len(tokens) and tokens[j].lower == "dozen":
                return Numeral(first, j + 1, Decimal(24), Style.WORDS, Decimal(12), about=True)
            if j < len(tokens) and tokens[j].lower in self.scales:
                scale = power_of_ten(self.scales[tokens[j].lower])
                return Numeral(first, j + 1, 2 * scale, Style.WORDS, scale, about=True)
            return Numeral(first, j, Decimal(2), Style.WORDS, about=True) if first != j - 1 else None
        low: Decimal | None = None
        while j < len(tokens) and tokens[j].lower in self.scales:
            scale = power_of_ten(self.scales[tokens[j].lower])
            low = 2 * scale if low is None else low * scale
            j += 1
        if low is None:
            return None
        return Numeral(first, j, None, Style.INDEFINITE, low / 2, low=low, high=low * 5)

    def _indefinite(self, tokens: Sequence[Token], i: int) -> Numeral | None:
        """`dozens`, `hundreds`, `tens of thousands`, `hundreds of millions`."""
        word = tokens[i].lower
        if word == "scores" and words_at(tokens, i + 1, 1) != ("of",):
            return None
        low = Decimal(self.indefinite[word]["low"])
        if words_at(tokens, i + 1, 1) == ("of",) and i + 2 < len(tokens):
            of = tokens[i + 2].lower
            if of in self.indefinite and of in self.plural_scales:
                scale = power_of_ten(self.plural_scales[of])
                low = (Decimal(10) if word == "tens" else low) * scale
                return Numeral(i, i + 3, None, Style.INDEFINITE, scale, low=low, high=low * 10)
        if word == "tens":
            return None
        return Numeral(i, i + 1, None, Style.INDEFINITE, low, low=low)

    def _behind_cardinal(
        self, tokens: Sequence[Token], first: int, j: int, value: Decimal, scale: Decimal
    ) -> Numeral | None:
        """A cardinal with what may follow: a fraction word, `and a half`, a scale, `in five`."""
        hyphen = words_at(tokens, j, 1) and tokens[j].text in HYPHENS
        k = j + 1 if hyphen and (touches(tokens, j) or self._spaced(tokens, j)) else j
        if self._is_ordinal(tokens, k, value, scale):
            return None
        plural = (
            k < len(tokens)
            and tokens[k].lower in self.fractions.words
            and tokens[k].lower not in self.fractions.singular
        )
        if k < len(tokens) and tokens[k].lower in self.fractions.words and (plural or (value <= 20 and scale == 1)):
            plural_needed = value > 1
            if plural_needed == (tokens[k].lower not in self.fractions.singular) or k > j:
                fraction = self.fractions.named(tokens, first, k, value)
                if fraction is not None:
                    return fraction
        odds = self.fractions.odds(tokens, first, j, value) if scale == 1 or value < 1000 else None
        if odds is not None:
            return odds
        over = self.fractions.over(tokens, first, j, value)
        if over is not None:
            return over
        if words_at(tokens, j, 1) == ("score",) and 1 < value <= 10 and scale == 1:
            return Numeral(first, j + 1, value * 20, Style.WORDS, Decimal(20))
        if j < len(tokens) and tokens[j].lower in ("dozen", "dozens") and scale <= 100:
            return Numeral(first, j + 1, value * 12, Style.WORDS, Decimal(12))
        return Numeral(first, j, value, Style.WORDS, scale)

    @staticmethod
    def _spaced(tokens: Sequence[Token], j: int) -> bool:
        """Whether a hyphen stands between two spaces, as in tokenized text: `one - fourth`."""
        return j + 1 < len(tokens) and tokens[j - 1].end + 1 == tokens[j].start == tokens[j + 1].start - 2

    def _is_ordinal(self, tokens: Sequence[Token], k: int, value: Decimal, scale: Decimal) -> bool:
        """Whether an ordinal ends the cardinal: `seventy-third`, `one hundred and twenty-fifth`, `two hundredth`."""
        if k < len(tokens) and tokens[k].lower == "and" and scale > 1:
            k += 1
        word = tokens[k].lower if k < len(tokens) else ""
        if word not in self.ordinals:
            return False
        if word in ("hundredth", "thousandth"):
            return value > 1 and not self.cardinals.read(tokens, k)
        return value >= 20
