"""Catalogue to Markdown pages: one small module per kind of page, its template of the same name beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.addresses import page_for
from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.links.memory import Memory
from generator.pages import (
    gemeinschaften,
    loesungen,
    massnahmen,
    meine_kommune,
    modellprojekte,
    nachnutzungen,
    pflege,
    programm,
    ressourcen,
    startseite,
    strategien,
    themen,
    wissen,
)
from generator.pages.redirect import redirect
from generator.pages.rendering import Page, Renderer
from generator.publication import NOBODY, Publication

KINDS_OF_PAGES: tuple[Callable[[Catalogue], Iterator[Page]], ...] = (
    startseite.pages,
    massnahmen.pages,
    loesungen.pages,
    strategien.pages,
    modellprojekte.pages,
    nachnutzungen.pages,
    gemeinschaften.pages,
    ressourcen.pages,
    wissen.pages,
    programm.pages,
    themen.pages,
    meine_kommune.pages,
)


def pages(catalogue: Catalogue, memory: Memory, publication: Publication = NOBODY) -> Iterator[SiteFile]:
    renderer = Renderer(catalogue, publication)
    for kind in KINDS_OF_PAGES:
        for page in kind(catalogue):
            yield renderer.render(page)
    yield renderer.render(pflege.page(catalogue, memory))


def redirects(catalogue: Catalogue) -> Iterator[SiteFile]:
    """A page at every old address that leads to the new one."""
    for kind, records in catalogue.kinds().items():
        for record in records.values():
            for old in getattr(record, "frueher", ()):
                yield redirect(page_for(kind, old), page_for(kind, record.id), record)
