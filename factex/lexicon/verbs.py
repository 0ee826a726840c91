"""Base forms of English verbs, for pipelines without a lemmatizer."""

from __future__ import annotations

import re

from factex.lexicon.files import table

# Endings of inflected forms, and what may stand in their place.
_SUFFIXES = (("ing", ("", "e")), ("ied", ("y",)), ("ed", ("", "e")), ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)))
# A stem that would double its consonant, had the verb no silent e: "bor", "hop".
SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]\Z")
# Prefixes behind which a verb keeps its irregular forms.
_PREFIXES = ("over", "under", "out", "mis", "re", "un")


def irregular(form: str) -> str | None:
    """The base form of a verb whose forms no rule gives, or that drops its e; None for any other.

    >>> irregular("fined"), irregular("installed"), irregular("walked"), irregular("resown")
    ('fine', 'install', None, 'resow')
    """
    word = form.lower()
    data = table("verb_forms")
    listed = _listed(word)
    if listed is not None:
        return listed
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
    listed = _listed(word)
    if listed is not None:
        return listed
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
        if not known and "e" in endings and SHORT.match(stem):
            return stem + "e"  # "bored": a form of "bor" would double its consonant
        return known[0] if known else candidates[0]
    return word


def _listed(word: str) -> str | None:
    """The base form that the list of irregular forms gives, also for a verb with a prefix."""
    forms = table("verb_forms")["irregular"]
    if word in forms:
        return str(forms[word])
    for prefix in _PREFIXES:
        stem = word.removeprefix(prefix)
        if stem != word and len(stem) > 2 and stem in forms:
            return prefix + str(forms[stem])
    return None
