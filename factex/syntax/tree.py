"""A parsed sentence as plain data: words with tags, heads and entity labels, offsets into the whole text."""

from __future__ import annotations

import bisect
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factex.lexicon.verbs import base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
PLURAL_TAGS = frozenset(("NNS", "NNPS"))
VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
FINITE_TAGS = frozenset(("VBD", "VBP", "VBZ", "MD"))
PRONOUN_TAGS = frozenset(("PRP", "PRP$", "WP", "WDT", "WP$"))
_BEFORE_HEAD = frozenset(
    (
        "amod",
        "compound",
        "nummod",
        "poss",
        "nmod",
        "advmod",
        "quantmod",
        "npadvmod",
        "punct",
        "case",
        "cc",
        "conj",
        "dep",
        "predet",
        "det",
        "neg",
        "preconj",
    )
)
# "Shares in AWB" are no other shares.
_HELD_IN = frozenset(("shares", "stake", "stakes", "bonds"))
_ARTICLES = frozenset(("the", "a", "an"))
_DROPPED_FIRST = frozenset(
    (
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
        "“",
        '"',
        "”",
        "’",
        "''",
        "'",
        "‘",
        "(",
        "both",
        "all",
        "only",
        "even",
        "just",
        "also",
        "then",
        "now",
        "•",
        "·",
        "*",
        "▪",
        "●",
        "◦",
    )
)


@dataclass(slots=True)
class Word:
    """One word of a sentence.

    Attributes:
        i: Its index in the sentence.
        text: Its characters.
        lower: The characters in lower case.
        tag: Its Penn Treebank tag.
        dep: Its relation to its head, in spaCy's scheme.
        head: Index of its head; its own index at a root.
        start: Offset of its first character in the text.
        end: Offset behind its last.
        label: Label of the named entity that it belongs to, or empty.
    """

    i: int
    text: str
    lower: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    label: str = ""

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun or a name."""
        return self.tag in NOUN_TAGS

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb, modals aside."""
        return self.tag in VERB_TAGS


_NOTHING = Word(-1, "", "", "", "", -1, 0, 0)


