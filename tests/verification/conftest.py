"""What the tests of verification share."""

import pytest

from factex.verification.verify import verify


@pytest.fixture
def check(extractor):
    """The verdict on a text of one number, with its reason."""

    def checked(text, source):
        (found,) = verify(text, source, extractor=extractor)
        return str(found.verdict), found.reason

    return checked
