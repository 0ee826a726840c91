"""Whether a claim and its source speak of the same thing: who, what, where, who says so, and what is done."""

import pytest

SUPPORTED, CONTRADICTED, OPEN = "supported", "contradicted", "unsupported"

MILL = "The old mill closed. It had 40 workers."
APPOSED = "Karsten, the mayor of Ambo, has 40 boats."
BOTH_NAMES = "Karsten Holm scored 40 goals."
AMBO_BANK = "In Oslo Ambo Bank has 40 boats. In Bergen it has 60 boats."
TWO_PORTS = "The port in Oslo has 40 boats, and the one in Bergen 30."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        ("It has 40 boats.", "The port has 40 boats.", SUPPORTED, "40 boats"),
        ("It has 40 boats.", "Oslo has 40 boats.", OPEN, "does not say so of 'oslo'"),
        (MILL, "The mill had 40 workers.", SUPPORTED, "40 workers"),
        (MILL, "The bakery had 40 workers.", OPEN, "does not speak of 'bakery'"),
        ("A goalkeeper saved 40 shots.", "The captain saved 40 shots.", OPEN, "says so of 'goalkeeper'"),
        ("The goalkeeper saved 40 shots.", "The captain saved 40 shots.", OPEN, "says so of 'goalkeeper'"),
        ("The yard sold 40 boats. A mill opened.", "The mill sold 40 boats.", OPEN, "says so of 'yard'"),
        (BOTH_NAMES, "Karsten scored 40 goals.", SUPPORTED, "40 goals"),
        (BOTH_NAMES, "Holm scored 40 goals.", SUPPORTED, "40 goals"),
        (BOTH_NAMES, "Ambo Holm scored 40 goals.", OPEN, "so of 'karsten', not of 'ambo'"),
        (BOTH_NAMES, "Ambo scored 40 goals.", OPEN, "so of 'karsten holm', not of 'ambo'"),
        (BOTH_NAMES, "Karsten Holm of Oslo scored 40 goals.", OPEN, "does not say so of 'oslo'"),
        (APPOSED, "The mayor of Ambo has 40 boats.", SUPPORTED, "40 boats"),
        (APPOSED, "The mayor has 40 boats.", SUPPORTED, "40 boats"),
        (APPOSED, "Karsten has 40 boats.", SUPPORTED, "40 boats"),
        (APPOSED, "Holm has 40 boats.", OPEN, "so of 'karsten', not of 'holm'"),
        ("The legislature has 40 members.", "The Parliament has 40 members.", SUPPORTED, "40 members"),
        ("Visitors pay $40 for a ticket.", "A ticket costs $40.", SUPPORTED, "$40"),
        ("Revenue came to $40 million.", "Profit came to $40 million.", OPEN, "of 'revenue', not of 'profit'"),
        ("Revenue came to $40 million.", "Sales came to $40 million.", SUPPORTED, "$40 million"),
        ("Revenue and profit came to $40 million.", "Profit came to $40 million.", SUPPORTED, "$40 million"),
        ("Revenue and profit came to $40 million.", "Sales came to $40 million.", SUPPORTED, "$40 million"),
        (APPOSED, "The port has 40 boats.", OPEN, "says so of 'karsten'"),
        ("Ambo accepted 40 boats.", "The club has 130 boats.", OPEN, "says so of 'ambo'"),
        ("Turnout was 6 percent.", "Inflation was 6 percent.", OPEN, "says so of 'turnout'"),
        ("Prices rose 6 percent.", "Turnout rose 6 percent.", OPEN, "says so of 'prices'"),
        ("Prices rose 6 percent.", "Wages rose 6 percent.", OPEN, "says so of 'prices'"),
    ],
)  # fmt: skip
def test_who(check, source, text, verdict, how):
    """A number counts for whom the source tells it of, by whatever name, and for no one else."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        ("The bridge is 120 metres long.", "The bridge rises 120 metres above the bay.", OPEN, "tells the length"),
        ("The bridge is 120 metres long.", "The bridge has a length of 120 metres.", SUPPORTED, "120 metres"),
        ("The tunnel lies 45 metres below the bay.", "The tunnel is 45 metres deep.", SUPPORTED, "45 metres"),
        ("The tunnel lies 45 metres below the bay.", "The tunnel is 45 metres long.", OPEN, "tells the depth"),
        ("The lake was 3 metres deep before the gates were opened.", "The lake was 3 metres deep after the gates were opened.", OPEN, "the time before"),
        ("The lake was 3 metres deep before the gates were opened.", "Before the gates opened the lake was 3 metres deep.", SUPPORTED, "3 metres"),
    ],
)  # fmt: skip
def test_along_what_and_when(check, source, text, verdict, how):
    """A length counts along the axis that the source tells it of, a level on the side of the event."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


