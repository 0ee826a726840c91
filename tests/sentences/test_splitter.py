"""Sentence ends on characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factex.sentences.splitter import MAX_LENGTH, split


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Mr. Li of the U.S. Senate paid $3.5m. He left.", ["Mr. Li of the U.S. Senate paid $3.5m.", "He left."]),
        ("It rose 5% in the U.S. The rest fell.", ["It rose 5% in the U.S.", "The rest fell."]),
        ("Apple Inc. rose. Shares of J. P. Morgan fell.", ["Apple Inc. rose.", "Shares of J. P. Morgan fell."]),
        ("“We sold 5.” He left.", ["“We sold 5.”", "He left."]),
        ("Headline without stop\nText follows here.", ["Headline without stop", "Text follows here."]),
        ("A wrapped line\nof prose goes on.", ["A wrapped line\nof prose goes on."]),
        ("• one item\n• two items\n\nEnd", ["•", "one item", "•", "two items", "End"]),
        ("It fell to 2.5 p.c. in Dec. 2019, they said.", ["It fell to 2.5 p.c. in Dec. 2019, they said."]),
        ("a deficit of 1 . 6 billion was", ["a deficit of 1 . 6 billion was"]),
        ("SEOUL, July 22 (Wire) — Shares fell 5%.", ["SEOUL, July 22 (Wire) —", "Shares fell 5%."]),
        ("NEW YORK – Stocks rose.", ["NEW YORK –", "Stocks rose."]),
        ("NATO members spent 2% - at least some did.", ["NATO members spent 2% - at least some did."]),
        ("", []),
        (" \n\t ", []),
    ],
)  # fmt: skip
def test_split(text, sentences):
    """Abbreviations, quotations, headlines, wrapped lines and lists."""
    assert [text[start:end] for start, end in split(text)] == sentences


@given(st.text(alphabet="aA1. \n\"”'é?!…\u2028\r", max_size=200))
def test_nothing_is_lost(text):
    """Sentences are in order, do not overlap, and leave out nothing but white space."""
    bounds = list(split(text))
    covered = [i for start, end in bounds for i in range(start, end)]
    assert covered == sorted(set(covered))
    assert not "".join(text[i] for i in set(range(len(text))) - set(covered)).strip()
    assert all(0 < end - start <= MAX_LENGTH for start, end in bounds)


@given(st.integers(1, 6))
def test_endless_sentences_are_cut_at_white_space(pieces):
    """A sentence without an end stays within the limit, words whole."""
    text = "word " * (MAX_LENGTH // 4 * pieces)
    assert {word for start, end in split(text) for word in text[start:end].split()} == {"word"}
