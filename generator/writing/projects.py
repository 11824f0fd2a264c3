"""Which project somebody means who calls it by its id or its name."""

from __future__ import annotations

from collections.abc import Iterable

from generator.nearest import did_you_mean
from generator.reading import Entry
from generator.reading.shape import shown


class Projects:
    def __init__(self, entries: Iterable[Entry]) -> None:
        self._titles = {entry.id: str(entry.get("titel")) for entry in entries if entry.kind.folder == "modellprojekte"}
        self._ids = {name.casefold(): key for key, title in self._titles.items() for name in (key, title)}

    def id_of(self, said: str) -> str | None:
        return self._ids.get(said.casefold())

    def unknown(self, said: str) -> str:
        """What to say where there is none."""
        return f"Das Modellprojekt {shown(said)} gibt es nicht.{did_you_mean(said, self._titles.values())}"
