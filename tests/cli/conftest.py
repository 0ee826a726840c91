"""What tests of the command line share: running it in this process, and a folder of small texts."""

import json

import pytest
from typer.testing import CliRunner

from factex.cli import app

TEXT = "Sales rose 5% to $3 million. It is the world's third-largest bank."


@pytest.fixture
def run():
    """Runs the command in this process; `given` is its standard input."""
    return lambda *arguments, given=None: CliRunner().invoke(app, [*map(str, arguments)], input=given)


@pytest.fixture
def text_file(tmp_path):
    """A file with one change and one rank."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def texts(tmp_path):
    """A folder of small texts, a fact each."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"It sold {number + 2} cars in 2020.", encoding="utf-8")
    return folder


@pytest.fixture
def lines():
    """The objects of JSON Lines."""
    return lambda text: [json.loads(line) for line in text.splitlines()]
