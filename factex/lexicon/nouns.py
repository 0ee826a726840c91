"""What nouns are: their singulars, for look-up where no tagger has read the text; properties; persons."""

from __future__ import annotations

from factex.lexicon.files import per_lexicon, table


def singular(noun: str) -> str:
    """The singular of a noun, lower case, by rule and a list of exceptions.

    >>> singular("Cities"), singular("people"), singular("buses"), singular("series"), singular("horsemen")
    ('city', 'person', 'bus', 'series', 'horseman')
    """
    word = noun.lower()
    irregular: dict[str, str] = table("nouns")["singulars"]
    if word in irregular:
        return irregular[word]
    if len(word) > 5 and word.endswith("men") and (word.endswith("women") or word[-4] not in "aiou"):
        return word[:-2] + "an"  # but "specimen", "regimen", "abdomen", "bitumen"
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


@per_lexicon
def _properties() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    data = table("nouns")
    return frozenset(data["properties"]), frozenset(data["things"]), tuple(data["property_suffixes"])


def is_property(lemma: str) -> bool:
    """Whether a noun names a property that a number measures, rather than a thing that has it.

    >>> is_property("price"), is_property("migration"), is_property("association")
    (True, True, False)
    """
    nouns, things, suffixes = _properties()
    return lemma in nouns or (lemma not in things and len(lemma) > 7 and lemma.endswith(suffixes))


@per_lexicon
def _persons() -> frozenset[str]:
    return frozenset((*table("nouns")["persons"], *table("wordnet")["persons"].split()))


@per_lexicon
def _kinds() -> dict[str, frozenset[str]]:
    own, wordnet = table("antecedents")["kinds"], table("wordnet")["kinds"]
    names = (*own, *wordnet)
    return {name: frozenset((*own.get(name, ()), *wordnet.get(name, "").split())) for name in names}


def of_kind(noun: str) -> frozenset[str]:
    """The nouns of things that a noun calls by their kind; none for most nouns.

    >>> "frigate" in of_kind("ship"), "ibis" in of_kind("bird"), "bird" in of_kind("ibis")
    (True, True, False)
    """
    return _kinds().get(noun, frozenset())


def is_person(lemma: str) -> bool:
    """Whether a noun is one of persons.

    >>> is_person("farmer"), is_person("tractor")
    (True, False)
    """
    return lemma in _persons()


def is_firm(noun: str) -> bool:
    """Whether a noun describes a firm.

    >>> is_firm("airline"), is_firm("carmaker"), is_firm("river")
    (True, True, False)
    """
    firms = table("antecedents")["firms"]
    return noun in firms["nouns"] or noun.endswith(tuple(firms["endings"]))


@per_lexicon
def _genders() -> dict[str, str]:
    return {noun: pronoun for pronoun, nouns in table("antecedents")["gender"].items() for noun in nouns}


def pronoun_for(noun: str) -> str | None:
    """The one of `he` and `she` that stands for a noun or title; None where both may.

    >>> pronoun_for("mother"), pronoun_for("mr"), pronoun_for("mayor")
    ('she', 'he', None)
    """
    return _genders().get(noun)
