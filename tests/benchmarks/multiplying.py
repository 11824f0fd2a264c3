"""A records folder several times as large: every record but the vocabularies again under a new id, linked among its own copies.

The texts stay what they are. That is the hardest case for what compares texts, since every measure has its like in every copy.
"""

from __future__ import annotations

import copy
import shutil
from pathlib import Path
from typing import Any

import yaml

from generator.problems import BadInput, errors
from generator.reading import Entry, read
from generator.records.fields import RefTo
from generator.records.pointers import pointed
from generator.records.scalars import Trap

NAMES = ("Ahornhausen", "Birkenfelde", "Eichenwerder", "Erlengrund", "Fichtenstein", "Lindental", "Pappelkamp", "Ulmenbruch", "Weidenau")
"""So that the copies of a title are not nearly the same."""
LONGEST_TITLE = 120


class _Dumper(yaml.SafeDumper):
    pass


_Dumper.add_representer(Trap, lambda dumper, value: dumper.represent_str(str(value)))


def multiply(records: Path, target: Path, times: int) -> int:
    """How many records there are now."""
    reading = read(records)
    if wrong := errors(reading.problems):
        raise BadInput(wrong)
    shutil.copytree(records, target, dirs_exist_ok=True)
    entries = [entry for entry in reading.entries if entry.kind.folder != "vokabular"]
    for number in range(1, times):
        for entry in entries:
            path = target / entry.kind.folder / f"{copied(entry.id, number)}{entry.kind.suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_text(entry, number), "utf-8")
    return len(reading.entries) + len(entries) * (times - 1)


def copied(record_id: str, number: int) -> str:
    """zwoenitz/erzmobil becomes zwoenitz-kopie-1/erzmobil: the copy of a measure lies with the copy of its project."""
    first, slash, rest = record_id.partition("/")
    return f"{first}-kopie-{number}{slash}{rest}"


def _text(entry: Entry, number: int) -> str:
    data = copy.deepcopy(entry.tree.data)
    model = entry.kind.model_of(entry.id)
    assert model is not None
    for path, value, mark in pointed(model, data):
        if isinstance(mark, RefTo):
            _put(data, path, copied(value, number))
    if "frueher" in data:
        data["frueher"] = [copied(old, number) for old in data["frueher"]]
    if len(longer := f"{data.get('titel')} {NAMES[number % len(NAMES)]}") <= LONGEST_TITLE and "titel" in data:
        data["titel"] = longer
    body = data.pop("text", None) if entry.kind.suffix == ".md" else None
    head = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120)
    return f"---\n{head}---\n\n{body or ''}\n" if entry.kind.suffix == ".md" else head


def _put(data: Any, path: tuple[Any, ...], value: str) -> None:
    *way, last = path
    for step in way:
        data = data[step]
    data[last] = value
