"""What the package is made of and what it may do: no network, no pickled models, no stray file, bounded dependencies."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DOCUMENT = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
MODULES = sorted((ROOT / "factex").rglob("*.py"))

# Modules that load pickles, each with its reason.
PICKLES = {
    "arrow.py": "the function that the driver of a job made for its own workers, which engines hand over as bytes",
    "streaming.py": "an error that a worker sends is tried to be sent and read before: bytes of this process",
}
# Modules that open connections or start servers, each with its reason.
NETWORK = {"integrations": "faces to other programs, started by the user by name"}
NO_SOCKETS = """
import socket, sys
def refuse(*args, **kwargs): raise AssertionError(f"network: {args}")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.getaddrinfo = socket.create_connection = refuse
import factex
facts = factex.extract("Sales rose 5% to $2 billion in May 2024, according to CoreLogic. The road is 62 miles long.")
assert len(facts) == 2, facts
assert factex.quantities("It costs $5.")
facts[1].quantity.to("km")
list(factex.pipe(["It costs $5."]))
print("done")
"""


def test_no_network():
    """Extracting, streaming and converting work where no socket can be opened."""
    done = subprocess.run([sys.executable, "-c", NO_SOCKETS], capture_output=True, text=True, check=False)
    assert done.stdout == "done\n", done.stderr


def _imports(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_no_network_in_the_source():
    """No module but the ones named imports a library of the network."""
    clients = {"socket", "urllib", "http", "requests", "httpx", "ftplib", "smtplib", "ssl", "aiohttp", "urllib3"}
    found = {str(m.relative_to(ROOT / "factex")) for m in MODULES if clients & set(_imports(m))}
    assert {path for path in found if path.partition("/")[0] not in NETWORK} == set()


def test_no_pickle_is_loaded():
    """No file is unpickled, marshalled or evaluated; `pickle` is imported where it is reasoned, and there alone."""
    found = {
        str(m.relative_to(ROOT / "factex"))
        for m in MODULES
        if {"pickle", "joblib", "dill", "cloudpickle", "marshal", "shelve"} & set(_imports(m))
    }
    assert found <= set(PICKLES)
    for module in MODULES:
        calls = [
            node
            for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        ]
        assert not [call for call in calls if call.func.id in ("eval", "exec", "compile", "__import__")], module


def test_dependencies_are_few_bounded_and_reasoned():
    """Each dependency has a lower bound, and a row in docs/dependencies.md that says why it is there."""
    names = [re.match(r"[\w.-]+", one).group() for one in PROJECT["dependencies"]]
    assert len(names) <= 12
    assert all(re.search(r">=|==", one) for one in PROJECT["dependencies"])
    rows = re.findall(r"^\| \[?`?([\w.-]+)", DOCUMENT, re.MULTILINE)
    assert [name for name in names if name not in rows] == []


@pytest.mark.parametrize("extra", [name for name in PROJECT["optional-dependencies"] if name not in ("dev", "bench")])
def test_extras_are_told(extra):
    """Each extra stands in docs/dependencies.md."""
    assert re.search(rf"`{extra}`", DOCUMENT)


def test_errors_are_told():
    """docs/errors.md has a row for each error of `factex.errors`, with the builtin that it is, and none for another."""
    import factex
    from factex import errors

    told = dict(
        re.findall(
            r"^\| `(\w+)` \| `(\w+)` \|", (ROOT / "docs" / "errors.md").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    classes = {
        name: one for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, factex.FactexError)
    }
    assert set(told) >= set(classes)
    for name, builtin in told.items():
        if name in classes:
            assert builtin in {base.__name__ for base in classes[name].__mro__}, name
