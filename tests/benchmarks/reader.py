"""The reader's side: what a slow computer on a slow line waits for, on our pages and on Material's build of the same.

Chromium slows down the page's own thread only. So loading is measured as it is, workers included and unslowed; for the
search, both sites do in the page what they otherwise leave to a worker, or its work would look free.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from playwright.sync_api import Browser, CDPSession, Error, Page, Request, sync_playwright

from tests.benchmarks.projects import built_twice
from tests.benchmarks.running import median, tell
from tests.benchmarks.search import PROCESSOR, SLOW_4G, Compressing
from tests.benchmarks.table import Column, Table
from tests.benchmarks.timings import Task, blocked, interactive
from tests.conftest import chromium_path, served

T = TypeVar("T")
WORD = "Beleuchtung"
PACE = 100
"""Milliseconds between the first two keys."""
CALM = 2000
"""Milliseconds without a request after which a page is taken to be done: what loads late counts too."""
PAUSE = 500
"""Milliseconds between later keys."""
LONGEST = 120
"""Seconds until a page must have settled."""
CONDITIONS = (
    f"Chromium, 1280 × 900, nothing cached, {PROCESSOR} × slower processor; slow 4G: 1.6 Mbit/s down, 750 kbit/s up, 150 ms latency.\n"
    "From a server that gzips and speaks HTTP/1.1, so that many files cost more than at most hosts."
)

WATCH_TASKS = """
globalThis.longTasks = [];
new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => longTasks.push([startTime, duration])))
  .observe({ type: "longtask", buffered: true });
"""
WATCH_HITS = """
globalThis.firstHit = null;
document.addEventListener("DOMContentLoaded", () => {
  const look = () => {
    if (!document.querySelector("#treffer [data-record]")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (firstHit = performance.now())));
  };
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { subtree: true, childList: true });
});
"""
WATCH_KEYS = """(hits) => {
  let start, done, shown;
  addEventListener("keydown", () => (start ??= performance.now()), true);
  new MutationObserver((changes) => {
    const list = document.querySelector(hits);
    if (!list || start === undefined || !changes.some(({ target, addedNodes }) => addedNodes.length && list.contains(target))) return;
    requestAnimationFrame(() => setTimeout(() => {
      if (list.getClientRects().length && list.childElementCount) done(performance.now() - start);
    }));
  }).observe(document.documentElement, { subtree: true, childList: true });
  globalThis.fromNextKey = () => {
    start = undefined;
    shown = new Promise((resolve) => (done = resolve));
  };
  globalThis.untilShown = (patience) => Promise.race([shown, new Promise((resolve) => setTimeout(resolve, patience, null))]);
}"""
NO_WORKER = "delete globalThis.Worker;"
"""Then our search runs in the page."""
FRAME_AS_WORKER = """
globalThis.IFrameWorker = globalThis.Worker = class extends EventTarget {
  constructor(address) {
    super();
    const frame = Object.assign(document.createElement("iframe"), { hidden: true });
    document.body.append(frame);
    this.inside = frame.contentWindow;
    this.inside.postMessage = (data) => setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data: structuredClone(data) })));
    const load = (src) => new Promise((loaded) => {
      this.inside.document.head.append(Object.assign(this.inside.document.createElement("script"), { src, async: false, onload: loaded }));
    });
    this.inside.importScripts = (...all) => Promise.all(all.map(load));
    this.ready = load(new URL(address, document.baseURI).href);
  }
  async postMessage(data) {
    const copy = structuredClone(data);
    await this.ready;
    this.inside.dispatchEvent(new MessageEvent("message", { data: copy }));
  }
};
"""
"""What Material itself offers for folders, where there are no workers: a frame in the page takes their place."""


@dataclass(frozen=True)
class Place:
    """A page with its field to search in and the list its hits come to."""

    name: str
    path: str
    field: str
    hits: str
    in_page: str
    """Makes the search run in the page."""
    ready: str = "html"
    """Before it is there, nobody types."""


def _places(measure: str) -> tuple[Place, ...]:
    header = ("#ws-suchfeld", "#ws-vorschlaege", NO_WORKER)
    material = (".md-search__input", ".md-search-result__list", FRAME_AS_WORKER)
    return (
        Place("start, ours", "ours/", *header),
        Place("start, Material", "material/", *material),
        Place("measure, ours", f"ours/{measure}", *header),
        Place("measure, Material", f"material/{measure}", *material),
        Place("finder, ours", "ours/suche/", "#ws-finder-q", "#treffer", NO_WORKER, "html[data-bereit]"),
    )


def tables(runs: int, work: Path) -> list[Table]:
    loading, typing = _loading(), _typing()
    site = built_twice(work)
    places = _places(_measure_of_middle_size(site / "ours"))
    loads: dict[str, list[dict[str, float | None]]] = {place.name: [] for place in places}
    typed: dict[str, list[list[float]]] = {place.name: [] for place in places}
    with served(site, Compressing) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for number in range(1, runs + 1):
            for place in places:
                _try(loading, place.name, loads, partial(_load, browser, host, place))
                _try(typing, place.name, typed, partial(_type, browser, host, place))
                tell(f"{place.name} ({number} of {runs})")
        browser.close()
    for name in typed:
        if name not in loading.failures:
            loading.add(name, *(median(one[column.name] for one in loads[name]) for column in loading.columns))
        if name not in typing.failures:
            later = [key for keys in typed[name] for key in keys[1:]]
            typing.add(name, median(keys[0] for keys in typed[name]), median(later), max(later, default=None), len(later))
    return [loading, typing]


def _try(table: Table, name: str, found: dict[str, list[T]], measure: Callable[[], T]) -> None:
    """Who fails once is out."""
    if name in table.failures:
        return
    try:
        found[name].append(measure())
    except Error as error:
        table.fail(name, f"failed: {error.message.splitlines()[0]}")


def _loading() -> Table:
    return Table(
        "Loading a page",
        (
            Column("first paint", "ms", 0),
            Column("interactive", "ms", 0),
            Column("blocked", "ms", 0),
            Column("kB"),
            Column("requests", digits=0),
            Column("hits", "ms", 0),
        ),
        f"{CONDITIONS}\nFirst paint: first contentful paint. Interactive: painted, loaded, and no long task (over 50 ms) for the next 500 ms. Blocked: what\n"
        "long tasks take beyond 50 ms until then. kB and requests: until nothing has come for 2 s. Hits: the first one of the finder in view.",
    )


def _typing() -> Table:
    return Table(
        "Searching while typing",
        (Column("first hit", "ms", 0), Column("later key", "ms", 0), Column("slowest", "ms", 0), Column("keys", digits=0)),
        f"{CONDITIONS}\n“{WORD}” typed once the page has loaded (the finder: once its first hits stand). First hit: from the first key, the second\n"
        f"{PACE} ms later, to a hit in view. Later keys: each from the key to a changed list in view; keys that change nothing are left out.\n"
        "The search runs in the page, where Chromium can slow it down, not in a worker.",
    )


def _measure_of_middle_size(site: Path) -> str:
    found = sorted((file.stat().st_size, file) for file in (site / "massnahmen").glob("*/*/index.html"))
    return f"{found[len(found) // 2][1].parent.relative_to(site).as_posix()}/"


@contextmanager
def _slow(browser: Browser, *scripts: str) -> Iterator[Page]:
    """A page as on a slow computer with a slow line. Its policy gives way to what measures."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.set_default_timeout(120_000)
    for script in scripts:
        page.add_init_script(script)
    session: CDPSession = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    yield page
    context.close()


