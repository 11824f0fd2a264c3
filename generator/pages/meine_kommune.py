"""The page for one municipality: its questions, and what stands there until (or unless) the scripts answer them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.matching.places import how_many
from generator.matching.surroundings import phases
from generator.pages.rendering import Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(
        "meine-kommune/index.md",
        "meine_kommune",
        "Meine Kommune",
        "Was passt zu Ihrer Kommune? Vergleichbare Modellprojekte, passende Maßnahmen mit Begründung und ein Entwurf für den Rat.",
        {"orte": how_many(), "phasen": phases(catalogue), "klassen": list(catalogue.begriffe["groessenklassen"].values())},
        kind="kommune",
    )
