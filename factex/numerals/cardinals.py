"""Reads cardinals in words: `two hundred and fifty-three`, `one point five billion`, `a million and a half`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factex.lexicon.files import table
from factex.lexicon.units import units
from factex.numerals.arithmetic import plus, power_of_ten, product, ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token

HYPHENS = "-‐‑"
_ONE = Decimal(1)
# Below this, `and half` before a unit is added: "one and half years".
_FEW = 10
_NONE = Decimal(0)
# Larger than any power of ten in the lexicon.
_NO_SCALE = 1000


class Cardinal(NamedTuple):
    """A cardinal in words.

    Attributes:
        last: Index behind its last token.
        value: The number.
        scale: Its last scale: 10**9 in `two billion`, else 1.
    """

    last: int
    value: Decimal
    scale: Decimal


@dataclass(slots=True)
class _Sum:
    """A cardinal as added up so far: whole scales in `total`, what is below the next scale in `group`."""

    total: Decimal = _NONE
    group: Decimal = _NONE
    power: int = _NO_SCALE
    scale: Decimal = _ONE
    empty: bool = True

    @property
    def value(self) -> Decimal:
        return self.total + self.group

    @property
    def nothing(self) -> bool:
        """Whether zero was said, to which nothing can be added: `zero five` is two numbers."""
        return not self.empty and not self.value

    def one(self, number: int) -> bool:
        """Adds `zero` to `nineteen`; False where the place is taken."""
        free = self.group % 10 == 0 and self.group % 100 != 10 if number < 10 else self.group % 100 == 0
        if not free or self.nothing or (number == 0 and not self.empty):
            return False
        self.group += number
        self.empty = False
        return True

    def ten(self, number: int) -> bool:
        """Adds `twenty` to `ninety`; False where the place is taken."""
        if self.group % 100 or self.nothing:
            return False
        self.group += number
        self.empty = False
        return True

    def hundred(self) -> bool:
        """Multiplies by a hundred: `two hundred`, `twenty-one hundred`."""
        if not 0 < self.group < 100:
            return False
        self.group *= 100
        self.scale = max(self.scale, Decimal(100))
        return True

    def scaled(self, power: int) -> bool:
        """Multiplies by a thousand and more; scales go down, or multiply all before: `three lakh crore`."""
        step = power_of_ten(power)
        if self.empty or self.nothing:
            return False
        if power < self.power:
            self.total += (self.group or (_NONE if self.total else _ONE)) * step
        elif not self.group:
            self.total *= step
        else:
            return False
        self.power, self.group, self.scale = power, _NONE, step
        return True


class CardinalReader:
    """Reads cardinals from tokens, by the tables of `numerals.toml`."""

    def __init__(self) -> None:
        data = table("numerals")
        self.ones: dict[str, int] = data["ones"]
        self.tens: dict[str, int] = data["tens"]
        self.scales: dict[str, int] = {**data["scales"], **data["scale_plurals"]}
        self.plural_scales: dict[str, int] = data["scale_plurals"]
        self.fractions: dict[str, int] = data["fractions"]
        self.fraction_words: dict[str, int] = {**data["fractions"], **data["fraction_plurals"]}
        self.vulgar = {sign: ratio(n, d) for sign, (n, d) in data["vulgar"].items()}

    def is_number_word(self, word: str) -> bool:
        """Whether a word, lower case, is part of cardinals."""
        return word in self.ones or word in self.tens or word in self.scales

    def read(self, tokens: Sequence[Token], i: int, *, implied_one: bool = False) -> Cardinal | None:
        """The cardinal that starts at token `i`.

        Args:
            tokens: The tokens of one sentence.
            i: Where to read.
            implied_one: Whether a scale word at the start means one of it: `(a) hundred and five`.
        """
        added = _Sum(group=_ONE, empty=False) if implied_one else _Sum()
        j = end = i
        while j < len(tokens):
            word = tokens[j].lower
            if j > i and not added.empty:
                ended = self._ending(tokens, j, added)
                if ended is not None:
                    return ended
                if self._joins(tokens, j, added):
                    j += 1
                    continue
            if not self._add(word, added):
                break
            j += 1
            end = j
        return None if added.empty or end == i else Cardinal(end, added.value, added.scale)

    def _add(self, word: str, added: _Sum) -> bool:
        if word in self.ones:
            return added.one(self.ones[word])
        if word in self.tens:
            return added.ten(self.tens[word])
        if self.scales.get(word) == 2:
            return added.hundred()
        return word in self.scales and added.scaled(self.scales[word])

    def _joins(self, tokens: Sequence[Token], j: int, added: _Sum) -> bool:
        """Whether a hyphen, `and` or comma at token `j` stands inside the cardinal."""
        if j + 1 >= len(tokens):
            return False
        word, following = tokens[j].lower, tokens[j + 1].lower
        small = following in self.ones or following in self.tens
        if word in HYPHENS:
            return touches(tokens, j) and (small or (following in self.scales and following not in self.plural_scales))
        if word in ("and", "&"):
            open_place = (added.group >= 100 and added.group % 100 == 0) or (added.total > 0 and added.group == 0)
            pronoun = following == "one" and words_at(tokens, j + 2, 1) == ("of",)
            return open_place and small and not pronoun
        return (
            word == ","
            and bool(added.total)
            and not added.group
            and small
            and self._goes_on(tokens, j + 1, added.power)
        )

    def _goes_on(self, tokens: Sequence[Token], j: int, power: int) -> bool:
        """Whether the number words at token `j` continue a cardinal behind a comma, and are no next item of a list."""
        while j < len(tokens):
            word = tokens[j].lower
            if word in self.scales:
                return self.scales[word] < power
            if not (word in self.ones or word in self.tens or word in HYPHENS):
                return False
            j += 1
        return False

    def _ending(self, tokens: Sequence[Token], j: int, added: _Sum) -> Cardinal | None:
        """A fraction or decimals that end the cardinal at token `j`."""
        word = tokens[j].lower
        if word in ("and", "&") or (word == "-" and words_at(tokens, j + 1, 1) == ("and",)):
            return self.joined(tokens, j, added.value, added.scale)
        if word == "point":
            decimals = self._decimals(tokens, j + 1)
            return (
                None
                if decimals is None
                else self._with_scale(tokens, decimals[0], plus(added.value, decimals[1]), added.scale)
            )
        if tokens[j].text in self.vulgar:
            return self._with_scale(tokens, j + 1, plus(added.value, self.vulgar[tokens[j].text]), added.scale)
        return None

    def joined(self, tokens: Sequence[Token], j: int, value: Decimal, scale: Decimal) -> Cardinal | None:
        """`and a half`, `and three quarters` at token `j`, behind a cardinal; its scale may follow."""
        if words_at(tokens, j, 6) in (("-", "and", "-", "a", "-", "half"), ("-", "and", "-", "a", "-", "quarter")):
            part = ratio(1, self.fractions[tokens[j + 5].lower])
            return self._with_part(tokens, j + 6, value, part, _ONE, scale)  # "two-and-a-half"
        follows = words_at(tokens, j + 1, 3)
        hyphened_of = len(follows) > 1 and follows[1] in HYPHENS and words_at(tokens, j + 4, 1) == ("of",)
        if len(follows) < 2 or follows[2:] == ("of",) or hyphened_of:
            return None  # "between 20 and a quarter of the seats"
        base = scale if scale >= 1000 and value % scale == 0 else _ONE
        if follows[0] == "half" and value < _FEW and units().names.at(tokens, j + 2) is not None:
            return self._with_part(tokens, j + 2, value, ratio(1, 2), base, scale)  # "one and half years"
        if follows[0] in ("a", "an", "one") and follows[1] in self.fractions:
            part = ratio(1, self.fractions[follows[1]])
            return self._with_part(tokens, j + 3, value, part, base, scale)
        k = 2 if len(follows) > 2 and follows[1] in HYPHENS else 1
        count = self.ones.get(follows[0])
        if (
            count
            and len(follows) > k
            and follows[k] in self.fraction_words
            and (follows[k] == "quarter" or follows[k] not in self.fractions)
        ):
            part = ratio(count, self.fraction_words[follows[k]])
            return self._with_part(tokens, j + 2 + k, value, part, base, scale)
        return None

    def _with_part(
        self, tokens: Sequence[Token], j: int, value: Decimal, part: Decimal, base: Decimal, scale: Decimal
    ) -> Cardinal:
        """Adds a fraction: of the last scale (`a million and a half`), or of the scale that follows it."""
        if base == 1:
            return self._with_scale(tokens, j, plus(value, part), scale)
        own = self._with_scale(tokens, j, part, _ONE)
        return Cardinal(own.last, plus(value, own.value if own.last > j else product(part, base)), scale)

    def _decimals(self, tokens: Sequence[Token], j: int) -> tuple[int, Decimal] | None:
        """The digits behind `point`, as (index behind, fraction)."""
        digits = ""
        while j < len(tokens) and (self.ones.get(tokens[j].lower, 10) < 10 or tokens[j].lower == "oh"):
            digits += str(self.ones.get(tokens[j].lower, 0))
            j += 1
        if not digits:  # "point seventy-one"
            read = self.read(tokens, j) if j < len(tokens) else None
            if read is not None and 10 <= read.value < 100 and read.scale == 1:
                j, digits = read.last, str(read.value)
        return (j, Decimal(f"0.{digits}")) if digits else None

    def _with_scale(self, tokens: Sequence[Token], j: int, value: Decimal, scale: Decimal) -> Cardinal:
        while j < len(tokens) and tokens[j].lower in self.scales:
            scale = power_of_ten(self.scales[tokens[j].lower])
            value = product(value, scale)
            j += 1
        return Cardinal(j, value, scale)


def words_at(tokens: Sequence[Token], i: int, count: int) -> tuple[str, ...]:
    """Up to `count` tokens from `i`, in lower case."""
    return tuple(token.lower for token in tokens[i : i + count])


def touches(tokens: Sequence[Token], j: int) -> bool:
    """Whether token `j` touches both its neighbours."""
    return 0 < j < len(tokens) - 1 and tokens[j - 1].end == tokens[j].start and tokens[j].end == tokens[j + 1].start
