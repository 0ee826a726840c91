"""Numbers that stand apart from what a verb says: behind a dash, picked from, excepted, of those something is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.context.constructions import DASHES
from factex.lexicon.files import table
from factex.records import UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located


def stands_apart(sentence: Sentence, located: Located) -> bool:
    """Whether a number is nobody's, as far as the verb of its sentence goes."""
    return _behind_dash(sentence, located) or _set_aside(sentence, located)


def _behind_dash(sentence: Sentence, located: Located) -> bool:
    """Whether what is counted stands apart behind a dash: `All are in Arles - 90 singers from Spain`."""
    tree, unit = sentence.tree, located.quantity.unit
    for k in range(located.first - 1, 1, -1):
        if tree[k].is_verb:
            return False
        if tree[k].text in DASHES and tree[k - 1].end < tree[k].start:
            verb = sentence.verb_before(k)
            counted = unit is not None and unit.kind is UnitKind.COUNT
            return counted and verb is not None and tree.lemma(verb.i) == "be"
    return False


def _set_aside(sentence: Sentence, located: Located) -> bool:
    """Whether a number is of what a claim is only picked from, set apart from or meant for, and nobody's.

    `was the youngest of the 30 players`, `Most of its 12 boats are sold`, `Unlike last year's 8 percent, growth is`,
    `Apart from one witness, hearings are over`, `It is a hard year for two teams`.
    """
    tree, k = sentence.tree, located.first - 1
    k -= int(tree[k].tag in ("DT", "PRP$"))
    owner = tree.child(located.head, "poss")
    k = tree.subtree(owner.i)[0] - 1 if owner is not None and owner.i < located.first else k
    before = sentence.word(k - 1)
    if sentence.word(k) == "of" and k > 0:
        outcome = before in table("measurement")["amounting"]["outcomes"]  # "the fruit of nine years of work"
        return outcome or tree[k - 1].tag in ("JJS", "RBS") or before in table("nouns")["takers"]["parts"]
    closed = sentence.word(located.last) == ","
    if closed and [before, sentence.word(k)] in table("measurement")["excepting"]["phrases"]:
        return True
    comma = next((word.i for word in tree.words if word.text == ","), 0)
    unlike = sentence.word(0) == "unlike" and located.last <= comma
    return unlike or _meant_for(sentence, located) or _listed_under(sentence, located)


def _listed_under(sentence: Sentence, located: Located) -> bool:
    """Whether things are counted in a list of what is paid for: `paid $4 million for the farm and its 40 cows`."""
    tree, unit = sentence.tree, located.quantity.unit
    top = tree[located.head]
    if unit is None or unit.kind is not UnitKind.COUNT or top.dep not in ("conj", "appos"):
        return False
    while top.dep in ("conj", "appos") and tree.head(top.i).is_noun:
        top = tree.head(top.i)
    paid = sentence.verb_before(located.first)
    price = top.dep == "pobj" and tree.head(top.i).lower == "for" and top.i not in sentence.stop
    return (
        price
        and paid is not None
        and any(
            one.quantity.unit is not None and one.quantity.unit.kind is UnitKind.CURRENCY and paid.i < one.first < top.i
            for one in sentence.quantities
        )
    )


def _meant_for(sentence: Sentence, located: Located) -> bool:
    """Whether what is counted is those for whom something is so: `It is a hard year for two teams`."""
    tree, unit = sentence.tree, located.quantity.unit
    counted = unit is not None and unit.kind is UnitKind.COUNT and sentence.word(located.first - 1) == "for"
    prep = tree[located.first - 1]
    verb = sentence.clause_verb(located.head) if counted and tree.head(located.head).i == prep.i else None
    if verb is None or tree.lemma(verb.i) != "be" or verb.i > prep.i:
        return False
    return any(child.dep in ("attr", "acomp") and verb.i < child.i < prep.i for child in tree.children(verb.i))
