"""Times in EDTF; no model."""

from datetime import date

import pytest

from factex.context.times import times


def told(text, reference=None):
    """Text, value and relation of each time."""
    return [(text[t.start : t.end], t.value, str(t.relation)) for t in times(text, 0, len(text), reference)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a market by 2030", ("2030", "2030", "by")),
        ("rose in September 2021", ("September 2021", "2021-09", "in")),
        ("in the third quarter of 2017", ("third quarter of 2017", "2017-35", "in")),
        ("during Q3 2024", ("Q3 2024", "2024-35", "during")),
        ("since the 1990s", ("1990s", "199X", "since")),
        ("between 2019 and 2023", ("between 2019 and 2023", "2019/2023", "from_to")),
        ("on 1 March 2027", ("1 March 2027", "2027-03-01", "in")),
        ("on March 1, 2027", ("March 1, 2027", "2027-03-01", "in")),
        ("in the 2014-15 season", ("2014-15", "2014/2015", "in")),
        ("in April", ("April", None, "in")),
        ("on Monday", ("Monday", None, "in")),
        ("last year", ("last year", None, "in")),
        ("in the summer of 2019", ("summer of 2019", "2019-22", "in")),
    ],
)
def test_edtf(text, expected):
    """Years, months, quarters, decades, ranges, days, seasons; null where a date is missing."""
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "value"),
    [("last year", "2025"), ("next year", "2027"), ("yesterday", "2026-11-23"), ("last month", "2026-10"), ("on Monday", "2026-11-23"), ("in March", "2026-03"), ("in December", "2025-12")],
)  # fmt: skip
def test_against_a_reference_date(text, value):
    """Relative times against 24 November 2026, a Tuesday."""
    assert told(text, date(2026, 11, 24))[0][1] == value


def test_numbers_are_no_years():
    """Amounts and percentages are none."""
    assert told("sold 2000 people 1850% at $2019.50") == []
