"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path


def write(path: Path, text: str | bytes) -> None:
    write_all({path: text})


def write_all(texts: Mapping[Path, str | bytes]) -> None:
    """Everything is on the disk beside its place before the first file takes it; what goes wrong before that leaves nothing behind."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            fresh = path.with_name(f".{path.name}.neu-{os.getpid()}")
            ready.append((fresh, path))
            fresh.write_bytes(text.encode() if isinstance(text, str) else text)
            if path.exists():
                fresh.chmod(path.stat().st_mode & 0o777)
        for fresh, path in ready:
            fresh.replace(path)
    finally:
        for fresh, _ in ready:
            fresh.unlink(missing_ok=True)
