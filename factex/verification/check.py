"""What `verify` returns: a `Check` for each claim of the text, together a `Verification`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, overload

from factex.records.base import Record
from factex.records.fact import AnyFact

if TYPE_CHECKING:
    import pandas as pd


class Verdict(StrEnum):
    """What a source says about a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"


class Match(Record, frozen=True):
    """How sure it is that two claims speak of the same thing, by its parts.

    Each part runs from -1 (they speak of different things) over 0 (nothing is known) to 1 (of the same).

    Attributes:
        subject: Who or what it is about.
        measure: Which property, what is counted, what is done.
        context: The other words of the claim.
        time: When.
        place: Where.
        speaker: Who says so.
    """

    subject: float = 0.0
    measure: float = 0.0
    context: float = 0.0
    time: float = 0.0
    place: float = 0.0
    speaker: float = 0.0


class Check(Record, frozen=True):
    """One claim of the text, held against the sources.

    Attributes:
        fact: The claim.
        verdict: Whether the sources back it, rule it out, or do neither.
        evidence: The fact of the source that decides, or None where none does.
        more: Further facts of the source that an arithmetic took.
        source: Which source the evidence is of, counted from 0.
        reason: Why, in one line.
        match: How the claim and its evidence match.
    """

    fact: AnyFact
    verdict: Verdict
    evidence: AnyFact | None = None
    more: tuple[AnyFact, ...] = ()
    source: int | None = None
    reason: str
    match: Match | None = None

    def __str__(self) -> str:
        return f"{self.verdict}: {self.fact} ({self.reason})"


class Verification(Record, Sequence[Check], frozen=True):
    """The checks of a text, in the order of its facts.

    Attributes:
        text: The text that was checked.
        sources: The sources that it was held against.
        checks: One check a fact of the text.
    """

    text: str
    sources: tuple[str, ...]
    checks: tuple[Check, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many checks have each verdict; all three are there."""
        found = Counter(str(check.verdict) for check in self.checks)
        return {str(verdict): found[verdict] for verdict in Verdict}

    @property
    def ok(self) -> bool:
        """Whether every claim is supported; true also of a text that makes none."""
        return all(check.verdict is Verdict.SUPPORTED for check in self.checks)

    def __len__(self) -> int:
        return len(self.checks)

    def __iter__(self) -> Iterator[Check]:  # type: ignore[override] # a sequence of checks, as `Facts` is one of facts
        return iter(self.checks)

    @overload
    def __getitem__(self, index: int) -> Check: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Check]: ...
    def __getitem__(self, index: int | slice) -> Check | Sequence[Check]:
        return self.checks[index]

    def __str__(self) -> str:
        return "\n".join(str(check) for check in self.checks)

    def to_records(self) -> list[dict[str, Any]]:
        """A dict a check: verdict, reason, the claim, its evidence and source."""
        return [
            {
                "verdict": str(check.verdict),
                "reason": check.reason,
                "claim": str(check.fact),
                "start": check.fact.sentence.start,
                "end": check.fact.sentence.end,
                "evidence": None if check.evidence is None else str(check.evidence),
                "evidence_sentence": None if check.evidence is None else check.evidence.sentence.text,
                "source": check.source,
            }
            for check in self.checks
        ]

    def to_pandas(self) -> pd.DataFrame:
        """The checks as a pandas data frame, a row a check, with the columns of `to_records`.

        Raises:
            ImportError: if pandas is not installed.
        """
        import pandas as pd  # noqa: PLC0415 - an extra

        return pd.DataFrame(self.to_records())

    def _repr_html_(self) -> str:
        from factex.display.verification import verification_html  # noqa: PLC0415 - only notebooks draw

        return verification_html(self)
