"""Another network puts in its own name, colours, logo, imprint, places and records, and nothing of ours is left."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser

from generator.building import build
from generator.exports.colours import readable_on
from tests.conftest import ROOT
from tests.projects import SAMPLE, small_project
from tests.test_site import dead_links

OURS = re.compile(
    r"smart.?cit|modellprojekte smart|\bKTS\b|Koordinierungs|musterstadt|zwoenitz|Zwönitz|noch nicht eingetragen", re.IGNORECASE
)
NETWORK: dict[str, Any] = {
    "site_name": "Kreiswissen Nordland",
    "site_description": "Was die Kreise im Nordland gebaut haben.",
    "site_url": "https://wissen.nordland.example/kreise/",
    "copyright": "Landkreisbund Nordland",
    "extra": {
        "herausgeber": {
            "name": "Landkreisbund Nordland",
            "website": "https://nordland.example/",
            "email": "wissen@nordland.example",
            "dcatde_contributor_id": "http://dcat-ap.de/def/contributors/nordland",
        },
        "programm": {
            "name": "Kreise im Nordland",
            "einleitung": "Der Landkreisbund zählt jedes Jahr.",
            "kuratiert_von": "Der Landkreisbund",
        },
        "farben": {"hell": "#0b6e4f", "dunkel": "#7fd1ae"},
        "repository": "https://git.nordland.example/wissen",
        "umriss": "umriss.json",
        "vorschaubild": "assets/deich.png",
    },
}
PICTURE = b"a picture of a dike"
COAST = [[8.5, 53.9], [9.3, 53.9], [9.3, 54.4], [8.5, 54.4], [8.5, 53.9]]
PROJECT = {
    "titel": "Kreis Nordsee",
    "kommunen": ["Kreis Nordsee"],
    "laender": ["nordland"],
    "staffel": "1",
    "groessenklasse": "kreis-region",
    "koordinaten": {"breite": 54.1, "laenge": 8.9},
    "quellen": [{"url": "https://nordsee.example/", "stand": "2026-02"}],
}
MEASURE = {
    "titel": "Deichsensoren melden Wasserstände",
    "kurz": "Sensoren am Deich messen den Wasserstand und melden ihn der Leitstelle des Kreises.",
    "handlungsfelder": ["klima-umwelt"],
    "status": "umgesetzt",
    "quellen": [{"url": "https://nordsee.example/deich", "stand": "2026-03"}],
}
LESSON = {
    "titel": "Deiche zuerst",
    "art": "empfehlung",
    "kurz": "Wer am Wasser wohnt, misst zuerst das Wasser.",
    "quellen": [{"titel": "Kreistag", "stand": "2026"}],
}


def write(file: Path, data: dict[str, Any], before: str = "", after: str = "") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(before + yaml.safe_dump(data, allow_unicode=True, sort_keys=False) + after, "utf-8")


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a county network with three records."""
    folder = tmp_path_factory.mktemp("kreise")
    records = folder / "measures"
    shutil.copytree(SAMPLE / "vokabular", records / "vokabular")
    land = {"id": "nordland", "name": "Nordland", "kuerzel": "NL"}
    write(records / "vokabular/laender.yml", {"titel": "Länder", "begriffe": [land]})
    goal = {"id": "trocken-bleiben", "name": "Trocken bleiben", "quellen": [{"titel": "Kreistag", "stand": "2026"}]}
    write(records / "vokabular/ziele.yml", {"titel": "Ziele", "begriffe": [goal]})
    searches = {"titel": "Suchen", "begriffe": [{"id": "deich", "name": "Deich"}, {"id": "wasserstand", "name": "Wasserstand messen"}]}
    write(records / "vokabular/beispielsuchen.yml", searches)
    write(records / "modellprojekte/kreis-nordsee.yml", PROJECT)
    write(records / "massnahmen/kreis-nordsee/deichsensoren.yml", MEASURE)
    write(records / "wissen/deiche-zuerst.md", LESSON, "---\n", "---\n\nErst messen, dann bauen.\n")
    project = small_project(folder, **NETWORK)
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["logo"] = "wappen.svg"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    (project / "docs/wappen.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>', "utf-8"
    )
    (project / "docs/assets").mkdir()
    (project / "docs/assets/deich.png").write_bytes(PICTURE)
    (project / "umriss.json").write_text(json.dumps({"laender": {"nordland": [COAST]}}), "utf-8")
    (project / "docs/impressum.md").write_text("# Impressum\n\nLandkreisbund Nordland, Deichweg 1.\n", "utf-8")
    os.chdir(project)
    try:
        build(project / "measures", project / "site", strict=True)
    finally:
        os.chdir(ROOT)
    return project / "site"


def test_no_trace_of_ours_is_left(network: Path) -> None:
    """In no file: only the list of all places in Germany names some of ours too."""
    files = [file for file in sorted(network.rglob("*")) if file.is_file() and file != network / "meine-kommune/orte.js"]
    texts = {file.relative_to(network).as_posix(): text_of(file) for file in files}
    assert [(name, found[0]) for name, text in texts.items() if (found := OURS.search(text))] == []
    assert [file.read_bytes() for file in files if file.suffix in (".png", ".jpg", ".webp")] == [PICTURE], (
        "a picture would show our name too"
    )


def text_of(file: Path) -> str:
    """All that is written in a file. A workbook is a packed folder of texts, and the site map comes packed too."""
    if file.suffix == ".gz":
        return gzip.decompress(file.read_bytes()).decode()
    if file.suffix == ".xlsx":
        with ZipFile(file) as packed:
            return "".join(packed.read(name).decode() for name in packed.namelist())
    return file.read_text("utf-8", errors="ignore")


