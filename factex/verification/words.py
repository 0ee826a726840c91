"""Words of a text, and how near two of them are in meaning: stems, a thesaurus, aliases, contrasts."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.verification.knowledge import knowledge, listed, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A number directly behind a name is part of it: "Line 4".
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[’'][^\W\d_]+)*"
    r"|(?<=[a-z] )\d{1,3}(?![\d.,]*\d| ?[%\w])|(?<=[a-z]-)\d{1,3}(?![\d.,]*\d|[%\w])"
)
# Words that are none before these: "No. 5", "Yes, residents can join", "Back in 2022".
_PASSED_OVER = {
    "No": re.compile(r"\. ?\d|,"), "Yes": re.compile(","), "Back": re.compile(r" in (?:1[5-9]|20)\d\d\b"),
    "back": re.compile(r" in (?:1[5-9]|20)\d\d\b"),
}  # fmt: skip
_POSSESSIVE = re.compile(r"[’'][sS]?$")
# Between the parts of a name: "Bank of England".
_INSIDE_NAMES = frozenset(("of", "the", "and", "for", "&"))
_SHORT = 4
# So far before a word the mark may stand that ends a sentence.
_NEAR = 8
# Texts no longer than this are taken for terms, which come again and again: units, mentions, times.
_TERM = 40
# The fewest letters of an acronym, and the most words that one stands for.
_PAIR = 2
_LONGEST_NAME = 9
# A prefix of this many letters that one word is of another makes them near: "Tavria", "Tavrian".
_PREFIX = 5
_NONE: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Word:
    """A word of a text; nothing changes it once `words_of` has made it.

    Attributes:
        lower: Its characters in lower case, without a possessive ending.
        stem: Its stem.
        start: Index of its first character.
        end: Index behind its last character.
        name: Whether it is written as a name is.
        keys: What else it can be known by: aliases, groups of synonyms, the initials of the name that it is part of.
        light: Whether it says nothing about which thing is meant.
        generic: Whether it may stand for a thing that is named elsewhere.
        related: Stems of words that the thesaurus has for it.
        opening: The first characters of its stem.
    """

    lower: str
    stem: str
    start: int
    end: int
    name: bool = False
    keys: frozenset[str] = frozenset()
    light: bool = False
    generic: bool = False
    related: frozenset[str] = frozenset()
    opening: str = ""


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, in order; numbers are none. Those of terms and of the last texts are kept.

    Example:
        >>> [(word.lower, word.stem, word.name) for word in words_of("China's 227 supercomputers")]
        [('china', 'china', True), ('supercomputers', 'supercomput', False)]
    """
    return _words_of_term(text) if len(text) <= _TERM else _words_of_text(text)


def _words(text: str) -> tuple[Word, ...]:
    months, weekdays = table("times")["months"], table("times")["weekdays"]
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        shown, (start, end) = match.group(), match.span()
        if shown[0].isdigit():
            if found and found[-1].end == start - 1 and text[found[-1].start].isupper():
                found.append(Word(shown, shown, start, end, name=True, opening=shown[:_SHORT]))
            continue
        if "'" in shown or "’" in shown:
            shown = _POSSESSIVE.sub("", shown)
        if shown in _PASSED_OVER and _PASSED_OVER[shown].match(text, end) is not None:
            continue
        lower = shown.lower()
        capital = shown[0].isupper() and not (lower in months or lower in weekdays)
        root, light, generic, groups, related = _entry(lower)
        named = capital and _is_name(text, start, shown)
        found.append(Word(lower, root, start, end, named, groups, light, generic, related, root[:_SHORT]))
    inside = {word.stem for word in found if word.name}
    parts = listed("name_parts")
    for word, keys in zip(found, _keys(text, found), strict=True):
        if word.name or (word.stem in inside and text[word.start].isupper()):
            word.name, word.light, word.generic = True, False, False
            if word.lower in parts:  # "Lower Ashe" is not near what fell
                word.keys, word.related = keys, _NONE
                continue
        if keys:
            word.keys = keys | word.keys
    return tuple(found)


