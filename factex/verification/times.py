"""Whether the time of a claim is that of a statement of the source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import Comparison
from factex.verification.knowledge import has_phrase, listed, phrases
from factex.verification.moments import YEAR, cue, has_come, shifted, stretch
from factex.verification.statement import Sort
from factex.verification.words import opposed, words_of

if TYPE_CHECKING:
    from factex.records import TimeRef
    from factex.verification.statement import Statement


_EDTF = re.compile(r"(\d{4}|\d{3}X)(?:-(\d\d))?(?:-(\d\d))?$")


# Between the two ends of a stretch of time.
_ENDS = re.compile(r"\s(?:and|to|until|till)\s|[–-]")
_TWO = 2
# A dateline tells when something was written, not when it was: "La Paz, 30 May 89 - Police have …".
_DATELINE = re.compile(r"^\W*[A-Z][\w .,’'-]{1,30}\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{2,4})? (?:--?|–|—) ")

_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


def time_of(claim: Statement, evidence: Statement) -> tuple[float, str]:
    """Whether the times agree."""
    if evidence.before:
        return _time_before(claim, evidence)
    sided = _start_of_sides(claim, evidence)
    if sided is not None:
        return sided
    wanted, told = claim.when, evidence.when
    if wanted is not None and told is None and evidence.role == "total" and _of_its_part(wanted, evidence):
        return -1.0, f"the source speaks of {wanted.text} only for a part of them"
    if wanted is not None and _of_the_left(wanted, evidence) and not has_phrase(stretch(claim), "bygone"):
        return -1.0, f"the source only holds it against {wanted.text}"
    level = claim.sort in (Sort.LEVEL, Sort.PART) and not isinstance(claim.fact, Comparison)
    if level and told is not None and told.text.lower().startswith("this ") and has_phrase(stretch(claim), "bygone"):
        return -1.0, f"the source speaks of {told.text}" + ("" if wanted is None else f", not of {wanted.text}")
    started = evidence.role == "end" and evidence.slot("start") is not None
    if started and cue(claim) == -1 and told is not None and told.text.lower() in claim.fact.sentence.text.lower():
        return -1.0, f"the source gives that number for the time from {told.text}"
    if has_phrase(stretch(evidence), "over_by") and not evidence.sum and has_phrase(stretch(claim), "by_now"):
        return -1.0, "the source gives that number for the time before"
    if not evidence.sum and _over(evidence) and wanted is None and _at_present(claim) and cue(claim) != -1:
        return -1.0, "the source gives that number for the time before"
    if evidence.sum and _long_ago(claim, evidence):
        return -1.0, "the source gives that number for an earlier time"
    if wanted is None and not evidence.sum and cue(claim) == cue(evidence) == -1:
        return 0.5, ""
    former = cue(claim) == -1 and has_phrase(stretch(claim), "prior_to")
    if former and not evidence.sum and cue(evidence) >= 0 and has_come(evidence):
        return -1.0, "the source gives that number for the time after"
    years = set(YEAR.findall(claim.fact.sentence.text))
    if wanted is not None and has_phrase(wanted.text, "formerly"):  # "than a year earlier": what it is held against
        wanted = None
    counted = "" if evidence.more else shifted(evidence)
    if counted and wanted is not None and wanted.value and wanted.value[:4].isdigit():
        agree = wanted.value[:4] == counted
        return (1.0, "") if agree else (-1.0, f"the source speaks of {counted}, not of {wanted.text}")
    if wanted is None and not years:
        return 0.0, ""
    if wanted is not None and told is not None and _since_then(claim, wanted, told):
        return -1.0, f"the source tells what came about since {told.text}"
    if wanted is not None and told is not None and _another(wanted, told):
        return -1.0, f"the source speaks of {_named(told)}, not of {_named(wanted)}"
    if wanted is not None and told is not None and evidence.role == "end" and evidence.slot("start") is not None:
        verdict = _compared(wanted, told)  # "from 21,000 tonnes in 2021 to 34,000 tonnes in 2023"
        if verdict is not None and verdict[1]:
            return verdict
    if wanted is not None and told is not None and _over_by_then(wanted, told):
        return -1.0, f"the source speaks of {told.text}, not of {wanted.relation} {wanted.text}"
    if told is not None and _of_a_part(claim, evidence):
        return -1.0, f"the source speaks of {told.text} only"
    end = "" if wanted is None or told is None else _end_of(wanted, told)
    if told is not None and end and evidence.role in ("start", "end") and evidence.role != end:
        return -1.0, f"the source gives that number for the other end of {told.text}"
    source = _DATELINE.sub("", evidence.fact.sentence.text).lower()
    named = wanted is not None and wanted.text.lower() in source and not _rivals(evidence)
    named = named and not (told is not None and wanted is not None and _own_time(claim, told, evidence))
    held = named and wanted is not None and _held_against(wanted.text.lower(), source)
    if named and told is not None and wanted is not None and _of_those(wanted.text.lower(), source):
        return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
    if named and not held:
        return 1.0, ""
    if held and wanted is not None and told is None and not evidence.sum:
        return -1.0, f"the source only holds its number against {wanted.text}"
    if wanted is not None and told is not None:
        verdict = _compared(wanted, told)
        if verdict is not None:
            return verdict
    if not evidence.sum and _long_ago(claim, evidence):
        return -1.0, "the source gives that number for an earlier time"
    source = evidence.fact.sentence.text
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


def _end_of(wanted: TimeRef, told: TimeRef) -> str:
    """At which end of a stretch of time a claim's time lies: `In March` at the start of `between March and June`."""
    ends = _ENDS.split(told.text)
    if told.relation != "from_to" or len(ends) != _TWO:
        return ""
    first, last = (wanted.text.lower() in end.lower() for end in ends)
    return "" if first is last else "start" if first else "end"


