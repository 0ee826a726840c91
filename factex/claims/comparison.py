"""Comparisons: two things, or one thing at two times, held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, is_multiple, is_proportion, is_relative
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import is_property
from factex.records import Order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_REACH = 14
_PLACING = frozenset(("above", "below"))
_STANDING = frozenset(("be", "remain", "stay", "stand", "run", "come", "sit", "hold"))
_OF_SIZE = frozenset(("the", "that", "its", "their", "our", "his", "her", "what", "this", "those"))


@per_lexicon
def _links() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in table("comparison")["links"]["phrases"])


def _link(words: list[str]) -> int | None:
    """The place of the first linking phrase in some words, as the index behind it."""
    for i in range(len(words)):
        for length in (3, 2, 1):
            if tuple(words[i : i + length]) in _links():
                return i + length
    return None


def _order(left: Located, right: Located) -> str | None:
    one, other = left.quantity.number, right.quantity.number
    if one is None or other is None:
        return None
    return str(Order.GREATER if one > other else Order.LESS if one < other else Order.EQUAL)


def _sides(sentence: Sentence) -> Iterator[Claim]:
    """`227 compared to America's 109`, `$212 million, against $243 million`, `227 vs 109 supercomputers`."""
    for right in sentence.quantities:
        left = _outside_brackets(sentence, right)
        if left is None or not comparable(left, right) or left.attributive or right.attributive:
            continue
        gap = sentence.gap(left, right)
        behind = _link(gap) or _than(sentence, left, gap) or _to_owner(gap)
        if behind is None or len(gap) > _REACH + 8 or len(gap) - behind > 6 or ";" in gap:
            continue
        if not (sentence.free("comparison", left) and sentence.free("comparison", right)):
            continue
        if not sentence.free("change", left) and not sentence.free("change", right):
            continue
        relation = _order(left, right)
        mentions = _right_side(sentence, left.last + behind, right)
        if sentence.word(left.last) in ("in", "for", "among") and sentence.word(right.last) == sentence.word(left.last):
            head = sentence.nouns_after(left.last + 1)
            if head is not None and head < left.last + behind and sentence.tree[head].label not in ("DATE", "TIME"):
                first, last = sentence.tree.noun_phrase(head, sentence.stop)
                mentions["left"] = (max(first, left.last + 1), last)
        yield Claim(
            "comparison",
            "comparison.sides",
            {"left": left, "right": right},
            left.head,
            mentions=mentions,
            values={"relation": relation},
        )
        yield from _further_sides(sentence, left, right)


def _outside_brackets(sentence: Sentence, right: Located) -> Located | None:
    """The quantity before another one, past a conversion in brackets: `312m crowns ($29m), against 48m`."""
    left = sentence.before(right)
    outer = None if left is None else sentence.before(left)
    bracketed = left is not None and sentence.word(left.first - 1) == "(" and sentence.word(left.last) == ")"
    return outer if bracketed and outer is not None and comparable(outer, right) else left


def _to_owner(gap: list[str]) -> int | None:
    """`2,000 shells a day, to the invaders' 10,000`: `to` with an owner, behind a comma."""
    owned = any(word in ("'s", "’s", "'", "’") for word in gap)
    return 2 if gap[:2] == [",", "to"] and owned and len(gap) <= 7 else None


def _further_sides(sentence: Sentence, left: Located, right: Located) -> Iterator[Claim]:
    """`against 377 in New York and 268 in Los Angeles`: the left side held against one more."""
    other = sentence.after(right.last)
    if other is None or not comparable(right, other) or not sentence.free("comparison", other):
        return
    gap = sentence.gap(right, other)
    named = sentence.word(right.last) in ("in", "for", "at") and sentence.word(other.last) == sentence.word(right.last)
    if not named or gap[-1:] != ["and"] or len(gap) > 6:
        return
    mentions = _right_side(sentence, other.first, other)
    values: dict[str, object] = {"relation": _order(left, other)}
    yield Claim(
        "comparison", "comparison.sides", {"left": left, "right": other}, left.head, mentions=mentions, values=values
    )


def _same(sentence: Sentence) -> Iterator[Claim]:
    """`212,000 visitors in its first year, the same number as the cathedral`: two equal sides."""
    tree = sentence.tree
    for k in range(1, len(tree) - 3):
        if sentence.words(k, k + 2) != ["the", "same"]:
            continue
        i = k + 3 if tree[k + 2].is_noun else k + 2
        before = [located for located in sentence.quantities if located.last <= k]
        if sentence.word(i) != "as" or not before or not sentence.free("comparison", before[-1]):
            continue
        mentions = mention_at(sentence, i + 1)
        if mentions and k - before[-1].last <= 10:
            values: dict[str, object] = {"relation": "equal"}
            yield Claim(
                "comparison", "comparison.same", {"left": before[-1]}, before[-1].head, mentions=mentions, values=values
            )


def _placed(sentence: Sentence) -> Iterator[Claim]:
    """`Inflation, at 5.1%, remains well above the bank's 2% target`: one number placed by another."""
    for right in sentence.quantities:
        left = sentence.before(right)
        if left is None or not comparable(left, right) or left.attributive:
            continue
        k = next((k for k in range(right.first - 1, left.last, -1) if sentence.word(k) in _PLACING), None)
        if k is None or right.first - k > 5 or right.first - k < 2 or k - left.last > 8:
            continue
        verb = sentence.verb_before(k)
        free = sentence.free("comparison", left) and sentence.free("comparison", right)
        if verb is None or verb.i < left.last or not free or sentence.tree.lemma(verb.i) not in _STANDING:
            continue
        relation = "greater" if sentence.word(k) == "above" else "less"
        mentions = mention_at(sentence, k + 1)
        roles = {"left": left, "right": right}
        yield Claim(
            "comparison", "comparison.placed", roles, left.head, predicate=verb.i, mentions=mentions,
            values={"relation": relation},
        )  # fmt: skip


def _than(sentence: Sentence, left: Located, gap: list[str]) -> int | None:
    """`$84 million, wider than the $61 million`: the place behind `than`, where a comparative stands before it."""
    if "than" not in gap:
        return None
    i = gap.index("than")
    degrees: dict[str, str] = table("comparison")["degrees"]
    before = sentence.tree[left.last + i - 1] if i else None
    return i + 1 if before is not None and (before.tag in ("JJR", "RBR") or before.lower in degrees) else None


def _right_side(sentence: Sentence, link: int, right: Located) -> dict[str, tuple[int, int]]:
    """What the right side is: the noun before its number, its owner, or what `in` or `for` names behind it."""
    tree = sentence.tree
    between = [k for k in range(link, right.first) if tree[k].is_noun]
    if between:
        owner = next((k for k in between if k + 1 < len(tree) and tree[k + 1].tag == "POS"), None)
        head = between[-1] if owner is None else owner
        first, last = tree.noun_phrase(head, sentence.stop)
        return {"right": (max(first, link), last)}
    i = right.last
    if sentence.word(i) in ("in", "for", "at", "among", "on", "by") or sentence.word(i) == "elsewhere":
        if sentence.word(i) == "elsewhere":
            return {"right": (i, i + 1)}
        place = sentence.nouns_after(i + 1)
        if place is not None and tree[place].label not in ("DATE", "TIME"):
            first, last = tree.noun_phrase(place, sentence.stop)
            return {"right": (max(first, i + 1), last)}
    return {}


def _degree(sentence: Sentence, located: Located) -> tuple[str, int] | None:
    """The comparative behind a difference or multiple, as (relation, index behind it)."""
    degrees: dict[str, str] = table("comparison")["degrees"]
    for i in range(located.last, min(located.last + 3, len(sentence.tree))):
        word = sentence.word(i)
        if sentence.tree[i].is_verb:
            return None  # "26 clinics have run short"
        if word in degrees:
            return degrees[word], i + 1
        if sentence.tree[i].tag in ("JJR", "RBR"):
            return "greater", i + 1
        if word in (",", ".", ";", "and", "of", "to", "in", "for"):
            return None
    return None


def _by_degree(sentence: Sentence) -> Iterator[Claim]:
    """`23% higher than a year earlier`, `one more than Nadir`, `2.1 degrees above the average`."""
    for located in sentence.quantities:
        found = _degree(sentence, located) or _degree_before(sentence, located)
        if (
            found is None
            or located.attributive
            or not sentence.free("comparison", located)
            or not sentence.free("change", located)
        ):
            continue
        relation, i = found
        cue = sentence.word(i - 1)
        than = _than_behind(sentence, i)
        placing = cue in ("above", "below", "ahead", "behind", "over", "under", "short", "shy")
        multiple = is_multiple(located)
        if placing:
            if cue in ("over", "under") or multiple or (cue in ("behind", "ahead") and is_proportion(located)):
                continue
            place = i + 1 if sentence.word(i) == "of" else i
            level = sentence.after(place)
            placed = level is not None and level.first <= place + 1 and not is_relative(level)
            if sentence.nouns_after(place, 5) is None and not placed:
                continue
        elif (
            (than is None and cue in ("higher", "lower") and _leveled(sentence, located))
            or (than is None and not multiple and not is_relative(located))
            or (than is None and cue in ("earlier", "later", "further", "better", "longer", "over"))
        ):
            continue
        roles: dict[str, Located] = {"factor" if multiple else "difference": located}
        left = left_of(sentence, located)
        if left is not None:
            roles["left"] = left
            sentence.lefts[located.first] = left
            level = sentence.after(i)
            if placing and level is not None and level.first <= i + 1 and not is_relative(level):
                roles["right"] = level
        side: int | None = i if placing else than + 1 if than is not None else None
        if placing and sentence.word(i) == "of":
            side = i + 1
        mentions = {} if side is None else mention_at(sentence, side)
        measured = sentence.nouns_after(i, 2) if not placing else None
        if (
            than is not None
            and measured is not None
            and not (measured < than and is_property(sentence.tree.lemma(measured)))
        ):
            measured = None
        values: dict[str, object] = {"relation": relation}
        claim = Claim(
            "comparison",
            "comparison.factor" if multiple else "comparison.difference",
            roles,
            located.head,
            mentions=mentions,
            values=values,
        )
        if measured is not None:
            claim.mentions["measure"] = (measured, measured + 1)
        if left is not None:
            claim.anchor = left.head
            verb = sentence.verb_before(located.first)
            if verb is not None and verb.i > left.last and located.first - verb.i <= 3:
                claim.predicate = verb.i  # "Turnout, at 61.8%, was five points higher"
        yield claim


def _degree_before(sentence: Sentence, located: Located) -> tuple[str, int] | None:
    """`heavier by 300 kg than its sibling`: the comparative before a difference, as (relation, index behind it)."""
    degrees: dict[str, str] = table("comparison")["degrees"]
    word = sentence.word(located.first - 2)
    if sentence.word(located.first - 1) != "by" or sentence.word(located.last) != "than":
        return None
    comparative = word in degrees or sentence.tree[located.first - 2].tag in ("JJR", "RBR")
    return (degrees.get(word, "greater"), located.last) if comparative else None


def _than_behind(sentence: Sentence, i: int) -> int | None:
    """The place of `than` behind a comparative, in the same clause."""
    for k in range(i, min(i + 10, len(sentence.tree))):
        if sentence.word(k) == "than":
            return k
        if sentence.tree[k].text in (",", ";", ":") or (
            k > i + 4 and sentence.tree[k].tag in ("VBD", "VBZ", "VBP", "MD")
        ):
            return None
    return None


def _leveled(sentence: Sentence, located: Located) -> bool:
    """Whether `1.7% lower` stands behind a verb that tells a level: `closed 1.7% lower` is a change."""
    verb = sentence.verb_before(located.first)
    return verb is not None and sentence.tree.lemma(verb.i) in table("change")["level_verbs"]["words"]


def mention_at(sentence: Sentence, i: int) -> dict[str, tuple[int, int]]:
    """The noun phrase at word `i` as the right side of a comparison; times are no side."""
    if sentence.word(i) in ("in", "for", "on", "at", "among"):
        i += 1
    head = sentence.nouns_after(i)
    if head is None:
        return {}
    tree = sentence.tree
    hyphened = False
    while head + 2 < len(tree) and tree[head + 1].tag == "HYPH":  # "day-shift workers"
        head, hyphened = head + 2 + int(head + 3 < len(tree) and tree[head + 3].is_noun), True
    times = ("year", "month", "week", "quarter", "period", "day")
    if not hyphened and (tree[head].label in ("DATE", "TIME") or sentence.word(head) in times):
        return {}
    first, last = tree.noun_phrase(head, sentence.stop)
    if sentence.word(head) in ("those", "that", "one") and tree.child(head, "prep") is not None:
        last = max(last, tree.subtree(head)[-1] + 1)  # "those in Cork"
    return {"right": (max(first, i), last)}


def left_of(sentence: Sentence, located: Located) -> Located | None:
    """The number that a difference or multiple speaks of: `23 titles, one more than`."""
    before = sentence.before(located)
    if before is None or before.attributive:
        return None
    gap = sentence.gap(before, located)
    if before.first in sentence.lefts and any(word in ("but", "and") for word in gap) and len(gap) <= 12:
        return sentence.lefts[before.first]  # "12% less than a year earlier but twice as much as promised"
    if is_relative(before) and not is_relative(located) and gap[-1:] == [","]:
        outer = sentence.before(before)  # "£1.02 billion …, or 43% of its budget, £38 million more"
        if outer is not None and comparable(outer, located) and not outer.attributive:
            return outer
    if sentence.word(before.first - 1) == "(" and gap[:1] == [")"]:
        outer = sentence.before(before)
        if outer is not None and comparable(outer, before) is not None and gap == [")", ","]:
            return outer
    if is_multiple(before) or (
        is_multiple(located) is False and not comparable(before, located) and not is_relative(located)
    ):
        return None
    if located.quantity.unit is None and before.quantity.unit is not None and len(gap) > 3 and gap[-1] != ",":
        return None
    kind = before.quantity.unit.kind if before.quantity.unit is not None else None
    if kind is not None and str(kind) == "age":
        return None
    if gap in ([], [","], ["—"], ["-"], ["("], [",", "or"], [",", "and"], [",", "which", "is"], ["is"], [",", "a"]):
        return before
    if "," in gap[-3:] and len(gap) <= 8 and not any(word in ("and", "but", "while", ";") for word in gap):
        return before
    if (
        sentence.word(before.first - 1) == "at" and before.first <= 1 and len(gap) <= 6
    ):  # "At 1.24 kg, the laptop is 180 g lighter"
        return before
    if gap[-2:] == ["and", "more"] or gap == ["and"]:
        return before if not sentence.free("comparison", before) else None
    return None


RULES = (
    Rule(
        "comparison.degree",
        _by_degree,
        "Lamb averaged $6.84 a kilogram, 23% higher than a year earlier.",
        ("comparison.factor", "comparison.difference"),
    ),
    Rule("comparison.placed", _placed, "Inflation, at 5.1%, remains well above the bank's 2% target."),
    Rule("comparison.same", _same, "The museum drew 212,000 visitors, the same number as the cathedral."),
    Rule("comparison.sides", _sides, "China operates 227 machines compared to America's 109."),
)
