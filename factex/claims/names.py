"""Who has a number whose verb is told before: the name between a comma or `and` and the number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_OPENERS = frozenset(("the", "its", "their", "his", "her", "our"))
_JOINTS = frozenset((",", ";", "and", "but", "while"))
# After these the next in an order is named.
_PLACING = (["ahead", "of"], ["followed", "by"])
_TIMES = frozenset(("DATE", "TIME"))
_NAMES = frozenset(("PERSON", "ORG", "GPE", "NORP"))
# So many words may name who has a number, and stand between it and the number before.
_MOST_NAMING = 7
_REACH = 14


def named_between(sentence: Sentence, before: Located, located: Located) -> tuple[int, int, int] | None:
    """Who is named between two numbers of one verb, as (first word, index behind the last, head).

    The name stands between a comma, `and`, `ahead of` or `followed by` and the second number, or the preposition that
    both numbers have: `the new one 55`, `and a cake 5 euros`, `cooks for 400 pupils and Mensa for 275`.
    """
    tree = sentence.tree
    aged = before.quantity.unit is not None and before.quantity.unit.kind is UnitKind.AGE
    first = _behind_joint(sentence, range(before.last, located.first))
    if first is None or aged or located.first - before.last > _REACH:
        return None
    last = _before_focus(sentence, before, located, first)
    if last == first and sentence.word(first - 1) == ",":  # "and the sitting member, Peter Dray, 17,910"
        last = next((k for k in range(first - 2, before.last, -1) if sentence.word(k) == ","), first - 1)
        first = _behind_joint(sentence, range(before.last, last)) or first
    opened = first
    if first < last and tree[first].tag == "DT" and sentence.word(first) not in table("nouns")["gaps"]["standing"]:
        first += 1
    if not 0 < last - first <= _MOST_NAMING or _opens_otherwise(tree[opened]):
        return None
    if any(tree[k].tag in FINITE_TAGS and not _describes(sentence, k) for k in range(before.last, located.first)):
        return None
    if any(tree[k].label in _TIMES or k in sentence.stop or _acts(tree[k]) for k in range(first, last)):
        return None
    head = _head(sentence, located, range(first, last), described=first > opened)
    if head is None:
        return None
    placed = head + 1 < last and sentence.word(head + 1) in ("in", "at", "on", "from")  # "those in Osk €1.85"
    return first, head + 1 if placed else last, head


def _behind_joint(sentence: Sentence, gap: range) -> int | None:
    """The word behind the last joint in a gap."""
    for k in reversed(gap):
        if sentence.word(k) in _JOINTS or sentence.words(k - 1, k + 1) in _PLACING:
            return k + 1
    return None


def _before_focus(sentence: Sentence, before: Located, located: Located, first: int) -> int:
    """Where the name before a number ends: before `just`, and before the preposition that the other number has too."""
    last = located.first
    while last > first and sentence.word(last - 1) in table("nouns")["gaps"]["focus"]:
        last -= 1
    placed = sentence.words(first - 2, first) in _PLACING and sentence.word(last - 1) in ("on", "with", "at")
    led = last > first and sentence.word(last - 1) == sentence.word(before.first - 1)
    return last - int(placed or (led and sentence.tree[last - 1].tag in ("IN", "TO")))


def _head(sentence: Sentence, located: Located, named: range, *, described: bool) -> int | None:
    """The head of a name: its last word, or the one before a preposition; None where it names nobody."""
    tree, nouns = sentence.tree, table("nouns")["gaps"]
    first, last = named.start, named.stop
    inner = next((k for k in range(first + 1, last) if tree[k].tag == "IN"), last)
    head = inner - 1 - int(tree[inner - 1].tag == "POS" and inner - 1 > first)
    ordinal = (
        located.quantity.text.replace(",", "").isdigit() and sentence.word(head) in table("numerals")["ordinals"]
    )  # "the second 350"
    stands = sentence.word(head) in nouns["standing"] and (described or head > first or inner < last)
    stands = stands or (ordinal and (described or head > first)) or tree[head].label in _NAMES
    stands = stands or (described and tree[head].tag == "JJS")  # "the tallest player is 2.10 metres, the shortest 1.75"
    closed = tree[last - 1].is_noun or tree[last - 1].tag == "POS" or tree[last - 1].label in _NAMES
    if not (tree[head].is_noun or stands) or not (closed or stands):
        return None
    return None if sentence.word(head) in nouns["amounts"] else head


def _acts(word: Word) -> bool:
    return word.is_verb and word.dep != "amod"


def _opens_otherwise(word: Word) -> bool:
    """Whether a word behind a comma opens no name: a preposition, an adverb, a number."""
    return word.tag in ("IN", "TO", "RB", "CC", "CD") and word.label not in _NAMES


def _describes(sentence: Sentence, i: int) -> bool:
    """Whether word `i` may stand between `and` and the name of what has the next number."""
    word = sentence.tree[i]
    rival = word.lower in table("masks")["lists"]["rival"]
    return rival or word.lower in _OPENERS or word.lower in ("those", "in", "that") or word.tag == "JJ"
