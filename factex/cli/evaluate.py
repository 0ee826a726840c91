"""`factex evaluate`: facts held against gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import factex
from factex.cli.console import drawing
from factex.cli.options import Model
from factex.cli.outcome import command

_GROUPS = (("written from", False), ("held out", True))


@command
def evaluate(
    inputs: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="Gold files (TOML), or folders of them.")],
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Show what is wrong in the first N cases.")] = 0,
    apart: Annotated[
        bool, typer.Option("--held-out", help="Tell the fifth of the cases that rules are not written from apart.")
    ] = False,
    model: Model = None,
) -> None:
    """Hold the facts of gold texts against the gold: precision, recall and F1 a kind, and how often each slot is right.

    The format of gold files is told in corpus/README.md. Exit code 1 where a file can't be read or is no gold.
    """
    from factex.display import scores as display  # noqa: PLC0415 - loads the records
    from factex.evaluation.gold import load  # noqa: PLC0415 - as above
    from factex.evaluation.scores import evaluate as score  # noqa: PLC0415 - as above

    extractor = factex.Extractor(model=model)
    files = [file for path in inputs for file in (sorted(path.rglob("*.toml")) if path.is_dir() else [path])]
    cases = [case for file in files for case in load(file)]
    if not cases:
        raise factex.GoldError(f"{', '.join(map(str, inputs))}: no gold case there")
    groups = {"all cases": cases}
    if apart:
        groups = {name: [case for case in cases if case.held_out is held] for name, held in _GROUPS}
    with drawing() as console:
        for name, group in groups.items():
            scores = score(group, extractor.pipe(case.text for case in group))
            console.print(display.tables(scores, name))
            if errors:
                console.print(display.errors(scores, errors), soft_wrap=True)
