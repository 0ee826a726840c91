"""What definite descriptions stand for: `the company`, `the vehicle`, `the German`, `the pair`, `the wealth fund`."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.context.asked import SUBJECTS
from factex.context.entities import by_name, labels_of, one_of_several
from factex.context.named_again import TELLING, WINDOW, by_own_word, named_in_full, told_more, told_more_before
from factex.context.pairs import REACH, both_of, of_two
from factex.context.roles import by_role, deeds
from factex.lexicon.files import table
from factex.lexicon.nouns import is_firm, is_property, of_kind, singular
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.syntax.tree import Tree, Word

# A description so long may be the end of a longer noun: "yard", "shipyard".
_SUFFIX = 4


def described(tree: Tree, head: int, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """What a description stands for, as (its sentence, its head); None where that is doubtful.

    Args:
        tree: The sentence of the description.
        head: Its head.
        earlier: The sentences before it, nearest first; taken only as far as they are needed.
    """
    word, data = tree[head], table("antecedents")
    if _of_both(tree, head):
        return both_of(earlier)
    if word.lower in data["of_two"] and _word(tree, head - 1) == "the":
        return of_two(tree, head, earlier, data["of_two"][word.lower])
    if done := deeds(tree, head):
        earlier = list(itertools.islice(earlier, REACH))
        if (doer := by_role(done, earlier)) is not None:
            return doer
    if not any(child.lower == "the" for child in tree.children(head)):
        return None
    if word.lower in data["figures"]["nouns"]:
        return _property_before(earlier)
    again, of_kind = told_more_before(tree, word), _kind_before(tree, word)
    alone = word.tag == "NN" and not any(_tells_which(tree, child) for child in tree.children(word.i))
    alone = alone and word.lower in tree.text[max(0, word.start - WINDOW) : word.start].lower()
    if again or of_kind or alone:
        earlier = list(itertools.islice(earlier, REACH))
    if again and word.tag == "NNP" and (full := named_in_full(tree, word, earlier)) is not None:
        return full
    if alone and (named_so := by_own_word(word, earlier)) is not None:
        return named_so
    if again and alone and (same := told_more(tree, word, earlier)) is not None:
        return same  # "The latest report … A survey … The report"
    if of_kind and (thing := _of_kind(tree, word, earlier)) is not None:
        return thing
    labels = labels_of(tree, word)
    if labels is None or word.lower in data["institutions"]["nouns"]:
        return told_more(tree, word, earlier) if again else None
    return by_name(tree, word, labels, earlier, again=again)


def _of_both(tree: Tree, head: int) -> bool:
    """Whether two that were told together are meant: `the two firms`, `the pair`, `Both already get`."""
    word = tree[head]
    if word.lower == "both":
        behind = tree[head + 1] if head + 1 < len(tree) else None
        return word.dep in SUBJECTS and behind is not None and behind.lower != "of" and not behind.is_noun
    if word.lower in table("antecedents")["pairs"]["nouns"]:
        return _word(tree, head - 1) == "the"
    noun = singular(word.lower)
    bare = word.tag == "NNS" and _word(tree, head - 1) == "the"
    two = word.tag == "NNS" and _word(tree, head - 1) == "two" and _word(tree, head - 2) == "the"
    kin = noun in table("antecedents")["pairs"]["kin"]
    firms = noun in table("antecedents")["descriptions"] or is_firm(noun)
    return (two and (firms or kin)) or (bare and kin)


def _kind_before(tree: Tree, word: Word) -> bool:
    """Whether the characters before a noun hold a word for a thing of its kind, so that it is worth a parse."""
    kinds = of_kind(singular(word.lower))
    before = tree.text[max(0, word.start - WINDOW) : word.start].lower()
    if len(word.lower) >= _SUFFIX and re.search(rf"\w{re.escape(word.lower)}\b", before) is not None:
        return True  # "the Clydemouth shipyard … The yard"
    kinds = kinds.union(table("antecedents")["groups"].get(word.lower, ()))
    told = re.finditer(r"\w+(?:-\w+)*", before) if kinds else ()
    return any(not kinds.isdisjoint((one[0], singular(one[0]))) for one in told)


def _of_kind(tree: Tree, word: Word, earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The one thing of a kind that a sentence before tells of: `a van … The vehicle`, `Cyclone Odile … The storm`."""
    if any(_tells_which(tree, child) for child in tree.children(word.i)):
        return None
    kinds, many = of_kind(singular(word.lower)), word.tag == "NNS"
    for sentence in earlier:
        found: dict[int, Word] = {}
        for one in sentence.words:
            likened = one.i + 1 < len(sentence) and sentence[one.i + 1].tag == "HYPH"  # "crocodile-like"
            alike = _is_one_of(one, kinds, many=many) or _ends_with(one, word) or (not many and _is_group(one, word))
            mistaken = one.dep == "amod" and one.tag in ("JJ", "JJR") and sentence.head(one.i).tag == "NNP"
            if (one.is_noun or mistaken) and not likened and alike:  # "The trawler Margrethe"
                top = one
                while (top.dep in ("compound", "nmod") or (top is one and mistaken)) and sentence.head(top.i).is_noun:
                    top = sentence.head(top.i)
                if top is not one and top.tag != "NNP":
                    continue  # "Cyclone Odile", no "van driver"
                if top.dep == "appos" and sentence.head(top.i).tag == "NNP":
                    top = sentence.head(top.i)  # "Veltron, a maker of drones"
                found[top.i] = top
        if any(one_of_several(sentence, i) for i in found):
            return None  # "The Uzbek airline and Flydubai … The carrier"
        if len(found) > 1:
            found = {i: one for i, one in found.items() if one.dep in SUBJECTS}
        if found:
            return (sentence, next(iter(found))) if len(found) == 1 else None
    return None


