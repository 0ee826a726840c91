"""Comparisons of two clauses or phrases: `added 5.6 GW, whereas Portugal managed 1.9`, `15 for X but 7 for Y`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, order
from factex.claims.sides import is_time
from factex.claims.wholes import FOCUS
from factex.lexicon.files import table
from factex.lexicon.nouns import is_person, singular
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.claims.sides import Mentions
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

# So many words may tell of whom the first of two numbers is.
_REACH = 12


def _contrasted(sentence: Sentence) -> Iterator[Claim]:
    """Two numbers of one measure that are told in the same way of two things, or of one at two times."""
    yield from _whereas(sentence)
    yield from _then_and_now(sentence)
    yield from _for_each(sentence)
    yield from _doing_alike(sentence)


def _for_each(sentence: Sentence) -> Iterator[Claim]:
    """`Entry costs 15 euros for foreigners but just 7.50 for residents`: one measure of two groups."""
    for left, right in itertools.pairwise(sentence.quantities):
        gap = [word for word in sentence.gap(left, right) if word not in FOCUS]
        told = gap[:1] == ["for"] and gap[-1:] in (["and"], ["but"]) and sentence.word(right.last) == "for"
        listed = sentence.before(left)
        if not told or len(gap) > _REACH or (listed is not None and sentence.word(listed.last) == "for"):
            continue
        free = all(sentence.free(kind, one) for kind in ("comparison", "change") for one in (left, right))
        if not free or not _same_unit(left, right) or left.attributive or right.attributive:
            continue
        groups = [sentence.nouns_after(one.last + 1) for one in (left, right)]
        if all(noun is not None and _is_group(sentence, noun) for noun in groups):
            first, second = (sentence.tree.noun_phrase(noun, sentence.stop) for noun in groups if noun is not None)
            yield Claim(
                "comparison", "comparison.contrast", {"left": left, "right": right}, left.head,
                mentions={"left": first, "right": second}, values={"relation": order(left.quantity, right.quantity)},
            )  # fmt: skip


def _is_group(sentence: Sentence, noun: int) -> bool:
    """Whether a noun names people: `residents of Madrid`, `those in the north`."""
    word = sentence.tree[noun]
    return word.lower == "those" or (word.tag in PLURAL_TAGS and is_person(singular(word.lower)))


def _doing_alike(sentence: Sentence) -> Iterator[Claim]:
    """`The robot takes 14 seconds, but a practised human takes just nine`: one verb of two doers."""
    clauses = _two_clauses(sentence)
    if clauses is None or clauses[0].lemma != clauses[1].lemma or clauses[0].lemma in ("be", "have"):
        return
    doer = clauses[1].doer
    if clauses[0].number.quantity.unit is not None and clauses[0].doer is not None and doer is not None:
        yield from _against(clauses, sentence.tree.noun_phrase(doer.i, sentence.stop) if doer.is_noun else None)


def _then_and_now(sentence: Sentence) -> Iterator[Claim]:
    """`Summers now last 145 days, while in the 1970s they lasted just 110`: one verb of one thing at two times."""
    clauses = _two_clauses(sentence)
    if clauses is None or clauses[0].lemma != clauses[1].lemma:
        return
    left, right, doer = clauses[0].number, clauses[1].number, clauses[1].doer
    timed = any(is_time(sentence, k) for k in range(left.last, len(sentence.tree)) if k not in right)
    if timed and _same_unit(left, right) and doer is not None and doer.lower in ("it", "they"):
        yield from _against(clauses, (doer.i, doer.i + 1))


class _Clause(NamedTuple):
    """A clause with one number: the number, its verb with its lemma, and the verb's subject."""

    number: Located
    verb: Word
    lemma: str
    doer: Word | None


