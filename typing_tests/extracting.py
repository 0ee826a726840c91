"""Extracting and streaming, as a user would write it; `mypy --strict` must accept it and find these types."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, assert_type

import factex

facts = factex.extract("Sales rose 5% to $3 million.", reference_date=date(2026, 11, 24))
assert_type(facts, factex.Facts)
assert_type(facts.text, str)
assert_type(len(facts), int)
assert_type(facts.quantities, tuple[factex.Quantity, ...])
assert_type(factex.quantities("It costs $5."), tuple[factex.Quantity, ...])
assert_type(facts.model_dump_json(), str)
assert_type(factex.Facts.model_validate_json("{}"), factex.Facts)

extractor = factex.Extractor(without=["rank"], lexicon={"numerals": {"scales": {"squillion": 24}}})
assert_type(extractor.extract("It costs $5."), factex.Facts)

texts = ["It costs $5.", "Sales rose 3%."]
pairs = [("It costs $5.", 1), ("Sales rose 3%.", 2)]
assert_type(extractor.pipe(texts), Iterator[factex.Facts])
assert_type(extractor.pipe(texts, as_tuples=False, n_process=2), Iterator[factex.Facts])
assert_type(extractor.pipe(pairs, as_tuples=True), Iterator[tuple[factex.Facts, Any]])
assert_type(factex.pipe(texts), Iterator[factex.Facts])
assert_type(factex.pipe(pairs, as_tuples=True), Iterator[tuple[factex.Facts, Any]])
for found, number in factex.pipe(pairs, as_tuples=True, on_error="skip"):
    assert_type(found, factex.Facts)
    found.model_dump_json(indent=int(number))


def empty(item: object, error: Exception) -> factex.Facts:
    """Stands for a text that failed."""
    return factex.Facts(text=f"{item}: {error}")


factex.pipe(texts, on_error=empty)
factex.pipe(texts, on_error=lambda _text, _error: None)


def every_amount(sentence: Any) -> Iterator[factex.Claim]:
    """A rule of one's own."""
    for located in sentence.quantities:
        yield factex.Claim("measurement", "own.amount", {"quantity": located}, located.head)


rules: Sequence[factex.Rule] = [factex.Rule("own.amount", every_amount, "It costs $5.")]
factex.Extractor(rules=rules)

# What must be refused: an ignore that is not needed is an error too.
factex.extract(b"It costs $5.")  # type: ignore[arg-type]
factex.extract("It costs $5.", reference_date="2026-11-24")  # type: ignore[arg-type]
factex.pipe(texts, on_error="ignore")  # type: ignore[call-overload]
factex.pipe([5])  # type: ignore[list-item]
factex.pipe(texts, as_tuples=True)  # type: ignore[call-overload]
facts.txt  # type: ignore[attr-defined]  # noqa: B018 - the name is what is tried
