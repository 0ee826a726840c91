"""Places in an order: the ordinals and superlatives that ranks are told with, and among what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.lexicon.files import per_lexicon, table
from factex.lexicon.phrases import one_of
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_FIGURE = re.compile(r"([0-9]{1,6})(?:st|nd|rd|th)\Z")
HYPHENS = frozenset(("-", "‐", "‑"))
_LIMITS = frozenset(("the", "its", "their", "his", "her", "our", "any", "all", "this", "that", "those", "these", "a"))
_BOUNDS = frozenset((",", ";", ".", ":", "("))


@per_lexicon
def ordinals() -> dict[str, int]:
    """The written ordinals with their places."""
    return {word: int(place) for word, place in table("numerals")["ordinals"].items()}


@per_lexicon
def hint() -> re.Pattern[str]:
    """A pattern that is found in every sentence with a rank, and in few others; for the gate before the parse."""
    data = table("rank")
    words, numbers = "|".join(ordinals()), "|".join(table("numerals")["ones"])
    ordinal = (
        rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:{words}|[0-9]{{1,6}}(?:st|nd|rd|th))"
    )
    verbs = rf"(?:{'|'.join(data['forms'])})"
    noun = rf"\s(?:{'|'.join(data['barred'])})\b"
    patterns = (
        rf"\b{ordinal}[-\s](?:\w+est\b|most\b|least\b|best\b|worst\b|last\b|bottom\b)",
        rf"\b{ordinal}\s(?:{'|'.join(data['places'])})\b",
        rf"\b{ordinal}[-‑](?:{'|'.join(data['attributive'])})\b",
        rf"\b{verbs}\s(?:\w+\s){{0,4}}?{ordinal}\b(?!{noun})",
        rf"\bto\s{ordinal}\b(?!{noun})",
        rf"\b{ordinal}[-\s](?:from|to)[-\s](?:the\s)?(?:bottom|last)",
        rf"\bnumber\s(?:[0-9]+|{numbers})\b",
        r"\bno\.?\s[0-9]+\b",
        rf"\b{verbs}\s(?:dead\s)?(?:last|bottom)(?=[,.;]|\s(?:among|in|of|out|for|but)\b)",
        rf"\b(?:and|,)\s(?:\w+\s)?{ordinal}(?=[,.;]|\sfrom)",
        rf"[,(]\s?{ordinal}\s(?:of|out|in)\s",
    )
    return re.compile(f"(?i){'|'.join(patterns)}")


@per_lexicon
def spotted() -> re.Pattern[str]:
    """A word that every place in an order is told with: a cheap look over a whole text before the hint."""
    words = one_of([*ordinals(), "number", "no", "last", "bottom"])
    return re.compile(rf"(?i)\b(?:{words}|[0-9]+(?:st|nd|rd|th))\b")


def ordinal_at(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The ordinal that starts at word `i`, as (place, index behind it)."""
    word = sentence.word(i)
    figure = _FIGURE.match(word)
    if figure:
        return int(figure.group(1)), i + 1
    known, tens = ordinals(), table("numerals")["tens"]
    if word in tens and sentence.word(i + 1) in HYPHENS and known.get(sentence.word(i + 2), 99) < 10:
        return int(tens[word]) + known[sentence.word(i + 2)], i + 3
    if word in known and not (i > 1 and sentence.word(i - 1) in HYPHENS and sentence.word(i - 2) in tens):
        return known[word], i + 1
    return None


