"""The five things people tell us, each as a list of questions. A question about a field takes its words from the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.records import KINDS
from generator.records.columns import Column, columns, columns_without_terms
from generator.records.schema import Terms


@dataclass(frozen=True, slots=True)
class Question:
    id: str
    title: str
    help: str
    needed: bool = False
    long: bool = False
    example: str = ""
    choices: tuple[str, ...] = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    id: str
    """Name of its files, and of its door."""
    name: str
    about: str
    subject: str
    """Beginning of the title of what is sent in."""
    questions: tuple[Question, ...]


PAGE = Question("seite", "Seite", "Adresse oder Titel der Seite im Wissensspeicher, um die es geht.", needed=True)
SOURCE = Question(
    "quelle",
    "Quelle",
    "Wo andere das nachlesen können: Adresse im Internet und Datum. Ohne Quelle wird nichts veröffentlicht.",
    needed=True,
    long=True,
)
RULES = (
    "Bitte keine personenbezogenen Daten: keine Namen von Privatpersonen, keine E-Mail-Adressen, keine Telefonnummern. "
    "Was Sie schreiben, ist öffentlich und steht unter CC BY 4.0."
)
_MEASURE = (
    "titel", "kurz", "status", "handlungsfelder", "technologien", "herausforderung", "ergebnis", "erfahrungen", "beginn", "betrieb",
    "voraussetzungen", "aufwand", "kosten_eur", "open_source", "website",
)  # fmt: skip
"""The fields of a measure that a person is asked for; the others are added by whoever turns it into a record."""
_EXPERIENCE = ("ergebnis", "erfahrungen", "betrieb", "aufwand", "kosten_eur", "kosten_hinweis", "beendet_weil")


def asked_forms(terms: Terms) -> tuple[Form, ...]:
    measure = {column.key: column for column in columns(KINDS["massnahmen"], terms)}
    adoption = {column.key: column for column in columns(KINDS["nachnutzungen"], terms)}
    return (
        _correction(),
        Form(
            "neue-massnahme",
            "Neue Maßnahme",
            "Eine Maßnahme eines Modellprojekts fehlt im Wissensspeicher.",
            "Neue Maßnahme: ",
            (
                Question("modellprojekt", "Modellprojekt", "Zu welchem Modellprojekt die Maßnahme gehört.", needed=True, example="Zwönitz"),
                *(of(measure[key]) for key in _MEASURE),
                SOURCE,
            ),
        ),
        Form(
            "nachnutzung",
            "Nachnutzung melden",
            "Ihre Kommune hat etwas von einer anderen übernommen oder entwickelt etwas mit ihr.",
            "Nachnutzung: ",
            (PAGE, *(of(adoption[key]) for key in ("titel", "art", "von.name", "nach.name", "jahr", "hinweis")), SOURCE),
        ),
        Form(
            "erfahrung",
            "Erfahrung mitteilen",
            "Sie haben mit einer Maßnahme oder Lösung Erfahrungen gemacht, gute oder schlechte.",
            "Erfahrung: ",
            (PAGE, *(_optional(of(measure[key])) for key in _EXPERIENCE), SOURCE),
        ),
        _need(terms),
    )


def _correction() -> Form:
    return Form(
        "angaben-korrigieren",
        "Angaben korrigieren",
        "Auf einer Seite stimmt etwas nicht oder ist nicht mehr aktuell.",
        "Korrektur: ",
        (
            PAGE,
            Question("falsch", "Was stimmt nicht?", "Der Satz oder die Angabe, so wie sie jetzt da steht.", needed=True, long=True),
            Question("richtig", "Was ist richtig?", "Wie es heißen muss. Ist etwas unbekannt, schreiben Sie das.", needed=True, long=True),
            SOURCE,
        ),
    )


def _need(terms: Terms) -> Form:
    """What a municipality looks for and did not find. It becomes no record, so the questions are written here."""

    def names(vocabulary: str) -> tuple[str, ...]:
        return tuple(term.name for term in terms.get(vocabulary, {}).values())

    return Form(
        "bedarf",
        "Bedarf mitteilen",
        "Ihre Kommune sucht eine Lösung und hat im Wissensspeicher keine gefunden.",
        "Bedarf: ",
        (
            Question(
                "aufgabe",
                "Welche Aufgabe wollen Sie lösen?",
                "Was im Alltag schwierig ist und für wen. Noch keine Technik nötig.",
                needed=True,
                long=True,
            ),
            Question("gesucht", "Wonach haben Sie gesucht?", "Suchwörter oder Seiten, die Sie angesehen haben.", long=True),
            Question("fehlt", "Was hat gefehlt?", "Warum das Gefundene für Sie nicht passt.", long=True),
            Question("handlungsfeld", "Handlungsfeld", "Wozu es am ehesten gehört.", choices=names("handlungsfelder"), many=True),
            Question("kommune", "Kommune", "Name der Stadt, der Gemeinde oder des Kreises. Freiwillig."),
            Question("groesse", "Größe", "Damit Passendes zu finden ist.", choices=names("groessenklassen")),
            Question("land", "Land", "Bundesland.", choices=names("laender")),
        ),
    )


_YES_NO = ("ja", "nein")
_HOW: Mapping[str, str] = {
    "monat": "Jahr oder Monat, etwa 2024 oder 2024-06.",
    "tag": "Jahr, Monat oder Tag, etwa 2024-06-30.",
    "ganzzahl": "Nur die Zahl, ohne Punkt und Einheit.",
    "adresse": "Beginnt mit https://.",
}


def of(column: Column) -> Question:
    """The question that asks for a field."""
    named = column.choices.get(str(column.first_example), column.first_example)
    return Question(
        column.key.replace(".", "-"),
        column.title,
        " ".join(
            filter(
                None,
                (column.description.replace("true, wenn", "Ja, wenn").replace("true oder false, nur", "Nur"), _HOW.get(column.form, "")),
            )
        ),
        column.required,
        column.long,
        "" if column.choices or named is None else str(named),
        _YES_NO if column.form == "janein" else tuple(column.choices.values()),
        column.many,
    )


def _optional(question: Question) -> Question:
    return Question(question.id, question.title, question.help, False, question.long, question.example, question.choices, question.many)


# --- the file of a new measure, for the forges' page for new files ---------------------------------------------------

NEW_FILE = "name-der-massnahme.yml"


@cache
def new_measure() -> str:
    """What a new file holds before it is filled in: the fields every measure needs, empty, so that the check asks for each."""
    lines = ["# Alle Felder mit Erklärung: Seite „Mitmachen“, „Alle Felder“. Zeilen mit # können Sie löschen."]
    for column in columns_without_terms(KINDS["massnahmen"]):
        if column.required:
            shown = "" if column.parts else f" Beispiel: {column.first_example}"
            lines += [f"# {column.description}{shown}", f"{column.key}:{' >-' if column.long else ''}"]
            lines += ["  - url:", "    stand:"] if column.parts else ["  -"] if column.many else ["  "] if column.long else []
    return "\n".join(lines) + "\n"
