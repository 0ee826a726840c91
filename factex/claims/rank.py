"""Ranks: a place in an order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.lexicon.files import per_lexicon, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence

_FIGURE = re.compile(r"([0-9]{1,6})(?:st|nd|rd|th)\Z")
_HYPHENS = frozenset(("-", "‐", "‑"))
_BARRED = frozenset(
    ("quarter", "half", "time", "round", "day", "week", "month", "year", "minute", "term", "party", "person")
)


@per_lexicon
def _ordinals() -> dict[str, int]:
    return {word: int(place) for word, place in table("numerals")["ordinals"].items()}


@per_lexicon
def hint() -> re.Pattern[str]:
    """A pattern that is found in every sentence with a rank, and in few others; for the gate before the parse."""
    words = "|".join(_ordinals())
    ordinal = (
        rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:{words}|[0-9]{{1,6}}(?:st|nd|rd|th))"
    )
    verbs = r"(?:rank|finish|place|came|come|comes|lie|lies|is|was|are|were|sit|sits|stand|stands|ended|rated)\w*"
    patterns = (
        rf"\b{ordinal}[-\s](?:\w+est\b|most\b|least\b|best\b|worst\b|last\b)",
        rf"\b{verbs}\s(?:\w+\s){{0,3}}?{ordinal}\b",
        rf"\bto\s{ordinal}\b",
        rf"\b{ordinal}\sfrom\s(?:the\s)?(?:bottom|last)",
        r"\bnumber\s[0-9]+\s(?:in|on|of)\b",
        r"\bno\.\s[0-9]+\b",
    )
    return re.compile(f"(?i){'|'.join(patterns)}")


def _place(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The ordinal that ends with or starts at word `i`, as (place, index behind it)."""
    word = sentence.word(i)
    figure = _FIGURE.match(word)
    if figure:
        return int(figure.group(1)), i + 1
    ordinals, tens = _ordinals(), table("numerals")["tens"]
    if word in tens and sentence.word(i + 1) in _HYPHENS and ordinals.get(sentence.word(i + 2), 99) < 10:
        return int(tens[word]) + ordinals[sentence.word(i + 2)], i + 3
    if word in ordinals and not (i > 1 and sentence.word(i - 1) in _HYPHENS and sentence.word(i - 2) in tens):
        return ordinals[word], i + 1
    return None


