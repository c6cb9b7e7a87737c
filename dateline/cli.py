"""The command line: each verb calls one function of the API and shows what it returns.

Data goes to standard output, talk and progress to standard error. Exit codes: 0 done, 1 our fault, 2 usage, 3 done but
inputs were skipped, 4 could not write, 5 a limit was reached, 6 store in use, 7 check failed, 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import dateline
from dateline import show
from dateline.correct import correct
from dateline.graph.errors import DatelineError, OutputError
from dateline.options import FOLDER
from dateline.options import as_json as _json
from dateline.options import options as _options
from dateline.options import store as _store

if TYPE_CHECKING:
    from datetime import date

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
"""What a write is refused with; whatever is written but standard output tells it as `OutputError`."""
EARLIER = "the files show an earlier state of the graph"
TURTLE = ("ontology", "shapes")
WHAT = ("types", "terms", "queries", "formats", "readers", "documents", "actors", "places", *TURTLE)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.stderr is None:  # closed by whoever started us; print() would fall back on standard output
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as we run
    if sys.stdout is None:  # the next file that is opened would take its place, and be written to
        sys.exit(_unwritten("it is closed"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    code = _run()
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python must not flush again at exit
        if not isinstance(error, BrokenPipeError):  # there whoever read our output has seen enough
            code = code if code == OutputError.exit_code else _unwritten(error.strerror or str(error))
    sys.exit(code)


def _unwritten(reason: str) -> int:
    show.talk(f"dateline: standard output could not be written ({reason}); make room, or send it elsewhere")
    return OutputError.exit_code


def _run() -> int:
    try:
        return cli.main(standalone_mode=False) or 0
    except DatelineError as error:
        show.talk(f"dateline: {error}")
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit:  # so click ends where whoever read our output has gone
        return 0
    except (click.Abort, KeyboardInterrupt):
        show.talk("dateline: interrupted; what was stored is kept, and the same command again goes on from there")
        return 130
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _FULL:
            return _unwritten(error.strerror or str(error))
        if os.environ.get("DATELINE_TRACEBACK"):
            raise
        show.talk(
            f"dateline: a fault of Dateline's own ({type(error).__name__}: {error}); what was stored is kept. "
            "Please report it, with what the same command prints with DATELINE_TRACEBACK=1 in its environment."
        )
        return 1


def _day(_context: click.Context, _option: click.Parameter, text: str | None) -> date | None:
    from datetime import date

    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter(f"{text!r} is no day; write YYYY-MM-DD") from None


_inputs = click.argument("inputs", metavar="[INPUT]...", nargs=-1)
_output = click.option(
    "-o", "--output", "folder", default=FOLDER, show_default=True, metavar="DIR", help="What to make."
)
_language = click.option("--language", metavar="LANG|FILE", help="Of the page: en, es, or a file of its words.")
_files = click.option(
    "--files/--no-files", default=True, help="Without, only store/ is changed, at the cost of what that touches."
)
_reading = _options(
    click.option(
        "--date", metavar="YYYY-MM-DD", callback=_day, help="The day all were written; else it is looked for."
    ),
    click.option("--index", metavar="FILE", help="JSON Lines of {id, path, date, title, url}, paths relative to it."),
    click.option("--model", metavar="NAME", help="Another English spaCy pipeline, installed beforehand."),
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(dateline.__version__, prog_name="dateline")
def cli() -> None:
    """News text in, an event timeline knowledge graph out.

    INPUT is a file, a folder, a pattern ("*.html"), or - for standard input.
    """


@cli.command()
@_options(_output, _json)
def demo(folder: str, as_json: bool) -> int:
    """Build from the five bundled articles, offline.

    The main job at once: what `build` does, without articles of your own.
    """
    from dateline.built import built
    from dateline.pipeline import EXAMPLES

    return built(folder, as_json, index=EXAMPLES)


@cli.command()
@_options(_inputs, _output, _reading, _json)
@click.option("--base", metavar="IRI", help="What the IRIs of this graph begin with.")
@click.option("--store", metavar="URL", help="A SPARQL 1.1 server that keeps the graph, instead of DIR/store.")
@_language
@_files
def build(folder: str, as_json: bool, **settings: Any) -> int:
    """Read INPUT into the graph in DIR.

    DIR then holds store/, graph.html, graph.ttl, events.csv and report.json. Building again adds to it; what is there
    already changes nothing. Exit code 3 tells that inputs were skipped, each with its reason.
    """
    from dateline.built import built

    return built(folder, as_json, **settings)


@cli.command()
@_options(_inputs, _reading)
def extract(**settings: Any) -> int:
    """Print what each INPUT says, as JSON Lines.

    One extraction record a document, described in docs/record.md; nothing is stored.
    """
    from dateline.graph.errors import UnreadableDocument
    from dateline.graph.record import dumps
    from dateline.pipeline import records

    code = 0
    with show.progress("Reading") as watch:
        for made in records(watch=watch, **settings):
            if isinstance(made, UnreadableDocument):
                show.talk(f"skipped {made}")
                code = made.exit_code
            else:
                click.echo(dumps(made))
    return code


@cli.command()
@_options(_store, _json)
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


@cli.command()
@_options(_store)
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


@cli.command()
@_options(_store)
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


@cli.command()
@_options(_store, _language)
@click.argument("path", metavar="[FILE]", required=False)
@click.option(
    "--as",
    "shape",
    default="",
    metavar="SHAPE",
    help="As in plover, cameo, acled, gdelt, ftm, timelinejs.",
)
def export(folder: str, path: str | None, shape: str, language: str | None) -> None:
    """Write the graph to FILE.

    Its suffix tells the format, and --as the shape where a suffix has several (`dateline list formats`). Without FILE,
    what `build` writes is written anew: graph.html, graph.ttl, events.csv and report.json in DIR.
    """
    story = dateline.open(folder)
    if path is not None:
        story.export(path, shape, language)
    elif shape or language:
        raise click.UsageError("name the FILE to write")
    else:
        story.write()


@cli.command()
@_options(_store, _json)
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


@cli.command()
@_options(_store, _json)
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


@cli.command()
@_options(_store, _json)
@click.argument("old", metavar="DIR")
def diff(folder: str, old: str, as_json: bool) -> None:
    """Show what changed since an older state of the graph.

    DIR is a copy of its folder as it was then. Events are told of anew or no longer, put together or taken apart, or
    told otherwise.
    """
    from dateline import listing

    show.table(*listing.changes(dateline.open(folder).diff(dateline.open(old))), as_json)


@cli.command("list")
@_options(_store, _json)
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


@cli.command()
@_options(_store, _files)
@click.argument("document")
def remove(folder: str, document: str, files: bool) -> None:
    """Take out DOCUMENT and all that only it said.

    DOCUMENT is an id or IRI, as `dateline list documents` shows them.
    """
    dateline.open(folder).remove(document, files)
    if not files:
        show.as_before(folder)


@cli.command()
@_options(_store)
def check(folder: str) -> None:
    """Check that the graph holds what it should.

    Every quote equals its text, what the documents say together is up to date, and the shapes of the ontology fit.
    """
    story = dateline.open(folder)
    story.check()
    show.talk(f"{folder} holds what it should")
    if not story.shown:
        show.talk(f"{EARLIER}; `dateline export -s {folder}` writes them anew")


cli.add_command(correct)
