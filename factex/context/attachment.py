"""What a quantity belongs to: the noun it describes, the noun before it, or the subject of its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.absolutes import opening
from factex.context.apposed import apposed
from factex.context.behind import behind_preposition, inside_noun
from factex.context.constructions import by_construction, put_at
from factex.context.described import describe, described
from factex.context.gaps import fill_gap
from factex.context.governors import elided, governor, putting
from factex.context.holders import Arguments, is_property, of_verb, phrase, set_subject, sized_name, split
from factex.context.respective import respective_to
from factex.context.set_apart import stands_apart
from factex.context.subjects import SUBJECTS, goes_on_list, subject_of
from factex.lexicon.files import table
from factex.records import Modifier, UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located


def of_quantity(sentence: Sentence, located: Located, found: Arguments) -> None:
    """Looks up the tree from a quantity to what it belongs to: by the first reading that fits."""
    any(read(sentence, located, found) for read in _READINGS)


def _bare(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`nine people died and four are still missing`: a bare number has a verb, no subject."""
    verb = elided(sentence, located)
    if verb is not None:
        found.predicate = verb
    return verb is not None


def _told_alike(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`A and B sold 5 and 7 respectively`, `the north has 40 clinics, the south 12`: whose it is, beside others."""
    own = respective_to(sentence, located)
    if own is not None:
        split(sentence, own, found)
    if own is None and not fill_gap(sentence, located, found):
        return False
    found.predicate = governor(sentence, located)
    return True


def _counted_with(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`the jury of seven women and five men`: the second is of what the first is of."""
    tree, word = sentence.tree, sentence.tree[located.head]
    other = sentence.at(word.head) if word.dep == "conj" else None
    if other is None or other is located or tree[other.head].dep != "pobj":
        return False
    of = tree.head(other.head)
    noun = tree.head(of.i)
    if of.lower != "of" or not noun.is_noun or noun.i in sentence.stop:
        return False
    of_quantity(sentence, other, found)
    return True


def _set_apart(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """What stands apart is nobody's: `the youngest of the 30 players`."""
    found.apart = stands_apart(sentence, located)
    return found.apart


def _describing(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`a $150 billion market`: the noun behind."""
    noun = described(sentence, located) if located.head in located else None
    if noun is None or sentence.tree.lemma(noun) == "worth":
        return False
    describe(sentence, noun, located, found)
    return True


def _converted(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`€12.50 ($13.60)`: what the number before the bracket belongs to."""
    unit, opening_mark = located.quantity.unit, located.first - 1
    before = sentence.at(opening_mark - 1) if opening_mark and sentence.word(opening_mark) == "(" else None
    other = None if before is None else before.quantity.unit
    if before is None or other is None or unit is None or unit.kind is not other.kind or unit.kind is UnitKind.AGE:
        return False
    told = Arguments()
    of_quantity(sentence, before, told)
    found.subject, found.subject_head, found.measure = told.subject, told.subject_head, told.measure
    found.apart = told.apart
    return True


def _beside_noun(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`gusts up to 200 km/h`, `towns above 500 people have a clinic`: the noun right before."""
    if _told_apart_by(sentence, located):
        set_subject(sentence, located.first - 1, found)
        found.apart = True
        return True
    if sized_name(sentence, located) is None and not _adjoins(sentence, located):
        return False
    split(sentence, located.first - 1, found)
    return True


def _in_absolute(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`With 91% of precincts counted, she led`: what is done to the number."""
    deed = _done_in_absolute(sentence, located)
    if deed is not None:
        found.predicate = deed
    return deed is not None


def _put(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`Police put the crowd at 8,000`."""
    verb = governor(sentence, located)
    return verb is not None and put_at(sentence, located, putting(sentence, verb), found)


def _without_verb(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """Headlines and lists: `Total Cost: $72370`; and nobody's, where a number stands in the phrase of another noun."""
    verb = governor(sentence, located)
    if verb is None:
        _verbless(sentence, located, found)
    return verb is None or inside_noun(sentence, located, verb)


def _by_verb(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """The subject of the verb that the number hangs on, or its object where that is a property."""
    tree = sentence.tree
    verb = governor(sentence, located)
    if verb is None:
        return False
    found.predicate = verb
    if _is_subject_of(sentence, located, verb):
        _called_by_age(sentence, located, found)
        return True
    thing = tree.child(verb, "dobj")
    if thing is not None and _measures(sentence, located, thing.i):
        split(sentence, thing.i, found)
        subject = subject_of(sentence, verb) if found.subject is None else None
        if subject is not None:
            set_subject(sentence, subject.i, found)
        return True
    of_verb(sentence, verb, found)
    if found.measure is not None and _goes_on(sentence, located, found.measure[1] - 1):
        found.subject, found.subject_head, found.measure = found.measure, found.measure[1] - 1, None
    if _is_itself(sentence, located, found.subject_head) or _passed(sentence, located, verb, found):
        found.subject = found.subject_head = None
    if found.measure is not None and _is_where(sentence, located):
        found.measure = found.subject = found.subject_head = None
    return True


_READINGS = (
    _bare, _told_alike, _counted_with, by_construction, _set_apart, _describing, _converted, apposed, _beside_noun,
    _in_absolute, _put, behind_preposition, _without_verb, _by_verb,
)  # fmt: skip


def _measures(sentence: Sentence, located: Located, thing: int) -> bool:
    """Whether a number measures the property that is its verb's object: `raised fees to $40`."""
    unit = located.quantity.unit
    counted = unit is None or unit.kind in (UnitKind.COUNT, UnitKind.COMPOUND)
    before = thing not in sentence.stop and thing < located.first
    return before and not counted and is_property(sentence, thing) and not _goes_on(sentence, located, thing)


def _called_by_age(sentence: Sentence, located: Located, found: Arguments) -> None:
    """`The 23-year-old scored 14 goals`: the age is that of whom it calls, whatever they do."""
    called = sentence.person_at(located.head)
    definite = called is not None and sentence.word(called.first - 1) == "the"
    if called is not None and definite and sentence.tree[located.head].lower == "old":
        found.subject, found.subject_head = (called.first, called.last), located.head
        found.predicate = None


def _is_itself(sentence: Sentence, located: Located, subject: int | None) -> bool:
    """Whether a subject is what is counted: `leaving the other 30 brands with 600`, `Every one of the 212 samples`."""
    if subject is None or subject in located:
        return subject is not None
    of = sentence.tree.child(subject, "prep") if sentence.word(subject) == "one" else None
    things = None if of is None or of.lower != "of" else sentence.tree.child(of.i, "pobj")
    return things is not None and things.i in located


def _goes_on(sentence: Sentence, located: Located, noun: int) -> bool:
    """Whether a time tells how long something went on, and does not measure it: `The threshold stood for 7 years`."""
    unit = located.quantity.unit
    k = located.first - 1 - int(sentence.word(located.first - 1) in table("ranges")["focus"])
    led = sentence.word(k) in table("measurement")["lasting"]["spans"]  # "will be for only one year"
    lasting = unit is not None and unit.kind is UnitKind.TIME and led
    return lasting and sentence.tree.lemma(noun) not in table("measurement")["lasting"]["measures"]


def _passed(sentence: Sentence, located: Located, verb: int, found: Arguments) -> bool:
    """Whether `it` stands for nothing, where only time has passed: `it has been two years and nothing was sold`."""
    head, unit = found.subject_head, located.quantity.unit
    told = head is not None and sentence.word(head) == "it" and sentence.tree.lemma(verb) == "be"
    lasting = unit is not None and unit.kind is UnitKind.TIME and located.first == verb + 1
    return told and lasting and sentence.word(located.last) in ("since", "and", "before", ".", "")


def _adjoins(sentence: Sentence, located: Located) -> bool:
    """Whether a bounded measure says how large the noun right before it is: `warnings of gusts up to 200 km/h`."""
    noun = sentence.tree[max(0, located.first - 1)]
    unit = located.quantity.unit
    kinds = (UnitKind.PHYSICAL, UnitKind.COMPOUND, UnitKind.TIME, UnitKind.AGE)
    measured = unit is not None and unit.kind in kinds and located.first > 1
    bound = located.quantity.modifier not in (Modifier.EXACT, Modifier.ABOUT, Modifier.RANGE)
    first = sentence.tree.head(noun.i) if noun.dep == "conj" else noun  # "beef and cattle under 30 months"
    inside = first.dep == "pobj" and sentence.tree.head(first.i).lower == "of" and noun.tag == "NNS"
    return measured and bound and inside and noun.i not in sentence.stop


def _told_apart_by(sentence: Sentence, located: Located) -> bool:
    """Whether a bound tells a verb's subjects apart from others: `towns above 500 people have a clinic`."""
    noun = sentence.tree[max(0, located.first - 1)]
    bound = located.quantity.modifier in (Modifier.MORE_THAN, Modifier.LESS_THAN, Modifier.AT_LEAST, Modifier.AT_MOST)
    subject = noun.tag == "NNS" and noun.dep in SUBJECTS and noun.head == located.last and noun.i not in sentence.stop
    return bound and subject and sentence.tree[located.last].is_verb and located.quantity.unit is not None


def _is_where(sentence: Sentence, located: Located) -> bool:
    """Whether things are counted that only tell where: `Prices fell in three states`."""
    unit = located.quantity.unit
    word = sentence.tree[located.head]
    prep = sentence.tree.head(word.i)
    counted = unit is not None and unit.kind is UnitKind.COUNT and word.dep == "pobj"
    return counted and prep.lower in table("places")["among_things"] and sentence.tree.head(prep.i).is_verb


def _done_in_absolute(sentence: Sentence, located: Located) -> int | None:
    """The participle of the absolute phrase that a number opens: `With 91% of precincts counted, she led`."""
    opened = opening(sentence, located.first)
    if opened is None or opened != located.first - 1:
        return None
    for word in sentence.tree.words[located.last :]:
        if word.tag in ("VBN", "VBG"):
            return word.i if sentence.word(word.i + 1) in (",", ".", "and") else None
        if not (word.is_noun or word.tag in ("DT", "JJ", "IN", "PRP$", "POS")):
            return None
    return None


def _is_subject_of(sentence: Sentence, located: Located, verb: int) -> bool:
    """Whether the quantity, or a phrase it opens (`hundreds of …`), is the subject of the verb."""
    word = sentence.tree[located.head]
    total = sentence.tree.head(sentence.tree.head(word.i).i)
    if word.dep == "pobj" and total.lower == "total" and sentence.word(total.i - 1) == "a":
        word = total  # "A total of 40 homes were burned"
    further = sentence.tree.child(verb, *SUBJECTS)
    if further is not None and sentence.word(located.last) == "," and further.i < verb:
        opened = sentence.tree.subtree(further.i)[0]
        if opened == located.last + 1 and goes_on_list(sentence.tree, further):
            return True  # "More than 400 scientists, government officials and land managers are attending"
    while (word.dep == "conj" and (sentence.tree[word.head].is_noun or sentence.tree[word.head].tag == "CD")) or (
        word.dep == "appos" and word.head in sentence.stop and word.head not in located
    ):
        word = sentence.tree[word.head]  # "four in ten households and one in three renters"; "Ten sheep, two goats"
    if word.head == verb or word.dep in SUBJECTS:
        return word.dep in SUBJECTS
    for above in sentence.tree.ancestors(located.head):
        if above.i == verb:
            return False
        if above.dep in SUBJECTS:
            return (
                above.head == verb and above.i >= located.first and (above.i in located or above.i <= located.last + 1)
            )
        if above.dep in ("prep", "pobj") and above.i not in located:
            return False
    if word.dep == "acl" or (word.head == word.i and sentence.tree[verb].dep in ("acl", "relcl")):
        return sentence.tree[verb].head == word.i
    return False


def _verbless(sentence: Sentence, located: Located, found: Arguments) -> None:
    """Headlines and lists: `Total Cost: $72370`, `Population 48,210`."""
    tree = sentence.tree
    i = located.first - 1
    while (i >= 0 and tree[i].text in (":", "-", "–", "—", "=", ",", "(", "|")) or (
        i >= 0 and tree[i].lower in ("is", "was", "at")
    ):
        i -= 1
    if i >= 0 and tree[i].is_noun and i not in sentence.stop:
        head = i
        first, last = phrase(sentence, head)
        if is_property(sentence, head):
            found.measure = (first, last)
        else:
            found.subject, found.subject_head = (first, last), head
