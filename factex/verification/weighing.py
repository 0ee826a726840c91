"""Weighing: what the number of one statement says about that of another."""

from __future__ import annotations

import re
from dataclasses import replace

from factex.lexicon.files import table
from factex.lexicon.units import units
from factex.records import Change, Comparison, Direction, Order, Rank, UnitKind
from factex.verification.crossed import crossed
from factex.verification.knowledge import has_phrase, knowledge, listed
from factex.verification.moments import stretch
from factex.verification.numbers import HUNDRED, Backing, Interval, backing, converted
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort, Statement
from factex.verification.words import Word, nearness, words_of

_OF = re.compile(r"\s(?:of|in)\s")
# How near a verb is to a word that only hints at it.
_HINT = 0.5
_NUMBER_OF = re.compile(r"(?:total )?number of \w+$", re.IGNORECASE)
_ANYBODY = ("person", "peopl")
# A bare number of what somebody is that is larger is no age.
_OLDEST = 120
_NOTHING = Interval(None, None)


def weighed(claim: Statement, evidence: Statement) -> tuple[Backing, str]:
    """What the evidence's number says about the claim's, and how."""
    if claim.sort is Sort.RANK:
        return _ranks(claim.fact, evidence.fact, evidence.sum)
    way = Backing.ENTAILED if turned(claim, evidence) else _ways(claim.fact, evidence.fact)
    if way is Backing.EXCLUDED and claim.sort in (Sort.DELTA, Sort.WAY) and _still(evidence):
        return Backing.EXCLUDED, f"the source says that it stayed at {evidence_text(evidence)!r}"
    if claim.sort is Sort.WAY:
        how = evidence.sum or "the source says so"
        return (way or Backing.INCOMPARABLE), how
    if claim.interval is None or evidence.interval is None:
        return Backing.INCOMPARABLE, ""
    if not evidence.more and _other_counted(claim, evidence):
        return Backing.INCOMPARABLE, ""
    said, known = _per_period(claim, evidence)
    told = backing(said, known)
    how = evidence.sum or f"the source has {evidence_text(evidence)!r}"
    if told is Backing.EXCLUDED and _one_a_rate(said, known):
        return Backing.OPEN, how  # "€40 million per kilometre", where the source has the cost of all
    if told is Backing.INCOMPARABLE or (told is Backing.EXCLUDED and _aged_apart(said, known)):
        return Backing.INCOMPARABLE, how
    denied = claim.fact.negated and evidence.fact.negated and not evidence.sum
    same = converted(known, said.unit) or known
    if denied and told is Backing.ENTAILED and (said.low, said.high) != (same.low, same.high):
        return Backing.OPEN, how  # "did not reach 50 percent", where the source has "did not reach 40 percent"
    one_deed = bool(claim.deeds) and any(nearest(word, evidence.verb) >= NEAR for word in claim.deeds)
    sides = [has_phrase(stretch(item), "opposing") for item in (claim, evidence)]
    one_deed = (one_deed and sides[0] is sides[1]) or (all(sides) and claim.sort is Sort.PART)
    if told is Backing.ENTAILED and sides[0] is not sides[1] and claim.sort is Sort.PART and not evidence.sum:
        other = stretch(evidence if sides[0] else claim)
        if has_phrase(other, "favouring"):
            return Backing.OPEN, f"{how}, of those who are {'for' if sides[0] else 'against'} it"
    if told is Backing.EXCLUDED and not evidence.sum and _complements(said, known) and not one_deed:
        return Backing.OPEN, how
    if told is Backing.EXCLUDED and _of_a_kind(claim, evidence, one_deed=one_deed):
        return Backing.OPEN, f"{how}, of all kinds"
    if told is Backing.EXCLUDED and _rest_of_it(claim, evidence) and not one_deed:
        return Backing.OPEN, f"{how}, which leaves the rest open"
    if _only_is(claim, evidence) or _strange(claim, evidence) or (told is Backing.EXCLUDED and _bare(claim, evidence)):
        return Backing.INCOMPARABLE, how
    if claim.refused != evidence.refused and not has_phrase(claim.fact.sentence.text, "denials"):
        if told is Backing.ENTAILED:
            return Backing.EXCLUDED, f"the source {'denies that' if evidence.refused else 'says so'}: {how}"
        return Backing.OPEN, how
    if way is Backing.EXCLUDED:
        return Backing.EXCLUDED, f"the other way: {how}"
    return told, how


