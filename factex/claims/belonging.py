"""What the two numbers of a comparison belong to: nouns beside them, in brackets, or told before both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.sentence import comparable, is_proportion, is_relative
from factex.claims.sides import WITHIN, Mentions, is_time, side_at
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.claim import Claim
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located


def bracketed(sentence: Sentence, i: int, left: Located | None) -> dict[str, Located]:
    """The right number in brackets behind what has it: `double the rate in the north (6.1%)`."""
    level = sentence.after(i)
    if left is None or level is None or level.first - i > 8 or not comparable(left, level):
        return {}
    enclosed = sentence.word(level.first - 1) == "(" and sentence.word(level.last) == ")"
    inside = sentence.tree.words[i : level.first - 1]
    plain = not any(word.is_verb or word.text in (",", ";", "(") for word in inside)
    return {"right": level} if enclosed and plain else {}


def _does(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells a deed, nothing said, foreseen or asked for: not `the 15% that analysts expected`."""
    verbs = table("verbs")
    told = ("saying", "speaking", "predicted", "targeted", "by_themselves", "reckoning")
    lemma = sentence.tree.lemma(verb)
    return sentence.tree[verb].is_verb and not any(lemma in verbs[name] for name in told)


def beside(sentence: Sentence, link: int, right: Located) -> Mentions:
    """What a right number belongs to: the noun before it, its owner, or what `in` or `for` names behind it."""
    tree = sentence.tree
    between = [k for k in range(link, right.first) if tree[k].is_noun and tree[k].label not in ("DATE", "TIME")]
    if between:
        owner = next((k for k in between if k + 1 < len(tree) and tree[k + 1].tag == "POS"), None)
        head = between[-1] if owner is None else owner
        first, last = tree.noun_phrase(head, sentence.stop)
        return {"right": (max(first, link), last)}
    i = right.last
    norm = sentence.nouns_after(i, 1)  # "just short of its £50,000 target"
    if norm is not None and norm == i and tree.lemma(norm) in table("comparison")["records"]["nouns"]:
        return {"right": (norm, norm + 1)}
    part = sentence.nouns_after(i + 1, 5) if is_proportion(right) and sentence.word(i) == "of" else None
    if part is not None and part not in sentence.stop:
        first, last = tree.noun_phrase(part, sentence.stop)
        return {"right": (max(first, i + 1), last)}  # "In contrast to 64% of Danes, only 23% of Greeks"
    if sentence.word(i) in table("comparison")["everywhere"]["words"]:
        return {"right": (i, i + 1)}
    if i < len(tree) and tree[i].tag in ("VBN", "VBD") and "by" in sentence.words(i + 1, i + 3):
        i = next(k for k in (i + 1, i + 2) if sentence.word(k) == "by")  # "the $6.8 million brought in by Ruiz"
    elif i < len(tree) and tree[i].tag in ("VBN", "VBD") and sentence.word(i + 1) in WITHIN:
        i += 1  # "the 37 gigawatts added in the United States"
    if sentence.word(i) in ("that", "which") and i < len(tree):
        has = sentence.nouns_after(i + 1, 4)  # "the £6.85 that neighbouring Thornby spent"
        if has is not None and tree[has].dep in ("nsubj", "nsubjpass") and _does(sentence, tree[has].head):
            return {"right": sentence.tree.noun_phrase(has, sentence.stop)}
    if sentence.word(i) in WITHIN or sentence.word(i) in ("by", "from", "against", "about"):
        place = sentence.nouns_after(i + 1)
        pointing = sentence.word(i + 1) in ("this", "that", "the", "same")
        timed = pointing and not {"time", "point", "stage"}.isdisjoint(sentence.words(i + 2, i + 4))
        timed = timed or _ordinal(sentence, i + 1 + int(sentence.word(i + 1) == "the"))
        if place is not None and tree[place].label not in ("DATE", "TIME") and not timed:
            first, last = tree.noun_phrase(place, sentence.stop)
            return {"right": (max(first, i + 1), last)}
        return side_at(sentence, i) if place is None and not timed else {}  # "¥2.7 billion for the original"
    return {}


def _ordinal(sentence: Sentence, i: int) -> bool:
    """Whether an ordinal stands alone, whose noun of time was told before: `in the second`."""
    behind = sentence.tree[i + 1] if i + 1 < len(sentence.tree) else None
    return sentence.word(i) in table("numerals")["ordinals"] and (behind is None or not behind.is_noun)


