"""A Haystack component that puts the facts of each document into its meta; needs `factex[haystack]`."""

from __future__ import annotations

import dataclasses
from typing import Any

from haystack import Document, component, default_from_dict, default_to_dict

from factex.exports.selection import Selection
from factex.pipeline import Extractor


@component
class FactexExtractor:
    """Adds the facts of each document to its meta; content, id and other meta stay as they are.

    What is added are plain values, as JSON has them: one dictionary a fact, numbers as strings. A document without text
    gets an empty list. To read a saved pipeline back, tell Haystack to trust this package:
    `Pipeline.loads(saved, allowed_modules=["factex.integrations.haystack"])`.

    Args:
        model: Name or path of an English spaCy model; by default that of `factex.extract`.
        key: Where in the meta the facts stand.
        kinds: The kinds of facts to keep (`change`, `share`, …); all where none is given.
        min_confidence: How sure a fact has to be, from 0 to 1.
        without: Rules to switch off, as for `factex.Extractor`.
        lexicon: Path of a TOML file with words of your own, as for `factex.Extractor`.

    Raises:
        SelectionError: if a kind is unknown, or the confidence is outside 0 to 1.
        RuleError: if `without` names no rule.
        LexiconError: if an entry of the lexicon is not valid.

    Example:
        >>> from haystack import Document
        >>> documents = [Document(content="Net profit jumped 90% to $7.2 billion.", meta={"source": "wire"})]
        >>> (document,) = FactexExtractor().run(documents=documents)["documents"]
        >>> document.meta["source"], document.meta["facts"][0]["end"]["value"]
        ('wire', '7200000000')
    """

    def __init__(
        self,
        *,
        model: str | None = None,
        key: str = "facts",
        kinds: list[str] | None = None,
        min_confidence: float = 0.0,
        without: list[str] | None = None,
        lexicon: str | None = None,
    ) -> None:
        self._given: dict[str, Any] = {
            "model": model, "key": key, "kinds": kinds, "min_confidence": min_confidence, "without": without,
            "lexicon": lexicon,
        }  # fmt: skip
        self.key = key
        self._selection = Selection(tuple(kinds or ()), min_confidence)
        self._extractor = Extractor(model, without=without or (), lexicon=lexicon)

    def warm_up(self) -> None:
        """Loads the model ahead of the first document."""
        self._extractor.parser  # noqa: B018 - reading it loads it

    @component.output_types(documents=list[Document])
    def run(self, documents: list[Document]) -> dict[str, list[Document]]:
        """The documents with their facts.

        Args:
            documents: The documents, left as they are.

        Returns:
            `documents`: copies in the same order.
        """
        found = self._extractor.pipe(document.content or "" for document in documents)
        return {
            "documents": [
                dataclasses.replace(document, meta={**document.meta, self.key: self._selection.dumped(facts)})
                for document, facts in zip(documents, found, strict=True)
            ]
        }

    def to_dict(self) -> dict[str, Any]:
        """The component as plain values, for `Pipeline.dumps`."""
        return default_to_dict(self, **self._given)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> FactexExtractor:
        """The component that `to_dict` wrote."""
        made: FactexExtractor = default_from_dict(cls, data)
        return made
