"""What strangers may write: refused with a clear message, or harmless text wherever it is shown and whatever it is handed on in."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import feedparser
import jsonschema
import openpyxl
import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, expect

from generator.addresses import TERM_FOLDERS, page_for
from generator.problems import Problem
from generator.records import KINDS
from tests.hostile.attacks import ATTACKS, FAMILIES, HOST
from tests.hostile.conftest import CONTENT, Hostile, shown_as
from tests.hostile.trees import Field, examined, fields, id_of, name_of

LOOKING = Path(__file__).with_name("looking.js").read_text("utf-8")
Verdicts = Mapping[str, Mapping[Field, list[Problem]]]
NUMBERS = range(len(FAMILIES))


def test_there_are_many_attacks_and_no_two_are_the_same() -> None:
    assert len(ATTACKS) >= 350
    assert len(FAMILIES) >= 25
    assert len({text for _, text in ATTACKS}) == len(ATTACKS)


# --- the check -----------------------------------------------------------------------------------------------------------


def test_what_is_refused_is_named_in_german_with_its_place(verdicts: Verdicts) -> None:
    problems = {problem for found in verdicts.values() for those in found.values() for problem in those}
    assert len(problems) > 10_000
    for problem in problems:
        assert problem.line > 1 or problem.column > 1, problem
        assert re.match(r"[A-ZÄÖÜ„]", problem.message), problem
        assert problem.message.endswith((".", "?")), problem
        own_words = re.sub("„.*“", "", problem.message)
        assert not re.search(r"\b(?:should|must|input|string|valid|expected|error)\b", own_words), problem


def test_what_could_run_or_hide_is_refused_in_every_field(verdicts: Verdicts) -> None:
    """The pages would show it as text. But nobody means it honestly, so it goes no further than the check."""
    every = {(examined(kind), place) for kind, place in fields()}
    for family in ("script", "svg-mathml", "element", "xml", "invisible"):
        for text in FAMILIES[family]:
            let_through = every - set(verdicts[text])
            assert not let_through, (text, let_through)


def test_every_field_meets_every_family(verdicts: Verdicts, hostile: Hostile) -> None:
    """A family stays away from a field only if the check refuses every one of its attacks there."""
    of_family = {family: {text.strip() for text in texts} for family, texts in FAMILIES.items()}
    met: dict[Field, set[str]] = {}
    for (field, number), _ in hostile.plan.items():
        index = list(fields()).index(field)
        met.setdefault(field, set()).add(list(FAMILIES)[(index + number) % len(FAMILIES)])
    for kind, place in fields():
        for family in set(of_family) - met.get((kind, place), set()):
            let_through = [text for text in FAMILIES[family] if (examined(kind), place) not in verdicts[text]]
            assert place[-1] == "id" or not let_through, (kind, place, family)


# --- every page, as the browser understands it ----------------------------------------------------------------------------


@pytest.fixture
def watched(chromium: Browser, served: str) -> Iterator[Page]:
    """A browser in which nothing may be asked of another host, no dialog may open and no script may fail."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    wrong: list[str] = []

    def asked(request: Request) -> None:
        if not request.url.startswith((served, "data:", "blob:")):
            wrong.append(request.url)

    def dismissed(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    context.on("request", asked)
    context.on("page", lambda other: wrong.append(f"opened {other.url}"))
    page.on("dialog", dismissed)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(served)
    page.add_script_tag(content=LOOKING)
    yield page
    context.close()
    assert wrong == []


def seen(page: Page, paths: list[str]) -> dict[str, str]:
    """What can be read on these pages, on which nothing is wrong."""
    found = page.evaluate("([paths, together]) => lookThrough(paths, together)", [paths, 8])
    assert {path: one["wrong"] for path, one in found.items() if one["wrong"]} == {}
    return {path: shown_as(one["said"]) for path, one in found.items()}


def harmless(page: Page) -> None:
    page.wait_for_load_state()
    assert page.evaluate(f"() => {{ {LOOKING}; return look(window); }}") == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "attack", ["<img src=x onerror=window.__pwned=1>", "<a href=javascript:1>", "<script>1</script>", f"<img src=//{HOST}>"]
)
def test_the_test_itself_would_notice(chromium: Browser, served: str, attack: str) -> None:
    page = chromium.new_page()
    page.goto(served)
    page.set_content(attack)
    page.wait_for_timeout(50)
    assert page.evaluate(f"() => {{ {LOOKING}; return look(window); }}") != []
    page.close()


