"""A figure of the programme, or a series of figures, always with source and date."""

from __future__ import annotations

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.records.fields import Day, Line, Number, Part, Prose, Record, Sources, Whole


class Wert(Part):
    name: Line = Field(title="Bezeichnung", description="Wofür dieser Wert steht.", examples=["1. Halbjahr 2021"])
    wert: Number = Field(title="Wert", description="Die Zahl.", examples=[2444])
    zusatz: Line | None = Field(
        None, title="Zusatz", description="Einschränkung oder Erläuterung zu diesem Wert.", examples=["von 10 Modellprojekten"]
    )
    stand: Day | None = Field(None, title="Stand", description="Datum, wenn dieser Wert ein anderes hat als die Reihe.")


class Kennzahl(Record):
    model_config = ConfigDict(json_schema_extra={"oneOf": [{"required": ["wert"]}, {"required": ["reihe"]}]})

    titel: Line = Field(title="Kennzahl", description="Was gezählt oder gemessen wurde.", examples=["Modellprojekte"])
    gruppe: Line = Field(title="Gruppe", description="Überschrift, unter der die Kennzahl auf der Seite steht.", examples=["Eckdaten"])
    nummer: Whole | None = Field(None, ge=1, title="Nummer", description="Reihenfolge innerhalb der Gruppe.")
    erklaerung: Prose | None = Field(None, title="Erklärung", description="Was die Zahl bedeutet und was nicht.")
    einheit: Line | None = Field(None, title="Einheit", description="Einheit der Zahl.", examples=["Mio. Euro"])
    wert: Number | None = Field(None, title="Wert", description="Die Zahl, wenn es eine einzelne ist.", examples=[73])
    zusatz: Line | None = Field(None, title="Zusatz", description="Einschränkung zur Zahl.", examples=["über 650"])
    reihe: tuple[Wert, ...] = Field((), title="Reihe", description="Die Zahlen, wenn es mehrere sind, in sinnvoller Reihenfolge.")
    stand: Day = Field(title="Stand", description="Datum, zu dem die Zahl galt.", examples=["2024-12"])
    quellen: Sources

    @model_validator(mode="after")
    def _one_number_or_many(self) -> Kennzahl:
        if (self.wert is None) == (not self.reihe):
            raise PydanticCustomError("wert", "Eine Kennzahl braucht entweder einen Wert (wert) oder eine Reihe (reihe), nicht beides.")
        return self
