"""On what it was measured: without it no figure means anything."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tests.conftest import chromium_path

PROGRAMS = ("mkdocs", "mkdocs-material", "zensical", "pagefind", "playwright")


def machine(root: Path) -> dict[str, Any]:
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _said("git", "-C", str(root), "rev-parse", "HEAD")[:12],
        "changed": bool(_said("git", "-C", str(root), "status", "--porcelain")),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gb": _memory(),
        "load": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in PROGRAMS}, "chromium": _chromium()},
    }


def as_text(about: dict[str, Any]) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in about["versions"].items())
    return (
        f"{about['date']}, commit {about['commit'] or 'unknown'}{' with changes' if about['changed'] else ''}\n"
        f"{about['processor']}, {about['cores']} cores, {about['memory_gb']} GB, {about['system']}, load at the start {about['load']}\n"
        f"{versions}"
    )


def different(now: dict[str, Any], then: dict[str, Any]) -> list[str]:
    """What makes two runs hard to compare."""
    pairs = [(name, now.get(name), then.get(name)) for name in ("processor", "cores", "memory_gb")]
    before = then.get("versions", {})
    pairs += [(name, number, before.get(name)) for name, number in now["versions"].items()]
    return [f"{name}: {today}, then {other}" for name, today, other in pairs if today != other]


def _said(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _chromium() -> str:
    path = chromium_path()
    found = re.search(r"[\d.]{5,}", _said(path, "--version")) if path else None
    return found[0] if found else "not found"


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


def _memory() -> float | None:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1)
    except (OSError, ValueError):
        return None
