"""`--resume`: a run that was killed goes on, and loses and doubles nothing.

`FACTEX_KILLS=100` kills a hundred runs a format at random points instead of a few.
"""

import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factex.cli import app, journal, output, resumable
from factex.cli.output import OutputError

KILLS = int(os.environ.get("FACTEX_KILLS", "5"))
# Of the steps at which a run is killed in turn, how many are passed over: with more kills every one is tried.
STRIDE = 1 if KILLS > 5 else 11
pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="runs are forked from this process, whose model is loaded"
)


def _begin(extractor, *arguments, before=None):
    """A run of the command in a process of its own, which has the model already."""

    def work():
        if before is not None:
            before()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        app([*map(str, arguments)])

    extractor.extract("It costs $5.")
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    return process


def _finish(extractor, *arguments):
    process = _begin(extractor, *arguments)
    process.join(60)
    assert process.exitcode == 0


def _content(path):
    """What a file says: of Parquet its rows, as the groups that they are written in may differ."""
    if path.suffix != ".parquet":
        return path.read_bytes()
    return pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra arrow").read_table(path).to_pylist()


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_killed_at_random_points(extractor, texts, tmp_path, form):
    """Whenever it is killed there is no half output under the name, and in the end it is what one run writes."""
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the extra arrow")
    whole, path = tmp_path / f"whole.{form}", tmp_path / f"facts.{form}"
    began = time.monotonic()
    _finish(extractor, "extract", texts, "-o", whole)
    took, expected = time.monotonic() - began, _content(whole)
    chance = random.Random(form)  # noqa: S311 - no secret
    for _ in range(KILLS):
        process = _begin(extractor, "extract", texts, "-o", path, "--resume")
        process.join(chance.uniform(0, took * 1.1))
        process.kill()
        process.join()
        if path.exists():  # it was done before
            assert _content(path) == expected
            if not Path(f"{path}.part").exists():
                path.unlink()
    _finish(extractor, "extract", texts, "-o", path, "--resume")
    assert _content(path) == expected
    assert not Path(f"{path}.part").exists()


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_killed_at_every_step(extractor, texts, tmp_path, form):
    """Killed before and behind each write, each line of the journal, the renaming and the clearing away."""
    whole, path = tmp_path / f"whole.{form}", tmp_path / f"facts.{form}"
    _finish(extractor, "extract", texts, "-o", whole)
    expected = whole.read_bytes()
    survived = []
    for step in range(0, 400, STRIDE):
        process = _begin(extractor, "extract", texts, "-o", path, before=lambda step=step: _die_at(step))
        process.join()
        survived.append(process.exitcode == 0)
        assert not path.exists() or path.read_bytes() == expected
        _finish(extractor, "extract", texts, "-o", path, "--resume")
        assert path.read_bytes() == expected
        assert not Path(f"{path}.part").exists()
        path.unlink()
        if survived[-1]:
            break
    assert survived[-1]
    assert len(survived) > 3


def _die_at(step):
    """Makes this process kill itself before or behind its `step`-th step: steps are what changes files."""
    left = [step]

    def deadly(owner, name):
        original = getattr(owner, name)

        def replaced(*arguments, **options):
            for turn in range(2):
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)
                if turn == 0:
                    result = original(*arguments, **options)
            return result

        setattr(owner, name, replaced)

    deadly(journal.Journal, "_write")
    deadly(output.Output, "write")
    deadly(Path, "replace")
    deadly(Path, "mkdir")
    deadly(shutil, "rmtree")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_quiet_and_quick_and_keeps_what_is_done(tmp_path, jobs):
    """Exit code 130, no traceback, within a second or two, and `--resume` goes on."""
    rows = tmp_path / "t.jsonl"
    rows.write_text('{"text": "It sold 4 cars in 2020, up 3% from 2019."}\n' * 20_000, encoding="utf-8")
    path, notes = tmp_path / "facts.jsonl", tmp_path / "facts.jsonl.part" / "journal"
    command = [sys.executable, "-m", "factex", "extract", str(rows), "-o", str(path), "-j", jobs]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    deadline = time.monotonic() + 60
    while not (notes.exists() and notes.read_bytes().count(b"\n") > 40) and time.monotonic() < deadline:
        time.sleep(0.05)
    began = time.monotonic()
    os.killpg(running.pid, signal.SIGINT)
    told = running.communicate(timeout=30)[1]
    assert running.returncode == 130
    assert time.monotonic() - began < 5
    assert "Traceback" not in told
    assert "--resume" in told
    assert not path.exists()
    assert notes.read_bytes().count(b"\n") > 40


