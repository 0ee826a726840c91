"""What records derive from what is stated, and what they leave open where too little is."""

from decimal import Decimal

import pytest

import factex
from factex.facts import Facts
from factex.records import Change, Comparison, Fact, Quantity, Share, Side, Span, Unit
from factex.records.pint_units import converted_number

CLAIM = {"sentence": Span(text="x", start=0, end=1), "rule": "r"}
YEN = Unit(text="¥", kind="currency", name="JPY", dimension="[currency]")


def exact(value, unit=None):
    """An exact quantity."""
    number = Decimal(value)
    return Quantity(text="x", start=0, end=1, value=number, low=number, high=number, modifier="exact", unit=unit)


OPEN = Quantity(text="dozens", start=0, end=6, value=None, low=Decimal(24), high=None, modifier="indefinite")


@pytest.mark.parametrize(("left", "right"), [(OPEN, exact(5)), (exact(5), OPEN), (None, exact(5)), (exact(5), None)])
def test_a_comparison_needs_two_values(left, right):
    """Ratio and difference are open where a side has no value."""
    fact = Comparison(left=Side(quantity=left), right=Side(quantity=right), **CLAIM)
    assert fact.computed_ratio is fact.computed_difference is None


def test_no_ratio_to_nothing():
    """Over zero there is a difference, and no ratio."""
    fact = Comparison(left=Side(quantity=exact(5)), right=Side(quantity=exact(0)), **CLAIM)
    assert (fact.computed_ratio, fact.computed_difference) == (None, 5)


@pytest.mark.parametrize(
    ("start", "end"),
    [(None, exact(5)), (exact(5), None), (exact(0), exact(5)), (OPEN, exact(5)), (exact(5), OPEN), (exact(4, YEN), exact(5))],
)  # fmt: skip
def test_a_change_needs_two_values_in_one_unit(start, end):
    """The relative change is open where start or end is, where the start is zero, and between units."""
    assert Change(start=start, end=end, **CLAIM).computed_relative is None


@pytest.mark.parametrize(
    "parts",
    [{"fraction": OPEN}, {"part": exact(5)}, {"part": OPEN, "total": exact(5)}, {"part": exact(5), "total": exact(0)}],
)
def test_a_share_needs_both_parts(parts):
    """The percentage is open where part or total is, or the whole is nothing."""
    assert Share(**parts, **CLAIM).computed_percent is None


@pytest.mark.parametrize(
    ("low", "high", "shown"), [(5, None, ">=5"), (None, 5, "<=5"), (5, 7, "5 to 7"), (None, None, "?")]
)
def test_open_quantities_are_shown_by_their_ends(low, high, shown):
    """`str` of a quantity without a value tells its interval."""
    made = Quantity(text="x", start=0, end=1, value=None, low=low, high=high, modifier="range", unit=YEN)
    assert str(made) == f"{shown} {made.unit}" == f"{shown} JPY"


def test_lone_surrogates_in_json():
    """No UTF-8 holds them: they are written as escapes, and read back from text and bytes."""
    facts = Facts(text="5 \ud800 km 😀")
    dumped = facts.model_dump_json(indent=1)
    assert "\\ud800" in dumped
    assert Facts.model_validate_json(dumped) == Facts.model_validate_json(dumped.encode()) == facts


def test_other_faults_of_dumping_are_raised():
    """Only surrogates are written another way; a wrong argument stays an error."""
    with pytest.raises(ValueError, match="exclude"):
        exact(5).model_dump_json(exclude=lambda: 5)


def test_a_fact_without_a_kind():
    """The base of all facts tells neither quantities nor a line of its own."""
    with pytest.raises(NotImplementedError):
        Fact(kind="x", **CLAIM).quantities()
    with pytest.raises(NotImplementedError):
        Fact(kind="x", **CLAIM).core()


def test_numbers_of_other_units():
    """A number that can't be converted says so."""
    with pytest.raises(factex.UnitError, match="kilogram can't be given in meter"):
        converted_number(Decimal(5), "kilogram", "meter")