@pytest.mark.parametrize(
    ("source", "text", "verdict"),
    [
        # an adjective of a name
        ("The navy of Elbia has 40 boats.", "The Elbian navy has 40 boats.", SUPPORTED),
        ("The Onna navy has 40 boats.", "The Onnan navy has 40 boats.", OPEN),
        ("The Tavria navy has 40 boats.", "The Tavrianesque navy has 40 boats.", OPEN),
        ("The Karsten navy has 40 boats.", "The Karstberg navy has 40 boats.", OPEN),
        # names that stand for one another, also at the end of a text
        ("The navy of the United Arab Emirates has 40 boats.", "The Emirati navy has 40 boats.", SUPPORTED),
        ("There are 40 boats in the navy of Britain.", "The British navy has 40 boats.", SUPPORTED),
        # acronyms
        ("The North Atlantic Treaty Organization has 32 members.", "NATO has 32 members.", SUPPORTED),
        ("The port authority (PA) has 40 boats.", "PA has 40 boats.", SUPPORTED),
        ("In a big old tram (BOT) 40 people died.", "In a BOT 40 people died.", SUPPORTED),
        ("Narva Rail has 40 trains.", "NR has 40 trains.", SUPPORTED),
        ("Narva, Rakvere and Tapa have 40 trains.", "NR has 40 trains.", OPEN),
        ("B Rail has 40 trains.", "R has 40 trains.", OPEN),
        ("Narva, Rakvere and Tapa have 40 trains.", "NRT has 40 trains.", OPEN),
        ("Karsten and Holm Rail has 40 trains.", "KHR has 40 trains.", SUPPORTED),
        ("The port authority (PA) is old. The port authority has 40 boats.", "PA has 40 boats.", SUPPORTED),
        ("The old port authority PA is open. The port authority has 40 boats.", "OPA has 40 boats.", OPEN),
        # a short name of four letters needs no capitals, a shorter one does
        ("The navy of Thailand has 40 boats.", "The Thai navy has 40 boats.", SUPPORTED),
        ("Those who came have 40 members.", "The World Health Organization has 40 members.", OPEN),
        ("The club, who has 40 boats, is large.", "The World Health Organization has 40 boats.", OPEN),
        ("They gave us 40 boats.", "America has 40 boats.", OPEN),
        # the head of a later sentence is a name only where it is no common word
        ("It is late. Stores sold 40 boats.", "It is late. Shops sold 40 boats.", SUPPORTED),
    ],
)  # fmt: skip
def test_names(check, source, text, verdict):
    """Names are known by their adjectives, their initials and the names that stand for them."""
    assert check(text, source)[0] == verdict


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        ("Oslo is large. The port has 40 boats.", "The port in Oslo has 40 boats.", SUPPORTED, "40 boats"),
        ("Oslo is large. The port has 40 boats.", "The port in Bergen has 40 boats.", OPEN, "not say so of 'bergen'"),
        ("The port has 40 boats. Oslo is large.", "The port in Oslo has 40 boats.", OPEN, "not say so of 'oslo'"),
        (TWO_PORTS, "The port in Oslo has 40 boats.", SUPPORTED, "40 boats"),
        (TWO_PORTS, "The port in Bergen has 40 boats.", CONTRADICTED, "the source has '30'"),
        (TWO_PORTS, "The port in Narvik has 40 boats.", OPEN, "not say so of 'narvik'"),
        ("The firm sold 400 cars, a tenth of them in Oslo.", "The firm sold 400 cars.", SUPPORTED, "400 cars"),
        ("The firm sold 400 cars, a tenth of them in Oslo.", "The firm sold 400 cars in Oslo.", OPEN, "so of 'oslo'"),
        ("The firm sold 400 cars, a tenth of them in Oslo.", "The firm sold 40 cars in Oslo.", SUPPORTED, "= 40"),
        ("In Oslo the firm sold 400 cars, 60 of them red.", "The firm sold 400 cars in Oslo.", SUPPORTED, "400 cars"),
        ("The firm sold 40 boats. It has a yard in Bergen.", "The firm sold 40 boats to Bergen.", OPEN, "speaks of 'bergen' elsewhere"),
        ("The firm sold 40 boats. It has a yard in Bergen.", "The Bergen firm sold 40 boats.", OPEN, "not say so of 'bergen'"),
        ("The firm's boats numbered 40 in Oslo. Bergen is near.", "Near Bergen the firm's boats numbered 40.", OPEN, "not say so of 'bergen'"),
        ("Karsten in Oslo sold 40 boats with Holm of Bergen.", "In Oslo Karsten sold 40 boats.", SUPPORTED, "40 boats"),
        ("Karsten in Oslo sold 40 boats with Holm of Bergen.", "Karsten sold 40 boats with Ambo of Oslo.", OPEN, "so of 'ambo'"),
        ("The dog bit 11 players.", "The dog bit 11 players in Oslo.", OPEN, "not say so of 'oslo'"),
        (AMBO_BANK, "The bank in Oslo has 40 boats.", SUPPORTED, "40 boats"),
        (AMBO_BANK, "The bank in Bergen has 60 boats.", SUPPORTED, "60 boats"),
        (AMBO_BANK, "The bank in Bergen has 40 boats.", CONTRADICTED, "60 boats"),
        ("Line 4 carries 61,000 people to Dock 9.", "Line 4 carries 61,000 people to Dock 8.", OPEN, "so of '8'"),
        ("Line 4 carries 61,000 people to Dock 9.", "Line 4 carries 61,000 people.", SUPPORTED, "61,000"),
        ("In Upper Ashe 90 mm of rain fell, in Lower Ashe 40 mm.", "In Lower Ashe 90 mm of rain fell.", CONTRADICTED, "40 mm"),
        ("Sales at its repair shops fell 6 percent.", "Sales fell 6 percent.", OPEN, "its 'repair shops"),
        ("In Oslo's Lower Quay district, rents rose 11 percent.", "Rents across Oslo rose 11 percent.", OPEN, "Lower Quay"),
        ("Four Norwegian sailors were rescued.", "Four sailors were rescued in Norway.", OPEN, "'norway'"),
        ("At least 240 flights were cancelled.", "Fewer than 200 flights were cancelled.", CONTRADICTED, "At least 240"),
    ],
)  # fmt: skip
def test_where(check, source, text, verdict, how):
    """A number counts for the place that is told of it, or of the text before it."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


BOTH_SAY = "The firm said it sold 40 boats, and Ambo said it sold 60."
QUOTED = "Karsten praised Ambo. Ambo said 40 boats were sold."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        ("40 homes burned, police said.", "Police said 40 homes burned.", SUPPORTED, "40 homes"),
        ("40 homes burned, police said.", "Officials said 40 homes burned.", OPEN, "not name 'officials' as who says"),
        ("40 homes burned, police said.", "The mayor said 40 homes burned.", OPEN, "not name 'mayor' as who says"),
        (QUOTED, "Ambo said that 40 boats were sold.", SUPPORTED, "40 boats"),
        (QUOTED, "Karsten said 40 boats were sold.", OPEN, "has that from 'Ambo'"),
        ("Karsten sold 40 boats.", "Karsten said it sold 40 boats.", SUPPORTED, "40 boats"),
        ("Karsten sold 40 boats.", "Ambo said it sold 40 boats.", OPEN, "of 'karsten', not of 'ambo'"),
        ("The board said the bank sold 40 boats.", "The bank board said it sold 40 boats.", SUPPORTED, "40 boats"),
        ("The board said the bank sold 40 boats.", "Ambo's board said it sold 40 boats.", OPEN, "so of 'ambo'"),
        (BOTH_SAY, "Ambo said it sold 40 boats.", OPEN, "has that from 'firm'"),
        (BOTH_SAY, "The Ambo firm said it sold 40 boats.", OPEN, "has that from 'firm'"),
        ("The company said it sold 40 boats.", "The Ambo company said it sold 40 boats.", OPEN, "so of 'ambo'"),
        ("The Ambo company said it sold 40 boats.", "The company said it sold 40 boats.", SUPPORTED, "40 boats"),
        ("The Ambo company said it sold 40 boats.", "Ambo said it sold 40 boats.", SUPPORTED, "40 boats"),
        ("The Ambo company said it sold 40 boats.", "Karsten said it sold 40 boats.", OPEN, "not of 'karsten'"),
    ],
)  # fmt: skip
def test_who_says_so(check, source, text, verdict, how):
    """What one says is not what another says."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


