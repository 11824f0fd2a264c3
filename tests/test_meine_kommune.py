"""For my municipality, in a real browser: the ranking with a small fictitious set and with all records, the ways to a
place, the address as the state, and the paper for the council."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.catalogue import Catalogue
from generator.matching.surroundings import setting

pytestmark = pytest.mark.browser
NOTED = "&".join(
    f"eintrag={record}"
    for record in (
        "massnahmen/zwoenitz/erzmobil",
        "massnahmen/muenster/leezenflow",
        "loesungen/hal-plan",
        "massnahmen/bad-belzig/bad-belzig-app",
        "loesungen/dipas",
    )
)
"""Five records of which much is known."""
PAPER = "?ort=Steinbergkirche&feld=mobilitaet&ansicht=vorlage"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails its test when a script fails."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    page.close()
    assert failed == []


def opened(page: Page, address: str, state: str = "") -> Page:
    page.goto(f"{address}/meine-kommune/{state}")
    return ready(page)


def ready(page: Page) -> Page:
    page.wait_for_selector("html[data-bereit]", state="attached")
    return page


def in_module(page: Page, address: str, module: str, call: str, *arguments: object) -> Any:
    """Call a function of one of the modules that the page's script is joined of."""
    opened(page, address)
    return page.evaluate(
        f"([name, args]) => ({call})(wissensspeicherModules[name], ...args)",
        [f"assets/municipality/{module}.js", list(arguments)],
    )


def first(page: Page, section: str, count: int = 1) -> list[str]:
    return page.locator(f"section[aria-labelledby={section}] .kommune-liste h3").all_inner_texts()[:count]


# --- the ranking itself, on a set small enough to check by head ----------------------------------------------------------

SIZES = [
    {"id": "landgemeinde", "name": "Landgemeinde", "unter": 5000},
    {"id": "kleinstadt", "name": "Kleinstadt", "ab": 5000, "unter": 20000},
    {"id": "mittelstadt", "name": "Mittelstadt", "ab": 20000, "unter": 100000},
    {"id": "grossstadt", "name": "Großstadt", "ab": 100000},
    {"id": "kreis-region", "name": "Landkreise und Regionen"},
]


def project(name: str, size: str, state: str, latitude: float, **more: object) -> dict[str, object]:
    return {
        "id": name.lower(),
        "titel": name,
        "kommunen": [name],
        "groesse": size,
        "laender": [state],
        "breite": latitude,
        "laenge": 10,
        **more,
    }


def measure(key: str, field: str, **more: object) -> dict[str, object]:
    return {
        "art": "massnahmen",
        "id": key,
        "titel": key,
        "kurz": key,
        "projekte": [key.split("/")[0]],
        "felder": [field],
        "status": "umgesetzt",
        **more,
    }


DATA = {
    "begriffe": {
        "handlungsfelder": {"bus": "Busse", "baum": "Bäume"},
        "ziele": {"klima": "Klima schützen"},
        "status": {"umgesetzt": "Umgesetzt", "geplant": "Geplant", "eingestellt": "Eingestellt"},
        "technologien": {},
        "laender": {},
    },
    "groessen": SIZES,
    "projekte": [
        project("Fern", "kleinstadt", "nord", 53, einwohner=50_000, lage="laendlich"),
        project("Nah", "kleinstadt", "sued", 50.3, einwohner=9500, lage="laendlich"),
        project("Gross", "grossstadt", "nord", 50.1),
    ],
    "vorhaben": [
        measure("fern/bus", "bus", kosten=90_000, offen=True),
        measure("nah/bus", "bus", kosten=900_000),
        measure("nah/bus-zwei", "bus", kosten=900_000, offen=False),
        measure("nah/aus", "bus", status="eingestellt"),
        measure("gross/idee", "bus", status="geplant", veraltet=True, datum="2021"),
        measure("gross/baum", "baum", ziele=["klima"]),
    ],
    "ressourcen": [],
    "phasen": [],
}
HERE = {"name": "Hier", "land": "sued", "groesse": "kleinstadt", "einwohner": 9000, "breite": 50, "laenge": 10, "lage": "laendlich"}
BUS: dict[str, object] = {"felder": ["bus"], "ziele": []}
RANK = "(m, here, wish, data) => m.ranking(here, wish, data)"


