"""Every record as plain Markdown beside its page, for assistants, scripts and whoever reads without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.exports.words import Said, said
from generator.files import SiteFile
from generator.publication import Publication
from generator.records import KINDS
from generator.records.fields import Record
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme

_SHORT = 80
"""A longer value gets a heading of its own."""
_MARKUP = re.compile(r"[\\\[\]<]|^(?:#{1,6}|[-+*]|\d+[.)])(?=\s|$)|^(?:>|```|~~~)")
"""What would make a link, an image, HTML or a structure of its own. Emphasis is let be: it does no harm and reads badly escaped."""
_SKIPPED = {"titel", "kurz", "text", "quellen", "frueher", "status_stand"}


def files(catalogue: Catalogue, publication: Publication) -> Iterator[SiteFile]:
    for kind, records in catalogue.kinds().items():
        if kind in ("vokabular", "programm"):
            continue
        for record in records.values():
            path = f"{(address_of(record) or '').rstrip('/')}.md"
            yield SiteFile(path, as_markdown(record, catalogue, publication), finished=True)


def line(text: str) -> str:
    """One line of Markdown that says this text, whatever it contains."""
    return _MARKUP.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", " ".join(text.split()))


def as_markdown(record: Record, catalogue: Catalogue, publication: Publication) -> str:
    known = list(said(record, catalogue))
    texts = {entry.place: entry for entry in known}
    parts = [f"# {line(getattr(record, 'titel', record.id))}"]
    parts += [line(texts["kurz",].one)] if ("kurz",) in texts else []
    parts += [texts["text",].one.replace("<", "\\<")] if ("text",) in texts else []  # Markdown already, with links that were checked
    parts.append("\n".join(f"- {name}: {line(value)}" for name, value in _facts(record, known, catalogue)))
    parts += [_section(entry) for entry in known if entry.place[0] not in _SKIPPED and _is_long(entry)]
    parts.append("## Quellen\n\n" + "\n".join(f"- {line(source)}" for source in texts["quellen",].values))
    parts.append(_origin(record, catalogue, publication))
    return "\n\n".join(filter(None, parts)) + "\n"


def _is_long(entry: Said) -> bool:
    return len(entry.one) > _SHORT and entry.place[0] not in ("handlungsfelder", "technologien", "ziele")


def _facts(record: Record, known: list[Said], catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield "Art", KINDS[record.file.partition("/")[0]].one
    if isinstance(record, Massnahme):
        project = catalogue.projekt(record)
        lands = ", ".join(catalogue.begriff("laender", term).name for term in project.laender)
        yield "Modellprojekt", f"{project.titel} ({lands}, {catalogue.begriff('groessenklassen', project.groessenklasse).name})"
    for entry in known:
        if entry.place[0] in _SKIPPED or _is_long(entry):
            continue
        if entry.place == ("status",) and isinstance(record, (Massnahme, Loesung)):
            yield entry.title, f"{entry.one} ({_age(record, catalogue)})"
        else:
            yield entry.title, entry.one


def _age(record: Massnahme | Loesung, catalogue: Catalogue) -> str:
    date = f"Angabe von {record.status_datum}" if record.status_datum else "ohne Datum"
    return f"{date}, möglicherweise veraltet" if catalogue.veraltet(record) else date


def _section(entry: Said) -> str:
    body = line(entry.one) if len(entry.values) == 1 else "\n".join(f"- {line(value)}" for value in entry.values)
    return f"## {entry.title}\n\n{body}"


def _origin(record: Record, catalogue: Catalogue, publication: Publication) -> str:
    address = f" {publication.url(address_of(record) or '')}" if publication.address else ""
    return f"---\n\n{publication.name}, Kennung {record.file.partition('/')[0]}/{record.id}, Stand der Daten {catalogue.stand}, CC BY 4.0.{address}"
