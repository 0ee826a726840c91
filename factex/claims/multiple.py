"""Comparisons by a multiple or a verb: `3.4 times as many as`, `half that`, `outnumbered by two to one`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factex.claims.claim import Claim, Rule
from factex.claims.orders import noun_behind
from factex.claims.sentence import comparable, is_multiple, is_proportion
from factex.claims.sides import amount_at, beside, gapped_left, left_of, side_at, top_noun
from factex.lexicon.files import per_lexicon, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

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
        multiple = is_multiple(located)
        unit = located.quantity.unit
        fraction = unit is not None and unit.name == "fraction"
        if (
            not (multiple or fraction)
            or located.attributive
            or not sentence.free("comparison", located)
            or not sentence.free("change", located)
        ):
            continue
        i = located.last
        word = sentence.word(i)
        odds = "in" in sentence.words(located.first, located.last)  # "one name in nine as doubtful"
        degree = not odds and i + 1 < len(sentence.tree) and sentence.tree[i + 1].tag in ("JJ", "RB")
        as_many = word == "as" and (multiple or degree or _as_behind(sentence, i) is not None)
        of_size = (
            word in _OF_SIZE
            or (multiple and _names_amount(sentence, i))
            or (fraction and word == "of" and _of_amount(sentence, i))
            or (word == "of" and sentence.tree[min(i + 1, len(sentence.tree) - 1)].label == "GPE" and fraction)
        )
        if fraction and not as_many and not _of_amount(sentence, i):
            continue
        if not (as_many or of_size):
            continue
        apposed = sentence.word(located.first - 1) in (",", "—", "–") and left_of(sentence, located) is not None
        if multiple and _is_deed(sentence, located) and not (apposed and word in _OF_SIZE):
            continue  # but "900 pupils, double its capacity"
        roles = {"factor": located}
        if fraction:
            roles["factor"] = _as_times(located)
        left = left_of(sentence, located)
        if left is not None:
            roles["left"] = left
            sentence.lefts[located.first] = left
        mentions: dict[str, tuple[int, int]] = {}
        if as_many:
            k = _as_behind(sentence, i)
            mentions = side_at(sentence, k + 1) if k is not None else {}
        else:
            mentions = amount_at(sentence, i)
            level = sentence.after(i)
            if left is not None and level is not None and comparable(left, level) and not level.attributive:
                if _of_level(sentence, i, level):
                    roles["right"] = level  # "half the OECD average of 1.51"
                elif _is_level(sentence, i, level):
                    roles["right"], mentions = level, _owner_of(sentence, i, level)
        value = located.quantity.number
        relation = "less" if value is not None and value < 1 else "greater"
        if left is None:
            mentions |= gapped_left(sentence, located) or (_counted_left(sentence, i) if as_many else {})
        anchor = left.head if left is not None else located.head
        verb = sentence.clause_verb(located.head) if as_many and sentence.word(i + 1) in ("many", "much") else None
        holds = left is None and verb is not None and verb.i < located.first and "right" in mentions
        yield Claim(
            "comparison", "comparison.multiple", roles, anchor, mentions=mentions, values={"relation": relation},
            predicate=verb.i if holds and verb is not None else None,
        )  # fmt: skip


def _as_behind(sentence: Sentence, i: int) -> int | None:
    """The second `as` of `as full as`, whose first is word `i`."""
    return next((k for k in range(i + 2, min(i + 10, len(sentence.tree))) if sentence.word(k) == "as"), None)


def _is_deed(sentence: Sentence, located: Located) -> bool:
    """Whether a multiple is what is done: `would more than double the amount`, `expect the lead to halve`."""
    inside = range(located.first, located.last)
    before = sentence.tree[located.first - 1]
    told = any(sentence.word(k) in table("numerals")["multiplying"] for k in inside)
    return before.tag == "MD" or any(sentence.tree[k].is_verb for k in inside) or (told and before.lower == "to")


def _counted_left(sentence: Sentence, i: int) -> dict[str, tuple[int, int]]:
    """`Twice as many women as men said`: the things that are counted, where they are the subject."""
    noun = sentence.nouns_after(i + 2, 3)
    if noun is None or sentence.word(i + 1) not in ("many", "much"):
        return {}
    subject = sentence.tree[noun].dep in ("nsubj", "nsubjpass")
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


def _is_level(sentence: Sentence, i: int, level: Located) -> bool:
    """Whether a multiple is told of a number right behind it: `more than double the 140 admitted in May`."""
    gap = sentence.tree.words[i : level.first]
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
    if words[:1] == ["that"] and (len(words) < 2 or words[1] in (".", ",", ";", "of", "in", "for", ")")):
        return True
    verb = sentence.verb_before(i)
    if words[:1] == ["of"] and verb is not None and sentence.tree.lemma(verb.i) in table("share")["covering"]:
        return False  # "covers a third of the cost"
    if words[:2] == ["of", "what"] or words[:1] == ["what"]:
        return True
    if words[:1] == ["of"] and i + 2 < len(sentence.tree) and sentence.tree[i + 2].tag == "POS":
        return noun_behind(sentence, i + 3) is None  # "half of America's", not "half of America's income"
    partly = words[:1] == ["of"]
    words = words[int(partly) :]
    data = table("comparison")["amounts"]
    owned = bool(words) and words[0] in ("the", "its", "their", "our", "his", "her")
    return owned and (
        any(word in data["nouns"] for word in words[1:4]) or (not partly and words[1:2][0] in data["earlier"])
    )


def _by_verb(sentence: Sentence) -> Iterator[Claim]:
    """`outnumbered births by more than two to one`, `breaking the record by 400 head`."""
    verbs: dict[str, str] = table("comparison")["verbs"]
    for located in sentence.quantities:
        if sentence.word(located.first - 1) != "by" and not is_multiple(located):
            continue
        verb = _comparing(sentence, located, verbs)
        if verb is None or not sentence.free("comparison", located) or not sentence.free("change", located):
            continue
        if is_multiple(located) and _is_deed(sentence, located):
            continue  # "expect that lead to halve"
        head = sentence.nouns_after(verb.i + 1, 5)
        if head is not None and head >= located.first:
            head = None
        if head is None and verb.i != located.first - 2:
            continue
        lemma = next(name for name in verbs if verb.lower.startswith(name) or sentence.tree.lemma(verb.i) == name)
        beaten = head is not None and sentence.tree.lemma(head) in table("comparison")["records"]["nouns"]
        won = lemma in table("comparison")["contests"]["verbs"] and not is_proportion(located)
        if lemma in table("comparison")["records"]["loose"] and not beaten and not won:
            continue
        role = "factor" if is_multiple(located) else "difference"
        roles = {role: located}
        before = sentence.before(located)
        if beaten:
            alike = [one for one in sentence.quantities if one.last <= verb.i and not one.attributive]
            before = alike[0] if alike else None
            if before is not None and sentence.free("comparison", before):
                roles["left"] = before
        yield Claim(
            "comparison",
            "comparison.verb",
            roles,
            roles.get("left", located).head,
            predicate=None if beaten else verb.i,
            theme=_named_before(sentence, verb),
            mentions=_beaten(sentence, verb, head),
            values={"relation": verbs[lemma]},
        )


def _beaten(sentence: Sentence, verb: Word, head: int | None) -> dict[str, tuple[int, int]]:
    """The right side of a verb that compares: its object, unless that is what is contested."""
    if head is None or sentence.tree.lemma(head) in table("comparison")["contests"]["nouns"]:
        return {}
    first, last = sentence.tree.noun_phrase(head, sentence.stop)
    return {"right": (max(first, verb.i + 1), last)}


def _comparing(sentence: Sentence, located: Located, verbs: dict[str, str]) -> Word | None:
    """The verb of comparison before a number; also where it was tagged a noun."""
    for word in reversed(sentence.tree.words[: located.first]):
        lemma = sentence.tree.lemma(word.i) if word.is_verb else word.lower
        if lemma in verbs:
            return word
        described = word.dep in ("acl", "relcl") and word.i < located.first - 2  # not "watched by 5,000 people"
        if word.text in (";", ":") or (word.is_verb and not described):
            return None
    return None


def _named_before(sentence: Sentence, verb: Word) -> int | None:
    """The noun before a verb that the parse gave no subject."""
    tree = sentence.tree
    if verb.is_verb and verb.dep not in ("compound", "amod"):
        above = tree.head(verb.i)
        apposed = tree[verb.i - 1].text == "," and tree.child(above.i, "appos") is not None
        return above.i if verb.dep == "acl" and above.is_noun and apposed else None  # "Its rival, the Union, trailed"
    if verb.i and (tree[verb.i - 1].is_noun or tree[verb.i - 1].tag == "VBZ"):
        return top_noun(sentence, verb.i - 1)  # "where inmates outnumber guards", both read otherwise
    head = next((word for word in reversed(tree.words[: verb.i]) if word.is_noun and word.dep != "pobj"), None)
    return None if head is None else head.i


def _by_record(sentence: Sentence) -> Iterator[Claim]:
    """`paid $3 million, beating the previous record of $2.5 million`: a record and what it is beaten by."""
    records = table("comparison")["records"]
    for right in sentence.quantities:
        left = sentence.before(right)
        if left is None or not comparable(left, right) or sentence.word(right.first - 1) != "of":
            continue
        noun = right.first - 2
        verb = sentence.verb_before(noun)
        free = sentence.free("comparison", left) and sentence.free("comparison", right)
        if verb is None or noun <= left.last or not free or verb.i < left.last:
            continue
        if sentence.tree.lemma(noun) in records["nouns"] and sentence.tree.lemma(verb.i) in records["verbs"]:
            mentions = {"right": (noun, noun + 1)}
            values: dict[str, object] = {"relation": "greater"}
            yield Claim(
                "comparison",
                "comparison.record",
                {"left": left, "right": right},
                left.head,
                mentions=mentions,
                values=values,
            )


RULES = (
    Rule("comparison.verb", _by_verb, "Home fans outnumbered visitors by five to one."),
    Rule("comparison.record", _by_record, "He paid $3 million, beating the record of $2.5 million."),
    Rule("comparison.multiple", _by_multiple, "The United States has 2,600 sites, 3.4 times as many as the EU."),
)
