"""What one number says about another: by interval, rounding, conversion, arithmetic and time."""

import pytest

SUPPORTED, CONTRADICTED, OPEN = "supported", "contradicted", "unsupported"


@pytest.mark.parametrize(
    ("stated", "claimed", "verdict"),
    [
        # as it is rounded
        ("4.678 billion", "4.7 billion", SUPPORTED),
        ("4.7 billion", "4.678 billion", OPEN),
        ("4.47", "4.4", CONTRADICTED),
        ("4.45", "4.5", SUPPORTED),
        ("4.44", "4.5", CONTRADICTED),
        ("1,312,000", "1.3 million", SUPPORTED),
        ("1,312,000", "1.4 million", CONTRADICTED),
        ("210", "214", CONTRADICTED),
        ("214", "210", CONTRADICTED),
        ("214", "about 210", SUPPORTED),
        ("1,304,000", "1.30 million", SUPPORTED),
        ("1,310,000", "1.30 million", CONTRADICTED),
        ("1,050", "about 1,000", SUPPORTED),
        ("1,060", "about 1,000", CONTRADICTED),
        ("4.7 billion", "4.652 billion", OPEN),
        ("4.7 billion", "4.748 billion", OPEN),
        ("4.7 billion", "4.648 billion", CONTRADICTED),
        ("4.7 billion", "4.752 billion", CONTRADICTED),
        # roughly
        ("57", "about 60", SUPPORTED),
        ("63", "about 60", SUPPORTED),
        ("56", "about 60", CONTRADICTED),
        ("64", "about 60", CONTRADICTED),
        ("54", "nearly 60", SUPPORTED),
        ("60", "nearly 60", SUPPORTED),
        ("53", "nearly 60", CONTRADICTED),
        ("61", "nearly 60", CONTRADICTED),
        ("about 60", "60", OPEN),
        ("about 60", "about 60", SUPPORTED),
        ("about 60", "90", CONTRADICTED),
        ("3.4", "about 3", SUPPORTED),
        ("3.6", "about 3", CONTRADICTED),
        ("about 3", "3.4", OPEN),
        ("about 3", "3.6", CONTRADICTED),
        ("about 604", "about 600", SUPPORTED),
        ("about 610", "about 600", OPEN),
        ("about 597", "nearly 600", OPEN),
        # bounds
        ("61", "more than 60", SUPPORTED),
        ("60", "more than 60", CONTRADICTED),
        ("60", "at least 60", SUPPORTED),
        ("59", "at least 60", CONTRADICTED),
        ("59", "less than 60", SUPPORTED),
        ("60", "less than 60", CONTRADICTED),
        ("60", "at most 60", SUPPORTED),
        ("61", "at most 60", CONTRADICTED),
        ("more than 70", "more than 60", SUPPORTED),
        ("more than 60", "more than 70", OPEN),
        ("more than 60", "at least 60", SUPPORTED),
        ("at least 60", "more than 60", OPEN),
        ("at most 60", "less than 60", OPEN),
        ("more than 60", "60", CONTRADICTED),
        ("more than 60", "70", OPEN),
        ("more than 60", "50", CONTRADICTED),
        ("more than 60", "less than 60", CONTRADICTED),
        ("more than 60", "at most 60", CONTRADICTED),
        ("at least 60", "less than 60", CONTRADICTED),
        ("at least 60", "at most 60", OPEN),
        ("at least 60", "at most 50", CONTRADICTED),
        ("less than 60", "at most 60", SUPPORTED),
        ("less than 60", "less than 70", SUPPORTED),
        ("less than 60", "less than 50", OPEN),
        ("less than 60", "60", CONTRADICTED),
        ("less than 60", "more than 60", CONTRADICTED),
        # ranges
        ("60", "50 to 70", SUPPORTED),
        ("50", "50 to 70", SUPPORTED),
        ("70", "50 to 70", SUPPORTED),
        ("71", "50 to 70", CONTRADICTED),
        ("50 to 70", "40 to 80", SUPPORTED),
        ("50 to 70", "50 to 80", SUPPORTED),
        ("50 to 70", "55 to 65", OPEN),
        ("50 to 70", "60", OPEN),
        ("50 to 70", "80", CONTRADICTED),
        ("50 to 70", "more than 40", SUPPORTED),
        ("50 to 70", "more than 60", OPEN),
        ("50 to 70", "less than 80", SUPPORTED),
        ("50 to 70", "less than 50", CONTRADICTED),
    ],
)  # fmt: skip
def test_intervals(check, stated, claimed, verdict):
    """A number backs what holds of all that it commits to, and excludes what holds of none of it."""
    assert check(f"The tank holds {claimed} litres.", f"The tank holds {stated} litres.")[0] == verdict