@pytest.mark.browser
def test_every_attack_is_read_as_text(hostile: Hostile, watched: Page) -> None:
    """Without the policy, our scripts and our styles: only the escaping stands between the attack and the reader."""
    paths = [path.relative_to(hostile.site).as_posix() for path in hostile.site.rglob("*.html")]
    texts = seen(watched, [f"/roh/{path}" for path in paths])
    everything = "\n".join(texts.values())
    assert CONTENT not in everything
    for (field, number), text in hostile.plan.items():
        page = texts.get(f"/roh/{_page(*field, number)}", everything)
        assert _wanted(field, text) in page, (field, number)


def _page(kind: str, place: tuple[str, ...], number: int) -> str:
    """The page that shows the field, or one that is not there where several share the work."""
    folder = TERM_FOLDERS.get(kind.removeprefix("vokabular/"))
    if folder and place[2:] in (("name",), ("erklaerung",)):
        return f"{folder}/{name_of(number)}/index.html"
    if kind in ("wissen", "programm") or place[0] in ("text", "frueher", "begriffe"):
        return ""
    return page_for(kind, id_of(kind, number)).replace(".md", "/index.html") if kind in KINDS else ""


def _wanted(field: Field, text: str) -> str:
    if field[1][-1] in ("url", "website", "repository", "weitere", "dokumentation", "*") and text.startswith(
        "https://www.beispiel.example/)"
    ):
        return "https://www.beispiel.example/%29%5Bx%5D%28javascript:window.%5F%5Fpwned=1"
    return shown_as(text)


@pytest.mark.browser
@pytest.mark.parametrize("variant", ["mit", "ohne"])
def test_nothing_happens_on_pages_as_they_are_published(hostile: Hostile, watched: Page, variant: str) -> None:
    """With our scripts and styles, with the policy and without: all overviews, and of every kind of record a few."""
    paths = [path.relative_to(hostile.site).as_posix() for path in hostile.site.rglob("*.html")]
    numbers = ("angriff-003", "angriff-012") if variant == "mit" else ("angriff-004", "angriff-017")
    seen(watched, [f"/{variant}/{path}" for path in paths if "angriff-" not in path or path.split("/")[-2] in numbers])


# --- what our scripts show --------------------------------------------------------------------------------------------------


def title_of(hostile: Hostile, record: str) -> str:
    """What stands as the title of a record such as massnahmen/angriff-003/angriff-003."""
    number = int(record.rpartition("-")[2])
    return shown_as(hostile.plan.get(((record.partition("/")[0], ("titel",)), number), "Ein gewöhnlicher Satz"))


@pytest.mark.browser
@pytest.mark.parametrize("variant", ["mit", "ohne"])
def test_finder_and_suggestions_show_text(hostile: Hostile, served: str, watched: Page, variant: str) -> None:
    for words in ("window pwned", "javascript onclick", "boese example"):
        watched.goto(f"{served}/{variant}/suche/?q={quote(words)}")
        watched.wait_for_selector("html[data-bereit]", state="attached")
        hits = {
            hit.get_attribute("data-record") or "": shown_as(hit.inner_text()) for hit in watched.locator("#treffer [data-record]").all()
        }
        attacked_hits = {record: text for record, text in hits.items() if "angriff-" in record and record.partition("/")[0] in KINDS}
        assert attacked_hits, words
        for record, text in attacked_hits.items():
            assert title_of(hostile, record)[:60] in text
        harmless(watched)
    watched.goto(f"{served}/{variant}/")
    watched.locator("[data-suchfeld=kopf]").press_sequentially("pwned")
    expect(watched.get_by_role("option").first).to_contain_text("pwned")
    harmless(watched)


@pytest.mark.browser
@pytest.mark.parametrize("variant", ["mit", "ohne"])
def test_merkliste_and_comparison_show_text(hostile: Hostile, served: str, watched: Page, variant: str) -> None:
    keys = [f"massnahmen/{id_of('massnahmen', 3)}", f"loesungen/{id_of('loesungen', 4)}", f"massnahmen/{id_of('massnahmen', 12)}"]
    watched.goto(f"{served}/{variant}/merkliste/?" + "&".join(f"eintrag={key}" for key in keys))
    expect(watched.locator("tr[data-record]")).to_have_count(3)
    for key in keys:
        assert title_of(hostile, key) in shown_as(watched.locator(f'tr[data-record="{key}"]').inner_text())
    expect(watched.locator(".ws-vergleich-tabelle thead th")).to_have_count(3)
    compared = shown_as(watched.locator(".ws-vergleich-tabelle").inner_text())
    for field in ("kurz", "betrieb", "voraussetzungen", "aufwand"):
        assert shown_as(hostile.plan.get((("massnahmen", (field,)), 3), "")) in compared
    harmless(watched)
    with watched.expect_download() as download:
        watched.get_by_role("button", name="Als Tabelle").click()
    for row in csv.reader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig")), delimiter=";"):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.browser
