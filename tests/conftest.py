"""What tests share: the fictitious records, the real ones, a built site, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from generator.building import build
from generator.catalogue import Catalogue
from generator.checking import check
from generator.problems import Problem
from generator.reading import read
from generator.site import load
from tests.projects import unpublished

ROOT = Path(__file__).parent.parent
RECORDS = ROOT / "measures"
SAMPLE = ROOT / "tests" / "records"
"""A small fictitious Wissensspeicher with two or three records of every kind, all without fault."""
TODAY = date(2026, 11, 20)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the fictitious records that a test may spoil."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "measures"))


@pytest.fixture(scope="session")
def sample_catalogue() -> Catalogue:
    return load(SAMPLE)[0]


@pytest.fixture(scope="session")
def ours() -> None:
    """Many tests speak of records by name. Another Wissensspeicher made with this program has others and skips them."""
    if not (RECORDS / "modellprojekte" / "zwoenitz.yml").is_file():
        pytest.skip("about records of the first Wissensspeicher, which are not here")


@pytest.fixture(scope="session")
def catalogue(ours: None) -> Catalogue:
    """All real records, linked."""
    return load(RECORDS)[0]


@pytest.fixture(scope="session")
def site(ours: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole real site, built once, with every warning an error."""
    target = tmp_path_factory.mktemp("site") / "site"
    with chdir(unpublished(target.parent)):
        build(RECORDS, target, strict=True)
    return target


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The built site behind a web server, under a sub-path as on a forge's pages."""
    with served(site.parent) as host:
        yield f"{host}/site"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def chromium_path() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=quiet)
        except Exception as error:
            (pytest.fail if "CI" in os.environ else pytest.skip)(f"no Chromium: {error}")
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: Browser, address: str) -> Iterator[Page]:
    """A fresh browser tab with nothing stored, on which nothing may go wrong unnoticed."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def barriers(page: Page, *parts: str) -> list[tuple[str, str]]:
    """What axe finds wrong in the parts of a page given as selectors: rule and element."""
    found = Axe().run(page, context={"include": [[part] for part in parts if page.locator(part).count()]})
    return [(rule["id"], node["html"][:200]) for rule in found.response["violations"] for node in rule["nodes"]]


def problems_of(folder: Path) -> list[Problem]:
    return check(read(folder), TODAY)