def ranked(page: Page, address: str, wish: dict[str, object], here: dict[str, object] = HERE) -> Any:
    return in_module(page, address, "ranking", RANK, here, wish, DATA)


def test_the_nearest_of_our_size_is_most_comparable_and_says_why(page: Page, address: str) -> None:
    best, *others = ranked(page, address, BUS)["comparable"]
    words = [part["text"] for part in best["parts"]]
    assert best["project"]["id"] == "nah"
    assert words == ["ähnliche Größe", "fast gleich viele Menschen (rund 9.500)", "33 km entfernt", "im selben Land", "ebenfalls ländlich"]
    assert [other["project"]["id"] for other in others] == ["fern", "gross"], "same size and far away before a city next door"


def test_points_are_the_sum_of_their_reasons_and_never_leave_their_frame(page: Page, address: str) -> None:
    answer = ranked(page, address, {**BUS, "budget": "klein", "personal": True})
    for entry in (*answer["comparable"], *answer["vorhaben"]):
        assert entry["points"] == pytest.approx(sum(part["points"] for part in entry["parts"]))
        assert all(part["text"] and part["name"] for part in entry["parts"])
    assert all(0 <= entry["points"] <= 100 for entry in answer["comparable"])


def test_stopped_measures_are_counted_not_offered_and_other_topics_stay_away(page: Page, address: str) -> None:
    answer = ranked(page, address, BUS)
    assert {entry["vorhaben"]["id"] for entry in answer["vorhaben"]} == {"fern/bus", "nah/bus", "nah/bus-zwei", "gross/idee"}
    assert answer["leftOut"]["stopped"] == 1


def test_an_aim_brings_in_what_serves_it_whatever_its_field(page: Page, address: str) -> None:
    answer = ranked(page, address, {"felder": [], "ziele": ["klima"]})
    assert [entry["vorhaben"]["id"] for entry in answer["vorhaben"]] == ["gross/baum"]


def test_too_dear_goes_back_and_unknown_costs_are_named(page: Page, address: str) -> None:
    answer = ranked(page, address, {**BUS, "budget": "klein"})
    money = {entry["vorhaben"]["id"]: next(part for part in entry["parts"] if part["name"] == "Geld") for entry in answer["vorhaben"]}
    assert answer["vorhaben"][0]["vorhaben"]["id"] == "fern/bus"
    assert money["nah/bus"]["text"] == "Kosten dort 900.000 Euro, mehr als Sie angegeben haben."
    assert money["gross/idee"] == {"name": "Geld", "points": 0, "text": "Kosten nicht bekannt."}


def test_open_source_only_says_how_many_are_unknown(page: Page, address: str) -> None:
    answer = ranked(page, address, {**BUS, "offen": True})
    assert [entry["vorhaben"]["id"] for entry in answer["vorhaben"]] == ["fern/bus"]
    assert answer["leftOut"] == {"stopped": 1, "unproven": 0, "notOpen": 1, "openUnknown": 2}


def test_proven_only_leaves_out_plans_and_old_plans_count_half(page: Page, address: str) -> None:
    plan = next(entry for entry in ranked(page, address, BUS)["vorhaben"] if entry["vorhaben"]["id"] == "gross/idee")
    assert next(part for part in plan["parts"] if part["name"] == "Stand") == {
        "name": "Stand",
        "points": 1.5,
        "text": "Geplant (Angabe von 2021, kann überholt sein).",
    }
    proven = ranked(page, address, {**BUS, "erprobt": True})
    assert "gross/idee" not in {entry["vorhaben"]["id"] for entry in proven["vorhaben"]}
    assert proven["leftOut"]["unproven"] == 1


