"""What a pronoun may stand for: the mentions of a sentence, how salient they are, and how well they fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex as re

from factex.context.asked import SUBJECTS, Asked, quoted, speaks
from factex.context.novelty import acquired, counted_object, found_thing, new_thing, new_things
from factex.lexicon.currencies import currencies
from factex.lexicon.files import table
from factex.lexicon.names import pronoun_of_name
from factex.lexicon.nouns import is_firm, is_person, is_property, of_kind, pronoun_for, singular
from factex.lexicon.phrases import tokens
from factex.lexicon.units import units
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.syntax.tree import Tree, Word

# How salient mentions are by their place in the clause.
_SALIENCE = {"nsubj": 3.0, "nsubjpass": 3.0, "dobj": 1.1, "pobj": 1.0, "poss": 1.0}
_NUMBERS = ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL")
# Labels that names of persons are given by mistake, or none; and "the Kenyan".
_PERHAPS_PERSONS = ("", "NORP", "WORK_OF_ART", "PRODUCT", "FAC", "LAW")
# What it costs a candidate that its label was given by mistake, that it is one thing of many, or that it only speaks.
_MISLABELLED = 1.5
_COLLECTIVE = 0.5
_SPEAKING = 1.5
# What it costs what seems a person and has a given name that a thing is meant, or a firm: "Calder Rail".
_GIVEN_NAME = 3.0
# What it costs a name that it only tells which of a kind a thing is.
_INSIDE = 1.5
# What it costs a place where somebody is told to want or to blame something.
_PLACE = 1.0
# What it gains as the speaker of what goes on, or where the sentence says what kind of thing it is.
_SPEAKER = -1.0
_KIND_TOLD = -1.0
# What it costs a person who is told of as another's.
_OWNED = 2.0
# What somebody gains to whom something is done, where more of the like is told: "sentenced Prowse. He was ordered".
_PUNISHED = -3.0
# What it costs what is named in a quotation, where the pronoun stands in none.
_QUOTED = 1.5
# What it costs what only a relative clause tells of.
_TOLD_ASIDE = 1.5
# What it gains that its noun tells the gender of the pronoun: "mother" for "she".
_GENDER_TOLD = -1.5
# What it costs those who act that something is done with things.
_HANDLED = 2.0
# What a property gains where its level is told: "the harvest … It will reach 310,000 tonnes".
_LEVELLED = -1.2
# So many characters before a name are looked through for it with a given name.
_WINDOW = 1500
_PLURALS = ("have", "are", "were")
# What it costs an animal that "he" or "she" stands for it.
_BEAST = 1.0
# What a firm or thing gains that was bought, where a time before is told.
_ACQUIRED = -3.5
# What it gains that the pronoun's clause asks for such a thing.
_ASKED_FOR = -4.5
# What it costs a thing that somebody does something to it.
_OBJECT = 0.3
# What a thing gains that was found.
_FOUND = -3.5
# What it costs things and animals that somebody speaks.
_MUTE = 2.0
# What a thing gains that the sentence is about, though not as its subject.
_NEW_THING = -1.2
# What counted things gain with which people do something.
_NEW_THINGS = -3.5


class Candidate(NamedTuple):
    """A mention that a later one may stand for.

    Attributes:
        tree: Its sentence.
        head: Index of its head word.
        score: How salient it is.
    """

    tree: Tree
    head: int
    score: float


def candidates(tree: Tree, before: int, age: int) -> Iterator[Candidate]:
    """The mentions of a sentence before a word; `age` is how many sentences it lies back."""
    for word in tree.words[:before]:
        if not (word.is_noun or one_of_many(tree, word)) or (
            word.i + 1 < len(tree) and tree[word.i + 1].is_noun and tree[word.i + 1].label == word.label and word.label
        ):
            continue
        if word.i + 1 < len(tree) and tree[word.i + 1].tag == "HYPH":
            continue  # "six Chinese-built cranes"
        if any(child.lower in ("neither", "no") for child in tree.children(word.i)):
            continue  # "Neither leader spoke afterwards. She has governed for 14 months"
        score = _SALIENCE.get(word.dep, 0.5)
        score += 1.0 if word.dep in SUBJECTS and _is_main(tree, tree.head(word.i)) else 0.0
        score += 1.0 if word.label in ("PERSON", "ORG", "GPE", "NORP") else 0.0
        yield Candidate(tree, word.i, score - 1.5 * age - (before - word.i) / 100 * (0 if age else 1))


def _is_main(tree: Tree, verb: Word) -> bool:
    """Whether a verb is that of what a sentence tells: its root, or what somebody behind it is told to have said."""
    told = next((one for one in tree.children(verb.i) if one.dep == "ccomp" and one.i < verb.i), None)
    if verb.dep == "ROOT":
        return told is None
    above = tree.head(verb.i)
    return verb.dep == "ccomp" and above.dep == "ROOT" and verb.i < above.i


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun with what it asks of what it stands for.

    Attributes:
        labels: The entity labels that fit.
        plural: Whether it stands for many.
        gender: Which of `he` and `she` it is; None for any other.
        level: Whether it is the subject of a verb that tells a level: `It stands at 2.5%`.
        speaks: Whether it is the subject of a verb of saying.
        acts: Whether it is the subject of a verb of will or blame, which places do less than those who live there.
        bodily: Whether it is the subject of a verb of weight or size, which neither firms nor countries have.
        handled: Whether something was done with it that is done with things: `It was built in 1994`.
        prior: Whether its clause tells of a time before: `It had lost £3m`.
        suffers: Whether it is the subject of a verb in the passive, or of one of what befalls people.
        quoted: Whether it stands in a quotation.
        asked: What its clause asks of it, where it asks something.
    """

    labels: tuple[str, ...]
    plural: bool
    gender: str | None
    level: bool
    speaks: bool
    acts: bool
    bodily: bool
    handled: bool
    suffers: bool
    prior: bool
    quoted: bool
    asked: Asked | None

    @property
    def person(self) -> bool:
        """Whether it stands for a person."""
        return self.labels == ("PERSON",)

    def fitting(self, found: Candidate) -> Candidate | None:
        """The candidate with its score by how well it fits; None where it does not."""
        word = found.tree[found.head]
        of_many = one_of_many(found.tree, word)
        counted = (word.label in _NUMBERS and not of_many) or not any(letter.isalpha() for letter in word.text)
        counted = counted or word.text[0].isdigit()  # "fell to 412p", "minus 20C."
        if counted or _measures(word) or (of_many and (self.person or self.plural)):
            return None
        cost = self._as_person(found.tree, word) if self.person else self._as_thing(found.tree, word)
        if self.asked_for(found):
            return found._replace(score=found.score - _ASKED_FOR - min(cost or 0.0, 0.0))
        punished = self.person and self.suffers and word.dep == "dobj"
        if punished and cost is not None and found.tree.lemma(word.head) in table("verbs")["repaying"]["verbs"]:
            cost += _PUNISHED
        told = gender_told(found.tree, word) if cost is not None and self.gender is not None else None
        if cost is None or told not in (None, self.gender):
            return None
        cost += (_GENDER_TOLD if told else 0.0) + (_TOLD_ASIDE if _in_relative(found.tree, word) else 0.0)
        cost += _QUOTED if not self.quoted and quoted(found.tree, found.head) else 0.0
        cost += _PLACE if self.acts and word.label in table("places")["labels"] else 0.0
        if self.handled and not self.person:
            if word.label == "PERSON" or is_person(singular(word.lower)):
                return None
            cost += _HANDLED if word.label in ("ORG", "GPE", "NORP") else 0.0
        if speaks(found.tree, word):
            if self.acts:
                return found._replace(score=found.score - cost - _SPEAKER)
            if not self.speaks and word.lower in table("antecedents")["documents"]["nouns"]:
                return None  # "the survey shows it is costing millions"
            cost += _SPEAKER if self.speaks else 0.0 if self.person else _SPEAKING
        return found._replace(score=found.score - cost)

    def content(self, found: list[Candidate]) -> bool:
        """Whether no sentence farther back need be looked through: what the clause asks for, if anything, is found."""
        return self.asked is None or any(map(self.asked_for, found))

    def asked_for(self, found: Candidate) -> bool:
        """Whether a candidate is of the kind that the pronoun's clause asks for."""
        word = found.tree[found.head]
        many = word.tag in PLURAL_TAGS
        if self.asked is None or self.person or word.label or many != self.plural or word.dep in ("compound", "nmod"):
            return False
        noun = singular(word.lower) if many else word.lower
        return noun in self.asked.nouns or (self.asked.persons and is_person(noun))

    def _as_person(self, tree: Tree, word: Word) -> float | None:
        if word.lower in table("antecedents")["firm_names"]["endings"] and tree.child(word.i, "compound") is not None:
            return None  # "Harlow Bank named Simone Archer. She will be paid"
        common = not word.label and word.tag == "NN" and is_person(word.lower)
        common = common and next(tree.children(word.i), None) is not None  # no "man" that is called out
        located = word.dep == "pobj" and tree.head(word.i).lower in table("places")["prepositions"]
        located = located and not titled(tree, word)
        if not word.label and word.tag == "NN" and word.lower in of_kind("animal") and word.dep in (*SUBJECTS, "dobj"):
            return _BEAST  # "The calf weighed 78 kilograms. She drinks"
        called = word.tag == "NNP" and word.dep != "compound" and titled(tree, word)  # "the winger Danilo Prado"
        if (word.label == "PERSON" and not located) or (common and word.dep != "compound") or called:
            if word.dep == "compound" and tree.head(word.i).tag in ("NN", "NNS"):
                return _INSIDE  # "slid in the Demos poll"
            owner = tree.child(word.i, "poss")
            known = None if owner is None else table("antecedents")["pronouns"].get(owner.lower)
            return _OWNED * (known is not None and known.get("gender") == self.gender)  # "Her coach is 57. She is"
        named = word.tag == "NNP" and word.dep in ("appos", "dobj") and word.label not in ("GPE", "ORG", "FAC")
        if named and self.gender is not None and pronoun_of_name(_given_name(tree, word)) == self.gender:
            return 0.0  # "The world number four, Sergio Talamo, pulled out. He"
        if word.tag != "NNP" or word.dep not in SUBJECTS:
            return None
        if any(one.lower in ("her", "his") and one.i > word.i for one in tree.words):
            return 0.0  # "Kiplagat has lowered her best": whatever the label
        two_words = [child.tag for child in tree.children(word.i) if child.i < word.i] == ["NNP"]
        mislabelled = word.label in _PERHAPS_PERSONS or (word.label == "ORG" and two_words)
        return _MISLABELLED if mislabelled else None

    def _as_thing(self, tree: Tree, word: Word) -> float | None:
        data = table("antecedents")
        thing = tree.child(word.head, "dobj") if word.dep in SUBJECTS else None
        if thing is not None and thing.lower == ("them" if self.plural else "it"):
            return None  # "after the council had approved it. It would cost"
        if not word.label and is_property(tree.lemma(word.i)):
            return _LEVELLED if self.level and (word.tag in PLURAL_TAGS) is self.plural else None
        if not word.label and is_person(word.lower):
            return None
        if self.plural:
            if word.label == "ORG" and word.dep not in SUBJECTS:
                return None  # "the Department of Primary Industries"
            if word.tag in PLURAL_TAGS or word.label == "NORP":
                if self.speaks and not word.label and not is_person(singular(word.lower)):
                    return _MUTE  # "The insects carry eight viruses, they reported"
                fits = not self.acts and not self.speaks
                made = self.handled and counted_object(tree, word)  # "ordered eight ships. They will be delivered"
                return _NEW_THINGS if fits and (made or new_things(tree, word, people=self.suffers)) else 0.0
            joined = any(one.dep == "conj" and one.tag == "NNP" for one in tree.children(word.i))
            if joined and word.tag == "NNP" and word.dep in SUBJECTS:
                return 0.0  # "Kitty Marlowe and Joan Prentice rowed the Atlantic. They raised"
            if word.tag == "NNP" and word.dep in SUBJECTS and _in_plural(tree, tree.head(word.i)):
                return 0.0  # "Millbrook Town have sacked their manager. They have"
            return _COLLECTIVE if word.lower in data["collectives"]["nouns"] else None
        if word.tag in PLURAL_TAGS and not word.label:
            return None
        if one_of_many(tree, word):
            return 0.0
        if self.bodily:
            apart = word.tag in ("NN", "NNP") and word.dep not in ("compound", "nmod", "poss")
            return 0.0 if apart and word.label not in ("ORG", "GPE", "NORP", "PERSON") else None
        subject = word.dep in SUBJECTS
        told = _KIND_TOLD if subject and _kind(tree, word) else 0.0
        if self.prior and acquired(tree, word):
            return _ACQUIRED
        if word.label == "PERSON":
            if not subject or titled(tree, word):
                return None
            return told + (_MISLABELLED if pronoun_of_name(_given_name(tree, word)) is None else _GIVEN_NAME)
        if word.label:
            inside = word.dep in ("compound", "nmod") and tree.head(word.i).tag == "NN"  # "the Pellin copper mine"
            return told + _INSIDE * inside if word.label in self.labels else None
        opening = word.i == 0 and word.tag == "NNP"  # "Smog hit Lahore, the council said. It has bought masks"
        if self.acts and (word.tag == "NN" or opening) and not word.label and not _has_will(word.lower):
            return None  # "the tram carried 8.7 million, the authority said. It had forecast"
        if found_thing(tree, word):
            return _FOUND
        if new_thing(tree, word):
            return _NEW_THING
        if not subject and not _in_relative(tree, word) and _is_definite_object(tree, word):
            return _OBJECT
        return told if subject or self.level or (self.handled and word.dep in ("dobj", "appos")) else None


