"""A curated solution: practice-proven and described so that others can adopt it. Its body says how it works."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.records.fields import (
    Address,
    Body,
    Code,
    DayOrUnknown,
    FieldTerm,
    Line,
    MeasureRef,
    Month,
    ProjectRef,
    Prose,
    Record,
    Sources,
    StatusTerm,
    TechnologyTerm,
    Text,
    Whole,
    YesNo,
    dated,
)


class Loesung(Record):
    titel: Annotated[Text, StringConstraints(min_length=4, max_length=120)] = Field(
        title="Titel", description="Name der Lösung.", examples=["Open Playground Manager"]
    )
    kurz: Annotated[Text, StringConstraints(min_length=30, max_length=600)] = Field(
        title="Kurz gesagt", description="Ein bis drei Sätze: Was ist es, für wen, wie funktioniert es?"
    )
    kuratiert: YesNo | None = Field(
        None,
        title="Kuratiert",
        description="true, wenn die Transferstelle des Programms sie als erprobte Lösung führt; false, wenn sie sie ausdrücklich daneben stellt.",
    )
    modellprojekte: tuple[ProjectRef, ...] = Field(
        (), title="Modellprojekte", description="Modellprojekte, aus denen die Lösung stammt.", examples=[["wolfsburg"]]
    )
    massnahmen: tuple[MeasureRef, ...] = Field(
        (), title="Zugehörige Maßnahmen", description="Kennungen der Maßnahmen, aus denen die Lösung hervorging."
    )
    status: StatusTerm | None = Field(
        None, title="Status", description="Stand des Betriebs, wenn er von dem der zugehörigen Maßnahmen abweicht oder allein bekannt ist."
    )
    status_stand: DayOrUnknown | None = Field(None, title="Stand des Status", description="Datum, zu dem der Status galt.")
    beendet_weil: Prose | None = Field(
        None, title="Beendet, weil", description="Grund, wenn die Lösung oder ein Teil davon eingestellt wurde."
    )
    herausforderung: Prose | None = Field(None, title="Herausforderung", description="Welche kommunale Aufgabe sie löst.")
    nutzen: Prose | None = Field(None, title="Nutzen", description="Was die Kommune davon hat, möglichst belegt.")
    handlungsfelder: tuple[FieldTerm, ...] = Field(
        min_length=1, max_length=4, title="Handlungsfelder", description="Ein bis vier Handlungsfelder."
    )
    technologien: tuple[TechnologyTerm, ...] = Field((), max_length=4, title="Technologien", description="Bis zu vier Technologien.")
    voraussetzungen: tuple[Prose, ...] = Field(
        (), title="Voraussetzungen", description="Was eine Kommune zur Übernahme braucht, je Punkt ein Eintrag."
    )
    aufwand: Prose | None = Field(None, title="Aufwand", description="Zeit, Personal und Menge, soweit eine Quelle sie nennt.")
    kosten_eur: Whole | None = Field(None, ge=0, title="Kosten in Euro", description="Nur, was eine Quelle nennt.")
    kosten_hinweis: Prose | None = Field(None, title="Hinweis zu den Kosten", description="Was der Betrag umfasst und was nicht.")
    betrieb: Prose | None = Field(None, title="Betrieb", description="Wer die Lösung betreibt und weiterentwickelt.")
    open_source: YesNo | None = Field(None, title="Open Source", description="true oder false, nur wenn eine Quelle es sagt.")
    quellcode: Code | None = Field(None, title="Quellcode", description="Angaben zur Software, wenn sie veröffentlicht ist.")
    hersteller: Prose | None = Field(None, title="Hersteller", description="Wer die Software oder Technik geliefert hat.")
    verbreitung: Prose | None = Field(None, title="Verbreitung", description="Wie oft die Lösung anderswo läuft, mit Angabe, wer das sagt.")
    erfahrungen: tuple[Prose, ...] = Field((), title="Erfahrungen", description="Was andere daraus lernen können, auch Fehlschläge.")
    website: Address | None = Field(None, title="Website", description="Steckbrief oder Seite der Lösung.")
    hinweis: Prose | None = Field(None, title="Hinweis", description="Was beim Lesen dieser Angaben zu beachten ist.")
    quellen: Sources
    text: Body = Field(title="So funktioniert es", description="Steht unter dem Kopf der Datei: Aufbau und Ablauf in eigenen Worten.")
    geprueft: Month | None = Field(None, title="Geprüft", description="Monat der letzten Prüfung gegen die Quellen.")
    frueher: tuple[Line, ...] = Field((), title="Frühere Kennungen", description="Alte Kennungen; ihre Adressen leiten weiter.")

    @property
    def status_datum(self) -> str | None:
        """The day for which the status holds, or None where nobody knows."""
        return dated(self.status_stand, self.quellen)
