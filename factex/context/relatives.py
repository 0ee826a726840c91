"""Relative pronouns: which noun before it a clause describes, where the parse hangs it on the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.nouns import is_person, is_property
from factex.syntax.tree import PLURAL_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree, Word

_QUOTES = ("“", '"', "‘", ",”")
_TIMES = frozenset(("DATE", "TIME"))
_SINGULAR_VERBS = ("has", "is", "was")


def relative_antecedent(sentence: Sentence, head: int) -> int | None:
    """The noun that a relative pronoun stands for."""
    tree = sentence.tree
    data = table("antecedents")
    words = data["relative"]
    if tree[head].lower not in words["pronouns"] or tree[head].tag == "DT":
        return None
    if tree[head].lower == "who" and sentence.word(head - 1) in words["before_who"]:
        return head - 1
    for above in tree.ancestors(head):
        if above.dep == "relcl" and (tree[above.head].is_noun or tree[above.head].lower in data["of_two"]):
            return _described(sentence, head, above)
    if head and (tree[head - 1].is_verb or tree[head - 1].text in _QUOTES):
        return None  # "he says that is close to …"
    before = range(head - 1, max(-1, head - 4), -1)
    return next((k for k in before if tree[k].is_noun and tree[k].label not in _TIMES), None)


def _described(sentence: Sentence, pronoun: int, verb: Word) -> int | None:
    """The noun that the relative clause of a verb describes: the one that it hangs on, or one that goes better."""
    tree, which = sentence.tree, sentence.word(pronoun) == "which"
    near = verb.head
    better = _behind_place(tree, pronoun, verb) or _of_number(tree, pronoun, verb) or _who_does(tree, pronoun, verb)
    better = better or _new_thing(tree, pronoun, verb)
    if better is not None:
        return better.i
    if which and is_person(tree.lemma(near)):
        return _thing_before(sentence, pronoun)
    level = _level_above(tree, near, verb.i) if which else None
    if level is not None:
        return level
    if tree[near].label not in _TIMES:
        return near
    thing = tree.child(tree[near].head, "dobj")
    if thing is None and which and sentence.word(pronoun - 1) == ",":
        return None  # "stood at 16% on Monday, which is 41 points lower"
    return near if thing is None or thing.i > pronoun else thing.i  # "legislation today that contains"


def _outer(tree: Tree, pronoun: int, verb: Word) -> tuple[Word, Word] | None:
    """The preposition behind which the noun next to a clause stands, and the noun before that."""
    word = tree[verb.head]
    prep = tree.head(word.i)
    within = word.dep == "pobj" and prep.dep == "prep" and prep.i > 0 and tree[prep.i - 1].is_noun
    return (prep, tree[prep.i - 1]) if within and tree[pronoun - 1].text != "," else None


def _behind_place(tree: Tree, pronoun: int, verb: Word) -> Word | None:
    """The noun behind which a place is named: `that` never goes with a name (`a congress in Tavaria that drew`).

    Nor does a plural verb: `players from Ghana who earn`.
    """
    name, prep = tree[verb.head], tree.head(verb.head)
    noun = tree.head(prep.i)
    that = tree[pronoun].lower == "that"
    plural = verb.tag == "VBP" or any(child.tag == "VBP" for child in tree.children(verb.i))
    placed = name.tag == "NNP" and name.dep == "pobj" and prep.dep == "prep" and noun.is_noun
    return noun if placed and (that or (plural and noun.tag in PLURAL_TAGS)) else None


def _of_number(tree: Tree, pronoun: int, verb: Word) -> Word | None:
    """The noun before `of` and a plural, for the clause of a singular verb: `an island of 5,000 people that has`."""
    outer = _outer(tree, pronoun, verb)
    singular = verb.tag == "VBZ" or any(child.lower in _SINGULAR_VERBS for child in tree.children(verb.i))
    if outer is None or outer[0].lower != "of" or not singular or tree[verb.head].tag not in PLURAL_TAGS:
        return None
    return outer[1] if outer[1].is_noun and outer[1].tag not in PLURAL_TAGS else None


def _who_does(tree: Tree, pronoun: int, verb: Word) -> Word | None:
    """The person before the name of a place, as no place is `who`: `a welder from Bosworth who won`."""
    outer = _outer(tree, pronoun, verb)
    named = tree[pronoun].lower == "who" and tree[verb.head].tag == "NNP"
    return outer[1] if outer is not None and named and is_person(outer[1].lower) and _tells_place(outer[0]) else None


def _new_thing(tree: Tree, pronoun: int, verb: Word) -> Word | None:
    """The new thing before a place that is known by name: `a wind farm off the coast of Haldane that will power`."""
    outer = _outer(tree, pronoun, verb)
    if outer is None or tree[pronoun].lower == "who" or not _tells_place(outer[0]) or not _is_new(tree, outer[1].i):
        return None
    known = any(child.lower == "of" and tree[child.i + 1].tag == "NNP" for child in tree.children(verb.head))
    return outer[1] if known else None


def _tells_place(prep: Word) -> bool:
    """Whether a preposition brings the place of a thing or of a person."""
    return prep.lower in table("places")["prepositions"] or prep.lower == "of"


def _is_new(tree: Tree, noun: int) -> bool:
    """Whether an article tells that a thing is told of for the first time."""
    return any(child.lower in ("a", "an") for child in tree.children(noun))


def _level_above(tree: Tree, noun: int, verb: int) -> int | None:
    """The property in whose phrase a noun stands, where the clause tells its level: `the risk of a hit, which stood`.

    So is a thing that is new (`a bridge over the Tisza, which would cost €2 billion`): a name tells only where it is.
    """
    standing = tree.lemma(verb) in table("verbs")["standing_at"]
    placed = tree[noun].label in table("places")["labels"]
    k = noun
    while tree[k].dep == "pobj" and tree.head(tree[k].head).is_noun and tree.head(tree[k].head).i < k:
        k = tree.head(tree[k].head).i
        if (placed and _is_new(tree, k)) or (standing and is_property(tree.lemma(k))):
            return k
    return None


def _thing_before(sentence: Sentence, pronoun: int) -> int | None:
    """The last thing before a pronoun: `a package for the chief executive, Ann Lowe, which was worth`."""
    tree = sentence.tree
    for k in range(pronoun - 1, -1, -1):
        word = tree[k]
        inner = (k + 1 < pronoun and tree[k + 1].is_noun) or word.dep == "poss"
        if word.is_verb:
            return None
        if word.is_noun and not inner and word.label not in ("PERSON", *_TIMES) and not is_person(tree.lemma(k)):
            return k if k not in sentence.stop else None
    return None
