"""Tells which bare numbers are years of age: `Okafor, 23,`, `aged 18 to 65`, `voters under 30`; cues in `ages.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factex.lexicon.files import table
from factex.lexicon.nouns import is_person, is_property, pronoun_for, singular
from factex.quantity.draft import UnitDraft
from factex.records import Modifier, UnitKind
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from decimal import Decimal

    from factex.quantity.draft import Draft
    from factex.syntax.tree import Tree, Word

_BEING = frozenset(("is", "are", "was", "were"))
_OLDEST = 125
_ADULT = 16
# How many words before a number a property of age may stand.
_REACH = 8


class _Beside(NamedTuple):
    """The words around a number: up to three before it, with `only` or `just` left out, and one behind."""

    first: int
    before: Word | None
    earlier: Word | None
    third: Word | None
    behind: Word | None


def take_age(tree: Tree, draft: Draft) -> bool:
    """Gives a bare number years of age as its unit where it tells an age, and tells whether it did."""
    first = tree.at(draft.start)
    number = draft.value if draft.value is not None else draft.high
    if first is None or number is None or not 0 < number <= _OLDEST or draft.scale != 1:
        return False
    beside = _beside(tree, draft, first)
    if number != number.to_integral_value() and not _named(tree, beside):
        return False
    shown = tree.text[draft.start : draft.end].lower()
    by_suffix = any(shown.endswith(word) for word in table("ages")["suffixes"])
    apposed = _apposed(tree, draft, beside, number)
    told = _named(tree, beside) or _by_verb(tree, beside, number) or _of_age(beside) or _bounded(tree, draft, beside)
    told = told or _at_age(tree, draft, beside)
    if not (told or by_suffix or apposed):
        return False
    if beside.behind is not None and beside.behind.tag in PLURAL_TAGS and not (apposed or by_suffix):
        return False
    draft.unit = UnitDraft(tree.text[draft.number_start : draft.number_end], UnitKind.AGE, "year", (("time", 1),))
    return True


def _beside(tree: Tree, draft: Draft, first: int) -> _Beside:
    if first and tree[first - 1].lower in ("only", "just", "still", "already"):
        first -= 1
    last = tree.at(draft.end - 1)
    behind = tree[last + 1] if last is not None and last + 1 < len(tree) else None
    before, earlier, third = (tree[first - k] if first >= k else None for k in (1, 2, 3))
    return _Beside(first, before, earlier, third, behind)


def _named(tree: Tree, beside: _Beside) -> bool:
    """`aged 40`, `at the age of 78`, `life expectancy rose from 71 to 73`: the property is named before."""
    cues, (first, before, earlier, _, behind) = table("ages"), beside
    if before is None:
        return False
    if before.lower in cues["before"] or (earlier and f"{earlier.lower} {before.lower}" in cues["phrases"]):
        return True
    property_ = any(word.lower in cues["properties"] for word in tree.words[max(0, first - _REACH) : first])
    linked = before.lower in ("to", "from", "at", "is", "was", "of")
    return linked and property_ and (behind is None or not behind.is_noun)


def _by_verb(tree: Tree, beside: _Beside, number: Decimal) -> bool:
    """`turned 36`, `she is 78`, `its oldest member, …, is 78`: a verb tells the age of its subject."""
    cues, (first, before, _, _, behind) = table("ages"), beside
    if before is None:
        return False
    if before.is_verb and before.lower in cues["verbs"] and (behind is None or not behind.is_noun):
        return True
    near = tree.words[max(0, first - 4) : first]
    being = before.lower in ("be", "is", "was", "am", "'s", "’s")
    he = being and any(word.lower in ("he", "she", "i", "who", "i'm") for word in near)
    closed = behind is None or behind.tag in ("IN", ".", ",", "CC", "WRB") or behind.lower in ("now", "today")
    closed = closed and (behind is None or behind.lower != "of")  # "She was one of 12 survivors"
    return closed and (he or (before.is_verb and _of_person(tree, first - 1, number)))


def _of_person(tree: Tree, verb: int, number: Decimal) -> bool:
    """Whether the subject of `is` is a person whose age a bare number tells: `Its oldest member, …, is 78`."""
    subject = next((word for word in tree.children(verb) if word.dep == "nsubj"), None)
    if subject is None or tree.lemma(verb) != "be":
        return False
    described = {subject.lower, *(word.lower for word in tree.children(subject.i))}
    if subject.tag == "NN" and pronoun_for(subject.lower) is not None:
        return True  # "My mother was 14 when she came"
    if subject.tag == "NN" and is_person(subject.lower) and number >= _ADULT:
        return True  # "Her coach, a former champion, is 57"
    return not described.isdisjoint(table("ages")["superlatives"])


def _of_age(beside: _Beside) -> bool:
    """`A teacher of 40 earns`, `The typical buyer, now 34,`: a bare number behind who is that old."""
    _, before, earlier, third, behind = beside
    if before is None or earlier is None or (behind is not None and (behind.is_noun or behind.tag in ("JJ", "CD"))):
        return False
    if before.lower == "of":
        person = earlier.tag == "NN" and is_person(earlier.lower)
        return person and earlier.lower not in table("ages")["parents"]
    closed = behind is not None and behind.text == ","
    property_told = third is not None and is_property(singular(third.text))  # "the toll, now 58,"
    named = third is not None and third.is_noun and not property_told
    return before.lower == "now" and earlier.text == "," and closed and named


def _apposed(tree: Tree, draft: Draft, beside: _Beside, number: Decimal) -> bool:
    """`Okafor, 23,`, `the financier, 63, was`: a number between marks behind a person."""
    first, before, earlier, third, behind = beside
    if draft.modifier is not Modifier.EXACT or before is None or before.text not in (",", "(") or earlier is None:
        return False
    if third is not None and third.lower == "of" and tree[third.i - 1].lower in table("ages")["parents"]:
        return True  # "The mother of four, 34, was found"
    if earlier.label in ("DATE", "CARDINAL") or (behind is not None and behind.text not in (",", ")", ".", ";")):
        return False
    if before.text == "(" and any(word.lower == "than" for word in tree.words[max(0, first - 4) : first]):
        return False  # "more than its neighbour (48)"
    if earlier.lower in table("ages")["bodies"]:
        return False  # "and its ally, the Farmers' Union, 17"
    opening = first == 2 and behind is not None and behind.text == "," and number >= _ADULT
    if earlier.label == "GPE" and not opening:
        return False
    cues = table("ages")
    named = earlier.label == "PERSON" or earlier.tag == "NNP" or is_person(earlier.lower)
    endings = (*cues["doers"], *cues["persons_by_ending"])
    return named or (earlier.tag == "NN" and number >= _ADULT and earlier.lower.endswith(endings))


def _at_age(tree: Tree, draft: Draft, beside: _Beside) -> bool:
    """`who at 19 is the youngest`, `At 71, she …`: a bare number of years at which somebody is or does something."""
    _, before, earlier, _, behind = beside
    if before is None or before.lower != "at" or behind is None or draft.modifier is not Modifier.EXACT:
        return False
    if earlier is not None and earlier.lower == "who":
        return behind.tag in ("VBZ", "VBD", ",")
    if earlier is not None and earlier.lower == "and" and behind.lower == "became":
        return True  # "won the final and at 19 became the youngest champion"
    opens = earlier is None or earlier.text in ("“", '"')
    last = behind.i + 1 if behind.text == "," else behind.i
    who = tree[last] if last < len(tree) else behind
    named = [tree[k] for k in range(last, min(last + 3, len(tree)))]
    person = any(one.tag == "NN" and is_person(one.lower) for one in named)  # "At 17, the swimmer is"
    ranked = any(word.lower in table("ages")["superlatives"] for word in tree.words[last : last + _REACH])
    return opens and (who.lower in ("he", "she", "i") or who.label == "PERSON" or ranked or person)


def _bounded(tree: Tree, draft: Draft, beside: _Beside) -> bool:
    """`voters under 30`, `all of them over 60`: a bound behind people."""
    _, before, earlier, third, _ = beside
    if draft.modifier not in (Modifier.LESS_THAN, Modifier.MORE_THAN) or before is None:
        return False
    groups = table("ages")["groups"]
    if before.lower in ("now", "still", "currently") and earlier is not None and earlier.lower in _BEING:
        before, earlier = earlier, third  # "One in ten residents is now over 80"
    near = [word.lower for word in tree.words[max(0, beside.first - _REACH) : beside.first]]
    if before.lower == "are" and not {"them", "whom", *groups}.isdisjoint(near) and draft.end == draft.number_end:
        return beside.behind is None or not beside.behind.is_noun  # "Two of every five workers at the yard are over 55"
    them = before.lower == "them" and earlier is not None and earlier.lower == "of"
    told = before.lower in _BEING and earlier is not None and earlier.lower in groups
    part = before.lower in ("are", "were") and earlier is not None and earlier.tag == "CD"
    told = told or (
        part and any(word.lower in groups for word in tree.words[: beside.first])
    )  # "of 40 children, 12 were"
    people = before.label == "NORP" and before.tag in PLURAL_TAGS  # "one in three Australians over 65"
    return them or told or people or before.lower in groups  # "Five of the victims were under 25"
