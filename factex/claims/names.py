"""Who has a number whose verb is told before: the name between a comma or `and` and the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_OPENERS = frozenset(("the", "its", "their", "his", "her", "our"))
_JOINTS = frozenset((",", ";", "and", "but", "while"))
_TIMES = frozenset(("DATE", "TIME"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
# So many words may name who has a number, and stand between it and the number before.
_MOST_NAMING = 7
_REACH = 14


def named_between(sentence: Sentence, before: Located, located: Located) -> tuple[int, int, int] | None:
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
    if not 0 < last - first <= _MOST_NAMING or _opens_otherwise(tree[joint + 1]):
        return None
    between = range(before.last, located.first)
    if any(tree[k].tag in FINITE_TAGS and not describes(sentence, k) for k in between):
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
    stands = stands or tree[head].label in _NAMES
    if not (tree[head].is_noun or stands) or not (tree[last - 1].is_noun or tree[last - 1].tag == "POS" or stands):
        return None
    if sentence.word(head) in nouns["amounts"] or is_property(tree.lemma(head)):
        return None
    return first, last, head


def _opens_otherwise(word: Word) -> bool:
    """Whether a word behind a comma opens no name: a preposition, an adverb, a number."""
    return word.tag in ("IN", "TO", "RB", "CC", "CD") and word.label not in _NAMES


def describes(sentence: Sentence, i: int) -> bool:
    """Whether word `i` may stand between `and` and the name of what has the next number."""
    word = sentence.tree[i]
    rival = word.lower in table("masks")["lists"]["rival"]
    return rival or word.lower in _OPENERS or word.lower in ("those", "in", "that") or word.tag == "JJ"
