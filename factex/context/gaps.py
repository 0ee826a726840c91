"""Gaps: who has a number whose verb is told before, `Oduya won eleven medals and Petrovar six`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.names import describes, named_between
from factex.claims.sentence import comparable
from factex.context.holders import Arguments, is_property, split
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_TIMES = frozenset(("DATE", "TIME"))


def fill_gap(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """Fills in who has a number that leaves out its verb, and tells whether anybody is named.

    The name stands right before the number, or before the preposition that the number before has too; the verb is told
    before, and the unit is the same or left out.
    """
    before = sentence.before(located)
    if before is None or before.attributive or located.attributive or not _of_one_unit(before, located):
        return False
    own = _beside(sentence, before, located)
    if own is not None:
        split(sentence, own, found)
        return True
    named = named_between(sentence, before, located)
    if named is None:
        return False
    found.subject, found.subject_head = named[:2], named[2]
    return True


def _of_one_unit(before: Located, located: Located) -> bool:
    one, other = before.quantity.unit, located.quantity.unit
    if one is None or other is None:
        return other is None
    measured = one.kind is UnitKind.PHYSICAL and comparable(before, located)  # "40 km long, its deepest bay 180 metres"
    return measured or other.name in (one.name, one.name.split(" / ")[0])


def _beside(sentence: Sentence, before: Located, located: Located) -> int | None:
    """The noun that the parse takes for the head of what stands before a number."""
    tree = sentence.tree
    k = located.first - 1
    if sentence.word(k) in ("just", "only", "merely"):
        k -= 1
    placed = sentence.word(k) in ("on", "with", "at") and _placing(sentence, before, k)
    led = sentence.word(k) == sentence.word(before.first - 1) and tree[k].tag in ("IN", "TO")
    if k > before.last and (led or placed):
        k -= 1
    if tree[k].dep == "pobj" and tree.head(k).lower in ("at", "in") and tree.head(tree.head(k).i).is_noun:
        inner = tree.head(tree.head(k).i).i
        k = inner if before.last < inner < k else k  # "and the old works at Hessle just 12,000"
    if tree[k].label in _TIMES or tree.lemma(k) in table("times")["seasons"]:
        return None  # "warm, in summer 24 degrees"
    if k < 1 or not (tree[k].is_noun or tree[k].lower in ("those", "that")) or k in sentence.stop:
        return None
    first = tree.noun_phrase(k, sentence.stop)[0]
    if sentence.word(first - 1) in ("in", "at", "of", "from") and sentence.word(first - 2) in ("those", "that"):
        k = first = first - 2  # "diesel is €2.20 in Tarn, those in Osk €1.85"
    while first > before.last and describes(sentence, first - 1):
        first -= 1  # "and its rival Goldkorn 178", "and those in neighbouring Montel 19"
    opened = sentence.word(first - 1) in ("and", ",", ";", "while", "behind")
    opened = opened or sentence.words(first - 2, first) in (["ahead", "of"], ["followed", "by"])
    verbless = not any(tree[i].is_verb and not describes(sentence, i) for i in range(first, located.first))
    return k if opened and verbless and first > before.last - 1 and not is_property(sentence, k) else None


def _placing(sentence: Sentence, before: Located, k: int) -> bool:
    """Whether words between two numbers put one behind the other: `, ahead of Raul Tinto on 41.8 percent`."""
    words = sentence.words(before.last, k)
    return any(words[n : n + 2] in (["ahead", "of"], ["followed", "by"]) for n in range(len(words)))