def _is_group(people: Word, word: Word) -> bool:
    """Whether several people are such a group: `Researchers at Halden University … The team`."""
    return people.tag == "NNS" and people.lower in table("antecedents")["groups"].get(word.lower, ())


def _ends_with(one: Word, word: Word) -> bool:
    """Whether a noun is a compound in one word of a description: `the Clydemouth shipyard … The yard`."""
    longer = len(word.lower) >= _SUFFIX and len(one.lower) > len(word.lower) and one.tag == word.tag
    return longer and one.lower.endswith(word.lower)


def _tells_which(tree: Tree, child: Word) -> bool:
    """Whether a word beside a description tells which thing is meant: no age or size, no `The stricken vessel`."""
    if child.lower == "of":
        return True
    plain = child.lower in table("antecedents")["plain"]["adjectives"]
    sized = any(tree[k].tag == "CD" for k in tree.subtree(child.i))  # "The 94-year-old crossing", "The £40m project"
    return child.dep in TELLING and not plain and not sized


def _is_one_of(word: Word, kinds: frozenset[str], *, many: bool) -> bool:
    """Whether a noun names a thing of some kinds, or things where many are meant."""
    one = singular(word.lower)
    if many:
        mass = word.tag == "NN" and word.lower in table("antecedents")["masses"]["nouns"]  # "cocaine … The drugs"
        return word.lower in kinds if mass else word.tag in PLURAL_TAGS and one in kinds
    alike = one == word.lower and word.lower not in of_kind("animal")  # "The peso" is taken for a plural, no "sheep"
    counted = word.tag in PLURAL_TAGS and not word.label and not alike
    return word.lower in kinds and not (counted and one in kinds)


def _word(tree: Tree, i: int) -> str:
    """A word of a sentence in lower case; empty outside it."""
    return tree[i].lower if 0 <= i < len(tree) else ""


def _property_before(earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The property that `the figure` stands for: the subject of a sentence before."""
    for _, sentence in zip(range(REACH), earlier, strict=False):
        for word in sentence.words:
            if word.dep in SUBJECTS and word.tag == "NN" and is_property(sentence.lemma(word.i)):
                return sentence, word.i
    return None
