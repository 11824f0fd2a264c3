"""Starting points: what is compared, where it comes from, and that it can be read on a telephone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from generator.catalogue import Catalogue
from generator.pages import einstiege
from generator.pages.einstiege import Way

TASKS = {
    "einstieg-hochwasser-und-starkregen": "shield-home",
    "einstieg-stadtbaeume-bewaessern": "tree",
    "einstieg-innenstadt-beleben": "storefront",
    "einstieg-mobilitaet-auf-dem-land": "bus",
    "einstieg-buergerbeteiligung": "forum",
    "einstieg-datenplattform": "database",
    "einstieg-lorawan": "access-point",
    "einstieg-digitaler-zwilling": "cube-scan",
    "einstieg-stadt-app": "cellphone",
    "einstieg-daseinsvorsorge-und-gesundheit": "heart-pulse",
}
"""The typical tasks in their order, each with a symbol of its own."""


def ways(catalogue: Catalogue, lesson: str) -> dict[str, Way]:
    return {way.record.id: way for way in einstiege.page(catalogue, catalogue.wissen[lesson]).values["wege"]}


def test_the_ten_tasks_stand_in_their_order_each_with_its_own_symbol(catalogue: Catalogue) -> None:
    doors = {lesson.id: (term.symbol or "").removeprefix("material/") for lesson, term in einstiege.doors(catalogue) if term}
    assert doors == TASKS
    assert list(doors) == list(TASKS)


def test_every_way_is_a_record_that_has_not_been_given_up(catalogue: Catalogue) -> None:
    for lesson in TASKS:
        found = ways(catalogue, lesson)
        assert len(found) == len(catalogue.wissen[lesson].wege), "no way twice"
        assert [way.record.id for way in found.values() if way.stand is None or way.stand.status == "eingestellt"] == []
        assert [way.record.id for way in found.values() if not way.projects] == []


def test_a_solution_without_a_state_of_its_own_has_that_of_its_measure(catalogue: Catalogue) -> None:
    way = ways(catalogue, "einstieg-datenplattform")["civitas-core"]
    assert way.stand is not None
    assert way.stand.id == "paderborn/urbane-datenplattform-auf-basis-von-civitas-core"


def test_only_adoption_and_common_development_count_a_test_does_not(catalogue: Catalogue) -> None:
    way = ways(catalogue, "einstieg-digitaler-zwilling")["hal-plan"]
    assert sorted(way.takers) == ["Magdeburg", "Paderborn"]
    assert len(way.adoptions) == 13, "eleven tests are listed below the table, with what they were"


def test_what_no_source_says_is_named(sample_catalogue: Catalogue) -> None:
    found = ways(sample_catalogue, "baeche-beobachten")
    assert found["pegel-baukasten"].unknown == ["Aufwand", "Kosten", "Betrieb"]
    assert found["pegel-baukasten"].stand is None
    assert found["stadt-app"].unknown == ["Aufwand"], "a remark on the costs is an answer"


def test_it_is_linked_from_start_knowledge_field_and_technology(site: Path) -> None:
    target = "wissen/einstieg-lorawan/"
    for page in ("index.html", "wissen/index.html", "themen/daten-infrastruktur/index.html", "technologien/sensorik-lorawan/index.html"):
        links = [link.attributes["href"] or "" for link in LexborHTMLParser((site / page).read_bytes()).css("main a[href]")]
        assert any(link.endswith(target.removeprefix("wissen/" if page.startswith("wissen") else "")) for link in links), page


BROKEN = """() => [...document.querySelectorAll('.ws-vergleich :is(th, td)')]
  .filter((cell) => { cell.style.overflowWrap = "normal"; return cell.scrollWidth > cell.clientWidth + 1; })
  .map((cell) => cell.textContent)"""


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_comparison_needs_no_sideways_scrolling_and_names_every_value(width: int, chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    for lesson in TASKS:
        page.goto(f"{address}/wissen/{lesson}/")
        width_of = "name => document.querySelector(name).getBoundingClientRect().width"
        assert page.evaluate(width_of, ".ws-vergleich") <= page.evaluate(width_of, ".ws-seite") + 1, lesson
        assert page.evaluate(
            "document.querySelector('.ws-vergleich').scrollWidth <= document.querySelector('.ws-vergleich').clientWidth + 1"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert width == 320 or page.evaluate(BROKEN) == [], f"words break apart in {lesson}"
    label = page.evaluate("getComputedStyle(document.querySelector('.ws-vergleich td[data-name=Stand]'), '::before').content")
    assert label == ('"Stand"' if width < 768 else "none"), "narrow, every value has its name beside it; wide, its column has a head"
    page.close()
