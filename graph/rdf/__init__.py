"""Model values as RDF and back: the only place that knows the mapping.

`document_quads` and `read_document` are the first layer, one named graph a document; `timeline_quads` the second, the
default graph, which `read_timeline` reads back.
"""

from dateline.graph.rdf.document import document_quads
from dateline.graph.rdf.merged import read_timeline
from dateline.graph.rdf.normal import normal
from dateline.graph.rdf.reading import read_document
from dateline.graph.rdf.timeline import timeline_quads

__all__ = ["document_quads", "normal", "read_document", "read_timeline", "timeline_quads"]
