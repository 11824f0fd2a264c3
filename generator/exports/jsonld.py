"""What a page is about, in the words of schema.org, for search engines."""

from __future__ import annotations

import json
from typing import Any

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.publication import Publication
from generator.records.fields import Record
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.modellprojekt import Modellprojekt

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def about(record: Record, catalogue: Catalogue, publication: Publication) -> str:
    """The JSON-LD of a record's page, safe to stand inside a script element."""
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": getattr(record, "titel", record.id),
        "inLanguage": "de",
        "license": LICENCE,
        "isPartOf": {"@type": "WebSite", "name": publication.name, **({"url": publication.address} if publication.address else {})},
        "publisher": {"@type": "GovernmentOrganization", "name": publication.publisher.name},
    }
    if publication.address:
        found["url"] = publication.url(address_of(record) or "")
    if kurz := getattr(record, "kurz", None):
        found["abstract"] = kurz
    if isinstance(record, (Massnahme, Loesung)):
        found["about"] = [{"@type": "Thing", "name": catalogue.begriff("handlungsfelder", term).name} for term in record.handlungsfelder]
        if code := record.quellcode and record.quellcode.repository:
            found["mentions"] = {"@type": "SoftwareSourceCode", "codeRepository": code}
    if isinstance(record, Massnahme):
        found["contentLocation"] = _place(catalogue.projekt(record))
    elif isinstance(record, Modellprojekt):
        found["about"] = _place(record)
    found["citation"] = [source.url for source in getattr(record, "quellen", ()) if source.url]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _place(project: Modellprojekt) -> dict[str, Any]:
    point = project.koordinaten
    return {
        "@type": "Place",
        "name": project.titel,
        "geo": {"@type": "GeoCoordinates", "latitude": point.breite, "longitude": point.laenge},
    }
