"""What the Merkliste is told about records."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.notes import buttons, notes


@pytest.fixture(scope="module")
def files(sample_catalogue: Catalogue) -> dict[str, Any]:
    return {file.path: content_of(file) for file in notes(sample_catalogue)}


def content_of(file: SiteFile) -> Any:
    """Between the line that names the data and the one that ends it."""
    return json.loads(str(file.content).split("\n", 1)[1].removesuffix("\n;\n"))


def values(files: dict[str, Any], path: str, key: str) -> dict[str, str | None]:
    return dict(zip(files["merkliste/daten.js"]["felder"], files[path][key]["werte"], strict=True))


def test_one_file_per_project_one_for_solutions_and_one_that_knows_them(files: dict[str, Any]) -> None:
    assert sorted(files) == [
        "merkliste/daten.js",
        "merkliste/daten/loesungen.js",
        "merkliste/daten/massnahmen/beispielkreis.js",
        "merkliste/daten/massnahmen/musterstadt.js",
    ]
    assert files["merkliste/daten.js"]["dateien"] == ["loesungen", "massnahmen/beispielkreis", "massnahmen/musterstadt"]


def test_a_measure_has_everything_that_is_compared(files: dict[str, Any]) -> None:
    path, key = "merkliste/daten/massnahmen/musterstadt.js", "massnahmen/musterstadt/stadt-app"
    entry = files[path][key]
    assert entry["adresse"] == "../massnahmen/musterstadt/stadt-app/"
    known = values(files, path, key)
    assert known["Stand"] == "Umgesetzt (Angabe vom 30. Juni 2024)"
    assert known["Ort"] == "Musterstadt (SN)"
    assert known["Größe"] == "Kleinstadt"
    assert known["Nachnutzungen"] == "Übertragung: Nachbardorf"


def test_what_nobody_knows_is_null(files: dict[str, Any]) -> None:
    known = values(files, "merkliste/daten/massnahmen/beispielkreis.js", "massnahmen/beispielkreis/hochwasserwarnung")
    assert known["Kosten"] is None
    assert known["Nachnutzungen"] == "keine belegt"


def test_a_solution_without_a_state_of_its_own_has_that_of_its_measures(catalogue: Catalogue) -> None:
    made = {file.path: content_of(file) for file in notes(catalogue)}
    assert catalogue.loesungen["hal-plan"].status is None
    solution = values(made, "merkliste/daten/loesungen.js", "loesungen/hal-plan")
    measure = values(made, "merkliste/daten/massnahmen/halle-saale.js", "massnahmen/halle-saale/hal-plan")
    assert solution["Stand"] == measure["Stand"] != ""


def test_old_ids_lead_to_the_new(files: dict[str, Any]) -> None:
    assert files["merkliste/daten.js"]["frueher"] == {"massnahmen/musterstadt/app": "massnahmen/musterstadt/stadt-app"}


def test_files_stay_small(catalogue: Catalogue) -> None:
    """Ten noted records load at most ten of them."""
    assert max(len(file.data) for file in notes(catalogue)) < 40_000


def test_the_button_is_hidden_until_it_works(sample_catalogue: Catalogue) -> None:
    made = buttons(sample_catalogue.massnahmen["musterstadt/stadt-app"])
    assert 'data-merken="massnahmen/musterstadt/stadt-app"' in made
    assert made.count(" hidden") == made.count("<button") == 2
