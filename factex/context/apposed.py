"""What a number stands right behind: `Okafor, 23,`, `price: $5`, `Orrin (population 48,000)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.absolutes import opening
from factex.context.holders import Arguments, is_property, phrase, set_subject, split
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Tree


def apposed(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """Fills in what stands right before a number, where nothing but marks or a word of age parts them."""
    unit = located.quantity.unit
    if unit is not None and unit.kind is UnitKind.AGE:
        return _aged(sentence, located, found)
    return any(read(sentence, located, found) for read in (_marked, _among, _of_strength, _named_with))


def _aged(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`Okafor, 23,`, `adults aged 18 to 65`: who is that old."""
    tree, i = sentence.tree, located.first - 1
    called = sentence.person_at(located.head)
    if called is not None and sentence.word(called.first - 1) == "the" and called.first > 1:
        return True  # "After losing 11 kg in hospital, the 58-year-old was released"
    while i >= 0 and (
        tree[i].text in (",", "(") or tree[i].lower in ("aged", "age", "a", "an", "the", "ages", "now", "then")
    ):
        i -= 1
    other = sentence.at(i - 1) if i > 0 and tree[i].lower == "and" else None
    if other is not None and other.quantity.unit is not None and other.quantity.unit.kind is UnitKind.AGE:
        return _aged(sentence, other, found)  # "the brothers, aged 27 and 31"
    if i < 0 or not (tree[i].is_noun or tree[i].tag in ("PRP", "DT", "JJS", "RBS")):
        return False
    before = sentence.at(i)
    if before is not None:
        if before.quantity.unit is not None and before.quantity.unit.kind is UnitKind.COUNT:
            found.subject, found.subject_head = (i, i + 1), i
        return True
    first, last = phrase(sentence, i)
    found.subject, found.subject_head = (first, max(last, i + 1) if last <= located.first else i + 1), i
    return True


def _marked(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`The Lyra (4.2 metres, 150 hp)`, `price: $59995`: the noun before a bracket or colon."""
    bracketed = _before_bracket(sentence, located)
    if bracketed is not None:
        (split if is_property(sentence, bracketed) else set_subject)(sentence, bracketed, found)
        return True
    headed = _heading(sentence, located.first)
    if headed is not None:
        split(sentence, headed, found)
    return headed is not None


def _among(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`with the lowest participation, 41 percent, in the suburbs`: the property before the comma."""
    i = located.first - 1
    told = opening(sentence, i) is not None and sentence.word(i) == sentence.word(located.last) == ","
    if not told or i <= 1 or not is_property(sentence, i - 1):
        return False
    split(sentence, i - 1, found)
    return True


def _of_strength(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`An earthquake of magnitude 5.9 struck the island`: the property before the number, the thing before `of`."""
    i = located.first - 1
    k = i - 2 if sentence.word(i - 2) != "," else i - 3
    told = i > 1 and sentence.word(i - 1) == "of" and is_property(sentence, i)
    if not told or k < 0 or not sentence.tree[k].is_noun:
        return False
    found.measure = (i, i + 1)
    found.subject, found.subject_head = (phrase(sentence, k)[0], k + 1), k
    return True


def _named_with(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`Orrin (population 48,210)`, `Heathfield, population 31,000, has nine pharmacies`: the property behind a name."""
    tree, i = sentence.tree, located.first - 1
    if i < 1 or not tree[i].is_noun or not is_property(sentence, i) or i in sentence.stop:
        return False
    if tree[i - 1].text != "(" and not _between_commas(sentence, i, located.last):
        return False
    found.measure = (i, i + 1)
    if i > 1 and tree[i - 2].is_noun:
        set_subject(sentence, i - 2, found)
    return True


def _between_commas(sentence: Sentence, i: int, last: int) -> bool:
    """Whether a noun and its number behind a name stand between commas."""
    return sentence.word(i - 1) == "," and i > 1 and sentence.tree[i - 2].is_noun and sentence.word(last) in (",", ".")


def _before_bracket(sentence: Sentence, located: Located) -> int | None:
    """The noun before a bracket in which there are numbers only: `The Lyra (4.2 metres, 150 hp)`."""
    tree, k, last = sentence.tree, located.first - 1, located.last
    while k > 0 and (tree[k].text in (",", ";") or k in sentence.stop):
        k -= 1
    while last < len(tree) and (tree[last].text in (",", ";") or last in sentence.stop):
        last += 1
    noun = tree[max(0, k - 1)]
    enclosed = k > 0 and tree[k].text == "(" and sentence.word(last) == ")"
    placed = noun.dep == "pobj" and tree.head(noun.i).lower in ("in", "at")
    if not enclosed or placed or not noun.is_noun or noun.i in sentence.stop or noun.label in ("DATE", "TIME"):
        return None
    return noun.i if noun.tag in ("NNP", "NNPS") else _top(tree, noun.i)


def _heading(sentence: Sentence, first: int) -> int | None:
    """The noun before a colon, behind which numbers are listed: `price: $59995`, `Visitors: 400 in 2021, 500 in`."""
    tree = sentence.tree
    colon = next((k for k in range(first - 1, 0, -1) if tree[k].text == ":"), None)
    if colon is None or colon - 1 in sentence.stop or not tree[colon - 1].is_noun:
        return None
    between = [k for k in range(colon + 1, first) if k not in sentence.stop]
    if any(not (tree[k].label in ("DATE", "TIME") or tree[k].tag in ("IN", ",", "CC", "CD")) for k in between):
        return None
    if not any(word.tag in FINITE_TAGS for word in tree.words[:colon]):
        return _top(tree, colon - 1)
    return None if between else colon - 1


def _top(tree: Tree, noun: int) -> int:
    """The noun that a phrase hangs on over prepositions and participles: `passengers landing at the port`."""
    seen: set[int] = set()
    k = noun
    while k not in seen:
        seen.add(k)
        above = tree.head(k)
        if tree[k].dep == "pobj" or (tree[k].dep in ("prep", "acl") and above.i < k):
            k = above.i
    return k if tree[k].is_noun else noun
