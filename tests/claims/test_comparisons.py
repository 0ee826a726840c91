"""Comparisons: what stands on either side, and how the two are held against each other."""

import pytest


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
    ],
)
def test_sides(facts_of, text, sides):
    """The left number, the relation, and the right side with its number."""
    assert _sides(facts_of, text) == [sides]


def test_the_same_thing_at_another_time_is_no_second_subject(facts_of):
    """The right side has its time alone."""
    (fact,) = facts_of("Prices are 40% higher than they were in 2019.")
    assert (fact.right.subject, fact.right.when.value) == (None, "2019")


def test_a_country_beside_its_multiple_is_the_left_side(facts_of):
    """Not the subject of the verb before it."""
    fact = facts_of("Poland takes in half as many students as Czechia, a country a quarter of its size.")[-1]
    assert fact.left.subject.text == "country"


@pytest.mark.parametrize(
    "text",
    [
        "She lives four miles outside the town.",
        "He shaved 11 seconds off the record.",
        "The mayor will lead a parade watched by 5,000 people.",
        "Another 26 more were hurt.",
    ],
)
def test_no_comparisons(facts_of, text):
    """Distances, changes, agents and further amounts."""
    assert _sides(facts_of, text) == []
