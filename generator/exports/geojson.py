"""The model projects as points on the map, for QGIS and every other program that reads GeoJSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.addresses import address_of
from generator.catalogue import Catalogue
from generator.exports.envelope import ROOT, VERSION, as_json
from generator.files import SiteFile
from generator.publication import Publication
from generator.records.modellprojekt import Modellprojekt
from generator.records.schema import DIALECT


def files(catalogue: Catalogue, publication: Publication) -> Iterator[SiteFile]:
    features = [_feature(project, catalogue, publication) for project in catalogue.modellprojekte.values()]
    collection = {"type": "FeatureCollection", "schema_version": VERSION, "stand": catalogue.stand, "features": features}
    yield SiteFile(f"{ROOT}/modellprojekte.geojson", as_json(collection))
    yield SiteFile(f"{ROOT}/schema/modellprojekte.geojson.json", as_json(_SCHEMA))


def _feature(project: Modellprojekt, catalogue: Catalogue, publication: Publication) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": project.id,
        "geometry": {"type": "Point", "coordinates": [project.koordinaten.laenge, project.koordinaten.breite]},
        "properties": {
            "titel": project.titel,
            "url": publication.url(address_of(project) or ""),
            "land": ", ".join(catalogue.begriff("laender", term).name for term in project.laender),
            "groesse": catalogue.begriff("groessenklassen", project.groessenklasse).name,
            "staffel": project.staffel,
            "einwohner": project.einwohner,
            "massnahmen": len(catalogue.massnahmen_von(project)),
        },
    }


_SCHEMA = {
    "$schema": DIALECT,
    "title": "Modellprojekte als GeoJSON (RFC 7946)",
    "type": "object",
    "required": ["type", "schema_version", "stand", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "schema_version": {"type": "string"},
        "stand": {"type": "string"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "id", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": "string", "description": "Kennung des Modellprojekts."},
                    "geometry": {
                        "type": "object",
                        "required": ["type", "coordinates"],
                        "properties": {
                            "type": {"const": "Point"},
                            "coordinates": {
                                "description": "Länge, dann Breite (WGS 84).",
                                "type": "array",
                                "prefixItems": [
                                    {"type": "number", "minimum": 5, "maximum": 16},
                                    {"type": "number", "minimum": 47, "maximum": 56},
                                ],
                                "items": False,
                                "minItems": 2,
                            },
                        },
                    },
                    "properties": {
                        "type": "object",
                        "required": ["titel", "url", "land", "groesse", "staffel", "einwohner", "massnahmen"],
                        "properties": {
                            "titel": {"type": "string"},
                            "url": {"type": "string", "format": "uri-reference"},
                            "land": {"type": "string"},
                            "groesse": {"type": "string"},
                            "staffel": {"type": "string"},
                            "einwohner": {"type": ["integer", "null"], "description": "null: nicht bekannt."},
                            "massnahmen": {"type": "integer", "minimum": 0},
                        },
                    },
                },
            },
        },
    },
}
