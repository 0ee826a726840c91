"""Coverage-guided fuzzing of users' lexicons: TOML is taken or refused by `LexiconError`; a taken one can be used.

python fuzz/fuzz_lexicon.py -max_total_time=600 -timeout=20 FOLDER
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factex"]):
    from factex import Extractor, LexiconError

PIECES = (
    "[units]\n", "[units.length]\n", "[units.length.smoot]\n", "[units.new]\n", "dimension = { length = 1 }\n", 'names = ["smoot"]\n', 'symbols = ["sm"]\n', 'ucum = "{smoot}"\n', 'prefixes = "si"\n', "prefixes = 5\n",
    "[numerals.ones]\n", "[numerals.scales]\n", "[numerals.scale_symbols]\n", "gazillion = 9\n", "gazillion = 99\n", "gazillion = 1e999999999\n", "q = { power = 3, glued = true }\n", "[numerals.phrases]\n", '"long dozen" = 13\n',
    "[modifiers.about]\n", 'before = ["ballpark"]\n', 'before = [""]\n', "before = [5]\n", 'before = ["   "]\n', "[currencies]\n", "[currencies.names]\n", 'zorkmid = "ZZZ"\n', '"" = "USD"\n', "[currencies.minor]\n",
    'cent = { worth = "0.01", code = "USD" }\n', 'cent = { worth = "x", code = "USD" }\n', "[[masks.mask]]\n", 'reason = "r"\n', "pattern = '(a+)+$'\n", "pattern = '['\n", "pattern = 'x[0-9]+'\n", 'examples = ["x1"]\n', "a = [[[[[[[[1]]]]]]]]\n",
    "[change.verbs]\n", 'increase = ["skyrocketed"]\n', "[ranges]\n", 'leads = ["say"]\n', "x = inf\n", "x = nan\n", "x = 2020-01-01\n", "[nouns]\n", "[nouns.singulars]\n", 'geese = "goose"\n', "# comment\n", "\x00", '"""', "{", "}", "=",
)  # fmt: skip


def one_input(data: bytes) -> None:
    """Raw text, or each byte a line of a lexicon."""
    if not data:
        return
    source = data[1:].decode("utf-8", "replace") if data[0] % 2 else "".join(PIECES[b % len(PIECES)] for b in data[1:])
    path = Path(tempfile.gettempdir()) / "fuzzed-lexicon.toml"
    path.write_text(source, encoding="utf-8")
    try:
        extractor = Extractor(lexicon=path)
    except LexiconError as error:
        if not str(error).startswith(str(path)):
            raise AssertionError(f"the message does not name the file: {error}") from error
        return
    extractor.quantities("About 5 smoot, two gazillion zorkmid and 12 x1 cost $5.")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
