"""`factex extract`: the facts of documents."""

from __future__ import annotations

from typing import Annotated

import typer

from factex.cli import formats
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
    OutputFile,
    ReferenceDate,
    TextColumn,
)
from factex.cli.outcome import Outcome, UsageError, command


@command
def extract(
    inputs: Inputs = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format", "-f", show_default=False, help="How to write the facts.  \\[default: by --output, else table]"
        ),
    ] = None,
    output: OutputFile = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where an interrupted run to the same file stopped.")
    ] = False,
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
    """Print the facts of documents.

    json writes an object for one document and an array for several, jsonl and csv a line a fact, parquet a row a fact,
    html a page to search and filter, jsonld linked data.
    """
    if jobs == 0:
        raise UsageError("--jobs takes a positive number, or -1 for one a core")
    chosen = form or formats.of_name(output)
    outcome = Outcome()
    run = Run(
        sources_of(inputs, output),
        outcome,
        Reading(text_column, id_column, encoding, source, max_bytes),
        Choice(tuple(map(str, kind or ())), min_confidence),
        model,
        jobs,
        reference_date.date() if reference_date else None,
    )
    run.write(chosen, output, resume=resume)
    outcome.leave()
