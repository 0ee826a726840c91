"""What hypothesis, and the fuzzers, make texts of: numbers and words in any order, and the corpus broken in many ways."""

import functools
from pathlib import Path

from hypothesis import strategies as st

from factex.evaluation.gold import load

CORPUS = Path(__file__).parent.parent / "corpus"

NUMBERS = (
    "5", "1,000", "12,34,567", "2.50", ".5", "0,23", "1 000", "1 . 6", "007", "1e99", "1e-9", "1e999999999", "10⁻³", "10^6", "2^10", "3 × 10⁸", "× 10", "½", "2½", "2 1/2", "1/2", "24/31", "one", "a", "an",
    "twenty-one", "two hundred and fifty-three", "hundred", "thousand", "million", "lakh", "crore", "bn", "m", "k", "half", "a half", "a third", "two-thirds", "quarter",
    "dozen", "dozens", "tens of thousands", "a couple of", "several", "scores of", "one in five", "3 out of 10", "twice", "double", "threefold", "point five", "and a half", "baker’s dozen", "nil", "١٢", "٣", "²", "⁻⁻", "Ⅷ", "五",
)  # fmt: skip
UNITS = (
    "$", "US$", "€", "£", "¥", "₹", "%", "‰", "per cent", "percentage points", "bps", "km", "km/h", "m²", "m^2", "°C", "degrees", "ft", "in", "'", '"', "′", "″", "lb", "oz", "stone", "hours", "minutes", "min", "h", "s",
    "years", "year-old", "people", "cameras", "per 100,000 people", "a barrel", "a day", "cents", "p", "¢", "pence", "dollars", "rupees", "CAD", "kWh", "mg/kg", "second", "pounds", "tonnes of cocaine", "times", "x", "points",
)  # fmt: skip
DATES = (
    "in 2019",
    "2019-20",
    "9 April 2024",
    "March 19",
    "12:30",
    "5pm",
    "the 1990s",
    "two weeks ago",
    "Q3 2017",
    "2021-09-01",
    "last year",
    "by 2030",
    "3-2",
    "No. 2",
    "-largest",
    "second",
    "third",
    "1st",
    "22nd",
)
WORDS = (
    "more than", "at least", "about", "nearly", "up to", "or more", "or so", "just", "from", "to", "between", "and", "or", "±", "+/-", "plus or minus", "of the", "rose", "fell", "by", "doubled", "compared with", "than", "as many as",
    "Its", "It", "China", "the company", "said", "will", "not", "according to CoreLogic", "respectively", "each", "per", "95% CI", "out of", "in every", "below zero", "minus", "who", "which", "and the", "of",
)  # fmt: skip
MARKS = (
    ".", ",", ";", ":", "-", "–", "—", "−", "~", "/", "(", ")", "[", "]", "{", "}", "+", "=", "≈", "≥", "<", ">", "“", "”", "’s", "'", "\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u202f", "\u2009", "\u200b", "\u00ad", "\ufeff", "\u2028", "#", "@", "*", "_", "|",
    "<b>", "</td><td>", "&nbsp;", "&#36;", "<!--", "l,O00", "S5", "$l.2", "\x00", "\ud800", "\udc00", "👩‍🚀", "📈", "שלום", "\u202e", "e\u0301", "ﬁ", "％", "１２", "İ", "ẞ", "ǅ", "…",
)  # fmt: skip
PIECES = (*NUMBERS, *UNITS, *DATES, *WORDS, *MARKS)


@functools.cache
def corpus_texts():
    """The texts of all gold cases, read once."""
    return tuple(case.text for path in sorted(CORPUS.rglob("*.toml")) for case in load(path))


def any_text(max_size=80):
    """Any string of Unicode, lone surrogates too."""
    return st.text(st.characters(codec=None), max_size=max_size)


def mixtures(max_size=14):
    """Numbers, units, dates, words and marks in any order, with or without spaces."""
    piece = st.sampled_from(PIECES)
    return st.lists(st.tuples(piece, st.sampled_from((" ", " ", ""))).map("".join), max_size=max_size).map("".join)


@st.composite
def bracketed(draw):
    """A mixture inside brackets, tags or quotation marks, nested a few times."""
    text = draw(mixtures(5))
    pairs = (("(", ")"), ("[", "]"), ("{", "}"), ("“", "”"), ("<td>", "</td>"), ("(", ""), ("", "]"), ("<!-- ", " -->"))
    for opening, closing in draw(st.lists(st.sampled_from(pairs), max_size=6)):
        text = f"{draw(st.sampled_from(WORDS))} {opening}{text}{closing}"
    return text


@st.composite
def broken_corpus(draw):
    """A text of the corpus with pieces put in, stretches left out, doubled or swapped, and letters misread."""
    text = draw(st.sampled_from(corpus_texts()))[:600]
    for _ in range(draw(st.integers(1, 4))):
        i, j = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        kind = draw(st.sampled_from(("put in", "leave out", "double", "swap", "misread", "case")))
        if kind == "put in":
            text = text[:i] + draw(st.sampled_from(PIECES)) + text[i:]
        elif kind == "leave out":
            text = text[:i] + text[min(j, i + 20) :]
        elif kind == "double":
            text = text[:j] + text[i:]
        elif kind == "swap":
            text = text[j:] + text[:i]
        elif kind == "misread":
            text = text.translate(
                str.maketrans(
                    draw(
                        st.sampled_from(
                            ({"0": "O"}, {"1": "l"}, {"5": "S"}, {" ": ""}, {" ": "\n"}, {".": ","}, {"-": "\u00ad"})
                        )
                    )
                )
            )
        else:
            text = draw(st.sampled_from((str.upper, str.lower, str.title, str.swapcase)))(text)
    return text
