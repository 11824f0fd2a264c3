"""Catalogue to Markdown pages: one small module per kind of page, and the templates it names beside them."""

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
from generator.pages.rendering import Page

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


def pages(catalogue: Catalogue, memory: Memory) -> Iterator[Page]:
    """Every page to be, before anything of it is written."""
    for kind in KINDS_OF_PAGES:
        yield from kind(catalogue)
    yield pflege.page(catalogue, memory)


def redirects(catalogue: Catalogue) -> Iterator[SiteFile]:
    """A page at every old address that leads to the new one."""
    for kind, old, record in catalogue.umgezogen():
        yield redirect(page_for(kind, old), page_for(kind, record.id), record)
