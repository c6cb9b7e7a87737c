"""Events in the shapes of other code-books, for people who have tools for them.

Which code an event type has is told by the matches in `graph/ontology.ttl` (see `graph/codes.py`); what else these
shapes need stands in the tables beside this file. docs/exports.md says what each of them loses.
"""