@pytest.mark.parametrize(
    ("source", "text", "verdict"),
    [
        ("Ambo had 14 thefts per 1,000 residents.", "Ambo had 28 thefts per 2,000 residents.", SUPPORTED),
        ("Ambo had 14 thefts per 1,000 residents.", "Ambo had 14 thefts per 2,000 residents.", CONTRADICTED),
        ("The pump moves 1,200 litres of water a minute.", "The pump moves 20 litres of water a second.", SUPPORTED),
        ("The pump moves 1,200 litres of water a minute.", "The pump moves 1,200 litres of water a second.", CONTRADICTED),
        ("The road is 62 miles long.", "The road is 100 km long.", SUPPORTED),
        ("The road is 62 miles long.", "The road is 99.8 km long.", SUPPORTED),
        ("The road is 62 miles long.", "The road is more than 90 km long.", SUPPORTED),
        ("The road is 62 miles long.", "The road is 99 km long.", CONTRADICTED),
        ("The road is 62 miles long.", "The road is 62 km long.", CONTRADICTED),
        ("The road is 7 miles long.", "The road is 11 km long.", SUPPORTED),
        ("The road is 7 miles long.", "The road is 10 km long.", CONTRADICTED),
        ("The road is 10 miles long.", "The road is 20 km long.", CONTRADICTED),
        ("The road is 130 miles long.", "The road is 210 km long.", SUPPORTED),
        ("The road is 68 miles long.", "The road is 100 km long.", CONTRADICTED),
        ("The road is 750 miles long.", "The road is 1,210 km long.", SUPPORTED),
        ("The road is 748.6 miles long.", "The road is 1,210 km long.", CONTRADICTED),
        ("The road is 131 miles long.", "The road is 211 km long.", SUPPORTED),
        ("The road is 131 miles long.", "The road is 214 km long.", CONTRADICTED),
        ("The road is 131 miles long.", "The road is 207 km long.", CONTRADICTED),
        ("It lies less than 250 feet deep.", "It lies less than 250 metres deep.", CONTRADICTED),
        ("It lies more than 250 feet deep.", "It lies more than 250 metres deep.", CONTRADICTED),
        ("It lies more than 250 metres deep.", "It lies more than 250 feet deep.", CONTRADICTED),
        ("It lies more than 250 metres deep. The club sold 60% of its boats.", "It lies more than 250 feet deep.", CONTRADICTED),
        ("The field has 1,200 acres.", "The field has 1,200 hectares.", CONTRADICTED),
        ("The trip took 90 minutes.", "The trip took 1.5 hours.", SUPPORTED),
        ("The trip took 90 minutes.", "The trip took 1.4 hours.", CONTRADICTED),
        ("It was 20 °C on the ship.", "It was 68 °F on the ship.", SUPPORTED),
        ("It was 20 °C on the ship.", "It was 60 °F on the ship.", CONTRADICTED),
        ("Turnout was 75 percent.", "Turnout was three-quarters.", SUPPORTED),
        ("Turnout was 70 percent.", "Turnout was three-quarters.", CONTRADICTED),
        ("Turnout was 52 percent.", "Turnout was half.", CONTRADICTED),
        ("Turnout was 50.5 percent.", "Turnout was half.", SUPPORTED),
        ("Turnout was 48 percent.", "Turnout was nearly half.", SUPPORTED),
        ("Turnout was 40 percent.", "Turnout was nearly half.", CONTRADICTED),
        ("Turnout was 0.5 percent.", "Turnout was nine in 2,000.", SUPPORTED),
        ("Turnout was 0.5 percent.", "Turnout was 11 in 2,000.", SUPPORTED),
        ("Turnout was three-quarters.", "Turnout was 74.5 percent.", OPEN),
        ("Turnout was three-quarters.", "Turnout was 73 percent.", CONTRADICTED),
        ("Turnout was three-quarters.", "Turnout was 77 percent.", CONTRADICTED),
        ("Turnout was two-thirds.", "Turnout was 67 percent.", SUPPORTED),
        ("Turnout was two-thirds.", "Turnout was 66 percent.", OPEN),
        ("Turnout was one in five.", "Turnout was 20 percent.", SUPPORTED),
        ("Turnout was 25 percent.", "Turnout was one in five.", CONTRADICTED),
        ("Turnout was 87.4 percent.", "Turnout was 87 percent.", SUPPORTED),
        ("Turnout was 87.4 percent.", "Turnout was 87.0 percent.", CONTRADICTED),
        ("The rate rose 50 basis points.", "The rate rose 0.5 percentage points.", SUPPORTED),
        ("The rate rose 50 basis points.", "The rate rose 0.6 percentage points.", CONTRADICTED),
        ("The fine was $40.", "The fine was €40.", OPEN),
        ("The fine was $40.", "The fine was 40 kg.", OPEN),
        ("The fine was 4.5.", "The fine was $4.5.", SUPPORTED),
        ("The fine was 45.", "The fine was $45.", OPEN),
        ("The fine was 50 to 70.", "The fine was $50 to $70.", OPEN),
        ("The share costs $3 a day.", "The share costs $3.", SUPPORTED),
        ("The share costs $3 a day.", "The share costs $4.", CONTRADICTED),
        ("The share costs $3 a day.", "The share costs $21 a week.", SUPPORTED),
        ("The share costs $3 a day.", "The share costs $4 a week.", CONTRADICTED),
        ("The share costs $3 a day.", "The share costs $4 a dose.", OPEN),
        ("The plant makes 3 kg a day.", "The plant makes 21 kg a week.", SUPPORTED),
        ("The plant makes 3 kg a day.", "The plant makes 20 kg a week.", CONTRADICTED),
        ("The rate rose 3.8 points.", "The rate rose 3.8 percentage points.", SUPPORTED),
        ("The plant makes 3 kg a day.", "The plant makes 4 kg a day.", CONTRADICTED),
        ("The clinic sees 40 patients a day.", "The clinic sees 40 people a day.", SUPPORTED),
        ("The clinic sees 40 patients a day.", "The clinic sees 50 people a day.", CONTRADICTED),
        ("The clinic sees 40 patients a day.", "The clinic sees 280 patients a week.", SUPPORTED),
        ("The clinic sees 40 patients a day.", "The clinic sees 280 people a week.", OPEN),
        ("The clinic sees 40 patients per doctor.", "The clinic sees 40 people per doctor.", SUPPORTED),
        ("The clinic sees 40 patients per doctor.", "The clinic sees 50 people per doctor.", CONTRADICTED),
        ("The clinic sees 40 patients per nurse.", "The clinic sees 50 people per doctor.", OPEN),
        ("The clinic sees 40 patients per doctor per room.", "The clinic sees 50 people per doctor.", OPEN),
        ("The fleet has dozens of ships.", "The fleet has 30 ships.", OPEN),
        ("The fleet has dozens of ships.", "The fleet has 12 ships.", CONTRADICTED),
        ("The fleet has 30 ships.", "The fleet has dozens of ships.", SUPPORTED),
        ("The fleet has 30 ships.", "The fleet has 30 planes.", OPEN),
        ("Revenue was $40 million.", "Revenue did not reach $50 million.", SUPPORTED),
        ("Revenue was $60 million.", "Revenue did not reach $50 million.", CONTRADICTED),
        ("Revenue did not reach $50 million.", "Revenue was less than $50 million.", SUPPORTED),
        ("Revenue did not reach $50 million.", "Revenue was $60 million.", CONTRADICTED),
        ("Revenue was $50 million.", "Revenue was not more than $50 million.", SUPPORTED),
        ("Revenue was $50 million.", "Revenue was not less than $50 million.", SUPPORTED),
        ("Revenue was $50 million.", "Revenue did not reach more than $50 million.", SUPPORTED),
        ("Revenue was $50 million.", "Revenue did not reach at least $50 million.", OPEN),
        ("Revenue was $60 million.", "Revenue did not reach at least $70 million.", SUPPORTED),
        ("Revenue was $60 million.", "Revenue did not reach between $50 million and $70 million.", CONTRADICTED),
        ("Revenue was $60 million.", "Revenue was not less than $60 million.", SUPPORTED),
        ("Revenue was $60 million.", "Revenue was not less than $70 million.", CONTRADICTED),
        ("The club paid less than 100% of the bill.", "The club paid 100% of the bill.", CONTRADICTED),
        ("The club has 60 boats.", "The club has 40 boats.", CONTRADICTED),
        ("Sixty percent of members back the deal.", "Forty percent of members reject the deal.", OPEN),
        ("Sixty percent of members back the deal.", "Thirty percent of members back the deal.", CONTRADICTED),
        ("The club sold 60% of its boats.", "The club kept 40% of its boats.", OPEN),
        ("The club sold 60% of its boats.", "The club sold 50% of its boats.", CONTRADICTED),
        ("The club paid 100% of the bill.", "The club still owes 0% of the bill.", OPEN),
        ("Revenue was unchanged at $40 million.", "Revenue rose to $40 million.", CONTRADICTED),
        ("Revenue was unchanged at $40 million.", "Revenue was unchanged at $40 million last year.", SUPPORTED),
    ],
)  # fmt: skip
def test_units(check, source, text, verdict):
    """Numbers are held against each other in one unit, as far as the text writes them; across currencies never."""
    assert check(text, source)[0] == verdict


