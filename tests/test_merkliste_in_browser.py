"""The Merkliste from the first noted record to the comparison on somebody else's desk."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.files import handed_over
from tests.conftest import barriers

pytestmark = pytest.mark.browser

ERZMOBIL = "massnahmen/zwoenitz/erzmobil"
HAL_PLAN = "loesungen/hal-plan"
MANY = (ERZMOBIL, HAL_PLAN, "loesungen/bad-belzig-app", "massnahmen/bamberg/bakim", "loesungen/dipas")
ADDRESS = "merkliste/?" + "&".join(f"eintrag={key}" for key in MANY)


def records(page: Page) -> list[str | None]:
    page.wait_for_selector("tr[data-record], .ws-leer")
    return [row.get_attribute("data-record") for row in page.locator("tr[data-record]").all()]


def noted(page: Page, address: str, *keys: str) -> None:
    for key in keys:
        page.goto(f"{address}/{key}/")
        page.get_by_role("button", name="Merken").click()
    page.goto(f"{address}/merkliste/")


def given(page: Page, name: str, data: dict[str, Any]) -> None:
    """Other data than those of the site."""
    made = handed_over(name, json.dumps(data))
    page.route(f"**/{made.path}", lambda route: route.fulfill(body=made.content, content_type="text/javascript"))


def test_a_record_is_noted_kept_and_let_go(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{ERZMOBIL}/")
    tab.get_by_role("button", name="Merken: ERZmobil").press("Enter")
    expect(tab.locator(".ws-meldung")).to_contain_text("ist gemerkt. Auf der Merkliste steht jetzt 1 Eintrag.")
    tab.reload()
    expect(tab.get_by_role("button", name="Aus der Merkliste nehmen: ERZmobil")).to_be_visible()
    tab.goto(f"{address}/merkliste/")
    assert records(tab) == [ERZMOBIL]
    assert "Zwönitz (SN)" in tab.locator("tr[data-record]").inner_text()
    tab.get_by_role("button", name="ERZmobil – Rufbus auf Bestellung entfernen").click()
    expect(tab.locator(".ws-leer")).to_contain_text("Noch ist nichts gemerkt")
    tab.goto(f"{address}/{ERZMOBIL}/")
    expect(tab.get_by_role("button", name="Merken: ERZmobil")).to_be_visible()


def test_another_tab_hears_of_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}/merkliste/")
    assert records(tab) == []
    other = tab.context.new_page()
    noted(other, address, ERZMOBIL)
    expect(tab.locator("tr[data-record]")).to_have_count(1)


def test_a_counter_in_the_header_counts(tab: Page, address: str) -> None:
    noted(tab, address, ERZMOBIL, HAL_PLAN)
    tab.evaluate("""() => {
      const link = document.createElement('a');
      link.href = './';
      link.innerHTML = 'Merkliste <span data-merkliste-zahl hidden></span>';
      document.body.append(link);
      wissensspeicherModules['assets/notes.js'].setUp();
    }""")
    expect(tab.locator("[data-merkliste-zahl]").last).to_have_text("2")
    expect(tab.get_by_role("link", name="Merkliste, 2 Einträge").last).to_be_visible()


def test_two_to_four_stand_side_by_side(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{ADDRESS}")
    assert records(tab) == list(MANY)
    table = tab.locator(".ws-vergleich-tabelle")
    expect(table.locator("thead th")).to_have_count(4)
    assert table.locator("tbody th").all_inner_texts() == [
        "Kurz gesagt", "Stand", "Ort", "Größe", "Handlungsfelder", "Technik", "Kosten", "Aufwand", "Betrieb",
        "Voraussetzungen", "Open Source", "Nachnutzungen",
    ]  # fmt: skip
    assert "nicht bekannt" in table.inner_text()
    fifth = tab.get_by_label("DIPAS", exact=False)
    expect(fifth).to_be_disabled()
    tab.get_by_label("ERZmobil – Rufbus auf Bestellung vergleichen").press("Space")
    expect(table.locator("thead th")).to_have_count(3)
    expect(fifth).to_be_enabled()
    fifth.check()
    expect(table.locator("thead th").last).to_contain_text("DIPAS")


def test_one_alone_is_not_compared(tab: Page, address: str) -> None:
    noted(tab, address, ERZMOBIL)
    expect(tab.locator(".ws-vergleich")).to_contain_text("wählen Sie in der Liste zwei bis vier Einträge")


def test_a_link_shows_the_same_list_and_offers_to_keep_it(tab: Page, address: str) -> None:
    noted(tab, address, ERZMOBIL)
    tab.goto(f"{address}/merkliste/?eintrag={HAL_PLAN}&eintrag={ERZMOBIL}")
    assert records(tab) == [HAL_PLAN, ERZMOBIL]
    assert tab.get_by_label("Link zu dieser Liste").input_value() == f"{address}/merkliste/?eintrag={HAL_PLAN}&eintrag={ERZMOBIL}"
    tab.get_by_role("button", name="In meine Merkliste übernehmen").click()
    expect(tab.locator("main").get_by_role("status").first).to_have_text("2 Einträge übernommen.")
    assert records(tab) == [ERZMOBIL, HAL_PLAN], "mine first, nothing twice"
    assert tab.url == f"{address}/merkliste/"


def test_looking_at_a_sent_list_changes_nothing(tab: Page, address: str) -> None:
    noted(tab, address, ERZMOBIL)
    tab.goto(f"{address}/merkliste/?eintrag={HAL_PLAN}")
    assert records(tab) == [HAL_PLAN]
    tab.get_by_role("button", name="Meine Merkliste zeigen (1)").click()
    expect(tab.locator(f"tr[data-record='{ERZMOBIL}']")).to_be_visible()
    assert tab.locator("tr[data-record]").count() == 1


@pytest.mark.parametrize(
    "broken",
    ["eintrag=massnahmen/zwoenitz/gibt-es-nicht", "eintrag=loesungen/constructor", "eintrag=../../etc/passwd", "eintrag=%3Cscript%3E", "eintrag="],
)  # fmt: skip
def test_a_broken_link_is_no_dead_end(broken: str, tab: Page, address: str) -> None:
    tab.goto(f"{address}/merkliste/?{broken}")
    expect(tab.locator(".ws-leer")).to_be_visible()


def test_records_that_are_gone_are_named(tab: Page, address: str) -> None:
    tab.goto(f"{address}/merkliste/?eintrag={ERZMOBIL}&eintrag=massnahmen/zwoenitz/weg")
    assert records(tab) == [ERZMOBIL]
    expect(tab.locator(".ws-hinweis").last).to_contain_text("massnahmen/zwoenitz/weg")


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing(tab: Page, address: str) -> None:
    entry = {"titel": '=HYPERLINK("x")', "adresse": "../a/", "werte": ["eins; „zwei“\nund drei", None]}
    given(tab, "merkliste/daten", {"felder": ["Kurz gesagt", "Kosten"], "dateien": ["massnahmen/zwoenitz"], "frueher": {}})
    given(tab, "merkliste/daten/massnahmen/zwoenitz", {ERZMOBIL: entry})
    tab.goto(f"{address}/merkliste/?eintrag={ERZMOBIL}")
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Als Tabelle herunterladen (CSV)").click()
    assert download.value.suggested_filename == "merkliste.csv"
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Excel needs it to see umlauts"
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows == [
        ["Titel", "Kurz gesagt", "Kosten", "Adresse"],
        ['\'=HYPERLINK("x")', "eins; „zwei“\nund drei", "nicht bekannt", f"{address}/a/"],
    ]


def test_old_ids_are_followed(tab: Page, address: str) -> None:
    given(tab, "merkliste/daten", {"felder": [], "dateien": ["massnahmen/zwoenitz"], "frueher": {"massnahmen/alt/bus": ERZMOBIL}})
    tab.goto(f"{address}/merkliste/?eintrag=massnahmen/alt/bus&eintrag={ERZMOBIL}")
    assert records(tab) == [ERZMOBIL]


def test_where_nothing_may_be_stored_it_says_so_and_links_still_work(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });"
    )
    page = context.new_page()
    page.goto(f"{address}/{ERZMOBIL}/")
    page.get_by_role("button", name="Merken").click()
    expect(page.locator(".ws-meldung")).to_contain_text("erlaubt dieser Website nicht, etwas zu speichern")
    page.get_by_role("link", name="Merkliste mit diesem Eintrag").click()
    assert records(page) == [ERZMOBIL]
    expect(page.locator(".ws-hinweis").last).to_contain_text("bleibt keine Merkliste erhalten")
    assert page.get_by_role("button", name="In meine Merkliste übernehmen").count() == 0
    context.close()


def test_values_that_do_not_load_are_not_called_gone(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.route("**/merkliste/daten/massnahmen/zwoenitz.js", lambda route: route.abort())
    page.goto(f"{address}/merkliste/?eintrag={ERZMOBIL}")
    expect(page.get_by_role("main").get_by_role("status").first).to_contain_text("ließen sich nicht laden")
    page.close()


@pytest.mark.parametrize("stored", ["kein JSON", '{"a": 1}', '[1, null, "<img src=x>", "massnahmen/zwoenitz/erzmobil"]', '"text"'])
def test_spoiled_storage_does_no_harm(stored: str, tab: Page, address: str) -> None:
    tab.goto(f"{address}/merkliste/")
    tab.evaluate("(text) => localStorage.setItem('/site/merkliste', text)", stored)
    tab.reload()
    assert records(tab) in ([], [ERZMOBIL])
    noted(tab, address, HAL_PLAN)
    assert HAL_PLAN in records(tab)


def test_without_javascript_the_page_explains_itself(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/merkliste/")
    expect(page.get_by_text("Die Merkliste braucht JavaScript")).to_be_visible()
    page.goto(f"{address}/{ERZMOBIL}/")
    assert page.locator("[data-merken]").is_hidden()
    context.close()


def test_the_list_becomes_a_paper_for_the_council(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{ADDRESS}")
    assert len(records(tab)) == 5
    tab.get_by_role("link", name="Entwurf für den Rat").click()
    expect(tab.locator(".kommune-moeglichkeiten > li")).to_have_count(4)
    expect(tab.get_by_role("heading", name="Weitere Möglichkeiten")).to_be_visible()


def test_paper_gets_the_tables_and_nothing_to_press(tab: Page, address: str) -> None:
    tab.goto(f"{address}/{ADDRESS}")
    records(tab)
    tab.emulate_media(media="print")
    expect(tab.locator(".ws-merkliste-tabelle")).to_be_visible()
    expect(tab.locator(".ws-vergleich-tabelle")).to_be_visible()
    assert [button.is_visible() for button in tab.locator(".ws-merkliste button, .ws-merkliste input").all()].count(True) == 0


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_no_barriers(width: int, scheme: str, chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/{ADDRESS}&eintrag=loesungen/weg")
    records(page)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert barriers(page, ".ws-merkliste") == []
    page.goto(f"{address}/{ERZMOBIL}/")
    page.get_by_role("button", name="Merken").click()
    assert barriers(page, ".ws-merken", ".ws-meldung") == []
    context.close()
