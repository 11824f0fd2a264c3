"""Every page of the fictitious Wissensspeicher, kept as files to read.

After an intended change: `GOLDEN=neu .venv/bin/pytest tests/test_golden.py`, then read the difference.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.matching.places import PATH as PLACES
from generator.site import site

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def pages(sample_catalogue: Catalogue) -> dict[str, str]:
    made = {file.path: file.content for file in site(sample_catalogue) if file.path != PLACES}  # the places are real even here
    if os.environ.get("GOLDEN") == "neu":
        shutil.rmtree(GOLDEN, ignore_errors=True)
        for path, content in made.items():
            (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / path).write_text(content, "utf-8")
    return made


def test_no_page_appears_or_vanishes_unnoticed(pages: dict[str, str]) -> None:
    assert sorted(pages) == sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", [path.relative_to(GOLDEN).as_posix() for path in sorted(GOLDEN.rglob("*")) if path.is_file()])
def test_page_reads_as_agreed(path: str, pages: dict[str, str]) -> None:
    assert pages[path] == (GOLDEN / path).read_text("utf-8")
