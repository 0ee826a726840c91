"""`factex verify`: the claims of a text held against its sources."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import factex
from factex.cli.console import drawing
from factex.cli.options import Encoding, Model, OutputFile, ReferenceDate
from factex.cli.outcome import Outcome, UsageError, command
from factex.cli.output import output
from factex.documents.document import Document
from factex.documents.reading import Reader
from factex.documents.sources import find

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

    from factex.verification.check import Check, Verification


class Form(StrEnum):
    """How checks are written."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"


class FailOn(StrEnum):
    """Which verdict makes the command fail."""

    CONTRADICTED = "contradicted"
    UNSUPPORTED = "unsupported"
    NEVER = "never"


_FAILING = {
    FailOn.CONTRADICTED: ("contradicted",),
    FailOn.UNSUPPORTED: ("contradicted", "unsupported"),
    FailOn.NEVER: (),
}
_STYLES = {"supported": "green", "contradicted": "bold red", "unsupported": "yellow"}
_SUFFIXES = {".json": Form.JSON, ".html": Form.HTML, ".htm": Form.HTML}


@command
def verify(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="File whose numbers are checked; - for standard input.")],
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE…", help="Files and folders that the numbers are held against.")
    ],
    form: Annotated[
        Form | None,
        typer.Option(
            "--format", "-f", show_default=False, help="How to write the checks.  \\[default: by --output, else table]"
        ),
    ] = None,
    to: OutputFile = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit code 1 where a claim is contradicted; or also unsupported; or never.")
    ] = FailOn.UNSUPPORTED,
    reference_date: ReferenceDate = None,
    encoding: Encoding = None,
    model: Model = None,
) -> None:
    """Check the numbers of a text against sources: supported, contradicted or unsupported, and why.

    Exit code 1 where a claim fails, or an input can't be read.
    """
    chosen = form or _SUFFIXES.get(to.suffix.lower() if to else "", Form.TABLE)
    outcome = Outcome()
    claims = _read([text], outcome, encoding)
    if len(claims) > 1:
        raise UsageError(f"{text} holds {len(claims)} documents; one is checked at a time")
    told = _read(sources, outcome, encoding)
    if not claims or not told:
        outcome.leave()
        return
    day = reference_date.date() if reference_date else None
    found = _verified(claims[0], told, model, day)
    with output(to) as stream:
        _write(found, told, chosen, stream)
    counts = found.counts
    if any(counts[verdict] for verdict in _FAILING[fail_on]):
        outcome.failed = True
    outcome.leave()


def _read(inputs: Sequence[str], outcome: Outcome, encoding: str | None) -> list[Document]:
    documents: list[Document] = []
    for found in Reader(list(find(inputs)), encoding=encoding):
        if isinstance(found, Document):
            documents.append(found)
            for warning in found.warnings:
                outcome.warn(f"{found.id}: {warning}")
        else:
            outcome.fail(found[1])
    return documents


def _verified(claim: Document, sources: Sequence[Document], model: str | None, day: object) -> Verification:
    from factex.verification.verify import verify as verified  # noqa: PLC0415 - loads the pipeline

    extractor = factex.Extractor(model=model)
    return verified(
        claim.text,
        [source.text for source in sources],
        extractor=extractor,
        reference_date=day,  # type: ignore[arg-type] # a day or None
    )


def _write(found: Verification, sources: Sequence[Document], form: Form, stream: BinaryIO) -> None:
    if form is Form.TABLE:
        _table(found, sources, stream)
    elif form is Form.JSON:
        stream.write(found.model_dump_json(indent=2).encode() + b"\n")
    else:
        from factex.display.verification import verification_html  # noqa: PLC0415 - as above

        page = verification_html(found)
        title = "factex verify"
        stream.write(
            f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>{title}</title>\n{page}\n</html>\n'.encode(
                errors="replace"
            )
        )
    stream.flush()


def _table(found: Verification, sources: Sequence[Document], stream: BinaryIO) -> None:
    from rich.table import Table  # noqa: PLC0415 - a tenth of a second
    from rich.text import Text  # noqa: PLC0415 - as above

    from factex.display.slots import about  # noqa: PLC0415 - loads the records
    from factex.display.slots import claim as said  # noqa: PLC0415 - as above

    table = Table(title_justify="left", title_style="bold", row_styles=("", "dim"))
    for heading in ("Verdict", "Claim", "Why", "Evidence"):
        table.add_column(heading, overflow="fold")
    for check in found:
        verdict = str(check.verdict)
        claim = f"{about(check.fact)}: {said(check.fact)}".removeprefix(": ")
        cells = (claim, check.reason, _evidence(check, sources))
        table.add_row(Text(verdict, style=_STYLES[verdict]), *map(Text, cells))
    told = ", ".join(f"{count} {verdict}" for verdict, count in found.counts.items() if count) or "no numeric claim"
    with drawing(stream) as console:
        if len(found):
            console.print(table)
        console.print(Text(told, style="bold"))


def _evidence(check: Check, sources: Sequence[Document]) -> str:
    if check.evidence is None:
        return ""
    quoted = f"“{check.evidence.sentence.text}”"
    return quoted if len(sources) == 1 or check.source is None else f"{Path(sources[check.source].id).name}: {quoted}"
