"""Facts built by hand, a hostile document, and a real browser."""

from decimal import Decimal

import pytest

from factex.facts import Facts
from factex.records import Measurement, Mention, Quantity, Span, Unit, UnitKind

ATTACK = (
    '<script>document.title="owned"</script>"><img src=x onerror=document.title="owned"></script><!--'
    "<style>*{display:none}</style>\u202eneddih\u2066\x00\ud800&amp;</bdi></mark>'"
)


@pytest.fixture
def span_of():
    """The span of a text's first (or nth) such characters, as a record of a class."""

    def make(text, words, kind=Span, nth=0, **fields):
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return kind(text=words, start=start, end=start + len(words), **fields)

    return make


def _weights(count, subject="Item", name="kilogram", joint=" "):
    parts, facts, quantities, at = [], [], [], 0
    for i in range(count):
        number = f"{i + 1} kg"
        sentence = f"{subject} {i + 1} weighs {number}."
        place = at + len(sentence) - len(number) - 1
        value = Decimal(i + 1)
        unit = Unit(text="kg", kind=UnitKind.PHYSICAL, name=name)
        quantity = Quantity(
            text=number, start=place, end=place + len(number), value=value, low=value, high=value, unit=unit
        )
        about = Mention(text=f"{subject} {i + 1}", start=at, end=at + len(f"{subject} {i + 1}"))
        span = Span(text=sentence, start=at, end=at + len(sentence))
        facts.append(
            Measurement(
                subject=about, predicate="weigh", quantity=quantity, sentence=span, rule="measurement.plain",
                confidence=(i % 10 + 1) / 10,
            )
        )  # fmt: skip
        quantities.append(quantity)
        parts.append(sentence + joint)
        at += len(sentence) + len(joint)
    return Facts(text="".join(parts), quantities=tuple(quantities), facts=tuple(facts))


@pytest.fixture(scope="session")
def weights():
    """Facts of a text that says `Item 1 weighs 1 kg. Item 2 weighs 2 kg. …`."""
    return _weights


@pytest.fixture(scope="session")
def hostile():
    """Facts whose subjects, units and text try to break out of the page."""
    return _weights(6, subject=ATTACK, name=ATTACK)


@pytest.fixture(scope="session")
def attack():
    """What the hostile document tries."""
    return ATTACK


@pytest.fixture(scope="session")
def article(extractor):
    """Facts of all five kinds, out of real prose."""
    return extractor.extract(
        "China has the data: its population of over 1.3 billion, and more than 176 million cameras. "
        "It operates 227 supercomputers, compared to America's 109.\n\n"
        "Tariffs will rise from the current 15-20% to 50% by 2030, according to CoreLogic. Duties rose 5% in Poland "
        "in 2021, and fees by 7% and prices by 9% and rents by 11%.\n\n"
        "Start-ups took in nearly half of the venture money. China is the world's third-largest economy."
    )
