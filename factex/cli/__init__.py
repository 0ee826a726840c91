"""The command line: a module a command, and what they share.

Exit codes: 0 all went well, 1 an input could not be read or a check failed, 2 the command was called wrongly, 130 it
was interrupted, 141 its reader went away.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import factex
from factex.cli.evaluate import evaluate
from factex.cli.explain import explain
from factex.cli.extract import extract
from factex.cli.import_gold import import_gold
from factex.cli.mcp import mcp
from factex.cli.outcome import INTERRUPTED
from factex.cli.report import report
from factex.cli.schema import schema
from factex.cli.units import units
from factex.cli.verify import verify

app = typer.Typer(
    name="factex",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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


for _command in (extract, report, verify, explain, units, schema, evaluate, import_gold, mcp):
    app.command()(_command)


def main() -> None:
    """Entry point of the `factex` command."""
    try:
        app()
    except KeyboardInterrupt:  # before or behind the work of a command
        sys.exit(INTERRUPTED)


__all__ = ["app", "main"]
