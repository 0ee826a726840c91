"""What a pronoun asks of what it stands for, and what speaks for and against each candidate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.context.asked import SUBJECTS, Asked, speaks
from factex.context.candidates import PERHAPS_PERSONS, gender_told, given_name, one_of_many, titled
from factex.context.novelty import acquired, counted_object, found_thing, new_thing, new_things
from factex.context.quotations import quoted
from factex.lexicon.currencies import currencies
from factex.lexicon.files import table
from factex.lexicon.names import pronoun_of_name
from factex.lexicon.nouns import is_firm, is_person, is_property, of_kind, singular
from factex.lexicon.phrases import tokens
from factex.lexicon.units import units
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from factex.context.candidates import Candidate
    from factex.syntax.tree import Tree, Word

_NUMBERS = ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY", "ORDINAL")
_PLURALS = ("have", "are", "were")


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
        parts: Whether a number tells a part of it: `six of them`.
        priced: Whether it is the subject of a verb of what things cost, which firms seldom are.
        done_to: The noun of what it does something to, which it does not stand for; empty where it does nothing.
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
    parts: bool
    priced: bool
    done_to: str

    @property
    def person(self) -> bool:
        """Whether it stands for a person."""
        return self.labels == ("PERSON",)

    def fitting(self, found: Candidate) -> Candidate | None:
        """The candidate with what speaks for and against it; None where it can not be meant."""
        tree, word = found.tree, found.tree[found.head]
        of_many = one_of_many(tree, word)
        counted = (word.label in _NUMBERS and not of_many) or not any(letter.isalpha() for letter in word.text)
        counted = counted or word.text[0].isdigit()  # "fell to 412p", "minus 20C."
        if self.person and self.speaks and not self.quoted and quoted(tree, found.head):
            return None  # "“Darwin had 53 mm,” he said"
        if self.plural and word.dep == "pobj" and one_of_many(tree, tree.head(tree.head(word.i).i)):
            return None  # "One of the divers has been fined. They"
        if word.lower == self.done_to:
            return None  # "The bees are breeding here. They released 200 bees"
        if counted or is_unit(word) or (of_many and (self.person or self.plural)):
            return None
        if self.asked_for(found):
            return found.told_by("asked_for", *(self._as_thing(tree, word) or ()))
        signals = self._as_person(tree, word) if self.person else self._as_thing(tree, word)
        if signals is None and self._goes_on(found):
            signals = ()
        told = gender_told(tree, word) if signals is not None and self.gender is not None else None
        if signals is None or told not in (None, self.gender):
            return None
        if self.handled and not self.person and (word.label == "PERSON" or is_person(singular(word.lower))):
            return None
        speaker = speaks(tree, word)
        document = word.lower in table("antecedents")["documents"]["nouns"]
        if speaker and document and not (self.acts or self.speaks) and not found.signals.get("sentences_back"):
            return None  # "the survey shows it is costing millions"
        firm = word.label in ("ORG", "GPE", "NORP")
        beside = {
            "punished": self.person and self.suffers and _punished(tree, word),
            "gender_told": told is not None,
            "told_aside": _in_relative(tree, word),
            "quoted": not self.quoted and quoted(tree, found.head),
            "counted": self.parts and any(child.dep == "nummod" for child in tree.children(word.i)),
            "place_of_another": word.dep == "poss" and (word.label in table("places")["labels"] or _is_place(word)),
            "means": word.dep == "pobj" and tree.head(word.i).lower in table("antecedents")["means"]["prepositions"],
            "time": word.dep == "pobj" and tree.head(word.i).lower in table("antecedents")["means"]["times"],
            "firm_priced": self.priced and firm,
            "place_that_acts": self.acts and word.label in table("places")["labels"],
            "firm_handled": self.handled and not self.person and firm,
            "speaker": speaker and (self.acts or self.speaks),
            "only_speaks": speaker and not (self.acts or self.speaks or self.person),
        }
        return found.told_by(*signals, *(name for name, holds in beside.items() if holds))

    def _goes_on(self, found: Candidate) -> bool:
        """Whether a clause goes on with the properties of the one before: `Forecasts were made, but they were late`."""
        word = found.tree[found.head]
        told = self.plural and not self.speaks and word.tag == "NNS" and is_property(found.tree.lemma(word.i))
        return told and not found.signals.get("sentences_back") and "main" in found.signals

    def content(self, found: list[Candidate]) -> bool:
        """Whether no sentence farther back need be looked through: what the clause asks for, if anything, is found."""
        return self.asked is None or any(map(self.asked_for, found))

    def asked_for(self, found: Candidate) -> bool:
        """Whether a candidate is of the kind that the pronoun's clause asks for."""
        tree, word = found.tree, found.tree[found.head]
        many = word.tag in PLURAL_TAGS
        if self.asked is None or self.person or many != self.plural or word.dep in ("compound", "nmod"):
            return False
        if word.label:  # "Lake Orsa"
            return any(one.dep == "compound" and one.lower in self.asked.nouns for one in tree.children(word.i))
        noun = singular(word.lower) if many else word.lower
        return noun in self.asked.nouns or (self.asked.persons and is_person(noun))

    def _as_person(self, tree: Tree, word: Word) -> tuple[str, ...] | None:
        if word.lower in table("antecedents")["firm_names"]["endings"] and tree.child(word.i, "compound") is not None:
            return None  # "Harlow Bank named Simone Archer. She will be paid"
        common = not word.label and word.tag == "NN" and is_person(word.lower)
        common = common and next(tree.children(word.i), None) is not None  # no "man" that is called out
        located = word.dep == "pobj" and tree.head(word.i).lower in table("places")["prepositions"]
        located = located and not titled(tree, word)
        beast = not word.label and word.tag == "NN" and word.lower in of_kind("animal") and not self.speaks
        if beast and word.dep in (*SUBJECTS, "dobj"):
            return ("beast",)  # "The calf weighed 78 kilograms. She drinks"
        called = (
            word.tag in ("NNP", "NNPS") and word.dep != "compound" and titled(tree, word)
        )  # "the winger Danilo Prado"
        if (word.label == "PERSON" and not located) or (common and word.dep != "compound") or called:
            if word.dep == "compound" and tree.head(word.i).tag in ("NN", "NNS"):
                return ("inside",)  # "slid in the Demos poll"
            owner = tree.child(word.i, "poss")
            known = None if owner is None else table("antecedents")["pronouns"].get(owner.lower)
            own = known is not None and known.get("gender") == self.gender
            return ("owned",) if own else ()  # "Her coach is 57. She is"
        named = word.tag == "NNP" and word.dep in ("appos", "dobj") and word.label not in ("GPE", "ORG", "FAC")
        if named and self.gender is not None and pronoun_of_name(given_name(tree, word)) == self.gender:
            return ()  # "The world number four, Sergio Talamo, pulled out. He"
        if word.tag != "NNP" or word.dep not in SUBJECTS:
            return None
        if any(one.lower in ("her", "his") and one.i > word.i for one in tree.words):
            return ()  # "Kiplagat has lowered her best": whatever the label
        two_words = [child.tag for child in tree.children(word.i) if child.i < word.i] == ["NNP"]
        mislabelled = word.label in PERHAPS_PERSONS or (word.label == "ORG" and two_words)
        if not mislabelled:
            return None
        known = self.gender is not None and pronoun_of_name(given_name(tree, word)) == self.gender
        return () if known else ("mislabelled",)

    def _as_thing(self, tree: Tree, word: Word) -> tuple[str, ...] | None:
        data = table("antecedents")
        thing = tree.child(word.head, "dobj") if word.dep in SUBJECTS else None
        if thing is not None and thing.lower == ("them" if self.plural else "it"):
            return None  # "after the council had approved it. It would cost"
        if not word.label and is_property(tree.lemma(word.i)) and not (self.priced and word.dep in SUBJECTS):
            return ("levelled",) if self.level and (word.tag in PLURAL_TAGS) is self.plural else None
        staff = not self.plural and word.lower in data["collectives"]["of_people"]
        if not word.label and (is_person(word.lower) or staff):
            return None
        if self.plural:
            if word.label == "ORG" and word.dep not in SUBJECTS:
                return ("speakers_house",) if _houses_speaker(tree, word) else None
            if word.tag in PLURAL_TAGS or word.label == "NORP":
                if self.speaks and not word.label and not is_person(singular(word.lower)):
                    return ("mute",)  # "The insects carry eight viruses, they reported"
                fits = not self.acts and not self.speaks
                made = self.handled and counted_object(tree, word)  # "ordered eight ships. They will be delivered"
                return ("new_things",) if fits and (made or new_things(tree, word, people=self.suffers)) else ()
            joined = any(one.dep == "conj" and one.tag == "NNP" for one in tree.children(word.i))
            if joined and word.tag == "NNP" and word.dep in SUBJECTS:
                return ()  # "Kitty Marlowe and Joan Prentice rowed the Atlantic. They raised"
            if word.tag == "NNP" and word.dep in SUBJECTS and _in_plural(tree, tree.head(word.i)):
                return ()  # "Millbrook Town have sacked their manager. They have"
            return ("collective",) if word.lower in data["collectives"]["nouns"] else None
        if word.tag in PLURAL_TAGS and not word.label:
            return None
        if one_of_many(tree, word):
            return ()
        if self.bodily:
            apart = word.tag in ("NN", "NNP") and word.dep not in ("compound", "nmod", "poss")
            return () if apart and word.label not in ("ORG", "GPE", "NORP", "PERSON") else None
        subject = word.dep in (*SUBJECTS, "ROOT")
        told = ("kind_told",) if subject and _kind(tree, word) else ()
        if self.prior and acquired(tree, word):
            return ("acquired",)
        if word.label == "PERSON":
            if not subject or titled(tree, word):
                return None
            if any(child.dep == "compound" and of_kind(child.lower) for child in tree.children(word.i)):
                return told  # "Storm Odile"
            return (*told, "mislabelled" if pronoun_of_name(given_name(tree, word)) is None else "given_name")
        if word.label:
            inside = word.dep in ("compound", "nmod") and tree.head(word.i).tag == "NN"  # "the Pellin copper mine"
            return (*told, *("inside",) * inside) if word.label in self.labels else None
        opening = word.i == 0 and word.tag == "NNP"  # "Smog hit Lahore, the council said. It has bought masks"
        if self.acts and (word.tag == "NN" or opening) and not word.label and not _has_will(word.lower):
            return None  # "the tram carried 8.7 million, the authority said. It had forecast"
        if found_thing(tree, word):
            return ("found",)
        if new_thing(tree, word):
            return ("new_thing",)
        if not subject and not _in_relative(tree, word) and _is_definite_object(tree, word):
            return ("object_told",)
        described = "ORG" in data["descriptions"].get(word.lower, ()) or is_firm(word.lower)
        if word.dep == "poss" and word.tag == "NN" and described:
            return told  # "The chain's sales have shrunk, and it owes its suppliers £26m"
        return told if subject or self.level or (self.handled and word.dep in ("dobj", "appos")) else None


def _is_place(word: Word) -> bool:
    """Whether a noun describes a place: `the region's third-largest`."""
    return not word.label and "GPE" in table("antecedents")["descriptions"].get(word.lower, ())


def _punished(tree: Tree, word: Word) -> bool:
    """Whether somebody is done something to for which more of the like follows: `sentenced Prowse. He was ordered`."""
    return word.dep == "dobj" and tree.lemma(word.head) in table("verbs")["repaying"]["verbs"]


def _houses_speaker(tree: Tree, word: Word) -> bool:
    """Whether a firm or an office is the one that somebody speaks for: `Leigh Allen from the ministry says they`."""
    prep = tree.head(word.i)
    holder = tree.head(prep.i)
    held = word.dep == "pobj" and prep.lower in ("from", "of", "at", "with") and prep.i == holder.i + 1
    return held and holder.label == "PERSON" and speaks(tree, holder)


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


def is_unit(word: Word) -> bool:
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
