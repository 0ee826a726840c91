"""Numbers before the noun that they describe: `a $150 billion market`, `a 12-storey tower`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.holders import Arguments, is_property, light_verbs, phrase, provided_with, set_subject
from factex.context.subjects import subject_of
from factex.lexicon.files import table
from factex.quantity.counted import dates_back
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located


_MORE = frozenset(("more", "fewer", "less"))
# Adverbs of place that are tagged nouns: "92 km/h inland".
_NOWHERE = frozenset(("inland", "offshore", "upstream", "downstream", "uphill", "downhill", "ashore"))


def described(sentence: Sentence, located: Located) -> int | None:
    """The noun that a quantity stands before as an adjective: `a $150 billion market`, `a 12-storey tower`."""
    tree = sentence.tree
    unit = located.quantity.unit
    counted = unit is not None and (unit.kind is UnitKind.COUNT or unit.name == "times")
    if counted and not located.attributive:
        return None
    i = _behind_size(sentence, located)
    if located.attributive and sentence.word(i) == "(" and i + 1 in sentence.stop:
        i = next((k + 1 for k in range(i + 1, min(i + 8, len(tree))) if tree[k].text == ")"), i)  # "(2.8bn km)"
    if sentence.word(i) in table("measurement")["served"]["nouns"] and unit is not None and unit.kind is UnitKind.TIME:
        return None  # "sentenced to three years prison"
    if sentence.word(i) in _MORE or sentence.word(i) == "as":
        return None  # "14 more days above 35 degrees", "four times as many complaints"
    spent = sentence.verb_before(located.first) if i < len(tree) and tree[i].tag == "VBG" else None
    if spent is not None and not located.attributive and tree.lemma(spent.i) in table("verbs")["spending"]:
        return None  # "will spend $1.8 billion increasing services"
    k, noun = i, None
    while k < len(tree) and k not in sentence.stop:
        word = tree[k]
        if word.lower in ("last", "this", "next") and not located.attributive:
            break  # "stood at 11,360 last autumn"
        if noun is None and k == i and not located.attributive and dates_back(tree, k):
            return None
        adverb = word.lower in _NOWHERE or word.lower in table("comparison")["degrees"]  # "was 9% dearer"
        if word.is_noun and not adverb:
            noun = k
        elif noun == k - 1 and _owns_name(sentence, located, k):
            pass  # "the four-day Anna's Bay Boat Show"
        elif word.tag == "CC" and noun == k - 1 and _one_of_two(sentence, located, k):
            pass  # "the $35 million fruit and vegetable trade"
        elif word.tag == "IN" and noun is None and k + 1 < len(tree) and tree[k + 1].tag == "HYPH":
            pass  # "a 12-cent a kilo export levy"
        elif (
            noun is not None
            or (word.tag not in ("JJ", "JJR", "JJS", "VBG", "VBN", "HYPH", "RB", "CD") and word.text not in (",", "-"))
        ) or (word.text == "," and not located.attributive):
            break
        k += 1
    following = sentence.at(k) if noun is None and located.attributive and sentence.word(i) in (",", "") else None
    following = following or _listed_with(sentence, located)
    if noun is None and following is not None:
        return described(sentence, following)
    if noun is None:
        return None
    if located.attributive:
        return noun
    parsed = any(above.i == noun for above in list(tree.ancestors(located.head))[:3])
    held = located.first > 0 and tree[located.first - 1].tag in ("DT", "PRP$", "POS") and tree[noun].tag == "NN"
    if held and unit is not None and unit.dimension.startswith("[currency]"):
        return noun  # "the town's €90 a month rent grant"
    opened = located.first > 0 and (
        tree[located.first - 1].tag in ("DT", "PRP$", "POS", "JJ") or sentence.word(located.first - 1) == "-"
    )
    return (
        noun
        if parsed
        and (opened or located.last == noun or tree[located.head].dep in ("nummod", "compound", "amod", "nmod"))
        else None
    )


def _behind_size(sentence: Sentence, located: Located) -> int:
    """Where a noun may begin behind a number and its size: `a 27 metre long boat`, `the 40-metre-high mast`."""
    i = located.last
    hyphen = sentence.word(i) == "-"
    return i + hyphen + (hyphen or sentence.word(i) in ("old", *table("measurement")["sizes"]["words"]))


def _listed_with(sentence: Sentence, located: Located) -> Located | None:
    """The next number of a list, whose unit is told once: `30, 40 and 50 year leases`."""
    unit, following = located.quantity.unit, sentence.after(located.last)
    lent = unit is not None and unit.kind is UnitKind.TIME and unit.text not in located.quantity.text
    joined = following is not None and set(sentence.gap(located, following)) <= {",", "and", "or"}
    return following if lent and joined else None


def _owns_name(sentence: Sentence, located: Located, k: int) -> bool:
    """Whether a name that owns the next one is a part of it, behind a number that describes the whole."""
    tree, unit = sentence.tree, located.quantity.unit
    aged = unit is not None and unit.kind is UnitKind.AGE
    named = tree[k].tag == "POS" and tree[k - 1].tag == "NNP" and k + 1 < len(tree) and tree[k + 1].tag == "NNP"
    return named and located.attributive and not aged


def _one_of_two(sentence: Sentence, located: Located, conjunction: int) -> bool:
    """Whether two nouns joined by `and` describe a third, on which the quantity hangs."""
    tree = sentence.tree
    head = tree.head(located.head)
    nouns = range(conjunction + 1, head.i + 1)
    plain = all(tree[k].tag in ("NN", "NNP", "JJ") for k in nouns)
    return len(nouns) > 1 and plain and head.tag == "NN" and tree[conjunction - 1].tag == "NN"


def _of_thing(sentence: Sentence, noun: int, located: Located) -> bool:
    """Whether a number describes what its noun names: `a two-bid race`, `a four month inquiry`, `a 9 tonne load`."""
    unit = located.quantity.unit
    if unit is None:
        return False
    if unit.kind is UnitKind.PHYSICAL:
        return sentence.tree.lemma(noun) in table("measurement")["bodies"]["nouns"]
    return unit.kind is UnitKind.TIME or (located.attributive and unit.kind in (UnitKind.COUNT, UnitKind.AGE))


def _borne_by(sentence: Sentence, noun: int, found: Arguments) -> bool:
    """Fills in who has an amount by the participle behind it: `to cover a £3 million debt owed by the club`."""
    tree = sentence.tree
    done = next((one for one in tree.children(noun) if one.dep == "acl" and one.tag == "VBN" and one.i > noun), None)
    by = None if done is None else tree.child(done.i, "agent")
    doer = None if by is None else tree.child(by.i, "pobj")
    if done is None or doer is None or tree.lemma(done.i) not in table("verbs")["bearing"]:
        return False
    found.predicate = done.i
    set_subject(sentence, doer.i, found)
    return True


def describe(sentence: Sentence, noun: int, located: Located, found: Arguments) -> None:
    """A quantity before its noun: a property is the measure, with its owner; anything else the subject."""
    tree = sentence.tree
    if is_property(sentence, noun) and not _of_thing(sentence, noun, located):
        found.measure = (_after_quantity(sentence, located, noun), phrase(sentence, noun)[1])
        owner = tree.child(noun, "poss")
        k = located.first - 2  # "the town's €90 a month rent grant", whatever the parse
        if owner is not None or (k >= 0 and tree[k + 1].tag == "POS" and tree[k].is_noun):
            set_subject(sentence, k if owner is None else owner.i, found)
        if _borne_by(sentence, noun, found):
            return
        verb = sentence.clause_verb(noun)
        given = provided_with(sentence, noun) if found.subject is None else None
        prep = tree.head(noun)
        told = prep.lower == "at" or (prep.lower == "with" and sentence.word(prep.i - 1) == ",")
        if verb is not None and told and tree[noun].dep == "pobj" and prep.head == verb.i:
            # `is on offer at a 30% discount`, but `was closed, with a £2 million loss`
            found.predicate = verb.i if prep.lower == "at" else None
            subject = subject_of(sentence, verb.i) if found.subject is None else None
            if subject is not None:
                set_subject(sentence, subject.i, found)
        elif verb is not None and given is not None:
            found.predicate = verb.i
            set_subject(sentence, given, found)  # "leaving the office with a $2 million gap"
        elif verb is not None and tree[noun].dep in ("dobj", "attr") and tree[noun].head == verb.i:
            held = tree.lemma(verb.i) in light_verbs() or _bare(sentence, located)
            found.predicate = verb.i if held or tree.lemma(verb.i) == "be" else None
            subject = subject_of(sentence, verb.i) if held and found.subject is None else None
            if subject is not None:
                set_subject(sentence, subject.i, found)
        return
    first, last = phrase(sentence, noun)
    if (
        located.quantity.unit is not None
        and located.quantity.unit.kind is UnitKind.AGE
        and noun in range(located.first, located.last)
    ):
        return
    chained = any(located.last <= one.first < noun for one in sentence.quantities)
    while chained and first < noun and not sentence.tree[first].text[0].isalnum():
        first += 1  # "1.8 billion-mile (2.8bn km) journey"
    found.subject = (first if chained and first <= noun else _after_quantity(sentence, located, noun), last)
    found.subject_head = noun


def _bare(sentence: Sentence, located: Located) -> bool:
    """Whether an amount and its noun are what a verb is done to, known from nowhere: `is seeking $4m damages`."""
    before = sentence.tree[max(0, located.first - 1)]
    return located.first > 0 and before.tag not in ("DT", "PRP$", "POS", "JJ") and not located.attributive


def _after_quantity(sentence: Sentence, located: Located, noun: int) -> int:
    return min(noun, _behind_size(sentence, located))
