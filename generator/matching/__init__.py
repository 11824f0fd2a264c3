"""For one municipality: what a reader's browser needs to find comparable projects, rank measures and draft a paper.

Nothing is ranked here. The browser does it, so that nobody learns which municipality asks; `ranking.js` says how.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.catalogue import Catalogue
from generator.files import SiteFile, handed_over
from generator.matching.details import details
from generator.matching.entries import entries
from generator.matching.places import place_file
from generator.matching.surroundings import surroundings

FOLDER = "meine-kommune"


def matching(catalogue: Catalogue) -> Iterator[SiteFile]:
    """The list of places; what is ranked; and, file by file, what only a paper for the council needs."""
    yield place_file()
    yield _file("daten", {**surroundings(catalogue), "vorhaben": entries(catalogue)})
    for name, content in details(catalogue):
        yield _file(f"daten/{name}", content)


def _file(name: str, content: Any) -> SiteFile:
    return handed_over(f"{FOLDER}/{name}", json.dumps(content, ensure_ascii=False, separators=(",", ":")))


__all__ = ["matching"]
