"""Models to JSON Schema: what editors, forms, tables and programs may know of a record, in German and never written twice."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.records import KINDS, Kind
from generator.records.vokabular import VOCABULARIES, Begriff

Schema = dict[str, Any]
Terms = Mapping[str, Mapping[str, Begriff]]
"""The terms of every vocabulary by id, as the catalogue holds them."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAME = "[a-z0-9]+(-[a-z0-9]+)*"


def json_schema(kind: Kind, terms: Terms) -> Schema:
    """The schema of a kind of record. Values from a vocabulary become an enumeration with their German names."""
    return {"$schema": DIALECT, "title": kind.one} | model_schema(_model(kind), terms)


def model_schema(model: Any, terms: Terms) -> Schema:
    schema: Schema = _told(_raw(model), terms)
    return schema


@cache
def _raw(model: Any) -> Schema:
    """As pydantic tells it, which takes a while. Whoever changes it changes a copy."""
    raw = TypeAdapter(model).json_schema(ref_template="#/$defs/{model}")
    for block in (raw, *raw.get("$defs", {}).values()):
        for named_for_programmers in ("title", "description"):
            block.pop(named_for_programmers, None)
    return raw


def _model(kind: Kind) -> Any:
    if kind.folder != "vokabular":
        return kind.model
    different: Any = None
    for model in dict.fromkeys(VOCABULARIES.values()):
        different = model if different is None else different | model
    return different


def _told(node: Any, terms: Terms) -> Any:
    if isinstance(node, list):
        return [_told(inner, terms) for inner in node]
    if not isinstance(node, dict):
        return node
    node = _one_number(_without_null({key: _told(inner, terms) for key, inner in node.items()}))
    if isinstance(node.get("default"), list) and not node["default"]:
        del node["default"]
    if "x-vokabular" in node:
        node |= _choices(terms.get(node["x-vokabular"], {}), node.get("type"))
    if "x-datensatz" in node:
        node["pattern"] = f"^{_NAME}/{_NAME}$" if KINDS[node["x-datensatz"]].by_project else f"^{_NAME}$"
    return node


def _without_null(node: Schema) -> Schema:
    """An optional field is left out, never null."""
    options = node.get("anyOf", [])
    if {"type": "null"} not in options:
        return node
    rest = [option for option in options if option != {"type": "null"}]
    node = {key: value for key, value in node.items() if key not in ("anyOf", "default")}
    return (rest[0] if len(rest) == 1 else {"anyOf": rest}) | node


def _one_number(node: Schema) -> Schema:
    """Whole or not, it is a number; limits stand where the two were."""
    options = node.get("anyOf", [])
    if [option.get("type") for option in options if isinstance(option, dict)] != ["integer", "number"]:
        return node
    number: Schema = options[1]
    return number | {key: value for key, value in node.items() if key != "anyOf"}


def _choices(terms: Mapping[str, Begriff], kind: Any) -> Schema:
    if not terms:
        return {}
    ids: list[str | int] = list(terms)
    described = [f"{term.name}: {term.erklaerung}" if term.erklaerung else term.name for term in terms.values()]
    if isinstance(kind, list):  # a name that is a number may stand without quotes
        numbers = [int(term) for term in terms if term.isdigit()]
        ids, described = [*ids, *numbers], [*described, *(terms[str(number)].name for number in numbers)]
    return {"enum": ids, "enumDescriptions": described, "x-namen": {key: term.name for key, term in terms.items()}}
