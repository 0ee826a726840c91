"""Shares: parts beside their fraction, wholes, and parts told of what was named before."""

import pytest


def _text(value):
    return None if value is None else value.text


def _shares(facts_of, text):
    return [
        (_text(fact.subject), _text(fact.part), _text(fact.total), _text(fact.fraction), _text(fact.whole))
        for fact in facts_of(text)
        if fact.kind == "share"
    ]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("The mill employed 900, a quarter of the town.", ("mill", "900", None, "a quarter", "town")),
        ("He gave $2 billion, or about half of his fortune.", ("He", "$2 billion", None, "about half", "his fortune")),
        ("The site stores 12,000 tonnes, a tenth of it toxic.", ("site", None, "12,000 tonnes", "a tenth", None)),
        (
            "A fifth of coal- and gas-fired plants will close.",
            (None, None, None, "A fifth", "coal- and gas-fired plants"),
        ),
        ("A third of all trains out of Leeds were late.", (None, None, None, "A third", "trains out of Leeds")),
        ("The firm sells 90% of what it makes abroad.", ("firm", None, None, "90%", "what it makes")),
        ("Of 2,500 bales offered, 38% were sold.", (None, None, "2,500 bales", "38%", None)),
        ("Among pupils aged 11 to 14, just 18% could read.", (None, None, None, "18%", "pupils")),
        ("Only six of the animals live outside.", (None, "six", None, None, "animals")),
    ],
)
def test_what_a_share_is_of(facts_of, text, share):
    """The part, the total, the fraction and the whole stand where the text has them."""
    assert _shares(facts_of, text) == [share]


def test_shares_told_with_one_verb(facts_of):
    """A further share has the thing right before it."""
    found = _shares(facts_of, "Solar provided 11% of electricity and wind 19%.")
    assert [(subject, fraction) for subject, _, _, fraction, _ in found] == [("Solar", "11%"), ("wind", "19%")]


@pytest.mark.parametrize(
    "text", ["The grant is a third of the cost of the old one.", "It has set aside less than half that sum."]
)
def test_fractions_of_another_amount_are_comparisons(facts_of, text):
    """And no shares."""
    assert [fact.kind for fact in facts_of(text)] == ["comparison"]
