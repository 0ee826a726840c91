"""What people see and do: the pages in headless Chromium, with keyboard, pointer, themes and axe-core.

Needs Debian's `chromium` and the extra `dev` with playwright; without them these tests skip and say why.
"""

import shutil
from importlib.resources import files
from types import SimpleNamespace

import pytest

from factex.display.html import facts_html
from factex.display.report import write_report
from factex.display.verification import verification_html
from factex.facts import Facts

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed (pip install playwright)")
expect = playwright.expect
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (apt-get install chromium)")

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SHELL = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Notebook</title></head>'


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def faults():
    """What went wrong in the pages of a test: messages of the console, errors, dialogs, requests to elsewhere."""
    return []


@pytest.fixture
def visit(browser, tmp_path, faults):
    """Opens HTML from a file; at the end no error was told, nothing was executed and nothing was asked from elsewhere."""
    pages = []

    def open_page(html, width=1440, height=900, **options):
        path = tmp_path / f"page{len(pages)}.html"
        path.write_text(html, encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": height}, **options)
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith((path.as_uri(), "data:")) else faults.append(f"request: {request.url}")
            ),
        )
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield open_page
    titles = [page.title() for page in pages]
    for page in pages:
        page.close()
    assert not faults
    assert "owned" not in titles


@pytest.fixture
def notebook(visit):
    """Opens outputs as a notebook shows them, one below the other."""

    def open_outputs(*outputs, body="", **options):
        return visit(f"{SHELL}<body {body}><main>{''.join(outputs)}</main></body></html>", **options)

    return open_outputs


@pytest.fixture
def report(visit, tmp_path):
    """Opens the report of some documents."""

    def open_report(documents, title="A report", **options):
        path = tmp_path / "report.html"
        with path.open("w", encoding="utf-8") as stream:
            write_report(documents, stream, title=title)
        return visit(path.read_text(encoding="utf-8"), **options)

    return open_report


