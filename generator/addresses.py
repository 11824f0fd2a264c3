"""Where everything stands on the site. The one place that knows addresses; they are promised and stay."""

from __future__ import annotations

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


def address_of(record: Record) -> str | None:
    """Where a reader finds the record, seen from the root of the site. A vocabulary without pages has no such place."""
    kind = record.file.partition("/")[0]
    if kind == "vokabular":
        return f"{TERM_FOLDERS[record.id]}/" if record.id in TERM_FOLDERS else None
    file, _, anchor = page_of(record).partition("#")
    folder = file.removesuffix("index.md") if file.endswith("/index.md") else f"{file.removesuffix('.md')}/"
    return f"{folder}#{anchor}" if anchor else folder
