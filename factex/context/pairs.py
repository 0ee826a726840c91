"""What `the former`, `the latter` and `the two firms` stand for: things that were told together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.asked import SUBJECTS
from factex.lexicon.files import table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factex.syntax.tree import Tree, Word

# How many sentences back what a mention stands for is looked for.
REACH = 3
_NAMES = ("NNP", "NNPS")
# Labels of what is counted or dated, for which nothing stands.
COUNTED = ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "QUANTITY")


def of_two(tree: Tree, head: int, earlier: Iterable[Tree], place: int) -> tuple[Tree, int] | None:
    """One of the last two things that were told together: `Wessel and its rival Tarnow … The former`."""
    for age, (sentence, end) in enumerate([(tree, head), *((one, len(one)) for one in earlier)]):
        if age > REACH:
            break
        for word in reversed(sentence.words[:end]):
            joined = [one for one in sentence.children(word.i) if one.dep == "conj" and one.is_noun and one.i < end]
            if word.is_noun and len(joined) == 1:
                return sentence, (word.i, joined[0].i)[place]
        named = _names(sentence, end) if age else []
        if len(named) == 2:
            return sentence, named[place]
    return None


def _names(tree: Tree, end: int) -> list[int]:
    """The heads of the names of those who act in a sentence: `Calder might sell 12 depots to Nordtrans`."""
    placed = table("places")["prepositions"]
    heads = (
        word
        for word in tree.words[:end]
        if (word.tag == "NNP" or (word.tag == "NNS" and word.i and word.text[0].isupper()))
        and word.label not in COUNTED
        and word.dep not in ("compound", "nmod")
        and not (word.dep == "pobj" and tree.head(word.i).lower in placed)
    )
    named = {word.lower: word.i for word in heads}
    return sorted(named.values())


def told_together(tree: Tree, i: int) -> Word | None:
    """The noun that another is told together with, so that either may be meant: `Bell and Cole squared up`."""
    others = (one for one in tree.children(i) if one.dep == "conj" and one.is_noun)
    joined = next((one for one in others if tree[_opening(tree, one) - 1].label != one.label or not one.label), None)
    return joined or (tree.head(i) if tree[i].dep == "conj" else None)


def _opening(tree: Tree, name: Word) -> int:
    """The first word of a name: what is joined within one, as in `Ryder & Sons`, has its label before it."""
    return min((one.i for one in tree.children(name.i) if one.dep == "compound" and one.i < name.i), default=name.i)


def rivals(tree: Tree, one: int, other: int) -> bool:
    """Whether two do something with each other, so that either may be told of next: `Pfizer sued Merck`."""
    data = table("antecedents")["rivals"]
    verb = tree.head(one)
    if tree[one].dep not in SUBJECTS or not verb.is_verb or other < verb.i:
        return False
    above = tree.head(other)
    held = [child for child in tree.children(verb.i) if child.dep in ("prep", "dobj", "attr")]
    between = any(tree[k].lower in data["between"] for k in range(verb.i + 1, other))
    direct = tree[other].dep == "dobj" and above.i == verb.i
    through = tree[other].dep == "pobj" and above.lower in data["prepositions"]
    return (tree.lemma(verb.i) in data["verbs"] and (direct or (through and above in held))) or (through and between)


def _is_name(tree: Tree, word: Word) -> bool:
    """Whether a noun is a name or has one behind it: `the Belgian group Verlinde`."""
    apposed = tree.child(word.i, "appos")
    return word.tag in _NAMES or (word.is_noun and apposed is not None and apposed.tag in _NAMES)


def both_of(earlier: Iterable[Tree]) -> tuple[Tree, int] | None:
    """The first of two names that were told together: `Oakmere and Pell called it off. The two firms own`.

    Subjects come first; of others only the one pair that a sentence has: `exported to Germany and Japan`.
    """
    for _, sentence in zip(range(REACH), earlier, strict=False):
        pairs: list[int] = []
        for word in sentence.words:
            joined = [one for one in sentence.children(word.i) if one.dep == "conj" and _is_name(sentence, one)]
            named = word.tag in ("NNP", "NNPS") or (word.is_noun and word.text[0].isupper())  # "Alder and Brough"
            if named and word.dep in SUBJECTS and len(joined) == 1:
                return sentence, word.i
            pairs += [word.i] if named and len(joined) == 1 and word.label in ("ORG", "GPE", "PERSON", "NORP") else []
        if len(pairs) == 1:
            return sentence, pairs[0]
    return None
