"""Marks of Markdown: what a parser reads of a sentence, and that no offset moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factex.syntax.markup import plain


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("**Acme** sold *4* cars", "  Acme   sold  4  cars"),
        ("***Acme*** sold __4__ cars", "   Acme    sold   4   cars"),
        ('[Acme](https://a.org/7 "Q3") sold `4`', " Acme" + " " * 24 + "sold  4 "),
        ("Acme ([page](a_(b))) sold 4", "Acme ( page        ) sold 4"),
        ("[**Acme**](b) sold 4", "   Acme       sold 4"),
    ],
)
def test_marks_become_spaces(sentence, read):
    """The words stay where they stand."""
    assert plain(sentence) == read


@pytest.mark.parametrize(
    "sentence", ["5 * 3 is 15", "2**3 is 8", "a [note] (4 cars)", "x_y and __init", "4 cars* sold"]
)
def test_other_marks_stay_out_of_words(sentence):
    """Signs of arithmetic, brackets and names are left; a footnote's star is no word either."""
    assert plain(sentence).split() == sentence.replace("cars*", "cars").replace("__init", "init").split()


@given(st.text(alphabet='*_`[]()! "ab4\n', max_size=60))
def test_offsets_stay(sentence):
    """The length is kept, and what is left stands where it stood."""
    read = plain(sentence)
    assert len(read) == len(sentence)
    assert all(after in (before, " ") for before, after in zip(sentence, read, strict=True))
