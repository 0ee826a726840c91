"""What users add to the lexicon: a mapping or TOML file in the form of the files in `data/`, checked entry by entry."""

from __future__ import annotations

import copy
import os
from collections.abc import Mapping
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

import regex
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from factex.errors import LexiconError
from factex.lexicon.files import Lexicon, built_in
from factex.lexicon.hazards import is_plain, runs_away
from factex.lexicon.tomlfile import loads

# A power of ten beyond this is none of this world; it would make numbers of any length.
_MOST_POWER = 30
_Power = Annotated[int, Field(ge=-_MOST_POWER, le=_MOST_POWER)]
_Size = Annotated[int | float | Decimal, Field(gt=0, allow_inf_nan=False)]
_Word = Annotated[str, Field(min_length=1, max_length=100, pattern=r"\S")]
_Words = list[_Word]


class _Row(BaseModel):
    """One entry; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class _Unit(_Row):
    names: _Words = []
    symbols: _Words = []
    prefixed: _Words = []
    prefixes: Annotated[str, Field(pattern=r"^(?:(?:si|small|large|binary)(?: |$))*$")] = ""
    ucum: _Word = "1"


class _ScaleSymbol(_Row):
    power: _Power
    glued: bool = False
    money: bool = False
    not_before: _Words = []
    not_behind: _Words = []


class _Minor(_Row):
    worth: Annotated[str, Field(pattern=r"^[0-9]{1,9}(?:\.[0-9]{1,9})?$")]
    code: str


class _Modifier(_Row):
    before: _Words = []
    after: _Words = []
    verbs: _Words = []


class _Focus(_Row):
    words: _Words = []


class _Mask(_Row):
    reason: _Word
    pattern: _Word
    needs: _Words = []
    words: bool = False
    examples: Annotated[_Words, Field(min_length=1)]


# Tables whose entries have a form of their own; every other table takes words for its lists.
_FORMS: dict[tuple[str, ...], Any] = {
    ("units", "*", "dimension"): dict[str, int],
    ("units", "*", "*"): _Unit,
    ("sizes", "*", "*"): _Size,
    ("units", "plurals", "*"): str,
    ("units", "powers", "*"): int,
    ("units", "rate_words", "*"): str,
    ("numerals", "ones", "*"): Annotated[int, Field(ge=0, le=19)],
    ("numerals", "tens", "*"): Annotated[int, Field(ge=20, le=90)],
    ("numerals", "scales", "*"): _Power,
    ("numerals", "scale_plurals", "*"): _Power,
    ("numerals", "scale_symbols", "*"): _ScaleSymbol,
    ("numerals", "phrases", "*"): Annotated[int, Field(ge=0)],
    ("modifiers", "focus"): _Focus,
    ("modifiers", "*"): _Modifier,
    ("currencies", "minor", "*"): _Minor,
    ("currencies", "minor_signs", "*"): _Minor,
    ("currencies", "nations", "*", "*"): list[_Word],
    ("masks", "mask"): list[_Mask],
}
# Tables whose entries the engine knows by name.
_CLOSED = {("modifiers",), ("currencies",), ("numerals",), ("masks",)}
# Tables whose words become parts of regular expressions.
_IN_PATTERNS = (("numerals",), ("times",), ("rank",), ("masks", "lists"))
_NAMES = tuple(
    sorted(path.name.removesuffix(".toml") for path in resources.files("factex.lexicon").joinpath("data").iterdir())
)

Additions = Mapping[str, Any] | str | os.PathLike[str]


def extended(additions: Additions | None) -> Lexicon:
    """The built-in lexicon with additions.

    Args:
        additions: Tables by name, as a mapping or the path of a TOML file: `{"units": {"length": {"smoot": {"names":
            ["smoot"], "ucum": "{smoot}"}}}}`. Lists are prolonged; an entry that is there already is replaced.

    Raises:
        LexiconError: if an entry is not valid; the message names file, entry and fault.
        OSError: if the file can't be read.

    Example:
        >>> extended({"modifiers": {"about": {"before": ["ballpark"]}}}).table("modifiers")["about"]["before"][-1]
        'ballpark'
    """
    if additions is None:
        return Lexicon()
    where, given = _read(additions)
    tables = {}
    for name, added in given.items():
        if name not in _NAMES:
            raise LexiconError(f"{where}: no table {name!r}; there are {', '.join(_NAMES)}")
        tables[name] = _merged(where, (name,), built_in(name), added)
    lexicon = Lexicon(tables)
    _check_masks(where, given.get("masks", {}))
    return lexicon


def _read(additions: Additions) -> tuple[str, Mapping[str, Any]]:
    if isinstance(additions, Mapping):
        return "lexicon", additions
    path = Path(additions)
    try:
        return str(path), loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise LexiconError(f"{path}: {error}") from error


def _form(path: tuple[str, ...]) -> Any:
    """The form that an entry of a path must have, where it has one of its own."""
    starred = ((*path[:known], *("*",) * (len(path) - known)) for known in (1, 2))
    for like in (path, (*path[:-1], "*"), (path[0], "*", path[-1]), *starred):
        if like in _FORMS:
            return _FORMS[like]
    return None


def _merged(where: str, path: tuple[str, ...], old: Any, added: Any) -> Any:
    """A table with what is added to it, checked."""
    place = ".".join(path)
    form = _form(path)
    if form is not None:
        added = _checked(where, place, form, added, whole=old is None)
    if isinstance(old, dict):
        if not isinstance(added, Mapping):
            raise LexiconError(f"{where}: {place} must be a table, not {type(added).__name__}")
        result = dict(old)
        for key, value in added.items():
            if not isinstance(key, str) or not key.strip():
                raise LexiconError(f"{where}: {place} has an entry without a name: {key!r}")
            _check_plain(where, path, [key])
            if path == ("units",) and key not in old and not (isinstance(value, Mapping) and "dimension" in value):
                raise LexiconError(
                    f"{where}: units.{key} is new, and needs a line such as `dimension = {{ length = 1 }}`"
                )
            form = None if path in _CLOSED else _form((*path, key))
            if key not in old and form is None and not _open(path, old, value):
                types = {type(item).__name__ for item in old.values()}
                if len(types) == 1 and types <= {"str", "int"}:
                    raise LexiconError(f"{where}: {place}.{key} must be {types.pop()}, not {type(value).__name__}")
                raise LexiconError(f"{where}: {place} has no entry {key!r}; there are {', '.join(old)}")
            empty: dict[str, Any] | None = {} if path == ("units",) else None  # a dimension of the user's own
            result[key] = _merged(where, (*path, key), old.get(key, empty), value)
        return result
    if isinstance(old, list):
        form = list[_Word] if all(isinstance(item, str) for item in old) else list[Any]
        listed = _checked(where, place, form, added)
        _check_plain(where, path, listed)
        return [*old, *listed]
    if old is not None and not isinstance(added, type(old)):
        raise LexiconError(f"{where}: {place} must be {type(old).__name__}, not {type(added).__name__}")
    return copy.deepcopy(added)


def _open(path: tuple[str, ...], old: dict[str, Any], value: Any) -> bool:
    """Whether a table takes new entries: one of words to words or numbers does, and a new dimension of units."""
    if path == ("units",):
        return isinstance(value, Mapping) and isinstance(value.get("dimension"), Mapping)
    types = {type(item) for item in old.values()}
    return len(types) == 1 and type(value) in types and not types & {dict, list}


def _check_plain(where: str, path: tuple[str, ...], words: list[Any]) -> None:
    """Words that become parts of patterns must be words."""
    for word in words:
        inside = any(path[: len(table)] == table for table in _IN_PATTERNS)
        if inside and isinstance(word, str) and not is_plain(word):
            raise LexiconError(f"{where}: {'.'.join(path)}: {word!r} holds a character that no word has")


def _checked(where: str, place: str, form: Any, added: Any, *, whole: bool = False) -> Any:
    """What is added, in its form; `whole` fills in what an entry leaves out."""
    try:
        made = TypeAdapter(form).validate_python(added)
    except RecursionError as error:
        raise LexiconError(f"{where}: {place} is nested too deep") from error
    except ValidationError as error:
        first = error.errors()[0]
        inner = ".".join(str(part) for part in first["loc"])
        at = f"{place}.{inner}" if inner else place
        raise LexiconError(f"{where}: {at}: {first['msg']} (got {first['input']!r:.60})") from error
    if isinstance(made, BaseModel):
        return made.model_dump(exclude_unset=not whole)
    if isinstance(made, list):
        return [item.model_dump() if isinstance(item, BaseModel) else item for item in made]
    return made


def _check_masks(where: str, added: Mapping[str, Any]) -> None:
    """Each new mask must compile, match its examples, and end by itself on every text."""
    for entry in added.get("mask", ()):
        at = f"{where}: masks.mask {entry['reason']!r}{_line(where, entry['pattern'])}"
        try:
            pattern = regex.compile(entry["pattern"])
        except (regex.error, RecursionError, OverflowError) as error:
            raise LexiconError(f"{at}: {error}") from error
        slow = runs_away(pattern, entry["examples"])
        if slow is not None:
            raise LexiconError(f"{at} takes too long on {slow!r}; write it without repeats inside of repeats")
        for example in entry["examples"]:
            if "{" not in entry["pattern"] and pattern.search(example) is None:
                raise LexiconError(f"{at} does not match its example {example!r}")


def _line(where: str, pattern: str) -> str:
    """Where in its file a pattern stands, where it stands there as it is."""
    path = Path(where)
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return next((f" (line {number})" for number, line in enumerate(lines, 1) if pattern in line), "")
