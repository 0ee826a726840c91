"""Writes what WordNet 3.0 tells of nouns.

Run `python tools/nouns.py /usr/share/wordnet > factex/lexicon/data/wordnet.toml`.

Debian's package `wordnet-base` has the database. Written are single words: those that name persons in most of the texts
that WordNet counted (in the first sense where it counted none), and, for each noun of `KINDS`, the words below its
first sense, by which a text may have named before what it calls by its kind: "a frigate … The vessel".
WordNet's licence (Princeton University, 2006) allows this use; its notice stands at the head of the file.
"""

from __future__ import annotations

import collections
import sys
import textwrap
from pathlib import Path

from factex.lexicon.files import table
from factex.lexicon.nouns import is_firm

NOTICE = (
    "Derived from WordNet 3.0, Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND "
    'DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. '
    "Permission to use, copy, modify and distribute it is granted without fee, provided that this notice is kept."
)
# The lexicographers' file of persons, by its number in the database.
PERSON = 18
# So much of a word's use must be of persons.
MOST = 0.8
# Words of persons that name firms, places, teams or things in the news as often.
NO_PERSONS = """
ace alien angel associate baker base being bomber body brewer buyer carrier case champion chief common competitor
computer contractor counter dealer double employer entrant exporter favorite favourite fellow fighter
finisher follower founder giant grower guard guarantor guide handler hauler haulier head host importer innocent
insurer issuer joiner judge keeper killer leader leftover lender lessee lessor loser major maker manufacturer master
match minor model mortgagee native natural neighbor neighbour newcomer novelty number official operator opponent
original owner parent partner party peer pioneer planter player power predecessor principal producer provider
publisher purchaser radical recipient remainder retailer rival saint second seller sender sharer shipper single sitter
special sponsor spender standard star starter striker subject success successor supplier survivor target
tenant threat trader transport trust underdog veteran victim victor wholesaler winner world
"""
# What texts call things by when they tell of them again.
KINDS = """
vehicle car truck aircraft plane ship boat machine instrument computer weapon gun missile bomb explosive building
house school factory mill facility hotel restaurant shop store prison hospital monument statue temple bridge tower
road highway railway dam tunnel mine quarry well reactor engine drug medicine vaccine toy garment fabric animal bird
fish insect mammal reptile rodent dog horse shark snake spider beetle moth dinosaur tree vegetable fruit storm
earthquake fire disease illness cancer virus infection mountain lake valley satellite spacecraft rocket metal mineral
newspaper magazine publication book film movie painting sculpture song opera play law treaty agreement tax levy fee
payment fine prize contest tournament drink beverage wine beer cheese barrier device apparatus implement tool
container structure craft warship lorry motorcycle bicycle train locomotive helicopter camera clock watch furnace
stove lamp pump cable rope sword knife pistol rifle cannon fortress castle palace mansion hut shed barn stable church
mosque monastery theater stadium library museum laboratory workshop warehouse depot waterway canal channel river
stream pond reservoir glacier peninsula beach desert forest cave crater volcano peak hill cliff bay gulf strait
currency coin bond loan mortgage debt grant pension allowance subsidy bonus salary tariff duty toll surcharge penalty
reward bribe gift donation chemical acid gas fuel alloy pesticide herbicide fertilizer poison toxin pigment dye resin
plastic fiber fibre cloth carpet coat hat shoe jewel gem necklace crown dish meal soup bread cake pie sauce meat
sausage grain cereal nut berry spice herb flower shrub weed grass fungus mushroom bacterium microorganism parasite
worm amphibian frog lizard turtle predator carnivore cat monkey ape whale bear deer antelope sheep goat cattle pony
eagle owl parrot duck goose songbird butterfly bee wasp ant crustacean crab mollusk creature beast document manuscript
diary novel poem essay map chart questionnaire license permit certificate pact charter statute decree ordinance ruling
verdict speech lecture sermon announcement symphony concerto ballet musical comedy drama documentary program drawing
photograph portrait mural disorder condition injury wound operation procedure surgery therapy windstorm flood drought
festival celebration ceremony concert championship battle conflict siege attack raid massacre murder crime robbery
theft fraud voyage flight expedition pilgrimage conference protest demonstration ammunition grenade tank software
language sport dance crop vine levee embankment wall fence gate tomb cemetery mall market gadget shelter tent
"""


def main() -> None:
    """Reads the database and writes the table."""
    root = Path(sys.argv[1])
    synsets: dict[str, tuple[list[str], int]] = {}
    below: dict[str, set[str]] = collections.defaultdict(set)
    for line in _lines(root / "data.noun"):
        parts = line.split(" | ")[0].split()
        size = int(parts[3], 16)
        synsets[parts[0]] = [parts[4 + 2 * i] for i in range(size)], int(parts[1])
        pointers = parts[5 + 2 * size :]
        for symbol, offset in zip(pointers[::4], pointers[1::4], strict=False):
            if symbol == "@":
                below[offset].add(parts[0])
    senses = {(parts := line.split())[0]: parts[-int(parts[2]) :] for line in _lines(root / "index.noun")}
    counted = _counted(root)
    print(*textwrap.wrap(NOTICE, 118, initial_indent="# ", subsequent_indent="# "), sep="\n")
    print("\n# Nouns of persons.")
    print(_entry("persons", _persons(synsets, senses, counted)))
    print("\n# What a noun may call again by its kind.\n[kinds]")
    for kind in KINDS.split():
        named = {
            word
            for offset in _all_below(senses[kind][0], below)
            for word in synsets[offset][0]
            if _is_plain(word) and word != kind and offset in senses[word][:3]
        }
        print(_entry(kind, named))


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="latin-1").splitlines() if not line.startswith("  ")]


def _is_plain(word: str) -> bool:
    return word.isascii() and word.isalpha() and word.islower() and len(word) > 2


def _counted(root: Path) -> dict[str, collections.Counter[bool]]:
    """How often each noun names a person and how often another thing in the texts that WordNet counted."""
    found: dict[str, collections.Counter[bool]] = collections.defaultdict(collections.Counter)
    for line in (root / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        word, sense = key.split("%")
        found[word][sense.startswith(f"1:{PERSON}:")] += int(count)
    return found


def _persons(
    synsets: dict[str, tuple[list[str], int]],
    senses: dict[str, list[str]],
    counted: dict[str, collections.Counter[bool]],
) -> set[str]:
    data = table("antecedents")
    firms = {*NO_PERSONS.split(), *data["descriptions"]}
    found = set()
    for word, offsets in senses.items():
        first = synsets[offsets[0]]
        if not _is_plain(word) or word in firms or is_firm(word) or first[1] != PERSON or word not in first[0]:
            continue
        told = counted.get(word)
        if told is None or told[True] >= MOST * sum(told.values()):
            found.add(word)
    return found


def _all_below(offset: str, below: dict[str, set[str]]) -> set[str]:
    found, ahead = set(), [offset]
    while ahead:
        for one in below[ahead.pop()]:
            if one not in found:
                found.add(one)
                ahead.append(one)
    return found | {offset}


def _entry(name: str, words: set[str]) -> str:
    lines = textwrap.wrap(" ".join(sorted(words)), 118)
    return f'{name} = """\n' + "\n".join(lines) + '"""'


if __name__ == "__main__":
    main()
