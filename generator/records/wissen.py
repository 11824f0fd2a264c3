"""What the programme learned: phases of the roadmap, recommendations, and starting points for typical tasks. The body is prose."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.records.fields import (
    Address,
    Body,
    FieldTerm,
    Line,
    MeasureRef,
    Month,
    Part,
    Prose,
    Record,
    RefTo,
    ResourceRef,
    SolutionRef,
    Sources,
    TechnologyTerm,
    TermOf,
    Text,
    Whole,
)

PHASE = "phase"
STARTING_POINT = "einstieg"
"""The kind of lesson that compares proven ways to one typical task."""


class Weg(Part):
    """One proven way to a task: a measure, or a solution made of measures."""

    massnahme: MeasureRef | None = Field(None, title="Maßnahme", description="Kennung der Maßnahme.", examples=["zwoenitz/erzmobil"])
    loesung: SolutionRef | None = Field(None, title="Lösung", description="Kennung der Lösung, wenn es eine ist.", examples=["hal-plan"])
    warum: Prose = Field(title="Warum", description="Ein Satz: Für wen dieser Weg der passende ist.")


class Beleg(Part):
    """A statement and the record it was read in, so that a reader can check it there."""

    text: Prose = Field(title="Aussage", description="Was zu tun oder zu vermeiden ist, in ein bis drei Sätzen.")
    massnahme: MeasureRef | None = Field(None, title="Maßnahme", description="Kennung der Maßnahme, bei der das zu sehen war.")
    loesung: SolutionRef | None = Field(None, title="Lösung", description="Kennung der Lösung, bei der das zu sehen war.")
    ressource: ResourceRef | None = Field(
        None, title="Veröffentlichung", description="Kennung der Studie oder Arbeitshilfe, in der das steht."
    )
    wissen: Annotated[Text, RefTo("wissen")] | None = Field(
        None, title="Wissensseite", description="Kennung der Phase oder Empfehlung, in der das steht."
    )


def _names_one(part: Weg | Beleg) -> Weg | Beleg:
    *most, last = names = [name for name in type(part).model_fields if name not in ("text", "warum")]
    if sum(getattr(part, name) is not None for name in names) != 1:
        raise PydanticCustomError(
            "eintrag", "Ein Eintrag hier nennt genau einen Datensatz: {names}.", {"names": f"{', '.join(most)} oder {last}"}
        )
    return part


Wege = tuple[Annotated[Weg, AfterValidator(_names_one)], ...]
Belege = tuple[Annotated[Beleg, AfterValidator(_names_one)], ...]


class Wissen(Record):
    titel: Line = Field(title="Titel", description="Worum es geht.", examples=["Ideenfindung"])
    art: Annotated[Text, TermOf("wissensarten")] = Field(
        title="Art", description="Phase des Fahrplans, Empfehlung, Überblick oder Einstieg.", examples=["phase"]
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
        (), title="Passende Arbeitshilfen", description="Studien und Arbeitshilfen, die hier weiterhelfen, die wichtigste zuerst."
    )
    loesungen: tuple[SolutionRef, ...] = Field(
        (), title="Passende Lösungen", description="Lösungen, die man in dieser Phase brauchen oder an denen man sie studieren kann."
    )
    handlungsfelder: tuple[FieldTerm, ...] = Field(
        (), max_length=4, title="Handlungsfelder", description="Handlungsfelder, auf deren Seiten der Einstieg verlinkt wird."
    )
    technologien: tuple[TechnologyTerm, ...] = Field(
        (), max_length=4, title="Technologien", description="Technologien, auf deren Seiten der Einstieg verlinkt wird."
    )
    wege: Wege = Field(
        (),
        min_length=3,
        max_length=6,
        title="Wege",
        description="Drei bis sechs Wege zu dieser Aufgabe, möglichst erprobte und verschiedene.",
    )
    zuerst: Belege = Field(
        (), min_length=1, max_length=6, title="Was Sie zuerst tun", description="Erste Schritte in ihrer Reihenfolge, jeder mit Beleg."
    )
    fallstricke: Belege = Field(
        (), min_length=1, max_length=8, title="Fallstricke", description="Was andernorts schiefging oder hakte, jeweils mit Beleg."
    )
    gemeinschaften: tuple[Annotated[Text, RefTo("gemeinschaften")], ...] = Field(
        (), max_length=4, title="Gemeinschaften", description="Kennungen von Gruppen, denen man sich anschließen oder die man fragen kann."
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
