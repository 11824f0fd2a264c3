"""Who took what from whom, what was taken most often, and what did not work out."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.catalogue import Catalogue
from generator.pages.dead_ends import dead_ends
from generator.pages.transfer import Taken, counted, ranking
from generator.site import site


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, str]:
    return {file.path: str(file.content) for file in site(catalogue) if not file.finished}


def section(page: str, heading: str) -> str:
    """What stands under a heading of the second level."""
    found = re.search(rf"^## {re.escape(heading)}.*?$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def test_only_adoptions_count_for_the_rank(catalogue: Catalogue) -> None:
    """HAL-Plan was tested in eleven places and taken over in two: two count."""
    ranked = {taken.name.split(" ")[0]: taken for taken in ranking(catalogue)}
    hal_plan = ranked["HAL-Plan"]
    assert {taker.name for taker in hal_plan.takers} == {"Magdeburg", "Paderborn"}
    assert len(hal_plan.of_kind("wissensaustausch")) == 11
    assert ranked["Leezenflow"].takers == (), "an example for others is no adoption"


def test_the_ranking_begins_with_what_was_taken_over_most(catalogue: Catalogue) -> None:
    ranked = ranking(catalogue)
    amounts = [len(taken.takers) for taken in ranked]
    assert amounts == sorted(amounts, reverse=True)
    assert ranked[0].name.startswith("Bad Belzig App")
    assert amounts[0] >= 10


def test_every_documented_case_is_counted_exactly_once(catalogue: Catalogue) -> None:
    def cases(ranked: list[Taken]) -> Counter[str]:
        return Counter(case.id for taken in ranked for case in taken.cases)

    assert cases(ranking(catalogue)) == Counter(list(catalogue.nachnutzungen))


def test_adoptions_within_one_project_are_told_apart(catalogue: Catalogue, pages: dict[str, str]) -> None:
    dipas = next(taken for taken in ranking(catalogue) if taken.name.startswith("DIPAS"))
    assert (len(dipas.takers), dipas.among_themselves) == (3, 2), "Hamburg, Leipzig and München are one project"
    assert "innerhalb desselben Modellprojekts" in pages["netzwerk/index.md"]


def test_the_totals_of_the_programme_stand_beside_ours_and_are_not_mixed(catalogue: Catalogue, pages: dict[str, str]) -> None:
    figures = counted(catalogue)
    assert (figures[0].wert, figures[0].zusatz, figures[0].stand) == (300, "knapp", "2025-12")
    told = section(pages["netzwerk/index.md"], "Was das Programm zählt")
    ours = sum(adoption.art == "uebertragung" for adoption in catalogue.nachnutzungen.values())
    assert re.search(r"smart-city-dialog.*\| knapp 300 \| Dezember 2025 \|", told)
    assert f"| Wissensspeicher | Übertragung, einzeln belegt | {ours} |" in told
    assert "weder zusammenzählen noch ineinander umrechnen" in told


def test_a_measure_says_who_took_it_when_how_and_where_that_stands(pages: dict[str, str]) -> None:
    told = section(pages["massnahmen/zwoenitz/erzmobil.md"], "Wer es aufgegriffen hat")
    assert re.search(r"\[Landkreis St. Wendel\]\(.*Übertragung, 2023. Quelle: \[", told)


def test_what_was_developed_together_was_not_taken_over(catalogue: Catalogue, pages: dict[str, str]) -> None:
    page = pages["modellprojekte/bamberg.md"]
    assert "Hildesheim" in section(page, "Gemeinsam mit anderen entwickelt")
    assert "Gemeinsame Entwicklung" not in section(page, "Was andere von hier haben") + section(page, "Was von anderen kam")


def test_every_stopped_measure_stands_with_its_reason(catalogue: Catalogue, pages: dict[str, str]) -> None:
    told = section(pages["status/eingestellt.md"], "Eingestellt")
    stopped = catalogue.mit("massnahmen", "status", "eingestellt")
    assert told.count("**Grund:**") == len(stopped) >= 9
    assert "Das Ministerium setzt inzwischen auf eine Lösung des Bundes." in told


def test_what_stalls_is_kept_apart_from_what_is_merely_old(catalogue: Catalogue, pages: dict[str, str]) -> None:
    """A record has to say that something stalls; a date long past says nothing about it."""
    found = dead_ends(catalogue)
    assert {"muenster/leezenflow", "geestland/autonome-busse-in-bad-bederkesa"} <= {measure.id for measure in found["stockend"]}
    told = section(pages["status/eingestellt.md"], "Was stockt")
    assert told.count("**Was sie aufhält:**") == len(found["stockend"])
    assert all(catalogue.veraltet(measure) for _, measures in found["alt"] for measure in measures)
    assert "heißt nicht, dass diese Maßnahmen stocken" in section(pages["status/eingestellt.md"], "Nicht dasselbe")


def test_the_start_page_leads_to_what_did_not_work_out(pages: dict[str, str]) -> None:
    assert re.search(r'href="status/eingestellt/">Was nicht geklappt hat<', pages["index.md"])


def test_a_measure_that_stalls_says_what_holds_it_up(pages: dict[str, str]) -> None:
    assert "Entwicklungspartner zog sich zurück" in section(pages["massnahmen/muenster/leezenflow.md"], "Was sie aufhält")
