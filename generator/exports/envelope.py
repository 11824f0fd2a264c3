"""The form every answer of the API has, and how JSON is written: readable, in a fixed order, with real umlauts."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from pydantic_core import to_json

from generator.catalogue import Catalogue
from generator.files import SiteFile
from generator.records.schema import DIALECT

VERSION = "1.0"
"""Second number: something was added. First number: something was taken away or changed, under a new address."""
ROOT = "api/v1"


def answer(path: str, catalogue: Catalogue, results: Iterable[bytes]) -> SiteFile:
    """All records together take less room as JSON, which `as_result` makes of each, than as anything else; and each is let go once it is written."""
    found = deque(results)
    written = BytesIO()
    written.write(as_json({"schema_version": VERSION, "stand": catalogue.stand, "total": len(found)}).removesuffix(b"\n}\n"))
    written.write(b',\n "result": [')
    end = b"\n ]\n}\n" if found else b"]\n}\n"
    between = b"\n  "
    while found:
        written.write(between)
        written.write(found.popleft())
        between = b",\n  "
    written.write(end)
    return SiteFile(f"{ROOT}/{path}", written.getvalue())


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