ROSE = "Revenue rose from $40 million to $50 million."
FELL = "Revenue fell from $50 million to $40 million."
TWO_YEARS = "Revenue was $50 million in 2021. Revenue was $40 million in 2020."
THREE_YEARS = "Revenue was $40 million in 2019, $50 million in 2020 and $60 million in 2021."
ABOUT = "Revenue was about $40 million in 2020 and $50 million in 2021."
POINTS = "Unemployment rose from 4% to 5%."
MACHINES = "China operates 227 machines, compared to America's 109."
FLEETS = "China operates 200 machines. America operates 100 machines."
YARD = "The yard built 60 boats in 2012 and 90 in 2013."
BUILT = "The tower is 100 m tall and the mast is 5,000 cm tall."
BOATS = "The club sold 30 of its 120 boats."
SENT = "China sent $200 and America 100."
APART = "China sent $200. America sent 100."
ROUGH = "China has about 200 machines. America has 100 machines."
MIXED = "China has 200 machines. America has 100 ships."
UNEQUAL = "China has 100 machines and America 200."
EQUAL = "China has 200 machines. America has 200 machines."
BABIES = "Babies born in 2016 weigh 3 kg; those born in 2020 weigh 3 kg."
GREW = "China had 200 machines in 2012. China had 300 machines in 2013."
GOES_ON = "The yard sold 60 boats in 2012. In 2013, 80 came."
BROKEN_OFF = "The yard sold 60 boats in 2012.\n\nIn 2013, 80 came."
AHEAD = "Ambo handled 300 boxes last year; only Karsten and Holm handled more."
STORES = "The firm sold 34 cars in 17 stores."
GOALS = "The striker scored 34 goals in 17 matches."
MEN = "The hospital treated 400 patients, 60 percent of them men."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        (ROSE, "Revenue rose 25%.", SUPPORTED, "(50 million - 40 million) / 40 million = 25 %"),
        (ROSE, "Revenue rose by more than 20%.", SUPPORTED, "= 25 %"),
        (ROSE, "Revenue rose 20%.", CONTRADICTED, "= 25 %"),
        (ROSE, "Revenue fell 25%.", CONTRADICTED, "the other way"),
        (ROSE, "Revenue rose by $10 million.", SUPPORTED, "50 million - 40 million = 10 million"),
        (ROSE, "Revenue rose by $20 million.", CONTRADICTED, "= 10 million"),
        (ROSE, "Revenue doubled.", CONTRADICTED, "50 million / 40 million = 1.25"),
        (FELL, "Revenue fell 20%.", SUPPORTED, "(40 million - 50 million) / 50 million = -20 %"),
        (FELL, "Revenue fell by $10 million.", SUPPORTED, "= -10 million"),
        (FELL, "Revenue rose by $10 million.", CONTRADICTED, "the other way"),
        (TWO_YEARS, "Revenue rose 25%.", SUPPORTED, "= 25 %"),
        (TWO_YEARS, "Revenue fell 25%.", CONTRADICTED, "the other way"),
        (THREE_YEARS, "Revenue rose 25% in 2020.", SUPPORTED, "(50 million - 40 million)"),
        (THREE_YEARS, "Revenue rose 20% in 2021.", SUPPORTED, "(60 million - 50 million)"),
        (THREE_YEARS, "Revenue rose 20% in 2020.", CONTRADICTED, "= 25 %"),
        (THREE_YEARS, "Revenue rose 50% from 2019 to 2021.", SUPPORTED, "(60 million - 40 million)"),
        (ABOUT, "Revenue rose 25%.", OPEN, "leaves that open"),
        (ABOUT, "Revenue rose about 25%.", SUPPORTED, "= 25 %"),
        ("Revenue rose from $20 million to $60 million.", "Revenue tripled.", SUPPORTED, "60 million / 20 million = 3"),
        ("Revenue fell from $60 million to $30 million.", "Revenue halved.", SUPPORTED, "= 0.5"),
        ("Revenue fell from $60 million to $40 million.", "Revenue halved.", CONTRADICTED, "= 0.67"),
        ("Unemployment fell from 5% to 4%.", "Unemployment fell 20%.", SUPPORTED, "(4 - 5) / 5 = -20 %"),
        (POINTS, "Unemployment rose by one percentage point.", SUPPORTED, "5 - 4 = 1 points"),
        (POINTS, "Unemployment rose by 100 basis points.", SUPPORTED, "= 1 points"),
        (POINTS, "Unemployment rose by two percentage points.", CONTRADICTED, "= 1 points"),
        (POINTS, "Unemployment rose by 25%.", SUPPORTED, "(5 - 4) / 4 = 25 %"),
        (MACHINES, "China operates more than twice as many machines as America.", SUPPORTED, "109 × 2 = 218 < 227"),
        (MACHINES, "China operates three times as many machines as America.", CONTRADICTED, "109 × 3 = 327 > 227"),
        ("The app was downloaded 210,000 times.", "The app was downloaded 220,000 times.", CONTRADICTED, "210,000 times"),
        (MACHINES, "China operates 118 more machines than America.", SUPPORTED, "227 - 109 = 118"),
        (MACHINES, "China operates 128 more machines than America.", CONTRADICTED, "227 - 109 = 118"),
        (MACHINES, "America operates 118 fewer machines than China.", SUPPORTED, "109 - 227 = -118"),
        (FLEETS, "China operates 100 more machines than America.", SUPPORTED, "200 - 100 = 100"),
        (FLEETS, "China operates 100% more machines than America.", SUPPORTED, "(200 - 100) / 100 = 100 %"),
        (FLEETS, "America operates 50% fewer machines than China.", SUPPORTED, "(100 - 200) / 200 = -50 %"),
        (FLEETS, "America operates half as many machines as China.", SUPPORTED, "100 / 200 = 0.5"),
        (FLEETS, "America operates 100 more machines than China.", CONTRADICTED, "the other way"),
        (FLEETS, "China operates twice as many machines as America.", SUPPORTED, "200 / 100 = 2"),
        (FLEETS, "America operates more than twice as many machines as China.", CONTRADICTED, "the other way"),
        (YARD, "The yard's boats rose 50%.", SUPPORTED, "(90 - 60) / 60 = 50 %"),
        (YARD, "The yard built 50% more boats in 2013 than in 2012.", SUPPORTED, "(90 - 60) / 60 = 50 %"),
        (YARD, "The yard built 30 more boats in 2013 than in 2012.", SUPPORTED, "90 - 60 = 30"),
        (YARD, "The yard built 30 fewer boats in 2013 than in 2012.", CONTRADICTED, "the other way"),
        (BUILT, "The tower is 50 m taller than the mast.", SUPPORTED, "100 - 50 = 50"),
        (BUILT, "The mast is 50 m taller than the tower.", CONTRADICTED, "the other way"),
        (BUILT, "The tower is twice as tall as the mast.", SUPPORTED, "100 / 50 = 2"),
        (BOATS, "The club sold a quarter of its boats.", SUPPORTED, "30 / 120 = 25 %"),
        (BOATS, "The club sold 25% of its boats.", SUPPORTED, "= 25 %"),
        (BOATS, "The club sold a third of its boats.", CONTRADICTED, "= 25 %"),
        (BOATS, "The club sold 35% of its boats.", CONTRADICTED, "= 25 %"),
        (POINTS, "Unemployment rose by 1.", OPEN, "no figure"),
        (SENT, "China sent $100 more than America.", SUPPORTED, "200 - 100 = 100"),
        (APART, "China sent $100 more than America.", OPEN, "no figure"),
        (ROUGH, "China has about 100 more machines than America.", SUPPORTED, "200 - 100 = 100"),
        (ROUGH, "China has about 107 more machines than America.", OPEN, "leaves that open"),
        (ROUGH, "China has about 150 more machines than America.", CONTRADICTED, "200 - 100 = 100"),
        (ROUGH, "China has twice as many machines as America.", OPEN, "leaves that open"),
        (MIXED, "China has 100 more machines than America.", OPEN, "no figure"),
        (EQUAL, "China has 100 more machines than America.", CONTRADICTED, "the other way: 200 - 200 = 0"),
        (EQUAL, "China has 100 fewer machines than America.", CONTRADICTED, "the other way: 200 - 200 = 0"),
        (EQUAL, "China has twice as many machines as America.", CONTRADICTED, "the other way: 200 × 2 = 400 > 200"),
        (EQUAL, "China has 200 machines, as many as America.", SUPPORTED, "200 = 200"),
        (UNEQUAL, "China has 200 machines, as many as America.", CONTRADICTED, "100 < 200"),
        (UNEQUAL, "China has 100 machines, as many as America.", CONTRADICTED, "100 < 200"),
        (BABIES, "Babies born in 2020 weigh 1 kg more than those born in 2016.", CONTRADICTED, "the other way: 3 - 3 = 0"),
        (BABIES, "Babies born in 2020 weigh 1 kg less than those born in 2016.", CONTRADICTED, "the other way: 3 - 3 = 0"),
        (GREW, "China had 100 more machines in 2013 than in 2012.", SUPPORTED, "300 - 200 = 100"),
        (GREW, "China has 100 more machines than America.", OPEN, "no figure"),
        (GREW, "America operates 50% fewer machines than China.", OPEN, "no figure of the source speaks of this"),
        (GREW, "America operates half as many machines as China.", OPEN, "no figure of the source speaks of this"),
        (GREW, "China had 100 more machines in 2013 than America in 2012.", OPEN, "no figure"),
        (GOES_ON, "Boat sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (BROKEN_OFF, "Boat sales rose by 20.", OPEN, "no figure"),
        (AHEAD, "Ambo was the third-largest port for boxes last year.", SUPPORTED, "2 ahead"),
        (AHEAD, "Ambo was the second-largest port for boxes last year.", CONTRADICTED, "2 ahead"),
        (GOALS, "The striker scored two goals a match.", SUPPORTED, "34 / 17 = 2"),
        (GOALS, "The striker scored three goals a match.", CONTRADICTED, "34 goals"),
        (STORES, "The firm sold two cars per shop.", SUPPORTED, "34 / 17 = 2"),
        (STORES, "The firm sold three cars per shop.", CONTRADICTED, "34 cars"),
        (MEN, "The hospital treated 240 men.", SUPPORTED, "60 % of 400 = 240"),
        (MEN, "The hospital treated 240 women.", OPEN, "of 'men', not of 'women'"),
    ],
)  # fmt: skip
def test_arithmetic(check, source, text, verdict, how):
    """What the figures of the source come to backs or excludes a number, and the reason shows the sum."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


SOLD = "The yard sold 60 boats in 2012."
SAME = f"{SOLD} It sold 60 boats in 2013."
NEXT = f"{SOLD} The following year it sold 80 boats."
PREVIOUS = f"{SOLD} The previous year it sold 80 boats."
EARLIER = "The yard sold 60 boats in 2012 and 80 boats a year earlier."
YEAR_BEFORE = "The yard sold 60 boats last year and 80 boats the year before."
UP_FROM = "The yard now sells 60 boats, up from 40 boats."
ONCE = "The yard previously sold 60 boats. It now sells 80 boats."
FIRST_NOW = "The yard sells 80 boats. It previously sold 60 boats."
NOW = "The yard sells 80 boats. It now sells 60 boats."
AND_NOW = "The yard sold 60 boats in 2012, and now it sells 80 boats."
MONTHS = "The yard sold 60 boats in March 2012 and 80 boats in May 2012."
STRIKE = "In 2013, before the strike, the yard sold 80 boats. In 2012 it sold 60 boats."
CARS = "In 2012 the yard sold 60 boats and 30 cars. In 2013 it sold 80 boats and 20 cars."
FROM = "The yard is old. It sells 60 boats, from 40 boats."
YEAR_LATER = "The yard sold 60 boats in 2012 and 80 boats a year later."
FOUR_LATER = "The town had 12 buses in 2018. Four years later it had 15 buses."
THREE_TIMES = "China had 200 machines in 2012, more than the 100 in 2011. In 2013 it had 300 machines."
NARROWER = "Sales were 60 in 2012. It rained. The yard's boat sales were 80 in 2013."
WIDER = "The yard's boat sales were 60 in 2012. It rained. Sales were 80 in 2013."
OTHERS = f"{SOLD} Ambo sold 80 boats in 2013."
OTHERS_SAY = f"{SOLD} In 2013 Ambo said it sold 80 boats."
ONE_YEAR = "In 2012 the yard sold 60 boats. In 2012 the mill sold 80 boats."
RATE = "The rate was 4% in 2012. The rate was 5% in 2013."
FEE = "The fee was $4 in 2012. The fee was $5 in 2013."
MORE_THAN = "China had 200 machines in 2012, more than the 100 in 2011."
FEWER_THAN = "China had 100 machines in 2012, fewer than the 200 in 2011."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        (NEXT, "Boat sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (NEXT, "Boat sales rose by 20 in 2013.", SUPPORTED, "80 - 60 = 20"),
        (NEXT, "Boat sales rose by 20 in 2014.", OPEN, "not of 2014"),
        (NEXT, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (PREVIOUS, "Boat sales fell by 20.", SUPPORTED, "60 - 80 = -20"),
        (PREVIOUS, "Boat sales fell by 20 in 2012.", SUPPORTED, "60 - 80 = -20"),
        (PREVIOUS, "Boat sales rose by 20.", CONTRADICTED, "the other way"),
        (EARLIER, "Boat sales fell by 20.", SUPPORTED, "60 - 80 = -20"),
        (EARLIER, "Boat sales rose by 20.", CONTRADICTED, "the other way"),
        (YEAR_BEFORE, "Boat sales fell by 20.", SUPPORTED, "60 - 80 = -20"),
        (YEAR_BEFORE, "Boat sales rose by 20.", CONTRADICTED, "the other way"),
        (UP_FROM, "Boat sales rose by 20.", SUPPORTED, "60 - 40 = 20"),
        (UP_FROM, "Boat sales rose by 50%.", SUPPORTED, "= 50 %"),
        (UP_FROM, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (ONCE, "Boat sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (ONCE, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (FIRST_NOW, "Boat sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (FIRST_NOW, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (NOW, "Boat sales fell by 20.", SUPPORTED, "60 - 80 = -20"),
        (NOW, "Boat sales rose by 20.", CONTRADICTED, "the other way"),
        (AND_NOW, "Boat sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (AND_NOW, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (MONTHS, "Boat sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (MONTHS, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (SAME, "Boat sales rose by 20.", CONTRADICTED, "the other way: 60 - 60 = 0"),
        (SAME, "Boat sales fell by 20.", CONTRADICTED, "the other way: 60 - 60 = 0"),
        (STRIKE, "Boat sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (STRIKE, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (CARS, "Car sales fell by 10.", SUPPORTED, "20 - 30 = -10"),
        (CARS, "Car sales rose by 10.", CONTRADICTED, "the other way"),
        (CARS, "Boat sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (FROM, "Boat sales rose by 20.", SUPPORTED, "60 - 40 = 20"),
        (FROM, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (YEAR_LATER, "Boat sales rose by 20 in 2013.", SUPPORTED, "80 - 60 = 20"),
        (FOUR_LATER, "The town's buses rose by 3.", SUPPORTED, "15 - 12 = 3"),
        (FOUR_LATER, "The town's buses fell by 3.", CONTRADICTED, "the other way"),
        (YEAR_LATER, "Boat sales fell by 20.", CONTRADICTED, "the other way"),
        (THREE_TIMES, "China's machines rose by 100 in 2013.", SUPPORTED, "300 - 200 = 100"),
        (THREE_TIMES, "China's machines fell by 100 in 2013.", CONTRADICTED, "the other way"),
        (NARROWER, "Sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (WIDER, "Sales rose by 20.", SUPPORTED, "80 - 60 = 20"),
        (OTHERS, "Boat sales rose by 20.", OPEN, "no figure"),
        (OTHERS_SAY, "Boat sales rose by 20.", OPEN, "no figure"),
        (ONE_YEAR, "Boat sales rose by 20.", OPEN, "no figure"),
        (RATE, "The rate rose by 1 percentage point.", SUPPORTED, "5 - 4 = 1 points"),
        (RATE, "The rate rose by 2 percentage points.", CONTRADICTED, "5 - 4 = 1 points"),
        (RATE, "The rate rose by 25%.", SUPPORTED, "= 25 %"),
        (RATE, "The rate rose by 1%.", CONTRADICTED, "= 25 %"),
        (RATE, "The rate rose by 1.", OPEN, "no figure"),
        (FEE, "The fee rose by $1.", SUPPORTED, "5 - 4 = 1"),
        (FEE, "The fee rose by $2.", CONTRADICTED, "5 - 4 = 1"),
        (FEE, "The fee rose by €1.", OPEN, "in that unit"),
        (MORE_THAN, "China's machines rose by 100.", SUPPORTED, "200 - 100 = 100"),
        (MORE_THAN, "China's machines fell by 100.", CONTRADICTED, "the other way"),
        (MORE_THAN, "China's machines doubled.", SUPPORTED, "200 / 100 = 2"),
        (FEWER_THAN, "China's machines fell by 100.", SUPPORTED, "100 - 200 = -100"),
        (FEWER_THAN, "China's machines rose by 100.", CONTRADICTED, "the other way"),
        (FEWER_THAN, "China's machines halved.", SUPPORTED, "100 / 200 = 0.5"),
    ],
)  # fmt: skip
def test_over_time(check, source, text, verdict, how):
    """Levels of one thing at two times tell its change, whichever the text tells first."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


