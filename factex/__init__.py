"""factex turns English prose into typed numeric facts.

Example:
    >>> import factex
    >>> facts = factex.extract("China operates 227 supercomputers, compared to America's 109.")
    >>> print(facts[0])
    comparison | China | operate | 227 supercomputer > America 109 supercomputer
    >>> facts[0].left.quantity.value
    Decimal('227')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, overload

from factex.errors import (
    FactexError,
    GoldError,
    LexiconError,
    MissingExtraError,
    ModelNotFoundError,
    PipelineError,
    RuleError,
    TableError,
    TableTypeError,
    TextTypeError,
    UnitError,
    WorkerError,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factex.claims import Claim, Rule
    from factex.facts import Facts
    from factex.frame import extract_frame
    from factex.pipeline import Extractor
    from factex.records import (
        Change,
        Comparison,
        Fact,
        Measurement,
        Mention,
        Quantity,
        Rank,
        Share,
        Side,
        Span,
        TimeRef,
        Unit,
    )
    from factex.streaming import OnError
    from factex.verification.agreement import compare
    from factex.verification.check import Check, Verdict, Verification

__version__ = "0.1.0"

# Loaded at first use: `import factex` itself loads neither spaCy nor pydantic nor pint.
_LAZY = {
    "Extractor": "factex.pipeline",
    "Claim": "factex.claims",
    "Rule": "factex.claims",
    "Facts": "factex.facts",
    "Check": "factex.verification.check",
    "Verdict": "factex.verification.check",
    "Verification": "factex.verification.check",
    "compare": "factex.verification.agreement",
    "extract_frame": "factex.frame",
} | dict.fromkeys(
    (
        "Change",
        "Comparison",
        "Fact",
        "Measurement",
        "Mention",
        "Quantity",
        "Rank",
        "Share",
        "Side",
        "Span",
        "TimeRef",
        "Unit",
    ),
    "factex.records",
)


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    raise AttributeError(f"module 'factex' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)


def extract(text: str, *, reference_date: date | None = None) -> Facts:
    """The facts of a text, found with the default model.

    Args:
        text: English prose of any length.
        reference_date: The day against which times like `last year` are told; without it their value is None.

    Returns:
        The facts, a sequence, with all quantities; every offset points into `text`.

    Raises:
        TextTypeError: if `text` is no `str`. No `str` raises.
        ModelNotFoundError: if no model is installed.

    Example:
        >>> extract("176 million cameras")[0].quantity.unit.name
        'camera'
    """
    from factex.pipeline import default  # noqa: PLC0415 - loads spaCy

    return default().extract(text, reference_date=reference_date)


@overload
def pipe(
    texts: Iterable[str],
    *,
    as_tuples: Literal[False] = False,
    batch_size: int = 32,
    n_process: int = 1,
    on_error: OnError = "raise",
    progress: bool = False,
    reference_date: date | None = None,
) -> Iterator[Facts]: ...
@overload
def pipe(
    texts: Iterable[tuple[str, Any]],
    *,
    as_tuples: Literal[True],
    batch_size: int = 32,
    n_process: int = 1,
    on_error: OnError = "raise",
    progress: bool = False,
    reference_date: date | None = None,
) -> Iterator[tuple[Facts, Any]]: ...
def pipe(
    texts: Iterable[Any],
    *,
    as_tuples: bool = False,
    batch_size: int = 32,
    n_process: int = 1,
    on_error: OnError = "raise",
    progress: bool = False,
    reference_date: date | None = None,
) -> Iterator[Any]:
    """The facts of many texts, lazily and in order, found with the default model.

    Args:
        texts: The texts; with `as_tuples` pairs of a text and anything, which comes back with it.
        as_tuples: Whether `texts` holds pairs.
        batch_size: How many texts are read ahead and parsed together.
        n_process: How many processes work; -1 takes one a core.
        on_error: What becomes of a text that fails: "raise", "skip", or a function of the item and its error.
        progress: Whether to show a progress bar where standard error is a terminal.
        reference_date: As for `extract`.

    Yields:
        `Facts`, or pairs of `Facts` and what stood beside the text. `Extractor.pipe` tells more.

    Raises:
        TextTypeError: when the turn of a text comes that is no `str`.
        WorkerError: if a worker process dies.

    Example:
        >>> [len(facts) for facts in pipe(["Sales rose 5%.", "Nothing here."])]
        [1, 0]
    """
    from factex.pipeline import default  # noqa: PLC0415 - as above

    found: Iterator[Any] = default().pipe(  # type: ignore[call-overload] # the flag decides at run time
        texts,
        as_tuples=as_tuples,
        batch_size=batch_size,
        n_process=n_process,
        on_error=on_error,
        progress=progress,
        reference_date=reference_date,
    )
    yield from found


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text without claims: no model is loaded, and it is several times faster than `extract`.

    Args:
        text: English prose of any length.

    Returns:
        The quantities, in order. Values, bounds, modifiers and named units are those of `extract`; what a number counts
        is read without a parse, and may be missing or another word (docs/performance.md has how often).

    Raises:
        TextTypeError: if `text` is no `str`.

    Example:
        >>> [str(quantity) for quantity in quantities("The port shipped 2,400 containers for $3.1m.")]
        ['2,400 container', '3.1 million USD']
    """
    from factex.pipeline import default  # noqa: PLC0415 - as above

    return default().quantities(text)


def verify(
    text: str | Facts, source: str | Facts | Sequence[str | Facts], *, reference_date: date | None = None
) -> Verification:
    """Holds each numeric claim of a text against one source or several.

    Args:
        text: The text to check, or its facts.
        source: The source, its facts, or several of either.
        reference_date: As for `extract`, for the text and the sources.

    Returns:
        One `Check` for each fact of the text: supported, contradicted or unsupported, with evidence and reason.

    Raises:
        TextTypeError: if text or a source is neither a `str` nor `Facts`.

    Example:
        >>> print(verify("China has 220 supercomputers.", "China operates 227 supercomputers.")[0].verdict)
        contradicted
    """
    from factex.verification.verify import verify as run  # noqa: PLC0415 - loads spaCy

    return run(text, source, reference_date=reference_date)


def warmup() -> None:
    """Loads the default model ahead of the first text.

    Raises:
        ModelNotFoundError: if no model is installed.
    """
    from factex.pipeline import default  # noqa: PLC0415 - as above

    default().extract("It costs $5.")


__all__ = [
    "Change",
    "Check",
    "Claim",
    "Comparison",
    "Extractor",
    "Fact",
    "FactexError",
    "Facts",
    "GoldError",
    "LexiconError",
    "Measurement",
    "Mention",
    "MissingExtraError",
    "ModelNotFoundError",
    "PipelineError",
    "Quantity",
    "Rank",
    "Rule",
    "RuleError",
    "Share",
    "Side",
    "Span",
    "TableError",
    "TableTypeError",
    "TextTypeError",
    "TimeRef",
    "Unit",
    "UnitError",
    "Verdict",
    "Verification",
    "WorkerError",
    "__version__",
    "compare",
    "extract",
    "extract_frame",
    "pipe",
    "quantities",
    "verify",
    "warmup",
]
