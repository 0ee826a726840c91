"""Records: frozen, closed, their own inverse in JSON, with derived figures beside what is stated."""

from decimal import Decimal

import pydantic
import pytest

import factex
from factex.facts import Facts
from factex.records import Change, Comparison, Measurement, Quantity, Share, Side, Span, Unit

SENTENCE = Span(text="x", start=0, end=1)


def quantity(value, unit=None, kind="physical", **fields):
    """An exact quantity."""
    number = None if value is None else Decimal(value)
    held = None if unit is None else Unit(text=unit, kind=kind, name=unit)
    return Quantity(
        text="x", start=0, end=1, **{"value": number, "low": number, "high": number, "unit": held, **fields}
    )


def test_frozen_and_closed():
    """Records can't be changed, and take no unknown field."""
    with pytest.raises(pydantic.ValidationError):
        quantity(5).value = 6
    with pytest.raises(pydantic.ValidationError):
        Span(text="x", start=0, end=1, colour="red")


def test_numbers_are_strings_in_json():
    """No number passes through a float."""
    dumped = quantity("0.1000000000000000000000000001").model_dump(mode="json")
    assert dumped["value"] == "0.1000000000000000000000000001"


def test_json_is_the_inverse(extractor):
    """What `model_dump_json` wrote, `model_validate_json` reads."""
    facts = extractor.extract(
        "China operates 227 machines, compared to 109 in America. Its debt rose 5% to $3bn. It is the third-largest of 9."
    )
    again = Facts.model_validate_json(facts.model_dump_json())
    assert again == facts
    assert [type(fact) for fact in again] == [type(fact) for fact in facts]


def test_kind_tells_the_class():
    """The union is told apart by `kind`."""
    facts = Facts.model_validate(
        {"text": "", "facts": [{"kind": "share", "sentence": {"text": "", "start": 0, "end": 0}, "rule": "r"}]}
    )
    assert isinstance(facts[0], Share)


def test_facts_is_a_sequence(extractor):
    """Length, index, slice, iteration, membership."""
    facts = extractor.extract("It costs $5. It weighs 3 kg.")
    assert len(facts) == 2
    assert list(facts) == [facts[0], facts[1]] == list(facts[:])
    assert facts[-1] in facts
    assert facts.index(facts[1]) == 1


def test_computed_comparison():
    """Ratio and difference, only in one unit."""
    sides = {
        "left": Side(quantity=quantity(227, "camera", "count")),
        "right": Side(quantity=quantity(109, "camera", "count")),
    }
    comparison = Comparison(**sides, sentence=SENTENCE, rule="r")
    assert round(comparison.computed_ratio, 3) == Decimal("2.083")
    assert comparison.computed_difference == 118
    other = Comparison(
        left=sides["left"], right=Side(quantity=quantity(109, "dog", "count")), sentence=SENTENCE, rule="r"
    )
    assert other.computed_ratio is other.computed_difference is None


def test_computed_change_and_share():
    """Relative change and share in percent."""
    change = Change(start=quantity(40), end=quantity(50), sentence=SENTENCE, rule="r")
    assert change.computed_relative == Decimal("0.25")
    assert Share(part=quantity(5), total=quantity(10), sentence=SENTENCE, rule="r").computed_percent == 50
    assert Share(fraction=quantity("0.5", "fraction", "ratio"), sentence=SENTENCE, rule="r").computed_percent == 50
    assert Share(fraction=quantity("12", "percent", "percent"), sentence=SENTENCE, rule="r").computed_percent == 12


def test_derived_figures_are_not_stated():
    """A derived figure is no field: it is not in the JSON."""
    assert "computed_relative" not in Change(sentence=SENTENCE, rule="r").model_dump()


def test_to_pint():
    """pint quantities have decimal magnitudes; currencies and counted nouns are dimensions of their own."""
    assert quantity(5, "kilometer").to("m").magnitude == Decimal(5000)
    assert quantity("62", "mile").to("km").magnitude == Decimal("99.779328")
    assert quantity("36", "kilometer / hour", "compound").to("m/s").magnitude == 10
    assert quantity(3, "decade", "time").to("year").magnitude == 30
    assert round(quantity("20", "degree_Celsius").to("degF").magnitude, 6) == 68
    assert str(quantity(5, "USD / kilogram", "compound").to_pint().units) == "USD / kilogram"
    assert quantity(14, "death / (100000 person)", "compound").to_pint().magnitude == Decimal("0.00014")
    assert quantity(14, "meter ** 3 / second", "compound").to_pint().magnitude == 14
    assert quantity(5, "bar", "count").to_pint().dimensionality != quantity(5, "bar").to_pint().dimensionality


def test_to_pint_refuses():
    """What can't be converted says so."""
    with pytest.raises(factex.UnitError, match="can't be given in"):
        quantity(5, "kilometer").to("kg")
    with pytest.raises(ValueError, match="no single value"):
        quantity(None, "percent").to_pint()
    with pytest.raises(factex.UnitError):
        quantity(5, "USD", "currency").to("EUR")


def test_as_tuple():
    """Low, high, and whether it is only approximate."""
    assert quantity(5).as_tuple() == (5, 5, False)
    assert quantity(5, low=None, high=None, modifier="about").as_tuple() == (None, None, True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Its population of over 1.3 billion fell.", "measurement | Its / population | >1.3 billion"),
        ("Tariffs will rise from 15-20% to 50%.", "change | Tariffs | rise | increase from 15 to 20 percent to 50 percent | predicted"),
        ("It is the world's third-largest economy.", "rank | It | be | no. 3 largest in world"),
    ],
)  # fmt: skip
def test_a_fact_is_one_readable_line(facts_of, text, line):
    """`str(fact)` is for people."""
    assert str(facts_of(text)[0]) == line


def test_mention_resolved(facts_of):
    """A mention's `resolved` follows its antecedents to the end."""
    fact = facts_of("China grows. Its population of over 1.3 billion is large.")[0]
    assert isinstance(fact, Measurement)
    assert (fact.subject.text, fact.subject.resolved.text) == ("Its", "China")
