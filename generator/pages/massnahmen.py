"""A page per measure, and the way into all of them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.pages.unknown import unknown
from generator.publication import PROGRAMME
from generator.wording import first_sentence


def pages(catalogue: Catalogue) -> Iterator[Page]:
    yield Page(
        "massnahmen/index.md",
        "massnahmen",
        "Maßnahmen",
        f"Alle {len(catalogue.massnahmen)} Maßnahmen der {PROGRAMME} nach Handlungsfeld, Technik, Stand, Land, Größe und Ort.",
        kind="uebersicht",
    )
    for measure in catalogue.massnahmen.values():
        project = catalogue.projekt(measure)
        yield Page(
            page_of(measure),
            "massnahme",
            f"{measure.titel} ({project.titel})",
            first_sentence(f"{project.titel}: {measure.kurz}"),
            {"m": measure, "projekt": project, "unbekannt": unknown(measure)},
            measure,
            above=((project.titel, page_of(project)),),
        )
