"""A table before anybody knows what it means: sheets of rows of cells, from Excel or CSV."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula, DataTableFormula

from generator.reading.files import Unfit, content
from generator.tables.cells import Broken, Cell, Formula

MAX_BYTES = 50_000_000
MAX_UNPACKED = 500_000_000
_OLD_FORMAT = b"\xd0\xcf\x11\xe0"
"""Begins both the Excel files of before 2007 and those locked with a password."""


class Unreadable(Exception):
    """The file as a whole cannot be used; the message says why and what to do."""


@dataclass(slots=True)
class Sheet:
    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merged: dict[int, str] = field(default_factory=dict)
    """Rows (from 1) that merged cells touch, with the range."""


def place(column: int) -> str:
    """The letter of a column, counted from 0."""
    return str(get_column_letter(column + 1))


def read_sheets(file: Path, encoding: str) -> list[Sheet]:
    try:
        raw = content(file.resolve(), MAX_BYTES, "eine Tabelle")
    except Unfit as unfit:
        raise Unreadable(str(unfit)) from None
    match file.suffix.lower():
        case ".csv":
            return [Sheet(file.stem, _csv_rows(raw, encoding))]
        case ".xlsx":
            return list(_excel(raw))
        case ".xlsm" | ".xltm" | ".xlsb":
            raise Unreadable("Die Datei enthält Makros. Speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“ ohne Makros.")
        case ".xls":
            raise Unreadable("Das ist das Excel-Format von vor 2007. Speichern Sie die Datei als „Excel-Arbeitsmappe (.xlsx)“.")
        case ".ods" | ".numbers":
            raise Unreadable("Speichern Sie die Tabelle als „Excel-Arbeitsmappe (.xlsx)“ oder als CSV.")
    raise Unreadable(f"Mit der Endung „{file.suffix}“ weiß dieser Befehl nichts anzufangen. Möglich sind .xlsx und .csv.")


# --- Excel -----------------------------------------------------------------------------------------------------------


def _excel(raw: bytes) -> Iterator[Sheet]:
    _refuse_unsafe(raw)
    try:
        book = openpyxl.load_workbook(io.BytesIO(raw))
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise Unreadable(f"Die Datei ist beschädigt oder keine Excel-Datei ({type(error).__name__}).") from None
    for sheet in book.worksheets:
        merged = {row: str(area) for area in sheet.merged_cells.ranges for row in range(area.min_row, area.max_row + 1)}
        yield Sheet(sheet.title, [[_cell(cell) for cell in row] for row in sheet.iter_rows()], merged)


def _refuse_unsafe(raw: bytes) -> None:
    if raw.startswith(_OLD_FORMAT):
        raise Unreadable("Die Datei ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort als „Excel-Arbeitsmappe (.xlsx)“.")
    try:
        parts = zipfile.ZipFile(io.BytesIO(raw)).infolist()
    except zipfile.BadZipFile:
        raise Unreadable("Die Datei ist beschädigt oder keine Excel-Datei, obwohl sie auf .xlsx endet.") from None
    if any(part.filename.lower().endswith("vbaproject.bin") for part in parts):
        raise Unreadable("Die Datei enthält Makros. Speichern Sie sie als „Excel-Arbeitsmappe (.xlsx)“ ohne Makros.")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Unreadable(f"Die Datei ist ausgepackt größer als {MAX_UNPACKED // 1_000_000} MB.")


def _cell(cell: Any) -> Cell:
    value = cell.value
    if isinstance(value, (ArrayFormula, DataTableFormula)):
        return Formula(getattr(value, "text", None) or "=…")
    if cell.data_type == "f":
        return Formula(value)
    if cell.data_type == "e":
        return Broken(value)
    return value if value is None or isinstance(value, (str, int, float, bool, date)) else str(value)


# --- CSV -------------------------------------------------------------------------------------------------------------


def _csv_rows(raw: bytes, encoding: str) -> list[list[Cell]]:
    text = _decoded(raw, encoding)
    first = text.partition("\n")[0]
    separator = max(";\t,", key=first.count)
    csv.field_size_limit(1_000_000)
    try:
        return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)]
    except csv.Error as error:
        raise Unreadable(
            f"Die Datei ist keine gültige CSV-Datei ({error}). Prüfen Sie, ob jedes Anführungszeichen geschlossen ist."
        ) from None


def _decoded(raw: bytes, encoding: str) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif raw.startswith((b"PK", _OLD_FORMAT)):
        raise Unreadable("Das ist eine Excel-Datei, obwohl sie auf .csv endet. Benennen Sie sie um.")
    try:
        return raw.decode("utf-8-sig" if encoding.lower() in ("utf-8", "utf8") else encoding)
    except LookupError:
        raise Unreadable(f"Die Kodierung „{encoding}“ gibt es nicht. Üblich sind utf-8 und windows-1252.") from None
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before[before.rfind(b"\n") + 1 :]
        number = before.count(b"\n") + 1
        column = max(line.count(sign) for sign in (b";", b"\t", b","))
        raise Unreadable(
            f"Zeile {number}, Spalte {place(column)}: Die Datei ist nicht in UTF-8 gespeichert. Wählen Sie in Excel beim "
            "Speichern „CSV UTF-8“ oder rufen Sie den Befehl mit --kodierung windows-1252 auf."
        ) from None
