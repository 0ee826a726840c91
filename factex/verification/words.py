"""Words of a text, and how near two of them are in meaning: stems, a thesaurus, aliases, contrasts."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass, replace
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

import snowballstemmer

from factex.lexicon.files import table
from factex.lexicon.verbs import irregular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A number directly behind a name is part of it: "Line 4".
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'][^\W\d_]+)*|(?<=[a-z] )\d{1,3}(?![\d.,]*\d| ?[%\w])")
_POSSESSIVE = re.compile(r"[’'][sS]?$")
# Between the parts of a name: "Bank of England".
_INSIDE_NAMES = frozenset(("of", "the", "and", "for", "&"))
_SHORT = 4
# A prefix of this many letters that one word is of another makes them near: "Tavria", "Tavrian".
_PREFIX = 5


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word of a text.

    Attributes:
        lower: Its characters in lower case, without a possessive ending.
        stem: Its stem.
        start: Index of its first character.
        end: Index behind its last character.
        name: Whether it is written as a name is.
        keys: What else it can be known by: aliases, groups of synonyms, the initials of the name that it is part of.
    """

    lower: str
    stem: str
    start: int
    end: int
    name: bool = False
    keys: frozenset[str] = frozenset()

    @property
    def light(self) -> bool:
        """Whether the word says nothing about which thing is meant."""
        return self.stem in knowledge().light and not self.name

    @property
    def generic(self) -> bool:
        """Whether the word may stand for a thing that is named elsewhere."""
        return self.stem in knowledge().generic and not self.name


class Knowledge(NamedTuple):
    """The tables of `data/words.toml` and `data/thesaurus.tsv`, by stems."""

    light: frozenset[str]
    generic: frozenset[str]
    having: frozenset[str]
    synonyms: dict[str, frozenset[str]]
    contrasts: dict[str, dict[int, int]]
    guesses: frozenset[str]
    aliases: dict[str, str]
    thesaurus: dict[str, frozenset[str]]
    names: frozenset[str]


