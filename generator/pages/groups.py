"""Measures in groups: by their state, what is proven in practice first, or by their field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.records.massnahme import Massnahme

_GROUPS = {
    "Umgesetzt oder dauerhaft in Betrieb": ("verstetigt", "umgesetzt"),
    "In Umsetzung": ("in-umsetzung",),
    "Geplant oder als Idee beschrieben": ("geplant", "idee"),
    "Eingestellt": ("eingestellt",),
    "Stand nicht bekannt": ("unbekannt",),
}


class Group(NamedTuple):
    anchor: str
    title: str
    measures: list[Massnahme]


def by_field(catalogue: Catalogue, measures: Iterable[Massnahme]) -> list[Group]:
    """Under the field each serves first, so that none stands twice."""
    measures = sorted(measures, key=lambda measure: measure.titel)
    groups = (
        Group(f"feld-{key}", field.name, [m for m in measures if m.handlungsfelder[0] == key])
        for key, field in catalogue.begriffe["handlungsfelder"].items()
    )
    return [group for group in groups if group.measures]


def by_state(measures: Iterable[Massnahme]) -> list[Group]:
    measures = sorted(measures, key=lambda measure: measure.status_datum or "", reverse=True)
    groups = (Group(f"stand-{states[0]}", title, [m for m in measures if m.status in states]) for title, states in _GROUPS.items())
    return [group for group in groups if group.measures]
