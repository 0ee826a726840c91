"""Changes: what moved, from where to where, and by how much."""

import pytest


def _text(value):
    return None if value is None else value.text


def _changes(facts_of, text):
    return [
        (_text(fact.start), _text(fact.end), _text(fact.amount or fact.factor), fact.direction)
        for fact in facts_of(text)
        if fact.kind == "change"
    ]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Down 3.1% on the day, the index closed at 7,412.", (None, "7,412", "3.1%", "decrease")),
        ("House prices up 0.4% in March", (None, None, "0.4%", "increase")),
        ("Sales, up by a third since May, averaged 840 tonnes.", (None, "840 tonnes", "a third", "increase")),
        ("The pass rate, at 67.8%, was down on last year's 68.2%.", ("68.2%", "67.8%", None, "decrease")),
        ("Cases of measles were up more than fourfold.", (None, None, "more than fourfold", "increase")),
        ("Deaths almost doubled last year, reaching 412.", (None, "412", "almost doubled", "increase")),
        ("The river rose three metres in the night.", (None, None, "three metres", "increase")),
        ("A rise in the price of diesel of 14 cents hit them.", (None, None, "14 cents", "increase")),
        ("Its share slid from 31%, when it led, to 12% now.", ("31%", "12%", None, "decrease")),
        ("Road deaths fell for a third year running, to 3,190.", (None, "3,190", None, "decrease")),
        ("The shares gave up 0.9%.", (None, None, "0.9%", "decrease")),
        ("The economy grew at an annual rate of 2.8%.", (None, None, "2.8%", "increase")),
        ("Wheat lost 11 cents to $10.02.", (None, "$10.02", "11 cents", "decrease")),
        ("Only 47% feel safe, a drop of nine points.", (None, "47%", "nine points", "decrease")),
        ("The shares have lost a third of their value.", (None, None, "a third", "decrease")),
    ],
)
def test_parts(facts_of, text, change):
    """The start, the end, by how much, and which way."""
    assert _changes(facts_of, text) == [change]


def test_an_amount_told_in_brackets_too(facts_of):
    """The relative amount stands beside the absolute one."""
    (fact,) = facts_of("Exports rose by €1.2bn (7%) to €18.4bn.")
    assert (fact.amount.text, fact.relative.text, fact.end.text) == ("€1.2bn", "7%", "€18.4bn")


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Robberies were down 15%, assaults down 6% to 812, and thefts of bikes up, by 3%.", 3),
        ("Gas was up 6% and oil 2%.", 2),
        ("The firm cut its dividend by 40% and its workforce by 1,100.", 2),
        ("The price of a red stamp goes up by 10p to £1.35, that of a blue one by 5p to 85p.", 2),
    ],
)
def test_one_verb_for_several_things(facts_of, text, themes):
    """Each thing has a change of its own, and is its subject or measure."""
    told = [fact.measure or fact.subject for fact in facts_of(text) if fact.kind == "change"]
    assert len({mention.start for mention in told}) == themes


@pytest.mark.parametrize(
    "text",
    [
        "The firm will take up a 60 per cent stake in the mill.",
        "They hope to cut the $500 million beef trade.",
        "He has lost crops worth up to $20,000.",
        "A ban on 300 lorries made up 40% of it.",
    ],
)
def test_no_changes(facts_of, text):
    """Numbers that describe a thing, and verbs that tell no movement."""
    assert _changes(facts_of, text) == []
