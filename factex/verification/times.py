"""Whether the time of a claim is that of a statement of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.records import Comparison, Modality
from factex.verification.knowledge import has_phrase, listed, phrases
from factex.verification.moments import YEAR, cue, shifted, stretch
from factex.verification.periods import (
    another,
    compared,
    end_of,
    named,
    over_by_then,
    since_then,
    within,
    year_before,
)
from factex.verification.statement import Sort
from factex.verification.tenses import bygone, long_ago, tensed

if TYPE_CHECKING:
    from factex.records import TimeRef
    from factex.verification.statement import Statement

# A dateline tells when something was written, not when it was: "La Paz, 30 May 89 - Police have …".
_DATELINE = re.compile(r"^\W*[A-Z][\w .,’'-]{1,30}\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{2,4})? (?:--?|–|—) ")


def time_of(claim: Statement, evidence: Statement) -> tuple[float, str]:
    """Whether the times agree: 1 or less where they do, 0 where nothing is known, -1 and why where they don't."""
    if evidence.before:
        return _time_before(claim, evidence)
    found = _start_of_sides(claim, evidence) or _of_other_number(claim, evidence) or tensed(claim, evidence)
    if found is not None:
        return found
    wanted, told = claim.when, evidence.when
    if wanted is not None and has_phrase(wanted.text, "formerly"):  # "than a year earlier": what it is held against
        wanted = None
    counted = "" if evidence.more else shifted(evidence)
    if counted and wanted is not None and wanted.value and wanted.value[:4].isdigit():
        agree = wanted.value[:4] == counted
        return (1.0, "") if agree else (-1.0, f"the source speaks of {counted}, not of {wanted.text}")
    if wanted is None and not YEAR.search(claim.fact.sentence.text):
        return 0.0, ""
    if wanted is not None and told is not None:
        found = _held_apart(claim, evidence, wanted, told)
    if found is None and told is not None and _of_a_part(claim, evidence):
        found = -1.0, f"the source speaks of {told.text} only"
    if found is None and wanted is not None:
        found = _by_name(claim, evidence, wanted) or (None if told is None else compared(wanted, told))
    if found is None and not evidence.sum and long_ago(claim, evidence):
        found = -1.0, "the source gives that number for an earlier time"
    return found or _by_years(claim, evidence, wanted)


def _of_other_number(claim: Statement, evidence: Statement) -> tuple[float, str] | None:
    """Whether the claim's time is told only of another number of the sentence: of a part, of the other side."""
    wanted = claim.when
    if wanted is not None and evidence.when is None and evidence.role == "total" and _of_its_part(wanted, evidence):
        return -1.0, f"the source speaks of {wanted.text} only for a part of them"
    if wanted is not None and _of_the_left(wanted, evidence) and not has_phrase(stretch(claim), "bygone"):
        return -1.0, f"the source only holds it against {wanted.text}"
    over = bygone(claim, evidence)
    return (-1.0, over) if over else None


def _held_apart(claim: Statement, evidence: Statement, wanted: TimeRef, told: TimeRef) -> tuple[float, str] | None:
    """Why two times are other ones by what they tell, or at the other end of a change; None where they may be one."""
    if claim.deeds and since_then(wanted, told):
        return -1.0, f"the source tells what came about since {told.text}"
    if another(wanted, told):
        return -1.0, f"the source speaks of {named(told)}, not of {named(wanted)}"
    if evidence.role == "end" and evidence.slot("start") is not None:
        verdict = compared(wanted, told)  # "from 21,000 tonnes in 2021 to 34,000 tonnes in 2023"
        if verdict is not None and verdict[1]:
            return verdict
    if over_by_then(wanted, told):
        return -1.0, f"the source speaks of {told.text}, not of {wanted.relation} {wanted.text}"
    end = end_of(wanted, told)
    if end and evidence.role in ("start", "end") and evidence.role != end:
        return -1.0, f"the source gives that number for the other end of {told.text}"
    return None


def _by_name(claim: Statement, evidence: Statement, wanted: TimeRef) -> tuple[float, str] | None:
    """Whether the source's sentence names the claim's time, and of this number; None where it does not name it."""
    told, time = evidence.when, wanted.text.lower()
    source = _DATELINE.sub("", evidence.fact.sentence.text).lower()
    if time not in source and time in evidence.fact.sentence.text.lower():
        return -1.0, f"the source was only written in {wanted.text}"
    if time not in source or _rivals(evidence) or (told is not None and _own_time(claim, told, evidence)):
        return None
    if told is not None and _of_those(time, source):
        return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
    if not _held_against(time, source):
        return 1.0, ""
    if told is None and not evidence.sum:
        return -1.0, f"the source only holds its number against {wanted.text}"
    return None


def _by_years(claim: Statement, evidence: Statement, wanted: TimeRef | None) -> tuple[float, str]:
    """Whether the years that the claim's sentence names are told of in the source."""
    source, told = evidence.fact.sentence.text, evidence.when
    years = set(YEAR.findall(claim.fact.sentence.text))
    absent = sorted(year for year in years if year not in source)
    if wanted is None or not absent:
        return (0.5 if years and not absent else 0.0), ""
    own = set(YEAR.findall(told.text if told is not None else source))
    if own and not own & years:
        return -1.0, f"the source speaks of {', '.join(sorted(own))}, not of {absent[0]}"
    if absent[0] not in evidence.reading.facts.text:
        return -1.0, f"the source does not speak of {absent[0]}"
    return 0.0, ""


