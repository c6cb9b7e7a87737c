"""The verbs that make something: graphs, records and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

import dateline
from dateline import show
from dateline.options import FOLDER, as_json, options, store

if TYPE_CHECKING:
    from datetime import date


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
_reading = options(
    click.option(
        "--date", metavar="YYYY-MM-DD", callback=_day, help="The day all were written; else it is looked for."
    ),
    click.option("--index", metavar="FILE", help="JSON Lines of {id, path, date, title, url}, paths relative to it."),
    click.option("--model", metavar="NAME", help="Another English spaCy pipeline, installed beforehand."),
)


@click.command()
@options(_output, as_json)
def demo(folder: str, as_json: bool) -> int:
    """Build from the five bundled articles, offline.

    The main job at once: what `build` does, without articles of your own.
    """
    from dateline.built import built
    from dateline.pipeline import EXAMPLES

    return built(folder, as_json, index=EXAMPLES)


@click.command()
@options(_inputs, _output, _reading, as_json)
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


@click.command()
@options(_inputs, _reading)
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


@click.command()
@options(store, _language)
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


@click.command()
@options(store, _files)
@click.argument("document")
def remove(folder: str, document: str, files: bool) -> None:
    """Take out DOCUMENT and all that only it said.

    DOCUMENT is an id or IRI, as `dateline list documents` shows them.
    """
    dateline.open(folder).remove(document, files)
    if not files:
        show.as_before(folder)
