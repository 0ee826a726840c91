"""Levels that pass, miss or match another: `earnings of $1.47 beat forecasts of $1.32`, `its value exceeds that`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims.belonging import beside
from factex.claims.claim import Claim, Rule
from factex.claims.sentence import comparable, order
from factex.claims.sides import amount_at, side_at
from factex.lexicon.files import per_lexicon, table
from factex.records import UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located
    from factex.syntax.tree import Word

_NOMINAL = frozenset(("DT", "PRP$", "POS", "JJ", "JJR", "JJS", "VBN", "RB"))
# So many words may tell where or when between a number and its comma.
_CIRCUMSTANCE = 6
_WITH = frozenset(("at", "with", "on"))
# So many words may stand between `with` and its number, and between that number and its verb.
_ASIDE, _OPENING = 4, 14
# So many where no comma parts them.
_BARE = 6
_RELATIONS = {"verbs": "greater", "missing": "less", "matching": "equal", "opposing": ""}


def _by_levels(sentence: Sentence) -> Iterator[Claim]:
    """`paid $3 million, beating the record of $2.5 million`, `earnings of $1.47 missed the $1.60 that was forecast`."""
    for right in sentence.quantities:
        left = sentence.before(right)
        if left is None or left.attributive or right.attributive:
            continue
        counted = _counts_passed(sentence, left, right)
        if counted is not None:
            yield counted
            continue
        if not comparable(left, right):
            continue
        verb = _verb_between(sentence, left, right)
        if not (sentence.free("comparison", left) and sentence.free("comparison", right)):
            continue
        if verb is None:
            yield from _by_thing_told(sentence, left, right)
            continue
        gap = range(verb.i + 1, _before_quote(sentence, right) + 1)
        noun = gap.stop - 2 if sentence.word(gap.stop - 1) == "of" else None
        if noun is None:
            owned = any(word in ("'s", "’s", "'", "’") for word in sentence.words(gap.start, gap.stop))
            if not owned and (not gap or sentence.tree[gap[0]].tag not in ("DT", "PRP$")):
                continue  # "exceeded $5 billion" is a level alone
            mentions = beside(sentence, verb.i + 1, right)
        elif noun > verb.i and _can_be_passed(sentence, noun, verb):
            mentions = {"right": (max(sentence.tree.noun_phrase(noun, sentence.stop)[0], verb.i + 1), noun + 1)}
        else:
            continue
        yield Claim(
            "comparison",
            "comparison.record",
            {"left": left, "right": right},
            left.head,
            predicate=None if verb.tag == "VBG" else verb.i,
            mentions=mentions,
            values={"relation": levels()[sentence.tree.verb_lemma(verb.i)] or order(left.quantity, right.quantity)},
        )


def _counts_passed(sentence: Sentence, left: Located, right: Located) -> Claim | None:
    """`Its 1.9 million Democrats outnumber 1.4 million Republicans`: things of two sorts, both with their number."""
    tree, verbs = sentence.tree, table("comparison")["verbs"]
    verb = tree[left.last]
    units = [one.quantity.unit for one in (left, right)]
    between = tree.words[verb.i + 1 : right.first]
    bare = all(word.tag in ("DT", "PRP$", "POS", "RB") or word.is_noun for word in between)
    known = tree.verb_lemma(verb.i) in verbs and tree.child(verb.i, "auxpass") is None
    contest = tree.verb_lemma(verb.i) in table("comparison")["contests"]["verbs"]
    if not (known and bare and not contest) or any(unit is None or unit.kind is not UnitKind.COUNT for unit in units):
        return None
    if not all(sentence.free("comparison", one) for one in (left, right)):
        return None
    return Claim(
        "comparison", "comparison.record", {"left": left, "right": right}, left.head, predicate=verb.i,
        values={"relation": verbs[tree.verb_lemma(verb.i)]},
    )  # fmt: skip


def _by_thing_told(sentence: Sentence, left: Located, right: Located) -> Iterator[Claim]:
    """`generated 2.4 TWh, surpassing coal plants, which produced 1.9`, `exceeds underweight, at 5.6%`."""
    gap = sentence.tree.words[left.last : right.first]
    verb = next((word for word in gap if word.is_verb and _passes(sentence, word)), None)
    suffered = verb is not None and verb.tag == "VBN" and sentence.tree.child(verb.i, "aux") is None
    suffered = suffered or (verb is not None and sentence.tree.child(verb.i, "auxpass") is not None)
    if verb is None or suffered or not _leads_to(sentence, left, verb):
        return
    phrasal = table("comparison")["records"]["phrasal"].get(sentence.tree.verb_lemma(verb.i))
    thing = verb.i + 1 + int(phrasal is not None and sentence.word(verb.i + 1) == phrasal)
    mentions = side_at(sentence, thing + int(sentence.word(thing) in ('"', "“", "‘", "``")))
    end = mentions["right"][1] if mentions else len(sentence.tree)
    behind = sentence.tree.words[end : right.first]
    words = [word.lower for word in behind if word.tag != "RB" and word.text not in ('"', "”", "’", "''")]
    told = words[:2] in ([",", "which"], [",", "who"]) and len(words) == 3 and behind[-1].is_verb
    told = told or (
        words[:2] == [",", "whose"] and len(words) == 4 and behind[-1].is_verb
    )  # ", whose spire reaches 41"
    told = told or (words == ["("] and sentence.word(right.last) == ")")
    sure = verb.tag == "VBG" and sentence.tree.verb_lemma(verb.i) not in table("comparison")["records"]["loose"]
    sure = sure and sentence.word(right.last) in (",", ".", ";", "for", "")
    if told or words == [",", "at"] or (sure and words in (["at"], ["on"], [","])):
        yield Claim(
            "comparison", "comparison.record", {"left": left, "right": right}, left.head,
            predicate=None if verb.tag == "VBG" else verb.i, mentions=mentions,
            values={
                "relation": levels().get(sentence.tree.verb_lemma(verb.i), "greater")
                or order(left.quantity, right.quantity)
            },
        )  # fmt: skip


def _past_circumstance(sentence: Sentence, left: Located) -> int:
    """The comma behind what tells where or when a number is so: `3.2 million litres in March, matching`."""
    for k in range(left.last, min(left.last + _CIRCUMSTANCE, len(sentence.tree))):
        if sentence.word(k) == ",":
            return k
        if sentence.tree[k].is_verb or (k == left.last and sentence.tree[k].tag != "IN"):
            return left.last
    return left.last


def _passes(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb tells that one level passes another, with its particle where it needs one: `edging out`."""
    lemma = sentence.tree.verb_lemma(verb.i)
    return lemma in levels() or table("comparison")["records"]["phrasal"].get(lemma) == sentence.word(verb.i + 1)


