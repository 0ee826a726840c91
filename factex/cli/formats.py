"""The formats in which facts are written, and which of them a file's name tells."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

from factex.cli.console import drawing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factex.facts import Facts

    # The facts of a document, and its name.
    Found = Iterable[tuple[Facts, str]]


class Format(StrEnum):
    """How facts are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    HTML = "html"
    JSONLD = "jsonld"


_SUFFIXES = {f".{name}": name for name in Format if name is not Format.TABLE} | {
    ".htm": Format.HTML,
    ".ndjson": Format.JSONL,
}
# A run of these can go on where it stopped: their documents stand one behind the other.
RESUMABLE = (Format.JSONL, Format.CSV, Format.PARQUET)


def of_name(path: Path | None) -> Format:
    """The format that the name of a file tells; a table where it tells none."""
    return Format.TABLE if path is None else _SUFFIXES.get(path.suffix.lower(), Format.TABLE)


def write(form: Format, found: Found, stream: BinaryIO) -> None:
    """Writes the facts of all documents.

    Raises:
        MissingExtraError: if the format needs a package that is not installed.
    """
    if form is Format.TABLE:
        _table(found, stream)
    elif form is Format.HTML:
        report(found, stream)
    else:
        from factex.exports.files import WRITERS  # noqa: PLC0415 - loads the records

        writer = WRITERS[form](stream)
        for facts, name in found:
            writer.write(facts, name)
            stream.flush()
        writer.close()
    stream.flush()


def report(found: Found, stream: BinaryIO, title: str | None = None) -> None:
    """Writes the page that shows the facts of all documents."""
    import io  # noqa: PLC0415 - only pages are text

    from factex.display.report import write_report  # noqa: PLC0415 - as above

    text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="\n", write_through=True)
    named: Iterator[tuple[str, Facts]] = ((name, facts) for facts, name in found)
    try:
        write_report(named, text, **({} if title is None else {"title": title}))
    finally:
        text.detach()


def _table(found: Found, stream: BinaryIO) -> None:
    """Tables for people; colours only on a terminal."""
    from factex.display.terminal import table  # noqa: PLC0415 - loads the records

    with drawing(stream) as shown:
        for facts, name in found:
            noun = "fact" if len(facts) == 1 else "facts"
            shown.print(table(facts, title=f"{name}: {len(facts)} {noun}"))