def _two_clauses(sentence: Sentence) -> tuple[_Clause, _Clause] | None:
    """The two clauses of a sentence that sets one number against another: `…, but …`, `…, while …`."""
    if len(sentence.quantities) != 2 or any(one.attributive for one in sentence.quantities):
        return None
    left, right = sentence.quantities
    first, second = (sentence.verb_before(one.first) for one in (left, right))
    joint = any(word in ("while", "whereas", "but") for word in sentence.gap(left, right))
    if not joint or first is None or second is None or first.i >= left.first or second.i < left.last:
        return None
    if not all(sentence.free(kind, one) for kind in ("comparison", "change") for one in (left, right)):
        return None
    if not comparable(left, right):
        return None
    tree = sentence.tree
    one = _Clause(left, first, tree.lemma(first.i), tree.child(first.i, "nsubj"))
    return one, _Clause(right, second, tree.lemma(second.i), tree.child(second.i, "nsubj"))


def _against(clauses: tuple[_Clause, _Clause], right: tuple[int, int] | None) -> Iterator[Claim]:
    """The comparison of two clauses, if the second one names its side."""
    if right is None:
        return
    one, other = (clause.number for clause in clauses)
    yield Claim(
        "comparison", "comparison.contrast", {"left": one, "right": other}, one.head, predicate=clauses[0].verb.i,
        mentions={"right": right}, values={"relation": order(one.quantity, other.quantity)},
    )  # fmt: skip


def _whereas(sentence: Sentence) -> Iterator[Claim]:
    """`took 15.1 days, whereas the French took 9.4`, `Whereas Germany has 8 beds per 1,000 people, Sweden has 2.1`."""
    mark = next((word.i for word in sentence.tree.words if word.lower == "whereas"), None)
    mark = 0 if sentence.word(0) == "where" else mark  # "Where a baker pays 18 cents, her cousin abroad pays 31"
    mark = mark if mark is not None else _once(sentence)
    if mark is None:
        return
    parted = mark or next((word.i for word in sentence.tree.words if word.text == ","), 0)
    first = [one for one in sentence.quantities if one.last <= parted and not one.attributive]
    second = [one for one in sentence.quantities if one.first > parted and not one.attributive]
    second = [one for one in second if any(_same_unit(one, other) for other in first)] or second
    if len(second) != 1 or not first:
        return
    alike = [one for one in first if comparable(one, second[0])]
    data = table("verbs")
    verb = sentence.verb_before(second[0].first)
    said = verb is not None and sentence.tree.lemma(verb.i) in (*data["saying"], *data["predicted"], *data["speaking"])
    told = said or any(not sentence.free(kind, one) for kind in ("comparison", "change") for one in (*alike, *second))
    if len(alike) != 1 or told:
        return
    left, right = alike[0], second[0]
    yield Claim(
        "comparison", "comparison.contrast", {"left": left, "right": right}, left.head,
        mentions=_doer(sentence, right), values={"relation": order(left.quantity, right.quantity)},
    )  # fmt: skip


def _once(sentence: Sentence) -> int | None:
    """The `where` that leads to what was so before: `takes 20 men where once it took 400`."""
    for k in range(1, len(sentence.tree) - 2):
        if sentence.word(k) == "where":
            behind = sentence.words(k + 1, k + 5)
            if behind[0] == "once" or ["used", "to"] in (behind[1:3], behind[2:4]):
                return k
    return None


def _same_unit(one: Located, other: Located) -> bool:
    """Whether two numbers have one unit: `the north has 38 surgeries, the south 17, and villagers drive 50 km`."""
    units = [located.quantity.unit for located in (one, other)]
    return all(unit is not None for unit in units) and comparable(one, other)


def _doer(sentence: Sentence, right: Located) -> Mentions:
    """The subject of the clause of a number."""
    verb = sentence.verb_before(right.first)
    subject = None if verb is None else sentence.tree.child(verb.i, "nsubj", "nsubjpass")
    if subject is None or subject.i in sentence.stop:
        return {}
    return {"right": sentence.tree.noun_phrase(subject.i, sentence.stop)}


RULE = Rule("comparison.contrast", _contrasted, "Spain added 5.6 gigawatts, whereas Portugal managed 1.9 gigawatts.")
