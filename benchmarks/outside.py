"""Measures factex on outside suites: `python benchmarks/outside.py FOLDER [--write docs/benchmarks.md]`.

FOLDER holds `quantities/` and `claims/` with their data and scorers, which are run as they are; those of claims need
PyYAML. The tables are printed as Markdown; with `--write` they replace the part of a file between the two marks. Where
the folder is missing, that is said and nothing is measured. The figures of other systems were measured with the same
scorers on the same sentences, on Python 3.11 and two cores.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

MARKS = ("<!-- outside: from here -->", "<!-- outside: to here -->")
NEWS = ("value", "unit", "change", "partial", "complete")
OTHERS_NEWS = {
    "CQE 2.0.3": "91.2 | 83.5 | 85.3 | 73.3 | 51.4",
    "quantulum3 0.10 with classifier": "72.9 | 48.0 | – | – | –",
    "Microsoft Recognizers": "72.5 | 38.9 | – | – | –",
}
SUITES = ("duckling", "measeval", "newsquant", "quantulum3", "recognizers", "ALL")
OTHERS_SUITES = {
    "quantulum3": "90 / 60 / 49 | 63 / – / 48 (unit) | 84 / 78 / 54 | 99 / 97 / 97 | 93 / 69 / 55 | 76 / 73 / 57",
    "Recognizers": "85 / 54 / 44 | 59 / – / 33 (unit) | 82 / 77 / 44 | 89 / 70 / 48 | 92 / 70 / 73 | 72 / 69 / 50",
}


def run(folder: Path, *arguments: str) -> str:
    """What a scorer prints, run in its folder."""
    done = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{folder / arguments[0]} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def news(folder: Path) -> list[str]:
    """The table of NewsQuant."""
    own = json.loads(run(folder, "newsquant.py"))
    rows = {"factex": " | ".join(str(own[name]) for name in NEWS), **OTHERS_NEWS}
    return [
        f"### Quantities in news (NewsQuant, {own['gold']} gold quantities, F1)",
        "",
        "| | value | + unit | + change | concept partial | concept complete |",
        "|---|---|---|---|---|---|",
        *(f"| {name} | {row} |" for name, row in rows.items()),
    ]


def suites(folder: Path) -> list[str]:
    """The table of the five suites: F1 of span, value, and value with unit; MeasEval states no values."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as predictions:
        predictions.write(run(folder, "predict.py"))
        predictions.flush()
        printed = run(folder, "score.py", predictions.name, "--core-only")
    cells = []
    for suite in SUITES:
        row = next(line for line in printed.splitlines() if re.match(rf"{suite}\s+ALL\s", line))
        span, value, both, unit = (part.split()[-1] for part in row.split("|")[1:])
        shown = [f"{float(cell):.1f}" if cell != "-" else "–" for cell in (span, value, both)]
        cells.append(" / ".join(shown) if both != "-" else f"{shown[0]} / – / {float(unit):.1f} (unit)")
    return [
        "### Five suites of quantities (F1 of span / value / value and unit)",
        "",
        "| | duckling | MeasEval | NewsQuant | quantulum3 | Recognizers | all |",
        "|---|---|---|---|---|---|---|",
        f"| factex | {' | '.join(cells)} |",
        *(f"| {name} | {row} |" for name, row in OTHERS_SUITES.items()),
    ]


def claims(folder: Path) -> list[str]:
    """The figures of whole claims."""
    printed = run(folder, "score.py", *sorted(path.name for path in folder.glob("dev_*.yaml")))
    found = json.loads(printed[printed.index("{") :])
    whole = {name: value for name, value in found.items() if isinstance(value, (int, float))}
    return [
        f"### Whole claims ({found['facts']} facts)",
        "",
        "| | |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in whole.items() if name != "facts"),
        "",
        "| kind | found / stated |",
        "|---|---|",
        *(f"| {kind} | {value} |" for kind, value in found["by kind recall"].items()),
        "",
        "| slot | lenient / exact |",
        "|---|---|",
        *(f"| {slot} | {value} |" for slot, value in found["slots lenient/exact"].items()),
    ]


def main() -> int:
    """Measures, prints, and writes where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    if not (folder / "quantities").is_dir() or not (folder / "claims").is_dir():
        print(f"{folder}: no quantities/ and claims/ there; nothing measured")
        return 2
    sections = (news(folder / "quantities"), suites(folder / "quantities"), claims(folder / "claims"))
    tables = "\n\n".join("\n".join(section) for section in sections)
    print(tables)
    if arguments.write is not None:
        text = arguments.write.read_text(encoding="utf-8")
        before, rest = text.split(MARKS[0])
        arguments.write.write_text(
            f"{before}{MARKS[0]}\n\n{tables}\n\n{MARKS[1]}{rest.split(MARKS[1])[1]}", encoding="utf-8"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
