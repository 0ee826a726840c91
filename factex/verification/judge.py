"""The verdict on one statement: what the statements of a source, stated and reckoned, say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.lexicon.files import table
from factex.records import Change, Comparison, Direction, Modality, Order, Rank, UnitKind
from factex.sentences.splitter import split
from factex.verification.arithmetic import derived
from factex.verification.check import Match, Verdict
from factex.verification.match import Likeness, likeness
from factex.verification.numbers import Backing, backing
from factex.verification.scopes import NEAR, nearest, weighty
from factex.verification.statement import Sort, Statement
from factex.verification.words import knowledge, listed, nearness, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.records import Fact
    from factex.verification.statement import Reading

# How alike claim and evidence have to be: for a number that agrees, and for one that does not.
SUPPORT = 0.6
CONTRADICT = 0.65
# The parts that neither may fall below.
LEAST_SUBJECT = 0.5
LEAST_MEASURE = 0.45
SURE_SUBJECT = 0.6
SURE_MEASURE = 0.5
# By how much a number that does not agree has to be nearer than one that does, and what a common time counts for.
MARGIN = 0.03
TIME = 0.1
# Sorts that speak of the same sort of number.
_SAME = (
    frozenset((Sort.DELTA, Sort.GAP)), frozenset((Sort.RATIO, Sort.MULTIPLE)),
)  # fmt: skip
_OPEN = (Modality.TARGETED, Modality.PREDICTED)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a source says about a statement.

    Attributes:
        verdict: The verdict.
        reason: Why, in one line.
        evidence: The statement that decides, if there is one.
        like: How it matches.
        agrees: Whether its number agrees.
    """

    verdict: Verdict
    reason: str
    evidence: Statement | None = None
    like: Likeness | None = None
    agrees: bool = False

    @property
    def match(self) -> Match | None:
        """The parts of the match."""
        return None if self.like is None else self.like.match

    @property
    def nearness(self) -> float:
        """How near the evidence is to the claim, its time counted."""
        return 0.0 if self.like is None else self.like.score + TIME * self.like.match.time

    @property
    def strength(self) -> tuple[int, float, str]:
        """By which the best of several opinions is chosen, whatever their order."""
        rank = (Verdict.UNSUPPORTED, Verdict.CONTRADICTED, Verdict.SUPPORTED).index(self.verdict)
        text = "" if self.evidence is None else self.evidence.fact.model_dump_json()
        return rank, self.nearness, text


_IDENTICAL = Likeness(Match(subject=1, measure=1, context=1, time=1), "", 1.0, familiar=True)


def judge(claim: Statement, reading: Reading) -> Opinion:
    """The verdict of one source on one statement.

    The statement of the source that speaks most clearly of the same thing decides. A number that agrees counts only
    where no other number of the same sort is nearer to the claim.
    """
    for evidence in reading.statements:
        if _repeated(claim, evidence) and _numbers(claim, evidence)[0] is Backing.ENTAILED:
            return Opinion(Verdict.SUPPORTED, "the source says the same sentence", evidence, _IDENTICAL)
    none = _none_told(claim, reading)
    if none is not None:
        return none
    opinions = [_weigh(claim, evidence) for evidence in _comparable(claim, reading)]
    best = max(opinions, key=lambda one: one.strength, default=None)
    if best is not None and best.verdict is Verdict.SUPPORTED:
        nearer = max(
            (one for one in opinions if one.verdict is Verdict.CONTRADICTED), key=lambda one: one.strength, default=None
        )
        if nearer is not None and nearer.nearness > best.nearness + MARGIN:
            return nearer
        return best
    if best is not None and best.verdict is Verdict.CONTRADICTED:
        same = (one for one in opinions if one.agrees and _one_fact(one, best))
        agreeing = max(same, key=lambda one: one.nearness, default=None)
        if agreeing is not None and agreeing.nearness >= best.nearness - MARGIN:
            return agreeing
    return best or Opinion(Verdict.UNSUPPORTED, "no figure of the source speaks of this")


def _one_fact(one: Opinion, other: Opinion) -> bool:
    """Whether two opinions rest on two numbers of one comparison."""
    if one.evidence is None or other.evidence is None:
        return False
    return isinstance(one.evidence.fact, Comparison) and one.evidence.fact is other.evidence.fact


