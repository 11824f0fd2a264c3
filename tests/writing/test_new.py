"""A new record by questions or in one line; nothing is written that the check would refuse."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.records import KINDS
from generator.records.columns import columns_without_terms

GIVEN = {
    "modellprojekt": "Musterstadt",
    "titel": "Rufbus am Abend",
    "kurz": "Ein Kleinbus fährt abends auf Bestellung zu festen Haltestellen.",
    "handlungsfelder": "Mobilität, verwaltung",
    "status": "geplant",
    "quellen": "https://www.musterstadt.example/bus | 2024-05",
}
FILE = "massnahmen/musterstadt/rufbus-am-abend.yml"
TEXT = """\
titel: Rufbus am Abend
kurz: Ein Kleinbus fährt abends auf Bestellung zu festen Haltestellen.
handlungsfelder:
  - mobilitaet
  - verwaltung
status: geplant
quellen:
  - url: https://www.musterstadt.example/bus
    stand: 2024-05
"""


def new(sample: Path, given: dict[str, str], *more: str, art: str = "massnahme", typed: str | None = None) -> Result:
    pairs = [word for key, value in given.items() for word in ("--set", f"{key}={value}")]
    return CliRunner().invoke(main, ["new", art, "--records", str(sample), *pairs, *more], input=typed)


def test_given_in_one_line(sample: Path) -> None:
    done = new(sample, GIVEN)
    assert done.exit_code == 0, done.output
    assert (sample / FILE).read_text("utf-8") == TEXT
    assert CliRunner().invoke(main, ["format", "--check", "--records", str(sample)]).exit_code == 0


def test_asked_field_by_field_with_help_choices_and_near_names(sample: Path) -> None:
    typed = {
        "titel": ["Rufbus am Abend"],
        "kurz": [GIVEN["kurz"]],
        "handlungsfelder": ["Mobilitt", "Mobilität; verwaltung"],
        "status": ["geplant"],
        "quellen": [GIVEN["quellen"], ""],
    }
    asked = [
        answer for column in columns_without_terms(KINDS["massnahmen"]) if column.key != "frueher" for answer in typed.get(column.key, [""])
    ]
    answers = ["Musterstat", "Musterstadt", *asked, "j"]
    done = new(sample, {}, typed="\n".join(answers) + "\n" * 3)
    assert "Das Modellprojekt „Musterstat“ gibt es nicht. Meinten Sie „Musterstadt“?" in done.output
    assert "Titel *: Name der Maßnahme, der auch allein verständlich ist." in done.output
    assert "mobilitaet – Mobilität" in done.output
    assert "„Mobilitt“ gibt es nicht zur Auswahl. Meinten Sie „Mobilität“?" in done.output
    assert (sample / FILE).read_text("utf-8") == TEXT, done.output


def test_a_similar_measure_anywhere_is_named_before_anything_is_written(sample: Path) -> None:
    given = {**GIVEN, "modellprojekt": "beispielkreis", "titel": "Stadt-App mit Mängelmeldern"}
    done = new(sample, given)
    assert done.exit_code == 1
    assert "Ähnliches gibt es schon: „Stadt-App mit Mängelmelder“ (musterstadt/stadt-app)" in done.stdout
    assert not list(sample.rglob("stadt-app-mit-*"))
    assert new(sample, given, "--ja").exit_code == 0


def test_what_the_check_refuses_is_not_written(sample: Path) -> None:
    done = new(sample, {**GIVEN, "kurz": "zu kurz"})
    assert done.exit_code == 1
    assert f"{FILE}:2:7: Fehler: kurz: „zu kurz“ ist mit 7 Zeichen zu kurz" in done.stdout
    assert not (sample / FILE).exists()


def test_a_block_is_set_with_dots_and_a_solution_gets_its_prose(sample: Path) -> None:
    given = {
        "titel": "Neue Lösung",
        "kurz": GIVEN["kurz"],
        "handlungsfelder": "mobilitaet",
        "quellcode.lizenz": "EUPL-1.2",
        "quellen": GIVEN["quellen"],
        "text": "So geht es, in ein paar Worten.",
    }
    assert new(sample, given, art="lösung").exit_code == 0
    text = (sample / "loesungen/neue-loesung.md").read_text("utf-8")
    assert "quellcode:\n  lizenz: EUPL-1.2\n" in text
    assert text.endswith("---\n\nSo geht es, in ein paar Worten.\n")


@pytest.mark.parametrize(
    ("given", "art", "message"),
    [
        ({"titl": "x"}, "massnahme", "Das Feld „titl“ gibt es nicht. Meinten Sie „titel“?"),
        ({"status": "geplannt"}, "massnahme", "status: „geplannt“ gibt es nicht zur Auswahl. Meinten Sie „Geplant“?"),
        ({"titel": "x"}, "massname", "Die Art „massname“ gibt es nicht. Meinten Sie „massnahme“?"),
        ({"titel": "Nur ein Titel"}, "massnahme", "Zu welchem Modellprojekt gehört die Maßnahme?"),
    ],
)
def test_wrong_use_is_said_in_german(given: dict[str, str], art: str, message: str, sample: Path) -> None:
    done = new(sample, given, art=art)
    assert done.exit_code == 2
    assert message in done.stderr


def test_an_existing_file_is_never_overwritten(sample: Path) -> None:
    new(sample, GIVEN)
    before = (sample / FILE).read_bytes()
    done = new(sample, {**GIVEN, "status": "umgesetzt"}, "--ja")
    assert done.exit_code == 1
    assert "gibt es schon" in done.stderr
    assert (sample / FILE).read_bytes() == before


def test_an_id_that_leads_on_to_another_record_is_not_given_again(sample: Path) -> None:
    """It would have put that other record in the wrong."""
    done = new(sample, GIVEN | {"titel": "App!"}, "--ja")
    assert done.exit_code == 1
    assert "„musterstadt/app“ hatte früher „musterstadt/stadt-app“" in done.stderr
    assert not (sample / "massnahmen/musterstadt/app.yml").exists()
