"""Cardinals in words."""

from decimal import Decimal

import pytest

from factex.lexicon.phrases import tokens
from factex.numerals.cardinals import CardinalReader


def read(text):
    """The first cardinal of a text: the words that it takes, its value and its scale."""
    found = CardinalReader().read(tokens(text), 0)
    return None if found is None else (" ".join(text.split()[: found.last]), found.value, found.scale)


@pytest.mark.parametrize(
    ("text", "words", "value", "scale"),
    [
        ("zero", "zero", 0, 1),
        ("zero five", "zero", 0, 1),
        ("zero twenty", "zero", 0, 1),
        ("zero million", "zero", 0, 1),
        ("zero hundred", "zero", 0, 1),
        ("zero point five", "zero point five", Decimal("0.5"), 1),
        ("nineteen hundred", "nineteen hundred", 1900, 100),
        ("two hundred hundred", "two hundred", 200, 100),
        ("twenty nineteen", "twenty", 20, 1),
        ("nineteen twenty", "nineteen", 19, 1),
        ("ten five", "ten", 10, 1),
        ("one hundred ten five", "one hundred ten", 110, 100),
        ("two five", "two", 2, 1),
        ("two thousand zero", "two thousand", 2000, 1000),
        (
            "two million three thousand four hundred five",
            "two million three thousand four hundred five",
            2_003_405,
            1000,
        ),
        ("two thousand million", "two thousand million", 2 * 10**9, 10**6),
        ("three lakh crore", "three lakh crore", 3 * 10**12, 10**7),
        ("two thousand three million", "two thousand three", 2003, 1000),
        ("one million and a half", "one million and a half", 1_500_000, 10**6),
        ("two and three quarters", "two and three quarters", Decimal("2.75"), 1),
        ("two and a half million", "two and a half million", 2_500_000, 10**6),
        ("six point oh five billion", "six point oh five billion", 6_050_000_000, 10**9),
        ("two point seventy-one", "two point seventy-one", Decimal("2.71"), 1),
    ],
)
def test_cardinal(text, words, value, scale):
    """Words add up as English adds them; where they do not, the cardinal ends before them."""
    assert read(text) == (words, value, scale)
