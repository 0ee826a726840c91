"""Ranks: a place in an order."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from factex.claims import placing
from factex.claims.claim import Claim, Rule
from factex.claims.orders import (
    HYPHENS,
    hint,
    noun_behind,
    ordinal_at,
    owner_before,
    scope,
    spotted,
    superlative_at,
    total_at,
)
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factex.claims.sentence import Sentence

_COPULAS = frozenset(("be", "become", "remain"))
_ENDS = frozenset((".", ",", ";", ")", "", "by", "in"))


def _by_superlative(sentence: Sentence) -> Iterator[Claim]:
    """`the world's third-largest economy`, `its third most populous state`, `the fifth-tallest`."""
    told: Claim | None = None
    for i in range(len(sentence.tree)):
        place = None if i in sentence.stop else ordinal_at(sentence, i)
        if place is None:
            continue
        position, j = place
        if told is not None and sentence.word(j) in _ENDS and owner_before(sentence, i) is not None:
            yield _again(sentence, i, position, told)
            continue
        if sentence.word(j) in HYPHENS:
            j += 1
        superlative = superlative_at(sentence, j)
        if superlative is None or placing.place_at(sentence, i) is not None:
            continue
        told = _superlative(sentence, i, position, superlative)
        yield told


def _superlative(sentence: Sentence, i: int, position: int, superlative: tuple[int, int]) -> Claim:
    first, last = superlative
    attribute = (last - 1, last) if sentence.word(first) == "most" and last > first + 1 else (first, last)
    head = noun_behind(sentence, last)
    anchor = head if head is not None else last - 1
    mentions = {"attribute": attribute}
    within = scope(sentence, i, anchor)
    total = total_at(sentence, anchor + 1)
    if within is not None and (total is None or within[0] <= i):
        mentions["scope"] = within
    direction = "bottom" if sentence.word(first) in ("last", "bottom") else "top"
    claim = Claim(
        "rank",
        "rank.superlative",
        {} if total is None else {"total": total},
        anchor,
        mentions=mentions,
        values={"position": position, "direction": direction},
    )
    _say_of(sentence, claim, i, head)
    return claim


def _say_of(sentence: Sentence, claim: Claim, i: int, head: int | None) -> None:
    """Notes what a superlative is said of, where that stands right before it and not above it in the tree."""
    tree = sentence.tree
    owner = owner_before(sentence, i)
    k = (i if owner is None else owner[0]) - 1
    while k > 0 and (tree[k].tag in ("DT", "RB") or tree[k].lower == "to"):
        k -= 1
    if k < 1:
        led = k < 0 or tree[k].tag in ("DT", "RB") or tree[k].lower in ("as", "once")
        claim.theme = _opened(sentence, claim.anchor) if led else _named_behind(sentence, claim.anchor)
    elif tree[k].is_verb and tree.lemma(k) in _COPULAS:
        claim.predicate = k if tree[claim.anchor].is_verb else None  # "is the third-most improved"
    elif tree[k].lower == "as":
        _as_what(sentence, claim, k)
    elif tree[k].text in (",", "(", "—", "–"):
        claim.theme = _beside(sentence, claim.anchor, k - 1, head)
    elif tree[k].is_noun or tree[k].tag == "PRP":
        verb = sentence.verb_before(k)
        if verb is not None and k - verb.i <= 3 and tree.lemma(verb.i) in table("rank")["naming"]:
            claim.theme = k  # "making it the world's sixth most visited"
    elif tree[k].tag == "VBN" and tree.lemma(k) in table("rank")["naming"]:
        claim.predicate = k  # "was rated third worst"
    elif tree[k].is_verb and tree.child(k, "nsubj", "nsubjpass") is None and tree[k - 1].tag in ("NNP", "NNPS"):
        claim.theme = k - 1  # "Nauru has the second-smallest parliament", where the parse gives the verb no subject
    else:
        claim.theme = _named_behind(sentence, claim.anchor)


def _named_behind(sentence: Sentence, anchor: int) -> int | None:
    """The name beside a ranked noun that the parse hangs elsewhere: `in its third-largest market, Sabah`."""
    tree, k = sentence.tree, anchor + 2
    if tree[anchor].dep not in ("pobj", "dobj") or sentence.word(anchor + 1) != "," or k >= len(tree):
        return None
    while k + 1 < len(tree) and tree[k].tag == "NNP" and tree[k + 1].tag == "NNP":
        k += 1
    closed = k + 1 >= len(tree) or tree[k + 1].text in (",", ".") or tree[k + 1].lower == "in"
    return k if tree[k].tag == "NNP" and closed else None


def _as_what(sentence: Sentence, claim: Claim, k: int) -> None:
    """`finished the series as its third-highest scorer`: said of the subject, or of the object of `regard`."""
    verb = sentence.verb_before(k)
    if verb is None:
        return
    if sentence.tree.lemma(verb.i) in table("rank")["naming"]:
        thing = sentence.tree.child(verb.i, "dobj")
        claim.theme = None if thing is None or thing.i > k else thing.i
    else:
        claim.predicate = verb.i


def _beside(sentence: Sentence, anchor: int, k: int, head: int | None) -> int | None:
    """The noun that a ranked phrase stands beside, where the parse chose another one, else None.

    A bare superlative ranks the kind of thing that stands before the comma (`the maker of tractors, Japan's
    second-biggest`); a name there is what a single thing is said of, where the parse hangs it on several.
    """
    tree = sentence.tree
    above = tree.head(anchor)
    if tree[anchor].dep != "appos" or not above.is_noun or k < 0:
        return None
    maker = tree.head(above.head) if above.dep == "pobj" and tree.head(above.i).lower == "of" else None
    if (
        head is None
        and above.tag == "NNS"
        and tree.child(above.i, "det") is None
        and maker is not None
        and maker.is_noun
    ):
        return maker.i
    several = above.tag == "NNS" and tree[anchor].tag == "NN"
    return k if several and tree[k].tag in ("NNP", "NNPS") and k != above.i else None


def _opened(sentence: Sentence, anchor: int) -> int | None:
    """What a phrase at the head of a sentence is said of: `Once the fourth-richest country, Orania has slid`."""
    tree = sentence.tree
    comma = next((k for k in range(anchor + 1, len(tree)) if tree[k].text == "," or tree[k].is_verb), None)
    if comma is None or tree[comma].text != ",":
        return None
    noun = sentence.nouns_after(comma + 1, 4)
    led = noun is not None and tree[comma + 1].tag in ("DT", "PRP", "PRP$", "NNP", "NNPS", "JJ", "NN", "NNS")
    followed = noun is not None and noun + 1 < len(tree) and (tree[noun + 1].is_verb or tree[noun + 1].tag == "MD")
    named = noun is not None and tree[noun].tag in ("NNP", "NNPS", "PRP")
    return noun if led and (followed or named) else None


def _again(sentence: Sentence, i: int, position: int, told: Claim) -> Claim:
    """`the world's seventh-busiest port by volume and, by value, its fourth`: a further place, the noun left out."""
    mentions = {"attribute": told.mentions["attribute"]}
    owner = owner_before(sentence, i)
    if owner is not None:
        mentions["scope"] = owner
    verb = sentence.verb_before(told.anchor)
    said = verb is not None and sentence.tree.lemma(verb.i) in _COPULAS
    values = {"position": position, "direction": told.values["direction"]}
    return Claim(
        "rank", "rank.coordinated", {}, i, verb.i if said and verb is not None else None, told.theme, mentions=mentions,
        values=values,
    )  # fmt: skip


def _by_number(sentence: Sentence) -> Iterator[Claim]:
    """`the world's No. 2 maker of lifts`, `No. 4 in the world`."""
    tree = sentence.tree
    signs = frozenset(table("rank")["signs"])
    for i in range(len(tree) - 1):
        j = i + 2 if sentence.word(i) == "no" and sentence.word(i + 1) == "." else i + 1
        if sentence.word(i) not in signs or j >= len(tree):
            continue
        position = _number(tree[j].lower)
        if not position:
            continue
        owner = i > 0 and tree[i - 1].tag == "POS"
        head = noun_behind(sentence, j + 1)
        roles, mentions = placing.around(sentence, placing.Place(position, i, j + 1))
        within = scope(sentence, i, head if head is not None else j)
        named_after = i > 0 and sentence.word(i - 1) == "world" and head is not None and tree[head].tag == "NNP"
        alone = i > 1 and sentence.word(i - 1) == "world" and head is None and sentence.word(i - 2) in ("the", "former")
        if named_after or alone:  # "World number three Ana Petrova", "the world No. 6"
            within, roles = (i - 1, i), {}
        ranked = i > 0 and tree.lemma(i - 1) in table("rank")["verbs"]
        named = head is not None and sentence.word(i - 1) in ("the", "a") and tree[head].tag == "NN"
        if not (
            ranked or named or named_after or alone or (within and (owner or sentence.word(j + 1) in ("in", "on")))
        ):
            continue
        if head is not None and (not (owner or named or named_after) or tree.lemma(head) in table("rank")["numbered"]):
            continue
        told = sentence.at(j)
        beside = i > 0 and tree[i - 1].is_noun and not (ranked or named_after) and sentence.word(i - 1) != "world"
        if beside:
            continue  # "Symphony No. 40 in G minor"
        if told is not None:
            sentence.take("rank", told)
        if within is not None:
            mentions["scope"] = within
        yield Claim(
            "rank",
            "rank.number",
            roles,
            head if head is not None else j,
            predicate=i - 1 if ranked else None,
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


def _where_told(find: Callable[[Sentence], Iterator[Claim]]) -> Callable[[Sentence], Iterator[Claim]]:
    """The same rule, tried only on sentences that the hint allows."""

    @functools.wraps(find)
    def found(sentence: Sentence) -> Iterator[Claim]:
        if sentence.tells(spotted(), hint()):
            yield from find(sentence)

    return found


RULES = (
    Rule(
        "rank.superlative",
        _where_told(_by_superlative),
        "It is the world's third-largest economy.",
        ("rank.superlative", "rank.coordinated"),
    ),
    Rule("rank.number", _where_told(_by_number), "Tessaro is the world's No. 2 maker of lifts."),
    Rule(
        "rank.verb",
        _where_told(placing.by_verb),
        "Norland ranked 9th out of 137 countries.",
        ("rank.verb", "rank.coordinated"),
    ),
)

__all__ = ["RULES", "hint", "spotted"]
