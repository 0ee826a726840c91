"""How large a unit is beside another one of its kind: 60 minutes an hour, 1,760 yards a mile."""

from __future__ import annotations

from decimal import Decimal

from factex.lexicon.files import per_lexicon, table


@per_lexicon
def _sizes() -> dict[str, tuple[str, Decimal]]:
    return {
        name: (group, Decimal(str(size))) for group, units in table("sizes").items() for name, size in units.items()
    }


def times_as_large(unit: str, other: str) -> Decimal | None:
    """How many times as large as another unit one is, by their canonical names; None where that has no fixed figure.

    >>> times_as_large("hour", "minute"), times_as_large("inch", "foot"), times_as_large("month", "day")
    (Decimal('60'), Decimal('0.08333333333333333333333333333'), None)
    """
    if unit == other:
        return Decimal(1)
    one, second = _sizes().get(unit), _sizes().get(other)
    if one is None or second is None or one[0] != second[0]:
        return None
    return one[1] / second[1]


def whole_times(unit: str, other: str) -> Decimal | None:
    """How many of a smaller unit make up a larger one; None where it is not larger, or by no whole number.

    >>> whole_times("mile", "foot"), whole_times("minute", "hour"), whole_times("mile", "kilometer")
    (Decimal('5280'), None, None)
    """
    times = times_as_large(unit, other)
    whole = times is not None and times > 1 and times == times.to_integral_value()
    return Decimal(int(times)) if whole and times is not None else None


def group_of(unit: str) -> str | None:
    """The group of units that a unit is told with.

    >>> group_of("week"), group_of("month"), group_of("litre")
    ('time', 'calendar', None)
    """
    found = _sizes().get(unit)
    return None if found is None else found[0]
