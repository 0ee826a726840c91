"""Minus signs and the brackets of accounts."""

import pytest

import factex


def readings(text):
    """Each quantity as it stands in the text and as it is read."""
    return " | ".join(f"{one.text} = {one}" for one in factex.quantities(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("-5 degrees", "-5 degrees = -5 degree"),
        ("- 5 degrees", "- 5 degrees = -5 degree"),
        ("It was -5 °C.", "-5 °C = -5 degree_Celsius"),
        ("It was – 5 °C.", "5 °C = 5 degree_Celsius"),
        ("It was –5 °C.", "–5 °C = -5 degree_Celsius"),
        ("It was (-5 °C).", "-5 °C = -5 degree_Celsius"),
        ("It was 3-5 kg.", "3-5 kg = 3 to 5 kilogram"),
        ("It was minus 5 °C.", "minus 5 °C = -5 degree_Celsius"),
        ("Minus 5 °C was told.", "Minus 5 °C = -5 degree_Celsius"),
        ("It was minus five degrees.", "minus five degrees = -5 degree"),
        ("It was plus or minus 3 kg.", "3 kg = 3 kilogram"),
        ("It was 5 minus 3.", "5 = 5 | 3 = 3"),
        ("5 minus 3", "5 = 5 | 3 = 3"),
        ("minus 5", "minus 5 = -5"),
        ("It was negative 5 °C.", "negative 5 °C = -5 degree_Celsius"),
        ("It grew +5 percent.", "+5 percent = 5 percent"),
        ("+5 percent", "+5 percent = 5 percent"),
        ("It cost -$5.", "-$5 = -5 USD"),
        ("It cost $-99.", "$-99 = -99 USD"),
        ("It cost $ -99.", "$ -99 = -99 USD"),
        ("It cost - $99.", "$99 = 99 USD"),
    ],
)
def test_signs(text, told):
    """A minus belongs to the number that it touches; a dash between words or numbers is none."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It made a net loss of ($1.2m) then.", "($1.2m) = -1.2 million USD"),
        ("Loss ($1.2m) then.", "($1.2m) = -1.2 million USD"),
        ("(loss) ($1.2m)", "($1.2m) = -1.2 million USD"),
        ("It made a loss of (1.2) then.", "(1.2) = -1.2"),
        ("It made a loss of 5 (1.2) then.", "5 = 5 | 1.2 = 1.2"),
        ("It made a loss in the May (1.2) then.", "1.2 = 1.2"),
        ("It made a loss in the long May (1.2) then.", "1.2 = 1.2"),
        ("It made a loss of (5%) then.", "5% = 5 percent"),
        ("It made a loss of ($1.2m then.", "$1.2m = 1.2 million USD"),
        ("It made it ($1.2m) then.", "$1.2m = 1.2 million USD"),
    ],
)
def test_accounts(text, told):
    """A bracket behind a word of accounts makes the amount negative; other brackets do not."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- 1,200,000", "- 1,200,000 = -1.2 million"),
        ("– 5 km", "– 5 km = -5 kilometer"),
        ("- 5 km and 3 km", "5 km = 5 kilometer | 3 km = 3 kilometer"),
        ("- 5 km.", "5 km = 5 kilometer"),
        ("then - 5 km", "5 km = 5 kilometer"),
        ("5 km", "5 km = 5 kilometer"),
    ],
)
def test_lone_minus(text, told):
    """A text that is one number may have its minus apart; before more it is a dash."""
    assert readings(text) == told


def test_the_mark_of_a_list_is_no_minus():
    """A dash before a line is a minus only where the line is the whole text."""
    assert readings("Items:\n- 5 km") == "5 km = 5 kilometer"
    assert readings("- 5 km\nItems") == "5 km = 5 kilometer"