def _own_time(claim: Statement, told: TimeRef, evidence: Statement) -> bool:
    """Whether the stretch of a number has a time of its own, which the claim does not name.

    `74 million in the third quarter, 91 million in the second` has 91 for the second.
    """
    start, end = evidence.bounds
    wanted = "" if claim.when is None else claim.when.text.lower()
    named = told.text.lower() in claim.fact.sentence.text.lower()
    return start <= told.start < end and not named and wanted not in stretch(evidence).lower()


def _of_the_left(wanted: TimeRef, evidence: Statement) -> bool:
    """Whether a number is held against that of the claim's time: `312,000 in the third quarter, against 305,000`."""
    fact = evidence.fact
    if evidence.role != "right" or not isinstance(fact, Comparison) or fact.right.subject:
        return False
    own = fact.left.when or fact.when
    if fact.right.when is not None and fact.right.when.text.lower() in wanted.text.lower():
        return False
    return own is not None and own.text.lower() == wanted.text.lower()


def _held_against(time: str, source: str) -> bool:
    """Whether a sentence only holds its number against a time: `down 27 compared to last year's`."""
    match = re.search(rf"{re.escape(time)}[’']s", source)
    return match is not None and phrases("held_against").search(source[: match.start()].rstrip()[-14:]) is not None


def _of_those(time: str, source: str) -> bool:
    """Whether a sentence tells a time of a deed by which it picks some out: `of those who apply by 16 August`."""
    return re.search(rf"\bthose who\b[^,;]*{re.escape(time)}", source) is not None


def _rivals(evidence: Statement) -> bool:
    """Whether other numbers of the statement's sentence have times of their own."""
    facts = evidence.reading.of(evidence.fact.sentence)
    against = (fact.right.when for fact in facts if isinstance(fact, Comparison))
    named = {when.start for when in against if when is not None and when.value is not None}
    return len(named | {fact.when.start for fact in facts if fact.when is not None}) > 1


def _time_before(claim: Statement, evidence: Statement) -> tuple[float, str]:
    """Whether a claim speaks of the time before a change."""
    wanted, told = claim.when, evidence.fact.when
    if evidence.fact.modality in (Modality.PREDICTED, Modality.TARGETED) and has_phrase(stretch(claim), "by_now"):
        return 1.0, ""  # "will pay 64 euros from January, up from 58" has 58 for now
    if claim.before:
        return (0.5, "") if wanted is None or told is None else (compared(wanted, told) or (0.0, ""))
    if cue(claim) == -1 and told is not None and told.text.lower() in claim.fact.sentence.text.lower():
        return 0.5, ""  # "Until the cut on 1 July, it was 13 percent"
    source = evidence.fact.sentence.text
    lasting = told is not None and told.relation == "since" and told.value is not None
    if wanted is not None and told is not None and lasting and wanted.value == told.value and wanted.relation == "in":
        return 1.0, ""  # "has doubled since 2010"
    if wanted is not None and told is not None and end_of(wanted, told) == "start":
        return 1.0, ""
    if wanted is not None and told is not None and wanted.relation not in ("before", "until"):
        verdict = compared(wanted, told)
        if verdict is not None and not verdict[1]:
            return -1.0, f"the source gives that number for the time before {told.text}"
        if wanted.value and wanted.value[:4] in source:
            return 0.8, ""
    if wanted is not None and told is not None and year_before(wanted, told):
        return 0.5, ""  # "rose by $12 million to $72 million in 2024" has 60 for 2023
    if wanted is not None and wanted.value and wanted.value[:4].isdigit():
        year = wanted.value[:4]
        return (0.5, "") if year in source else (-1.0, f"the source does not give that number for {year}")
    since = claim.reading.inside(wanted) if wanted is not None and wanted.relation in ("after", "since") else ()
    inside = (word for word in claim.reading.inside(claim.fact.sentence) if word not in since)
    if any(word.lower in listed("before") for word in inside):
        return 0.5, ""
    return -1.0, "the source gives that number for the time before"


def _start_of_sides(claim: Statement, evidence: Statement) -> tuple[float, str] | None:
    """Whether the start of a change is the level of the earlier time that the source holds its number against."""
    right = evidence.slot("right")
    against = right is not None and right.quantity is not None and right.when is not None and right.subject is None
    if not claim.before or not against or evidence.role not in ("left", "right"):
        return None
    return (0.5, "") if evidence.role == "right" else (-1.0, "the source gives that number for the other end")


def _of_its_part(wanted: TimeRef, evidence: Statement) -> bool:
    """Whether a time is told only for the part of a total: `1.6 million, of which 310,000 were made last year`."""
    when = evidence.fact.when
    if when is None:
        return False
    return when.text.lower() == wanted.text.lower() or (when.value is not None and when.value == wanted.value)


def _of_a_part(claim: Statement, evidence: Statement) -> bool:
    """Whether a change over a part of the claim's time is told for all of it: `from April to June 2024`, `in 2024`."""
    whole = has_phrase(claim.fact.sentence.text, "over_all_of_it")
    told = "" if evidence.when is None else evidence.when.text.lower()
    if (
        whole
        and not evidence.sum
        and has_phrase(told, "parts_of_a_year")
        and not has_phrase(claim.fact.sentence.text, "parts_of_a_year")
    ):
        return True
    return (claim.sort is Sort.DELTA or whole) and within(claim, evidence)
