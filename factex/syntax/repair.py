"""Mends what the small model gets wrong where the rest of the sentence tells: tags, and what hangs on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base, irregular
from factex.syntax.misread import as_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

# Marks between the cells of a row and in front of a line, which the model takes for nouns.
_MARKS = frozenset("|#*>•")
_SUBJECTS = ("nsubj", "nsubjpass")


def mend(words: Sequence[Word]) -> None:
    """Tags marks as such and as verbs the nouns that stand as one, and hangs what belongs to a verb on it, in place."""
    for word in words:
        if word.text in _MARKS:
            word.tag = ":"
        elif word.tag == "VBN" and word.i > 1 and words[word.i - 1].lower == "than":
            _than_planned(words, word)
        elif word.lower == "according":
            word.tag = "IN"
        elif word.text == "-":
            _prefixed(words, word)
        elif word.dep == "ROOT" and word.tag == "IN" and word.i:
            _second_root(words, word)
        elif word.dep in ("advcl", "ccomp") and words[word.head].tag == "VBG" and word.i > words[word.head].i:
            _gerund_as_subject(words, word)
        elif word.dep == "advcl" and words[word.head].dep == "relcl" and word.i > words[word.head].i:
            _main_after_relative(words, word)
        elif word.dep == "ROOT" and word.tag in ("JJ", "RB"):
            if word.lower in table("numerals")["multiplying"]:
                word.tag = "VBD" if any(one.head == word.i and one.dep == "nsubj" for one in words) else word.tag
            _multiple_as_verb(words, word)
        elif word.dep in _SUBJECTS and word.tag in ("VB", "VBP"):
            _verb_as_subject(words, word)
        elif word.dep in _SUBJECTS and word.tag in ("NNP", "NNPS") and word.i and words[word.i - 1].dep == "pobj":
            _name_cut(words, word)
        elif word.dep == "ccomp" and word.tag == "VB" and words[word.i - 1].lower == "to":
            _object_of_purpose(words, word)
        elif word.dep == "npadvmod" and word.i < len(words) - 1 and words[word.i + 1].i == word.head:
            _time_as_subject(words, word)
        elif word.dep in ("csubj", "csubjpass"):
            _clause_as_subject(words, word)
        elif word.dep == "conj" and word.tag in ("VBZ", "VBD"):
            _finite_conjunct(words, word)
        elif word.dep == "dobj" and word.tag == "VB":
            _verb_as_object(words, word)
        elif word.dep == "ccomp" and word.tag == "VBD":
            if not _aside_as_clause(words, word):
                _verb_of_reduced(words, word)
        elif word.dep == "ccomp" and word.tag == "VB":
            _noun_before_aside(words, word)
        elif word.dep == "ccomp" and word.tag in ("VBP", "VBZ"):
            _object_of_telling(words, word)
        elif word.i == 0 and word.tag in ("VB", "VBP") and word.label:
            _name_as_verb(words, word)
        elif word.dep == "acl" and word.tag == "VBG" and words[word.head].lower in ("stage", "point", "time"):
            _participle_at_times(words, word)
        elif word.dep == "acl" and word.tag == "VBN":
            _reported_clause(words, word)
        elif word.dep == "acl" and word.tag in ("VBP", "VBZ", "VBD"):
            _verb_before_mark(words, word)
        else:
            as_verb(words, word)


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


def _object_of_purpose(words: Sequence[Word], infinitive: Word) -> None:
    """Gives a verb the object that went to what it is for: `employ hundreds of workers to address shortages`."""
    verb = words[infinitive.head]
    subject = next((one for one in words if one.head == infinitive.i and one.dep in _SUBJECTS), None)
    if subject is None or not verb.i < subject.i < infinitive.i or not verb.is_verb or not subject.is_noun:
        return
    own = [one for one in words if one.head == verb.i and one.dep in ("dobj", "dative", "mark", "prep")]
    if own or base(verb.lower) in table("verbs")["of_another"]["verbs"] or verb.dep in ("aux", "auxpass"):
        return
    if any(one.text in (",", "“", '"') or one.lower == "for" for one in words[verb.i + 1 : subject.i]):
        return
    subject.dep, subject.head = "dobj", verb.i
    infinitive.dep, infinitive.head = "acl", subject.i


def _second_root(words: Sequence[Word], preposition: Word) -> None:
    """Hangs a preposition that was taken for the root of another sentence on the verb before it."""
    verb = next((one for one in reversed(words[: preposition.i]) if one.is_verb and one.dep != "aux"), None)
    if verb is not None:
        preposition.dep, preposition.head = "prep", verb.i


def _gerund_as_subject(words: Sequence[Word], verb: Word) -> None:
    """Gives a clause the gerund before it: `Building the wall before the storms could save the town $4 million`.

    The parse has taken the preposition for a conjunction and the noun behind it for the subject.
    """
    gerund = words[verb.head]
    own = [one for one in words if one.head == verb.i]
    mark = next((one for one in own if one.dep == "mark" and one.lower in ("before", "after", "since", "until")), None)
    subject = next((one for one in own if one.dep in _SUBJECTS), None)
    modal = next((one for one in own if one.tag in ("MD", "VBZ", "VBD") and one.i < verb.i), verb)
    before = words[gerund.i - 1].lower
    opens = gerund.i == 0 or before == "that" or base(before) in table("verbs")["saying"]
    if mark is None or subject is None or not opens or modal.tag not in ("MD", "VBZ", "VBD"):
        return
    if subject.i + 1 != modal.i or any(one.text == "," for one in words[gerund.i : verb.i]):
        return
    verb.dep, verb.head = (gerund.dep, gerund.head) if gerund.head != gerund.i else ("ROOT", verb.i)
    verb.dep = "ccomp" if verb.dep == "xcomp" else verb.dep
    gerund.dep, gerund.head = "csubj", verb.i
    mark.dep, mark.head = "prep", gerund.i
    subject.dep, subject.head = "pobj", mark.i


def _main_after_relative(words: Sequence[Word], verb: Word) -> None:
    """Gives a clause its subject back: `Miners who had been trapped in the pit since Friday were brought up`.

    The parse has taken the preposition for a conjunction and the time behind it for the subject.
    """
    inner = words[verb.head]
    noun = words[inner.head]
    own = [one for one in words if one.head == verb.i]
    mark = next((one for one in own if one.dep == "mark" and one.lower in ("since", "until", "before", "after")), None)
    time = next((one for one in own if one.dep in _SUBJECTS), None)
    aux = next((one for one in own if one.tag in ("VBD", "VBZ", "VBP", "MD") and one.i < verb.i), verb)
    if mark is None or time is None or noun.dep != "ROOT" or time.i + 1 != aux.i or not time.label.startswith("DATE"):
        return
    noun.dep, noun.head = time.dep, verb.i
    verb.dep, verb.head = "ROOT", verb.i
    mark.dep, mark.head = "prep", inner.i
    time.dep, time.head = "pobj", mark.i


def _verb_as_subject(words: Sequence[Word], word: Word) -> None:
    """Makes a noun of what has the form of a verb: `The saleyards upgrade, budgeted at $7 million, was late`."""
    before = words[word.i - 1] if word.i else word
    if before.dep in _SUBJECTS and before.head == word.i:
        word.tag, before.dep = "NN", "compound"


def _time_as_subject(words: Sequence[Word], word: Word) -> None:
    """Makes a time the subject of the verb that is left without one: `Last month was the warmest June`."""
    verb = words[word.head]
    of_verb = [one.dep for one in words if one.head == verb.i]
    if verb.lower in ("is", "was") and "attr" in of_verb and not {*_SUBJECTS, "expl"} & set(of_verb):
        word.dep = "nsubj"


def _than_planned(words: Sequence[Word], participle: Word) -> None:
    """Hangs a degree on the verb before it, not on what it is held against: `finish two weeks later than planned`."""
    than, degree = words[participle.i - 1], words[participle.i - 2]
    if degree.head != participle.i or participle.dep not in ("ccomp", "advcl", "conj"):
        return
    verb = next((one for one in reversed(words[: degree.i]) if one.is_verb and one.dep not in ("aux", "auxpass")), None)
    if verb is None or verb.head == participle.i:
        return
    degree.head = verb.i
    than.dep, than.head = "prep", degree.i
    participle.dep, participle.head = "pcomp", than.i


def _clause_as_subject(words: Sequence[Word], verb: Word) -> None:
    """Parts two clauses of which the first was taken for the subject of the second.

    `The load will head for Japan and half a million tonnes will be sourced locally`: a clause with a modal verb is no
    subject; the noun before the second verb's own is.
    """
    other = words[verb.head]
    modal = any(one.head == verb.i and one.tag == "MD" for one in words)
    led = [one.i for one in words if one.head == other.i and one.tag == "MD" and one.i < other.i]
    noun = words[led[0] - 1] if led and led[0] else verb
    if not modal or not noun.is_noun or not verb.i < noun.i:
        return
    noun.dep, noun.head = "nsubjpass" if verb.dep == "csubjpass" else "nsubj", other.i
    verb.dep, verb.head = other.dep, other.head if other.head != other.i else verb.i
    other.dep, other.head = "conj", verb.i


def _finite_conjunct(words: Sequence[Word], verb: Word) -> None:
    """Joins a finite verb to one of its kind: `He hopes it will help and believes` joins `believes` to `hopes`."""
    if any(one.head == verb.i and one.dep in _SUBJECTS for one in words):
        return
    if not words[verb.head].is_verb and not words[verb.head].is_noun and verb.tag == "VBZ":
        told = [one for one in words[: verb.i] if one.tag == "VBZ" and one.dep in ("ROOT", "ccomp")]
        verb.head = told[-1].i if told else verb.head  # "employs 9,200, most of them …, and accounts for a tenth"
        return
    if words[verb.head].tag != "VB":
        return
    above, seen = words[verb.head], {verb.head}
    while above.head not in seen and above.tag not in ("VBZ", "VBD", "VBP"):
        seen.add(above.head)
        above = words[above.head]
    if above.tag in ("VBZ", "VBD", "VBP") and above.i < verb.i:
        verb.head = above.i


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


def _reported_clause(words: Sequence[Word], verb: Word) -> None:
    """Parts a clause from who says so: `About 9,000 gallons leaked from a barge, the harbour master said`."""
    noun = words[verb.head]
    said = words[noun.head]
    if noun.dep != "nsubj" or not said.is_verb or said.i < verb.i:
        return
    teller = next((one for one in words[verb.i : said.i] if one.dep == "nsubj" and one.head == said.i), None)
    if teller is None or not any(one.text == "," for one in words[verb.i : teller.i]):
        return
    verb.tag, verb.dep, verb.head = "VBD", "ccomp", said.i
    noun.head = verb.i


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
    """Hangs a participle on the clause's verb, not on a time: `was the biggest loser, at one stage falling 9%`."""
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