PART_OF = "The club sold 30 of its 120 boats."
PERCENT_OF = "The club sold 30% of its boats."
VOTERS = "60 percent of the women and 30 percent of the men voted."
THIRD = "The club sold a third of its boats."
TOTAL_FIRST = "The club has 120 boats. It sold 30 boats."
PART_FIRST = "The club sold 30 boats. The club has 120 boats."
ONE_SENTENCE = "The club has 120 boats and sold 30 boats."
TWO_SHARES = "30 of 120 boats sank and 60 of 90 trams burned."
HALF = "The hospital treated 400 patients, half of them men."
WHOLE = "The club sold 120 of its 120 boats."
NOT_ANY = "The club sold 100% of its boats."
TICKETS = "The firm earned $30 million of its $120 million from tickets, with subscriptions making up the rest."
THREE = "The yard sold 60 boats in Oslo, 30 boats in Bergen and 10 boats in Narvik."
DATED = "In 2012 the yard sold 60 boats in Oslo and 30 boats in Bergen."
HIRED = "The yard hired 60 people in Oslo and cut 40 people in Graz."
LOST = "The yard lost 60 people in Oslo and cut 40 people in Graz."
BONDS = "The fund sold 60% of its bonds in May and 30% in June."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        (PART_OF, "The club kept the other 90 boats.", SUPPORTED, "120 - 30 = 90"),
        (PART_OF, "The club kept the other 80 boats.", CONTRADICTED, "120 boats"),
        (PART_OF, "The club sold 90 boats.", CONTRADICTED, "30"),
        (PART_OF, "The club sold 75% of its boats.", CONTRADICTED, "30 / 120 = 25 %"),
        (f"{PART_OF} The firm sold 400 cars, 60 of them red.", "The club has 30 boats.", OPEN, "only a part of them"),
        ("The firm owes $0 of its $120 million, and Ambo the rest.", "Ambo owes 100% of the firm's money.", OPEN, "no figure"),
        (VOTERS, "30 percent of the men voted.", SUPPORTED, "30 percent"),
        (VOTERS, "Half of the men voted.", CONTRADICTED, "30 percent"),
        (VOTERS, "60 percent of the men voted.", CONTRADICTED, "30 percent"),
        (PERCENT_OF, "The club kept the remaining 70% of its boats.", SUPPORTED, "the rest of 30 is 70"),
        (PERCENT_OF, "The club kept the remaining 60% of its boats.", CONTRADICTED, "30%"),
        (THIRD, "The club kept the remaining two-thirds of its boats.", SUPPORTED, "the rest of 0.33 is 0.67"),
        (THIRD, "The club kept the other 67% of its boats.", SUPPORTED, "the rest of 0.33 is 0.67"),
        (TOTAL_FIRST, "The club sold a quarter of its boats.", SUPPORTED, "30 / 120 = 25 %"),
        (TOTAL_FIRST, "The club sold a third of its boats.", CONTRADICTED, "30 / 120 = 25 %"),
        (ONE_SENTENCE, "The club sold a quarter of its boats.", SUPPORTED, "30 / 120 = 25 %"),
        (ONE_SENTENCE, "The club sold a third of its boats.", CONTRADICTED, "30 / 120 = 25 %"),
        (TWO_SHARES, "A quarter of the boats sank.", SUPPORTED, "30 / 120 = 25 %"),
        (TWO_SHARES, "A third of the boats sank.", CONTRADICTED, "30 / 120 = 25 %"),
        (TWO_SHARES, "Two-thirds of the trams burned.", SUPPORTED, "60 / 90 = 66.67 %"),
        (TWO_SHARES, "Half of the trams burned.", CONTRADICTED, "60 / 90 = 66.67 %"),
        (HALF, "The hospital treated 200 men.", SUPPORTED, "0.5 of 400 = 200"),
        (HALF, "The hospital treated 220 men.", CONTRADICTED, "0.5 of 400 = 200"),
        (PART_FIRST, "The club sold a quarter of its boats.", OPEN, "no figure"),
        (WHOLE, "The club sold all of its 120 boats.", SUPPORTED, "120"),
        (WHOLE, "The club did not sell 0 boats.", OPEN, "leaves that open"),
        (NOT_ANY, "The club did not sell 0% of its boats.", OPEN, "leaves that open"),
        (TICKETS, "The firm earned 25% of its money from tickets.", SUPPORTED, "30 million / 120 million = 25 %"),
        (TICKETS, "Subscriptions made up 65% of the firm's earnings.", CONTRADICTED, "/ 120 million = 75 %"),
        (THREE, "In total the yard sold 100 boats.", SUPPORTED, "60 + 30 + 10 = 100"),
        (THREE, "In total the yard sold 110 boats.", CONTRADICTED, "60 + 30 + 10 = 100"),
        (THREE, "The yard sold 90 boats in Oslo and Bergen together.", SUPPORTED, "60 + 30 = 90"),
        (THREE, "Altogether the yard sold 40 boats in Bergen and Narvik.", SUPPORTED, "30 + 10 = 40"),
        (DATED, "In total the yard sold 90 boats.", SUPPORTED, "60 + 30 = 90"),
        (DATED, "In total the yard sold 90 boats in 2012.", SUPPORTED, "60 + 30 = 90"),
        (DATED, "In total the yard sold 90 boats in 2013.", OPEN, "of 2012, not of 2013"),
        (HIRED, "In total the yard hired 20 people.", SUPPORTED, "60 - 40 = 20"),
        (LOST, "In total the yard lost 100 people.", SUPPORTED, "60 + 40 = 100"),
        (LOST, "In total the yard lost 20 people.", CONTRADICTED, "60 people"),
        (BONDS, "In total the fund sold 90% of its bonds.", SUPPORTED, "60 + 30 = 90"),
        (BONDS, "In total the fund sold 80% of its bonds.", CONTRADICTED, "60 + 30 = 90"),
        ("Sales rose from 60 boats to 90 boats.", "In total the yard sold 150 boats.", OPEN, "no figure"),
        ("Sales rose from 60 boats to 90 boats.", "In total sales were 150 boats.", OPEN, "no figure"),
        ("The striker scored about 34 goals in 17 matches.", "The striker scored about two goals a match.", SUPPORTED, "34 / 17 = 2"),
        ("The truck used 34 litres in 17 hours.", "The truck used 2 litres an hour.", SUPPORTED, "34 / 17 = 2"),
        ("The truck used 34 litres in 17 hours.", "The truck used 3 litres an hour.", CONTRADICTED, "34 litres"),
        ("The striker scored 34 goals in 17 matches.", "The striker scored two goals a month.", OPEN, "in that unit"),
        ("The striker scored 34 goals in no matches, and nil in 0 matches.", "The striker scored two goals a match.", OPEN, "no figure"),
    ],
)  # fmt: skip
def test_parts_and_sums(check, source, text, verdict, how):
    """A part and its total tell a share and what is left; numbers that are told together tell their sum."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


ONE_AHEAD = "Ambo handled 300 boxes last year; only Karsten handled more."
ONE_BELOW = "Ambo handled 300 boxes last year; only Karsten handled fewer."
BEHIND = "Ambo handled 300 boxes, behind Karsten and Holm."
IN_THE_YEAR = "Ambo was the second-largest port in 2020."
NOT_ONE = "The band plays, behind Karsten and Holm."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        (ONE_AHEAD, "Ambo was the second-largest port for boxes last year.", SUPPORTED, "1 ahead"),
        (ONE_AHEAD, "Ambo was the third-largest port for boxes last year.", CONTRADICTED, "1 ahead"),
        (ONE_AHEAD, "Ambo was the second-smallest port for boxes last year.", OPEN, "no figure"),
        (ONE_BELOW, "Ambo was the second-smallest port for boxes last year.", SUPPORTED, "1 ahead"),
        (ONE_BELOW, "Ambo was the second-largest port for boxes last year.", OPEN, "no figure"),
        (BEHIND, "Ambo was the third-largest port for boxes.", SUPPORTED, "2 ahead"),
        (BEHIND, "Ambo was the second-largest port for boxes.", CONTRADICTED, "2 ahead"),
        (f"Only Karsten and Holm handled more boxes than Ambo. {SOLD}", "Ambo was the third-largest port for boxes.", SUPPORTED, "2 ahead"),
        ("Ambo handled 300 boxes, behind 12 others.", "Ambo was the 12th-largest port for boxes.", OPEN, "no figure of the source backs this"),
        ("Ambo handled 300 boxes, behind several others.", "Ambo was the third-largest port for boxes.", OPEN, "no figure"),
        ("Ambo handled 300 boxes, behind schedule.", "Ambo was the second-largest port for boxes.", OPEN, "no figure"),
        (NOT_ONE, "Ambo was the third-largest port for boxes.", OPEN, "does not say so of 'ambo'"),
        ("The second-largest port is Ambo.", "Ambo is the second-largest port.", SUPPORTED, "number 2"),
        (IN_THE_YEAR, "Ambo was the second-largest port in 2020, they say.", SUPPORTED, "number 2"),
        (IN_THE_YEAR, "Ambo was the second-largest port in 2021.", OPEN, "of 2020, not of 2021"),
        (IN_THE_YEAR, "Ambo was the second-largest port before 2020.", OPEN, "of 2020, not of before 2020"),
        ("Ambo was the second-largest port.", "Ambo was the second-largest port in 2021.", OPEN, "does not speak of 2021"),
        ("The second-largest port is Ambo.", "Ambo is the third-largest port.", CONTRADICTED, "number 2"),
        ("Brandl finished seventh of 32 players.", "Brandl finished seventh of 42 players.", CONTRADICTED, "among 32"),
        ("Brandl finished seventh of 32 players.", "Brandl finished seventh.", SUPPORTED, "number 7"),
        ("Brandl finished seventh of 32 players.", "Brandl finished seventh of about 30 players.", SUPPORTED, "number 7"),
    ],
)  # fmt: skip
def test_ranks(check, source, text, verdict, how):
    """A rank is stated, or told by who is ahead, from the same end."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


