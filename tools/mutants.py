"""Mutation testing of the exact part of the engine: changes one thing at a time, and asks whether a test notices.

    python tools/mutants.py --count 200 --seed 8

Mutants are drawn at random over the modules of numerals and the grammar and intervals of quantities. The tests are a
quick selection that needs no model, run in processes of their own on a changed copy of the source. Survivors are
printed.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
MODULES = (
    *(f"numerals/{name}" for name in ("arithmetic", "cardinals", "digits", "fractions", "limits", "masks", "reader")),
    "quantity/grammar",
    "quantity/intervals",
)
TESTS = ("tests/trust/test_quick.py", "tests/numerals", "tests/quantity")
_PAIRS = ((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.In, ast.NotIn), (ast.Is, ast.IsNot))
COMPARED: dict[type, type] = dict(_PAIRS) | {after: before for before, after in _PAIRS}
RECKONED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Mod: ast.Mult}


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """All changes of a module, as (line, what is changed, changed module)."""
    nodes = list(ast.walk(tree))
    for index, node in enumerate(nodes):
        for change in changes(node):
            changed = copy.deepcopy(tree)
            target = list(ast.walk(changed))[index]
            told = change(target)
            if told:
                yield getattr(node, "lineno", 0), told, changed


def changes(node: ast.AST) -> Iterator[object]:
    """The changes that a node allows, each a function that makes it and tells it."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        yield _compare
    elif isinstance(node, ast.BoolOp):
        yield _boolean
    elif isinstance(node, ast.BinOp) and type(node.op) in RECKONED and not isinstance(node.left, ast.JoinedStr):
        yield _reckon
    elif isinstance(node, ast.Constant) and isinstance(node.value, int) and not isinstance(node.value, bool):
        yield _number
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield _truth
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _unary
    elif isinstance(node, (ast.Break, ast.Continue)):
        return


def _compare(node: ast.Compare) -> str:
    before = type(node.ops[0]).__name__
    node.ops[0] = COMPARED[type(node.ops[0])]()
    return f"{before} to {type(node.ops[0]).__name__}"


def _boolean(node: ast.BoolOp) -> str:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return f"to {type(node.op).__name__}"


def _reckon(node: ast.BinOp) -> str:
    before = type(node.op).__name__
    node.op = RECKONED[type(node.op)]()
    return f"{before} to {type(node.op).__name__}"


def _number(node: ast.Constant) -> str:
    node.value += 1
    return f"{node.value - 1} to {node.value}"


def _truth(node: ast.Constant) -> str:
    node.value = not node.value
    return f"to {node.value}"


def _unary(node: ast.UnaryOp) -> str:
    node.op = ast.UAdd()
    node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    return "not dropped"


def is_killed(folder: Path) -> bool:
    """Whether a test fails; one that takes too long counts as failed."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *TESTS]
    try:
        done = subprocess.run(  # noqa: S603 - our own
            command,
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(folder)},
            capture_output=True,
            timeout=200,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main() -> int:
    """Prints the survivors, and how many were killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=8)
    given = parser.parse_args()
    drawn = []
    for module in MODULES:
        source = (ROOT / "factex" / f"{module}.py").read_text(encoding="utf-8")
        drawn += [(module, *mutant) for mutant in mutants(ast.parse(source))]
    random.Random(given.seed).shuffle(drawn)  # noqa: S311 - a sample
    killed = tried = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("factex", "tests", "corpus"):
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        for part in ("pyproject.toml", "conftest.py"):
            shutil.copy(ROOT / part, folder / part)
        if is_killed(folder):
            print("the tests fail without any mutant")
            return 1
        for module, line, told, changed in drawn[: given.count]:
            path = folder / "factex" / f"{module}.py"
            before = path.read_text(encoding="utf-8")
            path.write_text(ast.unparse(ast.fix_missing_locations(changed)), encoding="utf-8")
            tried += 1
            if is_killed(folder):
                killed += 1
            else:
                print(f"survived: {module}.py:{line} {told}", flush=True)
            path.write_text(before, encoding="utf-8")
            if tried % 10 == 0:
                print(f"{killed} of {tried} killed", flush=True)
    print(f"{killed} of {tried} mutants killed ({100 * killed // max(tried, 1)} %), of {len(drawn)} that there are")
    return 0


if __name__ == "__main__":
    sys.exit(main())
