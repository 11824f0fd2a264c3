"""Our search, Pagefind and Material's on the same pages, machine and run: what they find, weigh and take.

All three run in the page itself instead of a worker, where Chromium's own throttling of processor and network reaches
them. What is counted is the engine with its first hit and the hit's text: of Pagefind and Material without what draws
their hits, of ours with it. Their hits on overviews, which our search leads past, are passed over, not held against them.
"""

from __future__ import annotations

import gzip
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from pathlib import Path
from shutil import which
from threading import Thread
from typing import Any
from urllib.request import urlopen

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from generator.search.documents import documents
from generator.search.packing import address
from generator.search.written import written_pages
from generator.site import load
from tests.search.queries import Query, Score, queries, score

ROOT = Path(__file__).parent.parent.parent
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
PROCESSOR = 4
RUNS = 3
FIRST_WORDS = ("Parken", "Straßenbeleuchtung mit Sensoren", "digitaler Zwilling")
TYPED = "Straßenbeleuchtung"
PARTS = {"tuned": ((False, 1), (False, 2)), "aside 1": ((True, 1),), "aside 2": ((True, 2),)}
"""The queries measured together: whether they were set aside, and their round."""


@dataclass(frozen=True)
class Contestant:
    name: str
    start: str
    """Makes `ask(query)` stand in the page, which gives the addresses of the best hits, the first one with its text."""
    also: tuple[str, ...] = ()
    """Files a reader needs besides what starting and asking load."""


