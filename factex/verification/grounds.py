"""Grounds: what a claim says beyond its number that its source does not say, though the number agrees."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from factex.records import Modality, UnitKind
from factex.verification.crossed import crossed
from factex.verification.knowledge import has_phrase, knowledge, listed, stem
from factex.verification.moments import stretch
from factex.verification.partial import has_room, of_the_whole
from factex.verification.scopes import NEAR, Scopes, nearest, shown, weighty
from factex.verification.statement import Sort, excepted
from factex.verification.weighing import other_deed, turned
from factex.verification.words import opposed, opposite, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.records import Mention
    from factex.verification.statement import Statement
    from factex.verification.words import Word

# How many words of a claim may be told nowhere in its source; one that has the ending of a participle counts half.
SAME = 0.95
MOST_LOST = 2.0
_ON_TOP = re.compile(r"^(?!more\b)\S+ (?:more|further|additional|extra)\b(?! than)", re.IGNORECASE)
_NEWLY = re.compile(r"^\S+ new\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|been|being|be|get|gets|got)\s+(?:\w+ly\s+|not\s+|also\s+)?$", re.IGNORECASE
)
_ALL = re.compile(r"\b(?:all|every one|each) (?:of )?(?:the |its |their )?$", re.IGNORECASE)
_FOR = re.compile(r" for (?:about |nearly |some |the )?")
_OF_THINGS = re.compile(r"(?P<head>\w+) of (?:the |its |their )?(?P<things>[\w -]+)")
_WITH = re.compile(r"\b(?:with|saw|sees?) (?:some |about |nearly |over |more than )?$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PARTICIPLE = re.compile(r"(?:ed|ing)$")


def missing(claim: Statement, evidence: Statement) -> str:
    """Why a number that agrees does not carry the claim; empty where it does."""
    scopes = evidence.scopes
    if evidence.sum:
        return ""
    return (
        _lost(claim, evidence, scopes)
        or _of_what_is_described(claim, evidence)
        or _other_stuff(claim, evidence)
        or _of_other_things(claim, evidence)
        or _other_kind(claim, scopes)
        or untold(claim, evidence)
        or of_the_whole(claim, evidence)
        or _added(claim, evidence)
        or _only_possible(claim, evidence)
        or _turned_round(claim, evidence)
        or _other_deed(claim, evidence)
        or _beside_the_deed(claim, evidence)
    )


def contrary(claim: Statement, evidence: Statement) -> str:
    """Why a number that agrees rules the claim out: the source says the opposite of it; empty where it does not."""
    if evidence.sum or claim.fact.negated or evidence.fact.negated:
        return ""
    counted = [word for word in weighty(claim.measure) if not word.generic]
    bare = evidence.interval is None or evidence.interval.unit is None
    alike = bare or all(nearest(word, (*evidence.measure, *evidence.zone)) >= NEAR for word in counted)
    for word in claim.verb if alike else ():
        for other in evidence.verb:
            if opposite(word, other) and nearest(other, claim.zone) < NEAR and nearest(word, evidence.zone) < NEAR:
                return f"the source says {other.lower!r}, not {word.lower!r}"
    for word in claim.zone if claim.fact.predicate in listed("declaring") else ():  # "were found guilty"
        for other in evidence.verb:
            if opposite(word, other):
                return f"the source says {other.lower!r}, not {word.lower!r}"
    bare = not evidence.verb or all(word.stem in _staying() for word in evidence.verb)
    for word in claim.verb if bare else ():  # "found him guilty on seven counts", for "acquitted him on"
        for other in evidence.zone:
            if opposite(word, other) and nearest(word, evidence.zone) < NEAR:
                return f"the source says {other.lower!r}, not {word.lower!r}"
    for word in claim.reading.inside(claim.fact.measure, claim.slot("attribute")):
        for other in evidence.reading.inside(evidence.fact.measure, evidence.slot("attribute")):
            if opposite(word, other):
                return f"the source says {other.lower!r}, not {word.lower!r}"
    if crossed(claim, evidence) and claim.sort in (Sort.GAP, Sort.RATIO, Sort.WAY) and not turned(claim, evidence):
        return "the source has the two sides the other way round"
    return _excepted(claim, evidence) or _only_some(claim, evidence) or _ends_swapped(claim, evidence)


def _ends_swapped(claim: Statement, evidence: Statement) -> str:
    """Whether the claim has the two ends of the source's change the other way round: `from 61.4 to 64 percent`."""
    ends = [(item.slot("start"), item.slot("end")) for item in (claim, evidence)]
    if {claim.role, evidence.role} != {"start", "end"} or any(None in pair for pair in ends):
        return ""
    (first, last), (start, end) = ends
    turned = first.value == end.value and last.value == start.value and first.value != last.value
    return "the source has the two ends the other way round" if turned else ""


