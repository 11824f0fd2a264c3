"""A page per curated solution, written for whoever wants to adopt it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.pages.unknown import unknown
from generator.publication import PROGRAMME
from generator.wording import first_sentence


def pages(catalogue: Catalogue) -> Iterator[Page]:
    solutions = catalogue.loesungen
    yield Page(
        "loesungen/index.md",
        "loesungen",
        "Lösungen",
        f"{len(solutions)} in der Praxis erprobte Lösungen der {PROGRAMME}, zur Übernahme beschrieben.",
        kind="thema",
    )
    for solution in solutions.values():
        yield Page(
            page_of(solution),
            "loesung",
            f"{solution.titel} (Lösung)",
            first_sentence(solution.kurz),
            {"l": solution, "unbekannt": unknown(solution)},
            solution,
        )
