"""Base forms of English verbs, for pipelines without a lemmatizer."""

from __future__ import annotations

from factex.lexicon.files import table

# Endings of inflected forms, and what may stand in their place.
_SUFFIXES = (("ing", ("", "e")), ("ied", ("y",)), ("ed", ("", "e")), ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)))


def irregular(form: str) -> str | None:
    """The base form of a verb whose forms no rule gives, or that drops its e; None for any other.

    >>> irregular("fined"), irregular("installed"), irregular("walked")
    ('fine', 'install', None)
    """
    word = form.lower()
    data = table("verb_forms")
    if word in data["irregular"]:
        return str(data["irregular"][word])
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and stem + "e" in data["silent_e"]:
            return stem + "e"
    return None


def base(form: str) -> str:
    """The base form of a verb, lower case, by rule and a list of irregular forms.

    >>> base("fell"), base("rising"), base("slipped"), base("carries"), base("doubled"), base("employs")
    ('fall', 'rise', 'slip', 'carry', 'double', 'employ')
    """
    word = form.lower()
    data = table("verb_forms")
    if word in data["irregular"]:
        return str(data["irregular"][word])
    for suffix, endings in _SUFFIXES:
        stem = word.removesuffix(suffix)
        if stem == word or len(stem) < 2:
            continue
        if endings == ("y",):
            return stem + "y"
        if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
            return stem[:-1]
        candidates = [stem + ending for ending in endings]
        known = [candidate for candidate in candidates if candidate in data["silent_e"]]
        return known[0] if known else candidates[0]
    return word
