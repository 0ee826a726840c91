"""Writes which given names are of women and which of men.

Run `python tools/names.py name_data.json > factex/lexicon/data/names.toml`.

The file is of the package `nomquamgender` 0.1.4 (Ian Van Buskirk, MIT licence), which joins 36 sources from many
countries: for each name how many sources have it, how many people, and the share of women among them. Written are
plain names that are common enough and almost always of one gender.
"""

from __future__ import annotations

import json
import sys
import textwrap
from pathlib import Path

NOTICE = """
Derived from nomquamgender 0.1.4, Copyright (c) 2022 Ian Van Buskirk. Permission is hereby granted, free of charge,
to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the
Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished
to do so, subject to the following conditions: The above copyright notice and this permission notice shall be
included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY
OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A
PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""
# A name is written where so many sources and people have it, of whom so many in a hundred are of one gender.
SOURCES, PEOPLE, MOST = 6, 100, 0.94


def main() -> None:
    """Reads the names and writes the table."""
    data: dict[str, list[float]] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    known = {
        name: women
        for name, (sources, people, women, *_) in data.items()
        if sources >= SOURCES and people >= PEOPLE and len(name) > 1 and name.isascii() and name.isalpha()
    }
    print(*textwrap.wrap(NOTICE.strip(), 118, initial_indent="# ", subsequent_indent="# "), sep="\n")
    print(_entry("she", [name for name, women in known.items() if women >= MOST]))
    print(_entry("he", [name for name, women in known.items() if women <= 1 - MOST]))


def _entry(name: str, words: list[str]) -> str:
    return f'\n{name} = """\n' + "\n".join(textwrap.wrap(" ".join(sorted(words)), 118)) + '"""'


if __name__ == "__main__":
    main()
