"""The canonical form of files in the records folder."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Problem
from generator.reading.files import Unfit, content
from generator.reading.names import place_of
from generator.writing.canonical import canonical
from generator.writing.tree import Unwritable


def formatted(records: Path, file: str) -> tuple[bytes, str] | None:
    """What a file holds and its canonical text, or None where it is written so already."""
    place = place_of(file)
    if isinstance(place, Problem):
        raise Unwritable(file)
    kind, record_id = place
    try:
        raw = content(records / file)
        before = raw.decode("utf-8")
    except (Unfit, UnicodeDecodeError) as error:
        raise Unwritable(str(error)) from None
    after = canonical(before, kind, kind.model_of(record_id))
    return (raw, after) if after != before else None
