"""The API as static files: every kind of record as a list, every record alone, and the schema of both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.exports.envelope import ROOT, answer, as_json, as_result, envelope_schema
from generator.exports.tables import TABLES
from generator.files import SiteFile
from generator.history import History
from generator.publication import Publication
from generator.records import KINDS, Kind
from generator.records.fields import Record
from generator.records.loesung import Loesung
from generator.records.massnahme import Massnahme
from generator.records.schema import Terms, json_schema, model_schema
from generator.records.vokabular import VOCABULARIES


def files(catalogue: Catalogue, publication: Publication, history: History) -> Iterator[SiteFile]:
    for kind in KINDS.values():
        records = catalogue.kinds()[kind.folder]
        found = {record_id: as_result(entry(record, catalogue, publication, history)) for record_id, record in records.items()}
        for record_id, one in found.items():
            yield answer(f"{kind.folder}/{record_id}.json", catalogue, [one])
        yield answer(f"{kind.folder}.json", catalogue, [found.pop(record_id) for record_id in records])
        yield SiteFile(f"{ROOT}/schema/{kind.folder}.json", as_json(envelope_schema(kind.many, schema_of(kind, catalogue.begriffe))))
    yield answer("index.json", catalogue, map(as_result, overview(catalogue, publication)))
    yield SiteFile(f"{ROOT}/schema/index.json", as_json(envelope_schema("Verzeichnis der Schnittstelle", _INDEX_ENTRY)))


def entry(record: Record, catalogue: Catalogue, publication: Publication, history: History) -> dict[str, Any]:
    """A record with all that is known of it. What is unknown is absent, as in its file."""
    found: dict[str, Any] = {"id": record.id}
    if (page := address_of(record)) is not None:
        found["url"] = publication.url(page)
    found |= {name: value for name, value in record.model_dump(mode="json", exclude_none=True).items() if value != []}
    if isinstance(record, (Massnahme, Loesung)):
        found |= {"status_datum": record.status_datum} if record.status_datum else {}
        found["moeglicherweise_veraltet"] = catalogue.veraltet(record)
    if isinstance(record, Massnahme):
        project = catalogue.projekt(record)
        found |= {"modellprojekt": project.id, "laender": list(project.laender), "staffel": project.staffel}
        found["groessenklasse"] = project.groessenklasse
    if change := history.get(record.file):
        found |= {"aufgenommen": change.created, "geaendert": change.updated}
    return found


_ADDED: dict[str, dict[str, Any]] = {
    "id": {"type": "string", "title": "Kennung", "description": "Eindeutig innerhalb der Art; sie bleibt."},
    "url": {"type": "string", "format": "uri-reference", "title": "Seite", "description": "Seite des Eintrags auf dieser Website."},
    "aufgenommen": {"type": "string", "format": "date-time", "title": "Aufgenommen", "description": "Erste Fassung dieses Eintrags."},
    "geaendert": {"type": "string", "format": "date-time", "title": "Geändert", "description": "Letzte Änderung dieses Eintrags."},
}
_ADDED_TO_STATEMENTS: dict[str, dict[str, Any]] = {
    "status_datum": {"type": "string", "title": "Datum des Status", "description": "Fehlt es, ist das Datum nicht bekannt."},
    "moeglicherweise_veraltet": {
        "type": "boolean",
        "title": "Möglicherweise veraltet",
        "description": "Offener Status, der älter als zwei Jahre oder ohne Datum ist.",
    },
}
_ADDED_TO_MEASURES: dict[str, dict[str, Any]] = {
    "modellprojekt": {"type": "string", "title": "Modellprojekt", "x-datensatz": "modellprojekte"},
    "laender": {"type": "array", "items": {"type": "string", "x-vokabular": "laender"}, "title": "Länder des Modellprojekts"},
    "staffel": {"type": "string", "title": "Staffel des Modellprojekts", "x-vokabular": "staffeln"},
    "groessenklasse": {"type": "string", "title": "Größenklasse des Modellprojekts", "x-vokabular": "groessenklassen"},
}


def schema_of(kind: Kind, terms: Terms) -> dict[str, Any]:
    """The schema of a record as the API hands it out: the model's, and what we add."""
    if kind.folder == "vokabular":
        return _schema_of_vocabularies()
    schema: dict[str, Any] = _as_handed_out(json_schema(kind, terms))
    added = dict(_ADDED)
    if hasattr(kind.model, "status_datum"):
        added |= _ADDED_TO_STATEMENTS
    if kind.model is Massnahme:
        added |= _ADDED_TO_MEASURES
    schema["title"] = kind.one
    schema["properties"] = {"id": added.pop("id"), "url": added.pop("url"), **schema["properties"], **added}
    schema["required"] = ["id", "url", *schema.get("required", [])]
    return schema


