"""When records came and changed, as the repository around them knows. Asked once for all of them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

_DATE = "\x01"


@dataclass(frozen=True, slots=True)
class Change:
    """First and latest commit that touched a record, in ISO 8601 and UTC."""

    created: str
    updated: str


History = Mapping[str, Change]
"""By the record's file, relative to the records folder."""
UNKNOWN: History = MappingProxyType({})


def as_moment(day: str) -> str:
    """2024, 2024-06 or 2024-06-30 as its first moment, in the form of a change."""
    day = day or "1970"
    return f"{day}{'-01-01'[len(day) - 4 :]}T00:00:00Z"


def read(folder: Path) -> History:
    """Empty where there is no repository, or one that was fetched without its past, as forges do by default."""
    if not folder.is_dir() or _git(folder, "rev-parse", "--is-shallow-repository").strip() != "false":
        return UNKNOWN
    log = _git(folder, "log", "--relative", "-M", "--name-status", "--diff-filter=AMR", "-z", f"--format={_DATE}%cd", *_UTC, "--", ".")
    return MappingProxyType(_told(log))


_UTC = ("--date=format-local:%Y-%m-%dT%H:%M:%SZ",)


def _git(folder: Path, *words: str) -> str:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotepath=off", "-c", "log.showSignature=false", "-C", str(folder), *words],
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
            check=False,
            env={**os.environ, "TZ": "UTC", "LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _told(log: str) -> dict[str, Change]:
    """Newest commit first: a file's first mention is its latest change, its last one its beginning."""
    dates: dict[str, Change] = {}
    today_called: dict[str, str] = {}
    for commit in log.split(_DATE)[1:]:
        date, *words = (word.lstrip("\n") for word in commit.split("\0"))
        rest = iter(word for word in words if word)
        for status in rest:
            old = next(rest)
            path = next(rest) if status.startswith("R") else old
            name = today_called.get(path, path)
            if status.startswith("R"):
                today_called[old] = name
            dates[name] = Change(date, dates[name].updated if name in dates else date)
    return dates
