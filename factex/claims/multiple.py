"""Comparisons by a multiple: `3.4 times as many as`, `half that`, `twice what locals pay`."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from factex.claims.amounts import of_own_size
from factex.claims.belonging import beside, bracketed
from factex.claims.claim import Claim, Rule
from factex.claims.fronted import opening_side
from factex.claims.left_nouns import gapped_left, new_left, object_left
from factex.claims.lefts import left_of
from factex.claims.links import link
from factex.claims.movement import change_verbs
from factex.claims.orders import noun_behind
from factex.claims.parts import means_amount
from factex.claims.passing import LEVELS, PASSING
from factex.claims.sentence import comparable, is_multiple, is_relative
from factex.claims.sides import WITHIN, amount_at, side_at
from factex.claims.surpassing import VERB, is_deed
from factex.lexicon.files import per_lexicon, table
from factex.lexicon.nouns import is_property
from factex.records import Modifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located

# So many words may lie between two multiples of which one is held against the other.
_HELD = 8
_THERE = frozenset(("to", "in", "of", "for", "from", "at"))
_THEIRS = frozenset(("theirs", "ours", "hers", "mine", "yours"))
_OF_SIZE = frozenset(("the", "that", "its", "their", "our", "his", "her", "what", "this", "those"))


@per_lexicon
def _levels() -> frozenset[str]:
    """Nouns of amounts that a multiple may be told of."""
    data = table("comparison")["amounts"]
    return frozenset((*data["nouns"], *data["levels"]))


def _as_times(located: Located) -> Located:
    """A fraction as the multiple that it is of another amount: `half that`."""
    unit = located.quantity.unit
    named = None if unit is None else unit.model_copy(update={"name": "times"})
    return replace(located, quantity=located.quantity.model_copy(update={"unit": named}))


def _by_multiple(sentence: Sentence) -> Iterator[Claim]:
    """`3.4 times as many as the EU`, `five times the pace`, `twice the output of`, `half that`, `10 times our size`."""
    for located in sentence.quantities:
        fraction = _is_fraction(located)
        free = sentence.free("comparison", located) and sentence.free("change", located)
        if not (is_multiple(located) or fraction) or located.attributive or not free:
            continue
        i = located.last
        if _is_held(sentence, located):
            continue
        left = left_of(sentence, located)
        marks = (",", "—", "–", "and", "but") if left in sentence.lefts.values() else (",", "—", "–")
        apposed = left is not None and sentence.word(located.first - 1) in marks
        as_many = _is_degree(sentence, located)
        of_level = fraction and apposed and left is not None and _of_other_level(sentence, located, left)
        if not as_many and not of_level and not _is_of_amount(sentence, located, apposed=apposed):
            continue
        if fraction and sentence.word(i) == "of" and _opens_share(sentence, located):
            continue
        size = sentence.word(i) in _OF_SIZE or _owned_by_time(sentence, i)
        if is_multiple(located) and is_deed(sentence, located) and not (apposed and size):
            continue  # but "900 pupils, double its capacity"
        verb = sentence.verb_before(located.first)
        moving = verb is not None and located.first - verb.i <= 3 and sentence.tree.lemma(verb.i) in change_verbs()
        if moving and of_own_size(sentence, located):
            continue  # "lost a third of their value"
        roles = {"factor": _as_times(located) if fraction else located}
        if left is not None:
            roles["left"] = left
            sentence.lefts[located.first] = left
        k = _as_behind(sentence, i) if as_many else None
        if k is None and not as_many and _once_held(sentence, i):
            k, mentions = i, {}
        else:
            mentions = (
                _amount_side(sentence, i, roles) if not as_many else {} if k is None else side_at(sentence, k + 1)
            )
        if as_many:
            roles |= _named_level(sentence, mentions)
        front = opening_side(sentence)
        if front and (not mentions or i + 1 in range(*mentions["right"])):
            mentions = front  # "Compared to New Zealand, land is half the price"
        pivot = None if k is None or mentions else k + 1
        if not as_many and "right" in mentions and _names_property(sentence, i, mentions["right"]):
            mentions = mentions | {"level": (i + 1, i + 2)}
        roles = bracketed(sentence, i, left) | roles
        if left is None:
            mentions |= (
                gapped_left(sentence, located)
                or (_counted_left(sentence, located) if as_many else {})
                or (object_left if sentence.word(i) in _OF_SIZE else new_left)(sentence, located)
            )
        anchor = left.head if left is not None else located.head
        value = located.quantity.number
        values: dict[str, object] = {"relation": "less" if value is not None and value < 1 else "greater"}
        yield Claim(
            "comparison", "comparison.multiple", roles, anchor, mentions=mentions, values=values,
            predicate=_telling_verb(sentence, located, left, held=as_many and "right" in mentions),
            pivot=pivot,
        )  # fmt: skip


def _is_held(sentence: Sentence, located: Located) -> bool:
    """Whether a multiple is a level held against another: `2.1 times earnings, compared with 2.6 times in December`."""
    other = sentence.after(located.last)
    held = other is not None and is_multiple(located) and is_multiple(other)
    gap = sentence.gap(located, other) if held and other is not None else []
    return len(gap) <= _HELD and "," in gap and link(gap) is not None


def _named_level(sentence: Sentence, mentions: dict[str, tuple[int, int]]) -> dict[str, Located]:
    """The number of what a multiple is held against: `eight times as high as the legal limit of 200 becquerels`."""
    end = mentions["right"][1] if "right" in mentions else 0
    level = sentence.after(end)
    told = level is not None and end > 1 and level.first == end + 1 and sentence.word(end) == "of"
    named = told and is_property(sentence.tree.lemma(end - 1))
    return {"right": level} if named and level is not None else {}


def _names_property(sentence: Sentence, i: int, right: tuple[int, int]) -> bool:
    """Whether a multiple is told of a property that the right side has: `twice the rate of white drivers`."""
    lemma = sentence.tree.lemma(i + 1)
    plain = sentence.word(i) == "the" and lemma not in table("comparison")["amounts"]["plain"]
    return plain and is_property(lemma) and i + 1 not in range(*right)


def _opens_share(sentence: Sentence, located: Located) -> bool:
    """Whether a fraction is the subject, a part of what `of` brings: `More than half of its weight was propellant`."""
    head = sentence.tree[located.head]
    verb = sentence.tree[head.head]
    return located.first <= 3 and head.dep in ("nsubj", "nsubjpass") and verb.is_verb and verb.i > located.last


def _is_fraction(located: Located) -> bool:
    unit = located.quantity.unit
    return unit is not None and unit.name == "fraction"


def _is_degree(sentence: Sentence, located: Located) -> bool:
    """Whether `as` brings what a multiple is of: `twice as many`, `half as wide as`."""
    i = located.last
    odds = "in" in sentence.words(located.first, i)  # "one name in nine as doubtful"
    degree = not odds and i + 1 < len(sentence.tree) and sentence.tree[i + 1].tag in ("JJ", "RB")
    return sentence.word(i) == "as" and (is_multiple(located) or degree or _as_behind(sentence, i) is not None)


def _is_of_amount(sentence: Sentence, located: Located, *, apposed: bool) -> bool:
    """Whether an amount stands behind a multiple or fraction: `five times the pace`, `half the size of`."""
    i = located.last
    word = sentence.word(i)
    if not _is_fraction(located):
        return word in _OF_SIZE or _names_amount(sentence, i) or _owned_by_time(sentence, i)
    owned = word in _THEIRS or (word == "of" and sentence.word(i + 1) in _THEIRS)  # "Our losses are a fifth of theirs"
    if owned or (word in ("those", "that") and sentence.word(i + 1) in WITHIN | {"by", "of", "at"}):
        return True  # "one-sixth those by plane"
    of_clause = apposed and sentence.words(i, i + 2) == ["of", "what"]  # "£40m, a quarter of what its rival spends"
    noun = sentence.nouns_after(i + 1, 3) if apposed and word == "the" else None  # "£24,000, half the pay of a driver"
    known = noun is not None and is_property(sentence.tree.lemma(noun))
    given = noun is not None and sentence.tree[noun + 1].tag in ("VBN", "VBD")  # "half the sentence handed to her aide"
    of_other = noun is not None and known and (given or sentence.word(noun + 1) in ("of", "that"))
    return of_clause or of_other or ((word in _OF_SIZE or word == "of") and _of_amount(sentence, i))


def _amount_side(sentence: Sentence, i: int, roles: dict[str, Located]) -> dict[str, tuple[int, int]]:
    """The right side of a multiple of an amount at word `i`; adds the number of that amount to the roles."""
    left, level = roles.get("left"), sentence.after(i)
    if left is None and level is not None and _of_limit(sentence, i, level) and sentence.free("comparison", level):
        roles["right"] = level
        return {"right": (i + 1, level.first - 1)}
    if left is not None and level is not None and comparable(left, level) and not level.attributive:
        if _of_level(sentence, i, level):
            roles["right"] = level  # "half the OECD average of 1.51"
        elif _is_level(sentence, i, level):
            roles["right"] = level
            return _owner_of(sentence, i, level)
    found = amount_at(sentence, i)
    return {} if "right" in found and _bare_property(sentence, i, found["right"]) else found


def _of_limit(sentence: Sentence, i: int, level: Located) -> bool:
    """Whether a norm with its number stands at word `i`: `12 times the limit of 0.01 milligrams per litre`."""
    words = sentence.words(i, level.first)
    norm = len(words) > 2 and words[0] == "the" and words[-1] == "of" and not level.attributive
    return norm and sentence.tree.lemma(level.first - 2) in table("comparison")["norms"]["nouns"]


def _bare_property(sentence: Sentence, i: int, right: tuple[int, int]) -> bool:
    """Whether a multiple of a property says whose by nothing: `Stoke Parva, which is half the size, built 88`."""
    alone = sentence.word(i) == "the" and right == (i + 1, i + 2) and sentence.word(i + 2) in (",", ".", ";", "")
    return alone and sentence.tree.lemma(i + 1) in table("comparison")["dimensions"]["nouns"]


def _of_other_level(sentence: Sentence, located: Located, left: Located) -> bool:
    """Whether a fraction behind a number is of another's number: `686,061, fewer than half the 1.6 million recorded`.

    With `of`, only what tells whose or when the other number is keeps it from being the whole of which the first is a
    part: `£2.10, less than a third of the £6.85 that Thornby spent`, but `$80m, a third of the $240m budget`.
    """
    i, level = located.last, sentence.after(located.last)
    if level is None or is_multiple(level) or is_relative(level) or level.attributive or not comparable(left, level):
        return False
    if sentence.words(i, level.first) == ["the"]:
        return True
    behind = sentence.tree[level.last] if level.last < len(sentence.tree) else None
    told = behind is not None and (behind.tag in ("VBN", "VBD", "PRP") or behind.lower in ("that", "a"))
    return told and sentence.words(i, level.first) == ["of", "the"] and located.quantity.modifier is not Modifier.EXACT


def _telling_verb(sentence: Sentence, located: Located, left: Located | None, *, held: bool) -> int | None:
    """The verb of `twice as many women as men`, or that which says a multiple of a number: `£14m was twice that`."""
    if left is None:
        return _holding_verb(sentence, located) if held else None
    verb = sentence.verb_before(located.first)
    return verb.i if verb is not None and left.last <= verb.i >= located.first - 2 else None


def _holding_verb(sentence: Sentence, located: Located) -> int | None:
    """The verb before `twice as many women as men`."""
    verb = sentence.clause_verb(located.head) if sentence.word(located.last + 1) in ("many", "much") else None
    return verb.i if verb is not None and verb.i < located.first else None


def _as_behind(sentence: Sentence, i: int) -> int | None:
    """The second `as` of `as full as`, whose first is word `i`."""
    opened = {located.last for located in sentence.quantities}  # "twice as long and a third as wide as the first"
    behind = itertools.takewhile(
        lambda k: k < i + 10 or sentence.tree[k].tag not in (",", ":", ".", "CC", "VBZ"),
        range(i + 2, min(i + 18, len(sentence.tree))),
    )  # "as many lynx were photographed in the national park as in the forest"
    return next((k for k in behind if sentence.word(k) == "as" and k not in opened), None)


def _counted_left(sentence: Sentence, located: Located) -> dict[str, tuple[int, int]]:
    """`Twice as many women as men said`: the things that are counted, where they are the subject."""
    i = located.last
    noun = sentence.nouns_after(i + 2, 3)
    if noun is None or sentence.word(i + 1) not in ("many", "much") or "as" in sentence.words(i + 2, noun):
        return {}  # "twice as much as it did"
    subject = located.first <= 1 or sentence.tree[noun].dep in ("nsubj", "nsubjpass")
    return {"left": (i + 2, max(noun + 1, sentence.tree.noun_phrase(noun, sentence.stop)[1]))} if subject else {}


def _of_level(sentence: Sentence, i: int, level: Located) -> bool:
    """Whether a number behind word `i` is the level of the amount named there."""
    near = sentence.word(level.first - 1) == "of" and level.first - i <= 6
    return near and not any(sentence.tree[k].is_verb for k in range(i, level.first))


def _names_amount(sentence: Sentence, i: int) -> bool:
    """Whether an amount stands behind a multiple: `twice legal limits`, `four times last May's level`."""
    for k in range(i, min(i + 5, len(sentence.tree))):
        word = sentence.tree[k]
        if word.is_noun and sentence.tree.lemma(k) in _levels():
            return True
        if word.tag == "POS" and (sentence.word(k + 1) in (".", ",", ";", ")", "") or k + 1 in sentence.stop):
            return True  # "nearly four times Kenya's"
        if not (word.is_noun or word.tag in ("JJ", "POS", "CD", "NNP", "VBN")):
            return False
    return False


def _owned_by_time(sentence: Sentence, i: int) -> bool:
    """Whether what another time had stands behind a multiple: `40,000 hectares, double last year's area`."""
    owner = next((k for k in range(i, min(i + 4, len(sentence.tree))) if sentence.tree[k].tag == "POS"), 0)
    return owner > i and sentence.tree[owner - 1].label == "DATE" and sentence.word(i) not in ("a", "an")


def _is_level(sentence: Sentence, i: int, level: Located) -> bool:
    """Whether a multiple is told of a number right behind it: `more than double the 140 admitted in May`."""
    gap = sentence.tree.words[i + int(sentence.word(i) == "of") : level.first]
    return len(gap) <= 5 and all(word.is_noun or word.tag in ("DT", "JJ", "POS", "PRP$") for word in gap)


def _owner_of(sentence: Sentence, i: int, level: Located) -> dict[str, tuple[int, int]]:
    """Whose number the right one is, unless that is a time: `twice America's 109`."""
    mentions = beside(sentence, i, level)
    timed = any(sentence.tree[k].label in ("DATE", "TIME") for span in mentions.values() for k in range(*span))
    return {} if timed else mentions


def _of_amount(sentence: Sentence, i: int) -> bool:
    """Whether `half` before word `i` is a multiple of another amount: `half that`, `half the size of`."""
    words = sentence.words(i, i + 5)
    if words[:1] in (["that"], ["this"]) and words[1:2] and words[1] in _levels():
        return True  # "less than half that sum"
    told = sentence.at(i - 1)
    apart = told is not None and sentence.word(told.first - 1) == ","
    if apart and words[:1] == ["of"] and means_amount(sentence, i + 1):
        return False  # "imports 70% of its gas, two-thirds of that from Algeria"
    if words[:2] == ["of", "that"] and words[2:3] and words[2] in (*_THERE, "between"):
        return True  # "less than a tenth of that between Earth and the Sun"
    if words[:1] == ["that"] and (len(words) < 2 or words[1] in (".", ",", ";", "of", "in", "for", ")")):
        return True
    if words[:1] == ["of"] and words[1:2] and words[1] in table("comparison")["standards"]["words"]:
        return True  # "less than half of normal"
    verb = sentence.verb_before(i)
    if words[:2] == ["of", "that"] and words[2:3] and words[2] in (".", ",", ";"):
        return verb is not None and sentence.tree.lemma(verb.i) == "be"  # "Here the figure was a third of that"
    if words[:1] == ["those"] and words[1:2] and words[1] in _THERE:
        return verb is not None and sentence.tree.lemma(verb.i) == "be"  # "were less than half those to China"
    if words[:1] == ["of"] and verb is not None and sentence.tree.lemma(verb.i) in table("share")["covering"]:
        return False  # "covers a third of the cost"
    if words[:2] == ["of", "what"] or words[:1] == ["what"]:
        return True
    if words[:1] == ["of"] and i + 2 < len(sentence.tree) and sentence.tree[i + 2].tag == "POS":
        return noun_behind(sentence, i + 3) is None  # "half of America's", not "half of America's income"
    partly = words[:1] == ["of"]
    words = list(itertools.takewhile(lambda word: word not in (",", ";"), words[int(partly) :]))
    data = table("comparison")["amounts"]
    if _once_held(sentence, i):
        return True
    owned = bool(words) and words[0] in ("the", "its", "their", "our", "his", "her")
    return owned and (
        any(word in data["nouns"] for word in words[1:4])
        or (not partly and any(word in data["earlier"] for word in words[1:2]))
    )


def _once_held(sentence: Sentence, i: int) -> bool:
    """Whether something had the amount at word `i` at another time: `half the area it did in 1980`."""
    k = noun = min(i + 1 + int(sentence.word(i) == "of"), len(sentence.tree) - 1)
    while k + 1 < len(sentence.tree) and (sentence.tree[k].is_noun or sentence.tree[k].tag == "JJ"):
        k += 1
    held = sentence.tree[k].tag == "PRP" and sentence.word(k + 1) in ("did", "had", "was", "were")
    return held and k > noun and sentence.word(noun - 1) == "the"


RULES = (
    VERB,
    LEVELS,
    PASSING,
    Rule("comparison.multiple", _by_multiple, "The United States has 2,600 sites, 3.4 times as many as the EU."),
)
