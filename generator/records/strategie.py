"""The strategy document a model project wrote in its funded strategy phase."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.records.fields import Address, FieldTerm, Line, Month, Prose, Record, Sources, Text, YesNo


class Strategie(Record):
    titel: Annotated[Text, StringConstraints(min_length=4, max_length=250)] = Field(
        title="Titel", description="Voller Titel des Dokuments."
    )
    datum: Month | None = Field(
        None, title="Veröffentlicht", description="Monat der Fertigstellung oder Veröffentlichung.", examples=["2021-12"]
    )
    fallstudie: YesNo | None = Field(
        None, title="Fallstudie", description="true, wenn die Evaluation die Strategie in einer Fallstudie betrachtet hat."
    )
    kurz: Prose | None = Field(None, title="Kurz gesagt", description="Worauf die Strategie zielt, in eigenen Worten.")
    handlungsfelder: tuple[FieldTerm, ...] = Field((), title="Handlungsfelder", description="Schwerpunkte der Strategie.")
    website: Address | None = Field(None, title="Dokument", description="Adresse, unter der das Dokument zu lesen ist.")
    quellen: Sources
    geprueft: Month | None = Field(None, title="Geprüft", description="Monat der letzten Prüfung gegen die Quellen.")
    frueher: tuple[Line, ...] = Field((), title="Frühere Kennungen", description="Alte Kennungen; ihre Adressen leiten weiter.")
