"""The main text of HTML files and saved web pages, by trafilatura."""

from __future__ import annotations

import re

from factex.documents.document import DocumentError
from factex.documents.encoding import decode, known
from factex.errors import MissingExtraError

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
# A declaration stands within the first 1024 bytes (HTML standard, 4.2.5.4); many pages put it a little later.
_HEAD = 4096
_FIELDS = ("title", "author", "date", "url")


def read_page(data: bytes, name: str, encoding: str | None) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """The main text of a page, warnings, and what the page says of itself.

    Raises:
        DocumentError: if no text is found, or trafilatura is not installed.
    """
    try:
        import trafilatura  # noqa: PLC0415 - an extra, and half a second
    except ImportError as error:
        raise DocumentError(f"{name}: {MissingExtraError('trafilatura', 'html', 'reading web pages')}") from error
    declared = _CHARSET.search(data[:_HEAD])
    html, encoding, told = decode(data, name, encoding or (_usable(declared[1]) if declared else None))
    found = trafilatura.bare_extraction(html, include_comments=False, with_metadata=True)
    text = str(getattr(found, "text", None) or "")
    if not text.strip():
        text = str(trafilatura.html2txt(html))
        told = (*told, "no main text was found; all text of the page is taken")
    if not text.strip():
        raise DocumentError(f"{name}: this page holds no text; a page that scripts fill has to be saved from a browser")
    values = {field: getattr(found, field, None) for field in _FIELDS}
    return text, told, {"encoding": encoding} | {field: str(value) for field, value in values.items() if value}


def _usable(declared: bytes) -> str | None:
    """The declared encoding where it is one: browsers read latin-1 as cp1252, and so do we."""
    try:
        encoding = known(declared.decode("ascii", "replace"), "")
    except DocumentError:
        return None
    if encoding in ("utf-16", "utf-16-le", "utf-16-be"):  # the declaration was read, so it can't be true
        return None
    return "cp1252" if encoding in ("iso8859-1", "ascii") else encoding


def page_of(archive: bytes, name: str) -> tuple[bytes, str | None]:
    """The page of a web archive (MHTML), with its encoding.

    Raises:
        DocumentError: if there is none in it.
    """
    import email.policy  # noqa: PLC0415 - few read web archives

    message = email.message_from_bytes(archive, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            data = part.get_payload(decode=True)
            if isinstance(data, bytes):
                charset = part.get_content_charset()
                return data, None if charset is None else _usable(charset.encode("ascii", "replace"))
    raise DocumentError(f"{name}: no HTML page in this web archive")
