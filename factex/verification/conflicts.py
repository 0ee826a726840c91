"""What shows that a claim and a statement of the source speak of different things; each gives a reason, or nothing."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import UnitKind
from factex.verification import axes, conditions, sweeping, wholes
from factex.verification.knowledge import has_phrase, knowledge, listed, phrases
from factex.verification.reckoning import of_one_sort
from factex.verification.scopes import LATER, NEAR, Scopes, nearest, shown, weighty
from factex.verification.statement import Sort

if TYPE_CHECKING:
    from factex.verification.statement import Statement
    from factex.verification.words import Word


# How many characters behind the start of a number a word may stand that denies it, but for one beside a verb in the
# same clause.
_TOUCHED = 40

DENIED = "one of the two is denied"

# Over what a change may be told, as lists of phrases in `words.toml`.
_STRETCHES = ("over_a_year", "over_a_month", "over_a_quarter")
# Who none of is badly hurt is hurt all the same: "31 were injured, none of them seriously".
_OF_MANNER = re.compile(r"none of (?:them|whom|these|those) \w+ly\b(?=\s?[,.;]|$)", re.IGNORECASE)
# A clause between commas that parts no denial from its number: "believe that, even if it began, he should not go".
_ASIDE = re.compile(r",? (?:even )?(?:if|when|though|although)\b[^,;.]*,")
_OWNER = re.compile(r"[’']s? $")
_OWNED = re.compile(r"\b[Oo]f (?:its|their|his|her|the \w+[’']s) $")
_HAVING = re.compile(r"\b(?:had|has|have) $")
_AMONG = re.compile(r"\b(?:in|at|across|from|on|through) $")
_LED = re.compile(r"\b(?:from|by|among|to|for|with|at) (?:its |the |their |some |about |nearly |over )*$")
_AGAINST = re.compile(
    r"\b(?:compared (?:with|to)|than|as \w+ as|against(?! (?:it|them|this|that|him|her)\b)|versus|vs\.?)\b"
)


def first(claim: Statement, evidence: Statement, scopes: Scopes) -> str:
    """The first reason why a claim and a statement speak of different things; empty where there is none."""
    return (
        conditions.numbered(claim, evidence)
        or conditions.ordered(claim, evidence)
        or conditions.framed(claim, evidence)
        or conditions.around_event(claim, evidence)
        or denied(claim, evidence)
        or part_only(claim, evidence)
        or other_side(claim, evidence)
        or elsewhere(claim, evidence, scopes)
        or rival(claim, evidence)
        or beside(claim, evidence)
        or conditions.per_period(claim, evidence)
        or conditions.apiece(claim, evidence)
        or through(claim, evidence)
        or conditions.period(claim, evidence)
        or reference(claim, evidence)
        or based(claim, evidence)
        or sweeping.swept(claim, evidence)
        or axes.other_axis(claim, evidence)
        or wholes.other_whole(claim, evidence)
        or wholes.of_the_restricted(claim, evidence)
        or wholes.other_order(claim, evidence)
        or wholes.of_its_part(claim, evidence)
        or wholes.other_holder(claim, evidence)
        or wholes.owned_by_other(claim, evidence)
        or wholes.other_name(claim, evidence)
        or wholes.of_a_part(claim, evidence)
        or wholes.in_its_part(claim, evidence)
        or wholes.in_a_place_of_it(claim, evidence)
        or wholes.of_the_described(claim, evidence)
    )


def denied(claim: Statement, evidence: Statement) -> str:
    """Whether one of the two is denied beside its number: `believe he should not be removed`."""
    if evidence.sum or claim.fact.negated or evidence.fact.negated:
        return ""
    said, told = (
        any(
            _denying(word, behind) and _OF_MANNER.match(item.reading.facts.text, word.start) is None
            for word, behind in itertools.zip_longest(item.near, item.near[1:])
            if (word.lower != "without" or _lacking(behind, other))
            and (
                word.start < item.anchor + _TOUCHED
                or (
                    _of_verb(word, item)
                    and "," not in _ASIDE.sub("", item.reading.facts.text[item.anchor : word.start])
                )
            )
        )
        for item, other in ((claim, evidence), (evidence, claim))
    )
    return "" if said == told else DENIED


def _lacking(behind: Word | None, other: Statement) -> bool:
    """Whether the other statement has what this one is `without`: `without guides`, but not `without any trouble`."""
    told = (*other.own, *other.around)
    if behind is None or any(word.lower == "without" for word in told):
        return False
    return nearest(behind, told) >= NEAR or any(word.lower in listed("denying") for word in told)


def _of_verb(word: Word, item: Statement) -> bool:
    had_no = word.lower == "no" and _HAVING.search(item.reading.facts.text[: word.start]) is not None
    return had_no or word.lower in ("not", "never") or word.lower.endswith(("n't", "n’t"))


def _denying(word: Word, behind: Word | None) -> bool:
    """Whether a word denies what follows, rather than bounds it, `no faster than`, or its manner, `none seriously`."""
    if behind is not None and (behind.lower in listed("bounding") or behind.lower.endswith("er")):
        return False
    if word.lower.startswith("fail") and (behind is None or behind.lower != "to"):
        return False  # "after a failed software update"
    if word.lower == "no" and (behind is None or behind.lower in ("and", "or", "yes")):  # "60 percent said no"
        return False
    return word.lower in listed("denying") or word.lower.endswith(("n't", "n’t"))


def part_only(claim: Statement, evidence: Statement) -> str:
    """Whether the source counts only some of what the claim counts, or gives the other end of a change."""
    if {claim.role, evidence.role} == {"start", "end"}:
        return "the source gives that number for the other end"
    if claim.role != "quantity" or evidence.more or claim.fact.kind == "share":
        return ""
    found = evidence.slot(evidence.role)
    end = getattr(found, "end", None)
    text = evidence.reading.facts.text
    unit = None if evidence.interval is None else evidence.interval.unit
    bare = unit is None or (unit.kind is UnitKind.COUNT and unit.text not in getattr(found, "text", ""))
    partly = bare and end is not None and text[end : end + 4] == " of "
    deeds = (*evidence.zone, *evidence.verb)
    having = knowledge().having
    partly = partly and not any(word.stem not in having and nearest(word, deeds) >= NEAR for word in claim.verb)
    where = weighty(claim.reading.inside(claim.fact.where))  # "runs 90 shops, 24 of them in the capital"
    partly = partly and not (
        where and all(nearest(word, evidence.zone) >= NEAR for word in where)
    )  # "24 in the capital"
    staying = evidence.fact.predicate in listed("staying")
    staying = staying or evidence.fact.predicate in listed("attained")
    deed = any(word.stem not in having for word in evidence.verb) and not staying
    bounded = claim.interval is not None and claim.interval.high is None  # "at least 250": of some of them is enough
    whole = evidence.slot("whole")
    same = any(word.stem not in having and nearest(word, evidence.verb) >= NEAR for word in claim.verb)
    back = whole is not None and whole.text.lower() in table("share")["back"]
    if evidence.role == "part" and unit is None and back and not same:
        return "the source counts only a part of them"  # "Of these, 3,900 come from abroad"
    done = any(word.stem not in having for word in evidence.verb)
    if evidence.role == "part" and done and not claim.deeds and not tells_part(claim, evidence):
        return "the source counts only a part of them"  # "Of the 9,300 students, 2,480 come from abroad"
    there = claim.fact.predicate == "be" and claim.fact.subject is None and claim.fact.measure is None
    led = _AMONG.search(text[: evidence.anchor]) is not None and evidence.deeds
    owned = evidence.role == "total" and _OWNED.search(text[: evidence.anchor]) is not None
    if there and (deed or led) and not bounded and not owned:
        return "the source does not say how many there are"
    start, _ = evidence.bounds
    if has_phrase(text[start : evidence.anchor], "some_of_them") and not has_phrase(
        claim.fact.sentence.text, "some_of_them"
    ):
        return "the source counts only some of them"
    told = claim.interval is not None and claim.interval.unit is not None
    if (
        told and unit is None and evidence.role != "part" and evidence.anchor == evidence.fact.sentence.start
    ):  # "Two were treated for shock."
        return "the source counts only some of them"
    mine = getattr(claim.fact, claim.role).end
    return (
        "the source counts only a part of them"
        if partly and claim.reading.facts.text[mine : mine + 4] != " of "
        else ""
    )


def tells_part(claim: Statement, evidence: Statement) -> bool:
    """Whether a claim names what tells a part from its total, or counts only some of them itself."""
    total = next(
        (one for one in evidence.reading.statements if one.fact is evidence.fact and one.role == "total"), None
    )
    if total is None:
        return True
    known = (*total.zone, *total.own, *evidence.measure)
    own = [word for word in weighty((*evidence.zone, *evidence.verb)) if nearest(word, known) < NEAR]
    said = claim.reading.inside(claim.fact.sentence)
    return not own or any(nearest(word, said) >= NEAR for word in own)


def elsewhere(claim: Statement, evidence: Statement, scopes: Scopes) -> str:
    """A word of the claim that the source has only behind the statement, where it speaks of something else."""
    source = claim.reading.mention(claim.fact.source)
    told = evidence.reading.inside(*(fact.sentence for fact in evidence.more))
    heads = _heads_of_known(claim, scopes)
    for word in weighty(claim.near):
        if (
            word.generic
            or _names_the_change(word, claim)
            or word in source
            or word.start in heads
            or max(scopes.level(word), nearest(word, told)) > LATER
        ):
            continue
        if any(word.stem == other.stem for other in scopes.later):
            return f"the source speaks of {word.lower!r} elsewhere"
    return ""


def _names_the_change(word: Word, claim: Statement) -> bool:
    """Whether a word only tells that the number is the one before a change or behind it: `Before the rise, it cost`."""
    nouns = table("change")["nouns"].values()
    text = claim.reading.facts.text
    led = phrases("around_change").search(text, claim.fact.sentence.start, word.start)
    return led is not None and led.end() + 1 == word.start and any(word.lower in some for some in nouns)


def _heads_of_known(claim: Statement, scopes: Scopes) -> set[int]:
    """Where words of the claim stand whose modifier the source has: the trees of `almond trees`, for `orchards`."""
    pairs = itertools.pairwise(claim.reading.inside(claim.fact.sentence))
    return {
        word.start
        for modifier, word in pairs
        if word.start == modifier.end + 1
        and not modifier.light
        and _OWNER.search(claim.reading.facts.text, modifier.start, word.start) is None
        and scopes.level(modifier) >= NEAR
        and word.lower not in listed("manners")
    }


def rival(claim: Statement, evidence: Statement) -> str:
    """A word of the claim that another clause of the sentence has, where the statement's own has another instead."""
    if evidence.more:
        return ""
    said = (*claim.own, *claim.around)
    own = (*evidence.own, *evidence.near, *evidence.reading.inside(evidence.quantity))
    strange = [
        word for word in weighty(evidence.near)
        if not word.generic and word not in evidence.verb and nearest(word, said) < NEAR and not _tells_order(word)
    ]  # fmt: skip
    if not strange:
        return ""
    inside = evidence.reading.inside(evidence.fact.sentence)
    told = evidence.reading.of(evidence.fact.sentence)
    speakers = {word.start for word in evidence.reading.inside(*(fact.source for fact in told))}
    others = [word for word in inside if word.start not in speakers | {one.start for one in own}]
    behind = {
        word.start: before.lower for before, word in itertools.pairwise(claim.reading.inside(claim.fact.sentence))
    }
    named = any(word.name for word in strange)
    times = {word.start for word in claim.reading.inside(claim.when)}
    for word in weighty(claim.around):
        if _dates(word):
            continue  # told apart by their times
        whereabouts = word.lower in listed("whereabouts") and not named
        led = word.name or behind.get(word.start) in listed("leading")
        if (word.name is not named or not led) and not whereabouts:
            continue
        if word.generic or word in claim.verb or word.start in times or nearest(word, own) >= NEAR:
            continue
        if any(word.stem == other.stem or (word.name and nearest(word, (other,)) >= 0.95) for other in others):
            return f"the source says so of {shown(strange)}, not of {word.lower!r}"
    return ""


