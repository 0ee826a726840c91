"""The command line: `factex extract FILE…`, `factex evaluate GOLD…`.

Exit codes: 0 all went well, 1 an input could not be read, 2 the command was called wrongly.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

import factex
from factex.errors import FactexError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factex.facts import Facts

app = typer.Typer(
    name="factex", no_args_is_help=True, help="Typed numeric facts from English prose.", pretty_exceptions_enable=False
)

SUFFIXES = (".txt", ".md", ".text")


class Format(StrEnum):
    """How facts are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factex {factex.__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Typed numeric facts from English prose."""


class _Reader:
    """Reads the inputs one by one, and remembers whether one could not be read."""

    def __init__(self) -> None:
        self.failed = False

    def texts(self, inputs: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The texts with the names of their documents; what can't be read is reported on stderr and left out."""
        for name in inputs:
            for path in [name] if name == "-" else self._files(Path(name)):
                try:
                    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
                    yield data.decode("utf-8-sig"), str(path)
                except UnicodeDecodeError as error:
                    self._report(f"{path}: not UTF-8 at byte {error.start}; convert it first, as in `iconv -t utf-8`")
                except OSError as error:
                    self._report(f"{path}: {error.strerror or error}")

    def _files(self, path: Path) -> list[Path]:
        if not path.is_dir():
            return [path]
        files = sorted(file for file in path.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file())
        if not files:
            self._report(f"{path}: no {', '.join(SUFFIXES)} file in this folder")
        return files

    def _report(self, message: str) -> None:
        self.failed = True
        typer.echo(f"factex: {message}", err=True)


@app.command()
def extract(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE…|-]", help="Text files, folders of them, or - for standard input (the default)."),
    ] = None,
    output: Annotated[Format, typer.Option("--format", "-f", help="How to write the facts.")] = Format.TABLE,
    model: Annotated[str | None, typer.Option(help="Name or path of a spaCy model.")] = None,
    processes: Annotated[int, typer.Option("--processes", "-p", help="How many processes work; -1: one a core.")] = 1,
) -> None:
    """Print the facts of texts.

    json prints one object for one document and an array for several, jsonl a fact a line, csv a quantity a line.
    """
    reader = _Reader()
    extractor = factex.Extractor(model=model)
    try:
        watched = not sys.stdout.isatty()  # on a terminal the facts themselves show how far it is
        texts = reader.texts(inputs or ["-"])
        found = extractor.pipe(texts, as_tuples=True, n_process=processes, progress=watched)
        _WRITERS[output](found)
    except FactexError as error:
        typer.echo(f"factex: {error}", err=True)
        raise typer.Exit(1) from error
    raise typer.Exit(int(reader.failed))


@app.command()
def evaluate(
    inputs: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="Gold files (TOML), or folders of them.")],
    errors: Annotated[int, typer.Option(metavar="N", help="Show what is wrong in the first N cases.")] = 0,
    apart: Annotated[
        bool, typer.Option("--held-out", help="Tell the fifth of the cases that rules are not written from apart.")
    ] = False,
    model: Annotated[str | None, typer.Option(help="Name or path of a spaCy model.")] = None,
) -> None:
    """Hold the facts of gold texts against the gold: precision, recall and F1 a kind, and how often each slot is right.

    The format of gold files is told in corpus/README.md. Exit code 1 where a file can't be read or is no gold.
    """
    from factex.display import scores as display  # noqa: PLC0415 - only this command draws
    from factex.evaluation.gold import load  # noqa: PLC0415 - as above
    from factex.evaluation.scores import evaluate as score  # noqa: PLC0415 - as above

    extractor = factex.Extractor(model=model)
    console = Console()
    try:
        files = [file for path in inputs for file in (sorted(path.rglob("*.toml")) if path.is_dir() else [path])]
        cases = [case for file in files for case in load(file)]
        if not cases:
            raise factex.GoldError(f"{', '.join(map(str, inputs))}: no gold case there")
        groups = {"all cases": cases}
        if apart:
            groups = {name: [case for case in cases if case.held_out is held] for name, held in _GROUPS}
        for name, group in groups.items():
            scores = score(group, extractor.pipe(case.text for case in group))
            console.print(display.tables(scores, name))
            if errors:
                console.print(display.errors(scores, errors), soft_wrap=True)
    except (FactexError, OSError) as error:
        typer.echo(f"factex: {error}", err=True)
        raise typer.Exit(1) from error


_GROUPS = (("written from", False), ("held out", True))


def _table(found: Iterable[tuple[Facts, str]]) -> None:
    from factex.display.terminal import table  # noqa: PLC0415 - only this format draws

    console = Console()
    for facts, name in found:
        console.print(table(facts, title=f"{name}: {len(facts)} facts"))


def _json(found: Iterable[tuple[Facts, str]]) -> None:
    first: str | None = None
    several = False
    for facts, _ in found:
        if first is not None:
            typer.echo(f"{'' if several else '['}{first},")
            several = True
        first = facts.model_dump_json(indent=2)
    if first is not None:
        typer.echo(f"{first}{']' if several else ''}")


def _jsonl(found: Iterable[tuple[Facts, str]]) -> None:
    import json  # noqa: PLC0415 - as above

    for facts, name in found:
        for fact in facts:
            typer.echo(json.dumps({"document": name, **fact.model_dump(mode="json")}, ensure_ascii=False))


def _csv(found: Iterable[tuple[Facts, str]]) -> None:
    from factex.exports.rows import csv_lines, rows  # noqa: PLC0415 - as above

    table = (row for facts, name in found for row in rows(facts, name))
    for line in csv_lines(table):
        typer.echo(line)


_WRITERS = {Format.TABLE: _table, Format.JSON: _json, Format.JSONL: _jsonl, Format.CSV: _csv}


def main() -> None:
    """Entry point of the `factex` command."""
    app()
