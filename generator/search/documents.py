"""What can be found: every record as the few texts and facets the search knows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.addresses import page_of
from generator.catalogue import Catalogue
from generator.records import KINDS
from generator.records.columns import columns_without_terms
from generator.records.fields import Part, Record
from generator.records.modellprojekt import Modellprojekt
from generator.records.programm import Kennzahl
from generator.search.written import WrittenPage

BY_PROJECT = ("land", "groesse", "staffel")
"""The facets a document has from its projects alone."""

WRITTEN = "seiten"
"""The kind of the hand-written pages, which are no records."""

_NOT_SEARCHED = frozenset({"titel", "kurz", "erklaerung", "kommunen", "einwohner_quelle", "einheit", "frueher"})
"""Texts that are searched elsewhere with more weight, or that nobody looks for."""

_SEARCHED_BLOCKS = ("reihe",)


@dataclass(frozen=True, slots=True)
class Document:
    kind: str
    id: str
    page: str
    """The file of its page, with an anchor where it shares one."""
    title: str
    place: str = ""
    """The place as a hit shows it."""
    short: str = ""
    rest: str = ""
    facets: dict[str, tuple[str, ...]] = field(default_factory=dict)
    date: str = ""
    """The day for which the state holds, or of publication; empty where nobody knows."""
    outdated: bool = False

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.id}"

    def values(self, facet: str) -> tuple[str, ...]:
        return (self.kind,) if facet == "art" else self.facets.get(facet, ())


def documents(catalogue: Catalogue, written: Iterable[WrittenPage]) -> list[Document]:
    """Records that are about the same thing stand together, which keeps the index small."""
    found = [_of_record(catalogue, kind, record) for kind, record in _records(catalogue)]
    found += [Document(WRITTEN, page.id, page.path, page.title, short=page.short, rest=page.text) for page in written]
    return sorted(found, key=_about)


def _about(document: Document) -> tuple[Any, ...]:
    facets = document.facets
    return (list(KINDS_FOUND).index(document.kind), facets.get("handlungsfeld", ())[:1], facets.get("technologie", ())[:1], document.id)


KINDS_FOUND = {
    **{name: (KINDS[name].one, KINDS[name].many) for name in ("massnahmen", "loesungen", "modellprojekte", "strategien")},
    "ressourcen": ("Studie oder Arbeitshilfe", "Studien und Arbeitshilfen"),
    "wissen": ("Wissen", "Wissen"),
    "gemeinschaften": ("Gemeinschaft", "Gemeinschaften"),
    "nachnutzungen": ("Nachnutzung", "Nachnutzungen"),
    "programm": ("Das Programm in Zahlen", "Das Programm in Zahlen"),
    WRITTEN: ("Seite", "Weitere Seiten"),
}
"""The kinds in the order they are shown, with the names of one and of many."""


def _records(catalogue: Catalogue) -> Iterator[tuple[str, Any]]:
    for kind, records in catalogue.kinds().items():
        if kind in KINDS_FOUND:
            yield from ((kind, record) for record in records.values())


def _of_record(catalogue: Catalogue, kind: str, record: Any) -> Document:
    projects = _projects(catalogue, kind, record)
    return Document(
        kind=kind,
        id=record.id,
        page=page_of(record),
        title=" ".join(record.titel.split()),  # the browser counts titles by their lines
        place=_place(catalogue, kind, record, projects),
        short=_short(catalogue, kind, record),
        rest=_rest(kind, record) + _form(catalogue, kind, record),
        facets=_facets(record, projects),
        date=_date(record) or "",
        outdated=hasattr(record, "status") and catalogue.veraltet(record),
    )


def _short(catalogue: Catalogue, kind: str, record: Any) -> str:
    """The plain statement, or what comes closest to it where the record has none."""
    if kind == "modellprojekte":
        return record.motto or ""
    if kind == "nachnutzungen":
        form = catalogue.begriff("nachnutzungsarten", record.art)
        return f"{form.name}: von {record.von.name} {'mit' if record.art == 'entwicklungsgemeinschaft' else 'nach'} {record.nach.name}."
    if isinstance(record, Kennzahl):
        return record.erklaerung or ""
    return getattr(record, "kurz", None) or ""


@cache
def _searched(kind: str) -> tuple[str, ...]:
    """The fields with words of their own that come after title, place, plain statement and terms: whatever text the model has."""
    texts = (
        column.key for column in columns_without_terms(KINDS[kind]) if column.form == "text" and not (column.vocabulary or column.kind)
    )
    return (*(key for key in texts if "." not in key and key not in _NOT_SEARCHED), *_SEARCHED_BLOCKS)


def _rest(kind: str, record: Record) -> str:
    return "\n".join(text for name in _searched(kind) if (value := getattr(record, name, None)) for text in _texts(value))


_FORMS = {"ressourcen": "ressourcenarten", "wissen": "wissensarten", "gemeinschaften": "gemeinschaftsarten"}


def _form(catalogue: Catalogue, kind: str, record: Any) -> str:
    """A guide is found as guide, handbook and roadmap."""
    if kind not in _FORMS:
        return ""
    form = catalogue.begriff(_FORMS[kind], record.art)
    return f"\n{', '.join((form.name, *form.synonyme))}"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Part):
        yield from _texts([inner for _, inner in value])
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _texts(each)


def _projects(catalogue: Catalogue, kind: str, record: Any) -> tuple[Modellprojekt, ...]:
    """The model projects a record belongs to, in the order it names them."""
    if kind == "modellprojekte":
        return (record,)
    if kind in ("massnahmen", "strategien"):
        return (catalogue.projekt(record),)
    if kind == "nachnutzungen":
        keys = [record.von.modellprojekt, record.nach.modellprojekt]
    elif kind == "gemeinschaften":
        keys = [party.modellprojekt for party in record.mitglieder]
    else:
        keys = list(getattr(record, "modellprojekte", ()))
    return tuple(catalogue.modellprojekte[key] for key in dict.fromkeys(filter(None, keys)))


def _place(catalogue: Catalogue, kind: str, record: Any, projects: tuple[Modellprojekt, ...]) -> str:
    if kind == "modellprojekte":
        return states_of(catalogue, record)
    if kind == "nachnutzungen":
        return f"{record.von.name} – {record.nach.name}"
    return place_of(projects)


def states_of(catalogue: Catalogue, project: Modellprojekt) -> str:
    return ", ".join(catalogue.begriff("laender", land).name for land in project.laender)


def place_of(projects: Sequence[Modellprojekt]) -> str:
    return ", ".join(project.titel for project in projects) if len(projects) < 4 else f"{len(projects)} Modellprojekte"


def _facets(record: Any, projects: tuple[Modellprojekt, ...]) -> dict[str, tuple[str, ...]]:
    facets: dict[str, Iterable[str]] = {
        "handlungsfeld": getattr(record, "handlungsfelder", ()),
        "technologie": getattr(record, "technologien", ()),
        "ziel": getattr(record, "ziele", ()),
        "status": filter(None, [getattr(record, "status", None)]),
        "projekt": (project.id for project in projects),
        **{facet: [value for project in projects for value in of_project(project)[facet]] for facet in BY_PROJECT},
        "open_source": ["ja"] if getattr(record, "open_source", None) else [],
    }
    return {name: tuple(dict.fromkeys(values)) for name, values in facets.items()}


def of_project(project: Modellprojekt) -> dict[str, tuple[str, ...]]:
    """What everything that belongs to a project shares with it."""
    return {"land": project.laender, "groesse": (project.groessenklasse,), "staffel": (project.staffel,)}


def _date(record: Any) -> str | None:
    for name in ("status_datum", "datum", "jahr", "gegruendet", "stand"):
        if value := getattr(record, name, None):
            return str(value)
    return None
