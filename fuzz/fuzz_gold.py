"""Coverage-guided fuzzing of gold files: any TOML is read or refused by `GoldError`, and what is read can be compared.

python fuzz/fuzz_gold.py -max_total_time=600 -timeout=20 FOLDER
"""

import sys

import atheris

with atheris.instrument_imports(include=["factex"]):
    from factex import Extractor, GoldError
    from factex.evaluation.compare import compare_facts, compare_quantities
    from factex.evaluation.gold import parse

PIECES = (
    "[[case]]\n", 'id = "a"\n', 'id = "b"\n', "id = 5\n", 'text = "Sales rose 5% to 7."\n', 'text = "It costs $5."\n', "text = 7\n", 'text_file = "no"\n', "open = true\n", "open = 3\n", 'xfail = "why"\n', "[[case.fact]]\n", "[case.fact]\n",
    "fact = 5\n", "fact = [5]\n", 'kind = "change"\n', 'kind = "measurement"\n', "kind = 5\n", "kind = []\n", 'subject = "Sales"\n', 'subject = ["Sales", "null"]\n', "subject = 5\n", "subject = [5]\n", "subject = {}\n", 'amount = { text = "5%", value = 5 }\n',
    "amount = 5\n", "amount = { value = 1e999999999 }\n", 'quantity = { text = "$5", low = inf }\n', "quantity = { value = nan }\n", "[[case.quantity]]\n", 'text = "5%"\n', 'text = ["{5}%", "5%"]\n', "value = 5\n", 'value = "x"\n', "low = []\n", 'unit = "percent"\n',
    'left = "Sales"\n', "left = { quantity = { value = 5 } }\n", "left = 5\n", 'left = { subject = "Sales" }\n', "position = 3\n", 'when = "2030"\n', "when = { text = '2030' }\n", "negated = 5\n", "x = [[[[[[[[[[]]]]]]]]]]\n", "\x00", "{", "}", '"""', "case = 5\n", "case = [5]\n",
)  # fmt: skip
FACTS = {text: Extractor().extract(text) for text in ("Sales rose 5% to 7.", "It costs $5.")}


def one_input(data: bytes) -> None:
    """Raw text, or each byte a line of a gold file."""
    if not data:
        return
    source = data[1:].decode("utf-8", "replace") if data[0] % 2 else "".join(PIECES[b % len(PIECES)] for b in data[1:])
    try:
        cases = parse(source)
    except GoldError:
        return
    for case in cases:
        found = FACTS.get(case.text)
        if found is not None:
            compare_facts(case, found)
            if case.quantities is not None:
                compare_quantities(case, found.quantities)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
