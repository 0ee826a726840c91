"""No mask is catastrophic on the worst texts that we know."""

import pytest

from factex.numerals.masks import patterns
from factex.sentences.splitter import MAX_LENGTH

PIECES = [
    "1", "1 ", "1-", "1,", "A1 ", "one ", "won a ", "(1", "1/", "Aa 1 ", "a.", "$", "1e", "12:", "2019 ", "@a", "www.",
    "x1-", "(A, ", "1x", "-1", "’9", "The Aa ", "0 ",
]  # fmt: skip


@pytest.mark.parametrize("pattern", [entry.pattern for entry in patterns()], ids=[entry.reason for entry in patterns()])
def test_longest_sentence_is_read(pattern):
    """On the longest sentence there can be a mask ends by itself; a catastrophic one is stopped, which raises."""
    for piece in PIECES:
        text = (piece * MAX_LENGTH)[:MAX_LENGTH]
        list(pattern.finditer(text, timeout=2))
