"""The knowledge for other programs: one small module per product, all of them from the catalogue alone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.history import History
from generator.publication import Publication


def exports(catalogue: Catalogue, publication: Publication, history: History) -> Iterator[SiteFile]:
    # Here, because the libraries for spreadsheets and linked data take long to load, and the process that builds pages needs none.
    from generator.exports import api, colours, dcat, feed, geojson, markdown, openapi, tables, wellknown

    yield from api.files(catalogue, publication, history)
    yield from geojson.files(catalogue, publication)
    yield from openapi.files(catalogue, publication)
    yield from tables.files(catalogue, publication)
    yield from dcat.files(catalogue, publication, history)
    yield from feed.files(catalogue, publication, history)
    yield from markdown.files(catalogue, publication)
    yield from wellknown.files(catalogue, publication, history)
    yield from colours.files(publication)
