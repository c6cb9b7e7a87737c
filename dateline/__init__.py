"""News text in, an event timeline knowledge graph out."""
