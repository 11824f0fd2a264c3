"""The story: records in, every file of the site out. One line per product."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.catalogue import Catalogue, link
from generator.checking import check
from generator.files import SiteFile
from generator.links.memory import Memory
from generator.pages import pages, redirects
from generator.problems import BadInput, Problem
from generator.reading import read

NOTHING_KNOWN: Memory = {}


def load(folder: Path) -> tuple[Catalogue, list[Problem]]:
    """Read, check, link. Problems that are no errors come back beside the catalogue; errors raise BadInput."""
    reading = read(folder)
    problems = check(reading)
    return link(reading, problems), problems


def site(catalogue: Catalogue, memory: Memory = NOTHING_KNOWN) -> Iterator[SiteFile]:
    """`memory` is what is known of the addresses in the records, for the page on upkeep."""
    yield from pages(catalogue, memory)
    yield from redirects(catalogue)


__all__ = ["BadInput", "load", "site"]
