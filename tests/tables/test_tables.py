"""Tables out and in: nothing changes by the way, and every bad row is named in German with sheet, row and column."""

from __future__ import annotations

import csv
import io
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.records import KINDS
from generator.records.columns import columns
from generator.tables.cells import WrongCell, from_cell, guarded, unguarded
from generator.wording import number
from tests.conftest import RECORDS

APP = "massnahmen/musterstadt/stadt-app.yml"
HEADINGS = ["Kennung", "Modellprojekt", "Titel", "Kurz gesagt", "Handlungsfelder", "Status", "Quellen"]
NEW = [
    "",
    "Musterstadt",
    "Leihräder am Bahnhof",
    "Zehn Leihräder stehen am Bahnhof bereit und lassen sich per App öffnen.",
    "Mobilität",
    "Geplant",
]
FIGURE = next(column for column in columns(KINDS["programm"], {}) if column.key == "wert")
SOURCE = "https://www.musterstadt.example/raeder | 2025-03"


def snapshot(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def excel(path: Path, rows: list[list[Any]], sheet: str = "Maßnahmen", headings: list[str] | None = None) -> Path:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in [headings or HEADINGS, *rows]:
        page.append(row)
    book.save(path)
    return path


def imported(sample: Path, file: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return run("import", "--records", sample, file, *more)


def run(*words: object) -> subprocess.CompletedProcess[str]:
    """The command in this process: a new one for each would take most of the time."""
    done = CliRunner().invoke(main, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return subprocess.CompletedProcess([], done.exit_code, done.stdout, done.stderr)


# --- out and back ----------------------------------------------------------------------------------------------------


def test_all_records_go_out_and_come_back_unchanged(tmp_path: Path) -> None:
    assert run("export", tmp_path).returncode == 0
    before = snapshot(RECORDS)
    done = run("import", tmp_path / "wissensspeicher.xlsx", "--overwrite", "--ja")
    rows = sum(len(list((RECORDS / folder).rglob(f"*{kind.suffix}"))) for folder, kind in KINDS.items() if folder != "vokabular")
    assert f"{number(rows)} Zeilen: 0 neu, 0 geändert, {number(rows)} unverändert, 0 wartet, 0 falsch." in done.stdout
    assert done.returncode == 0
    assert snapshot(RECORDS) == before


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "vokabular"])
def test_csv_comes_back_unchanged_too(kind: str, sample: Path, tmp_path: Path) -> None:
    run("export", "--records", sample, tmp_path / "aus")
    done = imported(sample, tmp_path / "aus" / f"{kind}.csv", "--overwrite")
    assert ", 0 wartet, 0 falsch." in done.stdout
    assert ": 0 neu, 0 geändert, " in done.stdout


def test_the_same_records_give_the_same_files(sample: Path, tmp_path: Path) -> None:
    for name in "ab":
        run("export", "--records", sample, tmp_path / name)
    assert snapshot(tmp_path / "a") == snapshot(tmp_path / "b")


def test_the_workbook_helps_whoever_fills_it_in(sample: Path, tmp_path: Path) -> None:
    run("export", "--records", sample, tmp_path)
    book = openpyxl.load_workbook(tmp_path / "wissensspeicher.xlsx")
    sheet = book["Maßnahmen"]
    heads: dict[Any, Any] = {str(cell.value).removesuffix(" *"): cell for cell in sheet[1]}
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert "Ein bis drei Sätze" in heads["Kurz gesagt"].comment.text
    assert "Pflichtfeld" in heads["Status"].comment.text
    assert heads["Status"].value == "Status *"
    choices = {str(choice.sqref).split(":")[0]: choice.formula1 for choice in sheet.data_validations.dataValidation}
    assert choices[f"{heads['Status'].column_letter}2"].startswith("'Auswahl'!")
    assert choices[f"{heads['Open Source'].column_letter}2"] == '"ja,nein"'
    assert {"Hilfe", "Auswahl", *(kind.many for folder, kind in KINDS.items() if folder != "vokabular")} == set(book.sheetnames)


def test_csv_opens_in_a_german_excel(sample: Path, tmp_path: Path) -> None:
    run("export", "--records", sample, tmp_path)
    raw = (tmp_path / "modellprojekte.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert "," in rows[0]["Lage: Breite"], "decimal comma"


@pytest.mark.parametrize(("cell", "value"), [("1,4", 1.4), ("1400", 1400), (1.234, 1.234), ("1.5", 1.5)])
def test_a_number_is_read_as_it_is_meant(cell: Any, value: float) -> None:
    assert from_cell(FIGURE, cell, []) == value


def test_a_number_that_may_mean_two_things_is_asked_about() -> None:
    with pytest.raises(WrongCell, match=r"nicht eindeutig\. Schreiben Sie 1400 oder 1,400"):
        from_cell(FIGURE, "1.400", [])


@pytest.mark.parametrize("text", ["=SUMME(A1)", "+49", "-1+1", "@user", "'=schon", "Titel", "'zitiert'", "-5", "\tTab"])
def test_text_that_would_run_as_a_formula_is_disarmed_and_restored(text: str) -> None:
    assert unguarded(str(guarded(text))) == text
    assert not str(guarded(text)).startswith(("=", "+", "@", "\t"))


def test_a_title_like_a_formula_survives_the_spreadsheet(sample: Path, tmp_path: Path) -> None:
    file = sample / APP
    file.write_text(file.read_text("utf-8").replace("titel: Stadt-App mit Mängelmelder", "titel: '=HYPERLINK(1;2)'"), "utf-8")
    run("export", "--records", sample, tmp_path)
    cell = next(
        row[2] for row in openpyxl.load_workbook(tmp_path / "wissensspeicher.xlsx")["Maßnahmen"] if row[0].value == "musterstadt/stadt-app"
    )
    assert (cell.value, cell.data_type) == ("'=HYPERLINK(1;2)", "s")
    assert ": 0 neu, 0 geändert, " in imported(sample, tmp_path / "wissensspeicher.xlsx").stdout


# --- new, changed, deleted -------------------------------------------------------------------------------------------


def test_a_new_row_becomes_a_canonical_file(sample: Path, tmp_path: Path) -> None:
    done = imported(sample, excel(tmp_path / "t.xlsx", [[*NEW, SOURCE]]))
    assert done.returncode == 0, done.stdout
    assert (sample / "massnahmen/musterstadt/leihraeder-am-bahnhof.yml").read_text("utf-8") == (
        "titel: Leihräder am Bahnhof\n"
        "kurz: Zehn Leihräder stehen am Bahnhof bereit und lassen sich per App öffnen.\n"
        "handlungsfelder:\n  - mobilitaet\nstatus: geplant\n"
        "quellen:\n  - url: https://www.musterstadt.example/raeder\n    stand: 2025-03\n"
    )
    assert ": 0 neu, 0 geändert, 1 unverändert" in imported(sample, tmp_path / "t.xlsx").stdout, "found again by project and title"


def test_only_what_the_table_has_is_changed_and_comments_stay(sample: Path, tmp_path: Path) -> None:
    file = sample / APP
    text = file.read_text("utf-8").replace("status: umgesetzt", "# laut Amtsblatt\nstatus: umgesetzt  # 2024")
    file.write_text(text, "utf-8")
    table = excel(tmp_path / "t.xlsx", [["musterstadt/stadt-app", "verstetigt", 70000.0]], headings=["Kennung", "Status", "Kosten in Euro"])
    done = imported(sample, table)
    assert "Spalte B „Status“: „Umgesetzt“ → „Verstetigt“" in done.stdout
    changed = text.replace("umgesetzt  #", "verstetigt  #").replace("65000", "70000")
    assert file.read_text("utf-8") == changed


def test_dry_run_writes_nothing(sample: Path, tmp_path: Path) -> None:
    before = snapshot(sample)
    done = imported(sample, excel(tmp_path / "t.xlsx", [[*NEW, SOURCE]]), "--dry-run")
    assert "Neu (1)" in done.stdout
    assert "Es wurde nichts geändert." in done.stdout
    assert snapshot(sample) == before


def test_what_would_be_deleted_waits_for_overwrite(sample: Path, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "t.xlsx", [["musterstadt/stadt-app", None, "Stadtwerke Musterstadt"]], headings=["Kennung", "Ergebnis", "Partner"]
    )
    before = snapshot(sample)
    done = imported(sample, table)
    assert "Wartet (1)" in done.stdout
    assert "Er würde geleert. Das geschieht nur mit --overwrite." in done.stdout
    assert "Aus 2 Einträgen würden 1. Das geschieht nur mit --overwrite." in done.stdout
    assert snapshot(sample) == before
    assert imported(sample, table, "--overwrite").returncode == 0
    text = (sample / APP).read_text("utf-8")
    assert "ergebnis:" not in text
    assert "Hochschule" not in text
    assert "erfahrungen:" in text


def test_a_foreign_table_with_a_mapping(sample: Path, tmp_path: Path) -> None:
    table = excel(
        tmp_path / "kts.xlsx",
        [["Monitoring 2026", None, None, None, None, None], ["Projekt", "Kommune", "Worum geht es?", "Thema", "Stand", "Link", "intern"],
         ["Leihräder am Bahnhof", "Musterstadt", NEW[3], "Mobilität", "läuft", "https://www.musterstadt.example/raeder", "x"]],
        sheet="Tabelle1", headings=["KTS"],
    )  # fmt: skip
    mapping = tmp_path / "kts.yml"
    mapping.write_text(
        "art: massnahmen\nblatt: Tabelle1\nkopfzeile: 3\nspalten:\n  Projekt: titel\n  Kommune: Modellprojekt\n  Worum geht es?: kurz\n"
        "  Thema: handlungsfelder\n  Stand: status\n  Link: quellen\n  intern:\nwerte:\n  status:\n    läuft: in-umsetzung\n",
        "utf-8",
    )
    done = imported(sample, table, "--zuordnung", str(mapping))
    assert done.returncode == 0, done.stdout
    assert "status: in-umsetzung" in (sample / "massnahmen/musterstadt/leihraeder-am-bahnhof.yml").read_text("utf-8")


def test_a_mapping_may_add_sources_to_those_there_are(sample: Path, tmp_path: Path) -> None:
    table = excel(tmp_path / "t.xlsx", [["musterstadt/stadt-app", SOURCE]], headings=["Nr", "Link"])
    mapping = tmp_path / "kts.yml"
    mapping.write_text("art: massnahmen\nspalten:\n  Nr: Kennung\n  Link: quellen\nergaenzen: [quellen]\n", "utf-8")
    first = imported(sample, table, "--zuordnung", str(mapping))
    assert "Spalte B „Link“: neu „https://" in first.stdout, "what comes, not the beginning of what was there"
    for done in (first, imported(sample, table, "--zuordnung", str(mapping))):
        assert done.returncode == 0
    text = (sample / APP).read_text("utf-8")
    assert text.count("raeder") == 1
    assert "Abschlussbericht der Musterstadt" in text


@pytest.mark.parametrize(
    ("mapping", "message"),
    [
        ("spalte:\n  A: titel\n", "fehlt der Block „spalten“"),
        ("spalten:\n  A: titel\nblat: x\n", "nennt „blat“. Meinten Sie „blatt“?"),
        ("spalten:\n  A: titel\nkopfzeile: drei\n", "hat nicht die erwartete Form"),
        ("spalten: {A: titel}\nwerte: [x]\n", "hat nicht die erwartete Form"),
        ("spalten: {A: titel}\nart: massname\n", "Die Art „massname“ gibt es nicht."),
        ("spalten: {A: titel}\nergaenzen: quellen\n", "hat nicht die erwartete Form"),
        ("art: massnahmen\nspalten: {A: titel}\nergaenzen: [quelen]\n", "das Feld „quelen“, das es nicht gibt. Meinten Sie „quellen“?"),
        ("art: massnahmen\nspalten: {A: titel}\nwerte: {stauts: {a: b}}\n", "das Feld „stauts“, das es nicht gibt. Meinten Sie „status“?"),
        ("a: [", "lässt sich nicht lesen"),
    ],
)
def test_a_wrong_mapping(mapping: str, message: str, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "m.yml").write_text(mapping, "utf-8")
    assert message in refused(sample, excel(tmp_path / "t.xlsx", [[*NEW, SOURCE]]), "--zuordnung", str(tmp_path / "m.yml"))


# --- bad input -------------------------------------------------------------------------------------------------------


def test_ten_kinds_of_mistakes_in_one_table(sample: Path, tmp_path: Path) -> None:
    """Every wrong row is named with its reason; the two right ones go in."""
    long = "Ein Satz, der lang genug ist und sagt, was gebaut wird."
    rows: list[list[Any]] = [
        ["", "Musterstadt", "Datum als Zahl", long, "Mobilität", "geplant", SOURCE, 45413],
        ["", "Musterstadt", "Formel darin", '=A1&"x"', "Mobilität", "geplant", SOURCE, None],
        ["", "Musterstadt", "Verbundene Zellen", long, "Mobilität", "geplant", SOURCE, None],
        ["musterstadt/stadt-app", "", "Stadt-App mit Mängelmelder", None, None, "verstetigt", None, None],
        ["musterstadt/stadt-app", "", "Stadt-App mit Mängelmelder", None, None, "eingestellt", None, None],
        ["", "Beispielkreis", "Stadt-App mit Mängelmelder", long, "Verwaltung", "Umgesetzt", SOURCE, None],
        ["", "Musterstadt", "Unbekannter Status", long, "Mobilität", "geplannt", None, None],
        ["", "Entenhausen", "Projekt gibt es nicht", long, "Mobilität", "geplant", SOURCE, None],
        ["", "Gansstadt", "Zwei Zellen falsch", long, "Mobilitet", "geplant", SOURCE, None],
        ["", "Musterstadt", "Ohne Quelle", long, "Mobilität", "geplant", None, None],
        ["", "Musterstadt", "Mit Adresse", "Fragen an max.mustermann@beispiel.example richten Sie bitte schriftlich.", "Mobilität", "geplant", SOURCE, None],
        ["", "Musterstadt", "Falsche Umlaute", "Die BÃ¼rgerinnen bekommen eine App fÃ¼r alles im Alltag.", "Mobilität", "geplant", SOURCE, None],
        ["", "Musterstadt", "Datum unmöglich", long, "Mobilität", "geplant", SOURCE, "Sommer 2023"],
        ["Nicht/erlaubte Kennung", "", "Kennung", long, "Mobilität", "geplant", SOURCE, None],
    ]  # fmt: skip
    file = excel(tmp_path / "t.xlsx", rows, headings=[*HEADINGS, "Beginn", "Statuss"])
    book = openpyxl.load_workbook(file)
    book["Maßnahmen"].merge_cells("D4:E4")
    book["Maßnahmen"]["J5"] = "ohne Überschrift"
    book.save(file)
    done = imported(sample, file)
    assert done.returncode == 1
    for words in (
        "Zeile 1, Spalte I: Die Überschrift „Statuss“ ist nicht bekannt. Meinten Sie „Status“? Die Spalte wird nicht übernommen.",
        "Zeile 1, Spalte J: Die Überschrift fehlt.",
        "Spalte H „Beginn“: „45413“ ist die Zahl, mit der Excel ein Datum speichert; gelesen als 2024-05",
        'Zeile 3: musterstadt/formel-darin\n      Spalte D „Kurz gesagt“: Die Zelle enthält eine Formel (=A1&"x"). Fügen Sie statt der Formel ihren Wert ein.',
        "Zeile 4: „Verbundene Zellen“\n      Die Zeile enthält verbundene Zellen (D4:E4).",
        f"Zeile 5: musterstadt/stadt-app\n      Derselbe Datensatz ({APP}) steht auch in „Maßnahmen“ Zeile 6.",
        "Ähnlicher Titel: „Stadt-App mit Mängelmelder“ (musterstadt/stadt-app). Ist es dasselbe?",
        "Spalte F „Status“: „geplannt“ gibt es nicht zur Auswahl. Meinten Sie „Geplant“?",
        "Spalte B „Modellprojekt“: Das Modellprojekt „Entenhausen“ gibt es nicht.",
        "Spalte E „Handlungsfelder“: „Mobilitet“ gibt es nicht zur Auswahl. Meinten Sie „Mobilität“?",
        "Spalte B „Modellprojekt“: Das Modellprojekt „Gansstadt“ gibt es nicht.",
        "Spalte G „Quellen“: Das Pflichtfeld „quellen“ fehlt.",
        "Spalte D „Kurz gesagt“: Der Text enthält die E-Mail-Adresse",
        "Spalte D „Kurz gesagt“: „Die BÃ¼rgerinnen bekommen eine App fÃ¼r alles im Alltag.“ enthält falsch gelesene Umlaute.",
        "Spalte H „Beginn“: „Sommer 2023“ ist kein Jahr und kein Monat",
        "Spalte A „Kennung“: Der Name „Nicht“ ist nicht erlaubt",
        "14 Zeilen: 2 neu, 0 geändert, 0 unverändert, 0 wartet, 12 falsch.",
        "2 Datensätze in",
    ):
        assert words in done.stdout, words
    row = done.stdout.partition("musterstadt/unbekannter-status")[2].partition("Zeile")[0]
    for words in ("„geplannt“ gibt es nicht", "Pflichtfeld „quellen“ fehlt"):
        assert words in row, "wrong and missing are said in the same run"
    assert "beginn: 2024-05\n" in (sample / "massnahmen/musterstadt/datum-als-zahl.yml").read_text("utf-8")
    assert run("check", "--records", sample).returncode == 0
    assert not list(sample.rglob(".*neu*"))


def test_a_row_never_puts_a_record_in_the_wrong_that_it_does_not_name(sample: Path, tmp_path: Path) -> None:
    """Neither by an id that leads on to another record, nor by claiming an id that another record claims already."""
    headings = [*HEADINGS, "Frühere Kennungen"]
    rows: list[list[Any]] = [
        ["musterstadt/app", "", "Eine andere App", NEW[3], "Verwaltung", "geplant", SOURCE, None],
        ["", "Musterstadt", "Ganz neue App", NEW[3], "Verwaltung", "geplant", SOURCE, "musterstadt/app"],
    ]
    told = refused(sample, excel(tmp_path / "t.xlsx", rows, headings=headings))
    assert "Die Kennung „musterstadt/app“ hatte früher „musterstadt/stadt-app“" in told
    assert "„musterstadt/app“ beansprucht schon massnahmen/musterstadt/stadt-app.yml. [frueher]" in told


def test_a_term_called_by_another_of_its_words(sample: Path, tmp_path: Path) -> None:
    """Foreign tables have words of their own; which of our terms goes by that word, the vocabulary knows."""
    told = refused(sample, excel(tmp_path / "t.xlsx", [["", "Musterstadt", "Neue Schalter", NEW[3], "rathaus", "geplant", SOURCE]]))
    assert "„rathaus“ gibt es nicht zur Auswahl. Meinten Sie „Verwaltung“?" in told


def test_dates_as_spreadsheets_make_them(sample: Path, tmp_path: Path) -> None:
    headings = ["Kennung", "Beginn", "Stand des Status", "Ende", "Geprüft"]
    imported(
        sample, excel(tmp_path / "t.xlsx", [["musterstadt/stadt-app", datetime(2021, 8, 1), 45413, 2025, "11.2025"]], headings=headings)
    )
    text = (sample / APP).read_text("utf-8")
    for line in ("beginn: 2021-08\n", "status_stand: '2024-05-01'\n", "ende: 2025\n", "geprueft: 2025-11\n"):
        assert line in text


def refused(sample: Path, file: Path, *more: str) -> str:
    before = snapshot(sample)
    done = imported(sample, file, *more)
    assert done.returncode == 1
    assert snapshot(sample) == before
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_missing_heading_row(sample: Path, tmp_path: Path) -> None:
    said = refused(sample, excel(tmp_path / "t.xlsx", [], headings=[*NEW, SOURCE]))
    assert "Zeile 1: Es fehlt eine Spalte „Kennung“ oder „Titel“" in said


def test_a_password(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000)
    assert "mit einem Kennwort geschützt" in refused(sample, tmp_path / "t.xlsx")


@pytest.mark.parametrize("name", ["t.xlsm", "t.xlsx"])
def test_macros(name: str, sample: Path, tmp_path: Path) -> None:
    file = excel(tmp_path / "t.xlsx", [[*NEW, SOURCE]])
    with zipfile.ZipFile(file, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"x")
    assert "Die Datei enthält Makros." in refused(sample, file.rename(tmp_path / name))


def test_a_wrong_encoding(sample: Path, tmp_path: Path) -> None:
    file = tmp_path / "massnahmen.csv"
    file.write_bytes(";".join(HEADINGS).encode("cp1252") + b"\r\n" + ";".join([*NEW, SOURCE]).encode("cp1252"))
    assert "Zeile 2, Spalte C: Die Datei ist nicht in UTF-8 gespeichert." in refused(sample, file)
    assert imported(sample, file, "--kodierung", "windows-1252").returncode == 0
    assert "Leihräder" in (sample / "massnahmen/musterstadt/leihraeder-am-bahnhof.yml").read_text("utf-8")


@pytest.mark.parametrize(("content", "message"), [(b"PK kein Zip", "beschädigt"), (b"", "beschädigt")])
def test_a_damaged_file(content: bytes, message: str, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(content)
    assert message in refused(sample, tmp_path / "t.xlsx")


def test_twenty_thousand_rows(sample: Path, tmp_path: Path) -> None:
    """Each has its fate, in seconds."""
    file = tmp_path / "massnahmen.csv"
    rows = [["musterstadt/stadt-app", "", "", "", "", "verstetigt", ""]] + [
        ["", "Musterstadt", f"Nummer {n}", "zu kurz", "", "geplannt", ""] for n in range(20_000)
    ]
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows([HEADINGS, *rows])
    done = imported(sample, file, "--dry-run")
    assert "20.001 Zeilen: 0 neu, 1 geändert, 0 unverändert, 0 wartet, 20.000 falsch." in done.stdout
    assert done.stdout.count("geplannt") == 20_000