@pytest.mark.parametrize(
    ("source", "text", "verdict"),
    [
        ("The ship carried 40 sailors.", "The ship carried 40 people.", SUPPORTED),
        ("The ship carried 40 sailors.", "The ship carried 40 items.", SUPPORTED),
        ("The ship carried 40 sailors.", "The ship carried 40 boats.", OPEN),
        ("The yard sold 40 boilers.", "In the yard 40 people died.", OPEN),
        ("The yard built 40 boats.", "The yard built 40 units.", SUPPORTED),
        ("The yard built 40 boats.", "The yard built 50 units.", CONTRADICTED),
        ("The bridge carries 38,000 vehicles a day.", "The bridge carries 38,000 cars a day.", SUPPORTED),
        ("The bridge carries 38,000 vehicles a day.", "The bridge carries 38,000 trains a day.", OPEN),
        ("The bridge carries 38,000 vehicles a day.", "The bridge carries 39,000 heavy vehicles a day.", CONTRADICTED),
        ("The fleet has 40.", "The fleet has 40 fishing boats.", OPEN),
        ("The ship carries 200 tonnes of wheat.", "The ship carries 200 tonnes.", SUPPORTED),
        ("The ship carries 200 tonnes of wheat.", "The ship carries 200 tonnes of it.", SUPPORTED),
        ("The ship carries 200 tonnes of wheat.", "The ship carries 200 tonnes of rice.", OPEN),
        ("The ship carries 200 tonnes of wheat.", "The ship carries 200 tonnes of wheat flour.", OPEN),
        ("Almond orchards cover 40 hectares.", "Cherry trees cover 40 hectares.", OPEN),
        ("Almond orchards cover 40 hectares.", "Cherries cover 40 hectares.", OPEN),
    ],
)  # fmt: skip
def test_what_is_counted(check, source, text, verdict):
    """A number of one thing is none of another, but for a word that takes it in."""
    assert check(text, source)[0] == verdict


