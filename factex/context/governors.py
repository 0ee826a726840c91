"""The verb that a number hangs on, where the parse gives it and where it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.quotations import quoted
from factex.context.subjects import SUBJECTS
from factex.lexicon.files import table
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Tree, Word


def elided(sentence: Sentence, located: Located) -> int | None:
    """The verb of a bare number that is its subject: `nine people died and four are still missing`."""
    tree, i = sentence.tree, located.last
    joined = sentence.word(located.first - 1) in ("and", ",", "but", "while", ";")
    if not joined or located.last - located.first != 1 or i >= len(tree) or located.attributive:
        return None
    word = tree[i]
    if word.tag not in ("VBP", "VBZ", "MD") and word.lower not in ("was", "were", "had"):
        return None
    verb = tree[word.head]
    governed = word.dep in ("aux", "auxpass") and verb.is_verb and verb.i > i
    return verb.i if governed and tree.lemma(verb.i) != "miss" else i


def governor(sentence: Sentence, located: Located) -> int | None:
    """The verb above a number in the parse, or the clause that describes a number without one."""
    tree = sentence.tree
    word = tree[located.head]
    if located.first <= word.head < located.last and word.head != located.head:
        word = tree[word.head]
    for above in tree.ancestors(word.i):
        rival = above.lower in table("masks")["lists"]["rival"]  # "and neighbouring Linares 27"
        describes = rival or _for_instance(sentence, above.i, located)
        if above.is_verb and above.i not in located and not describes:
            told = _told_before(sentence, above.i, located)
            if tree.lemma(above.i) in table("verbs")["speaking"] and _outside(tree, above.i, word.i):
                return None
            counting = above.i in sentence.stop and not _doubled_in(sentence, above, located)
            return told if told is not None else None if counting else above.i
    root = tree[located.head]
    if root.head == root.i:
        verb = next((child for child in tree.children(root.i) if child.is_verb and child.dep in ("acl", "relcl")), None)
        if verb is not None:
            return verb.i
    return None


def _outside(tree: Tree, verb: int, i: int) -> bool:
    """Whether a word is quoted and a verb is not: `“80 years of work, it is sad,” he said`."""
    return quoted(tree, i) and not quoted(tree, verb)


def _doubled_in(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether a verb that is a multiple itself tells something of another number: `have doubled in four years`."""
    apart = any(word in (",", "(") for word in sentence.words(located.first - 2, located.first))
    return verb.tag in FINITE_TAGS | {"VBN", "VB"} and verb.i < located.first and not apart


def putting(sentence: Sentence, verb: int) -> int:
    """The verb that puts a number at something, above a participle between them: `puts the damage done by it at 5`."""
    tree = sentence.tree
    word = tree[verb]
    while word.dep == "acl" and word.tag in ("VBN", "VBG"):
        above = next((one for one in tree.ancestors(word.i) if one.is_verb), None)
        if above is None:
            return verb
        word = above
    return word.i if tree.lemma(word.i) in table("verbs")["reckoning"] else verb


def _told_before(sentence: Sentence, verb: int, located: Located) -> int | None:
    """The verb of a clause behind whose speaker it goes on: `was 78% in July, the board said, after 74% in June`."""
    tree = sentence.tree
    clause = tree.child(verb, "ccomp")
    on = sentence.word(located.first - 1) in ("after", "against", "from") and sentence.word(located.first - 2) == ","
    told = clause is not None and clause.i < verb < located.first and tree.lemma(verb) in table("verbs")["saying"]
    return clause.i if on and told and clause is not None else None


def _for_instance(sentence: Sentence, verb: int, located: Located) -> bool:
    """Whether `say` only guesses at the number behind it: `don't last the usual, say, six or seven weeks`."""
    word = sentence.tree[verb]
    told = sentence.tree.child(verb, *SUBJECTS) is not None
    return word.lower == "say" and located.first - 1 == verb and not told
