"""JSON Schema of a kind of record, read off its model: German titles, help texts, examples, limits, and the terms it may use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

Terms = Mapping[str, Mapping[str, str]]
"""The names of the terms of every vocabulary, by their ids."""
_LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
"""Pydantic leaves these limits in its own words where a validator stands before the type."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[BaseModel], terms: Terms | None = None, examples: bool = True) -> dict[str, Any]:
    """Where the terms are given, a field that takes one lists them, each with its name. Examples help who writes, not who reads."""
    schema: dict[str, Any] = {"$schema": DIALECT, **model.model_json_schema()}
    for part in _parts(schema):
        _clean(part)
        if not examples:
            part.pop("examples", None)
        if names := (terms or {}).get(part.get("x-vokabular", "")):
            part.pop("type", None)
            part["oneOf"] = [{"const": term, "title": name} for term, name in names.items()]
    schema.pop("description", None)
    for definition in schema.get("$defs", {}).values():
        definition.pop("description", None)
    return schema


def _clean(part: dict[str, Any]) -> None:
    """An optional field is simply absent; that it could also be null is a detail of Python."""
    if part.get("default", ...) in (None, []):
        del part["default"]
    for ours, theirs in _LIMITS.items():
        if ours in part:
            part[theirs] = part.pop(ours)
    choices = part.get("anyOf", [])
    if {"type": "null"} in choices:
        choices = [choice for choice in choices if choice != {"type": "null"}]
        if len(choices) == 1:
            del part["anyOf"]
            for key, value in choices[0].items():
                part.setdefault(key, value)
        else:
            part["anyOf"] = choices


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema; names of fields, examples and constants are none."""
    if not isinstance(schema, dict):
        return
    yield schema
    for key in ("properties", "$defs"):
        for part in schema.get(key, {}).values():
            yield from _parts(part)
    for key in ("anyOf", "oneOf", "allOf"):
        for part in schema.get(key, []):
            yield from _parts(part)
    yield from _parts(schema.get("items"))
