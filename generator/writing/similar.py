"""Is there something like it already? Asked before a new record is written, over all projects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from generator.reading import Entry

ALIKE = 86
"""Titles from this likeness on are shown to whoever is about to write a new one."""


@dataclass(frozen=True, slots=True)
class Alike:
    title: str
    id: str
    likeness: int


class Titles:
    """The titles of one kind, to look for near ones."""

    def __init__(self, entries: Iterable[Entry], folder: str) -> None:
        self._titles = {entry.id: str(entry.get("titel") or "") for entry in entries if entry.kind.folder == folder}
        self._folded = {key: utils.default_process(title) for key, title in self._titles.items()}

    def like(self, title: str) -> list[Alike]:
        """The nearest three."""
        found = process.extract(utils.default_process(title), self._folded, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE, limit=3)
        return [Alike(self._titles[key], key, round(score)) for _, score, key in found]
