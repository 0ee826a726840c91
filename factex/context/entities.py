"""The names that a description stands for, by their labels or where they stand: `the company`, `the 23-year-old`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.context.asked import SUBJECTS
from factex.context.candidates import Candidate, candidates, gender_told, given_name, titled
from factex.context.named_again import TELLING, is_from, told_more
from factex.context.pairs import REACH, rivals, told_together
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.names import pronoun_of_name
from factex.lexicon.nouns import is_firm, is_person, pronoun_for
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.syntax.tree import Tree, Word

# Labels of what acts, and is named rather than described.
_ACTING = frozenset(("ORG", "PERSON", "GPE"))
# So many words before a name may tell whose somebody is: "her compatriot Nadja Moos".
_OWNER = 3


def labels_of(tree: Tree, word: Word) -> list[str] | None:
    """The entity labels of what a description may stand for; None where it tells no kind of name."""
    if is_person(word.lower) or _by_age(tree, word.i) or _is_native(word):
        return ["PERSON"]
    return table("antecedents")["descriptions"].get(word.lower) or (["ORG"] if is_firm(word.lower) else None)


def _is_native(word: Word) -> bool:
    """Whether a description tells only of which people somebody is: `The Kenyan`."""
    people = word.label == "NORP" or word.lower in table("antecedents")["natives"]["nouns"]
    return people and word.dep in SUBJECTS and word.tag not in PLURAL_TAGS


def by_name(
    tree: Tree, word: Word, labels: list[str], earlier: Iterable[Tree], *, again: bool
) -> tuple[Tree, int] | None:
    """The name that a description stands for, by its label or by where it stands without one."""
    named = not _is_native(word) and (word.label or _own_name(tree, word, labels)) and not _by_age(tree, word.i)
    if named:
        return None
    if again and _ACTING.isdisjoint(labels):
        thing = told_more(tree, word, earlier)
        if thing is not None and any(child.lower in ("a", "an") for child in thing[0].children(thing[1])):
            return thing  # "a long new pier in western Norway … The pier will take 40 boats"
    found: list[Candidate] = []
    before: list[Tree] = []
    for age, sentence in enumerate(earlier, start=1):
        before.append(sentence)
        same = next((one for one in sentence.words if one.lower == word.lower and _told_of(sentence, one)), None)
        if same is not None:
            return sentence, same.i  # "the UN refugee agency says. The agency has received"
        found += [one for one in candidates(sentence, len(sentence), age) if _named(sentence, one.head, labels)]
        if word.lower in table("antecedents")["civic"]["places"]:  # no town is "the Red Cross"
            found = [one for one in found if all(child.lower != "the" for child in one.tree.children(one.head))]
            found = [one for one in found if not _is_large(one.tree, one.head)]
        elif word.lower in table("antecedents")["civic"]["countries"]:
            found = [one for one in found if _is_country(one.tree, one.head)] or found
        if labels == ["PERSON"]:
            found = _persons(tree, word, found, candidates(sentence, len(sentence), age))
            if len(found) > 1:
                return None  # which of them is the president?
        if found or age >= REACH:
            break
    if found:
        return _chosen(tree, word, max(found, key=lambda one: one.score))
    told = told_more(tree, word, before) if again else None
    return told or _told_aside(word, labels, before)


@per_lexicon
def _countries() -> frozenset[str]:
    peoples = table("antecedents")["peoples"].values()
    return frozenset(name.lower() for name in (*table("territories").values(), *itertools.chain(*peoples)))


def _is_large(tree: Tree, name: int) -> bool:
    """Whether a name is that of a country or of a region, which is no town: `New Zealand`, `central Queensland`."""
    part = tree[tree.noun_phrase(name)[0]].text in table("antecedents")["civic"]["parts"]
    return part or _is_country(tree, name)


def _is_country(tree: Tree, name: int) -> bool:
    first, last = tree.noun_phrase(name)
    first += int(tree[first].lower == "the")
    return tree.text[tree[first].start : tree[last - 1].end].lower() in _countries()


def _chosen(tree: Tree, word: Word, best: Candidate) -> tuple[Tree, int] | None:
    """The best candidate, unless another may be meant as well: `Pfizer sued Merck. The company`."""
    others = (one.i for one in best.tree.words if one.tag in ("NNP", "NNPS") and one.i != best.head)
    if any(rivals(best.tree, *sorted((best.head, one))) for one in others):
        return None
    bare = word.tag not in PLURAL_TAGS and not any(one.dep in TELLING for one in tree.children(word.i))
    return None if bare and one_of_several(best.tree, best.head) else (best.tree, best.head)


def _persons(tree: Tree, word: Word, named: list[Candidate], others: Iterable[Candidate]) -> list[Candidate]:
    """Those whom a description of a person may mean: the named, else somebody without a name where no more is told."""
    gender = pronoun_for(word.lower)
    found = [one for one in named if _may_be_told(one, gender)]
    if not found and (_by_age(tree, word.i) or word.lower in table("antecedents")["persons"]["anybody"]):
        found = [one for one in others if _is_somebody(one.tree, one.head) and _may_be_told(one, gender)]
    if _is_native(word) and (len(found) > 1 or _abroad(found)):
        found = [one for one in found if is_from(one.tree, one.head, word)]
    called = [one for one in found if titled(one.tree, one.tree[one.head]) and not _of_another(one)]
    return called if len(called) == 1 else found  # "sell winger Idris Cole to Spartak Vell"


def _of_another(found: Candidate) -> bool:
    """Whether somebody is told of as another's: `her compatriot Nadja Moos`."""
    return any(word.tag in ("PRP$", "POS") for word in found.tree.words[max(0, found.head - _OWNER) : found.head])


