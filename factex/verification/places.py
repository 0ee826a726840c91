"""Whether the place of a claim is that of a statement of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.verification.knowledge import has_phrase
from factex.verification.scopes import EARLIER, NEAR, Scopes, nearest, shown, weighty

if TYPE_CHECKING:
    from factex.verification.statement import Statement
    from factex.verification.words import Word

# So many characters may stand between two names of one place: "in Hull, England".
_BESIDE = 6


def place_of(claim: Statement, evidence: Statement, scopes: Scopes) -> tuple[float, str]:
    """Whether the names of the claim that are not its subject's are spoken of, its place above all."""
    other = claim.slot("right")
    beside = (claim.fact.source, None if other is None else other.subject)
    about = {word.stem for word in (*claim.subject, *(word for one in beside for word in claim.reading.mention(one)))}
    said = (*claim.own, *claim.around)
    where = weighty(claim.reading.inside(claim.fact.where))
    names = [word for word in weighty((*where, *claim.around)) if word.name and word.stem not in about]
    speaker = evidence.reading.mention(evidence.fact.source)
    strange = [
        word for word in weighty((*evidence.around, *evidence.reading.inside(evidence.where)))
        if word.name and nearest(word, said) < NEAR and word not in speaker
    ]  # fmt: skip
    for word in names:
        apart = not evidence.sum and (_of_a_part(word, evidence) or (word in where and _placed_apart(word, evidence)))
        if nearest(word, scopes.own) >= NEAR and not apart:
            continue
        shared = nearest(word, scopes.sentence) >= NEAR and not apart
        if shared and not any(nearest(other, evidence.near) == 1 for other in strange):
            continue
        if nearest(word, scopes.earlier) >= NEAR and not (strange and word in where):
            continue
        others = strange or any(one.name and nearest(one, said) < NEAR for one in evidence.others)
        if word not in where and not others and not apart and nearest(word, scopes.later) >= NEAR:
            continue
        return -1.0, f"the source does not say so of {word.lower!r}"
    if not where:
        return 0.0, ""
    of_part = [word for word in where if not evidence.sum and _of_a_part(word, evidence)]
    if of_part:
        return -1.0, f"the source does not say so of {shown(of_part)}"
    kinds = evidence.reading.inside(evidence.quantity) if evidence.quantity is not None else ()
    outside = [word for word in (*scopes.own, *scopes.sentence) if word not in kinds]
    named = [word for word in where if word.name]
    if named and all(nearest(word, kinds) >= NEAR > nearest(word, outside) for word in named):
        return -1.0, f"the source does not say that it was in {shown(named)}"  # "Four Venezuelan firefighters"
    told = max(scopes.level(word) for word in where)
    return (1.0, "") if told >= EARLIER * NEAR else (0.0, "")


def _placed_apart(word: Word, evidence: Statement) -> bool:
    """Whether a sentence that has its number from another place names a place elsewhere: `in Hull, … in Leeds`."""
    where = evidence.fact.where
    own = () if where is None else evidence.reading.inside(where)
    if where is None or not any(one.name for one in own) or nearest(word, own) >= NEAR:
        return False
    inside = [one for one in evidence.reading.inside(evidence.fact.sentence) if nearest(word, (one,)) >= NEAR]
    speaker = evidence.fact.source
    told = speaker is not None and all(one.start > speaker.end > where.end for one in inside)
    if not told and nearest(word, evidence.zone) >= NEAR:
        return False
    return bool(inside) and all(one.start > where.end + _BESIDE or one.end < where.start - _BESIDE for one in inside)


def _of_a_part(word: Word, evidence: Statement) -> bool:
    """Whether a name stands only beside a number that is a part of the statement's: `…, a tenth of it at Varny`."""
    text = evidence.reading.facts.text
    if evidence.role == "part":
        return False  # it is the part
    for told in evidence.reading.inside(evidence.fact.sentence):
        if told.stem == word.stem and has_phrase(text[evidence.anchor : told.start], "part_of_it"):
            return True
    for other in evidence.reading.statements:
        if not other.beside(evidence) or other.anchor <= evidence.anchor:
            continue
        start, end = other.bounds
        if nearest(word, other.zone) >= NEAR and has_phrase(text[start:end], "part_of_it"):
            return True
    return False
