"""What a description takes up by what was done: `Tata sold it to a fund. The buyer`, `Ericsson won it. The winner`."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from factex.context.asked import SUBJECTS
from factex.context.pairs import COUNTED, REACH
from factex.lexicon.files import table
from factex.lexicon.nouns import singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factex.syntax.tree import Tree, Word


Deed = dict[str, Any]


def by_role(deeds: list[Deed], earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """Who did a deed, or had it done, in the nearest sentence that tells of one; None where several did."""
    for sentence in itertools.islice(earlier, REACH):
        found = {one.i for deed in deeds for one in _doers(sentence, deed["verbs"], deed["place"])}
        if found:
            return (sentence, found.pop()) if len(found) == 1 else None
    return None


def deeds(tree: Tree, head: int) -> list[Deed]:
    """What was done by or to those whom a description names by it, each with the place in the clause."""
    word, roles = tree[head], table("antecedents")["roles"]
    before = [child for child in tree.children(head) if child.i < head]
    told = [child.lower for child in before if child.tag not in ("DT", "PRP$")]
    if not any(child.lower == "the" or child.tag == "PRP$" for child in before):
        return []
    found: list[Deed] = roles.get(" ".join([*told, singular(word.lower)]), [])
    return [] if any(child.lower == "of" for child in tree.children(head)) else found


def _doers(tree: Tree, verbs: list[str], place: str) -> Iterator[Word]:
    for verb in tree.words:
        if verb.is_verb and tree.lemma(verb.i) in verbs:
            one = _at(tree, verb, place)
            if one is not None and one.is_noun and one.label not in COUNTED:
                yield one


def _at(tree: Tree, verb: Word, place: str) -> Word | None:
    """What stands at a place of a verb: its subject or object, also in the passive, or behind a preposition."""
    passive = tree.child(verb.i, "nsubjpass")
    if place == "object":
        return passive or tree.child(verb.i, "dobj")
    if place == "subject" and passive is None:
        return _subject(tree, verb)
    preposition = "by" if place == "subject" else place
    thing = tree.child(verb.i, "dobj")
    below = [
        *tree.children(verb.i),
        *([] if thing is None else tree.children(thing.i)),
    ]  # "a house on it from the widow"
    led = (child for child in below if child.lower == preposition and child.dep in ("prep", "agent"))
    return next((held for one in led if (held := tree.child(one.i, "pobj")) is not None), None)


def _subject(tree: Tree, verb: Word) -> Word | None:
    """The subject of a verb or of those above that it goes on: `Oakridge has agreed to buy`."""
    while tree.child(verb.i, *SUBJECTS) is None and verb.dep in ("xcomp", "conj", "advcl"):
        verb = tree.head(verb.i)
    found = tree.child(verb.i, *SUBJECTS)
    if found is not None and found.lower in ("who", "which", "that") and verb.dep == "relcl":
        return tree.head(verb.i)
    return found
