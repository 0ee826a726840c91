"""Reads numerals that open with digits: grouped, with fractions, powers of ten, scale words and symbols."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER, SUPERSCRIPT, WORD
from factex.lexicon.units import units
from factex.numerals.arithmetic import plus, power_of_ten, product, raised, ratio, written_out
from factex.numerals.cardinals import HYPHENS, CardinalReader, words_at
from factex.numerals.limits import MAX_DIGITS, MAX_POWER
from factex.numerals.numeral import Numeral, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token

_SLASHES = "/⁄∕"
_SUPERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_ONE = Decimal(1)


class DigitReader:
    """Reads numerals from digits.

    Args:
        cardinals: Reads the words behind them: `and a half`, `hundred`.
    """

    def __init__(self, cardinals: CardinalReader) -> None:
        data = table("numerals")
        self.cardinals = cardinals
        self.scales = cardinals.scales
        self.scale_symbols: dict[str, dict[str, object]] = data["scale_symbols"]
        self.groups: dict[str, int] = data["groups"]
        self.vulgar = cardinals.vulgar
        self.denominators = frozenset(data["denominators"])
        lengths = {*data["no_half_behind"], *data["fraction_followers"], *data["lengths_behind"]}
        self.lengths = frozenset(lengths - set(data["millions_behind"]))

    def read(self, tokens: Sequence[Token], i: int, *, money: bool) -> Numeral | None:
        """The numeral that starts with the digits of token `i`."""
        token = tokens[i]
        written = token.text
        if written.startswith("0,"):  # "0,23": nothing but a decimal comma can follow a lone zero
            if written.count(",") > 1:
                return None  # "0,230,235"
            written = written.replace(",", ".")
        digits = "".join(ch for ch in written if ch in "0123456789.eE+-")
        if len(digits) > MAX_DIGITS:
            return None
        value = Decimal(digits)
        if abs(value.adjusted()) > MAX_POWER or (i > 1 and tokens[i - 1].text == "^"):
            return None
        value = written_out(value)
        j = i + 1
        style = Style.DIGITS
        whole = value == value.to_integral_value()
        if j < len(tokens) and tokens[j].text in self.vulgar and whole:  # 2½, 2 ½
            return self.scaled(tokens, i, j + 1, value + self.vulgar[tokens[j].text], style, money=money)
        simple = self._simple_fraction(tokens, i)
        if simple is not None:
            return self.scaled(tokens, i, i + 3, simple, Style.FRACTION, money=money)
        if whole and j < len(tokens) and tokens[j].kind == NUMBER and 0 < tokens[j].start - token.end <= 2:  # 2 1/2
            simple = self._simple_fraction(tokens, j)
            if simple is not None and simple < 1:
                return self.scaled(tokens, i, j + 3, value + simple, style, money=money)
        power = self.power(tokens, j)
        if power is not None:  # 3 × 10⁸
            j, exponent = power
            return Numeral(i, j, product(value, power_of_ten(exponent)), style)
        times = j + 1 < len(tokens) and tokens[j].text in "×xX·⋅*"
        power_of = self._raised(tokens, j + 1 if times else i)
        if power_of is not None:  # 10^13, 8 × 2^10
            return Numeral(i, power_of[0], product(power_of[1], value if times else _ONE), style)
        if self._is_base(tokens, j + 1 if times else i):
            return None  # a power beyond the limits
        numeral = self.scaled(tokens, i, j, value, style, money=money)
        return self._with_part(tokens, numeral) or self._continued(tokens, numeral) or numeral

    def _with_part(self, tokens: Sequence[Token], numeral: Numeral) -> Numeral | None:
        """`5 and a half`, `3 million and a quarter`."""
        j = numeral.last
        if j >= len(tokens) or tokens[j].lower not in ("and", "-") or numeral.value is None:
            return None
        joined = self.cardinals.joined(tokens, j, numeral.value, numeral.scale)
        return None if joined is None else Numeral(numeral.first, joined.last, joined.value, Style.DIGITS, joined.scale)

    def _continued(self, tokens: Sequence[Token], numeral: Numeral) -> Numeral | None:
        """`3 hundred and 21`, `4 thousand 3 hundred`, `3 crore 50 lakh`: a scale word, and digits below that scale."""
        j = numeral.last
        if numeral.value is None or tokens[j - 1].lower not in self.scales or j >= len(tokens):
            return None
        linked = tokens[j].lower == "and"
        k = j + 1 if linked else j
        if k >= len(tokens) or tokens[k].kind != NUMBER or not tokens[k].text.isdigit():
            return None
        if linked and (numeral.scale > 1000 or words_at(tokens, max(0, numeral.first - 1), 1) == ("between",)):
            return None
        rest = self.read(tokens, k, money=False)
        if rest is None or rest.value is None or rest.value >= numeral.scale or rest.style is not Style.DIGITS:
            return None
        worded = rest.scale > 1 and rest.last > k + 1
        if not (linked or worded):
            return None
        return Numeral(numeral.first, rest.last, plus(numeral.value, rest.value), Style.DIGITS, numeral.scale)

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
        n, under = int(upper.text), int(lower.text)
        if len(upper.text) > 3 or under not in self.denominators:
            return None  # "24/31 mpg", two readings
        if n >= under and not (n < under * 4 and units().names.at(tokens, i + 3) is not None):
            return None  # "140/90", "50/50"; but "5/4 inches"
        if (i and tokens[i - 1].text in _SLASHES) or (i + 3 < len(tokens) and tokens[i + 3].text in _SLASHES):
            return None
        return ratio(Decimal(upper.text), Decimal(lower.text))

    @staticmethod
    def power(tokens: Sequence[Token], j: int) -> tuple[int, int] | None:
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
    def _raised(tokens: Sequence[Token], i: int) -> tuple[int, Decimal] | None:
        """`10^13`, `10⁶`, `2^10` or `1.1^-23` at token `i`, as (index behind, value)."""
        if i + 1 >= len(tokens) or tokens[i].kind != NUMBER or tokens[i + 1].start != tokens[i].end:
            return None
        after = tokens[i + 1]
        if after.kind == SUPERSCRIPT and tokens[i].text == "10":
            exponent, last = after.text.translate(_SUPERS), i + 2
        elif after.text == "^" and i + 2 < len(tokens):
            k = i + 3 if tokens[i + 2].text in "-−" else i + 2
            digits = tokens[k].text if k < len(tokens) and tokens[k].kind == NUMBER else ""
            exponent, last = ("-" if k > i + 2 else "") + digits, k + 1
        else:
            return None
        base = tokens[i].text.replace(",", "")
        if not re.fullmatch(r"-?[0-9]{1,3}", exponent) or len(base) > 6 or not Decimal(base):
            return None
        value = raised(Decimal(base), int(exponent))
        return (last, value) if abs(value.adjusted()) <= MAX_POWER else None

    @staticmethod
    def _is_base(tokens: Sequence[Token], i: int) -> bool:
        """Whether an exponent is written behind token `i`."""
        if i + 2 > len(tokens) - 1 and not (i + 1 < len(tokens) and tokens[i + 1].kind == SUPERSCRIPT):
            return False
        base, behind = tokens[i], tokens[i + 1]
        if base.kind != NUMBER or behind.start != base.end:
            return False
        follows = tokens[i + 2] if i + 2 < len(tokens) else None
        return (behind.kind == SUPERSCRIPT and base.text == "10") or (
            behind.text == "^" and follows is not None and (follows.kind == NUMBER or follows.text in "-−")
        )

    def scaled(
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

    @staticmethod
    def _is_distance(tokens: Sequence[Token], k: int, entry: dict[str, object]) -> bool:
        """Whether a scale symbol stands for a distance: `a 5k run`, `ran 5k`."""
        behind, before = entry.get("not_before"), entry.get("not_behind")
        follows = tokens[k + 1].lower if k + 1 < len(tokens) else ""
        leads = tokens[k - 2].lower if k > 1 else ""
        if isinstance(before, list) and leads in before:
            return units().names.at(tokens, k + 1) is None  # "walked 5k miles"
        return isinstance(behind, list) and follows in behind

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
            if not (counted and follows is not None and follows.lower not in self.lengths):
                return None
        if self._is_distance(tokens, k, entry):
            return None
        power = entry["power"]
        return power if isinstance(power, int) else None
