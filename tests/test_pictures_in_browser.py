"""Map, network, charts and filtered lists as readers meet them: by pointer, by keyboard, without JavaScript, in the dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import ROOT, barriers

pytestmark = pytest.mark.browser


def visible(page: Page, selector: str) -> int:
    return page.locator(f"{selector}:not([hidden])").count()


def test_the_filter_hides_points_and_rows_alike_and_stands_in_the_address(tab: Page, address: str) -> None:
    tab.goto(f"{address}/modellprojekte/")
    tab.get_by_role("checkbox", name="Kleinstadt").check()
    tab.get_by_role("checkbox", name="1. Staffel (2019)").check()
    left = visible(tab, "tr[data-eintrag]")
    assert 0 < left < 10
    assert visible(tab, ".orte a") == left
    expect(tab.locator(".ws-filter").get_by_role("status")).to_have_text(
        f"Modellprojekte: {left} von {tab.locator('tr[data-eintrag]').count()}"
    )
    assert tab.url.endswith("?staffel=1&groesse=kleinstadt")
    tab.reload()
    assert visible(tab, "tr[data-eintrag]") == left, "a shared address shows the same"
    tab.get_by_role("button", name="Alle zeigen").click()
    expect(tab.locator(".ws-filter").get_by_role("status")).to_have_text(f"Alle {tab.locator('tr[data-eintrag]').count()} Modellprojekte")
    assert tab.url.endswith("/modellprojekte/")


def test_within_a_question_any_answer_will_do(tab: Page, address: str) -> None:
    tab.goto(f"{address}/modellprojekte/?groesse=landgemeinde")
    expect(tab.get_by_role("checkbox", name="Landgemeinde")).to_be_checked()
    few = visible(tab, "tr[data-eintrag]")
    tab.get_by_role("checkbox", name="Kleinstadt").check()
    assert visible(tab, "tr[data-eintrag]") > few


def test_the_map_works_with_the_keyboard(tab: Page, address: str) -> None:
    tab.goto(f"{address}/modellprojekte/")
    tab.locator(".ws-filter input").last.focus()
    tab.keyboard.press("Tab")
    expect(tab.locator(".orte a").first).to_be_focused()
    expect(tab.locator(".schild")).to_contain_text("Aalen-Heidenheim")
    tab.keyboard.press("Escape")
    expect(tab.locator(".schild")).to_have_text("")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/modellprojekte/bad-belzig/")


def test_every_point_can_be_hit(tab: Page, address: str) -> None:
    """What the pointer finds in the middle of a point belongs to that point, and points are 24 pixels apart and more."""
    tab.goto(f"{address}/modellprojekte/")
    tab.locator(".ws-karte").scroll_into_view_if_needed()
    tab.set_viewport_size({"width": 1280, "height": 1600})
    missed = tab.evaluate("""() => [...document.querySelectorAll('.orte a')].filter((link) => {
      const box = link.querySelector('.flaeche').getBoundingClientRect();
      scrollTo(0, box.top + scrollY - 500);
      const now = link.querySelector('.flaeche').getBoundingClientRect();
      return box.width < 24 || document.elementFromPoint(now.x + now.width / 2, now.y + now.height / 2)?.closest('a') !== link;
    }).map((link) => link.dataset.name)""")
    assert missed == []


def test_tables_sort_by_words_and_by_numbers(tab: Page, address: str) -> None:
    tab.goto(f"{address}/modellprojekte/")
    tab.get_by_role("button", name="Maßnahmen").click()
    counts = [int(cell) for cell in tab.locator("tr[data-eintrag] td.zahl").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    expect(tab.locator("th.zahl")).to_have_attribute("aria-sort", "descending")
    tab.get_by_role("button", name="Größe").click()
    assert tab.locator("tr[data-eintrag] td:nth-of-type(2)").first.inner_text() == "Landgemeinde", "sizes go by size, not by letter"


def test_the_network_filters_by_kind_and_shows_whose_lines_are_whose(tab: Page, address: str) -> None:
    tab.goto(f"{address}/netzwerk/")
    nodes = visible(tab, ".knoten [data-knoten]")
    tab.get_by_role("checkbox", name="Gemeinsame Entwicklung").check()
    assert visible(tab, ".knoten [data-knoten]") < nodes
    assert visible(tab, ".kanten [data-eintrag]") == visible(tab, "tr[data-eintrag]")
    tab.locator(".knoten a:not([hidden])").first.focus()
    assert tab.locator(".ws-netz.hat-wahl .kanten .gewaehlt").count() > 0
    tab.locator("tr[data-eintrag] a").first.focus()
    expect(tab.locator(".ws-netz")).not_to_have_class("hat-wahl")


def test_resources_are_filtered_by_kind_field_and_phase(tab: Page, address: str) -> None:
    tab.goto(f"{address}/ressourcen/?phase=phase-5-transfer")
    left = visible(tab, "li[data-eintrag]")
    assert 3 < left < 15
    tab.get_by_role("checkbox", name="Plattform (").check()
    assert 0 < visible(tab, "li[data-eintrag]") < left
    assert visible(tab, "[data-gruppe]") == 1, "headings without entries go too"


def test_a_link_to_a_phase_opens_it(tab: Page, address: str) -> None:
    tab.goto(f"{address}/wissen/")
    assert tab.locator("details[open]").count() == 0
    tab.locator(".ws-stufen a").nth(1).click()
    expect(tab.locator("details[open]")).to_have_count(1)
    expect(tab.locator("details[open]")).to_contain_text("Betreibermodell schon jetzt auswählen")


def test_paper_shows_what_is_folded(tab: Page, address: str) -> None:
    tab.goto(f"{address}/wissen/")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.locator("main details[open]").count() > 10
    assert tab.locator("main details:not([open])").count() == 0
    tab.evaluate("dispatchEvent(new Event('afterprint'))")
    assert tab.locator("main details[open]").count() == 0


def test_without_javascript_everything_is_there(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/modellprojekte/")
    assert page.locator(".orte a").count() == page.locator("tr[data-eintrag]").count() > 70
    assert page.locator(".ws-filter").is_hidden()
    page.goto(f"{address}/wissen/")
    page.locator("details.ws-phase summary").first.click()
    expect(page.get_by_text("Welches Problem lösen wir für wen")).to_be_visible()
    assert page.locator("li[data-eintrag]").count() > 40
    context.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")])
def test_open_phases_have_no_barriers(width: int, scheme: str, chromium: Browser, address: str) -> None:
    """Closed they are looked at with every other kind of page."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/wissen/", wait_until="networkidle")
    page.evaluate("document.querySelectorAll('details.ws-phase').forEach((one) => { one.open = true })")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert barriers(page, ".ws-phase") == []
    context.close()


def test_pictures_are_seen_in_the_dark(chromium: Browser, address: str) -> None:
    """Colours come from the scheme, so a dark page must not have a light country on it."""
    context = chromium.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/modellprojekte/")
    land, dot = (
        page.locator(f".ws-karte {name}").first.evaluate("node => getComputedStyle(node).fill.match(/\\d+/g).map(Number)")
        for name in (".land", ".punkt")
    )
    assert sum(land[:3]) < 250 < sum(dot[:3])
    context.close()


def test_the_picture_for_other_websites_has_the_size_they_ask_for(site: Path) -> None:
    (file,) = (site / "assets").glob("teilen.*.png")
    picture = file.read_bytes()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1200, 630)
    assert len(picture) < 150_000
    assert picture == (ROOT / "docs/assets/teilen.png").read_bytes()
