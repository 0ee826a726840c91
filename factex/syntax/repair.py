"""Mends what the small model gets wrong where the rest of the sentence tells: tags, and what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base, irregular
from factex.syntax.asides import around_aside
from factex.syntax.clauses import in_clause
from factex.syntax.lone import give_verb
from factex.syntax.misread import as_verb
from factex.syntax.openings import opens
from factex.syntax.rehang import rehang

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

# Marks between the cells of a row and in front of a line, which the model takes for nouns.
_MARKS = frozenset("|#*>•")
# How the parse may hang what people are left as: "left 212 people injured".
_LEFT_SO = ("advcl", "acl", "ccomp", "xcomp")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "agent", "attr")
_SUBJECTS = ("nsubj", "nsubjpass")


def mend(words: Sequence[Word]) -> None:
    """Tags marks as such and as verbs the nouns that stand as one, and hangs what belongs to a verb on it, in place."""
    for word in words:
        rehang(words, word)
        if word.text == ",":
            around_aside(words, word)
        elif word.text in _MARKS:
            word.tag = ":"
        elif _is_left_so(words, word):
            _left_so(words, word)
        elif (noun := _noun_begun(words, word)) is not None:
            words[noun.head].head = word.head  # the clause that hung on the part of its subject
            word.tag, word.dep, word.head = "NN", "compound", noun.i
        elif in_clause(words, word):
            continue
        elif word.lower == "according":
            word.tag = "IN"
        elif word.text == "-":
            _prefixed(words, word)
        elif word.dep == "ROOT" and word.tag == "RB" and base(word.lower) == "be":
            word.tag = "VBZ"  # "That is 97 more than in 2023"
        elif word.dep == "ROOT" and word.tag in ("JJ", "RB"):
            if word.lower in table("numerals")["multiplying"]:
                word.tag = "VBD" if any(one.head == word.i and one.dep == "nsubj" for one in words) else word.tag
            _multiple_as_verb(words, word)
        elif word.dep in _SUBJECTS and (word.tag in ("VB", "VBP") or _with_own_subject(words, word)):
            _verb_as_subject(words, word)
        elif word.dep in _SUBJECTS and word.tag in ("NNP", "NNPS") and word.i and words[word.i - 1].dep == "pobj":
            _name_cut(words, word)
        elif word.tag == "VBD" and word.dep == "amod" and word.head > word.i:
            word.tag = "JJ"  # "the scientists' recommended ceiling"
        elif word.dep == "appos" and word.is_noun and words[word.head].tag == "CD":
            _teller_beside(words, word)
        elif word.dep == "npadvmod" and word.i < len(words) - 1 and words[word.i + 1].i == word.head:
            _time_as_subject(words, word)
        elif word.lower == "old" and word.i > 2 and words[word.i - 2].lower == "year":
            _person_by_age(words, word)
        elif word.dep == "dobj" and word.tag == "VB":
            _verb_as_object(words, word)
        elif word.dep == "dobj" and word.tag == "VBZ" and base(words[word.head].lower) not in table("verbs")["saying"]:
            _plural_as_object(words, word)
        elif word.dep == "ccomp" and word.tag in ("VBP", "VBZ"):
            _object_of_telling(words, word)
        elif opens(words, word):
            continue
        elif word.dep == "acl" and word.tag == "VBG" and words[word.head].lower in ("stage", "point", "time"):
            _participle_at_times(words, word)
        elif word.dep == "acl" and word.tag in ("VBP", "VBZ", "VBD"):
            _verb_before_mark(words, word)
        else:
            as_verb(words, word)
    give_verb(words)


def _multiple_as_verb(words: Sequence[Word], word: Word) -> None:
    """Gives `has had double its average rainfall` its verb back, where `double` was taken for one."""
    verb = words[word.i - 1] if word.i else None
    if word.lower not in table("numerals")["multiples"] or verb is None or not verb.is_verb or verb.head != word.i:
        return
    for one in words:
        if one.head == word.i and one is not word:
            one.head = verb.i
            one.dep = "dobj" if one.dep in _SUBJECTS and one.i > word.i else one.dep
    thing = next((one for one in words if one.head == verb.i and one.dep == "dobj" and one.i > word.i), verb)
    verb.dep, verb.head = "ROOT", verb.i
    word.dep, word.head = "predet", thing.i


def _name_cut(words: Sequence[Word], last: Word) -> None:
    """Joins a name that was cut before a verb: `Sandy Morris from the Gawler Ranges says`."""
    first = words[last.i - 1]
    subject = next((one for one in words[: first.i] if one.head == last.i and one.dep == "nsubj"), None)
    if first.tag not in ("NNP", "NNPS") or subject is None:
        return
    subject.head = last.head
    last.dep, last.head = "pobj", first.head
    first.dep, first.head = "compound", last.i


def _with_own_subject(words: Sequence[Word], noun: Word) -> bool:
    """Whether the parse gives a noun the noun before it as a subject: `Production estimates total 2 tonnes`."""
    before = words[noun.i - 1] if noun.i else noun
    return noun.tag in ("NN", "NNS") and before.is_noun and before.dep in _SUBJECTS and before.head == noun.i


def _verb_as_subject(words: Sequence[Word], word: Word) -> None:
    """Makes a noun of what has the form of a verb: `The saleyards upgrade, budgeted at $7 million, was late`."""
    before = words[word.i - 1] if word.i else word
    if before.dep in _SUBJECTS and before.head == word.i:
        before.dep = "compound"
        word.tag = word.tag if word.is_noun else "NN"


def _time_as_subject(words: Sequence[Word], word: Word) -> None:
    """Makes a time the subject of the verb left without one: `Last month was the warmest June`, `This year sees 40`."""
    verb = words[word.head]
    of_verb = [one.dep for one in words if one.head == verb.i]
    copular = not {"attr", "acomp"}.isdisjoint(of_verb)  # "July was 1.8 degrees warmer than normal"
    told = copular if verb.lower in ("is", "was") else "dobj" in of_verb and verb.tag in ("VBZ", "VBD")
    shared = verb.dep == "conj" and words[word.i - 1].tag == "CC"  # "The shares fell, but yesterday gained 5 per cent"
    if told and not shared and not {*_SUBJECTS, "expl"} & set(of_verb):
        word.dep = "nsubj"


def _teller_beside(words: Sequence[Word], noun: Word) -> None:
    """Gives a verb of saying who says it, not the number before the comma: `is worth $2,000, a dealer said`."""
    number = words[noun.head]
    verb = words[number.head]
    told = number.dep in _SUBJECTS and verb.i > noun.i and base(verb.lower) in table("verbs")["saying"]
    clause = next((one for one in reversed(words[: number.i]) if one.is_verb and one.dep == "ccomp"), None)
    if told and clause is not None and clause.head == verb.i:
        noun.dep, noun.head = "nsubj", verb.i
        number.dep, number.head = "npadvmod", clause.i


def _person_by_age(words: Sequence[Word], old: Word) -> None:
    """Makes a person of an age that was taken to describe an object: `The 23-year-old scored 14 goals`."""
    if old.dep != "amod":
        old.tag = "NN" if old.tag == "JJ" and old.dep in _NOMINAL else old.tag
        return
    thing = words[old.head]
    verb = words[old.i + 1] if old.i + 1 < len(words) else old
    if verb is thing and thing.dep == "ROOT" and thing.tag == "NNS":
        thing.tag = "VBZ"  # "The 61-year-old faces up to eight years"
        old.tag, old.dep = "NN", "nsubj"
        for one in words[: old.i]:
            one.head = old.i if one.head == thing.i else one.head
        return
    if verb.tag not in ("VBN", "VBD") or verb.dep != "amod" or verb.head != thing.i:
        return
    for one in words:
        behind = one.i > thing.i and one.head == thing.i and one.dep in ("prep", "npadvmod", "advmod", "punct", "cc")
        one.head = verb.i if behind else old.i if one.head == thing.i and one.i < old.i else one.head
    verb.tag, verb.dep, verb.head = "VBD", thing.dep, verb.i if thing.head == thing.i else thing.head
    old.tag, old.dep, old.head = "NN", "nsubj", verb.i
    thing.dep, thing.head = "dobj", verb.i


def _is_left_so(words: Sequence[Word], state: Word) -> bool:
    """Whether a participle tells what people are left as, right behind them: `The storm left 212 people injured`."""
    if state.tag not in ("VBN", "VBD") or state.dep not in _LEFT_SO or state.i < 2 or not words[state.i - 1].is_noun:
        return False
    people = words[state.i - 1]
    verb = words[people.head if state.head == people.i else state.head]
    behind = words[state.i + 1].lower if state.i + 1 < len(words) else ""
    held = people.head == verb.i or (people.head == state.i and state.dep == "ccomp")
    left = held and base(verb.lower) == "leave" and verb.i < people.i
    return left and behind not in ("by", "to", "up")  # "sons raised by nuns"


def _left_so(words: Sequence[Word], state: Word) -> None:
    """Takes for what it is what people are left as, no deed of its own: `The storm left 212 people injured`."""
    people = words[state.i - 1]
    verb = words[people.head if state.head == people.i else state.head]
    if people.head == state.i:
        people.head, people.dep = verb.i, "dobj"
    state.tag, state.dep, state.head = "JJ", "oprd", verb.i


def _prefixed(words: Sequence[Word], hyphen: Word) -> None:
    """Hangs a prefix and its hyphen on the verb behind, with what hung on them: `was re-elected`."""
    i = hyphen.i
    if not 0 < i < len(words) - 1 or words[i - 1].lower not in table("verbs")["prefixes"]["hyphened"]:
        return
    prefix, verb = words[i - 1], words[i + 1]
    if prefix.lower == "co" and verb.tag in ("JJ", "NN") and prefix.end == hyphen.start and hyphen.end == verb.start:
        _prefixed_noun(words, prefix, hyphen, verb)
    if not verb.is_verb or (prefix.end, hyphen.end) != (hyphen.start, verb.start):
        return
    led = {one.i for one in words if one.dep in ("aux", "auxpass") and one.head in (prefix.i, i, verb.i)}
    if verb.head in (prefix.i, i):
        verb.dep, verb.head = "ROOT", verb.i
    being = words[verb.head]
    if verb.dep == "acomp" and being.lower in ("is", "are", "was", "were", "been", "be"):  # "have been short-listed"
        verb.dep, verb.head = being.dep, verb.i if being.head == being.i else being.head
        being.dep, being.head = "auxpass", verb.i
        led.add(being.i)
    prefix.tag, prefix.dep, prefix.head = "AFX", "compound", verb.i
    hyphen.tag, hyphen.dep, hyphen.head = "HYPH", "punct", verb.i
    for one in words:
        hung = one.head in (prefix.i, i) or (one.head in led and one.i not in led)
        if hung and one not in (prefix, hyphen, verb):
            one.head = verb.i
            one.dep = "nsubjpass" if one.dep == "nsubj" and verb.tag == "VBN" else one.dep


def _prefixed_noun(words: Sequence[Word], prefix: Word, hyphen: Word, noun: Word) -> None:
    """Makes one noun of three words that were each taken for it: `The co-operative employs 300 people`."""
    behind = words[noun.i + 1] if noun.i + 1 < len(words) else noun
    parts = (prefix, hyphen, noun)
    role = next((one for one in parts if one.dep in _SUBJECTS), None)
    if role is None or behind.is_noun:
        return
    noun.tag, noun.dep, noun.head = "NN", role.dep, role.head
    prefix.tag, prefix.dep, prefix.head = "AFX", "compound", noun.i
    hyphen.tag, hyphen.dep, hyphen.head = "HYPH", "punct", noun.i
    for one in words:
        article = one.tag == "DT" and one.head == prefix.head and one.i < prefix.i
        if article or (one.head in (prefix.i, hyphen.i) and one not in parts):
            one.head = noun.i


def _verb_before_mark(words: Sequence[Word], verb: Word) -> None:
    """Makes a finite verb hung on a noun the verb of its clause: `12 of 40 buses run late; the city wants …`."""
    top, seen = words[verb.head], {verb.i}
    while words[top.head].i < verb.i and top.i not in seen and top.head != top.i:
        seen.add(top.i)
        top = words[top.head]
    above = words[top.head]
    if above.i <= verb.i or not above.is_verb or not any(one.text == ";" for one in words[verb.i : above.i]):
        return
    top.dep, top.head = "nsubj", verb.i
    verb.dep, verb.head = "ccomp", above.i


def _participle_at_times(words: Sequence[Word], verb: Word) -> None:
    """Hangs a participle on the clause's verb, not on a time: `fared worst, at one point losing 9%`."""
    time = words[verb.head]
    led = words[time.head]
    if time.dep == "pobj" and led.lower == "at" and words[led.head].is_verb:
        verb.dep, verb.head = "advcl", led.head


