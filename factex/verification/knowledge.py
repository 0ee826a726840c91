"""What is known about words: the tables of `data/words.toml` and the thesaurus, by stems."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import TYPE_CHECKING, Any, NamedTuple

import snowballstemmer

from factex.lexicon.verbs import irregular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Knowledge(NamedTuple):
    """The tables of `data/words.toml` and `data/thesaurus.tsv`, by stems."""

    light: frozenset[str]
    generic: frozenset[str]
    having: frozenset[str]
    synonyms: dict[str, frozenset[str]]
    contrasts: dict[str, dict[int, int]]
    opposites: dict[str, dict[int, int]]
    guesses: frozenset[str]
    marked: frozenset[str]
    aliases: dict[str, str]
    alias_heads: frozenset[str]
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
        _contrasts(data["opposites"]),
        frozenset(map(stem, data["guesses"])),
        frozenset(map(stem, data["marked"])),
        {name: f"alias:{group[0]}" for group in data["aliases"] for name in group},
        frozenset(name.split()[0] for group in data["aliases"] for name in group),
        {word.lower(): frozenset(others.split()) for word, others in rows},
        frozenset(word.lower() for word, _ in rows if word[0].isupper()),
    )


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The words of a list of `data/words.toml`, in lower case."""
    return frozenset(_data()[name])


@functools.cache
def margin_nouns() -> frozenset[str]:
    """Nouns of what parts two numbers."""
    return frozenset(_data()["margins"]["nouns"])


@functools.cache
def implied() -> dict[str, list[str]]:
    """The properties that units of a dimension tell by themselves."""
    found: dict[str, list[str]] = _data()["implied"]
    return found


@functools.cache
def axes() -> dict[str, str]:
    """For each word that tells it, the axis of a length."""
    return {word: axis for axis, words in _data()["axes"].items() for word in words}


@functools.lru_cache(maxsize=8192)
def has_phrase(text: str, name: str) -> bool:
    """Whether a text has one of the phrases of a list of `data/words.toml`, which are patterns of whole words."""
    return phrases(name).search(text) is not None


@functools.cache
def phrases(name: str) -> re.Pattern[str]:
    """A list of phrases of `data/words.toml` as one pattern of whole words."""
    return re.compile(rf"\b(?:{'|'.join(_data()[name])})\b", re.IGNORECASE)


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
