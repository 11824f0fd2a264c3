"""The start page: what this is, where to search, three doors, the fields, what is new, what is known best."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.pages import einstiege
from generator.pages.rendering import Page
from generator.publication import PROGRAMME
from generator.records.massnahme import Massnahme

_TOLD = ("ergebnis", "erfahrungen", "betrieb", "voraussetzungen", "aufwand", "kosten_eur", "quellcode")
"""What makes a measure useful to others beyond its description."""
_LISTED = 6


def pages(catalogue: Catalogue) -> Iterator[Page]:
    measures = catalogue.massnahmen.values()
    figures = sorted(
        (figure for figure in catalogue.programm.values() if figure.hervorgehoben), key=lambda figure: (figure.gruppe, figure.id)
    )
    current = [measure for measure in measures if measure.status_datum and measure.status != "unbekannt"]
    yield Page(
        "index.md",
        "start",
        "Startseite",
        f"{PROGRAMME}: was gebaut wurde und was andere Kommunen davon übernehmen können, mit Stand, Quellen und Erfahrungen.",
        {
            "einstiege": einstiege.doors(catalogue),
            "beispiele": catalogue.suchbeispiele,
            "neueste": sorted(current, key=lambda measure: (measure.status_datum or "", measure.id), reverse=True)[:_LISTED],
            "ausfuehrlichste": sorted(measures, key=lambda measure: (-_told(measure), -len(measure.quellen), measure.id))[:_LISTED],
            "zahlen": figures,
        },
        kind="start",
    )


def _told(measure: Massnahme) -> int:
    return sum(getattr(measure, name) is not None for name in _TOLD)
