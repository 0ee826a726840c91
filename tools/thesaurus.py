"""Makes `factex/verification/data/thesaurus.tsv` from WordNet 3.0: `python tools/thesaurus.py /usr/share/wordnet FILE`.

Debian's package `wordnet-base` has the database. Written are stems (Snowball English) of single words that the tagged
texts behind WordNet hold, each with the stems that may stand for it: words of the same synset in one of the first
senses of both, words that one derives from the other, and what an adjective pertains to. Words that
are names only are capitalised. WordNet's licence (Princeton
University, 2006) allows this use; its notice stands at the head of the file.
"""

import collections
import sys
from pathlib import Path

import snowballstemmer

POS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSES = 3
NOTICE = (
    "# Derived from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND "
    'DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. '
    "Permission to use, copy, modify and distribute it is granted without fee, provided that this notice is kept."
)


def main() -> None:
    """Reads the database and writes the table."""
    root, target = Path(sys.argv[1]), Path(sys.argv[2])
    stem = snowballstemmer.stemmer("english").stemWord
    counts: dict[tuple[str, str, str], int] = {}
    frequent: set[str] = set()
    for line in (root / "cntlist.rev").read_text().splitlines():
        key, number, count = line.split()
        counts[key, number, ""] = int(count)
        frequent.add(key.split("%")[0])
    related: dict[str, set[str]] = collections.defaultdict(set)
    synsets: dict[tuple[str, str], list[str]] = {}
    pointers = []
    common: set[str] = set()
    for name, pos in POS.items():
        for line in (root / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            parts = line.split(" | ")[0].split()
            size = int(parts[3], 16)
            words = [parts[4 + 2 * i].split("(")[0] for i in range(size)]
            common.update(word for word in words if word.islower())
            words = [word.lower() for word in words]
            synsets[pos, parts[0]] = words
            at = 4 + 2 * size
            for i in range(int(parts[at])):
                symbol, offset, kind, ends = parts[at + 1 + 4 * i : at + 5 + 4 * i]
                if symbol in ("+", "\\") and ends != "0000":
                    pointers.append((words[int(ends[:2], 16) - 1], symbol, kind, offset, int(ends[-2:], 16) - 1))
    first: dict[tuple[str, str], list[str]] = {}
    for name, pos in POS.items():
        for line in (root / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            parts = line.split()
            first[pos, parts[0]] = parts[-int(parts[2]) :][:SENSES]

    def good(word: str) -> bool:
        return word.isalpha() and len(word) > 2 and word in frequent

    for (pos, word), offsets in first.items():
        if not good(word):
            continue
        for offset in offsets:
            for other in synsets[pos, offset]:
                if other != word and good(other) and offset in first[pos, other]:
                    related[stem(word)].add(stem(other))
    for word, symbol, kind, offset, at in pointers:
        other = synsets["a" if kind == "s" else kind, offset][at]
        if other.isalpha() and word.isalpha() and (good(word) or good(other) or symbol == "\\"):
            related[stem(word)].add(stem(other))
            related[stem(other)].add(stem(word))
    lines = [
        f"{word}\t{' '.join(sorted(others - {word}))}" for word, others in sorted(related.items()) if others - {word}
    ]
    target.write_text("\n".join([NOTICE, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
