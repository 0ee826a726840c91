"""Whether one of two statements is denied beside its number, and the other is not."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from factex.verification.knowledge import listed
from factex.verification.scopes import NEAR, nearest

if TYPE_CHECKING:
    from factex.verification.statement import Statement
    from factex.verification.words import Word

# How many characters behind the start of a number a word may stand that denies it, but for one beside a verb in the
# same clause.
_TOUCHED = 40

DENIED = "one of the two is denied"

# Who none of is badly hurt is hurt all the same: "31 were injured, none of them seriously".
_OF_MANNER = re.compile(r"none of (?:them|whom|these|those) \w+ly\b(?=\s?[,.;]|$)", re.IGNORECASE)
# A clause between commas that parts no denial from its number: "believe that, even if it began, he should not go".
_ASIDE = re.compile(r",? (?:even )?(?:if|when|though|although)\b[^,;.]*,")
_HAVING = re.compile(r"\b(?:had|has|have) $")


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