def _verb_as_object(words: Sequence[Word], noun: Word) -> None:
    """Makes a noun of `use` in `has brought its water use down from 6.4 litres`."""
    before = words[noun.i - 1] if noun.i else noun
    if not before.is_noun or before.dep != "dobj" or before.head != noun.head:
        return
    before.dep, before.head, noun.tag = "compound", noun.i, "NN"
    for one in words:
        if one.head == before.i and one.i < before.i:
            one.head = noun.i
        elif one.head == noun.i and one.i > noun.i:
            one.head = noun.head


def _plural_as_object(words: Sequence[Word], noun: Word) -> None:
    """Makes a noun of an object that was taken for a verb: `The new app sorts parcels three times faster`."""
    noun.tag = "NNS"
    for one in words[noun.i + 1 :]:
        if one.head == noun.i and one.dep in ("advmod", "advcl"):
            one.head = noun.head


def _object_of_telling(words: Sequence[Word], verb: Word) -> None:
    """Gives a clause its subject, taken for what is said: `She says boxes that fetched $10 are now worth $60`."""
    said = words[verb.head]
    thing = next((one for one in words[said.i : verb.i] if one.head == said.i and one.dep == "dobj"), None)
    own = any(one.head == verb.i and one.dep in (*_SUBJECTS, "expl") for one in words)
    told = irregular(said.lower) or base(said.lower)
    if thing is not None and not own and thing.is_noun and told in table("verbs")["saying"]:
        thing.dep, thing.head = "nsubj", verb.i


def _noun_begun(words: Sequence[Word], verb: Word) -> Word | None:
    """The noun whose first part was taken for a verb behind one of saying: `He says saw mill operators were expecting`.

    That verb has no subject, and the clause that hangs on it has one that begins right behind.
    """
    if verb.dep != "ccomp" or verb.tag != "VBD" or verb.head != verb.i - 1:
        return None
    if any(one.head == verb.i and one.dep in (*_SUBJECTS, "expl") for one in words):
        return None
    clause = next((one for one in words[verb.i :] if one.head == verb.i and one.dep == "ccomp"), verb)
    subjects = (one for one in words[verb.i :] if one.head == clause.i and one.dep in _SUBJECTS)
    noun = next(subjects, None)
    return noun if noun is not None and all(one.is_noun for one in words[verb.i + 1 : noun.i + 1]) else None
