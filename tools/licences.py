"""The packages that factex brings along: licence, size, who asks for each; fails on a licence that is not permissive.

python tools/licences.py
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution

PERMISSIVE = re.compile(
    r"\bMIT\b|\bBSD\b|Apache|\bISC\b|\bPSF\b|Python Software Foundation|CNRI|Unlicense|\bMPL\b|Mozilla Public",
    re.IGNORECASE,
)
# Licences that a package states nowhere but in its files, with where they were read.
READ = {"typer-slim": "MIT", "srsly": "MIT"}


def licence(found: Distribution) -> str:
    """The licence as a package states it: expression, classifier, or first line."""
    meta = found.metadata
    stated = meta.get("License-Expression") or ""
    classifiers = [
        one.rpartition(" :: ")[2] for one in meta.get_all("Classifier") or () if one.startswith("License ::")
    ]
    text = (meta.get("License") or "").strip().split("\n")[0]
    return stated or ", ".join(classifiers) or text or READ.get(found.name.lower(), "not stated")


def size(found: Distribution) -> float:
    """Installed size in MB."""
    places = [found.locate_file(one) for one in found.files or ()]
    return sum(place.stat().st_size for place in places if place.is_file()) / 1e6


def closure(root: str) -> dict[str, set[str]]:
    """All packages that one brings along without extras, with who asks for each."""
    asked: dict[str, set[str]] = {}
    waiting = [root]
    while waiting:
        asker = waiting.pop()
        for line in distribution(asker).requires or ():
            requirement, _, marker = line.partition(";")
            name = re.match(r"[\w.-]+", requirement)
            if name is None or "extra ==" in marker or _elsewhere(marker):
                continue
            key = re.sub(r"[-_.]+", "-", name.group()).lower()
            if key not in asked:
                waiting.append(key)
            asked.setdefault(key, set()).add(asker)
    return asked


def _elsewhere(marker: str) -> bool:
    """Whether a marker asks for another system or an older Python, as far as is needed to tell."""
    if re.search(r"(?:platform_system|sys_platform|os_name) == [\"'](?:Windows|win32|darwin|Darwin|nt)", marker):
        return True
    older = re.search(r"python_(?:full_)?version < [\"']3\.(\d+)", marker)
    return bool(older) and sys.version_info >= (3, int(older[1]))  # type: ignore[index] # there is a match


def main() -> int:
    """Prints the table; 1 where a licence is not permissive."""
    wrong = 0
    for name, askers in sorted(closure("factex").items()):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            print(f"{name:28} not installed")
            continue
        stated = licence(found)
        fits = bool(PERMISSIVE.search(stated))
        wrong += not fits
        note = "" if fits else "  <-- look at it"
        print(f"{name:28} {size(found):7.1f} MB  {stated:45.45}  {', '.join(sorted(askers))}{note}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
