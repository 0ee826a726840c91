"""The report as a file: what stands in it."""

import base64
import hashlib
import io
import json
import re

import pytest

from factex.display.report import write_report
from factex.facts import Facts


def report(*documents, **options):
    """The page of some documents."""
    stream = io.StringIO()
    write_report(documents, stream, **options)
    return stream.getvalue()


def data_of(page):
    """The documents that a page carries."""
    return [
        json.loads(block)
        for block in re.findall(r'<script type="application/json" class="document">(.*?)</script>', page)
    ]


def told(pieces):
    """The text of nested pieces."""
    return "".join(piece if isinstance(piece, str) else told(piece[4:]) for piece in pieces)


def test_the_documents_stand_in_the_page(article, weights):
    """Each document has its name, its whole text and its facts."""
    first, second = data_of(report(("a.txt", article), ("b.txt", weights(3))))
    assert (first["name"], second["name"]) == ("a.txt", "b.txt")
    assert "".join(map(told, first["blocks"])) == article.text
    assert [fact["kind"] for fact in first["facts"]] == [fact.kind for fact in article]
    assert second["facts"][1]["values"] == [["kilogram", "2"]]


def test_subjects_are_the_resolved_ones(article):
    """The filter by subject knows what a pronoun stands for."""
    (document,) = data_of(report(("a.txt", article)))
    assert document["facts"][0]["subject"] == "China"


def test_only_the_pages_own_code_may_run(article):
    """The Content-Security-Policy names the very script and style of the page, and nothing else."""
    page = report(("a.txt", article))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    script = re.search(r"<script>(.*?)</script>", page, re.DOTALL)[1]
    for name, source in (("style-src", style), ("script-src", script)):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_hostile_text_cannot_leave_its_data(hostile, attack):
    """Names, texts and titles stay data, whatever they say."""
    page = report((attack, hostile), title=attack)
    assert page.encode("utf-8")
    assert page.count("</script>") == 2
    assert page.count("<script") == 2
    assert "<img" not in page
    assert data_of(page)[0]["facts"][0]["about"].startswith("<script>")


@pytest.mark.parametrize("title", ["$style", "${title}", "a $ b", "100 %"])
def test_a_title_is_no_template(title, article):
    """Signs that the page's template uses are plain text in a title."""
    assert f"<h1>{title}</h1>" in report(("a", article), title=title)


def test_documents_are_taken_one_by_one(article):
    """A document is written before the next one is asked for."""
    stream = io.StringIO()

    def documents():
        yield "a.txt", article
        assert '"name":"a.txt"' in stream.getvalue()
        yield "b.txt", article

    write_report(documents(), stream)
    assert len(data_of(stream.getvalue())) == 2


def test_no_documents():
    """A report of nothing is a page."""
    assert data_of(report()) == []
    assert data_of(report(("empty", Facts(text=""))))[0]["blocks"] == []