def _object_of_telling(words: Sequence[Word], verb: Word) -> None:
    """Gives a clause its subject, taken for what is said: `She says boxes that fetched $10 are now worth $60`."""
    said = words[verb.head]
    thing = next((one for one in words[said.i : verb.i] if one.head == said.i and one.dep == "dobj"), None)
    own = any(one.head == verb.i and one.dep in (*_SUBJECTS, "expl") for one in words)
    told = irregular(said.lower) or base(said.lower)
    if thing is not None and not own and thing.is_noun and told in table("verbs")["saying"]:
        thing.dep, thing.head = "nsubj", verb.i


def _name_as_verb(words: Sequence[Word], first: Word) -> None:
    """Makes a name of its first word, taken for a verb: `Kakadu Dried Fruits, based at Batchelor, has donated`."""
    last = first.i
    while last + 1 < len(words) and words[last + 1].label == first.label and words[last + 1].is_noun:
        last += 1
    name, verb = words[last], words[first.head]
    subject = any(one.head == verb.i and one.dep in _SUBJECTS for one in words)
    if name is first or name.head != first.i or verb is first or not verb.is_verb or subject:
        return
    first.tag, first.dep, first.head = "NNP", "compound", last
    name.dep, name.head = "nsubj", verb.i


def _aside_as_clause(words: Sequence[Word], participle: Word) -> bool:
    """Gives a verb the subject that went to a participle beside it: `The school, ranked 38th, says it will charge`."""
    verb = words[participle.head]
    subject = words[participle.i - 2] if participle.i > 1 else participle
    opened = words[participle.i - 1].text == "," and subject.dep in _SUBJECTS and subject.head == participle.i
    own = any(one.head == verb.i and one.dep in _SUBJECTS for one in words)
    if not opened or own or verb.i < participle.i or words[verb.i - 1].text != ",":
        return False
    subject.dep, subject.head = "nsubj", verb.i
    participle.tag, participle.dep, participle.head = "VBN", "acl", subject.i
    return True


