"""Bare numbers whose noun was told before: `We've got 12 pickers where I'd want 30`, `74 mph … was clocked at 131`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.quantity.draft import Draft
    from factex.syntax.tree import Tree

# How many times larger or smaller the number may be than the one whose unit it takes.
_REACH = 50


def take_elided(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Gives a number that closes its phrase the unit of the last one before that it can be told in, in place."""
    for k, draft in enumerate(drafts):
        if draft.unit is None and not draft.attributive and _closes(tree, draft) and _left_open(tree, draft):
            lender = next((one for one in reversed(drafts[:k]) if _lends(tree, one, draft)), None)
            if lender is not None:
                draft.take_unit(lender)


def _closes(tree: Tree, draft: Draft) -> bool:
    """Whether nothing that it could count stands behind a number."""
    k = tree.first_from(draft.end)
    return (
        k >= len(tree) or tree[k].text in (".", ",", ";", "”", '"', "''") or tree[k].lower in table("elided")["closing"]
    )


def _left_open(tree: Tree, draft: Draft) -> bool:
    """Whether a number stands where a noun was left out: behind a verb, or behind `of just` or `at` of one."""
    data = table("elided")
    k = tree.first_from(draft.start) - 1
    while k > 0 and (tree[k].lower in data["leads"] or tree[k].tag == "RB"):
        k -= 1
    if k < 0:
        return False
    if tree[k].lower in data["prepositions"] and k:
        k -= 1
    word = tree[k]
    told = word.is_verb or word.dep in ("aux", "cop") or word.lower in data["nouns"]
    return (
        told
        and tree.lemma(k) not in data["pure"]
        and word.lower not in data["pure"]
        and _subject(tree, k) not in data["pure"]
    )


def _subject(tree: Tree, verb: int) -> str:
    """The lemma of a verb's subject, or empty."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return "" if subject is None else tree.lemma(subject.i)


def _of_a_size(one: Draft, other: Draft) -> bool:
    """Whether two numbers may count the same: none is many times the other."""
    sizes = [abs(draft.value or draft.low or draft.high or Decimal(0)) for draft in (one, other)]
    return min(sizes) > 0 and max(sizes) <= min(sizes) * _REACH


def _lends(tree: Tree, lender: Draft, draft: Draft) -> bool:
    """Whether a number is told in the unit of another, that is of its size and counts no circumstance."""
    unit = lender.unit
    told = unit is not None and unit.kind in (UnitKind.COUNT, UnitKind.PHYSICAL, UnitKind.COMPOUND)
    pointed = unit is not None and unit.name == "point"
    return told and not pointed and _of_a_size(lender, draft) and not _circumstance(tree, lender)


def _circumstance(tree: Tree, lender: Draft) -> bool:
    """Whether a number only tells where or when: `in 12 countries`, `after 20 matches`."""
    k = tree.first_from(lender.start) - 1
    while k > 0 and (tree[k].lower in table("elided")["leads"] or tree[k].tag in ("DT", "RB", "JJ", "PRP$")):
        k -= 1
    return k >= 0 and tree[k].lower in table("elided")["circumstances"]
