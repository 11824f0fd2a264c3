"""Tables, opened by programs that open tables."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.exports.tables import TABLES
from generator.exports.workbook import workbook
from generator.tables.cells import guarded
from generator.tables.saving import as_csv

TRAPS = ["=1+1", "+49 30", "-5 Grad", "@SUMME(A1)", '=HYPERLINK("https://x.example";"klick")', "\t=1", "\n=1", "＝1+1"]
WORDS = ["Straßenbäume über Öl", "erste Zeile\nzweite Zeile", 'mit "Anführung"; und Semikolon', "', schon mit Apostroph"]


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("name", TABLES)
def test_both_forms_say_the_same(name: str, published: dict[str, bytes]) -> None:
    rows = read_csv(published[f"daten/{name}.csv"])
    sheet = load_workbook(io.BytesIO(published[f"daten/{name}.xlsx"])).active
    assert sheet is not None
    cells = [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    assert [[cell.replace("\n", " ") for cell in row] for row in cells] == [
        [re.sub(r"^(\d+),(\d+)$", r"\1.\2", cell).replace("\n", " ") for cell in row] for row in rows
    ], "but for the German decimal comma of a CSV"


def test_a_row_has_names_where_a_record_has_ids(published: dict[str, bytes]) -> None:
    head, *rows = read_csv(published["daten/massnahmen.csv"])
    app = dict(zip(head, next(row for row in rows if row[0] == "musterstadt/stadt-app"), strict=True))
    assert app["Modellprojekt"] == "Musterstadt"
    assert app["Handlungsfelder"] == "Verwaltung"
    assert app["Status"] == "Umgesetzt"
    assert app["Datum des Status"] == "2024-06-30"
    assert app["Kosten in Euro"] == "65000"
    assert app["Quellcode: Lizenz"] == "EUPL 1.2"
    assert app["Quellen"].splitlines() == [
        "https://www.musterstadt.example/news/app-startet.html, 2024-06-30",
        "Abschlussbericht der Musterstadt, 2023",
    ]


def test_csv_opens_in_a_german_spreadsheet(published: dict[str, bytes]) -> None:
    raw = published["daten/massnahmen.csv"]
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") >= 4
    assert "Mängelmelder" in raw.decode("utf-8-sig")


def test_no_cell_of_a_csv_runs_as_a_formula() -> None:
    cells = [row[0] for row in read_csv(as_csv([guarded(text)] for text in [*TRAPS, *WORDS]))]
    assert all(cell.startswith("'") for cell in cells[: len(TRAPS)])
    assert cells[len(TRAPS) :] == WORDS


def test_no_cell_of_a_workbook_runs_as_a_formula(tmp_path: Path) -> None:
    made = workbook("X", ["Titel", "Zahl"], [[text, 1.5] for text in [*TRAPS, *WORDS]], "2026-11", "Test")
    sheet = load_workbook(io.BytesIO(made)).active
    assert sheet is not None
    texts = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in texts] == [*TRAPS, *WORDS]
    assert {cell.data_type for cell in texts} == {"s"}
    assert sheet["B2"].value == 1.5


def test_a_workbook_depends_on_nothing_but_its_cells() -> None:
    def make() -> bytes:
        return workbook("X", ["Titel"], [["Wert"]], "2026-11", "Test")

    assert make() == make()
    properties = load_workbook(io.BytesIO(make())).properties
    assert properties.created == properties.modified == datetime(2026, 11, 1)


def test_no_published_cell_runs_as_a_formula(site: Path) -> None:
    for name in TABLES:
        for row in read_csv((site / f"daten/{name}.csv").read_bytes()):
            assert [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
        sheet = load_workbook(site / f"daten/{name}.xlsx", read_only=True).active
        assert sheet is not None
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


SEMICOLONS = "CSV:59,34,76,1,,1031,false,false"
"""What LibreOffice asks when it opens the file, answered: semicolon, quotes, UTF-8, German."""


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing; `make test` installs it as root on Debian")
def test_libreoffice_reads_every_cell_as_it_is_meant(site: Path, tmp_path: Path) -> None:
    """Both forms of every table through a real spreadsheet: the same texts, with umlauts and line breaks, and not one formula."""
    for suffix, options in (("csv", [f"--infilter={SEMICOLONS}"]), ("xlsx", [])):
        command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", *options, "--convert-to", "xlsx"]
        files = [str(site / f"daten/{name}.{suffix}") for name in TABLES]
        subprocess.run([*command, "--outdir", str(tmp_path / suffix), *files], check=True, capture_output=True, timeout=240)
        for name in TABLES:
            ours, theirs = cells_of(site / f"daten/{name}.xlsx"), cells_of(tmp_path / suffix / f"{name}.xlsx")
            assert len(theirs) > 20
            assert [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]] == [], (name, suffix)


def cells_of(file: Path) -> list[list[str]]:
    """Every row as text; numbers and days alike, however a program keeps them."""
    sheet = load_workbook(file).active
    assert sheet is not None
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    texts = [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    return [[re.sub(r"^(-?\d+)[.,](\d+)$", r"\1.\2", text).removesuffix(".0").removesuffix(" 00:00:00") for text in row] for row in texts]
