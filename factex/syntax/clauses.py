"""Mends where the small model parts clauses wrong: subjects, objects and prepositions that it gives to another verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SUBJECTS = ("nsubj", "nsubjpass")


def in_clause(words: Sequence[Word], word: Word) -> bool:
    """Mends, in place, what hangs on a word or what it hangs on; tells whether it stands where that may be wrong."""
    above = words[word.head]
    behind = word.i > above.i
    if word.tag == "VBN" and word.i > 1 and words[word.i - 1].lower == "than":
        _than_planned(words, word)
    elif word.dep == "ROOT" and word.tag == "IN" and word.i:
        _second_root(words, word)
    elif word.dep in ("advcl", "ccomp") and above.tag == "VBG" and behind:
        _gerund_as_subject(words, word)
    elif word.dep == "advcl" and above.dep == "relcl" and behind:
        _main_after_relative(words, word)
    elif word.dep == "ccomp" and word.tag == "VB" and words[word.i - 1].lower == "to":
        _object_of_purpose(words, word)
    elif word.dep in ("csubj", "csubjpass"):
        _clause_as_subject(words, word)
    elif word.dep == "conj" and word.is_verb and _verb_behind_aside(words, word):
        return True
    elif word.dep == "conj" and word.tag in ("VBZ", "VBD"):
        _finite_conjunct(words, word)
    elif word.dep == "advcl" and word.tag == "VBD":
        _verb_of_reduced(words, word)
    elif word.dep in ("advcl", "xcomp") and word.tag == "VB" and word.i > 1 and words[word.i - 1].lower == "to":
        _what_is_meant(words, word)
    elif word.dep == "ccomp" and word.tag in ("VBZ", "VBP", "VBD") and _object_before_mark(words, word):
        return True
    elif word.dep == "ccomp" and word.tag == "VBD":
        if not _aside_as_clause(words, word) and not _counted_object(words, word):
            _verb_of_reduced(words, word)
    elif word.dep == "ccomp" and word.tag == "VB":
        _noun_before_aside(words, word)
    elif word.dep == "acl" and word.tag == "VBN":
        _reported_clause(words, word)
    elif word.dep == "acl" and word.tag == "VB" and words[word.i - 1].lower == "to":
        _what_is_expected(words, word)
    else:
        return False
    return True


def _object_before_mark(words: Sequence[Word], verb: Word) -> bool:
    """Gives its object back to the verb above: `expect a further 180 mm of rain before the storm weakens`."""
    mark = next((one for one in words[: verb.i] if one.head == verb.i and one.dep == "mark"), None)
    subjects = [one for one in words[: verb.i] if one.head == verb.i and one.dep in _SUBJECTS]
    above = words[verb.head]
    if mark is None or mark.lower not in table("verbs")["awaiting"]["bounds"] or len(subjects) != 2:
        return False
    thing, own = subjects
    if not above.i < thing.i < mark.i < own.i or any(one.dep == "dobj" and one.head == above.i for one in words):
        return False
    thing.dep, thing.head = "dobj", above.i
    verb.dep = "advcl"
    return True


def _what_is_meant(words: Sequence[Word], infinitive: Word) -> None:
    """Hangs an infinitive on the noun that it explains, not on the verb: `submitted a tender to supply wheat`."""
    noun = words[infinitive.i - 2]
    data = table("verbs")
    lists = (*data["nouns"].values(), *data["infinitive_nouns"].values())
    known = {one for nouns in lists for one in nouns}
    if noun.dep == "dobj" and noun.head == infinitive.head and noun.lower in known:
        infinitive.dep, infinitive.head = "acl", noun.i


def _what_is_expected(words: Sequence[Word], infinitive: Word) -> None:
    """Gives an infinitive the subject that went to the verb of expecting as its object: `expecting charges to rise`.

    And hangs it on the verb, not on the way: `is on track to win 29 seats`.
    """
    subject = words[infinitive.head]
    led = words[subject.head]
    if subject.lower in table("verbs")["courses"] and led.lower == "on" and words[led.head].is_verb:
        infinitive.dep, infinitive.head = "xcomp", led.head
        return
    verb = words[subject.head]
    beside = subject.dep == "dobj" and subject.i == infinitive.i - 2 and verb.i < subject.i
    if beside and verb.is_verb and base(verb.lower) in table("verbs")["forecasting"] + ["expect"]:
        subject.dep, subject.head = "nsubj", infinitive.i
        infinitive.dep, infinitive.head = "ccomp", verb.i


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

    `The crew will sail for Peru and 40 cooks will be hired there`: a clause with a modal verb is no
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
    if verb.tag == "VBD" and base(verb.lower) == verb.lower:
        verb.tag = "VB"  # "said it would shut two mills and cut 400 jobs"
        return
    above, seen = words[verb.head], {verb.head}
    while above.head not in seen and above.tag not in ("VBZ", "VBD", "VBP"):
        seen.add(above.head)
        above = words[above.head]
    if above.tag in ("VBZ", "VBD", "VBP") and above.i < verb.i:
        verb.head = above.i


def _reported_clause(words: Sequence[Word], verb: Word) -> None:
    """Parts a clause from who says so: `About 9,000 gallons leaked from a barge, the harbour master said`."""
    noun = words[verb.head]
    said = words[noun.head]
    if noun.dep not in ("nsubj", "ccomp") or not said.is_verb or said.i < verb.i:
        return
    teller = next((one for one in words[verb.i : said.i] if one.dep == "nsubj" and one.head == said.i), None)
    if teller is None or not any(one.text == "," for one in words[verb.i : teller.i]):
        return
    verb.tag, verb.dep, verb.head = "VBD", "ccomp", said.i
    noun.dep, noun.head = "nsubj", verb.i


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


def _counted_object(words: Sequence[Word], participle: Word) -> bool:
    """Gives a verb the counted object that went to what was done to it: `had shot down 31 drones fired overnight`."""
    verb, noun = words[participle.head], words[participle.i - 1]
    counted = any(word.dep == "nummod" and word.head == noun.i for word in words[verb.i : noun.i])
    hung = [word for word in words if word.head == participle.i and word.i != participle.i]
    alone = not any(word.dep in ("aux", "auxpass", "mark", "dobj", "ccomp") for word in hung)
    held = noun.dep == "nsubj" and noun.head == participle.i and noun.i > verb.i
    if not held or not counted or not alone or not verb.is_verb:
        return False
    thing = any(word.dep == "dobj" and word.head == verb.i for word in words)
    if thing or base(verb.lower) in _clause_verbs():
        return False
    noun.dep, noun.head = "dobj", verb.i
    participle.tag, participle.dep, participle.head = "VBN", "acl", noun.i
    return True


def _clause_verbs() -> frozenset[str]:
    """Verbs behind which a clause stands: of saying, showing and expecting."""
    data = table("verbs")
    return frozenset((*data["saying"], *data["showing"]["verbs"], *data["expecting"], "see", "know", "hope", "mean"))


def _verb_behind_aside(words: Sequence[Word], verb: Word) -> bool:
    """Gives a subject its verb behind a participle taken for it: `A swap agreed in Bern, under which …, has failed`.

    Of two verbs that only a comma joins, where the first is past and the second is not, the first is a participle.
    """
    other = words[verb.head]
    own = [one for one in words if one.head == verb.i and one.i < verb.i]
    first = min((one.i for one in own if one.dep in ("aux", "auxpass")), default=verb.i)
    subject = next((one for one in words[: other.i] if one.head == other.i and one.dep in _SUBJECTS), None)
    finite = words[first].tag in ("VBZ", "VBP", "MD") or (words[first].tag == "VBD" and first < verb.i)
    told = other.tag == "VBD" and other.dep in ("ROOT", "ccomp") and other.i < first and finite
    if not told or subject is None or not subject.is_noun or words[first - 1].text != ",":
        return False
    if any(one.dep in _SUBJECTS for one in own) or any(one.tag == "CC" and one.head == other.i for one in words):
        return False
    saying = {other.lower, base(other.lower)} & set(table("verbs")["saying"])
    behind = words[other.i + 1]
    if saying and behind.tag != "IN" and not (words[other.i - 1].text == "," and behind.lower == "to"):
        return False  # but "The gang, believed to be behind 22 raids, uses", "A swap agreed in Bern, …, has failed"
    inner = words[other.i : first]
    relatives = sum(one.tag in ("WDT", "WP", "WP$") for one in inner)
    if relatives > sum(one.tag in ("VBZ", "VBP", "MD", "VBD") and one is not other for one in inner):
        return False  # "cleared a second array, whose turbines, each of 240 tonnes, are to be lowered"
    passive = any(one.dep == "auxpass" for one in own)
    verb.dep, verb.head = other.dep, verb.i if other.head == other.i else other.head
    other.tag, other.dep, other.head = "VBN", "acl", subject.i
    subject.dep, subject.head = "nsubjpass" if passive else "nsubj", verb.i
    for one in words[verb.i + 1 :]:
        one.head = verb.i if one.head == other.i else one.head
    return True


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
