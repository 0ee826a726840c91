"""Reads gold files: TOML, as `corpus/README.md` describes them.

Example:
    >>> cases = parse('''
    ... [[case]]
    ... id = "cameras"
    ... text = "It boasts more than 176 million cameras."
    ... [[case.fact]]
    ... kind = "measurement"
    ... quantity = { text = "more than 176 million cameras", low = 176_000_000, unit = "camera" }
    ... ''')
    >>> cases[0].facts[0]["kind"]
    'measurement'
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factex.errors import GoldError
from factex.evaluation.forms import misfit
from factex.lexicon.tomlfile import loads

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("measurement", "comparison", "change", "share", "rank")
MENTIONS = ("subject", "measure", "where", "source", "whole", "attribute", "scope", "of")
PLAIN = ("predicate", "modality", "negated", "relation", "direction", "position")
QUANTITIES = ("quantity", "start", "end", "amount", "relative", "factor", "difference", "part", "total", "fraction")
SIDES = ("left", "right")
_QUANTITY_KEYS = frozenset(("text", "value", "low", "high", "modifier", "unit", "kind"))
_FACT_KEYS = frozenset((*MENTIONS, *PLAIN, *QUANTITIES, *SIDES, "kind", "when", "antecedent"))
_CASE_KEYS = frozenset(("id", "text", "text_file", "fact", "quantity", "open", "xfail"))

# One case in this many is kept unseen while rules are written.
HELD_OUT = 5


@dataclass(frozen=True, slots=True)
class Case:
    """One gold case.

    Attributes:
        id: Its name, unique over a corpus.
        text: The text.
        facts: The facts that it states, each with the keys that are written.
        quantities: Its quantities, where the case lists them; None where it lists facts.
        open: Whether the text may state more than is listed.
        xfail: Why the case is a known gap; empty where it must pass.
        path: The file that it stands in.
    """

    id: str
    text: str
    facts: tuple[dict[str, Any], ...] = ()
    quantities: tuple[dict[str, Any], ...] | None = None
    open: bool = False
    xfail: str = ""
    path: str = field(default="", compare=False)

    @property
    def held_out(self) -> bool:
        """Whether the case belongs to the fifth, by the hash of its id, that rules are not written from."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % HELD_OUT == 0


def load(path: Path) -> list[Case]:
    """The cases of a gold file.

    Raises:
        GoldError: if the file is no valid gold; the message names file and case.
    """
    try:
        source = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: {error}") from error
    return parse(source, path)


def parse(source: str, path: Path | None = None) -> list[Case]:
    """The cases of a gold file's text.

    Args:
        source: TOML.
        path: Where it stands, for messages and for `text_file`.

    Raises:
        GoldError: as `load`.
    """
    where = str(path) if path is not None else "gold"
    try:
        data = loads(source)
    except ValueError as error:
        raise GoldError(f"{where}: {error}") from error
    listed = data.get("case", [])
    if not isinstance(listed, list):
        raise GoldError(f"{where}: cases are written [[case]], not {type(listed).__name__}")
    cases = [_case(entry, where, path) for entry in listed]
    seen: set[str] = set()
    for case in cases:
        if case.id in seen:
            raise GoldError(f"{where}: the id {case.id!r} stands twice")
        seen.add(case.id)
    return cases


def _case(entry: Any, where: str, path: Path | None) -> Case:
    name = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(name, str):
        raise GoldError(f"{where}: a case has no id")
    where = f"{where}, case {name!r}"
    unknown = entry.keys() - _CASE_KEYS
    if unknown:
        raise GoldError(f"{where}: unknown key {min(unknown)!r}; known are {', '.join(sorted(_CASE_KEYS))}")
    fault = misfit(entry)
    if fault:
        raise GoldError(f"{where}: {fault}")
    text = entry.get("text")
    if text is None and "text_file" in entry and path is not None:
        text = _beside(path, entry["text_file"], where)
    if not isinstance(text, str):
        raise GoldError(f"{where}: no text")
    facts = tuple(entry.get("fact", ()))
    for fact in facts:
        _check_fact(fact, text, where)
    quantities = entry.get("quantity")
    for quantity in quantities or ():
        _check_quantity(quantity, text, where)
    listed = None if quantities is None else tuple(quantities)
    return Case(name, text, facts, listed, bool(entry.get("open", False)), str(entry.get("xfail", "")), where)


def _beside(path: Path, name: str, where: str) -> str:
    """The text of a file that stands beside a gold file, or below its folder."""
    folder = path.parent.resolve()
    try:
        file = (folder / name).resolve()
        if not file.is_relative_to(folder):
            raise GoldError(f"{where}: text_file {name!r} leaves the folder of the gold file")
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        if isinstance(error, GoldError):
            raise
        raise GoldError(f"{where}: text_file {name!r} can't be read: {error}") from error


def _check_fact(fact: dict[str, Any], text: str, where: str) -> None:
    if fact.get("kind") not in KINDS:
        raise GoldError(f"{where}: kind {fact.get('kind')!r} is none of {', '.join(KINDS)}")
    unknown = fact.keys() - _FACT_KEYS
    if unknown:
        raise GoldError(f"{where}: unknown key {min(unknown)!r} in a {fact['kind']}")
    for name in SIDES:
        if name in fact and fact["kind"] != "comparison":
            raise GoldError(f"{where}: a {fact['kind']} has no {name!r}; only a comparison has sides")
    for name in MENTIONS:
        for quoted in options(fact.get(name)):
            if quoted != "null":
                place(quoted, text, where)
    for name in QUANTITIES:
        if isinstance(fact.get(name), dict):
            _check_quantity(fact[name], text, where)
    for name in SIDES:
        side = fact.get(name, {})
        for quoted in options(side.get("subject")):
            if quoted != "null":
                place(quoted, text, where)
        if isinstance(side.get("quantity"), dict):
            _check_quantity(side["quantity"], text, where)


def _check_quantity(quantity: dict[str, Any], text: str, where: str) -> None:
    unknown = quantity.keys() - _QUANTITY_KEYS
    if unknown:
        raise GoldError(
            f"{where}: unknown key {min(unknown)!r} in a quantity; known are {', '.join(sorted(_QUANTITY_KEYS))}"
        )
    if "null" in options(quantity.get("unit")):
        raise GoldError(f'{where}: a quantity without a unit is written unit = "none", not "null"')
    for quoted in options(quantity.get("text")):
        place(quoted, text, where)


def options(value: Any) -> list[Any]:
    """The equally right answers that a key gives: a list's items, or the one value; none where the key is missing."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def place(quoted: str, text: str, where: str = "gold") -> tuple[int, int]:
    """The offsets of a quoted span, which must occur once; in `then {3%}` those of the part in braces.

    >>> place("then {3%}", "3% and then 3%")
    (12, 14)

    Raises:
        GoldError: if the quotation does not occur, or more than once.
    """
    opening, closing = quoted.find("{"), quoted.rfind("}")
    braced = 0 <= opening < closing
    plain = quoted[:opening] + quoted[opening + 1 : closing] + quoted[closing + 1 :] if braced else quoted
    start = text.find(plain)
    if start < 0:
        raise GoldError(f"{where}: {plain!r} does not stand in the text")
    if text.find(plain, start + 1) >= 0:
        raise GoldError(f"{where}: {plain!r} stands more than once; quote it with its neighbours, itself in braces")
    if braced:
        return start + opening, start + closing - 1
    return start, start + len(plain)
