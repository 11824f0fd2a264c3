"""The knowledge for other programs: one small module per product, all of them from the catalogue alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.exports import api, geojson, markdown, openapi
from generator.files import SiteFile
from generator.history import History
from generator.publication import Publication


def spreadsheets(catalogue: Catalogue, publication: Publication) -> Iterator[SiteFile]:
    from generator.exports import tables  # here, because what it needs takes long to load, and only the process that makes it should

    yield from tables.files(catalogue, publication)


def descriptions(catalogue: Catalogue, publication: Publication, history: History) -> Iterator[SiteFile]:
    """What the site says of itself as a whole."""
    from generator.exports import colours, dcat, feed, wellknown  # as above

    yield from dcat.files(catalogue, publication, history)
    yield from feed.files(catalogue, publication, history)
    yield from wellknown.files(catalogue, publication, history)
    yield from colours.files(publication)


def interface(catalogue: Catalogue, publication: Publication, history: History) -> Iterator[SiteFile]:
    """Every record, for programs and as Markdown."""
    yield from api.files(catalogue, publication, history)
    yield from geojson.files(catalogue, publication)
    yield from openapi.files(catalogue, publication)
    yield from markdown.files(catalogue, publication)
