"""factex as a spaCy component: `nlp.add_pipe("factex")`.

The component reads the tags, parse and entities that the pipeline has set, fills `doc.spans["factex"]` with the
quantities (labelled by the kind of the fact that uses them, or `quantity`) and `doc._.facts` with `Facts`.

What it stores is one JSON string in `doc.user_data`, so it survives `doc.to_bytes()`, pickling and `n_process`; the
records are rebuilt when they are asked for.

Example:
    >>> from factex import model
    >>> import spacy
    >>> nlp = spacy.load(model.name_of())
    >>> _ = nlp.add_pipe("factex")
    >>> doc = nlp("The dam holds 1.7 cubic kilometres of water.")
    >>> [span.text for span in doc.spans["factex"]]
    ['1.7 cubic kilometres']
    >>> doc._.facts[0].of.text
    'water'
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from factex.errors import PipelineError
from factex.exports.selection import Selection
from factex.facts import Facts
from factex.pipeline import Extractor
from factex.syntax.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "factex"


def facts(doc: Doc) -> Facts:
    """What `doc._.facts` gives: the facts that the component stored, none where it has not run."""
    stored = doc.user_data.get(NAME)
    return Facts(text=doc.text) if stored is None else Facts.model_validate_json(stored)


if not Doc.has_extension("facts"):
    Doc.set_extension("facts", getter=facts)


class Component:
    """The component; made by `nlp.add_pipe("factex")`.

    All that it is given are plain values, which stand in the pipeline's `config.cfg` and come back with it.

    Args:
        nlp: The pipeline that it is part of.
        name: Its name in that pipeline.
        spans_key: Under which key of `doc.spans` the quantities stand.
        kinds: The kinds of facts to keep (`change`, `share`, …); all where none is given.
        min_confidence: How sure a fact has to be, from 0 to 1.
        reference_date: The day, as `YYYY-MM-DD`, against which times like `last year` are told.
        without: Rules to switch off, as for `Extractor`.
        lexicon: Path of a TOML file with words of your own, as for `Extractor`.

    Raises:
        PipelineError: if `reference_date` is no date.
        SelectionError: if a kind is unknown, or the confidence is outside 0 to 1.
        RuleError: if `without` names no rule.
        LexiconError: if an entry of the lexicon is not valid.
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        *,
        spans_key: str = NAME,
        kinds: Sequence[str] = (),
        min_confidence: float = 0.0,
        reference_date: str | None = None,
        without: Sequence[str] = (),
        lexicon: str | None = None,
    ) -> None:
        self.name = name
        self.spans_key = spans_key
        self._selection = Selection(tuple(kinds), min_confidence)
        self._reference = None if reference_date is None else _date(reference_date)
        self._extractor = Extractor(without=without, lexicon=lexicon)
        self._parser = Parser(nlp)

    def __call__(self, doc: Doc) -> Doc:
        """Finds the facts of a parsed document.

        Raises:
            PipelineError: if the document has no dependency parse.
        """
        if len(doc) and not doc.has_annotation("DEP"):
            raise PipelineError(
                f"{self.name!r} reads a dependency parse, and this document has none; add it behind the parser"
            )
        read = self._extractor.facts_of_doc(doc, self._parser, reference_date=self._reference)
        found = self._selection.of(read)
        kinds = {(quantity.start, quantity.end): fact.kind for fact in found for quantity in fact.quantities()}
        labelled = (
            doc.char_span(
                quantity.start,
                quantity.end,
                label=kinds.get((quantity.start, quantity.end), "quantity"),
                alignment_mode="expand",
            )
            for quantity in found.quantities
        )
        spans = [span for span in labelled if span is not None]
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        doc.user_data[NAME] = found.model_dump_json()
        return doc


def _date(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise PipelineError(f"reference_date must be a date such as '2026-11-24', got {written!r}") from error


@Language.factory(
    NAME,
    assigns=["doc._.facts", "doc.spans"],
    requires=["token.tag", "token.dep", "token.head"],
    default_config={
        "spans_key": NAME, "kinds": [], "min_confidence": 0.0, "reference_date": None, "without": [], "lexicon": None,
    },
)  # fmt: skip
def make_component(
    nlp: Language,
    name: str,
    spans_key: str,
    kinds: list[str],
    min_confidence: float,
    reference_date: str | None,
    without: list[str],
    lexicon: str | None,
) -> Component:
    """Makes the component, for spaCy's registry."""
    return Component(
        nlp,
        name,
        spans_key=spans_key,
        kinds=kinds,
        min_confidence=min_confidence,
        reference_date=reference_date,
        without=without,
        lexicon=lexicon,
    )
