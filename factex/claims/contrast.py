"""Comparisons of two clauses: `Spain added 5.6 gigawatts, whereas Portugal managed just 1.9`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, order
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.claims.sides import Mentions
    from factex.quantity.located import Located


def _whereas(sentence: Sentence) -> Iterator[Claim]:
    """`took 15.1 days, whereas the French took 9.4`, `Whereas Germany has 8 beds per 1,000 people, Sweden has 2.1`."""
    mark = next((word.i for word in sentence.tree.words if word.lower == "whereas"), None)
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
        "comparison", "comparison.whereas", {"left": left, "right": right}, left.head,
        mentions=_doer(sentence, right), values={"relation": order(left.quantity, right.quantity)},
    )  # fmt: skip


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


RULE = Rule("comparison.whereas", _whereas, "Spain added 5.6 gigawatts, whereas Portugal managed 1.9 gigawatts.")