def _comparable(claim: Statement, reading: Reading) -> Iterator[Statement]:
    for one in (*reading.statements, *derived(claim, reading)):
        if one.sort is claim.sort or any({one.sort, claim.sort} == pair for pair in _SAME) or _done(claim, one):
            yield one


def _done(claim: Statement, evidence: Statement) -> bool:
    """Whether one tells as a change what the other tells as a deed: `cut 400 jobs`, `eliminate 400 jobs`."""
    if {claim.sort, evidence.sort} != {Sort.LEVEL, Sort.DELTA} or claim.interval is None:
        return False
    counted = claim.interval.unit is not None and claim.interval.unit.kind is UnitKind.COUNT
    return counted and any(nearest(word, evidence.verb) >= NEAR for word in claim.verb)


def _weigh(claim: Statement, evidence: Statement) -> Opinion:
    """What one statement says about another."""
    told, how = _numbers(claim, evidence)
    if told is Backing.INCOMPARABLE:
        return Opinion(Verdict.UNSUPPORTED, "no figure of the source speaks of this in that unit")
    like = likeness(claim, evidence)
    parts = like.match
    if told is Backing.ENTAILED:
        reason = like.conflict or _modal(claim, evidence)
        if not reason and _weak(like, SUPPORT, LEAST_SUBJECT, LEAST_MEASURE, claim):
            reason = "the number is there, but not clearly of the same thing"
        if reason:
            return Opinion(Verdict.UNSUPPORTED, f"the number agrees, but {reason}", evidence, like, agrees=True)
        return Opinion(Verdict.SUPPORTED, how, evidence, like)
    if told is Backing.OPEN:
        return Opinion(Verdict.UNSUPPORTED, f"the source leaves that open: {how}", evidence, like)
    sure = not like.conflict and not _weak(like, CONTRADICT, SURE_SUBJECT, SURE_MEASURE, claim)
    if sure and not _modal(claim, evidence) and parts.time >= 0:
        return Opinion(Verdict.CONTRADICTED, how, evidence, like)
    why = f": {like.conflict}" if like.conflict else ""
    return Opinion(Verdict.UNSUPPORTED, f"no figure of the source backs this{why}", evidence, like)


def _weak(like: Likeness, least: float, subject: float, measure: float, claim: Statement) -> bool:
    parts = like.match
    return (
        like.score < least
        or (any(not word.generic for word in weighty(claim.subject)) and parts.subject < subject and not like.familiar)
        or (
            any(not word.generic for word in weighty(claim.measure))
            and parts.measure < measure
            and parts.context < SURE_SUBJECT
        )
    )


def _repeated(claim: Statement, evidence: Statement) -> bool:
    """Whether claim and evidence are the same sentence, about the same thing."""
    if claim.role != evidence.role:
        return False
    one, other = (_SPACE.sub(" ", item.fact.sentence.text) for item in (claim, evidence))
    if one != other:
        return False
    about = [item.fact.subject for item in (claim, evidence)]
    named = [None if one is None or one.antecedent is None else one.resolved.text for one in about]
    return named[0] == named[1] or None in named


def _modal(claim: Statement, evidence: Statement) -> str:
    """Why the modality of the source does not carry the claim; empty where it does."""
    said, told = _modality(claim.fact), _modality(evidence.fact)
    if said is Modality.ASSERTED and _guessed(evidence) and not _guessed(claim):
        return "the source tells it as a guess or a plan"
    if said is told or (said in _OPEN and told in _OPEN):
        return ""
    if told is Modality.ASSERTED:
        return "" if said in (Modality.POSSIBLE, Modality.PREDICTED) else "the source tells it as a fact"
    names = {
        Modality.TARGETED: "a plan", Modality.PREDICTED: "a forecast", Modality.POSSIBLE: "a possibility",
        Modality.CONDITIONAL: "a condition",
    }  # fmt: skip
    return f"the source tells it as {names[told]}"


def _guessed(statement: Statement) -> bool:
    """Whether the subject is a forecast, a poll or a plan."""
    return any(word.stem in knowledge().guesses for word in statement.subject)


def _modality(fact: Fact) -> Modality:
    """The modality of a fact; a verb of plans or forecasts tells of one too."""
    if fact.modality is Modality.ASSERTED and fact.predicate is not None:
        verbs = table("verbs")
        for modality in _OPEN:
            if fact.predicate in verbs[str(modality)] and fact.predicate not in listed("seen"):
                return modality
    return fact.modality


