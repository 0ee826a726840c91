"""Marks over a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factex.display.marks import Mark, blocks, marks_of, nest


def told(node):
    """The text below a node."""
    return "".join(child if isinstance(child, str) else told(child) for child in node.children)


def shape(node):
    """A node's children, marks in brackets."""
    return "".join(child if isinstance(child, str) else f"[{shape(child)}]" for child in node.children)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 2)], "[ab]cdef"),
        ([(1, 5), (2, 3)], "a[b[c]de]f"),
        ([(2, 3), (1, 5)], "a[b[c]de]f"),
        ([(0, 3), (3, 6)], "[abc][def]"),
        ([(0, 4), (2, 6)], "[ab[cd]][ef]"),
        ([(0, 3), (1, 5), (2, 6)], "[a[b[c]]][[de]f]"),
        ([(0, 6), (0, 6)], "[[abcdef]]"),
        ([(2, 2), (4, 9), (-1, 2)], "abcdef"),
    ],
)
def test_nesting(spans, expected):
    """Marks nest, the longer one outside; one that crosses another is cut; an empty or impossible one is left out."""
    (block,) = nest("abcdef", [Mark(start, end, "subject") for start, end in spans])
    assert shape(block) == expected


@given(
    st.text("ab \n", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=12),
)
def test_no_character_is_lost(text, spans):
    """Blocks and marks together hold the text, each character once, and each mark its own characters."""
    marks = [Mark(start, end, "subject", (number,)) for number, (start, end) in enumerate(spans)]
    done = nest(text, marks)
    assert "".join(map(told, done)) == text
    found = {}

    def collect(node):
        if node.mark is not None:
            found.setdefault(node.mark.facts, []).append((node.first, told(node)))
        for child in node.children:
            if not isinstance(child, str):
                collect(child)

    for block in done:
        collect(block)
    for mark in marks:
        pieces = found.get(mark.facts, [])
        inside = 0 <= mark.start < mark.end <= len(text)
        assert "".join(piece for _, piece in pieces) == (text[mark.start : mark.end] if inside else "")
        assert sum(first for first, _ in pieces) == inside


@given(st.text("ab \n", max_size=200), st.integers(1, 30))
def test_blocks_cover_the_text(text, longest):
    """Blocks follow each other without a gap, none empty, none longer than asked."""
    cut = list(blocks(text, longest))
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(0 < end - start <= longest for start, end in cut)


def test_a_mark_across_blocks_is_cut_there():
    """A mark never reaches out of its block."""
    text = "one" * 200 + "\n\ntwo"
    first, second = nest(text, [Mark(597, 605, "subject")])
    assert (shape(first)[-7:], shape(second)) == ("[one\n\n]", "[two]")
    assert [first.children[-1].first, second.children[0].first] == [True, False]


def test_blocks_end_with_paragraphs():
    """A text of paragraphs is cut between them; short ones stay together."""
    text = "\n\n".join(["x " * 400, "y", "z", "w " * 300])
    assert [text[start:end].split() for start, end in blocks(text)] == [["x"] * 400, ["y", "z", *["w"] * 300]]


@pytest.mark.parametrize("text", ["\n \n" * 100_000, "\n" * 300_000, "\n" + " " * 300_000, "x" * 300_000])
def test_odd_texts_make_few_blocks(text):
    """However the lines fall, a page has no more blocks than it can lay out."""
    assert len(list(blocks(text))) <= len(text) / 400


def test_quantities_win_over_slots(article):
    """A stretch that is a quantity of one fact and a slot of another looks like a quantity; all its facts are known."""
    marks = {article.text[mark.start : mark.end]: mark for mark in marks_of(article.facts, article.quantities)}
    assert marks["227 supercomputers"].role == "comparison"
    assert marks["50%"].role == "change"
    assert marks["CoreLogic"].role == "source"
    assert marks["Tariffs"].facts


def test_every_fact_has_one_place(article):
    """Each fact is anchored at exactly one mark, ranks too, which have no quantity."""
    anchors = [number for mark in marks_of(article.facts) for number in mark.anchors]
    assert sorted(anchors) == list(range(len(article)))


def test_a_long_text_is_cut_fast(weights):
    """Marks are placed in one pass."""
    facts = weights(5_000)
    done = nest(facts.text, marks_of(facts.facts, facts.quantities))
    assert sum(len(told(block)) for block in done) == len(facts.text)
