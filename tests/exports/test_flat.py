"""The flat table as plain Python values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factex import Facts
from factex.exports.flat import COLUMNS, encodable, records
from factex.exports.roles import principal, roles


def test_columns_are_the_same_for_every_kind(every_kind):
    """Each row has all columns in their order, whatever its kind, and values of the type that is told."""
    types = {"string": str, "decimal": Decimal, "float": float, "integer": int, "boolean": bool}
    for row in every_kind.to_records("a.txt"):
        assert list(row) == list(COLUMNS)
        assert all(value is None or type(value) is types[COLUMNS[name]] for name, value in row.items())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold 40 vans.", {"role": "quantity", "value": 40, "unit": "van", "unit_kind": "count", "unit_ucum": "{van}"}),
        ("It fell to 30% from 40%.", {"role": "end", "value": 30, "end_value": 30, "start_value": 40, "start_unit": "percent"}),
        ("Sales rose 5%.", {"role": "amount", "value": 5, "direction": "increase", "measure": "Sales"}),
        ("China operates 227 supercomputers, compared to America's 109.",
         {"role": "left", "value": 227, "right_value": 109, "right_unit": "supercomputer", "right_subject": "America", "relation": "greater"}),
        ("Two thirds of them left.", {"role": "fraction", "whole": "them", "unit": "fraction"}),
        ("It is the world's third-largest economy.",
         {"role": "position", "value": 3, "position": 3, "direction": "top", "attribute": "largest", "scope": "world", "text": None}),
        ("Police seized 640 kg of cocaine.", {"value": 640, "of": "cocaine", "unit": "kilogram", "unit_ucum": "kg"}),
    ],
)  # fmt: skip
def test_principal_quantity(facts_of, text, expected):
    """The quantity that says most stands in the columns of the row, the others in those of their roles."""
    (row,) = records(facts_of(text))
    assert {name: row[name] for name in expected} == expected


def test_offsets_point_into_the_text(every_kind):
    """The offsets of quantity and sentence are those of the text."""
    for row in every_kind.to_records():
        assert every_kind.text[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
        if row["start"] is not None:
            assert every_kind.text[row["start"] : row["end"]] == row["text"]


def test_an_interval_without_value(facts_of):
    """Where only an interval is stated, there is no value, and both ends."""
    (row,) = records(facts_of("It weighs 4 to 15 kg."))
    assert (row["value"], row["number"], row["low"], row["high"]) == (None, None, 4, 15)


def test_the_principal_is_one_of_the_roles(every_kind):
    """What stands for a fact is one of its own quantities; a rank has none."""
    for fact in every_kind:
        chosen = principal(fact)
        assert chosen is None if fact.kind == "rank" else chosen in roles(fact)


def test_no_facts_no_rows():
    """A text that states nothing has no row."""
    assert Facts(text="Nothing.").to_records() == []


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_numbers_stay_exact(number):
    """Whatever the number, it comes back as it is, and its double is a finite one or missing."""
    from factex import Measurement, Quantity, Span

    quantity = Quantity(text="5", start=0, end=1, value=number, low=None, high=None)
    fact = Measurement(quantity=quantity, sentence=Span(text="5", start=0, end=1), rule="test")
    (row,) = Facts(text="5", facts=(fact,)).to_records()
    assert row["value"] == number
    assert row["number"] is None or abs(row["number"]) < float("inf")


def test_half_a_surrogate_pair_is_replaced():
    """What UTF-8 can't hold is replaced, one character for one."""
    assert encodable("a\ud83db\U0001f600") == "a\ufffdb\U0001f600"
