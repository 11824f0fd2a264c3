"""A style sheet with the symbols of the terms, so that a page needs one class and no picture file per symbol."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.icons import icon


def symbols(catalogue: Catalogue) -> SiteFile:
    return SiteFile("assets/symbole.css", "\n".join(_rules(catalogue)) + "\n")


def _rules(catalogue: Catalogue) -> Iterator[str]:
    for vocabulary in catalogue.vokabular.values():
        for term in vocabulary.begriffe:
            if term.symbol and (svg := icon(term.symbol)):
                yield f'.symbol-{term.id}{{--symbol:url("data:image/svg+xml,{quote(svg.strip())}")}}'
