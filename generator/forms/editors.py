"""JSON Schemas beside the settings that tell an editor which files they are for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.files import SiteFile
from generator.records import KINDS
from generator.records.schema import DIALECT, Terms, json_schema, model_schema
from generator.records.vokabular import VOCABULARIES

FOLDER = ".vscode"


def files(terms: Terms) -> Iterator[SiteFile]:
    mapped: dict[str, str] = {}
    for kind in KINDS.values():
        if kind.suffix == ".yml" and kind.folder != "vokabular":
            mapped[kind.folder] = f"measures/{kind.folder}/**/*.yml"
            yield SiteFile(f"{FOLDER}/schemas/{kind.folder}.json", _json(json_schema(kind, terms)))
    for name, model in VOCABULARIES.items():
        mapped[f"vokabular-{name}"] = f"measures/vokabular/{name}.yml"
        schema = {"$schema": DIALECT, "title": f"Vokabular {name}"} | model_schema(model, terms)
        yield SiteFile(f"{FOLDER}/schemas/vokabular-{name}.json", _json(schema))
    settings = {
        "yaml.schemas": {f"./{FOLDER}/schemas/{name}.json": pattern for name, pattern in mapped.items()},
        "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.formatOnSave": False},
    }
    yield SiteFile(f"{FOLDER}/settings.json", _json(settings))
    yield SiteFile(f"{FOLDER}/extensions.json", _json({"recommendations": ["redhat.vscode-yaml"]}))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
