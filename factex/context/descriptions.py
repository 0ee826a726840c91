"""What definite descriptions stand for: `the company`, `the vehicle`, `the German`, `the pair`, `the wealth fund`."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.context.asked import SUBJECTS
from factex.context.candidates import Candidate, candidates, gender_told, titled
from factex.context.named_again import by_own_word, is_from
from factex.context.pairs import REACH, both_of, of_two, rivals, told_together
from factex.context.roles import by_role, deeds
from factex.lexicon.files import table
from factex.lexicon.nouns import is_firm, is_person, is_property, of_kind, pronoun_for, singular
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.syntax.tree import Tree, Word

# So many characters before a noun are looked through for the same noun.
_WINDOW = 600
# A description so long may be the end of a longer noun: "yard", "shipyard".
_SUFFIX = 4
_DESCRIBING = r"\b(?!(?:the|an?|its|this|that|of|in|for|and)\s)[\w’'-]+\s"
# Labels of what acts, and is named rather than described.
_ACTING = frozenset(("ORG", "PERSON", "GPE"))
# What tells which thing it is, before a noun.
_TELLING = ("poss", "compound", "nmod", "amod")


def described(tree: Tree, head: int, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """What a description stands for, as (its sentence, its head); None where that is doubtful.

    Args:
        tree: The sentence of the description.
        head: Its head.
        earlier: The sentences before it, nearest first; taken only as far as they are needed.
    """
    word, data = tree[head], table("antecedents")
    if _of_both(tree, head):
        return both_of(earlier)
    if word.lower in data["of_two"] and _word(tree, head - 1) == "the":
        return of_two(tree, head, earlier, data["of_two"][word.lower])
    if done := deeds(tree, head):
        earlier = list(itertools.islice(earlier, REACH))
        if (doer := by_role(done, earlier)) is not None:
            return doer
    labels = data["descriptions"].get(word.lower) or (["ORG"] if is_firm(word.lower) else None)
    definite = any(child.lower == "the" for child in tree.children(head))
    people = word.label == "NORP" or word.lower in data["natives"]["nouns"]
    native = definite and people and word.dep in SUBJECTS and word.tag not in PLURAL_TAGS
    if is_person(word.lower) or _by_age(tree, head) or native:
        labels = ["PERSON"]
    if definite and word.lower in data["figures"]["nouns"]:
        return _property_before(earlier)
    told_more = definite and _told_more_before(tree, word)
    of_kind = definite and _kind_before(tree, word)
    if told_more or of_kind:
        earlier = list(itertools.islice(earlier, REACH))
    if told_more and word.tag == "NNP" and (full := _named_in_full(tree, word, earlier)) is not None:
        return full
    alone = definite and word.tag == "NN" and not any(_tells_which(tree, child) for child in tree.children(word.i))
    if alone and word.lower in tree.text[max(0, word.start - _WINDOW) : word.start].lower():
        earlier = list(itertools.islice(earlier, REACH))
        if (named_so := by_own_word(word, earlier)) is not None:
            return named_so
    if of_kind and (thing := _of_kind(tree, word, earlier)) is not None:
        return thing
    if labels is None or word.lower in data["institutions"]["nouns"]:
        return _told_more(tree, word, earlier) if told_more else None
    named = not native and (word.label or _own_name(tree, word, labels)) and not _by_age(tree, head)
    if not definite or named:
        return None
    if told_more and _ACTING.isdisjoint(labels):
        thing = _told_more(tree, word, earlier)
        if thing is not None and any(child.lower in ("a", "an") for child in thing[0].children(thing[1])):
            return thing  # "a big new dam in south-east Queensland … The dam will cover 7,500 hectares"
    found: list[Candidate] = []
    before: list[Tree] = []
    for age, sentence in enumerate(earlier, start=1):
        before.append(sentence)
        again = next((one for one in sentence.words if one.lower == word.lower and _told_of(sentence, one)), None)
        if again is not None:
            return sentence, again.i  # "the UN refugee agency says. The agency has received"
        found += [one for one in candidates(sentence, len(sentence), age) if _named(sentence, one.head, labels)]
        if word.lower in data["civic"]["places"]:  # no town is "the Red Cross"
            found = [one for one in found if all(child.lower != "the" for child in one.tree.children(one.head))]
        if labels == ["PERSON"]:
            found = _persons(tree, head, found, candidates(sentence, len(sentence), age), native=native)
            if len(found) > 1:
                return None  # which of them is the president?
        if found or age >= REACH:
            break
    best = max(found, key=lambda one: one.score, default=None)
    others = (one for one in found if best is not None and one.tree is best.tree and one.head != best.head)
    if best is not None and any(rivals(best.tree, *sorted((best.head, one.head))) for one in others):
        return None
    if best is not None:
        bare = word.tag not in PLURAL_TAGS and not any(one.dep in _TELLING for one in tree.children(head))
        return None if bare and _one_of_several(best.tree, best.head) else (best.tree, best.head)
    told = _told_more(tree, word, before) if told_more else None
    return told or _told_aside(word, labels, before)


def _persons(
    tree: Tree, head: int, named: list[Candidate], others: Iterable[Candidate], *, native: bool
) -> list[Candidate]:
    """Those whom a description of a person may mean: the named, else somebody without a name where no more is told."""
    word = tree[head]
    gender = pronoun_for(word.lower)
    found = [one for one in named if _may_be_told(one, gender)]
    if not found and (_by_age(tree, head) or word.lower in table("antecedents")["persons"]["anybody"]):
        found = [one for one in others if _is_somebody(one.tree, one.head) and _may_be_told(one, gender)]
    if native and (len(found) > 1 or _abroad(found)):
        found = [one for one in found if is_from(one.tree, one.head, word)]
    return found


def _may_be_told(found: Candidate, gender: str | None) -> bool:
    """Whether somebody goes with the gender of a description, if the text tells it: not `Father Obi … The woman`."""
    return gender is None or gender_told(found.tree, found.tree[found.head]) in (None, gender)


def _is_somebody(tree: Tree, i: int) -> bool:
    """Whether a noun tells of one person without a name: `the former president's youngest son`, `a retired welder`."""
    told = any(child.tag in ("DT", "PRP$") or child.dep == "poss" for child in tree.children(i))
    named = tree[i].dep == "compound" or (i + 1 < len(tree) and tree[i + 1].tag == "NNP")  # "the winger Danilo Costa"
    return tree[i].tag == "NN" and not tree[i].label and told and not named and is_person(tree[i].lower)


def _told_aside(word: Word, labels: list[str], before: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The one name that a sentence before has for a description in a place where few look for it.

    An author is told by what is theirs (`Anselm Roth's last novel … The author`), a town by its council, and a firm may
    have a name that is taken for a place's (`Aeromar, which flies to 62 cities … The carrier`).
    """
    for sentence in before:
        found = [one.i for one in sentence.words if one.tag == "NNP" and _may_be(sentence, one, word, labels)]
        if found:
            return (sentence, found[0]) if len(found) == 1 and not _one_of_several(sentence, found[0]) else None
    return None


