"""A second, slower reader of numbers, for the tests alone: from the characters of a span, by another way than the engine's.

The engine adds words up from left to right on decimals. This reader takes the largest scale in a run of words, reads
what stands on its left and on its right for itself, and reckons with fractions; its tables are its own. It says which
values a span can state; what the engine states has to be one of them.
"""

import re
from fractions import Fraction
from typing import NamedTuple

ONES = {word: n for n, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
)} | {"nought": 0, "naught": 0}  # fmt: skip
TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
} | {"fourty": 40}
SCALES = {"hundred": 2, "thousand": 3, "lakh": 5, "lac": 5, "million": 6, "crore": 7, "billion": 9, "milliard": 9, "trillion": 12,
          "quadrillion": 15, "quintillion": 18, "sextillion": 21}  # fmt: skip
SCALES |= {
    f"{word}s": SCALES[word] for word in ("hundred", "thousand", "lakh", "million", "crore", "billion", "trillion")
}
SYMBOLS = {"k": 3, "K": 3, "thou": 3, "m": 6, "M": 6, "mn": 6, "mln": 6, "mil": 6, "MM": 6, "mm": 6, "b": 9, "B": 9, "bn": 9, "Bn": 9, "bln": 9,
           "bil": 9, "t": 12, "T": 12, "tn": 12, "trn": 12, "tr": 12, "cr": 7, "grand": 3}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
         "twelfth": 12, "sixteenth": 16, "twentieth": 20, "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12}  # fmt: skip
PARTS |= {("halve" if word == "half" else word) + "s": n for word, n in PARTS.items()}
SIGNS = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6),
         "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip
TIMES = {"twice": 2, "thrice": 3, "double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5, "halve": Fraction(1, 2), "halved": Fraction(1, 2),
         "halving": Fraction(1, 2), "sextupled": 6}  # fmt: skip
TIMES |= {
    stem + end: n
    for stem, n in (("doubl", 2), ("tripl", 3), ("trebl", 3), ("quadrupl", 4), ("quintupl", 5))
    for end in ("ed", "es", "ing")
}
PLURALS = {"dozens": 24, "scores": 40, "tens": 20} | {
    word: 10**power for word, power in SCALES.items() if word.endswith("s")
}
GROUPS = {"dozen": 12, "dozens": 12, "score": 20}
SUPERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")

_DIGITS = r"(?<![0-9])0,[0-9]+(?![0-9,])|[0-9]+ \. [0-9]+|[0-9]+(?:[,\u00a0\u2009\u202f ][0-9]{2,3})*(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+"
_PIECE = re.compile(
    rf"(?P<digits>{_DIGITS})|(?P<word>(?:(?![½⅓⅔¼¾⅕-⅞⁰¹²³⁴-⁹])[^\W\d_])+)|(?P<super>[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+)|(?P<mark>\S)"
)


class Piece(NamedTuple):
    text: str
    kind: str
    start: int
    end: int


class Found(NamedTuple):
    """A number in a span: where it stands, what it can be, and whether it is a plural without a number."""

    start: int
    end: int
    values: frozenset
    low: Fraction | None = None
    high: Fraction | None = None


def pieces(text):
    """The runs of digits, letters and superscripts, and the other characters."""
    return [Piece(m.group(), m.lastgroup, m.start(), m.end()) for m in _PIECE.finditer(text)]


def digits(written):
    """All values that a run of digits can mean; none where its groups are broken."""
    written = re.sub(r"[\u00a0\u2009\u202f]", ",", written)
    mantissa, _, power = re.sub(r" \. ", ".", written).lower().partition("e")
    if re.fullmatch(r"0,[0-9]+", mantissa):
        mantissa = mantissa.replace(",", ".")
    mantissa = mantissa.replace(" ", ",")
    whole, _, rest = mantissa.partition(".")
    grouped = re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}|[0-9]*", whole)
    if not grouped or not re.fullmatch(r"[0-9]*", rest) or abs(int(power or 0)) > 999:
        return set()
    n = Fraction(int(whole.replace(",", "") + rest or 0), 10 ** len(rest))
    return {n * Fraction(10) ** int(power or 0)}


