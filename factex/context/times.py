"""Times: where a sentence names one, what it is in EDTF, and which claim it belongs to."""

from __future__ import annotations

import calendar
import itertools
import re
from datetime import date, timedelta
from typing import NamedTuple

from factex.lexicon.files import per_lexicon, table
from factex.records import TimeRef, TimeRelation

_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_WORD = re.compile("[a-z]+")

_SINCE = re.compile(r"(?i)\bsince\s(?!and\b|but\b|then\b)[^,.;:]{3,44}\Z")


class Time(NamedTuple):
    """A time that a sentence names.

    Attributes:
        start: Offset of its first character, without a preposition.
        end: Offset behind its last.
        value: EDTF, or None.
        relation: How a claim lies to it.
        prep_start: Offset of the preposition before it, or `start`.
    """

    start: int
    end: int
    value: str | None
    relation: TimeRelation
    prep_start: int


class _Pattern(NamedTuple):
    """A pattern of times, and the words of which one has to stand in the sentence; none is needed where it is empty."""

    needs: frozenset[str]
    pattern: re.Pattern[str]


@per_lexicon
def _patterns() -> tuple[_Pattern, ...]:
    """The patterns of times, with the lists of the lexicon in their places."""
    data = table("times")
    spaced = (re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(data["relative"], key=len, reverse=True))
    lists = {
        "month": sorted((name.capitalize() for name in data["months"]), key=len, reverse=True),
        "weekday": [name.capitalize() for name in data["weekdays"]],
        "ordinal": [name for name in data["quarters"] if not name.startswith("q")],
        "season": data["seasons"],
        "relative": spaced,
        "past": data["windows"]["openers"],
        "number": data["windows"]["numbers"],
        "unit": data["windows"]["units"],
        "event": data["events"]["nouns"],
        "cause": data["events"]["causes"],
        "inside": [rf"(?<=\b(?i:{word})\s)" for word in data["inside"]["words"]],
        "behind": [rf"(?<=\b(?i:{word})\s)" for word in data["events"]["behind"]],
        "of_year": [rf"(?:\sof\s(?:fiscal\s|financial\s)?(?:year\s)?{_YEAR})?"],
        "year": [_YEAR],
        "day": [r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"],
    }
    fills = {name: "|".join(words) for name, words in lists.items()}
    for name in ("inside", "behind"):
        fills[name] = rf"(?<=\s)(?:{fills[name]})"  # quickly ruled out where no space stands before
    known = re.compile(rf"\{{({'|'.join(fills)})\}}")
    lists["behind"] = data["events"]["behind"]

    def needed(word: str) -> list[str]:
        return [one.lower() for one in lists[word[1:-1]]] if word.startswith("{") else [word]

    return tuple(
        _Pattern(
            frozenset(itertools.chain.from_iterable(map(needed, entry.get("needs", ())))),
            re.compile(known.sub(lambda match: fills[match.group(1)], entry["source"])),
        )
        for entry in data["pattern"]
    )


def times(text: str, start: int, end: int, reference: date | None = None) -> list[Time]:
    """The times that `text[start:end]` names, in order; of overlapping ones the first pattern's.

    Args:
        text: The whole text.
        start: Start of the sentence.
        end: End of the sentence.
        reference: The day against which relative times are told.
    """
    sentence = text[start:end]
    words = set(_WORD.findall(sentence.lower()))
    found: list[Time] = []
    for needs, pattern in _patterns():
        if needs and needs.isdisjoint(words):
            continue
        for match in pattern.finditer(sentence):
            if any(match.start() + start < other.end and match.end() + start > other.start for other in found):
                continue
            if _clock().match(sentence, match.end()):
                continue  # "by 1105 GMT"
            found.append(_time(sentence, start, match, reference))
    return sorted(found)


def _time(sentence: str, offset: int, match: re.Match[str], reference: date | None) -> Time:
    first = match.start()
    if match.group().lower().startswith("the "):
        first += 4
    groups = match.groupdict()
    relation, prep = _relation(sentence, match.start())
    if match.group().lower().startswith(("between", "from")):
        relation = TimeRelation.FROM_TO
    value = _value(match.group(), groups, reference)
    return Time(
        offset + first, offset + match.end(), value, relation, offset + (match.start() if prep is None else prep)
    )


@per_lexicon
def _clock() -> re.Pattern[str]:
    """What makes the figures of a year those of a clock."""
    return re.compile(rf"\s(?:{'|'.join(table('times')['clock']['zones'])})\b")


@per_lexicon
def _relations() -> re.Pattern[str]:
    phrases = sorted(table("times")["relations"], key=len, reverse=True)
    return re.compile(rf"(?i)\b({'|'.join(phrases)})\s(?:the\s)?(?:early\s|late\s)?\Z")


def _relation(sentence: str, i: int) -> tuple[TimeRelation, int | None]:
    match = _relations().search(sentence, max(0, i - 24), i)
    start = i if match is None else match.start()
    since = _SINCE.search(sentence, max(0, start - 48), start)
    if match is None:  # "since the tower opened last spring"
        return (TimeRelation.IN, None) if since is None else (TimeRelation.SINCE, i)
    if since is not None and match.group(1).lower() in ("in", "on"):
        return TimeRelation.SINCE, match.start()  # "since the fighting began in August"
    return TimeRelation(table("times")["relations"][match.group(1).lower()]), match.start()


def _value(words: str, groups: dict[str, str | None], reference: date | None) -> str | None:
    data = table("times")
    year = groups.get("year")
    if groups.get("from") and groups.get("to"):
        first, last = str(groups["from"]), str(groups["to"])
        last = first[: 4 - len(last)] + last
        return f"{first}/{last}"
    if groups.get("short") and groups.get("shortto"):
        years = int(str(groups["short"])), int(str(groups["shortto"]))
        return f"20{years[0]:02d}/20{years[1]:02d}" if years[1] == years[0] + 1 else None
    if groups.get("frommonth"):
        months = [int(data["months"][str(groups[name]).lower()]) for name in ("frommonth", "tomonth")]
        return f"{groups['fromyear'] or year}-{months[0]:02d}/{year}-{months[1]:02d}" if year else None
    if groups.get("decade"):
        return f"{groups['decade']}X"
    half = groups.get("half")
    if half:
        return None if year is None else f"{year}-01/{year}-06" if half == "first" else f"{year}-07/{year}-12"
    if groups.get("quarter"):
        return f"{year}-{data['quarters'][str(groups['quarter']).lower()]}" if year else None
    if groups.get("season"):
        return f"{year}-{data['seasons'][str(groups['season'])]}"
    if groups.get("month"):
        month = data["months"][str(groups["month"]).lower()]
        day = groups.get("day")
        which = groups.get("which")
        if which and reference is not None:
            year = str(reference.year + ("last", "this", "next").index(which) - 1)
        if year is None and reference is not None:
            ahead = words.lower().startswith("next")
            year = str(reference.year + (month <= reference.month if ahead else -(month > reference.month)))
        if year is None:
            return None
        return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"
    if groups.get("weekday"):
        if reference is None:
            return None
        back = (reference.weekday() - data["weekdays"][str(groups["weekday"]).lower()]) % 7
        if groups.get("which") == "last" and not back:
            back = 7
        return (reference - timedelta(days=back - 7 * (groups.get("which") == "next"))).isoformat()
    if year is not None:
        return year
    return _relative(words.lower(), reference)


def _relative(words: str, reference: date | None) -> str | None:
    shift = table("times")["relative"].get(" ".join(words.split()))
    if not shift or reference is None:
        return None
    if "days" in shift:
        return (reference + timedelta(days=shift["days"])).isoformat()
    if "years" in shift:
        return str(reference.year + shift["years"])
    months = reference.year * 12 + reference.month - 1 + shift["months"]
    year, month = divmod(months, 12)
    return f"{year}-{month + 1:02d}" if 1 <= month + 1 <= len(calendar.month_name) - 1 else None


def reference(time: Time, text: str) -> TimeRef:
    """The time as a record."""
    return TimeRef(
        text=text[time.start : time.end], start=time.start, end=time.end, value=time.value, relation=time.relation
    )
