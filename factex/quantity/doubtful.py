"""Words and symbols that name several units, such as `pounds`: the lexicon's cues decide, else its documented prior."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.units import units
from factex.numerals.numeral import Style
from factex.quantity.draft import of_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factex.lexicon.phrases import Token
    from factex.quantity.draft import Draft, UnitDraft

_REACH = 3
# Readings that are no unit: the ordinary one of a currency's name, and that of a noun which the number counts.
_MONEY, _COUNT = "money", "count"


class Reading(NamedTuple):
    """How a doubtful word is meant.

    Attributes:
        last: Index behind the word.
        unit: The unit that it names; None where it is a noun that the number counts.
    """

    last: int
    unit: UnitDraft | None


@per_lexicon
def _entries() -> dict[str, list[dict[str, Any]]]:
    """The readings by word; symbols whose case counts stand under the spelling itself."""
    found: dict[str, list[dict[str, Any]]] = {}
    for entry in table("doubtful").values():
        for word in entry["words"]:
            found.setdefault(word, []).extend(entry["readings"])
    return found


def doubtful_unit(sentence: Sequence[Token], draft: Draft, i: int, *, hyphen: bool) -> Reading | None:
    """How a doubtful word at token `i` is meant.

    Returns:
        None where the word is not doubtful, or its prior reading holds.
    """
    if i >= len(sentence):
        return None
    token = sentence[i]
    entries = _entries()
    readings = entries.get(token.text) or (entries.get(token.lower) if len(token.text) > 1 else None) or ()
    for reading in readings:
        if _met(reading, sentence, draft, i, hyphen=hyphen):
            if reading["unit"] == _MONEY:
                return None
            if reading["unit"] == _COUNT:
                return Reading(i + 1, None)
            return Reading(i + 1, of_entry(units().by_name[reading["unit"]], token.text))
    return None


def _met(reading: dict[str, Any], sentence: Sequence[Token], draft: Draft, i: int, *, hyphen: bool) -> bool:
    """Whether all cues of a reading are met."""
    behind = [token.lower for token in sentence[i + 1 : i + 1 + _REACH]]
    before = [token.lower for token in sentence[max(0, draft.first - _REACH) : draft.first]]
    number = draft.value if draft.value is not None else draft.low
    first = behind[0] if behind else ""
    met: dict[str, Callable[[], bool]] = {
        "whole_below": lambda: number is not None and number < Decimal(reading["whole_below"]),
        "not_behind": lambda: not any(word in reading["not_behind"] for word in behind),
        "glued": lambda: reading["glued"] == (draft.end == sentence[i].start),
        "hyphen": lambda: reading["hyphen"] == hyphen,
        "fraction": lambda: reading["fraction"] == (draft.style is Style.FRACTION),
        "behind": lambda: first in reading["behind"],
        "before": lambda: any(word in reading["before"] for word in before),
        "anywhere": lambda: any(token.lower in reading["anywhere"] for token in sentence),
        "nowhere": lambda: not any(token.lower in reading["nowhere"] for token in sentence),
    }
    return all(test() for cue, test in met.items() if cue in reading)
