"""Fills the slots around the claims of one sentence and makes the records."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from factex.claims.belonging import left_beside
from factex.context.antecedents import resolve
from factex.context.arguments import arguments
from factex.context.confidence import confidence
from factex.context.dating import time_of
from factex.context.holders import joined_end
from factex.context.modality import modality_of
from factex.context.negation import negated
from factex.context.places import end_of_places, place_of
from factex.context.predicates import predicate_of
from factex.context.side_times import own_times, right_time
from factex.context.sources import Sources, opens_quotation, speaker_before
from factex.context.subjects import relative_antecedent
from factex.context.times import reference as time_record
from factex.context.times import times
from factex.lexicon.files import table
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
    from factex.syntax.tree import Tree, Word

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
        reference: The day against which relative times are told.
    """

    def __init__(
        self, sentence: Sentence, bounds: tuple[int, int], earlier: Callable[[], Iterable[Tree]], reference: date | None
    ) -> None:
        self.sentence = sentence
        self.tree = sentence.tree
        self.earlier = earlier
        self.span = Span(text=self.tree.text[slice(*bounds)], start=bounds[0], end=bounds[1])
        self._sources = Sources(sentence)
        self._others: frozenset[int] = frozenset()  # the words of what the sentence's claims are held against
        measured = [(one.quantity.start, one.quantity.end) for one in sentence.quantities]
        self.times = [
            time
            for time in times(self.tree.text, *bounds, reference)
            if not any(start <= time.start and time.end <= end for start, end in measured)  # "$2000"
            and not self._is_verb(time)
            and not self._of_record(time)
        ]

    def _is_verb(self, time: Time) -> bool:
        """Whether what looks like a time begins with a verb: `will start in spring and last 20 months`."""
        word = self.tree.at(time.start)
        return word is not None and self.tree[word].tag == "VB"

    def _of_record(self, time: Time) -> bool:
        """Whether a time tells when a record was set, and is no claim's own: `below the record set in 2013`."""
        k = self.tree.first_from(time.prep_start)
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

    # -- mentions ----------------------------------------------------------------------------------------------------

    def mention(self, span: tuple[int, int], head: int | None = None) -> Mention | None:
        """The mention that covers some words, with its antecedent."""
        first, last = span
        if first >= last:
            return None
        head = last - 1 if head is None or not first <= head < last else head
        return self._mention(self.tree, first, last, head, self._antecedent(head))

    @staticmethod
    def _mention(tree: Tree, first: int, last: int, head: int, antecedent: Mention | None = None) -> Mention:
        start, end = tree.span(first, last)
        label = tree[head].label or None
        return Mention(text=tree.text[start:end], start=start, end=end, label=label, antecedent=antecedent)

    def _antecedent(self, head: int) -> Mention | None:
        tree = self.tree
        relative = relative_antecedent(self.sentence, head)
        if relative is not None:
            first, last = tree.noun_phrase(relative, self.sentence.stop)
            return self._mention(tree, first, max(last, relative + 1), relative)
        found = resolve(tree, head, self.earlier())
        if found is None:
            return None
        further = self._further(*found)
        plural = _is_plural(tree[head])
        meant = self._meant(*further, plural=plural)
        if found[0] is self.tree and further != found:
            return self._meant(*found, plural=plural).model_copy(
                update={"antecedent": meant}
            )  # "its", the carrier, Belmare
        return meant

    def _meant(self, tree: Tree, word: int, *, plural: bool) -> Mention:
        """The mention around a word for which another stands, with what is joined to it where that is plural."""
        first, last = tree.noun_phrase(word)
        last = word + 1 if tree[word].label == "PERSON" else last  # "cleared Mr Abbott of arson"
        joined = tree.child(word, "conj") if plural else None
        if joined is not None and joined.is_noun and tree[word].dep in ("nsubj", "nsubjpass"):
            last = max(last, tree.noun_phrase(joined.i)[1])  # "Teachers and nurses walked out. They earn …"
        named = tree.child(word, "appos")
        if named is not None and named.i == last and named.tag == "NNP":  # "The wind fund Havgas sold its stake"
            last = tree.noun_phrase(named.i)[1]
        while first < word and tree[first].tag in ("CD", "PRP$"):
            first += 1
        return self._mention(tree, first, max(last, word + 1), word)

    def _further(self, tree: Tree, head: int) -> tuple[Tree, int]:
        """What an antecedent stands for itself, where it is a description: `It` for `the company` for `Helio Grid`."""
        if tree is self.tree:
            return resolve(tree, head, self.earlier()) or (tree, head)
        before = itertools.dropwhile(lambda one: one is not tree, self.earlier())
        return resolve(tree, head, itertools.islice(before, 1, None)) or (tree, head)

    # -- facts -------------------------------------------------------------------------------------------------------

    def _fact(self, claim: Claim) -> Fact:
        found = arguments(self.sentence, claim)
        predicate = found.predicate
        fields: dict[str, Any] = {
            "subject": self._subject(claim, found),
            "measure": None if found.measure is None else self.mention(found.measure),
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
        time = time_of(self.sentence, times, claim.anchor, predicate)
        fields["source"] = self._source(claim, predicate)
        taken = frozenset(
            k for span in (found.subject, found.measure, *claim.mentions.values()) if span for k in range(*span)
        )
        apposed = claim.kind == "rank" and predicate is None
        if apposed or found.apart:
            fields |= {"modality": Modality.ASSERTED, "negated": False}
        if not self._attributive(claim) and not apposed:
            place = place_of(self.sentence, claim.anchor, predicate, taken, self._others)
            worth = self._tells_worth(claim, predicate)
            if place is not None and not (worth and self.tree.head(self.tree[place].head).is_verb):
                first, last = self.tree.noun_phrase(place, self.sentence.stop)
                fields["where"] = self.mention((first, end_of_places(self.sentence, last)), place)
            outside = time is not None and worth and not self._of_phrase(time)
            fields["when"] = None if time is None or outside else time_record(time, self.tree.text)
        elif apposed and time is not None and self._of_phrase(time):
            fields["when"] = time_record(time, self.tree.text)  # "third from bottom at Christmas"
        for name in ("whole", "scope", "attribute", "of"):
            if name in claim.mentions:
                fields[name] = self.mention(claim.mentions[name])
        if claim.kind == "share" and fields["subject"] is not None and fields["subject"] == fields.get("whole"):
            fields["subject"] = None  # "half the water savings have been found"
        quantities = {name: located.quantity for name, located in claim.roles.items()}
        if claim.kind == "comparison":
            fields |= self._sides(claim, fields, other)
            quantities = {name: one for name, one in quantities.items() if name not in ("left", "right")}
        fields |= quantities | {name: value for name, value in claim.values.items() if name != "relation"}
        if (
            fields["modality"] is not Modality.ASSERTED
            and (self._attributive(claim) or predicate is None)
            and claim.kind == "measurement"
            and (found.measure is None or claim.roles["quantity"].last <= found.measure[0])
            and not self._of_object(claim, found)
        ):
            fields["modality"] = Modality.ASSERTED
        if claim.rule == "change.noun" and predicate is not None and self._only_faced(predicate):
            fields |= {"negated": False, "modality": modality_of(self.sentence, claim.anchor, claim.anchor)}
        if claim.kind == "measurement" and predicate is None:
            fields["negated"] = False  # "refused to endorse a $23 million package"
        return _KINDS[claim.kind](**fields)

    def _only_faced(self, predicate: int) -> bool:
        """Whether a verb tells what somebody makes of a change, not that it comes: `could not afford the increase`."""
        return self.tree.lemma(predicate) in table("verbs")["facing"]

    def _beside(self, claim: Claim) -> list[Time]:
        """The times between the commas around a number that stands apart: `The wage, currently $11, rises in May`."""
        located = next(iter(claim.roles.values()))
        words, tree = self.sentence.tree.words, self.tree
        first = next((k for k in range(located.first, -1, -1) if words[k].text == ","), 0)
        last = next((k for k in range(located.last, len(tree)) if words[k].text == ","), len(tree) - 1)
        return [time for time in self.times if words[first].start <= time.start < words[last].end]

    def _of_object(self, claim: Claim, found: Arguments) -> bool:
        """Whether a number tells of the object of a forecast: `is forecasting a crop of 22 million tonnes`."""
        head, first = found.subject_head, claim.roles["quantity"].first
        behind = head is not None and self.sentence.word(first - 1) == "of" and head < first
        return behind and head is not None and self.tree[head].dep == "dobj"

    def _tells_worth(self, claim: Claim, predicate: int | None) -> bool:
        """Whether a number without a verb tells a cost, a duration or a distance: `the $220 million scheme`."""
        located = claim.roles["quantity"] if claim.kind == "measurement" and predicate is None else None
        unit = None if located is None else located.quantity.unit
        if located is None or unit is None:
            return False
        apart = self.sentence.word(located.last) in table("places")["distances"]["words"]
        lasting = unit.kind in (UnitKind.CURRENCY, UnitKind.TIME, UnitKind.AGE)
        return lasting or (apart and unit.dimension == "[length]")

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
            return None
        head = found.subject_head
        if (
            claim.kind == "share"
            and claim.roles.get("fraction") is not None
            and head is not None
            and head in claim.roles["fraction"]
        ):
            return None
        return self.mention(found.subject, head)

    def _source(self, claim: Claim, predicate: int | None) -> Mention | None:
        head = self._sources.of(claim.anchor, predicate)
        if head is None and opens_quotation(self.tree.text, self.span.start):
            return self._speaker()
        if head is None or head in self.sentence.stop or not self.tree[head].text[0].isalpha():
            return None
        first, last = self.tree.noun_phrase(head, self.sentence.stop)
        last = max(last, head + 1, joined_end(self.sentence, head))
        kind = self.tree[first - 1] if first else None
        if kind is not None and kind.is_noun and kind.dep == "nsubj" and kind.head == self.tree[head].head:
            first = self.tree.noun_phrase(kind.i, self.sentence.stop)[0]  # "the charity Open Door"
        apposed = self.tree.child(head, "appos")
        if apposed is not None and apposed.i == last and apposed.tag == "NNP":
            last = self.tree.noun_phrase(apposed.i, self.sentence.stop)[1]  # "The institute Demoscan"
        last = self._titled(head, self._named(last))
        if self.sentence.word(last) in ("from", "by"):  # "data from the ministry", "a survey by Corvane"
            maker = self.sentence.nouns_after(last + 1, 5)
            if maker is not None:
                last = max(last, self.tree.noun_phrase(maker, self.sentence.stop)[1])
        return self.mention((first, last), head)

    def _named(self, last: int) -> int:
        """The end of a phrase with the name that follows it between commas: `its chief executive, Siri Aas, said`."""
        tree = self.tree
        if self.sentence.word(last) != "," or last + 1 >= len(tree) or tree[last + 1].tag != "NNP":
            return last
        end = last + 1
        while end < len(tree) and tree[end].tag == "NNP" and tree[last + 1].label in ("", tree[end].label):
            end += 1
        closed = end < len(tree) and (tree[end].text == "," or tree[end].is_verb)
        return end if closed and not tree[last - 1].label else last

    def _titled(self, head: int, last: int) -> int:
        """The end of a title with the name behind it: `Minister for Agriculture Kim Chance says`."""
        verb = self.tree[head].head
        between = self.tree.words[last:verb] if head < last < verb else []
        while between and between[-1].text == ",":
            verb, between = verb - 1, between[:-1]  # "Minister for Planning, Alannah McTiernan, says"
        plain = all(word.is_noun or word.tag in ("IN", "DT", "CC", "POS", "HYPH", ",") for word in between)
        named = bool(between) and between[0].lower == "for" and between[-1].tag == "NNP"
        return verb if plain and named and not self.sentence.stop.intersection(range(last, verb)) else last

    def _speaker(self) -> Mention | None:
        """Who speaks in the sentence before, where a quotation goes on."""
        found = speaker_before(self.earlier())
        if found is None or not found[0][found[1]].text[0].isalpha():
            return None
        tree, head = found
        first, last = tree.noun_phrase(head)
        further = self._further(tree, head)
        meant = None if further == found else self._meant(*further, plural=_is_plural(tree[head]))
        return self._mention(tree, first, max(last, head + 1), head, meant)

    def _left_subject(self, claim: Claim, fields: dict[str, Any]) -> Mention | None:
        """The left side: what stands behind its number (`12.9% in the treated group`), the subject, or the measure."""
        if "left" in claim.mentions:
            return self.mention(claim.mentions["left"])
        measured = fields["measure"] is not None
        span = left_beside(self.sentence, claim, measured=measured) if fields["subject"] is None else None
        if span is not None:
            return self.mention(span)
        held: Mention | None = fields["subject"] or fields["measure"]
        return held

    def _sides(self, claim: Claim, fields: dict[str, Any], when: Time | None) -> dict[str, Any]:
        left, right = claim.roles.get("left"), claim.roles.get("right")
        other = self.mention(claim.mentions["right"]) if "right" in claim.mentions else None
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


def _is_plural(pronoun: Word) -> bool:
    """Whether a word stands for several."""
    entry = table("antecedents")["pronouns"].get(pronoun.lower, {})
    return pronoun.lower == "both" or bool(entry.get("plural"))
