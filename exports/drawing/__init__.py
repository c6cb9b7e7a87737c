"""The answer to a query as a picture: one HTML file with a graph in SVG over the table, without scripts and requests.

Nothing in it can run, whatever the data hold: there is no script, every text is escaped, and a content security policy
allows this file's style alone.
"""

from __future__ import annotations

from importlib import resources

from jinja2 import Environment

from dateline.exports.drawing import parts, place
from dateline.exports.page import clean, digest
from dateline.graph.results import plain_table
from dateline.graph.table import Answer


def render(answer: Answer, title: str = "Answer") -> bytes:
    """The page as UTF-8."""
    style = _text("style.css")
    drawn = parts.parts(answer)
    columns, rows = plain_table(answer)
    page = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(_text("template.html"))
    html = page.render(
        title=clean.label(title),
        style=style,
        policy=f"default-src 'none'; style-src {digest(style)}; base-uri 'none'; form-action 'none'",
        picture=place.picture(drawn) if drawn.nodes else None,
        left_out=drawn.left_out,
        columns=columns,
        rows=[[clean.label(cell) for cell in row] for row in rows],
    )
    return html.encode("utf-8", "replace")


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n")