def _of_the_left(wanted: TimeRef, evidence: Statement) -> bool:
    """Whether a number is held against that of the claim's time: `312,000 in the third quarter, against 305,000`."""
    fact = evidence.fact
    if evidence.role != "right" or not isinstance(fact, Comparison) or fact.right.subject:
        return False
    own = fact.left.when or fact.when
    if fact.right.when is not None and fact.right.when.text.lower() in wanted.text.lower():
        return False
    return own is not None and own.text.lower() == wanted.text.lower()


def _over(evidence: Statement) -> bool:
    """Whether the source tells until when a number held."""
    return evidence.when is not None and evidence.when.relation == "until"


def _at_present(claim: Statement) -> bool:
    """Whether a claim's verb is told in the present: `The mine employs 1,200 people`."""
    lemma = claim.fact.predicate
    return lemma is not None and any(word.lower in (f"{lemma}s", f"{lemma}es") for word in claim.verb)


def _held_against(time: str, source: str) -> bool:
    """Whether a sentence only holds its number against a time: `down 27 compared to last year's`."""
    match = re.search(rf"{re.escape(time)}[’']s", source)
    return match is not None and phrases("held_against").search(source[: match.start()].rstrip()[-14:]) is not None


def _of_those(time: str, source: str) -> bool:
    """Whether a sentence tells a time of a deed by which it picks some out: `of those who apply by 16 August`."""
    return re.search(rf"\bthose who\b[^,;]*{re.escape(time)}", source) is not None


def _long_ago(claim: Statement, evidence: Statement) -> bool:
    """Whether the source has a number of a time before, and the claim tells of now: `five more than a decade ago`."""
    if cue(claim) == -1 or evidence.when is None or YEAR.search(claim.fact.sentence.text):
        return False
    if evidence.sum:
        return (
            claim.when is None and claim.sort is evidence.sort is Sort.LEVEL and has_phrase(evidence.when.text, "ago")
        )
    return has_phrase(evidence.when.text, "last_time") and has_phrase(claim.fact.sentence.text, "this_time")


def _since_then(claim: Statement, wanted: TimeRef, told: TimeRef) -> bool:
    """Whether the source sums up since a time what the claim tells of a shorter one: `since 2019`, `last year`."""
    relative = wanted.value is None and table("times")["relative"].get(wanted.text.lower()) is not None
    one, other = (None if ref.value is None else _months(ref.value) for ref in (wanted, told))
    relative = relative or (one is not None and other is not None and other[1] < one[0])
    return (
        told.relation == "since"
        and told.value is not None
        and wanted.relation in ("in", "during")
        and (relative or has_phrase(wanted.text, "lately"))
        and bool(claim.deeds)
    )


def _over_by_then(wanted: TimeRef, told: TimeRef) -> bool:
    """Whether what the source tells was over when the claim's time began: `between 2015 and 2020`, `since 2020`."""
    one, other = (None if ref.value is None else _months(ref.value) for ref in (wanted, told))
    if one is None or other is None or wanted.relation not in ("since", "after"):
        return False
    return told.relation not in ("since", "from") and other[0] < one[0] and other[1] <= one[1]


def _named(time: TimeRef) -> str:
    """A time as a reason tells it: `before 2020`, `last year`."""
    return f"{time.relation} {time.text}" if time.relation in ("before", "after") else time.text


def _another(wanted: TimeRef, told: TimeRef) -> bool:
    """Whether two times are others by their words alone: `in 2020` and `before 2020`, `today` and `yesterday`."""
    if wanted.value is not None and wanted.value == told.value:
        if {wanted.relation, told.relation} <= {"since", "until"} and wanted.relation != told.relation:
            return True
        return {wanted.relation, told.relation} & {"before", "after"} != set() and wanted.relation != told.relation
    if wanted.text.lower() == told.text.lower() and {wanted.relation, told.relation} == {"until", "in"}:
        return True  # "Until Saturday, it had been 6.91 metres"
    days = table("times")["relative"]
    if (
        wanted.value is None
        and told.value is not None
        and phrases("recent").fullmatch(wanted.text)
        and YEAR.fullmatch(told.value)
    ):
        return True  # "This week's flood", "the flood of 2011"
    both = wanted.text.lower(), told.text.lower()
    return both[0] != both[1] and all(days.get(text) for text in both)