def _dates(word: Word) -> bool:
    return word.lower in table("times")["months"] or word.lower in table("times")["weekdays"]


def other_side(claim: Statement, evidence: Statement) -> str:
    """Whether the claim gives to a property what the source holds against it: `at $17, 50% above the offer price`."""
    right, left = evidence.slot("right"), evidence.slot("left")
    against = () if right is None else evidence.reading.inside(right.subject)
    wanted = [word for word in claim.reading.inside(claim.fact.measure) if not word.light]
    if evidence.sum or evidence.role != "left" or not against or not wanted or left is None:
        return ""
    told = all(nearest(word, against) >= NEAR for word in wanted)
    own = (*evidence.subject, *evidence.measure)
    strange = any(nearest(word, own) < NEAR for word in wanted)
    return f"the source only holds it against {shown(list(against))}" if told and strange else ""


def _tells_order(word: Word) -> bool:
    """Whether a word is a comparative, which names nothing: `18 percent fewer`."""
    return word.lower in table("comparison")["degrees"]


def beside(claim: Statement, evidence: Statement) -> str:
    """A noun of the claim that the sentence has only beside another number, where the statement has one instead.

    `The firm owes banks 310 million and suppliers 45 million` gives no 310 million to the suppliers.
    """
    if evidence.sum:
        return ""
    told = (*claim.own, *claim.around)
    own = (*evidence.zone, *evidence.subject, *evidence.measure)
    passed = {word.start for word in evidence.reading.inside(evidence.when, evidence.quantity)}
    strange = [
        word for word in weighty(evidence.zone)
        if nearest(word, told) < NEAR and word not in evidence.verb and not (word.start in passed or _dates(word))
        and word.lower not in listed("pronouns")
    ]  # fmt: skip
    if not strange:
        return ""
    siblings = [
        one for one in evidence.reading.statements
        if one.beside(evidence) and one.sort is evidence.sort and one.anchor != evidence.anchor
        and one.fact is not evidence.fact and of_one_sort(evidence, one)
    ]  # fmt: skip
    numbers = {word.start for word in claim.reading.inside(*claim.fact.quantities())}
    for word in weighty(claim.subject if claim.aged else claim.zone):  # an age goes with whom it is told of
        pronoun = word.lower in listed("pronouns")
        if word.name or pronoun or word in claim.verb or word.start in numbers or nearest(word, own) >= NEAR:
            continue
        if any(word.stem == other.stem for one in siblings for other in one.zone if other.start > evidence.anchor):
            return f"the source says so of {shown(strange)}, not of {word.lower!r}"
    return ""


