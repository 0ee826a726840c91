"""Words that name several units, such as `pounds`: the lexicon's cues decide, else its documented prior."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factex.lexicon.files import table
from factex.lexicon.units import units
from factex.quantities.draft import of_entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.lexicon.phrases import Token
    from factex.quantities.draft import Draft, UnitDraft

_REACH = 3


def doubtful_unit(sentence: Sequence[Token], draft: Draft, i: int, *, hyphen: bool) -> tuple[int, UnitDraft] | None:
    """The unit that a doubtful word at token `i` names, as (index behind, unit).

    Returns:
        None where the word is not doubtful, or its prior reading (a currency) holds.
    """
    if i >= len(sentence):
        return None
    word = sentence[i].lower
    for entry in table("doubtful").values():
        if word in entry["words"]:
            for reading in entry["readings"]:
                if _met(reading, sentence, draft, i, hyphen=hyphen):
                    return i + 1, of_entry(units().by_name[reading["unit"]], sentence[i].text)
    return None


def _met(reading: dict[str, Any], sentence: Sequence[Token], draft: Draft, i: int, *, hyphen: bool) -> bool:
    behind = [token.lower for token in sentence[i + 1 : i + 1 + _REACH]]
    before = [token.lower for token in sentence[max(0, draft.first - _REACH) : draft.first]]
    number = draft.value if draft.value is not None else draft.low
    limit = reading.get("whole_below")
    if limit is not None and (number is None or number >= Decimal(limit)):
        return False
    if any(word in behind for word in reading.get("not_behind", ())):
        return False
    if reading.get("glued") and draft.end != sentence[i].start:
        return False
    anywhere = reading.get("anywhere")
    if anywhere is not None and not any(token.lower in anywhere for token in sentence):
        return False
    if reading.get("hyphen") is not None and reading["hyphen"] != hyphen:
        return False
    cues_behind, cues_before = reading.get("behind"), reading.get("before")
    if cues_behind is not None and not (behind and behind[0] in cues_behind):
        return False
    return cues_before is None or any(word in cues_before for word in before)
