"""What files said when they were read last. To take YAML apart takes half of the time of a reading, and most files never change."""

from __future__ import annotations

import hashlib
from typing import Any

from pydantic_core import PydanticSerializationError, from_json, to_json

from generator.records.scalars import Trap


class Earlier:
    """Values by the text they stand in. Kept is only what is all that can be known of a text: no mistakes, no traps."""

    def __init__(self, kept: str | None = None) -> None:
        self._before: dict[str, Any] = from_json(kept) if kept else {}
        self._now: dict[str, Any] = {}

    def values(self, form: str, text: str) -> Any:
        """What the text of this form (.yml, .md) says, if it was there before."""
        name = _name(form, text)
        found = self._before.get(name)
        if found is not None:
            self._now[name] = found
        return found

    def keep(self, form: str, text: str, values: Any) -> None:
        if _is_plain(values):
            self._now[_name(form, text)] = values

    def text(self) -> str | None:
        """All that this reading met, for the next one, if that is not what the last one left."""
        if self._now.keys() == self._before.keys():
            return None
        try:
            return to_json(self._now).decode()
        except PydanticSerializationError:  # half a character, as only an escape can spell it
            return None


def _name(form: str, text: str) -> str:
    return hashlib.blake2b(f"{form}\0{text}".encode(), digest_size=16).hexdigest()


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return not isinstance(value, Trap)