def superlative_at(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The superlative at word `i`, as (first word of the attribute, index behind it)."""
    if i >= len(sentence.tree):
        return None
    word = sentence.tree[i]
    times = {*table("times")["units"]["nouns"], *table("times")["weekdays"]}
    if word.lower == "last" and sentence.word(i + 1) in times:
        return None  # "who finished eleventh last season"
    if word.lower in ("most", "least"):
        if i + 1 < len(sentence.tree) and sentence.tree[i + 1].is_noun:
            return i, i + 1  # "the second-most goals"
        last = i + 3 if sentence.word(i + 1) in HYPHENS else i + 2
        return (i, last) if last <= len(sentence.tree) else None
    if (
        word.lower in table("rank")["superlatives"]
        or word.tag == "JJS"
        or (word.lower.endswith("est") and len(word.lower) > 4 and word.lower not in table("rank")["nouns_in_est"])
    ):
        return i, i + 1
    return None


def noun_behind(sentence: Sentence, i: int) -> int | None:
    """The noun that a superlative before word `i` describes."""
    tree = sentence.tree
    head = None
    for k in range(i, min(len(tree), i + 5)):
        if tree[k].is_noun:
            head = k
        elif tree[k].tag not in ("JJ", "HYPH", "VBN", "VBG", "CD") or head is not None:
            break
    return head


def owner_before(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The owner before an ordinal at word `i`: `the world's`, `its`."""
    tree = sentence.tree
    k = i - 1
    while k > 0 and tree[k].tag in ("JJ", "RB", "CD") and tree[k].lower != "the":
        k -= 1
    if k > 0 and tree[k].tag == "POS":
        first, _ = tree.noun_phrase(k - 1, sentence.stop)
        return min(first, k - 1), k
    return (k, k + 1) if k >= 0 and tree[k].tag == "PRP$" else None


def scope(sentence: Sentence, i: int, head: int) -> tuple[int, int] | None:
    """Among what a place at word `i` is told: its owner, or `in`, `of`, `on` behind the ranked noun."""
    owner = owner_before(sentence, i)
    if owner is not None:
        return owner
    tree = sentence.tree
    for k in range(head + 1, min(len(tree), head + 8)):
        word = sentence.word(k)
        if (
            word in ("in", "among")
            or (word in ("of", "on") and _definite(sentence, k + 1))
            or (word in ("across", "worldwide") and k == head + 1)
        ):
            found = among(sentence, k)
            if found is not None:
                return found
        if word in _BOUNDS or tree[k].tag in ("VBD", "VBZ", "VBP", "MD"):
            break
    return None


def _definite(sentence: Sentence, i: int) -> bool:
    """Whether a group is named at word `i`, and not what something is of: `of the year`, against `of copper`."""
    named = i < len(sentence.tree) and (sentence.tree[i].tag == "NNP" or bool(sentence.tree[i].label))
    return named or sentence.word(i) in _LIMITS or sentence.word(i) in table("rank")["records"]


def total_at(sentence: Sentence, k: int) -> Located | None:
    """How many are ranked, told behind a preposition at word `k`: `of 40`, `out of the county's 184 schools`."""
    total = sentence.after(k)
    if total is None or sentence.word(k) not in ("of", "in", "among"):
        return None
    unit = total.quantity.unit
    if unit is not None and unit.kind is not UnitKind.COUNT:
        return None
    between = sentence.words(k + 1, total.first)
    near = total.first - k <= 3 and not any(word in ("with", ",", "by", "at", "and") for word in between)
    owned = len(between) <= 5 and between[-1:] in (["'s"], ["’s"], ["’"])
    return total if near or owned else None


def among(sentence: Sentence, k: int) -> tuple[int, int] | None:
    """The noun phrase behind a preposition at word `k`, unless it tells a time."""
    noun = sentence.nouns_after(k + 1)
    joined = noun is not None and any(sentence.tree[i].tag == "CC" for i in range(k + 1, noun))
    if noun is None or noun in sentence.stop or joined:
        return None
    spell = sentence.word(k) == "of" and sentence.word(noun - 1) == "the"  # "the fifth-biggest debut of the year"
    if sentence.tree[noun].label in ("DATE", "TIME") and not spell:
        return None
    first, last = sentence.tree.noun_phrase(noun, sentence.stop)
    return max(first, k + 1), last
