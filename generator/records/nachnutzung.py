"""One municipality took something over from another, was inspired by it, or develops it together with it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.fields import Line, MeasureRef, Month, Party, Prose, Record, SolutionRef, Sources, TermOf, Text

TAKEN_OVER = "uebertragung"
"""The one way of handing on that counts as adoption. What is developed together, tested or merely an example is counted apart."""


class Beteiligte(Party):
    massnahme: MeasureRef | None = Field(
        None, title="Maßnahme", description="Kennung der Maßnahme, unter der sie dort geführt wird.", examples=["halle-saale/hal-plan"]
    )


class Nachnutzung(Record):
    titel: Line = Field(title="Was", description="Was weitergegeben oder gemeinsam entwickelt wurde.", examples=["HAL-Plan (Core-Modul)"])
    art: Annotated[Text, TermOf("nachnutzungsarten")] = Field(title="Art", description="Wie es weitergegeben wurde.", examples=[TAKEN_OVER])
    von: Beteiligte = Field(title="Von", description="Woher es kommt.")
    nach: Beteiligte = Field(title="Nach", description="Wohin es ging. Bei gemeinsamer Entwicklung: mit wem.")
    loesung: SolutionRef | None = Field(None, title="Lösung", description="Kennung der Lösung, wenn es eine ist.", examples=["hal-plan"])
    jahr: Month | None = Field(None, title="Wann", description="Jahr oder Monat der Übernahme.", examples=["2025"])
    hinweis: Prose | None = Field(None, title="Hinweis", description="Was genau übernommen wurde, Besonderheiten, Einschränkungen.")
    quellen: Sources
    geprueft: Month | None = Field(None, title="Geprüft", description="Monat der letzten Prüfung gegen die Quellen.")