def words(run):
    """The value of a run of number words: split at its largest scale; None where it is no number."""
    run = [word for word in run if word not in ("and", "&", "-", "‐", "‑", ",", "a", "an")]
    if not run:
        return None
    if "point" in run:
        at = run.index("point")
        whole = words(run[:at]) if at else Fraction(0)
        behind = list(run[at + 1 :])
        figures = ""
        while behind and (ONES.get(behind[0], 10) < 10 or behind[0] == "oh"):
            figures += str(ONES.get(behind.pop(0), 0))
        if not figures and behind and behind[0] in (*TENS, *ONES):
            taken = [word for word in behind if word in TENS or word in ONES]
            figures, behind = str(words(taken)), behind[len(taken) :]
        if whole is None or not figures or not figures.isdigit():
            return None
        return _scaled(whole + Fraction(int(figures), 10 ** len(figures)), behind)
    scales = [SCALES.get(word, 0) for word in run]
    if max(scales):
        at = len(scales) - 1 - scales[::-1].index(max(scales))
        left = Fraction(1) if at == 0 else words(run[:at])
        right = Fraction(0) if at + 1 == len(run) else words(run[at + 1 :])
        if left is None or right is None or right >= 10 ** scales[at]:
            return None
        return left * 10 ** scales[at] + right
    if len(run) == 1:
        return Fraction(ONES[run[0]]) if run[0] in ONES else Fraction(TENS[run[0]]) if run[0] in TENS else None
    if len(run) == 2 and run[0] in TENS and 0 < ONES.get(run[1], 0) < 10:
        return Fraction(TENS[run[0]] + ONES[run[1]])
    return None


def _scaled(value, run):
    for word in run:
        if word not in SCALES:
            return None
        value *= 10 ** SCALES[word]
    return value


def _glued(one, two):
    return one.end == two.start


