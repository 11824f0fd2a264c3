"""What files said when they were read last. To take YAML apart takes half of the time of a reading, and most files never change."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import Any, Protocol

from pydantic_core import PydanticSerializationError, from_json, to_json

from generator.records.scalars import Trap


class Kept(Protocol):
    """Where values wait for the next reading, each under the name of its file and with the key that it must be asked with."""

    def get(self, name: str, key: str) -> str | None: ...

    def put(self, name: str, key: str, value: str) -> None: ...


class Earlier:
    """Values by file and text. Kept is only what is all that can be known of a text: no mistakes, no traps."""

    def __init__(self, kept: Kept | None = None, read_with: str = "") -> None:
        self._kept = kept
        self._read_with = read_with

    def values(self, file: str, text: str) -> Any:
        """What the file says, if it said the same in the same words before."""
        found = self._kept.get(file, self._key(text)) if self._kept else None
        return from_json(found) if found else None

    def keep(self, file: str, text: str, values: Any) -> None:
        if self._kept and _is_plain(values):
            with suppress(PydanticSerializationError):  # half a character, as only an escape can spell it
                self._kept.put(file, self._key(text), to_json(values).decode())

    def _key(self, text: str) -> str:
        return hashlib.blake2b(f"{self._read_with}\0{text}".encode(), digest_size=16).hexdigest()


def _is_plain(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return not isinstance(value, Trap)
