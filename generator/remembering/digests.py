"""Short names for values: the same name, and only then, for values that say the same."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel

from generator.records.fields import Record

Feed = Callable[[bytes], None]


class Digests:
    """Remembers the digests of records and their parts, which never change."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[BaseModel, bytes]] = {}

    def of(self, *values: object) -> str:
        hasher = hashlib.blake2b(digest_size=16)
        for value in values:
            self._feed(value, hasher.update)
        return hasher.hexdigest()

    def _feed(self, value: Any, feed: Feed) -> None:
        """Every value begins with its type and the length of what follows, so that no two values run into each other."""
        match value:
            case None | bool() | int() | float():
                feed(f"{type(value).__name__} {value!r};".encode())
            case str() | bytes():
                data = value.encode() if isinstance(value, str) else value
                feed(f"{type(value).__name__} {len(data)};".encode() + data)
            case BaseModel():
                feed(self._of_model(value))
            case Mapping():
                self._feed_many("mapping", [part for pair in value.items() for part in pair], feed)
            case set() | frozenset():
                self._feed_many("set", sorted(self.of(part) for part in value), feed)
            case tuple() | list():
                self._feed_many(type(value).__qualname__, value, feed)
            case _ if is_dataclass(value):
                self._feed_many(type(value).__qualname__, [getattr(value, one.name) for one in fields(value)], feed)
            case _:
                raise TypeError(f"no digest for a {type(value).__name__}: a page must be made of records and plain values")

    def _feed_many(self, kind: str, values: Iterable[object], feed: Feed) -> None:
        values = tuple(values)
        feed(f"{kind} {len(values)};".encode())
        for value in values:
            self._feed(value, feed)

    def _of_model(self, model: BaseModel) -> bytes:
        known = self._known.get(id(model))
        if known is None:
            name = f"{model.file} {model.id} " if isinstance(model, Record) else ""
            data = f"{type(model).__qualname__} {name}{model.model_dump_json()}"
            known = model, hashlib.blake2b(data.encode(), digest_size=16).digest()
            self._known[id(model)] = known
        return known[1]
