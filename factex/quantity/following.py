"""The unit or currency behind a number: `3 kg`, `half an hour`, `twice a day`, `12 years old`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER, WORD
from factex.numerals.arithmetic import plus
from factex.numerals.cardinals import words_at
from factex.numerals.numeral import Style
from factex.quantity.doubtful import doubtful_unit
from factex.quantity.draft import UnitDraft, of_entry
from factex.quantity.units import Part, compose
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token
    from factex.numerals.numeral import Numeral
    from factex.numerals.reader import NumeralReader
    from factex.quantity.draft import Draft
    from factex.quantity.money import MoneyReader
    from factex.quantity.units import UnitReader

_HYPHENS = "-‐‑"


class FollowingReader:
    """Gives numbers the units that stand behind them.

    Args:
        numerals: Reads numbers.
        units: Reads units.
        money: Reads currencies.
    """

    def __init__(self, numerals: NumeralReader, units: UnitReader, money: MoneyReader) -> None:
        self.numerals, self.units, self.money = numerals, units, money

    def give(self, text: str, sentence: Sequence[Token], draft: Draft, numeral: Numeral) -> None:
        """Gives a number the unit or currency that stands behind it."""
        j = draft.last
        if numeral.style is Style.MULTIPLE:
            self._times_a_day(text, sentence, draft)
            return
        if numeral.style is Style.ODDS:
            return  # "three in five euros" is a fraction of them
        hyphen = hyphen_behind(sentence, j)
        k = j + 1 if hyphen else j
        if k < len(sentence) and sentence[k].text in "{[(" and k + 2 < len(sentence) and sentence[k + 2].text in "}])":
            unit = self.units.unit(text, sentence, k + 1) if sentence[k + 1].kind == WORD else None
            if unit is not None and unit[0] == k + 2 and sentence[k].text in "{[":
                draft.unit, draft.last, draft.end = unit[1], k + 3, sentence[k + 2].end
                return
        if numeral.style is Style.FRACTION and k < len(sentence):
            # "half a litre", "half an hour", "a quarter of a mile", "three quarters of an hour"
            k = self._over_article(sentence, k)
        if numeral.style is Style.INDEFINITE and words_at(sentence, k, 1) == ("of",):
            k += 1  # "millions of dollars", "thousands of hectares"
        reading = doubtful_unit(sentence, draft, k, hyphen=hyphen)
        if reading is not None and reading.unit is None:
            return
        unit = None if reading is None or reading.unit is None else (reading.last, reading.unit)
        named = self.units.unit(text, sentence, k)
        if unit is not None and named is not None and named[0] > unit[0]:
            unit = named
        currency = self.money.behind(sentence, k) if unit is None else None
        if currency is not None and named is not None and named[0] > currency[0] and named[1].kind is UnitKind.PHYSICAL:
            currency, unit = None, named  # "275 pound-feet"
        if currency is not None:
            self.money.give(
                text, sentence, draft, currency[1], text[sentence[k].start : sentence[currency[0] - 1].end], currency[0]
            )
            return
        if unit is None:
            unit = named or self._year_old(sentence, draft, k)
        scaled = self._on_scale(sentence, k if unit is None else unit[0])
        if scaled is not None and (unit is None or unit[1].name == "degree"):
            words = sentence[k].text if unit is not None else scaled.text
            draft.unit = UnitDraft(words, scaled.kind, scaled.name, scaled.dimension)
            if unit is not None:
                draft.last, draft.end = unit[0], sentence[unit[0] - 1].end
            return
        if unit is None:
            self._bare_rate(text, sentence, draft, k)
            return
        behind, found = unit
        if hyphen and sentence[behind - 1].kind != WORD and found.kind is not UnitKind.PERCENT:
            return
        if found.name == "times" and not self._multiple_stands(sentence, draft, k, behind):
            return
        old_follows = self._old(sentence, behind)
        if found.kind is UnitKind.TIME and old_follows is not None:
            found = UnitDraft(found.text, UnitKind.AGE, found.name, found.dimension)
            behind = old_follows
        draft.unit, draft.last, draft.end = found, behind, sentence[behind - 1].end
        draft.attributive = hyphen
        self._and_a_half(sentence, draft)

    def _times_a_day(self, text: str, sentence: Sequence[Token], draft: Draft) -> None:
        """`twice a day`: a multiple with its rate, where the rate is one of time."""
        rate = self.units.rate(sentence, draft.last)
        if rate is None or len(rate[1]) != 1 or rate[1][0].dimension != (("time", 1),):
            return
        words = text[sentence[draft.first].start : sentence[rate[0] - 1].end]
        draft.unit = compose(words, [Part("times", (), 1), *rate[1]])
        draft.last, draft.end = rate[0], sentence[rate[0] - 1].end

    def _bare_rate(self, text: str, sentence: Sequence[Token], draft: Draft, k: int) -> None:
        """`1.9 per 100,000 people`: what is counted is told before, the rate here."""
        rate = self.units.rate(sentence, k) if words_at(sentence, k, 1) == ("per",) else None
        if rate is not None and rate[1][0].name.startswith("("):
            draft.unit = compose(text[sentence[k].start : sentence[rate[0] - 1].end], rate[1])
            draft.last, draft.end = rate[0], sentence[rate[0] - 1].end

    def _on_scale(self, sentence: Sequence[Token], k: int) -> UnitDraft | None:
        """`−273.15° on the Celsius scale`, `between 50 and 70 on the GPa scale`: the unit that the scale names."""
        if words_at(sentence, k, 2) != ("on", "the") or k + 3 >= len(sentence) or sentence[k + 3].lower != "scale":
            return None
        found = self.units.table.symbols.at(sentence, k + 2) or self.units.table.names.at(sentence, k + 2)
        return of_entry(found[1], sentence[k + 2].text) if found is not None and found[0] == k + 3 else None

    @staticmethod
    def _year_old(sentence: Sequence[Token], draft: Draft, k: int) -> tuple[int, UnitDraft] | None:
        """`30 yo`, `30 y/o`: years of age, abbreviated."""
        if k >= len(sentence) or sentence[k].kind != WORD:
            return None
        for texts in table("ages")["abbreviations"]:
            if [token.lower for token in sentence[k : k + len(texts)]] == list(texts) and draft.scale == 1:
                words = "".join(token.text for token in sentence[k : k + len(texts)])
                return k + len(texts), UnitDraft(words, UnitKind.AGE, "year", (("time", 1),))
        return None

    def _and_a_half(self, sentence: Sequence[Token], draft: Draft) -> None:
        """`an hour and a half`: the fraction behind the unit."""
        j = draft.last
        if j + 2 >= len(sentence) or sentence[j].lower != "and" or draft.value is None:
            return
        part = self.numerals.read(sentence, j + 1)
        behind = [] if part is None else [token.lower for token in sentence[part.last : part.last + 2]]
        if len(behind) == 2 and behind[0] == "of" and behind[1] in table("elided")["wholes"]:
            return  # "takes 13 hours and a quarter of last winter's departures were cancelled"
        if part is not None and part.style is Style.FRACTION and part.value is not None and part.value < 1:
            value = plus(draft.value, part.value)
            draft.value = draft.low = draft.high = value
            draft.last, draft.end = part.last, sentence[part.last - 1].end

    @staticmethod
    def _multiple_stands(sentence: Sequence[Token], draft: Draft, k: int, behind: int) -> bool:
        word = sentence[k].lower
        if word in ("x", "×"):
            glued = sentence[k - 1].end == sentence[k].start
            follows = sentence[behind] if behind < len(sentence) else None
            return glued and (follows is None or follows.kind != NUMBER)
        return draft.style is not Style.FRACTION or word != "time"

    @staticmethod
    def _old(sentence: Sequence[Token], j: int) -> int | None:
        """`-old`, ` old`, ` of age` behind years: the index behind it."""
        texts = [token.lower for token in sentence[j : j + 2]]
        if texts[:1] in (["old"], ["olds"]):
            return j + 1
        return j + 2 if texts in (["-", "old"], ["-", "olds"], ["of", "age"]) else None

    @staticmethod
    def _over_article(sentence: Sequence[Token], k: int) -> int:
        words = [token.lower for token in sentence[k : k + 2]]
        if sentence[min(k + 2, len(sentence) - 1)].lower in table("times")["counted_back"]["words"]:
            return k  # "a fifth a decade earlier"
        if words[:1] and words[0] in ("a", "an"):
            return k + 1
        if len(words) == 2 and words[0] == "of" and words[1] in ("a", "an"):
            return k + 2
        return k


def hyphen_behind(sentence: Sequence[Token], j: int) -> bool:
    """Whether a hyphen ties the number to a word."""
    if j + 1 >= len(sentence):
        return False
    hyphen, word = sentence[j], sentence[j + 1]
    return (
        hyphen.text in _HYPHENS
        and hyphen.start == sentence[j - 1].end
        and word.start == hyphen.end
        and word.kind == WORD
    )
