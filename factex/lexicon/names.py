"""Given names: which they are, and whether a woman or a man has them."""

from __future__ import annotations

import unicodedata

from factex.lexicon.files import per_lexicon, table

# Letters that Unicode does not take apart into a plain one and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


@per_lexicon
def _given() -> dict[str, str]:
    return {name: pronoun for pronoun, names in table("names").items() for name in names.split()}


def pronoun_of_name(given: str) -> str | None:
    """The one of `he` and `she` that stands for somebody with a given name; None where both may.

    >>> pronoun_of_name("Petra"), pronoun_of_name("Søren"), pronoun_of_name("Alex")
    ('she', 'he', None)
    """
    return _given().get(_plain(given))


def is_given(name: str) -> bool:
    """Whether a name is one that women or men alone are given; the list holds none that both have.

    >>> is_given("Petra"), is_given("Nordea")
    (True, False)
    """
    return _plain(name) in _given()


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
