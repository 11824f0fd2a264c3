"""Breaks what a build stands on and looks at what is left. `python -m tests.breaking` in the repository, as root for the two disks.

A small fictitious project keeps a build short. `tests.killing` kills builds; `test_faults.py` does the same to the other commands.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.killing import fingerprint, rubbish
from tests.projects import small_project
from tests.test_faults import NO_UTF8, fill, mounted
from tests.test_same_bytes import ANOTHER_YEAR

PAGE = "massnahmen/musterstadt/stadt-app"


def build(project: Path, **world: str) -> subprocess.CompletedProcess[str]:
    whole = [sys.executable, "-m", "generator.cli", "build"]
    world = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(Path(__file__).parent.parent), **world}
    return subprocess.run(whole, cwd=project, env=world, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)


def last_line(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in done.stderr.splitlines() if not line.startswith("→")]
    assert "Traceback" not in done.stderr, done.stderr
    return f"status {done.returncode}" + (f": {lines[-1]}" if done.returncode else "")


def at_once(project: Path) -> str:
    whole = [sys.executable, "-m", "generator.cli", "build"]
    both = [subprocess.Popen(whole, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    return f"status {[process.wait() for process in both]}"


def in_year(years: int) -> Callable[[Path], str]:
    def run(project: Path) -> str:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "sitecustomize.py").write_text(ANOTHER_YEAR.format(seconds=years * 365.25 * 86_400), "utf-8")
            return last_line(build(project, PYTHONPATH=f"{folder}{os.pathsep}{Path(__file__).parent.parent}"))

    return run


def nowhere(project: Path) -> str:
    return last_line(build(project, **NO_UTF8))


def vanishing(project: Path) -> str:
    """A hand-written page goes between the start of the build and its reading."""
    trap = project / "docs/mitmachen/verschwunden.md"
    trap.symlink_to("gibt-es-nicht.md")
    try:
        return last_line(build(project))
    finally:
        trap.unlink()


def full_disk(project: Path) -> str:
    with mounted(project.parent / "platte", "-t", "tmpfs", "-o", "size=32m", "tmpfs") as disk:
        subprocess.run(["cp", "-r", str(project), str(disk / "projekt")], check=True)
        before = fingerprint(disk / "projekt/site")
        fill(disk, leave=500_000)
        said = last_line(build(disk / "projekt"))
        assert fingerprint(disk / "projekt/site") == before
        assert rubbish(disk / "projekt") == []
        return said


def read_only(project: Path) -> str:
    with mounted(project, "--bind", str(project)):
        subprocess.run(["mount", "-o", "remount,ro,bind", str(project)], check=True)
        return last_line(build(project))


FAULTS: dict[str, Callable[[Path], str]] = {
    "two builds at once": at_once,
    "the year 1970": in_year(-56),
    "the year 2100": in_year(74),
    "no HOME, no UTF-8": nowhere,
    "a page by hand that is not there": vanishing,
    "a full disk": full_disk,
    "a folder that can only be read": read_only,
}


def main() -> None:
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        project = small_project(Path(folder) / "projekt")
        assert build(project).returncode == 0
        before = fingerprint(project / "site")
        for name, fault in FAULTS.items():
            try:
                said = fault(project)
            except (AssertionError, pytest.skip.Exception) as error:
                wrong += isinstance(error, AssertionError)
                said = f"{type(error).__name__}: {error}"
            whole = fingerprint(project / "site") == before and not rubbish(project)
            wrong += not whole
            sys.stdout.write(f"{name}\n  {said}\n  {'the site is whole, byte for byte, no rubbish' if whole else 'THE SITE CHANGED'}\n")
            sys.stdout.flush()
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
