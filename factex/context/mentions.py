"""Mentions: the stretches of text that slots point at, with what they stand for, and who is the source."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from factex.context.antecedents import resolve
from factex.context.quotations import opens_quotation, quotation_end, quoted, speaker_before, speaker_in
from factex.context.relatives import relative_antecedent
from factex.context.rows import joined_end
from factex.context.titles import title_end
from factex.lexicon.files import table
from factex.lexicon.nouns import is_firm
from factex.records import Mention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factex.claims.sentence import Sentence
    from factex.records import Span
    from factex.syntax.tree import Tree, Word


class Mentions:
    """Makes the mentions of one sentence.

    Args:
        sentence: The sentence.
        span: Its span.
        earlier: Gives the sentences before it, nearest first, as they are needed.
        later: Gives those behind it.
    """

    def __init__(
        self,
        sentence: Sentence,
        span: Span,
        earlier: Callable[[], Iterable[Tree]],
        later: Callable[[], Iterable[Tree]],
    ) -> None:
        self.sentence = sentence
        self.tree = sentence.tree
        self.span = span
        self.earlier = earlier
        self.later = later

    def of(self, span: tuple[int, int], head: int | None = None) -> Mention | None:
        """The mention that covers some words, with its antecedent."""
        first, last = span
        if first >= last:
            return None
        head = last - 1 if head is None or not first <= head < last else head
        return self._mention(self.tree, first, last, head, self.antecedent_of(head))

    @staticmethod
    def _mention(tree: Tree, first: int, last: int, head: int, antecedent: Mention | None = None) -> Mention:
        start, end = tree.span(first, last)
        label = tree[head].label or None
        return Mention(text=tree.text[start:end], start=start, end=end, label=label, antecedent=antecedent)

    def antecedent_of(self, head: int) -> Mention | None:
        """What the word stands for; None where it stands for nothing, or that is doubtful."""
        tree = self.tree
        relative = relative_antecedent(self.sentence, head)
        if relative is not None:
            person = self.sentence.person_at(relative)
            if person is not None:
                return self._mention(tree, person.first, person.last, relative)  # "the 23-year-old, who scored"
            first, last = tree.noun_phrase(relative, self.sentence.stop)
            return self._mention(tree, first, max(last, relative + 1), relative)
        found = resolve(tree, head, self.earlier())
        if found is None:
            return None
        further = self.further(*found)
        plural = is_plural(tree[head])
        meant = self.meant(*further, plural=plural)
        if found[0] is self.tree and further != found:
            return self.meant(*found, plural=plural).model_copy(
                update={"antecedent": meant}
            )  # "its", the carrier, Belmare
        return meant

    def meant(self, tree: Tree, word: int, *, plural: bool) -> Mention:
        """The mention around a word for which another stands, with what is joined to it where that is plural."""
        first, last = tree.noun_phrase(word)
        last = word + 1 if tree[word].label == "PERSON" else last  # "cleared Mr Abbott of arson"
        last = title_end(tree, word, last)
        joined = tree.child(word, "conj") if plural else None
        if joined is not None and joined.is_noun and tree[word].dep in ("nsubj", "nsubjpass"):
            last = max(last, tree.noun_phrase(joined.i)[1])  # "Teachers and nurses walked out. They earn …"
        named = tree.child(word, "appos")
        if named is not None and named.i == last and named.tag == "NNP":  # "The wind fund Havgas sold its stake"
            last = tree.noun_phrase(named.i)[1]
        while first < word and tree[first].tag in ("CD", "PRP$") and tree[first + 1].tag != "HYPH":
            first += 1  # but "a 19-year-old driver"
        return self._mention(tree, first, max(last, word + 1), word)

    def further(self, tree: Tree, head: int) -> tuple[Tree, int]:
        """What an antecedent stands for itself, where it is a description: `It` for `the company` for `Helio Grid`."""
        if tree is self.tree:
            return resolve(tree, head, self.earlier()) or (tree, head)
        before = itertools.dropwhile(lambda one: one is not tree, self.earlier())
        return resolve(tree, head, itertools.islice(before, 1, None)) or (tree, head)

    def source(self, head: int | None) -> Mention | None:
        """The mention of who says so, by its head; where the sentence names nobody, who is quoted in it."""
        if head is None:
            return self._speaker_behind() or self._speaker()
        person = self.sentence.person_at(head)
        if person is not None:
            return self.of((person.first, person.last), head)  # "said the 19-year-old"
        counted = self.sentence.at(head)
        if counted is not None and head == counted.last - 1 and self.tree[head].tag == "NNS":
            return self.of((counted.first, counted.last), head)  # "two people briefed on the matter said"
        if head in self.sentence.stop or not self.tree[head].text[0].isalpha():
            return None
        first, last = self.tree.noun_phrase(head, self.sentence.stop)
        last = max(last, head + 1, joined_end(self.sentence, head))
        kind = self.tree[first - 1] if first else None
        if kind is not None and kind.is_noun and kind.dep == "nsubj" and kind.head == self.tree[head].head:
            first = self.tree.noun_phrase(kind.i, self.sentence.stop)[0]  # "the charity Open Door"
        apposed = self.tree.child(head, "appos")
        if apposed is not None and apposed.i == last and apposed.tag == "NNP":
            last = self.tree.noun_phrase(apposed.i, self.sentence.stop)[1]  # "The institute Demoscan"
        last = self._named(last)
        titled = title_end(self.tree, head, last)
        last = last if self.sentence.stop.intersection(range(last, titled)) else titled
        if self.sentence.word(last) in ("from", "by"):  # "data from the ministry", "a survey by Corvane"
            maker = self.sentence.nouns_after(last + 1, 5)
            if maker is not None:
                last = max(last, self.tree.noun_phrase(maker, self.sentence.stop)[1])
        return self.of((first, last), head)

    @staticmethod
    def spoken(subject: Mention | None, source: Mention | None) -> Mention | None:
        """A subject with who speaks as what it stands for: `"I pulled 64 ewes out," he said`, `"We lost 40," it said`.

        `We` stands for a firm that speaks; a person who says it may speak for anybody.
        """
        if subject is None or source is None or subject.antecedent is not None:
            return subject
        own = table("antecedents")["speaker"]
        meant = source.antecedent or source
        word = meant.text.lower().rpartition(" ")[2]
        firm = meant.label == "ORG" or is_firm(word) or "ORG" in table("antecedents")["descriptions"].get(word, ())
        if meant.text.lower() in (*own["one"], *own["many"]):
            return subject
        known = subject.text.lower() in own["one"] or (firm and subject.text.lower() in own["many"])
        return subject.model_copy(update={"antecedent": meant}) if known else subject

    def _named(self, last: int) -> int:
        """The end of a phrase with the name that follows it between commas: `its chief executive, Siri Aas, said`."""
        tree = self.tree
        if self.sentence.word(last) != "," or last + 1 >= len(tree) or tree[last + 1].tag != "NNP":
            return last
        end = last + 1
        while end < len(tree) and tree[end].tag == "NNP" and tree[last + 1].label in ("", tree[end].label):
            end += 1
        closed = end < len(tree) and (tree[end].text == "," or tree[end].is_verb)
        return end if closed and not tree[last - 1].label else last

    def _speaker(self) -> Mention | None:
        """Who speaks in the sentences before, where a quotation goes on."""
        goes_on = opens_quotation(self.tree.text, self.span.start) or quoted(self.tree, 0)
        found = speaker_before(self.earlier()) if goes_on else None
        return None if found is None else self._speaking(*found, self.further(*found))

    def _speaker_behind(self) -> Mention | None:
        """Who speaks where a quotation ends that is still open here: `"We lost 40. It was hard," she said`."""
        end = quotation_end(self.tree.text, self.span.start, self.span.end)
        if end is None:
            return None
        between = [self.tree]
        for tree in self.later():
            if tree.words and tree.words[-1].end > end:
                speaker = speaker_in(tree)
                if speaker is None:
                    return None
                before = itertools.chain(reversed(between), self.earlier())
                return self._speaking(tree, speaker, resolve(tree, speaker, before) or (tree, speaker))
            between.append(tree)
        return None

    def _speaking(self, tree: Tree, head: int, further: tuple[Tree, int]) -> Mention:
        """The mention of a speaker in another sentence, with what it stands for."""
        first, last = tree.noun_phrase(head)
        meant = None if further == (tree, head) else self.meant(*further, plural=is_plural(tree[head]))
        return self._mention(tree, first, max(last, head + 1), head, meant)


def is_plural(pronoun: Word) -> bool:
    """Whether a word stands for several."""
    entry = table("antecedents")["pronouns"].get(pronoun.lower, {})
    pair = pronoun.lower == "both" or pronoun.lower in table("antecedents")["pairs"]["nouns"]
    return pair or pronoun.tag == "NNS" or bool(entry.get("plural"))
