"""Size and speed of the HTML page on generated stories, measured in headless Chromium.

    python benchmarks/page.py [--rounds N] [SIZE...]

Each story is opened N times; of each time the least is told, since whatever else the machine does only adds to it. The
Markdown table gives seconds to make the file and its megabytes; milliseconds from navigation to the first drawn frame,
of the longest task until then, of each action until the next drawn frame but one, and of the longest task among them;
megabytes of the JavaScript heap at the end, the most of all rounds. CHROMIUM names the browser where `chromium` is not
on the path.
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
CLICK = """async (selector) => {
  const start = performance.now();
  document.querySelector(selector).click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
DATE = """async (day) => {
  const start = performance.now();
  const input = document.getElementById('from');
  input.value = day;
  input.dispatchEvent(new Event('change'));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


def measure(file: Path, page: Page) -> dict[str, float]:
    """The times of one round in milliseconds, and the heap at its end in megabytes."""
    page.add_init_script(WATCH)
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    entry: dict[str, Any] = page.evaluate("performance.getEntriesByType('paint').at(-1)?.toJSON() ?? {startTime: -1}")
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
    found = {"first draw, ms": max(entry["startTime"], loaded)}
    page.wait_for_timeout(500)
    found["longest task until then, ms"] = page.evaluate("Math.max(0, ...window.tasks)")
    page.evaluate("window.tasks = []")
    for name, selector in ACTIONS.items():
        if page.locator(selector).first.is_visible():
            found[f"{name}, ms"] = page.evaluate(CLICK, selector)
    found["date, ms"] = page.evaluate(DATE, "2020-06-30")
    found["reset date, ms"] = page.evaluate(DATE, "")
    found["longest task later, ms"] = page.evaluate("Math.max(0, ...window.tasks)")
    client = page.context.new_cdp_session(page)
    client.send("HeapProfiler.collectGarbage")
    found["heap, MB"] = client.send("Runtime.getHeapUsage")["usedSize"] / 1e6
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
        decimals = 0 if name.endswith("ms") else 1
        cells = (f"{column[name]:,.{decimals}f} |" if name in column else "– |" for column in columns)
        print(f"| {name} |", *cells)


if __name__ == "__main__":
    main()
