"""A record in words: every field under its German name, ids replaced by the names they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.catalogue import Catalogue
from generator.records.fields import Part, Record, Source, TermOf
from generator.records.pointers import EACH, Marker, pointers


class Said(NamedTuple):
    """One field: where it stands in the record, what it is called, and what it says, one entry per value of a list."""

    place: tuple[str, ...]
    title: str
    values: list[str]

    @property
    def one(self) -> str:
        return "; ".join(self.values)


def said(record: Record, catalogue: Catalogue) -> Iterator[Said]:
    """Every field that is known; a block's fields come one by one."""
    yield from _said(record, catalogue, dict(pointers(type(record))), (), "")


def titles(model: type[Part], place: tuple[str, ...] = (), before: str = "") -> Iterator[tuple[tuple[str, ...], str]]:
    """Every field a record of this model could have, in the same order and under the same names."""
    for name, info in model.model_fields.items():
        block = _block(info.annotation)
        if block is not None:
            yield from titles(block, (*place, name), f"{before}{info.title}: ")
        else:
            yield (*place, name), f"{before}{info.title}"


def _block(annotation: Any) -> type[Part] | None:
    """The model of a field that is one block, not a list of them."""
    options = [annotation, *getattr(annotation, "__args__", ())] if not str(annotation).startswith("tuple") else []
    return next((option for option in options if isinstance(option, type) and issubclass(option, Part)), None)


Marks = dict[tuple[str, ...], Marker]


def _said(part: Part, catalogue: Catalogue, marks: Marks, place: tuple[str, ...], before: str) -> Iterator[Said]:
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        here = (*place, name)
        if isinstance(value, Part):
            yield from _said(value, catalogue, marks, here, f"{before}{info.title}: ")
        elif value not in (None, ()):
            many = isinstance(value, tuple)
            found = [_text(item, catalogue, marks, (*here, EACH) if many else here) for item in (value if many else (value,))]
            yield Said(here, f"{before}{info.title}", found)


def _text(value: Any, catalogue: Catalogue, marks: Marks, place: tuple[str, ...]) -> str:
    if isinstance(value, Source):
        return ", ".join(filter(None, (value.titel, value.url, value.stand)))
    if isinstance(value, Part):
        return ", ".join(entry.one for entry in _said(value, catalogue, marks, place, ""))
    if isinstance(value, bool):
        return "ja" if value else "nein"
    mark = marks.get(place)
    if mark is None:
        return str(value)
    if isinstance(mark, TermOf):
        return str(catalogue.begriff(mark.vocabulary, value).name)
    return str(getattr(catalogue.kinds()[mark.kind][value], "titel", value))
