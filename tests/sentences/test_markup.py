"""Marks of Markdown: what is read without them, and where it stands in the text that was given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factex
from factex.sentences.markup import Marked


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Acme** sold *4* cars", "Acme sold 4 cars"),
        ("***Acme*** sold __4__ cars", "Acme sold 4 cars"),
        ('[Acme](https://a.org/7 "Q3") sold `4`', "Acme sold 4"),
        ("Acme ([page](a_(b))) sold ~~3~~ 4", "Acme (page) sold 3 4"),
        ("[**Acme**](b) sold ![4](c.png)", "Acme sold 4"),
        ("4 cars* sold", "4 cars sold"),
    ],
)
def test_marks_are_taken_out(text, plain):
    """Emphasis, code, and links but for their words."""
    assert Marked(text).plain == plain


@pytest.mark.parametrize("text", ["5 * 3 is 15", "2**3 is 8", "a [note] (4 cars)", "x_y", "* a\n* b", "", "**", "[]"])
def test_other_signs_stay(text):
    """Signs of arithmetic, brackets and bullets are left."""
    marked = Marked(text)
    assert marked.plain == text
    assert not marked.changed


@given(st.text(alphabet='*_`~[]()!" ab4\n', max_size=60), st.data())
def test_bounds_tell_where_it_stood(text, data):
    """Each stretch of the plain text begins and ends with its own characters in the given one."""
    marked = Marked(text)
    size = len(marked.plain)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    first, last = marked.bounds(start, end)
    assert 0 <= first <= last <= len(text)
    if start < end:
        assert text[first] == marked.plain[start]
        assert text[last - 1] == marked.plain[end - 1]


MARKED = (
    "**Kenya** sold [over](https://a.org/30) **60%** of its tea by *2019*, according to [the board](b), up from `52%`."
)


def _spans(record):
    for name in type(record).model_fields:
        value = getattr(record, name)
        for one in value if isinstance(value, tuple) else (value,):
            if hasattr(one, "model_fields_set"):
                yield from _spans(one)
    if isinstance(getattr(record, "start", None), int):
        yield record


def test_facts_are_those_of_the_text_without_marks():
    """And each span of theirs is told in the text with marks."""
    found = factex.extract(MARKED)
    assert str(found) == str(factex.extract(Marked(MARKED).plain))
    assert found.text == MARKED
    spans = list(_spans(found))
    assert all(MARKED[span.start : span.end] == span.text for span in spans)
    assert "over](https://a.org/30) **60%" in [span.text for span in spans]


def test_quantities_alone_too():
    """Without a model as with one."""
    found = factex.quantities(MARKED)
    assert [str(one) for one in found] == [str(one) for one in factex.quantities(Marked(MARKED).plain)]
    assert all(MARKED[one.start : one.end] == one.text for one in found)


def test_warnings_tell_the_place_in_the_given_text():
    """A number beyond the limits is looked for there."""
    (told,) = factex.extract("**It** costs 1e999 dollars.").warnings
    assert told.endswith("(at 13)")
