"""Verbs that the small model takes for nouns: `the new rice yields 6.8 tonnes`, `a contract that lifts pay`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base, irregular
from factex.syntax.bare import as_bare_verb
from factex.syntax.retag import IN_PHRASE, moving, retag
from factex.syntax.showing import as_showing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SUBJECTS = ("nsubj", "nsubjpass")
_SINGULAR = ("NN", "NNP")
_DEGREES = ("RB", "RBR", "JJR")
_FINITE = ("VBD", "VBP", "VBZ", "MD")
_SIGNS = "$€£"
# So many words behind a participle may tell when, before what is paid: "leaping once more on Monday to $72".
_PAID = 7


def as_verb(words: Sequence[Word], word: Word) -> None:
    """Makes a verb of a word that was taken for something else, where the words around it tell, in place."""
    if (word.tag in ("NN", "NNS") and _before_number(words, word)) or as_bare_verb(words, word):
        return
    retag(words, word)
    if word.tag == "NNS" and word.dep == "pobj" and word.lower[:-1] in table("verbs")["showing"]["verbs"]:
        as_showing(words, word)
    elif word.tag == "NNS" and word.i and words[word.i - 1].tag != "CD":
        _plural_as_verb(words, word)
    elif word.lower == "since" and word.tag == "IN" and word.i:
        _participle_behind_since(words, word)
    elif word.dep == "compound" and word.tag in ("VBZ", "VBD") and word.i and words[word.i - 1].tag == "WDT":
        _relative_as_compound(words, word)
    elif word.dep == "compound" and word.tag in ("VBZ", "VBD"):
        _verb_as_compound(words, word)
    elif word.dep == "prep" and word.tag == "VBG":
        _participle_as_preposition(words, word)
    elif word.tag in ("NN", "VBG") and word.dep == "pobj" and word.lower.endswith("ing") and word.i > 1:
        _participle_as_noun(words, word)
    elif word.lower == "last" and word.tag == "JJ":
        _last_as_verb(words, word)
    elif word.tag == "NN" and word.i and words[word.i - 1].dep == "aux" and words[word.i - 1].head == word.i:
        _behind_auxiliary(words[word.i - 1], word)
    elif word.dep == "aux" and word.tag in ("VBD", "VBZ") and words[word.head].tag in ("JJ", "RB", "NN"):
        _no_auxiliary(words, word)
    elif word.tag == "NN" and word.i and words[word.i - 1].dep == "nsubj" and words[word.i - 1].head == word.i:
        _preterite_as_noun(word)
    elif word.dep == "ROOT" and word.tag in ("NN", "NNS"):
        _described_root(words, word)
    elif word.tag == "NN" and word.lower in table("verbs")["showing"]["verbs"]:
        as_showing(words, word)


def _participle_behind_since(words: Sequence[Word], since: Word) -> None:
    """Makes a participle of what stands behind `has since`: `Its drill has since bored 70 cm into the ice`."""
    having = words[since.i - 1]
    verb = words[since.i + 1] if since.i + 1 < len(words) else since
    told = having.dep == "aux" or verb.tag not in ("JJ", "NN", "NNP")
    if having.lower not in ("has", "have", "had") or told:
        return
    if not (verb.lower.endswith("ed") or irregular(verb.lower)):
        return
    thing = next((one for one in words[verb.i :] if one.head == since.i and one.dep == "pobj"), None)
    verb.tag, verb.dep, verb.head = "VBN", having.dep, verb.i if having.head == having.i else having.head
    for one in words:
        behind = thing is not None and one.head == thing.i and one.dep == "prep"
        if behind or (one.head in (having.i, since.i) and one is not verb):
            one.head = verb.i
    having.dep, having.head = "aux", verb.i
    since.tag, since.dep, since.head = "RB", "advmod", verb.i
    if thing is not None and thing is not verb:
        thing.dep, thing.head = "dobj", verb.i


def _behind_auxiliary(auxiliary: Word, verb: Word) -> None:
    """Makes a participle of a noun behind an auxiliary: `the scheme had cost taxpayers $90 million`."""
    if auxiliary.lower in ("has", "have", "had"):
        verb.tag = "VBN"


def _preterite_as_noun(verb: Word) -> None:
    """Makes a verb of an irregular past form behind its subject: `Of the 80 boats, 12 sank`."""
    if not verb.lower.endswith(("s", "ed", "ing")) and base(verb.lower) != verb.lower:
        verb.tag = "VBD"


def _no_auxiliary(words: Sequence[Word], verb: Word) -> None:
    """Gives its clause to a verb that was taken for an auxiliary: `Vale, who finished eleventh last season`."""
    place = words[verb.head]
    if base(verb.lower) in table("verbs")["auxiliaries"]:
        return
    for one in words:
        if one.head == place.i and one is not place and not (one.i > verb.i and one.i < place.i):
            one.head = verb.i
    verb.dep, verb.head = place.dep, (verb.i if place.dep == "ROOT" else place.head)
    place.dep, place.head = "acomp", verb.i


def _before_number(words: Sequence[Word], verb: Word) -> bool:
    """Makes a verb of a noun that has the form of one and stands right before a number, and tells whether it did.

    Its subject is the noun before, where that opens a clause (`an annual pass costs €365`), else what the phrase hangs
    on that it was taken into: `The towers of the bridge rise 512 feet`, `The vineyard that they sold measures 3 acres`.
    """
    i = verb.i
    if not i or verb.lower not in table("verbs")["misread"]["verbs"] or not _counted_behind(words, i):
        return False
    inner = words[i - 1]
    own = any(one.head == i and one.dep in _SUBJECTS for one in words[:i])
    if own and verb.dep in ("ROOT", "ccomp", "conj", "advcl") and inner.head != i:
        verb.tag = "VBZ" if verb.tag == "NNS" else "VBD"  # "The one in Salta measures 8.4 metres"
        return True
    joined = inner.head == i or (
        verb.head == inner.i and inner.dep == "ROOT"
    )  # "The Zarkand pass lies at 5,000 metres"
    if joined and verb.dep != "pobj" and (inner.is_noun or inner.tag in ("JJ", "JJS")):
        return _opening_clause(words, verb, inner)
    phrased = verb.dep == "pobj" and inner.head == i and (inner.is_noun or inner.tag == "CD")
    related = inner.is_verb and inner.dep == "relcl" and verb.head == inner.i
    return (phrased or related) and _behind_phrase(words, verb, inner if phrased else None)


def _counted_behind(words: Sequence[Word], i: int) -> bool:
    """Whether a number stands behind word `i`, or behind one noun: `costs exporters $85 million`."""
    leads = table("verbs")["misread"]["leads"]
    k = i + 1
    k += int(k + 2 < len(words) and words[k].tag in ("JJ", "NN", "PRP$") and words[k + 1].tag == "NNS")
    if k + 1 < len(words) and words[k].tag in ("NNS", "RB"):
        k += 1
    while k + 1 < len(words) and words[k].lower in leads:
        k += 1
    return k < len(words) and (words[k].tag == "CD" or words[k].text in _SIGNS)


def _opening_clause(words: Sequence[Word], verb: Word, inner: Word) -> bool:
    """Makes the noun before a verb its subject, where it opens a clause."""
    first = inner.i
    while first and words[first - 1].tag in IN_PHRASE:
        first -= 1
    first = 0 if first == 1 and words[0].tag == "RB" and words[1].text[:1].isupper() else first  # "Ever Meridian"
    if first and words[first - 1].lower not in ("and", "but", ",", ";", "that", "while"):
        return False
    for one in words[first : inner.i]:
        if one.head == verb.i:
            one.head = inner.i
        elif one.head == inner.i and one.dep in _SUBJECTS:
            one.dep = "compound"
    if verb.head == inner.i:
        verb.head = verb.i
        for one in words[verb.i + 1 :]:
            one.head = verb.i if one.head == inner.i else one.head
    inner.tag = "NN" if inner.tag == "JJ" else inner.tag
    inner.dep, inner.head = "nsubj", verb.i
    above, seen = words[verb.head], {verb.i}
    while above.i not in seen and not above.is_verb:
        seen.add(above.i)
        above = words[above.head]
    verb.tag = "VBZ" if verb.tag == "NNS" else "VBD"
    verb.dep, verb.head = ("conj", above.i) if above.is_verb and above is not verb else ("ROOT", verb.i)
    return True


def _behind_phrase(words: Sequence[Word], verb: Word, inner: Word | None) -> bool:
    """Makes what a phrase hangs on the subject of its last noun; the noun before takes its place in the phrase."""
    i = verb.i
    noun, seen = words[verb.head], {i}
    while noun.i not in seen and not (noun.is_noun and noun.dep != "pobj"):
        seen.add(noun.i)
        noun = words[noun.head]
    plural = noun.tag in ("NNS", "NNPS")
    if not noun.is_noun or noun.i >= i or plural is (verb.tag == "NNS"):
        return False
    above = words[noun.head]
    if any(one.tag in _FINITE and one.head != above.i and not _in_relative(words, one) for one in words[noun.i : i]):
        return False
    prep = verb.head
    for one in words:
        if one.head == i and one is not verb:
            one.head = inner.i if inner is not None and one.i < i else i
    if inner is not None:
        inner.dep, inner.head = "pobj", prep
    verb.tag = "VBP" if plural else "VBZ"
    verb.dep, verb.head = ("ROOT", i) if noun.head == noun.i else ("ccomp", noun.head)
    if noun.dep == "nsubj" and above.i > i:
        verb.dep, verb.head = above.dep, above.head if above.head != above.i else i
        above.dep, above.head = "conj" if above.is_verb else "dative", i
    for one in words[i + 1 :]:
        if noun.i <= one.head < i or (one.head == above.i > i and not above.is_verb):
            one.head = i
    noun.dep, noun.head = "nsubj", i
    return True


def _in_relative(words: Sequence[Word], verb: Word) -> bool:
    """Whether a finite verb stands in a relative clause."""
    above = verb if verb.tag != "MD" else words[verb.head]
    return above.dep == "relcl"


def _plural_as_verb(words: Sequence[Word], word: Word) -> None:
    """Takes a plural noun for a verb: `the new rice yields 6.8 tonnes`, `the model answers queries 2.5 times faster`.

    A noun with a subject of its own is a verb, and so is one behind an adverb and a noun that it was taken to explain
    (`a flat in Lisbon now rents for €1,400`), one that would be the plural subject of a singular verb, and one between
    nouns in a sentence without another verb before a word of degree (`transcribes speech nine times as fast`).
    """
    before = words[word.i - 1]
    behind = words[word.i + 1] if word.i + 1 < len(words) else None
    if before.tag == "WDT" and behind is not None and word.head == behind.i and _moves(word, behind):
        _relative_verb(words, word, before, behind)
    elif word.dep == "ROOT" and before.lower == "now" and word.lower in table("verbs")["misread"]["verbs"]:
        noun = next((one for one in words[: word.i] if one.head == word.i and one.is_noun), None)
        if noun is not None and not any(one.is_verb for one in words[: word.i]):
            noun.dep, word.tag = "nsubj", "VBZ"  # "A flat in Lorvik now rents for 1,150 euros"
            before.head = word.i
    elif word.dep == "ROOT" and any(
        one.dep == "nsubj" and one.head == word.i and one.i < word.i and (one.is_noun or one.lower == "one")
        for one in words
    ):
        word.tag = "VBZ"
    elif word.dep == "appos" and before.tag == "RB" and words[word.head].dep == "ROOT":
        noun = words[word.head]
        word.tag, word.dep, word.head = "VBZ", "ROOT", word.i
        noun.dep, noun.head = "nsubj", word.i
    elif behind is not None and word.head == behind.i and before.tag in _SINGULAR and before.dep == "compound":
        disagreeing = word.dep in _SUBJECTS and behind.tag == "VBZ" and behind.dep == "ROOT"
        degrees = [one for one in words if one.head == behind.i and one.i > behind.i and one.tag in _DEGREES]
        foreseen = word.lower.removesuffix("s") in table("verbs")["forecasting"]  # "The IMF forecasts growth of 2%"
        lone = bool(degrees) or (foreseen and not any(one.is_verb for one in words))
        verbless = word.dep == "compound" and behind.is_noun and behind.dep == "ROOT" and lone
        if disagreeing or verbless:
            _as_verb(words, word, subject=before, thing=behind)


def _moves(word: Word, behind: Word) -> bool:
    """Whether a word behind a relative pronoun has the form of a verb of change, and the next word is no such verb."""
    return word.dep in _SUBJECTS and word.lower.removesuffix("s") in moving() and behind.lower not in moving()


def _relative_verb(words: Sequence[Word], verb: Word, pronoun: Word, thing: Word) -> None:
    """Makes a verb of the word behind a relative pronoun: `a contract that lifts pay 9 percent`."""
    for one in words:
        if one.head == thing.i and one is not verb:
            one.head = verb.i
    verb.tag, verb.dep, verb.head = "VBZ", "relcl", thing.head
    pronoun.dep, pronoun.head = "nsubj", verb.i
    thing.tag, thing.dep, thing.head = "NN", "dobj", verb.i


def _verb_as_compound(words: Sequence[Word], verb: Word) -> None:
    """Gives a verb its clause that was taken for a part of its object: `A salt substitute cut strokes by 14%`."""
    thing = words[verb.head]
    subject = next((one for one in words[: verb.i] if one.head == verb.i and one.dep in _SUBJECTS), None)
    if subject is None or not thing.is_noun or thing.dep not in ("ROOT", "ccomp", "conj"):
        return
    verb.dep, verb.head = thing.dep, verb.i if thing.head == thing.i else thing.head
    for one in words:
        if one.head == thing.i and one.i > thing.i:
            one.head = verb.i
    thing.dep, thing.head = "dobj", verb.i


def _participle_as_preposition(words: Sequence[Word], verb: Word) -> None:
    """Makes a verb of a participle that has an object: `has gone into administration owing 27 creditors $8 million`."""
    things = [one for one in words[verb.i :] if one.head == verb.i and one.dep in ("pobj", "dobj")]
    if len(things) < 2 or not words[verb.head].is_verb:
        return
    verb.dep = "advcl"
    for one in things[:-1]:
        one.dep = "dative"
    things[-1].dep = "dobj"


def _relative_as_compound(words: Sequence[Word], verb: Word) -> None:
    """Gives a relative clause its verb back: `The moth that harms oak trees has since been seen`."""
    thing, pronoun = words[verb.head], words[verb.i - 1]
    outer = words[thing.head]
    noun = words[outer.head]
    if thing.dep not in _SUBJECTS or outer.dep != "relcl" or not noun.is_noun or noun.i > verb.i:
        return
    above = noun.head
    outer.dep, outer.head = noun.dep, outer.i if above == noun.i else above
    noun.dep, noun.head = thing.dep, outer.i
    thing.dep, thing.head = "dobj", verb.i
    pronoun.dep, pronoun.head = "nsubj", verb.i
    verb.dep, verb.head = "relcl", noun.i


def _participle_as_noun(words: Sequence[Word], word: Word) -> None:
    """Makes a participle of the last noun of an absolute phrase: `with an oak table going for £900`."""
    noun, prep = words[word.i - 1], words[word.head]
    above = words[words[prep.head].head]  # "with the cost of oil leaping once more to $72"
    led = prep.lower == "with" or (prep.lower == "of" and above.lower == "with")
    inner = noun.is_noun and noun.dep == "compound" and noun.head == word.i and led
    behind = words[word.i + 1 : word.i + _PAID]
    k = next((k for k, one in enumerate(behind) if one.lower in ("for", "at", "to", "by")), len(behind))
    paid = k + 1 < len(behind) and (behind[k + 1].text in _SIGNS or behind[k + 1].tag == "CD")
    if not inner or not paid:
        return
    noun.dep, noun.head = "pobj", prep.i
    for one in words[: noun.i]:
        one.head = noun.i if one.head == word.i else one.head
    word.tag, word.dep, word.head = "VBG", "acl", noun.i if prep.lower == "with" else prep.head


def _last_as_verb(words: Sequence[Word], word: Word) -> None:
    """Makes a verb of `last` in `Work will start in the spring and last 20 months`."""
    i = word.i
    if not 0 < i < len(words) - 2 or words[i - 1].lower != "and" or words[i + 1].tag != "CD":
        return
    modal = next((one for one in reversed(words[: i - 1]) if one.tag in ("MD", "TO")), None)
    noun = words[word.head]
    if modal is None or not noun.is_noun or noun.i < i:
        return
    verb = words[modal.head]
    if not modal.i < verb.i < i:
        return
    word.tag, word.dep, word.head = "VB", "conj", verb.i
    noun.dep, noun.head = "dobj", i


def _described_root(words: Sequence[Word], noun: Word) -> None:
    """Makes a verb of the participle behind a root, of a sentence without a verb: `A lorry overturned at Kells`."""
    verb = words[noun.i + 1] if noun.i + 1 < len(words) else None
    if verb is None or verb.dep != "acl" or verb.tag != "VBN" or verb.head != noun.i:
        return
    led = any(one.tag == "DT" and one.head == noun.i for one in words[: noun.i])
    if not led or words[-1].text != "." or any(one.tag in _FINITE for one in words):
        return
    for one in words[verb.i + 1 :]:
        if one.head == noun.i:
            one.head = verb.i
            one.dep = "advcl" if one.dep == "acl" else one.dep
    verb.tag, verb.dep, verb.head = "VBD", "ROOT", verb.i
    noun.dep, noun.head = "nsubj", verb.i


def _as_verb(words: Sequence[Word], verb: Word, *, subject: Word, thing: Word) -> None:
    """Makes a verb of the word between its subject and its object, and hangs the rest of the sentence on it."""
    for one in words:
        if one.head in (verb.i, thing.i) and one is not verb:
            one.head = subject.i if one.i < verb.i else verb.i
    verb.tag, verb.dep, verb.head = "VBZ", "ROOT", verb.i
    subject.dep, subject.head = "nsubj", verb.i
    thing.tag = "NNS" if thing.tag == "VBZ" else thing.tag
    thing.dep, thing.head = "dobj", verb.i
