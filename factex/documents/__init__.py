"""Documents in: text, web pages, PDF files and tables, from files, folders and standard input."""

from factex.documents.document import Document, DocumentError, Limits
from factex.documents.reading import read
from factex.documents.sources import SUFFIXES

__all__ = ["SUFFIXES", "Document", "DocumentError", "Limits", "read"]
