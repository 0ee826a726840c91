"""The smaller commands: report, verify, units, schema, import-gold, completion, version."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import factex

SOURCE = "China operates 227 supercomputers, compared to America's 109. Revenue came to $4.678 billion."


@pytest.fixture
def claims(tmp_path):
    """A file with a claim that the source backs, and the source."""
    text, source = tmp_path / "text.txt", tmp_path / "source.txt"
    text.write_text("China operates 227 supercomputers.", encoding="utf-8")
    source.write_text(SOURCE, encoding="utf-8")
    return text, source


def test_report(run, texts, tmp_path):
    """One page with every document; it says where it is."""
    page = tmp_path / "page.html"
    done = run("report", texts, "-o", page, "--title", "Cars & <vans>")
    assert done.exit_code == 0
    assert str(page) in done.stderr
    written = page.read_text(encoding="utf-8")
    assert written.count('<script type="application/json" class="document">') == 12
    assert "Cars &amp; &lt;vans&gt;" in written
    assert run("report", texts, "-o", "-").stdout.startswith("<!doctype html>")


def test_verify_supported(run, claims):
    """All is backed: exit code 0, and the counts."""
    done = run("verify", *claims)
    assert done.exit_code == 0
    assert "1 supported" in done.stdout


@pytest.mark.parametrize(("text", "fail_on", "code"), [
    ("Revenue was $4.4 billion.", None, 1), ("Revenue was $4.4 billion.", "contradicted", 1),
    ("Revenue was $4.4 billion.", "never", 0), ("It sold 12 cars.", None, 1), ("It sold 12 cars.", "contradicted", 0),
    ("It rained.", None, 0),
])  # fmt: skip
def test_verify_fails_on(run, claims, text, fail_on, code):
    """`--fail-on` says which verdicts make the exit code 1."""
    claims[0].write_text(text, encoding="utf-8")
    assert run("verify", *claims, *(["--fail-on", fail_on] if fail_on else [])).exit_code == code


def test_verify_json_and_page(run, claims, tmp_path):
    """The JSON is that of `factex.verify`; the page stands alone."""
    done = run("verify", *claims, "--format", "json")
    assert [check["verdict"] for check in json.loads(done.stdout)["checks"]] == ["supported"]
    assert run("verify", *claims, "-o", tmp_path / "page.html").exit_code == 0
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_verify_says_which_source(run, claims, tmp_path):
    """Of several sources the evidence names its own; one that can't be read is told and fails the command."""
    other = tmp_path / "other.txt"
    other.write_text("It rained.", encoding="utf-8")
    done = run("verify", claims[0], other, claims[1], "-o", tmp_path / "checks.txt")
    assert done.exit_code == 0
    assert "source.txt: “China" in (tmp_path / "checks.txt").read_text(encoding="utf-8")
    done = run("verify", claims[0], claims[1], tmp_path / "none.txt")
    assert done.exit_code == 1
    assert "none.txt: No such file" in done.stderr


