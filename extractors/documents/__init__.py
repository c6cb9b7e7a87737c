"""Reading documents: files, pages and PDFs into `Document`s, one format a file."""

from dateline.extractors.documents.limited import Limits
from dateline.extractors.documents.readers import READERS
from dateline.extractors.documents.reading import Reading, read
from dateline.extractors.documents.sources import Source, find

__all__ = ["READERS", "Limits", "Reading", "Source", "find", "read"]