@pytest.fixture
def stopped(run, monkeypatch):
    """A run that stopped right before its output got its name."""

    def stop(*arguments):
        with monkeypatch.context() as patched:
            patched.setattr(resumable.Lines, "become", lambda *_: (_ for _ in ()).throw(OutputError("stopped")))
            assert run(*arguments).exit_code == 1

    return stop


def test_a_changed_run_is_refused(run, stopped, texts, tmp_path):
    """Other options or other inputs: it says which, and what to do; without `--resume` it starts anew."""
    path = tmp_path / "f.jsonl"
    stopped("extract", texts, "-o", path)
    done = run("extract", texts, "-o", path, "--resume", "-k", "rank")
    assert done.exit_code == 2
    assert "other kinds" in done.stderr
    (texts / "00.txt").write_text("It sold 99 cars.", encoding="utf-8")
    done = run("extract", texts, "-o", path, "--resume")
    assert done.exit_code == 2
    assert "other inputs" in done.stderr
    done = run("extract", texts, "-o", path)
    assert done.exit_code == 0
    assert "started anew" in done.stderr
    assert len(path.read_text(encoding="utf-8").splitlines()) == 12


@pytest.mark.parametrize("form", ["json", "table", "html", "jsonld"])
def test_formats_that_can_not_go_on_are_refused(run, texts, tmp_path, form):
    """Exit code 2, with those that can."""
    done = run("extract", texts, "-f", form, "-o", tmp_path / "f", "--resume")
    assert done.exit_code == 2
    assert "jsonl, csv, parquet" in done.stderr


def test_standard_input_can_not_be_read_twice(run, tmp_path):
    """Refused, as its first half is gone."""
    done = run("extract", "-", "-o", tmp_path / "f.jsonl", "--resume", given="It costs $5.")
    assert done.exit_code == 2
    assert "read twice" in done.stderr


def test_failures_before_the_interruption_are_told_again(run, stopped, texts, tmp_path):
    """A run that went on still fails for an input that failed in its first half."""
    (texts / "00.txt").write_bytes(b"\0\xff\xfa")
    path = tmp_path / "f.jsonl"
    stopped("extract", texts, "-o", path)
    done = run("extract", texts, "-o", path, "--resume")
    assert done.exit_code == 1
    assert "00.txt: no text" in done.stderr
    assert len(path.read_text(encoding="utf-8").splitlines()) == 11


def test_output_that_lost_its_end_is_refused(run, stopped, texts, tmp_path):
    """After a power cut the journal may say more than the disk holds."""
    path = tmp_path / "f.jsonl"
    stopped("extract", texts, "-o", path)
    with (tmp_path / "f.jsonl.part" / "data").open("r+b") as file:
        file.truncate(10)
    done = run("extract", texts, "-o", path, "--resume")
    assert done.exit_code == 1
    assert "shorter than its journal" in done.stderr


@pytest.mark.parametrize("line", ["{", "[]", '{"place": [1]}', '{"place": "x", "size": 0, "documents": 1}'])
def test_a_garbled_journal_is_refused(run, stopped, texts, tmp_path, line):
    """It says what to do, and nothing is written."""
    path, notes = tmp_path / "f.jsonl", tmp_path / "f.jsonl.part" / "journal"
    stopped("extract", texts, "-o", path)
    lines = [one for one in notes.read_text(encoding="utf-8").splitlines() if "complete" not in one]
    notes.write_text("\n".join([*lines, line, ""]), encoding="utf-8")
    done = run("extract", texts, "-o", path, "--resume")
    assert done.exit_code == 1
    assert "without --resume" in done.stderr
    assert not path.exists()


def test_two_runs_to_one_file(run, texts, tmp_path):
    """The second is refused while the first writes."""
    fcntl = pytest.importorskip("fcntl", reason="locks are POSIX's")
    part = tmp_path / "f.jsonl.part"
    part.mkdir()
    ready, go = multiprocessing.Event(), multiprocessing.Event()

    def hold():
        with (part / "journal").open("a+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX)
            ready.set()
            go.wait(30)

    holder = multiprocessing.get_context("fork").Process(target=hold)
    holder.start()
    try:
        assert ready.wait(30)
        done = run("extract", texts, "-o", tmp_path / "f.jsonl")
    finally:
        go.set()
        holder.join()
    assert done.exit_code == 1
    assert "another run is writing there" in done.stderr
