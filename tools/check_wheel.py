"""Builds wheel and source distribution twice: the same bytes, no stray file, and the tests of the copy pass.

    python tools/check_wheel.py [--quick]

`--quick` leaves out the tests of the unpacked source distribution.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
# The first moment that a zip file can tell.
EPOCH = "315532800"
ALLOWED = re.compile(
    r"factex/(?:\w+/)*(?:\w+\.py|py\.typed|data/[\w.-]+\.(?:toml|tsv|txt|json)|assets/[\w.-]+)|factex-[\w.]+\.dist-info/.+"
)
QUICK = ("tests/numerals", "tests/sentences", "tests/records", "tests/lexicon", "tests/test_public_api.py")


def build(target: Path) -> dict[str, str]:
    """The sums of what is built, by file name."""
    command = [sys.executable, "-m", "build", "--outdir", str(target), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH})  # noqa: S603 - our own
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(target.iterdir())}


def stray(wheel: Path) -> list[str]:
    """Files of a wheel that do not belong there."""
    with zipfile.ZipFile(wheel) as held:
        return [name for name in held.namelist() if not ALLOWED.fullmatch(name)]


def own_tests(archive: Path, folder: Path) -> int:
    """The exit code of a quick part of the tests, from an unpacked source distribution."""
    with tarfile.open(archive) as held:
        held.extractall(folder, filter="data")
    (copy,) = folder.iterdir()
    environment = os.environ | {"PYTHONPATH": str(copy)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *QUICK]
    return subprocess.run(command, cwd=copy, env=environment, check=False).returncode  # noqa: S603 - our own


def main() -> int:
    """Prints what was found; 1 where anything is wrong."""
    with tempfile.TemporaryDirectory() as name:
        first, second, unpacked = (Path(name) / part for part in ("first", "second", "unpacked"))
        sums = build(first)
        same = sums == build(second)
        for file, digest in sums.items():
            print(f"{digest}  {file}")
        strangers = [file for wheel in first.glob("*.whl") for file in stray(wheel)]
        print("the same bytes twice" if same else "two builds differ", f"; stray files: {strangers or 'none'}", sep="")
        failed = 0 if "--quick" in sys.argv else own_tests(next(first.glob("*.tar.gz")), unpacked)
        return int(not same or bool(strangers) or failed != 0)


if __name__ == "__main__":
    sys.exit(main())
