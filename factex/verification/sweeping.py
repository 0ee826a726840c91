"""Sweeping claims: whether one takes in everything that its source limits to a part, `half of all boats`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.lexicon.verbs import irregular
from factex.verification.knowledge import has_phrase, knowledge, listed
from factex.verification.scopes import NEAR, nearest, shown, weighty

if TYPE_CHECKING:
    from factex.verification.statement import Statement
    from factex.verification.words import Word

_FRONTED = re.compile(r"(?:In|Among|At|Of|For|Across|On|Within)\s[^,]{3,60},")
_LIMITED = re.compile(
    r" (?:(?P<done>[a-z]+) )?(?:at|in|on|from|among|with) [^,;:.()–—]+?(?= according| last| this|[,;:.()–—]|$)"
)


def swept(claim: Statement, evidence: Statement) -> str:
    """Whether the claim takes in everything that the source limits to a part."""
    if claim.fact.where is not None and not evidence.sum and _of_the_world(evidence) and not _of_the_world(claim):
        return "the source says so of the whole world"
    sentence = claim.fact.sentence.text.lower()
    said = {word.lower for word in claim.around if not word.name}
    said -= {"national"} if has_phrase(sentence, "national_names") else set()
    said -= {"every"} if has_phrase(sentence, "per_period") else set()
    swept_over = has_phrase(sentence, "everywhere")
    if not (said & listed("sweeping") or swept_over) or re.search(r"\bin all\b", sentence):
        return ""
    if evidence.wide and " + " in evidence.sum:
        return ""  # a sum takes in all that its sentence names
    if has_phrase(evidence.fact.sentence.text, "at_all_times"):
        return ""
    limits = _behind_whole(evidence)
    if not {word.lower for word in evidence.around} & listed("sweeping"):
        limits += [word for word in _limits(evidence) if word not in limits]
        known = {word.lower for word in limits}
        limits += [word for word in evidence.zone if word.name and word.lower not in known]
    elif not limits:
        return ""
    strange = [word for word in limits if nearest(word, claim.reading.words) < NEAR]
    strange = strange or [word for word in _kind(evidence) if nearest(word, claim.reading.words) < NEAR]
    return f"the source says so of {shown(strange)} only" if strange else ""


def _of_the_world(statement: Statement) -> bool:
    return any(word.lower in listed("worldwide") for word in statement.zone)


def _behind_whole(evidence: Statement) -> list[Word]:
    """What limits the whole of a share behind it: `of the judges at the district courts`, `sold in the provinces`."""
    whole, when = evidence.slot("whole"), evidence.when
    if whole is None:
        return []
    match = _LIMITED.match(evidence.reading.facts.text, whole.end, evidence.fact.sentence.end)
    done = None if match is None else match["done"]
    if done is not None and not done.endswith("ed") and irregular(done) is None:
        match = None
    end = whole.end if match is None else match.end()
    if when is not None and when.start > whole.end:
        end = min(end, when.start)
    return weighty(word for word in evidence.reading.inside(evidence.fact.sentence) if whole.end <= word.start < end)


def _kind(evidence: Statement) -> list[Word]:
    """The words before the head of what a share is of, also those that say little by themselves: `first-year`."""
    whole = evidence.slot("whole")
    words = [] if whole is None or " of " in whole.text else list(evidence.reading.inside(whole))
    return [word for word in words[:-1] if word.lower not in listed("determining")]


def _fronted(evidence: Statement) -> list[Word]:
    """The words of a phrase at the head of the sentence, that tells of which part it speaks: `In three states, 58`."""
    match = _FRONTED.match(evidence.fact.sentence.text)
    start = evidence.fact.sentence.start
    if match is None or start + match.end() > evidence.anchor:
        return []
    return [word for word in evidence.reading.inside(evidence.fact.sentence) if word.start < start + match.end()]


def _limits(evidence: Statement) -> list[Word]:
    """The words that tell of what part a statement holds: whole, place, what stands between whole and number."""
    reading, whole = evidence.reading, evidence.slot("whole")
    found = [*reading.mention(whole), *reading.inside(evidence.fact.where), *_fronted(evidence)]
    if whole is not None and whole.start < evidence.anchor:
        found += [word for word in reading.inside(evidence.fact.sentence) if whole.end <= word.start < evidence.anchor]
    having = knowledge().having
    told = {word.start for word in (*reading.mention(evidence.fact.source), *reading.inside(evidence.when))}
    around = [word for word in evidence.around if word.stem not in having and word.start not in told]
    return weighty(found or around)
