"""Gaps: who has a number whose verb is told before, `Oduya won eleven medals and Petrovar six`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.sentence import comparable
from factex.context.holders import Arguments, is_property, split
from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

_OPENERS = frozenset(("the", "its", "their", "his", "her", "our"))
_JOINTS = frozenset((",", ";", "and", "but", "while"))
_TIMES = frozenset(("DATE", "TIME"))
# So many words may name who has a number, and stand between it and the number before.
_MOST_NAMING = 7
_REACH = 14


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
    named = _in_between(sentence, before, located)
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
    while first > before.last and _describes(sentence, first - 1):
        first -= 1  # "and its rival Goldkorn 178", "and those in neighbouring Montel 19"
    opened = sentence.word(first - 1) in ("and", ",", ";", "while", "behind")
    opened = opened or sentence.words(first - 2, first) in (["ahead", "of"], ["followed", "by"])
    verbless = not any(tree[i].is_verb and not _describes(sentence, i) for i in range(first, located.first))
    return k if opened and verbless and first > before.last - 1 and not is_property(sentence, k) else None


def _in_between(sentence: Sentence, before: Located, located: Located) -> tuple[int, int, int] | None:
    """The words between a comma or `and` and a number, and their head: `the new one 55`, `and a cake 5 euros`."""
    tree, nouns = sentence.tree, table("nouns")["gaps"]
    joint = next((k for k in range(located.first - 1, before.last - 1, -1) if sentence.word(k) in _JOINTS), None)
    aged = before.quantity.unit is not None and before.quantity.unit.kind is UnitKind.AGE
    if joint is None or aged or located.first - before.last > _REACH:
        return None
    first, last = joint + 1, located.first
    if first == last and sentence.word(joint) == ",":  # "and the sitting member, Peter Dray, 17,910"
        inner = next((k for k in range(joint - 1, before.last, -1) if sentence.word(k) == ","), joint)
        joint = next((k for k in range(inner - 1, before.last - 1, -1) if sentence.word(k) in _JOINTS), joint)
        first, last = joint + 1, inner
    while last > first and sentence.word(last - 1) in nouns["focus"]:
        last -= 1
    if first < last and tree[first].tag == "DT":
        first += 1
    if not 0 < last - first <= _MOST_NAMING or tree[joint + 1].tag in ("IN", "TO", "RB", "CC", "CD"):
        return None
    between = range(before.last, located.first)
    if any(tree[k].tag in FINITE_TAGS and not _describes(sentence, k) for k in between):
        return None
    named = range(first, last)
    if any(tree[k].label in _TIMES or k in sentence.stop for k in named):
        return None
    if any(tree[k].is_verb and tree[k].dep != "amod" for k in named):
        return None
    inner = next((k for k in range(first + 1, last) if tree[k].tag == "IN"), last)
    head = inner - 1 - int(tree[inner - 1].tag == "POS" and inner - 1 > first)
    stands = sentence.word(head) in nouns["standing"] and head > joint + 1
    if head > joint + 1 and located.quantity.text.isdigit() and sentence.word(head) in table("numerals")["ordinals"]:
        stands = True  # "the second 350"
    if not (tree[head].is_noun or stands) or not (tree[last - 1].is_noun or tree[last - 1].tag == "POS" or stands):
        return None
    if sentence.word(head) in nouns["amounts"] or is_property(sentence, head):
        return None
    return first, last, head


def _placing(sentence: Sentence, before: Located, k: int) -> bool:
    """Whether words between two numbers put one behind the other: `, ahead of Raul Tinto on 41.8 percent`."""
    words = sentence.words(before.last, k)
    return any(words[n : n + 2] in (["ahead", "of"], ["followed", "by"]) for n in range(len(words)))


def _describes(sentence: Sentence, i: int) -> bool:
    """Whether word `i` may stand between `and` and the name of what has the next number."""
    word = sentence.tree[i]
    rival = word.lower in table("masks")["lists"]["rival"]
    return rival or word.lower in _OPENERS or word.lower in ("those", "in", "that") or word.tag == "JJ"
