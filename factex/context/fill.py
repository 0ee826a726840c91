"""Fills the slots around the claims of one sentence and makes the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factex.claims.belonging import left_beside
from factex.claims.movement import change_nouns
from factex.context.arguments import arguments
from factex.context.clause_times import clause_times
from factex.context.confidence import confidence
from factex.context.dating import time_of
from factex.context.holders import phrase
from factex.context.mentions import Mentions
from factex.context.modality import by_noun, modality_of
from factex.context.negation import negated
from factex.context.places import end_of_places, place_of
from factex.context.predicates import predicate_of
from factex.context.side_times import own_times, right_time
from factex.context.sources import Sources
from factex.context.subjects import SUBJECTS
from factex.context.times import reference as time_record
from factex.context.times import times
from factex.lexicon.files import table
from factex.lexicon.nouns import singular
from factex.quantity.draft import UnitDraft
from factex.records import (
    Change,
    Comparison,
    Fact,
    Measurement,
    Mention,
    Modality,
    Order,
    Rank,
    Share,
    Side,
    Span,
    UnitKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from factex.claims.claim import Claim
    from factex.claims.sentence import Sentence
    from factex.context.holders import Arguments
    from factex.context.times import Time
    from factex.quantity.located import Located
    from factex.records import Quantity
    from factex.syntax.tree import Tree

_KINDS: dict[str, type[Fact]] = {
    "measurement": Measurement,
    "comparison": Comparison,
    "change": Change,
    "share": Share,
    "rank": Rank,
}


class Filler:
    """Makes the facts of one sentence.

    Args:
        sentence: The sentence with its quantities.
        bounds: Its offsets.
        earlier: Gives the sentences before it, nearest first, as they are needed.
        later: Gives those behind it.
        reference: The day against which relative times are told.
    """

    def __init__(
        self,
        sentence: Sentence,
        bounds: tuple[int, int],
        earlier: Callable[[], Iterable[Tree]],
        later: Callable[[], Iterable[Tree]],
        reference: date | None,
    ) -> None:
        self.sentence = sentence
        self.tree = sentence.tree
        self.span = Span(text=self.tree.text[slice(*bounds)], start=bounds[0], end=bounds[1])
        self._sources = Sources(sentence)
        self._mentions = Mentions(sentence, self.span, earlier, later)
        self._others: frozenset[int] = frozenset()  # the words of what the sentence's claims are held against
        measured = [(one.quantity.start, one.quantity.end) for one in sentence.quantities]
        self.times = [
            time
            for time in times(self.tree.text, *bounds, reference)
            if not any(start <= time.start and time.end <= end for start, end in measured)  # "$2000"
            and not self._is_verb(time)
            and not self._of_record(time)
        ]
        self.times = sorted((*self.times, *clause_times(sentence, self.times)))

    def _is_verb(self, time: Time) -> bool:
        """Whether what looks like a time begins with a verb: `will start in spring and last 20 months`."""
        word = self.tree.at(time.start)
        return word is not None and self.tree[word].tag in ("VB", "VBP")

    def _of_record(self, time: Time) -> bool:
        """Whether a time tells when a record was set, and is no claim's own: `below the record set in 2013`.

        Or how long nothing like it had been: `for the first time in 30 years`.
        """
        k = self.tree.first_from(time.prep_start)
        lasting = self.tree.text[time.start : time.end].lower().startswith(("a ", "an "))
        if lasting and self.sentence.words(max(0, k - 2), k) == ["first", "time"]:
            return True
        records = table("comparison")["records"]["nouns"]
        return k > 1 and self.tree[k - 1].lower in ("set", "reached") and self.tree.lemma(k - 2) in records

    def facts(self, claims: Iterable[Claim]) -> Iterator[tuple[int, Fact]]:
        """The facts, each with the offset that it is ordered by."""
        claims = list(claims)
        self._others = frozenset(k for claim in claims for k in range(*claim.mentions.get("right", (0, 0))))
        spans = [(self.tree[k].start, self.tree[k].end) for k in self._others]
        self._shared = [one for one in self.times if not any(first <= one.start < last for first, last in spans)]
        for claim in claims:
            fact = self._fact(claim)
            fact = fact.model_copy(update={"confidence": confidence(fact, self.sentence)})
            starts = [quantity.start for quantity in fact.quantities()]
            yield min(starts, default=self.tree[claim.anchor].start), fact

    def _fact(self, claim: Claim) -> Fact:
        found = arguments(self.sentence, claim)
        predicate = found.predicate
        fields: dict[str, Any] = {
            "subject": self._subject(claim, found),
            "measure": None if found.measure is None else self._mentions.of(found.measure),
            "predicate": None if predicate is None else predicate_of(self.sentence, predicate),
            "sentence": self.span,
            "rule": claim.rule,
            "modality": modality_of(self.sentence, predicate, claim.anchor),
            "negated": negated(self.sentence, predicate, claim.anchor),
        }
        if claim.kind == "share" and fields["measure"] is not None and fields["subject"] is None:
            fields["subject"], fields["measure"] = fields["measure"], None
        times = self._beside(claim) if found.apart else self._shared
        other = right_time(self.sentence, self.times, claim) if claim.kind == "comparison" else None
        if claim.kind == "comparison":
            times = own_times(self.sentence, times, claim, other)
        time = time_of(self.sentence, self._but_for_whole(claim, times), claim.anchor, predicate)
        fields["source"] = self._mentions.source(self._sources.of(claim.anchor, predicate))
        fields["subject"] = self._mentions.spoken(fields["subject"], fields["source"])
        taken = frozenset(
            k for span in (found.subject, found.measure, *claim.mentions.values()) if span for k in range(*span)
        )
        apposed = claim.kind == "rank" and predicate is None
        if apposed or found.apart:
            fields |= {"modality": Modality.ASSERTED, "negated": False}
        place = None
        if not self._attributive(claim) and not apposed:
            total = claim.roles.get("total")
            of_total = taken if total is None else taken.union(range(total.first, total.last + 1))
            place = place_of(self.sentence, claim.anchor, predicate, of_total, self._others)
            if found.apart and place is not None and self.tree.head(self.tree[place].head).is_verb:
                place = None  # "Many of the 40 vans queued near the bridge"
            worth = self._tells_worth(claim, predicate) and not found.apart
            if place is not None and not (worth and self._elsewhere(place, found, claim.roles["quantity"])):
                first, last = self.tree.noun_phrase(place, self.sentence.stop)
                fields["where"] = self._mentions.of((first, end_of_places(self.sentence, last)), place)
            outside = time is not None and worth and not self._of_phrase(time)
            fields["when"] = None if time is None or outside else time_record(time, self.tree.text)
        elif apposed and time is not None and self._of_phrase(time):
            fields["when"] = time_record(time, self.tree.text)  # "third from bottom at Christmas"
        timed, when = fields["subject"], fields.get("when")
        if claim.kind == "measurement" and timed is not None and when is not None and timed.text == when.text:
            fields["subject"] = None  # "Last week brought 40 mm"
        for name in ("whole", "scope", "attribute", "of"):
            if name in claim.mentions:
                fields[name] = self._mentions.of(claim.mentions[name])
        if claim.kind == "share" and fields["subject"] is not None and fields["subject"] == fields.get("whole"):
            fields["subject"] = None  # "half the water savings have been found"
        fields |= self._told(claim, fields, other)
        if claim.kind == "measurement" and self._takes_no_part(claim, found, predicate):
            imagined = fields["modality"] is Modality.CONDITIONAL and self._is_new(claim, found)
            fields["modality"] = Modality.CONDITIONAL if imagined else Modality.ASSERTED
        if claim.rule == "change.noun" and predicate is not None and self._only_faced(claim, predicate):
            turned_down = self.tree.lemma(predicate) in table("verbs")["abandoning"]["verbs"]
            fields |= {"negated": turned_down, "modality": modality_of(self.sentence, claim.anchor, claim.anchor)}
            fields["predicate"] = None if self._is_subject(claim, predicate) else fields["predicate"]
            if place is not None and place not in self.tree.subtree(claim.anchor):
                fields["where"] = None  # "A 3% fall in the dollar has led to higher prices in Australia"
        if claim.kind in ("measurement", "change") and predicate is None:
            fields["negated"] = False  # "refused to endorse a $23 million package"
        return _KINDS[claim.kind](**fields)

    def _takes_no_part(self, claim: Claim, found: Arguments, predicate: int | None) -> bool:
        """Whether a number only describes its noun, whatever that is for: `The $6 million cost will be paid`."""
        located, measure = claim.roles["quantity"], found.measure
        if not (self._attributive(claim) or predicate is None) or self._of_object(claim, found):
            return False
        if measure is None or located.last <= measure[0]:
            return True
        known = measure[0] > 0 and self.tree[measure[0] - 1].lower == "the"  # but "A levy of $3 would apply"
        return known and self.tree[measure[1] - 1].dep in SUBJECTS and by_noun(self.sentence, claim.anchor) is None

    def _is_new(self, claim: Claim, found: Arguments) -> bool:
        """Whether a size is of a thing that is not there: `If the dam failed, a wave nine metres high would reach`."""
        sized = not self._attributive(claim) and self._tells_worth(claim, None)
        return sized and found.subject is not None and self.sentence.word(found.subject[0] - 1) in ("a", "an")

    def _only_faced(self, claim: Claim, predicate: int) -> bool:
        """Whether a verb tells what somebody makes of a change, not that it comes: `could not afford the increase`."""
        owned = self.tree.child(claim.anchor, "poss") is not None  # "Its 9% rise may be checked"
        acting = owned or self._acts(predicate)
        facing = self.tree.lemma(predicate) in table("verbs")["facing"]
        return facing or (acting and self._is_subject(claim, predicate))

    def _acts(self, predicate: int) -> bool:
        """Whether a verb tells what its subject does to something else: `A 3% fall has led to higher prices`."""
        thing = self.tree.child(predicate, "dobj") is not None or self.sentence.word(predicate + 1) == "to"
        return thing and self.tree.lemma(predicate) not in ("be", "take")  # "is to come", "takes effect"

    def _is_subject(self, claim: Claim, predicate: int) -> bool:
        """Whether a verb has the noun of a change for its subject."""
        noun = self.tree[claim.anchor]
        return noun.dep in ("nsubj", "nsubjpass") and noun.head == predicate

    def _but_for_whole(self, claim: Claim, times: list[Time]) -> list[Time]:
        """The times that are not what a share is of: `86 per cent of the night`."""
        if "whole" not in claim.mentions:
            return times
        words = self.tree.words[slice(*claim.mentions["whole"])]
        return [one for one in times if not words[0].start <= one.start < words[-1].end]

    def _beside(self, claim: Claim) -> list[Time]:
        """The times between the commas around a number that stands apart: `The wage, currently $11, rises in May`."""
        located = next(iter(claim.roles.values()))
        words, tree = self.sentence.tree.words, self.tree
        first = next((k for k in range(located.first, -1, -1) if words[k].text == ","), None)
        last = next((k for k in range(located.last, len(tree)) if words[k].text == ","), None)
        if first is None and last is None:
            return []
        first, last = first or 0, last or len(tree) - 1
        return [time for time in self.times if words[first].start <= time.start < words[last].end]

    def _told(self, claim: Claim, fields: dict[str, Any], when: Time | None) -> dict[str, Any]:
        """The quantities of a claim and what its rule tells; the sides of a comparison."""
        quantities = {name: located.quantity for name, located in claim.roles.items()}
        told: dict[str, Any] = {name: value for name, value in claim.values.items() if name != "relation"}
        if claim.kind == "comparison":
            told |= self._sides(claim, fields, when)
            quantities = {name: one for name, one in quantities.items() if name not in ("left", "right")}
        if claim.rule == "share.of_them" and "part" in quantities:
            quantities["part"] = _of_those(quantities["part"], fields.get("whole"))
        return told | quantities

    def _of_object(self, claim: Claim, found: Arguments) -> bool:
        """Whether a number tells of the object of a forecast: `is forecasting a crop of 22 million tonnes`.

        Or of what there is only if a plan comes true: `plans to put up a 90-metre mast`.
        """
        head, located = found.subject_head, claim.roles["quantity"]
        if head is None or self.tree[head].dep != "dobj":
            return False
        article = self.sentence.word(located.first - 1), located.quantity.text.lower().split(" ")[0]
        new = located.first < head and not {"a", "an"}.isdisjoint(article)
        return new or (self.sentence.word(located.first - 1) == "of" and head < located.first)

    def _tells_worth(self, claim: Claim, predicate: int | None) -> bool:
        """Whether a number without a verb tells a cost, a duration or a distance: `the $220 million scheme`."""
        located = claim.roles["quantity"] if claim.kind == "measurement" and predicate is None else None
        unit = None if located is None else located.quantity.unit
        if located is None or unit is None:
            return False
        behind = self.sentence.word(located.last)
        apart = behind in (*table("places")["distances"]["words"], *table("measurement")["sizes"]["words"])
        lasting = unit.kind in (UnitKind.CURRENCY, UnitKind.TIME, UnitKind.AGE)
        return lasting or (apart and unit.dimension == "[length]")

    def _elsewhere(self, place: int, found: Arguments, located: Located) -> bool:
        """Whether something is done at a place, where a thing is not: `plans for a $60 million package at a summit`."""
        unit = located.quantity.unit
        if unit is not None and unit.dimension == "[length]" and place < located.first:
            return True  # "A claim in the nation is being settled in the Gulf, 700 km from Darwin"
        above = self.tree.head(self.tree[place].head)
        if above.is_verb or found.subject_head is None:
            return above.is_verb
        event = above.lower in table("places")["events"]["nouns"]
        return event and above.i != found.subject_head

    def _of_phrase(self, time: Time) -> bool:
        """Whether a time hangs on a noun, not on a verb, which a claim without one has no part in."""
        word = self.tree.at(time.start)
        above = () if word is None else self.tree.ancestors(word)
        outside = (one for one in above if not time.start <= one.start < time.end)
        return next((not one.is_verb for one in outside if one.is_noun or one.is_verb), True)

    @staticmethod
    def _attributive(claim: Claim) -> bool:
        return any(located.attributive for located in claim.roles.values())

    def _subject(self, claim: Claim, found: Arguments) -> Mention | None:
        if found.subject is None:
            owner = self._owner(claim) if found.measure is None else None
            return None if owner is None else self._mentions.of(phrase(self.sentence, owner), owner)
        head = found.subject_head
        if claim.rule == "change.noun" and head is not None and self.tree.lemma(head) in change_nouns():
            return None  # "after rises of some 40%"
        if (
            claim.kind == "share"
            and claim.roles.get("fraction") is not None
            and head is not None
            and head in claim.roles["fraction"]
        ):
            return None
        total = claim.roles.get("total")
        if claim.kind == "share" and head is not None and total is not None and head in total:
            return None  # "12 of 193 member states had ratified it"
        if claim.kind == "share" and head is not None and self._of_noun(claim, head):
            return None  # "The loss of two of its ferries"
        return self._mentions.of(found.subject, head)

    def _owner(self, claim: Claim) -> int | None:
        """Whose the counted things are that do something: `Vietnam's 25,000 farmers`, `Its two reservoirs`."""
        located = claim.roles.get("quantity")
        unit = None if located is None else located.quantity.unit
        if located is None or unit is None or unit.kind is not UnitKind.COUNT or located.attributive:
            return None
        owner = self.tree.child(located.head, "poss")
        word = self.tree[located.head]
        if word.dep == "conj" and self.tree.head(word.i).dep in SUBJECTS:
            return None  # "A coach and her nine rowers have been training"
        dated = owner is None or owner.label in ("DATE", "TIME") or owner.i > located.first
        ranked = any(one.tag == "JJS" for one in self.tree.children(located.head))  # "Sudan's two biggest refiners"
        return None if dated or ranked or owner is None or owner.i in self.sentence.stop else owner.i

    def _of_noun(self, claim: Claim, noun: int) -> bool:
        """Whether the part of a share is what `of` brings behind a noun."""
        first = min(located.first for located in claim.roles.values())
        return first > 1 and self.sentence.word(first - 1) == "of" and first - 2 == noun

    def _left_subject(self, claim: Claim, fields: dict[str, Any]) -> Mention | None:
        """The left side: what stands behind its number (`12.9% in the treated group`), the subject, or the measure."""
        if "left" in claim.mentions:
            return self._mentions.of(claim.mentions["left"])
        measured = fields["measure"] is not None
        span = left_beside(self.sentence, claim, measured=measured) if fields["subject"] is None else None
        if span is not None:
            return self._mentions.of(span)
        held: Mention | None = fields["subject"] or fields["measure"]
        return held

    def _sides(self, claim: Claim, fields: dict[str, Any], when: Time | None) -> dict[str, Any]:
        left, right = claim.roles.get("left"), claim.roles.get("right")
        other = self._mentions.of(claim.mentions["right"]) if "right" in claim.mentions else None
        if other is not None and when is not None and other.start <= when.start < other.end:
            other = None  # "last year's record 35,000"
        relation = claim.values.get("relation")
        return {
            "left": Side(subject=self._left_subject(claim, fields), quantity=None if left is None else left.quantity),
            "right": Side(
                subject=other,
                quantity=None if right is None else right.quantity,
                when=None if when is None else time_record(when, self.tree.text),
            ),
            "relation": None if relation is None else Order(str(relation)),
        }


def _of_those(part: Quantity, whole: Mention | None) -> Quantity:
    """A bare part in the unit of what `them` stands for: `The three defendants … Two of them were granted bail`."""
    meant = None if whole is None else whole.antecedent
    noun = "" if meant is None else meant.text.rpartition(" ")[2]
    one = singular(noun)
    if part.unit is not None or not noun.islower() or one == noun:
        return part
    return part.model_copy(update={"unit": UnitDraft(noun, UnitKind.COUNT, one).record()})
