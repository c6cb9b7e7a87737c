"""What a name could mean, as told to users: in words, with the id that it has elsewhere."""

from __future__ import annotations

from urllib.parse import urlsplit

HANDFUL = 5
"""The most that are told of one name."""

_AUTHORITIES = {"www.wikidata.org": "Wikidata", "sws.geonames.org": "GeoNames"}


def with_id(name: str, link: str | None) -> str:
    """ "Ann Example (Wikidata Q1)"; the name alone where it has no link."""
    if link is None:
        return name
    parts = urlsplit(link)
    return f"{name} ({_AUTHORITIES[parts.netloc]} {parts.path.strip('/').rpartition('/')[2]})"