@pytest.mark.parametrize("variant", ["mit", "ohne"])
def test_meine_kommune_and_its_paper_show_text(hostile: Hostile, served: str, watched: Page, variant: str) -> None:
    state = "?ort=Zw%C3%B6nitz&land=sachsen&groesse=kleinstadt&feld=verwaltung&feld=klima-umwelt"
    watched.goto(f"{served}/{variant}/meine-kommune/{state}")
    watched.wait_for_selector("html[data-bereit]", state="attached")
    assert "angriff" in watched.locator("#kommune-ergebnis").inner_html()
    harmless(watched)
    keys = [f"massnahmen/{id_of('massnahmen', 3)}", f"loesungen/{id_of('loesungen', 4)}"]
    watched.goto(f"{served}/{variant}/meine-kommune/{state}&ansicht=vorlage&" + "&".join(f"eintrag={key}" for key in keys))
    paper = watched.locator("article.kommune-vorlage")
    expect(paper).to_be_visible()
    for key in keys:
        assert title_of(hostile, key) in shown_as(paper.inner_text())
    harmless(watched)


@pytest.mark.browser
def test_the_printed_page_shows_text(hostile: Hostile, served: str, watched: Page) -> None:
    watched.emulate_media(media="print")
    for kind, number in (("massnahmen", 3), ("loesungen", 4), ("modellprojekte", 12)):
        watched.goto(f"{served}/ohne/{kind}/{id_of(kind, number)}/")
        text = shown_as(watched.locator("main").inner_text())
        for (field, of), attack in hostile.plan.items():
            if of == number and field in ((kind, ("kurz",)), (kind, ("aufwand",)), (kind, ("betrieb",))):
                assert shown_as(attack) in text
        harmless(watched)


# --- what readers and their links bring along -------------------------------------------------------------------------------

LINKS = (
    "<img src=x onerror=window.__pwned=1>",
    "javascript:window.__pwned=1",
    '"><svg onload=window.__pwned=1>',
    "__proto__",
    "\u202e\x00%",
    "x" * 5000,
)


@pytest.mark.browser
@pytest.mark.parametrize("variant", ["mit", "ohne"])
def test_addresses_of_our_pages_carry_no_attack(served: str, watched: Page, variant: str) -> None:
    asked = {
        "suche": "q art handlungsfeld technologie status land groesse staffel projekt ziel open_source sortierung",
        "merkliste": "eintrag",
        "meine-kommune": "ort land groesse feld ziel lage budget phase personal offen erprobt eintrag ansicht",
        "modellprojekte": "land groesse staffel",
        "netzwerk": "art",
        "ressourcen": "art handlungsfeld phase",
    }
    for page, names in asked.items():
        for text in LINKS if variant == "ohne" and page in ("suche", "merkliste", "meine-kommune") else LINKS[:1]:
            query = "&".join(f"{name}={quote(text)}" for name in names.split())
            watched.goto(f"{served}/{variant}/{page}/?{query}#{quote(text)}%E0%A4%A")
            if page in ("suche", "meine-kommune"):
                watched.wait_for_selector("html[data-bereit]", state="attached")
            harmless(watched)


@pytest.mark.browser
def test_what_lies_in_the_browser_carries_no_attack(served: str, watched: Page) -> None:
    stored = [
        '["<img src=x onerror=window.__pwned=1>","javascript:1","massnahmen/../../x/y","loesungen/__proto__"]',
        '{"__proto__":1}',
        "[[",
        '"x"',
    ]
    for text in stored:
        watched.goto(f"{served}/ohne/impressum/")
        watched.evaluate(
            "(text) => { for (const key of ['merkliste', 'farben', 'darstellung']) localStorage.setItem(`/ohne/${key}`, text); }", text
        )
        watched.goto(f"{served}/ohne/merkliste/")
        watched.wait_for_selector(".ws-leer, .ws-hinweis")
        harmless(watched)


# --- what programs and spreadsheets get -------------------------------------------------------------------------------------


def test_no_file_of_the_site_holds_what_it_must_not(hostile: Hostile) -> None:
    """Not the file that was to be included, and nothing outside the site."""
    for path in hostile.site.rglob("*"):
        assert path.resolve().is_relative_to(hostile.site.resolve())
        assert not path.is_file() or CONTENT.encode() not in path.read_bytes(), path


