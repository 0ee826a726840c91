"""Coverage-guided fuzzing of `extract`: no text raises or hangs, offsets are true, and the JSON is an exact inverse.

python fuzz/fuzz_extract.py -max_total_time=600 -timeout=20 FOLDER
"""

import sys

import atheris

with atheris.instrument_imports(include=["factex"]):
    from factex import Facts
    from factex.pipeline import default

from texts import check_spans, text_of


def one_input(data: bytes) -> None:
    """What holds for every text."""
    text = text_of(data)
    facts = default().extract(text)
    check_spans(facts.model_dump(), text)
    if Facts.model_validate_json(facts.model_dump_json()) != facts:
        raise AssertionError(f"JSON is no inverse: {text!r}")
    str(facts)


if __name__ == "__main__":
    default().extract("It costs $5.")
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