def _still(evidence: Statement) -> bool:
    """Whether a source tells that something did not move."""
    fact = evidence.fact
    return isinstance(fact, Change) and fact.direction is Direction.NONE and evidence.role == "end"


def turned(claim: Statement, evidence: Statement) -> bool:
    """Whether both tell one gap, each from its own side: `12 seconds behind Horvat`, `12 seconds ahead of Krog`."""
    if claim.sort not in (Sort.GAP, Sort.WAY) or evidence.sum:
        return False
    return _ways(claim.fact, evidence.fact) is Backing.EXCLUDED and crossed(claim, evidence)


def _other_counted(claim: Statement, evidence: Statement) -> bool:
    """Whether both count, and count different things."""
    if claim.sort is Sort.DELTA:
        return False
    mine, yours = (_counted(item) for item in (claim, evidence))
    if not mine or not yours:
        return False
    one, other = mine[0], yours[0]
    if nearness(one, other) >= NEAR:
        return False
    if nearest(other, claim.deeds) >= NEAR or nearest(one, evidence.deeds) >= NEAR:
        return False  # "six deputies abstained", "with six abstentions"
    for general, special in ((one, other), (other, one)):
        doer = special.lower.endswith(tuple(table("ages")["doers"])) and not other_deed(claim, evidence)
        people = (doer or is_person(special)) and not _only_had(claim, evidence)
        told = special is other or nearest(special, evidence.reading.words) >= NEAR
        if general.lower == "person" and (people or nearness(general, special)) and told:
            return False
        if general.lower in listed("anything"):
            return False
        taken = general.lower == "life" and any(
            word.stem in listed("taking_lives") for word in (*claim.verb, *evidence.verb)
        )
        if taken and (special.lower == "person" or is_person(special)):
            return False  # "claimed 15 lives"
    return True


def _of_a_kind(claim: Statement, evidence: Statement, *, one_deed: bool) -> bool:
    """Whether the claim counts some kind of people, and the source no fewer people of all kinds: `26 children`."""
    mine, yours = (_counted(item) for item in (claim, evidence))
    high = None if claim.interval is None else claim.interval.high
    low = None if evidence.interval is None else evidence.interval.low
    if not mine or not yours or high is None or low is None or high > low or evidence.sum:
        return False
    aged = mine[0].lower in listed("ages") and yours[0].lower not in listed("ages") and is_person(yours[0])
    told = not one_deed and yours[0].stem in _ANYBODY and mine[0].stem not in _ANYBODY and is_person(mine[0])
    return aged or told  # "210 adults", where the source has 240 passengers


def _only_had(claim: Statement, evidence: Statement) -> bool:
    """Whether one tells what is done with people of whom the other only says that they are had: `employs`, `has`."""
    bare = [item.fact.predicate in ("have", "own") for item in (claim, evidence)]
    deeds = [[word for word in item.verb if not word.light] for item in (claim, evidence)]
    for done, had, about in ((deeds[0], bare[1], evidence.zone), (deeds[1], bare[0], claim.zone)):
        if done and had and all(nearest(word, about) < _HINT for word in done):
            return True
    return False


def is_person(word: Word) -> bool:
    """Whether a noun is one for people, by its ending."""
    endings = (*table("ages")["persons_by_ending"], *table("ages")["doers"], *listed("people"))
    return word.lower.endswith(endings) and not word.lower.endswith(tuple(listed("no_people")))


def _aged_apart(one: Interval, other: Interval) -> bool:
    """Whether one of two numbers is an age and the other a stretch of time."""
    kinds = {interval.unit.kind for interval in (one, other) if interval.unit is not None}
    return kinds == {UnitKind.AGE, UnitKind.TIME}


def _one_a_rate(one: Interval, other: Interval) -> bool:
    """Whether one of two amounts of money is told per length or area, and the other is not told per anything."""
    names = [interval.unit.name.split(" / ") for interval in (one, other) if interval.unit is not None]
    parts = sorted(names, key=len)
    return [len(name) for name in parts] == [1, 2] and parts[1][1] in listed("spread_over")


def _complements(one: Interval, other: Interval) -> bool:
    """Whether two percentages make a hundred, so that the one may tell of those of whom the other does not hold."""
    units = {interval.unit.name for interval in (one, other) if interval.unit is not None}
    return units == {"percent"} and (one.value or 0) + (other.value or 0) == HUNDRED


