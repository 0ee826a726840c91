"""Verbs that the small model takes for nouns get their place back, and nouns of the same form keep theirs."""

import pytest

import factex


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The towers of the suspension bridge rise 512 feet above the bay.",
            ("towers of the suspension bridge", "rise"),
        ),
        ("Seats for the festival in the Roman quarry cost between €18 and €32.", ("Seats", "cost")),
        ("The new catamaran on the Lorrin route cruises at 35 knots.", ("new catamaran", "cruise")),
        ("A room in the harbour hotel costs 90 euros.", ("room", "cost")),
        ("The Zarkand pass lies at about 5,000 metres.", ("Zarkand pass", "lie")),
        ("Each day of stoppage costs exporters $85 million.", ("Each day of stoppage", "cost")),
        ("The vineyard that the family sold measures 340 acres.", ("vineyard", "measure")),
        ("Passenger numbers at Schiphol plunged 71%.", ("Passenger numbers", "plunge")),
        ("The police hit list has 40 names.", ("police hit list", "have")),
        ("The old model handled 310 parcels; the new one handles 930.", ("old model", "handle")),
    ],
)
def test_subject_and_verb(text, told):
    """Who has the number, and what it does."""
    fact = factex.extract(text)[0]
    about = fact.subject or fact.measure
    assert (about.text, fact.predicate) == told


@pytest.mark.parametrize(
    ("text", "subject", "direction"),
    [
        ("The county accepted a contract that lifts pay 9 percent over three years.", "pay", "increase"),
        ("The council cut spending 12 percent last year.", "spending", "decrease"),
        ("The bank cut costs 8 percent.", "costs", "decrease"),
    ],
)
def test_change(text, subject, direction):
    """What moves, and which way."""
    fact = next(fact for fact in factex.extract(text) if fact.kind == "change")
    assert ((fact.subject or fact.measure).text, fact.direction) == (subject, direction)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It is played every evening at six.", 0),
        ("The shop opens at nine and closes at six.", 0),
        ("The new one costs more than the old one.", 0),
        ("It opens at nine schools.", 1),
    ],
)
def test_no_numbers(text, count):
    """Hours of the day and pronouns count nothing."""
    assert len(factex.extract(text).quantities) == count


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("When it drops below freezing for longer than four hours, the fruit is lost.", ("it", "drop")),
        ("Sales rose, data showed, whereas in Germany diesel had 74 per cent of the market.", ("diesel", "have")),
        ("The town is poor, with the price of water jumping 40 per cent.", ("price of water", "jump")),
        ("The board said after 99% of the votes had been counted that it was over.", (None, "count")),
        ("Sales grew 3%, figures from the think-tank Lumen show.", ("Sales", "grow")),
    ],
)
def test_hung_where_it_belongs(text, told):
    """What the parse hung on another clause is told of its own subject and verb."""
    fact = factex.extract(text)[0]
    about = fact.subject or fact.measure
    assert (None if about is None else about.text, fact.predicate) == told
