"""Ranks: a place in an order."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.lexicon.files import per_lexicon, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

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
    words, numbers = "|".join(_ordinals()), "|".join(table("numerals")["ones"])
    ordinal = (
        rf"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?(?:{words}|[0-9]{{1,6}}(?:st|nd|rd|th))"
    )
    verbs = r"(?:rank|finish|place|came|come|comes|lie|lies|is|was|are|were|sit|sits|stand|stands|ended|rated)\w*"
    patterns = (
        rf"\b{ordinal}[-\s](?:\w+est\b|most\b|least\b|best\b|worst\b|last\b)",
        rf"\b{verbs}\s(?:\w+\s){{0,3}}?{ordinal}\b",
        rf"\bto\s{ordinal}\b",
        rf"\b{ordinal}\sfrom\s(?:the\s)?(?:bottom|last)",
        rf"\bnumber\s(?:[0-9]+|{numbers})\b",
        r"\bno\.?\s[0-9]+\b",
        rf"\b{verbs}\s(?:last|bottom)\s(?:among|in|of|out)\b",
        rf"\b(?:and|,)\s(?:\w+\s)?{ordinal}(?=[,.;]|\sfrom)",
    )
    return re.compile(f"(?i){'|'.join(patterns)}")


@per_lexicon
def spotted() -> re.Pattern[str]:
    """A word that every place in an order is told with: a cheap look over a whole text before the hint."""
    return re.compile(rf"(?i)\b(?:{'|'.join(_ordinals())}|[0-9]+(?:st|nd|rd|th)|number|no|last|bottom)\b")


def _place(sentence: Sentence, i: int) -> tuple[int, int] | None:
    """The ordinal that ends with or starts at word `i`, as (place, index behind it)."""
    word = sentence.word(i)
    if (
        word in ("last", "bottom")
        and sentence.word(i + 1) in ("among", "in", "of", "out")
        and sentence.word(i - 1) not in ("from", "the", "")
    ):
        return 1, i + 1
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
            spell = noun is not None and word.lower == "of" and sentence.word(noun - 1) == "the"
            timeless = noun is not None and tree[noun].label not in ("DATE", "TIME")
            if noun is not None and (timeless or spell) and noun not in sentence.stop:
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
        if sentence.word(i) not in signs or j >= len(tree):
            continue
        position = _number(tree[j].lower)
        if position is None:
            continue
        owner = i > 0 and tree[i - 1].tag == "POS"
        head = _noun_behind(sentence, j + 1)
        mentions = _scope(sentence, i, head if head is not None else j)
        named_after = i > 0 and sentence.word(i - 1) == "world" and head is not None and tree[head].tag == "NNP"
        if named_after:  # "World number three Ana Petrova"
            mentions = {"scope": (i - 1, i)}
        ranked = i > 0 and tree.lemma(i - 1) in table("rank")["verbs"]
        named = head is not None and sentence.word(i - 1) in ("the", "a") and tree[head].tag == "NN"
        if (
            not (ranked or named or named_after or (mentions and (owner or sentence.word(j + 1) in ("in", "on"))))
            or position == 0
        ):
            continue
        if head is not None and not (owner or named or named_after):
            continue
        predicate = i - 1 if ranked else None
        told = sentence.at(j)
        if told is not None:
            sentence.take("rank", told)
        yield Claim(
            "rank",
            "rank.number",
            {},
            head if head is not None else j,
            predicate=predicate,
            theme=head if named_after else None,
            mentions=mentions,
            values={"position": position, "direction": "top"},
        )


def _number(word: str) -> int | None:
    """A place in digits or in a word: `No. 4`, `number three`."""
    if word.isascii() and word.isdigit() and len(word) <= 5:
        return int(word)
    value = table("numerals")["ones"].get(word)
    return int(value) if value else None


def _by_verb(sentence: Sentence) -> Iterator[Claim]:
    """`ranked 5th out of 180 countries`, `finished fourth`, `is third from bottom`, `is seventh`."""
    tree = sentence.tree
    verbs = frozenset(table("rank")["verbs"])
    for i in range(len(tree)):
        place = None if i in sentence.stop else _place(sentence, i)
        if place is None:
            continue
        position, j = place
        verb = _ranking(sentence, i)
        if verb is not None and i - verb.i > 4:
            yield from _coordinated(sentence, verb.i, i, place)
            continue
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
        counted = behind[:1] == ["from"] and any(word in ("bottom", "last") for word in behind[1:])
        bottom = counted or sentence.word(i) in ("last", "bottom")
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
            and follows.lower
            not in ("in", "out", "on", "among", "of", "with", "behind", "at", "overall", "for", "and", "only")
        ):
            continue
        roles = {}
        mentions: dict[str, tuple[int, int]] = {}
        start = j + 2 if counted else j
        for k in range(start, min(len(tree), start + 8)):
            if sentence.word(k) in ("of", "in", "on", "among") or sentence.words(k, k + 2) == ["out", "of"]:
                total = sentence.after(k)
                if total is not None and _belongs(sentence, k, total):
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
        if "total" not in roles:
            roles |= _of_table(sentence)
        yield Claim(
            "rank",
            "rank.verb",
            roles,
            i,
            predicate=verb.i,
            mentions=mentions,
            values={"position": position, "direction": "bottom" if bottom else "top"},
        )


def _ranking(sentence: Sentence, i: int) -> Word | None:
    """The verb before an ordinal; `rank` also where it was tagged a noun."""
    before = sentence.tree[i - 1] if i else None
    if before is not None and before.lower in ("rank", "ranks") and not before.is_verb:
        return before
    return sentence.verb_before(i)


def _coordinated(sentence: Sentence, verb: int, i: int, place: tuple[int, int]) -> Iterator[Claim]:
    """`came sixth for diversity and third from bottom for biomass`, `was 12th and Phoenix 40th`: a further rank."""
    tree = sentence.tree
    position, j = place
    if tree.lemma(verb) not in table("rank")["verbs"] or not any(
        _place(sentence, k) is not None for k in range(verb + 1, min(verb + 5, i - 1))
    ):
        return
    behind = sentence.words(j, j + 3)
    bottom = behind[:1] == ["from"] and any(word in ("bottom", "last") for word in behind[1:])
    named = tree[i - 1].is_noun and sentence.word(tree.noun_phrase(i - 1, sentence.stop)[0] - 1) in ("and", ",")
    joined = sentence.word(i - 1) == "and" and bottom
    ended = j >= len(tree) or tree[j].text in (".", ",", ";") or behind[:1] in (["in"], ["for"], ["on"])
    if not joined and not (named and ended):
        return
    mentions: dict[str, tuple[int, int]] = {}
    start = j + 2 if bottom else j
    if sentence.word(start) == "for" or (bottom and sentence.word(start + 1) == "for"):
        noun = sentence.nouns_after(start + 1 if sentence.word(start) == "for" else start + 2)
        if noun is not None:
            first, last = tree.noun_phrase(noun, sentence.stop)
            mentions["attribute"] = (max(first, start + 1), last)
    yield Claim(
        "rank",
        "rank.coordinated",
        {},
        i,
        predicate=verb,
        theme=i - 1 if named else None,
        mentions=mentions,
        values={"position": position, "direction": "bottom" if bottom else "top"},
    )


def _belongs(sentence: Sentence, k: int, total: Located) -> bool:
    """Whether a number behind `of`, `among` … is how many there are in all: near, or behind an owner."""
    if sentence.word(k) not in ("of", "out", "in", "among"):
        return False
    between = sentence.words(k + 1, total.first)
    return total.first - k <= 3 or (len(between) <= 5 and between[-1] in ("'s", "’s"))


def _of_table(sentence: Sentence) -> dict[str, Located]:
    """`In a table of 52 reefs, the system came sixth`: how many are ranked."""
    for located in sentence.quantities:
        listed = sentence.word(located.first - 1) == "of" and sentence.word(located.first - 2) in (
            "table", "list", "field", "ranking", "league", "survey", "index",
        )  # fmt: skip
        if listed and sentence.free("rank", located):
            return {"total": located}
    return {}


def _where_told(find: Callable[[Sentence], Iterator[Claim]]) -> Callable[[Sentence], Iterator[Claim]]:
    """The same rule, tried only on sentences that the hint allows."""

    @functools.wraps(find)
    def found(sentence: Sentence) -> Iterator[Claim]:
        if sentence.tells(spotted(), hint()):
            yield from find(sentence)

    return found


RULES = (
    Rule("rank.superlative", _where_told(_by_superlative), "It is the world's third-largest economy."),
    Rule("rank.number", _where_told(_by_number), "Tessaro is the world's No. 2 maker of lifts."),
    Rule(
        "rank.verb",
        _where_told(_by_verb),
        "Norland ranked 9th out of 137 countries.",
        ("rank.verb", "rank.coordinated"),
    ),
)
