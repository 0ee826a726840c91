"""Bare numbers whose noun was told before: `We've got 12 pickers where I'd want 30`, `74 mph … was clocked at 131`."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.quantity.draft import Draft
    from factex.syntax.tree import Tree, Word

# How many times larger or smaller the number may be than the one whose unit it takes.
_REACH = 50
# How many times, where only a sentence before tells it and other things are done with it.
_ORDER = 5
# What something may move to a number of, though nothing moved before: "will cost 92 pounds …, could rise to 110".
_TOLD_AGAIN = (UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.COMPOUND)
# The marks that close a phrase.
_CLOSING = (".", ",", ";", "”", '"', "''")


class Before(NamedTuple):
    """A sentence before, with its quantities: what a number leaves out may be told there."""

    place: int
    tree: Tree
    drafts: Sequence[Draft]


def take_elided(tree: Tree, drafts: Sequence[Draft], before: Sequence[Before] = ()) -> None:
    """Gives a number that closes its phrase the unit of one before that it can be told in, in place.

    Args:
        tree: The sentence.
        drafts: Its quantities.
        before: The sentences before it with their quantities, nearest first.
    """
    for k, draft in enumerate(drafts):
        if draft.unit is not None or draft.attributive or not _closes(tree, draft):
            continue
        lender = None
        if _left_open(tree, draft):
            lender = _here(tree, drafts[:k], draft) or _there(tree, draft, before)
        if lender is None and _is_paid(tree, draft):
            lender = _money([Before(0, tree, drafts[:k]), *before])
        if lender is not None:
            draft.take_unit(lender)


def _here(tree: Tree, earlier: Sequence[Draft], draft: Draft) -> Draft | None:
    """The lender in the same sentence: told with the same verb or the same preposition, else the nearest."""
    lenders = [one for one in reversed(earlier) if _lends(tree, one, draft, tree)]
    verb = _verb(tree, draft)
    timed = [one for one in reversed(earlier) if _lasting(one, draft)]  # "men took 12.4 days …, women took 16.1"
    again = [
        one for one in lenders or timed if verb and _verb(tree, one) == verb
    ]  # "will carry 8 million …; carried 5.2"
    alike = [one for one in reversed(earlier) if _alike(tree, one, draft) or _levels(tree, one, draft, tree)]
    return next(iter(again or alike or lenders), None)


def _there(tree: Tree, draft: Draft, before: Sequence[Before]) -> Draft | None:
    """The lender in a sentence before, where the same is done with both: `sell 50,000 vans. It sold 38,700`."""
    verb = _verb(tree, draft)
    alone = [lender for one in before[:1] for lender in one.drafts if _lends(one.tree, lender, draft, tree)]
    level = next(
        (one for near_by in before[:1] for one in near_by.drafts if _levels(near_by.tree, one, draft, tree)), None
    )
    if level is not None:
        return level
    close = [lender for lender in alone if near(lender, draft)]
    same = len({lender.unit.name for lender in alone if lender.unit is not None}) == 1
    if close and same and _free(tree, draft, close[0]):
        return close[0]
    for one in before:
        for lender in reversed(one.drafts):
            told = _lends(one.tree, lender, draft, tree) or _lasting(lender, draft)
            if told and verb and _verb(one.tree, lender) == verb and verb not in table("elided")["plain"]:
                return lender
    return None


def _led_by(tree: Tree, draft: Draft) -> int:
    """The word before a number, with `just`, `another` and adverbs left out; below zero if there is none."""
    k = tree.first_from(draft.start) - 1
    while k > 0 and (tree[k].lower in table("elided")["leads"] or tree[k].tag == "RB"):
        k -= 1
    return k


def _is_paid(tree: Tree, draft: Draft) -> bool:
    """Whether millions are told where only money is: `had paid only 4 million for him`, `a deficit of 11 billion`."""
    data = table("elided")
    k = _led_by(tree, draft)
    if k < 0 or draft.scale <= 1:
        return False
    behind = k - 1 if tree[k].tag in ("PRP", "NNP") else k  # "had cost it 41 million"
    if tree[behind].is_verb:
        return tree.lemma(behind) in data["money"]["verbs"]
    of_noun = k > 0 and tree[k].lower in ("of", "at", "to")
    return tree[k].lower == "worth" or (of_noun and tree.lemma(k - 1) in data["money"]["nouns"])


def _money(before: Sequence[Before]) -> Draft | None:
    """The last amount of money told before, if all that were told are of one currency."""
    told = [one for sentence in before for one in reversed(sentence.drafts) if _is_money(one)]
    return told[0] if len({one.unit.name for one in told if one.unit is not None}) == 1 else None


def _is_money(one: Draft) -> bool:
    return one.unit is not None and one.unit.kind is UnitKind.CURRENCY


def _free(tree: Tree, draft: Draft, lender: Draft) -> bool:
    """Whether nothing beside a number tells what it counts: no `led by five`, no `cases tripled to 87`."""
    verb = verb_above(tree, draft)
    subject = None if verb is None else tree.child(verb.i, "nsubj", "nsubjpass")
    counted = subject is not None and subject.tag in PLURAL_TAGS
    told = counted and lender.unit is not None and lender.unit.kind in (UnitKind.PHYSICAL, UnitKind.COMPOUND)
    led = tree[max(0, tree.first_from(draft.start) - 1)].lower == "by"
    return not led and not told and _verb(tree, draft) not in table("elided")["plain"]


def near(one: Draft, other: Draft) -> bool:
    """Whether two numbers are of one order of size, as what is counted twice is."""
    sizes = sorted(abs(draft.value or draft.low or draft.high or Decimal(0)) for draft in (one, other))
    return sizes[0] > 0 and sizes[1] <= sizes[0] * _ORDER


def _alike(tree: Tree, lender: Draft, draft: Draft) -> bool:
    """Whether two numbers stand behind one preposition: `serve for nine years; …, has been there for eleven`."""
    marks = [tree[max(0, tree.first_from(one.start) - 1)].lower for one in (lender, draft)]
    told = lender.unit is not None and lender.unit.kind is not UnitKind.AGE and not lender.attributive
    return told and marks[0] == marks[1] and marks[0] in table("elided")["repeated"] and of_a_size(lender, draft)


def _lasting(lender: Draft, draft: Draft) -> bool:
    """Whether a number is told in the time of another: `jailed two for six years. It jailed a third for four`."""
    time = lender.unit is not None and lender.unit.kind is UnitKind.TIME and not lender.attributive
    return time and of_a_size(lender, draft)


def verb_above(tree: Tree, draft: Draft) -> Word | None:
    """The verb that a number hangs on; None also where a number stands behind the last word."""
    k = tree.first_from(draft.start)
    return next((word for word in tree.ancestors(k) if word.is_verb), None) if k < len(tree) else None


def _verb(tree: Tree, draft: Draft) -> str:
    """The lemma of the verb that a number hangs on, or empty."""
    verb = verb_above(tree, draft)
    return "" if verb is None else tree.lemma(verb.i)


def _closes(tree: Tree, draft: Draft) -> bool:
    """Whether nothing that it could count stands behind a number."""
    k = tree.first_from(draft.end)
    if k + 1 < len(tree) and tree[k].lower == "to" and tree[k + 1].tag == "VB":
        return True  # "it'll take another 100 to fill the dams"
    if k >= len(tree) or tree[k].text in _CLOSING or tree[k].lower in table("elided")["closing"]:
        return True
    if tree[k].lower in ("across", *table("measurement")["sizes"]["words"]):
        return True  # "23 metres deep and some 380 across"
    beside = k + 1 < len(tree) and tree[k + 1].text not in _CLOSING  # no "plans 45 more."
    return beside and tree[k].lower in table("neighbours")["differing"]


def _left_open(tree: Tree, draft: Draft) -> bool:
    """Whether a number stands where a noun was left out: behind a verb, or behind `of just` or `at` of one."""
    data = table("elided")
    k = _led_by(tree, draft)
    if k < 0:
        return False
    if _goes_on(tree, draft, k):
        return True
    if tree[k].lower in ("by", "at", "to") and tree.head(k).is_verb:
        k = tree.head(k).i  # "With 24 medals, Norway lead Italy by two", "ended the contest at 5.7 million"
    elif tree[k].lower in data["repeated"]:
        return True  # "has been there for eleven"
    elif tree[k].lower in data["prepositions"] and k:
        k -= 1 + int(k > 1 and tree[k - 1].tag == "RB" and tree[k - 2].is_verb)  # "climb back to minus 30"
    word = tree[k]
    told = word.is_verb or word.dep in ("aux", "cop") or word.lower in data["nouns"]
    pure = {tree.lemma(k), word.lower, _subject(tree, k)} & set(data["pure"])
    return told and (not pure or draft.scale > 1)  # no score is told in millions


def _goes_on(tree: Tree, draft: Draft, k: int) -> bool:
    """Whether a number stands in the place of one before: `24 goals at home and 31 away`, `and in 2020 just 12`."""
    behind = tree.first_from(draft.end)
    apart = behind < len(tree) and tree[behind].lower in table("elided")["apart"]
    dated = k > 1 and tree[k].tag == "CD" and tree[k - 1].lower == "in" and tree[k - 2].lower in ("and", "but")
    second = (
        tree[k].lower in table("antecedents")["of_two"] and tree[k - 1].lower == "the"
    )  # "the latter only 7 million"
    sized = behind < len(tree) and tree[behind].lower in ("across", *table("measurement")["sizes"]["words"])
    joined = tree[k].lower == "and"
    return (joined and (apart or sized)) or dated or second


def _levels(tree: Tree, lender: Draft, draft: Draft, own: Tree) -> bool:
    """Whether two numbers are levels that something moved to: `rose to 27 per cent, that for the Union slid to 24`."""
    told = lender.unit is not None and lender.unit.kind not in (UnitKind.COUNT, UnitKind.TIME)
    moved = _moved_to(own, draft) and _moved_to(tree, lender)
    return told and moved and not lender.attributive and near(lender, draft)


def _moved_to(tree: Tree, draft: Draft) -> bool:
    """Whether something moved to a number: `slid to 24`, `climb back to minus 30`."""
    end = tree[max(0, _led_by(tree, draft))]
    above = tree.head(end.i)
    verb = tree.head(above.i) if above.tag in ("RB", "RP") else above
    return end.lower == "to" and any(tree.lemma(verb.i) in verbs for verbs in table("change")["verbs"].values())


def _subject(tree: Tree, verb: int) -> str:
    """The lemma of a verb's subject, or empty."""
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return "" if subject is None or subject.tag == "NNP" else tree.lemma(subject.i)


