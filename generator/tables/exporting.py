"""Records to tables that town halls can work with: Excel with help and choices, and CSV that a German Excel opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from generator.reading import Entry, Reading
from generator.records import Kind
from generator.records.columns import Column, columns, value_at
from generator.records.schema import Terms
from generator.tables.cells import Value, guarded, to_cell
from generator.tables.layout import CHOICES_SHEET, HELP_SHEET, ID, PROJECT, TABULAR, heading_of
from generator.tables.saving import as_csv, saved

Line = list[Value]
_EMPTY_ROWS = 500
"""New rows below the last one have the choices too."""
_STILL = datetime(2020, 1, 1)
"""Nothing in the file tells when it was written: the same records give the same bytes."""


def tables(reading: Reading, terms: Terms) -> Iterator[tuple[str, bytes]]:
    """Every file by its name: one workbook with a sheet per kind, and a CSV per kind."""
    yield "wissensspeicher.xlsx", workbook(reading, terms)
    for kind in TABULAR.values():
        yield f"{kind.folder}.csv", as_csv(lines(reading, kind, columns(kind, terms)))


def lines(reading: Reading, kind: Kind, fields: tuple[Column, ...]) -> list[Line]:
    """Headings and one line per record."""
    titles = {entry.id: str(entry.get("titel")) for entry in reading.entries if entry.kind.folder == "modellprojekte"}
    found: list[Line] = [[ID, *([PROJECT] if kind.by_project else []), *map(heading_of, fields)]]
    for entry in reading.entries:
        if entry.kind is kind:
            project = [titles.get(entry.id.split("/")[0], "")] if kind.by_project else []
            found.append([entry.id, *project, *(guarded(_cell(entry, field)) for field in fields)])
    return found


def _cell(entry: Entry, field: Column) -> Value:
    return to_cell(field, value_at(entry.tree.data, field.path))


# --- Excel -----------------------------------------------------------------------------------------------------------

_HEAD = PatternFill("solid", fgColor="FF1F3A5F")
_NEEDED = PatternFill("solid", fgColor="FF7A2E00")
_WHITE = Font(bold=True, color="FFFFFFFF")
_TOP = Alignment(vertical="top", wrap_text=True)


def workbook(reading: Reading, terms: Terms) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    fields = {kind.folder: columns(kind, terms) for kind in TABULAR.values()}
    choices = {field.vocabulary: field.choices for found in fields.values() for field in found if field.vocabulary and field.choices}
    areas = {
        name: f"'{CHOICES_SHEET}'!${get_column_letter(n)}$2:${get_column_letter(n)}${len(of) + 1}"
        for n, (name, of) in enumerate(sorted(choices.items()), 1)
    }
    for kind in TABULAR.values():
        _sheet(book.create_sheet(kind.many), lines(reading, kind, fields[kind.folder]), kind, fields[kind.folder], areas)
    _help(book.create_sheet(HELP_SHEET), fields)
    _choices(book.create_sheet(CHOICES_SHEET), dict(sorted(choices.items())))
    book.properties.creator = "Wissensspeicher"
    book.properties.created = book.properties.modified = _STILL
    return saved(book)


def _sheet(sheet: Any, rows: list[Line], kind: Kind, fields: tuple[Column, ...], areas: dict[str, str]) -> None:
    for row in rows:
        sheet.append(row)
    before = 1 + kind.by_project
    sheet.freeze_panes = sheet.cell(2, before + 2)
    sheet.auto_filter.ref = sheet.dimensions
    sheet.row_dimensions[1].height = 32
    _column(sheet, 1, 30, help_text=f"Adresse des Datensatzes. Leer lassen, wenn die Zeile neu ist ({kind.one}).", needed=False)
    if kind.by_project:
        _column(
            sheet, 2, 22, help_text="Zu welchem Modellprojekt eine neue Maßnahme gehört. Bei bestehenden gilt die Kennung.", needed=False
        )
    for number, field in enumerate(fields, before + 1):
        _column(sheet, number, 60 if field.long else 34 if field.many else 20, help_of(field), field.required)
        if field.required:
            sheet.cell(1, number).value += " *"  # not by colour alone
        if area := _area(field, areas):
            choice = DataValidation(
                type="list",
                formula1=area,
                allow_blank=True,
                showErrorMessage=True,
                errorTitle="Nicht in der Auswahl",
                error="Bitte wählen Sie einen Eintrag der Liste.",
            )
            choice.add(f"{get_column_letter(number)}2:{get_column_letter(number)}{len(rows) + _EMPTY_ROWS}")
            sheet.add_data_validation(choice)
    for row in sheet.iter_rows(min_row=2):
        sheet.row_dimensions[row[0].row].height = 45
        for cell in row:
            cell.alignment = _TOP
            if isinstance(cell.value, str):
                cell.data_type = "s"  # text, even where it begins like a formula
                cell.number_format = "@"


def _area(field: Column, areas: dict[str, str]) -> str:
    if field.many:
        return ""
    return '"ja,nein"' if field.form == "janein" else areas.get(field.vocabulary or "", "")


def _column(sheet: Any, number: int, width: int, help_text: str, needed: bool) -> None:
    head = sheet.cell(1, number)
    head.font, head.fill, head.alignment = _WHITE, _NEEDED if needed else _HEAD, Alignment(vertical="center", wrap_text=True)
    head.comment = Comment(help_text, "Wissensspeicher", width=360, height=180)
    sheet.column_dimensions[get_column_letter(number)].width = width


_HOW = {
    "monat": "Jahr oder Monat: 2024 oder 2024-06.",
    "tag": "Jahr, Monat oder Tag: 2024, 2024-06 oder 2024-06-30.",
    "janein": "ja oder nein; leer, wenn es niemand weiß.",
    "ganzzahl": "Ganze Zahl ohne Punkt und Einheit: 65000.",
    "zahl": "Zahl: 1,4.",
    "adresse": "Vollständige Internetadresse mit https://.",
}


def help_of(field: Column) -> str:
    """What a contributor must know of a column, in a few sentences."""
    said = [field.description, _HOW.get(field.form, "")]
    if field.choices:
        said.append(f"Auswahl: {', '.join(field.choices.values())}.")
    if field.kind:
        said.append(f"Kennung aus dem Blatt „{TABULAR[field.kind].many}“.")
    if field.parts:
        said.append(
            "Je Zeile ein Eintrag (Umbruch mit Alt+Eingabe), Teile mit | getrennt: " + " | ".join(part.title for part in field.parts) + "."
        )
    elif field.many:
        said.append("Mehrere Einträge je in eine Zeile der Zelle (Alt+Eingabe)" + ("." if field.long else " oder mit Semikolon getrennt."))
    said.append("Pflichtfeld." if field.required else "")
    return " ".join(filter(None, said))


def _help(sheet: Any, fields: dict[str, tuple[Column, ...]]) -> None:
    sheet.append(["Blatt", "Spalte", "Pflicht", "Was hineingehört"])
    for folder, found in fields.items():
        for field in found:
            sheet.append([TABULAR[folder].many, field.title, "ja" if field.required else "", help_of(field)])
    for number, width in enumerate((18, 34, 9, 120), 1):
        _column(sheet, number, width, "Was in welcher Spalte steht.", needed=False)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _choices(sheet: Any, choices: dict[str, dict[str, str]]) -> None:
    for number, (name, terms) in enumerate(choices.items(), 1):
        sheet.cell(1, number, name)
        for row, term in enumerate(terms.values(), 2):
            sheet.cell(row, number, term)
        _column(sheet, number, 34, "Die erlaubten Werte. Bitte hier nichts ändern.", needed=False)
    sheet.freeze_panes = "A2"