def test_the_feed_is_sound_xml_with_text_only(hostile: Hostile) -> None:
    raw = (hostile.site / "feed.xml").read_bytes()
    ElementTree.fromstring(raw)
    feed = feedparser.parse(raw)
    assert not feed.bozo
    titles = {title for (field, _), title in hostile.plan.items() if field[1] == ("titel",)}
    told = [shown_as(entry.title) for entry in feed.entries]
    assert len(told) == 100
    assert sum(any(shown_as(title) in one for title in titles) for one in told) > 50
    for entry in feed.entries:
        assert entry.title_detail.type == "text/plain"
        assert not entry.get("enclosures")
        assert [link.href.startswith("https://wissen.example.org/unter/") for link in entry.links] == [True]


def test_the_site_map_names_our_pages_only(hostile: Hostile) -> None:
    places = [one.text or "" for one in ElementTree.parse(hostile.site / "sitemap.xml").iter() if one.tag.endswith("loc")]
    assert len(places) > 300
    assert all(re.fullmatch(r"https://wissen\.example\.org/unter/[A-Za-z0-9/.+-]*", place) for place in places)


def test_the_interface_hands_on_the_very_text(hostile: Hostile) -> None:
    for kind in ("massnahmen", "loesungen", "modellprojekte", "strategien", "wissen"):
        schema = json.loads((hostile.site / f"api/v1/schema/{kind}.json").read_text("utf-8"))
        answer = json.loads((hostile.site / f"api/v1/{kind}.json").read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(answer)
        records = {record["id"]: record for record in answer["result"]}
        for number in NUMBERS:
            for name in ("titel", "kurz"):
                if attack := hostile.plan.get(((kind, (name,)), number)):
                    assert records[id_of(kind, number)][name] == attack.strip()
    geo = json.loads((hostile.site / "api/v1/modellprojekte.geojson").read_text("utf-8"))
    jsonschema.validate(geo, json.loads((hostile.site / "api/v1/schema/modellprojekte.geojson.json").read_text("utf-8")))
    assert all(feature["properties"]["url"].startswith("https://wissen.example.org/") for feature in geo["features"])


@pytest.mark.parametrize("kind", ["massnahmen", "modellprojekte", "strategien", "loesungen"])
def test_no_cell_of_a_table_calculates(hostile: Hostile, kind: str) -> None:
    text = (hostile.site / f"daten/{kind}.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    for cell in (cell for row in rows for cell in row):
        plain_number = re.fullmatch(r"-\d+", cell)
        assert plain_number or not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")), cell
    sheet = openpyxl.load_workbook(hostile.site / f"daten/{kind}.xlsx").worksheets[0]
    cells: list[Any] = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not [cell for cell in cells if cell.hyperlink]
    assert any(str(cell.value).startswith("=") for cell in cells) or kind == "strategien", "the text is there, as text"


def test_old_addresses_lead_to_our_pages_only(hostile: Hostile) -> None:
    lines = (hostile.site / "_redirects").read_text("utf-8").splitlines()
    assert len(lines) >= 10
    assert all(re.fullmatch(r"/[a-z0-9/-]+/ /[a-z0-9/-]+/ 301", line) for line in lines)
    for config in (hostile.site / "server").glob("*.conf"):
        assert not re.search("boese|pwned|angriff-[^0-9]", config.read_text("utf-8"))


def test_markdown_for_assistants_has_no_links_but_ours_and_the_sources(hostile: Hostile) -> None:
    files = [hostile.site / "llms.txt", *hostile.site.rglob("angriff-*.md")]
    assert len(files) > 150
    for file in files:
        text = file.read_text("utf-8")
        assert CONTENT not in text
        assert not re.search(r"(?<!\\)<[a-zA-Z/!?]", text), file
        for target in re.findall(r"(?<!\\)\]\(([^)\s]*)", text):
            assert target.startswith(("https://wissen.example.org/", "https://www.beispiel.example")), (file, target)
        assert text.startswith("# ")
        assert "\n# " not in text or file.parent.name in ("loesungen", "wissen"), "only a body may have headings"


def test_terms_have_pages_of_their_own_names_only(hostile: Hostile) -> None:
    for folder in TERM_FOLDERS.values():
        assert (hostile.site / folder / "index.html").is_file()
        assert all(re.fullmatch(r"[A-Za-z0-9.+-]+", page.name) for page in (hostile.site / folder).iterdir())
