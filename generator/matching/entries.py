"""Measures and solutions with exactly what the ranking looks at. What nobody knows is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from generator.catalogue import Catalogue, Statement
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.nachnutzung import TAKEN_OVER

_TOLD = ("voraussetzungen", "aufwand", "betrieb", "ergebnis", "erfahrungen")
_PROVEN_FIRST = ("verstetigt", "umgesetzt", "in-umsetzung", "geplant", "idee", "unbekannt", "eingestellt")


def entries(catalogue: Catalogue) -> list[dict[str, Any]]:
    """A measure that became a solution names it, so that the two are not offered as if they were two things."""
    solution_of = {measure: solution.id for solution in catalogue.loesungen.values() for measure in solution.massnahmen}
    communities = _communities(catalogue)
    records: list[Statement] = [*catalogue.loesungen.values(), *catalogue.massnahmen.values()]
    return [_entry(catalogue, record, solution_of.get(record.id), communities.get(record.file, [])) for record in records]


def _entry(catalogue: Catalogue, record: Statement, solution: str | None, communities: list[str]) -> dict[str, Any]:
    state = _stated(catalogue, record)
    entry = {
        "art": record.file.partition("/")[0],
        "id": record.id,
        "titel": record.titel,
        "kurz": record.kurz,
        "projekte": _projects(record),
        "felder": record.handlungsfelder,
        "technik": record.technologien,
        "ziele": getattr(record, "ziele", ()),
        "status": state.status if state else None,
        "datum": state.status_datum if state else None,
        "veraltet": bool(state and catalogue.veraltet(state)),
        "kosten": record.kosten_eur,
        "beschrieben": [name for name in _TOLD if getattr(record, name)] if isinstance(record, Massnahme) else (),
        "uebernommen": _adopters(catalogue, record),
        "gemeinschaften": communities,
        "schnell": getattr(record, "quick_win", None),
        "loesung": solution if isinstance(record, Massnahme) else None,
    }
    kept = {key: value for key, value in entry.items() if value not in (None, (), [], False)}
    code = _open(record)
    return kept if code is None else kept | {"offen": code}


def _projects(record: Statement) -> list[str]:
    return [record.id.partition("/")[0]] if isinstance(record, Massnahme) else list(record.modellprojekte)


def _stated(catalogue: Catalogue, record: Statement) -> Statement | None:
    """Whose state and date hold: its own, or for a solution that says none those of its furthest measure."""
    if record.status is not None or not isinstance(record, Loesung):
        return record
    measures = sorted((catalogue.massnahmen[key] for key in record.massnahmen), key=lambda measure: measure.id)
    return min(measures, key=lambda measure: (*_PROVEN_FIRST, measure.status).index(measure.status), default=None)


def _open(record: Statement) -> bool | None:
    """Published code counts as open where no source says otherwise."""
    if record.open_source is None and record.quellcode and record.quellcode.repository:
        return True
    return record.open_source


def _adopters(catalogue: Catalogue, record: Statement) -> list[str]:
    """Who took it over, from this record or from the measures a solution grew out of."""
    sources: Iterable[Statement] = (
        (record, *(catalogue.massnahmen[key] for key in record.massnahmen)) if isinstance(record, Loesung) else (record,)
    )
    return sorted({adoption.nach.name for source in sources for adoption in catalogue.gegeben(source) if adoption.art == TAKEN_OVER})


def _communities(catalogue: Catalogue) -> dict[str, list[str]]:
    """Titles of the communities that carry a solution together, also for the measures it grew out of."""
    found: dict[str, list[str]] = defaultdict(list)
    for solution in catalogue.loesungen.values():
        for community in catalogue.gemeinschaften_von(solution):
            for file in (solution.file, *(catalogue.massnahmen[key].file for key in solution.massnahmen)):
                if community.titel not in found[file]:
                    found[file].append(community.titel)
    return found
