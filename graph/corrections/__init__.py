"""What an analyst corrects: read from one small file, applied whenever the documents are put together.

A correction names what a document says by the document and its words, never by a key of the graph, so that it holds
when the text is read anew. The documents' own graphs stay as they were read; only what they say together is corrected.
"""

from dateline.graph.corrections.apply import Corrected, Stale, apply
from dateline.graph.corrections.file import KINDS, appended, read
from dateline.graph.corrections.model import Correction, Passage, Where
from dateline.graph.corrections.passages import passage

__all__ = ["KINDS", "Corrected", "Correction", "Passage", "Stale", "Where", "appended", "apply", "passage", "read"]
