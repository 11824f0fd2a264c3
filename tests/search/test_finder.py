"""The finder and the field in the header, used as people use them, on the built site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from generator.catalogue import Catalogue
from generator.records.massnahme import Massnahme
from generator.search import search
from tests.search.conftest import start

pytestmark = pytest.mark.browser

READY = "html[data-bereit]"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must say nothing in the console, run no foreign script and open no dialogue."""
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    def opened(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", opened)
    yield page
    assert said == []


def open_finder(page: Page, address: str, query: str = "") -> Page:
    page.goto(f"{address}/suche/{query}")
    page.wait_for_selector(READY, state="attached")
    return page


def hits(page: Page) -> list[str]:
    return [str(hit.get_attribute("data-record")) for hit in page.locator("#treffer > [data-record]").all()]


def count(page: Page) -> int:
    return int(page.locator("#trefferzahl").get_attribute("data-anzahl") or -1)


def settle(page: Page, act: Any) -> None:
    """Do something that changes the hits, and wait until they stand."""
    page.evaluate("delete document.documentElement.dataset.bereit")
    act()
    page.wait_for_selector(READY, state="attached")


# --- one search -------------------------------------------------------------------------------------------------------


def test_no_other_search_is_left(site: Path) -> None:
    for path in ("index.html", "massnahmen/zwoenitz/erzmobil/index.html", "suche/index.html"):
        html = (site / path).read_text("utf-8")
        assert html.count('role="search"') == (2 if path == "index.html" else 1), path
        assert 'data-md-component="search"' not in html
    assert not (site / "search").exists()


def test_the_header_leads_to_the_finder_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/massnahmen/zwoenitz/erzmobil/")
    page.get_by_role("searchbox").fill("Rufbus")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(f"{address}/suche/?q=Rufbus")
    expect(page.get_by_role("main").get_by_role("link", name="Handlungsfelder")).to_be_visible()
    assert page.locator("#finder").is_hidden()
    context.close()


def test_the_index_is_loaded_only_when_somebody_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/massnahmen/zwoenitz/erzmobil/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "daten.js" in url or "motor.js" in url]
    page.keyboard.press("/")
    page.wait_for_function("() => performance.getEntriesByType('resource').some(({ name }) => name.includes('daten.js'))")


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_leads_to_the_field(key: str, page: Page, address: str) -> None:
    page.goto(f"{address}/wissen/")
    page.keyboard.press(key)
    expect(page.locator("#ws-suchfeld")).to_be_focused()
    open_finder(page, address)
    page.keyboard.press(key)
    expect(page.locator("#ws-finder-q")).to_be_focused()


