"""What the browser gets to rank, from the fictitious records: everything that is known and nothing that is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.catalogue import Catalogue
from generator.matching import matching
from generator.matching.details import details
from generator.matching.entries import entries
from generator.matching.surroundings import setting, surroundings


@pytest.fixture(scope="module")
def by_id(sample_catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    return {f"{entry['art']}/{entry['id']}": entry for entry in entries(sample_catalogue)}


def test_every_measure_and_solution_is_there_once(sample_catalogue: Catalogue, by_id: dict[str, Any]) -> None:
    assert len(by_id) == len(entries(sample_catalogue)) == len(sample_catalogue.massnahmen) + len(sample_catalogue.loesungen)


def test_a_measure_that_became_a_solution_names_it(by_id: dict[str, Any]) -> None:
    assert by_id["massnahmen/musterstadt/stadt-app"]["loesung"] == "stadt-app"
    assert "loesung" not in by_id["loesungen/stadt-app"]


def test_who_adopted_the_measure_adopted_the_solution(sample_catalogue: Catalogue, by_id: dict[str, Any]) -> None:
    assert by_id["loesungen/stadt-app"]["uebernommen"] == ["Nachbardorf"]
    adoptions = sample_catalogue.nachnutzungen
    assert {adoption.art for adoption in adoptions.values()} > {"uebertragung"}, "other ways of handing on are there and do not count"


def test_a_solution_without_a_state_stands_where_its_furthest_measure_stands(catalogue: Catalogue) -> None:
    solution = catalogue.loesungen["hal-plan"]
    assert solution.status is None
    measures = [catalogue.massnahmen[key] for key in solution.massnahmen]
    entry = next(entry for entry in entries(catalogue) if entry["id"] == "hal-plan")
    assert (entry["status"], entry["datum"]) in {(measure.status, measure.status_datum) for measure in measures}


def test_what_nobody_knows_is_left_out_and_a_no_is_kept(sample_catalogue: Catalogue, by_id: dict[str, Any]) -> None:
    for entry in by_id.values():
        assert not [key for key, value in entry.items() if value in (None, (), [], "")]
    known = {key for key, entry in by_id.items() if "offen" in entry}
    for key in by_id.keys() - known:
        kind, _, record_id = key.partition("/")
        assert sample_catalogue.kinds()[kind][record_id].open_source is None


def test_the_paper_gets_every_source_in_files_that_stay_small(catalogue: Catalogue) -> None:
    files = dict(details(catalogue))
    measures = {key for content in files.values() for key in content if key.startswith("massnahmen/")}
    assert measures == {f"massnahmen/{key}" for key in catalogue.massnahmen}
    assert all(entry["quellen"] for content in files.values() for entry in content.values())
    assert max(len(json.dumps(content).encode()) for content in files.values()) < 80_000


def test_rural_is_said_only_where_it_is_certain(catalogue: Catalogue) -> None:
    """A small town beside a city of 100,000 is no countryside, and a large district may hold anything."""
    projects = catalogue.modellprojekte
    assert [setting(projects[key]) for key in ("zwoenitz", "kirchheim-bei-muenchen", "barleben")] == ["laendlich", "umland", "umland"]
    assert [setting(projects[key]) for key in ("suederbrarup", "schleswig-flensburg", "wolfsburg")] == ["laendlich", None, None]


def test_the_phases_come_in_order_and_states_are_known_by_their_letters(catalogue: Catalogue) -> None:
    around = surroundings(catalogue)
    assert [phase["nummer"] for phase in around["phasen"]] == [1, 2, 3, 4, 5]
    assert around["kuerzel"]["SN"] == "sachsen"


def test_the_same_records_give_the_same_bytes(sample_catalogue: Catalogue) -> None:
    assert list(matching(sample_catalogue)) == list(matching(sample_catalogue))
