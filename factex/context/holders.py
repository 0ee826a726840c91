"""Noun phrases as subject and measure: what a noun gives a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.context.relatives import relative_antecedent
from factex.context.rows import joined_end
from factex.context.subjects import SUBJECTS, subject_of
from factex.context.titles import title_end
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import is_firm, is_person
from factex.lexicon.nouns import is_property as property_noun
from factex.records import Modifier, UnitKind
from factex.syntax.tree import PRONOUN_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


@per_lexicon
def light_verbs() -> frozenset[str]:
    """Verbs whose object is a property of their subject: `China has a 25% tax`."""
    return frozenset(table("verbs")["light"])


@dataclass(slots=True)
class Arguments:
    """What a claim is about.

    Attributes:
        subject: Word range of the subject, or None.
        subject_head: Its head word.
        measure: Word range of the measure, or None.
        predicate: Index of the verb, or None.
        apart: Whether the number stands beside its noun, outside of what the verb says.
    """

    subject: tuple[int, int] | None = None
    subject_head: int | None = None
    measure: tuple[int, int] | None = None
    predicate: int | None = None
    apart: bool = False


def is_property(sentence: Sentence, head: int) -> bool:
    """Whether a word is a noun that names a property."""
    word = sentence.tree[head]
    before = sentence.word(head - 1)
    if word.is_noun and before in table("nouns")["compounds"].get(sentence.tree.lemma(head), ()):
        return True  # "prize money", "response times"
    if word.lower in table("nouns")["things"]:
        return False
    told = any(child.tag == "DT" for child in sentence.tree.children(head))
    if told and word.lower in table("nouns")["bare_properties"]:
        return False  # "The trust has 320 vacancies", but "trust in the courts fell"
    named = word.tag in ("NNP", "NNPS") and head > 0 and sentence.tree[head - 1].tag == "NNP"
    if named and word.label in ("ORG", "PERSON", "GPE", "FAC", "PRODUCT", "WORK_OF_ART"):
        return False  # "the Mersey Trust"
    mistaken = (head == 0 and word.tag == "VB") or (
        word.dep in SUBJECTS and word.tag in ("VBZ", "VBG")
    )  # "Turnout in … was …"
    return (word.is_noun or mistaken) and property_noun(sentence.tree.lemma(head))


def phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """The word range of the noun phrase around a head, without words of quantities."""
    first, last = sentence.tree.noun_phrase(head, sentence.stop)
    if first < head and first - 1 in sentence.stop and sentence.word(first) in table("measurement")["sizes"]["words"]:
        first += 1  # "The 27 metre long boat could store …"
    if sentence.word(first) == "as" or sentence.words(first - 1, first + 1) in (["as", "many"], ["as", "much"]):
        first += 1 + int(sentence.word(first) == "as")  # "Twice as many people drowned"
    if first == 1 < head and sentence.tree[0].tag == "IN" and sentence.tree[1].tag == "CD" and 1 not in sentence.stop:
        first += 1  # "By 2040 dementia will claim …"
    if sentence.words(first, first + 2) == ["no", "way"] and first + 2 <= head:
        first += 2  # "There is no way production can match …"
    timed = first + 2 <= head and " ".join(sentence.words(first, first + 2)) in table("times")["relative"]
    if timed and sentence.tree[first + 2].tag != "POS":
        first += 2  # "Last season exports reached …"
    return first, last


def split(sentence: Sentence, head: int, found: Arguments) -> None:
    """Takes a noun phrase apart: a property is the measure and its owner the subject; anything else is the subject."""
    tree = sentence.tree
    above = tree.head(tree[head].head)
    if tree[head].dep == "pobj" and tree.head(head).lower == "per" and above.is_noun and above.i < head:
        head = above.i  # "its income per head, $4,700, is"
    word = tree[head]
    further = head + 1 in sentence.stop or _opens_clause(sentence, head)  # "on interest, Italy 8.6%"
    further = further or _acts_itself(sentence, head)
    while word.dep == "appos" and word.head != head and not further and not is_property(sentence, head):
        head, word = word.head, tree[word.head]
    of_property = relative_antecedent(sentence, head)
    if of_property is not None and is_property(sentence, of_property):
        found.measure = (head, head + 1)  # "mortgage rates, which have doubled"
        return
    if not is_property(sentence, head) or word.tag in PRONOUN_TAGS:
        set_subject(sentence, head, found)
        return
    owner = tree.child(head, "poss")
    first, last = phrase(sentence, head)
    if owner is not None and owner.i < head:
        first = owner.i + 1
        while first < head and (tree[first].tag == "POS" or tree[first].lower in ("'s", "’s", "own")):
            first += 1
        if tree[owner.i].label not in ("DATE", "TIME"):  # "last month's forecast"
            set_subject(sentence, owner.i, found)
    borne = _bearer(sentence, head) if found.subject is None else None
    if borne is not None:
        set_subject(sentence, borne, found)
    if found.subject is None and "of" not in sentence.words(first, last):  # not "the share of women among judges"
        people = _people_with(sentence, last)
        if people is not None:
            set_subject(sentence, people, found)
    if sentence.word(last) == "per" and last + 1 < len(tree) and tree[last + 1].is_noun:
        last += 2  # "the number of trees per hectare"
    found.measure = (first, last)


def _bearer(sentence: Sentence, head: int) -> int | None:
    """What a price is paid or a limit set for: `The top price for fine wool`, `The maximum time for a lease`."""
    tree = sentence.tree
    prep = tree.child(head, "prep")
    told = tree.lemma(head) in table("nouns")["borne"]["properties"] and prep is not None and prep.lower == "for"
    noun = tree.child(prep.i, "pobj") if told and prep is not None and prep.i == head + 1 else None
    if noun is None or not noun.is_noun or noun.i in sentence.stop or noun.label in ("DATE", "TIME"):
        return None
    return None if noun.lower in table("times")["units"]["nouns"] or is_property(sentence, noun.i) else noun.i


def _people_with(sentence: Sentence, last: int) -> int | None:
    """Who has a property, behind it: `The pass rate for girls`, `Unemployment among women`, `Profit at the bank`."""
    tree = sentence.tree
    if sentence.word(last) == "at":
        firm = sentence.nouns_after(last + 1, 5)
        labels = () if firm is None else table("antecedents")["descriptions"].get(tree[firm].lower, ())
        known = firm is not None and (tree[firm].label == "ORG" or "ORG" in labels or is_firm(tree[firm].lower))
        return firm if known and firm not in sentence.stop else None
    noun = sentence.nouns_after(last + 1, 4) if sentence.word(last) in ("for", "among") else None
    if noun is None or noun in sentence.stop or any(tree[k].tag in (",", "CC", "IN") for k in range(last + 1, noun)):
        return None
    return noun if tree[noun].lower in table("ages")["groups"] or is_person(tree.lemma(noun)) else None


def _acts_itself(sentence: Sentence, head: int) -> bool:
    """Whether those that are counted beside a noun do something themselves: `a large show - 900 dogs competing for`."""
    acting = head in sentence.stop and head + 1 < len(sentence.tree) and sentence.tree[head + 1].tag == "VBG"
    return acting and sentence.tree[head + 1].head == head


def _opens_clause(sentence: Sentence, head: int) -> bool:
    """Whether a noun behind a comma is the subject of the verb behind it: `In its test, the battery lasted`."""
    first, last = sentence.tree.noun_phrase(head, sentence.stop)
    k = first - 1
    while k > 0 and sentence.tree[k].tag in ("DT", "PRP$"):
        k -= 1
    while last < len(sentence.tree) and sentence.tree[last].tag == "CD" and last not in sentence.stop:
        last += 1
    finite = last < len(sentence.tree) and sentence.tree[last].tag in ("VBD", "VBZ", "VBP")
    return sentence.word(k) == "," and finite and sentence.tree[0].tag == "IN"


def set_subject(sentence: Sentence, head: int, found: Arguments) -> None:
    """Takes a noun phrase as the subject, unless it is a quantity that counts nothing."""
    tree = sentence.tree
    if not any(letter.isalnum() for letter in tree[head].text) or tree[head].tag in ("RB", "IN", "EX", "MD"):
        return
    if tree[head].lower == "what":
        return
    if tree[head].tag == "CD" and sentence.word(head + 1) == "of" and head not in sentence.stop:
        named = tree.child(head, "appos")  # "One of the region's biggest producers, John Cochrane"
        if named is not None and named.is_noun:
            set_subject(sentence, named.i, found)
            return
        found.subject, found.subject_head = phrase(sentence, head), head
        return
    if head in sentence.stop:
        person = sentence.person_at(head)
        if person is not None:
            found.subject, found.subject_head = (person.first, person.last), head  # "A 60-year-old might withdraw"
            return
        located = sentence.at(head)
        unit = None if located is None else located.quantity.unit
        if located is not None and located.quantity.modifier is Modifier.INDEFINITE:
            head = next((k for k in range(located.last - 1, head, -1) if tree[k].is_noun), head)  # "Hundreds of people"
        part = located is not None and located.last == head + 1 and sentence.word(head + 1) == "of"
        if unit is None or unit.kind is not UnitKind.COUNT or (part and tree[head].tag == "CD"):
            model = None if located is None else sized_name(sentence, located)
            if model is not None:
                found.subject, found.subject_head = phrase(sentence, model), model
            return
    first, last = phrase(sentence, head) if tree[head].is_noun else (head, head + 1)
    first = _described_from(sentence, first) if head in sentence.stop else first
    last = max(last, _of_which(sentence, head))
    with_name = title_end(tree, head, last)
    last = last if sentence.stop.intersection(range(last, with_name)) else with_name
    if tree[first].lower == "that" and tree[head].tag == "NNS" and first < head:
        first += 1  # "shacks that fishermen live in"
    if first == 1 and tree[0].lower == "in" and tree[1].tag == "CD" and first < head:
        first += 1  # "In 2020 police recorded 2,730 thefts"
    if len(sentence.quantities) == 1:  # else each may have a number
        last = max(last, joined_end(sentence, head))
    named = tree.child(head, "appos")
    if named is not None and named.i == last and named.tag == "NNP" and named.i not in sentence.stop:
        last = phrase(sentence, named.i)[1]  # "the Danish wind fund Havgas"
    thing = tree.child(head, "dobj") if tree[head].tag == "VBG" and tree[head].dep == "csubj" else None
    if thing is not None and thing.i not in sentence.stop:
        last = max(
            last, phrase(sentence, thing.i)[1], joined_end(sentence, thing.i)
        )  # "Rebuilding the port would cost …"
    particle = tree.child(head, "prt") if tree[head].tag == "VBG" else None
    if particle is not None and particle.i == head + 1:
        last = max(last, head + 2)  # "Topping up costs …"
    found.subject, found.subject_head = (first, last), head


def _described_from(sentence: Sentence, first: int) -> int:
    """Where what describes counted things begins, behind their number: `Three fishing trawlers landed 40 tonnes`."""
    located, tree = sentence.at(first), sentence.tree
    while located is not None and first - 1 > located.first and tree[first - 1].dep == "compound":
        if tree[first - 1].tag not in ("NN", "NNS") or tree[first - 1].head not in located:
            break
        first -= 1
    return first


def sized_name(sentence: Sentence, located: Located) -> int | None:
    """The name that a size stands behind: `The MacBook Pro 16 inch is worth $2000`."""
    i = located.first - 1
    name = sentence.tree[max(0, i)]
    measured = located.quantity.unit is not None and located.quantity.unit.kind is UnitKind.PHYSICAL
    return i if measured and i >= 0 and name.tag == "NNP" and name.head in located and i not in sentence.stop else None


def _of_which(sentence: Sentence, head: int) -> int:
    """The end of the things of which a word takes some or each: `Each of the three plants`, `Some of those asked`."""
    tree = sentence.tree
    if tree[head].lower not in table("nouns")["takers"]["words"] or sentence.word(head + 1) != "of":
        return 0
    things = tree.child(head + 1, "pobj")
    return 0 if things is None else tree.noun_phrase(things.i)[1]


def of_verb(sentence: Sentence, verb: int, found: Arguments) -> None:
    """Takes a verb as the predicate, and its subject apart."""
    found.predicate = verb
    subject = provided(sentence, verb) or subject_of(sentence, verb)
    having = any(child.lower in ("have", "has", "had", "'ve", "’ve") for child in sentence.tree.children(verb))
    small = sentence.tree[verb].tag == "VBN" and not having  # "want their hourly pay raised to 31 euros"
    done_to = subject is not None and (subject.dep == "nsubjpass" or small)
    if subject is not None and not done_to and sentence.tree.lemma(verb) in table("verbs")["doing"]:
        set_subject(sentence, subject.i, found)  # "the fall that killed one miner"
    elif subject is not None:
        split(sentence, subject.i, found)


def provided(sentence: Sentence, verb: int) -> Word | None:
    """Who has what a verb leaves or gives: `left the chain with 640 branches`, `supplied the town with 40 pumps`."""
    tree = sentence.tree
    preposition = table("verbs")["providing"].get(tree.lemma(verb))
    if preposition is None:
        return None
    thing, doer = tree.child(verb, "dobj"), subject_of(sentence, verb)
    if doer is not None and (doer.tag in PRONOUN_TAGS or doer.label == "PERSON"):
        return None  # "He left the house with 40 coins"
    behind = range(thing.i + 1, min(len(tree), thing.i + 6)) if thing is not None and thing.i > verb else ()
    opened = (k + 1 + int(sentence.word(k + 1) in ("a", "an")) for k in behind if sentence.word(k) == preposition)
    given = any(sentence.at(k) is not None for k in opened)
    counted = thing is not None and thing.i in sentence.stop and thing.tag != "NNS"  # "with 40 coins", not "30 brands"
    return thing if given and thing is not None and not counted else None


def provided_with(sentence: Sentence, noun: int) -> int | None:
    """Who has what a verb leaves or gives as a noun: `left the firm with debts`, `leaving it with a gap`."""
    tree = sentence.tree
    prep = tree.head(noun)
    verb = tree.head(prep.i)
    given = tree[noun].dep == "pobj" and verb.is_verb
    given = given and table("verbs")["providing"].get(tree.lemma(verb.i)) == prep.lower
    thing = tree.child(verb.i, "dobj") if given else None
    named = thing is not None and (thing.is_noun or thing.tag == "PRP") and verb.i < thing.i < prep.i
    return thing.i if named and thing is not None and thing.i not in sentence.stop else None
