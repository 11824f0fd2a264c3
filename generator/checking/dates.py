"""Can these dates be true?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.problems import Path, Problem
from generator.reading import Entry, Reading
from generator.reading.shape import shown

_HAPPENED = ("stand", "status_stand", "geprueft", "jahr", "gegruendet", "datum")
"""Dates of something that has happened: never in the future."""
_YEAR = re.compile(r"\d{4}(-|$)")
_DONE = ("umgesetzt", "verstetigt", "eingestellt")


_NOT_BEFORE = date(2026, 1, 1)
"""When this was written. A clock that shows an earlier day is wrong."""


def plausible_dates(reading: Reading, today: date) -> Iterator[Problem]:
    wrong_clock = today < _NOT_BEFORE
    if wrong_clock:
        message = f"Die Uhr dieses Rechners steht auf {today.isoformat()}. Ob Angaben in der Zukunft liegen, wurde darum nicht geprüft."
        yield Problem(".", 1, 1, "warning", "uhr", "", message)
    for entry in reading.entries:
        yield from () if wrong_clock else _future(entry, today.isoformat())
        yield from _order(entry)


def _future(entry: Entry, today: str) -> Iterator[Problem]:
    for path, value in _dates(entry.tree.data):
        if value > today[: len(value)]:
            yield entry.problem(path, "zukunft", f"{shown(value)} liegt in der Zukunft (heute ist der {today}).")
    status = entry.get("status")
    for name in ("beginn", "ende") if status in _DONE else ():
        value = str(entry.get(name) or "")
        if _YEAR.match(value) and value > today[: len(value)]:
            yield entry.problem(
                (name,), "zukunft", f"{shown(value)} liegt in der Zukunft, der Status ist aber „{status}“. Eines von beiden stimmt nicht."
            )


def _dates(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in _HAPPENED and isinstance(inner, (str, int)):
                if _YEAR.match(str(inner)):
                    yield (*path, key), str(inner)
            else:
                yield from _dates(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _dates(inner, (*path, index))


def _order(entry: Entry) -> Iterator[Problem]:
    begin, end = str(entry.get("beginn") or ""), str(entry.get("ende") or "")
    if _YEAR.match(begin) and _YEAR.match(end):
        length = min(len(begin), len(end))
        if end[:length] < begin[:length]:
            yield entry.problem(("ende",), "reihenfolge", f"Das Ende {shown(end)} liegt vor dem Beginn {shown(begin)}.")
