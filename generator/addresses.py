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

FACETS = {
    "handlungsfeld": "handlungsfelder",
    "technologie": "technologien",
    "status": "status",
    "land": "laender",
    "groesse": "groessenklassen",
    "staffel": "staffeln",
    "ziel": "ziele",
}
"""The facets of the finder whose values are terms of a vocabulary, by their name in its address."""


Crumb = tuple[str, str]
"""A page above another: its title and its file."""

_MEASURES: Crumb = ("Maßnahmen", "massnahmen/index.md")
_PROJECTS: Crumb = ("Modellprojekte", "modellprojekte/index.md")
_NETWORK: Crumb = ("Wer von wem übernommen hat", "netzwerk/index.md")
_LESSONS: Crumb = ("Wissen", "wissen/index.md")
_SECTIONS: dict[str, tuple[Crumb, ...]] = {
    "massnahmen": (_MEASURES,),
    "loesungen": (("Lösungen", "loesungen/index.md"),),
    "modellprojekte": (_PROJECTS,),
    "strategien": (_PROJECTS, ("Strategien", "strategien/index.md")),
    "nachnutzungen": (_PROJECTS, _NETWORK),
    "gemeinschaften": (_PROJECTS, _NETWORK),
    "netzwerk": (_PROJECTS,),
    "wissen": (_LESSONS,),
    "ressourcen": (_LESSONS, ("Studien und Arbeitshilfen", "ressourcen/index.md")),
    "programm": (_LESSONS,),
    "themen": (_MEASURES, ("Handlungsfelder", "themen/index.md")),
    "technologien": (_MEASURES, ("Technik", "technologien/index.md")),
    "status": (_MEASURES, ("Stand", "status/index.md")),
    "laender": (_MEASURES, ("Länder", "laender/index.md")),
    "groessen": (_MEASURES, ("Größe der Kommune", "groessen/index.md")),
    "ziele": (_MEASURES, ("Ziele", "ziele/index.md")),
    "staffeln": (_PROJECTS, ("Staffeln", "staffeln/index.md")),
}


def section_of(page: str) -> tuple[Crumb, ...]:
    """The pages above a generated page, from the top: where a reader is."""
    return _SECTIONS.get(page.partition("/")[0], ())


def page_of(record: Record) -> str:
    """The page of a record as a file below the folder of pages, with an anchor where it shares one."""
    if isinstance(record, Kennzahl):
        return f"programm/index.md#{record.id}"
    return page_for(record.file.partition("/")[0], record.id)


def page_for(kind: str, record_id: str) -> str:
    return f"{kind}/{record_id}.md"


def url_of(page: str) -> str:
    """Where a page is served, relative to the root: massnahmen/a/b.md stands at massnahmen/a/b/."""
    path, _, anchor = page.partition("#")
    path = path.removesuffix("index.md").removesuffix(".md").rstrip("/")
    return (f"{path}/" if path else "") + (f"#{anchor}" if anchor else "")


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


def address_of(record: Record) -> str | None:
    """Where a reader finds the record, seen from the root of the site. A vocabulary without pages has no such place."""
    if record.file.partition("/")[0] == "vokabular":
        return f"{TERM_FOLDERS[record.id]}/" if record.id in TERM_FOLDERS else None
    return url_of(page_of(record))