class Tree:
    """A sentence as a tree of words.

    Args:
        text: The whole text.
        words: The words of the sentence, in order.
        lemmatize: Gives the lemma of a word by its index; asked only for the words whose lemma a record needs.
    """

    def __init__(self, text: str, words: Sequence[Word], lemmatize: Callable[[int], str]) -> None:
        self.text = text
        self.words = words
        self._lemmatize = lemmatize
        self._lemmas: dict[int, str] = {}

    @functools.cached_property
    def _starts(self) -> list[int]:
        """Where each word starts."""
        return [word.start for word in self.words]

    @functools.cached_property
    def _children(self) -> list[list[int]]:
        """For each word the words whose head it is."""
        children: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.i:
                children[word.head].append(word.i)
        return children

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def __getitem__(self, i: int) -> Word:
        """Word `i`; behind the last one a word without characters, so that a sentence may break off anywhere."""
        try:
            return self.words[i]
        except IndexError:
            return _NOTHING

    def verb_lemma(self, i: int) -> str:
        """The lemma of a verb, also of one that was tagged a noun: `Her campaign outspent the senator's`."""
        word = self[i]
        return self.lemma(i) if word.is_verb or word.tag in PLURAL_TAGS else base(word.text)

    def lemma(self, i: int) -> str:
        """The lemma of word `i`, lower case."""
        lemma = self._lemmas.get(i)
        if lemma is None:
            word = self.words[i]
            mended = word.tag == "VB"  # as the words around it told, whatever the tagger had said
            lemma = word.lower if mended else self._lemmatize(i).lower()
            if word.tag == "VBN" and lemma == word.lower and lemma.endswith("ed"):
                lemma = base(lemma)  # "has since bored", taken for an adjective
            self._lemmas[i] = lemma
        return lemma

    def children(self, i: int) -> Iterator[Word]:
        """The words whose head is word `i`, in order."""
        return (self.words[k] for k in self._children[i])

    def child(self, i: int, *deps: str) -> Word | None:
        """The first child of word `i` with one of the given relations."""
        return next((word for word in self.children(i) if word.dep in deps), None)

    def head(self, i: int) -> Word:
        """The head of word `i`."""
        return self.words[self.words[i].head]

    def ancestors(self, i: int) -> Iterator[Word]:
        """The heads above word `i`, nearest first."""
        seen = {i}
        while self.words[i].head not in seen:
            i = self.words[i].head
            seen.add(i)
            yield self.words[i]

    def subtree(self, i: int) -> list[int]:
        """The indices of word `i` and all below it, in order."""
        found, stack = [], [i]
        while stack:
            k = stack.pop()
            found.append(k)
            stack.extend(self._children[k])
        return sorted(found)

    def at(self, offset: int) -> int | None:
        """The index of the word that covers a character of the text."""
        i = bisect.bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self.words[i].end else None

    def first_from(self, offset: int) -> int:
        """The index of the first word that starts at a character of the text or behind it."""
        return bisect.bisect_left(self._starts, offset)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The words that a stretch of text covers, as (first, index behind the last)."""
        touched = [word.i for word in self.words if word.start < end and word.end > start]
        return (touched[0], touched[-1] + 1) if touched else (0, 0)

    def _inside_name(self, i: int) -> bool:
        """Whether a word is written as a part of a name behind an article: `the All Ordinaries Index`."""
        behind_article = i > 0 and self.words[i - 1].lower in _ARTICLES
        return behind_article and self.words[i].text[:1].isupper() and self.words[i + 1].text[:1].isupper()

    def noun_phrase(self, head: int, stop: frozenset[int] = frozenset()) -> tuple[int, int]:
        """The noun phrase around a head, as (first word, index behind the last).

        Without its leading article; with the `of` phrases behind it, but no other phrase or clause. Words in `stop`
        (those of quantities) end it on either side.
        """
        first = head
        for word in reversed([child for child in self.children(head) if child.i < head]):
            if word.dep not in _BEFORE_HEAD:
                break
            left = self.subtree(word.i)[0]
            if any(k in stop for k in range(left, first)) or left > first:
                break
            first = left
        while first < head and (
            (self.words[first].lower in _ARTICLES | _DROPPED_FIRST and not self._inside_name(first))
            or (self.words[first].tag in ("CC", "IN", "RB", ":") and not self._qualifies(first))
        ):
            first += 1
        first = next((k + 1 for k in range(head - 1, first - 1, -1) if self.words[k].text in (":", ";")), first)
        while first < head and first and self.words[first].label == "DATE" and self.words[first - 1].lower == "since":
            first += 1  # "Since June sea lice have …"
        while first > 1 and self._hyphened(first - 1) and first - 2 not in stop:
            first -= 2  # "Second-placed Ellwood"
        last = head + 1
        while last + 1 < len(self.words) and self._hyphened(last):
            last += 2
        named = self.words[last - 1].is_noun and last < len(self.words) and last not in stop
        beside = self.words[last].start == self.words[last - 1].end + 1 if named else False
        if beside and self.words[last].tag == "CD" and self.words[last].label not in ("DATE", "TIME"):
            last += 1  # "the Kabuto 300"
        grown = True
        while grown:
            grown = False
            for word in self.children(head):
                held = word.lower == "of" or (word.lower == "in" and self.words[head].lower in _HELD_IN)
                if word.i == last and word.dep == "prep" and held:
                    span = self._of_phrase(word.i, stop)
                    if span is not None:
                        last, grown = span, True
        return self._name_start(first), self._name_end(self._with_name(head, last))

    def _qualifies(self, i: int) -> bool:
        """Whether an adverb belongs to what describes the noun behind it: `newly described beetle`, `highly prized`."""
        word, behind = self.words[i], self.words[min(i + 1, len(self.words) - 1)]
        told = behind.tag in ("VBN", "VBG") or (behind.tag == "JJ" and word.head == behind.i and word.dep == "advmod")
        return word.lower.endswith("ly") and behind.i > i and told

    def _name_start(self, first: int) -> int:
        """The start of a name that goes back over an ampersand: `Lindow & Sons`."""
        while first > 1 and self.words[first - 1].text == "&" and self.words[first - 2].tag in ("NNP", "NNPS"):
            first -= 2
            while first > 0 and self.words[first - 1].tag == "NNP":
                first -= 1
        return first

    def _hyphened(self, i: int) -> bool:
        """Whether word `i` is a hyphen inside a word: `co-operative`."""
        word, before, behind = self.words[i], self.words[i - 1], self.words[i + 1]
        return word.tag == "HYPH" or (word.text == "-" and before.end == word.start and word.end == behind.start)

    def _with_name(self, head: int, last: int) -> int:
        """The end of a description with the name behind it: `fertiliser supplier Incitec Pivot`."""
        if last != head + 1 or self.words[head].tag != "NN" or last >= len(self.words):
            return last
        label = self.words[last].label
        if label not in ("PERSON", "ORG", "PRODUCT") or self.words[last].tag != "NNP":
            return last
        end = last
        while end < len(self.words) and self.words[end].label == label and self.words[end].tag == "NNP":
            end += 1
        above = (head, self.words[head].head)
        named = any(self.words[k].dep in ("appos", "nsubj") and self.words[k].head in above for k in range(last, end))
        return end if named else last

    def _owns_nothing(self, i: int) -> bool:
        """Whether the ending of an owner at word `i` belongs to a name, for a verb stands behind: `McDonald's sold`."""
        if i + 1 >= len(self.words) or self.words[i].tag != "POS" or self.words[i - 1].tag not in ("NNP", "NNPS"):
            return False
        verb = self.words[i + 1]
        return verb.tag in FINITE_TAGS and self.words[i - 1].head in (verb.i, verb.head)

    def _name_end(self, last: int) -> int:
        """The end of a name that goes on, by its one entity label: `Apple and Pear Australia`, `Council for Trade`."""
        if self._owns_nothing(last):
            return last + 1
        if self._two_fields(last):  # "the Wine and Brandy Corporation"
            return next((k for k in range(last + 1, len(self.words)) if self.words[k].tag != "NNP"), len(self.words))
        label = self.words[last - 1].label
        if label not in ("ORG", "LAW", "EVENT", "WORK_OF_ART") or last + 1 >= len(self.words):
            return last
        inside = self.words[last].label == label and self.words[last].lower in ("for", "of", "on", "to")
        joined = self.words[last].lower in ("and", "&")
        if not (inside or joined) or self.words[last + 1].label != label:
            return last
        last += 1
        while last < len(self.words) and self.words[last].label == label:
            last += 1
        return last

    def _two_fields(self, i: int) -> bool:
        """Whether the `and` at word `i` stands in a name, between two fields and what works in them."""
        if not 2 <= i < len(self.words) - 2 or self.words[i].lower != "and" or self.words[i - 2].lower != "the":
            return False
        joined = self.words[i + 1 : i + 3]
        return self.words[i - 1].tag == "NNP" and all(word.tag == "NNP" and word.text.isalpha() for word in joined)

    def _of_phrase(self, prep: int, stop: frozenset[int]) -> int | None:
        noun = self.child(prep, "pobj")
        if noun is None or noun.i in stop:
            return None
        first, last = self.noun_phrase(noun.i, stop)
        inner = range(prep + 1, last)
        return None if any(k in stop for k in inner) or first > noun.i else self._listed(noun.i, last, stop)

    def _listed(self, noun: int, last: int, stop: frozenset[int]) -> int:
        """The end of a plain list that a noun opens: `grapes, citrus, apples and pears`."""
        end = last
        while end < len(self.words) and end not in stop and self.words[end].tag in (*NOUN_TAGS, "JJ", ",", "CC"):
            end += 1
        marks = [k for k in range(last, end) if self.words[k].tag in (",", "CC")]
        joined = [word.i for word in self.words[last:end] if word.dep == "conj" and word.is_noun]
        closed = marks and self.words[marks[-1]].lower == "and" and marks[0] == last and end - 1 in joined
        apart = [k for k in marks if self.words[k].tag == "CC"]
        above = {word.i for word in self.ancestors(joined[-1])} if joined else set()
        return end if closed and len(apart) == 1 and noun in above and len(joined) == len(marks) else last

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of the words from `first` to before `last`."""
        return self.words[first].start, self.words[last - 1].end
