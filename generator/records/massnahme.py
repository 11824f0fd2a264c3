"""A measure: something a model project planned, built, runs or gave up."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.records.fields import (
    Address,
    Code,
    DayOrUnknown,
    FieldTerm,
    Line,
    Month,
    Prose,
    Record,
    Sources,
    StatusTerm,
    TechnologyTerm,
    TermOf,
    Text,
    Whole,
    YesNo,
    dated,
)


class Massnahme(Record):
    titel: Annotated[Text, StringConstraints(min_length=4, max_length=120)] = Field(
        title="Titel",
        description="Name der Maßnahme, der auch allein verständlich ist. Kein Ort, keine Jahreszahl.",
        examples=["ERZmobil – Bedarfsverkehr auf Abruf"],
    )
    kurz: Annotated[Text, StringConstraints(min_length=30, max_length=600)] = Field(
        title="Kurz gesagt",
        description="Ein bis drei Sätze in eigenen Worten: Was wird gebaut, für wen, wie funktioniert es?",
        examples=["Elektrische Kleinbusse fahren auf Bestellung zu festen Haltepunkten und schließen Ortsteile an Bahn und Bus an."],
    )
    herausforderung: Prose | None = Field(
        None, title="Herausforderung", description="Welche kommunale Aufgabe oder welches Problem die Maßnahme löst."
    )
    ergebnis: Prose | None = Field(None, title="Ergebnis", description="Gemessenes oder berichtetes Ergebnis, möglichst mit Zahlen.")
    erfahrungen: Prose | None = Field(None, title="Erfahrungen", description="Was andere wissen sollten, auch was nicht geklappt hat.")
    handlungsfelder: tuple[FieldTerm, ...] = Field(
        min_length=1,
        max_length=4,
        title="Handlungsfelder",
        description="Ein bis vier Handlungsfelder, das wichtigste zuerst.",
        examples=[["mobilitaet"]],
    )
    technologien: tuple[TechnologyTerm, ...] = Field(
        (),
        max_length=4,
        title="Technologien",
        description="Bis zu vier Technologien oder Formate, das wichtigste zuerst.",
        examples=[["app-portal"]],
    )
    ziele: tuple[Annotated[Text, TermOf("ziele")], ...] = Field(
        (), title="Ziele", description="Ziele der Kommunalpolitik, zu denen die Maßnahme erkennbar beiträgt.", examples=[["nahverkehr"]]
    )
    status: StatusTerm = Field(
        title="Status", description="Was die neueste Quelle über den Stand sagt. Im Zweifel unbekannt.", examples=["umgesetzt"]
    )
    status_stand: DayOrUnknown | None = Field(
        None,
        title="Stand des Status",
        description="Nur angeben, wenn der Status nicht das Datum der neuesten Quelle hat; unbekannt, wenn seine Quelle kein Datum trägt.",
        examples=["2024-06"],
    )
    quick_win: YesNo | None = Field(
        None, title="Schneller Erfolg", description="true, wenn eine Quelle die Maßnahme als Quick-Win bezeichnet."
    )
    beginn: Month | None = Field(None, title="Beginn", description="Jahr oder Monat des Beginns.", examples=["2021-07"])
    ende: Month | None = Field(None, title="Ende", description="Jahr oder Monat des Endes.", examples=["2025"])
    beendet_weil: Prose | None = Field(None, title="Beendet, weil", description="Grund, wenn die Maßnahme eingestellt wurde.")
    stockt_weil: Prose | None = Field(
        None,
        title="Stockt, weil",
        description="Was die Maßnahme nach ihrer Quelle aufhält, solange sie weder fertig noch eingestellt ist. Mit Datum, wenn bekannt.",
        examples=["Der Gemeinderat verlangte Anfang 2024 weitere Informationen."],
    )
    betrieb: Prose | None = Field(None, title="Betrieb", description="Wer die Lösung betreibt und wie.")
    voraussetzungen: Prose | None = Field(None, title="Voraussetzungen", description="Was eine Kommune zur Übernahme braucht.")
    aufwand: Prose | None = Field(None, title="Aufwand", description="Zeit, Personal und Menge, soweit eine Quelle sie nennt.")
    kosten_eur: Whole | None = Field(
        None, ge=0, title="Kosten in Euro", description="Nur, was eine Quelle nennt, als ganze Zahl.", examples=[65000]
    )
    kosten_hinweis: Prose | None = Field(None, title="Hinweis zu den Kosten", description="Was der Betrag umfasst und was nicht.")
    partner: tuple[Line, ...] = Field((), title="Partner", description="Beteiligte Organisationen.")
    open_source: YesNo | None = Field(
        None, title="Open Source", description="true oder false, nur wenn eine Quelle es sagt. Sonst weglassen."
    )
    quellcode: Code | None = Field(None, title="Quellcode", description="Angaben zur Software, wenn sie veröffentlicht ist.")
    hersteller: Prose | None = Field(None, title="Hersteller", description="Wer die Software oder Technik geliefert hat.")
    website: Address | None = Field(None, title="Website", description="Eigene Seite der Maßnahme.")
    hinweis: Prose | None = Field(None, title="Hinweis", description="Was beim Lesen dieser Angaben zu beachten ist.")
    quellen: Sources
    geprueft: Month | None = Field(
        None, title="Geprüft", description="Monat, in dem die Angaben zuletzt mit den Quellen verglichen wurden.", examples=["2026-11"]
    )
    frueher: tuple[Text, ...] = Field(
        (), title="Frühere Kennungen", description="Alte Kennungen dieser Maßnahme; ihre Adressen leiten weiter."
    )

    @property
    def status_datum(self) -> str | None:
        """The day for which the status holds, or None where nobody knows."""
        return dated(self.status_stand, self.quellen)
