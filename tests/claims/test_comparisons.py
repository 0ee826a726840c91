"""Comparisons: what stands on either side, and how the two are held against each other."""

import pytest

from factex.lexicon.files import table

RECORDS = table("comparison")["records"]


def _text(value):
    return None if value is None else value.text


def _sides(facts_of, text):
    return [
        (_text(fact.left.quantity), fact.relation, _text(fact.right.subject), _text(fact.right.quantity))
        for fact in facts_of(text)
        if fact.kind == "comparison"
    ]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Rent is four times what locals pay.", (None, "greater", "what locals pay", None)),
        ("It carries 62 tonnes, about 16 more than the K-72.", ("62 tonnes", "greater", "K-72", None)),
        ("Fares rose to $8, four times last May's level.", ("$8", "greater", "last May's level", None)),
        ("The rate, 0.7, is half the bloc's average of 1.5.", ("0.7", "less", "bloc's average", "1.5")),
        ("Stocks are 58% full, 11 percentage points below the five-year average.", ("58%", "less", "average", None)),
        ("Inflation, at 5%, remains above the bank's 2% target.", ("5%", "greater", "target", "2%")),
        ("It scored 71, short of the 75 it needed.", ("71", "less", None, "75")),
        ("Patients lost 14% over 68 weeks, compared with 2% for the rest.", ("14%", "greater", "rest", "2%")),
        ("Oil fetched $120 a barrel, twice its price in May.", ("$120 a barrel", "greater", "its price", None)),
        ("The novel sold 600 copies, twice as many as her last.", ("600 copies", "greater", "her last", None)),
        ("The school has 40 pupils, as many as all the others.", ("40 pupils", "equal", "others", None)),
        ("Slovenia lies fourth, four points adrift of the leaders.", (None, "less", "leaders", None)),
        ("Revenue of €3.4bn beat the €3.1bn that was expected.", ("€3.4bn", "greater", None, "€3.1bn")),
        ("Sales of $5.1bn missed a forecast of $5.3bn.", ("$5.1bn", "less", "forecast", "$5.3bn")),
        ("Pay rose by 6%, outstripping inflation of 4%.", ("6%", "greater", "inflation", "4%")),
        ("It returned 7.2%, lagging its benchmark by 1.4 points.", ("7.2%", "less", "its benchmark", None)),
        ("The rate was 7%, far above the bank's goal of 5%.", ("7%", "greater", "bank's goal", "5%")),
        ("Inflation slowed to 2.9% from 3.4%, below the 3.1% expected.", ("2.9%", "less", None, "3.1%")),
        ("Gold stood at $2,310, some 4% under its all-time high.", ("$2,310", "less", "its all-time high", None)),
        ("It made £40m, a quarter of what its rival makes.", ("£40m", "less", "what its rival makes", None)),
        ("Tourism brought in $212m, versus $97m from farming.", ("$212m", "greater", "farming", "$97m")),
        ("Some 55% of women back her versus 42% of men.", ("Some 55%", "greater", "men", "42%")),
        ("It grew by 70%, compared with barely half in Spain.", ("70%", "greater", "Spain", "half")),
        ("Each year 900 women fall ill, compared to just 37 men.", ("900 women", "greater", None, "37 men")),
        ("It was 58%, the worst since the war and nine points below the record.", ("58%", "less", "record", None)),
        ("It sold for $812,000, or 10% over the asking price.", ("$812,000", "greater", "asking price", None)),
        ("It is 107 metres long, longer than the 73-metre wing.", ("107 metres", "greater", "wing", "73-metre")),
        ("It took 2.5 hours, half an hour longer than in spring.", ("2.5 hours", "greater", None, None)),
        ("The rate is 14%, double the rate in the north (7%).", ("14%", "greater", "rate", "7%")),
    ],
)
def test_sides(facts_of, text, sides):
    """The left number, the relation, and the right side with its number."""
    assert _sides(facts_of, text) == [sides]


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("Rents are 8% higher in Ulm and those in Bonn 9% lower than in Mainz.", ["Mainz", "Mainz"]),
        ("The new tunnel is twice as long and a third as wide as the old one.", ["old one", "old one"]),
        ("It made $6m, a tenth more than Ada but short of the $7m promised.", ["Ada", None]),
    ],
)
def test_joined_comparisons(facts_of, text, rights):
    """One verb, or one left number, for several comparisons."""
    assert [right for _, _, right, _ in _sides(facts_of, text)] == rights


def test_a_side_without_its_verb_is_what_stands_before_the_number(facts_of):
    """Not the subject of the verb before it; an aside lies between."""
    fact = facts_of("Rents are 9% lower here and those in Bonn, despite the glut, 5% higher than in Ulm.")[-1]
    assert fact.left.subject.text.startswith("those")


def test_the_same_thing_at_another_time_is_no_second_subject(facts_of):
    """The right side has its time alone."""
    (fact,) = facts_of("Prices are 40% higher than they were in 2019.")
    assert (fact.right.subject, fact.right.when.value) == (None, "2019")


def test_a_country_beside_its_multiple_is_the_left_side(facts_of):
    """Not the subject of the verb before it."""
    fact = facts_of("Poland takes in half as many students as Czechia, a country a quarter of its size.")[-1]
    assert fact.left.subject.text == "country"


@pytest.mark.parametrize(
    "verb", [verb for name in ("verbs", "missing", "matching", "opposing") for verb in RECORDS[name]]
)
def test_every_verb_of_marks_has_its_relation(facts_of, verb):
    """With a mark alone or a level before it; without numbers on both sides `defy` tells no order."""
    texts = (f"Growth will {verb} the forecast of 5%.", f"Sales of 4 tonnes {verb} the record of 3 tonnes.")
    told = [fact for text in texts for fact in facts_of(text) if fact.kind == "comparison"]
    assert all(fact.relation for fact in told)
    if verb in RECORDS["opposing"]:
        assert all(fact.kind != "comparison" for fact in facts_of(texts[0]))


@pytest.mark.parametrize(
    "text",
    [
        "She lives four miles outside the town.",
        "He shaved 11 seconds off the record.",
        "The mayor will lead a parade watched by 5,000 people.",
        "Another 26 more were hurt.",
        "Eighty sea rangers from more than 14 clans met in the town.",
        "They sold grapes for four years below cost.",
        "Chile won the prize twice.",
        "Paris recorded 24 days above 35°C.",
        "Earnings exceeded $5bn.",
        "The bank is behind only two other lenders.",
    ],
)
def test_no_comparisons(facts_of, text):
    """Distances, changes, agents and further amounts."""
    assert _sides(facts_of, text) == []
