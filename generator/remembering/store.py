"""Where results wait for the next build: a small database on disk, for one build at a time.

Whatever is wrong with it (gone, half-written, somebody else's, in use by another build, no room left) costs time and
nothing else: every value carries a checksum over its name, its key and itself, and where the file cannot be used, a
nameless one that is forgotten at the end takes its place. Values lie on disk, not in memory, however many there are.
"""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import Any

_TABLE = "CREATE TABLE IF NOT EXISTS results (name TEXT PRIMARY KEY, key TEXT, value BLOB, checksum BLOB) WITHOUT ROWID"
_NAMELESS = ""


class Store:
    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._database = (_opened(path) if path else None) or _connected(_NAMELESS)
        self._wanted: set[str] = set()
        self._beside: dict[str, tuple[str, str]] = {}
        """What the file could not take."""
        self._broken = False

    def get(self, name: str, key: str) -> str | None:
        """What was worked out under this name, if it was worked out for this very key."""
        self._wanted.add(name)
        if name in self._beside:
            known, value = self._beside[name]
            return value if known == key else None
        row = self._first("SELECT value, checksum FROM results WHERE name = ? AND key = ?", name, key)
        return row[0].decode() if row and row[1] == _checksum(name, key, row[0]) else None

    def want(self, name: str) -> None:
        """It is not read now, but shall not be thrown away."""
        self._wanted.add(name)

    def put(self, name: str, key: str, value: str) -> None:
        self._wanted.add(name)
        data = value.encode()
        try:
            self._database.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", (name, key, data, _checksum(name, key, data)))
        except sqlite3.Error:
            self._broken = True
            self._beside[name] = key, value

    def close(self, complete: bool) -> None:
        """Keep it all for the next build; after a complete one, only what it asked for."""
        try:
            if complete:
                known = {name for (name,) in self._database.execute("SELECT name FROM results")}
                self._database.executemany("DELETE FROM results WHERE name = ?", [(name,) for name in known - self._wanted])
            self._database.execute("COMMIT")
        except sqlite3.Error:
            self._broken = True
        self._database.close()
        if self._broken and self._path:
            _removed(self._path)

    def _first(self, query: str, *values: str) -> Any:
        try:
            return self._database.execute(query, values).fetchone()
        except sqlite3.Error:
            self._broken = True
            return None


def _checksum(name: str, key: str, data: bytes) -> bytes:
    return hashlib.blake2b(f"{name}\0{key}\0".encode() + data, digest_size=16).digest()


def _connected(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        database.execute("PRAGMA synchronous = OFF")  # a power cut may break the file, which the checksums would show
        database.execute("BEGIN IMMEDIATE")  # the other build that has it open is refused here
        database.execute(_TABLE)
        database.execute("SELECT name, key, value, checksum FROM results LIMIT 1").fetchone()
    except sqlite3.Error:
        database.close()
        raise
    return database


def _opened(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _connected(str(path))
        except sqlite3.Error as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or not _removed(path):
                return None
        except OSError:
            return None
    return None


def _removed(path: Path) -> bool:
    try:
        for file in (path, path.with_name(f"{path.name}-journal")):
            file.unlink(missing_ok=True)
    except OSError:
        return False
    return True
