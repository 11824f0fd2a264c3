"""Measures, projects, strategies and solutions as tables for people with a spreadsheet: CSV and Excel, names instead of ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.exports.words import said, titles
from generator.exports.workbook import workbook
from generator.files import SiteFile
from generator.publication import Publication
from generator.records import KINDS
from generator.records.fields import Record
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.tables.cells import Value, guarded
from generator.tables.saving import as_csv

TABLES = ("massnahmen", "modellprojekte", "strategien", "loesungen")
_LEFT_OUT = {"frueher", "status_stand"}
"""Housekeeping, and a field that the date of the state replaces."""


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    title: str
    head: list[str]
    rows: list[list[Value]]


def files(catalogue: Catalogue, publication: Publication) -> Iterator[SiteFile]:
    for name in TABLES:
        table = tabled(name, catalogue, publication)
        yield SiteFile(f"daten/{name}.csv", as_csv(chain([table.head], (map(guarded, row) for row in table.rows))))
        yield SiteFile(f"daten/{name}.xlsx", workbook(table.title, table.head, table.rows, catalogue.stand, publication.name))


def tabled(name: str, catalogue: Catalogue, publication: Publication) -> Table:
    kind = KINDS[name]
    columns = [(place, title) for place, title in titles(kind.model) if place[0] not in _LEFT_OUT]
    rows: list[list[Value]] = []
    for record in catalogue.kinds()[name].values():
        known = {entry.place: entry.values for entry in said(record, catalogue)}
        extra = _about(record, catalogue, publication)
        rows.append([*extra.values(), *(_cell(record, place, known.get(place)) for place, _ in columns)])
    head = list(_about_heads(name))
    return Table(name, kind.many, [*head, *(title for _, title in columns)], rows)


def _about_heads(name: str) -> tuple[str, ...]:
    project = ("Modellprojekt", "Land", "Größenklasse der Kommune", "Förderstaffel") if name in ("massnahmen", "strategien") else ()
    state = ("Datum des Status", "Möglicherweise veraltet") if name in ("massnahmen", "loesungen") else ()
    return ("Kennung", "Seite", *project, *state)


def _about(record: Record, catalogue: Catalogue, publication: Publication) -> dict[str, Value]:
    """What stands before the fields: where the record is, whose it is, and how old its state."""
    name = record.file.partition("/")[0]
    cells: list[Value] = [record.id, publication.url(address_of(record) or "")]
    if name in ("massnahmen", "strategien"):
        project = catalogue.projekt(record)  # type: ignore[arg-type]
        cells += [
            project.titel,
            ", ".join(catalogue.begriff("laender", term).name for term in project.laender),
            catalogue.begriff("groessenklassen", project.groessenklasse).name,
            catalogue.begriff("staffeln", project.staffel).name,
        ]
    if isinstance(record, (Massnahme, Loesung)):
        cells += [record.status_datum, "ja" if catalogue.veraltet(record) else "nein"]
    return dict(zip(_about_heads(name), cells, strict=True))


def _cell(record: Record, place: tuple[str, ...], values: list[str] | None) -> Value:
    if not values:
        return None
    value: object = record
    for step in place:
        value = getattr(value, step)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value
    return ("\n" if place[0] in ("quellen", "voraussetzungen", "erfahrungen") else "; ").join(values)
