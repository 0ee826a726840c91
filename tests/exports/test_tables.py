"""The flat and the nested table in pandas, Polars, Arrow and DuckDB."""

import sys
from decimal import Decimal

import pytest

from factex import FactexError, Facts
from factex.errors import MissingExtraError
from factex.exports.flat import COLUMNS

pa = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")

# A number that no decimal128 holds beside a third, one beyond doubles, one that a double takes for zero.
HARD = ("1300000000000", "0.3333333333333333333333333333", "1E+400", "1E-400", "-0.10")


def test_arrow_rows_are_the_records(every_kind):
    """An Arrow table has the rows of `to_records`, its exact numbers as digits."""
    table = every_kind.to_arrow("a.txt")
    assert table.schema.names == list(COLUMNS)
    for row, record in zip(table.to_pylist(), every_kind.to_records("a.txt"), strict=True):
        for name, value in row.items():
            exact = COLUMNS[name] == "decimal" and value is not None
            assert (Decimal(value) if exact else value) == record[name]


def test_hard_numbers(stating):
    """Very large and very small numbers are in every table, digit for digit."""
    facts = stating(*HARD)
    expected = [Decimal(one) for one in HARD]
    assert [Decimal(one) for one in facts.to_arrow()["value"].to_pylist()] == expected
    assert [
        Decimal(row["value"])
        for row in facts.to_arrow(nested=True)["quantities"].combine_chunks().flatten().to_pylist()
    ] == expected
    assert facts.to_arrow()["number"].to_pylist() == [1.3e12, 1 / 3, None, 0.0, -0.1]


def test_pandas(every_kind):
    """pandas gets `Decimal` objects, whose sum is exact, and nullable columns."""
    pytest.importorskip("pandas", reason="the extra 'pandas' is not installed")
    frame = every_kind.to_pandas("a.txt")
    assert list(frame.columns) == list(COLUMNS)
    records = every_kind.to_records("a.txt")
    assert frame["value"].tolist() == [row["value"] for row in records]
    assert str(frame.dtypes["position"]) == "Int64"
    assert frame["position"].dropna().tolist() == [3]
    assert frame.loc[frame["kind"] == "measurement", "value"].sum() == Decimal(1_476_000_000)


def test_polars(every_kind, stating):
    """Polars gets the rows of the Arrow table, by method and by Arrow's C stream."""
    pl = pytest.importorskip("polars", reason="the extra 'polars' is not installed")
    frame = every_kind.to_polars()
    assert frame.to_dicts() == every_kind.to_arrow().to_pylist()
    if hasattr(pl, "scan_arrow_c_stream"):
        assert pl.scan_arrow_c_stream(every_kind).collect().equals(frame)
    assert stating(*HARD).to_polars()["value"].to_list() == [f"{Decimal(one):f}" for one in HARD]


def test_empty_tables_have_the_schema(every_kind):
    """A text without facts gives tables of the same columns and types."""
    empty = Facts(text="Nothing.")
    assert empty.to_arrow().schema == every_kind.to_arrow().schema
    assert empty.to_arrow(nested=True).schema == every_kind.to_arrow(nested=True).schema
    if pytest.importorskip("polars", reason="the extra 'polars' is not installed"):
        assert empty.to_polars().schema == every_kind.to_polars().schema
    if pytest.importorskip("pandas", reason="the extra 'pandas' is not installed"):
        assert (empty.to_pandas().dtypes == every_kind.to_pandas().dtypes).all()


def test_arrow_c_stream(every_kind):
    """DuckDB, pyarrow and pandas read the facts themselves."""
    assert pa.table(every_kind).equals(every_kind.to_arrow())
    pd = pytest.importorskip("pandas", reason="the extra 'pandas' is not installed")
    assert pd.DataFrame.from_arrow(every_kind).shape == (len(every_kind), len(COLUMNS))
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")
    facts = every_kind  # DuckDB finds it by this name
    assert len(facts)
    found = duckdb.sql("SELECT subject, number FROM facts WHERE unit = 'supercomputer'").fetchall()
    assert found == [("It", 227.0)]


def test_nested_is_the_schema_of_batches(every_kind):
    """The nested table has the columns of `factex.arrow`, behind the document's name."""
    from factex import arrow

    table = every_kind.to_arrow("a.txt", nested=True)
    assert table.schema.names == ["document", *arrow.SCHEMA.names]
    batch = pa.RecordBatch.from_pydict({"document": ["a.txt"], "text": [every_kind.text]})
    (found,) = arrow.extract([batch], "text")
    assert pa.Table.from_batches([found]).equals(table)


def test_half_a_surrogate_pair(stating):
    """A text that UTF-8 can't hold is in every table, the half replaced."""
    facts = stating("5", text="It costs 5 \ud83d.")
    assert facts.to_arrow("\ud83d")["sentence"].to_pylist() == ["It costs 5 \ufffd."]
    assert facts.to_arrow("\ud83d", nested=True)["document"].to_pylist() == ["\ufffd"]
    pytest.importorskip("polars", reason="the extra 'polars' is not installed")
    assert facts.to_polars()["sentence"].to_list() == ["It costs 5 \ufffd."]


@pytest.mark.parametrize(
    ("missing", "make", "message"),
    [
        ("pandas", Facts.to_pandas, r"pip install 'factex\[pandas\]'"),
        ("polars", Facts.to_polars, r"pip install 'factex\[polars\]'"),
        ("pyarrow", Facts.to_arrow, r"pip install 'factex\[arrow\]'"),
        ("pyarrow", pa.table, r"pip install 'factex\[arrow\]'"),
    ],
)
def test_a_missing_package_is_named(monkeypatch, missing, make, message):
    """Without the package the error tells how to install it, and is an ImportError."""
    facts = Facts(text="")
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtraError, match=message) as caught:
        make(facts)
    assert isinstance(caught.value, FactexError)
    assert isinstance(caught.value, ImportError)


def test_a_missing_package_is_named_for_nested_tables(monkeypatch):
    """The module of the nested table can't load without pyarrow, which the error says."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "factex.exports.nested", raising=False)
    with pytest.raises(MissingExtraError, match="needs pyarrow, which is not installed"):
        Facts(text="").to_arrow(nested=True)


def test_records_load_no_library_of_tables():
    """Plain rows ask for none of the optional packages."""
    import subprocess

    code = "import factex, sys; factex.Facts(text='').to_records(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pandas", "polars", "pyarrow", "narwhals", "duckdb"} & set(loaded)
