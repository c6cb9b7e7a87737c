"""The verbs that show what a graph holds, and change nothing."""

from __future__ import annotations

import sys
from typing import Any

import click

import dateline
from dateline import show
from dateline.options import as_json, options, store

EARLIER = "the files show an earlier state of the graph"
TURTLE = ("ontology", "shapes")
WHAT = ("types", "terms", "queries", "formats", "readers", "documents", "actors", "places", *TURTLE)


@click.command()
@options(store, as_json)
@click.option("--actor", metavar="NAME", help="Who takes part.")
@click.option("--type", metavar="TYPE", help="Class or subtype: Protest, Strike.")
@click.option("--place", metavar="NAME", help="Where, and all that lies in it.")
@click.option("--from", "begin", metavar="DATE", help="First day; a month or a year will do.")
@click.option("--to", "end", metavar="DATE", help="Last day; a month or a year will do.")
@click.option("--all", "everything", is_flag=True, help="Also what is planned, denied, possible, demanded.")
@click.option("--story", "start", metavar="EVENT", help="Only what hangs together with EVENT, and by what.")
def timeline(folder: str, as_json: bool, start: str | None, **wanted: Any) -> None:
    """Show the events in date order.

    Only what a source tells as done; --all adds the rest, with its status.
    """
    from dateline import filters, listing

    story = dateline.open(folder)
    found = filters.select(story.outline, filters.wanted(**wanted))
    if start is not None:
        shown = {event.id for event in found}
        chapters = (each for each in story.storyline(start) if each.event.id in shown)
        show.table(*listing.storyline(story, chapters), as_json, ("place", "status"))
        return
    hidden = ("place",) if wanted["everything"] else ("place", "status")
    show.table(*listing.events(story, found), as_json, hidden)


@click.command()
@options(store)
@click.argument("question", metavar="[NAME|FILE.rq|-]", required=False)
@click.option("-e", "--text", metavar="SPARQL", help="The query itself.")
@click.option(
    "-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A value that the question asks for."
)
@click.option("--format", "form", metavar="FORM", help="csv, tsv, json, xml, html, table; ttl, nt, rdf for triples.")
@click.option("--html", "page", metavar="FILE", help="Draw the answer as a graph into a web page.")
def query(
    folder: str, question: str | None, text: str | None, params: tuple[str, ...], form: str | None, page: str | None
) -> None:
    """Ask in SPARQL 1.1, or by a question's name.

    NAME is a question of the cookbook (`dateline list queries`), - is standard input. Prefixes of ours need not be
    declared. Only reading is allowed, for at most 60 seconds.
    """
    from dateline.graph.results import plain_table, write

    if form is not None and page is not None:
        raise click.UsageError("give --format or --html, not both")
    if (question is None) == (text is None):
        raise click.UsageError("give one of NAME, FILE.rq, - or -e SPARQL; `dateline list queries` shows the names")
    asked = text or (sys.stdin.read() if question == "-" else question or "")
    values = dict(param.partition("=")[::2] for param in params)
    answer = dateline.open(folder).query(asked, **values)
    if page is not None:
        from dateline.exports import drawing, files

        files.write(page, drawing.render(answer, question if question and question != "-" else "Answer"))
    elif form is None:
        show.table(*plain_table(answer))
    else:
        click.echo(write(answer, form), nl=False)


@click.command()
@options(store)
@click.option("--host", metavar="ADDRESS", help="Where to listen; this machine alone unless given.")
@click.option("--port", type=click.IntRange(0, 65535), metavar="N", help="0 is any that is free.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="Another host name that this machine goes by.")
def serve(folder: str, **settings: Any) -> None:
    """Answer SPARQL over HTTP, and show the page.

    The SPARQL 1.1 Protocol at /sparql, a form with the cookbook at /query, graph.html at /. It only reads; a query may
    take 5 seconds. Whatever is addressed to another host name is refused. Interrupt it to end it.
    """
    from dateline.graph.server import serve

    story = dateline.open(folder)
    story.query("ASK {}")  # it can be read, and what its documents say together is up to date
    given = {name: value for name, value in settings.items() if value is not None}
    if not story.shown:
        show.talk(f"{EARLIER}; the page says so, until `dateline export -s {folder}`")
    serve(
        story.folder / "store",
        story.folder / "graph.html",
        ready=lambda at: show.talk(f"open {at}"),
        shown=lambda: story.shown,
        **given,
    )


@click.command()
@options(store, as_json)
@click.argument("event")
@click.argument("other", required=False)
def explain(folder: str, event: str, other: str | None, as_json: bool) -> None:
    """Show what is behind EVENT, or why it and OTHER are two.

    The words, the rule that found them, the reason for the date, and why claims were taken for one event; with OTHER,
    what keeps the claims of the two apart. Both are keys or beginnings of labels, as `timeline` shows them.
    """
    from dateline.explain import apart, comparisons, to_json

    story = dateline.open(folder)
    if other is not None:
        compared = story.compare(event, other)
        show.values(comparisons(compared)) if as_json else click.echo(show.plain("\n".join(apart(compared))))
        return
    found = story.explain(event)
    show.values(to_json(found)) if as_json else click.echo(show.plain(str(found)))


@click.command()
@options(store, as_json)
@click.option("--by", default="degree", show_default=True, metavar="METRIC", help="degree, pagerank or betweenness.")
@click.option("--communities", is_flag=True, help="Number the groups of actors who act together.")
@click.option("--dyads", is_flag=True, help="Instead who acts towards whom, month by month.")
def rank(folder: str, by: str, communities: bool, dyads: bool, as_json: bool) -> None:
    """Rank the actors of what happened.

    Degree counts those with whom an actor shares an event; pagerank weighs them; betweenness tells who stands between
    others. With --dyads, pairs of actors by month, in conflict or cooperation, in words or deeds.
    """
    from dateline import listing

    story = dateline.open(folder)
    if dyads:
        show.table(*listing.dyads(story), as_json)
        return
    show.table(*listing.ranks(story, story.analyse(by), communities), as_json)


@click.command()
@options(store, as_json)
@click.argument("old", metavar="DIR")
def diff(folder: str, old: str, as_json: bool) -> None:
    """Show what changed since an older state of the graph.

    DIR is a copy of its folder as it was then. Events are told of anew or no longer, put together or taken apart, or
    told otherwise.
    """
    from dateline import listing

    show.table(*listing.changes(dateline.open(folder).diff(dateline.open(old))), as_json)


@click.command("list")
@options(store, as_json)
@click.argument("what", type=click.Choice(WHAT))
def list_(folder: str, what: str, as_json: bool) -> None:
    """Show what exists.

    Event types, terms of the ontology, queries, export formats and readers; the documents, actors and places of the
    graph in DIR; or, as Turtle, the ontology and the SHACL shapes themselves.
    """
    from dateline import listing

    if what in TURTLE:
        from dateline.graph import glossary

        click.echo(glossary.source(what), nl=False)
        return
    made = listing.LISTS[what]() if what in listing.LISTS else listing.STORY_LISTS[what](dateline.open(folder))
    show.table(*made, as_json)


@click.command()
@options(store)
def check(folder: str) -> None:
    """Check that the graph holds what it should.

    Every quote equals its text, what the documents say together is up to date, and the shapes of the ontology fit.
    """
    story = dateline.open(folder)
    story.check()
    show.talk(f"{folder} holds what it should")
    if not story.shown:
        show.talk(f"{EARLIER}; `dateline export -s {folder}` writes them anew")
