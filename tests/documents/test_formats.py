"""Web pages, web archives and PDF files."""

import subprocess
import sys

import pytest

from factex.documents.pdf import paragraphs

ARTICLE = "The reservoir holds 1.7 cubic kilometres of water, and the café on its shore serves 900 guests a day. " * 8
PAGE = f"""<!doctype html><html><head><title>The dam</title>{{meta}}</head><body><nav><a href="/">Home 12</a></nav>
<article><h1>The dam</h1><p>{ARTICLE}</p></article><footer>Copyright 2024</footer></body></html>"""


@pytest.fixture
def _trafilatura():
    pytest.importorskip("trafilatura", reason="web pages need the extra html")


@pytest.mark.usefixtures("_trafilatura")
@pytest.mark.parametrize(("meta", "encoding"), [
    ('<meta charset="utf-8">', "utf-8"), ("", "utf-8"), ('<meta charset="iso-8859-1">', "cp1252"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"), ("", "cp1252"),
    ('<meta charset="klingon">', "cp1252"),
])  # fmt: skip
def test_page(tmp_path, read_all, meta, encoding):
    """The main text without menu and footer, in the declared encoding, with the title."""
    (tmp_path / "a.html").write_bytes(PAGE.format(meta=meta).encode(encoding))
    (document,), failed = read_all(tmp_path)
    assert not failed
    assert "1.7 cubic kilometres" in document.text
    assert "café" in document.text
    assert "Home" not in document.text
    assert "Copyright" not in document.text
    assert document.metadata["title"] == "The dam"


@pytest.mark.usefixtures("_trafilatura")
def test_saved_page(tmp_path, read_all):
    """A web archive: the page in it, decoded as its part says."""
    import email.message

    message = email.message.EmailMessage()
    message["Subject"] = "The dam"
    message.set_content(PAGE.format(meta=""), subtype="html", charset="utf-8", cte="quoted-printable")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png")
    (tmp_path / "a.mhtml").write_bytes(message.as_bytes())
    (document,), _ = read_all(tmp_path)
    assert "café" in document.text


@pytest.mark.usefixtures("_trafilatura")
@pytest.mark.parametrize("page", ["", "<html></html>", "<script>document.write(5)</script>"])
def test_page_without_text(tmp_path, read_all, page):
    """An error that says what to do."""
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert "no text" in read_all(tmp_path)[1][0][1]


@pytest.mark.usefixtures("_trafilatura")
def test_deep_page(tmp_path, read_all):
    """Elements nested ten thousand deep end in a text or an error, not in a crash."""
    (tmp_path / "a.html").write_text("<div>" * 10_000 + ARTICLE + "</div>" * 10_000, encoding="utf-8")
    found, failed = read_all(tmp_path)
    assert len(found) + len(failed) == 1


def test_without_trafilatura(tmp_path, read_all, monkeypatch):
    """A page is an error that says what to type."""
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    assert "pip install 'factex[html]'" in read_all(tmp_path)[1][0][1]


def test_pdf(tmp_path, read_all, make_pdf):
    """Lines are joined to paragraphs over hyphens, pages follow each other, a page without text is told."""
    pytest.importorskip("pypdf", reason="PDF files need the extra pdf")
    pages = (
        ["The dam holds 1.7 cubic kilo-", "metres of water behind it, and", "5 guards watch."],
        [],
        ["Costs fell 3%."],
    )
    (tmp_path / "a.pdf").write_bytes(make_pdf(*pages))
    (document,), failed = read_all(tmp_path)
    assert not failed
    assert document.text.split("\n")[0] == "The dam holds 1.7 cubic kilometres of water behind it, and 5 guards watch."
    assert document.text.endswith("Costs fell 3%.")
    assert document.warnings == ("page 2 has no text",)
    assert document.metadata["pages"] == "3"


@pytest.mark.parametrize(("data", "told"), [(b"%PDF-1.4 nothing", "damaged"), (None, "OCR")])
def test_pdf_without_text(tmp_path, read_all, make_pdf, data, told):
    """Damaged, or a scan: an error that says what to do."""
    pytest.importorskip("pypdf", reason="PDF files need the extra pdf")
    (tmp_path / "a.pdf").write_bytes(data or make_pdf([]))
    assert told in read_all(tmp_path)[1][0][1]


def test_damage_of_a_pdf_file_is_told(tmp_path, make_pdf):
    """What pypdf mends is a warning of the document, and no line on standard error that names none."""
    pytest.importorskip("pypdf", reason="PDF files need the extra pdf")
    (tmp_path / "a.pdf").write_bytes(make_pdf(["It costs 5 euros."]).replace(b"%PDF-1.4", b"%PXF-1.4"))
    script = f"from factex.documents import read; print(list(read({str(tmp_path)!r}))[0].warnings[0])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("invalid pdf header")
    assert not ran.stderr


def test_first_bytes_tell_a_format(tmp_path, read_all, make_pdf):
    """Where the suffix says nothing."""
    pytest.importorskip("pypdf", reason="PDF files need the extra pdf")
    (tmp_path / "a").write_bytes(make_pdf(["It costs 5 euros."]))
    assert read_all(tmp_path / "a")[0][0].metadata["format"] == "pdf"


@pytest.mark.parametrize(("lines", "text"), [
    ([], ""),
    (["Heading", "A line that fills the page up to its", "end."], "Heading\nA line that fills the page up to its end."),
    (["A line that fills the page up to it", "• an item", "• another"], "A line that fills the page up to it\n• an item\n• another"),
    (["A line that fills the page up and 5-", "10 more of it"], "A line that fills the page up and 5- 10 more of it"),
    (["A line that fills the page up to it", "", "Another paragraph"], "A line that fills the page up to it\n\nAnother paragraph"),
])  # fmt: skip
def test_paragraphs(lines, text):
    """A full line goes on; a short one, an item and an empty line end a paragraph; hyphens of numbers stay."""
    assert paragraphs(lines) == text
