"""What tests of exports share: a text with every kind of fact, and facts made by hand."""

from decimal import Decimal

import pytest

from factex import Facts, Measurement, Quantity, Span

EVERY_KIND = (
    "China has the data: its population of over 1.3 billion, and more than 176 million cameras. "
    "It operates 227 supercomputers, compared to America's 109. "
    "Tariffs will rise from the current 15-20% to 50% by 2030, according to CoreLogic. "
    "It is the world's third-largest economy. Nearly a third of them left. "
    "Sales fell to $1,200 from €5."
)


@pytest.fixture(scope="session")
def every_kind(extractor):
    """Facts of each kind."""
    facts = extractor.extract(EVERY_KIND)
    assert {fact.kind for fact in facts} == {"measurement", "comparison", "change", "rank", "share"}
    return facts


@pytest.fixture
def stating():
    """Facts that state the numbers given, without a model."""

    def make(*numbers, text="It costs 5."):
        span = Span(text=text, start=0, end=len(text))
        held = [
            Quantity(text="5", start=9, end=10, value=Decimal(one), low=Decimal(one), high=Decimal(one))
            for one in numbers
        ]
        facts = [Measurement(quantity=quantity, sentence=span, rule="test") for quantity in held]
        return Facts(text=text, quantities=tuple(held), facts=tuple(facts))

    return make
