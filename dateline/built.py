"""The verb `build`: what it makes of its inputs, told on standard error."""

from __future__ import annotations

from typing import Any

import dateline
from dateline import show
from dateline.correct import told
from dateline.report import problems


def built(folder: str, as_json: bool, files: bool = True, **settings: Any) -> int:
    """Build, and say what came of it; 3 where inputs were skipped."""
    changes: dict[str, list[str]] = {}
    with show.progress("Reading") as watch:
        story = dateline.build(
            folder=folder,
            files=files,
            watch=watch,
            changed=lambda name, change: changes.setdefault(change, []).append(name),
            **settings,
        )
    if as_json:
        show.values(story.report if files else {"changes": changes, "skipped": problems(story.skipped)})
    for each in story.skipped:
        show.talk(f"skipped {each}")
    for name in changes.get("replaced", ()):
        show.talk(f"replaced {name}: what the graph held under this name was another reading of it")
    done = ", ".join(f"{len(names)} {change}" for change, names in sorted(changes.items()))
    if files:
        _tell(story, done, _shown(settings["store"]) if settings.get("store") else folder)
    else:
        show.talk(done or "nothing changed")
        show.as_before(folder)
    return 3 if story.skipped else 0


def _shown(address: str) -> str:
    from dateline.graph.store.http import without_password

    return without_password(address)


def _tell(story: dateline.Story, done: str, kept: str) -> None:
    holds = story.report["holds"]
    counts = (("documents", "document"), ("happened", "event that happened"), ("actors", "actor"))
    show.talk(", ".join(show.counted(holds[key], words) for key, words in counts) + (f" ({done})" if done else ""))
    told(story)
    show.talk(f"open {story.folder / 'graph.html'}, or: dateline timeline -s {kept}")
