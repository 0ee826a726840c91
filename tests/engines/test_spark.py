"""Facts of Spark data frames, on a real local Spark."""

import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyspark", reason="the extra 'spark' is not installed")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java, and there is none", allow_module_level=True)

from pyspark.sql import SparkSession

import factex.spark

pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::ResourceWarning"
)


@pytest.fixture(scope="module")
def spark():
    """Two workers in this machine; a task is tried three times."""
    patch = pytest.MonkeyPatch()
    patch.setenv("PYSPARK_PYTHON", sys.executable)  # else the workers run whatever `python3` is first on the path
    session = (
        SparkSession.builder.master("local[2,3]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "5")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
    patch.undo()


def _frame(spark, texts):
    return spark.createDataFrame(list(enumerate(texts)), "row int, text string").repartition(2)


def _found(rows):
    facts = [(row.row, row.record) for row in rows if row.fact is not None]
    return sorted(facts, key=lambda pair: pair[0]), sorted(row.row for row in rows if row.error)


def test_facts_are_those_of_one_process(spark, texts, expected):
    """Every fact is there, as JSON byte for byte, and a null has a row with its error."""
    assert _found(factex.spark.extract(_frame(spark, texts), "text").collect()) == expected


def test_a_worker_killed_midway(spark, texts, expected, dying):
    """A worker that is killed is replaced, and nothing is lost."""
    make, marker = dying
    rows = factex.spark.extract(_frame(spark, texts), "text", extractor=make).collect()
    assert Path(marker).exists()
    assert _found(rows) == expected


def test_columns_and_sql(spark):
    """The columns kept come first, with their types; quantities can be exploded."""
    frame = spark.createDataFrame([("a", 1.5, "Rents rose 3%.")], "id string, weight double, body string")
    facts = factex.spark.extract(frame, "body", keep=["weight"])
    assert facts.dtypes[:3] == [("weight", "double"), ("fact", "int"), ("kind", "string")]
    (row,) = facts.selectExpr("weight", "explode(quantities) q").selectExpr("weight", "q.role", "q.number").collect()
    assert tuple(row) == (1.5, "amount", 3.0)


@pytest.mark.parametrize(
    ("column", "message"), [("body", "no column 'body'"), ("row", "column 'row' is int; texts have to be strings")]
)
def test_wrong_column(spark, column, message):
    """A wrong column is told before anything runs."""
    with pytest.raises(ValueError, match=message):
        factex.spark.extract(_frame(spark, ["It costs $5."]), column)
