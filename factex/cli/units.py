"""`factex units`: the units and currencies that are known."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

import factex
from factex.cli.console import drawing
from factex.cli.outcome import FAILED, command, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factex.records import Unit


class Form(StrEnum):
    """How units are written."""

    TABLE = "table"
    JSON = "json"


class Known(NamedTuple):
    """A unit of the lexicon.

    Attributes:
        name: Its canonical name.
        group: What it measures.
        dimension: Its dimension in pint's spelling.
        ucum: Its code in the Unified Code for Units of Measure.
        words: How texts write it, without prefixes and plurals.
        prefixes: Which prefixes it takes.
    """

    name: str
    group: str
    dimension: str
    ucum: str
    words: tuple[str, ...]
    prefixes: str = ""

    def fits(self, query: str) -> bool:
        """Whether a query is part of one of its names, or its group."""
        wanted = query.casefold()
        names = (self.name.replace("_", " "), self.name, self.group, *self.words)
        return query in (self.ucum, self.dimension) or any(wanted in name.casefold() for name in names)


@command
def units(
    query: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help="A unit, a part of its name, or what it measures.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="How to write the units.")] = Form.TABLE,
) -> None:
    """List the units and currencies that texts may use; with a query those that fit, and how it is read as a unit.

    Counted nouns (cameras, jobs) are units too, and need no list. Exit code 1 where nothing fits.
    """
    found = [unit for unit in (*_units(), *_currencies()) if query is None or unit.fits(query)]
    if query is not None:
        found.sort(key=lambda unit: query not in (unit.name, unit.ucum, *unit.words))
    read = None if query is None else _read(query)
    if form is Form.JSON:
        rows = [unit._asdict() for unit in found]
        typer.echo(json.dumps({"read": read and read.model_dump(), "units": rows}, indent=2, ensure_ascii=False))
    else:
        _draw(found, query, read)
    if not found and read is None:
        tell(f"factex: no unit {query!r}; docs/lexicon.md shows how to add one")
        raise typer.Exit(FAILED)


def _read(query: str) -> Unit | None:
    """The unit as a text with it is read, unless it is taken for a counted noun."""
    for text in (f"5 {query}", f"{query}5"):
        found = factex.quantities(text)
        unit = found[0].unit if len(found) == 1 and found[0].text == text else None
        if unit is not None and unit.kind != "count":
            return unit
    return None


def _units() -> Iterator[Known]:
    from factex.lexicon.files import table  # noqa: PLC0415 - loads the lexicon
    from factex.lexicon.units import units as known  # noqa: PLC0415 - as above
    from factex.quantity.draft import spelled  # noqa: PLC0415 - as above

    names = known().by_name
    for group, content in table("units").items():
        if not isinstance(content, dict) or "dimension" not in content:
            continue
        for name, entry in content.items():
            if name == "dimension" or name not in names:
                continue
            words = (*entry.get("symbols", ()), *entry.get("prefixed", ()), *entry["names"])
            dimension = spelled(names[name].dimension)
            prefixes = entry.get("prefixes", "")
            yield Known(name, group.replace("_", " "), dimension, entry["ucum"], tuple(dict.fromkeys(words)), prefixes)


def _currencies() -> Iterator[Known]:
    from factex.lexicon.files import table  # noqa: PLC0415 - as above
    from factex.lexicon.ucum import ucum  # noqa: PLC0415 - as above

    data = table("currencies")
    words: dict[str, list[str]] = {code: [] for code in table("iso4217")}
    for spellings in (data["signs"], data["open"], data["names"]):
        for spelling, code in spellings.items():
            words.setdefault(code, []).append(spelling)
    for code, names in table("iso4217").items():
        own = tuple(dict.fromkeys((code, *words[code], names[0])))
        yield Known(code, "currency", "[currency]", ucum(code), own)


def _draw(found: list[Known], query: str | None, read: Unit | None) -> None:
    from rich.table import Table  # noqa: PLC0415 - a tenth of a second
    from rich.text import Text  # noqa: PLC0415 - as above

    with drawing() as console:
        if read is not None:
            told = f"{query} is read as {read.name}"
            about = ", ".join(part for part in (str(read.kind), read.dimension, f"UCUM {read.ucum}") if part)
            console.print(Text.assemble((told, "bold"), f"  ({about})"))
        if not found:
            return
        table = Table(row_styles=("", "dim"))
        for heading in ("Unit", "Dimension", "UCUM", "Prefixes", "Written"):
            table.add_column(heading, overflow="fold")
        for unit in found:
            table.add_row(*map(Text, (unit.name, unit.dimension, unit.ucum, unit.prefixes, ", ".join(unit.words))))
        console.print(table)
