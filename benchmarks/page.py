"""Size and speed of the HTML page on generated stories, measured in headless Chromium.

    python benchmarks/page.py [--rounds N] [SIZE...]

Each story is opened N times; of each time the least is told, since whatever else the machine does only adds to it. The
Markdown table gives seconds to make the file and its megabytes; milliseconds by the clock from navigation to the first
drawn frame, and of the longest task until then and later; then milliseconds of processor time of the page's thread, in
which other programs do not show, until the first frame and for each action until all is drawn; megabytes of the
JavaScript heap at the end, the most of all rounds. CHROMIUM names the browser where `chromium` is not on the path.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "exports")]

import many  # noqa: E402
from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402

from dateline.exports import Export, render  # noqa: E402

WATCH = """
window.tasks = [];
new PerformanceObserver((list) => list.getEntries().forEach((each) => window.tasks.push(each.duration)))
  .observe({ entryTypes: ['longtask'] });
"""
ACTIONS = {
    "type": "#facet-type .value input",
    "reset type": "#chips .chip",
    "actor": "#facet-actor .value input",
    "reset actor": "#chips .chip",
    "all statuses": "#unreal",
    "usual statuses": "#unreal",
    "select": "#list .row button",
    "timeline": "#tab-timeline",
    "lanes by actor": "#lanes-actor",
    "map": "#tab-map",
    "table": "#tab-table",
    "graph": "#tab-graph",
    "show more": "#more",
}
DRAWN = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));"
CLICK = f"async (selector) => {{ document.querySelector(selector).click(); {DRAWN} }}"
DATE = f"""async (day) => {{
  const input = document.getElementById('from');
  input.value = day;
  input.dispatchEvent(new Event('change'));
  {DRAWN}
}}"""
LONGEST = "Math.max(0, ...window.tasks.splice(0))"


class Watched:
    """A page, and the processor time that its thread has used."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.client = page.context.new_cdp_session(page)
        self.client.send("Performance.enable", {"timeDomain": "threadTicks"})

    def used(self) -> float:
        """Milliseconds so far."""
        metrics = self.client.send("Performance.getMetrics")["metrics"]
        return 1000 * float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))

    def cost(self, script: str, argument: str) -> float:
        """Milliseconds that a script and all that follows from it take."""
        before = self.used()
        self.page.evaluate(script, argument)
        return self.used() - before

    def heap(self) -> float:
        """Megabytes in use after a collection."""
        self.client.send("HeapProfiler.collectGarbage")
        return float(self.client.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def measure(file: Path, page: Page) -> dict[str, float]:
    """The figures of one round."""
    watched = Watched(page)
    page.add_init_script(WATCH)
    before = watched.used()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    page.wait_for_timeout(500)
    entry: dict[str, Any] = page.evaluate("performance.getEntriesByType('paint').at(-1)?.toJSON() ?? {startTime: -1}")
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
    found = {
        "first draw, ms by the clock": max(entry["startTime"], loaded),
        "longest task until then": page.evaluate(LONGEST),
        "first draw, ms of processor": watched.used() - before,
    }
    for name, selector in ACTIONS.items():
        if page.locator(selector).first.is_visible():
            found[name] = watched.cost(CLICK, selector)
    found["date"] = watched.cost(DATE, "2020-06-30")
    found["reset date"] = watched.cost(DATE, "")
    found["longest task later, ms by the clock"] = page.evaluate(LONGEST)
    found["heap, MB"] = watched.heap()
    return found


def story(size: int, rounds: int, folder: Path, browser: Browser) -> dict[str, float]:
    """All figures for one story of `size` events."""
    start = time.perf_counter()
    data = render(".html", Export(many.large(size), title=f"{size} invented events"))
    made = {"making the file, s": time.perf_counter() - start, "file, MB": len(data) / 1e6}
    file = folder / f"{size}.html"
    file.write_bytes(data)
    found = []
    for _ in range(rounds):
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        found.append(measure(file, page))
        page.close()
    names = dict.fromkeys(name for each in found for name in each)
    best = {name: (max if "heap" in name else min)(each[name] for each in found if name in each) for name in names}
    return made | best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "sizes", metavar="SIZE", type=int, nargs="*", default=[100, 1000, 10000], help="number of events"
    )
    parser.add_argument("--rounds", type=int, default=3, help="how often each page is opened (default: 3)")
    options = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        columns = [story(size, options.rounds, Path(folder), browser) for size in options.sizes]
        browser.close()
    print("| events |", *(f"{size:,} |" for size in options.sizes))
    print("|---|", *("---: |" for _ in options.sizes), sep="")
    for name in columns[-1]:
        decimals = 1 if name.endswith((", s", ", MB")) else 0
        cells = (f"{column[name]:,.{decimals}f} |" if name in column else "– |" for column in columns)
        print(f"| {name} |", *cells)


if __name__ == "__main__":
    main()
