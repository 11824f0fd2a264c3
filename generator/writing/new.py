"""A new record from values: its text in canonical form, and what is wrong with it among all the others."""

from __future__ import annotations

from collections.abc import Mapping as Values
from typing import Any

from generator.checking import check
from generator.problems import Problem
from generator.reading import Reading, entry_of
from generator.reading.names import suggested_name
from generator.records import Kind
from generator.writing.canonical import dump, joined
from generator.writing.tree import Mapping, put


def record_text(kind: Kind, record_id: str, values: Values[str, Any]) -> str:
    """`values` by the key of the field, with dots for blocks; None is left out."""
    tree = Mapping()
    for key, value in values.items():
        if value is not None and key != "text":
            put(tree, tuple(key.split(".")), value)
    head = dump(tree, kind.model_of(record_id))
    return joined(head, str(values.get("text") or "")) if kind.suffix == ".md" else head


def name_for(title: str) -> str:
    """The name of a file for a title: cut at a word, so that it stays readable."""
    name = suggested_name(title)
    return name if len(name) <= 60 else name[:60].rpartition("-")[0]


def problems_with(reading: Reading, file: str, text: str) -> list[Problem]:
    """What the check would say of the record if it lay among the others."""
    entry, problems = entry_of(file, text)
    others = [other for other in reading.entries if other.file != file]
    return [problem for problem in check(Reading([*others, entry], problems)) if problem.file == file]
