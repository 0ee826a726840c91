"""Predicates: the lemma of the verb that ties a claim, with the particle or preposition that belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.lexicon.verbs import base

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Word

# So far behind its verb a particle may stand: "will put the forest fire out in three days".
_APART = 5


def predicate_of(sentence: Sentence, verb: int) -> str:
    """The lemma of a verb, with its particle: `tune in`, `account for`, `re-elect`."""
    tree = sentence.tree
    if tree[verb].lower in table("verbs")["states"] and tree.child(verb, "dobj") is None:
        being = tree.child(verb, "aux", "auxpass")
        if being is not None and base(being.lower) in ("be", "remain"):
            return base(being.lower)  # "14 people are still missing"
    lemma = _prefix(sentence, verb) + tree.verb_lemma(verb)
    particle = next(
        (
            child
            for child in tree.children(verb)
            if child.dep == "prt"
            and child.tag in ("RP", "IN", "RB")
            and verb < child.i <= verb + (_APART if child.tag == "RP" else 2)
            and child.i not in sentence.stop
            and sentence.word(child.i + 1) not in table("verbs")["no_particles"]
            and not (child.i > verb + 2 and sentence.word(child.i + 1) in table("verbs")["led_by_particles"])
        ),
        None,
    )
    particle = particle or _loose_particle(sentence, verb)
    follows = sentence.word(verb + 1)
    apart = verb + 1 not in sentence.stop
    if particle is None and apart and follows in table("verbs")["prepositional"].get(lemma, ()):
        return f"{lemma} {follows}"
    return lemma if particle is None else f"{lemma} {particle.lower}"


def _prefix(sentence: Sentence, verb: int) -> str:
    """What is tied to a verb by a hyphen: `re-` in `was re-elected`."""
    tree = sentence.tree
    tied = verb > 1 and tree[verb - 1].tag == "HYPH" and tree[verb - 2].tag == "AFX"
    return f"{tree[verb - 2].lower}-" if tied else ""


def _moves_with(sentence: Sentence, verb: int, particle: Word) -> bool:
    """Whether a verb tells a change only with a particle taken for a part of its number: `picking up to 3`."""
    needed: str | None = table("change")["finding"].get(sentence.tree.lemma(verb))
    return particle.tag == "RP" and needed == particle.lower


def _loose_particle(sentence: Sentence, verb: int) -> Word | None:
    """The particle right behind a verb that governs nothing: `tuned in,`."""
    if verb + 1 >= len(sentence.tree):
        return None
    word = sentence.tree[verb + 1]
    alone = sentence.word(verb + 2) in ("", ",", ".", ";", ")") or _moves_with(sentence, verb, word)
    particle = word.tag in ("RP", "IN", "RB") and word.lower in table("verbs")["particles"]
    adverb = word.tag in ("RP", "RB") and sentence.tree.lemma(verb) != "be"
    opens = adverb and sentence.word(verb + 2) in table("verbs")["behind_particles"]
    bound = adverb and word.lower in table("verbs")["bound_particles"]
    bound = bound and (word.tag == "RP" or word.lower != "out")
    left = word.lower == "out" and sentence.word(verb + 2) == "of" and sentence.tree.lemma(verb) != "be"
    bound = bound or left  # "dropped out of the university"
    return word if particle and (alone or opens or bound) else None
