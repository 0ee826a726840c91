"""Colours: contrast, and the same ones in displaCy."""

import tomllib

import pytest
from spacy import displacy
from spacy.tokens import Doc, SpanGroup
from spacy.vocab import Vocab

from factex.display import displacy_options
from factex.display.palette import asset, kinds

PALETTE = tomllib.loads(asset("palette.toml"))
INK = {"light": "#1c2024", "dark": "#e8eaed"}
PAGE = {"light": "#ffffff", "dark": "#16181c"}
RAISED = {"light": "#f6f7f9", "dark": "#1f2227"}


def luminance(colour):
    """Relative luminance, as WCAG 2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Contrast ratio, as WCAG 2 defines it."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", [*PALETTE["kinds"], *PALETTE["verdicts"]])
def test_text_reads_well_on_its_ground(role, theme):
    """Marked text meets WCAG AAA on its ground (7:1), in both themes."""
    looks = PALETTE["kinds"] | PALETTE["verdicts"]
    assert contrast(looks[role][theme], INK[theme]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", PALETTE["slots"])
def test_lines_stand_out(role, theme):
    """The line of a slot meets the 3:1 of graphics on both grounds of the page."""
    assert min(contrast(PALETTE["slots"][role][theme], ground[theme]) for ground in (PAGE, RAISED)) >= 3


def test_the_page_has_these_colours():
    """Ink and page are what the contrasts were measured with."""
    for name, colours in (("ink", INK), ("page", PAGE), ("raised", RAISED)):
        assert f"--{name}: light-dark({colours['light']}, {colours['dark']});" in asset("base.css")


def test_displacy_shows_our_colours():
    """`displacy.render(doc, style="span")` paints each kind as the notebook does."""
    doc = Doc(Vocab(), words=["5", "kg", "of", "10"])
    spans = [doc.char_span(0, 4, label="measurement"), doc.char_span(8, 10, label="quantity")]
    doc.spans["factex"] = SpanGroup(doc, name="factex", spans=spans)
    shown = displacy.render(doc, style="span", options=displacy_options(), jupyter=False)
    assert PALETTE["kinds"]["measurement"]["light"] in shown
    assert PALETTE["kinds"]["quantity"]["light"] in shown
    assert set(displacy_options()["colors"]) == set(kinds())


def test_displacy_reads_the_components_key():
    """Another key of `doc.spans` is passed on."""
    assert displacy_options("numbers")["spans_key"] == "numbers"