def _may_be(tree: Tree, name: Word, word: Word, labels: list[str]) -> bool:
    """Whether a name stands where a description may mean it, whatever its label: rare names often have a wrong one."""
    data = table("antecedents")
    if name.label in ("DATE", "TIME"):
        return False
    owner, subject = name.dep == "poss", name.dep in SUBJECTS
    two_words = [child.tag for child in tree.children(name.i) if child.dep == "compound"] == ["NNP"]
    if labels == ["PERSON"]:
        called = subject and two_words and name.label in ("ORG", "GPE", "FAC", "WORK_OF_ART", "LOC", "NORP")
        return (owner and (name.label == "PERSON" or two_words)) or called
    if "GPE" in labels:
        town = owner and tree.lemma(name.head) in data["civic"]["nouns"]
        meant = (
            word.dep in SUBJECTS and word.lower in data["civic"]["places"] and name.lower not in data["descriptions"]
        )
        return town or (subject and meant and not titled(tree, name) and name.label in ("", "PERSON", "ORG"))
    held = name.dep == "dobj" and name.label not in ("PERSON", "DATE", "TIME")
    place = subject and name.label == "GPE"
    site = subject and "ORG" in labels and name.label in ("FAC", "WORK_OF_ART", "LOC")
    return site or (is_firm(word.lower) and (held or place))


