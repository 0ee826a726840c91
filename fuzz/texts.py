"""How the fuzzers make texts of bytes, and what they check of every record."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from strategies import PIECES


def text_of(data: bytes) -> str:
    """Bytes as a text: raw UTF-8, UTF-16 with lone surrogates, Latin-1, or each byte a piece of a quantity."""
    if not data:
        return ""
    kind, rest = data[0] % 4, data[1:]
    if kind == 0:
        return rest.decode("utf-8", "replace")
    if kind == 1:
        return rest.decode("latin-1") if len(rest) % 2 else rest.decode("utf-16-le", "surrogatepass")
    return (" " if kind == 2 else "").join(PIECES[byte % len(PIECES)] for byte in rest[:60])


def check_spans(node: object, text: str) -> None:
    """Whether every span of a dumped record slices the text."""
    if isinstance(node, dict):
        spanned = {"text", "start", "end"} <= node.keys() and isinstance(node["start"], int)
        if spanned and text[node["start"] : node["end"]] != node["text"]:
            raise AssertionError(f"wrong offset: {node!r} in {text!r}")
        node = list(node.values())
    if isinstance(node, (list, tuple)):
        for value in node:
            check_spans(value, text)
