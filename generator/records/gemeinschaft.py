"""A working group, development partnership or community of users."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.fields import (
    Address,
    FieldTerm,
    Line,
    Month,
    Party,
    Prose,
    Record,
    SolutionRef,
    Sources,
    TechnologyTerm,
    TermOf,
    Text,
    Whole,
)


class Gemeinschaft(Record):
    titel: Line = Field(title="Name", description="Name der Gemeinschaft.")
    art: Annotated[Text, TermOf("gemeinschaftsarten")] = Field(
        title="Art", description="Art der Zusammenarbeit.", examples=["entwicklungspartnerschaft"]
    )
    kurz: Prose = Field(title="Kurz gesagt", description="Was sie tut und für wen sie da ist.")
    mitglieder: tuple[Party, ...] = Field((), title="Mitglieder", description="Nur, wen eine Quelle nennt.")
    mitglieder_anzahl: Whole | None = Field(None, gt=0, title="Zahl der Mitglieder", description="Wenn eine Quelle sie nennt.")
    mitglieder_hinweis: Prose | None = Field(
        None, title="Hinweis zu den Mitgliedern", description="Was über die Mitglieder nicht bekannt ist."
    )
    loesungen: tuple[SolutionRef, ...] = Field((), title="Lösungen", description="Lösungen, um die es geht.")
    handlungsfelder: tuple[FieldTerm, ...] = Field((), title="Handlungsfelder", description="Handlungsfelder, um die es geht.")
    technologien: tuple[TechnologyTerm, ...] = Field((), title="Technologien", description="Technologien, um die es geht.")
    themen: tuple[Line, ...] = Field((), title="Genannte Themen", description="Themen, wie die Quelle sie nennt.")
    gegruendet: Month | None = Field(None, title="Gegründet", description="Jahr oder Monat der Gründung.")
    ergebnisse: tuple[Prose, ...] = Field((), title="Ergebnisse", description="Was sie bisher erreicht hat.")
    website: Address | None = Field(None, title="Website", description="Seite der Gemeinschaft.")
    quellen: Sources
    geprueft: Month | None = Field(None, title="Geprüft", description="Monat der letzten Prüfung gegen die Quellen.")
    frueher: tuple[Line, ...] = Field((), title="Frühere Kennungen", description="Alte Kennungen; ihre Adressen leiten weiter.")
