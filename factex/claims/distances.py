"""How far two things are apart, by a verb: `came within 300 votes of the Greens`, `48 votes separate A from B`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.differences import both_sides
from factex.claims.sides import side_at
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.claims.sides import Mentions
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


def _distances(sentence: Sentence) -> Iterator[Claim]:
    """Differences that a verb tells of two things, of which no level is told."""
    for located in sentence.quantities:
        unit = located.quantity.unit
        length = unit is not None and unit.dimension == "[length]"  # "12 km separate the villages"
        if length or located.attributive or not sentence.free("comparison", located):
            continue
        claim = _within(sentence, located) or _separating(sentence, located) or _differing(sentence, located)
        if claim is not None and sentence.free("change", located):
            yield claim


def _within(sentence: Sentence, located: Located) -> Claim | None:
    """`The Labour Party came within 300 votes of the Greens`: how little somebody was behind."""
    unit, k = located.quantity.unit, located.last
    verb = sentence.verb_before(located.first)
    near = sentence.word(located.first - 1) == "within" and sentence.word(k) == "of" and verb is not None
    if verb is None or unit is None or not near or sentence.tree.lemma(verb.i) not in _data()["nearing"]:
        return None
    mentions = side_at(sentence, k + 1)
    won = "right" in mentions and _is_rival(sentence, mentions["right"][1] - 1)
    margin = unit.name in table("comparison")["contests"]["margins"] or unit.kind is UnitKind.PERCENT
    if not mentions or not (margin or won):
        return None  # "came within an hour of the blast"
    return Claim(
        "comparison", "comparison.distance", {"difference": located}, located.head, predicate=verb.i,
        mentions=mentions, values={"relation": "less"},
    )  # fmt: skip


def _is_rival(sentence: Sentence, noun: int) -> bool:
    """Whether a noun names who can be caught up with: a person, a name, or what leads."""
    word = sentence.tree[noun]
    return word.label in ("PERSON", "ORG", "GPE") or word.lower in _data()["leading"]


def _separating(sentence: Sentence, located: Located) -> Claim | None:
    """`A mere 48 votes separate Astrid Lindell from Karim Amar`: both sides behind the verb."""
    tree = sentence.tree
    k = located.last
    verb = next((word for word in tree.words[k : k + 3] if word.is_verb or word.tag in ("MD", "RB")), None)
    while verb is not None and (verb.tag in ("MD", "RB") or verb.dep == "aux"):
        verb = tree[verb.i + 1] if verb.i + 1 < len(tree) else None
    if verb is None or tree.lemma(verb.i) not in _data()["separating"]:
        return None
    mentions = both_sides(sentence, verb.i + 1, ("from", "and"))
    return _claim(located, verb, mentions) if mentions else None


def _differing(sentence: Sentence, located: Located) -> Claim | None:
    """`The ministry's count and the hospital's differ by 61`: both sides are the subject."""
    tree = sentence.tree
    verb = sentence.verb_before(located.first)
    if verb is None or sentence.word(located.first - 1) != "by" or tree.lemma(verb.i) not in _data()["differing"]:
        return None
    joint = next((k for k in range(verb.i - 1, 0, -1) if sentence.word(k) in ("and", "from")), None)
    left = None if joint is None else next((k for k in range(joint - 1, -1, -1) if tree[k].is_noun), None)
    right = {} if joint is None else side_at(sentence, joint + 1)
    if left is None or not right or right["right"][1] > verb.i:
        return None
    owner = tree.child(left, "poss")
    left = left if owner is None else owner.i  # "The ministry's count"
    mentions: Mentions = {"left": tree.noun_phrase(left, sentence.stop), "right": right["right"]}
    return _claim(located, verb, mentions)


def _claim(located: Located, verb: Word, mentions: Mentions) -> Claim:
    return Claim(
        "comparison", "comparison.distance", {"difference": located}, located.head, predicate=verb.i, mentions=mentions
    )


def _data() -> dict[str, list[str]]:
    data: dict[str, list[str]] = table("comparison")["distances"]
    return data


RULE = Rule("comparison.distance", _distances, "The Liberals came within 300 votes of the Greens.")
