"""Limits of numbers and sentences: beyond them nothing is told, and a warning says so."""

import decimal

import pytest

from factex.numerals.limits import MAX_DIGITS, MAX_POWER, warnings
from factex.sentences.splitter import MAX_LENGTH, split


def warned(text):
    return warnings(text, list(split(text)))


@pytest.mark.parametrize(
    "number",
    ["7" * 41, "7" * 10_000, "1" + ",000" * 3000, "1e999", "5e-400", "1e1000000000", "3 × 10^99999", "10⁹⁹⁹⁹⁹", "9^999", "two " + "million " * 18, "five " + "million " * 300],
)  # fmt: skip
def test_beyond(extractor, number):
    """A number beyond a limit gives no quantity, nor does a piece of it, and one warning."""
    text = f"It costs {number} dollars."
    assert extractor.quantities(text) == ()
    assert any("left out" in line for line in warned(text))


@pytest.mark.parametrize(
    ("number", "value"),
    [("7" * MAX_DIGITS, int("7" * MAX_DIGITS)), (f"1e{MAX_POWER}", 10**MAX_POWER), ("two " + "million " * 16, 2 * 10**96), ("10^99", 10**99), ("3 × 10^99", 3 * 10**99)],
)  # fmt: skip
def test_at_the_limit(extractor, number, value):
    """A number at the limit is read exactly, and nothing is warned of."""
    text = f"It costs {number} dollars."
    (quantity,) = extractor.quantities(text)
    assert quantity.value == value
    assert warned(text) == ()


def test_warnings_are_few():
    """However many numbers are left out, a line a limit says how many and where the first stands."""
    text = f"It was {'1' * 50}. Then 1e500. " * 1000
    assert warned(text) == (
        "1000 numbers are left out, with more than 40 digits (at 7, …)",
        "1000 numbers are left out, its power of ten above 100 (at 64, …)",
    )


def test_long_sentences():
    """A sentence that is read in pieces is warned of; no number is cut in two."""
    text = "It sold 12,345 cars and then, " * 200
    assert warned(text) == (
        f"{len(list(split(text))) - 1} sentences are longer than {MAX_LENGTH} characters and read in pieces (at 0, …)",
    )
    solid = "x" * (MAX_LENGTH - 3) + "123,456 km"
    assert [solid[start:end] for start, end in split(solid)] == ["x" * (MAX_LENGTH - 3), "123,456 km"]
    assert warned("A short one. Another. " * 1000) == ()


@pytest.mark.parametrize(
    "context",
    [
        decimal.Context(prec=3),
        decimal.Context(traps=[decimal.Inexact, decimal.Rounded]),
        decimal.Context(rounding=decimal.ROUND_UP, prec=1),
    ],
)
def test_any_decimal_context(extractor, context):
    """Numbers do not depend on the decimal context of the caller."""
    text = "It sold two million three hundred and forty-five thousand six hundred and seventy-eight cars, 12.345678 million vans, two-thirds of them, several hundred thousand bikes and 2½ million and a quarter tonnes."
    expected = extractor.quantities(text)
    with decimal.localcontext(context):
        assert extractor.quantities(text) == expected
