"""What bare numbers count, and the units that they leave to their neighbours."""

import pytest

import factex


def readings(text):
    """Each quantity as it stands in the text and as it is read."""
    return " | ".join(f"{one.text} = {one}" for one in factex.quantities(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It is 12-storey", "12-storey = 12 storey"),
        ("It has a two-winged bird.", "two-winged = 2 wing"),
        ("It has a two-celled bird.", "two-celled = 2 cell"),
        ("It has 12-storey towers.", "12-storey = 12 storey"),
        ("It has a two-bedroom flat.", "two-bedroom = 2 bedroom"),
        ("It has a three-legged cat.", "three-legged = 3 leg"),
        ("It has a four-wheeled cart.", "four-wheeled = 4 wheel"),
        ("It has a two-stepped roof.", "two-stepped = 2 step"),
        ("It has a 12-speed bike.", "12-speed = 12 speed"),
        ("It has a two-shed farm.", "two-shed = 2 shed"),
        ("It has a two-bed flat.", "two-bed = 2 bed"),
        ("It has a 200-strong crowd.", "200-strong = 200"),
        ("It has a 200-strong.", "200-strong = 200"),
        ("It has a 50-odd crowd.", "50-odd = ~50"),
        ("It has 50-plus cars.", "50-plus cars = >=50 car"),
        ("It has a two-thirds majority.", "two-thirds = 0.6667 fraction"),
        ("It has a 12 page document.", "12 page = 12 page"),
        ("It has a 12 page.", "12 = 12"),
        ("It has a 12 red document.", "12 = 12"),
    ],
)
def test_attributive(text, told):
    """The noun tied by a hyphen is what is counted."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It has 460 red and blue cars.", "460 red and blue cars = 460 car"),
        ("It has 460 cars and vans.", "460 cars = 460 car"),
        ("It has 460 Kia and Hyundai vehicles.", "460 Kia and Hyundai vehicles = 460 vehicle"),
        ("It has 46 larvae.", "46 larvae = 46 larva"),
        ("It has 46 sheep.", "46 sheep = 46 sheep"),
        ("It has 46 of the larvae.", "46 = 46 larva"),
        ("It has two of the hostages.", "two = 2 hostage"),
        ("It has two of its old ships.", "two = 2 ship"),
        ("It has two of its ships", "two = 2 ship"),
        ("It has two of the old hostages, they say.", "two = 2 hostage"),
        ("It has two of ships.", "two = 2"),
        ("It has two of the hostage.", "two = 2"),
        ("It has 5 things that matter.", "5 things = 5 thing"),
        ("It has 5 thousand of those.", "5 thousand = 5,000"),
        ("It has thousands of the cars.", "thousands = >=1,000"),
        ("It has thousands of people.", "thousands of people = >=1,000 person"),
        ("It has thousands of.", "thousands = >=1,000"),
        ("It has 5 percent of the 40 cars.", "5 percent = 5 percent | 40 cars = 40 car"),
        ("It has two 500-megawatt reactors.", "two = 2 reactor | 500-megawatt = 500 megawatt"),
        ("It has two 500-megawatt.", "two = 2 | 500-megawatt = 500 megawatt"),
        ("It has two 500-megawatt big reactors.", "two = 2 reactor | 500-megawatt = 500 megawatt"),
        ("It has eight million 250ml bottles.", "eight million = 8 million bottle | 250ml = 250 milliliter"),
        ("It won eight more picks.", "eight more picks = 8 pick"),
        ("It won eight more.", "eight = 8"),
        ("It took 2 fewer minutes.", "2 fewer minutes = 2 minute"),
        ("It took 2 more than last time.", "2 = 2"),
        ("It took 12 more cars than vans.", "12 = 12 car"),
        ("It took 50 previous years.", "50 previous years = 50 year"),
        ("It has 18 trains an hour.", "18 trains an hour = 18 train / hour"),
        ("It has 18 trains an.", "18 trains = 18 train"),
        ("It has 18 trains per 100 people.", "18 trains per 100 people = 18 train / (100 person)"),
        (
            "It has 18 trains per 100 people and 3 buses.",
            "18 trains per 100 people = 18 train / (100 person) | 3 buses = 3 bus",
        ),
        ("It has 18 trains a day, 3 buses.", "18 trains a day = 18 train / day | 3 buses = 3 bus"),
        ("It has 3 buses, 18 trains.", "3 buses = 3 bus | 18 trains = 18 train"),
        ("5 cars", "5 cars = 5 car"),
    ],
)
def test_counted_nouns(text, told):
    """The noun phrase behind a number is what is counted, with the rate that may follow."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It has one car.", "one car = 1 car"),
        ("It has one more than them.", "one = 1"),
        ("It has one of the 12 cars.", "one = 1 car | 12 cars = 12 car"),
        ("It has one of the cars.", ""),
        ("It has one of the very best 12 cars.", "12 cars = 12 car"),
        ("It has at least one.", "at least one = >=1"),
        ("It has one.", ""),
        ("one", ""),
        ("It had double the size.", "double = 2 times"),
        ("It had double.", ""),
        ("It is double what it was.", "double = 2 times"),
        ("It was triple its size.", "triple = 3 times"),
        ("It was twice its size.", "twice = 2 times"),
        ("It had double beds.", ""),
        ("It is double that of it.", "double = 2 times"),
        ("It was that double.", ""),
    ],
)
def test_one_and_double(text, told):
    """`one` counts before its noun; `double` multiplies before what it multiplies."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Voters under 30 left.", "under 30 = <30 year"),
        ("Voters over 65 left.", "over 65 = >65 year"),
        ("Votes over 65 left.", "over 65 = >65"),
        ("Ms Okafor, 23, left.", "23 = 23 year"),
        ("The typical buyer, now 34, left.", "34 = 34 year"),
        ("Now 34, it left.", "34 = 34"),
        ("He turned 36 then.", "36 = 36 year"),
        ("He turned 36 cars then.", "36 cars = 36 car"),
        ("He is 36.", "36 = 36 year"),
        ("He is 36 cars.", "36 cars = 36 car"),
        ("He is now only 36.", "36 = 36"),
        ("She was 36 and slim.", "36 = 36 year"),
        ("He is 125.", "125 = 125 year"),
        ("He is 126.", "126 = 126"),
        ("He is 0.", "0 = 0"),
        ("He is 3.5.", "3.5 = 3.5"),
        ("It is 36.", "36 = 36"),
        ("They were aged 12, 14 and 15.", "12 = 12 year | 14 = 14 year | 15 = 15 year"),
        ("They were aged 12 and 15.", "12 = 12 year | 15 = 15 year"),
        ("They were aged 12 or 15.", "12 or 15 = 12 to 15 year"),
        ("People aged 18 to 65 came.", "18 to 65 = 18 to 65 year"),
        ("Those 65 or older came.", "65 or older = >=65 year"),
        ("To those 65 or older people sell less.", "65 or older = >=65 year"),
        ("The age of 30 was reached.", "30 = 30 year"),
        ("The age limit was 30.", "30 = 30 year"),
        ("Aged 30", "30 = 30 year"),
    ],
)
def test_ages(text, told):
    """Years of age need no unit."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They have 14 of the very old and rare 52 ballots.", "14 = 14 ballot | 52 ballots = 52 ballot"),
        ("Iran has 14 reactors (Iraq three).", "14 reactors = 14 reactor | three = 3"),
        ("Iran has 14 reactors: Iraq three.", "14 reactors = 14 reactor | three = 3"),
        ("There are 3 and 5 cars.", "3 = 3 car | 5 cars = 5 car"),
        ("There are 3, 5 and 7 cars.", "3 = 3 car | 5 = 5 car | 7 cars = 7 car"),
        ("There are 3 versus 5 cars.", "3 = 3 car | 5 cars = 5 car"),
        ("There are 3 so 5 cars.", "3 = 3 | 5 cars = 5 car"),
        ("They have 14 out of 52 ballots.", "14 = 14 ballot | 52 ballots = 52 ballot"),
        ("They have 14 out of the 52 ballots.", "14 = 14 ballot | 52 ballots = 52 ballot"),
        ("They have 14 of the 52 ballots.", "14 = 14 ballot | 52 ballots = 52 ballot"),
        ("They have 14 of the very old and quite rare 52 ballots.", "14 = 14 | 52 ballots = 52 ballot"),
        ("They have 14 of, in all, 52 ballots.", "14 = 14 | 52 ballots = 52 ballot"),
        ("China has 227 machines compared to America's 109.", "227 machines = 227 machine | 109 = 109 machine"),
        ("There were 41 bats, 26 of them juveniles.", "41 bats = 41 bat | 26 = 26 bat"),
        ("There were 41 bats, 26 of it.", "41 bats = 41 bat | 26 = 26"),
        ("Of the 41 fossils, 12 are complete.", "41 fossils = 41 fossil | 12 = 12 fossil"),
        ("Of the 41 fossils, 12 cranes are complete.", "41 fossils = 41 fossil | 12 cranes = 12 crane"),
        ("In the 41 fossils, 12 are complete.", "41 fossils = 41 fossil | 12 = 12"),
        ("They cancelled 60 flights and delayed 210.", "60 flights = 60 flight | 210 = 210 flight"),
        ("They cancelled 60 flights and delayed 210 then.", "60 flights = 60 flight | 210 = 210"),
        ("In all 87 people survived and 33 died.", "87 people = 87 person | 33 = 33"),
        ("They won by 52 votes to 48.", "52 votes = 52 vote | 48 = 48 vote"),
        ("They had 52 votes to 48 then.", "52 votes = 52 vote | 48 = 48"),
        ("They had 52 kg to 48.", "52 kg = 52 kilogram | 48 = 48"),
        ("It fell from 340 tonnes to 275.", "340 tonnes = 340 metric_ton | 275 = 275 metric_ton"),
        ("It fell to 340 tonnes to 275.", "340 tonnes = 340 metric_ton | 275 = 275"),
        ("It grew from 15 to now 20 kg.", "15 = 15 kilogram | 20 kg = 20 kilogram"),
        ("Iran has 14 reactors and the country Iraq three.", "14 reactors = 14 reactor | three = 3 reactor"),
        ("The boys ran 14 laps, and the girls in class 12.", "14 laps = 14 lap | 12 = 12 lap"),
        ("Its pulse was 14 beats, the women rate 110.", "14 beats = 14 beat | 110 = 110"),
        ("It sold 40 cars and then hired 12 more.", "40 cars = 40 car | 12 = 12"),
        ("Iran has 14 reactors and Iraq three.", "14 reactors = 14 reactor | three = 3 reactor"),
        ("Iran has 14 reactors and Iraq three wells.", "14 reactors = 14 reactor | three wells = 3 well"),
        ("Iran has 14 reactors, Iraq three.", "14 reactors = 14 reactor | three = 3 reactor"),
        ("Shares gained 0.7 percent to 6,327.80.", "0.7 percent = 0.7 percent | 6,327.80 = 6,327.80"),
        ("There were 312 files in 2021, 288 in 2022.", "312 files = 312 file | 288 = 288 file"),
        ("There were 312 files in 2021 and 288 in 2022.", "312 files = 312 file | 288 = 288 file"),
        ("There were 312 files in 2021 and 288 later.", "312 files = 312 file | 288 = 288"),
        ("It made 3 kg and 5, respectively.", "3 kg = 3 kilogram | 5 = 5 kilogram"),
        ("It sold 40 cars, 12 fewer than Ford.", "40 cars = 40 car | 12 = 12 car"),
        ("It sold 40 cars, 12 more than Ford.", "40 cars = 40 car | 12 = 12 car"),
        ("It sold 40 percent, 12 more than Ford.", "40 percent = 40 percent | 12 = 12"),
        ("It sold 40 cars, including 12.", "40 cars = 40 car | 12 = 12 car"),
        (
            "Sales were 13.4 million containers, 7% fewer than Hull but 900,000 more than Antwerp.",
            "13.4 million containers = 13.4 million container | 7% = 7 percent | 900,000 = 900,000 container",
        ),
    ],
)
def test_lent_units(text, told):
    """A number without a unit takes that of the neighbour that it is tied to."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It grew 5 percent, or 3 points.", "5 percent = 5 percent | 3 points = 3 percentage_point"),
        ("It grew 5 kg, or 3 points.", "5 kg = 5 kilogram | 3 points = 3 point"),
        ("It made a 3-point gain, up 5 percent.", "3-point = 3 point | 5 percent = 5 percent"),
        ("It lost 31 points, or 0.7%.", "31 points = 31 point | 0.7% = 0.7 percent"),
        (
            "The index lost 162.31 points, to fall to 7,425.81.",
            "162.31 points = 162.31 point | 7,425.81 = 7,425.81 point",
        ),
        ("The index lost 162.31 points, to fall to 25.81.", "162.31 points = 162.31 point | 25.81 = 25.81"),
        ("The boat lost 162.31 points, to fall to 7,425.81.", "162.31 points = 162.31 point | 7,425.81 = 7,425.81"),
        ("It was 5 °C, 3 degrees more than then.", "5 °C = 5 degree_Celsius | 3 degrees = 3 degree_Celsius"),
        ("It was 5 kg, 3 degrees more than then.", "5 kg = 5 kilogram | 3 degrees = 3 degree"),
        ("It was 5 °C at 29.5 degrees north.", "5 °C = 5 degree_Celsius | 29.5 degrees = 29.5 degree"),
        ("It was 5 °C at 29.5°N.", "5 °C = 5 degree_Celsius | 29.5° = 29.5 degree"),
    ],
)
def test_points_and_degrees(text, told):
    """`points` beside a percentage and `degrees` beside a temperature are of its kind."""
    assert readings(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The teacher Okafor, 23, left the club.", "23 = 23 year"),
        ("Mr Okafor (23) left the club.", "23 = 23 year"),
        ("The man, 45, was held.", "45 = 45 year"),
        ("The pilot, 23 of them, left.", "23 = 23"),
        ("200 executives signed the letter.", "200 executives = 200 executive"),
        ("Some 200 executives signed.", "Some 200 executives = ~200 executive"),
        (
            "The town built 460 newly built, energy-efficient homes.",
            "460 newly built, energy-efficient homes = 460 home",
        ),
        ("The town built 460 small, quiet homes.", "460 small, quiet homes = 460 home"),
        ("The town bought 12 red, white and blue flags.", "12 red, white and blue flags = 12 flag"),
        ("It sold 460 Kia and Hyundai vehicles.", "460 Kia and Hyundai vehicles = 460 vehicle"),
        ("It has 5 US retailers.", "5 US retailers = 5 retailer"),
        ("It broke 5 of the world's records.", "5 = 5 record"),
        ("The museum has 46 larvae and 3 sheep.", "46 larvae = 46 larva | 3 sheep = 3 sheep"),
        ("It hired one very good cook.", "one very good cook = 1 cook"),
        ("It hired one cook and two aides.", "one cook = 1 cook | two aides = 2 aide"),
        ("China operates more machines, 227 compared to America's 109.", "227 = 227 machine | 109 = 109 machine"),
        ("The party won more seats, 227 compared to 109.", "227 = 227 seat | 109 = 109 seat"),
        ("Police put the crowd at 8,000, up from 5,000.", "8,000 = 8,000 | 5,000 = 5,000"),
        ("Orders of cars fell to 227 from 109.", "227 = 227 | 109 = 109"),
        ("The price rose from $35 to $410.", "$35 = 35 USD | $410 = 410 USD"),
        ("The price of tickets runs from $35 to $410.", "$35 to $410 = 35 to 410 USD"),
        ("Tickets cost from $35 to $410.", "$35 to $410 = 35 to 410 USD"),
        ("The pass rate went from 5 to 7 percent.", "5 = 5 percent | 7 percent = 7 percent"),
        ("Shares of the firm fell by 5 to 7 percent.", "5 to 7 percent = 5 to 7 percent"),
        ("Prices doubled.", "doubled = 2 times"),
        ("He booked a double room.", ""),
        ("They paid double the price.", "double = 2 times"),
        ("One of the three ships sank.", "One = 1 ship | three ships = 3 ship"),
        ("One of the ships sank.", ""),
        ("One in the crowd fell.", ""),
        ("Only one survived.", ""),
        ("The two 500-megawatt reactors were shut.", "two = 2 reactor | 500-megawatt = 500 megawatt"),
        ("It won eight more seats than the rival party.", "eight = 8 seat"),
        ("He ran two more minutes.", "two more minutes = 2 minute"),
        ("The hall holds 50 people or more.", "50 people or more = >=50 person"),
        ("The city runs 18 trains an hour.", "18 trains an hour = 18 train / hour"),
        ("She turned 36 in May.", "36 = 36 year"),
        ("She turned 36 pages.", "36 pages = 36 page"),
        ("Voters under 30 stayed home.", "under 30 = <30 year"),
        ("Residents over 65 were warned.", "over 65 = >65 year"),
        ("He is 36 and she is 34.", "36 = 36 year | 34 = 34 year"),
        ("The average age was 45.", "45 = 45 year"),
        ("The average age of the crew was 45.", "45 = 45 year"),
        ("Iran has 14 reactors and Iraq three.", "14 reactors = 14 reactor | three = 3 reactor"),
        ("The firm cancelled 60 flights and delayed 210.", "60 flights = 60 flight | 210 = 210 flight"),
        ("Of the 41 fossils, 12 are complete.", "41 fossils = 41 fossil | 12 = 12 fossil"),
        ("In all 87 people survived and 33 died.", "87 people = 87 person | 33 = 33"),
        ("The court heard 14 of the 52 cases.", "14 = 14 case | 52 cases = 52 case"),
        ("The team beat them by 52 votes to 48.", "52 votes = 52 vote | 48 = 48 vote"),
        ("A 12-page report named 5 firms.", "12-page = 12 page | 5 firms = 5 firm"),
        ("The 12 page report named 5 firms.", "12 page = 12 page | 5 firms = 5 firm"),
        ("Nearly half of the 40 boats sank.", "Nearly half = <~0.5 fraction | 40 boats = 40 boat"),
        ("Two thirds of voters agreed.", "Two thirds = 0.6667 fraction"),
        ("The bank cut 4,200 jobs, or 6% of its staff.", "4,200 jobs = 4,200 job | 6% = 6 percent"),
    ],
)
def test_on_the_parse(extractor, text, told):
    """What only grammar tells: nouns and verbs of one spelling, ages beside names, changes and ranges, pronouns."""
    assert " | ".join(f"{one.text} = {one}" for one in extractor.extract(text).quantities) == told