def test_a_second_measure_of_the_same_project_counts_less_and_says_so(page: Page, address: str) -> None:
    second = next(entry for entry in ranked(page, address, BUS)["vorhaben"] if entry["vorhaben"]["id"] == "nah/bus-zwei")
    assert second["parts"][-1] == {
        "name": "Vielfalt",
        "points": -4,
        "text": "Abzug, weil eine Maßnahme desselben Modellprojekts davor steht.",
    }


def test_a_model_project_does_not_get_itself_as_an_answer(page: Page, address: str) -> None:
    answer = ranked(page, address, BUS, {**HERE, "name": "Nah", "breite": 50.3})
    assert answer["own"]["id"] == "nah"
    assert "nah" not in {entry["project"]["id"] for entry in answer["comparable"]}
    assert not [entry for entry in answer["vorhaben"] if entry["vorhaben"]["projekte"] == ["nah"]]


def test_without_a_place_what_is_known_still_counts(page: Page, address: str) -> None:
    answer = ranked(page, address, BUS, {"groesse": "kreis-region", "land": "nord"})
    assert all(entry["km"] is None for entry in answer["comparable"])
    assert [entry["project"]["id"] for entry in answer["colleagues"]] == ["fern", "gross"]


def test_the_same_input_gives_the_same_list_and_changes_nothing(page: Page, address: str) -> None:
    twice = "(m, here, wish, data) => { const before = JSON.stringify(data); const once = JSON.stringify(m.ranking(here, wish, data)); return [once === JSON.stringify(m.ranking(here, wish, data)), before === JSON.stringify(data)]; }"
    assert in_module(page, address, "ranking", twice, HERE, BUS, DATA) == [True, True]


# --- finding a place -----------------------------------------------------------------------------------------------------

SEARCH = "async (m, texts) => { const places = await m.places(); return texts.map((text) => { const found = m.lookUp(places, text); return {names: found.hits.map((place) => place.name), district: found.district}; }); }"


def test_places_are_found_with_any_spelling_and_with_typing_errors(page: Page, address: str) -> None:
    asked = {
        "Zwönitz": "Zwönitz",
        "zwoenitz": "Zwönitz",
        "ZWÖN": "Zwönitz",
        "Zwonitz": "Zwönitz",
        "Zwöntiz": "Zwönitz",
        "süderbrarub": "Süderbrarup",
        "muenchen": "München",
        "Munchen": "München",
        "Giessen": "Gießen",
        "frankfurt oder": "Frankfurt (Oder)",
        "bad belz": "Bad Belzig",
        "Aasbüttel": "Aasbüttel",
    }
    found = in_module(page, address, "places", SEARCH, list(asked))
    assert {text: answer["names"][:1] for text, answer in zip(asked, found, strict=True)} == {text: [name] for text, name in asked.items()}


def test_districts_are_recognised_and_nonsense_finds_nothing(page: Page, address: str) -> None:
    texts = ["Landkreis Görlitz", "Erzgebirgskreis", "Amt Süderbrarup", "Kreischa", "Qwrtzxy", "x"]
    found = in_module(page, address, "places", SEARCH, texts)
    assert [answer["district"] for answer in found] == [True, True, True, False, False, False]
    assert [answer["names"][:1] for answer in found] == [["Görlitz"], [], ["Süderbrarup"], ["Kreischa"], [], []]


def test_rural_means_the_same_in_the_browser_as_at_build_time(page: Page, address: str, catalogue: Catalogue) -> None:
    """Two languages, one rule: asked for every project that is a town or a village."""
    projects = [p for p in catalogue.modellprojekte.values() if p.groessenklasse != "kreis-region"]
    asked = [{"breite": p.koordinaten.breite, "laenge": p.koordinaten.laenge, "groesse": p.groessenklasse} for p in projects]
    call = "async (m, all) => { const places = await m.places(); return all.map((place) => m.settingOf(places, place, place.groesse) ?? null); }"
    assert in_module(page, address, "places", call, asked) == [setting(p) for p in projects]


