"""The fields of a kind one by one, blocks opened up: what a form asks, a table has as a column and a command sets as `key=value`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from generator.records import Kind
from generator.records.schema import Schema, Terms, json_schema

Form = Literal["text", "adresse", "monat", "tag", "janein", "ganzzahl", "zahl", "block"]
_FORMS: dict[str, Form] = {"boolean": "janein", "integer": "ganzzahl", "number": "zahl"}
LONG = 200
"""Text that may be longer than this is written in several lines."""


@dataclass(frozen=True, slots=True)
class Column:
    path: tuple[str, ...]
    title: str
    description: str
    form: Form
    many: bool
    required: bool
    """A record without it is wrong. A field of a block that may be missing is not required."""
    schema: tuple[tuple[str, Any], ...]
    example: Any = None
    vocabulary: str | None = None
    kind: str | None = None
    """The kind of record it refers to."""
    parts: tuple[Column, ...] = ()
    """The fields of a list of blocks."""
    words: tuple[tuple[str, str], ...] = ()
    """What else a term is called, in small letters, and its name."""

    @property
    def key(self) -> str:
        return ".".join(self.path)

    @property
    def choices(self) -> dict[str, str]:
        """Id and name of every term it may hold."""
        return dict(dict(self.schema).get("x-namen", {}))

    @property
    def first_example(self) -> Any:
        """Of a list, one entry."""
        return self.example[0] if isinstance(self.example, list) else self.example

    @property
    def long(self) -> bool:
        return self.form == "text" and not self.choices and int(dict(self.schema).get("maxLength", 0)) > LONG


def columns(kind: Kind, terms: Terms) -> tuple[Column, ...]:
    schema = json_schema(kind, terms)
    return tuple(_with_words(column, terms) for column in _columns(schema, schema.get("$defs", {}), (), "", True))


@cache
def columns_without_terms(kind: Kind) -> tuple[Column, ...]:
    return columns(kind, {})


def _columns(block: Schema, defs: dict[str, Schema], path: tuple[str, ...], heading: str, needed: bool) -> Iterator[Column]:
    for name, field in block["properties"].items():
        here, title = (*path, name), f"{heading}{field.get('title', name)}"
        required = needed and name in block.get("required", ())
        inner = _resolved(field, defs)
        if "properties" in inner:
            yield from _columns(inner, defs, here, f"{title}: ", required)
        else:
            yield _column(field, inner, defs, here, title, required)


def _column(field: Schema, inner: Schema, defs: dict[str, Schema], path: tuple[str, ...], title: str, required: bool) -> Column:
    many = inner.get("type") == "array"
    one = _resolved(inner["items"], defs) if many else inner
    is_block = "properties" in one
    examples = field.get("examples") or inner.get("examples") or [None]
    return Column(
        path=path,
        title=title,
        description=field.get("description", ""),
        form="block" if is_block else one.get("x-form") or _FORMS.get(str(one.get("type")), "text"),
        many=many,
        required=required,
        schema=tuple((one | {key: inner[key] for key in ("minItems", "maxItems") if key in inner}).items()),
        example=examples[0],
        vocabulary=one.get("x-vokabular"),
        kind=one.get("x-datensatz"),
        parts=tuple(_columns(one, defs, (), "", True)) if is_block else (),
    )


def _resolved(field: Schema, defs: dict[str, Schema]) -> Schema:
    return defs[field["$ref"].rpartition("/")[2]] | field if "$ref" in field else field


def _with_words(column: Column, terms: Terms) -> Column:
    called = terms.get(column.vocabulary or "", {}).values()
    words = tuple((word.casefold(), term.name) for term in called for word in term.synonyme)
    return replace(column, words=words, parts=tuple(_with_words(part, terms) for part in column.parts))


def value_at(data: Any, path: tuple[str, ...]) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data
