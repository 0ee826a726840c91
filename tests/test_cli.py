"""The command line as a user meets it: formats, inputs, messages, exit codes."""

import csv
import io
import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

import factex
from factex.cli import app

TEXT = "Sales rose 5% to $3 million. It is the world's third-largest bank."


def run(*arguments, given=None):
    """Runs the command in this process."""
    return CliRunner().invoke(app, list(arguments), input=given)


def test_table(tmp_path):
    """The default is a table, with the name of the document."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("extract", str(tmp_path / "a.txt"))
    assert done.exit_code == 0
    assert "2 facts" in done.stdout
    assert "change" in done.stdout


def test_json_is_facts(tmp_path):
    """One document gives one object, which is `Facts`; several give an array."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("extract", str(tmp_path / "a.txt"), "--format", "json")
    assert factex.Facts.model_validate_json(done.stdout) == factex.extract(TEXT)
    (tmp_path / "b.md").write_text("It costs $5.", encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(b"\xff")
    done = run("extract", str(tmp_path), "--format", "json")
    assert [len(one["facts"]) for one in json.loads(done.stdout)] == [2, 1]


def test_jsonl():
    """A fact a line, with its document."""
    done = run("extract", "-", "-f", "jsonl", given=TEXT)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["document"], line["kind"]) for line in lines] == [("-", "change"), ("-", "rank")]


def test_csv():
    """A quantity a line; a rank without one has a line of its own."""
    done = run("extract", "-f", "csv", given=TEXT)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["kind"], row["role"], row["value"], row["unit"], row["position"]) for row in rows] == [
        ("change", "end", "3000000", "USD", ""), ("change", "amount", "5", "percent", ""), ("rank", "", "", "", "3"),
    ]  # fmt: skip


def test_unreadable_inputs_are_reported_and_the_rest_is_read(tmp_path):
    """A missing file, wrong bytes and an empty folder: each a line on stderr, exit code 1, nothing lost."""
    good, bad, empty = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "empty"
    good.write_text("It costs $5.", encoding="utf-8")
    bad.write_bytes(b"caf\xe9 5")
    empty.mkdir()
    done = run("extract", str(tmp_path / "none.txt"), str(bad), str(empty), str(good), "-f", "jsonl")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert "No such file" in done.stderr
    assert "not UTF-8 at byte 3" in done.stderr
    assert "no .txt" in done.stderr


def test_line_ends_stay(tmp_path):
    """Offsets are those of the file: Windows line ends are not rewritten."""
    (tmp_path / "a.txt").write_bytes(b"One.\r\nIt costs $5.\r\n")
    done = run("extract", str(tmp_path / "a.txt"), "-f", "json")
    assert json.loads(done.stdout)["quantities"][0]["start"] == 15


def test_unknown_model_says_what_to_type():
    """An error of factex is a line, no traceback."""
    done = run("extract", "--model", "no_such_model", given=TEXT)
    assert done.exit_code == 1
    assert "pip install" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize("arguments", [["extract", "--format", "xml"], ["extrakt"], ["extract", "--nothing"]])
def test_wrong_calls(arguments):
    """Exit code 2."""
    assert run(*arguments).exit_code == 2


def test_installed_command():
    """`python -m factex` and its version."""
    done = subprocess.run([sys.executable, "-m", "factex", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"factex {factex.__version__}"
