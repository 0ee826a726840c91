"""`factex mcp`: a server for assistants."""

from __future__ import annotations

from factex.cli.outcome import command
from factex.errors import MissingExtraError


@command
def mcp() -> None:
    """Serve the tools `extract` and `verify` to an assistant: an MCP server on standard input and output."""
    try:
        from factex.integrations.mcp import main  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("mcp", "mcp", "factex mcp") from error
    main()
