"""The real records as a whole: nothing lost, nothing doubled, nothing pointing nowhere."""

from __future__ import annotations

import re

import pytest

from generator.catalogue import Catalogue
from generator.checking import check
from generator.reading import read
from generator.records.massnahme import Massnahme
from tests.conftest import RECORDS

CONVERTED = {
    "massnahmen": 920,
    "loesungen": 28,
    "strategien": 61,
    "modellprojekte": 73,
    "nachnutzungen": 75,
    "gemeinschaften": 13,
    "ressourcen": 43,
    "wissen": 27,
    "programm": 35,
    "vokabular": 13,
}
"""How many records the researched facts became in November 2026. Contributions add to them."""


@pytest.mark.parametrize(("kind", "count"), CONVERTED.items())
def test_no_record_gets_lost(kind: str, count: int, catalogue: Catalogue) -> None:
    """A record that was joined with another lives on under that one's `frueher`."""
    records = catalogue.kinds()[kind]
    joined = {old for record in records.values() for old in getattr(record, "frueher", ())}
    assert len(records) + len(joined) >= count


def test_records_have_no_errors_and_no_warnings() -> None:
    """As of today, unlike the small projects of other tests: what somebody contributes tomorrow may have tomorrow's date."""
    assert [problem for problem in check(read(RECORDS)) if problem.severity != "hint"] == []


def test_every_project_has_measures_a_place_and_a_size(catalogue: Catalogue) -> None:
    for project in catalogue.modellprojekte.values():
        assert catalogue.massnahmen_von(project), project.id
    cohorts = [len(catalogue.mit("modellprojekte", "staffeln", cohort)) for cohort in "123"]
    assert cohorts == [13, 32, 28], "as the evaluation counts them"


def test_21_solutions_are_curated_by_the_transfer_office(catalogue: Catalogue) -> None:
    assert sum(solution.kuratiert is True for solution in catalogue.loesungen.values()) >= 21


def test_a_stopped_measure_is_stopped_in_its_solution_too(catalogue: Catalogue) -> None:
    for solution in catalogue.loesungen.values():
        states = {catalogue.massnahmen[key].status for key in solution.massnahmen}
        if "eingestellt" in states:
            assert solution.beendet_weil, solution.id


def test_named_examples_of_an_aim_serve_that_aim(catalogue: Catalogue) -> None:
    for aim in catalogue.begriffe["ziele"].values():
        for example in aim.beispiele:
            assert aim.id in catalogue.massnahmen[example.massnahme].ziele, (aim.id, example.massnahme)


def test_titles_do_not_stand_for_a_place_alone(catalogue: Catalogue) -> None:
    places = {place.casefold() for project in catalogue.modellprojekte.values() for place in (project.titel, *project.kommunen)}
    assert [measure.id for measure in catalogue.massnahmen.values() if measure.titel.casefold() in places] == []


def test_one_page_is_cited_once_per_measure(catalogue: Catalogue) -> None:
    def doubled(measure: Massnahme) -> bool:
        urls = [source.url for source in measure.quellen if source.url]
        return len(urls) != len(set(urls))

    assert [measure.id for measure in catalogue.massnahmen.values() if doubled(measure)] == []


def test_texts_are_finished_sentences(catalogue: Catalogue) -> None:
    unfinished = re.compile(r"[,;:–-]$|\bTODO\b|\?\?|  ")
    assert [measure.id for measure in catalogue.massnahmen.values() if unfinished.search(measure.kurz)] == []
