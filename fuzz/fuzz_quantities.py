"""Coverage-guided fuzzing of quantities on characters: no text raises, offsets are true, no interval is empty.

python fuzz/fuzz_quantities.py -max_total_time=600 -timeout=20 FOLDER
"""

import sys

import atheris

with atheris.instrument_imports(include=["factex"]):
    from factex.pipeline import default

from texts import check_spans, text_of


def one_input(data: bytes) -> None:
    """What holds for every text."""
    text = text_of(data)
    for quantity in default().quantities(text):
        check_spans(quantity.model_dump(), text)
        ends = quantity.low, quantity.high
        if None not in ends and ends[0] > ends[1]:
            raise AssertionError(f"the interval of {quantity!r} is empty in {text!r}")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
