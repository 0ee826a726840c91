"""The parts that numbers play in a change: start, end, amount, factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.amounts import stands_behind
from factex.claims.movement import change_nouns, leads, preposition
from factex.claims.sentence import comparable, is_multiple, is_relative
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


_CLOSING = frozenset((",", ".", ";", "", "over", "in", "since", "by", "during", "between", "unless", "if", "while"))


# So many words may lie between a verb and how many times something became.
_NEAR = 4
# What begins with these is a level, not by how much: "fell below 5%", "could rise as high as $40".
_LEVELLED = ("below ", "above ", "as low as ", "as high as ")


def roles_of(sentence: Sentence, verb: Word, found: list[Located], *, strong: bool) -> dict[str, Located]:
    """The parts that a verb's quantities play, by the names of a change's fields."""
    roles: dict[str, Located] = {}
    for located in found:
        mark = preposition(sentence, located)
        if _is_total(sentence, located) or _is_pace(sentence, located):
            continue
        if is_multiple(located):
            if _is_factor(sentence, verb, located):
                roles.setdefault("factor", located)
            continue
        if not mark and located.quantity.text.lower().startswith(_LEVELLED) and located.first == verb.i + 1:
            roles.setdefault("end", located)
            continue
        dated = mark == "from" and any(one.label == "DATE" for one in sentence.tree.words[located.last + 1 :][:2])
        ranging = mark == "from" and _goes_on_to(sentence, located)  # "from the usual 12 weeks of training to five"
        if sentence.word(located.last) in ("than", "of") and not (is_relative(located) or dated or ranging):
            continue  # but "down on the 34,500 of last year"
        if f"{mark} {located.quantity.text.lower()}".endswith("in half"):
            roles.setdefault("factor", located)  # "cut the deficit almost in half"
        elif mark == "from":
            if not _told_by_noun(sentence, located):
                roles.setdefault("start", located)
        elif mark in ("to", "into", "past"):
            if "start" in roles or _reaches(sentence, verb, located):
                roles.setdefault("end", located)
        elif mark == "by":
            if _of_a_noun(sentence, located):
                continue
            if sentence.tree[located.first - 2].tag not in ("JJR", "RBR") or sentence.word(located.last) != "than":
                roles.setdefault("amount", located)  # but "deeper by a third than any"
        elif mark == "at":
            paced = _paced(sentence, located)
            roles.setdefault("amount" if paced and is_relative(located) else "end", located)
        elif mark in ("of", "than", "in", "for", "on", "with"):
            continue
        elif "amount" in roles and is_relative(located) and sentence.word(located.first - 1) in ("or", "("):
            roles.setdefault("relative", located)
        elif _told_again(sentence, roles.get("amount"), located):
            roles["relative"], roles["amount"] = roles["amount"], located
        elif "start" in roles and located.quantity.text.lower().startswith("up to "):
            roles.setdefault("end", located)  # "go from 5.2 up to about 5.7"
        elif _of_thing(sentence, verb, located):
            roles.setdefault("start", located)
        elif stands_behind(sentence, verb, located, strong=strong):
            roles.setdefault("amount", located)
    return roles


def _is_factor(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether a multiple tells how many times something became: `may grow more than five times in a generation`."""
    value = located.quantity.value
    parted = value is not None and value != value.to_integral_value()  # "has grown two and a half times"
    rough = (parted or located.quantity.modifier is not Modifier.EXACT) and located.first - verb.i <= _NEAR
    if rough and preposition(sentence, located) == "" and sentence.word(located.last) in _CLOSING:
        return True
    if sentence.words(located.first - 2, located.first) == ["factor", "of"]:
        return True  # "rose by a factor of three"
    return verb.i in located or (located.first == verb.i + 1 and located.quantity.text.lower().endswith("fold"))


