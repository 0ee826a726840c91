"""Units behind numbers: powers, products, rates, marks, letters, ages."""

import pytest

import factex


def readings(text):
    """Each quantity as it stands in the text and as it is read."""
    return " | ".join(f"{one.text} = {one}" for one in factex.quantities(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is 5 m⁻ wide.", "5 m = 5 meter"),
        ("It is 5 square miles.", "5 square miles = 5 mile ** 2"),
        ("It is 5 sq. miles.", "5 sq. miles = 5 mile ** 2"),
        ("It is 5 sq miles.", "5 sq miles = 5 mile ** 2"),
        ("It is 5 cubic m.", "5 cubic m = 5 meter ** 3"),
        ("It is 5 miles squared.", "5 miles squared = 5 mile ** 2"),
        ("It is 5 m2 wide.", "5 m2 = 5 meter ** 2"),
        ("It is 5 m3.", "5 m3 = 5 meter ** 3"),
        ("It is 5 m^2 wide.", "5 m^2 = 5 meter ** 2"),
        ("It is 5 m^3.", "5 m^3 = 5 meter ** 3"),
        ("It is 5 m² wide.", "5 m² = 5 meter ** 2"),
        ("It is 5 m⁻¹ wide.", "5 m⁻¹ = 5 1 / meter"),
        ("It is 5 m ² wide.", "5 m = 5 meter"),
        ("It is 5 m 2 wide.", "5 m = 5 meter | 2 = 2"),
        ("It is 5 s−1 then.", "5 s−1 = 5 1 / second"),
        ("It is 5 s−1.", "5 s−1 = 5 1 / second"),
        ("It is 5 s-1 then.", "5 s-1 = 5 1 / second"),
        ("It is 5 s - 1 then.", "5 s = 5 second | 1 = 1"),
        ("It is 5 m s−1 then.", "5 m s−1 = 5 meter / second"),
        ("It is 5 m s then.", "5 m = 5 meter"),
        ("It is 5 N·m then.", "5 N·m = 5 newton * meter"),
        ("It is 5 N·m.", "5 N·m = 5 newton * meter"),
        ("It is 5 N·kg·m then.", "5 N·kg·m = 5 newton * kilogram * meter"),
        ("It is 5 N · m then.", "5 N · m = 5 newton * meter"),
        ("5 N·m", "5 N·m = 5 newton * meter"),
        ("5 s−1", "5 s−1 = 5 1 / second"),
        ("It is 5 s−1%", "5 s = 5 second | 1% = 1 percent"),
    ],
)
def test_powers_and_products(text, told):
    """Powers and products belong to the unit, in signs or in words."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5 deaths per 1,000 live births", "5 deaths per 1,000 live births = 5 death / (1000 birth)"),
        ("It is 5 kg a week.", "5 kg a week = 5 kilogram / week"),
        ("It is 5 kg per person.", "5 kg per person = 5 kilogram / person"),
        ("It is 5 kg per capita.", "5 kg per capita = 5 kilogram / person"),
        ("It is 5 kg per.", "5 kg = 5 kilogram"),
        ("It is 5 kg / person.", "5 kg = 5 kilogram"),
        ("It is 5 kg/person.", "5 kg/person = 5 kilogram / person"),
        ("It is 5 kg/ person.", "5 kg = 5 kilogram"),
        ("It is 5 kg/5 of it.", "5 kg = 5 kilogram | 5 = 5"),
        ("It is 5 kg/5 km.", "5 kg/5 km = 5 kilogram / (5 kilometer)"),
        ("It is 5 kg/day.", "5 kg/day = 5 kilogram / day"),
        ("It is 5 kg per day per person.", "5 kg per day per person = 5 kilogram / day / person"),
        ("It is 5 kg daily.", "5 kg = 5 kilogram"),
        ("It is $5 hourly.", "$5 hourly = 5 USD / hour"),
        ("It is 300 GWh pa in all.", "300 GWh pa = 300 gigawatt_hour / year"),
        ("It is 5 kg every day.", "5 kg every day = 5 kilogram / day"),
        ("It is 5 kg each day.", "5 kg each day = 5 kilogram / day"),
        ("It is 5 kg each.", "5 kg = 5 kilogram"),
        ("It is 5 kg a piece.", "5 kg a piece = 5 kilogram / piece"),
        ("It is 60 a kg.", "60 = 60"),
        ("It is 5 km a g.", "5 km = 5 kilometer"),
        ("It is 5 km per g.", "5 km per g = 5 kilometer / gram"),
        ("It is 5 kg per EUR.", "5 kg per EUR = 5 kilogram / EUR"),
        ("It is 5 kg per euro.", "5 kg per euro = 5 kilogram / EUR"),
        ("It is 1.9 per 100,000 people.", "1.9 per 100,000 people = 1.9 1 / (100000 person)"),
        ("It is 1.9 per 100,000.", "1.9 per 100,000 = 1.9 1 / 100000"),
        ("It is 1.9 per day.", "1.9 per day = 1.9 1 / day"),
        ("It is 1.9 deaths per 100,000 people.", "1.9 deaths per 100,000 people = 1.9 death / (100000 person)"),
        ("It is 5 deaths per thousand births.", "5 deaths per thousand births = 5 death / (1000 birth)"),
        ("It is 5 deaths per 1,000 live births.", "5 deaths per 1,000 live births = 5 death / (1000 birth)"),
        ("It is 5 deaths per million.", "5 deaths per million = 5 death / 1000000"),
        ("It is 70-mile-per-hour.", "70-mile-per-hour = 70 mile / hour"),
        ("It is 70 mile-per-hour.", "70 mile-per-hour = 70 mile / hour"),
        ("It is 5% a year.", "5% a year = 5 percent / year"),
        ("It is 5% per kg.", "5% = 5 percent"),
        ("It is 5%/kg.", "5%/kg = 5 percent / kilogram"),
        ("It is 5 kg per %.", "5 kg = 5 kilogram"),
        ("It is 224 kW / 300 PS.", "224 kW = 224 kilowatt | 300 PS = 300 metric_horsepower"),
        ("It is 224 kW per 300 PS.", "224 kW per 300 PS = 224 kilowatt / (300 metric_horsepower)"),
        ("It is 5 users/day.", "5 users/day = 5 user / day"),
        ("Twice a day it rang.", "Twice a day = 2 times / day"),
        ("Twice a mile it rang.", "Twice = 2 times"),
        ("Twice a day a person rang.", "Twice = 2 times"),
        ("It rang twice.", "twice = 2 times"),
        ("It rang 3 times a day.", "3 times a day = 3 times / day"),
    ],
)
def test_rates(text, told):
    """What is behind `per`, `a`, `/` and the like stands below the line."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is 5'10\" tall.", "5'10\" = 70 inch"),
        ("It is 5' 10\" tall.", "5' 10\" = 70 inch"),
        ("It is 5'10 tall.", "5'10 = 70 inch"),
        ("It is 5' tall.", "5 = 5"),
        ("It is 5'' tall.", "5'' = 5 inch"),
        ('It is 5" tall.', '5" = 5 inch'),
        ('5" tall', '5" = 5 inch'),
        ('He said "5" then.', "5 = 5"),
        ("He said “it is 5” then.", "5 = 5"),
        ('He said "so" of 5" then.', '5" = 5 inch'),
        ("It is a 6 in pipe.", "6 in = 6 inch"),
        ("It is a 6 in diameter pipe.", "6 in = 6 inch"),
        ("It is 6 in diameter.", "6 in = 6 inch"),
        ("It is 6 in then.", "6 = 6"),
        ("It is 6in then.", "6in = 6 inch"),
        ("It is 6 in.", "6 in = 6 inch"),
        ("It is 5 m-thick.", "5 m = 5 meter"),
        ("It is a 17.7 m-thick section.", "17.7 m = 17.7 meter"),
        ("It is 5 m.", "5 m = 5 meter"),
        ("It is 5 m. It is.", "5 m = 5 meter"),
        ("It is 5 m.x then.", "5 = 5"),
        ("It is 5 m & more.", "5 m = 5 meter"),
        ("It is 5 m&m then.", "5 = 5"),
        ("It has 40 A320neo jets.", "40 = 40"),
        ("It has 40 A of it.", "40 A = 40 ampere"),
        ("It has 5 C jets.", "5 C jets = 5 jet"),
        ("5 m", "5 m = 5 meter"),
        ("It has 5 second-half goals.", "5 second-half goals = 5 goal"),
        ("It took a 5-second drive.", "5-second = 5 second"),
        ("It took 5 seconds-long drives.", "5 seconds = 5 second"),
        ("It has two heaped tablespoons.", "two heaped tablespoons = 2 tablespoon"),
        ("It has two heaped.", "two = 2"),
        ("It is 3x faster.", "3x = 3 times"),
        ("It is 3 x faster.", "3 = 3"),
        ("3x", "3x = 3 times"),
        ("It is 3x of it.", "3x = 3 times"),
        ("It is 3 times faster.", "3 times = 3 times"),
        ("It is half time.", "half = 0.5 fraction"),
        ("It has 5abc men.", ""),
        ("It has 5B men.", "5B men = 5 billion man"),
    ],
)
def test_marks_and_letters(text, told):
    """Marks and single letters are units where they touch a number or nothing else follows."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is 5 on the Celsius scale", "5 = 5 degree_Celsius"),
        ("It is 5 {km} away.", "5 {km} = 5 kilometer"),
        ("It is 5 {km} 3", "5 {km} = 5 kilometer | 3 = 3"),
        ("It is 5 [km] away.", "5 [km] = 5 kilometer"),
        ("It is 5 (km) away.", "5 = 5"),
        ("It is 5 [km.", "5 = 5"),
        ("It is −273.15° on the Celsius scale.", "−273.15° = -273.15 degree_Celsius"),
        ("It is 5 on the Celsius scale.", "5 = 5 degree_Celsius"),
        ("It is 5 on the Celsius scales.", "5 = 5"),
        ("It is 5 on the Richter scale.", "5 = 5"),
        ("It is 5 kg on the Celsius scale.", "5 kg = 5 kilogram"),
        ("It is between 50 and 70 on the GPa scale.", "between 50 and 70 = 50 to 70 gigapascal"),
    ],
)
def test_brackets_and_scales(text, told):
    """A unit may stand in square or curly brackets, or be that of a scale."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is 30 years old.", "30 years old = 30 year"),
        ("It is 30 years of age.", "30 years of age = 30 year"),
        ("It is 30 years of work.", "30 years = 30 year"),
        ("It is a 30-year-old.", "30-year-old = 30 year"),
        ("They are 30-year-olds.", "30-year-olds = 30 year"),
        ("It is 5 months old.", "5 months old = 5 month"),
        ("It is 5 km old.", "5 km = 5 kilometer"),
        ("It has 30 yo men.", "30 yo = 30 year"),
        ("He is 30 y/o now.", "30 y/o = 30 year"),
        ("It has 30 million yo men.", "30 million yo men = 30 million man"),
    ],
)
def test_ages(text, told):
    """Years are an age where they are said to be."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("(5.3 ± 0.2) days", "(5.3 ± 0.2) days = 5.3 day"),
        ("(1.6 ± 0.1) × 10^5 kg", "(1.6 ± 0.1) × 10^5 kg = 160,000 kilogram"),
        ("(1.6 ± 0.1) × 10^5", "(1.6 ± 0.1) × 10^5 = 160,000"),
        ("(1.6 ± 0.1) of it", "1.6 ± 0.1 = 1.6"),
        ("(1.6 ± 0.1) kg", "(1.6 ± 0.1) kg = 1.6 kilogram"),
        ("x (1.6 ± 0.1) kg", "(1.6 ± 0.1) kg = 1.6 kilogram"),
        ("(1.6) kg", "1.6 = 1.6"),
        ("(1.6 to 1.7) kg", "1.6 to 1.7 = 1.6 to 1.7"),
        ("(1.6 kg ± 0.1) kg", "1.6 kg ± 0.1 = 1.6 kilogram"),
        ("12.9 ± 0.1 kg", "12.9 ± 0.1 kg = 12.9 kilogram"),
        ("12.9 +/- 0.1 kg", "12.9 +/- 0.1 kg = 12.9 kilogram"),
        ("12.9 plus or minus 0.1 kg", "12.9 plus or minus 0.1 kg = 12.9 kilogram"),
        ("5% plus or minus 2 points", "5% plus or minus 2 points = 5 percent"),
        ("5 kg plus or minus 2 points", "5 kg plus or minus 2 = 5 kilogram"),
        ("5% ± 2%", "5% ± 2% = 5 percent"),
        ("5 ± 2 percentage points", "5 ± 2 percentage points = 5 percentage_point"),
        ("5% ± 2 percentage points", "5% ± 2 percentage points = 5 percent"),
        ("12.9% (95% CI 11.8 to 14.1)", "12.9% (95% CI 11.8 to 14.1) = 12.9 percent"),
        ("12.9 (95% CI 11.8 to 14.1)", "12.9 (95% CI 11.8 to 14.1) = 12.9"),
        ("11.8 (95% CI 11.8 to 14.1)", "11.8 (95% CI 11.8 to 14.1) = 11.8"),
        ("14.1 (95% CI 11.8 to 14.1)", "14.1 (95% CI 11.8 to 14.1) = 14.1"),
        ("12.9 deaths (95% CI 11.8 to 14.1)", "12.9 deaths (95% CI 11.8 to 14.1) = 12.9 death"),
        ("12.9% (95% CI 13.8 to 14.1)", "12.9% = 12.9 percent | 13.8 to 14.1 = 13.8 to 14.1"),
        ("12.9 (95% CI 11.8, 14.1)", "12.9 (95% CI 11.8, 14.1) = 12.9"),
        ("12.9 (credible interval 11.8 to 14.1)", "12.9 (credible interval 11.8 to 14.1) = 12.9"),
        ("12.9 (11.8 to 14.1)", "12.9 = 12.9 | 11.8 to 14.1 = 11.8 to 14.1"),
    ],
)
def test_spreads(text, told):
    """The spread of a value stands beside it, with one unit for both."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Topaz 550-megawatt", "550-megawatt = 550 megawatt"),
        ("Topaz 550 megawatt", "550 megawatt = 550 megawatt"),
        (
            "It sold 12,000 trucks, Ram 7,200 and Kia 90.",
            "12,000 trucks = 12,000 truck | 7,200 = 7,200 truck | 90 = 90 truck",
        ),
        ("It has B5 men.", ""),
        ("It has #5 kg.", ""),
        ("It has _5 kg.", ""),
        ("It has =5 kg.", "5 kg = 5 kilogram"),
        ("It has forty-one cars.", "forty-one cars = 41 car"),
        ("It has page-one cars.", ""),
        ("page-one cars", ""),
        ("It has sub-two hour runs.", "sub-two hour = <2 hour"),
        ("It has 5ft10 men.", "5ft = 5 foot | 10 men = 10 man"),
    ],
)
def test_names_with_numbers(text, told):
    """A number in a name is none, but where a unit or a list makes it one."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "unit", "kind", "dimension", "ucum"),
    [
        ("5 m² of it", "m²", "physical", "[length] ** 2", "m2"),
        ("5 m⁻¹", "m⁻¹", "physical", "1 / [length]", "1/m"),
        ("5 m s−1", "m s−1", "compound", "[length] / [time]", "m/s"),
        ("5 m/s²", "m/s²", "compound", "[length] / [time] ** 2", "m/s2"),
        ("5 m³/s", "m³/s", "compound", "[length] ** 3 / [time]", "m3/s"),
        ("5 km/h", "km/h", "compound", "[length] / [time]", "km/h"),
        ("5 g/L", "g/L", "compound", "[mass] / [length] ** 3", "g/L"),
        ("5 N·m", "N·m", "physical", "[length] ** 2 * [mass] / [time] ** 2", "N.m"),
        ("5 kg", "kg", "physical", "[mass]", "kg"),
        ("5 hours", "hours", "time", "[time]", "h"),
        ("30 years old", "years", "age", "[time]", "a"),
        ("2 hours 30 minutes", "hours minutes", "time", "[time]", "min"),
        ("1 hour thirty", "hour", "time", "[time]", "min"),
        ("2 hours 30 m", "hours m", "time", "[time]", "min"),
        ("5 ft 10", "ft", "physical", "[length]", "[in_i]"),
        ("5 ft 10 in tall", "ft in", "physical", "[length]", "[in_i]"),
        ('5 ft 10"', 'ft "', "physical", "[length]", "[in_i]"),
        ("5 degrees 30 minutes", "degrees minutes", "physical", "", "'"),
        ("two heaped tablespoons", "heaped tablespoons", "physical", "[length] ** 3", "[tbs_us]"),
        ("−273.15° on the Celsius scale", "°", "physical", "[temperature]", "Cel"),
        ("5 on the Celsius scale", "Celsius", "physical", "[temperature]", "Cel"),
        ("2 °C below zero", "°C", "physical", "[temperature]", "Cel"),
        ("2 fewer minutes", "minutes", "time", "[time]", "min"),
        ("50 previous years", "years", "time", "[time]", "a"),
        ("30 yo", "yo", "age", "[time]", "a"),
        ("3 to 1", "3 to 1", "ratio", "", "1"),
        ("Twice a day", "Twice a day", "compound", "1 / [time]", "1/d"),
        ("5 kg per capita", "kg per capita", "compound", "[mass]", "kg/{person}"),
        ("three-legged", "legged", "count", "", "{leg}"),
        ("3 dollars 50 cents", "dollars cents", "currency", "[currency]", "{USD}"),
        ("5%", "%", "percent", "", "%"),
        ("5% a year", "% a year", "compound", "1 / [time]", "%/a"),
        ("half of it", "half", "ratio", "", "1"),
        ("3x", "x", "ratio", "", "1"),
        ("5 cents", "cents", "currency", "[currency]", "{USD}"),
        ("$5 per kg", "$ per kg", "compound", "[currency] / [mass]", "{USD}/kg"),
        ("5 USD a day", "USD a day", "compound", "[currency] / [time]", "{USD}/d"),
        ("5 people", "people", "count", "", "{person}"),
        ("5 deaths per 100,000 people", "deaths per 100,000 people", "compound", "", "{death}/(100000.{person})"),
    ],
)
def test_kinds_and_dimensions(text, unit, kind, dimension, ucum):
    """A unit is told with its characters, its kind, its dimension and its UCUM code."""
    (found,) = factex.quantities(text)
    assert (found.unit.text, found.unit.kind, found.unit.dimension, found.unit.ucum) == (unit, kind, dimension, ucum)
