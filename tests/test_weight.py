"""Pages stay light and stand still: what a reader far from the next mast waits for, and what moves under the finger."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Response

START, START_WITH_SEARCH, MEASURE = 150_000, 67_200, 25_000
DATA_PER_PAGE = 98
"""What the search knows grows with the records, and nothing else does."""
SHIFT = 0.01
"""Of the window; below this nobody sees anything move."""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
PAGES = (
    "",
    "suche/",
    "suche/?q=alte+Leute+einsam",
    "massnahmen/bad-belzig/bad-belzig-app/",
    "modellprojekte/",
    "netzwerk/",
    "meine-kommune/",
    "wissen/",
)
WATCH = """
  globalThis.moved = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.moved += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
"""


def weight(answers: list[Response]) -> int:
    """What travels when a host compresses, as every host does."""
    return sum(len(gzip.compress(answer.body(), 9)) for answer in answers)


@pytest.mark.browser
def test_the_start_page_is_light_and_asks_nobody_else(tab: Page, address: str, site: Path) -> None:
    answers: list[Response] = []
    tab.context.on("response", lambda answer: answers.append(answer) if answer.url.startswith("http") else None)
    tab.goto(f"{address}/")
    tab.wait_for_load_state("networkidle")
    assert {urlsplit(answer.url).netloc for answer in answers} == {urlsplit(address).netloc}
    assert weight(answers) < START
    tab.locator("#ws-suchfeld-gross").press_sequentially("Rufbus")
    tab.get_by_role("option").first.wait_for()
    data = [answer for answer in answers if "/suche/daten" in answer.url]
    assert data, "what the search needs comes only now"
    assert weight(data) < DATA_PER_PAGE * len(list(site.rglob("index.html")))
    assert weight(answers) - weight(data) < START_WITH_SEARCH


def test_a_measure_is_light_however_much_is_known_of_it(site: Path) -> None:
    pages = {path: path.stat().st_size for path in site.glob("massnahmen/*/*/index.html")}
    heaviest = max(pages, key=lambda path: pages[path])
    assert pages[heaviest] <= MEASURE, heaviest.relative_to(site)


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(width: int, chromium: Browser, address: str) -> None:
    """On a slow line, where scripts come after the text. All at once: most of the time is spent waiting."""
    context = chromium.new_context(viewport={"width": width, "height": 844})
    pages = {path: context.new_page() for path in PAGES}
    for path, page in pages.items():
        page.add_init_script(WATCH)
        context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
        page.goto(f"{address}/{path}", wait_until="commit")
    for page in pages.values():
        page.wait_for_load_state("networkidle")
    moved = {path: page.evaluate("globalThis.moved") for path, page in pages.items()}
    context.close()
    assert {path: shift for path, shift in moved.items() if shift > SHIFT} == {}
