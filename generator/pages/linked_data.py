"""What a page is about, in the words of schema.org, for search engines and other programs."""

from __future__ import annotations

import json
from typing import Any

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.publication import Publication
from generator.records.fields import Record, newest
from generator.records.gemeinschaft import Gemeinschaft
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.modellprojekt import Modellprojekt
from generator.records.ressource import Ressource
from generator.records.strategie import Strategie
from generator.settings import Publisher

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
Data = dict[str, Any]


def linked_data(catalogue: Catalogue, record: Record, description: str, publication: Publication) -> str:
    """One page about one thing, as JSON that can stand inside HTML. Without a word for its kind, the page speaks only of itself."""
    sources = getattr(record, "quellen", ())
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": publication.address and publication.url(address_of(record) or ""),
        "name": getattr(record, "titel", record.id),
        "description": description,
        "inLanguage": "de",
        "license": LICENCE,
        "isPartOf": {"@type": "WebSite", "name": publication.name} | ({"url": publication.address} if publication.address else {}),
        "publisher": _publisher(publication.publisher),
        "dateModified": newest(sources),
        "citation": [source.url or source.titel for source in sources],
        "about": _about(catalogue, record),
    }
    said = {key: value for key, value in page.items() if value}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _publisher(publisher: Publisher) -> Data | None:
    return None if "name" in publisher.unset else {"@type": "GovernmentOrganization", "name": publisher.name}


def _about(catalogue: Catalogue, record: Record) -> Data | None:
    match record:
        case Massnahme():
            return _thing("Project", record) | {"location": _place(catalogue.projekt(record))}
        case Loesung():
            return _thing("SoftwareSourceCode" if record.quellcode else "CreativeWork", record) | _code(record)
        case Modellprojekt():
            return _place(record)
        case Strategie():
            return _thing("Report", record) | ({"datePublished": record.datum} if record.datum else {})
        case Ressource():
            return _thing("CreativeWork", record) | (
                {"publisher": {"@type": "Organization", "name": record.herausgeber}} if record.herausgeber else {}
            )
        case Gemeinschaft():
            return _thing("Organization", record)
    return None


def _thing(kind: str, record: Any) -> Data:
    thing = {"@type": kind, "name": record.titel, "description": getattr(record, "kurz", None), "url": getattr(record, "website", None)}
    return {key: value for key, value in thing.items() if value}


def _place(project: Modellprojekt) -> Data:
    where = project.koordinaten
    return _thing("Place", project) | {"geo": {"@type": "GeoCoordinates", "latitude": where.breite, "longitude": where.laenge}}


def _code(solution: Loesung) -> Data:
    code = solution.quellcode
    return {key: value for key, value in (("codeRepository", code and code.repository), ("license", code and code.lizenz)) if value}
