"""What a claim may not take from a number that agrees, and what a source says of it without telling its number."""

import pytest

SUPPORTED, CONTRADICTED, OPEN = "supported", "contradicted", "unsupported"
FERRY = "The ferry line opened in 1908 and closed in 1973."
LEAVES = "The mill cut 30 of its 80 jobs."
FLEET = "In May the tug towed 13 yachts, 8 trawlers and 5 barges."
ELDER = "In the block, 41 percent of voters over 60 own their flats."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        (FERRY, "The ferry line ran for 65 years.", SUPPORTED, "1973 - 1908 = 65"),
        (FERRY, "The ferry line ran for 75 years.", CONTRADICTED, "1973 - 1908 = 65"),
        (FERRY, "The ferry line ran for more than six decades.", SUPPORTED, "1973 - 1908 = 65"),
        (FERRY, "The cable car ran for 65 years.", OPEN, "no figure"),
        ("The ferry line was praised in 1908 and in 1973.", "The ferry line ran for 75 years.", OPEN, "no figure"),
        (LEAVES, "The mill has 50 jobs left.", SUPPORTED, "80 - 30 = 50"),
        ("Police freed 30 of the 80 sailors.", "50 of the 80 sailors were not freed.", SUPPORTED, "80 - 30 = 50"),
        ("Of the tenants, 38 percent pay rent and the rest own.", "62 percent of the tenants own.", SUPPORTED, "is 62"),
        (FLEET, "In May the tug towed 26 vessels.", SUPPORTED, "13 + 8 + 5 = 26"),
        (FLEET, "In May the tug towed 8 yachts.", CONTRADICTED, "13 yachts"),
        ("The bill passed by 212 votes to 187.", "The bill passed with a majority of 25 votes.", SUPPORTED, "212 - 187 = 25"),
        ("The 12 boats cost $1.8 billion.", "Each of the boats cost $150 million.", SUPPORTED, "/ 12 = 150"),
        ("Ambo handled 300 boxes. Only one port, Holm, handled more.", "Ambo was the second-largest port.", SUPPORTED, "1 ahead"),
    ],
)  # fmt: skip
def test_reckoned(check, source, text, verdict, how):
    """Years make a span, parts a rest or a sum, votes a majority, a total a price apiece."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        ("Ana finished 12 seconds ahead of Bo.", "Bo finished 12 seconds behind Ana.", SUPPORTED, "12 seconds"),
        ("Ana finished 12 seconds ahead of Bo.", "Bo finished 12 seconds ahead of Ana.", CONTRADICTED, "other way round"),
        ("Trams drew twice as many riders as buses.", "Buses drew twice as many riders as trams.", CONTRADICTED, "other way round"),
        ("Trams drew twice as many riders as buses.", "Trams drew twice as many riders as buses.", SUPPORTED, "same sentence"),
    ],
)  # fmt: skip
def test_sides(check, source, text, verdict, how):
    """A gap may be told from either side; what comes first may not be told as what comes second."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        (ELDER, "In the block, 41 percent of voters own their flats.", OPEN, "of an age only"),
        (ELDER, "In the block, 41 percent of older voters own their flats.", SUPPORTED, "41 percent"),
        ("Gates at the port are 9 percent dearer than in 2019.", "Gates at the port are 9 percent dearer than a year earlier.", OPEN, "2019"),
        ("Output rose 3 percent in May from April.", "Output was 3 percent higher in May than a year earlier.", OPEN, "another stretch"),
        ("The mine has a capacity of 8 million tonnes.", "The mine shipped 8 million tonnes.", OPEN, "capacity only"),
        ("The mine has a capacity of 8 million tonnes.", "The mine can ship 8 million tonnes.", SUPPORTED, "8 million"),
        ("The yard faces a fine of $4 million.", "The yard was fined $4 million.", OPEN, "not that it came to that"),
        ("The yard faces 27 lawsuits.", "More than two dozen lawsuits were brought against the yard.", SUPPORTED, "27 lawsuits"),
        ("The yard has sold 90 boats since 2019.", "The yard sold 90 boats last year.", OPEN, "since 2019"),
        ("The average wage is $900.", "The median wage is $900.", OPEN, "not of 'median'"),
        ("The yard is the second-largest employer on the island.", "The yard is the country's second-largest employer.", OPEN, "no figure"),
        ("Of the nurses and doctors, women and men, 37 percent smoke.", "37 percent of the women smoke.", OPEN, "'women' alone"),
        ("Holm wants Tarsk's 40 trams.", "Holm has 40 trams.", OPEN, ""),
        ("The crate weighs 2.4 tonnes.", "The crate has a mass of 2.4 tonnes.", SUPPORTED, "2.4 tonnes"),
        ("The train did 140 kilometres an hour without any trouble.", "The train did 140 kilometres an hour.", SUPPORTED, "140"),
        ("Fourteen divers went down without a guide.", "Fourteen divers went down with a guide.", OPEN, "is denied"),
        ("None of the 64 flights left.", "All 64 flights were scrapped.", OPEN, ""),
        ("Net interest income was $9 million. Net profit was $4 million.", "Net profit was $9 million.", CONTRADICTED, "$4 million"),
        ("At least 120 people, among them 14 children, were killed.", "More than 100 people were killed.", SUPPORTED, "At least 120"),
        ("The petition failed to reach 10,000 names.", "The petition gathered more than 10,000 names.", CONTRADICTED, "10,000"),
    ],
)  # fmt: skip
def test_limits(check, source, text, verdict, how):
    """An age, a base, a capacity, a threat or an owner limits what a number tells."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason
