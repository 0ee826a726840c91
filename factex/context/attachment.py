"""What a quantity belongs to: the noun it describes, the noun before it, or the subject of its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.absolutes import opening
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
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Tree


def of_quantity(sentence: Sentence, located: Located, found: Arguments) -> None:
    """Looks up the tree from a quantity to what it belongs to."""
    tree = sentence.tree
    bare = elided(sentence, located)
    if bare is not None:
        found.predicate = bare
        return
    own = respective_to(sentence, located)
    if own is not None:
        split(sentence, own, found)
    if own is not None or fill_gap(sentence, located, found):
        found.predicate = governor(sentence, located)
        return
    other = _counted_with(sentence, located)
    if other is not None:
        of_quantity(sentence, other, found)
        return
    if by_construction(sentence, located, found):
        return
    if stands_apart(sentence, located):
        found.apart = True
        return
    noun = described(sentence, located) if located.head in located else None
    if noun is not None and tree.lemma(noun) != "worth":
        describe(sentence, noun, located, found)
        return
    if _apposed(sentence, located, found):
        return
    if _told_apart_by(sentence, located):
        set_subject(sentence, located.first - 1, found)
        found.apart = True
        return
    if sized_name(sentence, located) is not None or _adjoins(sentence, located):
        split(sentence, located.first - 1, found)
        return
    deed = _done_in_absolute(sentence, located)
    if deed is not None:
        found.predicate = deed
        return
    verb = governor(sentence, located)
    if verb is not None and put_at(sentence, located, putting(sentence, verb), found):
        return
    if behind_preposition(sentence, located, found):
        return
    if verb is None:
        _verbless(sentence, located, found)
        return
    if inside_noun(sentence, located, verb):
        return
    counted = located.quantity.unit is None or located.quantity.unit.kind in (UnitKind.COUNT, UnitKind.COMPOUND)
    as_subject = _is_subject_of(sentence, located, verb)
    found.predicate = verb
    if as_subject:
        _called_by_age(sentence, located, found)
        return
    thing = tree.child(verb, "dobj")
    if (
        thing is not None
        and thing.i not in sentence.stop
        and is_property(sentence, thing.i)
        and thing.i < located.first
        and not counted
        and not _goes_on(sentence, located, thing.i)
    ):
        split(sentence, thing.i, found)
        if found.subject is None:
            subject = subject_of(sentence, verb)
            if subject is not None:
                set_subject(sentence, subject.i, found)
        return
    of_verb(sentence, verb, found)
    if found.measure is not None and _goes_on(sentence, located, found.measure[1] - 1):
        found.subject, found.subject_head, found.measure = found.measure, found.measure[1] - 1, None
    if _is_itself(sentence, located, found.subject_head) or _passed(sentence, located, verb, found):
        found.subject = found.subject_head = None
    if found.measure is not None and _is_where(sentence, located):
        found.measure = found.subject = found.subject_head = None


def _counted_with(sentence: Sentence, located: Located) -> Located | None:
    """What else a noun has that others are counted with: `the jury of seven women and five men`."""
    tree, word = sentence.tree, sentence.tree[located.head]
    other = sentence.at(word.head) if word.dep == "conj" else None
    if other is None or other is located or tree[other.head].dep != "pobj":
        return None
    of = tree.head(other.head)
    return other if of.lower == "of" and tree.head(of.i).is_noun and tree.head(of.i).i not in sentence.stop else None


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
    led = sentence.word(located.first - 1) in table("measurement")["lasting"]["spans"]
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
    """Whether a bound tells a verb's subjects apart from others: `communities above 350 people have coverage`."""
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


def _apposed(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """`Okafor, 23,`, `adults aged 18 to 65`, `€12.50 ($13.60)`: what stands right before."""
    tree = sentence.tree
    unit = located.quantity.unit
    i = located.first - 1
    if unit is not None and unit.kind is UnitKind.AGE:
        called = sentence.person_at(located.head)
        if called is not None and sentence.word(called.first - 1) == "the" and called.first > 1:
            return True  # "After losing 11 kg in hospital, the 58-year-old was released"
        while i >= 0 and (
            tree[i].text in (",", "(") or tree[i].lower in ("aged", "age", "a", "an", "the", "ages", "now", "then")
        ):
            i -= 1
        other = sentence.at(i - 1) if i > 0 and tree[i].lower == "and" else None
        if other is not None and other.quantity.unit is not None and other.quantity.unit.kind is UnitKind.AGE:
            return _apposed(sentence, other, found)  # "the brothers, aged 27 and 31"
        if i >= 0 and (tree[i].is_noun or tree[i].tag in ("PRP", "DT", "JJS", "RBS")):
            located_before = sentence.at(i)
            if located_before is not None:
                if located_before.quantity.unit is not None and located_before.quantity.unit.kind is UnitKind.COUNT:
                    found.subject, found.subject_head = (i, i + 1), i
                return True
            first, last = phrase(sentence, i)
            found.subject, found.subject_head = (first, max(last, i + 1) if last <= located.first else i + 1), i
            return True
        return False
    if i >= 1 and tree[i].text == "(":
        before = sentence.at(i - 1)
        if (
            before is not None
            and before.quantity.unit is not None
            and unit is not None
            and unit.kind is before.quantity.unit.kind
        ):
            sub = Arguments()
            of_quantity(sentence, before, sub)
            found.subject, found.subject_head, found.measure = sub.subject, sub.subject_head, sub.measure
            found.apart = sub.apart
            return True
    bracketed = _before_bracket(sentence, located)
    if bracketed is not None:
        (split if is_property(sentence, bracketed) else set_subject)(sentence, bracketed, found)
        return True
    headed = _heading(sentence, located.first)
    if headed is not None:
        split(sentence, headed, found)
        return True
    told = opening(sentence, i) is not None and sentence.word(i) == sentence.word(located.last) == ","
    if told and i > 1 and is_property(sentence, i - 1):
        split(sentence, i - 1, found)  # "with the lowest participation, 41 percent, in the suburbs"
        return True
    k = i - 2 if sentence.word(i - 2) != "," else i - 3
    if i > 1 and sentence.word(i - 1) == "of" and is_property(sentence, i) and k >= 0 and tree[k].is_noun:
        found.measure = (i, i + 1)  # "An earthquake of magnitude 5.9 struck the island"
        found.subject, found.subject_head = (phrase(sentence, k)[0], k + 1), k
        return True
    if (
        i >= 1
        and tree[i].is_noun
        and is_property(sentence, i)
        and i not in sentence.stop
        and (tree[i - 1].text == "(" or i == 0 or _between_commas(sentence, i, located.last))
    ):
        found.measure = (i, i + 1)  # "Orrin (population 48,210", "Heathfield, population 31,000, has nine pharmacies"
        k = i - 2
        if k >= 0 and tree[k].is_noun:
            set_subject(sentence, k, found)
        return True
    return False


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
