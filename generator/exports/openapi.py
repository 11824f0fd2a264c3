"""The description of the API that tools read: OpenAPI 3.1. The schemas are the published ones, not a second copy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue import Catalogue
from generator.exports.envelope import ROOT, VERSION, as_json
from generator.files import SiteFile
from generator.publication import Publication
from generator.records import KINDS, Kind


def files(catalogue: Catalogue, publication: Publication) -> Iterator[SiteFile]:
    yield SiteFile(f"{ROOT}/openapi.json", as_json(description(catalogue, publication)))


def description(catalogue: Catalogue, publication: Publication) -> dict[str, Any]:
    paths: dict[str, Any] = {"/index.json": _get("verzeichnis", "Alles, was es gibt", "index.json")}
    for kind in KINDS.values():
        paths[f"/{kind.folder}.json"] = _get(kind.folder, f"Alle Einträge: {kind.many}", f"{kind.folder}.json", tag=kind.many)
        paths |= _single(kind, catalogue)
    paths["/modellprojekte.geojson"] = _get(
        "karte", "Modellprojekte auf der Karte", "modellprojekte.geojson.json", "application/geo+json", KINDS["modellprojekte"].many
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{publication.name}: offene Daten",
            "version": VERSION,
            "summary": "Alle Datensätze als Dateien, ohne Anmeldung und ohne Zugriffsgrenze.",
            "description": _ABOUT,
            "license": {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"},
            "contact": {"name": publication.publisher.name, "url": publication.publisher.website, "email": publication.publisher.email},
        },
        "servers": [{"url": publication.url("api/v1") if publication.address else "."}],
        "tags": [{"name": kind.many} for kind in KINDS.values()],
        "paths": paths,
    }


_ABOUT = (
    "Jede Antwort hat dieselbe Hülle: schema_version, stand, total und result. Ein fehlendes Feld heißt „nicht bekannt“. "
    "Innerhalb von v1 kommt höchstens etwas hinzu; was wegfällt oder sich ändert, kommt unter v2."
)


def _single(kind: Kind, catalogue: Catalogue) -> dict[str, Any]:
    first = next(iter(catalogue.kinds()[kind.folder]), "beispiel")
    names = ("modellprojekt", "name") if kind.by_project else ("name",)
    parameters = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "description": "Teil der Kennung des Eintrags.",
            "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"},
            "example": part,
        }
        for name, part in zip(names, first.split("/"), strict=True)
    ]
    get = _get(f"{kind.folder}_einzeln", f"Ein Eintrag: {kind.one}", f"{kind.folder}.json", tag=kind.many)
    get["get"]["parameters"] = parameters
    get["get"]["responses"]["404"] = {"description": "Diesen Eintrag gibt es nicht."}
    return {f"/{kind.folder}/{'/'.join(f'{{{name}}}' for name in names)}.json": get}


def _get(operation: str, summary: str, schema: str, media: str = "application/json", tag: str | None = None) -> dict[str, Any]:
    answer = {"description": "Die Einträge in ihrer Hülle.", "content": {media: {"schema": {"$ref": f"./schema/{schema}"}}}}
    return {"get": {"operationId": operation, "summary": summary, **({"tags": [tag]} if tag else {}), "responses": {"200": answer}}}