@functools.cache
def _staying() -> frozenset[str]:
    """Stems of verbs behind which an adjective tells the state: `stayed empty`."""
    return frozenset(map(stem, listed("staying")))


def _lost(claim: Statement, evidence: Statement, scopes: Scopes) -> str:
    """What the claim says that the source says nowhere."""
    numbers = {word.start for quantity in claim.reading.facts.quantities for word in claim.reading.inside(quantity)}
    times = {word.start for word in claim.reading.inside(claim.when)}
    words = [word for word in weighty(claim.zone) if word.start not in numbers | times and not word.generic]
    lost = [word for word in words if nearest(word, evidence.reading.words) < NEAR]
    led = next((word for word in lost if _FOR.fullmatch(claim.reading.facts.text, word.end, claim.anchor)), None)
    if led is not None and not claim.verb:  # "received orders for 46 jets"
        return f"the source does not speak of {led.lower!r}"
    weight = sum(0.5 if _PARTICIPLE.search(word.lower) or word in claim.verb else 1.0 for word in lost)
    if weight > MOST_LOST or (lost and lost[0] is _head(claim, words, scopes)):
        return f"the source does not speak of {shown(lost)}"
    return ""


def _of_what_is_described(claim: Statement, evidence: Statement) -> str:
    """Whether the source has the number before a noun alone that the claim does not have: `a $500 million project`."""
    about = weighty(evidence.subject)
    bare = evidence.fact.predicate is None and evidence.fact.subject is not None and bool(claim.deeds and about)
    behind = evidence.fact.subject is not None and evidence.anchor < evidence.fact.subject.start
    if not bare or not behind or any(nearest(word, (*claim.own, *claim.around)) >= NEAR for word in about):
        return ""
    return f"the source says so of {shown(about)}"


def _head(claim: Statement, words: Sequence[Word], scopes: Scopes) -> Word | None:
    """The first thing that a claim without a subject names before its number: what the claim is about."""
    if claim.subject or not words or words[0].start > claim.anchor or words[0] in claim.verb:
        return None
    beside = next((word for word in words[1:] if word.start == words[0].end + 1), None)
    compound = beside is not None and beside not in claim.verb and not _PARTICIPLE.search(beside.lower)
    return None if compound and beside is not None and scopes.level(beside) >= NEAR else words[0]


def untold(claim: Statement, evidence: Statement) -> str:
    """A word that singles out a deed or a kind, where the source has neither it nor one like it: `exported`."""
    scopes = evidence.scopes
    told = (*scopes.own, *scopes.sentence, *scopes.others, *scopes.earlier)
    for word in weighty(claim.zone):
        if word.stem in knowledge().marked and nearest(word, told) < NEAR:
            return f"the source does not speak of {word.lower!r}"
        if word.stem in knowledge().marked and _among_others(word, evidence):
            return f"the source does not tell it of {word.lower!r} alone"
    return ""


