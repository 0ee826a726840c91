"""Reads currencies: a sign or code before a number, a name, code or sign behind it, and the rate that may follow."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.currencies import CurrencyEntry
from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER, SYMBOL, WORD
from factex.quantity.draft import UnitDraft
from factex.quantity.units import Part, UnitReader, compose
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token
    from factex.numerals.numeral import Numeral
    from factex.quantity.draft import Draft

_MINUS = "-−–"


class MoneyReader:
    """Reads currencies around numbers.

    Args:
        units: The reader of units, for rates such as `a share`.
    """

    def __init__(self, units: UnitReader) -> None:
        self.units = units
        self.currencies = units.currencies

    def before(self, sentence: Sequence[Token], i: int) -> tuple[int, CurrencyEntry] | None:
        """The currency sign or code that ends before token `i`, as (its first index, currency)."""
        found = self.currencies.before.before(sentence, i)
        if found is None:
            return None
        word, tags = sentence[found[0]].text, table("tags")["words"]
        if not (word == "A" or word.islower()):
            return found
        if word.lower() not in tags["DT"] and word not in tags["PRP"]:
            return found  # "hk $ 10 billion"
        if found[0] + 1 == i or sentence[found[0]].end == sentence[found[0] + 1].start:
            return found
        first = found[0] + 1  # "A $40 million deal", "it cost us $60": no country
        sign = self.currencies.before.before(sentence[first:i], i - first)
        return None if sign is None else (first + sign[0], sign[1])

    @staticmethod
    def touches(sentence: Sequence[Token], first: int, i: int) -> bool:
        """Whether a sign that is a word (`A`, `Rs`, `USD`) stands for itself and not at the end of another word."""
        token, before = sentence[first], sentence[max(0, first - 1)]
        glued_before = first > 0 and before.end == token.start and before.kind in (WORD, NUMBER)
        if token.kind == SYMBOL and before.lower in table("nouns")["function_words"]:
            glued_before = False  # "between$5.50 and $6"
        return not glued_before and sentence[i].start - sentence[i - 1].end <= 1

    def behind(self, sentence: Sequence[Token], j: int) -> tuple[int, CurrencyEntry] | None:
        """The currency that starts at token `j`, behind a number, as (index behind it, currency)."""
        if j >= len(sentence):
            return None
        named = self.currencies.names.at(sentence, j) or self._slang(sentence, j)
        if named is not None and not self._opens_next(sentence, j, named[0]):
            return named
        sign = self.currencies.after.at(sentence, j)
        if sign is None:
            return None
        token = sentence[j]
        glued = j > 0 and sentence[j - 1].end == token.start
        if token.text in self.currencies.minor_signs:
            if len(sentence[j - 1].text.partition(".")[0]) > 3:
                return None  # "1080p"
            behind = sentence[sign[0]] if sign[0] < len(sentence) else None
            return (
                sign
                if glued and (behind is None or behind.kind != WORD or behind.start > sentence[sign[0] - 1].end)
                else None
            )
        if self._opens_next(sentence, j, sign[0]):
            return None
        if token.kind == WORD and token.text not in self.currencies.codes and len(token.text) < 3 and not glued:
            return sign if token.text in ("kr", "zł", "Kč") else None
        return sign

    @staticmethod
    def _opens_next(sentence: Sequence[Token], j: int, last: int) -> bool:
        """Whether a sign or code behind a number is that of the next amount: `3 USD50 cards`, `8 or $ 9`."""
        following = sentence[last] if last < len(sentence) else None
        glued = j > 0 and sentence[j - 1].end == sentence[j].start
        if following is None or following.kind != NUMBER or glued:
            return False
        return following.start == sentence[last - 1].end or sentence[j].text in ("$", "£", "₹")

    def read_sign(
        self, text: str, sentence: Sequence[Token], draft: Draft, numeral: Numeral, sign: tuple[int, CurrencyEntry]
    ) -> None:
        """Gives a number behind a currency sign its unit: `$78.35 a barrel`."""
        entry = self._shared(sentence, sign[1], sentence[sign[0]].text)
        first = min(draft.first, sign[0])
        draft.first, draft.start = first, sentence[first].start
        draft.after_sign = True
        sign_end = next(
            k for k in range(sign[0], numeral.first + 1) if sentence[k].kind == NUMBER or k == numeral.first
        )
        sign_text = text[sentence[sign[0]].start : sentence[sign_end - 1].end].rstrip(_MINUS + " ")
        j = draft.last
        named = self.currencies.names.at(sentence, j)
        if named is not None and named[1].worth == 1 and named[1].code in (entry.code, "USD", ""):
            j = named[0]  # "$5 dollars"
        elif named is not None and named[1].code and named[1].worth == 1 and entry.code == "USD":
            entry, j = named[1], named[0]  # "$5 Canadian dollars"
        else:
            code = self.currencies.after.at(sentence, j)
            if code is not None and sentence[j].text in self.currencies.codes and entry.code == "USD":
                entry, j = code[1], code[0]  # "$5 CAD"
            else:
                entry, j = self._of_country(sentence, j, entry)
        self.give(text, sentence, draft, entry, sign_text, j)

    @staticmethod
    def _shared(sentence: Sequence[Token], entry: CurrencyEntry, sign: str) -> CurrencyEntry:
        """The currency of a sign that two countries share, by the words of the sentence."""
        other = table("currencies")["shared_signs"].get(sign)
        if other is None or not any(token.lower in other["anywhere"] for token in sentence):
            return entry
        return entry._replace(code=other["code"])

    def _of_country(self, sentence: Sequence[Token], j: int, entry: CurrencyEntry) -> tuple[CurrencyEntry, int]:
        """`$4.10 Canadian`, `$31 US.`: whose dollar, where no noun follows that the word describes."""
        code = table("currencies")["of_country"].get(sentence[j].text) if j < len(sentence) else None
        behind = sentence[j + 1] if j + 1 < len(sentence) else None
        closed = behind is None or behind.kind != WORD or behind.lower in self.units.function_words
        return (entry._replace(code=code), j + 1) if code and closed and entry.code == "USD" else (entry, j)

    def _slang(self, sentence: Sequence[Token], j: int) -> tuple[int, CurrencyEntry] | None:
        """`ten grand`: a thousand of a currency that the rest of the text tells, if no noun follows."""
        worth = table("currencies")["slang"].get(sentence[j].lower)
        behind = sentence[j + 1] if j + 1 < len(sentence) else None
        closed = behind is None or behind.kind != WORD or behind.lower in self.units.function_words
        return (j + 1, CurrencyEntry("USD", short="dollar", worth=Decimal(worth))) if worth and closed else None

    def give(
        self, text: str, sentence: Sequence[Token], draft: Draft, entry: CurrencyEntry, words: str, j: int
    ) -> None:
        """Gives a number the unit of a currency that ends at token `j`, with the rate that may follow."""
        name = entry.code or entry.short
        rate = self.units.rate(sentence, j)
        if rate is not None:
            text_below = text[sentence[j].start : sentence[rate[0] - 1].end]
            parts = [Part(name, (("currency", 1),), 1), *rate[1]]
            draft.unit = compose(f"{words} {text_below}".strip(), parts)
            j = rate[0]
        else:
            apart = self.units.rate_apart(sentence, j)
            money = UnitDraft(words, UnitKind.CURRENCY, name, (("currency", 1),))
            draft.unit = compose(words, [Part(name, (("currency", 1),), 1), *apart]) if apart else money
        if not entry.code or entry.short:
            draft.open_currency = entry.short
        draft.last, draft.end = j, sentence[j - 1].end
        self._scale_by(draft, entry.worth)

    @staticmethod
    def _scale_by(draft: Draft, factor: Decimal) -> None:
        draft.scale_by(factor)
