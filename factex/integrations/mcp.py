"""An MCP server with the tools `extract` and `verify`, so that assistants can ask for facts; needs `factex[mcp]`.

It speaks over standard input and output, reads no file, opens no connection and runs nothing that it is sent.
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - the server reads annotations when it describes its tools
from typing import Annotated, Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import BaseModel, Field

import factex
from factex.errors import FactexError
from factex.exports.selection import Selection

# Some hundred pages: longer texts would keep an assistant waiting for minutes, and it could not read the answer.
MOST_CHARACTERS = 200_000
MOST_SOURCES = 50
MOST_FACTS = 200

_READS_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


class Extraction(BaseModel):
    """What the tool `extract` answers.

    Attributes:
        summary: Each fact in one line.
        facts: The facts, in full.
        left_out: How many more facts the text has beyond the limit.
    """

    summary: list[str]
    facts: list[dict[str, Any]]
    left_out: int = 0


def extract(
    text: Annotated[str, Field(description=f"English prose, at most {MOST_CHARACTERS} characters.")],
    kinds: Annotated[
        list[str] | None,
        Field(description="Kinds to keep: measurement, comparison, change, share, rank. Default: all."),
    ] = None,
    min_confidence: Annotated[float, Field(description="How sure a fact has to be, from 0 to 1.")] = 0.0,
    limit: Annotated[int, Field(description="Most facts to give back.", ge=1, le=MOST_FACTS)] = 50,
    reference_date: Annotated[
        date | None, Field(description="The day the text was written, YYYY-MM-DD, to place times like 'last year'.")
    ] = None,
) -> Extraction:
    """Finds the numeric facts of a text: value, interval, unit, subject, change, comparison, share, rank, time.

    Offsets (start, end) count characters of the text. Numbers are exact, written as strings.
    """
    _measure(text)
    try:
        selection = Selection(tuple(kinds or ()), min_confidence)
        kept = selection.of(factex.extract(text, reference_date=reference_date))
    except FactexError as error:
        raise ToolError(str(error)) from error
    shown = kept[:limit]
    return Extraction(
        summary=[str(fact) for fact in shown],
        facts=[fact.model_dump(mode="json", exclude_none=True) for fact in shown],
        left_out=len(kept) - len(shown),
    )


def verify(
    text: Annotated[str, Field(description="The English text whose numbers are checked.")],
    sources: Annotated[list[str], Field(description="The texts that its numbers are checked against.")],
) -> dict[str, Any]:
    """Checks the numbers of a text against sources: supported, contradicted or unsupported, each with its evidence.

    Text and sources together have at most 200,000 characters.
    """
    if not sources:
        raise ToolError("no sources: give at least one text to check against")
    if len(sources) > MOST_SOURCES:
        raise ToolError(f"{len(sources)} sources are too many; give at most {MOST_SOURCES}")
    _measure(text, *sources)
    try:
        result: dict[str, Any] = factex.verify(text, sources).model_dump(mode="json")
    except FactexError as error:
        raise ToolError(str(error)) from error
    return result


def _measure(*texts: str) -> None:
    """Refuses texts that are too long together."""
    length = sum(map(len, texts))
    if length > MOST_CHARACTERS:
        raise ToolError(f"{length:,} characters are too many; send at most {MOST_CHARACTERS:,}, in several calls")


def server() -> MCPServer[Any]:
    """The server with its tools; `main` runs it."""
    made: MCPServer[Any] = MCPServer(
        "factex",
        version=factex.__version__,
        instructions="Finds the numeric facts of English texts, and checks the numbers of one text against others.",
        log_level="WARNING",
    )
    for tool in (extract, verify):
        made.add_tool(tool, annotations=_READS_ONLY)
    return made


def main() -> None:
    """Serves over standard input and output until the client leaves; `factex mcp` runs this."""
    server().run("stdio")


if __name__ == "__main__":
    main()
