"""Facts of Ray datasets, on a real local Ray."""

import os
from pathlib import Path

import pytest

ray = pytest.importorskip("ray", reason="the extra 'ray' is not installed")
pytest.importorskip("ray.data", reason="the extra 'ray' is not installed")

import factex.ray  # noqa: E402 - needs ray

pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning", "ignore::DeprecationWarning", "ignore::ResourceWarning"
)


@pytest.fixture(scope="module", autouse=True)
def local_ray():
    """A Ray of this machine alone."""
    os.environ.setdefault("RAY_AUTH_MODE", "disabled")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield
    ray.shutdown()


def _dataset(texts):
    return ray.data.from_items([{"row": i, "text": text} for i, text in enumerate(texts)], override_num_blocks=3)


def _found(dataset):
    rows = dataset.take_all()
    facts = [(row["row"], row["record"]) for row in rows if row["fact"] is not None]
    return sorted(facts, key=lambda pair: pair[0]), sorted(row["row"] for row in rows if row["error"])


def test_facts_are_those_of_one_process(texts, expected):
    """Every fact is there, as JSON byte for byte, and a null has a row with its error."""
    assert _found(factex.ray.extract(_dataset(texts), "text", workers=2, batch_size=7)) == expected


def test_a_worker_killed_midway(texts, expected, dying):
    """An actor that is killed is started anew, and nothing is lost."""
    make, marker = dying
    found = _found(factex.ray.extract(_dataset(texts), "text", extractor=make, batch_size=7))
    assert Path(marker).exists()
    assert found == expected


def test_columns():
    """The columns kept come first."""
    dataset = ray.data.from_items([{"id": "a", "weight": 1.5, "body": "Rents rose 3%."}])
    (row,) = factex.ray.extract(dataset, "body", keep=["weight"]).take_all()
    assert list(row)[:3] == ["weight", "fact", "kind"]
    assert row["quantities"][0]["number"] == 3.0
