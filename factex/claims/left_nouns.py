"""The left side of a comparison as a noun, where no number tells it: `a bridge twice as long as`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.lexicon.files import table

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.claims.sides import Mentions
    from factex.quantity.located import Located


def top_noun(sentence: Sentence, k: int) -> int:
    """The noun whose place word `k` tells: `graduates` in `graduates in the subject`."""
    tree = sentence.tree
    while tree[k].dep == "pobj" and tree.head(k).lower in ("in", "from", "at", "of", "to", "for"):
        above = tree.head(tree.head(k).i)
        if above.i > k or not (above.is_noun or above.tag == "DT"):
            break
        k = above.i
    return k


def gapped_left(sentence: Sentence, located: Located) -> Mentions:
    """The noun right before a multiple: `a country a quarter of its size`, `and those in Kyoto four times as much`."""
    tree = sentence.tree
    k = _before_aside(sentence, located.first - 1)
    if k < 1 or not tree[k].is_noun or k in sentence.stop or tree[k].label in ("DATE", "TIME"):
        return {}
    k = top_noun(sentence, k)
    first, last = tree.noun_phrase(k, sentence.stop)
    opened = sentence.word(first - 1) in (",", "and", ";", "while") or (
        sentence.word(first - 1) in ("a", "an", "the") and sentence.word(first - 2) in (",", "and", ";", "while")
    )
    before = any(one.last <= first for one in sentence.quantities)
    verbless = not any(tree[i].is_verb for i in range(first, located.first))
    return {"left": (first, max(last, k + 1))} if opened and verbless and before else {}


def pushed_left(sentence: Sentence, located: Located) -> Mentions:
    """Whom or what a verb of pushing brings so far: `leaves them 19% lower`, `leaves Toronto nine points adrift`."""
    noun = located.first - 1
    word = sentence.tree[noun]
    verbs = (*table("change")["pushing"]["verbs"], *table("verbs")["reckoning"])
    pushed = sentence.tree.lemma(word.head) in verbs and noun not in sentence.stop
    moved = word.dep == "dative" and word.is_noun
    if not pushed or not (moved or (word.dep == "dobj" and word.tag in ("PRP", "NNP"))):
        return {}
    first, last = (noun, noun + 1) if word.tag == "PRP" else sentence.tree.noun_phrase(noun, sentence.stop)
    return {"left": (first, max(noun + 1, min(last, located.first)))}


def object_left(sentence: Sentence, located: Located) -> Mentions:
    """The object that a multiple or degree right behind it describes: `a bonus triple the size of his salary`."""
    noun = located.first - 1
    word = sentence.tree[noun]
    inside = word.dep == "nsubj" and word.head > located.first and sentence.verb_before(noun) is not None
    if noun < 1 or noun in sentence.stop or not word.is_noun or word.label:
        return {}
    if sentence.tree.lemma(word.head) in table("comparison")["paying"]["verbs"]:
        return {}  # "costs the state $15,000 more than a place in a clinic"
    if word.dep not in ("dobj", "attr", "pobj") and not inside:
        return {}
    first, last = sentence.tree.noun_phrase(noun, sentence.stop)
    return {"left": (first, max(noun + 1, min(last, located.first)))}


def new_left(sentence: Sentence, located: Located) -> Mentions:
    """The object that is told of for the first time, with a degree or multiple behind: `a bridge twice as long as`."""
    new = any(child.lower in ("a", "an") for child in sentence.tree.children(located.first - 1))
    return object_left(sentence, located) if new else {}


def _before_aside(sentence: Sentence, k: int) -> int:
    """The word before an aside that ends at word `k`: `those from lorries, despite cleaner engines, 5% higher`."""
    if sentence.word(k) != ",":
        return k
    opened = next((j for j in range(k - 1, max(0, k - 9), -1) if sentence.word(j) == ","), None)
    return k if opened is None or any(sentence.tree[j].is_verb for j in range(opened, k)) else opened - 1