@pytest.mark.parametrize(
    ("stated", "claimed", "why"),
    [
        ("in 2020", "in 2020", ""),
        ("in 2020", "", ""),
        ("in 2020", "in 2021", "speaks of 2020, not of 2021"),
        ("", "in 2021", "does not speak of 2021"),
        ("in March 2020", "in March 2020", ""),
        ("in March 2020", "in April 2020", "speaks of March 2020, not of April 2020"),
        ("in March 2020", "in February 2020", "speaks of March 2020, not of February 2020"),
        ("in March 2020", "in the first quarter of 2020", ""),
        ("in March 2020", "in the second quarter of 2020", "speaks of March 2020"),
        ("in April 2020", "in the first quarter of 2020", "speaks of April 2020"),
        ("in June 2020", "in the second quarter of 2020", ""),
        ("in April 2020", "in the second quarter of 2020", ""),
        ("in July 2020", "in the second quarter of 2020", "speaks of July 2020"),
        ("in December 2019", "in the first quarter of 2020", "speaks of December 2019"),
        ("in July 2020", "in the third quarter of 2020", ""),
        ("in September 2020", "in the third quarter of 2020", ""),
        ("in June 2020", "in the third quarter of 2020", "speaks of June 2020"),
        ("in October 2020", "in the third quarter of 2020", "speaks of October 2020"),
        ("in October 2020", "in the fourth quarter of 2020", ""),
        ("in September 2020", "in the fourth quarter of 2020", "speaks of September 2020"),
        ("in January 2021", "in the fourth quarter of 2020", "speaks of January 2021"),
        ("in December 2020", "in November 2020", "speaks of December 2020"),
        ("in December 2020", "in 2021", "speaks of December 2020"),
        ("in January 2021", "in 2020", "speaks of January 2021"),
        ("in December 2020", "in January 2021", "speaks of December 2020"),
        ("in 2020", "in January 2021", "speaks of 2020"),
        ("in 2020", "in December 2019", "speaks of 2020"),
        ("in the first quarter", "in the first quarter", ""),
        ("in the first quarter", "in the second quarter", "speaks of first quarter, not of second quarter"),
        ("in the 1990s", "in 1995", ""),
        ("in the 1990s", "in 1999", ""),
        ("in the 1990s", "in 2000", "speaks of 1990s, not of 2000"),
        ("in the 1990s", "in 1989", "speaks of 1990s, not of 1989"),
        ("from 2015 to 2020", "in 2017", ""),
        ("from 2015 to 2020", "in 2021", "speaks of from 2015 to 2020"),
        ("from 2015 to 2020", "in 2014", "speaks of from 2015 to 2020"),
        ("since 2015", "in 2014", "speaks of 2015, not of 2014"),
        ("since 2015", "in 2017", "tells what came about since 2015"),
        ("on 5 May 2020", "in May 2020", ""),
        ("on 5 May 2020", "on 6 June 2020", "speaks of 5 May 2020, not of 6 June 2020"),
        ("this week", "last week", "speaks of this week, not of last week"),
        ("on Monday", "on Monday", ""),
        ("on Monday", "on Tuesday", "speaks of Monday, not of Tuesday"),
        ("last year", "last year", ""),
        ("last year", "last month", "speaks of last year, not of last month"),
        ("last year", "this year", "speaks of last year, not of this year"),
        ("last year", "today", "speaks of last year, not of today"),
        ("today", "yesterday", "speaks of today, not of yesterday"),
        ("today", "tomorrow", "speaks of today, not of tomorrow"),
        ("before 2020", "in 2020", "speaks of before 2020, not of 2020"),
        ("before 2020", "after 2020", "speaks of before 2020, not of after 2020"),
        ("before 2020", "before 2020", ""),
        ("in 2020", "before 2020", "speaks of 2020, not of before 2020"),
        ("in 2020", "after 2020", "speaks of 2020, not of after 2020"),
        ("in 2020", "by 2020", ""),
        ("in the 2020 season", "in 2020", ""),
        ("in the 2020 season", "in 2021", "speaks of 2020 season, not of 2021"),
        ("in the 2020 season", "in the 2021 season", "speaks of 2020 season, not of 2021 season"),
        ("in 2020", "in the 2020 season", ""),
        ("in 2020", "in the 2021 season", "speaks of 2020, not of 2021 season"),
        ("in the summer of 2020", "in July 2020", ""),
        ("in the summer of 2020", "in January 2021", "speaks of summer of 2020, not of January 2021"),
        ("in the summer of 2020", "in December 2019", "speaks of summer of 2020, not of December 2019"),
        ("in the summer of 2020", "in the summer of 2021", "speaks of summer of 2020, not of summer of 2021"),
        ("in the summer of 2020", "in the winter of 2020", "speaks of 'summer', not of 'winter'"),
        ("in spring", "in autumn", "speaks of spring, not of autumn"),
        ("in the second week of May", "in the second week of June", "speaks of May, not of June"),
        ("in fiscal 2020", "in 2021", "speaks of fiscal 2020, not of 2021"),
        ("in fiscal 2020", "in fiscal 2021", "speaks of fiscal 2020, not of fiscal 2021"),
        ("in the year to March 2020", "in 2022", "speaks of year to March 2020, not of 2022"),
        ("in 2022", "in the year to March 2020", "speaks of 2022, not of year to March 2020"),
        ("in the 2019/20 season", "in the 2022/23 season", "speaks of 2019/20, not of 2022/23"),
        ("in the war", "during the war years", ""),
    ],
)  # fmt: skip
def test_times(check, stated, claimed, why):
    """A number that agrees is backed where the times agree or are left open, and not where they differ."""
    source, text = (f"The port shipped 300 boxes {when}".rstrip() + "." for when in (stated, claimed))
    text = text.replace("port", "old port")  # else it is the same sentence
    verdict, reason = check(text, source.replace("port", "old port in Ambo"))
    assert (verdict, why in reason) == (OPEN if why else SUPPORTED, True), reason


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        ("Revenue rose 25% to $50 million.", "Revenue rose from $45 million.", CONTRADICTED, "25 give 40 million"),
        ("Revenue rose 25% to $50 million.", "Revenue rose from $40.3 million.", OPEN, "25 give 40 million"),
        ("Revenue fell 20% from $50 million.", "Revenue fell to $45 million.", CONTRADICTED, "20 give 40 million"),
        ("Revenue rose by $10 million to $50 million.", "Revenue rose from $45 million.", CONTRADICTED, "give 40 million"),
        ("Revenue rose by $10 million to $50 million.", "Revenue was $40 million before the rise.", SUPPORTED, "give 40 million"),
        ("Unemployment rose by 1 percentage point to 5%.", "Unemployment rose from 3%.", CONTRADICTED, "5 and 1 give 4"),
        ("Sales rose 25% to 50.", "Sales rose from 45.", CONTRADICTED, "50 and 25 give 40"),
        ("Sales rose 25% from $40 million.", "Sales rose to $55 million.", CONTRADICTED, "25 give 50 million"),
        ("Sales rose 25% to 50.", "Sales rose from 40.3.", OPEN, "50 and 25 give 40"),
        ("Sales rose 25% to 50.", "Sales rose from 41.", CONTRADICTED, "50 and 25 give 40"),
        ("Sales fell 20% to 40.", "Sales fell from 45.", CONTRADICTED, "40 and 20 give 50"),
        ("Sales fell by $10 million to $40 million.", "Sales fell from $45 million.", CONTRADICTED, "give 50 million"),
        ("Sales fell by $10 million from $40 million.", "Sales fell to $45 million.", CONTRADICTED, "give 30 million"),
        ("Sales rose by 10 tonnes to 50 tonnes.", "Sales rose from 45 tonnes.", CONTRADICTED, "50 and 10 give 40"),
        ("Sales rose by €10 million to $50 million.", "Sales rose from $45 million.", OPEN, "the other end"),
        ("The rate rose 1 percentage point from 5%.", "The rate rose to 7%.", CONTRADICTED, "5 and 1 give 6"),
        ("Sales rose by $10 million from $40 million.", "Sales rose to $55 million.", CONTRADICTED, "10 million give 50 million"),
    ],
)  # fmt: skip
def test_the_other_end(check, source, text, verdict, how):
    """One end of a change and its amount tell the other end."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


TWO_NUMBERS = "In 2020 the port shipped 300 boxes and in 2021 it shipped 400."


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The port shipped 300 boxes in 2020.", SUPPORTED),
        ("The port shipped 400 boxes in 2021.", SUPPORTED),
        ("The port shipped 400 boxes in 2020.", CONTRADICTED),
        ("The port shipped 300 boxes in 2021.", CONTRADICTED),
    ],
)
def test_two_times_in_a_sentence(check, text, verdict):
    """Each number of a sentence holds for the time beside it."""
    assert check(text, TWO_NUMBERS)[0] == verdict


BOTH_ENDS = "Shipments rose to 300 boxes in 2021 from 200 boxes in 2020."


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Shipments were 300 boxes in 2021.", SUPPORTED),
        ("Shipments were 200 boxes in 2020.", SUPPORTED),
        ("Shipments were 200 boxes in 2021.", CONTRADICTED),
    ],
)
def test_ends_of_a_change(check, text, verdict):
    """Each end of a change holds for its own time."""
    assert check(text, BOTH_ENDS)[0] == verdict


MAST = "The mast is 412 metres tall, 38 less than in 1990."
POINTS_LESS = "The rate was 28%, 6 points less than in 1990."
POINTS_MORE = "The rate was 34%, 6 percentage points more than in 1990."
CENTIMETRES = "The mast is 412 metres tall, 3,800 cm less than in 1990."
TWO_EARLIER = "In 1990 the fleet had 412 ships, 38 more than two years earlier."
FLEET = "The fleet has 412 ships, 38 more than in 1990."
MORE = "The trams take 240 passengers, 90 more than the old buses."
PART_MORE = "The trams take 240 passengers, 20% more than the old buses."
PART_FEWER = "The trams take 240 passengers, 20% fewer than the old buses."
FEWER = "The trams take 240 passengers, 60 fewer than the old buses."
TWICE = "The trams take 240 passengers, twice as many as the old buses."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        (MAST, "The mast was 450 metres tall in 1990.", SUPPORTED, "412 + 38 = 450"),
        (MAST, "The mast was 440 metres tall in 1990.", CONTRADICTED, "412 metres"),
        (FLEET, "The fleet had 374 ships in 1990.", SUPPORTED, "412 - 38 = 374"),
        (FLEET, "The fleet had 450 ships in 1990.", CONTRADICTED, "412 ships"),
        (POINTS_LESS, "The rate was 34% in 1990.", SUPPORTED, "28 + 6 = 34"),
        (POINTS_LESS, "The rate was 22% in 1990.", CONTRADICTED, "28%"),
        (POINTS_MORE, "The rate was 28% in 1990.", SUPPORTED, "34 - 6 = 28"),
        (POINTS_MORE, "The rate was 40% in 1990.", CONTRADICTED, "34%"),
        (CENTIMETRES, "The mast was 450 metres tall in 1990.", SUPPORTED, "412 + 38 = 450"),
        (CENTIMETRES, "The mast was 374 metres tall in 1990.", CONTRADICTED, "412 metres"),
        (TWO_EARLIER, "The fleet had 374 ships in 1988.", SUPPORTED, "412 - 38 = 374"),
        (TWO_EARLIER, "The fleet had 374 ships in 1992.", OPEN, "of 1990, not of 1992"),
        ("The fleet has 412 ships, 38 more than last year.", "The fleet had 374 ships last year.", SUPPORTED, "= 374"),
        ("The fleet has 412 ships, 38 more than last year.", "The fleet had 450 ships last year.", CONTRADICTED, "412 ships"),
        (MORE, "The old buses take 150 passengers.", SUPPORTED, "240 - 90 = 150"),
        (MORE, "The old buses take 160 passengers.", CONTRADICTED, "240 passengers"),
        (PART_MORE, "The old buses take 200 passengers.", SUPPORTED, "240 is 20 % from 200"),
        (PART_FEWER, "The old buses take 300 passengers.", SUPPORTED, "240 is 20 % from 300"),
        (FEWER, "The old buses take 300 passengers.", SUPPORTED, "240 + 60 = 300"),
        (TWICE, "The old buses take 120 passengers.", SUPPORTED, "240 / 2 = 120"),
        (f"{MORE} The town has 40 trams.", "The old buses take 200 passengers.", CONTRADICTED, "240 passengers"),
    ],
)  # fmt: skip
def test_what_it_is_held_against(check, source, text, verdict, how):
    """A level and its distance from another level tell that other one."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


