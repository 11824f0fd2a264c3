"""The story: records in, every file of the site out. One line per product."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.catalogue import Catalogue, link
from generator.checking import check
from generator.files import SiteFile
from generator.matching import matching
from generator.pages import pages, redirects
from generator.pictures.symbols import symbols
from generator.problems import BadInput, Problem
from generator.reading import read


def load(folder: Path) -> tuple[Catalogue, list[Problem]]:
    """Read, check, link. Problems that are no errors come back beside the catalogue; errors raise BadInput."""
    reading = read(folder)
    problems = check(reading)
    return link(reading, problems), problems


def site(catalogue: Catalogue) -> Iterator[SiteFile]:
    yield from pages(catalogue)
    yield from redirects(catalogue)
    yield symbols(catalogue)
    yield from matching(catalogue)


__all__ = ["BadInput", "load", "site"]
