"""A model project: one or more municipalities funded by the programme."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.records.fields import Address, Day, Line, Month, Number, NumberText, Part, Prose, Record, Sources, TermOf, Text, Whole


class Koordinaten(Part):
    breite: Number = Field(ge=47, le=56, title="Breite", description="Geografische Breite in Grad.", examples=[50.63])
    laenge: Number = Field(ge=5, le=16, title="Länge", description="Geografische Länge in Grad.", examples=[12.81])


class Modellprojekt(Record):
    titel: Line = Field(title="Name", description="Name des Modellprojekts, meist der Ort.", examples=["Zwönitz"])
    motto: Line | None = Field(None, title="Eigener Name", description="Kurzname oder Motto des Vorhabens.", examples=["un:box cologne"])
    kommunen: tuple[Line, ...] = Field(min_length=1, title="Kommunen", description="Geförderte Städte, Gemeinden und Kreise.")
    laender: tuple[Annotated[Text, TermOf("laender")], ...] = Field(
        min_length=1, title="Länder", description="Kennungen der Bundesländer.", examples=[["sachsen"]]
    )
    staffel: Annotated[NumberText, TermOf("staffeln")] = Field(title="Staffel", description="Förderstaffel.", examples=["1"])
    groessenklasse: Annotated[Text, TermOf("groessenklassen")] = Field(
        title="Größenklasse", description="Klasse nach Einwohnerzahl; bei mehreren Gemeinden zählt die größte.", examples=["kleinstadt"]
    )
    einwohner: Whole | None = Field(
        None, gt=0, title="Einwohnerzahl", description="Gerundete Zahl der Einwohnerinnen und Einwohner.", examples=[12000]
    )
    einwohner_quelle: Line | None = Field(
        None, title="Herkunft der Einwohnerzahl", description="Woher die Zahl stammt, wenn nicht aus den Quellen unten."
    )
    koordinaten: Koordinaten = Field(title="Lage", description="Punkt auf der Karte: der Ort, bei Kreisen und Verbünden Sitz oder Mitte.")
    website: Address | None = Field(None, title="Website", description="Eigene Seite des Modellprojekts.")
    foerderung_mio_eur: Number | None = Field(None, gt=0, title="Förderung in Mio. Euro", description="Nur, was eine Quelle nennt.")
    erfahrungen: Prose | None = Field(None, title="Erfahrungen", description="Lehren, die das ganze Modellprojekt betreffen.")
    aufwand: Prose | None = Field(None, title="Aufwand", description="Mittel und Personal des ganzen Modellprojekts.")
    betrieb: Prose | None = Field(None, title="Organisation", description="Wer das Modellprojekt trägt und wie es weitergeht.")
    quellen: Sources
    geprueft: Month | None = Field(None, title="Geprüft", description="Monat der letzten Prüfung gegen die Quellen.")
    stand: Day | None = Field(None, title="Stand", description="Datum der Angaben, wenn es von den Quellen abweicht.")
    frueher: tuple[Line, ...] = Field((), title="Frühere Kennungen", description="Alte Kennungen; ihre Adressen leiten weiter.")
