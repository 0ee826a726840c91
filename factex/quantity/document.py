"""What one amount of a text tells of the others: which dollar, which crown, the cents of what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factex.lexicon.currencies import currencies
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.quantity.draft import Draft

_DOLLAR, _CENT = "dollar", "cent"


@dataclass(slots=True)
class Told:
    """What the amounts of a text have told so far.

    Attributes:
        codes: The currency by its short name.
        dollars: The dollars that are named in full.
        looked_up: The short names whose nation the text was searched for.
    """

    codes: dict[str, str] = field(default_factory=dict)
    dollars: set[str] = field(default_factory=set)
    looked_up: set[str] = field(default_factory=set)


def name_currencies(text: str, drafts: Iterable[Draft], told: Told | None = None) -> None:
    """Gives short names (`crowns`, `$`, `cents`) the currency that an earlier full name in the text told.

    `Norwegian crowns` tells what crowns are, `A$40 million` what dollars are, and any amount what its cents are. A text
    that names two dollars leaves the bare sign as it is, and so does a bracket, which holds a conversion.

    Args:
        text: The whole text.
        drafts: Its amounts, or the next of them, in order; changed in place.
        told: What earlier ones told, if these are not the first; takes what these tell.
    """
    told = Told() if told is None else told
    codes, dollars = told.codes, told.dollars
    for draft in drafts:
        unit = draft.unit
        if unit is None or (not draft.open_currency and "[currency]" not in unit.record().dimension):
            continue
        code, _, rest = unit.name.partition(" / ")
        words = unit.text.split()[0].lower()
        short = draft.open_currency
        bare = words.rstrip("sr") == short.rstrip("s") or words in ("$", "¢", "c", "pence", "p")
        if short and bare and short not in codes and short not in told.looked_up:
            told.looked_up.add(short)
            codes |= _of_nation(text, short)
        if short and bare and code != codes.get(short, code):
            converted = text[draft.start - 1 : draft.start] == "("
            if not (short == _DOLLAR and (len(dollars) > 1 or converted)):
                draft.unit = replace(unit, name=" / ".join(filter(None, (codes[short], rest))))
        elif short == _DOLLAR and not bare:
            dollars.add(code)
            codes[short] = code
        elif short and not bare:
            codes[short] = code
        if code in currencies().codes and code in table("currencies")["cents"]["of"]:
            codes[_CENT] = draft.unit.name.partition(" / ")[0] if draft.unit is not None else code


def _of_nation(text: str, short: str) -> dict[str, str]:
    """The currency of a short name by the one nation with such a currency that the text names; empty without one."""
    nations: dict[str, list[str]] = table("currencies")["nations"].get(short, {})
    words = {code: [re.escape(name) for name in names] for code, names in nations.items()}
    named = [code for code, names in words.items() if any(re.search(rf"\b{name}\b", text) for name in names)]
    return {short: named[0]} if len(named) == 1 else {}
