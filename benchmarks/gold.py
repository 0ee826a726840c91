"""Checks the facts of a given article against a gold file: `python benchmarks/gold.py GOLD.toml [MORE.toml …]`.

A gold file is in the format of corpus/README.md; its `text_file` names the article. Prints what is
missing, and figures for the cases that rules were written from and for those held out.
"""

import sys
from pathlib import Path

from factex.evaluation.compare import compare_facts, compare_quantities
from factex.evaluation.gold import load
from factex.pipeline import default


def main(paths: list[str]) -> int:
    """Prints one line a file, and the faults of its cases; returns 1 where there are any."""
    files = [file for path in map(Path, paths) for file in (sorted(path.rglob("*.toml")) if path.is_dir() else [path])]
    if not files:
        print("no gold file given, or the folder is missing: nothing measured")
        return 2
    failed = 0
    for file in files:
        passed = {True: [0, 0], False: [0, 0]}
        for case in load(file):
            found = default().extract(case.text)
            if case.quantities is not None or (not case.facts and "quantities" in file.parts):
                faults = compare_quantities(case, found.quantities)
            else:
                faults = compare_facts(case, found).faults(open_case=case.open)
            passed[case.held_out][0] += not faults
            passed[case.held_out][1] += 1
            failed += bool(faults)
            for fault in faults if len(files) == 1 else ():
                print(f"{case.id}: {fault}")
        seen, held = passed[False], passed[True]
        if not seen[1] + held[1]:
            continue  # pairs for `verify`
        print(f"{file.name:24} seen {seen[0]}/{seen[1]}   held out {held[0]}/{held[1]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
