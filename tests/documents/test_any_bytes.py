"""Any bytes under any suffix are documents or errors: nothing else is raised, and nothing hangs."""

import gzip

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factex.documents import Document, DocumentError, Limits, read

_NEEDS = {".html": "trafilatura", ".mhtml": "trafilatura", ".pdf": "pypdf", ".parquet": "pyarrow"}
_PIECES = (
    b"text", b",", b";", b'"', b"\n", b"\r", b"\0", b"{", b"}", b'{"text": "5 km"}', b"[", b":", b"\xff", b"\xef\xbb\xbf",
    b"\xff\xfe", b"<p>5 km</p>", b"<html>", b"<meta charset=utf-16>", b"%PDF-1.4\n", b"1 0 obj", b"stream\n", b"PAR1",
    b"\x1f\x8b", b"Content-Type: text/html; charset=utf-7\n\n", b"MIME-Version: 1.0\n", "€".encode(), b"\\ud800",
)  # fmt: skip
_anything = st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=20).map(b"".join))


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".tsv", ".jsonl", ".html", ".mhtml", ".pdf", ".parquet", ".bin"])
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=_anything, packed=st.booleans())
def test_any_bytes(tmp_path, suffix, data, packed):
    """Texts that are strings, or errors that begin with the path."""
    if suffix in _NEEDS:
        pytest.importorskip(_NEEDS[suffix], reason="the format needs an extra")
    path = tmp_path / f"a{suffix}"
    path.write_bytes(gzip.compress(data) if packed else data)
    failed = []
    found = list(read(path, on_error=lambda name, error: failed.append((name, error)), limits=Limits(line=50)))
    assert all(isinstance(one, Document) and isinstance(one.text, str) for one in found)
    assert all(isinstance(error, DocumentError) for _, error in failed)
    assert all(str(error).startswith(str(path)) for _, error in failed)
