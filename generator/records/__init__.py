"""What a record is: one module per kind, and here the list of kinds."""

from __future__ import annotations

from dataclasses import dataclass

from generator.records.fields import Record
from generator.records.gemeinschaft import Gemeinschaft
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.modellprojekt import Modellprojekt
from generator.records.nachnutzung import Nachnutzung
from generator.records.programm import Kennzahl
from generator.records.ressource import Ressource
from generator.records.strategie import Strategie
from generator.records.vokabular import VOCABULARIES
from generator.records.wissen import Wissen


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its folder, its model and what it is called."""

    folder: str
    model: type[Record]
    one: str
    many: str
    suffix: str = ".yml"
    by_project: bool = False
    """Its files lie in one folder per model project, and the project is part of the id."""

    def model_of(self, record_id: str) -> type[Record] | None:
        """The model of one record: vocabularies have one each, so an unknown vocabulary has none."""
        return VOCABULARIES.get(record_id) if self.folder == "vokabular" else self.model


KINDS: dict[str, Kind] = {
    kind.folder: kind
    for kind in (
        Kind("massnahmen", Massnahme, "Maßnahme", "Maßnahmen", by_project=True),
        Kind("loesungen", Loesung, "Lösung", "Lösungen", suffix=".md"),
        Kind("strategien", Strategie, "Strategie", "Strategien"),
        Kind("modellprojekte", Modellprojekt, "Modellprojekt", "Modellprojekte"),
        Kind("nachnutzungen", Nachnutzung, "Nachnutzung", "Nachnutzungen"),
        Kind("gemeinschaften", Gemeinschaft, "Gemeinschaft", "Gemeinschaften"),
        Kind("ressourcen", Ressource, "Ressource", "Ressourcen"),
        Kind("wissen", Wissen, "Wissensseite", "Wissen", suffix=".md"),
        Kind("programm", Kennzahl, "Kennzahl", "Kennzahlen"),
        Kind("vokabular", Record, "Vokabular", "Vokabulare"),
    )
}
"""Every kind, by the name of its folder under the records folder."""
