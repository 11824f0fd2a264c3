"""The search of the fictitious records in a browser, asked for many texts at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from generator.search import search
from generator.site import load
from tests.conftest import SAMPLE
from tests.fuzzing.promises import Asked
from tests.search.conftest import start

_ASK = """async (texts) => {
  for (const q of texts) await search.search({ q });
  return texts.map((text) => {
    const terms = search.store.german.terms(text);
    return [terms, terms.map((term) => search.reader.piecesOf(term))];
  });
}"""


def engine(page: Page) -> tuple[Asked, frozenset[str]]:
    """Asks the page, and the words it knows compounds to be made of."""
    start(page, {Path(file.path).stem: str(file.content) for file in search(load(SAMPLE)[0])})

    def ask(texts: list[str]) -> list[list[Any]]:
        found: list[list[Any]] = page.evaluate(_ASK, texts)
        return found

    return ask, frozenset(page.evaluate("[...search.store.lexicon]"))