def _numbers(claim: Statement, evidence: Statement) -> tuple[Backing, str]:
    """What the evidence's number says about the claim's, and how."""
    if claim.sort is Sort.RANK:
        return _ranks(claim.fact, evidence.fact)
    way = _ways(claim.fact, evidence.fact)
    if claim.sort is Sort.WAY:
        how = evidence.sum or "the source says so"
        return (way or Backing.INCOMPARABLE), how
    if claim.interval is None or evidence.interval is None:
        return Backing.INCOMPARABLE, ""
    if not evidence.more and _other_counted(claim, evidence):
        return Backing.INCOMPARABLE, ""
    told = backing(claim.interval, evidence.interval)
    how = evidence.sum or f"the source has {evidence_text(evidence)!r}"
    if told is Backing.INCOMPARABLE:
        return told, how
    if claim.refused != evidence.refused:
        if told is Backing.ENTAILED:
            return Backing.EXCLUDED, f"the source {'denies that' if evidence.refused else 'says so'}: {how}"
        return Backing.OPEN, how
    if way is Backing.EXCLUDED:
        return (Backing.EXCLUDED if told is Backing.ENTAILED else Backing.OPEN), f"the other way: {how}"
    return told, how


# Endings of nouns for people.
_PEOPLE = re.compile(
    r"(?:er|or|ist|ian|ant|ent|ee|man|woman|men|women|child|children|people|mate|pupil|adult|victim|member)$"
)


def _other_counted(claim: Statement, evidence: Statement) -> bool:
    """Whether both count, and count different things."""
    heads = [
        None
        if item.interval is None or item.interval.unit is None or item.interval.unit.kind is not UnitKind.COUNT
        else item.interval.unit.name
        for item in (claim, evidence)
    ]
    if None in heads or claim.sort is Sort.DELTA:
        return False
    mine, yours = (words_of(str(head))[-1:] for head in heads)
    if not mine or not yours:
        return False
    one, other = mine[0], yours[0]
    if nearness(one, other) >= NEAR:
        return False
    for general, special in ((one, other), (other, one)):
        if general.lower == "person" and (_PEOPLE.search(special.lower) or nearness(general, special)):
            return False
        if general.lower in listed("anything"):
            return False
    return True


def evidence_text(statement: Statement) -> str:
    """The characters of a statement's number."""
    quantity = getattr(statement.fact, statement.role, None)
    if quantity is not None and hasattr(quantity, "quantity"):
        quantity = quantity.quantity
    return statement.fact.sentence.text if quantity is None else quantity.text


def _ways(claim: object, evidence: object) -> Backing | None:
    """Whether both go the same way; None where one goes none."""
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


def _ranks(claim: object, evidence: object) -> tuple[Backing, str]:
    if not isinstance(claim, Rank) or not isinstance(evidence, Rank):
        return Backing.INCOMPARABLE, ""
    how = f"the source has number {evidence.position}"
    scopes = [() if fact.scope is None else weighty(words_of(fact.scope.text)) for fact in (claim, evidence)]
    named = all(scopes) and not any(one.generic for scope in scopes for one in scope)
    if named and not any(nearest(word, scopes[1]) >= NEAR for word in scopes[0]):
        return Backing.INCOMPARABLE, how
    if claim.direction != evidence.direction:
        return Backing.OPEN, how
    return (Backing.ENTAILED if claim.position == evidence.position else Backing.EXCLUDED), how


def _none_told(claim: Statement, reading: Reading) -> Opinion | None:
    """A sentence of the source that says that there was none of what the claim counts."""
    if claim.sort is not Sort.LEVEL or claim.interval is None or not claim.interval.low or claim.interval.low <= 0:
        return None
    if not any(word.lower in listed("none") for word in reading.words):
        return None
    said = claim.reading.inside(claim.fact.sentence)
    if any(word.lower in listed("none") for word in said):
        return None
    wanted = [word for word in weighty((*claim.measure, *claim.around)) if not word.generic and not word.name]
    for start, end in split(reading.facts.text):
        sentence = reading.facts.text[start:end]
        words = [word for word in reading.words if start <= word.start < end]
        for i, word in enumerate(words):
            if word.lower not in listed("none"):
                continue
            behind = [one for one in words[i + 1 : i + 4] if not one.light][: 1 if word.lower == "no" else 2]
            if any(nearest(one, behind) >= 0.8 for one in wanted):
                return Opinion(Verdict.CONTRADICTED, f"the source says {sentence.strip()!r}")
    return None
