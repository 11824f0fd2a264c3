"""The same records make the same bytes: in every folder, year, time zone and language, and whatever Python's hashes are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.projects import small_project

ANOTHER_YEAR = """
import datetime, time
_PAST = {seconds}
_time = time.time
time.time = lambda: _time() + _PAST
time.time_ns = lambda: int(time.time() * 1e9)
class Date(datetime.date):
    @classmethod
    def today(cls): return cls.fromtimestamp(time.time())
class DateTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls): return cls.utcfromtimestamp(time.time())
    @classmethod
    def today(cls): return cls.now()
datetime.date, datetime.datetime = Date, DateTime
"""
"""Read by Python at its start. It shows every library another clock."""


def built(folder: Path, years: int, missing: Sequence[str] = (), **environment: str) -> Path:
    """A build in a process of its own, in another world, in which some packages are not installed."""
    project = small_project(folder / "projekt", site_url="https://wissen.example.org/")
    hidden = f"import sys; sys.modules |= dict.fromkeys({list(missing)})\n"
    (folder / "sitecustomize.py").write_text(hidden + ANOTHER_YEAR.format(seconds=years * 365 * 86_400), "utf-8")
    world = {"PYTHONPATH": str(folder), "PYTHONHASHSEED": "1", **environment}
    command = [sys.executable, "-m", "generator.cli", "build"]
    done = subprocess.run(command, cwd=project, env=os.environ | world, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return project / "site"


def contents(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("hier"), 0, TZ="Europe/Berlin", LC_ALL="C.UTF-8")


def test_two_builds_far_apart_are_the_same(here: Path, tmp_path: Path) -> None:
    """Even where lxml is missing, which comes with the tests only and writes workbooks in other words."""
    there = built(
        tmp_path / "ein anderer Ordner", 9, ["lxml"], TZ="Pacific/Kiritimati", LC_ALL="C", LANG="tr_TR.UTF-8", PYTHONHASHSEED="4242"
    )
    one, other = contents(here), contents(there)
    assert sorted(one) == sorted(other)
    assert [name for name in one if one[name] != other[name]] == []
    assert len(one) > 150


def test_the_date_shown_is_that_of_the_data(here: Path) -> None:
    assert "<lastmod>2025-03-01</lastmod>" in (here / "sitemap.xml").read_text("utf-8")
    assert '"stand": "2025-03"' in (here / "api/v1/index.json").read_text("utf-8")


def test_the_site_map_names_every_page_with_its_whole_address(here: Path) -> None:
    text = (here / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://wissen.example.org/massnahmen/musterstadt/stadt-app/</loc>" in text
    assert text.count("<loc>") == text.count("<lastmod>") > 50
