"""Who builds: our own command, and others on the pages we write for them. Each cold, and again after one change."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.multiplying import multiply
from tests.benchmarks.projects import Change, change_of_a_measure, change_of_its_page, project
from tests.benchmarks.running import Failed, Run, measured, python


@dataclass
class Ours:
    """`wissensspeicher build`. Cold means a copy of the project that was never built before, so that no cache can exist."""

    folder: Path
    times: int = 1
    """How many times the records."""
    change: Change | None = None

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def prepare(self) -> Path:
        shutil.rmtree(self.folder, ignore_errors=True)
        project(self.folder)
        if self.times > 1:
            few = self.folder.with_name(f"{self.folder.name}-few")
            (self.folder / "measures").rename(few)
            multiply(few, self.folder / "measures", self.times)
            shutil.rmtree(few)
        self.change = change_of_a_measure(self.folder)
        return self.folder

    def cold(self) -> Run:
        return measured(python("generator.cli", "build"), self.prepare())

    def warm(self) -> Run:
        """Follows a cold build."""
        if self.change is None:
            raise Failed("there was no cold build")
        self.change.make()
        run = measured(python("generator.cli", "build"), self.folder)
        self.change.shown(self.site)
        return run


@dataclass
class Peer:
    """Another builder, which gets the finished pages as a present."""

    folder: Path
    program: str
    page: str = ""
    """The one that changes."""
    _change: Change | None = field(default=None, repr=False)

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def cold(self) -> Run:
        for made in ("site", ".cache"):
            shutil.rmtree(self.folder / made, ignore_errors=True)
        return measured(python(self.program, "build", "--clean"), self.folder)

    def warm(self) -> Run:
        self.change.make()
        run = measured(python(self.program, "build"), self.folder)
        self.change.shown(self.site)
        return run

    @property
    def change(self) -> Change:
        if self._change is None:
            self._change = change_of_its_page(self.folder, self.page)
        return self._change


@dataclass(frozen=True)
class Size:
    pages: int
    files: int
    bytes: int


def size(site: Path) -> Size:
    files = [file for file in site.rglob("*") if file.is_file()]
    return Size(sum(file.suffix == ".html" for file in files), len(files), sum(file.stat().st_size for file in files))