# --- on the page -----------------------------------------------------------------------------------------------------------


def test_with_the_keyboard_alone_from_the_first_letter_to_the_result(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("combobox", name="Ort").focus()
    page.keyboard.type("steinbergk")
    expect(page.get_by_role("option").first).to_have_text(re.compile(r"Steinbergkirche\s+Schleswig-Holstein, 1\.445 Menschen"))
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("combobox", name="Ort").get_attribute("aria-activedescendant") == "kommune-ort-0"
    page.keyboard.press("Enter")
    expect(page.locator("#ergebnis")).to_have_text("Für Steinbergkirche")
    assert page.url.endswith("?ort=Steinbergkirche")
    assert page.get_by_label("Größe").input_value() == "landgemeinde"
    page.get_by_role("checkbox", name="Mobilität", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.locator("#kommune-status")).to_have_text(re.compile(r"Ergebnis für Steinbergkirche: \d+ Vorschläge\."))
    assert page.evaluate("document.activeElement.value") == "mobilitaet", "the focus stays where the reader is"


def test_the_state_is_the_address_and_back_leads_to_the_one_before(page: Page, address: str) -> None:
    opened(page, address, "?ort=Zwönitz")
    page.get_by_role("checkbox", name="Energie", exact=True).check()
    page.wait_for_url("**/?ort=Zw%C3%B6nitz&feld=energie")
    expect(page.locator("#kommune-status")).to_have_text(re.compile("Zwönitz"))
    ready(page)
    shown = first(page, "vorschlaege", 10)
    page.reload()
    ready(page)
    assert first(page, "vorschlaege", 10) == shown
    page.go_back()
    expect(page.get_by_role("checkbox", name="Energie", exact=True)).not_to_be_checked()
    page.go_forward()
    expect(page.get_by_role("checkbox", name="Energie", exact=True)).to_be_checked()


def test_places_are_loaded_only_when_needed_and_nothing_leaves_the_site(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, address, "?groesse=kleinstadt&land=sachsen&feld=mobilitaet")
    assert first(page, "vorschlaege")
    assert not [url for url in asked if url.endswith("/orte.js")]
    page.get_by_role("combobox", name="Ort").press_sequentially("Thum")
    page.get_by_role("option").first.wait_for()
    assert len([url for url in asked if url.endswith("/orte.js")]) == 1
    assert [url for url in asked if not url.startswith(address)] == []


def test_namesakes_are_told_apart_and_each_has_an_address_of_its_own(page: Page, address: str) -> None:
    opened(page, address, "?ort=Neuenkirchen")
    expect(page.locator("#kommune-ort-meldung")).to_contain_text("Es gibt 11 Orte mit dem Namen „Neuenkirchen“. Welcher ist Ihrer?")
    names = page.locator(".kommune-nachfrage button").all_inner_texts()
    assert len(set(names)) == 11, "no two look alike"
    page.locator(".kommune-nachfrage button", has_text="4.569 Menschen").click()
    expect(page.locator(".kommune-kopf")).to_contain_text("4.569 Menschen")
    page.reload()
    expect(page.locator(".kommune-kopf")).to_contain_text("Niedersachsen, 4.569 Menschen")


def test_a_place_that_does_not_exist_gets_an_honest_answer_and_a_way_on(page: Page, address: str) -> None:
    opened(page, address, "?ort=Zwönits")
    expect(page.locator("#kommune-ort-meldung")).to_contain_text(
        "Den Ort „Zwönits“ kennt das Verzeichnis nicht. Meinten Sie einen von diesen?"
    )
    page.get_by_role("button", name="Zwönitz").click()
    expect(page.locator("#ergebnis")).to_have_text("Für Zwönitz")
    opened(page, address, "?ort=Qwrtzxy")
    expect(page.locator("#kommune-ort-meldung")).to_contain_text("Wählen Sie sonst Größe und Land von Hand")
    page.get_by_label("Größe").select_option("kleinstadt")
    expect(page.locator("section[aria-labelledby=vergleichbar] .kommune-liste > li").first).to_contain_text("Ähnliche Größe")


def test_a_district_is_ranked_among_districts(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("combobox", name="Ort").press_sequentially("Landkreis Görlitz")
    expect(page.locator("#kommune-ort-meldung")).to_contain_text("Kreise, Ämter und Regionen stehen nicht im Verzeichnis.")
    page.get_by_role("option", name="Kreis oder Region mit Sitz in Görlitz").click()
    expect(page.locator("#ergebnis")).to_have_text("Für den Kreis oder die Region um Görlitz")
    assert "groesse=kreis-region" in page.url
    expect(page.locator("section[aria-labelledby=vergleichbar] .kommune-liste > li").first).to_contain_text(
        "Ebenfalls ein Kreis oder eine Region"
    )


def test_a_district_without_a_seat_asks_for_the_state(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("combobox", name="Ort").press_sequentially("Erzgebirgskreis")
    page.get_by_role("option", name="Kreis oder Region ohne Ort").click()
    expect(page.get_by_label("Land", exact=True)).to_be_focused()
    assert page.get_by_label("Größe").input_value() == "kreis-region"


def test_a_village_of_fewer_than_a_hundred_people_gets_an_answer(page: Page, address: str) -> None:
    opened(page, address, "?ort=Aasbüttel&feld=mobilitaet")
    expect(page.locator(".kommune-kopf")).to_contain_text("Schleswig-Holstein, 94 Menschen, Landgemeinde, ländlich gelegen.")
    assert first(page, "vergleichbar") == ["Amt Süderbrarup"]


def test_unknown_inhabitants_are_asked_for_not_guessed(page: Page, address: str) -> None:
    opened(page, address, "?ort=Böklund")
    expect(page.locator("#kommune-ort-meldung")).to_contain_text(
        "Die Einwohnerzahl von Böklund steht nicht im Verzeichnis. Wählen Sie bitte die Größe"
    )
    assert page.get_by_label("Größe").input_value() == ""


def test_a_broken_link_is_followed_as_far_as_it_makes_sense(page: Page, address: str) -> None:
    opened(page, address, "?ort=Zwönitz&feld=mobilitaet&feld=gibtesnicht&budget=99&lage=x,y&phase=%E0%A4%A&eintrag=<b>&personal=ja")
    expect(page.locator("#ergebnis")).to_have_text("Für Zwönitz")
    expect(page.locator("#kommune-ort-meldung")).to_contain_text("Der Link enthielt Angaben, die es hier nicht gibt")
    expect(page.get_by_role("checkbox", name="Mobilität", exact=True)).to_be_checked()


def test_without_the_list_of_places_size_and_state_are_enough(page: Page, address: str) -> None:
    page.route("**/orte.js", lambda route: route.abort())
    opened(page, address, "?ort=Zwönitz")
    expect(page.locator("#kommune-ort-meldung")).to_contain_text("ließ sich nicht laden. Wählen Sie Größe und Land von Hand")
    page.get_by_label("Land", exact=True).select_option("sachsen")
    expect(page.locator("#ergebnis")).to_have_text("Für Sachsen")


def test_without_scripts_or_data_the_page_leads_on(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/meine-kommune/")
    expect(page.get_by_role("link", name="Kleinstadt")).to_be_visible()
    expect(page.get_by_role("link", name="Sachsen", exact=True)).to_be_visible()
    expect(page.locator("#kommune")).to_be_hidden()
    context.close()
    page = chromium.new_page()
    page.route("**/meine-kommune/daten.js", lambda route: route.abort())
    page.goto(f"{address}/meine-kommune/")
    expect(page.locator("#kommune-ohne-skript")).to_be_visible()
    page.close()


def test_ticked_measures_and_the_list_do_not_disturb_each_other(page: Page, address: str) -> None:
    opened(page, address, "?ort=Zwönitz&feld=energie")
    page.get_by_role("button", name=re.compile("weitere Vorschläge zeigen")).click()
    entry = page.locator("li[data-record]").nth(12)
    record = entry.get_attribute("data-record")
    entry.get_by_role("checkbox").check()
    assert page.locator("li[data-record]").count() == 20, "the list stays as long as it was"
    page.get_by_role("link", name="Entwurf für den Rat").click()
    ready(page)
    assert f"eintrag={record}" in page.url
    assert page.locator(".kommune-moeglichkeiten > li").count() == 1


@pytest.mark.parametrize(
    ("state", "project", "proposal"),
    [
        ("?ort=Steinbergkirche&feld=mobilitaet", "Amt Süderbrarup", "Smartes DorfSHUTTLE – Rufbus ohne festen Fahrplan"),
        ("?ort=Waldheim&land=sachsen&feld=wirtschaft-innenstadt&erprobt=ja", "Zwönitz", None),
        ("?ort=Görlitz&groesse=kreis-region&feld=sicherheit-resilienz", "Landkreis Hof", None),
        ("?ort=Rosenheim&land=bayern&feld=klima-umwelt", "Kempten (Allgäu)", None),
        ("?ort=Neuenkirchen&land=nordrhein-westfalen&feld=beteiligung", None, None),
    ],
)
def test_municipalities_walked_through(page: Page, address: str, state: str, project: str | None, proposal: str | None) -> None:
    """A village, a small town, a district, a city and a name of many: what comes first is what a colleague would name."""
    opened(page, address, state)
    assert project is None or first(page, "vergleichbar") == [project]
    assert first(page, "vorschlaege") == [proposal] if proposal else first(page, "vorschlaege")
    assert page.locator("section[aria-labelledby=kollegen] tbody tr").count() == 8
    assert page.locator("section[aria-labelledby=hilfen] li").count() > 3


def test_a_project_across_states_is_as_near_as_its_nearest_city(page: Page, address: str) -> None:
    opened(page, address, "?ort=Markkleeberg")
    expect(page.locator("section[aria-labelledby=kollegen] tbody tr", has_text="Hamburg-Leipzig-München")).to_contain_text(
        re.compile(r"München\d km")
    )


# --- the paper for the council ---------------------------------------------------------------------------------------------


def test_the_paper_says_what_a_council_asks_and_names_what_nobody_knows(page: Page, address: str) -> None:
    opened(page, address, PAPER)
    paper = page.locator(".kommune-vorlage")
    assert paper.locator("h2").all_inner_texts() == [
        "Anlass",
        "Vergleichbarkeit der Kommunen",
        "Möglichkeiten",
        "Offene Fragen",
        "Nächste Schritte",
    ]
    option = paper.locator(".kommune-moeglichkeiten > li").first
    expect(option).to_contain_text("Umgesetzt (Angabe von Juli 2024).")
    expect(option).to_contain_text("Nicht bekannt")
    assert option.locator("dd a[href^=http]").count() >= 1
    expect(paper).to_contain_text("Kosten: nicht bekannt bei")
    expect(paper).to_contain_text("Aus dem Fahrplan, Phase 1 (Ideenfindung)")


@pytest.mark.parametrize("state", [PAPER, f"?{NOTED}&ansicht=vorlage"])
def test_the_paper_fits_two_sheets(state: str, page: Page, address: str) -> None:
    opened(page, address, state)
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 2


def test_any_records_make_a_paper_and_missing_ones_are_named(page: Page, address: str) -> None:
    """This is how the Merkliste gets its paper: ids in the address, no municipality needed."""
    opened(page, address, "?ansicht=vorlage&eintrag=loesungen/hal-plan&eintrag=massnahmen/zwoenitz/erzmobil&eintrag=massnahmen/x/weg")
    titles = page.locator(".kommune-moeglichkeiten h3").all_inner_texts()
    assert [title.split(" ")[0] for title in titles] == ["HAL-Plan", "ERZmobil"]
    expect(page.locator(".kommune-vorlage")).to_contain_text("Diese Einträge gibt es nicht (mehr): massnahmen/x/weg.")


def test_a_paper_for_nobody_yet_says_who_built_it_and_asks_for_the_municipality(page: Page, address: str) -> None:
    opened(page, address, f"?{NOTED}&ansicht=vorlage")
    paper = page.locator(".kommune-vorlage")
    assert "Beteiligte Kommunen" in paper.locator("h2").all_inner_texts()
    expect(paper).to_contain_text("Zwönitz: Kleinstadt, Sachsen, rund 12.000 Menschen.")
    assert paper.locator(".kommune-moeglichkeiten > li").count() == 4
    expect(paper.locator("h2", has_text="Weitere Möglichkeiten").locator("+ ul")).to_contain_text("DIPAS")
    expect(paper).to_contain_text("(Gekürzt)")
    page.get_by_role("link", name="Nennen Sie Ihren Ort").click()
    expect(page.locator("#kommune-ergebnis")).to_contain_text("sind 5 Einträge gewählt")
    page.get_by_label("Ort", exact=True).fill("Zwönitz")
    page.get_by_role("listbox").get_by_role("option").first.click()
    page.locator("#kommune-ergebnis").get_by_role("link", name="Entwurf für den Rat").click()
    expect(paper.locator("h1")).to_contain_text("Möglichkeiten für Zwönitz")
    assert "Vergleichbarkeit der Kommunen" in paper.locator("h2").all_inner_texts()


def test_the_paper_can_be_copied_as_text_even_where_the_browser_forbids_it(page: Page, address: str) -> None:
    opened(page, address, PAPER)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: {writeText: () => Promise.reject()}})")
    page.get_by_role("button", name="Als Text kopieren").click()
    text = page.get_by_label("Text zum Kopieren").input_value()
    assert text.startswith("Was andere Kommunen gebaut haben: Möglichkeiten für Steinbergkirche\n")
    assert "\nOFFENE FRAGEN\n" in text
    assert "Quellen: " in text
    assert "[object" not in text
    assert "undefined" not in text


# --- for everybody -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_any_state(width: int, scheme: Any, chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page, axe, found = context.new_page(), Axe(), []
    for state in ("", "?ort=Zwönitz&feld=energie&ziel=nahverkehr&budget=klein&personal=klein", "?ort=Neuenkirchen", PAPER):
        opened(page, address, state)
        if not state:
            page.get_by_role("combobox", name="Ort").press_sequentially("Neust")
            page.get_by_role("option").first.wait_for()
            page.keyboard.press("ArrowDown")
        for details in page.locator("section details").all():
            details.evaluate("node => { node.open = true; }")
        found += [(state, violation["id"], violation["nodes"][0]["html"]) for violation in axe.run(page).response["violations"]]
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), (state, width)
    context.close()
    assert found == []


def test_a_place_written_out_counts_without_being_chosen_from_the_list(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("combobox", name="Ort").press_sequentially("Steinbergkirche")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Größe")).to_be_focused()
    expect(page.locator("#ergebnis")).to_have_text("Für Steinbergkirche")
    page.get_by_role("button", name="Zum Ergebnis").press("Enter")
    expect(page.locator("#ergebnis")).to_be_focused()


def test_a_name_of_many_places_written_out_is_asked_about(page: Page, address: str) -> None:
    opened(page, address)
    expect(page.get_by_role("button", name="Zum Ergebnis")).to_be_hidden()
    page.get_by_role("combobox", name="Ort").press_sequentially("Neuenkirchen")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Größe")).to_be_focused()
    expect(page.locator("#kommune-ort-meldung")).to_contain_text("Welcher ist Ihrer?")
    page.locator(".kommune-nachfrage button").first.press("Enter")
    expect(page.get_by_role("combobox", name="Ort")).to_be_focused()
