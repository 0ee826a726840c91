"""Reads the numeral that starts at a token: digits, words, fractions, multiples, indefinite plurals."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER, SUPERSCRIPT, WORD
from factex.lexicon.units import units
from factex.numerals.arithmetic import power_of_ten, product, ratio, written_out
from factex.numerals.cardinals import HYPHENS, CardinalReader, touches, words_at
from factex.numerals.numeral import Numeral, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token

# More digits than this are an identifier; a larger power of ten than this is none of this world.
MAX_DIGITS = 40
MAX_POWER = 100

_SLASHES = "/⁄∕"
_SUPERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_ONE = Decimal(1)


class NumeralReader:
    """Reads numerals from tokens, by the tables of `numerals.toml`."""

    def __init__(self) -> None:
        data = table("numerals")
        self.cardinals = CardinalReader()
        self.scales = self.cardinals.scales
        self.plural_scales = self.cardinals.plural_scales
        self.scale_symbols: dict[str, dict[str, object]] = data["scale_symbols"]
        self.groups: dict[str, int] = data["groups"]
        self.indefinite: dict[str, dict[str, int]] = data["indefinite"]
        self.fractions: dict[str, int] = data["fractions"]
        self.fraction_words: dict[str, int] = {**data["fractions"], **data["fraction_plurals"]}
        self.vulgar = {sign: ratio(Decimal(n), Decimal(d)) for sign, (n, d) in data["vulgar"].items()}
        self.multiples: dict[str, int] = data["multiples"]
        self.multiplying: dict[str, str] = data["multiplying"]
        self.vague: dict[str, object] = data["vague"]
        self.followers = frozenset(data["fraction_followers"])
        self.no_half_behind = frozenset(data["no_half_behind"])

    # -- digits ------------------------------------------------------------------------------------------------------

    def read(self, tokens: Sequence[Token], i: int, *, money: bool = False) -> Numeral | None:
        """The numeral that starts at token `i`, or None.

        Args:
            tokens: The tokens of one sentence.
            i: Where to read.
            money: Whether a currency sign stands before it, which makes `m`, `b` and `t` scales.
        """
        token = tokens[i]
        if token.kind == NUMBER:
            return self._digits(tokens, i, money=money)
        if token.text in self.vulgar:
            return self._scaled(tokens, i, i + 1, self.vulgar[token.text], Style.FRACTION, money=money)
        if token.kind == WORD:
            return self._words(tokens, i)
        return None

    def _digits(self, tokens: Sequence[Token], i: int, *, money: bool) -> Numeral | None:
        token = tokens[i]
        digits = "".join(ch for ch in token.text if ch in "0123456789.eE+-")
        if len(digits) > MAX_DIGITS:
            return None
        value = Decimal(digits)
        if abs(value.adjusted()) > MAX_POWER:
            return None
        value = written_out(value)
        j = i + 1
        style = Style.DIGITS
        whole = value == value.to_integral_value()
        if j < len(tokens) and tokens[j].text in self.vulgar and whole:  # 2½, 2 ½
            return self._scaled(tokens, i, j + 1, value + self.vulgar[tokens[j].text], style, money=money)
        simple = self._simple_fraction(tokens, i)
        if simple is not None:
            return self._scaled(tokens, i, i + 3, simple, Style.FRACTION, money=money)
        if whole and j < len(tokens) and tokens[j].kind == NUMBER and 0 < tokens[j].start - token.end <= 2:  # 2 1/2
            simple = self._simple_fraction(tokens, j)
            if simple is not None and simple < 1:
                return self._scaled(tokens, i, j + 3, value + simple, style, money=money)
        power = self._power(tokens, j)
        if power is not None:  # 3 × 10⁸
            j, exponent = power
            return Numeral(i, j, product(value, power_of_ten(exponent)), style)
        raised = self._raised(tokens, i)
        if raised is not None:  # 10^13
            return raised
        odds = self._odds(tokens, i, j, value)
        if odds is not None:
            return odds
        return self._scaled(tokens, i, j, value, style, money=money)

    def _simple_fraction(self, tokens: Sequence[Token], i: int) -> Decimal | None:
        """The value of `1/2` at token `i`, where both are small whole numbers."""
        if i + 2 >= len(tokens) or tokens[i + 1].text not in _SLASHES or tokens[i + 2].kind != NUMBER:
            return None
        upper, slash, lower = tokens[i : i + 3]
        glued = upper.end == slash.start and slash.end == lower.start
        if not (glued and upper.text.isdigit() and lower.text.isdigit() and 0 < int(lower.text) <= 1000):
            return None
        if upper.text[0] == "0" or lower.text[0] == "0":
            return None  # a season, a date
        if int(upper.text) >= int(lower.text) * 20 or len(upper.text) > 3:
            return None
        if (i and tokens[i - 1].text in _SLASHES) or (i + 3 < len(tokens) and tokens[i + 3].text in _SLASHES):
            return None
        return ratio(Decimal(upper.text), Decimal(lower.text))

    @staticmethod
    def _power(tokens: Sequence[Token], j: int) -> tuple[int, int] | None:
        """`× 10⁸`, `x 10^8` or `× 10−8` at token `j`, as (index behind, exponent)."""
        if j + 2 >= len(tokens) or tokens[j].text not in "×xX·⋅*" or tokens[j + 1].text != "10":
            return None
        after = tokens[j + 2]
        if after.kind == SUPERSCRIPT and after.start == tokens[j + 1].end:
            exponent = after.text.translate(_SUPERS)
            return (j + 3, int(exponent)) if exponent.lstrip("-").isdigit() and len(exponent) < 4 else None
        k = j + 3 if after.text == "^" else j + 2
        sign = 1
        if k < len(tokens) and tokens[k].text in "-−–":
            sign, k = -1, k + 1
        elif after.text != "^":
            return None
        if k < len(tokens) and tokens[k].kind == NUMBER and tokens[k].text.isdigit() and len(tokens[k].text) <= 2:
            return k + 1, sign * int(tokens[k].text)
        return None

    @staticmethod
    def _raised(tokens: Sequence[Token], i: int) -> Numeral | None:
        """`10^13` or `10⁶` at token `i`."""
        if tokens[i].text != "10" or i + 1 >= len(tokens) or tokens[i + 1].start != tokens[i].end:
            return None
        after = tokens[i + 1]
        if after.kind == SUPERSCRIPT:
            exponent, last = after.text.translate(_SUPERS), i + 2
        elif (
            after.text == "^" and i + 2 < len(tokens) and tokens[i + 2].kind == NUMBER and tokens[i + 2].text.isdigit()
        ):
            exponent, last = tokens[i + 2].text, i + 3
        else:
            return None
        readable = exponent.lstrip("-").isdigit() and len(exponent) < 4
        return Numeral(i, last, power_of_ten(int(exponent)), Style.DIGITS) if readable else None

    def _scaled(
        self, tokens: Sequence[Token], first: int, j: int, value: Decimal, style: Style, *, money: bool
    ) -> Numeral:
        """The numeral with the scale words and symbols that follow it: `2.5 million`, `3 lakh crore`, `1.2bn`."""
        scale = _ONE
        while j < len(tokens):
            hyphen = tokens[j].text in HYPHENS and tokens[j].start == tokens[j - 1].end and j + 1 < len(tokens)
            k = j + 1 if hyphen else j
            power = self._scale(tokens, k, money=money)
            if power is None or (scale > 1 and tokens[k].lower not in self.scales):
                break
            scale *= power_of_ten(power)
            j = k + 1
        group = self.groups.get(tokens[j].lower) if j < len(tokens) and scale == 1 else None
        if group == 12:  # "2 dozen"; a score or a pair behind digits is a thing counted
            scale, j = Decimal(group), j + 1
        return Numeral(first, j, product(value, scale), style, scale)

    def _scale(self, tokens: Sequence[Token], k: int, *, money: bool) -> int | None:
        token = tokens[k]
        if token.kind != WORD:
            return None
        if token.lower in self.scales:
            return self.scales[token.lower]
        entry = self.scale_symbols.get(token.text)
        if entry is None:
            return None
        glued = k > 0 and tokens[k - 1].end == token.start
        if (entry.get("glued") and not (glued or money)) or (entry.get("money") and not money):
            return None
        follows = tokens[k + 1] if k + 1 < len(tokens) else None
        if follows is not None and follows.start == token.end and follows.text in "/²³^·.’'" and follows.text != ".":
            return None
        if token.text == "K" and not money and len(tokens[k - 1].text.partition(".")[2]) > 1:
            return None  # "573.15K"
        if token.text == "m" and not money:
            # 35m of cable, 35m tall: metres; 35m people, 35m in all: millions.
            counted = follows is not None and follows.kind == WORD and follows.start > token.end
            if not (counted and follows is not None and follows.lower not in self.no_half_behind | self.followers):
                return None
        power = entry["power"]
        return power if isinstance(power, int) else None

    def _odds(self, tokens: Sequence[Token], i: int, j: int, value: Decimal) -> Numeral | None:
        """`one in five`, `9 out of 10`: a fraction of two whole numbers, the second one round."""
        if j + 1 >= len(tokens) or value != value.to_integral_value():
            return None
        k = j + 1 if tokens[j].lower == "in" else j + 2 if words_at(tokens, j, 2) == ("out", "of") else 0
        if tokens[j].lower == "in" and k < len(tokens) and tokens[k].lower == "every":
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
        is_round = total <= 10 or (total % 10 == 0 and (total <= 100 or str(total).rstrip("0") in ("1", "2", "5")))
        if not (is_round and 0 < value < total) or (
            total > 10 and tokens[j].lower == "out" and value > 10 and total < 100
        ):
            return None
        return Numeral(i, last, ratio(value, total), Style.ODDS)

    # -- words -------------------------------------------------------------------------------------------------------

    def _words(self, tokens: Sequence[Token], i: int) -> Numeral | None:
        word = tokens[i].lower
        if word in ("a", "an"):
            return self._behind_article(tokens, i)
        if word in self.vague:
            return self._vague(tokens, i)
        if word in self.indefinite:
            return self._indefinite(tokens, i)
        if word == "half":
            return self._half(tokens, i)
        if word in self.multiplying:
            return Numeral(i, i + 1, Decimal(self.multiplying[word]), Style.MULTIPLE)
        if word in self.multiples:
            return Numeral(i, i + 1, Decimal(self.multiples[word]), Style.MULTIPLE)
        if word.endswith("fold"):
            stem = word.removesuffix("fold")
            value = self.cardinals.ones.get(stem, self.cardinals.tens.get(stem))
            return Numeral(i, i + 1, Decimal(value), Style.MULTIPLE) if value else None
        read = self.cardinals.read(tokens, i)
        if read is None:
            return None
        return self._behind_cardinal(tokens, i, *read)

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
        if word in self.fractions:
            return self._fraction(tokens, i, i + 1, _ONE)
        return None

    def _fraction(self, tokens: Sequence[Token], first: int, j: int, count: Decimal) -> Numeral | None:
        """`a third`, `two-thirds`, `three quarters of a million` with the fraction word at token `j`."""
        word = tokens[j].lower
        if word not in self.fraction_words:
            return None
        value = ratio(count, Decimal(self.fraction_words[word]))
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
            if follower is not None and follower.kind == WORD and follower.lower not in self.followers:
                return None  # "a third party", "a fifth time"
            if follower is not None and (
                follower.kind == NUMBER or (follower.text in HYPHENS and follower.start == tokens[j].end)
            ):
                return None
        elif word == "quarter" and tokens[first].lower in ("a", "one"):
            follower = tokens[last] if last < len(tokens) else None
            hyphenated = follower is not None and follower.text in HYPHENS
            if hyphenated or (follower is not None and follower.kind == WORD and follower.lower not in self.followers):
                return None  # "a quarter final"
        return Numeral(first, last, value, Style.FRACTION)

    def _half(self, tokens: Sequence[Token], i: int) -> Numeral | None:
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
        k = j + 1 if words_at(tokens, j, 1) and tokens[j].text in HYPHENS and touches(tokens, j) else j
        plural = k < len(tokens) and tokens[k].lower in self.fraction_words and tokens[k].lower not in self.fractions
        if k < len(tokens) and tokens[k].lower in self.fraction_words and (plural or (value <= 20 and scale == 1)):
            plural_needed = value > 1
            if plural_needed == (tokens[k].lower not in self.fractions) or k > j:
                fraction = self._fraction(tokens, first, k, value)
                if fraction is not None:
                    return fraction
        odds = self._odds(tokens, first, j, value) if scale == 1 or value < 1000 else None
        if odds is not None:
            return odds
        if j < len(tokens) and tokens[j].lower in ("dozen", "dozens") and scale <= 100:
            return Numeral(first, j + 1, value * 12, Style.WORDS, Decimal(12))
        return Numeral(first, j, value, Style.WORDS, scale)
