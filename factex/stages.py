"""The later stages, on parsed sentences: what is found in one, and many parsed together, a bounded number at a time."""

from __future__ import annotations

import collections
import functools
import itertools
from typing import TYPE_CHECKING

from factex.claims.sentence import Sentence
from factex.context.across import joined
from factex.context.fill import Filler
from factex.facts import Facts
from factex.lexicon.phrases import tokens
from factex.quantity.counted import count
from factex.quantity.elided import Before
from factex.quantity.from_to import merge
from factex.quantity.located import locate
from factex.quantity.neighbours import lend
from factex.syntax.shallow import shallow_tree

if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factex.claims import Claim
    from factex.gate import Document, Piece
    from factex.quantity.draft import Draft
    from factex.records import Fact, Quantity
    from factex.syntax.parser import Parser
    from factex.syntax.tree import Tree

    Find = Callable[[Sentence], list[Claim]]
    Trees = dict[tuple[Document, int], Tree]

# How many sentences back a pronoun is looked up, and how many ahead the speaker of a quotation.
MEMORY = 6
# How many sentences back the unit of a number is looked up.
REACH = 2
# How many sentences are parsed together; what is kept of a long text besides its facts is no more than these.
CHUNK = 512


def memory() -> deque[Before]:
    """What the next sentence may leave out because the last ones told it; empty at first."""
    return collections.deque(maxlen=REACH)


def counted(text: str, tree: Tree, drafts: Sequence[Draft], before: Sequence[Before] = ()) -> list[Draft]:
    """The quantities of a sentence with what they count, which a sentence before it may tell."""
    found = count(text, tree, drafts)
    lend(tree, found, before)
    return merge(tree, found)


class Unread(Exception):  # noqa: N818 - no error: a request, answered by a parse
    """A sentence is asked for that is not parsed yet."""

    def __init__(self, document: Document, index: int) -> None:
        super().__init__(index)
        self.sentence = document, index


class Found:
    """What is found in one sentence: its quantities, and its claims before their slots are filled.

    Args:
        document: The document.
        piece: The sentence.
        tree: Gives the parse of a sentence by its index; raises `Unread` where there is none yet.
        find_claims: Finds the claims.
        told: The sentences with quantities so far, nearest first; takes this one too.
    """

    def __init__(
        self,
        document: Document,
        piece: Piece,
        tree: Callable[[int], Tree],
        find_claims: Find,
        told: deque[Before],
    ) -> None:
        own = tree(piece.index)
        drafts = counted(document.text, own, piece.drafts, [one for one in told if piece.index - one.place <= REACH])
        told.appendleft(Before(piece.index, own, drafts))
        located = [locate(own, draft.record(document.text), attributive=draft.attributive) for draft in drafts]
        sentence = Sentence(own, located)
        before = range(piece.index - 1, max(-1, piece.index - 1 - MEMORY), -1)
        behind = range(piece.index + 1, min(len(document.sentences), piece.index + 1 + MEMORY))
        earlier, later = functools.partial(map, tree, before), functools.partial(map, tree, behind)
        self._filler = Filler(sentence, piece.bounds, earlier, later, document.reference)
        self._claims = find_claims(sentence)
        # A rule may read a fraction as a multiple: "half that".
        read = {one.quantity.start: one.quantity for claim in self._claims for one in claim.roles.values()}
        self.quantities = [read.get(one.quantity.start, one.quantity) for one in located]

    def facts(self) -> list[Fact]:
        """The facts, in order."""
        return [fact for _, fact in sorted(self._filler.facts(self._claims), key=lambda item: item[0])]


