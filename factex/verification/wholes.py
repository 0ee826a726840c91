"""Whether a share, a rank or a possession of the source is one of another thing than the claim's."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.records import Rank
from factex.verification.knowledge import knowledge, listed
from factex.verification.scopes import NEAR, nearest, shown, weighty
from factex.verification.statement import Sort
from factex.verification.words import nearness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factex.verification.statement import Statement
    from factex.verification.words import Word

_HEAD_ENDS = re.compile(r"\s(?:of|in|at|from|on|for|among|to|with|who|that|which|aged|over|under)\s", re.IGNORECASE)
_OWNER = re.compile(r"\b[A-Z][\w-]+[’']s? (?:(?:more|some|about|nearly|over|than) )*$")
_IN_ITS = re.compile(r" (?:at|in|from|among) (?:its|their) ((?:[a-z-]+ ){0,2}[a-z-]+)")
_FRONTED = re.compile(r"(?:At|In) (?:its|their|[A-Z][\w-]*[’']s?) ((?:[a-z-]+ ){0,2}[a-z-]+),")
# A name with what describes it between commas by another name.
_DESCRIBED = re.compile(
    r"\b([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*), (?:the|a|an|its) [^,;.]*?\b(?:of|to|for|from) (?:the )?([A-Z][^,;.]*),"
)
_PLACE_OF = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*[’']s? ")
_ORDERED_BY = re.compile(
    r"\b(?:by|in terms of)\s(?:the\s)?(?:(?:total\s)?number of\s|total\s)?([a-z-]+)", re.IGNORECASE
)


def other_whole(claim: Statement, evidence: Statement) -> str:
    """Whether a share is one of another whole: `of the revenue`, `of the milk that it sells`."""
    if evidence.sum or evidence.more or claim.sort is not Sort.PART or evidence.sort is not Sort.PART:
        return ""
    said, told = _whole(claim), _whole(evidence)
    if not said or not told or told[-1].generic or all(word.generic for word in said):
        return ""
    said = [word for word in said if not word.generic] if said[-1].generic else said[-1:]
    if any(nearest(word, _of_whole(evidence)) >= NEAR for word in said) or nearest(told[-1], _of_whole(claim)) >= NEAR:
        return ""
    return f"the source says so of {told[-1].lower!r}, not of {shown(said)}"


def of_the_restricted(claim: Statement, evidence: Statement) -> str:
    """Whether a share is one of those alone of whom the claim tells the share: `of the farmers who gave up`."""
    whole = evidence.slot("whole")
    if evidence.sum or claim.sort is not Sort.PART or whole is None or not claim.verb or not evidence.verb:
        return ""
    inside = evidence.reading.inside(evidence.fact.sentence)
    clause = [word for word in inside if whole.end <= word.start < evidence.verb[0].start]
    led = bool(clause) and clause[0].lower in listed("relative")
    if not led or any(nearest(word, evidence.verb) >= NEAR for word in claim.verb):
        return ""
    told = any(nearest(word, clause) >= NEAR for word in claim.verb)
    return f"the source says so of those {shown(clause)}" if told else ""


def _of_whole(statement: Statement) -> Sequence[Word]:
    """The words of what a share is of, and of a clause behind that."""
    found = statement.reading.inside(statement.slot("whole"), statement.slot("total"))
    end = max((word.end for word in found), default=statement.anchor)
    behind = [word for word in statement.zone if word.start > end > statement.anchor]
    return (*found, *behind[:4]) if statement.fact.subject is None else found


def _whole(statement: Statement) -> Sequence[Word]:
    """The words of what a share is of, up to its head; none where that is a name."""
    whole, total = statement.slot("whole"), statement.slot("total")
    if whole is not None and whole.text.lower() not in listed("relative") | listed("pronouns"):
        match = _HEAD_ENDS.search(whole.text)
        end = whole.end if match is None else whole.start + match.start()
        words = [word for word in statement.reading.inside(whole) if word.start < end]
        return [word for word in words if not (word.name or word.light)] if words and not words[-1].name else ()
    if total is not None and total.unit is not None and total.unit.text in total.text:
        return statement.reading.inside(total)[-1:]
    return ()


def other_order(claim: Statement, evidence: Statement) -> str:
    """Whether a rank goes by something else: `by number of titles`, `by revenue`."""
    if evidence.sum or not (isinstance(claim.fact, Rank) and isinstance(evidence.fact, Rank)):
        return ""
    attributes = [weighty(one.reading.inside(one.slot("attribute"))) for one in (claim, evidence)]
    if all(attributes) and not any(_one_order(one, other) for one in attributes[0] for other in attributes[1]):
        return f"the source ranks by {shown(attributes[1])}, not by {shown(attributes[0])}"
    said, told = (_ordered_by(one) for one in (claim, evidence))
    if not said or not told or any(nearest(word, told) >= NEAR for word in said):
        return ""
    return f"the source ranks by {shown(told)}, not by {shown(said)}"


def _one_order(one: Word, other: Word) -> bool:
    """Whether two superlatives go by the same, in one direction or the other: `largest`, `biggest`, `smallest`."""
    groups = knowledge().opposites
    return nearness(one, other) >= NEAR or not groups.get(one.stem, {}).keys().isdisjoint(groups.get(other.stem, {}))


def _ordered_by(statement: Statement) -> list[Word]:
    """What a rank goes by."""
    sentence = statement.fact.sentence
    text = statement.reading.facts.text
    found = {match.start(1) for match in _ORDERED_BY.finditer(text, sentence.start, sentence.end)}
    return weighty(word for word in statement.reading.inside(sentence) if word.start in found)


def of_its_part(claim: Statement, evidence: Statement) -> str:
    """Whether the claim says of a thing what the source says of something that it has: `It`, `Its only road`."""
    subject, told = claim.fact.subject, evidence.fact.subject
    if evidence.sum or subject is None or told is None or claim.measure:
        return ""
    pronoun = subject.antecedent is None and subject.text.lower() in listed("pronouns")
    owned = told.text.lower().split(" ")[0] in listed("possessives") and " " in told.text
    return f"the source says so of {told.text!r}" if pronoun and owned else ""


def other_holder(claim: Statement, evidence: Statement) -> str:
    """Whether the claim says of something that a name has what the source says of another name."""
    heads = _owned(claim)
    own = [word for word in weighty(evidence.subject) if word.name]
    if evidence.sum or not heads or not own:
        return ""
    said = (*claim.own, *claim.around)
    strange = all(nearest(word, said) < NEAR for word in own)
    lost = nearest(heads[-1], (*evidence.subject, *evidence.near)) < NEAR
    return f"the source says so of {shown(own)}, not of {shown(heads)}" if strange and lost else ""


def owned_by_other(claim: Statement, evidence: Statement) -> str:
    """Whether a name that the claim does not have owns what the source counts: `Gaza's 1.5m inhabitants`."""
    match = _OWNER.search(evidence.reading.facts.text[: evidence.anchor])
    if evidence.sum or match is None or not claim.subject or claim.aged:
        return ""
    owner = [word for word in evidence.reading.stretch(*match.span()) if word.name]
    named = any(word.name for word in claim.subject)
    if not owner or not named or any(nearest(word, claim.reading.words) >= NEAR for word in owner):
        return ""
    return f"the source says so of those of {shown(owner)}"


def of_a_part(claim: Statement, evidence: Statement) -> str:
    """Whether the claim says of a part what the source says of the whole: `the southern pit of the Tesk mine`."""
    subject = claim.fact.subject
    if evidence.sum or subject is None or " of " not in subject.text:
        return ""
    before = [word for word in claim.reading.inside(subject) if word.end <= subject.start + subject.text.index(" of ")]
    about = (*evidence.subject, *evidence.measure)
    named = any(word.name and nearest(word, claim.subject) >= NEAR for word in evidence.subject)
    if not before or not named or before[-1].generic or before[-1].light or before[-1].name:
        return ""
    lost = nearest(before[-1], (*about, *evidence.near)) < NEAR
    return f"the source says so of {shown(weighty(evidence.subject))}, not of its {before[-1].lower!r}" if lost else ""


def in_a_place_of_it(claim: Statement, evidence: Statement) -> str:
    """Whether the source says so of a part of the claim's place alone: `in Bellport's Lower Quay quarter`."""
    where = evidence.fact.where
    match = None if where is None or evidence.sum else _PLACE_OF.match(where.text)
    if match is None or where is None:
        return ""
    part = [word for word in evidence.reading.inside(where) if word.start >= where.start + match.end()]
    owner = [word for word in evidence.reading.inside(where) if word.end <= where.start + match.end()]
    same = any(nearest(word, claim.reading.inside(claim.fact.sentence)) >= NEAR for word in owner)
    lost = bool(part) and all(nearest(word, claim.reading.words) < NEAR for word in part if not word.light)
    return f"the source says so of {where.text!r} only" if same and lost else ""


def in_its_part(claim: Statement, evidence: Statement) -> str:
    """Whether the source says so of a part alone that stands behind what it tells of: `Sales at its repair shops`."""
    about, sentence = evidence.fact.measure or evidence.fact.subject, evidence.fact.sentence
    match = None if about is None or evidence.sum else _IN_ITS.match(evidence.reading.facts.text, about.end)
    if match is None and not evidence.sum:
        match = _FRONTED.match(evidence.reading.facts.text, sentence.start, sentence.end)
    if match is None:
        return ""
    end = min([match.end(1), *(word.start for word in evidence.verb if word.start > match.start(1))])
    part = [word for word in evidence.reading.stretch(match.start(1), end) if not word.light]
    lost = bool(part) and all(nearest(word, claim.reading.words) < NEAR for word in part)
    return f"the source says so of its {match.group(1)!r} only" if lost else ""


def of_the_described(claim: Statement, evidence: Statement) -> str:
    """Whether the claim says of a name what the source says of one described by it: `Skylark, a rival of Pelican`."""
    names = [word for word in claim.subject if word.name]
    inside = evidence.reading.inside(evidence.fact.sentence)
    if evidence.sum or not names or all(nearest(word, evidence.subject) >= NEAR for word in names):
        return ""
    sentence = evidence.fact.sentence
    for match in _DESCRIBED.finditer(evidence.reading.facts.text, sentence.start, sentence.end):
        own, beside = (
            [word for word in inside if match.start(group) <= word.start < match.end(group)] for group in (1, 2)
        )
        said = [word for word in inside if match.end(1) <= word.start < match.start(2)]
        if any(nearest(word, said) >= NEAR for word in claim.subject if not word.light):
            continue  # "the mayor of Ambo" is who is described
        others = [word for word in inside if word not in beside]
        told = all(nearest(word, beside) >= NEAR for word in names)
        told = told and any(nearest(word, others) < NEAR for word in names)
        if told and any(nearest(word, claim.reading.words) < NEAR for word in own):
            return f"the source says so of {shown(own)}"
    return ""


def _owned(statement: Statement) -> Sequence[Word]:
    """The words behind a possessive in the subject: the works of `Ellingsen's printing works`."""
    subject = statement.fact.subject or statement.fact.measure
    if subject is None:
        return ()
    at = max(subject.text.find("'s "), subject.text.find("’s "))
    if at < 0:
        return ()
    return [word for word in statement.reading.inside(subject) if word.start > subject.start + at and not word.light]


def other_name(claim: Statement, evidence: Statement) -> str:
    """Whether the claim names one whose longer name the source has elsewhere: `Safira Life`, not `Safira`."""
    subject = evidence.fact.subject
    if evidence.sum or subject is None:
        return ""
    own = [word for word in evidence.reading.mention(subject) if word.name]
    inside = claim.reading.inside(claim.fact.sentence)
    for one, behind in itertools.pairwise(inside):
        joined = one.name and behind.name and behind.start == one.end + 1
        if not joined or not own or own[-1].stem != one.stem or any(word.stem == behind.stem for word in own):
            continue
        if _named_so(evidence.reading.words, one, behind):
            return f"the source says so of {one.lower!r}, not of {one.lower + ' ' + behind.lower!r}"
    return ""


def _named_so(words: Sequence[Word], one: Word, behind: Word) -> bool:
    """Whether two words of a name follow one another in a text."""
    return any(
        first.stem == one.stem and second.stem == behind.stem and second.start == first.end + 1
        for first, second in itertools.pairwise(words)
    )