IN_2020 = "Revenue rose from $40 million to $50 million in 2020."
BOTH_YEARS = "Revenue rose from $40 million in 2019 to $50 million in 2020."
BUSES_NEXT = "The town had 12 buses in 2018. The following year it had 15 buses."
BUSES_BEFORE = "The town had 12 buses in 2018. The previous year it had 15 buses."
BUSES_EARLIER = "The town had 12 buses in 2018 and 15 buses three years earlier."
FORMERLY = "The fee was previously $30 and is now $40."
UNTIL = "The fee was $30 until last year."
THIS_YEAR = "China has 200 machines this year, more than the 100 last year."
USUAL = "China had 200 machines last month, more than the usual 100."
CHINA_2012 = "In 2012 China had 200 machines, more than America with its 100."
MODELS = "The 2020 and 2021 models cost $40."


@pytest.mark.parametrize(
    ("source", "text", "verdict"),
    [
        (IN_2020, "Revenue rose from $40 million.", SUPPORTED),
        (IN_2020, "Revenue rose from $40 million in 2020.", SUPPORTED),
        (IN_2020, "Revenue rose from $40 million last year.", SUPPORTED),
        (IN_2020, "Revenue rose from $40 million in 2021.", OPEN),
        (IN_2020, "Revenue was previously $40 million.", SUPPORTED),
        (IN_2020, "Revenue is $40 million.", CONTRADICTED),
        (IN_2020, "Revenue was $40 million in March 2020.", OPEN),
        (IN_2020, "Revenue was $40 million in March 2019.", OPEN),
        (ROSE, "Revenue rose from $40 million in 2020.", OPEN),
        (ROSE, "Revenue was $40 million in 2020.", OPEN),
        (ROSE, "Revenue was previously $40 million.", SUPPORTED),
        (BOTH_YEARS, "Revenue was $40 million in 2019.", SUPPORTED),
        (BOTH_YEARS, "Revenue was $40 million in 2018.", OPEN),
        (FOUR_LATER, "The town had 15 buses in 2022.", SUPPORTED),
        (FOUR_LATER, "The town had 15 buses in May 2022.", SUPPORTED),
        (FOUR_LATER, "The town had 15 buses in the 2020s.", SUPPORTED),
        (FOUR_LATER, "The town had 15 buses in 2021.", OPEN),
        (FOUR_LATER, "The town had 15 buses in 2018.", CONTRADICTED),
        (FOUR_LATER, "The town had 12 buses in 2022.", CONTRADICTED),
        (BUSES_NEXT, "The town had 15 buses in 2019.", SUPPORTED),
        (BUSES_NEXT, "The town had 15 buses in 2020.", OPEN),
        (BUSES_BEFORE, "The town had 15 buses in 2017.", SUPPORTED),
        (BUSES_BEFORE, "The town had 15 buses in 2016.", OPEN),
        (BUSES_EARLIER, "The town had 15 buses in 2015.", SUPPORTED),
        (BUSES_EARLIER, "The town had 15 buses in 2018.", CONTRADICTED),
        (FORMERLY, "The fee was previously $30.", SUPPORTED),
        (FORMERLY, "The fee is now $40.", SUPPORTED),
        (FORMERLY, "The fee is now $30.", CONTRADICTED),
        (UNTIL, "The fee was $30.", SUPPORTED),
        (UNTIL, "The fee is now $30.", OPEN),
        (THIS_YEAR, "China had 100 machines last year.", SUPPORTED),
        (THIS_YEAR, "China has 100 machines this year.", CONTRADICTED),
        (THIS_YEAR, "China had 200 machines last year.", CONTRADICTED),
        (USUAL, "China usually had 100 machines last month.", SUPPORTED),
        (USUAL, "China usually had 100 machines last year.", OPEN),
        (CHINA_2012, "In 2012 China had 200 machines.", SUPPORTED),
        (CHINA_2012, "In 2011 China had 200 machines.", OPEN),
        (MODELS, "The 2020 model costs $40.", SUPPORTED),
        (MODELS, "The 2021 and 2022 models cost $40.", OPEN),
    ],
)
def test_when(check, source, text, verdict):
    """A number holds for the time that is told or counted from another, and what was before does not hold now."""
    assert check(text, source)[0] == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Revenue was $40 million in 2020.", CONTRADICTED),
        ("Revenue was $40 million in 2019.", SUPPORTED),
        ("Revenue was $40 million in 2018.", OPEN),
        ("Revenue was $40 million before 2020.", SUPPORTED),
        ("Revenue was $40 million until 2020.", SUPPORTED),
    ],
)
def test_before_a_change(check, text, verdict):
    """The start of a change over a year holds for the year before it, but for no earlier one."""
    assert check(text, "Revenue rose from $40 million to $50 million in 2020.")[0] == verdict


@pytest.mark.parametrize(
    ("stated", "claimed", "verdict"),
    [
        ("in January 2020", "in 2020", OPEN),
        ("in December 2020", "in 2020", OPEN),
        ("in 2020", "in 2020", CONTRADICTED),
        ("in 2020", "in January 2020", CONTRADICTED),
    ],
)
def test_parts_of_a_time(check, stated, claimed, verdict):
    """A number for a part of a time does not exclude another for the whole."""
    assert check(f"The hotel sold 310 beds {claimed}.", f"The hotel sold 300 beds {stated}.")[0] == verdict


@pytest.mark.parametrize(("minutes", "verdict"), [(143, CONTRADICTED), (144, SUPPORTED), (145, CONTRADICTED)])
def test_sums_of_units(check, minutes, verdict):
    """Hours and minutes together are as exact as the minutes."""
    assert check(f"The race took {minutes} minutes.", "The race took two hours and 24 minutes.")[0] == verdict
