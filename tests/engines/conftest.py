"""Texts that the engines are tried on, and a way to lose a worker."""

import functools
import os
import signal

import pytest

from factex import Extractor, Rule

TEXTS = [
    "China operates 227 supercomputers, compared to America's 109.",
    "It rained. Nobody counted.",
    None,
    "Sales rose 5% to $1.2 billion in 2024, the firm said.",
    "Nearly half of the 41 bats were juveniles. Seven of them were ringed.",
]


@pytest.fixture
def texts():
    """Texts with facts and without, and one that is null."""
    return [*TEXTS, "The mast is 40 metres tall."] * 5


@pytest.fixture
def expected(texts, extractor):
    """The facts of the texts, one by one, as (row, JSON) pairs, and the rows that are no text."""
    rows = [(i, f.model_dump_json()) for i, text in enumerate(texts) if text for f in extractor.extract(text)]
    return rows, [i for i, text in enumerate(texts) if text is None]


@pytest.fixture
def dying(tmp_path):
    """Makes an extractor with a rule that kills its process the first time that it is tried, on any worker."""
    marker = str(tmp_path / "killed")

    def kill(_sentence):
        try:
            os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return []
        os.kill(os.getpid(), signal.SIGKILL)
        return []

    return functools.partial(Extractor, rules=[Rule("trial.kill", kill, "Any text.")]), marker
