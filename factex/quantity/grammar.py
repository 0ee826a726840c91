"""Reads the quantities of one sentence on its characters: numeral, sign, currency, unit; then joins and modifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.phrases import NUMBER, WORD, tokens
from factex.numerals.arithmetic import power_of_ten, product
from factex.numerals.masks import masks, year_at
from factex.numerals.numeral import Numeral, Style
from factex.numerals.reader import NumeralReader
from factex.quantity.articles import ArticleReader
from factex.quantity.draft import Draft, UnitDraft
from factex.quantity.following import FollowingReader, hyphen_behind
from factex.quantity.intervals import both_bounds
from factex.quantity.joining import join
from factex.quantity.modifiers import ModifierReader
from factex.quantity.money import MoneyReader
from factex.quantity.pairs import DASHES
from factex.quantity.signs import alone_behind_minus, in_accounts, sign_before
from factex.quantity.units import Part, UnitReader, compose, reader
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token

_HYPHENS = "-‐‑"
# A name may stand before an amount: "Topaz 550 megawatt"; a unit behind it decides.
_NAMED, _LABELLED = "name with a number", "labelled identifier"


class QuantityReader:
    """Reads quantities from characters; it needs no model."""

    def __init__(self) -> None:
        self.numerals = NumeralReader()
        self.units: UnitReader = reader()
        self.currencies = self.units.currencies
        self.money = MoneyReader(self.units)
        self.modifiers = ModifierReader()
        self.following = FollowingReader(self.numerals, self.units, self.money)
        self.articles = ArticleReader(self.numerals, self.units, self.modifiers)

    def read(self, text: str, start: int, end: int, sentence: Sequence[Token] | None = None) -> list[Draft]:
        """The quantities of `text[start:end]`, one sentence, in order; counted nouns are not told yet.

        Args:
            text: The whole text.
            start: Where the sentence starts.
            end: Where it ends.
            sentence: Its tokens, if the caller has them.
        """
        sentence = tokens(text, start, end) if sentence is None else sentence
        masked = self._masked(text, start, end, sentence)
        found: list[Draft] = []
        i = 0
        while i < len(sentence):
            if masked[i] or not self.numerals.opens(sentence[i]):
                i += 1
                continue
            taken = found[-1].last if found else 0
            # "EUR 5-7m": the scale behind a dash is read as the first number's sign has it.
            behind_money = bool(found) and found[-1].after_sign and i == taken + 1 and sentence[i - 1].text in DASHES
            draft = self._quantity(text, sentence, i, masked, taken, behind_money=behind_money)
            if draft is None:
                i += 1
                continue
            found.append(draft)
            i = max(draft.last, i + 1)
        found = self._spreads(text, sentence, join(sentence, found))
        for draft in found:
            self._rate_of_range(text, sentence, draft)
        for k, draft in enumerate(found):
            before = found[k - 1].last if k else 0
            after = found[k + 1].first if k + 1 < len(found) else len(sentence)
            self.modifiers.apply(sentence, draft, before, after)
        if end == len(text) and start == 0:
            alone_behind_minus(sentence, found)
        return both_bounds(sentence, found)

    def _rate_of_range(self, text: str, sentence: Sequence[Token], draft: Draft) -> None:
        """`Rs 76-80 per share`: the rate behind a range of money."""
        money = draft.modifier is Modifier.RANGE and draft.unit is not None and draft.unit.kind is UnitKind.CURRENCY
        rate = self.units.rate(sentence, draft.last) if money else None
        if rate is None or draft.unit is None:
            return
        words = text[sentence[draft.last].start : sentence[rate[0] - 1].end]
        draft.unit = compose(f"{draft.unit.text} {words}", [Part(draft.unit.name, (("currency", 1),), 1), *rate[1]])
        draft.last, draft.end = rate[0], sentence[rate[0] - 1].end

    def _spreads(self, text: str, sentence: Sequence[Token], found: Sequence[Draft]) -> list[Draft]:
        """`(5.3 ± 0.2) days`, `(1.6 ± 0.1) × 10^5 kg`: the power and unit behind a bracket."""
        kept: list[Draft] = []
        for draft in found:
            if kept and draft.first < kept[-1].last:
                continue  # the power of ten, read as a number of its own
            kept.append(draft)
            first, last = draft.first - 1, draft.last
            spread = draft.value is not None and draft.low != draft.high and draft.unit is None
            bracketed = (
                first >= 0 and last < len(sentence) and (sentence[first].text, sentence[last].text) == ("(", ")")
            )
            if not (spread and bracketed and draft.modifier is Modifier.EXACT):
                continue
            j = last + 1
            power = self.numerals.digits.power(sentence, j)
            if power is not None:
                j = power[0]
                draft.value, draft.low, draft.high = (
                    None if number is None else product(number, power_of_ten(power[1]))
                    for number in (draft.value, draft.low, draft.high)
                )
            unit = self.units.unit(text, sentence, j)
            if unit is None and power is None:
                continue
            draft.unit, draft.last = (None, j) if unit is None else (unit[1], unit[0])
            draft.first, draft.start, draft.end = first, sentence[first].start, sentence[draft.last - 1].end
        return kept

    def _masked(self, text: str, start: int, end: int, sentence: Sequence[Token]) -> list[bool]:
        """For each token whether it touches a masked stretch, or is a year."""
        flags = [False] * len(sentence)
        for mask in masks(text, start, end):
            touched = [i for i, token in enumerate(sentence) if token.start < mask.end and token.end > mask.start]
            if touched and mask.reason == _LABELLED and self.money.behind(sentence, touched[-1] + 1) is not None:
                continue  # "a single room 120 euros"
            named = mask.reason == _NAMED and bool(touched)
            if named and (self._unit_at(text, sentence, touched[-1] + 1) or self._gapped_name(sentence, touched)):
                continue
            for i in touched:
                flags[i] = True
        for i, token in enumerate(sentence):
            if token.kind != NUMBER or flags[i] or self.currencies.before.before(sentence, i) is not None:
                continue
            flags[i] = year_at(sentence, i, lambda j: self._unit_at(text, sentence, j))
        return flags

    @staticmethod
    def _gapped_name(sentence: Sequence[Token], touched: Sequence[int]) -> bool:
        """Whether a name with a number goes on with a list of such: `sold 12,000 trucks, Ram 7,200 and Kia 90.`."""
        first, last = touched[0], touched[-1]
        rivals = (*table("masks")["lists"]["rival"], *table("tags")["words"]["PRP$"], "the", "'s", "’s", "'", "’")
        while first > 1 and (sentence[first - 1].text[:1].isupper() or sentence[first - 1].lower in rivals):
            first -= 1  # "and his opponent Luis Carmo 7"
        opens = first > 0 and sentence[first - 1].lower in (",", ";", "and", "while")
        ends = last + 1 == len(sentence) or sentence[last + 1].lower in (",", ";", "and", ".")
        earlier = any(token.kind == NUMBER for token in sentence[:first])
        return len(touched) == 2 and opens and ends and earlier

    def _unit_at(self, text: str, sentence: Sequence[Token], j: int) -> bool:
        if j >= len(sentence):
            return False
        word = sentence[j]
        if word.text in _HYPHENS and j + 1 < len(sentence) and word.start == sentence[j - 1].end:
            return self._unit_at(text, sentence, j + 1) and sentence[j + 1].kind == WORD
        if word.lower in self.numerals.scales or (
            word.text in self.numerals.scale_symbols and word.start == sentence[j - 1].end
        ):
            return True
        return self.units.unit(text, sentence, j) is not None or self.money.behind(sentence, j) is not None

    # -- one quantity ------------------------------------------------------------------------------------------------

    def _quantity(
        self, text: str, sentence: Sequence[Token], i: int, masked: Sequence[bool], taken: int, *, behind_money: bool
    ) -> Draft | None:
        sign = sign_before(sentence, i)
        before = self.money.before(sentence, sign[0])
        if before is not None and (before[0] < taken or not self.money.touches(sentence, before[0], sign[0])):
            before = None
        if not self._may_start(sentence, i, money=before is not None):
            return None
        money = before is not None or behind_money
        numeral = self.numerals.read(sentence, i, money=money) or self.articles.read(sentence, i)
        if numeral is None or any(masked[i : numeral.last]):
            return None
        if sign[1] and before is not None:  # $-99
            first = before[0]
        elif before is not None:
            outer = sign_before(sentence, before[0])
            first, sign = outer[0], (outer[0], outer[1] or sign[1])
        else:
            first = sign[0]
        draft = self._draft(sentence, numeral, first, negative=sign[1])
        if before is not None:
            self.money.read_sign(text, sentence, draft, numeral, before)
        else:
            self.following.give(text, sentence, draft, numeral)
        if self._glued_letters(sentence, draft):
            return None
        draft.attributive = draft.attributive or hyphen_behind(sentence, draft.last)
        in_accounts(sentence, draft)
        return draft

    def _may_start(self, sentence: Sequence[Token], i: int, *, money: bool) -> bool:
        token = sentence[i]
        if i and sentence[i - 1].end == token.start and not money:
            before = sentence[i - 1]
            if before.kind in (WORD, NUMBER) and token.kind == NUMBER:
                # "1h30" goes on; any other figures behind letters are part of a name.
                return before.text in ("h", "ft") and i > 1 and sentence[i - 2].kind == NUMBER and len(token.text) <= 2
            if before.text in "_#@\\&=" and before.text != "=":
                return False
            if (
                token.kind == WORD
                and before.text in _HYPHENS
                and i > 1
                and sentence[i - 2].kind == WORD
                and sentence[i - 2].lower != "sub"
                and not self._closes_odds(sentence, i)
            ):
                return False  # "forty-one" was read from its start; "twenty-one" in "page-one" is none
        return True

    @staticmethod
    def _closes_odds(sentence: Sequence[Token], i: int) -> bool:
        """Whether `one` closes odds that are tied by hyphens: `by a three-to-one margin`, not `a one-to-one talk`."""
        words = [token.lower for token in sentence[max(0, i - 4) : i + 1]]
        return len(words) == 5 and words[2] == "to" and words[4] == "one" and words[0] != "one"

    def _draft(self, sentence: Sequence[Token], numeral: Numeral, first: int, *, negative: bool) -> Draft:
        value = numeral.value
        if value is not None and negative:
            value = value.copy_negate()
        low, high = (numeral.low, numeral.high) if value is None else (value, value)
        lone = numeral.last - numeral.first == 1 and sentence[numeral.first].lower == "one" and not negative
        lone = lone and not self._from_one(sentence, numeral)
        draft = Draft(
            start=sentence[first].start,
            end=sentence[numeral.last - 1].end,
            first=first,
            last=numeral.last,
            value=value,
            low=low,
            high=high,
            modifier=Modifier.INDEFINITE if value is None else Modifier.EXACT,
            style=numeral.style,
            scale=numeral.scale,
            number_start=sentence[numeral.first].start,
            number_end=sentence[numeral.last - 1].end,
            lone_one=lone,
        )
        if numeral.about:
            draft.bounded(Modifier.ABOUT)
        if numeral.style is Style.MULTIPLE:
            draft.unit = UnitDraft(sentence[numeral.first].text, UnitKind.RATIO, "times")
        elif numeral.style in (Style.FRACTION, Style.ODDS):
            words = " ".join(token.text for token in sentence[numeral.first : numeral.last])
            draft.unit = UnitDraft(words, UnitKind.RATIO, "fraction")
        return draft

    @staticmethod
    def _from_one(sentence: Sequence[Token], numeral: Numeral) -> bool:
        """Whether `one` is where something starts: `from one to eight cents`, not `from one to another`."""
        i, j = numeral.first, numeral.last
        if i == 0 or j + 1 >= len(sentence) or (sentence[i - 1].lower, sentence[j].lower) != ("from", "to"):
            return False
        return sentence[j + 1].kind == NUMBER or sentence[j + 1].lower in table("numerals")["ones"]

    def _glued_letters(self, sentence: Sequence[Token], draft: Draft) -> bool:
        """Whether letters that are no unit touch the number: an identifier."""
        if draft.last >= len(sentence):
            return False
        last, behind = sentence[draft.last - 1], sentence[draft.last]
        return last.kind == NUMBER and behind.kind == WORD and behind.start == last.end


@per_lexicon
def quantity_reader() -> QuantityReader:
    """The reader of quantities, made at the first call."""
    return QuantityReader()