class Made:
    """What has been made of a document so far."""

    def __init__(self) -> None:
        self._quantities: list[Quantity] = []
        self._facts: list[Fact] = []
        self._last = -1  # the last sentence, and its facts
        self._of_last: list[Fact] = []

    def add(self, document: Document, index: int, quantities: Iterable[Quantity], facts: Sequence[Fact]) -> None:
        """Takes what was made of the next sentence, which may point back at the numbers of the one before."""
        before = self._of_last if index == self._last + 1 else []
        if before and facts:
            self._facts[-len(before) :], facts = joined(document.text, before, facts)
            lent = {one.start: one for fact in self._facts[-len(before) :] for one in fact.quantities()}
            quantities = [lent.get(one.start, one) for one in quantities]
        self._last, self._of_last = index, list(facts)
        self._quantities += quantities
        self._facts += facts

    def facts(self, document: Document) -> Facts:
        """The record of the document, told in the text as it was given."""
        origin = document.origin
        found = Facts(
            text=origin.text,
            quantities=tuple(self._quantities),
            facts=tuple(self._facts),  # type: ignore[arg-type] # each is of a kind of the union
            warnings=document.warnings,
        )
        return origin.told(found)


def facts_of(documents: Sequence[Document], parser: Callable[[], Parser], find_claims: Find) -> Iterator[Facts]:
    """The facts of some documents, their sentences parsed together.

    Args:
        documents: The documents, as the gate has read them.
        parser: Gives the parser; asked only where there is a sentence to parse.
        find_claims: Finds the claims of a sentence.
    """
    stream = ((document, piece) for document in documents for piece in document.pieces)
    ready: dict[Document, Made] = {document: Made() for document in documents}
    told = {document: memory() for document in documents}
    trees: Trees = {}
    waiting = iter(documents)
    current = next(waiting, None)
    while chunk := list(itertools.islice(stream, CHUNK)):
        while current is not None and current is not chunk[0][0]:
            yield ready.pop(current).facts(current)
            current = next(waiting, None)
        _parse_into(trees, [(document, piece.index) for document, piece in chunk if not piece.crowded], parser)
        found = [
            None
            if piece.crowded
            else Found(document, piece, functools.partial(_tree, trees, document), find_claims, told[document])
            for document, piece in chunk
        ]
        for (document, piece), one, facts in zip(chunk, found, _filled(trees, found, parser), strict=True):
            ready[document].add(
                document, piece.index, _of_table(document, piece) if one is None else one.quantities, facts
            )
        last = (chunk[-1][0], chunk[-1][1].index)
        trees = {key: tree for key, tree in trees.items() if key[0] is last[0] and key[1] > last[1] - MEMORY}
    while current is not None:
        yield ready.pop(current).facts(current)
        current = next(waiting, None)


def _parse_into(trees: Trees, wanted: Sequence[tuple[Document, int]], parser: Callable[[], Parser]) -> None:
    """Parses sentences together, those already parsed aside."""
    new = [(document, index) for document, index in wanted if (document, index) not in trees]
    if new:
        parsed = parser().parse((document.text, document.sentences[index]) for document, index in new)
        trees.update(zip(new, parsed, strict=True))


def _filled(trees: Trees, found: Sequence[Found | None], parser: Callable[[], Parser]) -> list[list[Fact]]:
    """The facts of some sentences; those before them that pronouns ask for are parsed together, until none is."""
    facts: list[list[Fact]] = [[] for _ in found]
    waiting = list(enumerate(found))
    while waiting:
        unread: dict[int, tuple[Document, int]] = {}
        for k, one in waiting:
            try:
                facts[k] = [] if one is None else one.facts()
            except Unread as asked:
                unread[k] = asked.sentence
        _parse_into(trees, list(dict.fromkeys(unread.values())), parser)
        waiting = [(k, found[k]) for k in unread]
    return facts


def _tree(trees: Trees, document: Document, index: int) -> Tree:
    """The parse of a sentence."""
    tree = trees.get((document, index))
    if tree is None:
        raise Unread(document, index)
    return tree


def _of_table(document: Document, piece: Piece) -> list[Quantity]:
    """The quantities of a sentence that is a table, of which no claims are made."""
    found = counted(document.text, shallow_tree(document.text, tokens(document.text, *piece.bounds)), piece.drafts)
    return [draft.record(document.text) for draft in found]
