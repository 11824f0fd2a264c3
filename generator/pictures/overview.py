"""The charts of the site: a series of the programme, and our own records counted by a vocabulary."""

from __future__ import annotations

from markupsafe import Markup

from generator.addresses import TERM_FOLDERS, href, page_of_term
from generator.catalogue import Catalogue
from generator.html import element, joined
from generator.pictures.bars import Bar, bars
from generator.records.programm import Kennzahl, Wert
from generator.records.vokabular import Begriff
from generator.wording import day

COUNTED = ("handlungsfelder", "technologien", "status", "laender", "groessenklassen", "staffeln")
"""What the measures are counted by, in the order a reader asks."""
IN_ORDER = ("status", "groessenklassen", "staffeln")
"""Vocabularies whose terms follow each other; the others stand by how much is under them."""


def bars_of_series(figure: Kennzahl) -> Markup:
    """The series of a figure, with what limits each value beside it."""
    rows = [Bar(value.name, value.wert, _note(value)) for value in figure.reihe]
    return bars(figure.titel, rows, "Bezeichnung", figure.einheit or "Anzahl", drawn=figure.vergleichbar is not False)


def _note(value: Wert) -> str | None:
    known = day(value.stand) if value.stand and day(value.stand) != value.name else None
    return "; ".join(part for part in (value.zusatz, known) if part) or None


def bars_of_terms(catalogue: Catalogue, here: str, vocabulary: str) -> Markup:
    """How many measures stand under each term, every term a link. A measure may stand under several."""
    whole = catalogue.vokabular[vocabulary]
    counted = [(term, len(catalogue.mit("massnahmen", vocabulary, term.id))) for term in whole.begriffe]
    if vocabulary not in IN_ORDER:
        counted.sort(key=lambda pair: -pair[1])
    rows = [Bar(_term(here, vocabulary, term), found) for term, found in counted]
    return bars(f"Maßnahmen nach {_BY.get(vocabulary, whole.titel)}", rows, whole.titel, "Maßnahmen")


_BY = {
    "handlungsfelder": "Handlungsfeld",
    "technologien": "Technik",
    "status": "Stand",
    "laender": "Land",
    "groessenklassen": "Größe der Kommune",
    "staffeln": "Staffel",
    "ziele": "Ziel",
}


def bars_of_records(catalogue: Catalogue, here: str) -> Markup:
    """All our counts beside each other."""
    return element("div", joined([bars_of_terms(catalogue, here, name) for name in COUNTED]), class_="ws-balken-gruppe")


def _term(here: str, vocabulary: str, term: Begriff) -> Markup | str:

    return element("a", term.name, href=href(here, page_of_term(vocabulary, term))) if vocabulary in TERM_FOLDERS else term.name
