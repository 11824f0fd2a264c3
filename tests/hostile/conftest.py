"""One site in which everything that the check lets through stands on some page, with its policy and without."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import pytest

from generator.building import build
from generator.problems import Problem
from tests.conftest import ROOT, SAMPLE
from tests.hostile.attacks import ATTACKS, FAMILIES, SECRET_FILE
from tests.hostile.trees import Field, Plan, attacked, planned, refused

ADDRESS = "https://wissen.example.org/unter/"
CONTENT = "STRENG-GEHEIM-4711"
_TAKEN_AWAY = {
    "mit": re.compile(rb"(?!)"),
    "ohne": re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>'),
    "roh": re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>|<script [^>]*src=[^>]*></script>|<link rel="stylesheet"[^>]*>'),
}
"""Under /mit/ the site as it is, under /ohne/ without its policy, under /roh/ without its scripts and styles too."""


class Hostile(NamedTuple):
    site: Path
    plan: Plan
    """What stands in which field of which number, as it stands there."""


@pytest.fixture(scope="session")
def verdicts() -> Mapping[str, Mapping[Field, list[Problem]]]:
    """For every attack, the fields whose check refuses it, and what it says."""

    return {text: refused(text) for _, text in ATTACKS}


@pytest.fixture(scope="session")
def hostile(verdicts: Mapping[str, Mapping[Field, list[Problem]]], tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    folder = tmp_path_factory.mktemp("hostile")

    secret = folder / "geheim.txt"
    secret.write_text(CONTENT, "utf-8")
    plan = {key: text.replace(SECRET_FILE, str(secret)) for key, text in planned(FAMILIES, verdicts).items()}
    files = {path.relative_to(SAMPLE).as_posix(): path.read_text("utf-8") for path in SAMPLE.rglob("*.*")}
    files |= attacked(range(len(FAMILIES)), lambda number: lambda field, _: plan.get((field, number)))
    for name, text in files.items():
        path = folder / "measures" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        os.chdir(ROOT)
        build(folder / "measures", folder / "site", strict=False)
    return Hostile(folder / "site", plan)


class _Server(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        """The root is an empty page, from which a test looks at the others."""
        variant, _, rest = self.path.partition("?")[0].lstrip("/").partition("/")
        file = Path(self.directory, rest or "index.html")
        file = file / "index.html" if file.is_dir() else file
        if not variant:
            content = b"<!doctype html><title>leer</title>"
        elif variant in _TAKEN_AWAY and file.is_file():
            content = file.read_bytes()
        else:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        content = _TAKEN_AWAY[variant].sub(b"", content) if variant and file.suffix == ".html" else content
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture(scope="session")
def served(hostile: Hostile) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(hostile.site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def shown_as(text: Any) -> str:
    """How a text is to be seen: the same, on one line."""
    return " ".join(str(text).split())