class Reader:
    """Reads the numbers of a span, the longest first at each place.

    `units` are the symbols that stand for a unit in this span, and so for no scale: the `m` of a metre.
    """

    def __init__(self, text, units=()):
        self.pieces = pieces(text)
        self.lower = [piece.text.lower() for piece in self.pieces]
        self.symbols = {symbol: power for symbol, power in SYMBOLS.items() if symbol not in units}

    def all(self):
        """The numbers, from left to right, none overlapping another."""
        found, i = [], 0
        while i < len(self.pieces):
            one = self.at(i)
            if one is None:
                i += 1
            else:
                found.append(one)
                i = one.end
        return found

    def at(self, i):
        """The longest number that starts at a piece, with all values that it can have; None where there is none."""
        readings = {}
        for end, value in self._plain(i):
            readings.setdefault(end, set()).add(value)
        plural = self._plural(i)
        if plural is not None and plural.end >= max(readings, default=0):
            return plural
        if not readings:
            return None
        end = max(readings)
        return Found(i, end, frozenset(readings[end]))

    def _plural(self, i):
        word = self.lower[i]
        if word in ("several", "few", "a", "couple"):
            j = i + 1 if word == "a" else i
            if self.lower[j : j + 1] not in (["several"], ["few"]):
                return None
            j, low = j + 1, Fraction(1)
            while j < len(self.lower) and self.lower[j] in SCALES:
                low *= 10 ** SCALES[self.lower[j]]
                j += 1
            return Found(i, j, frozenset(), 2 * low, 10 * low) if low > 1 else None
        if word not in PLURALS:
            return None
        if (
            self.lower[i + 1 : i + 2] == ["of"]
            and self.lower[i + 2 : i + 3]
            and self.lower[i + 2] in PLURALS
            and self.lower[i + 2] in SCALES
        ):
            low = Fraction(10 if word == "tens" else PLURALS[word]) * 10 ** SCALES[self.lower[i + 2]]
            return Found(i, i + 3, frozenset(), low, low * 10)
        return Found(i, i + 1, frozenset(), Fraction(PLURALS[word]), None)

    def _plain(self, i):
        """All (end, value) that start at a piece."""
        piece, low = self.pieces[i], self.lower[i]
        found = []
        if piece.kind == "digits":
            for value in self._digits(i):
                found += self._behind(i, i + 1, value)
            found += self._split_groups(i)
        elif piece.text in SIGNS:
            found += self._behind(i, i + 1, Fraction(*SIGNS[piece.text]))
        elif piece.kind == "word" or low == "-":
            found += self._worded(i)
        return found

    def _digits(self, i):
        return digits(self.pieces[i].text) if self.pieces[i].kind == "digits" else set()

    def _split_groups(self, i):
        """Where the groups of a run do not hold together, its first figures alone: "10, 20" is never one number."""
        piece = self.pieces[i]
        return (
            [(i + 1, value) for part in re.findall(r"[0-9]+(?:\.[0-9]+)?", piece.text)[:1] for value in digits(part)]
            if not self._digits(i)
            else []
        )

    def _behind(self, i, j, value):
        """A number with what may follow: a fraction, a power, scales, `and a half`."""
        found = [(j, value)]
        rest, low = self.pieces[j:], self.lower[j:]
        if rest and rest[0].text in SIGNS and value.denominator == 1:
            found += self._behind(i, j + 1, value + Fraction(*SIGNS[rest[0].text]))
        over = self._over(i)
        if over is not None and j == i + 1:
            found += self._scales(i + 3, over)
        if rest and rest[0].kind == "digits" and j == i + 1:
            part = self._over(j)
            if part is not None and part < 1:
                found += self._scales(j + 3, value + part)
        found += self._power(i, j, value)
        found += self._scales(j, value)
        if low[:1] == ["in"] or low[:2] == ["out", "of"] or low[:1] == ["over"] or low[:1] == ["of"]:
            found += self._odds(j, value)
        return found

    def _over(self, i):
        three = self.pieces[i : i + 3]
        if (
            len(three) < 3
            or three[1].text not in "/⁄∕"
            or three[2].kind != "digits"
            or not three[0].text.isdigit()
            or not three[2].text.isdigit()
        ):
            return None
        return Fraction(int(three[0].text), int(three[2].text)) if int(three[2].text) else None

    def _power(self, i, j, value):
        """`× 10⁸`, `10^6`, `2^10`."""
        rest = self.pieces[j:]
        found = []
        if len(rest) >= 3 and rest[0].text in "×xX·⋅*" and rest[1].kind == "digits":
            for end, power in self._exponent(j + 1, bare_sign=True):
                found.append((end, value * power))
        if j == i + 1:
            found += self._exponent(i)
        return found

    def _exponent(self, i, *, bare_sign=False):
        base, rest = self._digits(i), self.pieces[i + 1 :]
        if not base or not rest:
            return []
        base = min(base)
        written, j = "", i + 1
        if rest[0].kind == "super":
            written, j = rest[0].text.translate(SUPERS), i + 2
        elif rest[0].text == "^" or (bare_sign and base == 10 and rest[0].text in "-−–"):
            tail = "".join(piece.text for piece in rest[:3]).translate(SUPERS)
            match = re.match(r"\^?([-+]?[0-9]+)", tail)
            if match:
                written = match.group(1)
                j = i + 1 + (rest[0].text == "^") + (written[0] in "-+") + 1
        if not re.fullmatch(r"[-+]?[0-9]{1,3}", written):
            return []
        return [(j, base ** int(written))] if base else []

    def _scales(self, j, value, scale=1):
        """Scale words, symbols and dozens behind a number, and the fraction or the rest behind those."""
        found = [(j, value)]
        k = j + 1 if j + 1 < len(self.pieces) and self.pieces[j].text in "-‐‑" else j
        if k < len(self.pieces):
            word = self.pieces[k].text
            power = SCALES.get(word.lower(), self.symbols.get(word))
            if power is not None:
                found += self._scales(k + 1, value * 10**power, 10**power)
                found += self._rest(k + 1, value * 10**power, 10**power)
            elif word.lower() in GROUPS and (word.lower() != "score" or value <= 10):
                found += [(k + 1, value * GROUPS[word.lower()])]
        found += self._and_part(j, value, scale)
        return found

    def _rest(self, j, value, scale):
        """`3 hundred and 21`, `4 thousand 3 hundred`: digits below a scale."""
        linked = self.lower[j : j + 1] == ["and"]
        k = j + 1 if linked else j
        if (
            k >= len(self.pieces)
            or self.pieces[k].kind != "digits"
            or (linked and scale > 1000)
            or "between" in self.lower[:j]
        ):
            return []
        return [
            (end, value + part)
            for number in self._digits(k)
            for end, part in self._scales(k + 1, number)
            if part < scale
        ]

    def _and_part(self, j, value, scale):
        """`and a half`, `and three quarters`, of the last scale or of one."""
        low = self.lower[j : j + 8]
        match = re.match(r"(?:- )?and (?:- )?(an?|[a-z]+) (?:- )?([a-z]+)", " ".join(low))
        if not match or match.group(2) not in PARTS:
            return []
        count = 1 if match.group(1) in ("a", "an") else ONES.get(match.group(1))
        if count is None:
            return []
        part = Fraction(count, PARTS[match.group(2)])
        end = j + len(match.group().split())
        found = []
        if scale >= 1000:
            found.append((end, value + part * scale))
            found += [(stop, value + own) for stop, own in self._scales_only(end, part)]
        else:
            found += self._scales_only(end, value + part)
        return found

    def _scales_only(self, j, value):
        found = [(j, value)] if not (j < len(self.lower) and self.lower[j] in SCALES) else []
        k = j
        while k < len(self.lower) and self.lower[k] in SCALES:
            value *= 10 ** SCALES[self.lower[k]]
            k += 1
            found.append((k, value))
        return found

    def _odds(self, j, value):
        """`one in five`, `3 out of 10`, `1 over 3`, behind the first number."""
        k = j + (2 if self.lower[j : j + 2] == ["out", "of"] else 1)
        while self.lower[k : k + 1] and self.lower[k] in ("every", "the"):
            k += 1
        if k >= len(self.pieces):
            return []
        found = []
        for end, under in self._plain(k) if self.pieces[k].kind in ("digits", "word") else []:
            if under:
                found.append((end, value / under))
        return found

    def _worded(self, i):
        """Numbers that open with a word."""
        low, found = self.lower, []
        word = low[i]
        if word in TIMES:
            found.append((i + 1, Fraction(TIMES[word])))
        if word.endswith("fold") and (stem := word[:-4]) in SCALES:
            found.append((i + 1, Fraction(10 ** SCALES[stem])))  # "a hundredfold"
        if word.endswith("fold") and (stem := word[:-4]) in ONES | TENS:
            found.append((i + 1, Fraction((ONES | TENS)[stem])))
        if word in ("baker", "a") and "baker" in low[i : i + 2] and "dozen" in low[i : i + 5]:
            found.append((low.index("dozen", i) + 1, Fraction(13)))
        end = i
        known = {*ONES, *TENS, *SCALES, "and", "&", "-", "‐", "‑", "point", "oh", ",", "a", "an"}
        while end < len(low) and low[end] in known and end - i < 40:
            end += 1
            if low[end - 1] in ("and", "&", "-", "‐", "‑", ",", "a", "an", "point") or (
                low[end - 1] == "oh" and "point" not in low[i:end]
            ):
                continue
            if word in ("and", "&", "-", ",", "point") and word != "point":
                break
            if any(other in ("a", "an") for other in low[i + 1 : end]) or (
                word in ("a", "an") and low[i + 1] not in SCALES
            ):
                continue
            value = words(low[i:end])
            if value is not None:
                found += self._behind(i, end, value)
                scale = max([10 ** SCALES[w] for w in low[i:end] if w in SCALES] or [1])
                last = next((10 ** SCALES[w] for w in reversed(low[i:end]) if w in SCALES), 1)
                found += self._and_part(end, value, last) + (self._and_part(end, value, scale) if scale != last else [])
                found += self._named(end, value)
                if end < len(self.pieces) and self.pieces[end].text in SIGNS:
                    found += self._scales_only(end + 1, value + Fraction(*SIGNS[self.pieces[end].text]))
        if word in ("a", "an", "half", "quarter", "couple"):
            found += self._article(i)
        return found

    def _named(self, j, count):
        """`two-thirds`, `three quarters of a million` behind the count."""
        k = j + 1 if j < len(self.lower) and self.lower[j] in "-‐‑" else j
        if k < len(self.lower) and self.lower[k] in PARTS:
            return self._of(k + 1, count / PARTS[self.lower[k]])
        if k < len(self.lower) and self.lower[k] in GROUPS:
            return [(k + 1, count * GROUPS[self.lower[k]])]
        return []

    def _of(self, j, part):
        """A fraction, or that fraction of the scale that follows it: `half a million`, `a quarter of a million`."""
        found = [(j, part)]
        rest = self.lower[j : j + 3]
        for skip in ([], ["a"], ["an"], ["of", "a"], ["of", "an"], ["-"]):
            if rest[: len(skip)] == skip and len(rest) > len(skip):
                scale = rest[len(skip)]
                k = j + len(skip) + 1
                if scale in SCALES:
                    found += self._scales_only(k, part * 10 ** SCALES[scale])
                elif scale == "dozen":
                    found.append((k, part * 12))
        return found

    def _article(self, i):
        """`a third`, `half`, `a dozen`, `a couple of hundred`, `a half-dozen`, an hour (one)."""
        low = self.lower
        j = i + 1 if low[i] in ("a", "an") else i
        follows = low[j] if j < len(low) else ""
        found = []
        if follows in PARTS:
            found += self._of(j + 1, Fraction(1, PARTS[follows]))
        if follows in GROUPS and j > i:
            found.append((j + 1, Fraction(GROUPS[follows])))
        if follows == "couple":
            k = j + 2 if low[j + 1 : j + 2] == ["of"] else j + 1
            found.append((k, Fraction(2)))
            if low[k : k + 1] and low[k] in SCALES:
                found.append((k + 1, Fraction(2) * 10 ** SCALES[low[k]]))
            if low[k : k + 1] == ["dozen"]:
                found.append((k + 1, Fraction(24)))
        return found
