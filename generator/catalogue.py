"""The linked, immutable whole. Everything after this reads only the catalogue, never a file."""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from generator.alike import UNSPECIFIC, Found, alike
from generator.problems import BadInput, Problem, errors
from generator.reading import Reading
from generator.records.fields import Record, Source
from generator.records.gemeinschaft import Gemeinschaft
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.modellprojekt import Koordinaten, Modellprojekt
from generator.records.nachnutzung import Nachnutzung
from generator.records.programm import Kennzahl
from generator.records.ressource import Ressource
from generator.records.strategie import Strategie
from generator.records.vokabular import Begriff, Vokabular
from generator.records.wissen import Wissen

MONTHS_UNTIL_OLD = 24
"""An open state older than this may long have changed."""

R = TypeVar("R", bound=Record)
Records = Mapping[str, R]
Statement = Massnahme | Loesung
_ABOUT = ("technologien", "handlungsfelder")
"""What two measures can have in common beyond their words."""


class Alike(NamedTuple):
    """A similar measure and why: what both texts speak of, and the fields and technologies both stand under."""

    measure: Massnahme
    words: tuple[str, ...]
    terms: tuple[Begriff, ...]


class Neighbour(NamedTuple):
    project: Modellprojekt
    kilometres: int


@dataclass(frozen=True)
class Catalogue:
    massnahmen: Records[Massnahme]
    loesungen: Records[Loesung]
    strategien: Records[Strategie]
    modellprojekte: Records[Modellprojekt]
    nachnutzungen: Records[Nachnutzung]
    gemeinschaften: Records[Gemeinschaft]
    ressourcen: Records[Ressource]
    wissen: Records[Wissen]
    programm: Records[Kennzahl]
    vokabular: Records[Vokabular[Any]]

    def kinds(self) -> Mapping[str, Records[Any]]:
        """Every kind of record by the name of its folder."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    def umgezogen(self) -> Iterator[tuple[str, str, Record]]:
        """Every former id with its kind and the record that bore it."""
        for kind, records in self.kinds().items():
            for record in records.values():
                for old in getattr(record, "frueher", ()):
                    yield kind, old, record

    # --- terms -----------------------------------------------------------------------------------------------------

    @cached_property
    def begriffe(self) -> Mapping[str, Mapping[str, Any]]:
        """The terms of every vocabulary by id, in the order they are shown."""
        return {name: {term.id: term for term in vocabulary.begriffe} for name, vocabulary in self.vokabular.items()}

    def begriff(self, vocabulary: str, term: str) -> Any:
        return self.begriffe[vocabulary][term]

    @property
    def suchbeispiele(self) -> list[str]:
        """Searches that an editor suggests, if somebody chose any."""
        return [example.name for example in self.begriffe.get("beispielsuchen", {}).values()]

    @cached_property
    def _by_term(self) -> Mapping[tuple[str, str, str], tuple[Any, ...]]:
        index: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
        for kind, records in self.kinds().items():
            for record in records.values():
                for vocabulary, terms in self._terms_of(record):
                    for term in dict.fromkeys(terms):
                        index[kind, vocabulary, term].append(record)
        return {key: tuple(records) for key, records in index.items()}

    def _terms_of(self, record: Record) -> Iterable[tuple[str, Iterable[str]]]:
        """The terms a record stands under; a measure stands under those of its project too."""
        for vocabulary in ("handlungsfelder", "technologien", "ziele", "laender"):
            yield vocabulary, getattr(record, vocabulary, ())
        if status := getattr(record, "status", None):
            yield "status", (status,)
        if isinstance(record, Massnahme):
            project = self.projekt(record)
            yield "laender", project.laender
            yield "staffeln", (project.staffel,)
            yield "groessenklassen", (project.groessenklasse,)
        elif isinstance(record, Modellprojekt):
            yield "staffeln", (record.staffel,)
            yield "groessenklassen", (record.groessenklasse,)

    def mit(self, kind: str, vocabulary: str, term: str) -> tuple[Any, ...]:
        """The records of a kind that stand under a term."""
        return self._by_term.get((kind, vocabulary, term), ())

    # --- projects and measures ---------------------------------------------------------------------------------------

    def projekt(self, record: Massnahme | Strategie) -> Modellprojekt:
        return self.modellprojekte[record.id.split("/")[0]]

    def massnahmen_von(self, project: Modellprojekt) -> tuple[Massnahme, ...]:
        return self._measures_by_project.get(project.id, ())

    @cached_property
    def _measures_by_project(self) -> Mapping[str, tuple[Massnahme, ...]]:
        return _grouped(self.massnahmen.values(), lambda measure: (measure.id.split("/")[0],))

    def loesungen_von(self, record: Massnahme | Modellprojekt) -> tuple[Loesung, ...]:
        return self._solutions_by_origin.get(record.file, ())

    @cached_property
    def _solutions_by_origin(self) -> Mapping[str, tuple[Loesung, ...]]:
        def origins(solution: Loesung) -> Iterable[str]:
            yield from (self.massnahmen[key].file for key in solution.massnahmen)
            yield from (self.modellprojekte[key].file for key in solution.modellprojekte)

        return _grouped(self.loesungen.values(), origins)

    def gemeinschaften_von(self, record: Modellprojekt | Loesung) -> tuple[Gemeinschaft, ...]:
        return self._communities_by_member.get(record.file, ())

    @cached_property
    def _communities_by_member(self) -> Mapping[str, tuple[Gemeinschaft, ...]]:
        def members(community: Gemeinschaft) -> Iterable[str]:
            yield from (self.modellprojekte[party.modellprojekt].file for party in community.mitglieder if party.modellprojekt)
            yield from (self.loesungen[key].file for key in community.loesungen)

        return _grouped(self.gemeinschaften.values(), members)

    def nachbarn(self, project: Modellprojekt, count: int = 4) -> tuple[Neighbour, ...]:
        """The nearest other projects as the crow flies, looked for outwards from the same latitude until none can be nearer."""
        row, here = self._from_south_to_north, project.koordinaten
        place = bisect_left(row, _latitude(project), key=_latitude)
        south, north = (row[index] for index in range(place - 1, -1, -1)), (row[index] for index in range(place + 1, len(row)))
        found: list[Neighbour] = []
        for other in merge(south, north, key=lambda other: abs(other.koordinaten.breite - here.breite)):
            if len(found) >= count and abs(other.koordinaten.breite - here.breite) * _KM_PER_DEGREE > found[count - 1].kilometres + 1:
                break
            insort(found, Neighbour(other, kilometres(here, other.koordinaten)), key=lambda near: (near.kilometres, near.project.id))
        return tuple(found[:count])

    @cached_property
    def _from_south_to_north(self) -> Sequence[Modellprojekt]:
        return sorted(self.modellprojekte.values(), key=_latitude)

    # --- adoption, both ways -----------------------------------------------------------------------------------------

    @cached_property
    def _given(self) -> Mapping[str, tuple[Nachnutzung, ...]]:
        return _grouped(self.nachnutzungen.values(), lambda adoption: self._touched(adoption, adoption.von, with_solution=True))

    @cached_property
    def _taken(self) -> Mapping[str, tuple[Nachnutzung, ...]]:
        return _grouped(self.nachnutzungen.values(), lambda adoption: self._touched(adoption, adoption.nach, with_solution=False))

    def _touched(self, adoption: Nachnutzung, side: Any, with_solution: bool) -> Iterable[str]:
        if side.massnahme:
            yield self.massnahmen[side.massnahme].file
        if side.modellprojekt:
            yield self.modellprojekte[side.modellprojekt].file
        if with_solution and adoption.loesung:
            yield self.loesungen[adoption.loesung].file

    def gegeben(self, record: Record) -> tuple[Nachnutzung, ...]:
        """Who took it over from here."""
        return self._given.get(record.file, ())

    def genommen(self, record: Record) -> tuple[Nachnutzung, ...]:
        """What was taken over to here."""
        return self._taken.get(record.file, ())

    # --- state and age -----------------------------------------------------------------------------------------------

    @cached_property
    def stand(self) -> str:
        """The newest date any record knows. The site is as old as its data, whatever the clock says."""
        return max((source.stand for source in self._sources() if source.stand), default="")

    def _sources(self) -> Iterable[Source]:
        for records in self.kinds().values():
            for record in records.values():
                yield from getattr(record, "quellen", ())

    def veraltet(self, record: Statement) -> bool:
        """An open state whose date is long past (or unknown) may have changed since."""
        if record.status is None or not self.begriff("status", record.status).offen:
            return False
        return record.status_datum is None or _months(self.stand) - _months(record.status_datum) > MONTHS_UNTIL_OLD

    # --- similar measures --------------------------------------------------------------------------------------------

    def aehnliche(self, measure: Massnahme) -> tuple[Alike, ...]:
        return tuple(self._because(measure, self.massnahmen[near.id], near.words) for near in self.nearest[measure.id])

    @cached_property
    def nearest(self) -> Mapping[str, tuple[Found, ...]]:
        """Which measures say something similar, how much and in which words."""
        places = {project.id: " ".join((project.titel, *project.kommunen)) for project in self.modellprojekte.values()}
        terms = [term.name for vocabulary in _ABOUT for term in self.begriffe[vocabulary].values()]
        spellings = [word for vocabulary in self.begriffe.values() for term in vocabulary.values() for word in (term.name, *term.synonyme)]
        return alike(self.massnahmen, places, terms, spellings)

    def _because(self, measure: Massnahme, other: Massnahme, words: tuple[str, ...]) -> Alike:
        """The reason: words that the terms do not say already, and the terms."""
        terms = self._terms_of_both(measure, other)
        said = {word for term in terms for word in term.name.split()}
        return Alike(other, tuple(word for word in words if word not in said), terms)

    def _terms_of_both(self, measure: Massnahme, other: Massnahme) -> tuple[Begriff, ...]:
        return tuple(
            self.begriff(vocabulary, term)
            for vocabulary in _ABOUT
            for term in getattr(measure, vocabulary)
            if term in getattr(other, vocabulary) and term != UNSPECIFIC
        )


def _grouped(records: Iterable[R], keys: Callable[[R], Iterable[str]]) -> Mapping[str, tuple[R, ...]]:
    groups: dict[str, list[R]] = defaultdict(list)
    for record in records:
        for key in dict.fromkeys(keys(record)):
            groups[key].append(record)
    return {key: tuple(found) for key, found in groups.items()}


def _latitude(project: Modellprojekt) -> tuple[float, str]:
    return project.koordinaten.breite, project.id


def _months(day: str) -> int:
    """Months since the year 0; a bare year counts as its end, so that nothing is called old too early."""
    return int(day[:4]) * 12 + (int(day[5:7]) if len(day) >= 7 else 12)


_EARTH_KM = 6371
_KM_PER_DEGREE = math.radians(1) * _EARTH_KM


def kilometres(here: Koordinaten, there: Koordinaten) -> int:
    """As the crow flies."""
    lat1, lon1, lat2, lon2 = (math.radians(angle) for place in (here, there) for angle in (place.breite, place.laenge))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return round(2 * _EARTH_KM * math.asin(math.sqrt(half)))


def link(reading: Reading, problems: list[Problem]) -> Catalogue:
    """The catalogue of a reading without errors; with errors there is none."""
    if errors(problems):
        raise BadInput(problems)
    records: dict[str, dict[str, Any]] = {name: {} for name in Catalogue.__dataclass_fields__}
    for entry in reading.entries:
        if entry.record is not None:
            records[entry.kind.folder][entry.id] = entry.record
    return Catalogue(**{name: MappingProxyType(found) for name, found in records.items()})
