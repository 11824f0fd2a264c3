"""Starting points: proven ways to a typical task side by side, as far as the records know them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.records.fields import Record
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.modellprojekt import Modellprojekt
from generator.records.nachnutzung import TAKEN_OVER, Nachnutzung
from generator.records.vokabular import Begriff
from generator.records.wissen import STARTING_POINT, Beleg, Weg, Wissen
from generator.wording import first_sentence

_IN_USE = (TAKEN_OVER, "entwicklungsgemeinschaft")
"""An example followed or a test is not yet an adoption."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way, with what a reader compares. What the record does not say stays None; the page says so."""

    record: Massnahme | Loesung
    why: str
    projects: tuple[Modellprojekt, ...]
    stand: Massnahme | Loesung | None
    """The record whose state holds: the way itself, or else the first measure it grew from."""
    adoptions: tuple[Nachnutzung, ...]

    @property
    def unknown(self) -> list[str]:
        """What a reader compares and the record does not say, for one line instead of empty rows."""
        cost = self.record.kosten_hinweis or self.record.kosten_eur is not None
        asked = {"Aufwand": self.record.aufwand, "Kosten": cost, "Betrieb": self.record.betrieb}
        return [name for name, said in asked.items() if not said]

    @property
    def cost_known(self) -> bool:
        return "Kosten" not in self.unknown

    @property
    def takers(self) -> list[str]:
        return list(dict.fromkeys(adoption.nach.name for adoption in self.adoptions if adoption.art in _IN_USE))


def starting_points(catalogue: Catalogue, vocabulary: str = "", term: str = "") -> list[Wissen]:
    """All of them, or those under a term, in the order they are shown everywhere."""
    lessons = catalogue.mit("wissen", vocabulary, term) if term else catalogue.wissen.values()
    found = (lesson for lesson in lessons if lesson.art == STARTING_POINT)
    return sorted(found, key=lambda lesson: (lesson.nummer or 99, lesson.titel))


def symbol(catalogue: Catalogue, lesson: Wissen) -> Begriff | None:
    """The term whose symbol stands for the task: its technology, or else its field of action."""
    terms = [("technologien", term) for term in lesson.technologien] + [("handlungsfelder", term) for term in lesson.handlungsfelder]
    found = (catalogue.begriff(vocabulary, term) for vocabulary, term in terms)
    return next((term for term in found if term.symbol), None)


def doors(catalogue: Catalogue) -> list[tuple[Wissen, Begriff | None]]:
    """Every starting point with its symbol, for lists that lead to them."""
    return [(lesson, symbol(catalogue, lesson)) for lesson in starting_points(catalogue)]


def page(catalogue: Catalogue, lesson: Wissen) -> Page:
    others = [other for other in starting_points(catalogue) if other is not lesson]
    values = {
        "s": lesson,
        "wege": [_way(catalogue, way) for way in lesson.wege],
        "zuerst": list(_shown(catalogue, lesson.zuerst)),
        "fallstricke": list(_shown(catalogue, lesson.fallstricke)),
        "andere": others,
    }
    return Page(page_of(lesson), "einstieg", lesson.titel, first_sentence(lesson.kurz), values, lesson)


def _way(catalogue: Catalogue, way: Weg) -> Way:
    record: Massnahme | Loesung
    if way.massnahme:
        record = catalogue.massnahmen[way.massnahme]
        origins: tuple[Massnahme, ...] = (record,)
        projects = [catalogue.projekt(record)]
    else:
        record = catalogue.loesungen[way.loesung or ""]
        origins = tuple(catalogue.massnahmen[key] for key in record.massnahmen)
        projects = [catalogue.modellprojekte[key] for key in record.modellprojekte] or [catalogue.projekt(origin) for origin in origins]
    stand = record if record.status else next(iter(origins), None)
    adoptions = dict.fromkeys(adoption for source in (record, *origins) for adoption in catalogue.gegeben(source))
    return Way(record, way.warum, tuple(dict.fromkeys(projects)), stand, tuple(adoptions))


def _shown(catalogue: Catalogue, statements: tuple[Beleg, ...]) -> Iterator[tuple[str, Record]]:
    """Every statement with the record it was read in."""
    for said in statements:
        kinds = {"massnahmen": said.massnahme, "loesungen": said.loesung, "ressourcen": said.ressource, "wissen": said.wissen}
        yield said.text, next(catalogue.kinds()[kind][key] for kind, key in kinds.items() if key)