def _one_of_several(tree: Tree, name: int) -> bool:
    """Whether a name is told together with another, so that either may be meant: `Alder and Birk … The company`."""
    other = told_together(tree, name)
    return other is not None and other.tag == "NNP"


def _of_both(tree: Tree, head: int) -> bool:
    """Whether two that were told together are meant: `the two firms`, `the pair`, `Both already get`."""
    word = tree[head]
    if word.lower == "both":
        behind = tree[head + 1] if head + 1 < len(tree) else None
        return word.dep in SUBJECTS and behind is not None and behind.lower != "of" and not behind.is_noun
    if word.lower in table("antecedents")["pairs"]["nouns"]:
        return _word(tree, head - 1) == "the"
    noun = singular(word.lower)
    bare = word.tag == "NNS" and _word(tree, head - 1) == "the"
    two = word.tag == "NNS" and _word(tree, head - 1) == "two" and _word(tree, head - 2) == "the"
    kin = noun in table("antecedents")["pairs"]["kin"]
    firms = noun in table("antecedents")["descriptions"] or is_firm(noun)
    return (two and (firms or kin)) or (bare and kin)


def _abroad(found: list[Candidate]) -> bool:
    """Whether the one who was told of is told to be of some country: `beat Yuki Arai of Japan … The German`."""
    return any(one.label in ("GPE", "NORP") for c in found for one in c.tree.words[c.head + 1 : c.head + 3])


def _kind_before(tree: Tree, word: Word) -> bool:
    """Whether the characters before a noun hold a word for a thing of its kind, so that it is worth a parse."""
    kinds = of_kind(singular(word.lower))
    before = tree.text[max(0, word.start - _WINDOW) : word.start].lower()
    if len(word.lower) >= _SUFFIX and re.search(rf"\w{re.escape(word.lower)}\b", before) is not None:
        return True  # "the Clydemouth shipyard … The yard"
    kinds = kinds.union(table("antecedents")["groups"].get(word.lower, ()))
    told = re.finditer(r"\w+(?:-\w+)*", before) if kinds else ()
    return any(not kinds.isdisjoint((one[0], singular(one[0]))) for one in told)