def _by_thing(sentence: Sentence) -> Iterator[Claim]:
    """`Its market value of $2.4 trillion now exceeds that of Amazon`: a level that passes a thing without a number."""
    for left in sentence.quantities:
        start = _past_circumstance(sentence, left)
        behind = range(start, min(start + 3, len(sentence.tree)))
        records = table("comparison")["records"]
        verb = next((k for k in behind if sentence.tree[k].is_verb or sentence.tree[k].tag == "NNS"), 0)
        told = sentence.tree.verb_lemma(verb) in {*records["verbs"], *records["matching"]} - set(records["loose"])
        said = sentence.word(left.first - 1) == "of" and sentence.tree[verb].tag != "VBN"
        matched = sentence.tree.verb_lemma(verb) in records["matching"] and sentence.word(verb - 1) == ","
        goes_on = matched and sentence.tree[verb].tag == "VBG"  # "crested at 7.3 metres, equalling the record"
        if not (told and (said or goes_on) and sentence.free("comparison", left)) or left.attributive:
            continue
        mentions = amount_at(sentence, verb + 1) or side_at(sentence, verb + 1)
        level = sentence.after(verb)
        if not mentions or (level is not None and level.first <= mentions["right"][1]):
            continue
        yield Claim(
            "comparison", "comparison.passing", {"left": left}, left.head, predicate=verb, mentions=mentions,
            values={"relation": levels()[sentence.tree.verb_lemma(verb)]},
        )  # fmt: skip


