"""Which words of a text are read."""

import pytest

from factex.verification.words import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They said no, and left.", ["they", "said", "no", "and", "left"]),
        ("No, they left.", ["they", "left"]),
        ("It ranks No. 5 again.", ["it", "ranks", "again"]),
        ("Yes, they left.", ["they", "left"]),
        ("Back in 2022 they left.", ["in", "they", "left"]),
        ("They fell back in May.", ["they", "fell", "back", "in", "may"]),
    ],
)
def test_words_that_say_nothing(text, words):
    """An answer that opens a sentence, the sign of a number and `back` before a year are no words; a denial is one."""
    assert [word.lower for word in words_of(text)] == words


def test_parts_of_names():
    """An adjective that is part of a name is near no verb of its sound."""
    lower, fell = words_of("In Lower Ashe rain fell.")[1], words_of("Rain fell.")[1]
    assert (lower.name, lower.keys.isdisjoint(fell.keys)) == (True, True)
