"""What the Merkliste is told about records."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.notes import buttons, notes


@pytest.fixture(scope="module")
def files(sample_catalogue: Catalogue) -> dict[str, Any]:
    return {file.path: json.loads(file.content) for file in notes(sample_catalogue)}


def values(files: dict[str, Any], path: str, key: str) -> dict[str, str | None]:
    return dict(zip(files[path]["felder"], files[path]["eintraege"][key]["werte"], strict=True))


def test_one_file_per_project_and_one_for_solutions(files: dict[str, Any]) -> None:
    assert sorted(files) == [
        "merkliste/daten/loesungen.json",
        "merkliste/daten/massnahmen/beispielkreis.json",
        "merkliste/daten/massnahmen/musterstadt.json",
    ]


def test_a_measure_has_everything_that_is_compared(files: dict[str, Any]) -> None:
    path, key = "merkliste/daten/massnahmen/musterstadt.json", "massnahmen/musterstadt/stadt-app"
    entry = files[path]["eintraege"][key]
    assert entry["adresse"] == "../massnahmen/musterstadt/stadt-app/"
    known = values(files, path, key)
    assert known["Stand"] == "Umgesetzt (Angabe vom 30. Juni 2024)"
    assert known["Ort"] == "Musterstadt (SN)"
    assert known["Größe"] == "Kleinstadt"
    assert known["Nachnutzungen"] == "Übertragung: Nachbardorf"


def test_what_nobody_knows_is_null(files: dict[str, Any]) -> None:
    known = values(files, "merkliste/daten/massnahmen/beispielkreis.json", "massnahmen/beispielkreis/hochwasserwarnung")
    assert known["Kosten"] is None
    assert known["Nachnutzungen"] == "keine belegt"


def test_a_solution_without_a_state_of_its_own_has_that_of_its_measures(catalogue: Catalogue) -> None:
    made = {file.path: json.loads(file.content) for file in notes(catalogue)}
    assert catalogue.loesungen["hal-plan"].status is None
    solution = values(made, "merkliste/daten/loesungen.json", "loesungen/hal-plan")
    measure = values(made, "merkliste/daten/massnahmen/halle-saale.json", "massnahmen/halle-saale/hal-plan")
    assert solution["Stand"] == measure["Stand"] != ""


def test_old_ids_lead_to_the_new(files: dict[str, Any]) -> None:
    assert files["merkliste/daten/massnahmen/musterstadt.json"]["frueher"] == {
        "massnahmen/musterstadt/app": "massnahmen/musterstadt/stadt-app"
    }


def test_files_stay_small(catalogue: Catalogue) -> None:
    """Ten noted records load at most ten of them."""
    assert max(len(file.data) for file in notes(catalogue)) < 40_000


def test_the_button_is_hidden_until_it_works(sample_catalogue: Catalogue) -> None:
    made = buttons(sample_catalogue.massnahmen["musterstadt/stadt-app"])
    assert 'data-merken="massnahmen/musterstadt/stadt-app"' in made
    assert made.count(" hidden") == made.count("<button") == 2