def _of_kind(tree: Tree, word: Word, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The one thing of a kind that a sentence before tells of: `a van … The vehicle`, `Cyclone Odile … The storm`."""
    if any(_tells_which(tree, child) for child in tree.children(word.i)):
        return None
    kinds, many = of_kind(singular(word.lower)), word.tag == "NNS"
    for sentence in earlier:
        found: dict[int, Word] = {}
        for one in sentence.words:
            likened = one.i + 1 < len(sentence) and sentence[one.i + 1].tag == "HYPH"  # "crocodile-like"
            alike = _is_one_of(one, kinds, many=many) or _ends_with(one, word) or (not many and _is_group(one, word))
            if one.is_noun and not likened and alike:
                top = one
                while top.dep in ("compound", "nmod") and sentence.head(top.i).is_noun:
                    top = sentence.head(top.i)
                if top is not one and top.tag != "NNP":
                    continue  # "Cyclone Odile", no "van driver"
                if top.dep == "appos" and sentence.head(top.i).tag == "NNP":
                    top = sentence.head(top.i)  # "Veltron, a maker of drones"
                found[top.i] = top
        if any(_one_of_several(sentence, i) for i in found):
            return None  # "The Uzbek airline and Flydubai … The carrier"
        if len(found) > 1:
            found = {i: one for i, one in found.items() if one.dep in SUBJECTS}
        if found:
            return (sentence, next(iter(found))) if len(found) == 1 else None
    return None


def _is_group(people: Word, word: Word) -> bool:
    """Whether several people are such a group: `Researchers at Halden University … The team`."""
    return people.tag == "NNS" and people.lower in table("antecedents")["groups"].get(word.lower, ())


def _ends_with(one: Word, word: Word) -> bool:
    """Whether a noun is a compound in one word of a description: `the Clydemouth shipyard … The yard`."""
    longer = len(word.lower) >= _SUFFIX and len(one.lower) > len(word.lower) and one.tag == word.tag
    return longer and one.lower.endswith(word.lower)


def _tells_which(tree: Tree, child: Word) -> bool:
    """Whether a word beside a description tells which thing is meant: no age or size, no `The stricken vessel`."""
    if child.lower == "of":
        return True
    plain = child.lower in table("antecedents")["plain"]["adjectives"]
    sized = any(tree[k].tag == "CD" for k in tree.subtree(child.i))  # "The 94-year-old crossing", "The £40m project"
    return child.dep in _TELLING and not plain and not sized


def _is_one_of(word: Word, kinds: frozenset[str], *, many: bool) -> bool:
    """Whether a noun names a thing of some kinds, or things where many are meant."""
    one = singular(word.lower)
    if many:
        mass = word.tag == "NN" and word.lower in table("antecedents")["masses"]["nouns"]  # "cocaine … The drugs"
        return word.lower in kinds if mass else word.tag in PLURAL_TAGS and one in kinds
    alike = one == word.lower and word.lower not in of_kind("animal")  # "The peso" is taken for a plural, no "sheep"
    counted = word.tag in PLURAL_TAGS and not word.label and not alike
    return word.lower in kinds and not (counted and one in kinds)


def _word(tree: Tree, i: int) -> str:
    """A word of a sentence in lower case; empty outside it."""
    return tree[i].lower if 0 <= i < len(tree) else ""


def _by_age(tree: Tree, head: int) -> bool:
    """Whether somebody is called by an age: `the 23-year-old`."""
    return tree[head].lower == "old" and _word(tree, head - 2) == "year"


def _told_more_before(tree: Tree, word: Word) -> bool:
    """Whether the characters before a noun hold it with another word before it, so that it is worth a parse."""
    before = tree.text[max(0, word.start - _WINDOW) : word.start].lower()
    return word.lower in before and re.search(rf"{_DESCRIBING}{re.escape(word.lower)}\b", before) is not None


def _named_in_full(tree: Tree, word: Word, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The full name of what is told again by its last word: `The Western Australian Government … The Government`."""
    alone = all(child.lower == "the" for child in tree.children(word.i) if child.i < word.i)
    if not alone or _word(tree, word.i + 1) == "of":
        return None
    for sentence in earlier:
        for one in sentence.words:
            told = [child for child in sentence.children(one.i) if child.dep in _TELLING and child.i < one.i]
            named = one.text == word.text and one.tag == "NNP" and one.dep != "compound"
            if named and any(child.text[0].isupper() for child in told):
                return sentence, one.i
    return None


def _told_more(tree: Tree, word: Word, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The same noun in a sentence before, told with whose or which it is: `Norway's wealth fund … The fund owns`."""
    bare = word.tag == "NN" and all(child.lower == "the" for child in tree.children(word.i) if child.i < word.i)
    if not bare or word.label or any(child.lower == "of" for child in tree.children(word.i)):
        return None
    if is_property(tree.lemma(word.i)):
        return None
    for _, sentence in zip(range(REACH), earlier, strict=False):
        for one in sentence.words:
            if one.lower == word.lower and one.tag == word.tag and one.dep != "compound":
                told = [child for child in sentence.children(one.i) if child.dep in _TELLING and child.i < one.i]
                return (sentence, one.i) if told else None
    return None


def _own_name(tree: Tree, noun: Word, labels: list[str]) -> bool:
    """Whether a description names what it is of: `the city of Gympie`, `the dairy board`, not `the German airline`."""
    firm, person = is_firm(noun.lower), labels == ["PERSON"]
    for child in tree.children(noun.i):
        described = child.tag in ("JJ", "NN") or child.label in ("GPE", "LOC", "NORP")
        placed = child.tag == "NNP" and child.dep == "compound" and child.i == noun.i - 1
        if (
            (child.lower == "of" and child.i == noun.i + 1)
            or (child.dep == "nummod" and child.i < noun.i)
            or child.tag == "JJR"
        ):
            return True  # "the smaller carrier" is one of two
        if child.dep == "appos" and child.tag == "NNP":
            return True  # "the operator, Kustlijn"
        if child.dep in ("compound", "nmod") and not ((described or placed) and (firm or person)):
            return True
    return tree[noun.i + 1].tag == "NNP" or ("PERSON" in labels and noun.dep not in SUBJECTS)


def _property_before(earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The property that `the figure` stands for: the subject of a sentence before."""
    for _, sentence in zip(range(REACH), earlier, strict=False):
        for word in sentence.words:
            if word.dep in SUBJECTS and word.tag == "NN" and is_property(sentence.lemma(word.i)):
                return sentence, word.i
    return None


def _told_of(tree: Tree, noun: Word) -> bool:
    """Whether a noun is told of by names before it: `the UN refugee agency`."""
    named = any(
        (child.dep == "compound" and (child.tag == "NNP" or noun.tag == "NN"))
        or (child.dep == "poss" and child.is_noun)
        for child in tree.children(noun.i)
    )
    return named and _word(tree, noun.i + 1) != "" and tree[noun.i + 1].tag != "NNP"  # not "the cloud company Nimbra"


def _named(tree: Tree, head: int, labels: list[str]) -> bool:
    """Whether a word names what a description may stand for: by its label, or by where it stands without one."""
    word, data = tree[head], table("antecedents")
    if labels == ["PERSON"]:
        beside = [child.lower for child in tree.children(head) if child.dep == "compound"]
        beside += [tree.head(head).lower] if word.dep == "appos" else []
        apposed = word.tag == "NNP" and any(map(is_person, beside))  # "the winger Danilo Costa"
        apposed = apposed or (word.dep in SUBJECTS and word.tag == "NNP" and gender_told(tree, word) is not None)
        located = word.dep == "pobj" and tree.head(head).lower in table("places")["prepositions"]
        named = word.label == "PERSON" and word.dep not in ("compound", "poss")
        return apposed or (named and (not located or titled(tree, word)))
    within = word.dep == "pobj" and tree.head(head).lower in data["civic"]["within"]
    if within and "GPE" not in labels and "LOC" not in labels:
        return False  # "than in neighbouring Selwick … The company"
    if word.label in labels:
        return True
    if word.label == "PERSON" and titled(tree, word):
        return False
    if word.tag not in ("NNP", "NNPS") or word.label in ("DATE", "TIME"):
        return False
    if "ORG" in labels:
        if word.dep == "appos":
            return word.label in ("", "PERSON", "PRODUCT", "NORP", "GPE")
        return word.dep in SUBJECTS and word.label in ("", "PERSON", "PRODUCT", "NORP")
    located = word.dep == "pobj" and tree.head(head).lower in data["civic"]["before"] and labels != ["FAC"]
    one_word = word.label == "PERSON" and not any(child.dep == "compound" for child in tree.children(head))
    return located or (word.dep in SUBJECTS and (not word.label or one_word))
