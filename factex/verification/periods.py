"""Periods: whether two times that texts tell are one, other ones, or one a part of the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.verification.knowledge import has_phrase, listed, phrases
from factex.verification.moments import YEAR
from factex.verification.words import opposed, words_of

if TYPE_CHECKING:
    from factex.records import TimeRef
    from factex.verification.statement import Statement

_EDTF = re.compile(r"(\d{4}|\d{3}X)(?:-(\d\d))?(?:-(\d\d))?$")
# Between the two ends of a stretch of time.
_ENDS = re.compile(r"\s(?:and|to|until|till)\s|[–-]")
_TWO = 2
_QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


def compared(wanted: TimeRef, told: TimeRef) -> tuple[float, str] | None:
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


def another(wanted: TimeRef, told: TimeRef) -> bool:
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


def since_then(wanted: TimeRef, told: TimeRef) -> bool:
    """Whether the source sums up since a time what the claim tells of a shorter one: `since 2019`, `last year`."""
    relative = wanted.value is None and table("times")["relative"].get(wanted.text.lower()) is not None
    one, other = (None if ref.value is None else _months(ref.value) for ref in (wanted, told))
    relative = relative or (one is not None and other is not None and other[1] < one[0])
    return (
        told.relation == "since"
        and told.value is not None
        and wanted.relation in ("in", "during")
        and (relative or has_phrase(wanted.text, "lately"))
    )


def over_by_then(wanted: TimeRef, told: TimeRef) -> bool:
    """Whether what the source tells was over when the claim's time began: `between 2015 and 2020`, `since 2020`."""
    one, other = (None if ref.value is None else _months(ref.value) for ref in (wanted, told))
    if one is None or other is None or wanted.relation not in ("since", "after"):
        return False
    return told.relation not in ("since", "from") and other[0] < one[0] and other[1] <= one[1]


def end_of(wanted: TimeRef, told: TimeRef) -> str:
    """At which end of a stretch of time a claim's time lies: `In March` at the start of `between March and June`."""
    ends = _ENDS.split(told.text)
    if told.relation != "from_to" or len(ends) != _TWO:
        return ""
    first, last = (wanted.text.lower() in end.lower() for end in ends)
    return "" if first is last else "start" if first else "end"


def year_before(wanted: TimeRef, told: TimeRef) -> bool:
    """Whether a time is the year before that of a change."""
    years = [ref.value for ref in (wanted, told)]
    if not all(value is not None and YEAR.fullmatch(value) for value in years):
        return False
    return int(str(years[0])) + 1 == int(str(years[1]))


def named(time: TimeRef) -> str:
    """A time as a reason tells it: `before 2020`, `last year`."""
    return f"{time.relation} {time.text}" if time.relation in ("before", "after") else time.text


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
