"""What is built, in temporary folders: our project, its pages for other builders, and single changes to both.

Nothing is ever written to the project itself.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.benchmarks.running import Failed, measured, python

ROOT = Path(__file__).parent.parent.parent
CODE = {"generator", "tests", "site", "tabellen"}
"""Installed, or made: not part of what a publisher edits."""
PLAIN_STATEMENT = re.compile(r"^(kurz: >-\n +)(?=(?:\S.*\n +){1,3}\S.*\n\S)", re.MULTILINE)
"""Where a sentence can be put in front of a record's plain statement that has room for it."""


def project(folder: Path) -> Path:
    """Our project as it stands, with its history, without anything earlier builds left behind."""
    subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(folder)], check=False, capture_output=True)
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(ROOT.iterdir()):
        if path.name in CODE or path.name.startswith("."):
            continue
        if path.is_dir():
            shutil.copytree(path, folder / path.name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, folder)
    return folder


def pages(source: Path, folder: Path) -> Path:
    """The same site as Markdown, as `wissensspeicher pages` writes it."""
    measured(python("generator.cli", "pages", str(folder)), source)
    return folder


def with_material(folder: Path, everything_in_nav: bool = False) -> Path:
    """The pages with Material's own theme and search instead of ours: what people would use without us."""
    config: dict[str, Any] = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    for name in ("extra_css", "extra_javascript", "extra"):
        config.pop(name, None)
    config["theme"] = {"name": "material", "language": "de", "font": False}
    config["plugins"] = [{"search": {"lang": "de"}}]
    if everything_in_nav:
        config.pop("not_in_nav", None)
        config["nav"] = list(_nav(folder / "docs", folder / "docs"))
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    return folder


@cache
def built_twice(work: Path) -> Path:
    """The same site in `ours` as we build it, in `material` as Material builds its pages, both in one folder to be served."""
    source, site = project(work / "twice"), work / "served"
    measured(python("generator.cli", "build", "--site", str(site / "ours")), source)
    pages_of_it = with_material(pages(source, work / "twice-pages"))
    measured(python("mkdocs", "build", "--site-dir", str(site / "material")), pages_of_it)
    return site


def _nav(folder: Path, docs: Path) -> Iterator[str | dict[str, Any]]:
    """Every page, folder by folder, each folder's overview first."""
    found = sorted(folder.iterdir(), key=lambda path: (path.name != "index.md", path.is_dir(), path.name))
    for path in found:
        if path.suffix == ".md":
            yield path.relative_to(docs).as_posix()
        elif path.is_dir() and (inside := list(_nav(path, docs))):
            yield {path.name: inside}


# --- changes ---------------------------------------------------------------------------------------------------------


@dataclass
class Change:
    """A sentence of its own in front of a text, another one each time."""

    file: Path
    text: str
    start: int
    page: str
    """Where the site shows it."""
    number: int = 0

    @property
    def sentence(self) -> str:
        return f"Messung {self.number}."

    def make(self) -> None:
        self.number += 1
        self.file.write_text(f"{self.text[: self.start]}{self.sentence} {self.text[self.start :]}", "utf-8")

    def shown(self, site: Path) -> None:
        """A rebuild that does not show the change would be a fast one."""
        if self.sentence not in (site / self.page / "index.html").read_text("utf-8"):
            raise Failed("the rebuilt page does not show the change")


def change_of_a_measure(source: Path) -> Change:
    records = source / "measures" / "massnahmen"
    for file in sorted(records.rglob("*.yml")):
        text = file.read_text("utf-8")
        if found := PLAIN_STATEMENT.search(text):
            page = "massnahmen/" + file.relative_to(records).with_suffix("").as_posix()
            return Change(file, text, found.end(), page)
    raise Failed("no measure has room for a sentence more")


def change_of_its_page(folder: Path, page: str) -> Change:
    file = folder / "docs" / f"{page}.md"
    text = file.read_text("utf-8").rstrip() + "\n\n"
    return Change(file, text, len(text), page)
