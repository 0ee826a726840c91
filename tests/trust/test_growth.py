"""No regular expression and no stage runs away: worst cases grow about as fast as the text."""

import re
import time

import attacks
import pytest
import regex

import factex
from factex.sentences.splitter import MAX_LENGTH, split

PATTERNS = attacks.patterns(factex)
# Seconds that a pattern may take on its worst text of a sentence's length; the slowest takes a tenth of it.
SENTENCE_SECONDS = 0.25
# Seconds in which a small attack must be done: one that doubles with each repeat takes minutes.
SMALL_SECONDS = 0.25
# Patterns that meet whole texts, files or pages instead of single sentences.
WHOLE = re.compile(r"factex\.sentences\.splitter\._END|factex\.claims\.orders\.spotted|factex\.numerals\.limits\.")


def spent(pattern, text, budget):
    """Seconds for all matches in a text; the best of up to three tries."""
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        for _match in pattern.finditer(text):
            if time.process_time() - start > 5 * budget:
                break
        best = min(best, time.process_time() - start)
        if best <= budget:
            break
    return best


def longest(before, pump, after, length):
    """An attack of a length."""
    return before + pump * max(1, length // len(pump)) + after


def test_patterns_are_found():
    """The walk sees patterns of modules, of the lexicon, of both libraries, and those written where they are used."""
    wheres = {where for where, _ in PATTERNS}
    assert len(PATTERNS) > 90
    assert {"factex.sentences.splitter._END", "factex.lexicon.phrases._TOKEN", "factex.gate._hint"} <= wheres
    assert any(isinstance(pattern, regex.Pattern) for _, pattern in PATTERNS)
    assert any(":" in where for where in wheres)


def test_attacks_are_attacks():
    """The attacks find patterns that are known to run away."""
    for bad, seconds in ((r"(?:a+)+$", 0.05), (r"(?:[a-z]+\s?)+!", 0.05), (r"(?:\w+\.)*\w+@", 0.0)):
        pattern = re.compile(bad)
        assert (
            max(
                spent(pattern, before + pump * 22 + after, 0.0)
                for before, pump, after in attacks.attacks(pattern)
                if len(pump) < 3
            )
            > seconds
        )


@pytest.mark.parametrize(("where", "pattern"), PATTERNS, ids=[f"{where}-{n}" for n, (where, _) in enumerate(PATTERNS)])
def test_pattern(where, pattern):
    """Neither exponential on small attacks nor slow on any attack as long as a sentence can be."""
    tried = attacks.attacks(pattern)
    for before, pump, after in tried:
        assert spent(pattern, before + pump * 24 + after, SMALL_SECONDS) < SMALL_SECONDS, (before, pump)
    # Costs are looked up on a shorter text first; only the dearest attacks are made long.
    dear = sorted(tried, key=lambda attack: -spent(pattern, longest(*attack, 300), 1.0))[:6]
    for attack in dear:
        assert spent(pattern, longest(*attack, MAX_LENGTH), SENTENCE_SECONDS) < SENTENCE_SECONDS, attack
    if WHOLE.match(where):
        for attack in dear[:4]:
            short, long = (max(spent(pattern, longest(*attack, length), 0.0), 0.001) for length in (4_000, 32_000))
            assert long / short < 24, attack  # 8 is linear, 64 the square


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "…",
        "a. ",
        "A.",
        "\n",
        " ",
        "-",
        "5",
        "5 ",
        "1,00",
        "$",
        "(",
        "“",
        "’",
        "AA ",
        "first ",
        "and ",
        "§",
        "Aaa-",
        "1,",
        "&",
        "<",
        "1/",
        "e1",
        "x=",
        "\u2028",
        "Mr. ",
    ],
)
def test_stages_without_model(extractor, piece):
    """Eight times the text takes at most some twelve times as long, whatever is repeated."""
    seconds = []
    for length in (4_000, 32_000):
        text = (piece * length)[:length]
        tries = []
        for _ in range(2):
            start = time.process_time()
            list(split(text))
            extractor.quantities(text)
            tries.append(time.process_time() - start)
        seconds.append(min(tries))
    assert seconds[1] / max(seconds[0], 0.02) < 24, seconds
