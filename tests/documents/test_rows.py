"""Tables: a document a row, from CSV, JSON Lines and Parquet."""

import gzip
import json

import pytest

from factex.documents import Limits


@pytest.fixture
def table(tmp_path, read_all):
    """Reads a table given as text or bytes."""

    def reading(name, content, **options):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        found, failed = read_all(path, **options)
        return [(one.id.removeprefix(f"{tmp_path}/"), one.text) for one in found], [message for _, message in failed]

    return reading


@pytest.mark.parametrize(("name", "content"), [
    ("t.csv", 'text,n\nIt costs $5.,1\n"Two\nlines, ""quoted""",2\n'),
    ("t.csv", 'n;text\n1;It costs $5.\n2;"Two\nlines, ""quoted"""\n'),
    ("t.tsv", 'n\ttext\n1\tIt costs $5.\n2\t"Two\nlines, ""quoted"""\n'),
    ("t.csv", '\ufefftext,n\r\nIt costs $5.,1\r\n"Two\nlines, ""quoted""",2\r\n'),
    ("t.jsonl", '{"n": 1, "text": "It costs $5."}\n\n{"n": 2, "text": "Two\\nlines, \\"quoted\\""}'),
    ("t.ndjson", '"It costs $5."\n"Two\\nlines, \\"quoted\\""\n'),
])  # fmt: skip
def test_rows(table, name, content):
    """Each row is a document, numbered from 1, with its text exactly."""
    assert table(name, content) == ([(f"{name}:1", "It costs $5."), (f"{name}:2", 'Two\nlines, "quoted"')], [])


def test_packed_table(table):
    """The suffix under `.gz` tells the format."""
    assert table("t.csv.gz", gzip.compress(b"text\n5 km\n"))[0] == [("t.csv.gz:1", "5 km")]


@pytest.mark.parametrize("compress", [False, True])
def test_parquet(tmp_path, table, compress):
    """Packed or not; a cell that is none is told, and the others go on."""
    pa = pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow")
    pq = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra arrow")
    pq.write_table(pa.table({"n": ["x", "y", "z"], "body": ["5 km", None, "6 km"]}), tmp_path / "made")
    data = (tmp_path / "made").read_bytes()
    found, failed = table(
        "t.parquet.gz" if compress else "t.parquet", gzip.compress(data) if compress else data,
        text_column="body", id_column="n",
    )  # fmt: skip
    assert found == [("x", "5 km"), ("z", "6 km")]
    assert "column 'body' is empty" in failed[0]
    assert "damaged" in table("u.parquet", data[:-20])[1][0]
    assert "no column 'text'" in table("v.parquet", data, text_column="text")[1][0]


@pytest.mark.parametrize(("name", "content", "options", "told"), [
    ("t.csv", "a,b\n1,2\n", {}, "which column holds the text? There are 'a', 'b'"),
    ("t.csv", "a,b\n1,2\n", {"text_column": "c"}, "no column 'c'; there are 'a', 'b'"),
    ("t.csv", "a,b\n1,2\n", {"text_column": "a", "id_column": "c"}, "no column 'c'"),
    ("t.csv", "", {}, "empty"),
    ("t.jsonl", '{"a": "x", "b": "y"}\n', {}, "which column"),
    ("t.jsonl", "[1]\n", {}, "t.jsonl:1: no JSON object"),
    ("t.jsonl", "{\n", {}, "t.jsonl:1: no JSON"),
    ("t.jsonl", "[" * 100_000 + "\n", {}, "t.jsonl:1: no JSON"),
    ("t.jsonl", '{"text": null}\n', {}, "t.jsonl:1: column 'text' is empty"),
    ("t.jsonl", '{"text": ["a"]}\n', {}, "t.jsonl:1: column 'text' holds list"),
    ("t.parquet", "nothing", {}, "t.parquet"),
])  # fmt: skip
def test_what_fails(table, name, content, options, told):
    """Each message names the file, the row where it is one, and what is there."""
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow")
    found, failed = table(name, content, **options)
    assert not found
    assert len(failed) == 1
    assert told in failed[0]


def test_a_bad_row_leaves_the_others(table):
    """Rows before and behind it are read, and keep their numbers."""
    found, failed = table("t.jsonl", '{"text": "a"}\nx\n{"other": 1}\n{"text": "b", "n": 1e999999}\n')
    assert found == [("t.jsonl:1", "a"), ("t.jsonl:4", "b")]
    assert [message.split(": ")[1] for message in failed] == ["no JSON", "no column 'text'; there are 'other'"]


def test_short_and_long_rows(table):
    """A row with too few cells has no text."""
    found, failed = table("t.csv", "n,text\n1\n2,b\n\n3,d\n")
    assert found == [("t.csv:2", "b"), ("t.csv:4", "d")]
    assert len(failed) == 2


def test_a_text_that_was_not_quoted_is_told(tmp_path, read_all):
    """Cells beyond the columns are a warning: a part of the text may stand in them."""
    (tmp_path / "t.csv").write_text("n,text\n1,It costs 5, or 6\n", encoding="utf-8")
    ((document,), _) = read_all(tmp_path)
    assert document.text == "It costs 5"
    assert document.warnings == ("3 cells for 2 columns; is a text with ',' not quoted?",)


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_endless_lines(table, name):
    """Stop at the limit of a line, as no table has such."""
    content = "text\n" + "x" * 5000 if name == "t.csv" else json.dumps({"text": "x" * 5000})
    assert "a line of more than 1,000 characters" in table(name, content, limits=Limits(line=1000))[1][0]


def test_open_quote(table):
    """A quote that is never closed takes no more than the limit of a field."""
    content = 'text\n"' + "line\n" * 60_000
    _, failed = table("t.csv", content, limits=Limits(line=1000))
    assert not failed or "quote" in failed[0]


def test_bad_bytes_of_a_row(tmp_path, read_all):
    """They are marked in the row, and told of its document alone; without any UTF-8 the encoding is guessed."""
    path = tmp_path / "t.csv"
    path.write_bytes("text\n5 € für\n5 °C — 6 € 7 £".encode() + b" \xff\n")
    found, _ = read_all(path)
    assert [one.text for one in found] == ["5 € für", "5 °C — 6 € 7 £ \ufffd"]
    assert [one.warnings for one in found] == [(), ("1 bad byte, read as U+FFFD",)]
    path.write_bytes("text\ncafé £5\n".encode("cp1252"))
    assert read_all(path)[0][0].text == "café £5"
    path.write_bytes("text\n5 €\n".encode("utf-16"))
    assert read_all(path)[0][0].text == "5 €"
