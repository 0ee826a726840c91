"""The noun that stands before bare numbers: `operates more machines, 227 compared to America's 109`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.nouns import is_property, singular
from factex.quantity.draft import UnitDraft
from factex.records import UnitKind
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from factex.quantity.draft import Draft
    from factex.syntax.tree import Tree, Word


def noun_before(tree: Tree, draft: Draft) -> UnitDraft | None:
    """The plural noun that stands before a pair of bare numbers: `operates more machines, 227 compared to …`."""
    more = _more_of(tree, draft)
    if more is not None:
        return _unit(tree, more)
    nouns = [
        word
        for word in tree.words
        if word.end <= draft.start
        and word.tag in PLURAL_TAGS
        and not (word.tag == "NNPS" and word.label)
        and word.dep in ("dobj", "attr", "pobj", "nsubj", "ROOT", "conj")
        and not (word.dep == "nsubj" and is_property(tree.lemma(word.i)))  # "Class sizes average 31, against 22"
        and not (word.dep == "pobj" and tree.head(word.i).lower in ("for", "among"))  # "83.4 for women, against 79.9"
    ]
    if not nouns:
        return None
    objects = [word for word in nouns if word.dep in ("dobj", "attr")] or [
        word for word in nouns if word.dep != "nsubj" or not _acts(tree, word.i, draft)
    ]
    if not objects:
        return None
    noun = next((word for word in nouns if _numbered(tree, word)), objects[-1])
    above = tree.head(noun.head)
    if noun.dep == "pobj" and above.dep == "nsubj" and above.tag in PLURAL_TAGS and above in nouns:
        noun = above  # "Deaths on the county's roads numbered 19 in 2024, two more than in 2023"
    return _unit(tree, noun)


def _unit(tree: Tree, noun: Word) -> UnitDraft:
    lemma = tree.lemma(noun.i)
    return UnitDraft(noun.text, UnitKind.COUNT, singular(noun.text) if lemma == noun.lower else lemma)


def _more_of(tree: Tree, draft: Draft) -> Word | None:
    """The noun of which there are more or fewer: `More ships were lost to storms than to pirates, 31 against 4`."""
    degrees = table("elided")["more"]
    nouns = (word for word in reversed(tree.words) if word.end <= draft.start and word.tag in PLURAL_TAGS)
    return next((word for word in nouns if any(one.lower in degrees for one in tree.children(word.i))), None)


def outnumbering(tree: Tree, draft: Draft) -> UnitDraft | None:
    """The noun of things that outnumber others by a bare number: `Suicides outnumbered murders by 1,900`."""
    k = tree.first_from(draft.start) - 1
    if k < 1 or tree[k].lower != "by":
        return None
    verb = tree.head(k)
    subject = tree.child(verb.i, "nsubj")
    counted = subject is not None and subject.tag == "NNS" and not is_property(tree.lemma(subject.i))
    if subject is None or not counted or tree.lemma(verb.i) not in table("elided")["outnumbering"]:
        return None
    return _unit(tree, subject)


def _numbered(tree: Tree, noun: Word) -> bool:
    """Whether a text tells the number of a thing: `The number of pupils taught in huts was 14,700`."""
    of = tree.head(noun.i)
    return noun.dep == "pobj" and of.lower == "of" and tree.head(of.i).lower in table("elided")["numbers"]


def _acts(tree: Tree, noun: int, draft: Draft) -> bool:
    """Whether a subject does something to another thing before a number: `Police put the crowd at 8,000`."""
    return any(word.is_noun for word in tree.words[noun + 1 :] if word.end <= draft.start)
