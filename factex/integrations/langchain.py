"""A LangChain document transformer that puts each document's facts into its metadata; needs `factex[langchain]`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from langchain_core.documents import BaseDocumentTransformer, Document
from typing_extensions import override

from factex.exports.selection import Selection
from factex.pipeline import Extractor

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class FactexTransformer(BaseDocumentTransformer):
    """Adds the facts of each document to its metadata; text and other metadata stay as they are.

    What is added are plain values, as JSON has them: one dictionary a fact, numbers as strings. The documents that come
    back are copies. A vector store that takes only flat metadata needs LangChain's `filter_complex_metadata` behind it.

    Args:
        key: Where in the metadata the facts stand.
        kinds: The kinds of facts to keep (`change`, `share`, …); all where none is given.
        min_confidence: How sure a fact has to be, from 0 to 1.
        extractor: The extractor to use; by default one with the default model.

    Raises:
        SelectionError: if a kind is unknown, or the confidence is outside 0 to 1.

    Example:
        >>> from langchain_core.documents import Document
        >>> documents = [Document("Net profit jumped 90% to $7.2 billion.", metadata={"source": "wire"})]
        >>> (document,) = FactexTransformer().transform_documents(documents)
        >>> document.metadata["source"], document.metadata["facts"][0]["end"]["value"]
        ('wire', '7200000000')
    """

    def __init__(
        self,
        *,
        key: str = "facts",
        kinds: Iterable[str] = (),
        min_confidence: float = 0.0,
        extractor: Extractor | None = None,
    ) -> None:
        self.key = key
        self._selection = Selection(tuple(kinds), min_confidence)
        self._extractor = extractor or Extractor()

    @override
    def transform_documents(self, documents: Sequence[Document], **kwargs: Any) -> Sequence[Document]:
        """The documents with their facts.

        Args:
            documents: The documents, left as they are.
            kwargs: Passed on to `Extractor.pipe`: `n_process`, `batch_size`, `reference_date`.

        Raises:
            WorkerError: if a worker process dies.
        """
        found = self._extractor.pipe((document.page_content for document in documents), **kwargs)
        return [
            document.model_copy(update={"metadata": {**document.metadata, self.key: self._selection.dumped(facts)}})
            for document, facts in zip(documents, found, strict=True)
        ]
