"""What the catalogue knows beyond the single record."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, kilometres
from generator.problems import BadInput
from generator.records.modellprojekt import Koordinaten
from generator.site import load


def ids(records: object) -> list[str]:
    return [record.id for record in records]  # type: ignore[attr-defined]


def test_measures_stand_under_their_own_terms_and_those_of_their_project(sample_catalogue: Catalogue) -> None:
    assert ids(sample_catalogue.mit("massnahmen", "handlungsfelder", "klima-umwelt")) == [
        "beispielkreis/hochwasserwarnung",
        "musterstadt/pegelsensoren",
    ]
    assert ids(sample_catalogue.mit("massnahmen", "laender", "sachsen")) == ["musterstadt/pegelsensoren", "musterstadt/stadt-app"]
    assert ids(sample_catalogue.mit("massnahmen", "groessenklassen", "kreis-region")) == ["beispielkreis/hochwasserwarnung"]
    assert sample_catalogue.mit("massnahmen", "handlungsfelder", "mobilitaet") == ()


def test_adoption_is_known_on_both_sides(sample_catalogue: Catalogue) -> None:
    app = sample_catalogue.massnahmen["musterstadt/stadt-app"]
    solution = sample_catalogue.loesungen["stadt-app"]
    district = sample_catalogue.modellprojekte["beispielkreis"]
    assert ids(sample_catalogue.gegeben(app)) == ids(sample_catalogue.gegeben(solution)) == ["stadt-app-musterstadt-nachbardorf"]
    assert ids(sample_catalogue.genommen(district)) == ["hochwasser-musterstadt-beispielkreis"]
    assert sample_catalogue.genommen(app) == ()


def test_solutions_and_communities_are_found_from_where_they_come(sample_catalogue: Catalogue) -> None:
    project = sample_catalogue.modellprojekte["musterstadt"]
    assert ids(sample_catalogue.loesungen_von(project)) == ["stadt-app"]
    assert ids(sample_catalogue.loesungen_von(sample_catalogue.massnahmen["musterstadt/stadt-app"])) == ["stadt-app"]
    assert ids(sample_catalogue.gemeinschaften_von(project)) == ["stadt-app-gemeinschaft"]


def test_similar_measures_say_what_they_share(sample_catalogue: Catalogue) -> None:
    (alike,) = sample_catalogue.aehnliche(sample_catalogue.massnahmen["musterstadt/pegelsensoren"])
    assert alike.measure.id == "beispielkreis/hochwasserwarnung"
    assert "Bäche" in alike.words
    assert "Sensoren" not in alike.words, "the technology says it already"
    assert [term.id for term in alike.terms] == ["sensorik", "klima-umwelt"]


def test_neighbours_come_by_distance(sample_catalogue: Catalogue) -> None:
    (near,) = sample_catalogue.nachbarn(sample_catalogue.modellprojekte["musterstadt"])
    assert near.project.id == "beispielkreis"
    assert near.kilometres == 112


def test_no_nearer_neighbour_is_overlooked(sample_catalogue: Catalogue) -> None:
    """Among many projects, some of them at the same place or latitude, as if the distance to every single one had been looked at."""
    luck, (one, *_) = random.Random(7), sample_catalogue.modellprojekte.values()
    places = [Koordinaten(breite=round(luck.uniform(47.3, 55), 1), laenge=round(luck.uniform(6, 15), 1)) for _ in range(300)]
    projects = {f"p{number}": one.model_copy(update={"id": f"p{number}", "koordinaten": place}) for number, place in enumerate(places)}
    catalogue = replace(sample_catalogue, modellprojekte=projects)
    for project in projects.values():
        others = [(kilometres(project.koordinaten, other.koordinaten), other.id) for other in projects.values() if other is not project]
        assert [(near.kilometres, near.project.id) for near in catalogue.nachbarn(project)] == sorted(others)[:4]


def test_a_status_is_as_old_as_its_newest_dated_source(sample_catalogue: Catalogue) -> None:
    measures = sample_catalogue.massnahmen
    assert measures["musterstadt/stadt-app"].status_datum == "2024-06-30"
    assert measures["beispielkreis/hochwasserwarnung"].status_datum is None, "its record says that nobody knows"


def test_only_open_states_grow_old(sample_catalogue: Catalogue) -> None:
    """The site counts from the newest date in the data, not from the clock."""
    assert sample_catalogue.stand == "2025-03"
    assert sample_catalogue.veraltet(sample_catalogue.massnahmen["musterstadt/pegelsensoren"])
    assert not sample_catalogue.veraltet(sample_catalogue.massnahmen["musterstadt/stadt-app"])


def test_the_catalogue_cannot_be_changed(sample_catalogue: Catalogue) -> None:
    measure = sample_catalogue.massnahmen["musterstadt/stadt-app"]
    with pytest.raises(Exception, match="frozen"):
        measure.titel = "anders"  # type: ignore[misc]
    with pytest.raises(TypeError):
        sample_catalogue.massnahmen["neu"] = measure  # type: ignore[index]
    with pytest.raises(Exception, match="massnahmen"):
        sample_catalogue.massnahmen = {}  # type: ignore[misc]


def test_records_with_errors_make_no_catalogue(sample: Path) -> None:
    (sample / "massnahmen/musterstadt/stadt-app.yml").write_text("titel: x\n", "utf-8")
    with pytest.raises(BadInput) as bad:
        load(sample)
    assert {problem.file for problem in bad.value.problems} == {"massnahmen/musterstadt/stadt-app.yml"}
