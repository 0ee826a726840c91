"""The text layer of PDF files, by pypdf; its lines are joined to paragraphs."""

from __future__ import annotations

import contextlib
import io
import logging
import re
import threading
from typing import TYPE_CHECKING

from factex.documents.document import DocumentError
from factex.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HYPHEN = re.compile(r"[^\W\d_]{2}[-‐]\Z")
_ITEM = re.compile(r"\s*(?:[•·▪●◦*–—-]|\(?\d{1,2}[.)])\s")
# A line at least this part of the page's usual length was broken for want of room, and goes on in the next.
_FULL = 0.75


def read_pdf(data: bytes, name: str) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """The text of all pages, warnings, and what the file says of itself.

    Raises:
        DocumentError: if it is damaged, locked or without text, or pypdf is not installed.
    """
    with _remarks() as remarks:
        text, told, known = _read(data, name)
    return text, (*dict.fromkeys(remarks), *told), known


class _Remarks(logging.Handler):
    """Keeps what is logged in this thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.lines.append(record.getMessage())


@contextlib.contextmanager
def _remarks() -> Iterator[list[str]]:
    """What pypdf logs of a damaged file: warnings of that document, and no lines on standard error that name none."""
    handler, logger = _Remarks(), logging.getLogger("pypdf")
    logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)


def _read(data: bytes, name: str) -> tuple[str, list[str], dict[str, str]]:
    try:
        import pypdf  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise DocumentError(f"{name}: {MissingExtraError('pypdf', 'pdf', 'reading PDF files')}") from error
    told: list[str] = []
    pages: list[str] = []
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if locked else len(reader.pages)
        title = reader.metadata.title if reader.metadata and not locked else None
    except Exception as error:
        raise DocumentError(f"{name}: damaged PDF file: {error}") from error
    if locked:
        raise DocumentError(f"{name}: locked by a password; unlock it first, as in `qpdf --decrypt`")
    for number in range(count):
        try:
            lines = reader.pages[number].extract_text().splitlines()
        except Exception as error:  # noqa: BLE001 - a damaged page raises anything; the others go on
            told.append(f"page {number + 1} can't be read: {error}")
            continue
        pages.append(paragraphs(lines))
        if not pages[-1].strip():
            told.append(f"page {number + 1} has no text")
    text = "\n".join(pages)
    if not text.strip():
        raise DocumentError(f"{name}: this PDF file has no text layer; put one in by OCR, as in `ocrmypdf`")
    return text, told, {"pages": str(count)} | ({"title": str(title)} if title else {})


def paragraphs(lines: Sequence[str]) -> str:
    r"""The lines of a page as paragraphs: a full line goes on in the next, and a word cut by a hyphen is whole again.

    >>> paragraphs(["Sales of the com-", "pany rose to about", "5 million.", "Costs fell."])
    'Sales of the company rose to about 5 million.\nCosts fell.'
    """
    lengths = sorted(len(line) for line in lines if line.strip())
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    text = ""
    goes_on = False
    for line in lines:
        new = line.strip()
        if not goes_on or not new or _ITEM.match(new):
            text += f"\n{new}" if text else new
        elif _HYPHEN.search(text) and new[0].islower():
            text = text[:-1] + new
        else:
            text += f" {new}"
        goes_on = bool(new) and len(line) >= usual * _FULL
    return text
