"""Singulars of English nouns, for look-up where no tagger has read the text."""

from __future__ import annotations

from factex.lexicon.files import per_lexicon, table


def singular(noun: str) -> str:
    """The singular of a noun, lower case, by rule and a list of exceptions.

    >>> singular("Cities"), singular("people"), singular("buses"), singular("series"), singular("crosses")
    ('city', 'person', 'bus', 'series', 'cross')
    """
    word = noun.lower()
    irregular: dict[str, str] = table("nouns")["singulars"]
    if word in irregular:
        return irregular[word]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


@per_lexicon
def _properties() -> tuple[frozenset[str], tuple[str, ...]]:
    data = table("nouns")
    return frozenset(data["properties"]), tuple(data["property_suffixes"])


def is_property(lemma: str) -> bool:
    """Whether a noun names a property that a number measures, rather than a thing that has it.

    >>> is_property("price"), is_property("migration"), is_property("camera")
    (True, True, False)
    """
    nouns, suffixes = _properties()
    return lemma in nouns or (len(lemma) > 7 and lemma.endswith(suffixes))