def _rivals(evidence: Statement) -> bool:
    """Whether other numbers of the statement's sentence have times of their own."""
    facts = evidence.reading.of(evidence.fact.sentence)
    against = (fact.right.when for fact in facts if isinstance(fact, Comparison))
    named = {when.start for when in against if when is not None and when.value is not None}
    return len(named | {fact.when.start for fact in facts if fact.when is not None}) > 1


def _time_before(claim: Statement, evidence: Statement) -> tuple[float, str]:
    """Whether a claim speaks of the time before a change."""
    wanted, told = claim.when, evidence.fact.when
    if claim.before:
        return (0.5, "") if wanted is None or told is None else (_compared(wanted, told) or (0.0, ""))
    if cue(claim) == -1 and told is not None and told.text.lower() in claim.fact.sentence.text.lower():
        return 0.5, ""  # "Until the cut on 1 July, it was 13 percent"
    source = evidence.fact.sentence.text
    lasting = told is not None and told.relation == "since" and told.value is not None
    if wanted is not None and told is not None and lasting and wanted.value == told.value and wanted.relation == "in":
        return 1.0, ""  # "has doubled since 2010"
    if wanted is not None and told is not None and _end_of(wanted, told) == "start":
        return 1.0, ""
    if wanted is not None and told is not None and wanted.relation not in ("before", "until"):
        verdict = _compared(wanted, told)
        if verdict is not None and not verdict[1]:
            return -1.0, f"the source gives that number for the time before {told.text}"
        if wanted.value and wanted.value[:4] in source:
            return 0.8, ""
    if wanted is not None and told is not None and _year_before(wanted, told):
        return 0.5, ""  # "rose by $12 million to $72 million in 2024" has 60 for 2023
    if wanted is not None and wanted.value and wanted.value[:4].isdigit():
        year = wanted.value[:4]
        return (0.5, "") if year in source else (-1.0, f"the source does not give that number for {year}")
    since = claim.reading.inside(wanted) if wanted is not None and wanted.relation in ("after", "since") else ()
    inside = (word for word in claim.reading.inside(claim.fact.sentence) if word not in since)
    if any(word.lower in listed("before") for word in inside):
        return 0.5, ""
    return -1.0, "the source gives that number for the time before"


def _year_before(wanted: TimeRef, told: TimeRef) -> bool:
    """Whether a time is the year before that of a change."""
    years = [ref.value for ref in (wanted, told)]
    if not all(value is not None and YEAR.fullmatch(value) for value in years):
        return False
    return int(str(years[0])) + 1 == int(str(years[1]))


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


def within(claim: Statement, evidence: Statement) -> bool:
    """Whether the time of a statement is only a part of the claim's: the first half of a year."""
    one, other = (
        None if item.when is None or item.when.value is None else _months(item.when.value) for item in (claim, evidence)
    )
    if evidence.sum or one is None or other is None or one == other:
        return False
    return one[0] <= other[0] and other[1] <= one[1]


def within_another(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim's time is only a part of that of a statement: March of a year."""
    return within(evidence, claim)


def _compared(wanted: TimeRef, told: TimeRef) -> tuple[float, str] | None:
    """Whether two times agree; None where that can't be told."""
    one, other = (None if ref.value is None else _months(ref.value) for ref in (wanted, told))
    if one is not None and other is not None:
        if one[1] < other[0] or other[1] < one[0]:
            if told.relation in ("since", "from") and one[0] > other[1]:
                return 0.3, ""
            return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
        return 1.0, ""
    if one is not None or other is not None:
        years = [set(YEAR.findall(ref.text)) for ref in (wanted, told)]
        if years[0] and years[1] and not years[0] & years[1]:
            return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
    said, heard = (words_of(ref.text) for ref in (wanted, told))
    ordinals = [{word.lower for word in words if word.lower in listed("telling_periods")} for words in (said, heard)]
    same = {word.stem for word in said} & {word.stem for word in heard}
    bare = any(len(words) == 1 for words in (said, heard))  # "in the second quarter … in the third"
    if ordinals[0] and ordinals[1] and not ordinals[0] & ordinals[1] and (same or bare):
        return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
    if same - listed("telling_periods"):
        return 1.0, ""
    if any(opposed(word, thing) for word in said for thing in heard):
        return -1.0, f"the source speaks of {told.text}, not of {wanted.text}"
    return None


def _months(value: str) -> tuple[int, int] | None:
    """A time in EDTF as its first and last month, counted from year 0."""
    ends = []
    for part in value.split("/"):
        match = _EDTF.match(part)
        if match is None:
            return None
        year, month = match.group(1), int(match.group(2) or 0)
        if year.endswith("X"):
            ends.append((int(year[:3]) * 120, int(year[:3]) * 120 + 119))
            continue
        first, last = (1, 12) if not month else _QUARTERS.get(month, (month, month) if month <= 12 else (1, 12))
        ends.append((int(year) * 12 + first - 1, int(year) * 12 + last - 1))
    return ends[0][0], ends[-1][1]