def _before_quote(sentence: Sentence, located: Located) -> int:
    """The word before a number, and before the mark that opens a quotation there: `a goal of "around 5%"`."""
    k = located.first - 1
    return k - 1 if sentence.word(k) in ('"', "“", "‘", "``") else k


@per_lexicon
def levels() -> dict[str, str]:
    """The verbs that may stand between two levels, with the relation that they tell."""
    records = table("comparison")["records"]
    return {verb: relation for name, relation in _RELATIONS.items() for verb in records[name]}


def _can_be_passed(sentence: Sentence, noun: int, verb: Word) -> bool:
    """Whether a noun is a mark that is passed: a forecast or record, or anything where the verb means nothing else."""
    records = table("comparison")["records"]
    sure = verb.tag == "VBG" and sentence.tree.verb_lemma(verb.i) not in (*records["loose"], *records["missing"])
    return sentence.tree[noun].is_noun and (sure or sentence.tree.lemma(noun) in records["nouns"])


def _verb_between(sentence: Sentence, left: Located, right: Located) -> Word | None:
    """The verb by which one level passes or misses another, with nothing but a noun phrase behind it."""
    for k in range(_before_quote(sentence, right), left.last - 1, -1):
        word = sentence.tree[k]
        if sentence.tree.verb_lemma(word.i) in levels():
            return word if _leads_to(sentence, left, word) else None
        if not (word.is_noun or word.tag in _NOMINAL or word.lower == "of"):
            return None
    return None


def _leads_to(sentence: Sentence, left: Located, verb: Word) -> bool:
    """Whether a number belongs to the subject of a verb, or to the clause that its participle goes on with."""
    gap = range(left.last, verb.i)
    words = sentence.words(gap.start, gap.stop)
    subject = sentence.tree.child(verb.i, "nsubj")
    if subject is not None and subject.i in left:
        return True  # "The $9 billion that Orlan has pledged dwarfs Sarovia's 1 billion"
    if verb.tag == "VBG":
        return len(gap) <= 14 and ";" not in words
    if _told_with(sentence, left, verb):
        return True
    return (
        not any(sentence.tree[k].is_verb for k in gap) and len(gap) <= 8 and ";" not in words and "," not in words[:-1]
    )


def _told_with(sentence: Sentence, left: Located, verb: Word) -> bool:
    """Whether a number is told with a verb's subject: `With 18 goals, she has overtaken`, `Oslo, with 9, can match`."""
    words = sentence.tree.words[left.last : verb.i]
    ends = [k for k, word in enumerate(words) if word.text == ","]
    plain = not any(word.is_verb and word.dep not in ("aux", "amod") for word in words)
    begun = next(
        (k for k in range(left.first - 1, max(-1, left.first - _ASIDE), -1) if sentence.word(k) in _WITH), None
    )
    opened = begun is not None and (begun == 0 or sentence.word(begun - 1) == ",")
    bare = begun == 0 and not ends and len(words) <= _BARE  # "At 96 metres the silo towers over"
    return opened and plain and (bare or (len(ends) == 1 and ends[0] <= _CIRCUMSTANCE and len(words) <= _OPENING))


LEVELS = Rule("comparison.record", _by_levels, "He paid $3 million, beating the record of $2.5 million.")
PASSING = Rule("comparison.passing", _by_thing, "Its market value of $2.4 trillion now exceeds that of Amazon.")
