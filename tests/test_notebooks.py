"""The notebooks, run from top to bottom by a real Jupyter kernel."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

# What a notebook has to say in its outputs, and what it needs.
SAYS = {
    "first-facts": ["measurement ", "41000", "characters of JSON"],
    "own-domain": ["Berg | beat | 2,701 > Ivanov 2,650", "{'as expected': 1, 'drawn': 1, 'upset': 2}"],
    "thousand-articles": [
        "1000 articles",
        "Dublin",
        "revenue  100.0%",
        "rises    100.0%",
        "staff    100.0%",
    ],
}
NEEDS = {"thousand-articles": ("duckdb", "pyarrow")}


def test_all_notebooks_are_known():
    """A new notebook comes with what it has to say."""
    assert {path.stem for path in NOTEBOOKS} == set(SAYS)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_committed_without_outputs(path):
    """Outputs are made by those who run it: the file holds none, and no counts of runs."""
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs(path):
    """Every cell runs, and the outputs say what they should."""
    nbformat = pytest.importorskip("nbformat", reason="needs the extra docs")
    nbclient = pytest.importorskip("nbclient", reason="needs the extra docs")
    pytest.importorskip("ipykernel", reason="needs the extra docs")
    for package in NEEDS.get(path.stem, ()):
        pytest.importorskip(package, reason=f"the notebook reads facts with {package}")
    notebook = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=600, coalesce_streams=True, resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    said = "\n".join(output.get("text") or output.data["text/plain"] for output in outputs)
    for words in SAYS[path.stem]:
        assert words in said, said
    assert not [output for output in outputs if output.output_type == "stream" and output.name == "stderr"]
