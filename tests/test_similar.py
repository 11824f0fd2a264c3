"""Similar measures must help a reader. Judged by hand in similar/urteile.yml: is the proposal useful to whoever has just read the first?"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
import yaml

from generator.catalogue import Catalogue
from generator.german import stem, words
from generator.similarity import Text, fillers, similar
from generator.site import load
from tests.conftest import RECORDS

JUDGED: dict[str, dict[str, dict[str, str]]] = yaml.safe_load((Path(__file__).parent / "similar" / "urteile.yml").read_text("utf-8"))


def texts(**titles: str) -> dict[str, Text]:
    """Each from a project of its own; the body repeats the title, so that its nouns are seen inside a sentence."""
    return {key: Text(title, f"Hier geht es um {title}.", "", key, "") for key, title in titles.items()}


def pieces(word: str) -> tuple[str, ...]:
    return {stem("baumsensoren"): (stem("baum"), stem("sensoren"))}.get(word, ())


def test_a_compound_meets_the_words_it_is_made_of() -> None:
    found = dict(similar(texts(a="Baumsensoren", b="Sensoren an Bäumen", c="Rufbus im Abendverkehr"), pieces))
    (near,) = found["a"]
    assert near.id == "b"
    assert {shared.word for shared in near.shared} == {"Sensoren", "Bäumen"}, "as a reader writes them, not their stems"


def test_what_everybody_says_of_everything_makes_nothing_similar() -> None:
    assert {stem(word) for word in words("Stadt digital Daten Projekt Plattform Bürger")} <= fillers()
    assert dict(similar(texts(a="Daten der Stadt", b="Daten der Stadt", c="Plattform der Stadt"), pieces)) == {"a": [], "b": [], "c": []}


def test_names_of_places_and_of_one_project_make_nothing_similar() -> None:
    here = Text("Aalener Bus", "Der Bus der Schusterei in Aalen.", "", "aalen", "Aalen")
    there = Text("Aalener Hallenbad", "Das Hallenbad der Schusterei in Aalen.", "", "aalen", "Aalen")
    assert dict(similar({"a": here, "b": there}, pieces)) == {"a": [], "b": []}


@pytest.mark.parametrize(
    ("drawn", "useful", "not_misleading"), [("abgestimmt", 0.65, 0.90), ("zurueckgelegt", 0.60, 0.90), ("danach", 0.60, 0.80)]
)
def test_most_proposals_are_useful(drawn: str, useful: float, not_misleading: float, catalogue: Catalogue) -> None:
    """New records bring proposals nobody has judged; as long as most are judged, the others do not count."""
    grades = Counter(
        judged.get(alike.measure.id, "offen")
        for key, judged in JUDGED[drawn].items()
        for alike in catalogue.aehnliche(catalogue.massnahmen[key])
    )
    known = grades.total() - grades["offen"]
    assert known >= 0.7 * grades.total() > 0, f"judge the new ones: {grades}"
    assert grades["nuetzlich"] >= useful * known, grades
    assert grades["nuetzlich"] + grades["etwas"] >= not_misleading * known, grades


def test_every_proposal_has_a_reason_in_words(catalogue: Catalogue) -> None:
    for measure in catalogue.massnahmen.values():
        for alike in catalogue.aehnliche(measure):
            assert alike.words or alike.terms, (measure.id, alike.measure.id)
            for word in alike.words:
                assert word[0].isupper() or word[0].isdigit(), (measure.id, word)
                assert stem(words(word)[0]) not in fillers(), (measure.id, word)


def test_a_project_never_fills_the_list(catalogue: Catalogue) -> None:
    for measure in catalogue.massnahmen.values():
        found = catalogue.aehnliche(measure)
        assert len(found) <= 5
        assert measure not in [alike.measure for alike in found]
        assert max(Counter(catalogue.projekt(alike.measure).id for alike in found).values(), default=0) <= 2, measure.id


def test_most_measures_have_something_similar(catalogue: Catalogue) -> None:
    """A measure of which little is known gets few proposals or none, rather than bad ones."""
    found = [len(catalogue.aehnliche(measure)) for measure in catalogue.massnahmen.values()]
    assert sum(amount > 0 for amount in found) > 0.8 * len(found)
    assert sum(found) > 3 * len(found)


def test_the_same_records_give_the_same_proposals_quickly() -> None:
    first, second = (load(RECORDS)[0] for _ in range(2))
    start = time.process_time()
    proposals = {key: [alike.measure.id for alike in first.aehnliche(measure)] for key, measure in first.massnahmen.items()}
    assert time.process_time() - start < 3, "below a second on a quiet machine"
    assert proposals == {key: [alike.measure.id for alike in second.aehnliche(measure)] for key, measure in second.massnahmen.items()}


def test_a_reason_is_given_in_a_form_that_can_stand_alone() -> None:
    here = Text("Ausbau des Rufbusses", "Der Ausbau des Rufbusses in den Dörfern.", "", "a", "")
    there = Text("Rufbus für alle", "Mehr Fahrten des Rufbusses zwischen den Dörfern.", "", "b", "")
    (near,) = dict(similar({"a": here, "b": there}, pieces, terms=["Dorf"]))["a"]
    assert "Rufbus" in {shared.word for shared in near.shared}, "a title has it bare"
    near = dict(similar({"a": here, "b": Text("Dorf mit Rufbus", there.body, "", "b", "")}, pieces, terms=["Dorf"]))["a"][0]
    assert {"Rufbus", "Dorf"} <= {shared.word for shared in near.shared}, "a vocabulary has it"


def test_no_reason_stands_in_a_case(catalogue: Catalogue) -> None:
    words_given = {word for measure in catalogue.massnahmen.values() for alike in catalogue.aehnliche(measure) for word in alike.words}
    assert not words_given & {"Rufbusses", "Kamerasystemen", "Lernräumen", "Flüssen"}
