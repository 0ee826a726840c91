"""Numbers held against what has none: `more than any other country`, `above the limit`, `as many as its rival`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, is_multiple, is_relative
from factex.claims.sides import WITHIN, side_at
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_WITHIN = ("in", "over", "within", "during")
# So many words may lie between the comma behind an opening number and `than`.
_REACH = 16
# So many words may tell where or when between a number and its comma.
_CIRCUMSTANCE = 7
# So many words may lie between a verb and what tells that two levels are equal.
_NEAR = 3


def _more_than_any(sentence: Sentence) -> Iterator[Claim]:
    """`shelters 1.7 million refugees, more than any other country`: a side of which no number is told."""
    for told_last in sentence.quantities:
        k, left = _comma_behind(sentence, told_last), told_last
        unit = left.quantity.unit
        lasting = unit is not None and unit.kind is UnitKind.TIME and sentence.word(left.first - 1) in _WITHIN
        left = sentence.before(left) or left if lasting else left  # "got 88 millimetres in two hours, more than"
        aside = k is not None and sentence.word(left.first - 1) == "at" and sentence.tree.lemma(k + 1) == "be"
        k = k + 1 if k is not None and aside else k  # "The tower, at 320 metres, is taller than the mast"
        if k is None or left.attributive or not sentence.free("comparison", left):
            continue
        taller = "greater" if aside and sentence.tree[k + 1].tag in ("JJR", "RBR") else None
        relation = table("comparison")["degrees"].get(sentence.word(k + 1), taller)
        any_other = sentence.word(k + 4) in ("any", "all", "every")  # "more than in any other capital"
        told = relation and sentence.word(k + 2) == "than" and (any_other or sentence.tree[k + 3].tag != "IN")
        mentions = side_at(sentence, k + 3) if told else {}
        again = bool(told) and sentence.tree[k + 3].tag == "PRP"  # "more than it usually gets in the whole of July"
        ahead = sentence.after(k)
        numbered = ahead is not None and "right" in mentions and ahead.first <= mentions["right"][1] + 1
        if (mentions or again) and not numbered and not is_multiple(left):
            yield Claim(
                "comparison", "comparison.more", {"left": left}, left.head, mentions=mentions,
                values={"relation": relation}, pivot=None if mentions else k + 3,
            )  # fmt: skip


def _comma_behind(sentence: Sentence, left: Located) -> int | None:
    """The comma behind a number, or behind what tells when: `402,000 visitors in its first year, more than`."""
    for k in range(left.last, min(left.last + _CIRCUMSTANCE, len(sentence.tree))):
        if sentence.word(k) == ",":
            return k
        if sentence.tree[k].is_verb or k in sentence.stop or (k == left.last and sentence.tree[k].tag != "IN"):
            return None
    return None


def _by_norm(sentence: Sentence) -> Iterator[Claim]:
    """`averaged 5.6 micrograms, above the limit`: a level is placed by a norm of which no number is told."""
    placings: dict[str, str] = table("comparison")["placings"]
    norms = table("comparison")["norms"]["nouns"]
    for left in sentence.quantities:
        k = left.last + 1
        while sentence.word(k) in table("comparison")["hedges"]["far"]:
            k += 1
        k = _placed_ahead(sentence, left) or k
        moved = sentence.free("comparison", left) and not left.attributive and not is_relative(left)
        if sentence.word(left.last) != "," or sentence.word(k) not in placings:
            continue
        if not (moved or _stands(sentence, left)):  # "climbed to £410 a tonne, far above the usual market price"
            continue
        start = k + 1 + int(sentence.word(k + 1) == "of")
        mentions = side_at(sentence, start)
        if "right" not in mentions or sentence.tree.lemma(mentions["right"][1] - 1) not in norms:
            continue
        behind = sentence.after(left.last)
        if behind is None or behind.first > mentions["right"][1] + 2:
            yield Claim(
                "comparison", "comparison.norm", {"left": left}, left.head, mentions=mentions,
                values={"relation": placings[sentence.word(k)]},
            )  # fmt: skip


def _placed_ahead(sentence: Sentence, left: Located) -> int | None:
    """The placing behind a number in front: `At some 41 degrees, it is just below the record of 1976`."""
    if left.first != 1 or sentence.word(0) != "at":
        return None
    placings = table("comparison")["placings"]
    ahead = (
        k for k in range(left.last + 1, min(left.last + _REACH, len(sentence.tree))) if sentence.word(k) in placings
    )
    k = next(ahead, None)
    verb = None if k is None else sentence.verb_before(k)
    near = verb is not None and verb.i > left.last and k is not None and k - verb.i <= _NEAR
    return (
        k
        if near and verb is not None and sentence.tree.lemma(verb.i) in table("comparison")["standing"]["verbs"]
        else None
    )


def _stands(sentence: Sentence, left: Located) -> bool:
    """Whether a number tells a level that nothing else has taken up."""
    free = sentence.free("comparison", left) and sentence.free("change", left)
    return free and not left.attributive and not is_multiple(left)


def _opening(sentence: Sentence) -> Iterator[Claim]:
    """`At 118, the county has more breweries than its neighbour`: the number of what is more, in front."""
    left = sentence.after(0)
    if left is None or left.first != 1 or sentence.word(0) != "at" or sentence.word(left.last) != ",":
        return
    bound = min(left.last + _REACH, len(sentence.tree))
    than = next((k for k in range(left.last, bound) if sentence.word(k) == "than"), None)
    if than is None or not _stands(sentence, left):
        return
    words = sentence.tree.words[left.last : than]
    degrees = table("comparison")["degrees"]
    told = [degrees.get(word.lower, "greater") for word in words if word.tag in ("JJR", "RBR") or word.lower in degrees]
    mentions = side_at(sentence, than + 1)
    numbered = any(left.last < one.first <= mentions.get("right", (0, than))[1] for one in sentence.quantities)
    verb = next((word for word in words if word.is_verb), None)
    if told and mentions and not numbered and verb is not None:
        yield Claim(
            "comparison", "comparison.norm", {"left": left}, left.head, predicate=verb.i, mentions=mentions,
            values={"relation": told[-1]},
        )  # fmt: skip


def same(sentence: Sentence) -> Iterator[Claim]:
    """`212,000 visitors in its first year, the same number as the cathedral`: two equal sides."""
    tree = sentence.tree
    for k in range(1, len(tree) - 3):
        if _as_many(sentence, k):
            i = k + 2  # "3.2 cubic kilometres of water, as much as all the others"
        elif sentence.words(k, k + 2) == ["the", "same"]:
            i = k + 3 if tree[k + 2].is_noun else k + 2
        else:
            continue
        before = [located for located in sentence.quantities if located.last <= k]
        if sentence.word(i) != "as" or not before:
            continue
        again = any(left.first == before[-1].first for left in sentence.lefts.values())
        if not (again or sentence.free("comparison", before[-1])):
            continue  # "12 races, as many as Banerjee and two more than the champion" compares twice
        # "take nine minutes, the same as in the city"
        inside = sentence.word(i + 1) in WITHIN and sentence.tree[i + 2].label not in ("DATE", "TIME", "CARDINAL")
        mentions = side_at(sentence, i + 1) or (side_at(sentence, i + 2) if inside else {})
        comma = k - 1 - int(tree[k - 1].tag == "RB")  # "4,300 riders, exactly the same number as in 2022"
        near = k - before[-1].last <= (10 if i == k + 3 or sentence.word(comma) == "," else 3)
        between = range(before[-1].last, k)
        beside = sentence.words(before[-1].last, k) in ([",", "is"], [",", "was"])  # "Turnout, at 67.9%, was the same"
        own = tree[before[-1].head]
        counted = own.dep in ("nsubj", "nsubjpass") and own.head in between and sentence.word(comma) == ","
        thing = tree.child(own.head, "dobj") if counted and i != k + 3 else None
        counted = counted and thing is None  # "One firm sells cartons, the same as those for milk"
        told = (j for j in between if tree[j].is_verb and sentence.word(j - 1) != "to")  # "take nine minutes to arrive"
        near = near and (beside or counted or not any(told))
        timed = any(word.label == "DATE" for word in tree.words[i + 1 : i + 3])  # "the same as in 1990"
        timed = timed or (sentence.word(i + 1) == "in" and tree[i + 2].tag == "CD" and i + 2 not in sentence.stop)
        if near and (mentions or timed):
            yield Claim(
                "comparison", "comparison.same", {"left": before[-1]}, before[-1].head, mentions=mentions,
                values={"relation": "equal"}, pivot=None if mentions else i + 1,
            )  # fmt: skip


def _as_many(sentence: Sentence, k: int) -> bool:
    """Whether `as many` or `as much` stands at word `k` behind a comma: `16 gold medals, exactly as many as`."""
    comma = k - 1 - int(sentence.tree[k - 1].tag == "RB")
    return sentence.word(comma) == "," and sentence.word(k) == "as" and sentence.word(k + 1) in ("much", "many")


def _level_with(sentence: Sentence) -> Iterator[Claim]:
    """`At 4.6%, the rate is level with Adelaide's`, `prices are on a par with Germany's, at €0.38`: two equal sides."""
    for phrase in table("comparison")["equals"]["phrases"]:
        words = phrase.split()
        for k in range(1, len(sentence.tree) - len(words)):
            if sentence.words(k, k + len(words)) != words:
                continue
            mentions = side_at(sentence, k + len(words))
            left = _level_of(sentence, k, mentions["right"][1]) if mentions else None
            if left is not None and _stands(sentence, left):
                verb, level = sentence.verb_before(k), sentence.after(k)
                roles = {"left": left}
                named = level is not None and level is not left and level.first - mentions["right"][1] <= 1
                if named and level is not None and comparable(left, level) and not level.attributive:
                    roles["right"] = level  # "in line with market expectations of £33.2m"
                yield Claim(
                    "comparison", "comparison.norm", roles, left.head,
                    predicate=verb.i if verb is not None and k - verb.i <= _NEAR else None,
                    mentions=mentions, values={"relation": "equal"},
                )  # fmt: skip


def _level_of(sentence: Sentence, k: int, end: int) -> Located | None:
    """The number that is told to equal something at word `k`: before it, behind it with `at`, or in front."""
    before = next((one for one in reversed(sentence.quantities) if one.last <= k), None)
    if before is not None and before.last == k - 1 and sentence.word(k - 1) == ",":
        return before  # "was 4.6%, level with Adelaide's"
    if before is not None and (_circumstanced(sentence, before, k) or _of_subject(sentence, before, k)):
        return before
    end += int(sentence.word(end) in ("'s", "’s"))
    behind = sentence.after(end)
    led = [] if behind is None else sentence.words(end, behind.first)
    if behind is not None and led[-1:] and led[-1] in ("at", "on", "with") and led[:-1] in ([], [","]):
        return behind
    front = sentence.after(0)
    return front if front is not None and front.first == 1 and sentence.word(0) == "at" and front.last < k else None


def _circumstanced(sentence: Sentence, before: Located, k: int) -> bool:
    """Whether only where or when stands between a number and its comma: `712c at Roma, on a par with Dalby`."""
    words = sentence.tree.words[before.last : k]
    if len(words) > _NEAR and [word.lower for word in words[-3:-1]] == [",", "a"] and words[-1].tag == "NN":
        words = words[:-2]  # "22% of traffic on Mill Street, a slice identical to that of drivers"
    closed = bool(words) and words[-1].text == "," and words[0].tag == "IN"
    return closed and len(words) <= _CIRCUMSTANCE and not any(word.is_verb or word.text == "," for word in words[:-1])


def _of_subject(sentence: Sentence, before: Located, k: int) -> bool:
    """Whether a number stands beside the subject of a copula: `profit of £33m was in line`, `at $812,000, is level`."""
    words = sentence.tree.words[before.last : k]
    opened = sentence.word(before.first - 1)
    enclosed = opened in ("at", ",") and bool(words) and words[0].text == ","
    words = words[1:] if enclosed else words
    reaching = table("comparison")["equals"]["reaching"]
    copula = any(sentence.tree.lemma(word.i) in reaching for word in words if word.is_verb)
    plain = all(word.is_verb or word.tag in ("RB", "MD") for word in words)
    return (enclosed or opened == "of") and copula and plain


def _placed_so(sentence: Sentence) -> Iterator[Claim]:
    """Levels beside a norm, and numbers of what is more that open a sentence."""
    yield from _level_with(sentence)
    yield from _by_norm(sentence)
    yield from _opening(sentence)


MORE = Rule("comparison.more", _more_than_any, "Uganda shelters 1.7 million refugees, more than any other country.")
NORM = Rule("comparison.norm", _placed_so, "Lead levels averaged 5.6 micrograms per litre, above the legal limit.")
