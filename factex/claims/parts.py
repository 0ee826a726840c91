"""Shares as a part of a total: `five of the top ten`, `41 bats, 26 of them juveniles`, `seven of them`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim
from factex.claims.sentence import is_multiple, is_proportion
from factex.claims.wholes import DETERMINERS, ENDS, FOCUS, whole
from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_OWNERS = frozenset(("'s", "’s", "’", "'"))
_REACH = 14
# How far behind its verb a part may stand: "turned down some 1,600 of them".
_BESIDE = 4


def part_of_total(sentence: Sentence) -> Iterator[Claim]:
    """`five of the world's top ten`, `two of its nine plants`, `14 of the 52 approvals`, `39 out of 41`."""
    for part in sentence.quantities:
        total = sentence.after(part.last)
        if (
            total is None
            or part.attributive
            or not sentence.free("share", part)
            or is_proportion(part)
            or is_multiple(part)
        ):
            continue
        gap = sentence.gap(part, total)
        if gap[:2] == ["out", "of"]:
            gap = _without_sum(gap[1:])
        if gap[:1] != ["of"] or len(gap) > 7 or any(word in (",", "in", "to", "for", "on", "and") for word in gap):
            continue
        definite = any(word in DETERMINERS or word in _OWNERS for word in gap) or gap == ["of"]
        if not definite or not _countable(part, total):
            continue
        roles = {"part": part, "total": total} | _told_again(sentence, total)
        yield Claim("share", "share.part_of_total", roles, part.head)


def _without_sum(gap: list[str]) -> list[str]:
    """The words before a total, without those that only say that it is one: `of a population of`."""
    summed = gap[:2] == ["of", "a"] and gap[-1:] == ["of"] and gap[-2] in table("share")["sums"]
    return ["of"] if summed else gap


def _told_again(sentence: Sentence, located: Located) -> dict[str, Located]:
    """The fraction that tells again what a part is: `289, or 12.5 percent, were poor`, `40 of the 300 (13%)`."""
    fraction = sentence.after(located.last)
    if fraction is None or not is_proportion(fraction) or not sentence.free("share", fraction):
        return {}
    gap = [word for word in sentence.gap(located, fraction) if word not in FOCUS]
    return {"fraction": fraction} if gap in ([",", "or"], ["("]) else {}


def _countable(part: Located, total: Located) -> bool:
    one, other = part.quantity.number, total.quantity.number
    if one is None or other is None or one > other:
        return False
    units = (part.quantity.unit, total.quantity.unit)
    if any(unit is not None and unit.kind in (UnitKind.PERCENT, UnitKind.RATIO, UnitKind.AGE) for unit in units):
        return False
    return units[0] is None or units[1] is None or units[0].name == units[1].name or part.quantity.unit is None


def total_first(sentence: Sentence) -> Iterator[Claim]:
    """`Of the 41 footprints, 12 belong to`, `41 bats, 26 of them juveniles`, `17 people, among them four children`."""
    for part in sentence.quantities:
        total = _total_before(sentence, part)
        if total is None or any(one.attributive or not sentence.free("share", one) for one in (part, total)):
            continue
        if is_proportion(total) or is_multiple(part) or is_multiple(total) or total.first in sentence.lefts:
            continue  # not "484 points, 12 points above the average, though one in four of them failed"
        led = _led(sentence, total) and "," in sentence.gap(total, part)
        if not led and not _pointed_back(sentence, total, part):
            continue
        anchor = part.head if led or _in_own_clause(sentence, total, part) else total.head
        if is_proportion(part):
            roles = {"total": total, "fraction": part}
        elif _smaller(part, total):
            roles = {"part": part, "total": total} | _told_again(sentence, part)
        else:
            continue
        yield Claim("share", "share.total_first", roles, anchor)


def _total_before(sentence: Sentence, part: Located) -> Located | None:
    """The number that a part may be of: the one before, or that which it only places: `900 men from nine states`."""
    total = sentence.before(part)
    outer = None if total is None else sentence.before(total)
    if total is None or outer is None or _smaller(part, total) or sentence.word(part.first - 1) != "including":
        return total
    placing = sentence.gap(outer, total) in (["from"], ["in"], ["across"], ["at"])
    return outer if placing and _smaller(part, outer) else total


def _led(sentence: Sentence, total: Located) -> bool:
    """Whether a total opens its sentence: `Of the 41 footprints,`, `Of the county's 26 clinics,`, `Of 41 bats,`."""
    k = total.first
    of = next((i for i in range(k - 1, max(-1, k - 4), -1) if sentence.word(i) == "of"), 0)
    joined = of > 1 and (sentence.word(of - 1) == "that" or sentence.words(of - 2, of) in ([",", "and"], [",", "but"]))
    opened = next((i + 1 for i in range(k - 1) if sentence.word(i) == ":"), 0)  # "Results: Of the 640 glaciers,"
    opened = of if joined else opened  # "adding that of 1,500 people questioned, 640 had", "and of the 7,000 breeders"
    determined = sentence.word(k - 2) == "of" and sentence.word(k - 1) in ("the", "its", "their", "these", "every")
    k -= opened
    owned = k <= 5 and sentence.word(total.first - 1) in _OWNERS
    return (determined and k <= 3) or (sentence.word(opened) == "of" and (k == 1 or owned))


def _pointed_back(sentence: Sentence, total: Located, part: Located) -> bool:
    """Whether words between or behind two numbers point from the second to the first: `26 of them`, `of which 16`."""
    gap = sentence.gap(total, part)
    behind = sentence.words(part.last, part.last + 2)
    unit = (total if is_proportion(part) else part).quantity.unit
    amount = unit is not None and unit.kind in (UnitKind.CURRENCY, UnitKind.PHYSICAL)
    counted = points_back(sentence, part.last + 1) or (behind[1:] == ["it"] and amount)
    own = part.last + 2 < len(sentence.tree) and sentence.tree[part.last + 2].tag in FINITE_TAGS
    clause = own and behind[1:] == ["them"] and "and" in gap  # "and four of them are still in hospital"
    comma = max((k for k in range(total.last, part.first) if sentence.word(k) == ","), default=total.last)
    acting = range(comma, part.first)  # "but detectives solved only 6% of them"
    clause = clause or (is_proportion(part) and any(sentence.tree[k].tag in FINITE_TAGS for k in acting))
    if behind[:1] == ["of"] and counted and len(gap) <= 8 and not clause:
        return True
    if behind == ["among", "them"] and "," in gap and len(gap) <= 8:
        return True  # "14 people, two children among them"
    verbless = not any(sentence.tree[k].tag in FINITE_TAGS for k in range(total.last, part.first))
    if behind == ["of", "them"] and gap.count(",") == 1 and gap[-1] == "," and len(gap) <= 16 and verbless:
        return True  # "killed 31 people in the port of Dareh between Monday and Thursday, nine of them children"
    told = " ".join(gap)
    if any(phrase in told for phrase in ("of which", "of whom")) and (
        len(gap) <= 12 or gap[-2:] in (["of", "which"], ["of", "whom"])
    ):
        return True
    gap = [word for word in gap if word not in FOCUS]
    if gap[-2:] in (["among", "them"], ["among", "whom"], ["among", "which"]):
        return True
    return (
        gap[-1:] == ["including"]
        and gap[-2:-1] in ([","], [])
        and part.quantity.unit is not None
        and part.quantity.unit.kind is UnitKind.COUNT
    )


def points_back(sentence: Sentence, i: int) -> bool:
    """Whether word `i` stands for what was told before: `of them`, but not `of those registered`."""
    described = i + 1 < len(sentence.tree) and sentence.tree[i + 1].tag in ("VBN", "VBG", "WP", "WDT", "IN")
    return sentence.word(i) in table("share")["back"] and not (sentence.word(i) == "those" and described)


def means_amount(sentence: Sentence, i: int) -> bool:
    """Whether word `i` takes up an amount told before: `half of it`, `two-thirds of that from Algeria`."""
    return sentence.word(i) == "it" or (sentence.word(i) == "that" and sentence.word(i + 1) == "from")


def _in_own_clause(sentence: Sentence, total: Located, part: Located) -> bool:
    """Whether a relative clause with a verb of its own tells the part: `of which 76 were brought down`."""
    joined = sentence.verb_before(part.first)
    deed = joined is not None and joined.dep == "conj" and joined.i > total.last and joined.tag in FINITE_TAGS
    if deed and joined is not None and part.first - joined.i <= _BESIDE:
        return True  # "decided 6,400 applications and turned down 1,600 of them"
    of = sentence.words(part.last, part.last + 2)
    behind = part.last + 2 * int(of in (["of", "them"], ["of", "whom"], ["of", "which"]))
    finite = behind < len(sentence.tree) and sentence.tree[behind].tag in FINITE_TAGS
    gap = sentence.gap(total, part)
    if finite and of[1:] in (["whom"], ["which"]):
        return True  # "110,000 customers, 6,000 of whom had it back by Tuesday"
    if finite and (not {"but", "and"}.isdisjoint(gap) or gap[-2:] in (["of", "which"], ["of", "whom"])):
        return True  # "spent £180 million on seven players, but only two of them have started"
    around = (*range(total.last, part.first), *range(part.last, part.last + 2))
    pronoun = next((k for k in around if sentence.word(k) in ("which", "whom")), None)
    verb = sentence.clause_verb(part.head)
    told = pronoun is not None and verb is not None and verb.i > pronoun
    return told and verb is not None and sentence.tree.lemma(verb.i) != "be"


def _smaller(part: Located, total: Located) -> bool:
    one, other = part.quantity.number, total.quantity.number
    unit = part.quantity.unit
    allowed = unit is None or unit.kind in (UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.PHYSICAL)
    whole_unit = total.quantity.unit
    alike = unit is not None and whole_unit is not None and whole_unit.name == unit.name
    alike = alike and unit is not None and not unit.name[:3].isupper()  # no part of €85 a night
    allowed = allowed or alike  # "12 ships a year, three of them"
    return one is not None and other is not None and one <= other and allowed


def of_them(sentence: Sentence) -> Iterator[Claim]:
    """`Seven of them were caught`, `Of those patients, 92 died`: a part of what the text has named before."""
    for part in sentence.quantities:
        free = sentence.free("share", part) and sentence.free("comparison", part) and sentence.free("change", part)
        if not free or part.attributive or is_multiple(part) or part.quantity.number == 1:
            continue
        role = "fraction" if is_proportion(part) else "part"
        i = part.last
        there = sentence.words(part.first - 2, part.first) in (["there", "are"], ["there", "were"])
        if sentence.word(i) == "of" and points_back(sentence, i + 1) and there:
            continue  # "There are 1,930 of them" counts them all
        if sentence.word(i) == "of" and points_back(sentence, i + 1) and sentence.nouns_after(i + 2, 1) is None:
            claim = Claim("share", "share.of_them", {role: part}, part.head, mentions={"whole": (i + 1, i + 2)})
            _by_mistaken_verb(sentence, part, claim)
            yield claim
            continue
        pronoun = _before_focus(sentence, part.first)
        if sentence.word(pronoun) in ("which", "whom") and sentence.word(pronoun - 1) == "of" and _closed(sentence, i):
            yield Claim("share", "share.of_them", {role: part}, part.head, mentions={"whole": (pronoun, pronoun + 1)})
            continue
        if role == "part" and _of_such(sentence, i):
            yield Claim("share", "share.of_them", {role: part}, part.head, mentions={"whole": (i + 2, i + 3)})
            continue
        if role == "part" and _of_several(sentence, i):
            yield Claim("share", "share.of_them", {role: part}, part.head, mentions=whole(sentence, i + 1))
            continue
        start = _opening(sentence, part.first)
        if start is None or sentence.word(i) == "of":
            continue
        pointed = sentence.word(start) == "of" and sentence.word(start + 1) in DETERMINERS
        if role == "part" and not (pointed and start == 0 and part.first <= _REACH):
            continue
        end = next(k for k in range(part.first - 1, start, -1) if sentence.word(k) == ",")
        mentions = {"whole": (start + 1, end)} if pointed else whole(sentence, start + 1)
        if mentions:
            yield Claim("share", "share.of_them", {role: part}, part.head, mentions=mentions)


def _before_focus(sentence: Sentence, first: int) -> int:
    """The word before a number and what may stress it: `which` in `of which just 12 per cent`."""
    k = first - 1
    while k > 0 and sentence.word(k) in FOCUS:
        k -= 1
    return k


def _closed(sentence: Sentence, i: int) -> bool:
    """Whether a verb or the end of a clause stands at word `i`, no noun that a number describes."""
    return i >= len(sentence.tree) or sentence.tree[i].is_verb or sentence.word(i) in (",", ".", ";", "in", "at", "on")


def _of_several(sentence: Sentence, i: int) -> bool:
    """Whether known things are named at word `i`, without their number: `six of the animals`."""
    owned = any(sentence.tree[k].tag == "POS" for k in range(i + 2, min(i + 5, len(sentence.tree))))
    known = sentence.word(i) == "of" and (owned or sentence.word(i + 1) in DETERMINERS)
    head = sentence.nouns_after(i + 1 + int(not owned), 4) if known else None
    counted = head is not None and any(k in sentence.stop for k in range(i, head + 1))
    return head is not None and sentence.tree[head].tag == "NNS" and not counted


def _of_such(sentence: Sentence, i: int) -> bool:
    """Whether an adjective stands for known people at word `i`: `Twenty-five of the dead`."""
    if sentence.words(i, i + 2) != ["of", "the"] or sentence.word(i + 2) not in table("share")["such"]:
        return False
    return i + 3 >= len(sentence.tree) or not sentence.tree[i + 3].is_noun


def _by_mistaken_verb(sentence: Sentence, part: Located, claim: Claim) -> None:
    """`China mines 70% of it and refines 90% of them`: a verb that was taken for a noun, with its subject."""
    tree, k = sentence.tree, part.first - 1
    while k > 0 and tree[k].lower in FOCUS:
        k -= 1
    if tree[k].tag != "NNS" or sentence.word(k - 1) != "and" or tree.head(part.head).i != k:
        return
    verb = sentence.verb_before(k - 1)
    subject = None if verb is None else tree.child(verb.i, "nsubj")
    if subject is not None:
        claim.predicate, claim.theme = k, subject.i


def _opening(sentence: Sentence, first: int) -> int | None:
    """The word that opens what a share is of, at the head of its clause: `Among the women over 60, 18 percent`."""
    k = _before_focus(sentence, first)
    if sentence.word(k) != ",":
        return None
    start = next((i for i in range(k - 1, -1, -1) if i == 0 or sentence.word(i - 1) in (",", ":", ";")), 0)
    if sentence.word(start) in ("and", "but", "while"):
        start += 1
    if sentence.word(start) not in ("of", "among", "amongst") or first - start > _REACH:
        return None
    inner = sentence.tree.words[start + 1 : k]  # "Of the pupils asked,": its last word is a participle
    clause = [word.lower for word in inner if word.tag in FINITE_TAGS and (word.tag != "VBD" or word.i < k - 1)]
    related = any(word in ("who", "that", "which", "whose") for word in sentence.words(start + 1, k))
    return start if related or not clause else None


def counted_before(sentence: Sentence, located: Located) -> tuple[int, int] | None:
    """The things told with their number before a lone fraction of them: `has 320 silos and plans to close a third`."""
    before, unit = sentence.before(located), located.quantity.unit
    counted = before is not None and before.quantity.unit is not None and before.quantity.unit.kind is UnitKind.COUNT
    lone = sentence.word(located.last) in ENDS - {"of"} and unit is not None and unit.name == "fraction"
    if before is None or not counted or not lone or before.attributive:
        return None
    first = before.last
    while first > before.first + 1 and sentence.tree[first - 1].tag in ("NN", "NNS", "JJ", "HYPH"):
        first -= 1
    return (first, before.last) if first < before.last else None
