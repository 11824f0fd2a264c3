"""Which column of a sheet holds which field: our own headings, or foreign ones with a mapping."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from generator.nearest import did_you_mean
from generator.records import KINDS, Kind
from generator.records.columns import Column
from generator.tables.cells import Cell, tidy
from generator.tables.sheets import Sheet, Unreadable, place

ID = "Kennung"
PROJECT = "Modellprojekt"
HELP_SHEET, CHOICES_SHEET = "Hilfe", "Auswahl"
TABULAR = {folder: kind for folder, kind in KINDS.items() if folder != "vokabular"}
"""A vocabulary is a tree; everything else fits into rows."""


@dataclass(slots=True)
class Foreign:
    """What a mapping file says about a table that has headings of its own."""

    kind: str | None = None
    sheet: str | None = None
    heading_row: int = 1
    headings: Mapping[str, str] = field(default_factory=dict)
    """Foreign heading to the key or the heading of a field; an empty one is left out on purpose."""
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """By key of a field: foreign value to ours."""
    added: frozenset[str] = frozenset()
    """Keys of lists to which the table adds, where it would otherwise replace them."""


@dataclass(slots=True)
class Row:
    sheet: str
    number: int
    """As the spreadsheet counts."""
    cells: dict[str, tuple[str, Cell]]
    """By key of the field: the letter of the column and what stands there."""
    merged: str = ""


@dataclass(slots=True)
class Layout:
    kind: Kind
    columns: dict[str, Column]
    headings: dict[str, str]
    """By key: the heading in the table, for messages."""
    rows: list[Row]


def heading_of(column: Column) -> str:
    return column.title


_MAPPING = ("art", "blatt", "kopfzeile", "spalten", "werte", "ergaenzen")


def read_mapping(file: Path) -> Foreign:
    try:
        said = yaml.safe_load(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Unreadable(f"Die Zuordnung {file} lässt sich nicht lesen ({type(error).__name__}).") from None
    if not isinstance(said, dict) or not isinstance(said.get("spalten"), dict):
        raise Unreadable(f"In der Zuordnung {file} fehlt der Block „spalten“ mit Zeilen wie: Name der Maßnahme: titel")
    if strange := sorted(set(map(str, said)) - set(_MAPPING)):
        hint = did_you_mean(strange[0], _MAPPING)
        raise Unreadable(f"Die Zuordnung {file} nennt „{strange[0]}“.{hint} Möglich sind: {', '.join(_MAPPING)}.")
    try:
        return Foreign(
            kind=said.get("art"),
            sheet=said.get("blatt"),
            heading_row=max(int(said.get("kopfzeile") or 1), 1),
            headings={str(key): str(value or "") for key, value in said["spalten"].items()},
            values={str(key): {str(theirs): ours for theirs, ours in of.items()} for key, of in (said.get("werte") or {}).items()},
            added=frozenset(_names(said.get("ergaenzen"))),
        )
    except (TypeError, ValueError, AttributeError):
        raise Unreadable(f"Die Zuordnung {file} hat nicht die erwartete Form. Ein Beispiel steht unter „Halbjährlicher Import“.") from None


def _names(said: Any) -> list[str]:
    if not isinstance(said, list | None):
        raise TypeError
    return list(map(str, said or ()))


def kind_named(name: str) -> Kind | None:
    said = unicodedata.normalize("NFC", name).strip().casefold()  # macOS writes the name of a file with the dots of an umlaut apart
    return next((kind for folder, kind in TABULAR.items() if said in (folder, kind.many.casefold())), None)


def understand(sheet: Sheet, kind: Kind, columns: tuple[Column, ...], foreign: Foreign) -> tuple[Layout | None, list[str]]:
    """The layout of a sheet and what is to be said about its headings. Without a usable heading there is no layout."""
    at = foreign.heading_row
    where = f"Blatt „{sheet.name}“, Zeile {at}"
    if len(sheet.rows) < at or not any(tidy(cell) for cell in sheet.rows[at - 1]):
        return None, [f"{where}: Hier wird die Zeile mit den Überschriften erwartet, sie ist leer."]
    if at in sheet.merged:
        return None, [f"{where}: Die Überschriften enthalten verbundene Zellen ({sheet.merged[at]}). Heben Sie die Verbindung auf."]
    strange = sorted((foreign.values.keys() | foreign.added) - {column.key for column in columns})
    if strange:
        hint = did_you_mean(strange[0], (column.key for column in columns))
        return None, [f"{where}: Die Zuordnung nennt unter „werte“ oder „ergaenzen“ das Feld „{strange[0]}“, das es nicht gibt.{hint}"]
    keys, said = _keys(sheet, kind, columns, foreign, where)
    if said and any("zweimal" in line for line in said):
        return None, said
    found = set(keys.values())
    if not found & ({ID, "titel"}):
        names = f"„{ID}“ oder „{columns[0].title}“"
        return None, [
            *said,
            f"{where}: Es fehlt eine Spalte {names}, ohne die keine Zeile zu einem Datensatz findet. Das Blatt wird nicht eingelesen.",
        ]
    headings = {key: tidy(sheet.rows[at - 1][index]) for index, key in keys.items()}
    by_key = {column.key: column for column in columns if column.key in found}
    return Layout(kind, by_key, headings, list(_rows(sheet, at, keys))), said


def _keys(sheet: Sheet, kind: Kind, columns: tuple[Column, ...], foreign: Foreign, where: str) -> tuple[dict[int, str], list[str]]:
    names = {ID: ID, **({PROJECT: PROJECT} if kind.by_project else {})}
    names |= {column.key: column.key for column in columns} | {column.title: column.key for column in columns}
    titles = [ID, *([PROJECT] if kind.by_project else []), *(column.title for column in columns)]
    folded = {name.casefold(): key for name, key in names.items()}
    keys: dict[int, str] = {}
    said: list[str] = []
    for index, cell in enumerate(sheet.rows[foreign.heading_row - 1]):
        heading = " ".join(tidy(cell).split()).rstrip("* ")
        here = f"{where}, Spalte {place(index)}"
        if not heading:
            if any(index < len(row) and tidy(row[index]) for row in sheet.rows[foreign.heading_row :]):
                said.append(f"{here}: Die Überschrift fehlt. Die Spalte wird nicht übernommen.")
            continue
        wanted = foreign.headings.get(heading, "" if foreign.headings else heading)
        key = folded.get(wanted.casefold())
        if key is None:
            if heading not in foreign.headings:
                said.append(
                    f"{here}: Die Überschrift „{heading}“ ist nicht bekannt.{did_you_mean(heading, titles)} Die Spalte wird nicht übernommen."
                )
            elif wanted:
                said.append(f"{here}: Die Zuordnung nennt das Feld „{wanted}“, das es nicht gibt.{did_you_mean(wanted, names)}")
        elif key in keys.values():
            said.append(f"{here}: Die Überschrift „{heading}“ steht zweimal da. Das Blatt wird nicht eingelesen.")
        else:
            keys[index] = key
    return keys, said


def _rows(sheet: Sheet, at: int, keys: dict[int, str]) -> Iterator[Row]:
    for number, cells in enumerate(sheet.rows[at:], at + 1):
        if any(tidy(cell).strip() for cell in cells):
            named = {key: (place(index), cells[index] if index < len(cells) else None) for index, key in keys.items()}
            yield Row(sheet.name, number, named, sheet.merged.get(number, ""))
