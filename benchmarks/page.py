"""Size and speed of the HTML page on generated stories, measured in headless Chromium.

    python benchmarks/page.py [SIZE...]        (default: 100 1000 10000)

Prints a table: seconds to make the file and its megabytes; milliseconds from navigation to the first drawn frame, the
longest task until then and after, each filter and its reset until the next drawn frame; megabytes of heap at the end.
CHROMIUM names the browser where `chromium` is not on the path.
"""

from __future__ import annotations

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
from playwright.sync_api import Page, sync_playwright  # noqa: E402

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
DATES = """async ([from, to]) => {
  const start = performance.now();
  for (const [id, value] of [['from', from], ['to', to]]) {
    const input = document.getElementById(id);
    input.value = value;
    input.dispatchEvent(new Event('change'));
  }
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""


def measure(size: int, folder: Path, page: Page) -> dict[str, float]:
    """All figures for one story of `size` events."""
    start = time.perf_counter()
    data = render(".html", Export(many.large(size), title=f"{size} invented events"))
    found = {"render s": time.perf_counter() - start, "file MB": len(data) / 1e6}
    file = folder / f"{size}.html"
    file.write_bytes(data)
    page.add_init_script(WATCH)
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
    entry: dict[str, Any] = page.evaluate("performance.getEntriesByType('paint').at(-1)?.toJSON() ?? {startTime: -1}")
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
    found["first draw ms"] = max(entry["startTime"], loaded)
    page.wait_for_timeout(500)
    found["longest task ms"] = page.evaluate("Math.max(0, ...window.tasks)")
    page.evaluate("window.tasks = []")
    for name, selector in ACTIONS.items():
        if page.locator(selector).first.is_visible():
            found[f"{name} ms"] = page.evaluate(CLICK, selector)
    found["dates ms"] = page.evaluate(DATES, ["2020-01-01", "2020-06-30"])
    found["reset dates ms"] = page.evaluate(DATES, ["", ""])
    found["longest later ms"] = page.evaluate("Math.max(0, ...window.tasks)")
    client = page.context.new_cdp_session(page)
    client.send("HeapProfiler.collectGarbage")
    found["heap MB"] = client.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    return found


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or [100, 1000, 10000]
    columns = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        for size in sizes:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            columns.append(measure(size, Path(folder), page))
            page.close()
        browser.close()
    print(f"{'events':>18}", *(f"{size:>9}" for size in sizes))
    for name in columns[-1]:
        print(f"{name:>18}", *(f"{column.get(name, float('nan')):>9.1f}" for column in columns))


if __name__ == "__main__":
    main()