def _is_definite_object(tree: Tree, word: Word) -> bool:
    """Whether a noun is a thing that somebody does something to, told with an article: `threw out the tunnel`."""
    told = any(child.tag in ("DT", "PRP$") or child.dep == "poss" for child in tree.children(word.i))
    placed = word.dep == "pobj" and tree.head(word.i).lower not in ("of", *table("places")["prepositions"])
    return word.tag == "NN" and not word.label and told and (word.dep == "dobj" or placed)


def _in_plural(tree: Tree, verb: Word) -> bool:
    """Whether a verb stands in the plural: `have sacked`, `are`."""
    return verb.lower in _PLURALS or any(one.dep == "aux" and one.lower in _PLURALS for one in tree.children(verb.i))


def _in_relative(tree: Tree, word: Word) -> bool:
    """Whether a noun is told of only in a relative clause: `The school, which has 380 pupils, has hired four`."""
    return any(above.dep == "relcl" and above.head < word.i for above in tree.ancestors(word.i))


def one_of_many(tree: Tree, word: Word) -> bool:
    """Whether a word is `One` as in `One of the country's largest producers says it is moving cattle`."""
    return word.lower == "one" and word.dep in SUBJECTS and word.i + 1 < len(tree) and tree[word.i + 1].lower == "of"


