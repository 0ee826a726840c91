"""`factex import-gold`: facts that people have corrected, as gold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factex.cli.options import OutputFile
from factex.cli.outcome import Outcome, command
from factex.cli.output import output
from factex.documents.document import DocumentError
from factex.documents.encoding import decode
from factex.errors import GoldError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@command
def import_gold(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…",
            help="Exports of Label Studio (.json); files of brat (.ann, beside their .txt), or folders of them.",
        ),
    ],
    to: OutputFile = None,
) -> None:
    """Turn corrected annotations of Label Studio or brat into a gold file, as `factex evaluate` reads it."""
    outcome = Outcome()
    cases = []
    for path in _files(inputs, outcome):
        try:
            cases.append(_gold(path))
        except GoldError as error:
            outcome.fail(f"{path}: {error}")
        except DocumentError as error:
            outcome.fail(error)
        except OSError as error:
            outcome.fail(f"{error.filename or path}: {error.strerror or error}")
    if cases:
        with output(to) as stream:
            stream.write("\n".join(cases).encode())
    outcome.leave()


def _files(inputs: Sequence[Path], outcome: Outcome) -> Iterator[Path]:
    for path in inputs:
        if not path.is_dir():
            yield path
            continue
        found = sorted(path.rglob("*.ann"))
        yield from found
        if not found:
            outcome.fail(f"{path}: no .ann file in this folder; name exports of Label Studio one by one")


def _gold(path: Path) -> str:
    from factex.evaluation.imports import from_brat, from_label_studio  # noqa: PLC0415 - loads the records

    if path.suffix.lower() != ".ann":
        return from_label_studio(_text(path))
    return from_brat(_text(path.with_suffix(".txt")), _text(path), path.stem)


def _text(path: Path) -> str:
    return decode(path.read_bytes(), str(path))[0]
