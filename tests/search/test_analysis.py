"""What the search makes of German words, as examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compounds import part, split
from generator.german import stem, words
from generator.search.analysis import terms
from generator.search.written import written_pages


def stems(text: str) -> set[str]:
    return {stem(word) for word in words(text)}


@pytest.mark.parametrize(
    "same",
    [
        "Bürger Buerger bürger BÜRGER Bürgerinnen",
        "Straße Strasse Straßen STRASSEN",
        "Baum Bäume Bäumen Baums Baeume",
        "Sensor Sensoren Sensors",
        "messen Messung Messungen",
        "simulieren Simulation Simulationen",
        "Park Parks",
        "Bus Busse Bussen",
        "Kamera Kameras",
        "Ampel Ampeln",
        "Museum Museen",
        "Ehrenamt ehrenamtlich Ehrenamtliche",
        "barrierefrei Barrierefreiheit",
        "Café Cafes",
        "Ergebnis Ergebnisse Ergebnissen",
    ],
)
def test_forms_of_one_word_meet(same: str) -> None:
    assert len(stems(same)) == 1, stems(same)


@pytest.mark.parametrize(
    "different",
    [
        "Bürger Burg",
        "Bus Buß",
        "Zeit Zeitung",
        "Sitz Sitzung",
        "Aal Aalen Aalener",
        "Station Stier",
        "Park Parken",
        "Schule Schulung",
        "Kur Kurs",
        "Laden Läden",
        "Haus Haut",
    ],
)
def test_different_words_stay_apart(different: str) -> None:
    assert stem(words(different)[0]) not in {stem(word) for word in words(different)[1:]}


def test_hyphens_slashes_dots_and_gender_signs_part_words() -> None:
    assert words("E-Bike/Rad, AR/VR, un:box, Bürger:innen, Nutzer*innen, 3D-Modell") == [
        "e", "bike", "rad", "ar", "vr", "un", "box", "buerger", "innen", "nutzer", "innen", "3d", "modell",
    ]  # fmt: skip


def test_words_without_meaning_are_left_out() -> None:
    assert terms("Wie finden wir Ehrenamtliche für unser Dorf?") == ["ehrenamt", "dorf"]


def test_of_a_page_that_only_lists_title_and_description_are_searched(tmp_path: Path) -> None:
    (tmp_path / "liste.md").write_text("---\ndescription: Alle Wörter\nsuche: kurz\n---\n# Liste\nBus Baum Bach", "utf-8")
    assert [(page.title, page.short, page.text) for page in written_pages(tmp_path)] == [("Liste", "Alle Wörter", "")]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Rufbus", ["ruf", "bus"]),
        ("Baumsensor", ["baum", "sensor"]),
        ("Parkraummanagement", ["park", "raum", "management"]),
        ("Verkehrszählung", ["verkehr", "zahl"]),
        ("Straßenbeleuchtung", ["strass", "beleucht"]),
        ("Bürgerbeteiligung", ["burger", "beteilig"]),
        ("Robustheit", []),
        ("Bußgeld", []),
        ("Hamburg", []),
    ],
)
def test_compounds_are_cut_at_words(word: str, parts: list[str], known_parts: frozenset[str]) -> None:
    pieces = split(stem(words(word)[0]), known_parts)
    assert [part(piece, known_parts) for piece in pieces[:-1]] + list(pieces[-1:]) == parts
