"""Vocabularies: the terms that records may use, each with its name and explanation, in one place."""

from __future__ import annotations

from typing import Annotated, Any, Generic, TypeVar

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.records.fields import RESERVED, Address, Line, MeasureRef, Part, Prose, Record, Sources, Text, Whole, YesNo


def _not_reserved(value: str) -> str:
    if value.lower().partition(".")[0] in RESERVED:
        raise PydanticCustomError("name", "ist als Kennung nicht möglich; Seiten und Dateien dürfen nicht so heißen")
    return value


TermId = Annotated[Text, StringConstraints(pattern=r"^[A-Za-z0-9]+([.+-][A-Za-z0-9]+)*$", max_length=60), AfterValidator(_not_reserved)]


class Begriff(Part):
    id: TermId = Field(
        title="Kennung",
        description="So steht der Begriff in den Datensätzen; sie ändert sich nie. Erlaubt sind Buchstaben, Ziffern und Bindestriche.",
        examples=["mobilitaet"],
    )
    name: Line = Field(title="Name", description="So steht der Begriff auf den Seiten.", examples=["Mobilität"])
    erklaerung: Prose | None = Field(None, title="Erklärung", description="Was dazugehört und was nicht, in einfachen Worten.")
    symbol: Annotated[Text, StringConstraints(pattern=r"^[a-z]+(/[a-z0-9-]+)+$")] | None = Field(
        None,
        title="Symbol",
        description="Name eines Symbols aus dem Vorrat des Themas, in Kleinbuchstaben mit seinem Ordner davor.",
        examples=["material/bus"],
    )
    synonyme: tuple[Line, ...] = Field((), title="Andere Wörter", description="Wörter, mit denen man danach sucht.")


AnyTerm = TypeVar("AnyTerm", bound=Begriff)


class Status(Begriff):
    offen: YesNo = Field(title="Noch offen", description="true, wenn sich der Stand noch ändern wird und die Angabe deshalb veraltet.")


class Land(Begriff):
    kuerzel: Annotated[Text, StringConstraints(pattern=r"^[A-Z]{2}$")] = Field(
        title="Kürzel", description="Amtliches Länderkürzel, zwei Großbuchstaben.", examples=["SN"]
    )


class Groessenklasse(Begriff):
    ab: Whole | None = Field(None, title="Ab", description="Kleinste Einwohnerzahl der Klasse.")
    unter: Whole | None = Field(None, title="Unter", description="Einwohnerzahl, ab der die nächste Klasse beginnt.")


class Beispiel(Part):
    massnahme: MeasureRef = Field(title="Maßnahme", description="Kennung der Maßnahme.", examples=["zwoenitz/erzmobil"])
    zweck: Prose | None = Field(None, title="Zweck", description="Was sie zum Ziel beiträgt.")


class Ziel(Begriff):
    anzahl: Whole | None = Field(None, title="Genannte Maßnahmen", description="Zahl der Maßnahmen, die die Bundesregierung nannte.")
    beispiele: tuple[Beispiel, ...] = Field((), title="Beispiele", description="Maßnahmen, die die Quelle als Beispiele nennt.")
    quellen: Sources


class Lizenz(Begriff):
    frei: YesNo = Field(title="Freie Lizenz", description="true, wenn sie Nutzung, Änderung und Weitergabe erlaubt.")
    url: Address = Field(title="Text", description="Adresse des Lizenztextes.")


class Synonymgruppe(Begriff):
    """Words for one thing. The search finds a record by any of them, whichever it uses itself."""

    verwandt: tuple[Line, ...] = Field(
        (), title="Verwandte Wörter", description="Wörter für etwas Ähnliches; was nur sie enthält, steht in der Suche weiter hinten."
    )
    alltag: tuple[Line, ...] = Field(
        (),
        title="Alltagswörter",
        description="So fragen Menschen danach, auch in mehreren Wörtern; die Suche schließt von ihnen auf die Gruppe, nicht umgekehrt.",
        examples=["wann kommt der Bus"],
    )


class Beispielsuche(Begriff):
    """A search the start page suggests: it shows what kind of words work."""

    name: Line = Field(
        title="Suche",
        description="So schlägt die Startseite sie vor: ein oder zwei Alltagswörter, zu denen es Einträge gibt.",
        examples=["Rufbus"],
    )


class Vokabular(Record, Generic[AnyTerm]):
    titel: Line = Field(title="Titel", description="Name des Vokabulars.")
    erklaerung: Prose | None = Field(None, title="Erklärung", description="Wozu das Vokabular dient.")
    begriffe: tuple[AnyTerm, ...] = Field(
        min_length=1, title="Begriffe", description="Die erlaubten Begriffe in der Reihenfolge der Anzeige."
    )


VOCABULARIES: dict[str, type[Vokabular[Any]]] = {
    "handlungsfelder": Vokabular[Begriff],
    "technologien": Vokabular[Begriff],
    "status": Vokabular[Status],
    "laender": Vokabular[Land],
    "staffeln": Vokabular[Begriff],
    "groessenklassen": Vokabular[Groessenklasse],
    "ziele": Vokabular[Ziel],
    "lizenzen": Vokabular[Lizenz],
    "nachnutzungsarten": Vokabular[Begriff],
    "gemeinschaftsarten": Vokabular[Begriff],
    "ressourcenarten": Vokabular[Begriff],
    "wissensarten": Vokabular[Begriff],
    "zielgruppen": Vokabular[Begriff],
    "synonyme": Vokabular[Synonymgruppe],
    "beispielsuchen": Vokabular[Beispielsuche],
}
"""The vocabularies the records refer to, by the name of their file."""
