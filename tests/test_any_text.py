"""A text never raises, and every offset is true, whatever the text is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factex import Facts
from factex.pipeline import default


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
    """Offsets slice; JSON is an exact inverse."""
    facts = default().extract(text)
    assert facts.text == text
    for span in spans(facts.model_dump()):
        assert text[span["start"] : span["end"]] == span["text"]
    assert Facts.model_validate_json(facts.model_dump_json()) == facts


PIECES = st.sampled_from(
    ["5", "1,000", "½", "$", "€", "%", " per cent", " million", "-", "–", " to ", " from ", " rose ", " of the ", "one", " half ",
     " km/h", "°C", "²", ".", ",", "(", ")", "\n", " ", "’s", "It ", " China ", "more than ", "second", "-largest", " No. 2", "\u00a0",
     "\ud800", "\x00", "1e99", "10⁻³", "± 2", "twice ", " as many as ", " 1/2", " in 2019", "3-2", "%%%", "👩‍🚀", "שלום"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(codec=None), max_size=80))
def test_any_string(text):
    """Any Unicode string, lone surrogates too."""
    check(text)


@settings(max_examples=250, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_any_mixture_of_numbers_and_words(text):
    """Pieces of quantities in any order."""
    check(text)


@pytest.mark.parametrize(
    "text",
    ["", " ", " " * 1_000_000, "\ud83d 5 apples \udc00", "\x00 5% \x00", "📈 up 5% 📉", "\u202e5 ₪\u202c שלום 12%", "\n\n\n", "5" * 5000,
     "1e999999999 m", "⁻⁻ 10⁻⁻ m", "$" * 2000, "((((" * 500, "5 No. 2²", "3 × 10 ^²", "10^² 5", "3 × 10 −²", "5 " * 2000],
)  # fmt: skip
def test_bad_input(text):
    """Empty, long, broken and hostile strings."""
    check(text)
