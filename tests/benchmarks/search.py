"""Our search, Pagefind and Material's on the same pages, machine and run: what they find, weigh and take.

All three run in the page itself instead of a worker, where Chromium's own throttling of processor and network reaches
them. What is counted is the engine with its first hit and the hit's text: of Pagefind and Material without what draws
their hits, of ours with it. Their hits on overviews, which our search leads past, are passed over, not held against them.
"""

from __future__ import annotations

import gzip
import statistics
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import Browser, Error, Page, sync_playwright

from generator.search.documents import documents
from generator.search.packing import address
from generator.search.written import written_pages
from generator.site import load
from tests.benchmarks.projects import built_twice
from tests.benchmarks.running import measured, median, python, tell
from tests.benchmarks.table import Column, Table
from tests.conftest import ROOT, Quiet, chromium_path, served
from tests.search.queries import Query, Score, queries, score

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PROCESSOR = 4
FIRST_WORDS = ("Parken", "Straßenbeleuchtung mit Sensoren", "digitaler Zwilling")
TYPED = "Straßenbeleuchtung"
PARTS = {"tuned": ((False, 1), (False, 2), (False, 3)), "aside 1": ((True, 1),), "aside 2": ((True, 2),), "aside 3": ((True, 3),)}
"""The queries measured together: whether they were set aside, and their round."""

PATIENCE = 60
"""Seconds after which nobody waits for one answer any longer."""
SLOW = 10_000
"""Milliseconds until the first hit from which on one round says enough."""
PATIENCE_FOR_ALL = 180
"""Seconds for all queries together; the slowest so far takes a tenth of it on a quiet machine."""


@dataclass(frozen=True)
class Contestant:
    name: str
    start: str
    """Makes `ask(query)` stand in the page, which gives the addresses of the best hits, the first one with its text."""
    also: tuple[str, ...] = ()
    """Patterns of the files a reader needs besides what starting and asking load."""


OURS = Contestant(
    "ours",
    """async () => {
      const load = (name) => new Promise((done, failed) => {
        const script = Object.assign(document.createElement('script'), { src: `/ours/assets/suche/${name}.js`, onload: done, onerror: failed });
        document.head.append(script);
      }).then(() => globalThis.wissensspeicherData?.[`assets/suche/${name}`]);
      const [data] = await Promise.all([load('daten'), load('motor')]);
      const search = new wissensspeicherEngine.Search(data, load);
      globalThis.ask = async (q) => {
        const { hits } = await search.search({ q, count: 40 });
        if (hits.length) await search.textsOf(q, [hits[0].number]);
        return hits.map(({ page }) => page);
      };
    }""",
    ("assets/suche/suche*.js", "assets/suche*.css"),
)
PAGEFIND = Contestant(
    "Pagefind",
    """async () => {
      const pagefind = await import('/ours/pagefind/pagefind.js');
      await pagefind.options({ baseUrl: '/' });
      await pagefind.init();
      globalThis.ask = async (q, hits = 1) => {
        const { results } = await pagefind.search(q);
        return Promise.all(results.slice(0, hits).map((result) => result.data().then(({ url }) => url)));
      };
    }""",
)
MATERIAL = Contestant(
    "Material",
    """async () => {
      const data = await (await fetch('/material/search/search_index.json')).json();
      const html = await (await fetch('/material/index.html')).text();
      const worker = html.match(/assets\\/javascripts\\/workers\\/search[^"]*/)[0];
      let answer;
      addEventListener('message', ({ data }) => [1, 3].includes(data.type) && (event => answer?.(event))(data));
      const send = (message) => new Promise((done) => { answer = done; postMessage(message); });
      await new Promise((done, failed) => document.head.append(Object.assign(document.createElement('script'), { src: `/material/${worker}`, onload: done, onerror: failed })));
      globalThis.parent = globalThis;
      globalThis.importScripts = (...all) => Promise.all(all.map((name) => fetch(new URL(name, `${location.origin}/material/${worker}`)).then((file) => file.text()).then((text) => (0, eval)(text))));
      await send({ type: 0, data: { config: data.config, docs: data.docs, options: { suggest: false } } });
      globalThis.ask = async (q) => (await send({ type: 2, data: q })).data.items.map(([first]) => first.location.split('#')[0]);
    }""",
)
CONTESTANTS = (OURS, PAGEFIND, MATERIAL)

