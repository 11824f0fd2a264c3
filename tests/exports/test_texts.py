"""What assistants, scripts and search engines read."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.catalogue import Catalogue
from generator.exports import wellknown
from generator.exports.markdown import as_markdown
from generator.pages.linked_data import linked_data
from generator.publication import Publication
from generator.settings import Publisher
from tests.exports.conftest import ADDRESS
from tests.projects import configuration


def test_a_record_reads_as_plain_markdown(published: dict[str, bytes]) -> None:
    text = published["massnahmen/musterstadt/stadt-app.md"].decode()
    assert text.startswith("# Stadt-App mit Mängelmelder\n\nEine App bündelt Nachrichten")
    assert "- Status: Umgesetzt (Angabe von 2024-06-30)\n" in text
    assert "- Modellprojekt: Musterstadt (Sachsen, " in text
    assert "- https://www.musterstadt.example/news/app-startet.html, 2024-06-30\n" in text
    assert text.endswith(f"Stand der Daten 2025-03, CC BY 4.0. {ADDRESS}massnahmen/musterstadt/stadt-app/\n")


def test_no_record_shows_code_meant_for_machines(catalogue: Catalogue) -> None:
    for records in (catalogue.massnahmen, catalogue.loesungen, catalogue.modellprojekte, catalogue.wissen):
        for record in records.values():
            text = as_markdown(record, catalogue, Publication())
            assert not re.search(r"&#?\w+;|\bNone\b|\bTrue\b|\bFalse\b|\{[:%{]", text), record.file


def test_every_record_page_has_its_markdown_its_data_and_says_so(site: Path) -> None:
    pages = [path.parent for path in site.glob("massnahmen/*/*/index.html")]
    assert len(pages) > 900
    for folder in pages:
        html = (folder / "index.html").read_text("utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        assert folder.with_suffix(".md").is_file()
        links = dict(re.findall(r'<link rel="alternate \w+" type="([^"]+)" href="([^"]+)"', html))
        for address in links.values():
            assert (folder / address).resolve().is_file(), (folder, address)
        assert set(links) == {"application/atom+xml", "application/json", "text/markdown"}


def test_pages_tell_search_engines_what_they_are_about(sample_catalogue: Catalogue, publication: Publication) -> None:
    text = linked_data(sample_catalogue, sample_catalogue.massnahmen["musterstadt/stadt-app"], "Eine App <b>", publication)
    found = json.loads(text)
    assert (found["@type"], found["name"], found["description"]) == ("WebPage", "Stadt-App mit Mängelmelder", "Eine App <b>")
    assert (found["about"]["@type"], found["about"]["location"]["name"]) == ("Project", "Musterstadt")
    assert found["publisher"] == {"@type": "GovernmentOrganization", "name": publication.publisher.name}
    assert found["isPartOf"]["url"] == ADDRESS
    assert found["url"] == f"{ADDRESS}massnahmen/musterstadt/stadt-app/"
    assert "<" not in text, "nothing in a record can end the script element"


def test_llms_txt_leads_to_files_that_exist(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    assert text.startswith(f"# {configuration()['site_name']}\n\n> ")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) > 30
    assert [link for link in links if not (site / link).is_file()] == []


def test_security_txt_has_what_rfc_9116_demands(published: dict[str, bytes]) -> None:
    lines = dict(line.split(": ", 1) for line in published[".well-known/security.txt"].decode().splitlines())
    assert lines["Contact"] == "mailto:daten@kreis.example.org"
    assert lines["Expires"] == "2027-05-06T08:00:00Z", "a year after the last change"
    assert lines["Canonical"] == f"{ADDRESS}.well-known/security.txt"


def test_security_txt_says_that_an_address_is_missing_only_while_it_is(sample_catalogue: Catalogue) -> None:
    """Whoever delivers nothing to GovData never gets its number, and lacks nothing here."""

    def first_line(publisher: Publisher) -> str:
        made = {file.path: file.content for file in wellknown.files(sample_catalogue, Publication(publisher=publisher), {})}
        return str(made[".well-known/security.txt"]).splitlines()[0]

    assert first_line(Publisher()).startswith("# Hier fehlt noch eine Adresse")
    assert first_line(Publisher(email="daten@kreis.example.org")) == "Contact: mailto:daten@kreis.example.org"
    assert first_line(Publisher(sicherheit="https://kreis.example.org/melden")) == "Contact: https://kreis.example.org/melden"
