"""Text in, extraction records out; knows no RDF, no store, no export."""
