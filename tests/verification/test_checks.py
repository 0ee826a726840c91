"""What a check tells beside its verdict: the parts of the match, the evidence, further facts and the source."""

import pytest

from factex.verification.agreement import compare
from factex.verification.check import Match
from factex.verification.verify import verify

IN_OSLO = "The port in Oslo has 40 boats now."
OSLO_FIRST = "Oslo is large. The port has 40 boats."
FIRE = "40 homes burned, police said."
REVENUE = "Revenue was $40 million in 2020."
ROSE = "Revenue rose from $40 million to $50 million."


@pytest.mark.parametrize(
    ("source", "text", "part", "value"),
    [
        (IN_OSLO, "The port in Oslo has 40 boats.", "place", 1.0),
        (IN_OSLO, "The port in Bergen has 40 boats.", "place", -1.0),
        (IN_OSLO, "The port has 40 boats.", "place", 0.0),
        (OSLO_FIRST, "The port in Oslo has 40 boats.", "place", 1.0),
        (IN_OSLO, "The port in Oslo has 40 boats.", "subject", 1.0),
        (IN_OSLO, "The port in Oslo has 40 boats.", "measure", 1.0),
        (IN_OSLO, "The port in Oslo has 40 boats.", "context", 1.0),
        (OSLO_FIRST, "The port in Oslo has 40 boats.", "context", 0.7),
        (FIRE, "Police said 40 homes burned.", "speaker", 1.0),
        (FIRE, "The mayor said 40 homes burned.", "speaker", -1.0),
        (FIRE, "In the city 40 homes burned.", "speaker", 0.0),
        (REVENUE, "Revenue was $40 million in March 2020.", "time", 1.0),
        (REVENUE, "Revenue was $40 million in 2022.", "time", -1.0),
        (REVENUE, "Revenue was $40 million.", "time", 0.0),
        (REVENUE, "Profit was $40 million.", "measure", -1.0),
        (ROSE, "Revenue was previously $40 million.", "time", 0.5),
        ("The fee was previously $30 and is now $40.", "The fee was previously $30.", "time", 0.5),
        ("The 2021 model costs $40.", "The 2021 model sells for $40.", "time", 0.5),
        ("The model costs $40.", "The model sells for $40.", "time", 0.0),
        ("The port had 300 boxes since 2015.", "The port had 300 boxes in 2017.", "time", 0.3),
    ],
)
def test_parts_of_the_match(extractor, source, text, part, value):
    """Each part tells whether the same is meant: 1, something else, -1, or neither, 0."""
    (check,) = verify(text, source, extractor=extractor)
    assert getattr(check.match, part) == value, str(check)


def test_the_same_sentence_matches_in_full(extractor):
    """A sentence that the source has too is of the same thing and time."""
    (check,) = verify("Bergen has 40 boats.", "Bergen has 40 boats.", extractor=extractor)
    assert check.match == Match(subject=1, measure=1, context=1, time=1)


@pytest.mark.parametrize(
    ("source", "text", "evidence", "more"),
    [
        (ROSE, "Revenue rose 25%.", ROSE, []),
        (
            f"Revenue was $50 million in 2021. {REVENUE}",
            "Revenue rose 25%.",
            "Revenue was $50 million in 2021.",
            [REVENUE],
        ),
        (f"It rained. {REVENUE}", "Revenue was $40 million in 2020.", REVENUE, []),
    ],
)
def test_evidence(extractor, source, text, evidence, more):
    """The evidence is the fact that decides; further facts are those of an arithmetic, without it."""
    (check,) = verify(text, source, extractor=extractor)
    assert check.evidence.sentence.text == evidence
    assert [fact.sentence.text for fact in check.more] == more
    assert check.source == 0


def test_no_evidence(extractor):
    """A check without evidence names no source."""
    (check,) = verify("Ambo earned $5.", ["It rained 4 mm.", "It rained 3 mm."], extractor=extractor)
    assert (check.evidence, check.more, check.source, check.match) == (None, (), None, None)


def test_rows(extractor):
    """A row a check tells the claim's sentence, its evidence and where that stands, or that there is none."""
    found = verify("It rained. It rained 3 mm. Ambo earned $5.", "It rained 4 mm.", extractor=extractor)
    claims = [(row["verdict"], row["claim"], found.text[row["start"] : row["end"]]) for row in found.to_records()]
    assert claims == [
        ("contradicted", str(found[0].fact), "It rained 3 mm."),
        ("unsupported", str(found[1].fact), "Ambo earned $5."),
    ]
    evidence = [(row["evidence"], row["evidence_sentence"], row["source"]) for row in found.to_records()]
    assert evidence == [(str(found[0].evidence), "It rained 4 mm.", 0), (None, None, None)]


def test_the_source_that_backs_it(extractor):
    """Of several sources the one that backs a claim is told; of two that do the first."""
    sources = ["It rained 4 mm.", "It rained 3 mm.", "It rained 3 mm."]
    (check,) = verify("It rained 3 mm.", sources, extractor=extractor)
    assert (str(check.verdict), check.source) == ("supported", 1)


TWO_YEARS = f"Revenue was $50 million in 2021. {REVENUE}"
LITRES = "The tank holds 60 litres."
ROUGHLY = "The tank holds about 60 litres."
TRAMS = "In the city 5 trams burned."


@pytest.mark.parametrize(
    ("left", "right", "agreeing", "conflicting", "only_left", "only_right"),
    [
        (ROUGHLY, LITRES, [(ROUGHLY, LITRES)], [], [], []),
        (LITRES, ROUGHLY, [(LITRES, ROUGHLY)], [], [], []),
        (f"{LITRES} {TRAMS}", ROUGHLY, [(LITRES, ROUGHLY)], [], [TRAMS], []),
        ("Revenue rose 25%.", TWO_YEARS, [("Revenue rose 25%.", TWO_YEARS[:32])], [], [], [REVENUE]),
        (TWO_YEARS, "Revenue rose 25%.", [(TWO_YEARS[:32], "Revenue rose 25%.")], [], [REVENUE], []),
        ("The mill has 3 kilns.", "The mill has 4 kilns.", [], [("The mill has 3 kilns.", "The mill has 4 kilns.")], [], []),
        (TRAMS, "No tram burned.", [], [], [TRAMS], []),
        ("No tram burned.", TRAMS, [], [], [], [TRAMS]),
        (TRAMS, LITRES, [], [], [TRAMS], [LITRES]),
    ],
)  # fmt: skip
def test_compared(extractor, left, right, agreeing, conflicting, only_left, only_right):
    """Each fact of two texts is in one pair, or in one text alone; which text comes first does not matter."""
    found = compare(extractor.extract(left), extractor.extract(right))
    assert [(pair.left.sentence.text, pair.right.sentence.text) for pair in found.agreeing] == agreeing
    assert [(pair.left.sentence.text, pair.right.sentence.text) for pair in found.conflicting] == conflicting
    assert [fact.sentence.text for fact in found.only_left] == only_left
    assert [fact.sentence.text for fact in found.only_right] == only_right
