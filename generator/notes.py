"""What the Merkliste shows and compares, as small files it loads only when asked: one per model project and one for all solutions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from markupsafe import Markup

from generator.addresses import href, page_of
from generator.catalogue import Catalogue, Statement
from generator.files import SiteFile, handed_over
from generator.html import element
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.modellprojekt import Modellprojekt
from generator.wording import from_day, listed, number, sentence

NAME = "merkliste/daten"
HERE = "merkliste/index.md"
"""The addresses in the files are seen from the page of the Merkliste."""


def notes(catalogue: Catalogue) -> Iterator[SiteFile]:
    """What the values are called, which files there are and where old ids went; then every measure and solution with its values."""
    entries: dict[str, dict[str, Any]] = defaultdict(dict)
    moved: dict[str, str] = {}
    records: list[Statement] = [*catalogue.massnahmen.values(), *catalogue.loesungen.values()]
    for record in records:
        key = key_of(record)
        entries[_file(key)][key] = _entry(catalogue, record)
        moved |= {f"{key.partition('/')[0]}/{old}": key for old in record.frueher}
    yield _given(NAME, {"felder": list(_FIELDS), "dateien": sorted(entries), "frueher": moved})
    for file, content in sorted(entries.items()):
        yield _given(f"{NAME}/{file}", content)


def _given(name: str, content: Any) -> SiteFile:
    return handed_over(name, json.dumps(content, ensure_ascii=False, separators=(",", ":")))


def key_of(record: Statement) -> str:
    """How a record is noted: kind and id, as in massnahmen/zwoenitz/erzmobil."""
    return f"{record.file.partition('/')[0]}/{record.id}"


def buttons(record: Statement) -> Markup:
    """Notes a record, prints its page. Hidden until the script that makes it work is there."""
    note = element("button", "Merken", type="button", data_merken=key_of(record), data_titel=record.titel, hidden=True)
    paper = element("button", "Drucken", type="button", data_drucken=True, hidden=True)
    return element("p", note, paper, class_="ws-merken")


def _file(key: str) -> str:
    """massnahmen/zwoenitz/erzmobil lies in massnahmen/zwoenitz.js, loesungen/hal-plan in loesungen.js."""
    return key.rpartition("/")[0]


def _entry(catalogue: Catalogue, record: Statement) -> dict[str, Any]:
    return {
        "titel": record.titel,
        "adresse": href(HERE, page_of(record)),
        "werte": [value(catalogue, record) or None for value in _FIELDS.values()],
    }


# --- the values, each a text or nothing where nobody knows -------------------------------------------------------------


def _state(catalogue: Catalogue, record: Statement) -> str | None:
    """A solution that says nothing of its own stands where its measures stand."""
    if isinstance(record, Loesung) and record.status is None:
        states = (_state(catalogue, catalogue.massnahmen[key]) for key in record.massnahmen)
        return "; ".join(dict.fromkeys(state for state in states if state))
    if record.status is None:
        return None
    known = f"Angabe {from_day(record.status_datum)}" if record.status_datum else "ohne Datum"
    old = ", kann überholt sein" if catalogue.veraltet(record) else ""
    return f"{catalogue.begriff('status', record.status).name} ({known}{old})"


def _projects(catalogue: Catalogue, record: Statement) -> list[Modellprojekt]:
    if isinstance(record, Massnahme):
        return [catalogue.projekt(record)]
    return [catalogue.modellprojekte[key] for key in record.modellprojekte]


def _place(catalogue: Catalogue, record: Statement) -> str:
    def named(project: Modellprojekt) -> str:
        return f"{project.titel} ({', '.join(catalogue.begriff('laender', land).kuerzel for land in project.laender)})"

    return listed(named(project) for project in _projects(catalogue, record))


def _size(catalogue: Catalogue, record: Statement) -> str:
    return listed(dict.fromkeys(catalogue.begriff("groessenklassen", p.groessenklasse).name for p in _projects(catalogue, record)))


def _terms(vocabulary: str) -> Callable[[Catalogue, Statement], str]:
    return lambda catalogue, record: ", ".join(catalogue.begriff(vocabulary, term).name for term in getattr(record, vocabulary))


def _costs(_: Catalogue, record: Statement) -> str:
    amount = f"{number(record.kosten_eur)} Euro" if record.kosten_eur is not None else None
    return ". ".join(part for part in (amount, sentence(record.kosten_hinweis)) if part)


def _text(field: str) -> Callable[[Catalogue, Statement], str]:
    return lambda _, record: _joined(getattr(record, field))


def _joined(value: str | Iterable[str] | None) -> str:
    return value if isinstance(value, str) else " ".join(sentence(point) or "" for point in value or ())


def _open_source(catalogue: Catalogue, record: Statement) -> str | None:
    code = record.quellcode
    license_ = f"Lizenz: {catalogue.begriff('lizenzen', code.lizenz).name}" if code and code.lizenz else None
    said = None if record.open_source is None else "ja" if record.open_source else "nein"
    return ", ".join(part for part in (said, license_, code.repository if code else None) if part)


def _adoptions(catalogue: Catalogue, record: Statement) -> str:
    by_kind: dict[str, list[str]] = defaultdict(list)
    for adoption in catalogue.gegeben(record):
        by_kind[adoption.art].append(adoption.nach.name)
    kinds = catalogue.begriffe["nachnutzungsarten"]
    said = (f"{kinds[kind].name}: {listed(sorted(set(by_kind[kind])))}" for kind in kinds if kind in by_kind)
    return "; ".join(said) or "keine belegt"


def _title(field: str) -> str:
    return str(Loesung.model_fields[field].title)


_FIELDS: dict[str, Callable[[Catalogue, Statement], str | None]] = {
    _title("kurz"): _text("kurz"),
    "Stand": _state,
    "Ort": _place,
    "Größe": _size,
    _title("handlungsfelder"): _terms("handlungsfelder"),
    "Technik": _terms("technologien"),
    "Kosten": _costs,
    _title("aufwand"): _text("aufwand"),
    _title("betrieb"): _text("betrieb"),
    _title("voraussetzungen"): _text("voraussetzungen"),
    _title("open_source"): _open_source,
    "Nachnutzungen": _adoptions,
}
"""What is compared, in this order."""
