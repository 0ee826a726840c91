"""The fragment that a notebook shows."""

import re
from html.parser import HTMLParser

import pytest

from factex.display.html import facts_html, facts_plain
from factex.facts import Facts


class Reader(HTMLParser):
    """Checks that elements close in order, and collects them."""

    def __init__(self, page):
        super().__init__()
        self.open, self.elements, self.words = [], [], []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in {"style", "script"}:
            self.words.append(data)

    def having(self, tag, name):
        """The elements of a tag with an attribute."""
        return [attrs for found, attrs in self.elements if found == tag and name in attrs]


def test_all_facts_stand_in_the_table(article):
    """Each fact has its row and its record; the text stands there whole."""
    reader = Reader(facts_html(article))
    assert len([1 for tag, _ in reader.elements if tag == "tr"]) == len(article) + 1
    told = "".join(reader.words)
    assert article.text in told
    for fact in article:
        assert fact.core() in told


def test_marks_point_at_records(article):
    """Every mark that can be focused names its record, and every row leads to such a mark."""
    reader = Reader(facts_html(article))
    ids = {attrs["id"] for _, attrs in reader.elements if "id" in attrs}
    focusable = reader.having("mark", "tabindex")
    assert focusable
    assert all(part in ids for attrs in focusable for part in attrs["aria-describedby"].split())
    anchors = " ".join(attrs["data-anchors"] for attrs in focusable).split()
    assert sorted(anchors, key=int) == [attrs["data-go"] for attrs in reader.having("a", "data-go")]


def test_two_outputs_share_no_id(article):
    """Several outputs fit in one notebook."""
    ids = [{attrs["id"] for _, attrs in Reader(facts_html(article)).elements if "id" in attrs} for _ in range(2)]
    assert not ids[0] & ids[1]


def test_ids_are_unique_within_one(article):
    """No id is given twice, though a mark be cut or shared."""
    ids = re.findall(r' id="([^"]+)"', facts_html(article))
    assert len(ids) == len(set(ids))


def test_hostile_text_stays_text(hostile, attack):
    """Whatever stands in a text stands in the page as text: no element, no attribute comes of it."""
    page = facts_html(hostile)
    reader = Reader(page)
    assert not {tag for tag, _ in reader.elements} & {"img", "b", "i", "iframe", "svg"}
    assert [tag for tag, _ in reader.elements].count("style") == 1
    assert [tag for tag, _ in reader.elements].count("script") == 1
    assert not [name for _, attrs in reader.elements for name in attrs if name.startswith("on")]
    assert page.encode("utf-8")
    assert "\x00" not in page
    assert attack[:40] in "".join(reader.words)


def test_slots_are_isolated_from_their_surroundings(hostile):
    """A control that turns the direction of writing ends with its cell."""
    assert facts_html(hostile).count("<bdi>&lt;script&gt;") >= 2 * len(hostile)


def test_nothing_is_asked_from_elsewhere(article):
    """The fragment holds no address."""
    assert not re.search(r"https?:|//[a-z]|src=|@import|url\(", facts_html(article))


def test_large_results_say_that_they_are_cut(weights):
    """Of many facts the first are shown, and the page says so; the same of the text."""
    facts = weights(3000)
    told = "".join(Reader(facts_html(facts, limit=5)).words)
    assert "Shown: the first 5 of 3,000 facts" in told
    assert f"of {len(facts.text):,} characters" in told
    assert len(facts_html(facts)) < 400_000


def test_a_long_line_is_cut():
    """A line of five million characters makes a small page."""
    assert len(facts_html(Facts(text="x" * 5_000_000))) < 100_000


@pytest.mark.parametrize("text", ["", "\n\n", "no numbers here"])
def test_without_facts(text):
    """A text without facts is shown without a table."""
    page = facts_html(Facts(text=text))
    assert "0 facts" in "".join(Reader(page).words)
    assert "<table>" not in page


def test_notebook_gets_html_and_plain_text(article):
    """`_repr_mimebundle_` gives both forms, `_repr_html_` the one."""
    bundle = article._repr_mimebundle_()
    assert set(bundle) == {"text/html", "text/plain"}
    assert bundle["text/plain"].splitlines()[1:] == [str(fact) for fact in article]
    assert "<section" in bundle["text/html"]
    assert "<section" in article._repr_html_()


def test_ipython_shows_both_forms(article):
    """IPython, which formats what a cell ends with, takes both forms."""
    formatters = pytest.importorskip("IPython.core.formatters", reason="IPython is not installed")
    bundle, _ = formatters.DisplayFormatter().format(article)
    assert bundle["text/html"].startswith("<section")
    assert bundle["text/plain"].startswith(f"{len(article)} facts")


def test_plain_text_is_cut_too(weights):
    """The plain form tells how many facts it leaves out."""
    assert facts_plain(weights(12), limit=10).splitlines()[-1] == "… and 2 more"
    assert facts_plain(weights(1)).splitlines()[0] == "1 fact"
