"""The story: records in, every file of the site out. One line per product."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from generator.catalogue import Catalogue, link
from generator.checking import check
from generator.exports import descriptions, interface, spreadsheets
from generator.files import SiteFile
from generator.history import UNKNOWN, History
from generator.links.memory import Memory
from generator.matching import matching
from generator.notes import notes
from generator.pages import pages, redirects
from generator.pages.rendering import Renderer
from generator.pictures.symbols import symbols
from generator.problems import Problem
from generator.publication import NOBODY, Publication
from generator.reading import read
from generator.reading.earlier import Earlier
from generator.search import search
from generator.search.written import written_pages

NOTHING_KNOWN: Memory = {}


def load(folder: Path, earlier: Earlier | None = None) -> tuple[Catalogue, list[Problem]]:
    """Read, check, link. Problems that are no errors come back beside the catalogue; errors raise BadInput."""
    reading = read(folder, earlier)
    problems = check(reading)
    return link(reading, problems), problems


def site(
    catalogue: Catalogue,
    docs: Path | None = None,
    memory: Memory = NOTHING_KNOWN,
    publication: Publication = NOBODY,
    history: History = UNKNOWN,
) -> Iterator[SiteFile]:
    """`docs` is the folder of the hand-written pages, which the search finds too; `memory` what is known of the addresses
    in the records, for the page on upkeep; `publication` who publishes, `history` when records came and changed."""
    renderer = Renderer(catalogue, publication)
    yield from map(renderer.render, pages(catalogue, memory))
    yield from chain(*products(catalogue, docs, publication, history))


def products(
    catalogue: Catalogue, docs: Path | None = None, publication: Publication = NOBODY, history: History = UNKNOWN
) -> tuple[Iterator[SiteFile], ...]:
    """Everything that is not a page in Markdown, in parts that can be made side by side, those that take longest first."""
    return (
        search(catalogue, written_pages(docs)),
        spreadsheets(catalogue, publication),
        descriptions(catalogue, publication, history),
        interface(catalogue, publication, history),
        chain(redirects(catalogue), [symbols(catalogue)], notes(catalogue), matching(catalogue)),
    )


__all__ = ["load", "pages", "products", "site"]