def parted(sentence: Sentence, left: Located) -> Mentions:
    """Both sides named by a comparative before a pair of numbers: `more common in men than in women (34% vs 28%)`."""
    tree = sentence.tree
    opened = max(0, left.first - 16)
    than = next((k for k in range(left.first - 1, opened, -1) if sentence.word(k) == "than"), None)
    done = ("do", "does", "did", "have", "has", "had")
    if than is None or any(
        (tree[k].is_verb and sentence.word(k) not in done) or k in sentence.stop for k in range(than, left.first)
    ):
        return {}
    mark = sentence.word(than + 1)
    led = next((k for k in range(than - 1, opened, -1) if sentence.word(k) == mark), None)
    degrees = table("comparison")["degrees"]
    if mark not in WITHIN:  # "fewer containers than Lomé in 2022: 1.6 million against 1.9 million"
        near = any(tree[k].tag in ("JJR", "RBR") or sentence.word(k) in degrees for k in range(max(0, than - 4), than))
        return side_at(sentence, than + 1) if near else {}
    if led is None:
        return {}
    degree = any(tree[k].tag in ("JJR", "RBR") or sentence.word(k) in degrees for k in range(max(0, led - 4), led))
    one, other = side_at(sentence, led + 1), side_at(sentence, than + 2)
    if not degree or not one or not other or one["right"][1] > than or other["right"][1] > left.first:
        return {}
    return {"left": one["right"], "right": other["right"]}


def counted_left(sentence: Sentence, located: Located, i: int, than: int | None) -> Mentions:
    """The things of which there are so many more than of others: `There were 763 more deaths than births`."""
    tree, unit = sentence.tree, located.quantity.unit
    if than is not None and sentence.word(i) in WITHIN | {"by"} and sentence.word(i) == sentence.word(than + 1):
        among = side_at(sentence, i + 1)  # "higher among women given both drugs than among those"
        return {"left": among["right"]} if among else {}
    fewer = sentence.nouns_after(i, 2) if located.first <= 1 and is_relative(located) and than is None else None
    if fewer is not None and tree[fewer].tag == "NNS":
        return {"left": (i, fewer + 1)}  # "A tenth fewer eels will be landed"
    counted = unit is not None and than is not None and (unit.kind is UnitKind.COUNT or is_relative(located))
    noun = than - 1 if than is not None else 0
    other = sentence.nouns_after(noun + 2) if counted else None
    if any(word.is_verb for word in tree.words[i:noun]):
        return {}  # "27 percent more likely to develop diabetes than colleagues"
    if other is None or noun < i or not tree[noun].tag == tree[other].tag == "NNS" or noun in sentence.stop - {noun}:
        return {}
    verb = sentence.verb_before(located.first)
    subject = None if verb is None else tree.child(verb.i, "nsubj", "nsubjpass")
    theirs = subject is None or subject.tag not in ("NNS", "NNPS") or subject.i >= located.first
    return {"left": (i, noun + 1)} if theirs else {}


def own_level(sentence: Sentence, mentions: Mentions, held: Located) -> Located | None:
    """The number that describes the right side: `1.1 points above the bank's 2% target`."""
    if "right" not in mentions:
        return None
    first, last = mentions["right"]
    behind = sentence.at(last + 1) if sentence.word(last) == "of" else None  # "above the OECD average of 472"
    level = behind or sentence.at(first - 1)
    points = is_relative(held) and level is not None and is_proportion(level)
    return level if level is not None and level.first > held.last and (points or comparable(held, level)) else None


def left_beside(sentence: Sentence, claim: Claim, *, measured: bool) -> tuple[int, int] | None:
    """The left side of a claim that names no subject: what a preposition sets beside the right one, or what is counted.

    `The rate in Oslo was 4%, two points higher than in Bergen`; `57% of Peruvians want elections, compared with 49%`.
    """
    tree, left = sentence.tree, claim.roles.get("left")
    start = (left or next(iter(claim.roles.values()))).first
    first = claim.mentions["right"][0] if "right" in claim.mentions else 0
    first -= int(sentence.word(first - 1) in ("the", "a", "an"))
    mark = sentence.word(first - 1)
    for k in range(start - 1, -1, -1) if mark in WITHIN and first > start else ():
        noun = sentence.nouns_after(k + 1) if sentence.word(k) == mark else None
        if noun is not None and noun < start and not is_time(sentence, noun):
            begun, last = tree.noun_phrase(noun, sentence.stop)
            return max(begun, k + 1), last
        if sentence.word(k) in (";", "whereas", "while", "but"):
            break
    noun = sentence.nouns_after(left.last + 1) if left is not None and sentence.word(left.last) == "of" else None
    if left is None or noun is None or noun in sentence.stop or measured:
        return None
    begun, last = tree.noun_phrase(noun, sentence.stop)
    return max(begun, left.last + 1), last
