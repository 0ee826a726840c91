"""Files of facts."""

import csv
import io
import json
import os
import sys
from decimal import Decimal

import pytest

import factex
from factex.exports import files
from factex.exports.files import WRITERS
from factex.exports.flat import COLUMNS


def _written(name, *documents):
    stream = io.BytesIO()
    writer = WRITERS[name](stream)
    for document, facts in documents:
        writer.write(facts, document)
    writer.close()
    assert not stream.closed
    return stream.getvalue()


def test_json_lines_are_the_facts(every_kind):
    """Each line is a fact's own JSON, beside the name of its document."""
    lines = _written("jsonl", ("a", every_kind), ("b", every_kind)).splitlines()
    assert len(lines) == 2 * len(every_kind)
    for line, fact in zip(lines, [*every_kind, *every_kind], strict=True):
        record = json.loads(line)
        assert record.pop("document") in {"a", "b"}
        assert type(fact).model_validate(record) == fact


def test_json_is_an_object_or_an_array(every_kind):
    """One document is an object, several are an array, none is an empty one."""
    assert factex.Facts.model_validate_json(_written("json", ("a", every_kind))) == every_kind
    several = json.loads(_written("json", ("a", every_kind), ("b", every_kind), ("c", every_kind)))
    assert [factex.Facts.model_validate(one) for one in several] == [every_kind] * 3
    assert json.loads(_written("json")) == []


def test_csv_reads_back(every_kind):
    """CSV has the columns and the rows of the flat table."""
    rows = list(csv.DictReader(io.StringIO(_written("csv", ("a,b", every_kind)).decode(), newline="")))
    assert list(rows[0]) == list(COLUMNS)
    records = every_kind.to_records("a,b")
    assert [row["value"] for row in rows] == [f"{record['value']:f}" for record in records]
    assert [row["negated"] for row in rows] == ["false"] * len(rows)
    assert [row["sentence"] for row in rows] == [record["sentence"] for record in records]


@pytest.mark.parametrize("document", ['say "a"', "a\rb", "a\r\nb", "a\nb", "=1+1", "é"])
def test_csv_quotes(stating, document):
    """Quotes, commas and line ends of any kind come back as they were."""
    data = _written("csv", (document, stating("5"))).decode()
    (row,) = csv.DictReader(io.StringIO(data, newline=""))
    assert row["document"] == document


def test_parquet_reads_back(every_kind):
    """Parquet is the flat table."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")
    table = parquet.read_table(io.BytesIO(_written("parquet", ("a", every_kind), ("b", every_kind))))
    assert table.to_pylist() == every_kind.to_arrow("a").to_pylist() + every_kind.to_arrow("b").to_pylist()


def test_parquet_is_written_by_row_groups(stating, monkeypatch):
    """Rows are held no longer than until they make a row group."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'arrow' is not installed")
    monkeypatch.setattr(files, "ROW_GROUP", 4)
    stream = io.BytesIO()
    writer = WRITERS["parquet"](stream)
    for number in range(5):
        writer.write(stating("1", "2"), str(number))
        assert len(writer._rows) < 4
    assert len(stream.getvalue()) > 4
    writer.close()
    found = parquet.ParquetFile(io.BytesIO(stream.getvalue()))
    assert [found.metadata.row_group(i).num_rows for i in range(found.num_row_groups)] == [4, 4, 2]
    assert found.read()["document"].to_pylist() == [str(number // 2) for number in range(10)]


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_a_pipe_will_do(name, stating):
    """No writer seeks, so that any can write to a pipe."""
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb", buffering=0) as stream:
        writer = WRITERS[name](stream)
        writer.write(stating("5"), "a")
        writer.close()
    with os.fdopen(reading, "rb") as stream:
        assert len(stream.read()) > 100


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_half_a_surrogate_pair_and_hard_numbers(name, stating):
    """Neither a text that UTF-8 can't hold nor a number that no double holds stops a writer."""
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")
    assert _written(name, ("\ud83d", stating("1E+400", "1E-400", text="It costs 5 \ud83d.")))


@pytest.mark.parametrize("name", ["json", "jsonld", "label-studio"])
def test_whole_documents_are_json(name, every_kind):
    """However many documents there are, what is written is one JSON value."""
    for count in range(3):
        documents = [(str(number), every_kind) for number in range(count)]
        found = json.loads(_written(name, *documents), parse_float=Decimal)
        assert len(found["@graph"] if name == "jsonld" else found if count != 1 or name != "json" else [found]) == (
            count * len(every_kind) if name == "jsonld" else count
        )


def test_parquet_without_pyarrow(monkeypatch):
    """Without pyarrow the error tells how to install it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"pip install 'factex\[arrow\]'"):
        WRITERS["parquet"](io.BytesIO())
