"""Coverage-guided fuzzing of `extract`: no text raises or hangs, offsets are true, and the JSON is an exact inverse.

    python fuzz/fuzz_extract.py -max_total_time=600 -timeout=20 FOLDER
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factex"]):
    from factex import Facts
    from factex.pipeline import default

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from strategies import PIECES


def text_of(data: bytes) -> str:
    """Bytes as a text: raw UTF-8, or each byte or two a piece of a quantity."""
    if not data:
        return ""
    if data[0] % 4 == 0:
        return data[1:].decode("utf-8", "replace")
    if data[0] % 4 == 1:
        return data[1:].decode("utf-16-le", "surrogatepass") if len(data) % 2 else data[1:].decode("latin-1")
    gap = " " if data[0] % 4 == 2 else ""
    return gap.join(PIECES[byte % len(PIECES)] for byte in data[1:60])


def spans(node: object) -> "list[dict[str, object]]":
    """All spans of a dumped record."""
    found = []
    if isinstance(node, dict):
        if {"text", "start", "end"} <= node.keys() and isinstance(node["start"], int):
            found.append(node)
        node = list(node.values())
    if isinstance(node, (list, tuple)):
        for value in node:
            found += spans(value)
    return found


def one_input(data: bytes) -> None:
    """What holds for every text."""
    text = text_of(data)
    facts = default().extract(text)
    for span in spans(facts.model_dump()):
        if text[span["start"] : span["end"]] != span["text"]:
            raise AssertionError(f"wrong offset: {span!r} in {text!r}")
    if Facts.model_validate_json(facts.model_dump_json()) != facts:
        raise AssertionError(f"JSON is no inverse: {text!r}")
    default().quantities(text)


if __name__ == "__main__":
    default().extract("It costs $5.")
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
