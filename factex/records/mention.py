"""Mentions and times: stretches of text that a slot of a fact points at."""

from __future__ import annotations

from enum import StrEnum

from factex.records.base import Span


class Mention(Span, frozen=True):
    """A stretch of text that a slot points at.

    Attributes:
        label: The named entity's label in spaCy's scheme (`GPE`, `ORG`, …), or None.
        antecedent: What the mention stands for, where it is a pronoun, a possessive or a definite description that
            the same text resolves; else None.
    """

    label: str | None = None
    antecedent: Mention | None = None

    @property
    def resolved(self) -> Mention:
        """The antecedent where there is one, else the mention itself."""
        return self.antecedent.resolved if self.antecedent is not None else self

    def __str__(self) -> str:
        return self.text if self.antecedent is None else f"{self.text} ({self.resolved.text})"


class TimeRelation(StrEnum):
    """How a claim lies to its time."""

    IN = "in"
    BY = "by"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    FROM = "from"
    FROM_TO = "from_to"


class TimeRef(Span, frozen=True):
    """The time that a claim speaks of.

    Attributes:
        value: The time in EDTF (ISO 8601-2): `2030`, `2021-09`, `2017-35` for the third quarter, `202X`, `2019/2023`;
            None where it needs a date that the caller did not give.
        relation: How the claim lies to that time.
    """

    value: str | None = None
    relation: TimeRelation = TimeRelation.IN

    def __str__(self) -> str:
        return f"{self.relation.replace('_', ' ')} {self.value or self.text}"
