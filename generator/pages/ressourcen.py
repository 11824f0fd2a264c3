"""A page per study, guide, template, format or platform."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.pages.rendering import Page
from generator.pages.wording import first_sentence
from generator.publication import PROGRAMME


def pages(catalogue: Catalogue) -> Iterator[Page]:
    resources = catalogue.ressourcen
    yield Page(
        "ressourcen/index.md",
        "ressourcen",
        "Studien und Arbeitshilfen",
        f"{len(resources)} Studien, Leitfäden, Vorlagen und Angebote rund um die {PROGRAMME}.",
    )
    for resource in resources.values():
        kind = catalogue.begriff("ressourcenarten", resource.art).name
        yield Page(page_of(resource), "ressource", f"{resource.titel} ({kind})", first_sentence(resource.kurz), {"r": resource}, resource)
