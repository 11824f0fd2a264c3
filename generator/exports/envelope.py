"""The form every answer of the API has, and how JSON is written: readable, in a fixed order, with real umlauts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic_core import to_json

from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.records.schema import DIALECT

VERSION = "1.0"
"""Second number: something was added. First number: something was taken away or changed, under a new address."""
ROOT = "api/v1"


def answer(path: str, catalogue: Catalogue, results: Iterable[bytes]) -> SiteFile:
    """All records together take less room as JSON, which `as_result` makes of each, than as anything else."""
    found = list(results)
    head = as_json({"schema_version": VERSION, "stand": catalogue.stand, "total": len(found)}).removesuffix(b"\n}\n")
    begin, end = (b"[\n  ", b"\n ]") if found else (b"[", b"]")
    parts = found or [b""]
    parts[0] = b"".join((head, b',\n "result": ', begin, parts[0]))
    parts[-1] = b"".join((parts[-1], end, b"\n}\n"))
    return SiteFile(f"{ROOT}/{path}", b",\n  ".join(parts))


def as_result(value: Any) -> bytes:
    """In the list of an answer."""
    return to_json(value, indent=1).replace(b"\n", b"\n  ")


def as_json(value: Any) -> bytes:
    return to_json(value, indent=1) + b"\n"


def envelope_schema(title: str, record: dict[str, Any]) -> dict[str, Any]:
    """The schema of an answer whose results look like `record`."""
    definitions = record.pop("$defs", {})
    record.pop("$schema", None)
    return {
        "$schema": DIALECT,
        "title": title,
        "type": "object",
        "required": ["schema_version", "stand", "total", "result"],
        "properties": {
            "schema_version": {"type": "string", "pattern": r"^1\.\d+$", "description": "Fassung der Schnittstelle."},
            "stand": {"type": "string", "description": "Datum der jüngsten Quelle aller Datensätze.", "examples": ["2026-11"]},
            "total": {"type": "integer", "minimum": 0, "description": "Zahl der Einträge in result."},
            "result": {"type": "array", "items": {"$ref": "#/$defs/eintrag"}},
        },
        "$defs": {"eintrag": record, **definitions},
    }
