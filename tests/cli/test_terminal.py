"""On a real terminal: colours, NO_COLOR, the progress bar, 80 columns."""

import os
import re
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="terminals of this kind are POSIX's")


def on_terminal(*arguments, columns=80, both=True, **environment):
    """What a terminal shows of a command; with `both` unset only standard error leads there."""
    master, slave = pty.openpty()
    own = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "TERM")}
    done = subprocess.Popen(
        [sys.executable, "-m", "factex", *map(str, arguments)],
        stdin=slave,
        stdout=slave if both else subprocess.DEVNULL,
        stderr=slave,
        env=own | {"TERM": "xterm-256color", "COLUMNS": str(columns)} | environment,
    )
    os.close(slave)
    shown = b""
    while True:
        try:
            part = os.read(master, 4096)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        shown += part
    os.close(master)
    done.wait(60)
    return shown.decode()


def test_colours_and_none():
    """Colours on a terminal, none where NO_COLOR asks for none."""
    assert "\x1b[1;" in on_terminal("--help")
    assert "\x1b[3" not in on_terminal("--help", NO_COLOR="1")


def test_progress_bar(texts, tmp_path):
    """Documents, rate and remaining time where standard error is a terminal."""
    shown = on_terminal("extract", texts, "-o", tmp_path / "f.jsonl")
    assert "documents" in shown
    assert "/s" in shown
    assert "%" in shown


def test_no_bar_among_the_facts(text_file):
    """Facts that are shown on the same terminal tell how far it is themselves."""
    shown = on_terminal("extract", text_file)
    assert "documents" not in shown
    assert "change" in shown


def test_tables_keep_to_the_width(text_file):
    """No line of a table is broken by the terminal."""
    shown = on_terminal("extract", text_file, NO_COLOR="1", columns=60)
    table = [line for line in re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines() if line[:1] in ("┏", "│", "└")]
    assert {len(line) for line in table} == {60}


def test_a_terminal_obeys_no_document(tmp_path):
    """Escape sequences and bidi controls of a document, or of a file's name, are shown and do nothing."""
    path = tmp_path / "a\x1b[2J.txt"
    path.write_text("Sales of \x1b]0;owned\x07 cars\u202e rose 5% to \x9b31m $3 million.", encoding="utf-8")
    shown = on_terminal("extract", path, tmp_path / "none\x1b[2J", NO_COLOR="1")
    shown += on_terminal("explain", path.read_text(encoding="utf-8"), NO_COLOR="1")
    assert "�" in shown
    assert not re.findall(r"\x1b(?!\[[0-9;]*m)|[\x07\x9b\u202e]", shown)


def test_no_input_is_told():
    """Without a file a terminal is not read in silence."""
    assert "no input" in on_terminal("extract")
