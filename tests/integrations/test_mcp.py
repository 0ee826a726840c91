"""The MCP server: the official client speaks with it over the pipes of a real process."""

import asyncio
import json
import sys

import pytest

import factex

mcp = pytest.importorskip("mcp", reason="needs factex[mcp]")

PROFIT = "Net profit jumped 90% to $7.2 billion. The group employs 6,800 people."
COMMAND = [sys.executable, "-m", "factex.integrations.mcp"]


def _ask(*calls, command=COMMAND):
    """What the server answers to some calls, in one session."""

    async def session():
        server = mcp.StdioServerParameters(command=command[0], args=command[1:])
        async with mcp.Client(server, read_timeout_seconds=60) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(session())


def _told(answer):
    assert answer.is_error
    return answer.content[0].text


def test_tools_describe_themselves():
    """A client learns what the tools do, what each argument means, and that they change nothing."""

    async def session():
        server = mcp.StdioServerParameters(command=COMMAND[0], args=COMMAND[1:])
        async with mcp.Client(server, read_timeout_seconds=60) as client:
            return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in asyncio.run(session())}
    assert set(tools) == {"extract", "verify"}
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools.values())
    described = tools["extract"].input_schema["properties"]
    assert set(described) == {"text", "kinds", "min_confidence", "limit", "reference_date"}
    assert all(argument["description"] for argument in described.values())


def test_extract():
    """The answer has each fact in a line and in full, as plain JSON, exact."""
    (answer,) = _ask(("extract", {"text": PROFIT}))
    assert not answer.is_error
    content = answer.structured_content
    assert content["summary"] == [str(fact) for fact in factex.extract(PROFIT)]
    assert content["facts"][0]["end"]["value"] == "7200000000"
    assert content["left_out"] == 0
    assert factex.Facts(text=PROFIT, facts=content["facts"]).facts[0].kind == "change"
    assert json.loads(answer.content[0].text) == content


def test_choices():
    """Kinds, limit and date are kept to, and what is left out is counted."""
    kinds, limit, dated = _ask(
        ("extract", {"text": PROFIT, "kinds": ["measurement"]}),
        ("extract", {"text": PROFIT, "limit": 1}),
        ("extract", {"text": "Revenue rose 5% last year.", "reference_date": "2026-11-24"}),
    )
    assert [fact["kind"] for fact in kinds.structured_content["facts"]] == ["measurement"]
    assert (len(limit.structured_content["facts"]), limit.structured_content["left_out"]) == (1, 1)
    assert dated.structured_content["facts"][0]["when"]["value"] == "2025"


def test_faults_are_told_and_the_server_goes_on():
    """A wrong argument is an answer that says what is wrong; the next call is served."""
    kind, long, date, limit, none, well = _ask(
        ("extract", {"text": PROFIT, "kinds": ["chnage"]}),
        ("extract", {"text": "It costs $5. " * 20_000}),
        ("extract", {"text": PROFIT, "reference_date": "yesterday"}),
        ("extract", {"text": PROFIT, "limit": 0}),
        ("verify", {"text": PROFIT, "sources": []}),
        ("extract", {"text": PROFIT}),
    )
    assert "no kind of fact 'chnage'; there are measurement" in _told(kind)
    assert "260,000 characters are too many; send at most 200,000" in _told(long)
    assert "reference_date" in _told(date)
    assert "limit" in _told(limit)
    assert "at least one text" in _told(none)
    assert not well.is_error


def test_too_many_sources():
    """The number of sources has a limit, which is told."""
    (answer,) = _ask(("verify", {"text": PROFIT, "sources": ["It costs $5."] * 51}))
    assert "51 sources are too many; give at most 50" in _told(answer)


@pytest.mark.parametrize("text", ["", "\x00", "\u202e5% \u202c", "<script>alert(5)</script> costs $5.", "5" * 5000])
def test_any_text(text):
    """Odd texts are texts."""
    (answer,) = _ask(("extract", {"text": text}))
    assert not answer.is_error


def test_verify():
    """Verdicts come with evidence and reason; the command of the command line serves the same."""
    text = "The group employs 6,800 people. Net profit jumped 80%."
    calls = [("verify", {"text": text, "sources": ["Nothing is counted here.", PROFIT]})]
    (answer,) = _ask(*calls, command=[sys.executable, "-m", "factex", "mcp"])
    assert not answer.is_error
    checks = answer.structured_content["checks"]
    assert [check["verdict"] for check in checks] == ["supported", "contradicted"]
    assert all(check["reason"] and check["evidence"] for check in checks)
