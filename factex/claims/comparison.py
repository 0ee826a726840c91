"""Comparisons: two things, or one thing at two times, held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, is_multiple, is_proportion, is_relative
from factex.lexicon.files import per_lexicon, table
from factex.records import Order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantities.located import Located

_REACH = 14
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
        left = sentence.before(right)
        if left is None or not comparable(left, right) or left.attributive or right.attributive:
            continue
        gap = sentence.gap(left, right)
        behind = _link(gap) or _than(sentence, left, gap)
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
        found = _degree(sentence, located)
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
            if sentence.nouns_after(place, 5) is None:
                continue
        elif (
            (than is None and cue in ("higher", "lower") and _leveled(sentence, located))
            or (than is None and not multiple and not is_relative(located))
            or (than is None and cue in ("earlier", "later", "further", "better", "longer", "over"))
            or cue in ("earlier", "later")
        ):
            continue
        roles: dict[str, Located] = {"factor" if multiple else "difference": located}
        left = _left(sentence, located)
        if left is not None:
            roles["left"] = left
        side: int | None = i if placing else than + 1 if than is not None else None
        if placing and sentence.word(i) == "of":
            side = i + 1
        mentions = {} if side is None else _mention_at(sentence, side)
        measured = sentence.nouns_after(i, 2) if than is None and not placing else None
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
        yield claim


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


def _mention_at(sentence: Sentence, i: int) -> dict[str, tuple[int, int]]:
    """The noun phrase at word `i` as the right side of a comparison; times are no side."""
    if sentence.word(i) in ("in", "for", "on", "at", "among"):
        i += 1
    head = sentence.nouns_after(i)
    if head is None:
        return {}
    tree = sentence.tree
    if tree[head].label in ("DATE", "TIME") or sentence.word(head) in (
        "year",
        "month",
        "week",
        "quarter",
        "period",
        "day",
    ):
        return {}
    first, last = tree.noun_phrase(head, sentence.stop)
    if sentence.word(head) in ("those", "that", "one") and tree.child(head, "prep") is not None:
        last = max(last, tree.subtree(head)[-1] + 1)  # "those in Cork"
    return {"right": (max(first, i), last)}


def _left(sentence: Sentence, located: Located) -> Located | None:
    """The number that a difference or multiple speaks of: `23 titles, one more than`."""
    before = sentence.before(located)
    if before is None or before.attributive:
        return None
    gap = sentence.gap(before, located)
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


def _by_multiple(sentence: Sentence) -> Iterator[Claim]:
    """`3.4 times as many as the EU`, `five times the pace`, `twice the output of`, `half that`, `10 times our size`."""
    for located in sentence.quantities:
        multiple = is_multiple(located)
        unit = located.quantity.unit
        fraction = unit is not None and unit.name == "fraction"
        if (
            not (multiple or fraction)
            or located.attributive
            or not sentence.free("comparison", located)
            or not sentence.free("change", located)
        ):
            continue
        i = located.last
        word = sentence.word(i)
        as_many = word == "as" and (
            multiple or sentence.word(i + 1) in ("many", "much", "large", "big", "high", "long", "likely")
        )
        of_size = (
            word in _OF_SIZE
            or (fraction and word == "of" and _of_amount(sentence, i))
            or (word == "of" and sentence.tree[min(i + 1, len(sentence.tree) - 1)].label == "GPE" and fraction)
        )
        if fraction and not as_many and not _of_amount(sentence, i):
            continue
        if not (as_many or of_size):
            continue
        if multiple and sentence.tree[located.first].is_verb:
            continue
        roles = {"factor": located}
        left = _left(sentence, located)
        if left is not None:
            roles["left"] = left
        mentions: dict[str, tuple[int, int]] = {}
        if as_many:
            k = next((k for k in range(i + 2, min(i + 10, len(sentence.tree))) if sentence.word(k) == "as"), None)
            mentions = _mention_at(sentence, k + 1) if k is not None else {}
        else:
            mentions = _right_of(sentence, i)
        value = located.quantity.number
        relation = "less" if value is not None and value < 1 else "greater"
        anchor = left.head if left is not None else located.head
        yield Claim(
            "comparison", "comparison.multiple", roles, anchor, mentions=mentions, values={"relation": relation}
        )


def _of_amount(sentence: Sentence, i: int) -> bool:
    """Whether `half` before word `i` is a multiple of another amount: `half that`, `half the size of`."""
    words = sentence.words(i, i + 5)
    if words[:1] == ["that"] and (len(words) < 2 or words[1] in (".", ",", ";", "of", "in", "for", ")")):
        return True
    if words[:1] == ["of"] and i + 2 < len(sentence.tree) and sentence.tree[i + 2].tag == "POS":
        return i + 3 >= len(sentence.tree) or not sentence.tree[i + 3].is_noun
    if words[:1] == ["of"]:
        words = words[1:]
    amounts = table("comparison")["amounts"]["nouns"]
    return bool(words) and words[0] in ("the", "its", "their", "our") and any(word in amounts for word in words[1:4])


def _right_of(sentence: Sentence, i: int) -> dict[str, tuple[int, int]]:
    """The right side in `the output of the Drell plant`, `that of the Sun`, `our size`, `America's`."""
    tree = sentence.tree
    if sentence.word(i) == "what":
        return {}
    if sentence.word(i) == "of":
        i += 1
    head = sentence.nouns_after(i)
    if head is None:
        return {}
    if sentence.word(head) in ("that", "those"):
        return _mention_at(sentence, head + 2) if sentence.word(head + 1) == "of" else {}
    if tree[head].tag == "PRP$" or sentence.word(i) in ("its", "our", "their", "his", "her"):
        return {"right": (i, i + 1)}
    if sentence.word(head + 1) == "of":
        return _mention_at(sentence, head + 2)
    first, last = tree.noun_phrase(head, sentence.stop)
    return {} if tree[head].label in ("DATE", "TIME") else {"right": (max(first, i), last)}


def _by_verb(sentence: Sentence) -> Iterator[Claim]:
    """`outnumbered births by more than two to one`, `breaking the record by 400 head`."""
    verbs: dict[str, str] = table("comparison")["verbs"]
    for located in sentence.quantities:
        if sentence.word(located.first - 1) != "by" and not is_multiple(located):
            continue
        verb = sentence.verb_before(located.first)
        if verb is None or not sentence.free("comparison", located) or not sentence.free("change", located):
            continue
        lemma = sentence.tree.lemma(verb.i)
        if lemma not in verbs:
            continue
        thing = sentence.tree.child(verb.i, "dobj")
        if thing is None:
            continue
        first, last = sentence.tree.noun_phrase(thing.i, sentence.stop)
        role = "factor" if is_multiple(located) else "difference"
        yield Claim(
            "comparison",
            "comparison.verb",
            {role: located},
            located.head,
            predicate=verb.i,
            mentions={"right": (first, last)},
            values={"relation": verbs[lemma]},
        )


RULES = (
    Rule("comparison.verb", _by_verb, "Home fans outnumbered visitors by five to one."),
    Rule(
        "comparison.degree",
        _by_degree,
        "Lamb averaged $6.84 a kilogram, 23% higher than a year earlier.",
        ("comparison.factor", "comparison.difference"),
    ),
    Rule("comparison.multiple", _by_multiple, "The United States has 2,600 sites, 3.4 times as many as the EU."),
    Rule("comparison.sides", _sides, "China operates 227 machines compared to America's 109."),
)
