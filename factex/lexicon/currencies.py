"""Currencies as the lexicon gives them: signs, codes, names, minor units."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.phrases import Phrases


class CurrencyEntry(NamedTuple):
    """One way to name a currency.

    Attributes:
        code: ISO 4217 code; empty where the name alone does not tell the currency.
        short: The bare noun that stands for it (`crown`), where several currencies share that noun; else empty.
        worth: What one of it is worth in the currency of the code: 1, or 0.01 for a cent.
    """

    code: str
    short: str = ""
    worth: Decimal = Decimal(1)


def _plural(name: str) -> str:
    return name[:-1] + "ies" if name.endswith("y") and name[-2] not in "aeiou" else name + "s"


class CurrencyTable:
    """All spellings of all currencies.

    Attributes:
        before: Signs and codes that stand before an amount, by their case.
        after: Signs and codes that stand behind an amount.
        names: Names, which stand behind an amount, in any case.
    """

    def __init__(self) -> None:
        iso, data = table("iso4217"), table("currencies")
        signs = {
            sign: CurrencyEntry(code, short="dollar" if "$" in sign and code in data["cents"]["dollars"] else "")
            for sign, code in data["signs"].items()
        }
        codes = {code: CurrencyEntry(code) for code in iso}
        minor_signs = {
            sign: CurrencyEntry(given["code"], short="cent", worth=Decimal(given["worth"]))
            for sign, given in data["minor_signs"].items()
        }
        scaled = {
            f"{letter}{code}": CurrencyEntry(code, worth=Decimal(10) ** power)
            for letter, power in data["scale_letters"].items()
            for code in iso
        }
        letters = {sign: CurrencyEntry(code) for sign, code in data["signs_before"].items()}
        self.before = Phrases({**signs, **codes, **letters}, cased=True)
        self.after = Phrases({**signs, **codes, **scaled, **minor_signs}, cased=True)
        self.minor_signs = frozenset(minor_signs)
        names: dict[str, CurrencyEntry] = {}

        def add(name: str, entry: CurrencyEntry) -> None:
            # A code in lower case has no plural: "Gbps" is no money.
            for spelling in (name,) if name.upper() in iso else (name, _plural(name), f"{name}s"):
                names.setdefault(spelling.lower(), entry)

        open_names = data["open"]
        for short, code in open_names.items():
            add(short, CurrencyEntry(code, short=short))
        for name, given in data["minor"].items():
            add(name, CurrencyEntry(given["code"], short="cent", worth=Decimal(given["worth"])))
        for name, code in data["names"].items():
            add(name, CurrencyEntry(code, short=self._short(name, open_names)))
        for code, (singular, plural) in iso.items():
            entry = CurrencyEntry(code, short=self._short(singular, open_names))
            add(singular, entry)
            names.setdefault(plural.lower(), entry)
        self.names = Phrases(names)
        self.codes = frozenset(iso)

    @staticmethod
    def _short(name: str, open_names: dict[str, str]) -> str:
        last = name.lower().rsplit(" ", 1)[-1]
        singular = {"kroner": "krone", "crowns": "crown"}.get(last, last)
        return singular if singular in open_names else ""


@per_lexicon
def currencies() -> CurrencyTable:
    """The table of all currencies, made at the first call."""
    return CurrencyTable()
