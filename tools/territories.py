"""Writes the names of the countries from CLDR.

Run `python tools/territories.py > factex/lexicon/data/territories.toml`; it needs babel.
"""

from babel import Locale
from babel.numbers import get_territory_currencies

NAMES = Locale("en").territories
# These are towns as well as countries.
TOWNS = {"SG", "MC", "HK", "MO", "LU", "GI", "VA", "SM", "DJ", "PA", "KW", "GT"}


def main() -> None:
    """Prints one line a country that has money of its own or shares one."""
    print("# Made by tools/territories.py from Unicode CLDR: ISO 3166 codes with the English names of countries,")
    print("# without those that are towns too.\n")
    for code in sorted(NAMES):
        if len(code) == 2 and code.isalpha() and code not in TOWNS and get_territory_currencies(code):
            print(f'{code} = "{NAMES[code]}"')


main()
