"""The documentation: every public name is in it, its tables hold, and its site builds without a warning or a request."""

import functools
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import threading
from decimal import Decimal
from enum import EnumType
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import factex
from factex import records
from factex.lexicon.files import built_in

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
REFERENCE = (DOCS / "reference.md").read_text(encoding="utf-8")
UNITS = (DOCS / "units.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip().strip("`") for cell in line.strip("|").split("|")]
    for line in UNITS.splitlines()
    if line.startswith("| `")
]


@pytest.mark.parametrize("name", factex.__all__)
def test_every_public_name_is_in_the_reference(name):
    """What can be imported from factex is told in docs/reference.md."""
    assert f"::: factex.{name}\n" in REFERENCE


@pytest.mark.parametrize(
    "words", [*(kind for kind in vars(records).values() if isinstance(kind, EnumType)), factex.Verdict]
)
def test_every_choice_is_in_the_reference(words):
    """The words that a field can take are told, all of them, in their order."""
    assert f"{words.__name__}\n\nOne of {', '.join(f'`{word}`' for word in words)}.\n" in REFERENCE


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_units_are_read_as_the_page_says(row):
    """Each row of the tables of docs/units.md holds: value and name of the unit, and its kind and code where told."""
    text, value, *expected = row
    (quantity,) = factex.extract(f"It was {text}.").quantities
    unit = quantity.unit
    assert quantity.text == text
    assert quantity.value == Decimal(value)
    assert [unit.name, str(unit.kind), unit.ucum][: len(expected)] == expected


def test_all_sorts_of_units_have_an_example():
    """No kind of unit is missing in the tables."""
    assert {row[3] for row in ROWS if len(row) > 3} == set(records.UnitKind) - {"currency"}


class _Links(HTMLParser):
    """What a page loads by itself, and where its anchors are."""

    def __init__(self, page):
        super().__init__()
        self.loads, self.anchors = [], set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.anchors.add(given["id"])
        if tag in ("img", "script", "iframe", "source", "video") and given.get("src"):
            self.loads.append(given["src"])
        if tag == "link" and given.get("rel") not in ("canonical", "next", "prev"):
            self.loads.append(given.get("href") or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site, built as `make docs` builds it."""
    for name in ("mkdocs", "material", "mkdocstrings"):
        if importlib.util.find_spec(name) is None:
            pytest.skip(f"needs the extra docs: no {name}")
    folder = tmp_path_factory.mktemp("site")
    # Not --quiet: with it mkdocs counts no warning, and --strict lets all pass.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr
    return folder


def test_every_page_is_in_the_site(site):
    """Pages, notebooks, and the files of the project that are pages too."""
    pages = [
        path.relative_to(DOCS).with_suffix(".html") for path in DOCS.rglob("*") if path.suffix in (".md", ".ipynb")
    ]
    for page in (*pages, Path("contributing.html"), Path("changelog.html")):
        assert (site / page).is_file(), page


def test_reference_shows_every_name(site):
    """Each public name has its place on the page, to which a link can lead."""
    anchors = _Links(site / "reference.html").anchors
    names = {f"factex.{name}" for name in factex.__all__}
    assert names <= anchors | {anchor.replace("factex.errors.", "factex.") for anchor in anchors}


def test_units_page_shows_the_whole_lexicon(site):
    """The list of units is that of the lexicon."""
    page = (site / "units.html").read_text(encoding="utf-8")
    told = set(re.findall(r"<code>([^<]+)</code>", page))
    dimensions = [table for table in built_in("units").values() if "dimension" in table]
    assert len(dimensions) > 20
    for table in dimensions:
        assert table.keys() - {"dimension"} <= told


def test_pages_load_nothing_from_elsewhere(site):
    """No font, script, picture or style comes over a network."""
    for page in site.rglob("*.html"):
        assert not [target for target in _Links(page).loads if re.match(r"(?:https?:)?//", target)], page
    for style in site.rglob("*.css"):
        assert not re.findall(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", style.read_text(encoding="utf-8")), style


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def address(site):
    """Where a server of this test has the site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture(scope="module")
def browser():
    """A real browser without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium here (apt-get install chromium)")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=chromium, args=flags)
        yield running
        running.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_in_a_browser(browser, address, scheme):
    """Light and dark: no error on the console, no request to elsewhere, nothing serious for axe, no page too wide."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    faults = []
    page = browser.new_page(color_scheme=scheme)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else faults.append(request.url)
    )
    for name in ("index", "units", "kinds", "reference", "notebooks/own-domain"):
        page.goto(f"{address}/{name}.html")
        found = axe.Axe().run(page).response["violations"]
        faults += [(name, fault["id"]) for fault in found if fault["impact"] in ("serious", "critical")]
        page.set_viewport_size({"width": 390, "height": 844})
        if page.evaluate("document.documentElement.scrollWidth") > 390:
            faults.append((name, "too wide for a telephone"))
        page.set_viewport_size({"width": 1280, "height": 900})
    page.close()
    assert faults == []


def test_search_finds(browser, address):
    """The search works without a service elsewhere."""
    page = browser.new_page()
    page.goto(f"{address}/index.html")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("/")
    page.locator("input.md-search__input").press_sequentially("hogshead")
    # Results come as the word is typed, so the first to be shown may be of a part of it.
    page.locator('.md-search-result__item a[href*="customising.html"]').first.wait_for(timeout=30_000)
    page.close()
