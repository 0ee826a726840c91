"""The numbers that a verb of change governs, also where the parse hangs them elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.movement import change_verbs, preposition
from factex.claims.sentence import comparable, is_multiple, is_relative
from factex.lexicon.files import table
from factex.lexicon.nouns import is_property
from factex.records import UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


def governed(sentence: Sentence, verb: Word) -> list[Located]:
    """The quantities that belong to a verb: governed in the parse, or next behind it with no verb between."""
    found = []
    for located in sentence.quantities:
        attributive = located.attributive or _describes(sentence, located)
        if not sentence.free("change", located) or (attributive and not is_multiple(located)):
            continue
        if located.first > verb.i and _in_absolute(sentence, verb.i, located.first):
            continue  # "Shares edged lower, with the index down 0.6% to 8,447"
        level = sentence.before(located)
        apart = sentence.words(located.first - 3, located.first) in ([",", "up", "from"], [",", "down", "from"])
        of_level = level is not None and "of" in (sentence.word(level.first - 1), preposition(sentence, level))
        if apart and level is not None and (of_level or preposition(sentence, level) == "at"):
            continue  # "raised $450 million at a valuation of $6.2 billion, up from $2.1 billion"
        if "than" in sentence.words(located.last + 1, located.last + 4) and not sentence.free("comparison", located):
            continue  # "runs 11 points higher than among pensioners"
        if sentence.word(located.last) in ("as", "that") and not sentence.free("comparison", located):
            continue  # "is growing half as fast"
        governor = sentence.verb_of(located)
        nearest = _but_for_aside(sentence, sentence.verb_before(located.first), located)
        marked = preposition(sentence, located) in ("from", "to", "by", "at")
        if nearest is not None and nearest.i > verb.i and _moves_itself(sentence, nearest):
            marked = False  # "After they put up cameras, thefts went down to 42"
        if located.first > verb.i and (
            (nearest is not None and (nearest.i == verb.i or _past_participle(sentence, verb, nearest, located)))
            or (governor is not None and governor.i == verb.i and (marked or nearest is None))
            or (nearest is not None and _over_clause(sentence, verb, nearest, located))
        ):
            found.append(located)
    return found


def _in_absolute(sentence: Sentence, first: int, last: int) -> bool:
    """Whether `with` opens a phrase of its own between a verb and a number, with a word of direction in it."""
    opened = next((k for k in range(last - 1, first, -1) if sentence.words(k - 1, k + 1) == [",", "with"]), None)
    return opened is not None and any(sentence.word(k) in ("up", "down") for k in range(opened, last))


def _over_clause(sentence: Sentence, verb: Word, nearest: Word, located: Located) -> bool:
    """Whether both ends stand behind a clause about what moves: `cut the fee that residents pay from $40 to $30`."""
    tree = sentence.tree
    thing = tree.head(nearest.i)
    about = nearest.dep == "relcl" and thing.is_noun and thing.dep in ("dobj", "nsubjpass") and thing.head == verb.i
    if not about or change_verbs().get(sentence.tree.lemma(nearest.i), ("", False))[1]:
        return False
    if preposition(sentence, located) == "by" and is_property(tree.lemma(thing.i)):
        return True  # "raised the price it pays farmers by 3 cents"
    beside = sentence.after(located.last) if preposition(sentence, located) == "from" else sentence.before(located)
    ends = beside is not None and {preposition(sentence, one) for one in (located, beside)} == {"from", "to"}
    return ends and beside is not None and comparable(located, beside)


def _moves_itself(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb of change has a subject of its own right before it."""
    subject = sentence.tree.child(verb.i, "nsubj")
    own = subject is not None and subject.is_noun and subject.i < verb.i
    finite = verb.tag in FINITE_TAGS or sentence.tree.child(verb.i, "aux") is not None
    return own and finite and sentence.tree.lemma(verb.i) in change_verbs()


def _describes(sentence: Sentence, located: Located) -> bool:
    """Whether a quantity stands before the noun that it describes: `a 60 per cent stake`, `its $5 billion market`."""
    tree = sentence.tree
    noun = located.last
    if noun >= len(tree) or not tree[noun].is_noun or noun in sentence.stop or tree[noun].label in ("DATE", "TIME"):
        return False
    unit = located.quantity.unit
    measured = unit is not None and (unit.kind is UnitKind.CURRENCY or is_relative(located))
    return measured and tree[located.first - 1].tag in ("DT", "PRP$", "POS") and noun != located.head


def _but_for_aside(sentence: Sentence, verb: Word | None, located: Located) -> Word | None:
    """The verb before an aside that a number stands behind.

    Of who says so (`has halved, the ministry says, from 38% to 17%`), of when it was (`slid from 31% in 2015, when it
    led, to 12%`), or of a run (`fell for a third year running, to 3,190`).
    """
    if verb is None:
        return None
    if verb.tag == "VBG" and verb.i and sentence.tree[verb.i - 1].label == "DATE":
        return sentence.verb_before(verb.i)
    opened = next((k for k in range(verb.i - 1, max(-1, verb.i - 9), -1) if sentence.word(k) == ","), None)
    if opened is None:
        return verb
    said = sentence.word(verb.i + 1) == "," and sentence.tree.lemma(verb.i) in table("verbs")["saying"]
    closed = sentence.word(located.first - 2) == "," and sentence.word(located.first - 1) in ("to", "from")
    inside = sentence.words(opened + 1, located.first - 2)
    single = ";" not in inside and not any(opened < one.first < located.first for one in sentence.quantities)
    timed = closed and single and sentence.tree[opened + 1].tag in ("WRB", "WDT", "WP", "WP$")
    return sentence.verb_before(opened) if said or timed else verb


def _past_participle(sentence: Sentence, verb: Word, nearest: Word, located: Located) -> bool:
    """`lift the share of trips made without a car from 44%`: the nearer verb describes what moves."""
    if nearest.i < verb.i or nearest.tag not in ("VBN", "VBD", "VBG"):
        return False
    if nearest.lower in change_verbs() or _moves_itself(sentence, nearest):
        return False
    marked = preposition(sentence, located) in ("from", "to", "by")
    between = sentence.words(verb.i + 1, located.first)
    thing = sentence.tree.child(verb.i, "dobj")
    described = thing is not None and verb.i < thing.i < nearest.i
    if marked and preposition(sentence, located) == "to":
        before = sentence.before(located)
        return before is not None and preposition(sentence, before) == "from" and described
    return marked and described and len(between) <= 14 and not any(word in (",", ";", "and") for word in between)
