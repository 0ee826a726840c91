"""Subjects that open a sentence and that the model takes for something else, or gives to an aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.syntax.tree import Word

_SUBJECTS = ("nsubj", "nsubjpass")


def opens(words: Sequence[Word], word: Word) -> bool:
    """Gives a verb the subject that opens its sentence, in place; tells whether a word stands where it may be lost."""
    if word.i == 0 and word.tag in ("VB", "VBP") and word.label:
        _name_as_verb(words, word)
    elif word.i == 0 and word.tag == "JJ" and word.dep == "advcl" and word.text[:1].isupper():
        _name_as_clause(words, word)
    elif word.i == 0 and word.tag in ("NN", "JJ") and word.dep in _SUBJECTS and word.text[:1].isupper():
        _name_as_noun(words, word)
    elif word.i == 0 and word.tag == "VBG" and word.dep == "aux":
        _gerund_as_auxiliary(words, word)
    elif word.dep == "advcl" and word.tag == "VBN" and word.head > word.i:
        _subject_before_absolute(words, word)
    else:
        return False
    return True


def _name_as_verb(words: Sequence[Word], first: Word) -> None:
    """Makes a name of its first word, taken for a verb: `Lofoten Smoked Fish, based at Reine, has sent`."""
    last = first.i
    while last + 1 < len(words) and words[last + 1].label == first.label and words[last + 1].is_noun:
        last += 1
    name, verb = words[last], words[first.head]
    subject = any(one.head == verb.i and one.dep in _SUBJECTS for one in words)
    if name is first or name.head != first.i or verb is first or not verb.is_verb or subject:
        return
    first.tag, first.dep, first.head = "NNP", "compound", last
    name.dep, name.head = "nsubj", verb.i


def _name_as_clause(words: Sequence[Word], name: Word) -> None:
    """Makes a name of what opens a sentence and was taken for a clause: `Veldkamp, the truck maker, said`."""
    verb = words[name.head]
    explained = any(one.dep == "appos" and one.head == name.i for one in words)
    if explained and verb.is_verb and not any(one.head == verb.i and one.dep in _SUBJECTS for one in words[: verb.i]):
        name.dep = "nsubj"
        _name_as_noun(words, name)
        name.tag = "NNP"


def _name_as_noun(words: Sequence[Word], name: Word) -> None:
    """Makes a name of what opens a sentence beside the kind of firm that it is: `Corvane, the truck maker, said`."""
    kinds = table("antecedents")["descriptions"]
    told = any(one.dep == "appos" and one.head == name.i and "ORG" in kinds.get(one.lower, ()) for one in words)
    if told:
        name.tag, name.label = "NNP", "ORG"
    elif name.tag == "JJ" and name.label and words[1].text == ",":
        name.tag = "NNP"


def _gerund_as_auxiliary(words: Sequence[Word], gerund: Word) -> None:
    """Makes a subject of what was taken for an auxiliary: `Shelling cut off water to 80,000 people`."""
    verb = words[gerund.head]
    own = any(one.head == verb.i and one.dep in _SUBJECTS for one in words[: verb.i])
    if not own and verb.i == 1 and verb.tag in ("VBD", "VBZ", "VBP"):
        gerund.tag, gerund.dep = "NN", "nsubj"


def _subject_before_absolute(words: Sequence[Word], participle: Word) -> None:
    """Gives a verb its subject back from an aside: `A third of the signals, some of them old, will be replaced`."""
    taker = next((one for one in words[: participle.i] if one.head == participle.i and one.dep in _SUBJECTS), None)
    verb = words[participle.head]
    if taker is None or taker.i < 2 or words[taker.i - 1].text != "," or words[taker.i + 1].lower != "of":
        return
    noun = next((one for one in words[: taker.i] if one.head == participle.i and one.is_noun), None)
    if noun is None or any(one.head == verb.i and one.dep in _SUBJECTS for one in words[: verb.i]):
        return
    passive = any(one.dep == "auxpass" and one.head == verb.i for one in words)
    noun.dep, noun.head = "nsubjpass" if passive else "nsubj", verb.i