def of_a_size(one: Draft, other: Draft) -> bool:
    """Whether two numbers may count the same: none is many times the other."""
    sizes = [abs(draft.value or draft.low or draft.high or Decimal(0)) for draft in (one, other)]
    return min(sizes) > 0 and max(sizes) <= min(sizes) * _REACH


def _lends(tree: Tree, lender: Draft, draft: Draft, own: Tree) -> bool:
    """Whether a number is told in the unit of another, that is of its size and counts no circumstance.

    Args:
        tree: The sentence of the lender.
        lender: The number with a unit.
        draft: The bare number.
        own: Its sentence.
    """
    unit = lender.unit
    alike = near(lender, draft) and (_moved_to(tree, lender) or (unit is not None and unit.kind in _TOLD_AGAIN))
    if _moved_to(own, draft) and draft.scale == 1 and not alike:
        return False  # "stopped 38 of 40 shots to lift her save rate to .931"
    again = _verb(tree, lender) == _verb(own, draft)  # "served 12 aces and her opponent served 5"
    if _tells_time(own, draft) and not again and (unit is None or unit.kind is not UnitKind.TIME):
        return False  # "nine years for defrauding 88 pensioners. He will serve at least five"
    told = unit is not None and unit.kind in (UnitKind.COUNT, UnitKind.PHYSICAL, UnitKind.COMPOUND)
    told = told or (unit is not None and unit.name == "percentage_point")
    if unit is not None and unit.kind is UnitKind.CURRENCY:  # "profit of 650 million euros … had expected 600 million"
        told = draft.scale > 1 and lender.scale > 1
    if unit is not None and unit.kind is UnitKind.COMPOUND and "[currency]" in unit.record().dimension:
        told = again or near(lender, draft)  # no "cost $2,100 a property, says a trapper who has caught 96"
    timed = unit is not None and unit.kind is UnitKind.TIME and not lender.attributive
    told = told or (timed and _tells_time(own, draft))
    pointed = unit is not None and unit.name in ("point", "percentage_point")
    pointed = pointed and not (
        _differs(tree, lender) and _differs(own, draft)
    )  # "leads by two points … trails by five"
    sized = of_a_size(lender, draft) or _differs(own, draft)
    return told and not pointed and sized and not circumstance(tree, lender)