def _rest_of_it(claim: Statement, evidence: Statement) -> bool:
    """Whether the claim's number is what a part of the source leaves of its total: `Three of its seven judges`."""
    total = next(
        (one for one in evidence.reading.statements if one.fact is evidence.fact and one.role == "total"), None
    )
    if evidence.role != "part" or total is None or claim.interval is None:
        return False
    numbers = [None if one.interval is None else one.interval.value for one in (claim, evidence, total)]
    mine, part, whole = numbers
    return mine is not None and part is not None and whole is not None and mine + part == whole


def _per_period(claim: Statement, evidence: Statement) -> tuple[Interval, Interval]:
    """The two numbers; a count as a rate where words beside it tell the period: `2 users a month`, `use it monthly`."""
    one, other = claim.interval or _NOTHING, evidence.interval or _NOTHING
    one, other = _counted_in(one, other, claim), _counted_in(other, one, evidence)
    return _as_count(one, other, claim), _as_count(other, one, evidence)


def _as_count(interval: Interval, other: Interval, own: Statement) -> Interval:
    """How many times something was done as the count of such deeds: `called out 96 times`, `96 call-outs`."""
    unit, counted = interval.unit, other.unit
    if unit is None or counted is None or unit.name != "times" or counted.kind is not UnitKind.COUNT:
        return interval
    told = (*own.verb, *own.zone)  # "found the net 61 times"
    deed = any(nearest(word, told) >= NEAR for word in words_of(counted.name.replace("-", " ")))
    return replace(interval, unit=counted) if deed else interval


def _counted_in(interval: Interval, other: Interval, beside: Statement) -> Interval:
    """A count in the unit of the other's rate, where it is told beside it per what it is."""
    unit, rate = interval.unit, other.unit
    if rate is None or rate.kind is not UnitKind.COMPOUND or (unit is not None and unit.kind is UnitKind.COMPOUND):
        return interval
    above, _, below = rate.name.partition(" / ")
    if unit is not None and unit.kind is not UnitKind.COUNT and unit.name != above:
        return interval
    heads = [words_of(name)[-1:] for name in (above, below)]
    told = bool(heads[1]) and nearest(heads[1][0], beside.zone) >= NEAR
    alike = unit is None or not heads[0] or nearness(heads[0][0], words_of(unit.name)[-1]) >= NEAR
    return replace(interval, unit=rate) if told and alike else interval


def _only_is(claim: Statement, evidence: Statement) -> bool:
    """Whether the evidence says what somebody is, by a bare number, and the claim how many of something they did."""
    interval = evidence.interval
    bare = interval is not None and interval.unit is None and evidence.fact.predicate == "be" and not evidence.elided
    bare = bare and interval is not None and interval.value is not None and interval.value < _OLDEST
    return bare and not evidence.sum and claim.counts and bool(claim.deeds) and bool(claim.subject)


def _strange(claim: Statement, evidence: Statement) -> bool:
    """Whether one of two numbers is bare, and nothing about it tells that it counts what the other does."""
    if evidence.sum:
        return False
    mine, yours = (None if item.interval is None else item.interval.unit for item in (claim, evidence))
    sentence = evidence.fact.sentence
    for unit, other, about in (
        (yours, mine, (*claim.own, *claim.around)),
        (mine, yours, (*evidence.own, *evidence.reading.inside(sentence), *evidence.reading.before(sentence))),
    ):
        if unit is mine and evidence.elided:
            continue  # "1,870 births in 2010 and 1,430 in 2020"
        if other is None and unit is not None and unit.kind is UnitKind.COUNT:
            head = words_of(unit.text)[-1:]
            return bool(head) and head[0].stem not in _ANYBODY and nearest(head[0], about) < NEAR
    return False


def _counted(statement: Statement) -> tuple[Word, ...]:
    """The head of what a number counts, told or left open after an earlier number; nothing where it counts nothing."""
    unit = None if statement.interval is None else statement.interval.unit
    if unit is None:
        measure = statement.fact.measure
        return statement.measure[-1:] if measure and _NUMBER_OF.match(measure.text) else statement.elided[-1:]
    if unit.kind is UnitKind.COMPOUND:  # "38,000 vehicles a day"
        measured = unit.dimension.startswith("[") or unit.name.split(" / ")[0] in units().by_name
        return () if measured else statement.measure[-1:]
    if unit.name == "member" and statement.quantity is not None:  # "nine crew members", "the nine crew"
        return words_of(statement.quantity.text)[-2:-1] or words_of(unit.name)
    return words_of(unit.name)[-1:] if unit.kind is UnitKind.COUNT else ()


