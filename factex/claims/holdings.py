"""Shares whose whole stands elsewhere or nowhere: stakes, what makes something up, people who do a thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.claims import parts
from factex.claims.claim import Claim
from factex.claims.sentence import is_proportion
from factex.claims.wholes import DETERMINERS, whole
from factex.lexicon.files import table
from factex.records import Modifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.claims.sentence import Sentence
    from factex.quantity.located import Located


def made_up(sentence: Sentence) -> Iterator[Claim]:
    """`a 20% stake in the firm`, and percentages that are the subject of a deed: `70 per cent believed`."""
    for located in sentence.quantities:
        if not is_proportion(located) or not sentence.free("share", located):
            continue
        if not (sentence.free("change", located) and sentence.free("comparison", located)):
            continue
        holding = _holding(sentence, located)
        if holding is not None:
            yield holding
            continue
        governor = sentence.verb_before(located.first)
        counted = parts.counted_before(sentence, located)
        if counted is not None and governor is not None and governor.i == located.first - 1:
            yield Claim(
                "share", "share.verb", {"fraction": located}, located.head, predicate=governor.i,
                mentions={"whole": counted},
            )  # fmt: skip
            continue
        if governor is not None and _makes_up(sentence, governor.i, located):
            yield Claim("share", "share.verb", {"fraction": located}, located.head, predicate=governor.i)
            continue
        head = sentence.tree[located.head]
        verb = sentence.tree[head.head]
        subject = head.dep in ("nsubj", "nsubjpass") and verb.is_verb and located.last <= verb.i <= located.last + 4
        copula = verb.lower in ("is", "was", "are", "were") and verb.tag != "MD" and head.dep == "nsubj"
        beside = any(not sentence.free("share", one) for one in sentence.quantities if is_proportion(one))
        told = subject and (not copula or beside) and not _leveled(located)
        if told or _beside_deed(sentence, located) or _again(sentence, located):
            yield Claim("share", "share.subject", {"fraction": located}, located.head)


def _holding(sentence: Sentence, located: Located) -> Claim | None:
    """A claim of what somebody holds: `a 20% stake in the firm`, `in which the state holds a 26% stake`."""
    holdings, i = frozenset(table("share")["holdings"]), located.last
    if i + 1 < len(sentence.tree) and {sentence.tree.lemma(i), sentence.tree.lemma(i + 1)} <= holdings:
        i += 1  # "a 70 per cent share holding"
    lemma = sentence.tree.lemma(i) if i < len(sentence.tree) else ""
    if lemma in holdings and sentence.word(i + 1) in ("in", "of"):
        claim = Claim("share", "share.holding", {"fraction": located}, i, mentions=whole(sentence, i + 2))
        _second_holding(sentence, claim)
        return claim
    return Claim("share", "share.holding", {"fraction": located}, i) if lemma in ("stake", "shareholding") else None


def _second_holding(sentence: Sentence, claim: Claim) -> None:
    """`owns a 10% stake in the brewer and a 4% holding in a rival`: the second is held by whoever holds the first."""
    tree = sentence.tree
    first = tree.head(claim.anchor)
    verb = sentence.clause_verb(claim.anchor)
    subject = None if verb is None else tree.child(verb.i, "nsubj")
    if tree[claim.anchor].dep == "conj" and tree.lemma(first.i) in table("share")["holdings"] and subject is not None:
        claim.theme, claim.predicate = subject.i, None if verb is None else verb.i


def _beside_deed(sentence: Sentence, located: Located) -> bool:
    """`With 70 per cent in the ground, planting is ahead`: a part of what the sentence tells of, in some state."""
    i = located.last + int(sentence.tree[located.last].tag == "RB")  # "with 40% already on board"
    state = sentence.word(i) in ("in", "on", "under", "behind") and sentence.word(i + 1) in DETERMINERS
    noun = sentence.nouns_after(i + 1, 4) if state else None
    return sentence.word(located.first - 1) == "with" and noun is not None and not sentence.tree[noun].label


def _again(sentence: Sentence, located: Located) -> bool:
    """`61% came from the mainland, 22% from the islands`: a further share of a deed, by the same preposition."""
    before = sentence.before(located)
    if before is None or not is_proportion(before) or sentence.free("share", before):
        return False
    verb = next((k for k in range(before.last, located.first) if sentence.tree[k].is_verb), before.last - 1)
    prepositional = sentence.tree[verb + 1].tag == "IN" and sentence.word(verb + 1) == sentence.word(located.last)
    return prepositional and sentence.word(located.first - 1) in (",", "and", ";")


def _makes_up(sentence: Sentence, verb: int, located: Located) -> bool:
    """`accounted for four-fifths`, `had been close to half`: a share whose whole is not told."""
    unit = located.quantity.unit
    lemma = sentence.tree.lemma(verb)
    if lemma == "be":
        ended = sentence.word(located.last) in (".", ";", ",", "")
        subject = sentence.tree.child(verb, "nsubj")
        pronoun = subject is not None and subject.lower in ("it", "that", "this")
        return pronoun and unit is not None and unit.name == "fraction" and located.first == verb + 1 and ended
    if lemma not in table("share")["verbs"] or located.first - verb > 4:
        return False
    return sentence.word(verb + 1) in ("for", "up") or lemma not in ("account", "make", "form")


def _leveled(located: Located) -> bool:
    return located.quantity.modifier is Modifier.RANGE and located.quantity.unit is None
