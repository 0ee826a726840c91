"""Numbers at the edges of texts and rules: what mutants of the readers survived."""

import pytest


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("one - fourth of it", ["0.25"]),
        ("Ran 5k.", ["5"]),
        ("5k", ["5000"]),
        ("It hit one in 2,500 homes.", ["0.0004"]),
        ("quarter million litres", ["250000"]),
        ("quarter-million litres", ["250000"]),
        ("5 to", ["5"]),
        ("1/2", ["0.5"]),
        ("It was 1/2 full.", ["0.5"]),
        ("10^2", ["100"]),
        ("It was 10^2", ["100"]),
        ("3 × 10⁸", ["300000000"]),
        ("2 ½", ["2.5"]),
        ("a hundred and", ["100"]),
    ],
)  # fmt: skip
def test_edges(extractor, text, values):
    """At the start or end of a text a number is read as in its middle."""
    assert [format(one.value, "f") for one in extractor.quantities(text)] == values
