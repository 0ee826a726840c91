"""Coverage-guided fuzzing of the command line: any arguments end in an exit code, and nothing outside is touched.

python fuzz/fuzz_cli.py -max_total_time=600 -timeout=20 FOLDER
"""

import contextlib
import importlib
import io
import os
import pkgutil
import shutil
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factex"]):
    import factex
    from factex.cli import main

    for _module in pkgutil.walk_packages(factex.__path__, "factex."):
        if not _module.name.startswith(("factex.integrations", "factex.spark", "factex.ray", "factex.__main__")):
            importlib.import_module(_module.name)

FILES = {
    "a.txt": b"Sales rose 5% to $3 million. It is the world's third-largest bank.",
    "b.txt": b"Sales rose 6% to $3 million in 2020. It sold 1e99 cars.",
    "bad.txt": b"\xff\xfe5",
    "empty.txt": b"",
    "page.html": b"<html><body><article><p>It costs $5.</p></article></body></html>",
    "rows.csv": b"id,text\n1,It costs $5.\n2,\n3,Sales rose 5%.\n",
    "rows.jsonl": b'{"text": "It costs $5.", "id": "x"}\n{"text": 7}\n{\n',
    "rows.parquet": b"PAR1",
    "gold.toml": b'[[case]]\nid = "a"\ntext = "It costs $5."\n[[case.fact]]\nkind = "measurement"\nquantity = { text = "$5", value = 5 }\n',
    "bad.toml": b"[[case]]\nid = 5\n",
    "note.ann": b"T1\tMeasurement 0 8\tIt costs\n",
    "note.txt": b"It costs $5.",
    "studio.json": b'[{"data": {"text": "It costs $5."}, "annotations": [{"result": []}]}]',
    "folder/c.txt": b"It sold 3 cars.",
    "folder/d.txt.gz": b"\x1f\x8b",
}  # fmt: skip
COMMANDS = ("extract", "report", "verify", "explain", "units", "schema", "evaluate", "import-gold")
OPTIONS = (
    "--format", "-f", "--output", "-o", "--resume", "--kind", "-k", "--min-confidence", "--reference-date", "--text-column", "--id-column", "--encoding", "--from", "--max-bytes", "--model", "--jobs", "-j", "--title", "--fail-on", "--errors", "--held-out", "--help", "-h", "--version", "--", "-", "--x", "-",
    "-fjson", "-fcsv", "-fjsonl", "-fparquet", "-fhtml", "-fjsonld", "-ftable", "-j1", "-ktrue", "--format=tree", "--fail-on=never", "--from=csv", "--from=pdf", "--from=mhtml", "--encoding=hex", "--encoding=utf-16", "-ko", "-o-",
)  # fmt: skip
VALUES = (
    "json", "csv", "jsonl", "parquet", "html", "jsonld", "table", "tree", "change", "rank", "measurement", "0", "1", "0.5", "1.5", "nan", "inf", "-1e999", "99999999999999999999", "2020-01-01", "2020-13-01", "9999-12-31", "0001-01-01", "text", "id", "utf-8", "cp1252", "undefined", "mhtml", "pdf", "never", "unsupported",
    "", " ", "\ud800", "é", "\x1b]0;x\x07", "[red]", "[/]", "*", "[", "**", "folder/*", "km", "$", "µ", "Facts", "Change", "It costs $5.", "Sales rose 5% to 7.", "5 " * 150, "a" * 300, "out.json", "out.csv", "out.jsonl", "out.parquet", "out.html", "out", "new/out.csv", "folder", "empty", "loop", "missing.txt", ".", "x.gz",
)  # fmt: skip
WORDS = (*OPTIONS, *VALUES, *FILES)
ROOT = Path(tempfile.gettempdir()) / "fuzzed-cli"
# What a command could do outside: the names are those of Python's audit events.
DOING = ("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate", "os.utime")  # fmt: skip
NEVER = ("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn", "socket.connect", "socket.getaddrinfo", "webbrowser.open")  # fmt: skip


class Guard:
    """Raises where a command writes outside of its folder, starts a process or asks the network; off between inputs."""

    def __init__(self) -> None:
        self.on = False
        sys.addaudithook(self)

    def __call__(self, event: str, details: tuple[object, ...]) -> None:
        """Judges one event."""
        if not self.on:
            return
        if event == "open":
            path, _, flags = details
            writing = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if not writing or not isinstance(path, (str, bytes)) or path in (os.devnull, str(os.devnull)):
                return
            self._inside(event, path)
        elif event in DOING:
            self._inside(event, details[0])
        elif event in NEVER:
            raise Outside(f"{event}{details!r}")

    @staticmethod
    def _inside(event: str, path: object) -> None:
        if isinstance(path, (str, bytes)) and not os.path.realpath(os.fsdecode(path)).startswith(f"{ROOT}{os.sep}"):
            raise Outside(f"{event} of {path!r}")


class Outside(BaseException):
    """A command has touched what is not its own; no handler of errors takes it for one."""


GUARD = Guard()


def arguments_of(data: bytes) -> list[str]:
    """A command and words of it; where a byte says so, characters instead of words. No path leads out."""
    command, kind, rest = COMMANDS[data[0] % len(COMMANDS)], data[1], data[2:]
    if kind % 8 == 0:
        texts = rest.decode("utf-8", "surrogateescape").split("\n")
        words = [text.replace("\0", "").replace("/", "") for text in texts if not text.startswith(("-j", "--j"))]
    else:
        words = [WORDS[byte % len(WORDS)] for byte in rest[:10]]
    return words if kind % 32 == 1 else [command, *words]


def fresh_folder() -> Path:
    """A folder with the files that arguments name, two levels below the root, so that `..` stays inside."""
    folder = ROOT / "above" / "here"
    shutil.rmtree(ROOT / "above", ignore_errors=True)
    (folder / "folder").mkdir(parents=True)
    (folder / "empty").mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    (folder / "loop").symlink_to("loop")
    return folder


def run(arguments: list[str], given: bytes) -> tuple[object, str]:
    """The exit code of a command, and what it wrote to standard error."""
    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    sys.argv = ["factex", *arguments]
    sys.stdin = io.TextIOWrapper(io.BytesIO(given))
    sys.stdout = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    error = sys.stderr = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace")
    try:
        GUARD.on = True
        main()
        code: object = 0
    except SystemExit as left:
        code = left.code
    finally:
        GUARD.on = False
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
    error.flush()
    return code, error.buffer.getvalue().decode()


def one_input(data: bytes) -> None:
    """What holds for all arguments: 0, 1 or 2, no traceback, no half file left, nothing touched outside."""
    if len(data) < 3:
        return
    arguments, folder = arguments_of(data), fresh_folder()
    with contextlib.chdir(folder):
        code, told = run(arguments, data[2:])
    if code not in (0, 1, 2, None) or "Traceback" in told:
        raise AssertionError(f"exit code {code!r} of {arguments!r}: {told}")
    if half := list(folder.rglob(".*.part")):
        raise AssertionError(f"{arguments!r} leaves {half}")


if __name__ == "__main__":
    sys.dont_write_bytecode = True  # the guard would take it for a command's own writing
    os.environ["HOME"] = str(ROOT)
    factex.extract("It costs $5.")
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
