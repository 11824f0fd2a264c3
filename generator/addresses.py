"""Where everything stands on the site. The one place that knows addresses; they are promised and stay."""

from __future__ import annotations

import posixpath

from generator.records.fields import Record
from generator.records.programm import Kennzahl
from generator.records.vokabular import Begriff

TERM_FOLDERS = {
    "handlungsfelder": "themen",
    "technologien": "technologien",
    "laender": "laender",
    "groessenklassen": "groessen",
    "ziele": "ziele",
    "status": "status",
    "staffeln": "staffeln",
}
"""The vocabularies whose terms have pages of their own."""


def page_of(record: Record) -> str:
    """The page of a record as a file below the folder of pages, with an anchor where it shares one."""
    if isinstance(record, Kennzahl):
        return f"programm/index.md#{record.id}"
    return page_for(record.file.partition("/")[0], record.id)


def page_for(kind: str, record_id: str) -> str:
    return f"{kind}/{record_id}.md"


def page_of_term(vocabulary: str, term: Begriff) -> str:
    return f"{TERM_FOLDERS[vocabulary]}/{term.id}.md"


def href(here: str, there: str) -> str:
    """The address of a page seen from another, for raw HTML, whose links nobody rewrites.

    Both are files below the folder of pages: from `netzwerk/index.md` to `massnahmen/a/b.md` it is `../massnahmen/a/b/`.
    """
    path, mark, anchor = there.partition("#")
    way = posixpath.relpath(_served(path), _served(here))
    return f"{way}/{mark}{anchor}" if way != "." or not anchor else f"{mark}{anchor}"


def _served(page: str) -> str:
    """The folder a page is served at."""
    folder = page.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"/{folder}"
