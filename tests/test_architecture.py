"""The architecture as tests: imports run one way, nothing heavy loads early, modules stay short."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factex"
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_layers():
    """The layers contract of pyproject.toml holds."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()"],
        cwd=PACKAGE.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def _modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_import_loads_nothing_heavy():
    """`import factex` loads neither spaCy nor pint."""
    assert not {"spacy", "pint", "pydantic", "rich", "typer"} & _modules_after("import factex")


def test_extracting_loads_no_pint():
    """pint takes its time; only a conversion asks for it."""
    assert "pint" not in _modules_after("import factex; factex.extract('It costs $5.')")


def test_records_know_no_spacy():
    """The records can be used where spaCy is not wanted."""
    assert "spacy" not in _modules_after("import factex.records")


def test_quantities_on_characters_need_no_spacy():
    """What characters decide is decided without a model."""
    code = "from factex.quantity.grammar import quantity_reader; assert quantity_reader().read('It costs $5.', 0, 12)"
    assert "spacy" not in _modules_after(code)


def test_quantities_alone_need_no_spacy():
    """`factex.quantities` loads no model, and not the library of models either."""
    assert "spacy" not in _modules_after("import factex; assert factex.quantities('It costs $5.')")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_is_short_and_documented(module):
    """A module holds one idea: at most 500 lines, and a docstring that says which."""
    source = module.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(source))
    assert len(source.splitlines()) <= 500


def test_no_float_on_the_way():
    """Numbers are decimals from text to record: only tables for other engines, and confidence, call float()."""
    for module in set(MODULES) - {PACKAGE / "exports" / "flat.py", PACKAGE / "context" / "confidence.py"}:
        calls = [node for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        assert not [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "float"], module
