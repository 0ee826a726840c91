"""Never invented: what a record states can be told again from its characters, by a reader that works another way."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from num2words import num2words
from second_reader import Reader
from stated import may_state, statements
from strategies import CORPUS, broken_corpus, corpus_texts

from factex.pipeline import default

ARTICLES = [path.read_text(encoding="utf-8") for path in sorted((CORPUS / "articles").glob("*.txt"))]
ORDINALS = {word: n for n, word in enumerate(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"], 1
)}  # fmt: skip


@pytest.fixture(scope="module")
def corpus_facts(extractor):
    """What is found in every text of the corpus."""
    return list(extractor.pipe(list(dict.fromkeys([*corpus_texts(), *ARTICLES]))))


def told(quantity):
    """A quantity, for messages."""
    return f"{quantity.text!r}: {quantity.value}, {quantity.low} to {quantity.high}, {quantity.modifier}"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("two hundred and fifty-three", {253}), ("1.2bn", {1_200_000_000}), ("three lakh crore", {3 * 10**12}), ("½", {Fraction(1, 2)}), ("2 1/2", {Fraction(5, 2)}),
        ("3 × 10⁸", {3 * 10**8}), ("one in five", {Fraction(1, 5)}), ("half a million", {500_000}), ("one point five billion", {1_500_000_000}), ("12,34,567", {1_234_567}),
        ("a quarter of a million", {250_000}), ("two and a half million", {2_500_000}), ("baker’s dozen", {13}), ("threefold", {3}), ("1,23", {1}), ("twenty hundred and two", {2002}),
    ],
)  # fmt: skip
def test_the_second_reader(text, values):
    """The reader that judges is itself held to what numbers mean."""
    assert Reader(text).all()[0].values == values


def test_the_second_reader_can_refuse(extractor):
    """A value that the characters do not state is found out."""
    (quantity,) = extractor.quantities("It cost $1.2bn in all.")
    assert may_state(quantity, "It cost $1.2bn in all.")
    for changed in ({"value": Decimal(1)}, {"low": None}, {"high": Decimal(1_300_000_000)}, {"modifier": "about"}):
        assert not may_state(type(quantity).model_validate(quantity.model_dump() | changed), "It cost $1.2bn in all.")


def test_quantities_of_the_corpus(corpus_facts):
    """Value and interval of every quantity, and of every quantity of a fact, follow from the characters of its span."""
    checked = [
        (quantity, facts.text)
        for facts in corpus_facts
        for quantity in (*facts.quantities, *(one for fact in facts for one in fact.quantities()))
    ]
    assert len(checked) > 4000
    assert [told(quantity) for quantity, text in checked if not may_state(quantity, text)] == []


def test_quantities_without_a_model(extractor):
    """The same holds of what is read on characters alone."""
    for text in dict.fromkeys([*corpus_texts(), *ARTICLES]):
        assert [told(one) for one in extractor.quantities(text) if not may_state(one, text)] == []


def test_ranks_of_the_corpus(corpus_facts):
    """The position of a rank is written in its sentence, in figures or as an ordinal, a cardinal or `last`."""
    ranks = [fact for facts in corpus_facts for fact in facts if fact.kind == "rank"]
    assert len(ranks) > 40
    for fact in ranks:
        sentence = fact.sentence.text.lower()
        numbers = {n for n in (ORDINALS.get(word) for word in re.findall(r"[a-z]+", sentence)) if n}
        numbers |= {int(figures) for figures in re.findall(r"\d+", sentence)}
        numbers |= {int(value) for one in Reader(sentence).all() for value in one.values}
        superlative = re.search(
            r"\b(?:most|least|last|top|top-ranked|bottom|leads?|led|leading|best|worst|win|won|wins|\w+est)\b", sentence
        )
        assert fact.position in numbers or (fact.position == 1 and superlative), str(fact)


def test_times_of_the_corpus(corpus_facts):
    """Without a reference date every year of a time stands in the text: whole, as the end of a span, or as `06-07`."""
    times = [
        (fact.when, facts.text) for facts in corpus_facts for fact in facts if fact.when is not None and fact.when.value
    ]
    assert len(times) > 100
    for when, text in times:
        for year in re.findall(r"\d{4}(?![\dX])", re.sub(r"-\d\d", "", when.value)):
            short = rf"[-–/’']{year[2:]}\b|\b{year[2:]}[-–/]\d\d\b"
            assert year in text or re.search(short, text), (when, text)


FIGURES = st.one_of(
    st.integers(0, 10**15).map(lambda n: f"{n:,}"),
    st.integers(0, 9999).map(str),
    st.decimals(0, 10**7, places=2).map(lambda n: f"{n:,}"),
)
NUMBER = st.one_of(
    FIGURES,
    st.integers(0, 10**9).map(num2words),
    st.tuples(st.decimals(0, 999, places=1), st.sampled_from((" million", " billion", "bn", " thousand", " trillion", " lakh", " crore", "k"))).map(lambda pair: f"{pair[0]}{pair[1]}"),
    st.sampled_from(("half a million", "two-thirds", "a third", "one in five", "3 out of 10", "2½", "2 1/2", "3 × 10⁸", "a couple of hundred", "tens of thousands", "dozens", "a dozen", "three quarters", "twice", "a million and a half", "two and a half", "1e6", "10^6", "-5", "minus 12.5", "twenty-one hundred", "a hundred and five", "one point five million", "12,34,567")),
)  # fmt: skip
LEAD = st.sampled_from(
    (
        "",
        "more than ",
        "over ",
        "at least ",
        "about ",
        "nearly ",
        "up to ",
        "as many as ",
        "fewer than ",
        "no more than ",
        "just under ",
        "around ",
        "an estimated ",
        "only ",
    )
)
UNIT = st.sampled_from((" people", " cameras", "%", " per cent", " km", " km/h", " kg", " years", " dollars", " euros", " °C", " tonnes of coal", " per 100,000 people", " barrels a day", " hours", " litres", "", " percentage points"))  # fmt: skip
SIGN = st.sampled_from(("", "", "", "$", "€", "£", "US$", "₹"))
JOIN = st.sampled_from(("-", "–", " to ", " and ", " ± ", " compared with ", ", up from ", " or ", " against "))
FRAME = st.sampled_from(
    (
        "It was {}.",
        "The region counted {} in 2019, according to officials.",
        "{}",
        "Output fell by {} last year.",
        "Of the total, {} were sold (see page 3).",
    )
)


@st.composite
def expressions(draw):
    """A sentence with one well-formed expression of one or two numbers."""
    sign = draw(SIGN)
    unit = "" if sign else draw(UNIT)
    join = draw(st.sampled_from(("", draw(JOIN))))
    number = FIGURES if join in ("-", "–") else NUMBER
    said = draw(LEAD) + sign + draw(number)
    if join:
        said += join + sign + draw(number)
    return draw(FRAME).format(said + unit)


@settings(max_examples=400, deadline=None)
@given(expressions())
@example("It was $0.01 to $a dozen.")
def test_made_expressions(text):
    """Well-formed expressions of one or two numbers, with every kind of number, modifier, unit and join."""
    for quantity in default().quantities(text):
        assert may_state(quantity, text), (told(quantity), statements(quantity, text))


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(("en", "en_IN")), st.booleans())
def test_numbers_in_words(number, language, with_and):
    """What another library spells out is read back exactly."""
    spelled = num2words(number, lang=language)
    spelled = spelled if with_and else spelled.replace(" and ", " ").replace(",", "")
    (quantity,) = default().quantities(f"It counted {spelled} cameras.") or (None,)
    assert quantity is None or quantity.value == number
    assert quantity is not None or number in (0, 1), spelled


@settings(max_examples=200, deadline=None)
@given(broken_corpus())
def test_broken_texts(text):
    """However a text is broken, a stated value is that of a number in the span, scaled at most by a scale beside it."""
    for quantity in default().quantities(text):
        assert may_state(quantity, text) or _one_of_many(quantity), (told(quantity), text)


def _one_of_many(quantity):
    """Whether a span that runs over several numbers states one of them."""
    numbers = Reader(quantity.text).all()
    stated = {abs(Fraction(one)) for one in (quantity.value, quantity.low, quantity.high) if one is not None}
    return len(numbers) > 1 and stated <= {value for one in numbers for value in one.values}