def _may_be_told(found: Candidate, gender: str | None) -> bool:
    """Whether somebody goes with the gender of a description, if the text tells it: not `Father Obi … The woman`."""
    return gender is None or gender_told(found.tree, found.tree[found.head]) in (None, gender)


def _is_somebody(tree: Tree, i: int) -> bool:
    """Whether a noun tells of one person without a name: `the former president's youngest son`, `a retired welder`."""
    told = any(child.tag in ("DT", "PRP$") or child.dep == "poss" for child in tree.children(i))
    named = tree[i].dep == "compound" or (i + 1 < len(tree) and tree[i + 1].tag == "NNP")  # "the winger Danilo Costa"
    person = is_person(tree[i].lower) or any(
        one.lower == "who" and tree.head(one.i).head == i and tree.head(one.i).dep == "relcl" for one in tree.words[i:]
    )  # "a builder who took £214,000 from pensioners"
    return tree[i].tag == "NN" and not tree[i].label and told and not named and person


def _told_aside(word: Word, labels: list[str], before: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The one name that a sentence before has for a description in a place where few look for it.

    An author is told by what is theirs (`Anselm Roth's last novel … The author`), a town by its council, and a firm may
    have a name that is taken for a place's (`Aeromar, which flies to 62 cities … The carrier`).
    """
    for sentence in before:
        found = [one.i for one in sentence.words if one.tag == "NNP" and _may_be(sentence, one, word, labels)]
        if found:
            return (sentence, found[0]) if len(found) == 1 and not one_of_several(sentence, found[0]) else None
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


def one_of_several(tree: Tree, name: int) -> bool:
    """Whether a name is told together with another, so that either may be meant: `Alder and Birk … The company`."""
    other = told_together(tree, name)
    return other is not None and other.tag == "NNP"


def _abroad(found: list[Candidate]) -> bool:
    """Whether the one who was told of is told to be of some country: `beat Yuki Arai of Japan … The German`."""
    return any(one.label in ("GPE", "NORP") for c in found for one in c.tree.words[c.head + 1 : c.head + 3])


def _by_age(tree: Tree, head: int) -> bool:
    """Whether somebody is called by an age: `the 23-year-old`."""
    return tree[head].lower == "old" and head > 1 and tree[head - 2].lower == "year"


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


def _told_of(tree: Tree, noun: Word) -> bool:
    """Whether a noun is told of by names before it: `the UN refugee agency`."""
    named = any(
        (child.dep == "compound" and (child.tag == "NNP" or noun.tag == "NN"))
        or (child.dep == "poss" and child.is_noun)
        for child in tree.children(noun.i)
    )
    return named and noun.i + 1 < len(tree) and tree[noun.i + 1].tag != "NNP"  # not "the cloud company Nimbra"


def _named(tree: Tree, head: int, labels: list[str]) -> bool:
    """Whether a word names what a description may stand for: by its label, or by where it stands without one."""
    word, data = tree[head], table("antecedents")
    if labels == ["PERSON"]:
        if word.lower in data["firm_names"]["endings"] and tree.child(head, "compound") is not None:
            return False  # "Kelbrook United"
        beside = [child.lower for child in tree.children(head) if child.dep == "compound"]
        beside += [tree.head(head).lower] if word.dep == "appos" else []
        apposed = word.tag == "NNP" and any(map(is_person, beside))  # "the winger Danilo Costa"
        gender = gender_told(tree, word) or (pronoun_of_name(given_name(tree, word)) if word.label == "ORG" else None)
        apposed = apposed or (word.dep in SUBJECTS and word.tag == "NNP" and gender is not None)
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
    located = word.dep == "pobj" and tree.head(head).lower in data["civic"]["before"]
    inside = word.label == "ORG" and tree.head(tree.head(head).i).label == "ORG"  # "the Bureau of Statistics"
    located = located and not {"GPE", "LOC"}.isdisjoint(labels) and not inside
    placed = not {"GPE", "LOC"}.isdisjoint(labels)  # no "airport" is taken for a person's name
    one_word = placed and word.label == "PERSON" and not any(one.dep == "compound" for one in tree.children(head))
    return located or (word.dep in SUBJECTS and (not word.label or one_word))
