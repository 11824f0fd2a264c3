"""The doors: right addresses on GitHub, GitLab and by mail, and a way to the guide where nothing is set up."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader
from selectolax.lexbor import LexborHTMLParser

from generator.checking import check
from generator.forms.doors import DOORS, doors, doors_for_templates
from generator.forms.questions import new_measure
from generator.reading import entry_of, read
from generator.settings import Contributing
from tests.conftest import ROOT, SAMPLE

GITHUB = Contributing(plattform="github", adresse="https://github.com/beispiel/wissen", mail="redaktion@example.org")
GITLAB = Contributing(plattform="gitlab", adresse="https://gitlab.opencode.de/beispiel/wissen", zweig="haupt", ordner="daten/measures")
MAIL = Contributing(plattform="mail", mail="redaktion@example.org")


def test_correcting_opens_the_file_in_the_editor() -> None:
    assert doors(GITHUB)["korrigieren"]["adresse"] == "https://github.com/beispiel/wissen/edit/main/measures/@datei@"
    assert doors(GITLAB)["korrigieren"]["adresse"] == "https://gitlab.opencode.de/beispiel/wissen/-/edit/haupt/daten/measures/@datei@"


@pytest.mark.parametrize(("of", "name", "content"), [(GITHUB, "filename", "value"), (GITLAB, "file_name", "content")])
def test_a_new_measure_opens_with_name_and_template(of: Contributing, name: str, content: str) -> None:
    query = parse_qs(urlsplit(doors(of)["neu"]["adresse"]).query)
    assert query[name] == [f"{of.ordner}/massnahmen/@projekt@/name-der-massnahme.yml"]
    assert query[content] == [new_measure().rstrip("\n") + "\n"]


def test_the_template_left_empty_is_asked_for_field_by_field() -> None:
    """Nothing of an unfilled template can slip into the records."""
    reading = read(SAMPLE)
    entry, problems = entry_of("massnahmen/musterstadt/neu.yml", new_measure())
    reading.entries.append(entry)
    reading.problems += problems
    fields = {problem.field for problem in check(reading) if problem.file == entry.file and problem.severity == "error"}
    assert {"titel", "kurz", "handlungsfelder[0]", "status"} <= fields
    assert any(field.startswith("quellen") for field in fields)


def test_forms_open_prefilled() -> None:
    github = parse_qs(urlsplit(doors(GITHUB)["nachnutzung"]["adresse"]).query)
    assert "@titel@" not in doors(GITHUB)["bedarf"]["adresse"], "a need is not about the page"
    assert github == {"template": ["nachnutzung.yml"], "title": ["Nachnutzung: @titel@"], "seite": ["@seite@"]}
    gitlab = parse_qs(urlsplit(doors(GITLAB)["nachnutzung"]["adresse"]).query)
    assert gitlab["issue[title]"] == ["Nachnutzung: @titel@"]
    assert "### Seite\n\n@seite@\n" in gitlab["issue[description]"][0]
    assert "issuable_template" not in gitlab


@pytest.mark.parametrize("name", DOORS)
def test_by_mail_everything_is_prefilled(name: str) -> None:
    address = doors(MAIL)[name]["adresse"]
    assert address == doors(MAIL)[name]["ohne"]
    assert address.startswith("mailto:redaktion@example.org?subject=")
    assert "+" not in address, "mail programs show it"
    assert "Was mit * bezeichnet ist, wird gebraucht" in unquote(address), "and what becomes of it is said"
    assert len(unquote(address)) < 1800, "longer ones are cut by some"


def test_a_forge_with_a_mail_address_offers_both() -> None:
    assert doors(GITHUB)["korrigieren"]["mail"].startswith("mailto:")
    assert doors(GITLAB)["korrigieren"]["mail"] == ""


def test_without_configuration_every_door_leads_to_the_guide() -> None:
    assert all(door["adresse"] == door["ohne"] == "" for door in doors(Contributing()).values())


# --- in the page -----------------------------------------------------------------------------------------------------


def shown(of: Contributing, meta: dict[str, str], canonical: str | None = None) -> dict[str, str]:
    """Text and address of every door as the theme's template shows them."""
    environment = Environment(loader=FileSystemLoader(ROOT / "overrides"))
    environment.filters["url"] = lambda address: f"../{address}"
    page = {"meta": meta, "title": 'Äpfel & "Birnen"', "url": "massnahmen/a/b/", "canonical_url": canonical}
    html = environment.get_template("partials/mitmachen.html").render(config={"extra": {"tueren": doors_for_templates(of)}}, page=page)
    return {link.text(): link.attributes["href"] or "" for link in LexborHTMLParser(html).css("a")}


WORDS = ("Angaben korrigieren", "Neue Maßnahme", "Nachnutzung melden", "Erfahrung mitteilen", "Bedarf mitteilen")
MEASURE = {"art": "massnahmen", "kennung": "zwoenitz/erzmobil", "projekt": "zwoenitz", "datei": "massnahmen/zwoenitz/erzmobil.yml"}


def test_on_a_measure_every_place_is_filled_in() -> None:
    found = shown(GITHUB, MEASURE, "https://wissen.example/massnahmen/zwoenitz/erzmobil/")
    assert list(found) == [*WORDS, "schreiben Sie uns"]
    assert found["Angaben korrigieren"].endswith("/edit/main/measures/massnahmen/zwoenitz/erzmobil.yml")
    query = parse_qs(urlsplit(found["Neue Maßnahme"]).query)
    assert query["filename"] == ["measures/massnahmen/zwoenitz/name-der-massnahme.yml"]
    query = parse_qs(urlsplit(found["Nachnutzung melden"]).query)
    assert query["title"] == ['Nachnutzung: Äpfel & "Birnen"']
    assert query["seite"] == ["https://wissen.example/massnahmen/zwoenitz/erzmobil/"]
    assert not any("@datei@" in link or "@titel@" in link or "@seite@" in link or "@projekt@" in link for link in found.values())


def test_on_a_page_that_is_no_record_correcting_opens_the_form() -> None:
    assert "template=angaben-korrigieren.yml" in shown(GITHUB, {})["Angaben korrigieren"]
    assert "massnahmen/modellprojekt/name-der-massnahme.yml" in unquote(shown(GITHUB, {})["Neue Maßnahme"])


def test_without_configuration_all_five_lead_to_the_guide() -> None:
    assert shown(Contributing(), MEASURE) == dict.fromkeys(WORDS, "../mitmachen/")


def test_every_built_page_has_its_doors(site: Path) -> None:
    for name in ("index.html", "massnahmen/zwoenitz/erzmobil/index.html", "themen/mobilitaet/index.html", "impressum/index.html"):
        assert len(LexborHTMLParser((site / name).read_bytes()).css(".ws-mitmachen a[data-tuer]")) == len(DOORS), name
