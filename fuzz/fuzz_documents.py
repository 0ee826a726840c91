"""Coverage-guided fuzzing of documents: any bytes under any suffix are texts or a `DocumentError` that names the file.

python fuzz/fuzz_documents.py -max_total_time=600 -timeout=20 FOLDER
"""

import gzip
import io
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["factex", "pypdf"]):
    import pypdf  # noqa: F401 - instrumented, as it is loaded late

    from factex.documents import Document, DocumentError, Limits
    from factex.documents.reading import FORMATS, Reader
    from factex.documents.sources import Source
    from factex.documents.tables import Columns

import pyarrow as pa
import pyarrow.parquet as pq

TEXT = (b"It costs 5 km. ", b"Sales rose 5%.", b"\r", b"\n", b"\t", b"\0", b"\xff", b"\xe9", b"\x81", "€ — ”".encode(), b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"a\0b\0", b"\xed\xa0\x80", b"\\ud800", b"+AGE-", b"com-\n", b" " * 60)  # fmt: skip
TABLE = (*TEXT, b"text,id\n", b"text\tid\n", b"id;text\n", b"text", b"id", b",", b";", b'"', b'""', b"{", b"}", b"[", b"]", b":", b"null", b"1e999999", b"9" * 50, b'{"text": "5 km", "id": 7}\n', b'{"text": null}\n', b'"5 km"\n', b"[" * 200, b"[" * 5000)  # fmt: skip
PAGE = (*TEXT, b"<!doctype html>", b"<html>", b"<body>", b"<article>", b"<p>It rose 5 % to 7 km.</p>", b"<p>", b"</p>", b"<div>" * 50, b"<table><tr><td>5", b"<script>", b"</script>", b"<style>", b"<!--", b"-->", b"<![CDATA[", b"&#x110000;", b"&#55296;", b"&nbsp;", b"&amp", b"<?xml version='1.0' encoding='utf-16'?>", b"<meta charset=utf-16>", b"<meta charset=base64>", b"<meta charset=x>", b"<meta charset=cp437>", b"<title>5", b"<meta name=date content='2020-13-45'>", b"<a href='http://[x'>")  # fmt: skip
MAIL = (*PAGE, b"MIME-Version: 1.0\n", b"Content-Type: text/html; charset=utf-7\n\n", b"Content-Type: text/html; charset=hex\n\n", b"Content-Type: multipart/related; boundary=x\n\n", b"Content-Type: text/html\n", b"Content-Transfer-Encoding: base64\n", b"Content-Transfer-Encoding: quoted-printable\n", b"Content-Transfer-Encoding: uuencode\n", b"--x\n", b"--x--\n", b"=?utf-8?q?=E9?=", b"PHA+NSBrbTwvcD4=\n", b"=E2=82=AC", b"begin 644 a\n", b"Content-Type: ", b"; charset*0*=x''%FF")  # fmt: skip
PDF = (b"1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n", b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n", b"3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n", b"4 0 obj\n<< /Length 44 >>\nstream\nBT /F1 10 Tf 50 780 Td (It rose 5%.) Tj ET\nendstream\nendobj\n", b"5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>\nendobj\n",
       b"2 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 9 >>\nendobj\n", b"4 0 obj\n<< /Length 4 0 R /Filter /FlateDecode >>\nstream\n", b"endstream\nendobj\n", b"BT /F1 10 Tf ", b"(5 km) Tj ", b"<FEFF0035> Tj ", b"[(5) -900 (km)] TJ ", b"1e999 0 0 1 0 0 Tm ", b"ET ", b"trailer << /Root 1 0 R /Size 6 >>\n", b"/Encrypt << /Filter /Standard /V 1 /R 2 /O () /U () /P 0 >> ", b"/Info << /Title (5) >> ", b"/Count 999999999 ", b"/ToUnicode 4 0 R ", b"/Encoding /Identity-H ", b"1 beginbfrange <00> <FFFFFFFF> <0000> endbfrange ", b"<<", b">>", b"[", b"]", b"(", b")", b"null ", b"\xff", b"\n")  # fmt: skip


def _parquet() -> bytes:
    """A small Parquet file, of which the fuzzer turns bytes."""
    stream = io.BytesIO()
    pq.write_table(pa.table({"text": ["It costs 5 km.", None, "Sales rose 5%."], "id": ["a", "b", "c"]}), stream)
    return stream.getvalue()


PARQUET = _parquet()
PIECES = {"text": TEXT, "csv": TABLE, "tsv": TABLE, "jsonl": TABLE, "html": PAGE, "mhtml": MAIL, "pdf": PDF, "parquet": ()}  # fmt: skip
SUFFIXES = (*FORMATS, "", ".bin")
ENCODINGS = (None, None, None, "utf-8", "cp1252", "utf-16", "utf-7", "idna", "unicode_escape", "hex", "base64", "rot13", "undefined", "x")  # fmt: skip
COLUMNS = (Columns(), Columns(), Columns("text"), Columns("text", "id"), Columns("id", "id"), Columns(None, "x"))
LIMITS = Limits(bytes=20_000, line=200)
FOLDER = Path(tempfile.gettempdir()) / "fuzzed-documents"


def content_of(suffix: str, how: int, data: bytes) -> bytes:
    """The bytes of a file: those given, or each a piece of its format, or each pair a byte of a good file turned."""
    pieces = PIECES[FORMATS.get(suffix, "html")]
    if how % 3 == 0:
        return data
    if pieces:
        content = b"".join(pieces[byte % len(pieces)] for byte in data)
        return b"%PDF-1.4\n" + content + b"startxref\n9\n%%EOF\n" if suffix == ".pdf" else content
    turned = bytearray(PARQUET)
    for place, byte in zip(data[::2], data[1::2], strict=False):
        turned[(place * 7 - 256) % len(turned)] = byte  # most of all at the end, where its table of contents stands
    return bytes(turned)


def outcome(found: object) -> tuple[str, str]:
    """A document or failure as what can be compared."""
    return (found.id, found.text) if isinstance(found, Document) else (found[0], str(found[1]))


def one_input(data: bytes) -> None:
    """What holds for every file: texts or named errors, and a reading that goes on gives the rest of one that did not."""
    if len(data) < 4:
        return
    suffix = SUFFIXES[data[0] % len(SUFFIXES)]
    content = content_of(suffix, data[1], data[4:])
    packed = data[1] // 3 % 4 == 0
    path = FOLDER / f"a{suffix}"
    path.write_bytes(gzip.compress(content) if packed else content)
    options = {"columns": COLUMNS[data[2] % len(COLUMNS)], "encoding": ENCODINGS[data[3] % len(ENCODINGS)]}
    reader = Reader([Source(str(path))], limits=LIMITS, **options)
    found, places = [], []
    for one in reader:
        found.append(outcome(one))
        places.append(reader.place)
        if isinstance(one, Document):
            one.text.encode("utf-8", "surrogatepass")  # it is a text
        elif not isinstance(one[1], DocumentError) or not str(one[1]).startswith(str(path)):
            raise AssertionError(f"an error that does not name its file: {one[1]!r}")
    if len(found) > 1:
        middle = len(found) // 2
        rest = Reader([Source(str(path))], limits=LIMITS, after=places[middle - 1], **options)
        if [outcome(one) for one in rest] != found[middle:]:
            raise AssertionError(f"going on after {places[middle - 1]} loses or doubles a document of {found}")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
