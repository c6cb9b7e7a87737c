"""Records by chance, hostile ones among them: any characters, any offsets, any combination of what is unknown."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from dateline.graph.model import (
    Actor,
    Claim,
    Document,
    Figures,
    Mention,
    Place,
    Range,
    Record,
    Relation,
    Span,
    TimeSpan,
    Timex,
    Trigger,
)
from dateline.graph.vocabulary import ACTOR_KINDS, event_types

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
names = words | st.sampled_from(
    [
        "<b>",
        "a b",
        '"',
        "\\",
        "\\u0022",
        "'; DROP ALL #",
        "}",
        "=1+1",
        "\u202egro.evil",
        "\x00",
        "\ufffe",
        "é",
        "e\u0301",
    ]
)
maybe = st.none
days = st.dates(date(1, 1, 1), date(9999, 12, 31))
links = st.sampled_from(
    ["http://www.wikidata.org/entity/Q1", "http://www.wikidata.org/entity/Q2", "https://x.example/ü"]
)
ranges = st.builds(Range, maybe() | st.integers(0, 10**9), maybe() | st.integers(0, 10**9))
counts = maybe() | st.integers(0, 10**6)
figures = st.builds(
    Figures, *[maybe() | ranges] * 5, counts, counts, counts, st.sampled_from([None, "passed", "failed"])
)


@st.composite
def spans(draw: st.DrawFn) -> TimeSpan:
    low, high = sorted([draw(days), draw(days)])
    return TimeSpan(draw(st.sampled_from([None, low])), draw(st.sampled_from([None, high])))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=8, max_size=60))
    return Document(
        id=draw(words),
        text=text,
        title=draw(maybe() | names),
        url=draw(maybe() | names | st.just("https://x.example/a?b=c#d") | st.just("http://x.example/a b")),
        publisher=draw(maybe() | names),
        date=draw(maybe() | days),
        date_source=draw(st.sampled_from([None, "given", "metadata", "text"])),
        boilerplate=tuple(draw(st.lists(pieces(len(text)), max_size=2))),
        encoding=draw(maybe() | st.just("utf-8")),
    )


@st.composite
def pieces(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length - 1))
    return Span(start, draw(st.integers(start + 1, length)))


@st.composite
def records(draw: st.DrawFn) -> Record:
    document = draw(documents())
    text = document.text
    piece = pieces(len(text))

    def mention() -> Mention:
        start, end = draw(piece)
        return Mention(start, end, text[start:end], "name")

    actors = [
        Actor(
            f"a{n}",
            draw(names),
            draw(st.sampled_from(sorted(ACTOR_KINDS))),
            draw(st.sampled_from([None, "IRQ", "USA"])),
            draw(st.sampled_from([None, "GOV"])),
            tuple(draw(st.lists(links, max_size=1))),
            tuple(draw(st.lists(names, max_size=2))),
            (mention(),),
            written=draw(maybe() | names),
            could_be=tuple(draw(st.lists(names, max_size=2))),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    places = [
        Place(
            f"p{n}",
            draw(names),
            draw(st.sampled_from(["point", "city", "region", "country"])),
            draw(st.sampled_from([None, "IRQ"])),
            draw(maybe() | st.floats(-90, 90)),
            draw(maybe() | st.floats(-180, 180)),
            tuple(draw(st.lists(links, max_size=1))),
            tuple(draw(st.lists(st.sampled_from([f"p{m}" for m in range(n)]), max_size=2))) if n else (),
            (mention(),),
            written=draw(maybe() | names),
            could_be=tuple(draw(st.lists(names, max_size=2))),
        )
        for n in range(draw(st.integers(0, 3)))
    ]
    who = st.lists(st.sampled_from([a.id for a in actors]), max_size=2).map(tuple) if actors else st.just(())
    where = st.lists(st.sampled_from([p.id for p in places]), max_size=2).map(tuple) if places else st.just(())
    types = event_types()

    def claim(n: int) -> Claim:
        named = types[draw(st.sampled_from(sorted(types)))]
        sentence = draw(piece)
        return Claim(
            id=f"e{n}",
            type=named.parent or named.name,
            subtype=named.name if named.parent else None,
            label=draw(names),
            mentions=tuple(
                Trigger(start, end, text[start:end], sentence)
                for start, end in draw(st.lists(piece, min_size=1, max_size=3, unique=True))
            ),
            agents=draw(who),
            patients=draw(who),
            participants=draw(who),
            instruments=tuple(draw(st.lists(names, max_size=1))),
            places=draw(where),
            begin=draw(spans()),
            end=draw(spans()),
            time=draw(maybe() | piece),
            polarity=draw(st.sampled_from(["positive", "negative"])),
            modality=draw(st.sampled_from(["actual", "ongoing", "planned", "possible", "hypothetical", "demanded"])),
            source=draw(st.sampled_from([None, *[a.id for a in actors]])),
            figures=draw(figures),
            confidence=draw(st.floats(0, 1)),
            rule=draw(words),
            date_reason=draw(words),
        )

    events = [claim(n) for n in range(draw(st.integers(0, 3)))]
    ids = st.sampled_from([e.id for e in events]) if events else st.nothing()
    kinds = st.sampled_from(["before", "after", "includes", "during", "simultaneous", "causes", "part_of"])
    relations = draw(st.lists(st.builds(Relation, kinds, ids, ids), max_size=2)) if events else []
    times = [
        Timex(
            start,
            end,
            text[start:end],
            draw(st.sampled_from(["DATE", "TIME", "DURATION", "SET"])),
            draw(maybe() | words),
            draw(maybe() | st.just("2020-01")),
            draw(spans()),
        )
        for start, end in draw(st.lists(piece, max_size=2, unique=True))
    ]
    return Record(document, tuple(times), tuple(actors), tuple(places), tuple(events), tuple(relations))
