"""Where a kind of record points elsewhere: to a term of a vocabulary or to another record. Read off the models."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from generator.problems import Path
from generator.records.fields import RefTo, TermOf

Marker = TermOf | RefTo
EACH = "*"
"""Stands in a pattern for every entry of a list."""


@cache
def pointers(model: type[BaseModel]) -> tuple[tuple[tuple[str, ...], Marker], ...]:
    """The pattern of every pointing field, with what it points to."""
    return tuple(
        found
        for name, info in model.model_fields.items()
        for found in (*_marked((name,), info.metadata), *_inside((name,), info.annotation))
    )


def _marked(pattern: tuple[str, ...], metadata: Any) -> Iterator[tuple[tuple[str, ...], Marker]]:
    yield from ((pattern, mark) for mark in metadata if isinstance(mark, (TermOf, RefTo)))


def _inside(pattern: tuple[str, ...], annotation: Any) -> Iterator[tuple[tuple[str, ...], Marker]]:
    if isinstance(annotation, type) and not get_origin(annotation) and issubclass(annotation, BaseModel):
        yield from (((*pattern, *inner), mark) for inner, mark in pointers(annotation))
        return
    if get_origin(annotation) is Annotated:
        annotation, *metadata = get_args(annotation)
        yield from _marked(pattern, metadata)
        yield from _inside(pattern, annotation)
        return
    deeper = (*pattern, EACH) if get_origin(annotation) is tuple else pattern
    for inner in get_args(annotation):
        yield from _inside(deeper, inner)


def pointed(model: type[BaseModel], data: Any) -> Iterator[tuple[Path, str, Marker]]:
    """Every pointing value in the data of a record, with its place and what it points to.

    The data need not have the right shape: what is of a wrong type is passed over here, others say so.
    """
    for pattern, mark in pointers(model):
        for path, value in _values(data, pattern):
            yield path, value, mark


def _values(value: Any, pattern: tuple[str, ...], path: Path = ()) -> Iterator[tuple[Path, str]]:
    if not pattern:
        if isinstance(value, str) or type(value) is int:
            yield path, str(value)
    elif pattern[0] == EACH:
        if pattern == (EACH,) and isinstance(value, str):
            yield path, value  # alone where a list belongs, which others say
        for index, item in enumerate(value if isinstance(value, list) else ()):
            yield from _values(item, pattern[1:], (*path, index))
    elif isinstance(value, dict) and pattern[0] in value:
        yield from _values(value[pattern[0]], pattern[1:], (*path, pattern[0]))
