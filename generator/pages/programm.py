"""All figures of the programme on one page, each with source and date."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.publication import PROGRAMME
from generator.records.programm import Kennzahl

_FIRST = ("Eckdaten", "Maßnahmen", "Transfer", "Reichweite", "Zusammenarbeit", "Mittel")
"""The groups a reader asks for first; the others follow by name."""


def pages(catalogue: Catalogue) -> Iterator[Page]:
    figures = sorted(catalogue.programm.values(), key=_order)
    groups = [(name, list(members)) for name, members in groupby(figures, key=lambda figure: figure.gruppe)]
    yield Page(
        "programm/index.md",
        "programm",
        "Das Programm in Zahlen",
        f"{PROGRAMME} in {len(figures)} Kennzahlen, jede mit Quelle und Datum.",
        {"gruppen": groups},
    )


def _order(figure: Kennzahl) -> tuple[int, str, int, str]:
    first = _FIRST.index(figure.gruppe) if figure.gruppe in _FIRST else len(_FIRST)
    return first, figure.gruppe, figure.nummer or 99, figure.id
