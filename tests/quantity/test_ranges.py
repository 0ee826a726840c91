"""Two neighbouring numbers that are one quantity: ranges, ratios, bounds, amounts in several units."""

import pytest

import factex


def readings(text):
    """Each quantity as it stands in the text and as it is read."""
    return " | ".join(f"{one.text} = {one}" for one in factex.quantities(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10, 20 or 40 kg", "10 = 10 kilogram | 20 = 20 kilogram | 40 kg = 40 kilogram"),
        ("It grew 15-20%.", "15-20% = 15 to 20 percent"),
        ("It grew 15 - 20%.", "15 - 20% = 15 to 20 percent"),
        ("It weighs 15 to 20 kg.", "15 to 20 kg = 15 to 20 kilogram"),
        ("It weighs between 15 and 20 kg.", "between 15 and 20 kg = 15 to 20 kilogram"),
        ("It weighs between 15 to 20 kg.", "between 15 to 20 kg = 15 to 20 kilogram"),
        ("It weighs between 15 and about 20 kg.", "between 15 and about 20 kg = 15 to 20 kilogram"),
        ("It weighs 15 and 20 kg.", "15 = 15 kilogram | 20 kg = 20 kilogram"),
        ("It weighs five to ten million tonnes.", "five to ten million tonnes = 5 million to 10 million metric_ton"),
        ("It weighs three or four kg.", "three or four kg = 3 to 4 kilogram"),
        ("It weighs 3 or 7 kg.", "3 or 7 kg = 3 to 7 kilogram"),
        ("It weighs 3 or 8 kg.", "3 = 3 kilogram | 8 kg = 8 kilogram"),
        ("It weighs 4 or 3 kg.", "4 = 4 kilogram | 3 kg = 3 kilogram"),
        ("It weighs 4 or 4 kg.", "4 = 4 kilogram | 4 kg = 4 kilogram"),
        ("3 or 4 kg", "3 or 4 kg = 3 to 4 kilogram"),
        ("It weighs 10, 20 or 40 kg.", "10 = 10 kilogram | 20 = 20 kilogram | 40 kg = 40 kilogram"),
        ("It weighs so, 20 or 40 kg.", "20 or 40 kg = 20 to 40 kilogram"),
        ("It weighs 3 or 4 kg respectively.", "3 = 3 kilogram | 4 kg = 4 kilogram"),
        ("It ranges from 15 to 20 kg.", "15 to 20 kg = 15 to 20 kilogram"),
        ("It rose 15 to 20 kg.", "15 to 20 kg = 15 to 20 kilogram"),
        ("It rose 15 kg to 20 kg.", "15 kg = 15 kilogram | 20 kg = 20 kilogram"),
        ("It rose by 15 kg to 20 kg.", "15 kg = 15 kilogram | 20 kg = 20 kilogram"),
        ("It moved $15 to $20.", "$15 to $20 = 15 to 20 USD"),
        ("The price fell $15 to $20.", "$15 = 15 USD | $20 = 20 USD"),
        ("The price fell by $15 to $20.", "$15 = 15 USD | $20 = 20 USD"),
        ("It weighs 15 up to 20 kg.", "15 up to 20 kg = 15 to 20 kilogram"),
        ("It weighs 15 through 20 kg.", "15 through 20 kg = 15 to 20 kilogram"),
        ("It weighs 20 to 15 kg.", "20 = 20 kilogram | 15 kg = 15 kilogram"),
        ("It weighs 15 to 15 kg.", "15 = 15 kilogram | 15 kg = 15 kilogram"),
        ("It weighs 20 kg to 15 kg.", "20 kg to 15 kg = 15 to 20 kilogram"),
        ("It weighs 20 kg – 15 kg.", "20 kg = 20 kilogram | 15 kg = 15 kilogram"),
        ("It fell 30 kg to 20 kg.", "30 kg = 30 kilogram | 20 kg = 20 kilogram"),
        ("It has 300 million to 400 million cars.", "300 million to 400 million cars = 300 million to 400 million car"),
        ("It grew 3 to 5 million.", "3 to 5 million = 3 million to 5 million"),
        ("It grew 3,000 to 5 million.", "3,000 to 5 million = 3,000 to 5 million"),
        ("It cost 3 million to $5 million.", "3 million to $5 million = 3 million to 5 million USD"),
        ("It takes 3-5 minutes per km.", "3-5 minutes per km = 3 to 5 minute / kilometer"),
        ("It weighs 15 kg to 15 kg.", "15 kg = 15 kilogram | 15 kg = 15 kilogram"),
        ("It was 5 to -3 °C.", "5 to -3 °C = -3 to 5 degree_Celsius"),
        ("It was -5 to 3 °C.", "-5 to 3 °C = -5 to 3 degree_Celsius"),
        ("It was -3 to -5 °C.", "-3 to -5 °C = -5 to -3 degree_Celsius"),
        ("It was 0 to -5 °C.", "0 to -5 °C = -5 to 0 degree_Celsius"),
        ("It weighs 15 kg to 20 km.", "15 kg = 15 kilogram | 20 km = 20 kilometer"),
        ("The 5%-10% growth.", "5%-10% = 5 to 10 percent"),
        ("It costs $15-20.", "$15-20 = 15 to 20 USD"),
        ("It costs $15-$20.", "$15-$20 = 15 to 20 USD"),
        ("It costs $15 - $20.", "$15 - $20 = 15 to 20 USD"),
        ("It costs $15-20 million.", "$15-20 million = 15 million to 20 million USD"),
        ("It costs $15 to $20 million.", "$15 to $20 million = 15 million to 20 million USD"),
        ("It costs $15 to 20 million.", "$15 to 20 million = 15 million to 20 million USD"),
        ("It costs $900 to $20 million.", "$900 to $20 million = 900 to 20 million USD"),
        ("It costs $5-7m.", "$5-7m = 5 million to 7 million USD"),
        ("It costs EUR 5-7m.", "EUR 5-7m = 5 million to 7 million EUR"),
        ("It costs 5-7 million dollars.", "5-7 million dollars = 5 million to 7 million USD"),
        ("It costs $5 to $7 per share.", "$5 to $7 per share = 5 to 7 USD / share"),
        ("It costs Rs 76-80 per share.", "Rs 76-80 per share = 76 to 80 INR / share"),
        ("It costs 5 to 7 cents.", "5 to 7 cents = 0.05 to 0.07 USD"),
        ("It costs 50 cents to 2 dollars.", "50 cents to 2 dollars = 0.50 to 2 USD"),
        ("It took a 10- to 12-hour trip.", "10- to 12-hour = 10 to 12 hour"),
        ("It took a 10- or 12-hour trip.", "10- or 12-hour = 10 to 12 hour"),
        ("It took 10-12-hour trips.", "10-12-hour = 10 to 12 hour"),
        ("It took a 10-12 hour trip.", "10-12 hour = 10 to 12 hour"),
        ("It took a 10-hour to 12-hour trip.", "10-hour to 12-hour = 10 to 12 hour"),
        ("It is the 95% CI 0.61, 0.85 then.", "0.61, 0.85 = 0.61 to 0.85"),
        ("It takes 30 minutes to two hours.", "30 minutes to two hours = 30 to 120 minute"),
        ("It takes between 30 minutes and two hours.", "between 30 minutes and two hours = 30 to 120 minute"),
        ("It takes a week to 10 days.", "a week to 10 days = 7 to 10 day"),
        ("It takes between a week and 10 days.", "between a week and 10 days = 7 to 10 day"),
        ("It takes 20 days to two months.", "20 days = 20 day | two months = 2 month"),
        ("It takes 20 minutes to an hour.", "20 minutes to an hour = 20 to 60 minute"),
        ("He gave 3 hours to a year of it.", "3 hours = 3 hour"),
        ("It is 500 metres to 2 km away.", "500 metres to 2 km = 500 to 2,000 meter"),
        ("It is 5 to 6 to 7 kg.", "5 to 6 = 5 to 6 kilogram | 7 kg = 7 kilogram"),
        ("5 to 7 to", "5 to 7 = 5 to 7"),
        ("It is 0.61, 0.85 then.", "0.61 = 0.61 | 0.85 = 0.85"),
    ],
)
def test_ranges(text, told):
    """Two ends are one quantity, whichever way they are tied."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It fell from $1.2 to $1.5 billion.", "$1.2 to $1.5 billion = 1.2 billion to 1.5 billion USD"),
        ("It cost from $1.2 to about $1.5 billion.", "$1.2 = 1.2 billion USD | about $1.5 billion = ~1.5 billion USD"),
        ("It cost from $1200 to about $1.5 billion.", "$1200 = 1,200 USD | about $1.5 billion = ~1.5 billion USD"),
        ("It cost from $900 to about $1.5 million.", "$900 = 900 USD | about $1.5 million = ~1.5 million USD"),
        ("It weighs from 15 to 20 kg.", "15 to 20 kg = 15 to 20 kilogram"),
        ("It is from 3 kg to 7 kg.", "3 kg to 7 kg = 3 to 7 kilogram"),
        ("It takes from 30 minutes to two hours.", "30 minutes to two hours = 30 to 120 minute"),
        ("It fell from 95 minutes to an hour.", "95 minutes = 95 minute | an hour = 1 hour"),
        ("It fell from two hours to 20 minutes.", "two hours = 2 hour | 20 minutes = 20 minute"),
        ("It is from 7 kg to 3 kg.", "7 kg = 7 kilogram | 3 kg = 3 kilogram"),
        ("It is from 3 kg to 7 km.", "3 kg = 3 kilogram | 7 km = 7 kilometer"),
        ("It costs from 3 to 7 cents.", "3 to 7 cents = 0.03 to 0.07 USD"),
        ("It costs from 3 to about $5.", "3 = 3 USD | about $5 = ~5 USD"),
        ("It costs from $410 to $35.", "$410 = 410 USD | $35 = 35 USD"),
        ("It costs from $35 to 410 kg.", "$35 = 35 USD | 410 kg = 410 kilogram"),
        ("Its price went from 4.8 to 4.7 percent.", "4.8 = 4.8 percent | 4.7 percent = 4.7 percent"),
        ("It grew by 4 percent to 5 percent.", "4 percent to 5 percent = 4 to 5 percent"),
        ("It costs from $1.2 to $1.5 billion.", "$1.2 to $1.5 billion = 1.2 billion to 1.5 billion USD"),
        ("It costs from $1200 to $1.5 billion.", "$1200 to $1.5 billion = 1,200 to 1.5 billion USD"),
        ("It costs from 5 to 2 million dollars.", "5 = 5 million USD | 2 million dollars = 2 million USD"),
    ],
)
def test_from_to(text, told):
    """`from A to B` is a range where nothing moves, and two ends where something does."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They won three to one.", "three to one = 3 times"),
        ("They won 3 to 1.", "3 to 1 = 3 times"),
        ("3 to 1", "3 to 1 = 3 times"),
        ("They won 1 to 1.", "1 = 1 | 1 = 1"),
        ("They lost one to three.", "one to three = 1 to 3"),
        ("They won 3 million to 1.", "3 million = 3 million | 1 = 1"),
        ("It fell from 3 to 1.", "3 = 3 | 1 = 1"),
        ("Odds of 5 to 2 held.", "5 to 2 = 2.5 times"),
        ("The ratio was 10 to 4.", "10 to 4 = 2.5 times"),
        ("The ratio was 12 to 10.", "12 to 10 = 1.2 times"),
        ("The ratio was 12 to 11.", "12 = 12 | 11 = 11"),
        ("They outnumber us 3 to 2.", "3 to 2 = 1.5 times"),
        ("They outnumbered us 3 to 2.", "3 to 2 = 1.5 times"),
        ("They outnumber us 3 kg to 1.", "3 kg = 3 kilogram | 1 = 1"),
        ("They played 3 to 2.", "3 = 3 | 2 = 2"),
    ],
)
def test_ratios(text, told):
    """`3 to 1` is a multiple; of two other numbers only where odds or a ratio are spoken of."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is greater than 100 and smaller than 300.", "greater than 100 and smaller than 300 = 100 to 300"),
        ("It is smaller than 300 and greater than 100.", "smaller than 300 and greater than 100 = 100 to 300"),
        ("It is greater than 300 and smaller than 100.", "greater than 300 = >300 | smaller than 100 = <100"),
        ("It is more than 100 kg but less than 300 kg.", "more than 100 kg but less than 300 kg = 100 to 300 kilogram"),
        ("It is more than 100 but less than 300 kg.", "more than 100 but less than 300 kg = 100 to 300 kilogram"),
        (
            "It is more than 100 kg but less than 300 km.",
            "more than 100 kg = >100 kilogram | less than 300 km = <300 kilometer",
        ),
        ("It is at least 100 and at most 300.", "at least 100 and at most 300 = 100 to 300"),
        ("It is at least 100, at most 300.", "at least 100, at most 300 = 100 to 300"),
        ("It is at least 100 and at least 300.", "at least 100 = >=100 | at least 300 = >=300"),
        ("It is at most 300 and at most 400.", "at most 300 = <=300 | at most 400 = <=400"),
        (
            "It is at least 100 kg, then at most 300 kg.",
            "at least 100 kg = >=100 kilogram | at most 300 kg = <=300 kilogram",
        ),
        ("It is at least 100 and at most 300, or so.", "at least 100 and at most 300 = 100 to 300"),
        ("It has dozens and at most 300.", "dozens = >=24 | at most 300 = <=300"),
    ],
)
def test_bounds_on_both_sides(text, told):
    """A lower and an upper bound of one thing are a range."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It was 2 degrees below zero.", "2 degrees below zero = -2 degree"),
        ("It was 2 below zero.", "2 below zero = -2"),
        ("It was 2 °C below zero.", "2 °C below zero = -2 degree_Celsius"),
        ("It was 2 degrees above zero.", "2 degrees above zero = 2 degree"),
        ("It was 2 km below zero.", "2 km = 2 kilometer | zero = 0"),
        ("It was 2 degrees below zero kg.", "2 degrees = 2 degree | zero kg = 0 kilogram"),
        ("It was 2 degrees over zero.", "2 degrees = 2 degree | zero = 0"),
    ],
)
def test_temperatures(text, told):
    """Degrees below zero are one temperature."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("3-2 was it.", ""),
        ("They won 3-2", ""),
        ("It is 12-14.", ""),
        ("They won 3-2.", ""),
        ("It is 2-4.", ""),
        ("It is 2-4 kg.", "2-4 kg = 2 to 4 kilogram"),
        ("It is 2-4 of them.", "2-4 = 2 to 4"),
        ("It is (2-4).", "2-4 = 2 to 4"),
        ("It is =2-4.", "2-4 = 2 to 4"),
        ("It is 2 to 4.", "2 to 4 = 2 to 4"),
        ("It is 12-114.", "12-114 = 12 to 114"),
        ("It is 2-4-hour.", "2-4-hour = 2 to 4 hour"),
        ("aged 5-11", "5-11 = 5 to 11 year"),
        ("ages 5-11.", "5-11 = 5 to 11 year"),
        ("2-4.", "2-4 = 2 to 4"),
    ],
)
def test_scores(text, told):
    """Sides of scores and tallies are no quantities."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is 2 km 300 m long.", "2 km 300 m = 2,300 meter"),
        ("It weighs 2 kg 300 g.", "2 kg 300 g = 2,300 gram"),
        ("It weighs 2 tonnes 300 kg.", "2 tonnes 300 kg = 2,300 kilogram"),
        ("It is 2 yards 1 foot.", "2 yards 1 foot = 7 foot"),
        ("It is 2 miles 30 yards.", "2 miles 30 yards = 3,550 yard"),
        ("It is 2 miles 30 feet.", "2 miles 30 feet = 10,590 foot"),
        ("It weighs 2 stone 3 pounds.", "2 stone 3 pounds = 31 pound"),
        ("It took 2 weeks 3 days.", "2 weeks 3 days = 17 day"),
        ("It took 2 days 30 minutes.", "2 days 30 minutes = 2,910 minute"),
        ("It took 2 days 3 hours.", "2 days 3 hours = 51 hour"),
        ("It took 2 hours 30 seconds.", "2 hours 30 seconds = 7,230 second"),
        ("It took 2 minutes 30 seconds.", "2 minutes 30 seconds = 150 second"),
        ("It is 5 ft 10 in.", "5 ft 10 in = 70 inch"),
        ("It is 5 ft 10 in tall.", "5 ft 10 in = 70 inch"),
        ("It is 5 ft 10 tall.", "5 ft 10 = 70 inch"),
        ("It is 5 ft 10.", "5 ft 10 = 70 inch"),
        ("It is 5 ft 11.", "5 ft 11 = 71 inch"),
        ("It is 5 ft 12.", "5 ft = 5 foot | 12 = 12"),
        ('It is 5 ft 10".', '5 ft 10" = 70 inch'),
        ("It is 5 ft 10.5 in.", "5 ft 10.5 in = 70.5 inch"),
        ("It is 5 ft 10.5.", "5 ft = 5 foot | 10.5 = 10.5"),
        ("It is 6 ft 3 and slim.", "6 ft 3 = 75 inch"),
        ("It is 6 ft 3 wide.", "6 ft = 6 foot | 3 = 3"),
        ("6 ft 3", "6 ft 3 = 75 inch"),
        ("It is 6 kg 3.", "6 kg = 6 kilogram | 3 = 3"),
        ("It took two hours, one minute.", "two hours, one minute = 121 minute"),
        ("It took two hours and one minute.", "two hours and one minute = 121 minute"),
        ("It took two hours, and one minute.", "two hours, and one minute = 121 minute"),
        ("It took two hours one minute.", "two hours one minute = 121 minute"),
        ("It took two hours or one minute.", "two hours = 2 hour | one minute = 1 minute"),
        ("It took 1 hour thirty.", "1 hour thirty = 90 minute"),
        ("1 hour thirty", "1 hour thirty = 90 minute"),
        ("1 hour ten", "1 hour ten = 70 minute"),
        ("1 hour nine", "1 hour = 1 hour | nine = 9"),
        ("1 hour sixty", "1 hour = 1 hour | sixty = 60"),
        ("It took 1 hour thirty then.", "1 hour = 1 hour | thirty = 30"),
        ("It took 1 hour 30.", "1 hour = 1 hour | 30 = 30"),
        ("It took 1h30.", "1h30 = 90 minute"),
        ("It took 1h30 then.", "1h30 = 90 minute"),
        ("It took 1h59.", "1h59 = 119 minute"),
        ("1h30", "1h30 = 90 minute"),
        ("It took one hour five.", "one hour = 1 hour | five = 5"),
        ("It took 2 months, 14 days.", "2 months = 2 month | 14 days = 14 day"),
        ("It took 2 years, 3 months, 14 days.", "2 years = 2 year | 3 months = 3 month | 14 days = 14 day"),
        ("It took 2 years and 3 months.", "2 years and 3 months = 27 month"),
        ("It took 2 years, 3 months and 5 kg.", "2 years, 3 months = 27 month | 5 kg = 5 kilogram"),
        ("It took 2 hours, 3 hours and 5 minutes.", "2 hours = 2 hour | 3 hours and 5 minutes = 185 minute"),
        ("It took 1 week, 2 days and 3 hours.", "1 week, 2 days and 3 hours = 219 hour"),
        ("It took 2 hours and more than 5 minutes.", "2 hours = 2 hour | more than 5 minutes = >5 minute"),
        ("It took 2 hours 30 m.", "2 hours 30 m = 150 minute"),
        ("It took 2 hours 179 minutes.", "2 hours 179 minutes = 299 minute"),
        ("It took 2 hours 180 minutes.", "2 hours = 2 hour | 180 minutes = 180 minute"),
        ("It took 2 hours 0 minutes.", "2 hours 0 minutes = 120 minute"),
        ("It cost 3 dollars 50 cents.", "3 dollars 50 cents = 3.50 USD"),
        ("It cost $3 50 cents.", "$3 50 cents = 3.50 USD"),
        ("It cost 3 dollars and 50 cents.", "3 dollars and 50 cents = 3.50 USD"),
        ("It cost 3 dollars and 5 euros.", "3 dollars = 3 USD | 5 euros = 5 EUR"),
        ("It cost 20 rupees 43.", "20 rupees 43 = 20.43 INR"),
        ("It cost 20 rupees 99.", "20 rupees 99 = 20.99 INR"),
        ("It cost 20 rupees 100.", "20 rupees = 20 INR | 100 = 100"),
        ("It cost 20 rupees 0.", "20 rupees = 20 INR | 0 = 0"),
        ("It cost 20 rupees 4.5.", "20 rupees = 20 INR | 4.5 = 4.5"),
        ("It cost Rs 20 43.", "Rs 20 = 20 INR | 43 = 43"),
        ("It cost 20 rupees, 43.", "20 rupees = 20 INR | 43 = 43"),
        ("It cost £3 and 5p.", "£3 and 5p = 3.05 GBP"),
        ("It weighs 5 lb 3 oz.", "5 lb 3 oz = 83 ounce"),
        ("It weighs 5 lb 47 oz.", "5 lb 47 oz = 127 ounce"),
        ("It weighs 5 lb 48 oz.", "5 lb = 5 pound | 48 oz = 48 ounce"),
        ("It weighs 5 kg 3 lb.", "5 kg = 5 kilogram | 3 lb = 3 pound"),
        ("It weighs more than 5 lb 3 oz.", "more than 5 lb 3 oz = >83 ounce"),
        ("It is at 5 degrees 30 minutes.", "5 degrees 30 minutes = 330 arcminute"),
        ("It is 5 m 30 cm.", "5 m 30 cm = 530 centimeter"),
    ],
)
def test_several_units(text, told):
    """An amount in several units is told in the smallest of them."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It took an hour and a half.", "an hour and a half = 1.5 hour"),
        ("It took an hour and a half then.", "an hour and a half = 1.5 hour"),
        ("an hour and a half", "an hour and a half = 1.5 hour"),
        ("It took an hour and 30 minutes.", "an hour and 30 minutes = 90 minute"),
        ("It took an hour and 30.", "30 = 30"),
        ("It took an hour and thirty minutes.", "an hour and thirty minutes = 90 minute"),
        ("It took a minute and 30 seconds.", "a minute and 30 seconds = 90 second"),
        ("It took an hour and 30 people.", "30 people = 30 person"),
        ("It took an hour or so.", ""),
        ("It took a hundred and thirty minutes.", "a hundred and thirty minutes = 130 minute"),
        ("It took two hours and a half.", "two hours and a half = 2.5 hour"),
        ("It took two hours and.", "two hours = 2 hour"),
        ("It took two hours and 30.", "two hours = 2 hour | 30 = 30"),
        ("It took two hours and 1/2.", "two hours and 1/2 = 2.5 hour"),
        ("It took dozens of hours and a half.", "dozens of hours = >=24 hour | a half = 0.5 fraction"),
        ("It took five hours and a third of it.", "five hours and a third = 5.3333 hour"),
    ],
)
def test_amounts_behind_a_fraction_or_an_article(text, told):
    """A fraction or a smaller unit may follow a unit, also one with an article."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It cost 45 and 5 million dollars.", "45 = 45 million USD | 5 million dollars = 5 million USD"),
        ("It cost 55 and 5 million dollars.", "55 = 55 USD | 5 million dollars = 5 million USD"),
        ("It weighs 3, 5 and 7 percent.", "3 = 3 percent | 5 = 5 percent | 7 percent = 7 percent"),
        ("It weighs 3 and 7 percent.", "3 = 3 percent | 7 percent = 7 percent"),
        ("It costs 3, 5 and $7.", "3 = 3 USD | 5 = 5 USD | $7 = 7 USD"),
        ("It costs $3, 5 and 7.", "$3 = 3 USD | 5 = 5 | 7 = 7"),
        ("It costs 3 and $5.", "3 = 3 USD | $5 = 5 USD"),
        ("It costs 3, 5 and 7 cents.", "3 = 0.03 USD | 5 = 0.05 USD | 7 cents = 0.07 USD"),
        ("It sold 3 to 5 million cars.", "3 to 5 million cars = 3 million to 5 million car"),
        ("It is 3 x 5 m.", "3 = 3 meter | 5 m = 5 meter"),
        ("It is 3 × 5 m.", "3 = 3 meter | 5 m = 5 meter"),
        ("It is 10 x 20 x 30 cm.", "10 = 10 centimeter | 20 = 20 centimeter | 30 cm = 30 centimeter"),
        ("It is 3 by 5 m.", "3 = 3 meter | 5 m = 5 meter"),
        ("It is 3 / 5 m.", "3 = 3 meter | 5 m = 5 meter"),
        ("It is 3 then 5 m.", "3 = 3 | 5 m = 5 meter"),
        ("It has 3 and a half of it.", "3 = 3 | a half = 0.5 fraction"),
        ("It has 3 and 5 times more.", "3 = 3 times | 5 times = 5 times"),
        ("It has 3 and 5 kg/m.", "3 = 3 kilogram / meter | 5 kg/m = 5 kilogram / meter"),
        ("It has 3 to 5 kg/m.", "3 to 5 kg/m = 3 to 5 kilogram / meter"),
        ("It has 3 and 5 N·m of it.", "3 = 3 newton * meter | 5 N·m = 5 newton * meter"),
        ("It has 3 and 5-storey houses.", "3 = 3 storey | 5-storey = 5 storey"),
        ("Its sales were £9m and profits 4.1m.", "£9m = 9 million GBP | 4.1m = 4.1 million GBP"),
        ("Its sales were £9m and 4.1m people came.", "£9m = 9 million GBP | 4.1m people = 4.1 million person"),
        ("Its sales were £9m and its wall is 4.1 m tall.", "£9m = 9 million GBP | 4.1 m = 4.1 meter"),
        ("Its sales were £9bn and its wall is 4.1m.", "£9bn = 9 billion GBP | 4.1m = 4.1 meter"),
        ("Its sales were 9m and profits 4.1m.", "9m = 9 meter | 4.1m = 4.1 meter"),
        ("It cost 3 and 5 million dollars.", "3 = 3 million USD | 5 million dollars = 5 million USD"),
        ("It cost 3 or 7 million dollars.", "3 = 3 million USD | 7 million dollars = 7 million USD"),
        (
            "It cost 3, 5 and 7 million dollars.",
            "3 = 3 million USD | 5 = 5 million USD | 7 million dollars = 7 million USD",
        ),
        ("It cost 3000 and 5 million dollars.", "3000 = 3,000 USD | 5 million dollars = 5 million USD"),
        ("It cost 900 and 5 million dollars.", "900 = 900 USD | 5 million dollars = 5 million USD"),
        ("It cost 3 million and 5 million dollars.", "3 million = 3 million USD | 5 million dollars = 5 million USD"),
        ("It cost 3 million and 5 thousand dollars.", "3 million = 3 million USD | 5 thousand dollars = 5,000 USD"),
    ],
)
def test_lists(text, told):
    """A unit, and a scale, may be told once for a list."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("12.9 ± 0.1 kg", "12.9", "12.8", "13.0"),
        ("5% ± 2 percentage points", "5", "3", "7"),
        ("(1.6 ± 0.1) × 10^5 kg", "160000", "150000", "170000"),
        ("12.9% (95% CI 11.8 to 14.1)", "12.9", "11.8", "14.1"),
    ],
)
def test_ends_of_a_spread(text, value, low, high):
    """A value with its spread, or its confidence interval, has ends of its own."""
    (found,) = factex.quantities(text)
    assert [str(one) for one in (found.value, found.low, found.high)] == [value, low, high]


def test_a_negative_spread_gives_no_ends():
    """`5 ± -5` is two numbers: the ends of a value stand in order."""
    assert [found.text for found in factex.quantities("5 ± -5 m")] == ["5", "-5 m"]