def test_suggestions_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/")
    page.keyboard.press("/")
    page.keyboard.type("zwilling")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert 0 < options.count() <= 8
    field = page.locator("[role=combobox]:focus")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    expect(options.first).to_be_hidden()
    page.keyboard.type(" ")
    expect(options.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/(massnahmen|loesungen)/"))


# --- the finder -------------------------------------------------------------------------------------------------------


def test_the_address_says_what_is_shown(page: Page, address: str) -> None:
    open_finder(page, address, "?q=Sensor&handlungsfeld=mobilitaet&handlungsfeld=energie&land=bayern&sortierung=titel")
    assert page.locator("#ws-finder-q").input_value() == "Sensor"
    assert {box.get_attribute("value") for box in page.locator(".ws-filter input:checked").all()} == {"mobilitaet", "energie", "bayern"}
    assert page.locator("#ws-finder-sortierung").input_value() == "titel"
    assert count(page) == len(hits(page)) or len(hits(page)) >= 20
    first = page.locator("#treffer > li").first
    assert first.locator("h2 a").get_attribute("href")
    assert "Angabe" in first.inner_text() or "ohne Datum" in first.inner_text()


def test_filters_by_keyboard_change_the_address_and_back_undoes_it(page: Page, address: str) -> None:
    open_finder(page, address, "?q=Sensor")
    before, records = count(page), hits(page)
    box = page.get_by_role("checkbox", name=re.compile("^Mobilität"))
    promised = int(re.findall(r"\d+", box.locator("xpath=..").inner_text())[-1])
    box.focus()
    settle(page, lambda: page.keyboard.press("Space"))
    assert count(page) == promised < before
    assert page.url.endswith("?q=Sensor&handlungsfeld=mobilitaet")
    expect(page.get_by_role("button", name="Filter Mobilität entfernen")).to_be_visible()
    settle(page, page.go_back)
    assert (count(page), hits(page)) == (before, records)
    settle(page, page.go_forward)
    assert count(page) == promised
    settle(page, page.reload)
    assert count(page) == promised
    settle(page, lambda: page.get_by_role("button", name="alles zurücksetzen").click())
    assert page.url == f"{address}/suche/"
    assert page.locator(".ws-filter input:checked").count() == 0


def test_a_link_leads_past_the_filters_to_the_hits(page: Page, address: str) -> None:
    """By keyboard alone from the top of the page: to the main part, to the filters, over them, to the first hit."""
    open_finder(page, address, "?q=Sensor")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Zu den Treffern springen")
    expect(link).not_to_be_in_viewport()
    for _ in range(8):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#treffer a").first).to_be_focused()
    assert "#treffer" not in page.url


def test_more_hits_load_and_the_place_survives_going_back(page: Page, address: str) -> None:
    open_finder(page, address, "?q=Sensor")
    first = hits(page)
    assert len(first) >= 20
    page.get_by_role("button", name=re.compile("Mehr Treffer")).click()
    page.locator("#treffer > li").nth(len(first)).wait_for()
    more = hits(page)
    assert more[: len(first)] == first
    assert len(set(more)) == len(more)
    page.locator("#treffer h2 a").nth(30).click()
    page.wait_for_url(lambda url: "/suche/" not in url)
    page.go_back()
    page.wait_for_selector(READY, state="attached")
    assert hits(page) == more
    assert page.evaluate("scrollY") > 500


def test_matched_words_are_marked_whatever_their_form(page: Page, address: str) -> None:
    open_finder(page, address, "?q=baum")
    page.wait_for_selector(".ws-treffer__kurz mark")
    marked = {word.lower() for word in page.locator("#treffer mark").all_inner_texts()}
    assert any("bäume" in word for word in marked), marked
    assert any(word.startswith("baum") and len(word) > 6 for word in marked), marked


def test_typing_searches_and_the_number_of_hits_is_announced(page: Page, address: str) -> None:
    open_finder(page, address)
    everything = count(page)
    page.locator("#ws-finder-q").press_sequentially("Starkregen", delay=30)
    page.wait_for_url(re.compile("q=Starkregen"))
    page.wait_for_selector(READY, state="attached")
    assert 0 < count(page) < everything
    status = page.locator("#trefferzahl")
    assert status.get_attribute("role") == "status"
    expect(status).to_have_text(re.compile(r"Treffer für „Starkregen“"))
    page.go_back()
    page.wait_for_function("document.querySelector('#ws-finder-q').value === ''")


def test_no_hit_is_no_dead_end(page: Page, address: str) -> None:
    open_finder(page, address, "?q=Leerstand&land=berlin&ziel=ernaehrung&status=eingestellt")
    assert count(page) == 0
    assert page.get_by_role("button", name="Leerstand").count() == 0, "no other word is needed where filters keep the hits away"
    settle(page, lambda: page.get_by_role("button", name="ohne alle Filter").click())
    assert count(page) > 0
    open_finder(page, address, "?q=Quxxyzzy")
    assert count(page) == 0
    expect(page.get_by_role("main").get_by_role("link", name="Handlungsfelder").first).to_be_visible()


def test_a_typing_error_is_understood_and_said(page: Page, address: str) -> None:
    open_finder(page, address, "?q=Ehrenampt")
    assert count(page) > 0
    assert "Ehrenamt" in page.locator(".ws-finder__hinweise").inner_text()


def test_on_a_narrow_screen_filters_are_a_panel(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = open_finder(context.new_page(), address, "?q=Sensor")
    assert page.locator("input[type=search]:visible").count() == 1, "nobody wonders which field to use"
    page.locator("#treffer > li").nth(10).scroll_into_view_if_needed()
    expect(page.locator("#trefferzahl")).to_be_in_viewport()
    page.get_by_role("button", name="Filter", exact=True).click()
    panel = page.get_by_role("dialog", name="Filter")
    expect(panel).to_be_visible()
    done = panel.get_by_role("button", name=re.compile("Treffer zeigen|zeigen"))
    before = done.inner_text()
    settle(page, lambda: panel.get_by_role("checkbox", name=re.compile("^Energie")).check())
    assert done.inner_text() != before
    expect(done).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert "handlungsfeld=energie" in page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_finder_works_from_a_folder(chromium: Browser, site: Path) -> None:
    page = chromium.new_page()
    page.goto(f"{(site / 'suche/index.html').as_uri()}?q=Rufbus")
    page.wait_for_selector(READY, state="attached")
    assert count(page) > 0
    page.locator("#treffer h2 a").first.click()
    page.wait_for_url(lambda url: "/suche/" not in url)
    expect(page.locator("h1")).to_be_visible()
    page.close()


# --- what bad input gets ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "Sensor " * 1500,
        "x" * 10_000,
        "und der die das wie",
        "?!., -- \"\" ''",
        "<script>alert(1)</script>",
        '<img src=x onerror=alert(1)> " onfocus=alert(1) autofocus="',
        "title:foo^5 +bar~2 *",
        "+Bus -* ~1 ^ : titel:",
        "__proto__ constructor toString",
        "🚲🏙️ 😀",
        "שלום עולם مرحبا",
        "%E0%A4%A",
        '"offenes Zitat',
        "-Bus",
    ],
    ids=lambda query: query[:20],
)
def test_strange_words_do_no_harm(query: str, page: Page, address: str) -> None:
    open_finder(page, address, f"?q={quote(query)}" if len(query) < 2000 else "")
    if len(query) >= 2000:
        page.locator("#ws-finder-q").fill(query)
        settle(page, lambda: page.get_by_role("button", name="Suchen", exact=True).last.click())
    assert count(page) >= 0
    assert page.locator("#treffer script, #treffer img").count() == 0
    settle(page, lambda: page.get_by_role("button", name="alles zurücksetzen").click())
    assert count(page) > 1000
    assert len(page.url) < 3000


