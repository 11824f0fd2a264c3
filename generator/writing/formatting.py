"""The canonical form of files in the records folder."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Problem
from generator.reading import MAX_BYTES, place_of, record_files
from generator.writing.canonical import canonical
from generator.writing.tree import Unwritable

__all__ = ["formatted", "record_files"]


def formatted(records: Path, file: str) -> str | None:
    """The canonical text of a file, or None where it is written so already."""
    place = place_of(file)
    path = records / file
    if isinstance(place, Problem) or path.stat().st_size > MAX_BYTES:
        raise Unwritable(file)
    kind, record_id = place
    try:
        before = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Unwritable("not UTF-8") from None
    after = canonical(before, kind, kind.model_of(record_id))
    return after if after != before else None