def _bare(claim: Statement, evidence: Statement) -> bool:
    """Whether the evidence has no unit where the claim measures something: their numbers may be of two sorts."""
    mine, yours = (None if item.interval is None else item.interval.unit for item in (claim, evidence))
    return mine is not None and mine.kind is not UnitKind.COUNT and yours is None and not evidence.sum


def other_deed(claim: Statement, evidence: Statement) -> bool:
    """Whether two statements tell of two deeds: neither's verb is told near the other's number."""
    having = knowledge().having
    said, told = (
        [
            word
            for word in item.verb
            if " " in (item.fact.predicate or "") or not (word.light or word.stem in having)  # "take in" is no "take"
            if not (item.fact.negated and item.fact.predicate in listed("attained"))  # "failed to reach 10,000"
        ]
        for item in (claim, evidence)
    )
    particles = [(item.fact.predicate or "").partition(" ")[2] for item in (claim, evidence)]
    if particles[0] and particles[0] == particles[1]:
        return False  # "taken off the ship", "lifted off it"
    counted = {word.stem for word in claim.measure}
    zone = [word for word in evidence.zone if word.stem not in counted]
    near = any(nearest(word, zone) >= _HINT for word in said)
    near = near or any(nearest(word, claim.zone) >= _HINT for word in told)
    return bool(said and told) and not near


def evidence_text(statement: Statement) -> str:
    """The characters of a statement's number."""
    return statement.fact.sentence.text if statement.quantity is None else statement.quantity.text


def _ways(claim: object, evidence: object) -> Backing | None:
    """Whether both go the same way; None where one goes none."""
    if isinstance(claim, Change) and isinstance(evidence, Comparison) and evidence.right.subject is not None:
        return None  # "rises to 2,140 metres", where the source has "60 metres lower than Mount Sild"
    mine, yours = _way(claim), _way(evidence)
    if mine is None or yours is None:
        return None
    return Backing.ENTAILED if mine == yours else Backing.EXCLUDED


def _way(fact: object) -> int | None:
    if isinstance(fact, Change) and fact.direction is not None:
        return {Direction.INCREASE: 1, Direction.DECREASE: -1, Direction.NONE: 0}[fact.direction]
    if isinstance(fact, Comparison) and fact.relation is not None:
        return {Order.GREATER: 1, Order.LESS: -1, Order.EQUAL: 0}[fact.relation]
    return None


def _ranks(claim: object, evidence: object, how: str) -> tuple[Backing, str]:
    if not isinstance(claim, Rank) or not isinstance(evidence, Rank):
        return Backing.INCOMPARABLE, ""
    how = how or f"the source has number {evidence.position}"
    scopes = [() if fact.scope is None else weighty(words_of(fact.scope.text)) for fact in (claim, evidence)]
    words = [one for scope in scopes for one in scope]
    named = all(scopes) and not any(one.generic for one in words)
    unnamed = all(scopes) and not any(one.name for one in words)  # the largest of the country, of the island
    if (named or unnamed) and not any(nearest(word, scopes[1]) >= NEAR for word in scopes[0]):
        return Backing.INCOMPARABLE, how
    if evidence.scope is None and evidence.where is not None:
        nouns = table("places")["nouns"]
        here, there = (
            [word for word in words if word.lower in nouns] for words in (scopes[0], words_of(evidence.where.text))
        )
        if here and there and not any(nearest(word, there) >= NEAR for word in here):
            return Backing.INCOMPARABLE, how  # "in the country", "in the coastal province"
    scope = "" if evidence.scope is None else evidence.scope.text
    head = _OF.split(scope)[0]
    limits = [] if head == scope else weighty(words_of(head))
    if scopes[0] and limits and all(nearest(word, scopes[0]) < NEAR for word in limits):
        return Backing.INCOMPARABLE, how  # "on the Atlantic coast of the country"
    totals = [None if one.total is None else one.total.value for one in (claim, evidence)]
    if None not in totals and totals[0] != totals[1] and claim.total is not None and claim.total.modifier == "exact":
        return Backing.EXCLUDED, f"the source ranks among {totals[1]}"
    place = evidence.position
    if claim.direction != evidence.direction:
        total = next((one.number for one in (evidence.total, claim.total) if one is not None), None)
        if total is None:
            return Backing.OPEN, how
        place = int(total) + 1 - place
        how = f"{how} from the {evidence.direction} of {int(total)}"
    return (Backing.ENTAILED if claim.position == place else Backing.EXCLUDED), how
