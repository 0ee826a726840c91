"""Quantities on characters: faults seen in other systems, and properties over many wordings."""

from decimal import Decimal

import num2words
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factex.lexicon.files import table
from factex.quantities.grammar import quantity_reader
from factex.records import Modifier


def read(text):
    """The quantities of a sentence, on characters alone."""
    return quantity_reader().read(text, 0, len(text))


def told(text):
    """Value, low, high, modifier and unit of each quantity."""
    return [(d.value, d.low, d.high, str(d.modifier), d.unit.name if d.unit else None) for d in read(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("€1.2bn", "1200000000", "EUR"),
        ("USD34.6 million", "34600000", "USD"),
        ("Rs 5 lakh crore", "5000000000000", "INR"),
        ("a $150 billion market", "150000000000", "USD"),
        ("up 5 per cent", "5", "percent"),
        ("3 dollars 50 cents", "3.50", "USD"),
        ("45 crore rupees", "450000000", "INR"),
        ("US $7.2 billion", "7200000000", "USD"),
        ("a 20 Mb file", "20", "megabit"),
        ("a 20 MB file", "20", "megabyte"),
        ("5 mW", "5", "milliwatt"),
        ("5 MW", "5", "megawatt"),
        ("2 hours 30 minutes", "150", "minute"),
    ],
)
def test_what_others_get_wrong(text, value, unit):
    """One quantity, the whole of it, in its unit."""
    ((found, low, high, modifier, name),) = told(text)
    assert (found, low, high, modifier, name) == (Decimal(value), Decimal(value), Decimal(value), "exact", unit)


@pytest.mark.parametrize(
    "text", ["5G networks", "at 2.15pm", "part 24703L202", "COVID-19", "in 2019", "2-2 draw", "version 2.4.1"]
)
def test_no_quantity(text):
    """Nothing, rather than a guess."""
    assert told(text) == []


def test_a_range_is_not_its_middle():
    """`15-20%` states an interval."""
    assert told("tariffs of 15-20%") == [(None, 15, 20, "range", "percent")]
    assert told("4–15 kg") == [(None, 4, 15, "range", "kilogram")]


def test_years_beside_an_amount():
    """Two quantities, neither swallowing the other."""
    assert told("earn $2000 in 3 years") == [(2000, 2000, 2000, "exact", "USD"), (3, 3, 3, "exact", "year")]


@given(st.integers(0, 10**15))
def test_words_of_any_size(number):
    """Any whole number that num2words writes is read back."""
    (draft,) = read(f"about {num2words.num2words(number)} in all")
    assert draft.value == number


@given(st.integers(0, 10**12), st.sampled_from(["{:,}", "{}", "{:,}.50"]))
def test_digits_of_any_grouping(number, style):
    """Digits with and without commas and decimals are read back exactly."""
    written = style.format(number)
    (draft,) = read(f"it costs ${written} now")
    assert draft.value == Decimal(written.replace(",", ""))


MODIFIERS = [
    (name, phrase) for name, entry in table("modifiers").items() if name != "focus" for phrase in entry["before"]
]


@pytest.mark.parametrize(("name", "phrase"), MODIFIERS)
def test_every_modifier(name, phrase):
    """Each phrase before a number gives its modifier and its bounds, with digits, words and money."""
    for number, value in (("50", 50), ("fifty", 50), ("$50", 50), ("2.5 million", 2_500_000)):
        glue = "" if not phrase[-1].isalnum() and phrase[-1] != "." else " "
        (draft,) = read(f"sold {phrase}{glue}{number} kg")[:1]
        low = value if name in ("more_than", "at_least") else None
        high = value if name in ("less_than", "at_most", "nearly") else None
        assert (str(draft.modifier), draft.value, draft.low, draft.high) == (name, value, low, high), phrase
        assert f"sold {phrase}{glue}{number} kg"[draft.start :].startswith(phrase)


@pytest.mark.parametrize("code", sorted(table("iso4217")))
def test_every_currency_code(code):
    """Codes before and behind an amount, glued and apart."""
    for text in (f"{code} 34.6 million", f"{code}34.6 million", f"34.6 million {code}"):
        ((value, _, _, _, unit),) = told(f"it paid {text} then")
        assert (value, unit) == (34_600_000, code)


def test_units_in_every_spelling():
    """Every symbol and name of the lexicon, in singular and plural, is read as its unit."""
    units = quantity_reader().units.table
    wrong = []
    for phrases in (units.symbols, units.names):
        for key, entry in phrases._table.items():
            spelled = " ".join(key) if not phrases._cased else "".join(key)
            drafts = read(f"it was 7 {spelled}")
            if len(drafts) != 1 or drafts[0].unit is None:
                wrong.append((spelled, entry.name))
    assert len(wrong) <= 60, wrong


def test_padding_changes_nothing():
    """Text without numbers around a quantity moves its offsets and nothing else."""
    plain, padded = (
        read("rose to $3.5 million"),
        read("As the firm had hoped, it rose to $3.5 million at last, they say."),
    )
    assert [(d.value, d.end - d.start, d.modifier) for d in plain] == [
        (d.value, d.end - d.start, d.modifier) for d in padded
    ]
    assert plain[0].modifier is Modifier.EXACT