def _measures(word: Word) -> bool:
    """Whether a noun is a unit, which nothing stands for: `cents`."""
    minor = word.lower.removesuffix("s") in table("currencies")["minor"]
    money = minor or (word.tag in PLURAL_TAGS and currencies().names.at(tokens(word.lower), 0) is not None)
    return not word.label and (money or units().names.at(tokens(word.lower), 0) is not None)


def _kind(tree: Tree, word: Word) -> bool:
    """Whether the sentence says that the word is a thing: `Caixa Ribeira is Portugal's third-largest lender`."""
    descriptions = table("antecedents")["descriptions"]
    attribute = tree.child(word.head, "attr")
    apposed = tree.child(word.i, "appos")
    return any(noun is not None and noun.lower in descriptions for noun in (attribute, apposed))


def _has_will(noun: str) -> bool:
    """Whether a noun names those who want, plan or foretell: a firm, an office, a crowd."""
    data = table("antecedents")
    described = "ORG" in data["descriptions"].get(noun, ())
    return described or is_firm(noun) or noun in data["collectives"]["nouns"] or noun in data["offices"]["nouns"]


def gender_told(tree: Tree, word: Word) -> str | None:
    """The one of `he` and `she` that stands for what the text calls a person; None where it tells no gender."""
    beside = [word.lower, *(one.lower for one in tree.children(word.i) if one.dep not in ("conj", "relcl", "prep"))]
    beside += [tree.head(word.i).lower] if word.dep == "appos" else []
    told = next((known for known in map(pronoun_for, beside) if known is not None), None)
    if told is None and word.label in ("PERSON", *_PERHAPS_PERSONS):
        told = pronoun_of_name(_given_name(tree, word))
    joined = tree.child(word.i, "conj") or tree.child(word.i, "appos")
    owner = None if joined is None else tree.child(joined.i, "poss")
    if told is None and owner is not None:  # "Carla Menges and her partner"
        told = table("antecedents")["pronouns"].get(owner.lower, {}).get("gender")
    return told


