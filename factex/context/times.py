"""Times: where a sentence names one, what it is in EDTF, and which claim it belongs to."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from factex.lexicon.files import per_lexicon, table
from factex.records import TimeRef, TimeRelation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.syntax.tree import Tree

_YEAR = r"(?P<year>1[0-9]{3}|20[0-9]{2})"
_SUPERLATIVE = re.compile(r"(?i)\b(?:\w+est|most|worst|best|least|first)\b[^,.;]*\Z")
_EARLIER = re.compile(r"(?i)\b(earlier|before|previous|prior|last year|ago|later|after)\b")


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


@per_lexicon
def _patterns() -> tuple[re.Pattern[str], ...]:
    data = table("times")
    month = "|".join(sorted((name.capitalize() for name in data["months"]), key=len, reverse=True))
    weekday = "|".join(name.capitalize() for name in data["weekdays"])
    ordinal = "|".join(name for name in data["quarters"] if not name.startswith("q"))
    season = "|".join(data["seasons"])
    relative = "|".join(
        re.escape(phrase).replace(r"\ ", r"\s") for phrase in sorted(data["relative"], key=len, reverse=True)
    )
    past, number, units = ("|".join(data["windows"][name]) for name in ("openers", "numbers", "units"))
    events = "|".join(data["events"]["nouns"])
    within = "|".join(rf"(?<=\b(?i:{word})\s)" for word in data["inside"]["words"])
    behind = "|".join(rf"(?<=\b(?i:{word})\s)" for word in data["events"]["behind"])
    day = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
    of_year = rf"(?:\sof\s(?:fiscal\s|financial\s)?(?:year\s)?{_YEAR})?"
    sources = (
        r"\b(?:[Bb]etween|[Ff]rom)\s(?P<from>1[0-9]{3}|20[0-9]{2})\s(?:and|to)\s(?P<to>1[0-9]{3}|20[0-9]{2})\b",
        rf"\b(?:[Bb]etween|[Ff]rom)\s(?P<frommonth>{month})\b\.?(?:,?\s(?P<fromyear>(?:1[5-9]|20)[0-9][0-9]))?\s(?:and|to)\s(?P<tomonth>{month})\b\.?(?:\s(?:of\s)?{_YEAR})?",
        rf"(?i)\b(?:the\s)?(?:(?:{number}|[0-9]{{1,3}})\s)?(?:{units}|quarter)\s(?:to|ended|ending|through)\s(?:the\send\sof\s)?(?:(?:early|mid|late)[- ])?(?:[0-3]?[0-9]\s)?(?:{month})\b(?:\s[0-3]?[0-9])?(?:,?\s[12][0-9]{{3}})?\b",
        rf"\b{day}\s(?:of\s)?(?P<month>{month})\b\.?(?:,?\s{_YEAR})?",
        rf"\b(?P<month>{month})\b\.?\s{day}\b(?!\s?%|[.,][0-9])(?:,\s{_YEAR})?",
        rf"\b(?P<month>{month})\b\.?,?\s{_YEAR}\b",
        rf"\b(?:the\s)?(?:fiscal\s)?(?P<quarter>{ordinal})[- ](?:fiscal[- ])?quarter{of_year}\b",
        rf"\b(?P<quarter>[Qq][1-4])(?:\s?(?:of\s)?{_YEAR})?\b",
        rf"\b(?:the\s)?(?:first|second)\shalf(?:\sof\s{_YEAR}|\sof\sthe\syear)\b",
        rf"\b(?:the\s)?(?P<qmonth>{month})\squarter\b",
        r"(?<![\w.,$€£-])(?P<from>1[0-9]{3}|20[0-9]{2})[-–/](?P<to>(?:1[0-9]|20)?[0-9]{2})(?![\w%]|[.,][0-9])",
        r"\b(?:the\s)?(?:(?P<part>early|mid|late)[- ])?(?P<decade>(?:1[0-9]|20)[0-9])0[’']?s\b",
        rf"\b(?:the\s)?(?:end|start|beginning|middle)\sof\s(?:the\s|this\s|next\s|last\s)?(?:(?:calendar|financial|fiscal)\s)?(?:{_YEAR}|year|month|decade|century|season|week|{month})\b",
        rf"\b(?:the\s)?(?P<season>{season})(?:\sof)?\s{_YEAR}\b",
        rf"\b(?:FY|fiscal(?:\syear)?\s|financial\syear\s)\s?{_YEAR}\b",
        rf"(?i)\b(?:the\s)?week\sending\s(?:{month})\s[0-9]{{1,2}}\b",
        rf"(?i)\b(?:the\s|this\s)?(?:{past})\s(?:(?:{number}|[0-9]+)\s)?(?:{units})\b(?!-)",
        rf"(?i)\b(?:this|last|next|(?:the\s)?(?:current|past|coming|previous))\s(?:financial|fiscal|calendar|academic|school)\syear\b(?!-)",
        rf"(?i)\b(?<=within\s)(?:an?|the|{number}|[0-9]+)\s(?:{units})\b(?!\s(?:of|from)\b)",
        rf"(?i)(?<!\w)(?:{relative})(?!\w|-)",
        rf"(?i)\b(?:an?|(?:a\s)?{number}|[0-9]+)\s(?:{units})\sago\b",
        rf"(?:{behind})(?:(?:the|this|last|next|its)\s)?(?:[\w-]+\s){{0,2}}?(?:{events})\b(?!-)(?:\sis\sout)?",
        rf"\b(?:the\s)?{_YEAR}(?:\s(?:census|survey|season|financial\syear))?\b(?!\s?%|[.,][0-9]|\s(?:per\scent|percent|people))",
        rf"\b(?:(?:early|late)\son\s)?(?P<weekday>{weekday})(?:\s(?:morning|afternoon|evening|night))?\b",
        rf"\b(?:(?:late|early|mid)[- ])?(?P<month>{month})\b(?!\s[A-Z])",
        rf"(?:{within})(?P<month>{month})\b(?=\s[A-Z])",
        rf"(?:{within}|{behind})(?:the|last|this|next)\s(?:{season}|night|weekend)\b",
    )
    return tuple(re.compile(source) for source in sources)


def times(text: str, start: int, end: int, reference: date | None = None) -> list[Time]:
    """The times that `text[start:end]` names, in order; of overlapping ones the first pattern's.

    Args:
        text: The whole text.
        start: Start of the sentence.
        end: End of the sentence.
        reference: The day against which relative times are told.
    """
    sentence = text[start:end]
    found: list[Time] = []
    for pattern in _patterns():
        for match in pattern.finditer(sentence):
            if any(match.start() + start < other.end and match.end() + start > other.start for other in found):
                continue
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
def _relations() -> re.Pattern[str]:
    phrases = sorted(table("times")["relations"], key=len, reverse=True)
    return re.compile(rf"(?i)\b({'|'.join(phrases)})\s(?:the\s)?(?:early\s|late\s)?\Z")


def _relation(sentence: str, i: int) -> tuple[TimeRelation, int | None]:
    match = _relations().search(sentence, max(0, i - 24), i)
    if match is None:
        return TimeRelation.IN, None
    return TimeRelation(table("times")["relations"][match.group(1).lower()]), match.start()


def _value(words: str, groups: dict[str, str | None], reference: date | None) -> str | None:
    data = table("times")
    year = groups.get("year")
    if groups.get("from") and groups.get("to"):
        first, last = str(groups["from"]), str(groups["to"])
        last = first[: 4 - len(last)] + last
        return f"{first}/{last}"
    if groups.get("frommonth"):
        months = [int(data["months"][str(groups[name]).lower()]) for name in ("frommonth", "tomonth")]
        return f"{groups['fromyear'] or year}-{months[0]:02d}/{year}-{months[1]:02d}" if year else None
    if groups.get("decade"):
        return f"{groups['decade']}X"
    if groups.get("quarter"):
        return f"{year}-{data['quarters'][str(groups['quarter']).lower()]}" if year else None
    if groups.get("season"):
        return f"{year}-{data['seasons'][str(groups['season'])]}"
    if groups.get("month"):
        month = data["months"][str(groups["month"]).lower()]
        day = groups.get("day")
        if year is None and reference is not None:
            year = str(reference.year - (month > reference.month))
        if year is None:
            return None
        return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"
    if groups.get("weekday"):
        if reference is None:
            return None
        back = (reference.weekday() - data["weekdays"][str(groups["weekday"]).lower()]) % 7
        return (reference - timedelta(days=back)).isoformat()
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


def time_of(sentence: Sentence, found: list[Time], anchor: int, predicate: int | None) -> Time | None:
    """The time that a claim speaks of: of those in its clause the nearest behind it, else before it."""
    tree = sentence.tree
    place = tree[anchor].start
    best: tuple[float, Time] | None = None
    for time in found:
        word = tree.at(time.start)
        if word is None or _attributive(tree, time, word):
            continue
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
    led = time.prep_start < time.start and " the " not in tree.text[time.prep_start : time.start]
    if led and noun is not None and noun.tag in ("NNP", "NNPS"):
        return False  # "In 2015 San Marcos recorded …"
    if (
        noun is not None
        and noun.is_noun
        and noun.start <= time.end + 1
        and not tree.text[time.start : time.end].endswith(("census", "survey"))
    ):
        return tree[last].dep in ("compound", "nummod", "amod", "nmod", "poss") or tree[last].head == noun.i
    return noun is not None and noun.tag == "POS" and word == last


def _clause(sentence: Sentence, i: int) -> int | None:
    verb = sentence.clause_verb(i)
    return verb.i if verb is not None else None


def _distance(
    sentence: Sentence, time: Time, word: int, anchor: int, predicate: int | None, place: int
) -> float | None:
    tree = sentence.tree
    claim_verb = predicate if predicate is not None else _clause(sentence, anchor)
    top = next((above for above in tree.ancestors(word) if above.is_verb), None)
    between = tree.text[min(place, time.start) : max(place, time.start)]
    cost = abs(time.start - place) / 40
    if claim_verb is not None and _of_telling(tree, time, word, claim_verb, anchor):
        return None
    if top is not None and claim_verb is not None and top.i != claim_verb:
        cost += 3
        if not _joined(tree, top.i, claim_verb):
            cost += 3
    if time.start < place:
        cost += 1
    if any(word_between in between for word_between in (" while ", "; ", " but ", " although ")):
        cost += 4
    crossed = sum(
        1
        for located in sentence.quantities
        if min(place, time.start) < located.quantity.start < max(place, time.start) and anchor not in located
    )
    cost += crossed
    if _EARLIER.search(tree.text[time.prep_start : time.end]):
        cost += 4
    since_from = re.search(
        r"\b(?:from|since|compared with|than(?: in)?|against)\s*(?:in\s)?\Z",
        tree.text[max(0, time.prep_start - 16) : time.prep_start],
    )
    on_year = tree.text[time.prep_start : time.start].lower().startswith("on ") and "year" in tree.text[
        time.start : time.end
    ].lower() + ("year" if time.value is not None and len(time.value) == 4 else "")
    if since_from or on_year:  # "a rise of 12 per cent on 2023"
        cost += 6
    if tree.text[time.prep_start : time.start].lower().startswith("within "):
        cost += 3
    if (
        _SUPERLATIVE.search(tree.text[max(0, time.prep_start - 40) : time.prep_start])
        and time.relation == TimeRelation.SINCE
    ):
        cost += 5  # "the fewest since December 1969"
    return cost if cost < 7 else None


def _of_telling(tree: Tree, time: Time, word: int, claim_verb: int, anchor: int) -> bool:
    """Whether a time tells when something was said: `The board told reporters on Tuesday that …`, `…, it said in May`."""
    saying = table("verbs")["saying"]
    top = next((above for above in tree.ancestors(word) if above.is_verb), None)
    if top is None or tree.lemma(top.i) not in saying or top.i == claim_verb:
        return _before_report(tree, time, word, claim_verb, saying)
    aside = top.i + 1 < len(tree) and tree[top.i + 1].text == ","
    return not (top.i < anchor < word) if word > top.i else not (aside and word < anchor)


def _before_report(tree: Tree, time: Time, word: int, claim_verb: int, saying: list[str]) -> bool:
    """Whether a time between a verb of saying and the clause that it reports was parsed into that clause."""
    teller = tree.head(claim_verb)
    subject = tree.child(claim_verb, "nsubj", "nsubjpass")
    reported = tree[claim_verb].dep == "ccomp" and tree.lemma(teller.i) in saying
    year = time.value is not None and time.value[:4].isdigit() and len(time.value) == 4
    if not reported or subject is None or year or not teller.i < word < subject.i:
        return False
    return not any(tree[k].lower in ("that", ",") for k in range(teller.i, word))


def _joined(tree: Tree, one: int, other: int) -> bool:
    """Whether one verb governs the other through auxiliaries, infinitives or coordination."""
    chain = {one, *(word.i for word in tree.ancestors(one))}
    other_chain = {other, *(word.i for word in tree.ancestors(other))}
    return one in other_chain or other in chain


def reference(time: Time, text: str) -> TimeRef:
    """The time as a record."""
    return TimeRef(
        text=text[time.start : time.end], start=time.start, end=time.end, value=time.value, relation=time.relation
    )


def right_time(sentence: Sentence, found: list[Time], i: int) -> Iterator[Time]:
    """The times that stand right behind word `i` or within three words: the right side's own."""
    tree = sentence.tree
    if i >= len(tree):
        return
    start = tree[i].start
    for time in found:
        if start <= time.prep_start <= start + 40:
            yield time