def _load(browser: Browser, host: str, place: Place) -> dict[str, float | None]:
    under_way: set[Request] = set()
    finished: list[Request] = []

    def done(request: Request) -> None:
        under_way.discard(request)
        finished.append(request)

    with _slow(browser, WATCH_TASKS, WATCH_HITS) as page:
        page.context.on("request", lambda request: under_way.add(request))
        page.context.on("requestfinished", done)
        page.context.on("requestfailed", lambda request: under_way.discard(request))
        page.goto(f"{host}/{place.path}", wait_until="load")
        _settle(page, under_way, finished)
        noted = page.evaluate(
            """() => ({
              painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
              loaded: performance.getEntriesByType("navigation")[0].loadEventEnd,
              tasks: longTasks,
              hit: firstHit,
            })"""
        )
        sizes = [request.sizes() for request in finished]
    tasks: list[Task] = [(start, duration) for start, duration in noted["tasks"]]
    ready = interactive(noted["painted"], noted["loaded"], tasks)
    return {
        "first paint": noted["painted"],
        "interactive": ready,
        "blocked": blocked(noted["painted"], ready, tasks),
        "kB": sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes) / 1e3,
        "requests": len(sizes),
        "hits": noted["hit"],
    }


def _settle(page: Page, under_way: set[Request], finished: list[Request]) -> None:
    """Until nothing has been loading for a while, what comes late included, such as the index of a search."""
    end, before = time.monotonic() + LONGEST, -1
    while (under_way or len(finished) != before) and time.monotonic() < end:
        before = len(finished)
        page.wait_for_timeout(CALM)


def _type(browser: Browser, host: str, place: Place) -> list[float]:
    """Milliseconds until the first hit, then of every later key that changed something."""
    with _slow(browser, place.in_page) as page:
        page.goto(f"{host}/{place.path}", wait_until="load")
        page.locator(place.ready).wait_for()
        page.evaluate(WATCH_KEYS, place.hits)
        page.locator(place.field).click()
        page.evaluate("fromNextKey()")
        page.keyboard.type(WORD[:2], delay=PACE)
        first = page.evaluate("untilShown(60_000)")
        if first is None:
            raise Error("no hit within a minute")
        found = [float(first)]
        for key in WORD[2:]:
            page.wait_for_timeout(PAUSE)
            page.evaluate("fromNextKey()")
            page.keyboard.press(key)
            after = page.evaluate("untilShown(5_000)")
            if after is not None:
                found.append(float(after))
    return found
