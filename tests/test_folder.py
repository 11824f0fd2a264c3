"""The built site opened from a folder, as from a stick: everything works that works behind a server, under the same policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.test_site import KINDS

pytestmark = pytest.mark.browser
ERZMOBIL, LEEZENFLOW = "massnahmen/zwoenitz/erzmobil", "massnahmen/muenster/leezenflow"


@pytest.fixture
def folder(chromium: Browser, site: Path) -> Iterator[Page]:
    """A tab on which nothing is said, nothing fails, and nobody but the folder is asked."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=f"{site.as_uri()}/")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on("request", lambda request: None if request.url.startswith((site.as_uri(), "data:")) else wrong.append(request.url))
    page.on("framenavigated", lambda frame: None if is_page(frame.url) else wrong.append(f"no page: {frame.url}"))
    yield page
    context.close()
    assert wrong == []


def is_page(address: str) -> bool:
    return address == "about:blank" or Path(unquote(urlsplit(address).path)).is_file()


def opened(page: Page, site: Path, path: str) -> Page:
    file, question, state = path.partition("?")
    page.goto(f"{(site / file / 'index.html').as_uri()}{question}{state}")
    return page


def test_every_kind_of_page_opens_and_says_nothing(folder: Page, site: Path) -> None:
    for kind, path in KINDS.items():
        opened(folder, site, path)
        assert folder.locator("h1").count() == 1, kind
        assert folder.locator("meta[http-equiv=Content-Security-Policy]").count() == 1, kind
        folder.wait_for_load_state(
            "networkidle"
        )  # who leaves while a symbol is still being fetched breaks it off: that would count as failed


def test_records_are_noted_kept_and_compared(folder: Page, site: Path) -> None:
    for record in (ERZMOBIL, LEEZENFLOW):
        opened(folder, site, record).get_by_role("button", name="Merken: ").first.click()
    folder.locator(".ws-meldung").get_by_role("link", name="Merkliste").click()
    folder.wait_for_url("**/merkliste/index.html")
    expect(folder.locator("tr[data-record]")).to_have_count(2)
    expect(folder.locator(".ws-vergleich-tabelle thead th")).to_have_count(2)
    expect(folder.get_by_label("Link zu dieser Liste")).to_have_value(re.compile(r"^file://.*/merkliste/index\.html\?eintrag="))
    folder.reload()
    folder.get_by_role("button", name=re.compile("ERZmobil.* entfernen")).click()
    expect(folder.locator("tr[data-record]")).to_have_count(1)
    folder.locator("tr[data-record] a").first.click()
    folder.wait_for_url(f"**/{LEEZENFLOW}/index.html")


def test_two_copies_on_one_disk_keep_their_lists_apart(folder: Page, site: Path) -> None:
    """Browsers may hold all files for one website: the list is stored under the folder it belongs to."""
    opened(folder, site, ERZMOBIL).get_by_role("button", name="Merken: ").first.click()
    keys = folder.evaluate("Object.keys(localStorage)")
    assert [key for key in keys if key.endswith("merkliste")] == [f"{site.as_posix()}/merkliste"]


def test_without_storage_the_list_says_so_and_goes_on_by_link(folder: Page, site: Path) -> None:
    """Some browsers keep nothing for files."""
    folder.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });"
    )
    opened(folder, site, ERZMOBIL).get_by_role("button", name="Merken: ").first.click()
    expect(folder.locator(".ws-meldung")).to_contain_text("Ihr Browser erlaubt dieser Website nicht, etwas zu speichern.")
    folder.locator(".ws-meldung").get_by_role("link", name="Merkliste mit diesem Eintrag").click()
    expect(folder.locator(f"tr[data-record='{ERZMOBIL}']")).to_be_visible()
    expect(folder.locator(".ws-hinweis").last).to_contain_text("Darum bleibt keine Merkliste erhalten.")


@pytest.mark.parametrize("path", ["modellprojekte", "netzwerk"])
def test_map_and_network_are_filtered(path: str, folder: Page, site: Path) -> None:
    opened(folder, site, path)
    shown = folder.locator("[data-eintrag]:not([hidden])")
    all_of_them = shown.count()
    folder.locator("[data-filter] input[type=checkbox]").first.check()
    expect(folder.locator("[data-filter] [role=status]")).to_contain_text(" von ")
    assert 0 < shown.count() < all_of_them
    folder.reload()
    expect(folder.locator("[data-filter] input[type=checkbox]").first).to_be_checked()


def test_a_point_of_the_map_leads_to_its_page(folder: Page, site: Path) -> None:
    opened(folder, site, "modellprojekte").locator(".orte a").first.focus()
    folder.keyboard.press("Enter")
    folder.wait_for_url("**/modellprojekte/*/index.html")


def test_my_municipality_gets_an_answer_and_a_paper(folder: Page, site: Path) -> None:
    opened(folder, site, "meine-kommune").get_by_role("combobox", name="Ort").press_sequentially("Steinbergk")
    folder.get_by_role("option").first.click()
    expect(folder.locator("#ergebnis")).to_have_text("Für Steinbergkirche")
    folder.get_by_role("checkbox", name="Mobilität", exact=True).check()
    expect(folder.locator("#kommune-status")).to_have_text(re.compile(r"Ergebnis für Steinbergkirche: \d+ Vorschläge\."))
    folder.get_by_role("link", name="Entwurf für den Rat").click()
    expect(folder.locator(".kommune-moeglichkeiten > li")).to_have_count(3)
    folder.go_back()
    expect(folder.locator("#ergebnis")).to_have_text("Für Steinbergkirche")
    folder.locator("[data-record] h3 a").first.click()
    folder.wait_for_url(re.compile(r"/(massnahmen|loesungen)/.+/index\.html$"))


def test_the_field_in_the_header_leads_to_the_finder_and_from_there_to_a_page(folder: Page, site: Path) -> None:
    opened(folder, site, ERZMOBIL).locator("#ws-suchfeld").fill("Rufbus")
    folder.get_by_role("option").first.wait_for()
    folder.keyboard.press("Enter")
    folder.wait_for_url("**/suche/index.html?q=Rufbus")
    folder.locator("#treffer h2 a").first.click()
    folder.wait_for_url(re.compile(r"/(massnahmen|loesungen)/.+/index\.html$"))


def test_links_open_pages_by_mouse_by_keyboard_and_in_a_new_tab(folder: Page, site: Path) -> None:
    opened(folder, site, ERZMOBIL).get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Wissen").click()
    folder.wait_for_url("**/wissen/index.html")
    folder.get_by_role("navigation", name="Hauptnavigation").get_by_role("link", name="Daten").press("Enter")
    folder.wait_for_url("**/daten/index.html")
    with folder.context.expect_page() as new:
        folder.locator(".ws-logo").click(button="middle")
    new.value.wait_for_load_state()
    assert new.value.url == (site / "index.html").as_uri()
