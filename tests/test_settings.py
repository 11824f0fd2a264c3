"""What a publisher writes into mkdocs.yml: every mistake in one run, each with its line and a way out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.publication import Publication
from generator.settings import WrongSettings
from tests.projects import small_project


def said_of(folder: Path, extra: str) -> list[str]:
    """What is said of these lines under `extra`."""
    file = folder / "mkdocs.yml"
    file.write_text(f"site_name: Probe\nextra:\n{extra}", "utf-8")
    config: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    try:
        Publication.of(config | {"config_file_path": str(file), "docs_dir": str(folder), "theme": {}})
    except WrongSettings as wrong:
        first, *problems = str(wrong).splitlines()
        assert first == "Die Einstellungen enthalten Fehler."
        return problems
    return []


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("farben: {hell: rot}", "3:18: Fehler: extra.farben.hell", "„rot“ ist keine Farbe; erlaubt sind Angaben wie '#0b6e4f'"),
        ("farben: {hell: 0b6e4f}", "3:18: Fehler: extra.farben.hell", "(gemeint ist wohl „#0b6e4f“)"),
        ("farben: {dunkel: '#7ad'}", "3:20: Fehler: extra.farben.dunkel", "(gemeint ist wohl „#77aadd“)"),
        ("farben: {hell: 'url(https://x.example)'}", "3:18: Fehler: extra.farben.hell", "ist keine Farbe"),
        ("farben: {hel: '#0b6e4f'}", "3:12: Fehler: extra.farben.hel", "Meinten Sie „hell“? Erlaubt sind: hell, dunkel."),
        ("farben: blau", "3:11: Fehler: extra.farben", "„farben“ erwartet einen Block aus „feld: wert“"),
        ("farbe: {hell: '#0b6e4f'}", "3:3: Fehler: extra.farbe", "Meinten Sie „farben“?"),
        ("herausgeber: {name: 2024}", "3:23: Fehler: extra.herausgeber.name", "erwartet Text, gefunden wurde die Zahl 2024"),
        ("herausgeber: {website: www.kreis.de}", "3:26: Fehler: extra.herausgeber.website", "„www.kreis.de“ ist keine Internetadresse"),
        ("herausgeber: {email: kreis.de}", "3:24: Fehler: extra.herausgeber.email", "„kreis.de“ ist keine E-Mail-Adresse"),
        ("herausgeber: {sicherheit: 'http://kreis.de'}", "3:29: Fehler: extra.herausgeber.sicherheit", "mit https:// am Anfang"),
        ("herausgeber: {dcatde_contributor_id: kreis}", "3:40: Fehler: extra.herausgeber.dcatde_contributor_id", "http://dcat-ap.de/def/contributors/"),
        ("herausgeber: {gebiet: Kreis}", "3:25: Fehler: extra.herausgeber.gebiet", "http://dcat-ap.de/def/politicalGeocoding/Level/"),
        ("programm: {einleitung: kurz}", "3:26: Fehler: extra.programm.einleitung", "„kurz“ ist mit 4 Zeichen zu kurz"),
        ("mitmachen: {platform: github}", "3:15: Fehler: extra.mitmachen.platform", "Meinten Sie „plattform“?"),
        ("mitmachen: {plattform: gitlabs}", "3:26: Fehler: extra.mitmachen.plattform", "(gemeint ist wohl „gitlab“); erlaubt sind github, gitlab, mail"),
        ("mitmachen: {plattform: github}", "3:14: Fehler: extra.mitmachen", "braucht auch die Angabe „adresse“"),
        ("mitmachen: {plattform: mail}", "3:14: Fehler: extra.mitmachen", "braucht auch die Angabe „mail“"),
        ("mitmachen: {zweig: '../main'}", "3:22: Fehler: extra.mitmachen.zweig", "ohne Leerzeichen und „..“"),
        ("repository: git@x.de:wissen", "3:15: Fehler: extra.repository", "ist keine Internetadresse"),
        ("vorschaubild: gibt-es-nicht.png", "3:17: Fehler: extra.vorschaubild", "Die Datei „gibt-es-nicht.png“ gibt es nicht"),
        ("umriss: gibt-es-nicht.json", "3:11: Fehler: extra.umriss", "lässt sich nicht lesen"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_its_line_and_what_is_allowed(tmp_path: Path, line: str, place: str, message: str) -> None:
    (problem,) = said_of(tmp_path, f"  {line}\n")
    assert problem.startswith(f"mkdocs.yml:{place}: ")
    assert message in problem


def test_a_colour_without_quotes_is_not_taken_for_a_comment(tmp_path: Path) -> None:
    (problem,) = said_of(tmp_path, "  farben:\n    hell: #0b6e4f\n    dunkel:  # noch offen\n")
    assert problem == (
        "mkdocs.yml:4:10: Fehler: extra.farben.hell: „#0b6e4f“ liest YAML als Kommentar. "
        "Setzen Sie den Wert in Anführungszeichen: '#0b6e4f'. [yaml]"
    )


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"laender": {}}', '{"laender": {"x": [[[9, 54], [10, 54]]]}}', '{"laender": {"x": [[["9", "a"]]]}}']
)
def test_a_file_that_is_no_outline_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "umriss.json").write_text(content, "utf-8")
    (problem,) = said_of(tmp_path, "  umriss: umriss.json\n")
    assert problem.startswith("mkdocs.yml:3:11: Fehler: extra.umriss: ")
    assert "ist kein Umriss" in problem


def test_what_is_empty_is_not_said_and_what_is_not_ours_is_not_judged(tmp_path: Path) -> None:
    assert said_of(tmp_path, "  farben: {hell: '', dunkel:}\n  herausgeber:\n  eigene_vorlage: {x: 1}\n") == []
    assert Publication.of({"extra": {"herausgeber": {"name": ""}}, "docs_dir": str(tmp_path), "theme": {}}).publisher.unset == [
        "name",
        "website",
        "email",
        "dcatde_contributor_id",
    ]


def test_values_are_understood_as_they_are_meant(tmp_path: Path) -> None:
    extra = {
        "herausgeber": {"sicherheit": "x@kreis.de"},
        "mitmachen": {"plattform": "gitlab", "adresse": "https://git.kreis.de/w/", "ordner": "daten/"},
    }
    found = Publication.of({"extra": extra, "docs_dir": str(tmp_path), "theme": {}})
    assert found.publisher.sicherheit == "mailto:x@kreis.de"
    assert (found.contributing.adresse, found.contributing.ordner) == ("https://git.kreis.de/w", "daten")


def commands(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator.cli", *words]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("command", [["build"], ["pages", "seiten"]])
def test_all_mistakes_come_in_one_run_and_nothing_is_built(tmp_path: Path, command: list[str]) -> None:
    project = small_project(tmp_path / "projekt", extra={"farben": {"hell": "rot"}, "herausgeber": {"email": "x"}})
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config["theme"]["logo"] = "wapen.svg"
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    done = commands(project, *command)
    assert done.returncode == 1
    said = [line.split(": ")[2] for line in done.stderr.splitlines() if line.startswith("mkdocs.yml:")]
    assert said == ["extra.farben.hell", "extra.herausgeber.email", "theme.logo"]
    assert "Die Datei „wapen.svg“ gibt es nicht. Sie muss in „docs/“ oder „overrides/“ liegen." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
    assert not (project / "seiten").exists()


def test_what_mkdocs_does_not_understand_is_passed_on(tmp_path: Path) -> None:
    project = small_project(tmp_path / "projekt", site_url="wissen.beispiel.de")
    done = commands(project, "build")
    assert done.returncode == 1
    assert "die ganze öffentliche Adresse, etwa https://wissen.beispiel.de/" in done.stderr
    assert "Config value 'site_url'" in done.stderr


def test_a_slip_in_a_key_of_mkdocs_is_a_warning_and_too_much_for_a_strict_build(tmp_path: Path) -> None:
    project = small_project(tmp_path / "projekt", sitename="Wissen")
    assert "sitename" in commands(project, "build").stderr
    assert commands(project, "build", "--strict").returncode == 1
