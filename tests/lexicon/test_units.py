"""The lexicon of units against pint: every name is one of pint's, and every dimension is pint's."""

import pytest

from factex.lexicon.phrases import Phrases, tokens
from factex.lexicon.units import plural, units
from factex.records.pint_units import registry

# Names of the contract, or of trades, that pint has not; they become dimensions of their own.
OWN = {
    "times",
    "percentage_point",
    "basis_point",
    "ppb",
    "ppt",
    "ppq",
    "TEU",
    "beat / minute",
    "point / game",
    "rebound / game",
    "assist / game",
    "IU",
    "imperial_gallon",
    "decade",
    "kip_per_square_inch",
}
BY_NAME = {name: unit for name, unit in units().by_name.items() if name not in OWN}


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_pint_knows_the_name_and_the_dimension(name):
    """`Quantity.to()` works for every unit, and `Unit.dimension` is pint's."""
    quantity = registry().Quantity(1, name)
    assert {f"[{base}]": power for base, power in BY_NAME[name].dimension} == dict(quantity.dimensionality)


def test_case_tells_units_apart():
    """`Mb` is not `MB`, `mW` not `MW`."""
    symbols = units().symbols
    found = [symbols.at(tokens(text), 0)[1].name for text in ("Mb", "MB", "mW", "MW", "KiB", "kB")]
    assert found == ["megabit", "megabyte", "milliwatt", "megawatt", "kibibyte", "kilobyte"]


def test_every_unit_has_a_ucum_code():
    """No entry is without its code."""
    assert all(unit.ucum for unit in units().by_name.values())


def test_plural():
    """By rule, by exception, and at the head of the phrase."""
    assert plural("degree Celsius", {}) == "degrees Celsius"
    assert plural("inch", {"inch": "inches"}) == "inches"
    assert plural("century", {}) == "centuries"


def test_phrases_find_the_longest():
    """At a token and before a token."""
    table = Phrases({"per cent": 1, "per": 2, "up to": 3, "to": 4})
    sentence = tokens("5 per cent up to 9")
    assert table.at(sentence, 1) == (3, 1)
    assert table.before(sentence, 5) == (3, 3)
    assert table.at(sentence, 9) is None
