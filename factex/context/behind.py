"""Numbers behind a preposition and a noun: `a population of 1.3 billion`, `a trial of 8,310 adults`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.holders import Arguments, is_property, of_verb, phrase, provided_with, set_subject, split
from factex.context.subjects import SUBJECTS, subject_of
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property as property_noun
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


def behind_preposition(sentence: Sentence, located: Located, found: Arguments) -> bool:
    """Takes up the noun before the preposition, where the number tells something of it."""
    tree = sentence.tree
    at = located.first - 1
    while at > 0 and tree[at].tag == "RB":
        at -= 1  # "a radius of probably 25 kilometres"
    noun = _anchor(sentence, located, at)
    if noun is None or _made_use(sentence, noun):
        return False
    if _paid_out(sentence, noun, located):
        of_verb(sentence, tree.head(noun).i, found)
        if found.measure is None and property_noun(tree.lemma(noun)):
            found.measure = phrase(sentence, noun)
    else:
        _belonging(sentence, noun, found)
        deed = sentence.tree.lemma(noun) in table("measurement")["deeds"]["nouns"]
        if found.measure is not None and deed and _counts(located):  # "a sale of four steers"
            found.measure, found.subject, found.subject_head = None, found.measure, noun
            found.predicate = None
    return True


def _anchor(sentence: Sentence, located: Located, at: int) -> int | None:
    """The noun that the preposition at word `at` hangs on."""
    tree = sentence.tree
    preposition = sentence.word(at)
    if located.first < 2 or preposition not in table("measurement")["prepositions"]["words"]:
        return None
    if preposition == "with" and _won(sentence, located, at):
        return None
    done = tree.head(at)
    if preposition == "of" and done.is_verb and tree.lemma(done.i) in table("verbs")["depriving"]["verbs"]:
        return None  # "robbed a post office in Stanholt of £7,500"
    parsed = tree.head(located.head).i == at or tree[at].dep == "prep"
    anchor = tree.head(at) if parsed else None
    before = tree[at - 1]
    if before.lower in table("measurement")["amounting"]["nouns"]:
        return None
    if preposition == "for" and before.dep == "pobj" and tree.head(before.i).lower in ("from", "by"):
        before = tree[tree.head(before.i).i - 1]
    if preposition == "for" and before.is_noun and tree.lemma(before.i) in table("measurement")["sought"]["nouns"]:
        return before.i
    governed = before.dep == "pobj" and sentence.word(before.i - 1) in ("under", "in", "on")  # "under negotiation at"
    held = preposition == "of" or (preposition == "at" and is_property(sentence, before.i) and not governed)
    if held and before.is_noun and before.i not in sentence.stop:
        anchor = before
    if preposition == "with" and anchor is not None and anchor.dep == "pcomp" and tree.head(anchor.i).lower == "of":
        anchor = tree.head(tree.head(anchor.i).i)  # "a maker of hearing aids with 7,700 staff"
    if preposition == "with" and anchor is not None and not anchor.is_noun and _has(sentence, before):
        anchor = before
    if anchor is None or not anchor.is_noun or anchor.i in sentence.stop:
        return None
    further = _property_above(sentence, anchor) if preposition == "of" and not _counts(located) else None
    if further is not None:
        return further
    if preposition == "of" and anchor.lower == "total" and sentence.word(anchor.i - 1) == "a":
        return None  # "A total of 383 millimetres has fallen"
    measured = is_property(sentence, anchor.i) and not (preposition == "in" and _counts(located))
    return anchor.i if preposition in ("of", "with") or measured else None


def _has(sentence: Sentence, noun: Word) -> bool:
    """Whether those that something is for are told by what they have: `goes to firms with fewer than 20 staff`."""
    receivers = table("measurement")["receivers"]["prepositions"]
    prep = sentence.tree.head(noun.i)
    received = noun.tag == "NNS" and noun.dep == "pobj" and prep.lower in receivers
    return received and not sentence.tree.head(prep.i).is_noun  # "a fair for firms with 700 stands"


def _won(sentence: Sentence, located: Located, at: int) -> bool:
    """Whether what is won stands behind where it is won: `clung to power with 93 seats`."""
    tree, unit = sentence.tree, located.quantity.unit
    place = tree[at - 1]
    prep = tree.head(place.i)
    told = place.dep == "pobj" and prep.dep == "prep" and tree.head(prep.i).is_verb
    contests = table("comparison")["contests"]
    of_vote = not set(contests["nouns"]).isdisjoint(sentence.words(located.last + 1, located.last + 3))
    return told and unit is not None and (unit.name in contests["margins"] or (unit.name == "percent" and of_vote))


def _property_above(sentence: Sentence, noun: Word) -> int | None:
    """`a low for the week of €12`: the property before the phrase that stands between it and its number."""
    tree = sentence.tree
    prep = tree.head(noun.i)
    above = tree.head(prep.i)
    above = above if above.is_noun or not prep.i else tree[prep.i - 1]  # "address the shortfall in the river of 5 GL"
    inner = noun.dep == "pobj" and prep.lower in ("of", "for", "in", "on", "among", "from") and above.i == prep.i - 1
    told = inner and above.is_noun and above.i not in sentence.stop and is_property(sentence, above.i)
    return above.i if told and not is_property(sentence, noun.i) else None


def _counts(located: Located) -> bool:
    unit = located.quantity.unit
    return unit is not None and unit.kind is UnitKind.COUNT


def _made_use(sentence: Sentence, noun: int) -> bool:
    """`make use of 40,000 litres of whey`: the noun belongs to the verb."""
    tree = sentence.tree
    verb = tree.head(noun)
    return verb.is_verb and tree.lemma(noun) in table("verbs")["supported"].get(tree.lemma(verb.i), ())


def _paid_out(sentence: Sentence, noun: int, located: Located) -> bool:
    """`levy fines of up to £25 million`, `offered loans of $400`: said of who does it."""
    unit = located.quantity.unit
    money = unit is not None and unit.kind is UnitKind.CURRENCY
    thing = sentence.tree[noun].lower in table("nouns")["things"]
    return money and thing and sentence.tree[noun].dep == "dobj" and sentence.word(located.first - 1) == "of"


def _belonging(sentence: Sentence, noun: int, found: Arguments) -> None:
    """`population of over 1.3 billion`, `a trial of 8,310 adults`: the noun that the number tells something of."""
    tree = sentence.tree
    split(sentence, noun, found)
    verb = sentence.clause_verb(noun)
    if found.measure is not None:
        prep = tree.head(noun)
        first = tree.head(noun) if tree[noun].dep == "conj" else tree[noun]
        if first.dep in ("dobj", "attr") and verb is not None and first.head == verb.i:
            found.predicate = verb.i
            if found.subject is None:
                subject = subject_of(sentence, verb.i)
                if subject is not None and subject.i != noun:
                    set_subject(sentence, subject.i, found)
            return
        given = provided_with(sentence, noun) if found.subject is None else None
        if given is not None:
            set_subject(sentence, given, found)  # "left the firm with debts of $40 million"
        telling = prep.lower in table("measurement")["bearing"]["prepositions"]
        telling = telling and verb is not None and tree.lemma(verb.i) not in table("verbs")["saying"]
        if telling and verb is not None and prep.head == verb.i and verb.dep != "acl":
            found.predicate = verb.i  # "sits at an altitude of 3,046 metres", "hold onto a share of 50 per cent"
        if tree.lemma(noun) in table("measurement")["statistics"]["nouns"] and verb is not None and prep.head == verb.i:
            subject = subject_of(sentence, verb.i)  # "lived for a median of 19.4 months"
            found.predicate = verb.i
            if subject is not None and found.subject is None and subject.i < noun:
                set_subject(sentence, subject.i, found)
        place = tree[max(0, prep.i - 1)]
        held = place.dep == "pobj" and any(child.lower in ("a", "an") for child in tree.children(place.i))
        if held and prep.lower == "with" and prep.dep == "prep" and found.subject is None:
            set_subject(sentence, place.i, found)  # "a brewer in a village with a population of 900"
        led = prep.lower in ("on", "with", "at") or (telling and verb is not None and prep.head == verb.i)
        if prep.dep == "prep" and verb is not None and found.subject is None and led:
            subject = subject_of(sentence, verb.i)
            personal = subject is not None and (
                subject.tag in ("WDT", "WP") or (subject.tag == "PRP" and subject.lower != "it")
            )
            if subject is not None and (personal or subject.is_noun) and not is_property(sentence, subject.i):
                set_subject(sentence, subject.i, found)
        bearing = verb is not None and tree.lemma(verb.i) in table("measurement")["bearing"]["verbs"]
        if bearing and verb is not None and prep.lower == "with" and prep.head == verb.i:
            found.predicate = verb.i  # "ended last year with a surplus of 45,000 euros"


def inside_noun(sentence: Sentence, located: Located, verb: int) -> bool:
    """Whether a counted noun stands in a phrase of another noun: `the accounts of 212 customers`."""
    unit = located.quantity.unit
    if unit is None or unit.kind is not UnitKind.COUNT:
        return False
    tree = sentence.tree
    word = tree[located.head]
    if word.dep != "pobj":
        return False
    prep = tree.head(word.i)
    noun = tree.head(prep.i)
    if noun.lower == "total" and sentence.word(noun.i - 1) == "a" and noun.dep in SUBJECTS:
        return False  # "A total of 40 homes were burned"
    return prep.dep == "prep" and noun.is_noun and noun.i not in sentence.stop and noun.i != verb
