"""What users add to the lexicon: it is read, it stays with its extractor, and faults are told by their place."""

import threading
from decimal import Decimal

import pytest

import factex
from factex.errors import LexiconError
from factex.lexicon.additions import extended
from factex.lexicon.ucum import ucum
from factex.lexicon.units import units

OWN = """
[units.length]
smoot = { names = ["smoot"], symbols = ["sm"], ucum = "{smoot}" }

[units.loudness]
dimension = {}
sone = { names = ["sone"], ucum = "{sone}" }

[numerals.scales]
squillion = 24

[modifiers.about]
before = ["ballpark"]

[currencies.names]
loonie = "CAD"

[[masks.mask]]
reason = "room of the museum"
pattern = 'schacht\\s[0-9]+'
examples = ["schacht 14"]
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory, extractor):
    path = tmp_path_factory.mktemp("lexicon") / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return factex.Extractor(nlp=extractor.parser.nlp, lexicon=path)


@pytest.mark.parametrize(
    ("text", "value", "unit", "modifier"),
    [
        ("The bridge is 364.4 smoots long.", "364.4", "smoot", "exact"),
        ("It is 12 sm wide.", "12", "smoot", "exact"),
        ("They measured 40 sones.", "40", "sone", "exact"),
        ("It cost three squillion dollars.", "3e24", "USD", "exact"),
        ("It holds ballpark 50 kg.", "50", "kilogram", "about"),
        ("It costs 5 loonies.", "5", "CAD", "exact"),
    ],
)
def test_what_is_added_is_read(own, text, value, unit, modifier):
    """A unit, a dimension, a number word, a modifier and a currency."""
    (quantity,) = own.extract(text).quantities
    assert (quantity.value, quantity.unit.name, quantity.modifier) == (Decimal(value), unit, modifier)
    assert quantity.text in text


def test_a_mask_is_added(own, extractor):
    """What the user calls no quantity is none."""
    text = "They dig in schacht 14 now."
    assert len(extractor.extract(text).quantities) == 1
    assert not own.extract(text).quantities


def test_additions_stay_with_their_extractor(own, extractor):
    """Another extractor, before and after and in other threads, knows nothing of them."""
    text = "It costs 5 loonies."
    found = {}

    def run(name, one):
        found[name] = {one.extract(text).quantities[0].unit.name for _ in range(20)}

    threads = [threading.Thread(target=run, args=pair) for pair in (("own", own), ("plain", extractor))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {"own": {"CAD"}, "plain": {"loony"}}


def test_sizes_are_added():
    """A unit of one's own with its size is held against others of its group."""
    smoot = {
        "units": {"length": {"smoot": {"names": ["smoot"], "ucum": "{smoot}"}}},
        "sizes": {"length": {"smoot": 1.7018}},
    }
    (change,) = factex.Extractor(lexicon=smoot).extract("The gap grew from 20 metres to 15 smoots.")
    assert change.direction == "increase"


def test_pipe_keeps_the_callers_lexicon(own, extractor):
    """While one extractor's stream is open, another one reads its own tables."""
    stream = own.pipe(["It costs 5 loonies."] * 40, batch_size=1)
    next(stream)
    assert extractor.extract("It costs 5 loonies.").quantities[0].unit.name == "loony"
    assert next(stream).quantities[0].unit.name == "CAD"


@pytest.mark.parametrize(
    ("added", "message"),
    [
        ({"unit": {}}, "no table 'unit'"),
        ({"units": 5}, "units must be a table"),
        ({"units": {"length": {"smoot": {"name": ["x"]}}}}, "units.length.smoot.name"),
        ({"units": {"loudness": {"sone": {"names": ["sone"]}}}}, "needs a line such as `dimension"),
        ({"units": {"length": {"smoot": {"names": ["x"], "prefixes": "many"}}}}, "units.length.smoot.prefixes"),
        ({"sizes": {"length": {"smoot": 0}}}, "sizes.length.smoot"),
        ({"sizes": {"length": {"smoot": "long"}}}, "sizes.length.smoot"),
        ({"numerals": {"scales": {"x": "y"}}}, "numerals.scales.x"),
        ({"numerals": {"scales": {"x": 10**9}}}, "numerals.scales.x"),
        ({"modifiers": {"abut": {"before": ["x"]}}}, "modifiers has no entry 'abut'"),
        ({"modifiers": {"about": {"before": "x"}}}, "modifiers.about.before"),
        ({"masks": {"mask": [{"reason": "r", "pattern": "(", "examples": ["x"]}]}}, "'r'"),
        ({"masks": {"mask": [{"reason": "r", "pattern": "a", "examples": ["x"]}]}}, "does not match its example 'x'"),
        ({"currencies": {"names": {"x": 3}}}, "currencies.names.x"),
        ({"currencies": {"nations": {"crown": {"ISK": "Iceland"}}}}, "currencies.nations.crown.ISK"),
        ({"currencies": {"nations": {"guilder": {"NLG": ["x"]}}}}, "currencies.nations has no entry 'guilder'"),
        ({"nouns": {"properties": [3]}}, "nouns.properties.0"),
        ({"nouns": {"properties": [""]}}, "nouns.properties.0"),
    ],
)
def test_faults_are_told_by_their_place(added, message):
    """Each message names the entry."""
    with pytest.raises(LexiconError) as raised:
        extended(added)
    assert message in str(raised.value)


def test_a_nation_for_a_shared_name():
    """A country of the user's own, also one whose name is no pattern, tells whose crowns are meant."""
    extractor = factex.Extractor(lexicon={"currencies": {"nations": {"crown": {"ISK": ["Iceland", "Reykjavík (old"]}}}})
    assert extractor.extract("In Iceland the fine is 25 crowns.")[0].quantity.unit.name == "ISK"
    assert extractor.extract("In Norway the fine is 25 crowns.")[0].quantity.unit.name == "NOK"


def test_a_file_that_is_no_toml(tmp_path):
    """The message names the file and the line."""
    path = tmp_path / "own.toml"
    path.write_text("[units\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.toml.*line 1"):
        extended(path)


def test_every_single_unit_has_its_ucum_code():
    """The code is that of the lexicon."""
    assert all(ucum(name) == entry.ucum for name, entry in units().by_name.items())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("meter / second ** 2", "m/s2"),
        ("milligram / deciliter", "mg/dL"),
        ("USD / foot ** 2", "{USD}/[ft_i]2"),
        ("visitor / day", "{visitor}/d"),
        ("death / (100000 person)", "{death}/(100000.{person})"),
        ("liter / (100 kilometer)", "L/(100.km)"),
        ("percent", "%"),
        ("café", "{caf_}"),
    ],
)
def test_ucum_of_rates_and_counts(name, code):
    """Counted things and money are annotations."""
    assert ucum(name) == code