def _noun_before_aside(words: Sequence[Word], noun: Word) -> None:
    """Makes a subject of what has the form of a verb: `said the yards upgrade, put at $7 million, was late`."""
    before = words[noun.i - 1] if noun.i else noun
    aside = words[noun.i + 1 : noun.i + 3]
    if before.dep not in _SUBJECTS or before.head != noun.i or [one.text for one in aside[:1]] != [","]:
        return
    later = (one for one in words[noun.i + 2 :] if one.tag in ("VBD", "VBZ") and one.head == noun.head)
    verb = next((one for one in later if words[one.i - 1].text == ","), None)
    if verb is None or any(one.head == verb.i and one.dep in _SUBJECTS for one in words):
        return
    before.dep = "compound"
    noun.tag, noun.dep, noun.head = "NN", "nsubj", verb.i
    if aside[-1].tag == "VBN":
        aside[-1].dep, aside[-1].head = "acl", noun.i


def _verb_of_reduced(words: Sequence[Word], verb: Word) -> None:
    """Gives the subject its verb where a participle was taken for it: `Those kept on the roof survived the winter`."""
    other = words[verb.head]
    subject = next((one for one in words if one.head == other.i and one.dep == "nsubj" and one.i < other.i), None)
    own = any(one.head == verb.i and one.dep in (*_SUBJECTS, "mark", "expl") for one in words)
    thing = any(one.head == other.i and one.dep in ("dobj", "dative", "advmod", "prt") for one in words)
    between = words[other.i + 1 : verb.i]
    closed = any(one.text in (",", "“", '"') or one.tag in ("MD", "CC") for one in between)
    if other.tag != "VBD" or subject is None or own or thing or closed or not between or between[0].tag != "IN":
        return
    if verb.i < other.i or other.dep != "ROOT" or other.lower in table("verbs")["saying"]:
        return
    verb.dep, verb.head = "ROOT", verb.i
    other.tag, other.dep, other.head = "VBN", "acl", subject.i
    subject.head = verb.i
    for one in words[verb.i + 1 :]:
        if one.head == other.i:
            one.head = verb.i
