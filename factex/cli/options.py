"""Options that several commands have."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Kind(StrEnum):
    """Kinds of facts, as `--kind` takes them."""

    MEASUREMENT = "measurement"
    COMPARISON = "comparison"
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"


class Source(StrEnum):
    """Formats of documents, as `--from` takes them."""

    TEXT = "text"
    HTML = "html"
    MHTML = "mhtml"
    PDF = "pdf"
    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def standard(path: Path | None) -> Path | None:
    """The file to write to; None, which is standard output, for `-`."""
    return None if path == Path("-") else path


_READING = "Reading"
_CHOOSING = "Choosing"

Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE…|-]",
        show_default=False,
        help="Files, folders, patterns, or - for standard input (the default). Text, Markdown, HTML, PDF; CSV, JSON "
        "Lines and Parquet, a document a row; all packed by gzip or not.",
    ),
]
TextColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Column of tables that holds the text.  \\[default: text, or the only one]",
        rich_help_panel=_READING,
    ),
]
IdColumn = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Column of tables that names the document.  \\[default: file:row]",
        rich_help_panel=_READING,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Encoding of all texts.  \\[default: found out]", rich_help_panel=_READING),
]
Form = Annotated[
    Source | None,
    typer.Option("--from", help="Format of all inputs.  \\[default: by their names]", rich_help_panel=_READING),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, help="Largest document that is read.  \\[default: 100000000]", rich_help_panel=_READING
    ),
]
Kinds = Annotated[
    list[Kind] | None,
    typer.Option(
        "--kind", "-k", help="Keep facts of this kind; may be given several times.", rich_help_panel=_CHOOSING
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(metavar="0–1", min=0, max=1, help="Keep facts that are this sure.", rich_help_panel=_CHOOSING),
]
ReferenceDate = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="Day of the texts, against which times like “last year” are told.",
    ),
]
Model = Annotated[str | None, typer.Option(metavar="NAME", help="Name or path of a spaCy model.")]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", min=-1, help="How many processes work; -1: one a core.")
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        show_default=False,
        callback=standard,
        help="Write to a file, when all is done; - for standard output.",
    ),
]