STARTED = "Of 14,300 runners who started, 13,870 finished."
SOLD = "The club sold 30 of its 120 boats."
MONTHLY = "The firm pays $40 to its nurses every month."
HURT = "Four people were hurt. Two were treated for shock."
TWO_YEARS = "The yard built 40 boats over the past two years."
OWED = "The firm owes $310 million and $45 million to suppliers."
HARBOUR = "Of the old harbour's boats, the police burned 30."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        (STARTED, "13,870 runners finished.", SUPPORTED, "13,870"),
        (STARTED, "14,300 runners finished.", CONTRADICTED, "13,870"),
        (SOLD, "The club sold 30 boats.", SUPPORTED, "30"),
        (SOLD, "The club sold 30 of its boats.", SUPPORTED, "30"),
        (SOLD, "The club has 30 boats.", OPEN, "only a part of them"),
        (SOLD, "The club owned 30 boats.", OPEN, "only a part of them"),
        ("The club sold 30 boats.", "There are 30 boats in the club.", OPEN, "does not say how many there are"),
        ("The club has 30 boats.", "There are 30 boats in the club.", SUPPORTED, "30 boats"),
        (HURT, "Two people were treated for shock.", OPEN, "only some of them"),
        (HURT, "Two people were hurt.", CONTRADICTED, "Four people"),
        (HURT, "In all, two were treated for shock.", SUPPORTED, "Two"),
        (MONTHLY, "The firm pays its nurses $40.", SUPPORTED, "$40"),
        (MONTHLY, "In total the firm pays $40 to its nurses.", OPEN, "tells it per period"),
        (MONTHLY, "So far the firm has paid its nurses $40.", OPEN, "tells it per period"),
        ("They found eleven more moons.", "They found eleven moons.", OPEN, "only what came on top"),
        ("They found eleven more moons.", "They found eleven moons more.", SUPPORTED, "eleven more moons"),
        ("All but 11 players signed.", "All but 11 players signed up.", SUPPORTED, "11 players"),
        ("All but 11 players signed.", "11 players signed.", CONTRADICTED, "counts the exceptions"),
        ("11 players signed.", "All but 11 players signed.", CONTRADICTED, "counts the exceptions"),
        ("Of the boats in the harbour, 30 were sold.", "All 30 boats were sold.", OPEN, "so of 'harbour' only"),
        (HARBOUR, "The police burned 30 boats.", SUPPORTED, "30"),
        (HARBOUR, "Nationwide the police burned 30 boats.", OPEN, "so of 'harbour' only"),
        ("In Oslo the police burned 30 boats.", "Nationwide the police burned 30 boats.", OPEN, "so of 'oslo' only"),
        ("In Oslo the police burned 30 boats.", "In Oslo the police burned all 30 boats.", SUPPORTED, "30 boats"),
        ("Half of the boats in the old harbour burned.", "Half of all boats burned.", OPEN, "so of 'harbour' only"),
        ("Among the night staff, 60 percent of the nurses left.", "60 percent of all nurses left.", OPEN, "so of 'night staff' only"),
        ("At 30 schools in Oslo on a rainy Monday, the pupils sang.", "In Oslo the pupils sang at all 30 schools.", SUPPORTED, "30 schools"),
        (TWO_YEARS, "Over the past two years the yard built 40 boats.", SUPPORTED, "40 boats"),
        (TWO_YEARS, "Over the past three years the yard built 40 boats.", OPEN, "not speak of the past three years"),
        (TWO_YEARS, "Over the past two months the yard built 40 boats.", OPEN, "of 'years', not of 'months'"),
        ("The yard built 40 boats.", "Over the past two years the yard built 40 boats.", OPEN, "of the past two years"),
        (OWED, "The firm owes $310 million to suppliers.", SUPPORTED, "$310 million"),
        (OWED, "The firm owes $45 million to suppliers.", SUPPORTED, "$45 million"),
        ("The firm owes banks $310 million and suppliers $45 million.", "The firm owes banks $310 million.", SUPPORTED, "$310"),
        ("The firm owes banks $310 million and suppliers $45 million.", "The firm owes banks $45 million.", CONTRADICTED, "$310"),
        ("The firm owes banks $310 million and suppliers $45 million.", "The firm owes suppliers $310 million.", CONTRADICTED, "$45"),
    ],
)  # fmt: skip
def test_whole_and_part(check, source, text, verdict, how):
    """What the source tells of a part, of the exceptions or of one time is not told of all."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


VOTERS = "In the poll 60 percent of voters answered"


@pytest.mark.parametrize(
    ("source", "text", "verdict", "how"),
    [
        ("The yard accepted 40 boats.", "The yard rejected 40 boats.", CONTRADICTED, "says 'accepted', not 'rejected'"),
        ("The yard accepted 40 boats.", "The yard refused 40 boats.", CONTRADICTED, "says 'accepted', not 'refused'"),
        ("The yard did not accept 40 boats.", "The yard rejected 40 boats.", OPEN, "of 'accept', not of 'rejected'"),
        ("The yard accepted 40 boats.", "The yard did not reject 40 boats.", OPEN, "of 'accepted', not of 'reject'"),
        ("The yard did not accept 40 boats.", "The yard did not reject 40 boats.", OPEN, "of 'accept', not of 'reject'"),
        ("The yard accepted 40 boats and rejected 30.", "The yard accepted 40 boats.", SUPPORTED, "40 boats"),
        ("The yard accepted 40 boats and rejected 30.", "The yard rejected 30 boats.", SUPPORTED, "30"),
        ("The yard accepted 40 boats and rejected 30.", "The yard rejected 40 boats.", CONTRADICTED, "not 'rejected'"),
        ("Oslo beat 11 players.", "11 players beat Oslo.", OPEN, "the other way round"),
        ("11 players beat Oslo.", "Oslo beat 11 players.", OPEN, "the other way round"),
        ("11 players beat Oslo.", "11 players beat Oslo in May.", SUPPORTED, "11 players"),
        ("11 players were beaten by Oslo.", "Oslo beat 11 players.", SUPPORTED, "11 players"),
        ("The dog bit 11 players.", "11 players were bitten.", SUPPORTED, "11 players"),
        ("The workers painted 40 boats.", "40 boats were painted.", SUPPORTED, "40 boats"),
        ("In the fire 40 people were hurt.", "In the fire 40 people died.", OPEN, "of 'hurt', not of 'died'"),
        ("In the fire 40 people were hurt.", "40 people sang.", OPEN, "something else of them"),
        ("The yard exported 40 boats.", "The yard sold 40 boats.", OPEN, "of 'exported', not of 'sold'"),
        ("The yard has 40 boats.", "The yard exported 40 boats.", OPEN, "does not speak of 'exported'"),
        ("The yard has 40 boats.", "The yard leased 40 boats.", OPEN, "does not speak of 'leased'"),
        (f"{VOTERS} yes or no.", f"{VOTERS}.", SUPPORTED, "60 percent"),
        (f"{VOTERS} no or yes.", f"{VOTERS}.", SUPPORTED, "60 percent"),
        (f"{VOTERS} never.", f"{VOTERS}.", OPEN, "one of the two is denied"),
        (f"{VOTERS} no such question.", f"{VOTERS} the question.", OPEN, "one of the two is denied"),
    ],
)  # fmt: skip
def test_what_is_done(check, source, text, verdict, how):
    """A number of one deed is none of another, nor of its opposite."""
    found, reason = check(text, source)
    assert (found, how in reason) == (verdict, True), reason


@pytest.mark.parametrize(
    ("source", "text", "verdict"),
    [
        ("No passenger was on the tram.", "One passenger was on the tram.", CONTRADICTED),
        ("No passenger was on the tram.", "Two passengers were on the tram.", CONTRADICTED),
        ("The city bought no trams.", "The city bought 5 trams.", CONTRADICTED),
        ("The city bought zero trams.", "The city bought 5 trams.", CONTRADICTED),
        ("None of the trams in the city burned.", "In the city 5 trams burned.", CONTRADICTED),
        ("The town has no forests.", "The town has 5 woods.", CONTRADICTED),
        ("The city has no physicians.", "The city has 5 doctors.", CONTRADICTED),
        ("The city bought no trams.", "The city bought 0 trams.", OPEN),
        ("The city has no room for trams.", "The city has 5 trams.", OPEN),
        ("The city that no tram can reach has a port.", "The city has 5 trams.", OPEN),
        ("The city has a street which no tram ever used.", "The city has 5 trams.", OPEN),
        ("Nobody likes crowded trams in the city.", "The city has 5 trams.", OPEN),
        ("There was no time for the trams in the city.", "The city has 5 trams.", OPEN),
        ("The mayor of the city wanted none. Trams came later.", "The city has 5 trams.", OPEN),
        ("The city has 5 trams. No passenger was on board.", "The city has 5 trams.", SUPPORTED),
    ],
)  # fmt: skip
def test_none(check, source, text, verdict):
    """A sentence that says that there was none of something rules out a number of it, and of nothing else."""
    assert check(text, source)[0] == verdict


SEMICOLON = "Oslo has 40 boats; Bergen has 60 boats."
WHILE = "Oslo has 40 boats while Bergen has 60 boats."
BARE = "Oslo has 40 boats and Bergen 60."
COMMA = "Oslo has 40 boats, Bergen 60."
SENT = "Oslo sent 40 and Bergen 60 tonnes of fish."
LIST = "The firm has 60 boats, 40 lorries, 30 trains."
DEEDS = "The yard sold 40 boats and built 60 boats."
GOODS = "The yard sold 40 boats and 60 lorries."
SHIPS = "The firm sold 70 ships in Oslo and 20 in Bergen."
PROFIT = "Ambo made sales of $7 million and a profit of $2 million."
LAKES = "Onna is 310 metres deep, and Sarm 95 metres."
STAFF = "The yard in Oslo has 40 people and 60 boats."


@pytest.mark.parametrize(
    ("source", "text", "verdict"),
    [
        *((source, text, verdict) for source in (SEMICOLON, WHILE, BARE, COMMA) for text, verdict in (
            ("Oslo has 40 boats.", SUPPORTED), ("Bergen has 60 boats.", SUPPORTED),
            ("Oslo has 60 boats.", CONTRADICTED), ("Bergen has 40 boats.", CONTRADICTED),
        )),
        (SENT, "Bergen sent 40 tonnes of fish.", CONTRADICTED),
        (LIST, "The firm has 60 boats.", SUPPORTED),
        (LIST, "The firm has 40 lorries.", SUPPORTED),
        (LIST, "The firm has 60 lorries.", CONTRADICTED),
        (DEEDS, "The yard built 40 boats.", CONTRADICTED),
        (DEEDS, "The yard sold 60 boats.", CONTRADICTED),
        (GOODS, "The yard sold 60 lorries.", SUPPORTED),
        (GOODS, "The yard sold 40 lorries.", CONTRADICTED),
        (GOODS, "The yard sold 60 boats.", CONTRADICTED),
        (SHIPS, "The firm sold 20 ships in Bergen.", SUPPORTED),
        (SHIPS, "The firm sold 20 cars in Bergen.", OPEN),
        (SHIPS, "The firm sold 70 ships in Bergen.", CONTRADICTED),
        (SHIPS, "The firm sold 20 ships in Oslo.", CONTRADICTED),
        (PROFIT, "Ambo's profit was $2 million.", SUPPORTED),
        (PROFIT, "Ambo made a profit of $2 million.", SUPPORTED),
        (PROFIT, "Ambo's profit was $7 million.", CONTRADICTED),
        (PROFIT, "Karsten made a profit of $2 million.", OPEN),
        (LAKES, "Sarm is 95 metres deep.", SUPPORTED),
        (LAKES, "Sarm is 310 metres deep.", CONTRADICTED),
        (LAKES, "Onna is 95 metres deep.", CONTRADICTED),
        (STAFF, "The yard in Oslo has 40 residents.", SUPPORTED),
        (STAFF, "The yard in Oslo has 60 people.", CONTRADICTED),
        (STAFF, "The yard in Oslo has 40 boats.", CONTRADICTED),
        ("The boats that carry 40 people are red.", "The boats carry 40 people.", SUPPORTED),
        ("The boats that carry 40 people are red.", "The trams carry 40 people.", OPEN),
        ("The harbour has boats which weigh 40 tonnes.", "The boats weigh 40 tonnes.", SUPPORTED),
        ("The harbour has boats which weigh 40 tonnes.", "The trams weigh 40 tonnes.", OPEN),
        ("In Oslo and in Bergen the firm sold 40 boats.", "The firm sold 40 boats in Oslo.", SUPPORTED),
        ("In Oslo and in Bergen the firm sold 40 boats.", "The firm sold 40 boats in Bergen.", SUPPORTED),
    ],
)  # fmt: skip
def test_neighbours(check, source, text, verdict):
    """Of two numbers of a sentence each counts for its own thing."""
    assert check(text, source)[0] == verdict


@pytest.mark.parametrize(
    ("source", "text", "verdict"),
    [
        ("Inflation was 6 percent.", "Prices rose 6 percent.", SUPPORTED),
        ("Inflation was 6 percent.", "Prices rose 7 percent.", CONTRADICTED),
        ("Inflation was 6 percent.", "Wages rose 6 percent.", OPEN),
        ("Prices rose 6 percent.", "Inflation was 6 percent.", SUPPORTED),
        ("Prices rose 6 percent.", "Inflation was 7 percent.", CONTRADICTED),
        ("Prices rose 6 percent.", "Turnout was 6 percent.", OPEN),
        ("Turnout was 6 percent.", "Turnout rose 6 percent.", OPEN),
        ("The firm cut its staff by 400 jobs.", "The firm eliminated 400 jobs.", SUPPORTED),
        ("The firm cut its staff by 400 jobs.", "The firm eliminated 500 jobs.", CONTRADICTED),
        ("The firm cut its staff by 400 jobs.", "The firm painted 400 jobs.", OPEN),
        ("The firm eliminated 400 jobs.", "The firm cut its staff by 400 jobs.", SUPPORTED),
        ("China's machines doubled.", "China has twice as many machines as before.", SUPPORTED),
        ("China's machines doubled.", "China has three times as many machines as before.", CONTRADICTED),
    ],
)  # fmt: skip
def test_sorts_of_numbers(check, source, text, verdict):
    """A rate may be told as a rise and a change as a deed; a level is no change."""
    assert check(text, source)[0] == verdict


@pytest.mark.parametrize(
    ("source", "text", "why"),
    [
        ("The firm plans to sell 40 boats.", "The firm sold 40 boats.", "a guess or a plan"),
        ("The firm plans to sell 40 boats.", "The firm may sell 40 boats.", "as a plan"),
        ("The firm plans to sell 40 boats.", "The firm wants to sell 40 boats.", ""),
        ("The firm sold 40 boats.", "The firm plans to sell 40 boats.", "as a fact"),
        ("The firm sold 40 boats.", "The firm aims to sell 40 boats.", "as a fact"),
        ("The firm sold 40 boats.", "The firm would sell 40 boats if it could.", "as a fact"),
        ("The firm sold 40 boats.", "The firm may have sold 40 boats.", ""),
        ("The firm may sell 40 boats.", "The firm sold 40 boats.", "as a possibility"),
        ("The firm may sell 40 boats.", "The firm plans to sell 40 boats.", "as a possibility"),
        ("The firm may sell 40 boats.", "The firm could sell 40 boats.", ""),
        ("If it could, the firm would sell 40 boats.", "The firm may sell 40 boats.", "as a condition"),
        ("The firm was accused of selling 40 boats.", "The firm sold 40 boats.", "a guess or a plan"),
        ("The firm tried to sell 40 boats.", "The firm sold 40 boats.", "a guess or a plan"),
        ("The firm sold 40 boats and tried to sell 60 boats.", "The firm sold 40 boats.", ""),
        ("It rained. The firm sold 40 boats that it wanted to scrap.", "The firm sold 40 boats.", ""),
        ("It rained. The firm wanted to sell 40 boats that it had built.", "The firm sold 40 boats.", "a guess or a plan"),
        ("The firm forecasts 40 boats.", "The firm has 40 boats.", "as a forecast"),
        ("The firm forecasts 40 boats.", "The firm expects 40 boats.", ""),
        ("A poll gave the party 40 seats.", "The party has 40 seats.", "a guess or a plan"),
        ("A poll gave the party 40 seats.", "The party is expected to have 40 seats.", ""),
        ("The trams are to carry 40 people.", "The trams carry 40 people.", "a guess or a plan"),
        ("The trams are to carry 40 people.", "The trams will carry 40 people.", ""),
        ("The site advertises 40 flats.", "The site sold 40 flats.", "of 'advertise', not that it came to that"),
        ("The site advertises 40 flats.", "The site mentions 40 flats.", ""),
    ],
)  # fmt: skip
def test_facts_and_plans(check, source, text, why):
    """A plan, a guess or a condition backs no fact, and a fact no plan."""
    verdict, reason = check(text, source)
    assert (verdict, why in reason) == (OPEN if why else SUPPORTED, True), reason


IT = "It has 40 boats."
QUAYS = "Ambo is a port. The old quay has 40 boats. The new quay has 60 boats."
YEARS = "Ambo is large. In 2019 it had 40 boats. In 2020 it had 60 boats."
NEGATED = "The yard did not sell 40 boats."
CLUB = "The club sold 30 of its 120 boats."


@pytest.mark.parametrize(
    ("source", "text", "verdict", "reason"),
    [
        # the same sentence, about the same thing
        (f"Bergen grew. {IT}", f"Bergen grew. {IT}", SUPPORTED, "the source says the same sentence"),
        (f"Bergen grew. {IT}", IT, SUPPORTED, "the source says the same sentence"),
        (IT, f"Oslo grew. {IT}", SUPPORTED, "the source says the same sentence"),
        ("Bergen  grew.\nIt has  40 boats.", f"Bergen grew. {IT}", SUPPORTED, "the source says the same sentence"),
        (f"Bergen grew. {IT}", f"Oslo grew. {IT}", OPEN, "the number agrees, but the source says so of 'bergen', not of 'oslo'"),
        # two numbers, either of which may be meant
        (QUAYS, "Ambo has 40 boats.", OPEN, "the source leaves open which number is meant"),
        (QUAYS, "Ambo has 60 boats.", OPEN, "the source leaves open which number is meant"),
        (QUAYS, "Ambo's old quay has 40 boats.", SUPPORTED, "the source has '40 boats'"),
        (YEARS, "Ambo had 40 boats in 2019.", SUPPORTED, "the source has '40 boats'"),
        (YEARS, "Ambo had 40 boats in 2020.", CONTRADICTED, "the source has '60 boats'"),
        # the opposite of another place, time, thing or speaker
        ("In Oslo the yard accepted 40 boats.", "In Bergen the yard rejected 40 boats.", OPEN, "the number agrees, but the source does not say so of 'bergen'"),
        ("In 2020 the yard accepted 40 boats.", "In 2021 the yard rejected 40 boats.", OPEN, "the number agrees, but the source speaks of 2020, not of 2021"),
        ("Ambo accepted 40 boats.", "Karsten rejected 40 boats.", OPEN, "the number agrees, but the source says so of 'ambo', not of 'karsten'"),
        ("Ambo accepted 40 boats.", "Ambo rejected 40 boats.", CONTRADICTED, "the source has '40 boats', but the source says 'accepted', not 'rejected'"),
        ("The mayor said the yard accepted 40 boats.", "The police said the yard rejected 40 boats.", OPEN, "the number agrees, but the source does not name 'police' as who says so"),
        # what is denied
        ("The yard sold 40 boats.", "The yard did not sell 40 boats.", CONTRADICTED, "the source says so: the source has '40 boats'"),
        ("The yard sold 40 boats.", "The yard did not sell more than 30 boats.", CONTRADICTED, "the source has '40 boats'"),
        (NEGATED, "The yard sold 40 boats.", CONTRADICTED, "the source denies that: the source has '40 boats'"),
        (NEGATED, "The yard sold 50 boats.", OPEN, "the source leaves that open: the source has '40 boats'"),
        (NEGATED, "The yard did not sell 40 boats in all.", SUPPORTED, "the source has '40 boats'"),
        # the total of a part
        (CLUB, "The club has 120 boats.", SUPPORTED, "the source has '120 boats'"),
        (CLUB, "The club has 130 boats.", CONTRADICTED, "the source has '120 boats'"),
        ("30 of the 120 boats in the club were sold.", "The club has 120 boats.", SUPPORTED, "the source has '120 boats'"),
        ("30 of the 120 boats in the club were sold.", "There are 120 lorries.", OPEN, "no figure of the source speaks of this in that unit"),
        ("The club sold 100% of its boats.", "The club sold all of its 120 boats.", OPEN, "no figure of the source speaks of this"),
        # a deed that is only named beside another
        ("The tram built by Ambo carries 40 people.", "Ambo built 40 people.", OPEN, "the number agrees, but the source tells of 'carries', not of 'built'"),
        ("The song written in Oslo sold 40 copies.", "The song sold 40 copies.", SUPPORTED, "the source has '40 copies'"),
        # a time that only frames a claim
        ("The yard was rebuilt in two years by Ambo.", "In two years the hall was painted.", SUPPORTED, "the source speaks of 'two years'"),
        ("The yard was rebuilt in two years by Ambo.", "In three years the hall was painted.", OPEN, "no figure of the source backs this: the source says so of 'yard'"),
        ("The yard was rebuilt in two years by Ambo.", "The hall is two years old.", OPEN, "the number agrees, but the source says so of 'yard'"),
        # what is told of another
        ("Karsten Rail grew. Its buses carry 40 people.", "Karsten Rail carries 40 people.", OPEN, "the number agrees, but the source says so of 'buses'"),
        ("The firm owns a yard. Its yard has 40 people.", "The firm has 40 people.", OPEN, "the number agrees, but the source says so of 'yard'"),
        # what is told nowhere
        ("There were 40 boats in the harbour.", "In the bathtub there were 40 boats.", OPEN, "the number agrees, but the source does not speak of 'bathtub'"),
        ("There were 40 boats in the harbour.", "In the bathtub there were 40 boats in the harbour.", OPEN, "the number agrees, but the source does not speak of 'bathtub'"),
        ("There were 40 boats in the harbour.", "In the harbour, with its bathtub, chimney and piano, there were 40 boats.", OPEN, "the number agrees, but the source does not speak of 'bathtub chimney piano'"),
        ("There were 40 members in the club.", "Fellow members: there were 40 in the club.", OPEN, "the number agrees, but the source does not speak of 'fellow'"),
        ("There were 40 cars in the yard.", "Rented cars: there were 40 in the yard.", OPEN, "the number agrees, but the source does not speak of 'rented'"),
        ("There were 40 cars in the yard.", "Motor cars: there were 40 in the yard.", SUPPORTED, "the source has '40 cars'"),
        ("Almond orchards: 40 hectares burned.", "Cherry trees: 40 hectares burned.", OPEN, "the number agrees, but the source does not say so of 'cherry'"),
        # times and directions
        ("Revenue rose from $40 million to $50 million in 2020.", "Revenue was $40 million in March 2019.", OPEN, "the number agrees, but the source does not give that number for 2019"),
        ("Revenue was unchanged at $40 million.", "Revenue rose to $40 million.", CONTRADICTED, "the other way: the source has '$40 million'"),
        ("In the harbour of fishing there were 40.", "There were 40 fishing boats.", OPEN, "no figure of the source speaks of this in that unit"),
        ("The toll for freight lorries is 40 euros.", "The toll for freight trains is 40 euros.", OPEN, "the number agrees, but the source speaks of 'lorries', not of 'trains'"),
        ("Each month it burns 2 tonnes.", "It burns 2 tonnes a month.", SUPPORTED, "the source has '2 tonnes'"),
        ("Each month it burns 2 tonnes.", "It burns 2 litres a month.", OPEN, "no figure of the source speaks of this in that unit"),
        ("It costs $2 a month.", "It costs $2 each month.", SUPPORTED, "the source has '$2 a month'"),
    ],
)  # fmt: skip
def test_reasons(check, source, text, verdict, reason):
    """The verdict comes with what decided it."""
    assert check(text, source) == (verdict, reason)
