"""The live preview shows whoever writes their page at once, and the whole site right after it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from socket import socket
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.projects import small_project

RECORD = "massnahmen/musterstadt/stadt-app"


class Served:
    def __init__(self, project: Path, port: int) -> None:
        self.record = project / "measures" / f"{RECORD}.yml"
        self._root = f"http://127.0.0.1:{port}/"

    def get(self, path: str) -> str:
        try:
            with urlopen(self._root + path, timeout=30) as answer:
                return str(answer.read().decode())
        except (URLError, OSError):
            return ""

    def write(self, old: str, new: str) -> None:
        text = self.record.read_text("utf-8")
        assert old in text
        self.record.write_text(text.replace(old, new), "utf-8")


def until(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 60
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
    return true()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    project = small_project(tmp_path / "projekt")
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "generator.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    site = Served(project, port)
    assert until(lambda: "1.500-mal" in site.get(f"{RECORD}/"))
    yield site
    process.terminate()
    process.wait()


def test_a_change_is_seen_on_its_page_and_then_everywhere(served: Served) -> None:
    before = served.get(f"{RECORD}/")
    served.write("1.500-mal", "1.600-mal")
    assert until(lambda: "1.600-mal" in served.get(f"{RECORD}/"))
    assert until(lambda: "1.600-mal" in served.get(f"api/v1/{RECORD}.json"))
    assert until(lambda: _lasting(served.get(f"{RECORD}/")) == _lasting(before).replace("1.500-mal", "1.600-mal"))


def test_a_mistake_leaves_the_site_as_it_was_and_mending_it_goes_on(served: Served) -> None:
    served.write("status: ", "status: unsinn-")
    time.sleep(1)
    assert "unsinn" not in json.dumps(json.loads(served.get(f"api/v1/{RECORD}.json")))
    served.write("status: unsinn-", "status: ")
    served.write("1.500-mal", "1.700-mal")
    assert until(lambda: "1.700-mal" in served.get(f"api/v1/{RECORD}.json"))


def _lasting(page: str) -> str:
    """The page without what every build of the preview numbers anew, and without the names by content."""
    return re.sub(r"livereload\(\d+, \d+\)|\.[0-9a-f]{10}(?=\.)", "", page)
