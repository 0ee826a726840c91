"""Numbers whose noun was told before, in their own sentence: what they count, and when they count nothing of it."""

import pytest

import factex


def units(text):
    """The name of each quantity's unit, or None."""
    return [None if one.unit is None else one.unit.name for one in factex.extract(text).quantities]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We have 12 pickers today where we would want 30.", ["picker", "picker"]),
        ("Cars did 74 mph and a motorcyclist was clocked at 131.", ["mile / hour", "mile / hour"]),
        ("They landed 39,000 tonnes, with Norwegian boats taking 18,000.", ["metric_ton", "metric_ton"]),
        ("Weights are up by 12 kilograms, to an average of 305.", ["kilogram", "kilogram"]),
        ("She had 4,871 votes, a margin of just 216.", ["vote", "vote"]),
        ("The panel read nine applications and five were deferred.", ["application", "application"]),
    ],
)
def test_unit_of_the_number_before(text, told):
    """A number behind a verb or an amount, with no noun behind, is told in the unit of the last one that fits."""
    assert units(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It runs 4 shops and its rating was 9.", ["shop", None]),  # a rating stands for itself
        ("After 20 matches they have scored 30.", ["match", None]),  # what tells when is not counted again
        ("It runs 4 shops and was worth 90,000.", ["shop", None]),  # too many times as large
        ("Its rating fell after 3 visits to 40 of 100.", ["visit", None, None]),
    ],
)
def test_no_unit_to_take(text, told):
    """Scores, levels of an index, and numbers of another size take none."""
    assert units(text) == told
