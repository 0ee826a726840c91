"""Currencies: signs, codes and names around a number, rates, and what one amount tells of the others."""

import pytest

import factex


def readings(text):
    """Each quantity as it stands in the text and as it is read."""
    return " | ".join(f"{one.text} = {one}" for one in factex.quantities(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x$40 was paid.", "40 = 40"),
        ("It cost x$40.", "40 = 40"),
        ("It cost USD  40.", "40 = 40"),
        ("It cost $five million.", "$five million = 5 million USD"),
        ("A $40 million deal closed.", "$40 million = 40 million USD"),
        ("It was A$40 million.", "A$40 million = 40 million AUD"),
        ("It was A $40 million deal.", "$40 million = 40 million USD"),
        ("It cost USD 40.", "USD 40 = 40 USD"),
        ("It cost USD40.", "USD40 = 40 USD"),
        ("It cost US$40.", "US$40 = 40 USD"),
        ("It cost US $40.", "US $40 = 40 USD"),
        ("It cost xUSD 40.", "40 = 40"),
        ("It cost 5€.", "5€ = 5 EUR"),
        ("It cost 5 €.", "5 € = 5 EUR"),
        ("€5 of it", "€5 = 5 EUR"),
        ("5 € of it", "5 € = 5 EUR"),
        ("It cost 5 kr then.", "5 kr = 5 SEK"),
        ("It cost 5kr then.", "5kr = 5 SEK"),
        ("It cost 5 zł then.", "5 zł = 5 PLN"),
        ("It cost 5 Rs then.", "5 = 5"),
        ("It cost 5Rs then.", "5Rs = 5 INR"),
        ("It sold 3 USD50 cards.", "3 = 3 | USD50 = 50 USD"),
        ("It cost 8 $ 9 then.", "8 = 8 | $ 9 = 9 USD"),
        ("It cost 8 £ of it.", "8 £ = 8 GBP"),
        ("It cost ¥500.", "¥500 = 500 JPY"),
        ("It cost ¥500 in Beijing, China.", "¥500 = 500 CNY"),
    ],
)
def test_signs_and_codes(text, told):
    """A sign or code before a number, or a name, code or sign behind it."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It cost 5p.", "5p = 0.05 GBP"),
        ("It cost 5p each.", "5p = 0.05 GBP"),
        ("It cost 5pm.", ""),
        ("It cost 5 p each.", "5 = 5"),
        ("It cost 100p.", "100p = 1 GBP"),
        ("It cost 999p.", "999p = 9.99 GBP"),
        ("It is 1080p.", ""),
        ("It cost 5c.", "5c = 0.05 USD"),
        ("It cost 5¢.", "5¢ = 0.05 USD"),
        ("It cost 5 cents a share.", "5 cents a share = 0.05 USD / share"),
        ("It cost 5.5p-a-share.", "5.5p-a-share = 0.055 GBP / share"),
    ],
)
def test_minor_units(text, told):
    """Cents and pence are told in the larger unit, and letters stand for them where they touch a number."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It cost $5 dollars.", "$5 dollars = 5 USD"),
        ("It cost $5 Canadian dollars.", "$5 Canadian dollars = 5 CAD"),
        ("It cost $5 CAD.", "$5 CAD = 5 CAD"),
        ("It cost €5 CAD.", "€5 = 5 EUR"),
        ("It cost €5 euros.", "€5 euros = 5 EUR"),
        ("It cost $5 cents.", "$5 = 5 USD"),
        ("It cost 5 Canadian dollars.", "5 Canadian dollars = 5 CAD"),
        ("It cost ten grand.", "ten grand = 10,000 USD"),
        ("It cost ten grand then.", "ten grand = 10,000 USD"),
        ("It cost ten grand of it.", "ten grand = 10,000 USD"),
        ("It cost ten grand pianos.", "ten grand pianos = 10 piano"),
        ("It is 5 pounds.", "5 pounds = 5 GBP"),
        ("It weighs 5 pounds.", "5 pounds = 5 pound"),
        ("It cost 5 pounds sterling.", "5 pounds sterling = 5 GBP"),
        ("It is 275 pound-feet.", "275 pound-feet = 275 foot_pound"),
    ],
)
def test_names(text, told):
    """A name behind an amount with a sign tells which currency it is."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It cost $78.35 a barrel.", "$78.35 a barrel = 78.35 USD / barrel"),
        ("It cost $5 an hour.", "$5 an hour = 5 USD / hour"),
        ("It cost $5/h.", "$5/h = 5 USD / hour"),
        ("It cost $15-an-hour.", "$15-an-hour = 15 USD / hour"),
        ("It cost £24 a-year.", "£24 a-year = 24 GBP / year"),
        ("It cost $5 a week earlier.", "$5 = 5 USD"),
        ("It cost $5 a week.", "$5 a week = 5 USD / week"),
        ("It cost 5 dollars per kg.", "5 dollars per kg = 5 USD / kilogram"),
        ("It cost $5/mo.", "$5/mo = 5 USD / month"),
    ],
)
def test_rates(text, told):
    """What an amount is paid for belongs to its unit."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It cost 40 Norwegian crowns, then 20 crowns.", "40 Norwegian crowns = 40 NOK | 20 crowns = 20 NOK"),
        ("It cost 20 crowns.", "20 crowns = 20 crown"),
        ("It cost A$40 million, then $20.", "A$40 million = 40 million AUD | $20 = 20 AUD"),
        ("It cost A$40 million (about $20).", "A$40 million = 40 million AUD | about $20 = ~20 USD"),
        ("It cost A$40 million ($20).", "A$40 million = 40 million AUD | $20 = 20 USD"),
        ("It cost A$40 million or C$30, then $20.", "A$40 million = 40 million AUD | C$30 = 30 CAD | $20 = 20 USD"),
        ("It cost $20, then A$40 million.", "$20 = 20 USD | A$40 million = 40 million AUD"),
        ("It cost €40 and 20 cents more.", "€40 and 20 cents = 40.20 EUR"),
        ("It cost €40. It was 20 cents.", "€40 = 40 EUR | 20 cents = 0.20 EUR"),
        (
            "It cost €40 a kg. It was 20 cents a kg.",
            "€40 a kg = 40 EUR / kilogram | 20 cents a kg = 0.20 EUR / kilogram",
        ),
        ("It cost 20 cents.", "20 cents = 0.20 USD"),
        ("It cost A$40. It was 20 cents.", "A$40 = 40 AUD | 20 cents = 0.20 AUD"),
    ],
)
def test_told_by_another_amount(text, told):
    """An amount with a full name tells what the short names behind it mean."""
    assert readings(text) == told
