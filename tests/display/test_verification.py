"""A verification as HTML, of records built by hand."""

import re
from types import SimpleNamespace

import pytest

from factex.display.verification import verification_html


@pytest.fixture
def verification(weights):
    """Three checks: one backed, one ruled out, one left open; the source has the same facts."""
    claims, source = weights(3), weights(30, joint="\n\n")

    def check(number, verdict, evidence, more=()):
        return SimpleNamespace(
            fact=claims[number], verdict=verdict, evidence=evidence, more=more, source=None if evidence is None else 0,
            reason=f"because of {number}", match=None,
        )  # fmt: skip

    checks = (
        check(0, "supported", source[0], (source[5],)),
        check(1, "contradicted", source[0]),
        check(2, "unsupported", None),
    )
    return SimpleNamespace(text=claims.text, sources=(source.text,), checks=checks)


def test_claim_and_evidence_lead_to_each_other(verification):
    """The number at a claim is a link to the evidence, and the other way; a claim without evidence has no link."""
    page = verification_html(verification)
    links = dict(re.findall(r'<a href="#([^"]+)" id="([^"]+)" class="factex-number"', page))
    assert len(links) == 4
    assert all(links[there] == here for here, there in links.items())
    assert re.search(r'<span [^>]*class="factex-number"[^>]*>\?3</span>', page)


def test_verdicts_are_told_by_sign_and_word(verification):
    """A verdict is not told by colour alone."""
    page = verification_html(verification)
    for told in ("✓ 1 supported", "✕ 1 contradicted", "? 1 unsupported", "✓ supported", "because of 1"):
        assert told in page


def test_the_gravest_verdict_colours_shared_evidence(verification):
    """Evidence that backs one claim and rules out another is marked as ruling out."""
    page = verification_html(verification)
    assert re.search(r'<mark data-role="contradicted" data-level="0" data-facts="0 1">1 kg', page)
    assert re.search(r'<mark data-role="supported" data-level="0" data-facts="0">6 kg</mark>', page)


def test_long_sources_show_what_matters(verification, weights):
    """Of a long source only what stands near evidence is shown, and how much is left out is told."""
    long = weights(3000, joint="\n\n")
    verification.sources = (long.text,)
    page = verification_html(verification)
    source = page.partition('aria-label="Source"')[2].partition("<table")[0]
    told = re.sub("<[^>]+>", "", source)
    assert "Item 6 weighs" in told
    assert "Item 2900 weighs" not in told
    left = int(re.search(r"… ([\d,]+) characters left out …", told)[1].replace(",", ""))
    assert len(long.text) - 3000 < left < len(long.text)
    assert len(page) < 100_000


def test_hostile_texts_stay_text(hostile):
    """Text, source and reason are escaped."""
    check = SimpleNamespace(
        fact=hostile[0], verdict="supported", evidence=hostile[1], more=(), source=0, reason="<b>", match=None
    )
    page = verification_html(SimpleNamespace(text=hostile.text, sources=(hostile.text,), checks=(check,)))
    assert page.count("<script") == 1
    assert "<img" not in page
    assert "<b>" not in page


def test_many_checks_are_cut(verification):
    """Of many checks the first are shown, and the page says so."""
    assert "Shown: the first 2 of 3 checks." in verification_html(verification, limit=2)


def test_several_sources(verification):
    """Each source has its column, and evidence says of which source it is."""
    verification.sources = (*verification.sources, "Another one.")
    page = verification_html(verification)
    assert "Source 2" in page
    assert "source 1: measurement" in page


def test_no_checks():
    """A text without claims is shown."""
    page = verification_html(SimpleNamespace(text="Nothing.", sources=("Nothing.",), checks=()))
    assert "0 checks" in page