def axe(page):
    """The serious and critical findings of axe-core."""
    source = files(pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed"))
    page.evaluate((source / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then((result) => result.violations)")
    return [
        (finding["id"], [node["html"][:160] for node in finding["nodes"][:3]])
        for finding in found
        if finding["impact"] in {"serious", "critical"}
    ]


def column(page, number):
    """The texts of a column of the table."""
    return page.locator(f"tbody tr > :nth-child({number})").all_inner_texts()


def overflows(page):
    """Whether the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def colour_of(page, selector, name="background-color"):
    """A computed colour."""
    return page.locator(selector).first.evaluate(f"(element) => getComputedStyle(element)['{name}']")


# ---- notebook


def test_notebook_shows_the_record_on_hover(notebook, article):
    """Over a mark, a card tells the record; it stays while the pointer is on it, and goes with Escape."""
    page = notebook(facts_html(article))
    card = page.locator(".factex-card")
    assert not card.is_visible()
    page.hover("mark[data-role=share]")
    assert "nearly half" in page.locator("mark.is-active").all_inner_texts()
    assert "fraction" in card.inner_text()
    card.hover()
    page.wait_for_timeout(300)
    assert card.is_visible()
    page.keyboard.press("Escape")
    page.mouse.move(1, 1)
    page.hover("mark[data-role=subject]")
    assert "subject" in card.inner_text()
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_notebook_shows_the_record_on_focus(notebook, article):
    """Tab leads from mark to mark, each with its record; the record is what a screen reader hears."""
    page = notebook(facts_html(article))
    page.keyboard.press("Tab")
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.textContent"))
        assert page.locator(".factex-card").is_visible()
        told = page.evaluate(
            "document.getElementById(document.activeElement.getAttribute('aria-describedby').split(' ')[0]).textContent"
        )
        assert "modality" in told
    assert seen[:3] == ["over 1.3 billion", "more than 176 million cameras", "227 supercomputers"]


def test_notebook_table_sorts(notebook, weights):
    """A heading's button sorts by number, up and then down, and says so; Enter does what a click does."""
    page = notebook(facts_html(weights(12)))
    claim = page.get_by_role("button", name="Claim")
    claim.click()
    claim.click()
    assert column(page, 4)[0] == "weigh 12 kilogram"
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Claim")
    page.get_by_role("button", name="No.").focus()
    page.keyboard.press("Enter")
    assert column(page, 1) == [str(number) for number in range(1, 13)]
    assert page.locator("th[aria-sort]").count() == 1


def test_notebook_row_leads_to_its_mark(notebook, article):
    """A row's number moves focus to its place in the text."""
    page = notebook(facts_html(article))
    page.locator("tbody tr", has_text="CoreLogic").locator("a").click()
    assert page.evaluate("document.activeElement.textContent") == "15-20%"


def test_two_outputs_do_not_meddle(notebook, article, weights):
    """Each output has its own cards, links and table."""
    page = notebook(facts_html(article), facts_html(weights(3)))
    page.locator("section").nth(1).get_by_role("button", name="Claim").click()
    assert page.locator("section").nth(0).locator("th[aria-sort]").count() == 0
    page.locator("section").nth(1).locator("mark[tabindex]").first.hover()
    assert page.locator(".factex-card:visible").count() == 1
    assert page.locator("section").nth(0).locator(".is-active").count() == 0


def test_notebook_reads_without_scripts(browser, tmp_path, article):
    """Without scripts the text and the table are there, and no button that does nothing."""
    path = tmp_path / "page.html"
    path.write_text(f"{SHELL}<main>{facts_html(article)}</main>", encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator("tbody tr").count() == len(article)
    assert page.locator("button").count() == 0
    page.locator("tbody a").first.click()
    assert page.url.rpartition("-")[2] == "mark0"
    context.close()


@pytest.mark.parametrize(
    ("scheme", "body", "dark"),
    [
        ("light", "", False),
        ("dark", "", True),
        ("dark", 'data-jp-theme-light="true"', False),
        ("light", 'data-jp-theme-light="false"', True),
        ("light", 'class="vscode-dark"', True),
        ("dark", 'class="vscode-light"', False),
    ],
)
def test_notebook_follows_the_theme(notebook, article, scheme, body, dark):
    """The theme of Jupyter or VS Code decides, else that of the system; no theme has findings of axe-core."""
    page = notebook(facts_html(article), body=body, color_scheme=scheme)
    assert colour_of(page, ".factex") == ("rgb(22, 24, 28)" if dark else "rgb(255, 255, 255)")
    assert axe(page) == []


def test_notebook_prints_light_and_whole(notebook, article):
    """On paper the page is light, and the text has no inner scroll bar."""
    page = notebook(facts_html(article), color_scheme="dark", height=300)
    page.emulate_media(media="print")
    assert colour_of(page, ".factex") == "rgb(255, 255, 255)"
    assert colour_of(page, ".factex-text", "max-height") == "none"


def test_notebook_at_narrow_width(notebook, article):
    """In a narrow cell nothing is lost at the side: rows become cards, and stay rows of a table to a screen reader."""
    page = notebook(facts_html(article), width=400)
    assert not overflows(page)
    assert page.locator(".factex-scroll").evaluate("(element) => element.scrollWidth <= element.clientWidth")
    assert page.get_by_role("row").count() == len(article) + 1
    assert axe(page) == []
    page.hover("mark[data-role=change]")
    box = page.locator(".factex-card").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 400


def test_hostile_document_in_a_notebook(notebook, hostile):
    """A hostile document executes nothing, in the text, the table or a card (checked when the page closes)."""
    page = notebook(facts_html(hostile))
    for mark in page.locator("mark[data-facts]").all():
        page.mouse.move(0, 0)
        mark.hover()
        assert page.locator(".factex-card dd", has_text="<script>").count()
        page.keyboard.press("Escape")
    assert page.locator("section img, section style").count() == 1
    assert page.locator("tbody tr").count() == 6
    assert axe(page) == []


# ---- report


def test_report_lists_documents_and_filters(report, article, weights):
    """Documents, kinds, units, subjects, confidence and search narrow the table; one button clears all."""
    page = report([("article.txt", article), ("weights.txt", weights(20))])
    rows, status = page.locator("tbody tr"), page.locator("#status")
    total = len(article) + 20
    assert f"{total} of {total} facts" in status.inner_text()

    page.get_by_role("button", name="weights.txt").click()
    assert rows.count() == 20
    assert page.locator("#text").inner_text().startswith("Item 1 weighs")
    page.get_by_label("Confidence at least").fill("0.5")
    expect(page.locator("tbody tr")).to_have_count(12)
    page.get_by_label("Search").fill("item 19")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.get_by_label("Search").fill("nothing of this kind")
    expect(status).to_have_text("No fact matches; clear a filter")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("tbody tr")).to_have_count(20)

    page.get_by_role("button", name="All documents").click()
    page.get_by_label("Unit", exact=True).select_option("=percent")
    expect(status).to_contain_text("5 of")
    assert all("percent" in claim for claim in page.locator("td.claim").all_inner_texts())
    page.get_by_role("button", name="Clear filters").click()
    page.get_by_label("Subject").fill("china")
    expect(status).not_to_contain_text(f"{total} of")
    assert all("China" in about for about in page.locator("td.about").all_inner_texts())
    page.get_by_role("button", name="Clear filters").click()
    for kind in ("measurement", "comparison", "change", "share"):
        page.get_by_role("checkbox", name=kind).uncheck()
    expect(page.locator("tbody tr")).to_have_count(1)
    assert "third" not in rows.first.inner_text()
    assert "no. 3" in rows.first.inner_text()


def test_report_sorts(report, weights):
    """Headings sort by number or name, and say which way."""
    page = report([("weights.txt", weights(30))])
    claim = page.get_by_role("button", name="Claim")
    claim.click()
    claim.click()
    assert page.locator("td.claim").first.inner_text() == "weigh 30 kilogram"
    assert page.locator("th[aria-sort]").inner_text().startswith("Claim")
    page.get_by_role("button", name="Confidence").click()
    assert page.locator("td.confidence").first.inner_text() == "10%"


def test_report_row_leads_to_its_place(report, article, weights):
    """A row opens its document, at its mark, with the record beside it; an address with a fact does the same."""
    page = report([("weights.txt", weights(500)), ("article.txt", article)])
    page.get_by_label("Search").fill("corelogic")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("tbody a").click()
    assert page.evaluate("document.activeElement.textContent") == "15-20%"
    assert page.locator("#reader-heading").inner_text() == "article.txt"
    card = page.locator(".factex-card")
    assert "CoreLogic" in card.inner_text()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == card.get_attribute("id")
    page.evaluate("location.hash = '#fact-0-450'")
    expect(page.locator("mark:focus")).to_have_text("451 kg")
    assert page.evaluate("document.activeElement.getBoundingClientRect().top < innerHeight")
    page.go_back()
    expect(page.locator("mark:focus")).to_have_text("15-20%")


def test_report_charts_values(report, article):
    """A unit with five values or more has a chart, whose dots lead to their facts (`15-20% to 50%`); one with fewer has none."""
    page = report([("article.txt", article)])
    figure = page.locator("figure")
    assert figure.count() == 1
    assert figure.locator("bdi").inner_text() == "percent"
    assert "median" in figure.locator("svg").get_attribute("aria-label")
    figure.locator("circle").last.click()
    assert page.evaluate("document.activeElement.textContent") == "15-20%"
    page.get_by_label("Search").fill("corelogic")
    expect(figure).to_have_count(0)
    assert not page.get_by_role("heading", name="Values by unit").is_visible()


def test_report_of_ten_thousand_facts(report, weights):
    """Ten thousand facts are paged; typing a search and turning a page take well under a second."""
    page = report([("weights.txt", weights(10_000))])
    assert page.locator("tbody tr").count() == 100
    assert page.locator("#page").inner_text() == "Page 1 of 100"
    page.get_by_role("button", name="Next").click()
    assert page.locator("tbody th").first.inner_text() == "101"
    spent = page.evaluate(
        """() => new Promise((done) => {
          const start = performance.now();
          const search = document.querySelector("#search");
          search.value = "9999";
          search.dispatchEvent(new Event("input", { bubbles: true }));
          new MutationObserver(() => done(performance.now() - start))
            .observe(document.querySelector("tbody"), { childList: true });
        })"""
    )
    assert page.locator("tbody tr").count() == 1
    assert spent < 3000


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 720, 1280, 1440])
def test_report_is_accessible(report, article, weights, scheme, width):
    """In both themes, at each width, axe-core finds nothing serious, and nothing is lost at the side.

    A window of 720 pixels is one of 1440 at a zoom of 200 %.
    """
    page = report([("article.txt", article), ("weights.txt", weights(30))], width=width, color_scheme=scheme)
    assert colour_of(page, "body") == ("rgb(22, 24, 28)" if scheme == "dark" else "rgb(255, 255, 255)")
    assert axe(page) == []
    assert not overflows(page)
    table = page.locator(".scroll")
    assert table.evaluate("(element) => element.scrollWidth <= element.clientWidth")
    page.locator("tbody a").first.click()
    assert page.locator(".factex-card").is_visible()
    assert axe(page) == []


def test_report_keeps_the_table_in_place(report, article, weights):
    """Where the text stands beside the table, opening a fact moves the text alone."""
    page = report([("article.txt", article), ("weights.txt", weights(500))], width=1600)
    page.get_by_role("button", name="weights.txt").click()
    row = page.locator("tbody tr").nth(60)
    row.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    row.click()
    expect(page.locator("mark:focus")).to_have_text("61 kg")
    assert page.evaluate("scrollY") == before


def test_report_works_by_keyboard(report, article):
    """The first Tab leads past the filters; from the table, Enter leads to the text."""
    page = report([("article.txt", article)])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the facts"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "facts"
    page.locator("tbody a").nth(2).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MARK"


def test_hostile_document_in_a_report(report, hostile, attack):
    """A hostile document executes nothing, whether as text, name, title, unit or subject."""
    page = report([(attack, hostile)], title=attack)
    page.locator("tbody a").first.click()
    assert page.locator("img").count() == 0
    assert page.locator("h1").inner_text().startswith("<script>")
    assert page.locator("tbody tr").count() == 6
    page.evaluate("document.title = 'checked'")
    assert axe(page) == []


def test_a_policy_stops_what_is_injected(report, article, faults):
    """Even an element that got in would not run: the policy of the page allows its own script alone."""
    page = report([("a", article)])
    blocked = page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "document.title = 'injected'";
          document.body.append(script);
        })"""
    )
    assert blocked.startswith("script-src")
    assert page.title() == "A report"
    assert len(faults) == 1
    faults.clear()


def test_a_line_of_five_million_characters(report, weights):
    """A huge line opens, and its facts are found in it."""
    facts = weights(100)
    page = report([("line.txt", Facts(text=facts.text + "x y " * 1_250_000, facts=facts.facts))])
    page.locator("tbody a").nth(99).click()
    assert page.evaluate("document.activeElement.textContent") == "100 kg"
    assert not overflows(page)


def test_report_of_nothing(report):
    """No documents, or none with a fact, make a page that says so."""
    assert "0 facts in 0 documents" in report([]).locator("#summary").inner_text()
    page = report([("empty.txt", Facts(text=""))])
    assert page.locator("#status").inner_text() == "No fact matches"
    assert axe(page) == []


# ---- verification


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_verification_ties_claims_to_evidence(notebook, article, weights, scheme):
    """The number at a claim leads to its evidence and back; hovering lights both; axe-core finds nothing serious."""
    claims, source = weights(2), weights(40, joint="\n\n")
    checks = (
        SimpleNamespace(fact=claims[0], verdict="supported", evidence=source[39], more=(), source=0, reason="same"),
        SimpleNamespace(fact=claims[1], verdict="unsupported", evidence=None, more=(), source=None, reason="unknown"),
    )
    found = SimpleNamespace(text=claims.text, sources=(source.text,), checks=checks)
    page = notebook(verification_html(found), facts_html(article), color_scheme=scheme)
    page.locator("a.factex-number").first.click()
    assert page.evaluate("document.activeElement.parentElement.textContent").startswith("40 kg")
    assert page.locator("mark.is-active").count() == 2
    assert "same" in page.locator(".factex-card:visible").inner_text()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.textContent").startswith("1 kg")
    assert axe(page) == []
