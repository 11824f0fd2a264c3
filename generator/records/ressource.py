"""A study, guide, template, format or platform that helps a municipality."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.records.fields import Address, FieldTerm, Line, Month, Prose, Record, Sources, TechnologyTerm, TermOf, Text


class Ressource(Record):
    titel: Annotated[Text, StringConstraints(min_length=4, max_length=200)] = Field(
        title="Titel", description="Titel der Veröffentlichung oder Name des Angebots."
    )
    art: Annotated[Text, TermOf("ressourcenarten")] = Field(title="Art", description="Art der Ressource.", examples=["leitfaden"])
    kurz: Prose = Field(title="Kurz gesagt", description="Was darin steht und wem es hilft, in eigenen Worten.")
    herausgeber: Line | None = Field(None, title="Herausgeber", description="Wer sie herausgibt oder anbietet.")
    jahr: Month | None = Field(None, title="Erschienen", description="Jahr oder Monat des Erscheinens oder Beginns.")
    handlungsfelder: tuple[FieldTerm, ...] = Field((), title="Handlungsfelder", description="Handlungsfelder, zu denen sie passt.")
    technologien: tuple[TechnologyTerm, ...] = Field((), title="Technologien", description="Technologien, zu denen sie passt.")
    website: Address | None = Field(None, title="Adresse", description="Seite, auf der man die Ressource findet.")
    hinweis: Prose | None = Field(None, title="Hinweis", description="Was beim Lesen dieser Angaben zu beachten ist.")
    quellen: Sources
    geprueft: Month | None = Field(None, title="Geprüft", description="Monat der letzten Prüfung gegen die Quellen.")
    frueher: tuple[Line, ...] = Field((), title="Frühere Kennungen", description="Alte Kennungen; ihre Adressen leiten weiter.")
