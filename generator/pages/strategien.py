"""A page per strategy document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.wording import day, first_sentence


def pages(catalogue: Catalogue) -> Iterator[Page]:
    strategies = catalogue.strategien
    yield Page(
        "strategien/index.md",
        "strategien",
        "Strategien",
        f"Die {len(strategies)} Strategien, die in den geförderten Strategiephasen entstanden.",
        kind="thema",
    )
    for strategy in strategies.values():
        project = catalogue.projekt(strategy)
        description = first_sentence(f"Strategie des Modellprojekts {project.titel}, {day(strategy.datum)}.")
        yield Page(page_of(strategy), "strategie", strategy.titel, description, {"s": strategy, "projekt": project}, strategy)
