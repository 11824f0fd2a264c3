"""The search of the real records in a browser, without a page around it: only its engine, as the worker runs it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.catalogue import Catalogue
from generator.compounds import count_nouns, lexicon
from generator.search import search
from generator.search.documents import Document, documents
from generator.search.index import Built, build, terms_by_facet
from generator.search.written import written_pages
from tests.conftest import ROOT

DOCS = ROOT / "docs"


@pytest.fixture(scope="session")
def found(catalogue: Catalogue) -> list[Document]:
    return documents(catalogue, written_pages(DOCS))


@pytest.fixture(scope="session")
def built(catalogue: Catalogue, found: list[Document]) -> Built:
    return build(found, terms_by_facet(catalogue))


@pytest.fixture(scope="session")
def known_parts(found: list[Document]) -> frozenset[str]:
    return lexicon(*count_nouns(f"{document.title}. {document.short} {document.rest}" for document in found))


@pytest.fixture(scope="session")
def assets(catalogue: Catalogue) -> dict[str, str]:
    return {Path(file.path).stem: str(file.content) for file in search(catalogue, written_pages(DOCS))}


@pytest.fixture(scope="session")
def engine(chromium: Browser, assets: dict[str, str]) -> Iterator[Page]:
    page = chromium.new_page()
    start(page, assets)
    yield page
    page.close()


def start(page: Page, assets: dict[str, str]) -> None:
    """Hand the engine its data; `search` then stands in the page as it does in the worker."""
    for name, content in sorted(assets.items()):
        if name != "suche":
            page.add_script_tag(content=content)
    page.evaluate(
        "globalThis.search = new wissensspeicherEngine.Search(wissensspeicherData['assets/suche/daten'], async (name) => wissensspeicherData[`assets/suche/${name}`])"
    )


def ask(engine: Page, q: str, **more: Any) -> dict[str, Any]:
    answer: dict[str, Any] = engine.evaluate("(wanted) => search.search(wanted)", {"q": q, **more})
    return answer


def records(engine: Page, q: str, **more: Any) -> list[str]:
    return [hit["record"] for hit in ask(engine, q, **more)["hits"]]
