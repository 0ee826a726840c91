"""Measures factex on the outside suites: `python benchmarks/outside.py FOLDER`.

FOLDER holds `claims/seed.yaml` with its scorer `claims/score.py`, `claims/dev_*.yaml`, and `quantities/`
with `newsquant.py`, `predict.py` and `score.py`. The scorers are run as they are; they need PyYAML. Where
the folder is missing, that is said.
"""

import subprocess
import sys
import tempfile
from pathlib import Path


def run(title: str, *arguments: str | Path, folder: Path) -> str:
    """Runs a scorer in its folder, under a title; returns what it printed."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)], cwd=folder, capture_output=True, text=True, check=False
    )
    print(f"== {title}\n{done.stdout if done.returncode == 0 else done.stderr[-2000:]}")
    return done.stdout


def main(folder: Path) -> int:
    """Runs every suite that is there."""
    claims, quantities = (folder / name for name in ("claims", "quantities"))
    if not claims.is_dir() or not quantities.is_dir():
        print(f"{folder}: no claims/ and quantities/ there; nothing measured")
        return 2
    run("facts of the article", "score.py", "seed.yaml", folder=claims)
    run("claims, development half", "score.py", *sorted(path.name for path in claims.glob("dev_*.yaml")), folder=claims)
    run("NewsQuant", "newsquant.py", folder=quantities)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        done = subprocess.run(
            [sys.executable, "predict.py"], cwd=quantities, capture_output=True, text=True, check=True
        )
        predictions.write(done.stdout)
        predictions.flush()
        run("five suites of quantities", "score.py", predictions.name, "--core-only", folder=quantities)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "missing").resolve()))
