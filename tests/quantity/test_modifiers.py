"""Words that say how a number is meant."""

import pytest

import factex


def readings(text):
    """Each quantity as it stands in the text and as it is read."""
    return " | ".join(f"{one.text} = {one}" for one in factex.quantities(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It took up to 4.8 percent.", "up to 4.8 percent = <=4.8 percent"),
        ("It inched back up to 4.8 percent.", "4.8 percent = 4.8 percent"),
        ("Up to 5 came.", "Up to 5 = <=5"),
        ("It was twice more than 50.", "twice = 2 times | 50 = 50"),
        ("It was 2.1 degrees above 30.", "2.1 degrees = 2.1 degree | 30 = 30"),
        ("It was 76 percent more than 50.", "76 percent = 76 percent | 50 = 50 percent"),
        ("It was half over 50.", "half = 0.5 fraction | 50 = 50"),
        ("It was points above 50.", "50 = 50"),
        ("It was points about 50.", "about 50 = ~50"),
        ("It was that over 50 came.", "over 50 = >50"),
        ("The over 50 people came.", "over 50 people = >50 person"),
        ("More than 50 came.", "More than 50 = >50"),
        ("It has more than about 50 kg.", "more than about 50 kg = >50 kilogram"),
        ("It has about more than 50 kg.", "about more than 50 kg = >50 kilogram"),
        ("It has only about 50 kg.", "about 50 kg = ~50 kilogram"),
        ("It has about only 50 kg.", "about only 50 kg = ~50 kilogram"),
        ("It has just over 50 kg.", "just over 50 kg = >50 kilogram"),
        ("It has well over 50 cars.", "well over 50 cars = >50 car"),
        ("It has about 15-20 kg.", "about 15-20 kg = 15 to 20 kilogram"),
        ("It has about dozens of cars.", "about dozens of cars = >=24 car"),
        ("It exceeded 50 kg.", "50 kg = >50 kilogram"),
        ("It topped $50 then.", "$50 = >50 USD"),
        ("Exceeding 50 kg", "Exceeding 50 kg = >50 kilogram"),
    ],
)
def test_bounds_before(text, told):
    """Words of comparison bound a number, unless they compare it with another or place it."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Over three days, it fell.", "three days = 3 day"),
        ("Over three days it fell.", "Over three days = >3 day"),
        ("over three days", "over three days = >3 day"),
        ("Over 30 people came.", "Over 30 people = >30 person"),
        ("It lasted over three weeks.", "over three weeks = >3 week"),
        ("It fell over three weeks.", "three weeks = 3 week"),
        ("It fell over 5 percent.", "over 5 percent = >5 percent"),
    ],
)
def test_over_a_time(text, told):
    """`over` before a time is a bound only behind a verb of lasting or at the start without a comma."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It grew about 50 kg or more.", "about 50 kg or more = >=50 kilogram"),
        ("It grew around 50 or more.", "around 50 or more = >=50"),
        ("It is 50 kg at most.", "50 kg at most = <=50 kilogram"),
        ("It is 50 kg minimum.", "50 kg minimum = >=50 kilogram"),
        ("It is 50 kg minimum wage.", "50 kg = 50 kilogram"),
        ("It is 50 kg maximum.", "50 kg maximum = <=50 kilogram"),
        ("It is 50 kg maximum, they say.", "50 kg maximum = <=50 kilogram"),
        ("It is more than 50 kg at most.", "more than 50 kg = >50 kilogram"),
        ("It is 50 kg plus.", "50 kg plus = >=50 kilogram"),
        ("It is 50 kg plus tax.", "50 kg = 50 kilogram"),
        ("It costs between$5.50 and $6.", "between$5.50 and $6 = 5.50 to 6 USD"),
        ("It is 50-plus.", "50-plus = >=50"),
        ("It is 50-odd kg.", "50-odd = ~50"),
        ("It is 50-odd.", "50-odd = ~50"),
        ("It is 50-ish.", "50-ish = ~50"),
        ("It is 50+ kg.", "50+ = >=50"),
        ("It is 50 + kg.", "50 = 50"),
        ("50 kg+", "50 kg+ = >=50 kilogram"),
        ("50 kg or more", "50 kg or more = >=50 kilogram"),
        ("It has 50 people or more.", "50 people or more = >=50 person"),
        ("It has 50 or more people.", "50 or more people = >=50 person"),
        ("It has 12 people and over.", "12 people and over = >=12 person"),
        ("It has 12 people and more than 300 homes.", "12 people = 12 person | more than 300 homes = >300 home"),
        ("It has 12 people and over five dogs.", "12 people = 12 person | over five dogs = >5 dog"),
        ("It has 12 people and up to a dozen dogs.", "12 people = 12 person | up to a dozen dogs = <=12 dog"),
        ("It has 12 people or over $5.", "12 people = 12 person | over $5 = >5 USD"),
        ("It has 12 people or more.", "12 people or more = >=12 person"),
        ("It has 12 kg or more, 300 homes.", "12 kg or more = >=12 kilogram | 300 homes = 300 home"),
    ],
)
def test_behind(text, told):
    """Words behind a number, or behind what it counts, bound it too."""
    assert readings(text) == told
