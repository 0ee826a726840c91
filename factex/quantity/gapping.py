"""Numbers whose clause leaves its noun out: `87 survived and 33 died`, `Iran has 14 reactors and Iraq three`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.nouns import is_person, is_property
from factex.quantity.elided import verb_above
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.quantity.draft import Draft
    from factex.syntax.tree import Tree, Word

# So many words may lie between two numbers of which the second is the subject of its own clause, or has its own place.
_ACROSS = 16
_PLACE = 6
# What closes a clause of a number.
_CLOSED = (".", ",", ";")


def _between(tree: Tree, left: Draft, right: Draft) -> Sequence[Word]:
    """The words between two numbers."""
    return tree.words[tree.first_from(left.end) : tree.first_from(right.start)]


def left_out(tree: Tree, draft: Draft, before: Draft) -> bool:
    """`87 survived and 33 died`, `cancelled 60 flights and delayed 210`, `52 votes to 48`: the noun is told once."""
    if before.unit is None or before.unit.kind is not UnitKind.COUNT:
        return False
    between = _between(tree, before, draft)
    gap = [word.lower for word in between]
    place = tree.at(draft.number_start)
    behind = next(iter(tree.words[tree.first_from(draft.end) :][:1]), None)
    if place is None or place == 0 or len(gap) > _ACROSS or not gap:
        return False
    closed = behind is None or behind.text in (".", ",", ";")
    finite = behind is not None and behind.lower in table("nouns")["gaps"]["finite"]
    if gap[-2:] == [",", "and"] and finite:
        return True  # "More than 300 residents packed the hall, and as many as 40 were still queuing"
    if len(gap) > _PLACE:
        return False
    if gap == ["to"]:
        return closed
    said = [word for word in between if word.is_verb]
    verbs = [word for word in said if word.dep not in ("aux", "auxpass")]
    if gap[-1] == "and" and len(verbs) <= 1 and finite:
        return True  # "At least nine people died and four are still missing"
    if gap[-1] == "and" and len(verbs) == 1:
        shared = len(said) > 1 and behind is not None and behind.tag == "VBN"  # "were killed and 18 injured"
        return behind is not None and behind.is_verb and (shared or before.end == before.number_end)
    above = verb_above(tree, before)
    dated = above is not None and above.dep == "advcl" and tree.child(above.i, "advmod", "mark") is not None
    apart = above is not None and (above.dep == "relcl" or dated)
    joined = any(word in (("and", ";") if apart else ("and", ";", ",")) for word in gap)
    own = tree.child(place - 1, "nsubj")
    other = own is not None and own.is_noun and is_property(tree.lemma(own.i))  # "runs 4 shops and its rating was 9"
    return joined and closed and not other and len(verbs) == 1 and tree[place - 1].is_verb


def gapped(tree: Tree, draft: Draft, before: Draft) -> bool:
    """`Iran has 14 reactors and Iraq three`: no verb between, and no noun behind."""
    between = _between(tree, before, draft)
    behind = next(iter(tree.words[tree.first_from(draft.end) :][:1]), None)
    percent = before.unit is not None and before.unit.kind is UnitKind.PERCENT
    if between and between[-1].lower in ("the", "these", "those", "its", "their"):
        return False  # "touched 34C, and the last of the 740 on board"
    if percent and any(word.lower in ("to", "at", "by") for word in between):
        return False  # "gained 0.7 percent to 6,327.80"
    joined = any(word.lower in ("and", "while", ";") or word.text == "," for word in between)
    if len(between) > (12 if joined else 6) or any(word.is_verb or word.text in (":", "(") for word in between):
        return False
    if joined and before.unit is not None and before.unit.kind is UnitKind.COUNT and _timed(between):
        return behind is None or behind.text in (".", ",", ";", "and")  # "and in 2020 just 12,000"
    # "Iraq three", "women 28"; a noun in the singular names another property ("pulse 110"), and none a time before.
    named = any(word.tag in ("NNP", "NNPS", "NNS", "PRP", "DT") or word.label == "PERSON" for word in between)
    if not named:
        return False
    singulars = [word for word in between if word.tag == "NN"]
    last = between[-1] if between[-1].tag not in ("IN", ",") or len(between) < 2 else between[-2]
    stands = last.lower in table("nouns")["gaps"]["standing"]  # "the new one 55"
    named = last.is_noun or stands
    if singulars and (not joined or any(is_property(tree.lemma(word.i)) for word in singulars) or not named):
        return False
    return behind is None or not (behind.is_noun or behind.tag in ("JJ", "CD", "HYPH") or behind.lower == "of")


def _timed(between: Sequence[Word]) -> bool:
    """Whether nothing but a joint and a time stand between two numbers: `and in 2020 just`."""
    words = [word for word in between if word.lower not in table("nouns")["gaps"]["focus"]]
    joint = words[0].text in (",", ";", "and") and len(words) > 2 and words[1].tag == "IN"
    return joint and all(word.label in ("DATE", "TIME") for word in words[2:])


def placed_again(tree: Tree, draft: Draft, before: Draft) -> bool:
    """`In the old town 260 houses burned down; in the harbour quarter, 38.`: another place for what was counted."""
    if before.unit is None or before.unit.kind is not UnitKind.COUNT:
        return False
    between = _between(tree, before, draft)
    joints = [k for k, word in enumerate(between) if word.text in (";", ",") or word.lower in ("and", "but", "while")]
    joints = [k for k in joints if k + 1 < len(between) and between[k + 1].tag == "IN"]
    if not joints:
        return False
    place = between[joints[-1] + 1 :]
    behind = next(iter(tree.words[tree.first_from(draft.end) :][:1]), None)
    nouns = [word for word in place if word.is_noun]
    placed = place[0].lower in table("places")["prepositions"] and len(place) <= _PLACE and bool(nouns)
    bare = not any(word.is_verb for word in place)
    return placed and bare and (behind is None or behind.text in _CLOSED) and _opened_by_place(tree, before)


def _opened_by_place(tree: Tree, draft: Draft) -> bool:
    """Whether a place opens the clause of a number: `In the old town 260 houses burned down`."""
    k = tree.first_from(draft.start) - 1
    while (
        k > 0 and tree[k].text not in _CLOSED and not tree[k].is_verb and (tree[k].tag != "IN" or tree[k].lower == "of")
    ):
        k -= 1
    return k >= 0 and tree[k].tag == "IN" and (k == 0 or tree[k - 1].text in (";", ",") or tree[k - 1].tag == "CC")


def aged_too(tree: Tree, draft: Draft, before: Draft) -> bool:
    """`The man was 71 and the woman 68`: the age of somebody else, without a verb."""
    between = _between(tree, before, draft)
    aged = before.unit is not None and before.unit.kind is UnitKind.AGE
    joined = bool(between) and (between[0].text in (",", ";") or between[0].lower in ("and", "while"))
    bare = len(between) <= _PLACE and not any(word.is_verb for word in between)
    behind = next(iter(tree.words[tree.first_from(draft.end) :][:1]), None)
    return aged and joined and bare and is_person(between[-1].lower) and (behind is None or behind.text in _CLOSED)