def test_its_own_name_address_and_imprint_are_everywhere(network: Path) -> None:
    for page in network.rglob("index.html"):
        assert "Kreiswissen Nordland" in page.read_text("utf-8"), page
    assert "Deichweg 1" in (network / "impressum/index.html").read_text("utf-8")
    for file, text in {
        "feed.xml": "<name>Landkreisbund Nordland</name>",
        "api/v1/katalog.ttl": "<http://dcat-ap.de/def/contributors/nordland>",
        "api/v1/openapi.json": "https://wissen.nordland.example/kreise/api/v1",
        "llms.txt": "# Kreiswissen Nordland",
        ".well-known/security.txt": "mailto:wissen@nordland.example",
        "sitemap.xml": "https://wissen.nordland.example/kreise/massnahmen/kreis-nordsee/deichsensoren/",
        "massnahmen/index.html": "Maßnahmen der Kreise im Nordland",
        "wissen/index.html": '<a href="https://git.nordland.example/wissen">Datensätze und Programm</a>',
    }.items():
        assert text in (network / file).read_text("utf-8"), file


def test_its_start_page_leads_only_where_something_is(network: Path) -> None:
    text = re.search(r"<main.*?</main>", (network / "index.html").read_text("utf-8"), re.DOTALL)
    assert text
    assert "1 Maßnahme aus 1 Modellprojekt:" in text[0]
    assert "Karte des Modellprojekts" in text[0]
    assert {
        folder
        for folder in ("loesungen", "netzwerk", "ressourcen", "programm", "wissen", "status/eingestellt")
        if f'href="{folder}/"' in text[0]
    } == {"wissen"}
    assert '<dl class="ws-zahlen">' not in text[0]


def test_its_pages_lead_only_to_pages_it_has(network: Path) -> None:
    """Nobody wrote down frequent questions here, for one. Pages by hand that the guide keeps are not part of this small network."""
    kept = re.compile(r"^(\.\./)*(suche|merkliste|mitmachen|daten|datenschutz|barrierefreiheit|leichte-sprache)/")
    assert {link for link in dead_links(network) if link[0] != "404.html" and not kept.match(link[1])} == set()
    assert "fragen" not in (network / "wissen/index.html").read_text("utf-8")


def test_its_overviews_have_no_heading_without_something_below(network: Path) -> None:
    found = LexborHTMLParser((network / "massnahmen/index.html").read_text("utf-8")).css("main h2[id^=nach-]")
    assert [heading.id for heading in found] == [
        "nach-handlungsfeld",
        "nach-stand",
        "nach-land",
        "nach-groe-der-kommune",
        "nach-modellprojekt",
    ]


def test_its_search_field_says_what_can_be_found_here(network: Path) -> None:
    field = LexborHTMLParser((network / "impressum/index.html").read_text("utf-8")).css_first("#ws-suchfeld")
    assert field
    assert field.attributes["placeholder"] == "Suchen, etwa Deich"


def test_its_start_page_suggests_its_own_searches(network: Path) -> None:
    suggested = re.search(r'<ul class="ws-beispiele".*?</ul>', (network / "index.html").read_text("utf-8"), re.DOTALL)
    assert suggested
    assert re.findall(r'href="([^"]+)">([^<]+)<', suggested[0]) == [
        ("suche/?q=Deich", "Deich"),
        ("suche/?q=Wasserstand%20messen", "Wasserstand messen"),
    ]


def test_its_colours_and_its_logo_are_used(network: Path) -> None:
    page = (network / "index.html").read_text("utf-8")
    sheet = re.search(r'href="(assets/eigene-farben\.[0-9a-f]+\.css)"', page)
    assert sheet
    colours = (network / sheet[1]).read_text("utf-8")
    assert "--ws-akzent: light-dark(#0b6e4f, #7fd1ae);\n  --ws-akzent-fg: light-dark(#ffffff, #000000);" in colours
    assert 'src="wappen.svg"' in page


def test_its_picture_is_what_others_show_beside_a_link(network: Path) -> None:
    page = (network / "massnahmen/index.html").read_text("utf-8")
    found = re.search(r'<meta property="og:image" content="https://wissen.nordland.example/kreise/([^"]+)">', page)
    assert found
    assert (network / found[1]).read_bytes() == PICTURE


def test_its_map_shows_its_own_land_filling_the_sheet(network: Path) -> None:
    picture = re.search(r"<figure.*?</figure>", (network / "modellprojekte/index.html").read_text("utf-8"), re.DOTALL)
    assert picture
    assert picture[0].count('class="land"') == 1
    assert 'aria-label="Karte mit 1 Modellprojekt, ' in picture[0]
    place = re.search(r'data-x="([\d.]+)" data-y="([\d.]+)"', picture[0])
    assert place
    assert (float(place[1]), float(place[2])) == pytest.approx((305, 377), abs=5), "in the middle of its coast"


@pytest.mark.parametrize(
    ("ground", "text"), [("#000000", "#ffffff"), ("#ffffff", "#000000"), ("#0b6e4f", "#ffffff"), ("#ffd500", "#000000")]
)
def test_text_stays_readable_on_any_colour(ground: str, text: str) -> None:
    assert readable_on(ground) == text


def test_our_own_name_stands_in_the_configuration_only() -> None:
    """So that changing mkdocs.yml and the hand-written pages is enough."""
    code = [
        *ROOT.glob("generator/**/*.py"),
        *ROOT.glob("generator/**/*.jinja"),
        *(path for path in ROOT.glob("overrides/**/*.*") if path.suffix != ".png"),
    ]
    named = [path.relative_to(ROOT).as_posix() for path in code if re.search(r"\bKTS\b|Smart.Cit", path.read_text("utf-8"))]
    assert named == []