OURS = Contestant(
    "ours",
    """async () => {
      const arrived = {};
      globalThis.wissensspeicherData = (name, value) => (arrived[name] = value);
      const load = (name) => new Promise((done, failed) => {
        const script = Object.assign(document.createElement('script'), { src: `/ours/assets/suche/${name}.js`, onload: done, onerror: failed });
        document.head.append(script);
      }).then(() => arrived[name]);
      const [data] = await Promise.all([load('daten'), load('motor')]);
      const search = new wissensspeicherEngine.Search(data, load);
      globalThis.ask = async (q) => {
        const { hits } = await search.search({ q, count: 40 });
        if (hits.length) await search.textsOf(q, [hits[0].number]);
        return hits.map(({ page }) => page);
      };
    }""",
    ("assets/suche/suche.js", "assets/suche.css"),
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


def main() -> None:
    asked = queries()
    with tempfile.TemporaryDirectory() as work, served(_sites(Path(work))) as host, sync_playwright() as playwright:
        found = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        print(f"\nSearch: Pagefind {version('pagefind')}, Material {version('mkdocs-material')}, Chromium {browser.version}")
        print(f"{'':<10}{'queries':>10}{'nDCG@10':>9}{'success@3':>11}{'no hit':>8}")
        for contestant in CONTESTANTS:
            _print_relevance(contestant, asked, _answers(browser, host, contestant, asked))
        print(f"\n{PROCESSOR} × slower processor, slow 4G; medians of {RUNS} runs")
        print(f"{'':<10}{'first hit':>12}{'kB gzipped':>12}{'per keystroke':>15}{'slowest':>9}")
        _print_speeds(browser, host)
        browser.close()


# --- the same pages three times ---------------------------------------------------------------------------------------


def _sites(work: Path) -> Path:
    _run("generator.cli", "build", "--site", str(work / "ours"), cwd=ROOT)
    _run("pagefind", "--site", str(work / "ours"), "--root-selector", "main", cwd=ROOT)
    _run("generator.cli", "pages", str(work / "pages"), cwd=ROOT)
    config = yaml.safe_load((work / "pages" / "mkdocs.yml").read_text("utf-8"))
    config["plugins"] = [{"search": {"lang": "de"}}]
    (work / "pages" / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    _run("mkdocs", "build", "--site-dir", str(work / "material"), cwd=work / "pages")
    (work / "blank.html").write_text('<!doctype html><meta charset="utf-8"><title>blank</title>', "utf-8")
    return work


def _run(module: str, *arguments: str, cwd: Path) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=cwd, check=True, capture_output=True)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server that compresses, as every public one does."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class _Compressing(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
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

    def log_message(self, format: str, *args: object) -> None:
        pass


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
    page.evaluate(contestant.start)
    answers = []
    for query in asked:
        addresses = page.evaluate("(q) => ask(q, 40)", query.text)
        answers.append(list(dict.fromkeys(record for found in addresses if (record := _best(found, query)))))
    page.context.close()
    return answers


def _best(found: str, query: Query) -> str | None:
    """The record an address stands for; of several on one page the one that was meant."""
    path = found.removeprefix("/ours/").removeprefix("/").partition("#")[0].removesuffix("index.html")
    return max(_records_of_page().get(path, []), key=lambda record: query.grades.get(record, 0), default=None)


def _print_relevance(contestant: Contestant, asked: list[Query], answers: list[list[str]]) -> None:
    for name, parts in PARTS.items():
        chosen = [(query, answer) for query, answer in zip(asked, answers, strict=True) if (query.set_aside, query.round) in parts]
        result: Score = score([query for query, _ in chosen], [answer for _, answer in chosen])
        print(f"{contestant.name:<10}{name:>10}{result.ndcg:9.3f}{result.success:11.3f}{result.empty:8.3f}")


# --- what they weigh and take -----------------------------------------------------------------------------------------


def _fresh(browser: Browser, host: str) -> Page:
    page = browser.new_context().new_page()
    page.add_init_script("delete globalThis.Worker;")
    page.goto(f"{host}/blank.html")
    return page


def _print_speeds(browser: Browser, host: str) -> None:
    """In turns, so that a slow moment of the machine hits all of them."""
    measured: dict[str, list[tuple[float, int, list[float]]]] = {contestant.name: [] for contestant in CONTESTANTS}
    for _ in range(RUNS):
        for query in FIRST_WORDS:
            for contestant in CONTESTANTS:
                measured[contestant.name].append(_measured(contestant, browser, host, query))
    for contestant in CONTESTANTS:
        firsts, sizes, strokes = zip(*measured[contestant.name], strict=True)
        keys = [stroke for typed in strokes for stroke in typed]
        also = sum(len(gzip.compress(_file(host, name), 9)) for name in contestant.also)
        print(
            f"{contestant.name:<10}{statistics.median(firsts):9.0f} ms{(statistics.median(sizes) + also) / 1000:12.1f}"
            f"{statistics.median(keys):12.0f} ms{max(keys):6.0f} ms"
        )


def _file(host: str, name: str) -> bytes:
    """A file of our site by its name before it carried its checksum."""
    path, _, suffix = name.rpartition(".")
    page = _got(f"{host}/ours/suche/index.html").decode()
    named = re.search(rf"{re.escape(path)}(\.[0-9a-f]+)?\.{suffix}", page)
    return _got(f"{host}/ours/{named[0] if named else name}")


def _got(address: str) -> bytes:
    with urlopen(address) as response:
        return gzip.decompress(response.read())


def _measured(contestant: Contestant, browser: Browser, host: str, query: str) -> tuple[float, int, list[float]]:
    """Milliseconds and bytes until the first hit, then milliseconds for every letter typed."""
    page = _fresh(browser, host)
    sent: list[int] = []
    session = page.context.new_cdp_session(page)
    session.on("Network.loadingFinished", lambda event: sent.append(int(event["encodedDataLength"])))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    timed: Any = page.evaluate(
        """async ([start, query]) => {
          const before = performance.now();
          await eval(start)();
          await ask(query);
          return performance.now() - before;
        }""",
        [contestant.start, query],
    )
    size = sum(sent)
    strokes: list[float] = page.evaluate(
        """async (word) => {
          const times = [];
          for (let length = 1; length <= word.length; length++) {
            const before = performance.now();
            await ask(word.slice(0, length));
            times.push(performance.now() - before);
          }
          return times;
        }""",
        TYPED,
    )
    page.context.close()
    return float(timed), size, strokes


if __name__ == "__main__":
    main()