FIRST_HIT = """async ([start, query]) => {
  const before = performance.now();
  await eval(start)();
  await ask(query);
  return performance.now() - before;
}"""
KEYSTROKES = """async (word) => {
  const times = [];
  for (let length = 1; length <= word.length; length++) {
    const before = performance.now();
    await ask(word.slice(0, length));
    times.push(performance.now() - before);
  }
  return times;
}"""


def tables(runs: int, work: Path) -> list[Table]:
    """What each finds for the agreed queries, and what it takes until the first hit."""
    asked = queries()
    relevance = Table(
        "Search: what is found",
        tuple(Column(f"{name}, {queries}", digits=3) for queries in PARTS for name in ("nDCG@10", "success@3", "no hit")),
        "Aside: queries nobody looked at while ours was tuned, in three rounds.",
    )
    speed = Table(
        "Search: what it takes",
        (Column("first hit", "ms", 0), Column("kB gzipped"), Column("per keystroke", "ms", 0), Column("slowest", "ms", 0)),
        f"{PROCESSOR} × slower processor, slow 4G, all engines in the page, bare: without the page around them. "
        f"Measured in one round where the first hit takes more than {SLOW / 1000:.0f} s.",
    )
    site = _sites(work)
    with served(site, Compressing) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for contestant in CONTESTANTS:
            began = monotonic()
            try:
                relevance.add(contestant.name, *_relevance(asked, _answers(browser, host, contestant, asked)))
            except Error as error:
                relevance.fail(contestant.name, _why(error))
            tell(f"{contestant.name}: {relevance.failures.get(contestant.name, f'{len(asked)} queries')} ({monotonic() - began:.0f} s)")
        _add_speeds(speed, browser, host, site, runs)
        browser.close()
    return [relevance, speed]


# --- the same pages for all -------------------------------------------------------------------------------------------


def _sites(work: Path) -> Path:
    site = built_twice(work)
    measured(python("pagefind", "--site", str(site / "ours"), "--root-selector", "main"), work)
    (site / "blank.html").write_text('<!doctype html><meta charset="utf-8"><title>blank</title>', "utf-8")
    return site


class Compressing(Quiet):
    """As every public server does."""

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        with suppress(ConnectionError):  # a browser that leaves a page hangs up
            super().handle()

    def do_GET(self) -> None:  # noqa: N802 - so says http.server
        file = Path(self.translate_path(self.path))
        if file.is_dir() or file.suffix not in (".js", ".json", ".css", ".html"):
            super().do_GET()
            return
        if not file.is_file():
            self.send_error(404)
            return
        body = _compressed(file)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@cache
def _compressed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 9)


# --- what they find ---------------------------------------------------------------------------------------------------


@cache
def _records_of_page() -> dict[str, list[str]]:
    """The records that a page shows; figures of the programme share one."""
    catalogue, _ = load(ROOT / "measures")
    found: dict[str, list[str]] = {}
    for document in documents(catalogue, written_pages(ROOT / "docs")):
        found.setdefault(address(document.page).partition("#")[0], []).append(document.key)
    return found


def _answers(browser: Browser, host: str, contestant: Contestant, asked: list[Query]) -> list[list[str]]:
    page = _fresh(browser, host)
    deadline = monotonic() + PATIENCE_FOR_ALL
    try:
        _patiently(page, contestant.start)
        answers = []
        for query in asked:
            addresses = _patiently(page, "(q) => ask(q, 40)", query.text, min(PATIENCE, deadline - monotonic()))
            answers.append(list(dict.fromkeys(record for found in addresses if (record := _best(found, query)))))
        return answers
    finally:
        page.context.close()


