"""`make bench`: our build, the same pages in plain MkDocs with everything in the navigation, and in Zensical.

Every command runs as a process of its own, in turns, so that a slow moment of the machine hits all of them. What is
quoted is the median; a single time means nothing on a shared machine.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import yaml

from tests.benchmarks import search

RUNS = 3
ROOT = Path(__file__).parent.parent.parent


@dataclass
class Contestant:
    name: str
    folder: Path
    command: list[str]
    site: Path
    times: list[float] = field(default_factory=list)

    def run(self) -> None:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", *self.command], cwd=self.folder, check=True, capture_output=True)
        self.times.append(time.perf_counter() - start)

    def row(self, base: float) -> str:
        median = statistics.median(self.times)
        files = [file for file in self.site.rglob("*") if file.is_file()]
        size = sum(file.stat().st_size for file in files)
        pages = sum(file.suffix == ".html" for file in files)
        return f"{self.name:<42}{median:8.1f} s{median / base:8.2f}{pages:8}{size / 1e6:9.1f} MB"


def main() -> None:
    with tempfile.TemporaryDirectory() as work:
        contestants = _contestants(Path(work))
        for _ in range(RUNS):
            for contestant in contestants:
                contestant.run()
        print(
            f"{platform.machine()}, Python {platform.python_version()}, "
            + ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "zensical"))
        )
        print(f"median of {RUNS} cold runs{'time':>27}{'ratio':>8}{'pages':>8}{'size':>12}")
        base = statistics.median(contestants[0].times)
        for contestant in contestants:
            print(contestant.row(base))
    search.main()


def _contestants(work: Path) -> list[Contestant]:
    def pages(name: str) -> Path:
        subprocess.run([sys.executable, "-m", "generator.cli", "pages", str(work / name)], cwd=ROOT, check=True, capture_output=True)
        return work / name

    nav, plain, zensical = (pages(name) for name in ("nav", "plain", "zensical"))
    config = yaml.safe_load((nav / "mkdocs.yml").read_text("utf-8"))
    del config["nav"], config["not_in_nav"]
    (nav / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return [
        Contestant("wissensspeicher build", ROOT, ["generator.cli", "build", "--site", str(work / "ours")], work / "ours"),
        Contestant("the same pages, MkDocs + Material", plain, ["mkdocs", "build", "--clean"], plain / "site"),
        Contestant("the same pages, everything in the nav", nav, ["mkdocs", "build", "--clean"], nav / "site"),
        Contestant("the same pages, Zensical", zensical, ["zensical", "build", "--clean"], zensical / "site"),
    ]


if __name__ == "__main__":
    main()