@functools.lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case (Snowball's English stemmer); of an irregular verb form that of the verb."""
    return str(_stemmer().stemWord(irregular(word) or word))


@functools.cache
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")


@functools.cache
def knowledge() -> Knowledge:
    """What is known about words; read once."""
    folder = resources.files("factex.verification").joinpath("data")
    data = _data()
    lines = folder.joinpath("thesaurus.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return Knowledge(
        frozenset(map(stem, data["light"])),
        frozenset(map(stem, data["generic"])),
        frozenset(map(stem, data["having"])),
        _groups(data["synonyms"]),
        _contrasts(data["contrasts"]),
        frozenset(map(stem, data["guesses"])),
        {name: f"alias:{group[0]}" for group in data["aliases"] for name in group},
        {word.lower(): frozenset(others.split()) for word, others in rows},
        frozenset(word.lower() for word, _ in rows if word[0].isupper()),
    )


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of `data/words.toml`, in lower case."""
    return frozenset(_data()[name])


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(
        resources.files("factex.verification").joinpath("data", "words.toml").read_text(encoding="utf-8")
    )


def _groups(groups: Iterable[Sequence[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for number, group in enumerate(groups):
        for word in group:
            found.setdefault(stem(word), set()).add(f"{number}")
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _contrasts(groups: Sequence[Sequence[Sequence[str]]]) -> dict[str, dict[int, int]]:
    """For each stem its groups of contrasts, and in each the set that it belongs to."""
    found: dict[str, dict[int, int]] = {}
    for number, group in enumerate(groups):
        for place, words in enumerate(group):
            for word in words:
                found.setdefault(stem(word), {})[number] = place
    return found


@functools.lru_cache(maxsize=512)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; numbers are none.

    Example:
        >>> [(word.lower, word.stem, word.name) for word in words_of("China's 227 supercomputers")]
        [('china', 'china', True), ('supercomputers', 'supercomput', False)]
    """
    known = knowledge()
    dates = frozenset(table("times")["months"]) | frozenset(table("times")["weekdays"])
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        if match.group()[0].isdigit():
            if found and found[-1].end == match.start() - 1 and text[found[-1].start].isupper():
                found.append(Word(match.group(), match.group(), match.start(), match.end(), name=True))
            continue
        shown = _POSSESSIVE.sub("", match.group())
        lower = shown.lower()
        named = shown[0].isupper() and lower not in dates and _is_name(text, match.start(), shown)
        found.append(Word(lower, stem(lower), match.start(), match.end(), named))
    inside = {word.stem for word in found if word.name}
    made = []
    for word, keys in zip(found, _keys(text, found), strict=True):
        name = word.name or (word.stem in inside and text[word.start].isupper())
        made.append(replace(word, name=name, keys=keys | known.synonyms.get(word.stem, frozenset())))
    return tuple(made)


def _is_name(text: str, start: int, shown: str) -> bool:
    """Whether a word with a capital is a name: inside a sentence; at its head where it is no word of the language."""
    before = text[:start].rstrip(" \t\"'“”‘’(")[-1:]
    opening = not before or before in ".!?:\n•"
    return not opening or (len(shown) > 1 and shown.isupper()) or not _known(shown.lower())


def _known(word: str) -> bool:
    """Whether a word is one of the common language, so that a capital at a sentence's start says nothing."""
    known, root = knowledge(), stem(word)
    if word in known.aliases:
        return False
    return (
        (root in known.thesaurus and root not in known.names)
        or root in known.light
        or root in known.synonyms
        or root in known.generic
    )


def _keys(text: str, words: Sequence[Word]) -> list[frozenset[str]]:
    """Aliases and initials of the words."""
    aliases = knowledge().aliases
    keys: list[set[str]] = [set() for _ in words]
    for i, word in enumerate(words):
        for length in (3, 2, 1):
            if i + length > len(words):
                continue
            alias = aliases.get(" ".join(one.lower for one in words[i : i + length]))
            acronym = length == 1 and len(word.lower.replace(".", "")) < _SHORT
            if alias is not None and (not acronym or text[word.start : word.end].isupper()):
                for j in range(i, i + length):
                    keys[j].add(alias)
                break
        if word.name and text[word.start : word.end].isupper() and len(word.lower) > 1:
            keys[i].add(f"initials:{word.lower.replace('.', '')}")
    for run in _runs(words):
        initials = "".join(words[i].lower[0] for i in run if words[i].lower not in _INSIDE_NAMES)
        if len(initials) > 1:
            for i in run:
                keys[i].add(f"initials:{initials}")
    return [frozenset(one) for one in keys]


def _runs(words: Sequence[Word]) -> list[list[int]]:
    """Stretches of words that make one name."""
    runs: list[list[int]] = []
    run: list[int] = []
    for i, word in enumerate(words):
        near = not run or word.start - words[i - 1].end <= 1
        if near and (word.name or (run and word.lower in _INSIDE_NAMES)):
            run.append(i)
        else:
            runs.append(run)
            run = [i] if word.name else []
    runs.append(run)
    return [run for run in runs if len(run) > 1]


def nearness(one: Word, other: Word) -> float:
    """How near two words are in meaning, from 0 to 1.

    Example:
        >>> one, other = words_of("The company employs people of staff")[2], words_of("workers")[0]
        >>> nearness(one, other)
        0.9
    """
    mine, yours = one.stem, other.stem
    if mine == yours:
        return 1.0
    shared = bool(one.keys) and not one.keys.isdisjoint(other.keys)
    if shared and any(":" in key for key in one.keys & other.keys):
        return 1.0
    alike = mine[:_PREFIX] == yours[:_PREFIX] and _prefix(mine, yours)
    if one.name and other.name:
        return 0.9 if alike else 0.0
    if shared:
        return 0.9
    thesaurus = knowledge().thesaurus
    return 0.8 if alike or yours in thesaurus.get(mine, ()) or mine in thesaurus.get(yours, ()) else 0.0


def _prefix(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _PREFIX and long.startswith(short) and len(long) - len(short) <= _SHORT


def opposed(one: Word, other: Word) -> bool:
    """Whether one word rules the other out where both speak of the same figure: `revenue` and `profit`."""
    contrasts = knowledge().contrasts
    mine = contrasts.get(one.stem)
    yours = contrasts.get(other.stem) if mine else None
    if not mine or not yours:
        return False
    return any(number in yours and yours[number] != place for number, place in mine.items())
