"""Two neighbouring quantities: what stands between them, and the one that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.quantity.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from factex.lexicon.phrases import Token

DASHES = ("-", "–", "—", "‐", "‑", "−", "~")


def words_between(sentence: Sequence[Token], left: Draft, right: Draft) -> list[str]:
    """The words between two quantities, lower case."""
    return [token.lower for token in sentence[left.last : right.first]]


def values_of(left: Draft, right: Draft) -> tuple[Decimal, Decimal] | None:
    """The values of both, where both state one."""
    if left.value is None or right.value is None:
        return None
    return left.value, right.value


def merge(left: Draft, right: Draft, **changes: object) -> Draft:
    """The quantity that two make, with some fields told otherwise."""
    merged = Draft(
        start=left.start,
        end=right.end,
        first=left.first,
        last=right.last,
        value=left.value,
        low=left.low,
        high=left.high,
        modifier=left.modifier,
        unit=right.unit or left.unit,
        style=left.style,
        scale=right.scale,
        number_start=left.number_start,
        number_end=right.number_end,
        attributive=right.attributive,
        after_sign=left.after_sign,
        open_currency=right.open_currency or left.open_currency,
    )
    for name, value in changes.items():
        setattr(merged, name, value)
    return merged
