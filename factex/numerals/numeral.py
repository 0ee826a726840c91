"""Numerals: written numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Style(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    ODDS = "odds"
    MULTIPLE = "multiple"
    INDEFINITE = "indefinite"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A written number.

    Attributes:
        first: Index of its first token.
        last: Index behind its last token.
        value: The number; None for an indefinite plural.
        style: How it is written.
        scale: What a scale word or symbol multiplied it by: 10**6 in `2.5 million`, else 1.
        low: Low end of an indefinite plural.
        high: High end of an indefinite plural, where it has one.
        about: Whether the numeral itself is vague: `a couple of`.
    """

    first: int
    last: int
    value: Decimal | None
    style: Style
    scale: Decimal = Decimal(1)
    low: Decimal | None = None
    high: Decimal | None = None
    about: bool = False