def _tells_time(tree: Tree, draft: Draft) -> bool:
    """Whether only a time is told so: `the typical wait now exceeds 40`, `He will serve at least five`."""
    verb = verb_above(tree, draft)
    data = table("elided")
    measures = (*table("measurement")["lasting"]["measures"], *data["bests"])
    return verb is not None and (_subject(tree, verb.i) in measures or tree.lemma(verb.i) in data["lasting"])


def _differs(tree: Tree, draft: Draft) -> bool:
    """Whether a number tells by how much something passes another or moves: `beat the estimate by 2.7 million`."""
    by = tree[max(0, _led_by(tree, draft))]
    lemma = tree.lemma(by.head)
    moved = any(lemma in verbs for verbs in table("change")["verbs"].values())  # "fell by 11 points … slipped by two"
    return by.lower == "by" and (moved or lemma in table("comparison")["verbs"])


def circumstance(tree: Tree, lender: Draft) -> bool:
    """Whether a number only tells where or when: `in 12 countries`, `after 20 matches`."""
    k = tree.first_from(lender.start) - 1
    while k > 0 and (tree[k].lower in table("elided")["leads"] or tree[k].tag in ("DT", "RB", "JJ", "PRP$")):
        k -= 1
    data = table("elided")
    meant = (
        k > 0 and tree[k].lower == "for" and tree.lemma(k - 1) in data["meant"]
    )  # "Prisons built for 58,000 inmates"
    return k >= 0 and tree[k].lower in data["circumstances"] and not meant