def _as_handed_out(node: Any) -> Any:
    """A file may say 2024 or '2024'; we always hand out text. Examples help who writes, not who reads."""
    if isinstance(node, list):
        return [_as_handed_out(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    node = {key: _as_handed_out(inner) for key, inner in node.items() if key not in ("examples", "enumDescriptions", "x-form")}
    if node.get("type") == ["string", "integer"]:
        node["type"] = "string"
    if "x-namen" in node:
        node["enum"] = list(node["x-namen"])
    options = node.get("anyOf", [])
    if [option.get("type") for option in options] == ["string", "integer"]:
        del node["anyOf"]
        node |= options[0]
    return node


def _schema_of_vocabularies() -> dict[str, Any]:
    """One of several shapes: each vocabulary may say more about its terms than the others."""
    definitions: dict[str, Any] = {}
    shapes: dict[str, list[str]] = {}
    for name, model in VOCABULARIES.items():
        schema = _as_handed_out(model_schema(model, {}))
        definitions |= schema.pop("$defs")
        schema["title"] = schema["properties"]["begriffe"]["items"]["$ref"].rpartition("/")[2]
        schema["properties"] = {**_ADDED, **schema["properties"]}
        schema["required"] = ["id", *schema["required"]]
        definitions[f"Vokabular_{schema['title']}"] = schema
        shapes.setdefault(schema["title"], []).append(name)
    for title, names in shapes.items():
        definitions[f"Vokabular_{title}"]["properties"]["id"] = {**_ADDED["id"], "enum": names}
    return {"title": "Vokabular", "oneOf": [{"$ref": f"#/$defs/Vokabular_{title}"} for title in shapes], "$defs": definitions}


# --- the way in ------------------------------------------------------------------------------------------------------

_INDEX_ENTRY: dict[str, Any] = {
    "type": "object",
    "required": ["id", "titel", "art", "url"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string"},
        "titel": {"type": "string"},
        "art": {"enum": ["liste", "tabelle", "karte", "katalog", "beschreibung", "feed"]},
        "url": {"type": "string", "format": "uri-reference"},
        "schema": {"type": "string", "format": "uri-reference"},
        "typ": {"type": "string", "description": "Medientyp."},
        "total": {"type": "integer", "minimum": 0},
    },
}


def overview(catalogue: Catalogue, publication: Publication) -> Iterator[dict[str, Any]]:
    """Everything that can be fetched, lists first. Without a public address, seen from the root of the site."""
    for kind in KINDS.values():
        yield {
            "id": kind.folder,
            "titel": kind.many,
            "art": "liste",
            "url": publication.url(f"{ROOT}/{kind.folder}.json"),
            "schema": publication.url(f"{ROOT}/schema/{kind.folder}.json"),
            "typ": "application/json",
            "total": len(catalogue.kinds()[kind.folder]),
        }
    for name, title, art, path, kind_of_media in _OTHERS:
        yield {"id": name, "titel": title, "art": art, "url": publication.url(path), "typ": kind_of_media}


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OTHERS = (
    ("karte", "Modellprojekte auf der Karte", "karte", f"{ROOT}/modellprojekte.geojson", "application/geo+json"),
    *(
        (f"tabelle-{name}-{suffix}", f"{KINDS[name].many} als {label}", "tabelle", f"daten/{name}.{suffix}", media)
        for name in TABLES
        for suffix, label, media in (("csv", "CSV", "text/csv"), ("xlsx", "Excel", XLSX))
    ),
    ("feed", "Neue und geänderte Einträge", "feed", "feed.xml", "application/atom+xml"),
    ("katalog-ttl", "DCAT-AP.de in Turtle", "katalog", f"{ROOT}/katalog.ttl", "text/turtle"),
    ("katalog-jsonld", "DCAT-AP.de in JSON-LD", "katalog", f"{ROOT}/katalog.jsonld", "application/ld+json"),
    ("openapi", "Beschreibung der Schnittstelle (OpenAPI 3.1)", "beschreibung", f"{ROOT}/openapi.json", "application/openapi+json"),
)
