"""Places in an order: how they are told, of what, and what only looks like one."""

import pytest


def _ranks(facts_of, text):
    return [
        (
            None if fact.subject is None else fact.subject.text,
            fact.position,
            fact.direction,
            None if fact.attribute is None else fact.attribute.text,
            None if fact.total is None else fact.total.text,
        )
        for fact in facts_of(text)
        if fact.kind == "rank"
    ]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("Lund finished the season 15th.", ("Lund", 15, "top", None, None)),
        ("Kenya slipped three places to 19th in the index.", ("Kenya", 19, "top", None, None)),
        ("The index places the country 112th of 163 for peace.", ("country", 112, "top", "peace", "163")),
        ("She took third place behind two Norwegians.", ("She", 3, "top", None, None)),
        ("Ireland came second bottom, ahead of Malta.", ("Ireland", 2, "bottom", None, None)),
        ("The province came last but one for literacy.", ("province", 2, "bottom", "literacy", None)),
        ("Third from last at the turn, the crew won bronze.", ("crew", 3, "bottom", None, None)),
        ("It ranks third in education spending among 30 states.", ("It", 3, "top", "education spending", "30 states")),
        ("Its margin was the second-thinnest of the five chains.", ("Its margin", 2, "top", "thinnest", "five chains")),
        ("The purchase made it the world's sixth most visited.", ("it", 6, "top", "visited", None)),
        ("He finished the tour as its third-highest scorer.", ("He", 3, "top", "highest", None)),
    ],
)
def test_a_place_is_told_in_many_ways(facts_of, text, rank):
    """By a verb, by a noun, beside its thing, from either end."""
    assert _ranks(facts_of, text) == [rank]


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Seoul ranked ninth, Tokyo 12th and Osaka 30th.", [("Seoul", 9), ("Tokyo", 12), ("Osaka", 30)]),
        ("The state ranks 48th for spending and 50th for pay.", [("state", 48), ("state", 50)]),
        ("Port Harlow is the world's third-busiest port by weight and, by value, its fifth.",
         [("Port Harlow", 3), ("Port Harlow", 5)]),
    ],
)  # fmt: skip
def test_further_places_of_one_verb(facts_of, text, ranks):
    """Each with its own thing, or with the thing of the first."""
    assert [(subject, position) for subject, position, *_ in _ranks(facts_of, text)] == ranks


@pytest.mark.parametrize(
    "text",
    [
        "Parents put safety first.",
        "They were second to none in the region.",
        "In the first place, nobody asked them.",
        "He wore the No. 8 shirt on the 14th.",
        "It was the second time in a week.",
        "The fair runs from the 12th to the 19th of May.",
        "He was last in Paris in spring.",
    ],
)
def test_other_ordinals_are_no_places(facts_of, text):
    """Idioms, dates, names and mere counting."""
    assert _ranks(facts_of, text) == []
