"""The colours of marks: one table for notebooks, reports, verifications and displaCy."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from typing import Any

ASSETS = files("factex.display") / "assets"


@functools.cache
def asset(name: str) -> str:
    """The text of a file under `assets/`."""
    return (ASSETS / name).read_text(encoding="utf-8")


@functools.cache
def _palette() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(asset("palette.toml"))


def kinds() -> tuple[str, ...]:
    """The kinds of facts that have a colour, then `quantity` for what no fact uses."""
    return tuple(_palette()["kinds"])


def slots() -> tuple[str, ...]:
    """The slots that have a line of their own."""
    return tuple(_palette()["slots"])


def verdicts() -> tuple[str, ...]:
    """The verdicts of a verification, the gravest last."""
    return tuple(_palette()["verdicts"])


def sign(verdict: str) -> str:
    """The sign that tells a verdict without colour."""
    return _palette()["verdicts"][verdict]["sign"]


@functools.cache
def role_rules() -> str:
    """The palette as CSS: for each role the ground or the line of its marks, on light and on dark pages."""
    palette = _palette()
    grounds = {**palette["kinds"], **palette["verdicts"]}
    rules = [f'.factex [data-role="{role}"]{{--ground:{_both(look)}}}' for role, look in grounds.items()]
    rules += [
        f'.factex [data-role="{role}"]{{--line:{_both(look)};--line-style:{look["line"]}}}'
        for role, look in palette["slots"].items()
    ]
    return "\n".join(rules)


def _both(look: dict[str, str]) -> str:
    return f"light-dark({look['light']},{look['dark']})"


def displacy_options(spans_key: str = "factex") -> dict[str, Any]:
    """Options with which displaCy shows a document's facts in the colours of the notebook.

    Args:
        spans_key: Under which key of `doc.spans` the component puts them.

    Returns:
        What `spacy.displacy.render(doc, style="span", options=...)` takes.

    Example:
        >>> displacy_options()["colors"]["change"]
        '#ffe1b3'
    """
    return {"spans_key": spans_key, "colors": {kind: look["light"] for kind, look in _palette()["kinds"].items()}}
