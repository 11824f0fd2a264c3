"""Measures as lists show them, in groups: by their state, what is proven in practice first, or by their field."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from generator.addresses import page_for
from generator.catalogue import Catalogue
from generator.records.massnahme import Massnahme

_GROUPS = {
    "Umgesetzt oder dauerhaft in Betrieb": ("verstetigt", "umgesetzt"),
    "In Umsetzung": ("in-umsetzung",),
    "Geplant oder als Idee beschrieben": ("geplant", "idee"),
    "Eingestellt": ("eingestellt",),
    "Stand nicht bekannt": ("unbekannt",),
}


class Entry(NamedTuple):
    """A measure in a list. What else it says is not the list's business, whose page stays when only that changes."""

    page: str
    titel: str
    ort: str
    status: str
    status_datum: str | None


class Group(NamedTuple):
    anchor: str
    title: str
    measures: tuple[Entry, ...]


def entries(catalogue: Catalogue, measures: Iterable[Massnahme]) -> tuple[Entry, ...]:
    return tuple(_entry(m.id, m.titel, catalogue.projekt(m).titel, m.status, m.status_datum) for m in measures)


@cache
def _entry(record_id: str, *said: Any) -> Entry:
    """One for all the lists a measure stands in."""
    return Entry(page_for("massnahmen", record_id), *said)


def by_field(catalogue: Catalogue, measures: Iterable[Massnahme]) -> list[Group]:
    """Under the field each serves first, so that none stands twice."""
    measures = sorted(measures, key=lambda measure: measure.titel)
    groups = (
        Group(f"feld-{key}", field.name, entries(catalogue, (m for m in measures if m.handlungsfelder[0] == key)))
        for key, field in catalogue.begriffe["handlungsfelder"].items()
    )
    return [group for group in groups if group.measures]


def by_state(catalogue: Catalogue, measures: Iterable[Massnahme]) -> list[Group]:
    listed = entries(catalogue, sorted(measures, key=lambda measure: measure.status_datum or "", reverse=True))
    groups = (Group(f"stand-{states[0]}", title, tuple(m for m in listed if m.status in states)) for title, states in _GROUPS.items())
    return [group for group in groups if group.measures]
