"""What looks like a number and is no quantity: dates, times, identifiers, names, idioms; the patterns are data."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, NamedTuple

import regex

from factex.lexicon.currencies import currencies
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.phrases import NUMBER, WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factex.lexicon.phrases import Token


# Seconds that one mask may take on one sentence: a hundred times what the slowest takes on the longest. It is the
# reason for the regex module here, which can be stopped.
TIMEOUT = 1.0
# How many characters the needs of patterns are looked up by.
_GRAM = 3

_FIGURES = str.maketrans(dict.fromkeys(string.digits, "0") | dict.fromkeys("\t\n\r\u00a0\u2009\u2028\u2029\u202f", " "))
_LETTERS = str.maketrans(dict.fromkeys(string.ascii_lowercase, "A"))


class Mask(NamedTuple):
    """A stretch of text that holds no quantity.

    Attributes:
        start: Offset of its first character.
        end: Offset behind its last.
        reason: What it is.
    """

    start: int
    end: int
    reason: str


class Pattern(NamedTuple):
    """How a mask is found.

    Attributes:
        reason: What it is.
        pattern: What it looks like.
        needs: Of these one stands in the outline of the sentence where the pattern can match.
        words: Whether it matches also where no figure stands in the sentence.
    """

    reason: str
    pattern: regex.Pattern[str]
    needs: tuple[str, ...]
    words: bool


@per_lexicon
def patterns() -> tuple[Pattern, ...]:
    """The masks of the lexicon."""
    data = table("masks")
    lists = {name: "|".join(words) for name, words in data["lists"].items()}
    lists["money_code"] = "|".join([*sorted(currencies().codes), "Rs", "RM"])

    def filled(pattern: str) -> regex.Pattern[str]:
        for name, words in lists.items():
            pattern = pattern.replace(f"{{{name}}}", f"(?:{words})")
        return regex.compile(pattern)

    return tuple(
        Pattern(
            entry["reason"],
            filled(entry["pattern"]),
            tuple(need.translate(_FIGURES) for need in entry.get("needs", ())),
            bool(entry.get("words")),
        )
        for entry in data["mask"]
    )


def outline(sentence: str) -> str:
    """A sentence in lower case with 0 for each figure and a space for white space; once more with A for each letter.

    >>> outline("Pay $25 by 5pm")
    'pay $00 by 0pm AAA $00 AA 0AA'
    """
    lower = sentence.lower().translate(_FIGURES)
    return f"{lower} {lower.translate(_LETTERS)}"


@per_lexicon
def _needs() -> dict[str, list[tuple[str, int]]]:
    """Under the first characters of each need of a pattern: the need, and the pattern's index."""
    found: dict[str, list[tuple[str, int]]] = {}
    for k, pattern in enumerate(patterns()):
        for need in pattern.needs:
            found.setdefault(need[:_GRAM], []).append((need, k))
    return found


def _possible(seen: str) -> set[int]:
    """The indices of the patterns of whose needs one stands in an outline; to ask for each of them takes longer."""
    needs = _needs()
    grams = set(map("".join, zip(*(seen[k:] for k in range(_GRAM)), strict=False)))
    grams.update(gram for gram in needs if len(gram) < _GRAM)
    return {k for gram in grams & needs.keys() for need, k in needs[gram] if need in seen}


def masks(text: str, start: int, end: int) -> list[Mask]:
    """The masked stretches of one sentence, in no order; they may overlap.

    >>> [mask.reason for mask in masks("On 9 April the G7 met.", 0, 22)]
    ['date', 'identifier of letters and figures']
    """
    sentence = text[start:end]
    seen = outline(sentence)
    found: list[Mask] = []
    figures, possible = "0" in seen, _possible(seen)
    for k, (reason, pattern, needs, words) in enumerate(patterns()):
        if not (figures or words) or (needs and k not in possible):
            continue
        try:
            spans = [_span(match) for match in pattern.finditer(sentence, timeout=TIMEOUT)]
        except TimeoutError:
            spans = [(0, len(sentence))]  # in doubt the sentence holds no quantity
        found += [Mask(start + first, start + last, reason) for first, last in spans]
    return found


def _span(match: regex.Match[str]) -> tuple[int, int]:
    """The part of a match that is masked: the group `masked` where the pattern has one."""
    return match.span("masked") if match.groupdict().get("masked") else match.span()


def year_at(tokens: Sequence[Token], i: int, is_unit: Callable[[int], bool]) -> bool:
    """Whether token `i`, in four plain digits, is a year.

    Args:
        tokens: The tokens of the sentence.
        i: Index of a token.
        is_unit: Tells whether a unit or scale word starts at a token.
    """
    token = tokens[i]
    if token.kind != NUMBER or len(token.text) != 4 or not token.text.isdigit():
        return False
    year = table("masks")["year"]
    primed = i + 2 < len(tokens) and tokens[i + 1].text == "′" and tokens[i + 2].lower == "s"
    if not year["low"] <= int(token.text) <= year["high"] or (is_unit(i + 1) and not primed):
        return False
    before = tokens[i - 1].lower if i else ""
    if int(token.text) < year["modern"] and before not in year["sure"]:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if primed:  # a prime for an apostrophe: "2022′s"
        return True
    if after is None or after.kind != WORD:
        glued = after is not None and after.start == token.end
        return not (glued and after is not None and after.text in "-+±×") and not (
            i and tokens[i - 1].text in "$€£¥~≈<>=≥≤"
        )
    counted = (after.lower.endswith("s") and not after.lower.endswith(("ss", "us", "is"))) or after.lower in (
        "people",
        "men",
        "women",
        "children",
        "head",
    )
    if not counted:
        return True
    if before in year["before"] and not (
        before in ("of", "to", "for", "than", "and", "or", "around", "by", "into", "from")
        and int(token.text) % 100 == 0
    ):
        return True
    return (
        int(token.text) % 100 != 0
        and 1900 <= int(token.text) <= 2050
        and before not in ("some", "about", "with", "nearly", "almost", "over")
    )
