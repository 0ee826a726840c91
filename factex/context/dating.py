"""Which of a sentence's times a claim belongs to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.context import absolutes
from factex.context.clauses_between import over_clauses
from factex.context.subjects import charge
from factex.context.told_times import of_event, of_telling, told_by_event
from factex.lexicon.files import table
from factex.records import TimeRelation

if TYPE_CHECKING:
    from factex.claims.sentence import Sentence
    from factex.context.times import Time
    from factex.quantity.located import Located
    from factex.syntax.tree import Tree, Word

_HELD = re.compile(r"\b(?:from|since|compared (?:with|to)|than(?: in)?|against|relative to|versus)\s*(?:in\s)?\Z")
# A time that costs so much is none of a claim's.
_FARTHEST = 7
# So many words at most part two numbers that are held against a third: "290 a year earlier and 410".
_JOINED = 5
# So many words at most lie between a superlative and the time since which it holds.
_RECORD = 10
_LAST = re.compile(r"(?:the )?(?:last|previous) (?:month|quarter|season|week)")
_APART = (" while ", "; ", " but ", " although ", " yet ", " whereas ", " though ", ", so ")
_EARLIER = re.compile(r"(?i)\b(earlier|before|previous|prior|ago|later|after)\b")


def time_of(sentence: Sentence, found: list[Time], anchor: int, predicate: int | None) -> Time | None:
    """The time that a claim speaks of: of those in its clause the nearest behind it, else before it."""
    tree = sentence.tree
    place = tree[anchor].start
    best: tuple[float, Time] | None = None
    for time in found:
        word = tree.at(time.start)
        base = time.relation is TimeRelation.FROM and any(one.end + 1 == time.prep_start for one in found)
        if word is None or base or _attributive(tree, time, word):
            continue  # "rose 0.3 percent in June from May"
        cost = _distance(sentence, time, word, anchor, predicate, place)
        if cost is not None and (best is None or cost < best[0]):
            best = (cost, time)
    return None if best is None else best[1]


def _attributive(tree: Tree, time: Time, word: int) -> bool:
    """Whether a year describes a noun (`the 2009 coup`) and no claim."""
    last = tree.at(time.end - 1)
    if last is None:
        return True
    if time.value is not None and (time.value.count("-") == 2 or "/" in time.value):
        return False
    noun = tree[last + 1] if last + 1 < len(tree) else None
    if word == last and noun is not None and _of_named(tree, word, noun):
        return True
    led = time.prep_start < time.start and " the " not in tree.text[time.prep_start : time.start]
    if led and noun is not None and noun.tag in ("NNP", "NNPS"):
        return False  # "In 2015 San Marcos recorded …"
    opening = tree.at(time.prep_start)
    if led and opening == 0 and noun is not None and noun.dep in ("nsubj", "nsubjpass"):
        return False  # "In 2020 police recorded …", where the parse gives the year to the noun
    if (
        noun is not None
        and noun.is_noun
        and noun.start <= time.end + 1
        and not tree.text[time.start : time.end].endswith(("census", "survey"))
    ):
        return tree[last].dep in ("compound", "nummod", "amod", "nmod", "poss") or tree[last].head == noun.i
    return noun is not None and noun.tag == "POS" and word == last and not _of_days_event(tree, word)


def _of_days_event(tree: Tree, day: int) -> bool:
    """Whether a day owns what happened on it: `won nine seats in Sunday's election`, but `in last year's table`."""
    prep = tree[max(0, day - 1)]
    event = tree[day + 2].lower in table("times")["events"]["nouns"] if day + 2 < len(tree) else False
    of_deed = prep.lower in ("in", "at", "during") and (event or not tree.head(prep.i).is_noun)
    return of_deed and tree[day].lower in table("times")["weekdays"]


def _of_named(tree: Tree, year: int, name: Word) -> bool:
    """Whether a year stands between an article and a name: `as in the 2014 South Korea disaster`."""
    article = year > 0 and tree[year - 1].lower in ("the", "a", "this", "its", "their")
    return article and name.tag in ("NNP", "NNPS") and tree[year - 2].lower not in ("in", "during", "of")


def _clause(sentence: Sentence, i: int) -> int | None:
    verb = sentence.clause_verb(i)
    return verb.i if verb is not None else None


def _distance(
    sentence: Sentence, time: Time, word: int, anchor: int, predicate: int | None, place: int
) -> float | None:
    """How far a time lies from a claim, in the text and in the tree; None where it is surely none of its own."""
    tree = sentence.tree
    verb = predicate if predicate is not None else _clause(sentence, anchor)
    told = verb is not None and (of_telling(tree, time, word, verb, anchor) or told_by_event(tree, verb, word))
    if told and not _of_base(sentence, time, anchor):
        return None
    if _in_absolute(sentence, anchor, word) or of_event(tree, anchor, word) or _on_period(tree, time):
        return None
    lead = tree.at(time.prep_start)
    since = lead is not None and tree[lead].dep == "mark" and tree[lead].lower == "since"
    hung = tree[lead].head if since and lead is not None else word  # "since she took office"
    top = next((above for above in tree.ancestors(hung) if above.is_verb), None)
    accusing = None if verb is None else charge(sentence, verb)
    if accusing is not None and top is not None and top.i == accusing.i and word < anchor:
        return None  # "were charged on Wednesday with looting $412 million"
    cost = _between(sentence, time, anchor, place) + _of_words(sentence, time, anchor)
    if top is not None and verb is not None and top.i != verb:
        cost += over_clauses(sentence, time, top, verb, anchor, word)
    return cost if cost < _FARTHEST else None


def _between(sentence: Sentence, time: Time, anchor: int, place: int) -> float:
    """What lies between a claim and a time: characters, other numbers, joints of clauses."""
    tree = sentence.tree
    first, last = min(place, time.start), max(place, time.start)
    cost = (last - first) / 40 + int(time.start < place)
    own = sentence.at(anchor)
    if own is not None and 0 <= time.prep_start - own.quantity.end <= 1:
        cost -= 3
    cost += 4 * any(joint in tree.text[first:last] for joint in _APART)
    others = (one for one in sentence.quantities if anchor not in one)
    return cost + sum(1 for one in others if first < one.quantity.start < last)


def _of_words(sentence: Sentence, time: Time, anchor: int) -> float:
    """What the words of a time, and those before it, cost: of one that another number or a record is told with."""
    text = sentence.tree.text
    led = text[time.prep_start : time.start].lower()
    cost = 2.0 * (text[time.start : time.end].lower() in table("times")["faint"]["words"])
    earlier = _EARLIER.search(text[time.prep_start : time.end]) is not None and not _of_base(sentence, time, anchor)
    base = time.relation is TimeRelation.FROM and text[time.start : time.end].endswith(("earlier", "ago", "before"))
    cost += (8 if base else 4) * earlier  # "rose 5.2 percent from a year earlier"
    cost += 6 * (_HELD.search(text[max(0, time.prep_start - 16) : time.prep_start]) is not None)
    cost += 5 * _of_other_number(sentence, time, anchor) + 3 * led.startswith("within ")
    cost += 3 * _of_start(sentence, time, anchor)
    record = time.relation == TimeRelation.SINCE and _record_before(sentence.tree, time)
    return cost + 8 * record  # "the fewest since December 1969"


def _of_base(sentence: Sentence, time: Time, anchor: int) -> bool:
    """Whether a time stands right behind a number that tells how things were: `after €12 a year before`."""
    own = sentence.at(anchor)
    near = own is not None and time.start == time.prep_start and 0 <= time.start - own.quantity.end <= 1
    return near and own is not None and sentence.word(own.first - 1) in ("after", "against", "from", "than", "with")


def _record_before(tree: Tree, time: Time) -> bool:
    """Whether a superlative stands before a time, in the same phrase: `the biggest loss since December 1969`."""
    end = tree.at(time.prep_start) or 0
    for word in reversed(tree.words[max(0, end - _RECORD) : end]):
        if word.text in (",", ".", ";"):
            return False
        if word.i and tree[word.i - 1].lower == "at":
            continue  # "at least 48"
        if word.tag in ("JJS", "RBS") or word.lower in ("most", "worst", "best", "least", "first"):
            return True
    return False


def _on_period(tree: Tree, time: Time) -> bool:
    """Whether a time is what something is up or down on: `a rise of 12 per cent on 2023`, `up 8 on last month`."""
    shown = tree.text[time.start : time.end].lower()
    year = "year" in shown or (time.value is not None and len(time.value) == 4) or _LAST.match(shown) is not None
    return year and tree.text[time.prep_start : time.start].lower().startswith("on ")


def _in_absolute(sentence: Sentence, anchor: int, word: int) -> bool:
    """Whether a time stands in a phrase behind the claim: `2,000 are registered, with 400 granted since October`."""
    opened = absolutes.opening(sentence, word)
    return opened is not None and opened > anchor


def _of_other_number(sentence: Sentence, time: Time, anchor: int) -> bool:
    """Whether a time belongs to a number that another one is held against: `up from 4,500 in 2021`."""
    if _before_next_number(sentence, time, anchor):
        return True
    for located in sentence.quantities:
        beside = 0 <= time.prep_start - located.quantity.end <= 1
        if beside and anchor not in located:
            return _held_against(sentence, located) or _apposed(sentence, located, time, anchor)
    return False


def _of_start(sentence: Sentence, time: Time, anchor: int) -> bool:
    """Whether a time stands right behind the number that something rose from: `from nine weeks in 2018 to 20`."""
    start = next((one for one in sentence.quantities if 0 <= time.prep_start - one.quantity.end <= 1), None)
    if start is None or anchor in start or sentence.word(start.first - 1) != "from":
        return False
    return start.last <= anchor or sentence.word(start.first - 2) in ("up", "down")


def _apposed(sentence: Sentence, located: Located, time: Time, anchor: int) -> bool:
    """Whether a number and its time stand between commas before the verb: `Eggs, $2.10 in May, are now $3.45`."""
    last = sentence.tree.at(time.end - 1)
    closed = last is not None and sentence.word(located.first - 1) == sentence.word(last + 1) == ","
    verb = sentence.clause_verb(anchor)
    return closed and last is not None and verb is not None and last < verb.i < anchor


def _held_against(sentence: Sentence, located: Located) -> bool:
    """Whether another number is held against one, or against the one before that it is joined to."""
    before, mark = sentence.before(located), sentence.word(located.first - 1)
    if mark in ("and", ",") and before is not None and located.first - before.last <= _JOINED:
        return _held_against(sentence, before)  # "against 290 a year earlier and 410 in 2019"
    return located.first > 0 and mark in ("from", "against", "than", "to", "with")


def _before_next_number(sentence: Sentence, time: Time, anchor: int) -> bool:
    """Whether a time opens what is told of another number than the claim's: `…, in 2022 only 8,000 tonnes`."""
    tree = sentence.tree
    first, last = tree.at(time.prep_start), tree.at(time.end - 1)
    if first is None or last is None or first == 0 or anchor > last:
        return False
    joint = first - 1 - int(tree[first - 1].lower == "then")  # "and then at noon another 30"
    if tree[joint].lower not in (",", "and", ";"):
        return False
    behind = last + 1
    while sentence.word(behind) in table("nouns")["gaps"]["focus"]:
        behind += 1
    following = sentence.at(behind)
    return following is not None and following.first == behind
