"""Facts of frames of texts, in frames of the same library."""

import sys

import pytest

import factex
from factex import Facts
from factex.frame import COLUMNS, extract_frame

pytest.importorskip("narwhals", reason="the extra 'frames' is not installed")

TEXTS = ["Sales rose 5% in 2024. It has 3 dogs.", None, "Nothing.", "It costs $5."]


def _pandas(columns):
    pd = pytest.importorskip("pandas", reason="the extra 'pandas' is not installed")
    return pd.DataFrame(columns)


def _polars(columns):
    return pytest.importorskip("polars", reason="the extra 'polars' is not installed").DataFrame(columns)


def _arrow(columns):
    return pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed").table(columns)


def _rows(frame):
    import narwhals as nw

    return nw.from_native(frame, eager_only=True).rows(named=True)


@pytest.fixture(params=[_pandas, _polars, _arrow], ids=["pandas", "polars", "pyarrow"])
def make(request):
    """Makes a frame of one of the libraries."""
    return request.param


def test_facts_beside_the_columns_kept(make):
    """Each fact stands beside the columns of its text, in a frame of the library that was given."""
    df = make({"id": [7, 8, 9, 10], "body": TEXTS, "day": ["a", "b", "c", "d"]})
    found = extract_frame(df, "body")
    assert type(found) is type(df)
    rows = _rows(found)
    assert list(rows[0]) == ["id", "day", *COLUMNS]
    assert [(row["id"], row["day"]) for row in rows] == [(7, "a"), (7, "a"), (8, "b"), (10, "d")]
    assert [row["number"] for row in rows if row["id"] != 8] == [5, 3, 5]
    assert [row["text"] for row in rows if row["id"] != 8] == ["5%", "3 dogs", "$5"]


def test_null_gives_its_error(make):
    """A null has one row, which has nothing but its error."""
    row = _rows(extract_frame(make({"id": [7, 8, 9, 10], "body": TEXTS}), "body", keep=["id"]))[2]
    assert row["error"] == "TextTypeError: text must be a str, got NoneType"
    assert row["id"] == 8
    assert all(str(row[name]) in {"None", "<NA>", "nan"} for name in COLUMNS if name != "error")


@pytest.mark.parametrize("texts", [[], ["Nothing."], [None], ["Nothing.", "Nothing."]])
def test_the_schema_does_not_depend_on_the_texts(make, texts):
    """Whatever is found, the columns and their types are the same."""
    full, found = (extract_frame(make({"body": some}), "body") for some in (TEXTS, texts))
    schemas = [list(frame.dtypes) if make is _pandas else frame.schema for frame in (full, found)]
    assert schemas[0] == schemas[1]
    assert len(_rows(found)) == texts.count(None)


def test_rows_are_those_of_records(make, extractor):
    """The facts are those of `extract`, told as in the flat table."""
    (row,) = _rows(extract_frame(make({"body": ["It sold 40 vans in 2024."]}), "body", extractor=extractor))
    (record,) = extractor.extract("It sold 40 vans in 2024.").to_records()
    for name in ("kind", "subject", "number", "unit", "when", "negated", "sentence_end", "rule"):
        assert row[name] == record[name]
    assert str(row["value"]) == "40"


@pytest.mark.parametrize(
    ("column", "keep", "message"),
    [
        ("none", None, "no column 'none'; there are id, body"),
        ("body", ["day"], "no column 'day'; there are id, body"),
        ("id", None, "column 'id' is Int64; texts have to be strings"),
    ],
)
def test_wrong_columns(make, column, keep, message):
    """What is wrong with a frame is told with what it has."""
    with pytest.raises(ValueError, match=message) as caught:
        extract_frame(make({"id": [1], "body": ["It costs $5."]}), column, keep=keep)
    assert isinstance(caught.value, factex.FactexError)


def test_taken_name(make):
    """A column kept may not have the name of one of facts; left out of `keep`, it is no trouble."""
    df = make({"kind": ["a"], "text": ["It costs $5."]})
    with pytest.raises(ValueError, match="'kind' has the name of a column of facts"):
        extract_frame(df, "text")
    assert len(_rows(extract_frame(df, "text", keep=[]))) == 1


def test_the_index_of_pandas_stays():
    """A row of facts has the index of its text, so that it can be joined to its frame."""
    df = _pandas({"body": TEXTS}).set_axis(["a", "b", "c", "d"])
    found = extract_frame(df, "body")
    assert found.index.tolist() == ["a", "a", "b", "d"]
    assert df.join(found["kind"]).shape == (5, 2)


def test_options_reach_the_extractor(make):
    """Reference date and processes are those of `pipe`."""
    from datetime import date

    df = make({"body": ["It sold 40 vans last year."] * 3})
    found = _rows(extract_frame(df, "body", reference_date=date(2024, 5, 1), batch_size=1, n_process=2))
    assert [row["when"] for row in found] == ["2023"] * 3


@pytest.mark.parametrize("wrong", [["It costs $5."], {"body": ["It costs $5."]}, None])
def test_no_frame(wrong):
    """What is no frame is refused, with what would do."""
    with pytest.raises(TypeError, match="df must be a pandas or Polars DataFrame or a pyarrow Table, got builtins"):
        extract_frame(wrong, "body")


def test_a_lazy_frame_is_refused():
    """A lazy frame has to be collected by its owner."""
    with pytest.raises(TypeError, match=r"got polars.*LazyFrame"):
        extract_frame(_polars({"body": ["It costs $5."]}).lazy(), "body")


def test_without_narwhals(monkeypatch):
    """Without the extra the error tells how to install it."""
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(ImportError, match=r"pip install 'factex\[frames\]'"):
        extract_frame(None, "body")


def test_a_text_that_fails_spoils_no_other(make):
    """An error of the extraction stands in the row of its text."""

    class Failing:
        def pipe(self, texts, *, on_error, **_):
            yield Facts(text=texts[0])
            yield on_error(texts[1], RuntimeError("no cats"))

    rows = _rows(extract_frame(make({"id": [1, 2], "body": ["dogs", "cats"]}), "body", extractor=Failing()))
    assert [(row["id"], row["error"]) for row in rows] == [(2, "RuntimeError: no cats")]
