"""`verify`: each claim of a text held against sources."""

from __future__ import annotations

from decimal import Context, localcontext
from typing import TYPE_CHECKING, Any

from factex.facts import Facts
from factex.pipeline import default
from factex.verification.apart import read
from factex.verification.check import Check, Verdict, Verification
from factex.verification.judge import judge
from factex.verification.opinions import Opinion, strongest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factex.pipeline import Extractor
    from factex.records.fact import AnyFact
    from factex.verification.reading import Reading
    from factex.verification.statement import Statement

# Numbers that are too large for arithmetic raise nothing, and are equal to none.
_EXACT = Context(prec=60, traps=[])
_ORDER = (Verdict.CONTRADICTED, Verdict.UNSUPPORTED, Verdict.SUPPORTED)


def verify(
    text: str | Facts,
    source: str | Facts | Sequence[str | Facts],
    *,
    extractor: Extractor | None = None,
    reference_date: date | None = None,
) -> Verification:
    """Holds each numeric claim of a text against one source or several.

    A claim is supported where a source states or entails it, contradicted where a source that speaks of the same thing
    rules it out, else unsupported. Where sources differ, one that supports counts, then one that contradicts.

    Args:
        text: The text to check, or its facts.
        source: The source, its facts, or several of either.
        extractor: The extractor to use; by default the one behind `factex.extract`.
        reference_date: As for `factex.extract`, for the text and the sources.

    Returns:
        One `Check` for each fact of the text.

    Raises:
        TextTypeError: if text or a source is neither a `str` nor `Facts`.

    Example:
        >>> found = verify("Revenue was $4.6 billion.", "Revenue came to $4.678 billion.")
        >>> print(found[0].verdict, "|", found[0].reason)
        contradicted | the source has '$4.678 billion'
        >>> verify("Revenue was about $4.7 billion.", "Revenue came to $4.678 billion.").ok
        True
    """
    using = default() if extractor is None else extractor
    given = [source] if isinstance(source, str | Facts) else list(source)
    wanted = [item for item in (text, *given) if not isinstance(item, Facts)]
    made = iter(using.pipe(wanted, reference_date=reference_date))
    claim, *told = [item if isinstance(item, Facts) else next(made) for item in (text, *given)]
    return held_against(claim, told)


def pipe(
    pairs: Iterable[tuple[str, str | Sequence[str]]],
    *,
    extractor: Extractor | None = None,
    batch_size: int = 32,
    n_process: int = 1,
    reference_date: date | None = None,
) -> Iterator[Verification]:
    """Verifies many texts, each against its own source or sources, lazily and in order.

    Args:
        pairs: Pairs of a text and its source, or a sequence of sources.
        extractor: The extractor to use; by default the one behind `factex.extract`.
        batch_size: How many texts are read ahead and parsed together.
        n_process: How many processes extract.
        reference_date: As for `factex.extract`.

    Yields:
        A `Verification` a pair.

    Example:
        >>> [found.ok for found in pipe([("It costs $5.", "It costs $5."), ("It costs $6.", "It costs $5.")])]
        [True, False]
    """
    using = default() if extractor is None else extractor

    def texts() -> Iterator[tuple[str, int]]:
        for text, source in pairs:
            sources = [source] if isinstance(source, str) else list(source)
            yield text, len(sources)
            yield from ((one, 0) for one in sources)

    found: Any = using.pipe(
        texts(), as_tuples=True, batch_size=batch_size, n_process=n_process, reference_date=reference_date
    )
    for facts, count in found:
        yield held_against(facts, [next(found)[0] for _ in range(count)])


def held_against(text: Facts, sources: Sequence[Facts]) -> Verification:
    """The checks of a text's facts against the facts of sources."""
    readings = [read(source) for source in sources]
    reading = read(text)
    with localcontext(_EXACT):
        told = {id(fact): [one for one in reading.statements if one.fact is fact] for fact in text}
        checks = tuple(_check(fact, told[id(fact)], readings) for fact in text if told[id(fact)])
    return Verification(text=text.text, sources=tuple(source.text for source in sources), checks=checks)


def _check(fact: AnyFact, statements: Sequence[Statement], readings: Sequence[Reading]) -> Check:
    """The check of a fact: of its numbers the worst decides, of the sources the one that says most."""
    opinions = [_best([judge(statement, reading) for reading in readings]) for statement in statements if readings]
    if not opinions:
        return Check(fact=fact, verdict=Verdict.UNSUPPORTED, reason="there is no source")
    opinion, number = min(opinions, key=lambda pair: (_ORDER.index(pair[0].verdict), -pair[0].nearness))
    evidence = opinion.evidence
    return Check(
        fact=fact,
        verdict=opinion.verdict,
        evidence=None if evidence is None else evidence.original,
        more=() if evidence is None else tuple(one for one in evidence.more if one is not evidence.original),
        source=None if evidence is None else number,
        reason=opinion.reason,
        match=opinion.match,
    )


def _best(opinions: Sequence[Opinion]) -> tuple[Opinion, int]:
    """The strongest of the opinions of several sources, with the number of its source; of equal ones the first."""
    best = strongest(opinions)
    return next((one, number) for number, one in enumerate(opinions) if one is best)
