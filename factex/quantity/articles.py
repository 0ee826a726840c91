"""Articles that are numbers: `an hour and a half`, `less than an hour`, `nearly a mile`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.phrases import NUMBER
from factex.numerals.cardinals import words_at
from factex.numerals.numeral import Numeral, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token
    from factex.lexicon.units import UnitEntry
    from factex.numerals.reader import NumeralReader
    from factex.quantity.modifiers import ModifierReader
    from factex.quantity.units import UnitReader


class ArticleReader:
    """Reads an article before a unit as one, where the words around make it a number.

    Args:
        numerals: Reads numbers.
        units: Reads units.
        modifiers: Knows the words that bound a number.
    """

    def __init__(self, numerals: NumeralReader, units: UnitReader, modifiers: ModifierReader) -> None:
        self.numerals, self.units, self.modifiers = numerals, units, modifiers

    def read(self, sentence: Sequence[Token], i: int) -> Numeral | None:
        """`an hour` in `an hour and a half`, `less than an hour`: one, by what stands behind or before."""
        if sentence[i].lower not in ("a", "an") or i + 1 >= len(sentence):
            return None
        unit = self.units.table.names.at(sentence, i + 1)
        if unit is None:
            return None
        told = self._part_behind(sentence, *unit) or self._opens_range(sentence, i, *unit)
        told = told or self._closes_range(sentence, i, unit[1])
        if not told and not self._bounds_one(sentence, i, *unit):
            return None
        return Numeral(i, i + 1, Decimal(1), Style.ARTICLE)

    def _part_behind(self, sentence: Sequence[Token], last: int, unit: UnitEntry) -> bool:
        """Whether a part of a unit of time stands behind it: `and a half`, `and 30 seconds`."""
        if words_at(sentence, last, 1) != ("and",) or last + 1 >= len(sentence):
            return False
        behind = self.numerals.read(sentence, last + 1)
        if behind is None or behind.value is None:
            return False
        part = behind.last < len(sentence) and self.units.table.names.at(sentence, behind.last) is not None
        half = behind.style is Style.FRACTION and unit.section in ("time", *table("numerals")["article"]["sections"])
        return half or (part and unit.section == "time")

    def _opens_range(self, sentence: Sequence[Token], i: int, last: int, unit: UnitEntry) -> bool:
        """Whether a number of like units stands behind it, up to which it goes: `a week to 10 days`."""
        between = i > 0 and sentence[i - 1].lower == "between"
        if words_at(sentence, last, 1) != (("and",) if between else ("to",)):
            return False
        behind = self.numerals.read(sentence, last + 1)
        other = None if behind is None else self.units.table.names.at(sentence, behind.last)
        return other is not None and other[1].section == unit.section and unit.section in ("time", "length", "mass")

    def _closes_range(self, sentence: Sequence[Token], i: int, unit: UnitEntry) -> bool:
        """Whether a number of like units goes up or down to it: `from 95 minutes to an hour`."""
        cues = table("ranges")
        opened = i > 3 and sentence[i - 4].lower in (
            *cues["from"],
            *cues["spans"],
        )  # not "gave 3 hours to a year of it"
        if not opened or sentence[i - 1].lower != "to" or sentence[i - 3].kind != NUMBER:
            return False
        before = self.units.table.names.at(sentence, i - 2)
        return before is not None and before[0] == i - 1 and before[1].section == unit.section == "time"

    def _bounds_one(self, sentence: Sequence[Token], i: int, last: int, unit: UnitEntry) -> bool:
        """Whether a modifier before an article at token `i` makes it a number: `nearly a mile`, `more than a year`."""
        article = table("numerals")["article"]
        behind = sentence[last] if last < len(sentence) else None
        told = i > 0 and sentence[i - 1].lower in article["leads"] and unit.section in article["sections"]
        told = told and unit.name != "second"  # "about a second act"
        if not told or (behind is not None and behind.lower in article["barred"]):
            return False
        found = self.modifiers.before.before(sentence, i)
        return found is not None and found[1] != "focus" and (found[0] == 0 or sentence[found[0] - 1].kind != NUMBER)