@pytest.mark.parametrize(
    "query", ["?status=xyz&seite=-1", "?q=%E0%A4%A&land=&land=%00", "?sortierung=constructor&art=__proto__", "?&&&=&q"]
)
def test_a_broken_address_still_shows_something(query: str, page: Page, address: str) -> None:
    open_finder(page, address, query)
    assert count(page) >= 0
    assert "status=xyz" not in query or count(page) > 1000


def test_without_storage_everything_works(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });"
    )
    page = open_finder(context.new_page(), address, "?q=Rufbus")
    assert count(page) > 0
    context.close()


@pytest.mark.parametrize("lost", ["**/daten.js*", "**/motor.js*"])
def test_an_index_that_does_not_load_is_said_honestly(lost: str, chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(lost, lambda route: route.fulfill(status=404, body="weg"))
    page.goto(f"{address}/suche/?q=Rufbus")
    expect(page.locator("#trefferzahl")).to_contain_text("lässt sich gerade nicht laden")
    expect(page.get_by_role("main").get_by_role("link", name="Handlungsfelder").first).to_be_visible()
    assert errors == []
    context.close()


# --- scale ------------------------------------------------------------------------------------------------------------


def test_nine_thousand_records(chromium: Browser, catalogue: Catalogue) -> None:
    """Ten times the measures: found, counted and answered between two keystrokes."""
    many = {
        f"{key}-{copy}": cast(Massnahme, measure.model_copy().identified(f"{key}-{copy}", measure.file))
        for key, measure in catalogue.massnahmen.items()
        for copy in range(10)
    }
    assert len(many) > 9_000
    page = chromium.new_page()
    start(page, {Path(file.path).stem: str(file.content) for file in search(replace(catalogue, massnahmen=many))})
    counts = page.evaluate(
        """async () => {
          const times = [];
          for (const q of ['R', 'Ru', 'Rufbus', 'Sensor', 'Sensoren an Bäumen', 'Digitale Stadt', 'Ehrenampt', '']) {
            const before = performance.now();
            const { total, counts } = await search.search({ q, typing: true, filter: { art: ['massnahmen'] } });
            times.push([q, total, counts.art[0], performance.now() - before]);
          }
          return times;
        }"""
    )
    assert counts[-1][1] == len(many)
    assert all(total == shown for _, total, shown, _ in counts)
    assert max(milliseconds for *_, milliseconds in counts) < 2_000, counts
    page.close()