@functools.lru_cache(maxsize=65536)
def _entry(word: str) -> tuple[str, bool, bool, frozenset[str], frozenset[str]]:
    """What is known of a word in lower case: stem, whether it is light and generic, synonyms, related stems."""
    known, root = knowledge(), stem(word)
    synonyms, related = known.synonyms.get(root, _NONE), known.thesaurus.get(root, _NONE)
    return root, root in known.light, root in known.generic, synonyms, related


_words_of_term = functools.lru_cache(maxsize=8192)(_words)
_words_of_text = functools.lru_cache(maxsize=512)(_words)


def _is_name(text: str, start: int, shown: str) -> bool:
    """Whether a word with a capital is a name: inside a sentence; at its head where it is no word of the language."""
    near = max(0, start - _NEAR)
    before = text[near:start].rstrip(" \t\"'“”‘’(")[-1:]
    opening = (not before and near == 0) or before in ".!?:\n•"
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
    keys: defaultdict[int, set[str]] = defaultdict(set)  # few words have any
    for i, word in enumerate(words):
        for length in (3, 2, 1) if word.lower in knowledge().alias_heads else ():
            if i + length > len(words):
                continue
            alias = aliases.get(" ".join(one.lower for one in words[i : i + length]))
            short = length == 1 and len(word.lower.replace(".", "")) < _SHORT
            if alias is not None and (not short or text[word.start : word.end].isupper()):
                for j in range(i, i + length):
                    keys[j].add(alias)
                break
        if word.name and text[word.start : word.end].isupper() and len(word.lower) > 1:
            keys[i].add(f"initials:{word.lower.replace('.', '')}")
    for acronym, named in _defined(text, words):
        for j in named:
            keys[j].add(f"initials:{acronym}")
    for run in _runs(words):
        initials = "".join(words[i].lower[0] for i in run if words[i].lower not in _INSIDE_NAMES)
        if len(initials) > 1:
            for i in run:
                keys[i].add(f"initials:{initials}")
    return [frozenset(keys[i]) if i in keys else _NONE for i in range(len(words))]


def _defined(text: str, words: Sequence[Word]) -> Iterator[tuple[str, range]]:
    """Acronyms told in brackets behind the words that they are made of: `Bank of Northern Isles (BNI)`."""
    for i, word in enumerate(words):
        shown = text[word.start : word.end]
        if not shown.isupper() or len(shown) < _PAIR or text[word.start - 1 : word.start] != "(":
            continue
        letters = list(shown.lower())
        j = i
        while letters and j > 0 and i - j < _LONGEST_NAME:
            j -= 1
            if words[j].lower[0] == letters[-1]:
                letters.pop()
            elif words[j].lower not in _INSIDE_NAMES:
                break
        if not letters:
            yield shown.lower(), range(j, i)


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
    shared = one.keys and not one.keys.isdisjoint(other.keys)
    if shared and any(":" in key for key in one.keys & other.keys):
        return 1.0
    alike = one.opening == other.opening and _prefix(mine, yours)
    if one.name and other.name:
        return 0.9 if alike else 0.0
    if shared:
        return 0.9
    return 0.8 if alike or yours in one.related or mine in other.related else 0.0


def _prefix(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long == f"{short}land":
        return True
    return len(short) >= _PREFIX and long.startswith(short) and len(long) - len(short) <= _SHORT


def opposed(one: Word, other: Word) -> bool:
    """Whether one word rules the other out where both speak of the same figure: `revenue` and `profit`."""
    return _apart(knowledge().contrasts, one, other)


def opposite(one: Word, other: Word) -> bool:
    """Whether two words can't both be said of one thing and one number: `accepted`, `rejected`."""
    return _apart(knowledge().opposites, one, other)


def _apart(groups: dict[str, dict[int, int]], one: Word, other: Word) -> bool:
    """Whether two words stand in two sets of one group."""
    mine = groups.get(one.stem)
    yours = groups.get(other.stem) if mine else None
    if not mine or not yours:
        return False
    return any(number in yours and yours[number] != place for number, place in mine.items())
