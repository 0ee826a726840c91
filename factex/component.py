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

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from factex.errors import PipelineError
from factex.facts import Facts
from factex.pipeline import facts_of_doc
from factex.syntax.parser import Parser

NAME = "factex"


def facts(doc: Doc) -> Facts:
    """What `doc._.facts` gives: the facts that the component stored, none where it has not run."""
    stored = doc.user_data.get(NAME)
    return Facts(text=doc.text) if stored is None else Facts.model_validate_json(stored)


if not Doc.has_extension("facts"):
    Doc.set_extension("facts", getter=facts)


class Component:
    """The component; made by `nlp.add_pipe("factex")`.

    Args:
        nlp: The pipeline that it is part of.
        name: Its name in that pipeline.
        spans_key: Under which key of `doc.spans` the quantities stand.
    """

    def __init__(self, nlp: Language, name: str, spans_key: str) -> None:
        self.name = name
        self.spans_key = spans_key
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
        found = facts_of_doc(doc, self._parser)
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


@Language.factory(
    NAME,
    assigns=["doc._.facts", "doc.spans"],
    requires=["token.tag", "token.dep", "token.head"],
    default_config={"spans_key": NAME},
)
def make_component(nlp: Language, name: str, spans_key: str) -> Component:
    """Makes the component, for spaCy's registry."""
    return Component(nlp, name, spans_key)
