"""The verb `correct`: each of its own verbs adds one correction to the file beside the graph, and applies it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import click

import dateline
from dateline import show
from dateline.corrections import others, passages, united
from dateline.options import options, store

if TYPE_CHECKING:
    from dateline.graph.corrections import Passage
    from dateline.story import Story

_why = options(
    click.option("-s", "--store", "folder", metavar="DIR", help="A graph, unless `correct` names it."),
    click.option("--reason", required=True, metavar="TEXT", help="Why; it is shown with the event."),
    click.option("--author", required=True, envvar="DATELINE_AUTHOR", metavar="NAME", help="Who corrects it."),
)
_document = click.option("--document", metavar="DOC", help="Only what this document says, by its id.")
_event = click.argument("event")


@click.group(invoke_without_command=True)
@store
@click.pass_context
def correct(context: click.Context, folder: str) -> None:
    """Correct what the documents say together.

    Each correction is a table in DIR/corrections.toml, with its reason and author; write there too. All are applied
    whenever the graph is put together; without a verb, now. EVENT is a key or the beginning of a label, as `timeline`
    shows them.
    """
    context.obj = folder
    if context.invoked_subcommand is None:
        story = dateline.open(folder)
        with story.changing():
            pass
        told(story)


def told(story: Story) -> None:
    """Say how many corrections there are, and which of them no longer apply."""
    found = story.report["corrections"]
    for each in found["stale"]:
        line = f"{story.corrections.path}, line {each['line']}"
        show.talk(f"{line}: the {each['kind']} by {each['author']} does not apply in full: {each['why']}")
    if stale := len({each["line"] for each in found["stale"]}):
        much = f"{stale} of them not in full; change or take out what no longer applies"
        show.talk(f"{show.counted(found['count'], 'correction')}, {much}")
    elif found["count"]:
        show.talk(f"{show.counted(found['count'], 'correction')} applied")


def _add(why: Mapping[str, Any], make: Callable[[Story], Mapping[str, Any]]) -> None:
    """Add the correction whose values `make` takes from the graph that `why` or `correct` itself names."""
    from dateline.graph.corrections import Correction

    story = dateline.open(why["folder"] or str(click.get_current_context().obj))
    story.correct(Correction(reason=why["reason"], author=why["author"], **make(story)))
    told(story)


def _claims(story: Story, event: str, document: str | None) -> tuple[Passage, ...]:
    return passages(story, story.event(event), document)


@correct.command()
@options(_why, click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT..."))
def merge(events: tuple[str, ...], **why: Any) -> None:
    """Make one event of several."""
    _add(why, lambda story: {"kind": "merge", "claims": united(story, [story.event(name) for name in events])})


@correct.command()
@options(_why, _event, click.argument("documents", nargs=-1, required=True, metavar="DOC..."))
def split(event: str, documents: tuple[str, ...], **why: Any) -> None:
    """Take out of EVENT what each DOC says of it."""

    def make(story: Story) -> dict[str, Any]:
        found = story.event(event)
        claims = tuple(each for document in documents for each in passages(story, found, document))
        return {"kind": "split", "claims": claims, "apart": others(story, found, claims)}

    _add(why, make)


@correct.command()
@options(_why, _event, click.argument("type_", metavar="TYPE"), _document)
def retype(event: str, type_: str, document: str | None, **why: Any) -> None:
    """Give EVENT another class or subtype."""
    _add(why, lambda story: {"kind": "retype", "claims": _claims(story, event, document), "type": type_})


@correct.command()
@options(_why, _event, click.argument("date"), _document)
def redate(event: str, date: str, document: str | None, **why: Any) -> None:
    """Give EVENT another date.

    DATE is a day, a month or a year, or two of them as in 2021-03-01/2021-03-05.
    """
    _add(why, lambda story: {"kind": "redate", "claims": _claims(story, event, document), "date": date})


@correct.command()
@options(
    _why,
    _event,
    click.argument("place"),
    _document,
    click.option("--country", metavar="CODE", help="Of the place: ISO 3166-1 alpha-3."),
    click.option("--at", nargs=2, type=float, metavar="LAT LON", help="Of a place that no document names."),
    click.option("--link", metavar="IRI", help="Of the place, as in GeoNames or Wikidata."),
)
def relocate(
    event: str,
    place: str,
    document: str | None,
    country: str | None,
    at: tuple[float, float] | None,
    link: str | None,
    **why: Any,
) -> None:
    """Put EVENT in another place."""
    from dateline.graph.corrections import Where

    lat, lon = at or (None, None)
    where = Where(place, country, lat, lon, link)
    _add(why, lambda story: {"kind": "relocate", "claims": _claims(story, event, document), "place": where})


@correct.command()
@options(_why, _event, _document)
def reject(event: str, document: str | None, **why: Any) -> None:
    """Take EVENT out: nothing of the kind is told."""
    _add(why, lambda story: {"kind": "reject", "claims": _claims(story, event, document)})


@correct.command()
@options(
    _why,
    click.argument("actor"),
    click.argument("name"),
    _document,
    click.option("--link", metavar="IRI", help='The actor\'s link; "" takes a wrong one away.'),
)
def rename(actor: str, name: str, document: str | None, link: str | None, **why: Any) -> None:
    """Give ACTOR another name.

    Two actors under one full name are one actor; one of them under another name is another. ACTOR is called so by the
    documents, or only by the one that --document names.
    """
    _add(why, lambda _: {"kind": "rename", "actor": actor, "name": name, "document": document, "link": link})
