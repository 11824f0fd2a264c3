"""What only a paper for the council needs of a record, in small files: one per model project and one for all solutions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from generator.catalogue import Catalogue, Statement
from generator.notes import key_of
from generator.records.fields import Source

_TEXTS = ("herausforderung", "voraussetzungen", "aufwand", "kosten_hinweis", "betrieb", "erfahrungen", "hinweis")


def details(catalogue: Catalogue) -> Iterator[tuple[str, dict[str, Any]]]:
    """massnahmen/zwoenitz/erzmobil stands in massnahmen/zwoenitz, loesungen/hal-plan in loesungen."""
    files: dict[str, dict[str, Any]] = defaultdict(dict)
    records: list[Statement] = [*catalogue.massnahmen.values(), *catalogue.loesungen.values()]
    for record in records:
        key = key_of(record)
        files[key.rpartition("/")[0]][key] = _details(catalogue, record)
    yield from sorted(files.items())


def _details(catalogue: Catalogue, record: Statement) -> dict[str, Any]:
    found = {name: _points(getattr(record, name, None)) for name in _TEXTS}
    code = record.quellcode
    if code and code.lizenz:
        found["lizenz"] = [catalogue.begriff("lizenzen", code.lizenz).name]
    return {key: value for key, value in found.items() if value} | {"quellen": [_source(source) for source in record.quellen]}


def _points(value: str | tuple[str, ...] | None) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())


def _source(source: Source) -> dict[str, str]:
    said = {"name": source.name, "url": source.url, "stand": source.stand}
    return {key: value for key, value in said.items() if value}
