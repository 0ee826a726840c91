"""Facts of Arrow record batches."""

import functools
import pickle

import pytest

from factex import Extractor, FactexError, Measurement, Rule

pa = pytest.importorskip("pyarrow", reason="the extra 'arrow' is not installed")

from factex import arrow  # noqa: E402 - needs pyarrow


def _batch(texts):
    return pa.RecordBatch.from_pydict({"id": list(range(len(texts))), "text": pa.array(texts, pa.string())})


def test_facts_are_those_of_extract(texts, expected):
    """Every fact is there, as JSON byte for byte, beside the column kept; a null has a row with its error."""
    table = pa.Table.from_batches(arrow.extract([_batch(texts[:7]), _batch(texts[7:])], "text")).to_pylist()
    assert [row["record"] for row in table if row["fact"] is not None] == [record for _, record in expected[0]]
    wrong = [row for row in table if row["error"]]
    assert len(wrong) == len(expected[1])
    assert all("must be a str" in row["error"] and row["kind"] is None for row in wrong)


def test_columns():
    """The schema is what is documented, and each column holds its part of the record."""
    batch = _batch(["Sales rose 5% to $1.2 billion in 2024, Ada Obi said."])
    (found,) = arrow.extract([batch], "text")
    assert found.schema == arrow.schema_of(batch.schema, "text")
    assert found.schema.names == ["id", *arrow.SCHEMA.names]
    (row,) = found.to_pylist()
    assert (row["kind"], row["measure"], row["when"], row["source"]) == ("change", "Sales", "2024", "Ada Obi")
    told = {quantity["role"]: quantity for quantity in row["quantities"]}
    assert told["end"]["value"] == "1200000000"
    assert told["end"]["unit"] == "USD"
    assert told["amount"]["number"] == 5.0


@pytest.mark.parametrize(
    ("column", "keep", "message"),
    [
        ("body", None, "no column 'body'; there are id, text"),
        ("id", None, "column 'id' is int64; texts have to be strings"),
        ("text", ["day"], "no column 'day'"),
    ],
)
def test_wrong_columns(column, keep, message):
    """What is wrong with a table is told with what it has."""
    with pytest.raises(ValueError, match=message):
        list(arrow.extract([_batch(["It costs $5."])], column, keep=keep))


def test_a_wrong_table_is_an_error_of_factex():
    """`except factex.FactexError` catches what is wrong with a table, as it does everything."""
    with pytest.raises(FactexError):
        arrow.schema_of(pa.schema({"id": pa.int64()}), "text")


def test_half_a_surrogate_pair(extractor):
    """What UTF-8 can't hold is replaced in the columns, and stands in the record as it was."""

    class Broken:
        def pipe(self, texts, **_):
            yield from (extractor.extract(f"{text} \ud83d") for text in texts)

    (found,) = arrow.extract([_batch(["It costs $5"])], "text", extractor=Broken())
    (row,) = found.to_pylist()
    assert row["sentence"] == "It costs $5 \ufffd"
    assert Measurement.model_validate_json(row["record"]).sentence.text == "It costs $5 \ud83d"


def test_taken_name():
    """A column kept may not have the name of one of facts."""
    batch = pa.RecordBatch.from_pydict({"kind": ["a"], "text": ["It costs $5."]})
    with pytest.raises(ValueError, match="has the name of a column of facts"):
        list(arrow.extract([batch], "text"))
    (found,) = arrow.extract([batch], "text", keep=[])
    assert found.num_rows == 1


def test_empty_batch_keeps_the_schema():
    """A batch without rows gives one without rows."""
    (found,) = arrow.extract([_batch([])], "text")
    assert found.num_rows == 0
    assert found.schema == arrow.schema_of(_batch([]).schema, "text")


def test_a_rule_that_raises_spoils_its_text_alone():
    """The error of one text is told in its row; the others have their facts."""

    def break_on_cats(sentence):
        if "cats" in [word.lower for word in sentence.tree.words]:
            raise RuntimeError("no cats")
        return []

    extractor = Extractor(rules=[Rule("trial.cats", break_on_cats, "Two cats slept.")])
    (found,) = arrow.extract([_batch(["Two cats slept.", "Two dogs slept."])], "text", extractor=extractor)
    assert [(row["id"], row["error"]) for row in found.to_pylist()] == [(0, "RuntimeError: no cats"), (1, None)]


def test_loaded_once():
    """The same bytes make one extractor in a process."""
    made = pickle.dumps(functools.partial(Extractor, without=("rank",)))
    assert arrow.loaded(made) is arrow.loaded(made)