def _best(found: str, query: Query) -> str | None:
    """The record an address stands for; of several on one page the one that was meant."""
    path = found.removeprefix("/ours/").removeprefix("/").partition("#")[0].removesuffix("index.html")
    return max(_records_of_page().get(path, []), key=lambda record: query.grades.get(record, 0), default=None)


def _relevance(asked: list[Query], answers: list[list[str]]) -> Iterator[float]:
    for parts in PARTS.values():
        chosen = [(query, answer) for query, answer in zip(asked, answers, strict=True) if (query.set_aside, query.round) in parts]
        result: Score = score([query for query, _ in chosen], [answer for _, answer in chosen])
        yield from (result.ndcg, result.success, result.empty)


# --- what they weigh and take -----------------------------------------------------------------------------------------


def _fresh(browser: Browser, host: str) -> Page:
    page = browser.new_context().new_page()
    page.add_init_script("delete globalThis.Worker;")
    page.goto(f"{host}/blank.html")
    return page


def _patiently(page: Page, script: str, argument: Any = None, seconds: float = PATIENCE) -> Any:
    """What a script answers, unless that takes too long: a slow contestant is named in the table and holds nobody up."""
    return page.evaluate(
        """([script, argument, seconds]) => Promise.race([
          eval(script)(argument),
          new Promise((_, failed) => setTimeout(() => failed(new Error('slower than the benchmark waits for')), Math.max(seconds, 0) * 1000)),
        ])""",
        [script, argument, seconds],
    )


def _why(error: Error) -> str:
    return f"failed: {error.message.splitlines()[0]}"


def _add_speeds(table: Table, browser: Browser, host: str, site: Path, runs: int) -> None:
    """In turns, so that a slow moment of the machine hits all of them."""
    found: dict[str, list[tuple[float, int, list[float]]]] = {contestant.name: [] for contestant in CONTESTANTS}
    for number in range(1, runs + 1):
        for query in FIRST_WORDS:
            for contestant in CONTESTANTS:
                if contestant.name in table.failures or (number > 1 and _slow(found[contestant.name])):
                    continue
                try:
                    found[contestant.name].append(_measured(contestant, browser, host, query))
                except Error as error:
                    table.fail(contestant.name, _why(error))
        tell(f"first hit and keystrokes ({number} of {runs})")
    for contestant in CONTESTANTS:
        if contestant.name in table.failures:
            continue
        firsts, sizes, strokes = zip(*found[contestant.name], strict=True)
        keys = [stroke for typed in strokes for stroke in typed]
        found_also = [list((site / "ours").glob(pattern)) for pattern in contestant.also]
        if not all(found_also):
            table.fail(contestant.name, f"failed: the site has not all of {', '.join(contestant.also)}")
            continue
        also = sum(len(_compressed(file)) for files in found_also for file in files)
        table.add(contestant.name, median(firsts), (statistics.median(sizes) + also) / 1000, median(keys), max(keys))


def _slow(measured: list[tuple[float, int, list[float]]]) -> bool:
    return statistics.median(first for first, _, _ in measured) > SLOW


def _measured(contestant: Contestant, browser: Browser, host: str, query: str) -> tuple[float, int, list[float]]:
    """Milliseconds and bytes until the first hit, then milliseconds for every letter typed."""
    page = _fresh(browser, host)
    sent: list[int] = []
    session = page.context.new_cdp_session(page)
    session.on("Network.loadingFinished", lambda event: sent.append(int(event["encodedDataLength"])))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    try:
        timed = _patiently(page, FIRST_HIT, [contestant.start, query])
        size = sum(sent)
        return float(timed), size, _patiently(page, KEYSTROKES, TYPED)
    finally:
        page.context.close()