def _given_name(tree: Tree, name: Word) -> str:
    """The given name that somebody is told with, here or in the text before: `Ana Ruiz is 34 … Ruiz`; empty if none."""
    names = [one for one in tree.children(name.i) if one.dep == "compound" and one.tag == "NNP"]
    titles = table("antecedents")["persons"]["titles"]
    called = [k for k, one in enumerate(names) if one.lower in titles or is_person(one.lower)]
    given = names[called[-1] + 1 :] if called else names  # "Lance Corporal Amy Bright"
    if given:
        return given[0].text
    before = tree.text[max(0, name.start - _WINDOW) : name.start]
    full = re.search(rf"\b(\p{{Lu}}[\w-]+) {re.escape(name.text)}\b", before)
    return full[1] if full is not None else ""


def titled(tree: Tree, word: Word) -> bool:
    """Whether a name is a person's for sure: `Mr Abbott`, `the mayor, Ana Ruiz`, `Ana Ruiz from Corvane`."""
    beside = [child.lower for child in tree.children(word.i)] + [tree.head(word.i).lower]
    told_by_who = any(one.lower == "who" and tree.head(one.i).head == word.i for one in tree.words[word.i + 1 :])
    of_house = told_by_who or any(child.lower == "from" and child.i == word.i + 1 for child in tree.children(word.i))
    titles = table("antecedents")["persons"]["titles"]
    return of_house or any(word in titles or is_person(word) for word in beside)