def _superlative(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The superlative at word `i`, as (first word of the attribute, index behind it)."""
    if i >= len(sentence.tree):
        return None
    word = sentence.tree[i]
    if word.lower in ("most", "least"):
        last = i + 3 if sentence.word(i + 1) in _HYPHENS else i + 2
        return (i, last) if last <= len(sentence.tree) else None
    if (
        word.lower in table("rank")["superlatives"]
        or word.tag == "JJS"
        or (word.lower.endswith("est") and len(word.lower) > 4)
    ):
        return i, i + 1
    return None


def _by_superlative(sentence: Sentence) -> Iterator[Claim]:
    """`the world's third-largest economy`, `its third most populous state`, `the fifth-tallest`."""
    tree = sentence.tree
    for i in range(len(tree)):
        if i in sentence.stop:
            continue
        place = _place(sentence, i)
        if place is None:
            continue
        position, j = place
        if sentence.word(j) in _HYPHENS:
            j += 1
        superlative = _superlative(sentence, j)
        if superlative is None:
            continue
        first, last = superlative
        attribute = (last - 1, last) if sentence.word(first) == "most" else (first, last)
        head = _noun_behind(sentence, last)
        mentions = {"attribute": attribute, **_scope(sentence, i, head if head is not None else last - 1)}
        direction = "bottom" if sentence.word(first) == "last" else "top"
        anchor = head if head is not None else last - 1
        yield Claim(
            "rank",
            "rank.superlative",
            {},
            anchor,
            mentions=mentions,
            values={"position": position, "direction": direction},
        )


def _noun_behind(sentence: Sentence, i: int) -> int | None:
    """The noun that a superlative describes."""
    tree = sentence.tree
    head = None
    for k in range(i, min(len(tree), i + 5)):
        if tree[k].is_noun:
            head = k
        elif tree[k].tag not in ("JJ", "HYPH", "VBN", "VBG", "CD") or head is not None:
            break
    return head


def _scope(sentence: Sentence, ordinal: int, head: int) -> dict[str, tuple[int, int]]:
    """Among what: the owner before the ordinal, or `in`, `of`, `on` behind the noun."""
    tree = sentence.tree
    k = ordinal - 1
    while k > 0 and tree[k].tag in ("JJ", "RB", "CD") and tree[k].lower != "the":
        k -= 1
    if k > 0 and tree[k].tag == "POS":
        first = k - 1
        phrase_first, _ = tree.noun_phrase(first, sentence.stop)
        return {"scope": (min(phrase_first, first), k)}
    if k >= 0 and tree[k].tag == "PRP$":
        return {"scope": (k, k + 1)}
    for k in range(head + 1, min(len(tree), head + 8)):
        word = tree[k]
        if word.lower in ("in", "of", "on", "among", "across", "worldwide") and (
            k == head + 1 or word.lower in ("in", "of", "on", "among")
        ):
            noun = sentence.nouns_after(k + 1)
            if noun is not None and tree[noun].label not in ("DATE", "TIME") and noun not in sentence.stop:
                first, last = tree.noun_phrase(noun, sentence.stop)
                if (
                    sentence.word(head) in ("maker", "producer", "burner", "grower")
                    and word.lower == "of"
                    and k == head + 1
                ):
                    continue
                return {"scope": (max(first, k + 1), last)}
        if word.text in (",", ";", ".") or word.tag in ("VBD", "VBZ", "VBP", "MD"):
            break
    return {}


def _by_number(sentence: Sentence) -> Iterator[Claim]:
    """`the world's No. 2 maker of lifts`, `No. 4 in the world`."""
    tree = sentence.tree
    signs = frozenset(table("rank")["signs"])
    for i in range(len(tree) - 1):
        j = i + 2 if sentence.word(i) == "no" and sentence.word(i + 1) == "." else i + 1
        if (
            sentence.word(i) not in signs
            or j >= len(tree)
            or not (tree[j].text.isascii() and tree[j].text.isdigit())
            or len(tree[j].text) > 5
        ):
            continue
        position = int(tree[j].text)
        owner = i > 0 and tree[i - 1].tag == "POS"
        head = _noun_behind(sentence, j + 1)
        mentions = _scope(sentence, i, head if head is not None else j)
        ranked = i > 0 and tree.lemma(i - 1) in table("rank")["verbs"]
        named = head is not None and sentence.word(i - 1) in ("the", "a") and tree[head].tag == "NN"
        if not (ranked or named or (mentions and (owner or sentence.word(j + 1) in ("in", "on")))) or position == 0:
            continue
        if head is not None and not (owner or named):
            continue
        predicate = i - 1 if ranked else None
        yield Claim(
            "rank",
            "rank.number",
            {},
            head if head is not None else j,
            predicate=predicate,
            mentions=mentions,
            values={"position": position, "direction": "top"},
        )


def _by_verb(sentence: Sentence) -> Iterator[Claim]:
    """`ranked 5th out of 180 countries`, `finished fourth`, `is third from bottom`, `is seventh`."""
    tree = sentence.tree
    verbs = frozenset(table("rank")["verbs"])
    for i in range(len(tree)):
        place = None if i in sentence.stop else _place(sentence, i)
        if place is None:
            continue
        position, j = place
        verb = sentence.verb_before(i)
        if (
            verb is None
            or not (
                tree.lemma(verb.i) in verbs
                or (tree.lemma(verb.i) in table("rank")["moving"] and sentence.word(i - 1) == "to")
            )
            or i - verb.i > 4
            or any(tree[k].is_noun for k in range(verb.i + 1, i))
        ):
            continue
        lemma = tree.lemma(verb.i)
        behind = sentence.words(j, j + 3)
        bottom = behind[:1] == ["from"] and any(word in ("bottom", "last") for word in behind[1:])
        follows = tree[j] if j < len(tree) else None
        superlative = _superlative(sentence, j + 1 if follows is not None and follows.text in _HYPHENS else j)
        if superlative is not None or (
            follows is not None and (follows.is_noun or follows.tag in ("JJ", "CD", "HYPH") or follows.lower in _BARRED)
        ):
            continue
        if sentence.word(i - 1) in ("the", "a", "an", "his", "her", "its") and not bottom:
            continue
        if position == 1 and lemma in ("be", "come", "stand") and not bottom:
            continue
        if (
            lemma in ("be", "come", "stand", "end")
            and not bottom
            and follows is not None
            and follows.text not in (",", ".", ";", ")")
            and follows.lower not in ("in", "out", "on", "among", "of", "with", "behind", "at", "overall", "for", "and")
        ):
            continue
        roles = {}
        mentions: dict[str, tuple[int, int]] = {}
        start = j + 2 if bottom else j
        for k in range(start, min(len(tree), start + 8)):
            if sentence.word(k) in ("of", "in", "on", "among") or sentence.words(k, k + 2) == ["out", "of"]:
                total = sentence.after(k)
                if total is not None and total.first - k <= 3 and sentence.word(k) in ("of", "out", "in", "among"):
                    roles["total"] = total
                elif "scope" not in mentions:
                    noun = sentence.nouns_after(k + 1)
                    if noun is not None and tree[noun].label not in ("DATE", "TIME"):
                        first, last = tree.noun_phrase(noun, sentence.stop)
                        mentions["scope"] = (max(first, k + 1), last)
            elif sentence.word(k) == "for" and "attribute" not in mentions:
                noun = sentence.nouns_after(k + 1)
                if noun is not None:
                    first, last = tree.noun_phrase(noun, sentence.stop)
                    mentions["attribute"] = (max(first, k + 1), last)
            elif sentence.word(k) in (",", ";", "."):
                break
        yield Claim(
            "rank",
            "rank.verb",
            roles,
            i,
            predicate=verb.i,
            mentions=mentions,
            values={"position": position, "direction": "bottom" if bottom else "top"},
        )


RULES = (
    Rule("rank.superlative", _by_superlative, "It is the world's third-largest economy."),
    Rule("rank.number", _by_number, "Tessaro is the world's No. 2 maker of lifts."),
    Rule("rank.verb", _by_verb, "Norland ranked 9th out of 137 countries."),
)
