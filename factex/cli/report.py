"""`factex report`: a page with the facts of many documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from factex.cli.extraction import Choice, Reading, Run, sources_of
from factex.cli.formats import Format
from factex.cli.options import (
    Encoding,
    Form,
    IdColumn,
    Inputs,
    Jobs,
    Kinds,
    MaxBytes,
    MinConfidence,
    Model,
    ReferenceDate,
    TextColumn,
    standard,
)
from factex.cli.outcome import Outcome, command


@command
def report(
    inputs: Inputs = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page; - for standard output.")
    ] = Path("report.html"),
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Title of the page.")] = None,
    kind: Kinds = None,
    min_confidence: MinConfidence = 0.0,
    reference_date: ReferenceDate = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    encoding: Encoding = None,
    source: Form = None,
    max_bytes: MaxBytes = None,
    model: Model = None,
    jobs: Jobs = 1,
) -> None:
    """Write one self-contained page with the facts of all documents, to search, filter and read in their places."""
    outcome = Outcome()
    run = Run(
        sources_of(inputs, standard(output)),
        outcome,
        Reading(text_column, id_column, encoding, source, max_bytes),
        Choice(tuple(map(str, kind or ())), min_confidence),
        model,
        jobs,
        reference_date.date() if reference_date else None,
    )
    path = standard(output)
    run.write(Format.HTML, path, title=title)
    if path is not None:
        outcome.show(f"{path} is written; open it in a browser")
    outcome.leave()