def _goes_on_to(sentence: Sentence, located: Located) -> bool:
    """Whether a number of the same kind follows behind `to`, soon after what this one is of."""
    other = sentence.after(located.last)
    near = other is not None and other.first - located.last <= 5 and sentence.word(other.first - 1) == "to"
    return near and other is not None and comparable(located, other)


def _of_thing(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether a number is the level of the property that is moved: `halve its debt of €640m`."""
    thing = sentence.tree.child(verb.i, "dobj")
    if thing is None or sentence.words(located.first - 2, located.first) != [thing.lower, "of"]:
        return False
    unit = located.quantity.unit
    hundredths = unit is not None and unit.name == "percent"
    won = sentence.tree.lemma(verb.i) in table("change")["winning"]["verbs"]
    if is_relative(located) and (won or not hundredths):
        return False  # "gained a share of 25%", "lift the pay of one worker in seven"
    amounting = thing.lower in table("measurement")["amounting"]["nouns"]
    if unit is not None and unit.kind is UnitKind.COUNT and thing.lower not in table("change")["counting"]["nouns"]:
        return False  # "wrote down the value of 41 stores"
    return is_property(sentence.tree.lemma(thing.i)) and not amounting and thing.lower not in change_nouns()


def _of_a_noun(sentence: Sentence, located: Located) -> bool:
    """Whether a number describes the noun behind it: `paid for by a 4 cents a litre charge`."""
    tree, k = sentence.tree, located.last
    determined = sentence.word(located.first - 1) in ("the", "a", "an", "this", "its")
    return determined and k < len(tree) and tree[k].is_noun and tree[k].label not in ("DATE", "TIME")


def _is_pace(sentence: Sentence, located: Located) -> bool:
    """Whether a number tells how fast something goes on: `Rain fell at a rate of 40 millimetres an hour`."""
    return sentence.words(located.first - 2, located.first) == ["rate", "of"] and not is_relative(located)


def _is_total(sentence: Sentence, located: Located) -> bool:
    """Whether another number is a part of this one: `cut 30 of its 80 jobs`."""
    before = sentence.before(located)
    gap = [] if before is None else sentence.gap(before, located)
    return gap[:1] == ["of"] and all(word in leads() for word in gap)


def _told_again(sentence: Sentence, amount: Located | None, located: Located) -> bool:
    """Whether an absolute amount tells again what a relative one does: `cut 5% of its staff, or 6,650 jobs`."""
    if amount is None or not is_relative(amount) or is_relative(located) or located.quantity.unit is None:
        return False
    gap = sentence.gap(amount, located)
    return gap[-2:] == [",", "or"] and len(gap) <= 6


def _told_by_noun(sentence: Sentence, located: Located) -> bool:
    """Whether a noun of change brings `from`: `expanded by 2.8%, a slowdown from 3%`."""
    k = next((k for k in range(located.first - 1, -1, -1) if sentence.word(k) == "from"), 0)
    noun = k > 0 and sentence.tree[k - 1].is_noun and sentence.word(k - 1) in change_nouns()
    return noun and "," in sentence.words(k - 5, k - 1)


def _paced(sentence: Sentence, located: Located) -> bool:
    """Whether `at` brings a pace: `falling at an average of 2.2 per cent`, `grew at a rate of 5%`."""
    i = located.first
    while i > 0 and sentence.word(i - 1) != "at":
        i -= 1
    words = (*sentence.words(i, located.first), *located.quantity.text.lower().split())
    return any(word in table("change")["paces"]["nouns"] for word in words)


def _reaches(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether `to N` tells a level; `cut power to 580,000 homes` tells who lost it."""
    unit = located.quantity.unit
    thing = sentence.tree.child(verb.i, "dobj")
    if unit is None or unit.kind is not UnitKind.COUNT or thing is None or thing.i in sentence.stop:
        return True
    lemma = sentence.tree.lemma(thing.i)
    return lemma in table("change")["counting"]["nouns"] or lemma == unit.name
