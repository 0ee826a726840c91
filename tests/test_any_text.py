"""A text never raises, and every offset is true, whatever the text is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import any_text, bracketed, broken_corpus, mixtures

from factex import Facts
from factex.pipeline import default

# Two escapes that JSON reads as one character.
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def spans(node):
    """All spans of a dumped record."""
    if isinstance(node, dict):
        if {"text", "start", "end"} <= node.keys() and isinstance(node["start"], int):
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from spans(value)


def check(text):
    """Offsets slice; intervals are in order; JSON is an exact inverse."""
    facts = default().extract(text)
    assert facts.text == text
    for span in spans(facts.model_dump()):
        assert text[span["start"] : span["end"]] == span["text"]
        assert span["start"] <= span["end"]
    for quantity in facts.quantities:
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    if not PAIR.search(text):
        assert Facts.model_validate_json(facts.model_dump_json()) == facts
    assert str(facts) is not None


@settings(max_examples=150, deadline=None)
@given(any_text())
def test_any_string(text):
    """Any Unicode string, lone surrogates too."""
    check(text)


@settings(max_examples=200, deadline=None)
@given(mixtures())
def test_any_mixture(text):
    """Numbers, units, dates, words, marks, HTML and misread characters in any order."""
    check(text)


@settings(max_examples=100, deadline=None)
@given(bracketed())
def test_any_brackets(text):
    """The same in brackets, tags and quotation marks, closed or not."""
    check(text)


@settings(max_examples=150, deadline=None)
@given(broken_corpus())
def test_any_broken_text(text):
    """Texts of the corpus with pieces put in, left out, doubled, swapped or misread."""
    check(text)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="*_`~[]()!5a %.$\n", max_size=80))
def test_any_marks(text):
    """Marks of Markdown, closed or not."""
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(any_text(20), mixtures(4)), max_size=6), st.integers(1, 4))
def test_any_batch(texts, size):
    """In a stream each text gives what it gives alone."""
    assert list(default().pipe(texts, batch_size=size)) == [default().extract(text) for text in texts]


@pytest.mark.parametrize(
    "text",
    ["", " ", " " * 1_000_000, "\ud83d 5 apples \udc00", "\x00 5% \x00", "📈 up 5% 📉", "\u202e5 ₪\u202c שלום 12%", "\n\n\n", "5" * 5000, "." * 100_000, "…" * 50_000,
     "1e999999999 m", "⁻⁻ 10⁻⁻ m", "$" * 2000, "((((" * 500, "(" * 5000 + "5 kg" + ")" * 5000, "5 No. 2²", "3 × 10 ^²", "10^² 5", "3 × 10 −²", "5 " * 2000, "two " + "million " * 200,
     "[" * 5000, "*" * 5000, "`5" * 2000, "[5](" * 2000, "**5 [a](b)** " * 500, "The waists of those given the tablet shrank by 4.6 cm over 68 weeks, four times"],
)  # fmt: skip
def test_bad_input(text):
    """Empty, long, broken and hostile strings."""
    check(text)
