"""What others took over most often, and what the programme counts beside what is documented here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from generator.catalogue import Catalogue
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.nachnutzung import TAKEN_OVER, Beteiligte, Nachnutzung
from generator.records.programm import Kennzahl

COUNTED_BY_THE_PROGRAMME = "Transfer"


class Taken(NamedTuple):
    """Something that went from one municipality to others, with every documented case."""

    name: str
    subject: Loesung | Massnahme | None
    cases: tuple[Nachnutzung, ...]

    def of_kind(self, kind: str) -> tuple[Nachnutzung, ...]:
        return tuple(case for case in self.cases if case.art == kind)

    @property
    def among_themselves(self) -> int:
        """Adoptions between municipalities that are one model project together."""
        return sum(
            case.von.modellprojekt is not None and case.von.modellprojekt == case.nach.modellprojekt for case in self.of_kind(TAKEN_OVER)
        )

    @property
    def takers(self) -> tuple[Beteiligte, ...]:
        return tuple(case.nach for case in self.of_kind(TAKEN_OVER))


def ranking(catalogue: Catalogue) -> list[Taken]:
    """By the number of documented adoptions, then of other ties. What only others developed together comes last."""
    cases: dict[str, list[Nachnutzung]] = defaultdict(list)
    for adoption in catalogue.nachnutzungen.values():
        cases[adoption.loesung or adoption.titel].append(adoption)
    found = [_taken(catalogue, sorted(group, key=lambda case: (case.nach.name, case.id))) for group in cases.values()]
    return sorted(found, key=lambda taken: (-len(taken.takers), -len(taken.cases), taken.name))


def _taken(catalogue: Catalogue, cases: list[Nachnutzung]) -> Taken:
    if solution := cases[0].loesung:
        return Taken(catalogue.loesungen[solution].titel, catalogue.loesungen[solution], tuple(cases))
    origins = {case.von.massnahme for case in cases}
    origin = origins.pop() if len(origins) == 1 else None
    return Taken(cases[0].titel, catalogue.massnahmen[origin] if origin else None, tuple(cases))


def counted(catalogue: Catalogue) -> list[Kennzahl]:
    """What the programme says about transfer, the newest first."""
    figures: Iterable[Kennzahl] = (figure for figure in catalogue.programm.values() if figure.gruppe == COUNTED_BY_THE_PROGRAMME)
    return sorted(figures, key=lambda figure: (figure.stand, figure.id), reverse=True)
