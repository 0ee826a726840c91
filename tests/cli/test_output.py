"""Writing: aside and renamed, full disks, closed pipes, links and folders that are not there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factex.cli.output import OutputError, output

FULL = Path("/dev/full")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="no /dev/full on this system")


def test_nothing_stands_there_until_all_is_written(tmp_path):
    """Before the end the name is free, or is that of the old file."""
    path = tmp_path / "f"
    path.write_text("old", encoding="utf-8")
    with output(path) as stream:
        stream.write(b"new")
        stream.flush()
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_the_old_file_and_no_other(tmp_path):
    """What failed is cleared away."""
    path = tmp_path / "f"
    path.write_text("old", encoding="utf-8")

    def fail():
        with output(path) as stream:
            stream.write(b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_and_links_stay(tmp_path):
    """A file that is replaced keeps its permissions, and a link still leads to it."""
    path, link = tmp_path / "f", tmp_path / "link"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    with output(link) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "new"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(("name", "told"), [("none/f", "there is no folder"), (".", "is a folder")])
def test_places_where_no_file_can_be(tmp_path, name, told):
    """Told before anything is read."""
    with pytest.raises(OutputError, match=told), output(tmp_path / name):
        pytest.fail("it began to write")


@needs_full
@pytest.mark.parametrize("form", ["jsonl", "json", "table", "html", "csv", "jsonld"])
def test_full_disk(run, text_file, form):
    """One line that names the file, exit code 1."""
    done = run("extract", text_file, "-f", form, "-o", FULL)
    assert done.exit_code == 1
    assert done.stderr == "factex: /dev/full: No space left on device\n"


@needs_full
def test_full_disk_at_standard_output():
    """Told once, by us alone: Python adds nothing when it ends."""
    with FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factex", "units", "length"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr == b"factex: standard output: No space left on device\n"


@pytest.mark.parametrize("arguments", [["units"], ["schema"], ["extract", "-f", "jsonl"]])
def test_a_reader_that_goes_away(texts, arguments):
    """`factex … | head -1` is quiet, and ends as other commands do."""
    inputs = [str(texts)] if "extract" in arguments else []
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "factex", *arguments, *inputs], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")
