"""The page: one HTML file that explains the story to whoever opens it, without a network and without trust in its data.

pyvis builds the network; the template, style and script beside this file are the page. Everything is put inline, and a
content security policy allows exactly these scripts and this style by their hashes, and no request at all. Data goes in
as JSON that no HTML parser can leave early, and is shown as text only. A static table serves where scripts are off.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader

from dateline.exports import Export, evidence
from dateline.exports.page import clean, data, network, when
from dateline.exports.page.strings import Strings, table, type_words
from dateline.graph.model import Timeline

SCRIPTS = (
    "base",
    "model",
    "filters",
    "dates",
    "boxes",
    "place",
    "graph",
    "choose",
    "scale",
    "lanes",
    "bars",
    "brush",
    "map",
    "table",
    "card",
    "search",
    "drawing",
    "picture",
    "main",
)
"""The files of `script/`, in the order in which they are joined into one function."""
COLUMNS = ("date", "event", "status", "sources", "type", "who.all", "where", "quote")
"""Of the table for readers without scripts."""
FULL = 2000
"""Up to so many events, the table for readers without scripts also tells who, where, and a sentence of each; beyond,
it is kept small: no status means "happened", as a note above it says."""


def render(export: Export) -> bytes:
    """The page as UTF-8."""
    strings = table(export.language)
    title = heading(export, strings)
    shown = network.build(export.timeline)
    full = len(export.timeline.events) <= FULL
    scripts = (_tidy(network.script()), _joined())
    style = _tidy(_text("style.css"))
    html = _fill(
        "template.html",
        title=title,
        t=strings,
        policy=_policy(scripts, style),
        scripts=scripts,
        style=style,
        data=_json(data.build(export, shown, strings)),
        strings=_json(strings),
        world=_text("world.json"),
        sources=len(export.timeline.documents),
        rows=_static_rows(export.timeline, strings, full),
        columns=COLUMNS if full else COLUMNS[:3],
    )
    return html.encode("utf-8", "replace")


def notebook(export: Export) -> str:
    """The page for a cell of a notebook, in a frame that can reach nothing outside itself.

    Under it stands the plain table of all events, for where frames or scripts are taken out.
    """
    strings = table(export.language)
    full = len(export.timeline.events) <= FULL
    return _fill(
        "notebook.html",
        title=heading(export, strings),
        t=strings,
        page=render(export).decode("utf-8"),
        rows=list(_static_rows(export.timeline, strings, full)),
        columns=COLUMNS if full else COLUMNS[:3],
    )


def heading(export: Export, strings: Strings) -> str:
    """What the page is called: the title given, that of the only document, or whom most events are about."""
    timeline = export.timeline
    if export.title:
        return clean.label(export.title)
    if len(timeline.documents) == 1 and timeline.documents[0][1].title:
        return clean.label(timeline.documents[0][1].title)
    counts = Counter(iri for event in timeline.events if event.happened for iri in {*event.agents, *event.patients})
    names = {actor.id: clean.label(actor.name) for actor in timeline.actors}
    ranked = sorted((iri for iri in counts if iri in names), key=lambda iri: (-counts[iri], names[iri]))
    told = ", ".join(dict.fromkeys(names[iri] for iri in ranked[:3]))
    return strings["title.actors"].replace("{names}", told) if told else strings["title"]


def _static_rows(timeline: Timeline, strings: Strings, full: bool) -> Iterator[dict[str, Any]]:
    documents, places = evidence.documents(timeline), evidence.places(timeline)
    names = {actor.id: actor.name for actor in timeline.actors}
    for event in timeline.events:
        told = [(documents[iri], claim) for iri, claim in event.claims if iri in documents]
        sources = dict.fromkeys(clean.label(evidence.name_of(document)) for document, _ in told)
        row = {
            "date": when.words(event.begin, event.end, event.status, strings),
            "event": clean.label(event.label),
            "status": strings[f"status.{event.status}"] if full or event.status != "Actual" else "",
            "sources": ", ".join(sources),
            "happened": event.happened,
        }
        if full:
            who = dict.fromkeys((*event.agents, *event.patients, *event.participants))
            row |= {
                "type": type_words(event.subtype or event.type, strings),
                "who.all": ", ".join(clean.label(names[iri]) for iri in who if iri in names),
                "where": ", ".join(clean.label(places[iri].name) for iri in event.places[:1] if iri in places),
                "quote": clean.quotation(evidence.first_quote(event, documents) or ""),
            }
        yield row


def _fill(template: str, **values: object) -> str:
    files = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, loader=FunctionLoader(_text))
    return files.get_template(template).render(values)


def _joined() -> str:
    parts = (_text(f"script/{name}.js") for name in SCRIPTS)
    return _tidy("(() => {\n'use strict';\n" + "\n".join(parts) + "})();\n")


def _policy(scripts: tuple[str, ...], style: str) -> str:
    allowed = " ".join(map(digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {digest(style)}; img-src data:; connect-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """A script or style as a content security policy allows it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(value: object) -> str:
    """JSON that cannot end the script element it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _tidy(text: str) -> str:
    """Text as an HTML parser hands it on, so that its hash holds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
