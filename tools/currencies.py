"""Writes the ISO 4217 part of the currency lexicon from CLDR.

Run `python tools/currencies.py > factex/lexicon/data/iso4217.toml`; it needs babel.
"""

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies, list_currencies

US = Locale("en")
# Codes of funds, metals and tests, which no price is told in.
LEFT_OUT = {
    "XXX",
    "XTS",
    "XDR",
    "XSU",
    "XUA",
    "XBA",
    "XBB",
    "XBC",
    "XBD",
    "XAU",
    "XAG",
    "XPT",
    "XPD",
    "XRE",
    "XFU",
    "XFO",
    "XEU",
}


def main() -> None:
    """Prints one line a currency that is legal tender somewhere today."""
    current = {
        code for territory in US.territories if len(territory) == 2 for code in get_territory_currencies(territory)
    }
    print("# Made by tools/currencies.py from Unicode CLDR: ISO 4217 codes in use, with their English names.")
    print("# Edit currencies.toml beside this file instead.\n")
    for code in sorted(set(list_currencies("en")) & current - LEFT_OUT):
        singular = get_currency_name(code, count=1, locale=US)
        plural = get_currency_name(code, count=2, locale=US)
        print(f'{code} = ["{singular}", "{plural}"]')


main()
