"""Words of change: verbs, nouns and adverbs that tell one, and the prepositions before their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.sentence import comparable, is_multiple, order
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import is_property
from factex.records import Order, UnitKind

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


@per_lexicon
def leads() -> frozenset[str]:
    """Words that may stand between a preposition and its number."""
    return frozenset(table("change")["leads"]["words"])


@per_lexicon
def change_verbs() -> dict[str, tuple[str, bool]]:
    """Lemma to (direction, whether it tells a change by itself)."""
    data = table("change")
    weak = {verb: (direction, False) for direction in data["verbs"] for verb in data["weak_verbs"].get(direction, ())}
    strong = {verb: (direction, True) for direction, verbs in data["verbs"].items() for verb in verbs}
    return {**weak, **strong}


@per_lexicon
def change_nouns() -> dict[str, str]:
    """Lemma of a noun of change to its direction."""
    return {noun: direction for direction, nouns in table("change")["nouns"].items() for noun in nouns}


def preposition(sentence: Sentence, located: Located) -> str:
    """The preposition or particle before a quantity: `from`, `to`, `by`, `at`, `up`, `down`, or empty."""
    i = located.first - 1
    if i > 0 and sentence.tree[i].tag in ("JJ", "VBN") and sentence.word(i - 1) in ("a", "an", "the", "its", "their"):
        i -= 1  # "from an unsustainable 3 per cent"
    elif i > 1 and sentence.tree[i].tag in ("JJ", "VBN") and sentence.tree[i - 1].tag == "RB":
        i -= 2 * int(sentence.word(i - 2) in ("a", "an", "the"))  # "to a seasonally adjusted 209,000"
    if i > 0 and sentence.tree[i].tag == "POS":
        i = before_owner(sentence, i)
    peak = _before_peak(sentence, i)
    if peak is not None:
        return sentence.word(peak)
    while i >= 0 and sentence.word(i) in leads():
        i -= 1
    word = sentence.word(i)
    if word == "on" and sentence.word(i - 1) in ("up", "down") and sentence.word(i + 1) in ("the", "its", "their"):
        return "from"  # "came to 31,200, down on the 34,500 of last year"
    return (
        word
        if word in ("from", "to", "by", "at", "up", "down", "of", "than", "in", "for", "on", "into", "with", "past")
        else ""
    )


def before_owner(sentence: Sentence, owned: int) -> int:
    """Where the time that has a number begins, behind its preposition: `from last year's $16m`; else the same place."""
    tree, k = sentence.tree, owned - 1
    if tree[k].label != "DATE" and tree[k].lower not in table("times")["units"]["nouns"]:
        return owned
    while k > 0 and (tree[k].label == "DATE" or tree[k].is_noun or tree[k].tag in ("JJ", "DT", "CD")):
        k -= 1
    return k


def _before_peak(sentence: Sentence, i: int) -> int | None:
    """The preposition in `drove wages to a record low of 12 euros`, `grew at an annual rate of 3%`, for `of`."""
    data = table("change")
    marks = {"to": data["peaks"]["nouns"], "at": data["paces"]["nouns"], "from": data["bases"]["nouns"]}
    wanted = [mark for mark, nouns in marks.items() if sentence.word(i) == "of" and sentence.word(i - 1) in nouns]
    nearest = next((k for k in range(i - 2, max(-1, i - 8), -1) if sentence.word(k) in marks), None)
    return nearest if nearest is not None and sentence.word(nearest) in wanted else None


def to_peak(sentence: Sentence, located: Located | None) -> str:
    """The direction that the noun before a number tells: `drove wages to a record low of 12 euros`."""
    if located is None or _before_peak(sentence, located.first - 1) is None:
        return ""
    return str(table("change")["peak_directions"].get(sentence.word(located.first - 2), ""))


def particle(sentence: Sentence, verb: Word) -> str:
    """The direction that a particle or adverb beside a verb tells: `come down`, `settled lower`."""
    adverbs: dict[str, str] = table("change")["adverbs"]
    phrasal: dict[str, str] = table("change")["phrasal"]
    lemma = sentence.tree.lemma(verb.i)
    if lemma in phrasal and sentence.word(verb.i + 1) == "up":
        return phrasal[lemma]
    beside = [
        word
        for word in sentence.tree.children(verb.i)
        if word.dep in ("prt", "advmod", "acomp", "oprd", "prep") and word.i > verb.i and word.i - verb.i <= 8
        and word.i not in sentence.stop  # "rose up to 5%"
        and sentence.word(word.i - 1) != ","  # "drew 3,000 visitors, down from 4,100"
    ]  # fmt: skip
    if sentence.word(verb.i + 2) == "to" and sentence.word(verb.i + 1) in ("up", "down"):  # "goes up to 50 percent"
        return "" if verb.i + 1 in sentence.stop else adverbs[sentence.word(verb.i + 1)]
    thing = sentence.tree.child(verb.i, "dobj")
    k = verb.i + 1 if thing is None else thing.i + 1
    apart = sentence.word(k) in ("up", "down") and sentence.word(k + 1) in ("to", "by", "from")
    if apart and k > verb.i + 1 and k not in sentence.stop:
        return adverbs[sentence.word(k)]  # "bring the figure down to 10%"
    return next(
        (adverbs[word.lower] for word in beside if word.lower in adverbs and word.lower not in ("more", "less", "off")),
        "",
    )


def moved(sentence: Sentence, verb: Word) -> int | None:
    """What moves: the object of a verb that somebody does, else its subject."""
    tree = sentence.tree
    thing = tree.child(verb.i, "dobj")
    passive = tree.child(verb.i, "nsubjpass")
    if passive is not None:
        return passive.i
    pushed = thing is not None and thing.lower in ("it", "them") and verb.tag == "VBG"  # ", pushing it up by one cent"
    if thing is not None and thing.i not in sentence.stop and (thing.tag != "PRP" or pushed):
        return thing.i
    return None


def doubling(sentence: Sentence, word: Word) -> bool:
    """Whether `double` behind an auxiliary was taken for no verb: `would more than double the irrigated area`."""
    own = sentence.at(word.i)
    if word.is_verb or own is None or not is_multiple(own) or word.lower not in change_verbs():
        return False
    led = sentence.tree.words[max(0, own.first - 2) : own.first]
    return any(one.tag in ("MD", "TO") for one in led) and not any(one.is_verb for one in led)


def stays(sentence: Sentence, verb: Word, end: Located) -> bool:
    """`held at 51.3%`, `left unchanged at 5.25%`, `stays at £85`; not `stayed at 40 hotels`."""
    unit = end.quantity.unit
    steady = particle(sentence, verb) == "none" or any(
        word in ("unchanged", "steady", "flat", "stable") for word in sentence.words(verb.i, end.first)
    )
    if (
        sentence.tree.lemma(verb.i) in ("leave", "keep", "stay", "remain")
        and unit is not None
        and unit.kind is UnitKind.COUNT
    ):
        return steady
    length = unit is not None and unit.dimension == "[length]" and sentence.tree.lemma(verb.i) in ("stay", "remain")
    doer = sentence.tree.child(verb.i, "nsubj") if length and not steady else None
    if doer is not None and not is_property(sentence.tree.lemma(doer.i)):
        return False  # "The sharks stayed at 400 metres"
    if verb.tag == "VBG" and verb.lower == "leaving" and not steady:
        return False  # "prices slipped, leaving the average at $1.21 million"
    thing = sentence.tree.child(verb.i, "dobj")
    kept = thing is not None and is_property(sentence.tree.lemma(thing.i))
    if thing is not None and thing.i < end.first and not kept and not steady:
        return False  # "holds more water than the other, at 48 million cubic metres"
    lemma = sentence.tree.lemma(verb.i)
    frozen = lemma == "freeze" and verb.tag == "VBN"  # "University fees, frozen at £9,250 since 2017,"
    kept = kept or frozen
    return preposition(sentence, end) == "at" and (steady or kept or lemma not in ("leave", "keep", "freeze"))


def by_ends(roles: dict[str, Located]) -> str:
    """The direction that the two ends tell."""
    if "start" not in roles or "end" not in roles:
        return ""
    found = order(roles["end"].quantity, roles["start"].quantity)
    if found is None or not comparable(roles["start"], roles["end"]):
        return ""
    return {Order.GREATER: "increase", Order.LESS: "decrease", Order.EQUAL: "none"}[found]
