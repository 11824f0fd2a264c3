"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.reading.files import why

_FRESH = ".neu-"
NOTHING = "Es wurde nichts geschrieben, alles ist wie vorher."


class NotWritten(OSError):
    """Nothing or only a part was written; the message says which."""


def write(path: Path, text: str | bytes) -> None:
    write_all({path: text})


def write_all(texts: Mapping[Path, str | bytes], before: Mapping[Path, bytes | None] | None = None) -> None:
    """Everything is on the disk beside its place before the first file takes it; what goes wrong before that leaves nothing behind.

    `before` is what the files held when it was decided to write them (None: nothing). If one has changed since, none is written.
    """
    ready: list[tuple[Path, Path]] = []
    done = 0
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sweep(path.parent)
            fresh = path.with_name(f".{path.name}{_FRESH}{os.getpid()}")
            ready.append((fresh, path))
            fresh.write_bytes(text.encode() if isinstance(text, str) else text)
            if path.exists():
                fresh.chmod(path.stat().st_mode & 0o777)
        _refuse_changed(before or {})
        for fresh, path in ready:
            fresh.replace(path)
            done += 1
    except NotWritten:
        raise
    except OSError as error:
        state = f"Geschrieben sind {done} von {len(texts)} Dateien, jede ganz." if done else NOTHING
        raise NotWritten(f"{path}: {why(error)}. {state}") from error
    finally:
        for fresh, _ in ready:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)


def _refuse_changed(before: Mapping[Path, bytes | None]) -> None:
    for path, old in before.items():
        if (path.read_bytes() if path.exists() else None) != old:
            raise NotWritten(f"{path} wurde inzwischen anders geändert. {NOTHING} Rufen Sie den Befehl noch einmal auf.")


def _sweep(folder: Path) -> None:
    """Remove what a killed command left half done beside the files."""
    for path in folder.glob(f".*{_FRESH}*"):
        if not _lives(path.name.rpartition("-")[2]):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _lives(process: str) -> bool:
    if os.name != "posix" or not process.isdecimal():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
