"""Kills builds at random moments and looks at what they leave. `python -m tests.killing [TIMES]` in the repository.

The old site is compared byte for byte after every kill. A small fictitious project keeps a build short.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.projects import small_project


def fingerprint(folder: Path) -> str:
    """One hash over every name and every byte."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        digest.update(file.relative_to(folder).as_posix().encode() + b"\0")
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()


def start(project: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator.cli", "build"]
    return subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def rubbish(project: Path) -> list[str]:
    return sorted(path.name for path in project.glob(".site-neu-*"))


def kill_builds(project: Path, times: int, seed: int = 7) -> tuple[int, list[str]]:
    """Kill as many builds as asked; how many others were done before their kill, and what was wrong."""
    record = project / "measures/massnahmen/musterstadt/stadt-app.yml"
    text = record.read_text("utf-8")
    sites, seconds = {}, 60.0
    for version in ("1.500-mal", "1.600-mal"):
        record.write_text(text.replace("1.500-mal", version), "utf-8")
        begin = time.monotonic()
        assert start(project).wait() == 0
        seconds = min(seconds, time.monotonic() - begin)
        sites[version] = fingerprint(project / "site")
    chance, killed, survived, wrong = random.Random(seed), 0, 0, []
    while killed < times:
        number = killed + survived
        # what stands there may be either version, but never a mixture and never nothing
        record.write_text(text.replace("1.500-mal", list(sites)[number % 2]), "utf-8")
        process = start(project)
        if number % 2:
            time.sleep(chance.uniform(0, seconds))
        else:
            _wait_for_the_end(project, process)
            time.sleep(chance.uniform(0, 0.06))
        process.send_signal(signal.SIGKILL if number % 5 else signal.SIGTERM)
        if process.wait():
            killed += 1
        else:
            survived += 1
        if not (project / "site").is_dir() or fingerprint(project / "site") not in sites.values():
            wrong.append(f"kill {number}: the site is neither the old nor the new one")
    assert start(project).wait() == 0
    if rubbish(project):
        wrong.append(f"rubbish stays: {rubbish(project)}")
    return survived, wrong


def _wait_for_the_end(project: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the last files are written: then comes the swap, the moment a kill could hurt."""
    before = set(rubbish(project))
    while process.poll() is None:
        if any((project / name / "site/server").is_dir() for name in set(rubbish(project)) - before):
            return
        time.sleep(0.002)


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with tempfile.TemporaryDirectory() as folder:
        project = small_project(Path(folder) / "projekt")
        begin = time.monotonic()
        survived, wrong = kill_builds(project, times)
        shutil.rmtree(project)
    sys.stdout.write(f"{times} builds killed, {survived} more were faster than their kill; {time.monotonic() - begin:.0f} s\n")
    sys.stdout.write("\n".join(wrong) or "after each, the site was whole, byte for byte; no rubbish after the next build")
    sys.stdout.write("\n")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
