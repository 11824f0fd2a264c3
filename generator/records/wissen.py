"""What the programme learned: phases of the roadmap and recommendations. The body is prose."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.fields import Address, Body, Line, Month, Prose, Record, ResourceRef, SolutionRef, Sources, TermOf, Text, Whole


class Wissen(Record):
    titel: Line = Field(title="Titel", description="Worum es geht.", examples=["Ideenfindung"])
    art: Annotated[Text, TermOf("wissensarten")] = Field(
        title="Art", description="Phase des Fahrplans, Empfehlung oder Überblick.", examples=["phase"]
    )
    kurz: Prose = Field(title="Kurz gesagt", description="Die Aussage in ein bis drei Sätzen.")
    nummer: Whole | None = Field(None, ge=1, title="Nummer", description="Reihenfolge innerhalb der Art.")
    zielgruppe: Annotated[Text, TermOf("zielgruppen")] | None = Field(
        None, title="An wen", description="An wen sich die Empfehlung richtet."
    )
    thema: Line | None = Field(None, title="Thema", description="Themengruppe der Empfehlung.", examples=["Organisation"])
    herausforderung: Prose | None = Field(None, title="Herausforderung", description="Welche Schwierigkeit die Empfehlung beantwortet.")
    leitfragen: tuple[Prose, ...] = Field((), title="Leitfragen", description="Fragen, die in dieser Phase zu klären sind.")
    schritte: tuple[Prose, ...] = Field((), title="Schritte", description="Was zu tun ist.")
    werkzeuge: tuple[Line, ...] = Field((), title="Werkzeuge", description="Methoden und Hilfsmittel.")
    ressourcen: tuple[ResourceRef, ...] = Field(
        (), title="Passende Arbeitshilfen", description="Ressourcen, die in dieser Phase weiterhelfen, die wichtigste zuerst."
    )
    loesungen: tuple[SolutionRef, ...] = Field(
        (), title="Passende Lösungen", description="Lösungen, die man in dieser Phase brauchen oder an denen man sie studieren kann."
    )
    herausgeber: Line | None = Field(None, title="Herausgeber", description="Wer es herausgibt.")
    beteiligte: tuple[Line, ...] = Field((), title="Beteiligte", description="Wer daran gearbeitet hat.")
    beginn: Month | None = Field(None, title="Beginn", description="Beginn der Arbeit daran.")
    ende: Month | None = Field(None, title="Ende", description="Ende der Arbeit daran.")
    hinweis: Prose | None = Field(None, title="Hinweis", description="Was beim Lesen dieser Angaben zu beachten ist.")
    website: Address | None = Field(None, title="Website", description="Seite, auf der mehr steht.")
    quellen: Sources
    text: Body | None = Field(None, title="Text", description="Steht unter dem Kopf der Datei: alles Weitere.")
    geprueft: Month | None = Field(None, title="Geprüft", description="Monat der letzten Prüfung gegen die Quellen.")
    frueher: tuple[Line, ...] = Field((), title="Frühere Kennungen", description="Alte Kennungen; ihre Adressen leiten weiter.")
