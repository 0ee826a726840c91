"""`factex schema`: the records as JSON Schema."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from factex.cli.options import OutputFile
from factex.cli.outcome import UsageError, command
from factex.cli.output import output

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


@command
def schema(
    record: Annotated[
        str | None,
        typer.Argument(metavar="[RECORD]", help="Facts, Measurement, Quantity, Verification, …  \\[default: all]"),
    ] = None,
    to: OutputFile = None,
) -> None:
    """Print the JSON Schema of the records, as `factex extract --format json` writes them."""
    from pydantic.json_schema import models_json_schema  # noqa: PLC0415 - loads pydantic

    from factex import records  # noqa: PLC0415 - as above
    from factex.facts import Facts  # noqa: PLC0415 - as above
    from factex.records.base import Record  # noqa: PLC0415 - as above
    from factex.verification.check import Check, Verification  # noqa: PLC0415 - as above

    own = [getattr(records, name) for name in records.__all__]
    models = [one for one in (Facts, *own, Verification, Check) if isinstance(one, type) and issubclass(one, Record)]
    known = {model.__name__: model for model in models if model is not records.Fact}
    if record is None:
        made = models_json_schema([(model, "serialization") for model in known.values()], title="factex")[1]
    else:
        named = {name.lower(): model for name, model in known.items()}.get(record.lower())
        if named is None:
            raise UsageError(f"no record {record!r}; there are {', '.join(known)}")
        made = named.model_json_schema(mode="serialization")
    with output(to) as stream:
        stream.write(json.dumps({"$schema": _DIALECT} | made, indent=2, ensure_ascii=False).encode() + b"\n")
