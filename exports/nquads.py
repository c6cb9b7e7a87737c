"""N-Quads 1.1: both layers, one statement a line, sorted."""

from __future__ import annotations

from pyoxigraph import RdfFormat, serialize

from dateline.exports import Export
from dateline.exports.statements import merged, told


def render(export: Export) -> bytes:
    """Every statement once; those without a fourth term are of the merged layer."""
    quads = [*merged(export), *(quad for _, document in told(export) for quad in document)]
    lines = (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
    return b"".join(sorted(set(lines)))