def _among_others(word: Word, evidence: Statement) -> bool:
    """Whether the source names a kind only together with its counterpart: `women and men`."""
    words, text = evidence.reading.words, evidence.reading.facts.text
    found = [i for i, other in enumerate(words) if nearest(word, (other,)) >= NEAR]
    joined = [
        any(
            opposed(word, words[k])
            and words[(i + k) // 2].lower in ("and", "or")
            and _DIGIT.search(text, words[min(i, k)].end, words[max(i, k)].start) is None
            for k in (i - 2, i + 2)
            if 0 <= k < len(words)
        )
        for i in found
    ]
    return bool(joined) and all(joined)


def _other_stuff(claim: Statement, evidence: Statement) -> str:
    """What the claim's amount is of, where the source does not speak of that: `200 tonnes of rice`."""
    words = [word for word in weighty(claim.reading.mention(claim.slot("of"))) if not word.generic]
    told = (*evidence.reading.words, *evidence.own)
    lost = [word for word in words if nearest(word, told) < NEAR]
    return f"the source does not speak of {shown(lost)}" if lost else ""


def _gerund(statement: Statement) -> Word | None:
    """The deed that a statement is about: `Building the satellite cost $96 million`."""
    subject = statement.fact.subject
    words = [] if subject is None else list(statement.reading.inside(subject))
    return words[0] if len(words) > 1 and words[0].lower.endswith("ing") and not words[0].light else None


def _of_what(mention: Mention | None) -> re.Match[str] | None:
    """The head of a mention and what it is of: `sales of plants`."""
    return None if mention is None else _OF_THINGS.match(mention.text)


def _of_other_things(claim: Statement, evidence: Statement) -> str:
    """What the claim's property is of, where the source has it of something else: `sales of plants`, `of furniture`."""
    said, told = (_of_what(item.fact.measure or item.fact.subject) for item in (claim, evidence))
    deed, other = _gerund(claim), _gerund(evidence)
    if deed is not None and other is not None and nearest(deed, (other,)) < NEAR:
        return f"the source says so of {other.lower!r}"
    if said is None or told is None or said["head"].lower() != told["head"].lower():
        return ""
    mine, yours = (weighty(words_of(match["things"])) for match in (said, told))
    lost = [word for word in mine[-1:] if nearest(word, evidence.reading.words) < NEAR]
    return f"the source says so of {shown(yours)}" if lost and yours else ""


def _other_kind(claim: Statement, scopes: Scopes) -> str:
    """The kind that a claim counts, where the source counts them all or others: `17 league goals`."""
    if claim.interval is None or claim.interval.unit is None or claim.interval.unit.kind is not UnitKind.COUNT:
        return ""
    told = (*scopes.own, *scopes.sentence, *scopes.others, *scopes.earlier)
    words = [
        word for word in claim.reading.inside(claim.quantity)[:-1] if not (word.light or word.generic or word.name)
    ]
    lost = [word for word in words if nearest(word, told) < NEAR and nearest(word, scopes.later) >= NEAR]
    return f"the source does not count {shown(lost)} ones" if lost else ""


def _added(claim: Statement, evidence: Statement) -> str:
    """Whether the source counts what came on top: `eleven more moons`."""
    text = "" if evidence.quantity is None else evidence.quantity.text
    having = claim.fact.predicate in ("have", "be") and claim.fact.subject is not None and evidence.deeds
    if having and _NEWLY.search(text) and not any(word.lower == "new" for word in claim.zone):
        return "the source counts only new ones"
    if _ON_TOP.search(text) and not any(word.lower in listed("on_top") for word in claim.zone):
        return "the source counts only what came on top"
    return ""


def _only_some(claim: Statement, evidence: Statement) -> str:
    """Whether the claim tells of all what the source tells of a part: `All nine satellites work`, `Six of the nine`."""
    text, sentence = claim.reading.facts.text, claim.fact.sentence
    if evidence.role != "total" or _ALL.search(text[sentence.start : claim.anchor]) is None:
        return ""
    parts = [one for one in evidence.reading.statements if one.fact is evidence.fact and one.role == "part"]
    same = any(nearest(word, evidence.verb) >= NEAR for word in claim.verb)
    return "the source says so of a part of them only" if parts and same else ""


def _only_possible(claim: Statement, evidence: Statement) -> str:
    """Whether the claim makes a deed of what is only possible or allowed: `a capacity of 8 million`."""
    if has_room(evidence) and claim.deeds and not has_room(claim):
        return "the source tells how many there is room for"
    start, _ = evidence.bounds
    can = has_phrase(stretch(evidence)[: max(0, evidence.anchor - start)], "capable")
    if can and has_phrase(stretch(claim), "done") and not has_phrase(stretch(claim), "capable"):
        return "the source tells what can be done"
    measures = [word for word in evidence.reading.inside(evidence.fact.measure) if word.lower in listed("possible")]
    able = any(word.lower in listed("able") for word in claim.zone)
    if not claim.deeds or not measures or able or claim.fact.modality is not Modality.ASSERTED:
        return ""
    told = any(nearest(word, claim.reading.inside(claim.fact.sentence)) >= NEAR for word in measures)
    return "" if told else f"the source tells of the {measures[-1].lower} only"


def _excepted(claim: Statement, evidence: Statement) -> str:
    """Whether the source counts those of whom something does not hold: `all but 11`."""
    return "" if excepted(claim) is excepted(evidence) else "one of the two counts the exceptions"


def _turned_round(claim: Statement, evidence: Statement) -> str:
    """Whether one of the two tells of those who act, the other of those to whom it is done, by one verb."""
    if not any(word.stem == other.stem for word in claim.verb for other in evidence.verb if not word.light):
        return ""
    if claim.fact.predicate in listed("ergative"):
        return ""
    said, told = (_acting(item) for item in (claim, evidence))
    return "" if None in (said, told) or said is told else "the source tells it the other way round"


def _beside_the_deed(claim: Statement, evidence: Statement) -> str:
    """Whether the claim makes a deed of what the source only names beside another: `bombs planted … killed eight`."""
    said, told = claim.deeds, evidence.deeds
    if evidence.role == "total":
        return ""  # "lists 2,964 galaxies, 87 of which had never been described"
    if not said or not told or any(nearest(word, told) >= NEAR for word in said):
        return ""
    if has_phrase(claim.fact.sentence.text, "reckoning"):  # "wants a new bridge", for "wants to replace it"
        return ""
    if all(nearest(word, evidence.measure) >= SAME for word in said):
        return ""  # "could be fined $5m", "faces a fine of up to $5m"
    beside = all(nearest(word, evidence.zone) >= SAME for word in said)
    strange = all(nearest(word, claim.zone) < NEAR for word in told)
    return f"the source tells of {shown(told)}, not of {shown(said)}" if beside and strange else ""


def _other_deed(claim: Statement, evidence: Statement) -> str:
    """Whether the claim tells of another deed of those that it counts, and of nobody else: `300 people died`."""
    counted = (
        claim.interval is not None and claim.interval.unit is not None and claim.interval.unit.kind is UnitKind.COUNT
    )
    if bool(claim.subject) is not bool(evidence.subject) or not counted or not other_deed(claim, evidence):
        return ""
    known = all(item.deeds and all(word.keys for word in item.deeds) for item in (claim, evidence))
    said = claim.reading.inside(claim.fact.sentence)
    if claim.subject and (not known or any(nearest(word, said) >= NEAR for word in evidence.deeds)):
        return ""  # "take on 250 pilots", "hire" them
    return "the source tells something else of them"


def _acting(statement: Statement) -> bool | None:
    """Whether what a number counts acts, before its verb, or has it done to it; None where that can't be told."""
    verb = next((word for word in statement.verb if word.start >= 0), None)
    if verb is None or statement.role != "quantity" or not statement.interval or statement.interval.unit is None:
        return None
    text, start = statement.reading.facts.text, statement.fact.sentence.start
    passive = bool(_PASSIVE.search(text[start : verb.start]))
    before = statement.anchor < verb.start
    if before and _WITH.search(text[start : statement.anchor]) is not None:
        return None  # "with 43,500 tickets sold over five days"
    if statement.fact.subject is None:
        return before and not passive if before else None
    return False if not before and not passive else None
