"""The ordered stages, from text to records; the one module that knows them all."""

from __future__ import annotations

import functools
import warnings
from decimal import localcontext
from typing import TYPE_CHECKING, Any, overload

from factex import model as models
from factex.allocator import BETWEEN, give_back
from factex.claims import find
from factex.claims.choice import checked, switched_off
from factex.gate import read, stated
from factex.lexicon.additions import extended
from factex.numerals.arithmetic import EXACT
from factex.sentences.markup import Marked
from factex.sentences.splitter import split
from factex.stages import Found, Made, counted, facts_of, memory
from factex.streaming import shown, stream
from factex.syntax.parser import Parser, tree_of
from factex.syntax.shallow import shallow_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from typing import Literal

    from spacy.language import Language
    from spacy.tokens import Doc

    from factex.claims import Rule
    from factex.facts import Facts
    from factex.lexicon.additions import Additions
    from factex.records import Quantity
    from factex.streaming import OnError
    from factex.syntax.tree import Tree


class Extractor:
    """Extracts facts with one spaCy pipeline; safe to share between threads.

    Args:
        model: Name or path of an English spaCy model; by default `FACTEX_MODEL`, then `en_core_web_sm` where it is
            installed, then factex's own default. It is loaded at the first text.
        nlp: A loaded pipeline to use instead; it needs a tagger and a parser.
        rules: Rules of the user's own, tried before the built-in ones (docs/rules.md).
        without: Rules to switch off: names as `fact.rule` has them (`change.signed`), or the part before the dot for a
            whole kind (`rank`).
        lexicon: Units, number words, modifiers, currencies and other words to know beside the built-in ones: a mapping,
            or the path of a TOML file, in the form of the lexicon's own files (docs/lexicon.md).

    Raises:
        PipelineError: if `nlp` lacks a tagger or a parser.
        LexiconError: if an entry of `lexicon` is not valid.
        RuleError: if a rule has no dotted name or one that is taken, or `without` names no rule.

    Example:
        >>> facts = Extractor().extract("The dam holds 1.7 cubic kilometres of water.")
        >>> print(facts[0])
        measurement | dam | hold | 1.7 kilometer ** 3 of water
    """

    def __init__(
        self,
        model: str | None = None,
        *,
        nlp: Language | None = None,
        rules: Iterable[Rule] = (),
        without: Iterable[str] = (),
        lexicon: Additions | None = None,
    ) -> None:
        self._given: dict[str, Any] = {
            "model": model, "nlp": nlp, "rules": tuple(rules), "without": tuple(without), "lexicon": lexicon,
        }  # fmt: skip
        self._model = model
        self._read_since = 0
        self._lexicon = extended(lexicon)
        own: tuple[Rule, ...] = self._given["rules"]
        self._find = functools.partial(find, rules=checked(own), without=switched_off(own, self._given["without"]))
        self._parser = None if nlp is None else Parser(models.check(nlp))

    def __reduce__(self) -> tuple[Any, ...]:
        # Pickled as what it was made from: in another process it loads the model anew.
        return functools.partial(type(self), **self._given), ()

    @property
    def parser(self) -> Parser:
        """The parser, loaded at the first call."""
        parser = self._parser  # another thread may let go of it
        if parser is None:
            self._model = models.name_of(self._model)  # that of now: the environment may change
            parser = self._parser = Parser(models.load(self._model))
        return parser

    def _forget(self) -> None:
        """Gives back what was kept of the texts read: freed memory, and a vocabulary that has taken in many words."""
        self._read_since = 0
        parser = self._parser
        if self._given["nlp"] is None and parser is not None and models.stale(self._model, parser.nlp):
            self._parser = None  # loaded anew where it is asked for next
        give_back()

    def extract(self, text: str, *, reference_date: date | None = None) -> Facts:
        """The facts of a text.

        Args:
            text: English prose of any length.
            reference_date: The day against which times like `last year` are told; without it their value is None.

        Returns:
            The facts, with every offset pointing into `text`.

        Raises:
            TextTypeError: if `text` is no `str`. No `str` raises.
        """
        return self._facts_of([text], reference_date)[0]

    @overload
    def pipe(
        self,
        texts: Iterable[str],
        *,
        as_tuples: Literal[False] = False,
        batch_size: int = 32,
        n_process: int = 1,
        on_error: OnError = "raise",
        progress: bool = False,
        reference_date: date | None = None,
    ) -> Iterator[Facts]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str, Any]],
        *,
        as_tuples: Literal[True],
        batch_size: int = 32,
        n_process: int = 1,
        on_error: OnError = "raise",
        progress: bool = False,
        reference_date: date | None = None,
    ) -> Iterator[tuple[Facts, Any]]: ...
    def pipe(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: bool = False,
        batch_size: int = 32,
        n_process: int = 1,
        on_error: OnError = "raise",
        progress: bool = False,
        reference_date: date | None = None,
    ) -> Iterator[Any]:
        """The facts of many texts, in order, one `Facts` a text.

        Args:
            texts: The texts, taken lazily; with `as_tuples` pairs of a text and anything, which comes back with it.
            as_tuples: Whether `texts` holds pairs.
            batch_size: How many texts are read ahead and parsed together.
            n_process: How many processes work; -1 takes one a core. Where processes are spawned (macOS, Windows) a
                script needs the usual `if __name__ == "__main__":`, and rules have to be importable.
            on_error: What becomes of a text that fails (it is no `str`, or a rule of the user's own raises). "raise"
                raises its error; "skip" leaves it out with a warning; a function is called with the item and the error,
                and what it returns comes in the place of the facts, or nothing where it returns None.
            progress: Whether to show a progress bar, on standard error, where that is a terminal.
            reference_date: As for `extract`.

        Yields:
            `Facts`, or pairs of `Facts` and what stood beside the text.

        Raises:
            TextTypeError: when the turn of a text comes that is no `str`.
            WorkerError: if a worker process dies.

        Example:
            >>> texts = ["It costs $5.", None, "Sales rose 3%."]
            >>> [len(facts) for facts in Extractor().pipe(texts, on_error=lambda text, error: ())]
            [1, 0, 1]
        """
        if isinstance(on_error, str) and on_error not in ("raise", "skip"):
            raise ValueError(f"on_error must be 'raise', 'skip' or a function, got {on_error!r}")
        if n_process != 1:
            self.parser  # noqa: B018 - loaded once, before processes are forked
        work = functools.partial(self._outcomes, as_tuples=as_tuples, reference=reference_date)
        items = shown(texts, "texts") if progress else texts
        for number, (item, outcome) in enumerate(stream(work, items, batch_size=batch_size, n_process=n_process)):
            result = _settled(item, outcome, number, on_error) if isinstance(outcome, Exception) else outcome
            if result is not None:
                yield (result, item[1]) if as_tuples and not isinstance(outcome, Exception) else result

    def _outcomes(self, items: Sequence[Any], *, as_tuples: bool, reference: date | None) -> list[Facts | Exception]:
        """The facts of some items, or the error of each that has one."""
        try:
            return list(self._facts_of([item[0] if as_tuples else item for item in items], reference))
        except Exception as error:  # noqa: BLE001 - it belongs to one text; the others go on
            if len(items) == 1:
                return [error]
            return [self._outcomes([item], as_tuples=as_tuples, reference=reference)[0] for item in items]

    def quantities(self, text: str) -> tuple[Quantity, ...]:
        """The quantities of a text, read on its characters: no model is loaded, and no claims are made.

        Values, bounds, modifiers and units that the text names are those of `extract`. What a number counts is told by
        closed classes and endings of words instead of tags and a parse, so a counted noun may be missing or be another
        word, and `one` or `double` be read where it is no number (docs/performance.md has how often).

        Raises:
            TextTypeError: if `text` is no `str`.

        Example:
            >>> [str(quantity) for quantity in Extractor().quantities("The port shipped 2,400 containers for $3.1m.")]
            ['2,400 container', '3.1 million USD']
        """
        origin = Marked(text)
        plain = origin.plain
        with self._lexicon.active(), localcontext(EXACT):
            found = (
                counted(plain, shallow_tree(plain, sentence), drafts)
                for _, sentence, drafts in stated(plain, list(split(plain)))
            )
            return tuple(origin.told(draft.record(plain)) for drafts in found for draft in drafts)

    def facts_of_doc(self, doc: Doc, parser: Parser, *, reference_date: date | None = None) -> Facts:
        """The facts of a document that a spaCy pipeline has tagged and parsed, from its own parse.

        Args:
            doc: The document.
            parser: Tells the lemmas of its words; nothing is parsed anew.
            reference_date: As for `extract`.
        """
        with self._lexicon.active(), localcontext(EXACT):
            document = read(Marked(doc.text, strip=False), reference_date)

            @functools.cache
            def tree(index: int) -> Tree:
                start, end = document.sentences[index]
                span = doc.char_span(start, end, alignment_mode="expand")
                return tree_of(doc[0:0] if span is None else span, doc.text, 0, parser.lemma)

            made, told = Made(), memory()
            for piece in document.pieces:
                found = Found(document, piece, tree, self._find, told)
                made.add(document, piece.index, found.quantities, found.facts())
            return made.facts(document)

    def _facts_of(self, texts: Sequence[str], reference: date | None) -> list[Facts]:
        """The facts of some texts, under this extractor's lexicon."""
        with self._lexicon.active(), localcontext(EXACT):
            documents = [read(Marked(text), reference) for text in texts]
            found = list(facts_of(documents, lambda: self.parser, self._find))
        self._read_since += sum(map(len, texts))
        if self._read_since > BETWEEN:
            self._forget()
        return found


def _settled(item: Any, error: Exception, number: int, on_error: OnError) -> Any:
    """What stands in the place of a text that failed; None where it is left out."""
    if callable(on_error):
        return on_error(item, error)
    if on_error == "skip":
        warnings.warn(f"text {number} of the stream is left out: {error}", stacklevel=3)
        return None
    error.add_note(f"in text {number} of the stream, counted from 0")
    raise error


@functools.cache
def default() -> Extractor:
    """The extractor behind `factex.extract`, with the default model."""
    return Extractor()