@pytest.mark.parametrize(("query", "read"), [("km/h", "kilometer / hour"), ("US$", "USD"), ("acres", "acre")])
def test_units_are_read_as_texts_write_them(run, query, read):
    """A unit may be made of several, and a sign may stand before the number."""
    done = run("units", query, "--format", "json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["read"]["name"] == read


def test_units_list_and_search(run):
    """All of them, or those that fit; nothing that fits is exit code 1."""
    everything = json.loads(run("units", "-f", "json").stdout)["units"]
    assert {"meter", "USD", "percent"} <= {unit["name"] for unit in everything}
    length = json.loads(run("units", "length", "-f", "json").stdout)["units"]
    assert {unit["dimension"] for unit in length} == {"[length]"}
    assert run("units", "qqqq").exit_code == 1


def test_schema_holds_for_facts(run):
    """What `extract --format json` writes is valid under the schema."""
    jsonschema = pytest.importorskip("jsonschema", reason="the schema is held against by jsonschema")
    schema = json.loads(run("schema", "facts").stdout)
    facts = factex.extract(
        "Sales rose 5% to $3 million. It is the world's third-largest bank, 227 against 109 in 2019."
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(facts.model_dump_json()), schema)


def test_schema_of_all_records(run):
    """Without a name it defines every record."""
    schema = json.loads(run("schema").stdout)
    assert {"Facts", "Measurement", "Comparison", "Change", "Share", "Rank", "Quantity", "Verification"} <= set(
        schema["$defs"]
    )


def test_import_gold_makes_what_evaluate_reads(run, tmp_path):
    """brat's files become gold, and the facts that were not corrected hold against it."""
    pytest.importorskip("factex.exports.brat", reason="no export for brat")
    facts = factex.extract("Sales rose 5%.")
    (tmp_path / "sales.txt").write_text(facts.text, encoding="utf-8")
    (tmp_path / "sales.ann").write_text(facts.to_brat(), encoding="utf-8")
    done = run("import-gold", tmp_path, "-o", tmp_path / "gold.toml")
    assert (done.exit_code, done.output) == (0, "")
    done = run("evaluate", tmp_path / "gold.toml")
    assert done.exit_code == 0
    assert "1 of 1 cases exactly right" in done.stdout


def test_import_gold_tells_what_is_none(run, tmp_path):
    """A file that is no export, one that is missing and a folder without any: each named, exit code 1."""
    (tmp_path / "a.json").write_text("[", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    done = run("import-gold", tmp_path / "a.json", tmp_path / "b.ann", tmp_path / "empty")
    assert done.exit_code == 1
    assert [name in line for name, line in zip(("a.json", "b.", "empty"), done.stderr.splitlines(), strict=True)] == [
        True
    ] * 3


def test_evaluate_tells_files_that_are_no_gold(run, tmp_path):
    """Exit code 1 and the name of the file."""
    (tmp_path / "a.toml").write_text("x = [", encoding="utf-8")
    for path in (tmp_path / "a.toml", tmp_path / "none.toml"):
        done = run("evaluate", path)
        assert done.exit_code == 1
        assert str(path) in done.stderr


def test_installed_command():
    """`python -m factex` and its version."""
    done = subprocess.run([sys.executable, "-m", "factex", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == f"factex {factex.__version__}"


def test_it_starts_light():
    """Help, version and completion load neither spaCy nor pydantic nor pint."""
    code = "import sys, factex.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "pydantic", "pint", "numpy", "rich", "pyarrow", "trafilatura", "pypdf"} & set(loaded)


def test_completion():
    """The shell completes commands and their options."""
    command = Path(sys.executable).with_name("factex")
    if not command.exists():
        pytest.skip("factex is not installed as a command")
    environment = os.environ | {
        "_FACTEX_COMPLETE": "complete_bash", "COMP_WORDS": "factex ex", "COMP_CWORD": "1",
    }  # fmt: skip
    done = subprocess.run([str(command)], env=environment, capture_output=True, text=True, check=False)
    assert {"extract", "explain"} <= set(done.stdout.split())


def test_mcp_without_its_package(run, monkeypatch):
    """It says what to type."""
    monkeypatch.setitem(sys.modules, "factex.integrations.mcp", None)
    done = run("mcp")
    assert done.exit_code == 1
    assert "pip install 'factex[mcp]'" in done.stderr


def test_evaluate_tells_the_held_out_apart(run):
    """Two groups of cases, each with its scores."""
    done = run("evaluate", Path(__file__).parents[2] / "corpus" / "articles" / "reef-survey.toml", "--held-out")
    assert done.exit_code == 0
    assert "written from:" in done.stdout
    assert "held out:" in done.stdout


def test_ctrl_c_anywhere(run, monkeypatch):
    """A command that is interrupted says nothing, and has exit code 130."""

    def interrupted(*_arguments, **_options):
        raise KeyboardInterrupt

    monkeypatch.setattr(factex, "quantities", interrupted)
    done = run("units", "km")
    assert (done.exit_code, done.output) == (130, "")
