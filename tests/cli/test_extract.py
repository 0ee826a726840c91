"""`factex extract` as a user meets it: formats, choices, inputs, messages, exit codes."""

import csv
import io
import json

import pytest

import factex

TEXT = "Sales rose 5% to $3 million. It is the world's third-largest bank."  # of `text_file`


def test_table(run, text_file):
    """The default is a table, with the name of the document."""
    done = run("extract", text_file)
    assert done.exit_code == 0
    assert "2 facts" in done.stdout
    assert "change" in done.stdout


def test_json_is_facts(run, text_file, tmp_path):
    """One document gives one object, which is `Facts`; several give an array."""
    done = run("extract", text_file, "--format", "json")
    assert factex.Facts.model_validate_json(done.stdout) == factex.extract(TEXT)
    (tmp_path / "b.md").write_text("It costs $5.", encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(b"\xff")
    done = run("extract", tmp_path, "--format", "json")
    assert [len(one["facts"]) for one in json.loads(done.stdout)] == [2, 1]


def test_jsonl(run, lines):
    """A fact a line, with its document."""
    done = run("extract", "-", "-f", "jsonl", given=TEXT)
    assert [(line["document"], line["kind"]) for line in lines(done.stdout)] == [("-", "change"), ("-", "rank")]


def test_csv(run):
    """A fact a line below the names of the columns."""
    done = run("extract", "-f", "csv", given=TEXT)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["document"], row["kind"]) for row in rows] == [("-", "change"), ("-", "rank")]


@pytest.mark.parametrize(("name", "begins"), [
    ("f.json", b"{"), ("f.jsonl", b'{"document"'), ("f.csv", b"document,"), ("f.parquet", b"PAR1"),
    ("f.html", b"<!doctype html>"), ("f.jsonld", b'{"@context"'), ("f.out", b""),
])  # fmt: skip
def test_the_name_of_the_output_tells_its_format(run, text_file, tmp_path, name, begins):
    """What is not named is a table."""
    if name == "f.parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow")
    done = run("extract", text_file, "-o", tmp_path / name)
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_kinds_and_confidence_choose(run, text_file, lines):
    """`--kind` may be given several times; a fact has to be as sure as asked."""
    kinds = [line["kind"] for line in lines(run("extract", text_file, "-f", "jsonl", "-k", "rank").stdout)]
    assert kinds == ["rank"]
    both = run("extract", text_file, "-f", "jsonl", "-k", "rank", "-k", "change").stdout
    assert len(lines(both)) == 2
    least = min(fact.confidence for fact in factex.extract(TEXT))
    sure = run("extract", text_file, "-f", "jsonl", "--min-confidence", "1").stdout
    assert len(lines(sure)) == sum(fact.confidence == 1 for fact in factex.extract(TEXT))
    assert len(lines(run("extract", text_file, "-f", "jsonl", "--min-confidence", least).stdout)) == 2


def test_reference_date(run, lines):
    """Relative times are told against the day."""
    done = run("extract", "-f", "jsonl", "--reference-date", "2024-05-01", given="Sales rose 5% last year.")
    assert lines(done.stdout)[0]["when"]["value"] == "2023"


def test_jobs_change_nothing(run, texts):
    """Two processes write what one writes."""
    assert run("extract", texts, "-f", "jsonl", "-j", "2").stdout == run("extract", texts, "-f", "jsonl").stdout


def test_tables_are_read_by_their_columns(run, tmp_path, lines):
    """A row is a document, named by its column, else by its number."""
    (tmp_path / "t.csv").write_text('key;body\nx;"It sold 3 cars;\nand 4 vans."\ny;It costs $5.\n', encoding="utf-8")
    done = run("extract", tmp_path / "t.csv", "--text-column", "body", "--id-column", "key", "-f", "jsonl")
    assert [line["document"] for line in lines(done.stdout)] == ["x", "x", "y"]
    done = run("extract", "--from", "jsonl", "-f", "jsonl", given='{"text": "It costs $5."}\n')
    assert [line["document"] for line in lines(done.stdout)] == ["-:1"]


def test_unreadable_inputs_are_reported_and_the_rest_is_read(run, tmp_path):
    """A missing file, bytes that are no text and an empty folder: each a line on stderr, exit code 1, nothing lost."""
    good, bad, empty = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "empty"
    good.write_text("It costs $5.", encoding="utf-8")
    bad.write_bytes(b"\0\xe9\xff\xd8 5")
    empty.mkdir()
    done = run("extract", tmp_path / "none.txt", bad, empty, good, "-f", "jsonl")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    told = done.stderr.splitlines()
    assert len(told) == 3
    for line, path, what in zip(
        told, ("none.txt", "bad.txt", "empty"), ("No such file", "no text", "no file"), strict=True
    ):
        assert str(tmp_path / path) in line
        assert what in line


def test_guesses_and_bad_bytes_are_told(run, tmp_path):
    """A document that is read with loss or by a guess is used, with a warning, and is no failure."""
    (tmp_path / "a.txt").write_bytes("It costs £5 at the café.".encode("cp1252"))
    done = run("extract", tmp_path / "a.txt", "-f", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["text"] == "It costs £5 at the café."
    assert "a guess" in done.stderr


def test_line_ends_stay(run, tmp_path):
    """Offsets are those of the file: Windows line ends are not rewritten."""
    (tmp_path / "a.txt").write_bytes(b"One.\r\nIt costs $5.\r\n")
    done = run("extract", tmp_path / "a.txt", "-f", "json")
    assert json.loads(done.stdout)["quantities"][0]["start"] == 15


def test_unknown_model_says_what_to_type(run):
    """An error of factex is a line, no traceback."""
    done = run("extract", "--model", "no_such_model", given=TEXT)
    assert done.exit_code == 1
    assert "pip install" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize("arguments", [
    ["extract", "--format", "xml"], ["extrakt"], ["extract", "--nothing"], ["extract", "--min-confidence", "2"],
    ["extract", "-j", "0"], ["extract", "-", "-"], ["extract", "--resume"], ["extract", "--processes", "2"],
    ["verify", "a.txt"], ["schema", "nothing"],
])  # fmt: skip
def test_wrong_calls(run, arguments):
    """Exit code 2."""
    assert run(*arguments).exit_code == 2


def test_an_earlier_output_is_no_input(run, texts):
    """The file that is written may stand in the folder that is read."""
    first = run("extract", texts, "-o", texts / "facts.csv")
    whole = (texts / "facts.csv").read_bytes()
    again = run("extract", texts, "-o", texts / "facts.csv")
    assert (first.exit_code, again.exit_code, again.stderr) == (0, 0, "")
    assert (texts / "facts.csv").read_bytes() == whole


def test_an_input_is_not_overwritten(run, text_file):
    """A file that is named as input and as output is refused, and stays."""
    done = run("extract", text_file, "-o", text_file)
    assert done.exit_code == 2
    assert text_file.read_text(encoding="utf-8") == TEXT


def test_links_that_lead_back(run, texts):
    """A loop of links is told and not followed; what else is there is read once."""
    (texts / "up").symlink_to(texts, target_is_directory=True)
    (texts / "self.txt").symlink_to("self.txt")
    done = run("extract", texts, "-f", "jsonl")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 12
    assert sorted(line.split(":")[1].strip().rsplit("/", 1)[1] for line in done.stderr.splitlines()) == [
        "self.txt",
        "up",
    ]
