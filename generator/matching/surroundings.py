"""What stands around the ranked measures: projects to compare with, resources, the roadmap's phases, and the names of terms."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.catalogue import Catalogue, kilometres
from generator.matching.places import places
from generator.records.modellprojekt import Koordinaten, Modellprojekt
from generator.records.ressource import Ressource
from generator.records.wissen import PHASE, Wissen

Data = dict[str, Any]
CITY = 100_000
AROUND_KM = 20
LARGEST_RURAL_DISTRICT = 300_000
"""Where a bigger district or region has towns enough that "ländlich" would be a guess."""
_NAMED = ("handlungsfelder", "technologien", "ziele", "status", "laender")


def surroundings(catalogue: Catalogue) -> Data:
    return {
        "stand": catalogue.stand,
        "begriffe": {name: {term.id: term.name for term in catalogue.begriffe[name].values()} for name in _NAMED},
        "kuerzel": {term.kuerzel: term.id for term in catalogue.begriffe["laender"].values()},
        "groessen": [_without_nothing(id=term.id, name=term.name, ab=term.ab, unter=term.unter) for term in _sizes(catalogue)],
        "projekte": [_project(project) for project in catalogue.modellprojekte.values()],
        "ressourcen": [_resource(catalogue, resource) for resource in catalogue.ressourcen.values()],
        "phasen": [_phase(lesson) for lesson in phases(catalogue)],
    }


def phases(catalogue: Catalogue) -> list[Wissen]:
    """The numbered phases of the roadmap in their order."""
    found = (lesson for lesson in catalogue.wissen.values() if lesson.art == PHASE and lesson.nummer)
    return sorted(found, key=lambda lesson: (lesson.nummer or 0, lesson.id))


def _sizes(catalogue: Catalogue) -> Any:
    return catalogue.begriffe["groessenklassen"].values()


def _project(project: Modellprojekt) -> Data:
    return _without_nothing(
        id=project.id,
        titel=project.titel,
        kommunen=project.kommunen,
        laender=project.laender,
        groesse=project.groessenklasse,
        einwohner=project.einwohner,
        breite=project.koordinaten.breite,
        laenge=project.koordinaten.laenge,
        orte=_sites(project),
        lage=setting(project),
        website=project.website,
    )


def setting(project: Modellprojekt) -> str | None:
    """Rural, or around a big city; nothing where neither is certain. For a reader's own place `places.js` asks the same, without knowing how large a district is."""
    small = project.groessenklasse in ("landgemeinde", "kleinstadt")
    district = project.groessenklasse == "kreis-region" and (project.einwohner or 0) < LARGEST_RURAL_DISTRICT
    if any(kilometres(project.koordinaten, city) <= AROUND_KM for city in _cities().values()):
        return "umland" if small or project.groessenklasse == "kleine-mittelstadt" else None
    return "laendlich" if small or district else None


def _sites(project: Modellprojekt) -> tuple[tuple[float, float], ...]:
    """Where its cities lie, for a project across states: one point cannot stand for Hamburg, Leipzig and München."""
    if len(project.laender) < 2 or not set(project.kommunen) <= _cities().keys():
        return ()
    return tuple((_cities()[name].breite, _cities()[name].laenge) for name in project.kommunen)


@cache
def _cities() -> dict[str, Koordinaten]:
    big = (place for place in places() if place.inhabitants >= CITY)
    return {place.name: Koordinaten(breite=place.latitude / 100, laenge=place.longitude / 100) for place in big}


def _resource(catalogue: Catalogue, resource: Ressource) -> Data:
    return _without_nothing(
        id=resource.id,
        titel=resource.titel,
        art=resource.art,
        artname=catalogue.begriff("ressourcenarten", resource.art).name,
        felder=resource.handlungsfelder,
        technik=resource.technologien,
    )


def _phase(lesson: Wissen) -> Data:
    return _without_nothing(
        id=lesson.id,
        nummer=lesson.nummer,
        titel=lesson.titel,
        kurz=lesson.kurz,
        leitfragen=lesson.leitfragen,
        schritte=lesson.schritte,
    )


def _without_nothing(**values: Any) -> Data:
    return {key: value for key, value in values.items() if value not in (None, ())}
