"""Bytes to text: the encoding is declared, UTF-8 or guessed, and what is lost or guessed is told."""

from __future__ import annotations

import codecs
import io
import re

from factex.documents.document import DocumentError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The encoding of English text that is no UTF-8, where nothing speaks against it: guesses at a few bytes are unsure.
_USUAL = "cp1252"
# So much more mess than in the best guess (charset-normalizer's measure, from 0 to 1) speaks against it.
_MESS = 0.1
_ESCAPED = re.compile("[\udc80-\udcff]")
# Bytes around the first one that is no UTF-8, which are shown to the guesser.
_SAMPLE = 32_768
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, str, tuple[str, ...]]:
    r"""The text of some bytes, with its encoding and what has to be told of it.

    Args:
        data: The bytes.
        name: What they are of, for messages.
        declared: The encoding as the user or the document names it.

    Raises:
        DocumentError: if the encoding is not known, or the bytes are no text.

    Example:
        >>> decode("5 €".encode("utf-8"), "a.txt")
        ('5 €', 'utf-8', ())
        >>> decode(b"caf\xe9 5", "a.txt")
        ('café 5', 'cp1252', ('byte 3 is no UTF-8; read as cp1252, which is a guess',))
    """
    encoding = known(declared, name) or next((codec for bom, codec in BOMS if data.startswith(bom)), None)
    if encoding is not None:
        return _as(data, encoding, name)
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as error:
        place = error.start
    escaped = data.decode("utf-8", "surrogateescape")
    bad = len(_ESCAPED.findall(escaped))
    if sum(not char.isascii() for char in escaped) >= 2 * bad:
        return _as(data, "utf-8", name)
    guessed = guess(data[max(0, place - _SAMPLE) : place + _SAMPLE])
    if guessed is None:
        raise DocumentError(f"{name}: no text in any known encoding; convert it, or name its encoding")
    text, encoding, told = _as(data, guessed, name)
    return text, encoding, (f"byte {place} is no UTF-8; read as {guessed}, which is a guess", *told)


def known(encoding: str | None, name: str) -> str | None:
    """The encoding itself, where Python knows it as one of texts, which `hex` and `rot13` are not.

    Raises:
        DocumentError: if it does not.
    """
    if encoding is None:
        return None
    try:
        found = codecs.lookup(encoding).name
        io.TextIOWrapper(io.BytesIO(), found)  # refuses what is no encoding of texts
    except (LookupError, ValueError) as error:
        raise DocumentError(f"{name}: no encoding {encoding!r} is known; try utf-8 or cp1252") from error
    return found


def guess(sample: bytes) -> str | None:
    """The most probable encoding of bytes that are no UTF-8; None where they look like no text."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most documents never ask for it

    if b"\0" in sample:
        return None
    best = from_bytes(sample).best()
    if best is None:
        return None
    usual = from_bytes(sample, cp_isolation=[_USUAL]).best()
    return _USUAL if usual is not None and usual.chaos <= best.chaos + _MESS else best.encoding


def _as(data: bytes, encoding: str, name: str) -> tuple[str, str, tuple[str, ...]]:
    """The text in an encoding; bytes that are none become U+FFFD, and are counted."""
    told = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    try:
        return data.decode(encoding), told, ()
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        count = text.count(REPLACEMENT)
        lost = f"{count} bad byte{'s' * (count > 1)}, the first at {error.start}: not {told}, and read as U+FFFD"
        return text, told, (lost,)
    except UnicodeError as error:
        raise DocumentError(f"{name}: can't be read as {told}: {error}") from error


def mended(line: str) -> tuple[str, int]:
    """A line that was read with `surrogateescape`, bad bytes as U+FFFD, and their number."""
    return _ESCAPED.subn(REPLACEMENT, line)
