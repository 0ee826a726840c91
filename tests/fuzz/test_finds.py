"""What fuzzing has found, each kept as a test: texts that raised or hung, and files that were not refused as they should."""

import time

import pytest
from typer.testing import CliRunner

import factex
from factex import Extractor
from factex.cli import app
from factex.documents import DocumentError, read
from factex.evaluation.gold import parse
from factex.sentences.splitter import split

HEAD = '[[case]]\nid = "a"\ntext = "It costs $5."\n'


@pytest.mark.parametrize(
    "text",
    [
        "a million million million million million million million million million and a half",
        "two " + "million " * 180 + "and a half",
        "3 × 10^99999 m",
        "1" + ",000" * 3000,
    ],
)  # fmt: skip
def test_texts(extractor, text):
    """A text on which an earlier version raised, or told a number that is not there."""
    facts = extractor.extract(text)
    assert facts.quantities == extractor.extract(text).quantities
    assert all(text[one.start : one.end] == one.text for one in facts.quantities)
    assert all(one.value is None or abs(one.value) < 10**100 for one in facts.quantities)


@pytest.mark.parametrize("char", [".", "…", "!", ".)", "?”"])
def test_runs_of_stops(char):
    """A long run of stops took time by the square of its length: minutes for 100,000."""
    start = time.process_time()
    list(split(char * 100_000))
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "source",
    ["case = 5", "case = [5]", HEAD + "fact = 5\n", HEAD + "fact = [5]\n", HEAD + "open = 3\n", HEAD + "[[case.fact]]\nkind = 'change'\nleft = 5\n", HEAD + "[[case.fact]]\nkind = []\n",
     HEAD + "[[case.fact]]\nkind = 'change'\nwhen = '2030'\n", HEAD + "[[case.fact]]\nkind = 'change'\nsubject = 5\n", HEAD + "[[case.fact]]\nkind = 'change'\nleft = { subject = '$5' }\n", HEAD + "quantity = 5\n", "x = " + "[" * 5000 + "]" * 5000, HEAD + "[[case.fact]]\nkind = 'change'\namount = 5\n"],
)  # fmt: skip
def test_gold_files(source):
    """A gold file of the wrong shape is refused by its own error, whatever is wrong with it."""
    with pytest.raises(factex.GoldError, match="gold"):
        parse(source)


@pytest.mark.parametrize("number", ["1e999999999", "-1e-999999999", "9" * 5000])
def test_gold_numbers(number):
    """A huge number in a gold file is refused; turned into a whole one it would fill the memory."""
    with pytest.raises(factex.GoldError, match="gold: "):
        parse(HEAD + f"[[case.quantity]]\nvalue = {number}\n")


def test_a_new_unit_with_names_alone():
    """A user's unit that gives nothing but a name is read: what it leaves out has a default."""
    (quantity,) = Extractor(lexicon={"units": {"length": {"smoot": {"names": ["smoot"]}}}}).quantities(
        "It is 364 smoots long."
    )
    assert (quantity.value, quantity.unit.name) == (364, "smoot")


@pytest.mark.parametrize("encoding", ["hex", "rot13", "undefined", "x", "\0"])
@pytest.mark.parametrize("suffix", [".txt", ".html", ".csv", ".jsonl"])
def test_encodings(tmp_path, suffix, encoding):
    """An encoding that is none of texts raised `LookupError`, or an error that did not name its document."""
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"It costs 5 km.")
    with pytest.raises(DocumentError) as caught:
        list(read(path, encoding=encoding))
    assert str(caught.value).startswith(str(path))


def test_verify_of_many_documents(tmp_path):
    """`factex verify` of a table or a folder raised `ValueError`: one text is checked at a time."""
    table = tmp_path / "rows.csv"
    table.write_text("text\nIt costs $5.\nIt costs $6.\n", encoding="utf-8")
    ran = CliRunner().invoke(app, ["verify", str(table), str(table)])
    assert ran.exit_code == 2
    assert f"{table} holds 2 documents" in ran.stderr
