"""What tests of documents share: reading with the failures beside."""

import pytest

from factex.documents import read


@pytest.fixture
def read_all():
    """The documents and the messages of those that failed."""

    def reading(*inputs, **options):
        failed = []
        found = list(read(inputs, on_error=lambda name, error: failed.append((name, str(error))), **options))
        return found, failed

    return reading


@pytest.fixture
def make_pdf():
    """The bytes of a PDF file whose pages hold lines of text."""

    def make(*pages):
        objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"
        kids = []
        objects.append(font)
        for lines in pages:
            drawn = (
                b"BT /F1 10 Tf 12 TL 50 780 Td " + b" T* ".join(b"(%s) Tj" % line.encode() for line in lines) + b" ET"
            )
            objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 700 842] /Contents %d 0 R "
                b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
            )
            kids.append(b"%d 0 R" % len(objects))
        objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
        data, places = b"%PDF-1.4\n", []
        for number, content in enumerate(objects, 1):
            places.append(len(data))
            data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
        table = b"".join(b"%010d 00000 n \n" % place for place in places)
        return (
            data
            + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            % (len(objects) + 1, table, len(objects) + 1, len(data))
        )

    return make
