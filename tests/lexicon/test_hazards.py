"""A user's lexicon cannot make the engine hang, raise later, or read a number for a word."""

import pytest
import regex

import factex
from factex import Extractor
from factex.lexicon.additions import extended
from factex.lexicon.hazards import runs_away
from factex.numerals.masks import patterns

MASK = "[[masks.mask]]\nreason = 'own'\npattern = '{}'\nexamples = ['{}']\n"


@pytest.mark.parametrize(("pattern", "example"), [("(a+)+$", "aaa"), ("(?:a|aa)+b", "aab"), ("(x+x+)+y", "xxy")])
def test_catastrophic_masks(pattern, example, tmp_path):
    """A pattern that would run for ever is refused at load, by file, entry and line."""
    path = tmp_path / "own.toml"
    path.write_text("# mine\n" + MASK.format(pattern, example), encoding="utf-8")
    with pytest.raises(factex.LexiconError, match=r"own\.toml: masks\.mask 'own' \(line 4\) takes too long on"):
        Extractor(lexicon=path)


def test_plain_masks(tmp_path):
    """A pattern of the usual sort is taken."""
    path = tmp_path / "own.toml"
    path.write_text(MASK.format(r"\bLot\s[0-9]+[a-z]?\b", "Lot 12b"), encoding="utf-8")
    assert Extractor(lexicon=path).quantities("Lot 12b had 5 vases.")[0].text == "5 vases"


def test_built_in_masks():
    """The built-in masks pass what is asked of a user's."""
    assert [entry.reason for entry in patterns() if runs_away(entry.pattern, ()) is not None] == []
    assert runs_away(regex.compile("(a+)+$"), []) is not None


@pytest.mark.parametrize(
    "tables",
    [
        {"numerals": {"ones": {"(a+)+": 5}}}, {"numerals": {"scales": {"zil|": 9}}}, {"times": {"months": {"(": 5}}}, {"masks": {"lists": {"unit_word": ["(a+)+"]}}},
        {"numerals": {"ones": {"": 5}}}, {"numerals": {"ones": {"  ": 5}}}, {"numerals": {"ones": {5: 5}}}, {"units": 5}, {"units": {"length": 5}}, {"units": {"length": {"smoot": {"names": [5]}}}},
        {"numerals": {"scales": {"gazillion": 999}}}, {"modifiers": {"about": {"before": [""]}}}, {"no_such": {}}, {"units": {"new": {"dimension": {"length": 1}, "x": [[1]]}}}, {"currencies": {"minor": {"cent": {"worth": "x", "code": "USD"}}}}, {"currencies": {"minor": {"zorkcent": {"code": "USD"}}}},
    ],
)  # fmt: skip
def test_words_that_are_none(tables):
    """Words that would become something else in a pattern, empty ones, wrong types: refused at load by place."""
    with pytest.raises(factex.LexiconError, match="lexicon: "):
        extended(tables)


@pytest.mark.parametrize(
    "source",
    [
        "a = " + "[" * 5000 + "]" * 5000,
        "a = 1\na = 2",
        "[units]\n[units]",
        "\x00",
        "[numerals.scales]\ngazillion = 1e999999999",
        "[numerals.scales]\nx = " + "9" * 5000,
    ],
)
def test_files_that_are_none(source, tmp_path):
    """Deep nesting, double keys, huge numbers and bytes that are no TOML are refused by file."""
    path = tmp_path / "own.toml"
    path.write_text(source, encoding="utf-8")
    with pytest.raises(factex.LexiconError, match=r"own\.toml: "):
        extended(path)


def test_bytes_that_are_no_text(tmp_path):
    """A file in another encoding is refused, not guessed."""
    path = tmp_path / "own.toml"
    path.write_bytes(b"[numerals.ones]\n\xff\xfe = 5")
    with pytest.raises(factex.LexiconError, match=r"own\.toml: "):
        extended(path)