def through(claim: Statement, evidence: Statement) -> str:
    """Whether the claim has as a possession what the source only speaks of: `had answers back from 5,300 members`."""
    if (
        evidence.sum
        or evidence.role in ("start", "end")
        or claim.fact.predicate not in ("have", "own", "possess")
        or claim.fact.predicate != evidence.fact.predicate
    ):
        return ""
    said, told = (_LED.search(item.reading.facts.text[: item.anchor]) is not None for item in (claim, evidence))
    return "the source does not say that it has them" if told and not said else ""


def reference(claim: Statement, evidence: Statement) -> str:
    """What the claim is held against, where the source holds it against something else."""
    said, told = (_against(item) for item in (claim, evidence))
    if not said or not told or any(nearest(word, told) >= NEAR for word in said):
        return _other_year(claim, evidence)
    return f"the source holds it against {shown(told)}, not {shown(said)}"


def _other_year(claim: Statement, evidence: Statement) -> str:
    """Whether the claim is held against the time just before, and the source against a year that it names."""
    right = evidence.slot("right")
    when = None if right is None else right.when
    other = when is not None and when.value is not None and not evidence.more
    if when is None or not other or not has_phrase(claim.fact.sentence.text, "just_before"):
        return ""
    named = has_phrase(evidence.fact.sentence.text, "just_before")
    return "" if named else f"the source holds it against {when.text}"


def based(claim: Statement, evidence: Statement) -> str:
    """Whether a change is told over a year in the one, over a month or a quarter in the other."""
    if evidence.sum or evidence.more or not {claim.sort, evidence.sort} <= {Sort.DELTA, Sort.GAP}:
        return ""
    bases = [{one for one in _STRETCHES if has_phrase(item.fact.sentence.text, one)} for item in (claim, evidence)]
    return "the source tells it over another stretch of time" if all(bases) and not bases[0] & bases[1] else ""


def _against(statement: Statement) -> list[Word]:
    if statement.more:
        return []
    sentence = statement.fact.sentence
    # Not the "than" of "fewer than".
    behind_number = statement.anchor if statement.quantity is None else statement.quantity.end
    match = _AGAINST.search(statement.reading.facts.text, behind_number, sentence.end)
    if match is None:
        return []
    behind = [word for word in statement.reading.inside(sentence) if match.end() <= word.start < match.end() + 40]
    return [word for word in behind[:4] if word.lower not in listed("passed_over")]
