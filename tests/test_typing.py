"""User code under `mypy --strict`: what it may write, what it may not, and which types it sees."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy", reason="needs mypy")

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "typing_tests").glob("*.py"))


def _mypy(*arguments, cwd=ROOT):
    # No configuration of ours helps, as none helps a user; factex's own files are checked by `make check`.
    command = [
        sys.executable, "-m", "mypy", "--strict", "--config-file=", "--follow-imports=silent",
        f"--cache-dir={ROOT / '.mypy_cache' / 'typing_tests'}", *map(str, arguments),
    ]  # fmt: skip
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_user_code_is_accepted():
    """All files of typing_tests pass: their types are those that they assert, and their ignores are all needed."""
    assert FILES
    done = _mypy(*FILES)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wrong_type_is_found(tmp_path):
    """The check can fail: a wrong assertion about a type is an error."""
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        "from typing import assert_type\nimport factex\nassert_type(factex.extract('5%').text, bytes)\n",
        encoding="utf-8",
    )
    done = _mypy(wrong)
    assert done.returncode == 1
    assert "wrong.py:3" in done.stdout
