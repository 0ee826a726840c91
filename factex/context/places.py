"""Places: where a claim is limited to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence


def place_of(sentence: Sentence, anchor: int, predicate: int | None, taken: frozenset[int]) -> int | None:
    """The head of the place that a claim is limited to: behind `in` or `across`, in its own clause or at its subject.

    Args:
        sentence: The sentence.
        anchor: The word that the claim hangs on.
        predicate: Its verb.
        taken: The words of its other mentions.
    """
    tree = sentence.tree
    data = table("places")
    clause = sentence.clause_verb(anchor)
    clause_verb = clause.i if clause is not None else None
    verb = clause_verb if predicate is None else predicate
    best: tuple[int, int] | None = None
    for prep in tree.words:
        if prep.lower not in data["prepositions"] or prep.tag != "IN":
            continue
        noun = tree.child(prep.i, "pobj")
        if noun is None:
            near = sentence.nouns_after(prep.i + 1, 4)
            if near is None:
                continue
            noun = tree[near]
        if noun.i in sentence.stop or noun.i in taken or noun.i < prep.i:
            continue
        if sentence.word(prep.i - 1) == "from":
            continue  # "executives from around Australia"
        # An opening "In Porto Alegre …" is a place also where the name is not recognized as one.
        opening = prep.i == 0 and prep.lower == "in" and noun.tag == "NNP" and noun.label not in ("DATE", "TIME")
        named = noun.label in data["labels"] or opening
        common = not noun.label and prep.lower != "from" and tree.lemma(noun.i) in data["nouns"]
        if not (named or common) or (prep.lower == "from" and not named):
            continue
        above = next((word.i for word in tree.ancestors(prep.i) if word.is_verb), None)
        of_subject = tree.head(prep.i).i in taken  # "Retail sales in Norway"
        if prep.lower == "from" or not (of_subject or above is None or verb is None or above in (verb, clause_verb)):
            continue
        cost = abs(prep.i - anchor)
        if best is None or cost < best[0]:
            best = (cost, noun.i)
    return None if best is None else best[1]


def end_of_places(sentence: Sentence, last: int) -> int:
    """Where a row of places ends: `in Victoria, Tasmania and the Northern Territory`; `last` is the end of the first."""
    tree = sentence.tree
    labels = table("places")["labels"]
    end = last
    while end < len(tree) and tree[end].lower in (",", "and", "or"):
        k = end + 1
        while k < len(tree) and tree[k].lower in ("and", "or", "the"):
            k += 1
        named = k
        while named < len(tree) and tree[named].is_noun and tree[named].label in labels:
            named += 1
        if named == k:
            break
        end = named
    joined = any(tree[k].lower in ("and", "or") for k in range(last, end))
    return end if joined else last
