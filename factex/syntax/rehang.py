"""Hangs words where they belong that the small model hung on another clause: places, times, participles."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.names import is_given
from factex.lexicon.nouns import is_person
from factex.lexicon.verbs import base
from factex.syntax.tellers import give_teller

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SUBJECTS = ("nsubj", "nsubjpass")
_FINITE = ("VBZ", "VBP", "VBD")
_SINGULAR = ("NN", "NNP")
_MODIFIERS = ("prep", "advmod", "npadvmod")
# So many words may tell how long something will be: "will be six to eight weeks before".
_TOLD_WITHIN = 6


def rehang(words: Sequence[Word], word: Word) -> None:
    """Hangs a word on the verb or noun that the words around it tell, in place."""
    before = words[word.i - 1] if word.i else None
    if word.dep in _SUBJECTS and word.tag != "CD" and words[word.head].dep in ("aux", "auxpass"):
        word.head = words[word.head].head  # "Reports of theft have tripled", hung on the auxiliary
    if word.dep == "npadvmod" and _before_mark(words, word):
        return
    if word.dep in _MODIFIERS and word.head > word.i + 1:
        _over_comma(words, word)
    elif before is None:
        return
    elif word.dep == "pobj" and (title := _title_held(words, word)) is not None:
        _part_holder(words, word, title)
    elif word.dep == "pobj" and word.is_noun and before.label == "GPE":
        _subject_behind_place(words, word)
    elif word.dep in ("pobj", *_SUBJECTS) and before.tag in ("JJ", "NN", "NNS"):
        _subject_behind_opening(words, word)
    elif (
        word.dep == "advcl"
        and word.lower in table("verbs")["spanning"]
        and before.text == ","
        and words[word.i - 2].tag == "NNS"
    ):
        word.dep, word.head = "acl", word.i - 2  # "has met £9 million of bills, ranging from £40 to £2 million"
    elif word.dep in ("advcl", "acl") and word.tag == "VBG" and before.dep == "pobj":
        _participle_of_absolute(words, word)
    elif word.dep == "conj" and word.tag == "VB" and words[word.head].tag in _FINITE:
        _on_infinitive(words, word)
    elif word.dep == "dative" and word.is_noun and _is_moved(words, word):
        word.dep = "dobj"
    elif word.dep == "ccomp" and word.tag in ("VBD", "VBN"):
        _clause_behind_preposition(words, word)
    else:
        give_teller(words, word)


def _before_mark(words: Sequence[Word], time: Word) -> bool:
    """Hangs a time on the verb before it, not on the clause behind: `It will be weeks before the ramp is safe`."""
    mark = words[time.i + 1] if time.i + 1 < len(words) else time
    verb = next((one for one in reversed(words[: time.i]) if one.is_verb and one.dep != "aux"), None)
    if mark.dep != "mark" or mark.head != time.head or time.head < time.i or verb is None:
        return False
    if base(verb.lower) != "be" or time.i - verb.i > _TOLD_WITHIN:
        return False
    time.dep, time.head = "attr", verb.i
    return True


def _on_infinitive(words: Sequence[Word], verb: Word) -> None:
    """Joins a bare infinitive to the one before it: `plans to sell the mine and then lease it for 99 years`."""
    led = any(one.head == verb.i and (one.dep in ("aux", *_SUBJECTS)) for one in words[: verb.i])
    inner = (one for one in words[verb.head : verb.i] if one.head == verb.head and one.dep == "xcomp")
    first = next((one for one in inner if one.tag == "VB"), None)
    if not led and first is not None:
        verb.head = first.i


def _over_comma(words: Sequence[Word], word: Word) -> None:
    """Hangs what closes a clause before a comma on the verb of that clause, not on the one behind.

    `When it drops below -2 for longer than four hours, the fruit is lost`; `did so eleven days sooner, a trial found`.
    """
    above = words[word.head]
    comma = next((one.i for one in words[word.i + 1 : above.i] if one.text == ","), None)
    if comma is None or not above.is_verb:
        return
    subject = next((one for one in words[comma + 1 : above.i] if one.head == above.i and one.dep in _SUBJECTS), None)
    inner = next((one for one in reversed(words[: word.i]) if one.tag in (",", ":") or one.is_verb), None)
    if subject is None or inner is None or not inner.is_verb or inner.dep in ("aux", "auxpass", "amod"):
        return
    top, seen = inner, {inner.i}
    while top.head != above.i and top.head not in seen:
        top = words[top.head]
        seen.add(top.i)
    if top.dep in ("advcl", "ccomp") and top.i < word.i:
        word.head = inner.i


def _subject_behind_place(words: Sequence[Word], word: Word) -> None:
    """Parts a place from the subject behind it: `in Germany diesel had 74 per cent of the market`."""
    place, prep = words[word.i - 1], words[word.head]
    verb = words[prep.head]
    owned = any(one.head == verb.i and one.dep in _SUBJECTS for one in words)
    auxiliary = word.i + 1 < len(words) and words[word.i + 1].head == verb.i and words[word.i + 1].dep == "aux"
    near = verb.i == word.i + 1 or auxiliary
    if owned or not near or not verb.is_verb or place.head != word.i or word.label == "GPE" or prep.i > place.i:
        return
    for one in words[prep.i : place.i]:
        one.head = place.i if one.head == word.i else one.head
    place.dep, place.head = "pobj", prep.i
    word.dep, word.head = "nsubj", verb.i


def _subject_behind_opening(words: Sequence[Word], word: Word) -> None:
    """Parts the subject from the phrase in front of it, told without a comma: `After the merger net debt was $3bn`.

    The subject begins at an adjective behind a noun, or is the last noun where the verb has no other subject or where
    the article does not fit it: `After seven years of drought farmers are leaving`, `After a long winter growers ask`.
    """
    first = word.i
    while first > 1 and words[first - 1].tag in ("JJ", "JJR"):
        first -= 1
    noun = words[first - 1]
    article = noun.i
    while article > 0 and words[article].tag in ("NN", "JJ"):
        article -= 1
    determined = words[article].tag == "DT" and article > 0 and words[article].head in (word.i, noun.i)
    prep = words[article - 1] if determined else words[article]
    if prep.tag != "IN" or noun.i > word.i or noun.tag not in ("NN", "NNS") or noun.i <= prep.i:
        return
    top = prep if word.dep == "pobj" else word
    while not words[top.head].is_verb and words[top.head].i < top.i:
        top = words[top.head]
    verb = words[top.head]
    while word.dep == "pobj" and verb.dep == "pcomp" and words[verb.head].i < verb.i:
        verb = words[words[verb.head].head]
    owned = any(one.head == verb.i and one.dep in _SUBJECTS and one is not word for one in words)
    led = any(one.head == prep.i and one is not word for one in words)
    if owned or led or verb.i < word.i or not verb.is_verb or noun.head not in (word.i, verb.i):
        return
    opening = determined and (prep.i == 0 or words[prep.i - 1].tag in (",", "CC", ":"))
    misfit = words[article].lower in ("a", "an") and word.tag == "NNS"
    bare = word.dep == "pobj" and word.tag == "NNS" and noun.dep == "compound" and words[0].tag == "IN"
    bare = bare and verb.tag in ("VBD", "VBP", "VBZ", "VBG") and not any(one.text == "," for one in words[: verb.i])
    if not ((opening and (misfit or first < word.i)) or bare):
        return
    for one in words[prep.i + 1 : noun.i]:
        one.head = noun.i if one.head == word.i else one.head
    if word.dep != "pobj":
        prep.dep, prep.head = "prep", verb.i
    noun.dep, noun.head = "pobj", prep.i
    word.dep, word.head = "nsubjpass" if word.dep == "nsubjpass" else "nsubj", verb.i


def _participle_of_absolute(words: Sequence[Word], word: Word) -> None:
    """Hangs a participle on the noun that `with` brings: `with the cost of bread going up fivefold`."""
    noun = words[word.i - 1]
    while noun.dep == "pobj" and words[noun.head].lower == "of" and words[words[noun.head].head].is_noun:
        noun = words[words[noun.head].head]
    if noun.dep == "pobj" and words[noun.head].lower == "with":
        word.dep, word.head = "acl", noun.i


def _is_moved(words: Sequence[Word], noun: Word) -> bool:
    """Whether a noun is all that a verb of change has for an object: `The chain cut prices 8 percent`."""
    verbs = itertools.chain.from_iterable(table("change")["verbs"].values())
    given = any(one.dep == "dobj" and one.head == noun.head for one in words)
    return not given and base(words[noun.head].lower) in verbs


def _title_held(words: Sequence[Word], last: Word) -> Word | None:
    """The title of whose holder a phrase in front of a verb ends with the name: `Chief economist at Nordea Karl Holm`.

    A title without an article tells of one person only together with a name, which the small model takes for the end
    of where they work.
    """
    given, place = words[last.i - 1], words[last.i - 2]
    parted = given.label == "PERSON" and place.label not in ("PERSON", "")
    named = last.tag == given.tag == "NNP" and place.tag in ("NNP", "NNPS") and (parted or is_given(given.text))
    title = words[last.head]
    while title.dep in ("prep", "pobj"):
        title = words[title.head]
    opened = title.i
    while opened > 0 and words[opened - 1].head == title.i:
        opened -= 1
    bare = not any(one.tag in ("DT", "PRP$", "CD", "POS") for one in words[opened : title.i])
    told = title.dep in _SUBJECTS and title.tag in _SINGULAR and is_person(title.lower)
    return title if named and given.head == last.i and bare and told else None


def _part_holder(words: Sequence[Word], last: Word, title: Word) -> None:
    """Makes a subject of the name of who holds a title, and ends the phrase of the title before it."""
    place = words[last.i - 2]
    for one in words[: place.i]:
        one.head = place.i if one.head == last.i else one.head
    place.dep, place.head = "pobj", last.head
    last.dep, last.head = title.dep, title.head
    title.dep, title.head = "compound", last.i


def _clause_behind_preposition(words: Sequence[Word], verb: Word) -> None:
    """Gives a clause without a subject what its conjunction was taken to govern: `after 99% of the votes had been`."""
    own = [one for one in words[: verb.i] if one.head == verb.i]
    if any(one.dep in _SUBJECTS or one.dep == "mark" for one in own):
        return
    first = min([verb.i, *(one.i for one in own if one.dep in ("aux", "auxpass"))])
    if first == 0 or words[first].tag not in ("VBD", "VBZ", "VBP"):
        return
    noun = words[first - 1]
    while noun.dep == "pobj" and words[noun.head].lower == "of" and words[words[noun.head].head].dep == "pobj":
        noun = words[words[noun.head].head]
    prep = words[noun.head]
    if noun.dep != "pobj" or prep.lower not in ("after", "before", "since", "until") or prep.head != verb.head:
        return
    passive = any(one.dep == "auxpass" for one in own)
    noun.dep, noun.head = ("nsubjpass" if passive else "nsubj"), verb.i
    prep.dep, prep.head = "mark", verb.i
    verb.dep = "advcl"
