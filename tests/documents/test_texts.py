"""Text files: encodings, bad bytes, gzip, folders, patterns, limits."""

import gzip
import os
import threading
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factex.documents import Document, DocumentError, Limits, read
from factex.documents.encoding import decode


@pytest.mark.parametrize(("data", "text", "encoding"), [
    (b"", "", "utf-8"),
    (b"5 km", "5 km", "utf-8"),
    ("5 € — 7 %".encode(), "5 € — 7 %", "utf-8"),
    ("\ufeff5 €".encode(), "5 €", "utf-8"),
    ("5 €".encode("utf-16"), "5 €", "utf-16"),
    (b"\xfe\xff" + "5 €".encode("utf-16-be"), "5 €", "utf-16"),
    ("5 €".encode("utf-32"), "5 €", "utf-32"),
    (b"a\r\nb\rc\n", "a\r\nb\rc\n", "utf-8"),
])  # fmt: skip
def test_what_tells_itself_needs_no_guess(data, text, encoding):
    """Byte order marks and UTF-8: read exactly, line ends and all, without a warning."""
    assert decode(data, "a.txt") == (text, encoding, ())


@pytest.mark.parametrize("text", [
    "café 5", "It costs £5 — “a lot”, he said. It’s 50% of 20 °C.", "naïve café résumé costs €5",
])  # fmt: skip
def test_old_english_files_are_cp1252(text):
    """What is no UTF-8 and may be cp1252 is taken for it, and that it is a guess is told."""
    found, encoding, told = decode(text.encode("cp1252"), "a.txt")
    assert (found, encoding) == (text, "cp1252")
    assert "a guess" in told[0]


def test_another_language_is_guessed():
    """Where cp1252 makes no sense the best guess is taken."""
    text = "Продажи выросли на 5 процентов до трёх миллионов рублей. " * 5
    assert decode(text.encode("cp1251"), "a.txt")[0] == text


def test_bad_bytes_are_replaced_and_counted():
    """A UTF-8 file with damage stays one: its bad bytes are marked, never dropped."""
    data = "Sales of café crème rose to 5 €, £6 and 7 °C — good".encode().replace(b"good", b"g\xffo\xfed")
    text, encoding, told = decode(data, "a.txt")
    assert encoding == "utf-8"
    assert text.endswith("g\ufffdo\ufffdd")
    assert told == (f"2 bad bytes, the first at {data.index(0xFF)}: not utf-8, and read as U+FFFD",)


def test_a_declared_encoding_is_taken():
    """Even against the bytes, which is told; one that nobody knows is an error that names it."""
    assert decode(b"\xc4 5", "a.txt", "latin-1") == ("Ä 5", "iso8859-1", ())
    assert decode(b"\xff 5", "a.txt", "ascii")[2]
    with pytest.raises(DocumentError, match="'klingon'"):
        decode(b"5", "a.txt", "klingon")


@given(st.binary(max_size=300))
def test_any_bytes(data):
    """Any bytes are text, with a warning where something is lost or guessed, or a DocumentError."""
    try:
        text, encoding, told = decode(data, "a.txt")
    except DocumentError:
        return
    assert isinstance(text, str)
    assert told or text == data.decode(encoding if not data.startswith(b"\xef\xbb\xbf") else "utf-8-sig")


def test_folder(tmp_path, read_all):
    """Sorted, with the folders in it, without hidden files and those of other formats; packed ones too."""
    for name in ("b/2.txt", "a.md", ".hidden.txt", ".git/x.txt", "image.jpg", "c.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(b"packed"))
    found, failed = read_all(tmp_path)
    assert [os.path.relpath(one.id, tmp_path) for one in found] == ["a.md", "b/2.txt", "c.TXT", "d.txt.gz"]
    assert found[-1].text == "packed"
    assert not failed


def test_patterns(tmp_path, read_all, monkeypatch):
    """A pattern that the shell has left alone, with folders below; one that fits nothing is an error."""
    (tmp_path / "x" / "y").mkdir(parents=True)
    for name in ("x/1.txt", "x/y/2.txt", "x/y/[3].txt"):
        (tmp_path / name).write_text("5", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [one.id for one in read_all("x/**/*.txt")[0]] == ["x/1.txt", "x/y/2.txt", "x/y/[3].txt"]
    assert [one.id for one in read_all("x/y/[3].txt")[0]] == ["x/y/[3].txt"]
    assert "matches" in read_all("*.nothing")[1][0][1]


def test_what_fails_is_named_and_the_others_go_on(tmp_path, read_all):
    """Missing, binary, looping and vanished files: each an error with its path."""
    (tmp_path / "good.txt").write_text("5 km", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\0\0\xff")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    found, failed = read_all(*(tmp_path / name for name in ("none", "binary.txt", "loop", "gone", "good.txt")))
    assert [one.text for one in found] == ["5 km"]
    assert [name for name, _ in failed] == [str(tmp_path / name) for name in ("none", "binary.txt", "loop", "gone")]
    assert all(message.startswith(name) for name, message in failed)


def test_a_folder_that_leads_back_is_left(tmp_path, read_all):
    """Each file is read once, and the loop is told."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.txt").write_text("5", encoding="utf-8")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    found, failed = read_all(tmp_path)
    assert len(found) == 1
    assert "leads back" in failed[0][1]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_forbidden(tmp_path, read_all):
    """What may not be read is told."""
    (tmp_path / "a.txt").write_text("5", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert "Permission denied" in read_all(tmp_path)[1][0][1]


def test_pipes(tmp_path):
    """A named pipe, as `<(command)` makes one, is read to its end."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=lambda: path.write_text("5 km", encoding="utf-8"))
    writer.start()
    assert [one.text for one in read(path)] == ["5 km"]
    writer.join()


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no /dev/zero on this system")  # noqa: PTH110 - a device
def test_endless_input(read_all):
    """Stops at the limit, and says which it is."""
    assert "more than 1,000,000 bytes" in read_all("/dev/zero", limits=Limits(bytes=1_000_000))[1][0][1]


def test_zip_bomb(tmp_path, read_all):
    """A gzip file that unpacks to a thousand times its size stops early, with its name."""
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"0" * 40_000_000))
    ((name, message),) = read_all(path)[1]
    assert name == str(path)
    assert "more than 200 times its size" in message


@pytest.mark.parametrize("cut", [5, 30])
def test_damaged_gzip(tmp_path, read_all, cut):
    """Cut off or garbled: an error, never half a text."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(os.urandom(100))[:cut])
    found, failed = read_all(path)
    assert not found
    assert "damaged gzip" in failed[0][1]


def test_on_error(tmp_path):
    """Raise, skip with a warning, or something else, which is an error of its own."""
    (tmp_path / "a.txt").write_text("5", encoding="utf-8")
    inputs = [tmp_path / "none.txt", tmp_path / "a.txt"]
    with pytest.raises(DocumentError, match=r"none\.txt"):
        list(read(inputs))
    with pytest.warns(UserWarning, match=r"none\.txt"):
        assert len(list(read(inputs, on_error="skip"))) == 1
    with pytest.raises(ValueError, match="on_error"):
        list(read(inputs, on_error="ignore"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert next(read(tmp_path / "a.txt")) == Document(
            str(tmp_path / "a.txt"), "5", (), {"format": "text", "encoding": "utf-8"}
        )
