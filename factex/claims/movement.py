"""Which part each quantity plays where something moves: start, end, amount or factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.amounts import stands_behind
from factex.claims.sentence import comparable, is_multiple, is_relative, order
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import is_property
from factex.records import Modifier, Order, UnitKind
from factex.syntax.tree import FINITE_TAGS

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word


_CLOSING = frozenset((",", ".", ";", "", "over", "in", "since", "by", "during", "between", "unless", "if", "while"))


# What begins with these is a level, not by how much: "fell below 5%", "could rise as high as $40".
_LEVELLED = ("below ", "above ", "as low as ", "as high as ")


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


def _before_peak(sentence: Sentence, i: int) -> int | None:
    """The preposition in `pushed prices to a season high of 746 cents`, `grew at an annual rate of 3%`, for `of`."""
    data = table("change")
    marks = {"to": data["peaks"]["nouns"], "at": data["paces"]["nouns"], "from": data["bases"]["nouns"]}
    wanted = [mark for mark, nouns in marks.items() if sentence.word(i) == "of" and sentence.word(i - 1) in nouns]
    nearest = next((k for k in range(i - 2, max(-1, i - 8), -1) if sentence.word(k) in marks), None)
    return nearest if nearest is not None and sentence.word(nearest) in wanted else None


def to_peak(sentence: Sentence, located: Located | None) -> str:
    """The direction that the noun before a number tells: `pushed prices to a season high of 746 cents`."""
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
        if sentence.word(located.last) == "as" and not sentence.free("comparison", located):
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


def roles_of(sentence: Sentence, verb: Word, found: list[Located], *, strong: bool) -> dict[str, Located]:
    """The parts that a verb's quantities play, by the names of a change's fields."""
    roles: dict[str, Located] = {}
    for located in found:
        mark = preposition(sentence, located)
        if _is_total(sentence, located):
            continue
        if is_multiple(located):
            rough = located.quantity.modifier is not Modifier.EXACT and located.first - verb.i <= 4
            if rough and preposition(sentence, located) == "" and sentence.word(located.last) in _CLOSING:
                roles.setdefault("factor", located)  # "could rise more than 10 times over the next 25 years"
            elif sentence.words(located.first - 2, located.first) == ["factor", "of"]:
                roles.setdefault("factor", located)  # "rose by a factor of three"
            elif verb.i in located or (located.first == verb.i + 1 and located.quantity.text.lower().endswith("fold")):
                roles.setdefault("factor", located)
            continue
        if not mark and located.quantity.text.lower().startswith(_LEVELLED) and located.first == verb.i + 1:
            roles.setdefault("end", located)
            continue
        dated = mark == "from" and any(one.label == "DATE" for one in sentence.tree.words[located.last + 1 :][:2])
        if sentence.word(located.last) in ("than", "of") and not is_relative(located) and not dated:
            continue  # but "down on the 34,500 of last year"
        if f"{mark} {located.quantity.text.lower()}".endswith("in half"):
            roles.setdefault("factor", located)  # "cut the deficit almost in half"
        elif mark == "from":
            if not _told_by_noun(sentence, located):
                roles.setdefault("start", located)
        elif mark in ("to", "into", "past"):
            if "start" in roles or _reaches(sentence, verb, located):
                roles.setdefault("end", located)
        elif mark == "by":
            if _of_a_noun(sentence, located):
                continue
            if sentence.tree[located.first - 2].tag not in ("JJR", "RBR") or sentence.word(located.last) != "than":
                roles.setdefault("amount", located)  # but "deeper by a third than any"
        elif mark == "at":
            paced = _paced(sentence, located)
            roles.setdefault("amount" if paced and is_relative(located) else "end", located)
        elif mark in ("of", "than", "in", "for", "on", "with"):
            continue
        elif "amount" in roles and is_relative(located) and sentence.word(located.first - 1) in ("or", "("):
            roles.setdefault("relative", located)
        elif _told_again(sentence, roles.get("amount"), located):
            roles["relative"], roles["amount"] = roles["amount"], located
        elif "start" in roles and located.quantity.text.lower().startswith("up to "):
            roles.setdefault("end", located)  # "go from 5.2 up to about 5.7"
        elif _of_thing(sentence, verb, located):
            roles.setdefault("start", located)
        elif stands_behind(sentence, verb, located, strong=strong):
            roles.setdefault("amount", located)
    return roles


def _of_thing(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether a number is the level of the property that is moved: `halve its debt of €640m`."""
    thing = sentence.tree.child(verb.i, "dobj")
    if thing is None or sentence.words(located.first - 2, located.first) != [thing.lower, "of"] or is_relative(located):
        return False
    amounting = thing.lower in table("measurement")["amounting"]["nouns"]
    unit = located.quantity.unit
    if unit is not None and unit.kind is UnitKind.COUNT and thing.lower not in table("change")["counting"]["nouns"]:
        return False  # "wrote down the value of 41 stores"
    return is_property(sentence.tree.lemma(thing.i)) and not amounting and thing.lower not in change_nouns()


def _of_a_noun(sentence: Sentence, located: Located) -> bool:
    """Whether a number describes the noun behind it: `boosted by the 10 cents a kilo levy`."""
    tree, k = sentence.tree, located.last
    determined = sentence.word(located.first - 1) in ("the", "a", "an", "this", "its")
    return determined and k < len(tree) and tree[k].is_noun and tree[k].label not in ("DATE", "TIME")


def _is_total(sentence: Sentence, located: Located) -> bool:
    """Whether another number is a part of this one: `cut 30 of its 80 jobs`."""
    before = sentence.before(located)
    gap = [] if before is None else sentence.gap(before, located)
    return gap[:1] == ["of"] and all(word in leads() for word in gap)


def _told_again(sentence: Sentence, amount: Located | None, located: Located) -> bool:
    """Whether an absolute amount tells again what a relative one does: `cut 5% of its staff, or 6,650 jobs`."""
    if amount is None or not is_relative(amount) or is_relative(located) or located.quantity.unit is None:
        return False
    gap = sentence.gap(amount, located)
    return gap[-2:] == [",", "or"] and len(gap) <= 6


def _told_by_noun(sentence: Sentence, located: Located) -> bool:
    """Whether a noun of change brings `from`: `expanded by 2.8%, a slowdown from 3%`."""
    k = next((k for k in range(located.first - 1, -1, -1) if sentence.word(k) == "from"), 0)
    noun = k > 0 and sentence.tree[k - 1].is_noun and sentence.word(k - 1) in change_nouns()
    return noun and "," in sentence.words(k - 5, k - 1)


def _paced(sentence: Sentence, located: Located) -> bool:
    """Whether `at` brings a pace: `falling at an average of 2.2 per cent`, `grew at a rate of 5%`."""
    i = located.first
    while i > 0 and sentence.word(i - 1) != "at":
        i -= 1
    words = (*sentence.words(i, located.first), *located.quantity.text.lower().split())
    return any(word in table("change")["paces"]["nouns"] for word in words)


def _reaches(sentence: Sentence, verb: Word, located: Located) -> bool:
    """Whether `to N` tells a level; `cut power to 580,000 homes` tells who lost it."""
    unit = located.quantity.unit
    thing = sentence.tree.child(verb.i, "dobj")
    if unit is None or unit.kind is not UnitKind.COUNT or thing is None or thing.i in sentence.stop:
        return True
    lemma = sentence.tree.lemma(thing.i)
    return lemma in table("change")["counting"]["nouns"] or lemma == unit.name


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
