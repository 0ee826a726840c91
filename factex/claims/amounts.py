"""Which quantities behind a verb are amounts of change: `rose 2.7%`, `shed 9,000 jobs`, not `raised $20 million`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.sentence import comparable, is_relative
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_APART = frozenset((",", "and", "as", "that", "after", "when", "worth"))


def stands_behind(sentence: Sentence, verb: Word, located: Located, *, strong: bool) -> bool:
    """Whether a quantity stands right behind its verb as the amount: `rose 2.7%`, `shed $3`."""
    between = sentence.words(verb.i + 1, located.first)
    thing = sentence.tree.child(verb.i, "dobj")
    if len(between) > 4 or any(word in _APART for word in between):
        return is_relative(located) and thing is not None and located.head == thing.i
    unit = located.quantity.unit
    if " in " in located.quantity.text and unit is not None and unit.name == "fraction":
        return False  # "recover one phone in fourteen"
    if is_relative(located):
        if of_own_size(sentence, located):
            return True
        return sentence.word(located.last) not in ("more", "less", "fewer") and (
            sentence.word(located.last) != "of" or (strong and unit is not None and unit.name != "fraction")
        )
    if told_twice(sentence, located) and unit is not None:
        return unit.kind is not UnitKind.COUNT or unit.name == "point"
    if unit is not None and unit.kind is UnitKind.COUNT and moves(sentence, verb, located):
        strong = True  # "shed 9,000 jobs"
    priced = unit is not None and unit.kind is UnitKind.CURRENCY
    strong = strong or (priced and sentence.tree.lemma(verb.i) in table("change")["weak_prices"]["verbs"])
    if not strong or unit is None or not (moves(sentence, verb, located) or to_level(sentence, located)):
        return False
    return unit.kind in (
        UnitKind.CURRENCY,
        UnitKind.PHYSICAL,
        UnitKind.COUNT,
        UnitKind.TIME,
        UnitKind.COMPOUND,
    )


def of_own_size(sentence: Sentence, located: Located) -> bool:
    """Whether a part is one of the moving thing's own measure: `lost a third of their value`."""
    noun = located.last + 2
    owned = sentence.words(located.last, noun) in (["of", "its"], ["of", "their"]) and noun < len(sentence.tree)
    return owned and sentence.tree.lemma(noun) in table("comparison")["amounts"]["nouns"]


def told_twice(sentence: Sentence, located: Located) -> bool:
    """Whether a relative amount follows: `lost 212 points, or 0.6%`, `lost 14 centimetres in height, or 11%`."""
    behind = sentence.after(located.last)
    if behind is None or not is_relative(behind) or sentence.word(behind.last) == "of":
        return False
    gap = sentence.gap(located, behind)
    return gap[-1:] == ["or"] and len(gap) <= 5


def to_level(sentence: Sentence, amount: Located) -> bool:
    """Whether a level in the same unit follows: `fell $1 billion to $21 billion`."""
    level = sentence.after(amount.last)
    return level is not None and sentence.words(amount.last, level.first) == ["to"] and comparable(amount, level)


def moves(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether an absolute amount behind a verb is a change: what moves is a property, or jobs are cut."""
    tree = sentence.tree
    cutting = table("change")["cutting"]
    unit = located.quantity.unit
    if unit is not None and unit.name in cutting["ranks"]:
        return True  # "slipped four places"
    if unit is not None and unit.kind is UnitKind.COUNT and unit.name != "point":
        return tree.lemma(verb.i) in cutting["verbs"] and unit.name in cutting["nouns"]
    subject = next((word for word in tree.children(verb.i) if word.dep in ("nsubj", "nsubjpass")), None)
    if subject is None and verb.dep == "acl" and verb.tag == "VBG":
        subject = tree.head(verb.i)  # "despite prices dropping 34 cents a litre"
    thing = tree.child(verb.i, "dobj")
    moved = subject if thing is not None and thing.i in located else thing or subject
    if moved is None or moved.tag in ("PRP", "WP"):
        return False
    if moved is subject and moved is not None and tree.lemma(verb.i) in cutting["done"]:
        return False
    lemma = tree.lemma(moved.i)
    deep = unit is not None and unit.kind is UnitKind.PHYSICAL and lemma in table("change")["movers"]["nouns"]
    return deep or is_property(lemma) or lemma in cutting["traded"]  # "the river rose three metres"
